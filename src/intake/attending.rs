//! What a row of a list of participants becomes: the participation, and the presence at each session.

use super::cells::ListCells;
use super::form::TITLE;
use super::ledger::TableEntry;
use super::subject::{Faults, Transcription, named, spot};
use crate::change::taking_part::partial_presence;
use crate::change::{Draft, row};
use crate::records::cell::Cell;
use crate::records::code::{AbsenceReason, ParticipationStatus};
use crate::records::taking_part::{Attendance, Participation, attendance, participation};
use crate::words::change::Slip;
use crate::words::import::{Spot, Unfit};

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
        self.refuse_both(&entry, fields, row)?;
        let sessions = self.presence(draft, fields, id)?;
        let known = self.ledger.known(draft, &participation, &entry.file, &entry.key);
        self.refuse_ahead(&entry, fields, row)?;
        let status = |text: &str| ParticipationStatus::parse(text).ok();
        let recorded = known
            .as_ref()
            .and_then(|known| status(&known[Participation::status]));
        let is_present = |one: &TableEntry| one.values.iter().any(|(_, text)| text == "yes");
        let was_there = sessions.iter().any(is_present) || value(&entry, Participation::post).is_some();
        tell_absence(&mut entry, recorded, was_there);
        let told = value(&entry, Participation::status).map(str::to_owned);
        match (recorded, told.as_deref().and_then(status)) {
            // Who attended may have completed since: a list of presence does not take that back.
            (Some(known), Some(told))
                if told.is_open() && (known.took_part() || (!known.is_open() && !told.took_part())) =>
            {
                entry
                    .values
                    .retain(|(column, _)| *column != Participation::status);
            }
            (None, None) if known.is_none() => {
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
        self.date(draft, &mut entry, known.as_deref(), (fields, row))?;
        Ok([entry].into_iter().chain(sessions).collect())
    }

    /// Refuses a reason of an absence beside what tells that somebody was there.
    fn refuse_both(&self, entry: &TableEntry, fields: &ListCells, row: &Spot) -> Result<(), Faults> {
        let status = value(entry, Participation::status)
            .filter(|status| ParticipationStatus::parse(status).is_ok_and(ParticipationStatus::took_part));
        match value(entry, Participation::reason).filter(|_| status.is_some()) {
            Some(reason) => {
                let at = spot(fields, &participation.name, "reason", row).clone();
                let code = AbsenceReason::CODES.iter().find(|code| code.name == reason);
                let text = code.map_or(String::new(), |code| code.typed(self.request.lang));
                Err(vec![(at, Unfit::AwayAndThere { text }.into())])
            }
            None => Ok(()),
        }
    }

    /// Refuses what came of a programme that has not begun.
    fn refuse_ahead(&self, entry: &TableEntry, fields: &ListCells, row: &Spot) -> Result<(), Faults> {
        let today = self.request.today;
        let Some(programme) = &self.programme else {
            return Ok(());
        };
        let start = programme.content.start.value;
        let is_outcome = |(column, text): &&(usize, String)| match *column {
            Participation::status => {
                ParticipationStatus::parse(text).is_ok_and(ParticipationStatus::took_part)
            }
            column => [Participation::post, Participation::completed, Participation::jp].contains(&column),
        };
        match entry.values.iter().find(is_outcome) {
            Some((column, _)) if start > today => {
                let at = spot(
                    fields,
                    &participation.name,
                    &participation.columns[*column].name,
                    row,
                );
                let (training, start) = (programme.id.clone(), start.to_string());
                let today = today.to_string();
                Err(vec![(
                    at.clone(),
                    Slip::TrainingAhead {
                        training,
                        start,
                        today,
                    }
                    .into(),
                )])
            }
            _ => Ok(()),
        }
    }

    /// Gives a completion of which the list does not say it the last day of the programme and its JP, as when it is
    /// completed; JP by presence that the same list tells are left to who completes it.
    fn date(
        &mut self,
        draft: &mut Draft<'_>,
        entry: &mut TableEntry,
        known: Option<&[String]>,
        (fields, row): (&ListCells, &Spot),
    ) -> Result<(), Faults> {
        let completed = ParticipationStatus::Completed.code();
        let is_completed = entry
            .values
            .iter()
            .any(|(column, text)| *column == Participation::status && text == completed);
        let Some(programme) = self.programme.as_ref().filter(|_| is_completed) else {
            return Ok(());
        };
        let is_told = |entry: &TableEntry, wanted: usize| {
            value(entry, wanted).is_some() || known.is_some_and(|cells| !cells[wanted].is_empty())
        };
        if !is_told(entry, Participation::completed) {
            let (end, today) = (programme.content.end.value, self.request.today);
            if end > today {
                let at = spot(fields, &participation.name, "status", row).clone();
                let (training, end) = (programme.id.clone(), end.to_string());
                let today = today.to_string();
                return Err(vec![(at, Slip::TrainingGoesOn { training, end, today }.into())]);
            }
            entry.values.push((Participation::completed, end.to_string()));
        }
        let has_sessions = programme
            .content
            .session
            .iter()
            .any(|session| named(fields, &attendance.name, &session.key.value).is_some());
        if !is_told(entry, Participation::jp) && !has_sessions {
            let earned = self
                .earned
                .get_or_insert_with(|| partial_presence(draft, programme).parts)
                .get(&entry.key[Participation::staff]);
            let whole = || programme.content.jp.value.to_string();
            let jp = earned.cloned().unwrap_or_else(whole);
            entry.values.push((Participation::jp, jp));
        }
        Ok(())
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
        let told = named(fields, &participation.name, TITLE);
        let told = told.filter(|_| entry.key[Participation::training].starts_with("external/"));
        if let Some(told) = told {
            let column = Participation::external_title;
            let known = self.ledger.known(draft, &participation, &entry.file, &entry.key);
            // The same programme may be written otherwise in another list.
            if known.is_none_or(|known| known[column].is_empty()) {
                entry.values.push((column, told.cell.text.trim().to_owned()));
            }
        }
        Ok(entry)
    }

    /// The presence at each session that the list has a column of, and why one was missed.
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
        let sessions: Vec<(String, Option<i64>)> = programme
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
            let text = &told.cell.text;
            let away = AbsenceReason::CODES.iter().find(|code| code.name == text);
            let present = match away {
                Some(_) => Ok("no".to_owned()),
                None => self.understanding.plain(draft, column, told),
            };
            let present = present.map_err(|reason| vec![(told.spot.clone(), reason)])?;
            let file = row::file(&attendance, std::slice::from_ref(&training), None).unwrap_or_default();
            let key = vec![training.clone(), session, id.to_owned()];
            let is_known = self.ledger.known(draft, &attendance, &file, &key).is_some();
            let minutes = if present == "yes" { minutes } else { Some(0) };
            let mut values = vec![(Attendance::present, present)];
            let minutes = minutes.filter(|_| !is_known);
            values.extend(minutes.map(|minutes| (Attendance::minutes, minutes.to_string())));
            values.extend(away.map(|code| (Attendance::reason, code.name.to_owned())));
            entries.push(TableEntry {
                table: &attendance,
                file,
                key,
                values,
                moved: None,
            });
        }
        Ok(entries)
    }
}

/// What a row says in a column beside its key.
fn value(entry: &TableEntry, wanted: usize) -> Option<&str> {
    let mut values = entry.values.iter();
    let found = values.find(|(column, text)| *column == wanted && !text.is_empty());
    found.map(|(_, text)| text.as_str())
}

/// Whose absence has a reason was absent, whatever else the list says of the place; where it says nothing of it, unless
/// that person was there, or is recorded as one who was.
fn tell_absence(entry: &mut TableEntry, recorded: Option<ParticipationStatus>, was_there: bool) {
    let told = value(entry, Participation::status);
    let is_told = told.is_some_and(|told| told != ParticipationStatus::Withdrawn.code());
    let may_be_away = recorded.is_none_or(|recorded| recorded.is_open() && !recorded.took_part());
    let is_untold = told.is_none() && !was_there && may_be_away;
    if value(entry, Participation::reason).is_some() && (is_told || is_untold) {
        let values = &mut entry.values;
        values.retain(|(column, _)| *column != Participation::status);
        let absent = ParticipationStatus::Absent.code().to_owned();
        values.push((Participation::status, absent));
    }
}
