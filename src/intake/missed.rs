//! Who was there for a part of a programme, and why somebody missed another: at its session, or where the list has none of it in
//! a note.

use super::bound::Target;
use super::cells::{ListCell, ListCells};
use super::form::ListForm;
use super::row::ListRow;
use super::value;
use crate::records::code::AbsenceReason;
use crate::records::taking_part::{Participation, participation};
use crate::sheets::SheetCell;
use std::collections::{BTreeMap, BTreeSet};

impl ListRow<'_> {
    /// Says of each session for which people sign whether this one was there, or why not; of who signed for none nothing is
    /// said, so that it stays open why, unless the reasons differ. What no column of presence understands is left for whoever
    /// reads the session. A reason of one part is none of the whole: where no session can hold it, it is a note.
    pub(super) fn tell_parts(&self, form: &ListForm, fields: &mut ListCells) {
        let signed = self
            .bound
            .pairs
            .iter()
            .filter(|(at, _)| self.bound.is_signed(*at));
        let (sessions, others): (Vec<_>, Vec<_>) =
            signed.partition(|(_, index)| form.columns[*index].is_of_session());
        let cell = |at: usize| self.row.cell(at).unwrap_or_else(|| SheetCell::text(""));
        let meant = |at: usize| {
            let own = others.iter().filter(move |(other, _)| *other == at);
            own.map(move |(_, index)| value::meant(cell(at), &form.columns[*index]).text)
        };
        let is_there = |at: usize| meant(at).any(|text| value::is_presence(&text));
        let is_understood = |at: usize| {
            let told = cell(at).text;
            let means = |text: String| !text.is_empty() && text != told;
            told.is_empty() || meant(at).any(means) || meant(at).all(|text| text.is_empty())
        };
        let is_reason = |text: &String| AbsenceReason::CODES.iter().any(|code| code.name == *text);
        let places: BTreeSet<usize> = self.bound.places.iter().map(|place| place.at).collect();
        let mut missed: BTreeMap<usize, Option<String>> = places
            .iter()
            .filter(|at| !is_there(**at) && is_understood(**at))
            .map(|at| (*at, meant(*at).find(is_reason)))
            .collect();
        let was_there = places.iter().any(|at| is_there(*at));
        let told: BTreeSet<String> = missed.values().flatten().cloned().collect();
        let is_held = |at: &usize| sessions.iter().any(|(own, _)| own == at);
        if was_there {
            let held = missed.iter_mut().filter(|(at, _)| is_held(at));
            self.keep_remark(fields, &told, held.map(|(_, why)| why).collect());
        }
        let is_by_part = was_there || told.len() > 1;
        for (at, index) in &sessions {
            let Some(to) = &form.columns[*index].to else {
                continue;
            };
            let text = match missed.get(at) {
                _ if is_there(*at) => "yes",
                Some(Some(reason)) => reason,
                _ => "no",
            };
            let spot = self.region.sheet.spot(self.row.number, Some(*at));
            let (cell, is_known) = (SheetCell::text(text), is_there(*at) || missed.contains_key(at));
            match is_by_part {
                true if is_known => fields.put(to.clone(), ListCell { cell, spot }),
                true => {}
                false => fields.leave_out(&to.0, &to.1),
            }
        }
        for (at, _) in missed
            .iter()
            .filter(|(at, why)| is_by_part && why.is_some() && !is_held(at))
        {
            self.note_part(fields, *at, &cell(*at).text);
        }
    }

    /// Gives the reason that a row tells of somebody who was there in part to the sessions that were missed, where all that is
    /// told of parts is the same or nothing; one of a single part is none of the whole.
    fn keep_remark(&self, fields: &mut ListCells, told: &BTreeSet<String>, missed: Vec<&mut Option<String>>) {
        let reason = &participation.columns[Participation::reason].name;
        let Some(remark) = fields.get(&participation.name, reason) else {
            return;
        };
        let text = remark.cell.text.clone();
        let is_of_part = remark.spot.column.is_some_and(|at| self.bound.is_signed(at));
        let agrees = if told.is_empty() {
            !missed.is_empty()
        } else {
            told.contains(&text)
        };
        if is_of_part || agrees {
            fields.leave_out(&participation.name, reason);
        }
        if !is_of_part && agrees && told.is_empty() {
            missed.into_iter().for_each(|why| *why = Some(text.clone()));
        }
    }

    /// Notes of a part of a programme, by its heading, why it was missed.
    fn note_part(&self, fields: &mut ListCells, at: usize, why: &str) {
        let note = &participation.columns[Participation::note].name;
        let heading = self.region.titles.get(at).map_or("", String::as_str);
        let told = format!("{}: {why}", heading.replace('\n', " "));
        let to = Target::new((participation.name.to_string(), note.to_string()));
        if let Some(known) = fields.get_mut(&to) {
            known.cell.text = format!("{}; {told}", known.cell.text);
            return;
        }
        let spot = self.region.sheet.spot(self.row.number, Some(at));
        let cell = SheetCell::text(&told);
        fields.put(to, ListCell { cell, spot });
    }
}
