//! The files of a table as they leave: heading, rows, and the text itself where it is kept in a form of its own.

use crate::change::{Draft, Record, row};
use crate::files::directory::heading;
use crate::intake::whole;
use crate::records::table::Schema;

/// A file of a table: its name, its heading, its rows.
pub(super) struct Leaf {
    pub(super) name: String,
    pub(super) heading: Vec<String>,
    pub(super) rows: Vec<Record>,
    /// The text itself, where the rows do not make the same bytes again.
    pub(super) odd: Option<String>,
}

impl Leaf {
    /// The texts of its rows in the order of its heading.
    fn texts<'f>(&'f self, table: &'f Schema) -> impl Iterator<Item = Vec<&'f str>> {
        self.rows.iter().map(|row| {
            let cell = |name: &String| match table.column(name) {
                Some(column) => row.cells[column].as_str(),
                None => own_cell(row, name),
            };
            self.heading.iter().map(cell).collect()
        })
    }
}

/// What stands in a row under a column of the user's own.
pub(super) fn own_cell<'r>(row: &'r Record, name: &str) -> &'r str {
    let cell = row.own.iter().find(|(known, _)| known == name);
    cell.map_or("", |(_, cell)| cell)
}

/// The files of a table that are there.
pub(super) fn leaves(draft: &mut Draft<'_>, table: &Schema) -> Vec<Leaf> {
    let mut files = Vec::new();
    for name in row::files(draft, table) {
        let Some(text) = draft.text(&name) else { continue };
        // A heading that is wrong is told with the rows.
        let heading = heading(&text, table).map(|binding| {
            let names = binding.canonical(table).map(|(name, _)| name.to_owned());
            names.collect()
        });
        let mut file = Leaf {
            heading: heading.unwrap_or_default(),
            rows: draft.rows_as_they_stand(table, &name),
            odd: None,
            name,
        };
        let names: Vec<&str> = file.heading.iter().map(String::as_str).collect();
        // A row in which nothing stands is none on a sheet.
        let has_blank = file.texts(table).any(|cells| cells.concat().is_empty());
        if has_blank || whole::text(&names, file.texts(table)) != text {
            file.odd = Some(text);
        }
        files.push(file);
    }
    files
}
