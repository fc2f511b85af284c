//! What a listing of records shows: the rows of a table, and what is said when columns have no room.

use crate::change::{Draft, row};
use crate::files::csv::RawRow;
use crate::records::cell::Domain;
use crate::records::table::Schema;
use crate::records::time::Month;
use crate::render::listing::{CellForm, ListingRows};
use crate::render::{Format, Listing};
use crate::session::Session;

/// The widest a text becomes in the grid of records before it wraps; keys never wrap.
pub const WIDEST: usize = 40;

/// The rows of a declared table that are meant, of one month or of all, with the user's own columns behind. In a table
/// for eyes people have names.
pub fn of_table(
    draft: &mut Draft<'_>,
    table: &Schema,
    month: Option<Month>,
    format: &Format,
    is_meant: impl Fn(&RawRow<'_>) -> bool,
) -> Listing {
    let files = match month {
        Some(month) => vec![table.file(&month.to_string())],
        None => row::files(draft, table),
    };
    // What is wrong with the people is not wrong with this table.
    let people = (!format.is_data).then(|| Draft::new(draft.directory).people());
    let cell = |row: &RawRow<'_>, column: usize| {
        let cell = row.cells.get(column);
        let is_person = table.columns[column].refers == Some("staff") && !cell.is_empty();
        match people.as_ref().filter(|_| is_person) {
            Some(people) => people.named(cell),
            None => cell.to_owned(),
        }
    };
    let mut parts: Vec<(Vec<String>, ListingRows)> = Vec::new();
    for file in files {
        let (mut own, mut rows) = (Vec::new(), ListingRows::default());
        draft.scan(table, &file, |row, findings| {
            if !row.check(findings) || !is_meant(row) {
                return;
            }
            if rows.is_empty() {
                own = row.own().map(|(name, _)| name.to_owned()).collect();
            }
            let declared = (0..table.columns.len()).map(|column| cell(row, column));
            rows.push(declared.chain(row.own().map(|(_, cell)| cell.to_owned())));
        });
        parts.push((own, rows));
    }
    let (own, rows) = together(table.columns.len(), parts);
    let declared = table.columns.iter().map(|column| column.name.to_string());
    Listing {
        names: declared.chain(own).collect(),
        keys: table.keys(),
        kinds: table.columns.iter().map(|column| kind(column.kind)).collect(),
        widest: WIDEST,
        rows,
    }
}

/// The rows of several files, and the names of the user's own columns of all. A file's rows have the declared columns
/// and its own; what a file does not have is empty.
fn together(declared: usize, parts: Vec<(Vec<String>, ListingRows)>) -> (Vec<String>, ListingRows) {
    let mut all: Vec<String> = Vec::new();
    for name in parts.iter().flat_map(|(own, _)| own) {
        if !all.contains(name) {
            all.push(name.clone());
        }
    }
    let mut rows = ListingRows::default();
    for (own, part) in parts {
        let places = all.iter().map(|name| own.iter().position(|one| one == name));
        let places: Vec<Option<usize>> = places.collect();
        rows.extend(part.iter().map(|cells| {
            let behind = places
                .iter()
                .map(|place| place.map_or("", |place| cells[declared + place]));
            let mut cells = cells.clone();
            cells.splice(declared.., behind);
            cells
        }));
    }
    (all, rows)
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
