//! What keeps a row of a list from being read: formulas without a value, numbers that were cut, marks and grades that contradict
//! each other, cells beyond the headings.

use super::bound::Target;
use super::form::ListForm;
use super::marked;
use super::rejected::surplus;
use super::row::{ListRow, is_long};
use super::subject::Faults;
use super::value;
use crate::change::Reason;
use crate::records::organisation::{Posting, postings};
use crate::records::text::spelled;
use crate::sheets::{SheetCell, VALUELESS};
use crate::words::import::{Spot, Unfit};

impl ListRow<'_> {
    /// What keeps it from being read at all: formulas whose value nobody knows, and, in a text, cells beyond the heading,
    /// where a mark between cells may stand inside one.
    pub(super) fn faults(&self, form: &ListForm) -> Faults {
        let spot = |at: usize| self.region.sheet.spot(self.row.number, Some(at));
        let read = self.bound.pairs.iter().map(|(at, _)| *at);
        let mut valueless: Vec<usize> = read.filter(|at| self.row.get(*at) == VALUELESS).collect();
        valueless.dedup();
        let mut faults: Faults = valueless
            .into_iter()
            .map(|at| (spot(at), Unfit::FormulaValueless.into()))
            .collect();
        let cut = self.bound.rounded.iter().map(|at| (*at, self.row.get(*at)));
        faults.extend(cut.filter(|(_, text)| is_long(text)).map(|(at, text)| {
            let text = text.to_owned();
            (spot(at), Unfit::NumberCut { text }.into())
        }));
        faults.extend(self.marked_twice(form));
        faults.extend(self.graded_twice(form));
        let unmarked = marked::unmarked(self.bound, form, self.row);
        faults.extend(unmarked.map(|at| (spot(at), Unfit::PresenceUntold.into())));
        let marks = self.bound.crossed.iter().map(|at| (*at, self.row.get(*at)));
        faults.extend(
            marks
                .filter(|(_, text)| marked::is_cross(text))
                .map(|(at, text)| {
                    let text = text.to_owned();
                    (spot(at), Unfit::CrossUnclear { text }.into())
                }),
        );
        if self.region.sheet.name.is_none() {
            let beyond: Vec<usize> = surplus(&self.region.titles, self.row)
                .filter(|at| !self.bound.reads(*at))
                .collect();
            let texts: Vec<&str> = beyond.iter().map(|at| self.row.get(*at)).collect();
            let text = texts.join("; ");
            let first = beyond.first();
            faults.extend(first.map(|at| (spot(*at), Unfit::CellBeyond { text }.into())));
        }
        faults
    }

    /// The marks in two columns of which only one can be: `√` below `Di Atas` and below `Sesuai`.
    fn marked_twice(&self, form: &ListForm) -> Option<(Spot, Reason)> {
        let marks = self.bound.pairs.iter().filter_map(|(at, index)| {
            let (column, cell) = (&form.columns[*index], self.row.cell(*at)?);
            value::is_mark(&cell.text).then_some(())?;
            Some((*at, column.to.as_ref()?, value::meant(cell, column).text))
        });
        let marks: Vec<(usize, &Target, String)> = marks.collect();
        let spot = |at: usize| self.region.sheet.spot(self.row.number, Some(at));
        marks.iter().enumerate().find_map(|(place, (at, to, text))| {
            let is_other =
                |other: &&(usize, &Target, String)| other.0 != *at && other.1 == *to && other.2 != *text;
            let other = marks[..place].iter().find(is_other)?;
            let other = spot(other.0).cell().unwrap_or_default();
            Some((spot(*at), Unfit::MarkedTwice { other }.into()))
        })
    }

    /// The grade that its rank contradicts in one cell, or in two: of a rank and a grade in columns of their own one is read, and
    /// must be what the other says.
    fn graded_twice(&self, form: &ListForm) -> Option<(Spot, Reason)> {
        let grade = &postings.columns[Posting::grade];
        let is_it = |to: &Target| to.0 == postings.name && to.1 == *grade.name;
        self.graded_in_one(form, is_it).or_else(|| {
            let titles = self.region.titles.iter().map(|title| spelled(title)).enumerate();
            let mut told = titles.filter_map(|(at, title)| {
                let mut columns = form.columns.iter();
                let column =
                    columns.find(|one| one.to.as_ref().is_some_and(is_it) && one.from.contains(&title))?;
                let text = self.row.get(at);
                let meant = value::meant(SheetCell::text(text), column).text;
                let code = value::code(&meant, grade.kind.codes());
                let is_code = grade.kind.codes().iter().any(|known| known.name == code);
                is_code.then(|| (at, text.trim().to_owned(), code))
            });
            let (_, first, one) = told.next()?;
            let (at, second, other) = told.find(|(_, _, code)| *code != one)?;
            let spot = self.region.sheet.spot(self.row.number, Some(at));
            let text = format!("{first} / {second}");
            Some((spot, Unfit::CellTwofold { text, one, other }.into()))
        })
    }

    /// The grade that its rank contradicts in one cell.
    fn graded_in_one(&self, form: &ListForm, is_it: impl Fn(&Target) -> bool) -> Option<(Spot, Reason)> {
        let grade = &postings.columns[Posting::grade];
        self.bound.pairs.iter().find_map(|(at, index)| {
            let column = &form.columns[*index];
            let cell = self
                .row
                .cell(*at)
                .filter(|_| column.to.as_ref().is_some_and(&is_it))?;
            let text = self.bound.part((*at, *index), &cell.text);
            let (one, other) = value::twofold(&text, column, grade.kind.codes())?;
            let spot = self.region.sheet.spot(self.row.number, Some(*at));
            Some((spot, Unfit::CellTwofold { text, one, other }.into()))
        })
    }
}
