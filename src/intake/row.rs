//! A row of a list, whose cells are read each time that somebody asks: a list has many, and few of them at a time matter.

use super::form::{Bound, ListForm};
use super::subject::Faults;
use super::told::surplus;
use super::value::{self, ListCell, ListCells};
use crate::records::text;
use crate::sheets::heading::Region;
use crate::sheets::{SheetCell, SheetRow, VALUELESS};
use crate::words::import::{Spot, Unfit};

/// A row of a list.
#[derive(Clone, Copy)]
pub(super) struct ListRow<'s> {
    /// The table on a sheet that it stands in.
    pub(super) region: &'s Region<'s>,
    /// What its columns become.
    pub(super) bound: &'s Bound,
    /// The row as it is.
    pub(super) row: &'s SheetRow,
}

impl ListRow<'_> {
    /// Where it stands.
    pub(super) fn spot(&self) -> Spot {
        self.region.sheet.spot(self.row.number, None)
    }

    /// What keeps it from being read at all: formulas whose value nobody knows, and, in a text, cells beyond the heading,
    /// where a mark between cells may stand inside one.
    pub(super) fn faults(&self) -> Faults {
        let spot = |at: usize| self.region.sheet.spot(self.row.number, Some(at));
        let read = self.bound.pairs.iter().map(|(at, _)| *at);
        let mut valueless: Vec<usize> = read.filter(|at| self.row.get(*at) == VALUELESS).collect();
        valueless.dedup();
        let mut faults: Faults = valueless
            .into_iter()
            .map(|at| (spot(at), Unfit::FormulaValueless.into()))
            .collect();
        if self.region.sheet.name.is_none() {
            let beyond: Vec<usize> = surplus(&self.region.titles, self.row).collect();
            let texts: Vec<&str> = beyond.iter().map(|at| self.row.get(*at)).collect();
            let text = texts.join("; ");
            let first = beyond.first();
            faults.extend(first.map(|at| (spot(*at), Unfit::CellBeyond { text }.into())));
        }
        faults
    }

    /// Its cells by what they become, with what holds for every row.
    pub(super) fn fields(&self, form: &ListForm) -> ListCells {
        let mut fields = ListCells::default();
        for (at, index) in &self.bound.pairs {
            let column = &form.columns[*index];
            let (Some(to), Some(mut cell)) = (&column.to, self.row.cell(*at)) else {
                continue;
            };
            if text::hidden(&cell.text).is_some() {
                cell.text = text::shown(&cell.text).trim().to_owned();
            }
            let cell = value::meant(cell, column);
            if cell.text.is_empty() {
                continue;
            }
            let spot = self.region.sheet.spot(self.row.number, Some(*at));
            match fields.get_mut(to) {
                Some(known) if column.joined => {
                    known.cell.text = format!("{} {}", known.cell.text, cell.text);
                }
                // Of several columns the first that is filled counts.
                Some(_) => {}
                None => fields.put(to.clone(), ListCell { cell, spot }),
            }
        }
        for (to, text) in &form.constants {
            if fields.get_mut(to).is_none() {
                let (cell, spot) = (SheetCell::text(text), self.spot());
                fields.put(to.clone(), ListCell { cell, spot });
            }
        }
        fields
    }
}
