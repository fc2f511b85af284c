//! What a listing of records shows: the rows of a table, and what is said when columns have no room.

use crate::change::Record;
use crate::change::people::Personnel;
use crate::records::cell::Domain;
use crate::records::table::Schema;
use crate::render::listing::CellForm;
use crate::render::{Format, Listing};
use crate::session::Session;

/// The widest a text becomes in the grid of records before it wraps; keys never wrap.
pub const WIDEST: usize = 40;

/// Rows of a declared table with the user's own columns behind. In a table for eyes people have names.
pub fn of_rows(table: &Schema, rows: &[Record], format: &Format, people: &Personnel) -> Listing {
    let mut own: Vec<&String> = Vec::new();
    for (name, _) in rows.iter().flat_map(|row| &row.own) {
        if !own.contains(&name) {
            own.push(name);
        }
    }
    let cells = |row: &Record| -> Vec<String> {
        let declared = table.columns.iter().zip(&row.cells).map(|(column, cell)| {
            let is_person = column.refers == Some("staff") && !format.is_data;
            if is_person && !cell.is_empty() {
                people.named(cell)
            } else {
                cell.clone()
            }
        });
        let cell = |name: &&String| {
            row.own
                .iter()
                .find(|(own, _)| own == *name)
                .map(|(_, cell)| cell.clone())
        };
        declared
            .chain(own.iter().map(|name| cell(name).unwrap_or_default()))
            .collect()
    };
    let declared = table.columns.iter().map(|column| column.name.to_string());
    Listing {
        names: declared.chain(own.iter().map(|name| (*name).clone())).collect(),
        keys: table.keys(),
        kinds: table.columns.iter().map(|column| kind(column.kind)).collect(),
        widest: WIDEST,
        rows: rows.iter().map(cells).collect(),
    }
}

/// What a program that calculates keeps the cells of a column as: days and numbers as themselves, ids and all else as
/// text.
pub fn kind(domain: Domain) -> CellForm {
    match domain {
        Domain::Day => CellForm::Day,
        Domain::Dec | Domain::Int => CellForm::Number,
        _ => CellForm::Text,
    }
}

/// Prints a listing, and tells which columns have no room.
///
/// # Errors
/// When the output cannot be written.
pub fn print(listing: &Listing, format: &Format, session: &mut Session<'_>) -> anyhow::Result<()> {
    let width = session.terminal_width.unwrap_or(100);
    match listing.write(format, width, session.out)? {
        Some(note) => session.tell(&note),
        None => Ok(()),
    }
}
