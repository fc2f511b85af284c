//! What a row of a list of complaints becomes: the complaint, and each step of its handling that has a day.

use super::ledger::TableEntry;
use super::subject::{Faults, Transcription, field, named, spot};
use super::value::ListCells;
use crate::change::{Draft, Reason};
use crate::records::cell::Cell;
use crate::records::code::{ComplaintKind, ComplaintOutcome, HandlingStep};
use crate::records::complaint::{Complaint, Handling, complaints, handling};
use crate::records::table::Schema;
use crate::records::time::Month;
use crate::words::import::{Spot, Unfit};
use std::mem;

/// A step that a row of a list tells.
struct ToldStep {
    step: HandlingStep,
    day: String,
    place: Spot,
    values: Vec<(usize, String)>,
}

/// Why a step that is recorded on another day is refused, with the way to correct it.
fn on_another_day(complaint: String, step: HandlingStep, known: String, day: String) -> Unfit {
    let verb = match step {
        HandlingStep::Closed => "resolve",
        _ => "respond",
    };
    Unfit::StepOnAnotherDay {
        complaint,
        step: step.code().to_owned(),
        verb: verb.to_owned(),
        known,
        day,
    }
}

impl Transcription<'_, '_> {
    /// The complaint, and what was done about it.
    pub(super) fn of_complaint(
        &mut self,
        draft: &mut Draft<'_>,
        row: &Spot,
        fields: &ListCells,
    ) -> Result<Vec<TableEntry>, Faults> {
        let steps = self.steps(draft, row, fields);
        let kind = field(fields, &complaints, Complaint::kind).is_none();
        let preset: Vec<(usize, &str)> = kind
            .then_some((Complaint::kind, ComplaintKind::Complaint.code()))
            .into_iter()
            .collect();
        let claims = steps
            .is_err()
            .then(|| (mem::take(&mut self.claimed), self.numbers.set_aside()));
        let entry = self.entry(draft, row, (&complaints, fields), &preset);
        // A row that is rejected stands for no recorded complaint.
        if let Some(claims) = claims {
            (self.claimed, self.numbers) = claims;
        }
        let (entry, steps) = match (entry, steps) {
            (Ok(entry), Ok(steps)) => (entry, steps),
            (entry, steps) => {
                let faults = [entry.err(), steps.err()];
                return Err(faults.into_iter().flatten().flatten().collect());
            }
        };
        let id = entry.key[Schema::FIRST].clone();
        let month = id.get(..7).and_then(Month::parse);
        let file = handling.file(&month.map_or_else(String::new, |month| month.to_string()));
        let mut entries = vec![entry];
        for ToldStep {
            step,
            day,
            place,
            values,
        } in steps
        {
            let known = self.other_day(draft, &file, &id, (step, &day));
            let key = |day: String| vec![id.clone(), day, step.code().to_owned()];
            if let Some(known) = known.clone().filter(|_| !self.request.has("correct")) {
                let reason = on_another_day(id.clone(), step, known, day);
                return Err(vec![(place, reason.into())]);
            }
            entries.push(TableEntry {
                table: &handling,
                file: file.clone(),
                key: key(day),
                values,
                moved: known.map(key),
            });
        }
        Ok(entries)
    }

    /// The steps that a row tells, with their days.
    fn steps(
        &mut self,
        draft: &mut Draft<'_>,
        row: &Spot,
        fields: &ListCells,
    ) -> Result<Vec<ToldStep>, Faults> {
        let outcome = self.step_value(draft, fields, Handling::outcome)?;
        let view = self.step_value(draft, fields, Handling::complainant_view)?;
        let mut steps = Vec::new();
        for step in [
            HandlingStep::Forwarded,
            HandlingStep::Responded,
            HandlingStep::Closed,
            HandlingStep::Reopened,
        ] {
            let Some(told) = named(fields, &handling.name, step.code()) else {
                if step == HandlingStep::Closed && !outcome.is_empty() {
                    let outcome = ComplaintOutcome::parse(&outcome).map_or(outcome.clone(), |outcome| {
                        outcome.phrase().get(self.request.lang).to_owned()
                    });
                    let place = spot(fields, &handling.name, "outcome", row).clone();
                    return Err(vec![(place, Unfit::ClosedWithoutDay { outcome }.into())]);
                }
                continue;
            };
            let day = self
                .understanding
                .plain(draft, &handling.columns[Handling::date], told);
            let day = day.map_err(|reason| vec![(told.spot.clone(), reason)])?;
            let mut values = Vec::new();
            if step == HandlingStep::Closed {
                if outcome.is_empty() {
                    return Err(vec![(told.spot.clone(), Unfit::DayWithoutOutcome.into())]);
                }
                values.push((Handling::outcome, outcome.clone()));
                values.extend((!view.is_empty()).then(|| (Handling::complainant_view, view.clone())));
            }
            let place = told.spot.clone();
            steps.push(ToldStep {
                step,
                day,
                place,
                values,
            });
        }
        Ok(steps)
    }

    /// The other day on which a step that happens once is recorded: the first response, and the closing of what was
    /// not reopened since.
    fn other_day(
        &mut self,
        draft: &mut Draft<'_>,
        file: &str,
        complaint: &str,
        (step, day): (HandlingStep, &str),
    ) -> Option<String> {
        let recorded = self.ledger.recorded(draft, &handling, file);
        let is_own = |row: &&Vec<String>| row[Handling::complaint] == complaint;
        let is_step = |row: &&Vec<String>, step: HandlingStep| row[Handling::step] == step.code();
        let steps = || recorded.iter().filter(is_own);
        let mut same = steps().filter(|row| is_step(row, step));
        let known = match step {
            HandlingStep::Responded => same.next(),
            HandlingStep::Closed => {
                let reopened = steps().rfind(|row| is_step(row, HandlingStep::Reopened));
                let reopened = reopened.map_or("", |row| &*row[Handling::date]);
                same.next_back().filter(|row| &*row[Handling::date] >= reopened)
            }
            _ => None,
        };
        let is_there = steps().any(|row| is_step(&row, step) && row[Handling::date] == day);
        known.filter(|_| !is_there).map(|row| row[Handling::date].clone())
    }

    fn step_value(
        &mut self,
        draft: &mut Draft<'_>,
        fields: &ListCells,
        column: usize,
    ) -> Result<String, Faults> {
        let Some(told) = field(fields, &handling, column) else {
            return Ok(String::new());
        };
        let plain = self.understanding.plain(draft, &handling.columns[column], told);
        plain.map_err(|reason| {
            let text = told.cell.text.clone();
            let reason = match (column, reason) {
                (Handling::outcome, Reason::Cell(_)) => Unfit::StatusUnknown { text }.into(),
                (_, reason) => reason,
            };
            vec![(told.spot.clone(), reason)]
        })
    }
}
