//! What a row of a list of participants becomes: the participation, and the presence at each session.

use super::form::TITLE;
use super::ledger::TableEntry;
use super::subject::{Faults, Transcription, named};
use super::value::ListCells;
use crate::change::{Draft, row};
use crate::records::cell::Cell;
use crate::records::code::ParticipationStatus;
use crate::records::taking_part::{Attendance, Participation, attendance, participation};
use crate::words::import::Spot;

impl Transcription<'_, '_> {
    /// The participation of a person, and the presence.
    pub(super) fn of_participant(
        &mut self,
        draft: &mut Draft<'_>,
        row: &Spot,
        fields: &ListCells,
        id: &str,
    ) -> Result<Vec<TableEntry>, Faults> {
        let mut entry = self.participant(draft, row, fields, id)?;
        let sessions = self.presence(draft, fields, id)?;
        let known = self.ledger.known(draft, &participation, &entry.file, &entry.key);
        let told = entry
            .values
            .iter()
            .find(|(column, _)| *column == Participation::status)
            .map(|(_, text)| text.clone());
        let status = |text: &str| ParticipationStatus::parse(text).ok();
        match (known, told.as_deref().and_then(status)) {
            // Who attended may have completed since: a list of presence does not take that back.
            (Some(known), Some(told))
                if told.is_open()
                    && status(&known[Participation::status])
                        .is_some_and(|known| known.took_part() || !known.is_open()) =>
            {
                let took_part =
                    status(&known[Participation::status]).is_some_and(ParticipationStatus::took_part);
                if took_part || !told.took_part() {
                    entry
                        .values
                        .retain(|(column, _)| *column != Participation::status);
                }
            }
            (None, None) => {
                let was_there = sessions
                    .iter()
                    .any(|one| one.values.iter().any(|(_, text)| text == "yes"))
                    || entry
                        .values
                        .iter()
                        .any(|(column, _)| *column == Participation::post);
                let status = if was_there {
                    ParticipationStatus::Attending
                } else {
                    ParticipationStatus::Invited
                };
                entry
                    .values
                    .push((Participation::status, status.code().to_owned()));
            }
            _ => {}
        }
        Ok([entry].into_iter().chain(sessions).collect())
    }

    /// The participation in the programme that the list is about, or that the row names by its id or its title.
    fn participant(
        &mut self,
        draft: &mut Draft<'_>,
        row: &Spot,
        fields: &ListCells,
        id: &str,
    ) -> Result<TableEntry, Faults> {
        let programme = self.programme.as_ref().map(|programme| programme.id.clone());
        let titled = match named(fields, &participation.name, TITLE) {
            Some(told) if programme.is_none() => Some(self.titled(draft, (row, fields), told, id)?),
            _ => None,
        };
        let (titled, file) = titled.unzip();
        let mut preset = vec![(Participation::staff, id)];
        let training = programme.or(titled);
        preset.extend(training.as_deref().map(|id| (Participation::training, id)));
        let mut entry = self.entry(draft, row, (&participation, fields), &preset)?;
        if let Some(file) = file.flatten() {
            entry.file = file;
        }
        Ok(entry)
    }

    /// The presence at each session that the list has a column of.
    fn presence(
        &mut self,
        draft: &mut Draft<'_>,
        fields: &ListCells,
        id: &str,
    ) -> Result<Vec<TableEntry>, Faults> {
        let Some(programme) = &self.programme else {
            return Ok(Vec::new());
        };
        let training = programme.id.clone();
        let sessions: Vec<(String, i64)> = programme
            .content
            .session
            .iter()
            .map(|session| (session.key.value.0.clone(), session.minutes))
            .collect();
        let mut entries = Vec::new();
        for (session, minutes) in sessions {
            let Some(told) = named(fields, &attendance.name, &session) else {
                continue;
            };
            let column = &attendance.columns[Attendance::present];
            let present = self
                .understanding
                .plain(draft, column, told)
                .map_err(|reason| vec![(told.spot.clone(), reason)])?;
            let file = row::file(&attendance, std::slice::from_ref(&training), None).unwrap_or_default();
            let key = vec![training.clone(), session, id.to_owned()];
            let is_known = self.ledger.known(draft, &attendance, &file, &key).is_some();
            let minutes = if present == "yes" { minutes } else { 0 };
            let mut values = vec![(Attendance::present, present)];
            values.extend((!is_known).then(|| (Attendance::minutes, minutes.to_string())));
            entries.push(TableEntry {
                table: &attendance,
                file,
                key,
                values,
            });
        }
        Ok(entries)
    }
}
