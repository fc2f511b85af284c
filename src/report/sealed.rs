//! The code at the foot of a page: what it is made of, and where it stands.

use super::model::Table;
use super::page::Page;
use super::person::{named, nip_of};

/// What parts the rows, and the texts of a row.
const ROW: &str = "\u{1e}";
const CELL: &str = "\u{1f}";

impl Page<'_> {
    /// What a page tells of somebody: the name with titles, the NIP and the unit, and whatever else it says.
    pub(super) fn told_of(&self, person: u32, more: impl IntoIterator<Item = String>) -> String {
        let unit = self.unit_of(person).data().into_owned();
        let known = [named(person), nip_of(person), unit];
        let told: Vec<String> = known.into_iter().chain(more).collect();
        told.join(CELL)
    }
}

impl Table {
    /// All that it tells, the same in every language.
    pub(super) fn told(&self) -> String {
        let rows = self.rows.iter().map(|row| {
            let cells: Vec<_> = row.iter().map(|value| value.data()).collect();
            cells.join(CELL)
        });
        rows.collect::<Vec<_>>().join(ROW)
    }
}
