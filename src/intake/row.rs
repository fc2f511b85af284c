//! A row of a list, whose cells are read each time that somebody asks: a list has many, and few of them at a time matter.

use super::form::{Bound, ListForm};
use super::value::{self, ListCell, ListCells};
use crate::records::text;
use crate::sheets::heading::Region;
use crate::sheets::{SheetCell, SheetRow};
use crate::words::import::Spot;

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
