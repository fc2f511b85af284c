//! The rows of a table's file, changed; and files that begin, or are missed.

use super::Draft;
use crate::diagnostic::Origin;
use crate::files::edit::Folio;
use crate::records::table::{Cut, Schema};
use crate::records::{self, goes_when_empty, organisation};
use crate::words::grounds::Grounds;
use crate::words::problem::Problem;

/// Changing rows. What keeps a file from being changed is told as an error in it.
impl Draft<'_> {
    /// Adds a row, its cells by declared column, where its key belongs.
    pub fn insert(&mut self, table: &Schema, file: &str, cells: Vec<String>) {
        self.edit(table, file, |sheet| {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            // A key that exists was refused before, in the words of the command.
            let _ = sheet.insert(&cells);
        });
    }

    /// Writes other values into the row with a key.
    pub fn amend(&mut self, table: &Schema, file: &str, key: &[String], values: &[(usize, String)]) {
        if values.is_empty() {
            return;
        }
        self.edit(table, file, |sheet| {
            let key: Vec<&str> = key.iter().map(String::as_str).collect();
            if let Some(row) = sheet.find(&key) {
                values
                    .iter()
                    .for_each(|(column, value)| sheet.set(row, *column, value));
            }
        });
    }

    /// Takes the row with a key out.
    pub fn remove(&mut self, table: &Schema, file: &str, key: &[String]) {
        self.edit(table, file, |sheet| {
            let key: Vec<&str> = key.iter().map(String::as_str).collect();
            if let Some(row) = sheet.find(&key) {
                sheet.remove(row);
            }
        });
    }

    /// Makes a file of a table with its heading and no row, where there is none.
    pub fn make(&mut self, table: &Schema, file: &str) {
        if !self.exists(file) {
            self.put(file, Some((table.header() + "\n").into_bytes()));
        }
    }

    /// Whether the one file of a list is there; that it is not is told, for nobody knows what stood in it.
    pub fn has_list(&mut self, table: &Schema) -> bool {
        let file = table.file("");
        if table.cut != Cut::Whole || self.exists(&file) {
            return true;
        }
        let origin = Origin::whole(self.directory.number(&file));
        self.findings
            .error(origin, Problem::missing(file, &Grounds::Always));
        false
    }

    /// Lets `edit` change the rows of a file; the file of a month that does not exist begins with its heading, and goes with
    /// its last row, and with it those that lie beside it.
    pub fn edit(&mut self, table: &Schema, file: &str, edit: impl FnOnce(&mut Folio<'_>)) {
        if !self.has_list(table) {
            return;
        }
        let is_new = !self.exists(file);
        let partition = file.rsplit('/').next().and_then(|name| name.strip_suffix(".csv"));
        let partition = partition.unwrap_or_default();
        for child in records::beside(table).filter(|_| is_new) {
            self.make(child, &child.file(partition));
        }
        let text = self.text(file);
        match Folio::parse(table, text.as_deref()) {
            Ok(mut sheet) => {
                edit(&mut sheet);
                let goes = sheet.is_empty() && goes_when_empty(table);
                self.put(file, (!goes).then(|| sheet.to_text().into_bytes()));
                for child in records::beside(table).filter(|_| goes) {
                    let file = child.file(partition);
                    if self.rows(child, &file).is_empty() {
                        self.put(&file, None);
                    }
                }
                // What was read of it before holds no longer.
                self.ids.remove(&*table.name);
                if table.name == organisation::staff.name {
                    self.people = None;
                }
            }
            Err((at, problem)) => {
                let origin = Origin::new(self.directory.number(file), at as u64);
                self.findings.error(origin, problem);
            }
        }
    }
}
