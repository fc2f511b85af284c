//! The cells of a row of somebody else's list, by what they become.

use super::bound::Target;
use crate::sheets::SheetCell;
use crate::words::import::Spot;

/// A cell of a list.
#[derive(Clone, Debug)]
pub(super) struct ListCell {
    /// The cell, after what its column says it means.
    pub(super) cell: SheetCell,
    /// Where it stands.
    pub(super) spot: Spot,
}

/// The filled cells of a row, by what they become. They are few, so each is looked for among all.
#[derive(Clone, Debug, Default)]
pub(super) struct ListCells(Vec<(Target, ListCell)>);

impl ListCells {
    /// The cell that becomes a column.
    pub(super) fn get(&self, table: &str, column: &str) -> Option<&ListCell> {
        let mut cells = self.0.iter();
        let found = cells.find(|(to, _)| to.0 == table && to.1 == column);
        found.map(|(_, cell)| cell)
    }

    /// The same, to be changed.
    pub(super) fn get_mut(&mut self, target: &Target) -> Option<&mut ListCell> {
        let mut cells = self.0.iter_mut();
        cells.find(|(to, _)| to == target).map(|(_, cell)| cell)
    }

    /// Puts a cell in, in place of one that becomes the same.
    pub(super) fn put(&mut self, target: Target, cell: ListCell) {
        match self.get_mut(&target) {
            Some(known) => *known = cell,
            None => self.0.push((target, cell)),
        }
    }

    /// Leaves a cell out.
    pub(super) fn leave_out(&mut self, table: &str, column: &str) {
        self.0.retain(|(to, _)| to.0 != table || to.1 != column);
    }

    /// Whether a cell becomes something of a table.
    pub(super) fn says(&self, table: &str) -> bool {
        self.0
            .iter()
            .any(|(to, cell)| to.0 == table && !cell.cell.text.is_empty())
    }
}
