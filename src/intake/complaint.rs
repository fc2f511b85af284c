//! What a row of a list of complaints becomes: the complaint, and each step of its handling that has a day.

use super::day;
use super::ledger::TableEntry;
use super::subject::{Faults, Transcription, field, named, spot};
use super::value::ListCells;
use crate::change::{Draft, Reason};
use crate::records::cell::Cell;
use crate::records::code::{ComplaintKind, ComplaintOutcome, HandlingStep};
use crate::records::complaint::{Complaint, Handling, complaints, handling};
use crate::records::table::Schema;
use crate::records::time::{Day, Month};
use crate::words::import::{Spot, Unfit};

impl Transcription<'_, '_> {
    /// The complaint, and what was done about it.
    pub(super) fn of_complaint(
        &mut self,
        draft: &mut Draft<'_>,
        row: &Spot,
        fields: &ListCells,
    ) -> Result<Vec<TableEntry>, Faults> {
        let kind = field(fields, &complaints, Complaint::kind).is_none();
        let preset: Vec<(usize, &str)> = kind
            .then_some((Complaint::kind, ComplaintKind::Complaint.code()))
            .into_iter()
            .collect();
        let entry = self.entry(draft, row, (&complaints, fields), &preset)?;
        let id = entry.key[Schema::FIRST].clone();
        let mut entries = vec![entry];
        let outcome = self.step_value(draft, fields, Handling::outcome)?;
        let view = self.step_value(draft, fields, Handling::complainant_view)?;
        let outcome_place = || spot(fields, &handling.name, "outcome", row).clone();
        for step in [
            HandlingStep::Forwarded,
            HandlingStep::Responded,
            HandlingStep::Closed,
            HandlingStep::Reopened,
        ] {
            let told = named(fields, &handling.name, step.code());
            let Some(told) = told else {
                if step == HandlingStep::Closed && !outcome.is_empty() {
                    let outcome = ComplaintOutcome::parse(&outcome).map_or(outcome.clone(), |outcome| {
                        outcome.phrase().get(self.request.lang).to_owned()
                    });
                    return Err(vec![(
                        outcome_place(),
                        Unfit::ClosedWithoutDay { outcome }.into(),
                    )]);
                }
                continue;
            };
            let day = day::day(&told.cell, self.understanding.dates);
            let day = day.and_then(|day| <Day as Cell>::parse(&day).map(|_| day).map_err(Reason::from));
            let day = day.map_err(|reason| vec![(told.spot.clone(), reason)])?;
            let mut values = Vec::new();
            if step == HandlingStep::Closed {
                if outcome.is_empty() {
                    return Err(vec![(told.spot.clone(), Unfit::DayWithoutOutcome.into())]);
                }
                values.push((Handling::outcome, outcome.clone()));
                values.extend((!view.is_empty()).then(|| (Handling::complainant_view, view.clone())));
            }
            let key = vec![id.clone(), day, step.code().to_owned()];
            let file = handling.file(
                id.get(..7)
                    .and_then(Month::parse)
                    .map(|month| month.to_string())
                    .unwrap_or_default()
                    .as_str(),
            );
            entries.push(TableEntry {
                table: &handling,
                file,
                key,
                values,
            });
        }
        Ok(entries)
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
        plain.map_err(|reason| vec![(told.spot.clone(), reason)])
    }
}
