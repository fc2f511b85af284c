//! New ids: opaque for people, beginning with their month for everything that grows.

use super::{Draft, Request};
use crate::records::cell::{Cell, Domain};
use crate::records::organisation;
use crate::records::table::Schema;
use crate::records::time::{Day, Month};

/// Whether the table's key is one column `id`, which is minted when it is not given.
pub fn is_minted(table: &Schema) -> bool {
    table.keys() == 1 && table.columns[Schema::FIRST].name == "id"
}

/// What a new id of the table begins with, and how many random characters follow.
pub fn stem(table: &Schema, cells: &[String], today: Day) -> (String, usize) {
    if table.name == organisation::staff.name {
        return ("p".to_owned(), 7);
    }
    let month = month_of(table, cells).unwrap_or(today.month());
    (format!("{month}-"), 5)
}

/// The month of the first date that is filled.
pub fn month_of(table: &Schema, cells: &[String]) -> Option<Month> {
    let dates = table
        .columns
        .iter()
        .zip(cells)
        .filter(|(column, _)| column.kind == Domain::Day);
    dates
        .filter_map(|(_, cell)| <Day as Cell>::parse(cell).ok())
        .map(Day::month)
        .next()
}

/// A new id that no row of the file bears yet.
pub fn id(
    draft: &mut Draft<'_>,
    table: &Schema,
    file: &str,
    (stem, length): (String, usize),
    request: &mut Request<'_>,
) -> String {
    let rows = draft.rows(table, file);
    loop {
        let id = format!("{stem}{}", request.mint(length));
        if rows.iter().all(|row| row.cells[Schema::FIRST] != id) {
            return id;
        }
    }
}
