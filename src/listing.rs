//! Rows on the screen, as CSV or as JSON: what `list` prints.
//!
//! CSV and JSON hold every cell as it stands in the files; the table is for eyes: long cells wrap, no cell is cut, and
//! columns without room are named.

use crate::change::Record;
use crate::change::people::People;
use crate::diagnostic::visible;
use crate::records::table::Table;
use crate::render::columns::{GAP, Need, share};
use crate::render::wrap;
use crate::words::change::Note;
use std::io::{self, Write};

/// The widest a text becomes in the table of records before it wraps; keys never wrap.
pub const WIDEST: usize = 40;

/// The longest word that is kept whole: a NIP has so many digits.
const WHOLE: usize = 18;

/// How rows are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For eyes.
    Table,
    /// One line of headings, then the rows.
    Csv,
    /// An array of objects, one a line.
    Json,
}

impl Form {
    /// The form with that name; the table when there is none.
    pub fn of(name: Option<&String>) -> Form {
        match name.map(String::as_str) {
            Some("csv") => Form::Csv,
            Some("json") => Form::Json,
            _ => Form::Table,
        }
    }
}

/// Named columns of text cells.
#[derive(Debug, Default)]
pub struct Listing {
    /// The names of the columns.
    pub names: Vec<String>,
    /// How many columns at the beginning are keys.
    pub keys: usize,
    /// The widest a text becomes in the table.
    pub widest: usize,
    /// The rows; each has as many cells as there are names.
    pub rows: Vec<Vec<String>>,
}

impl Listing {
    /// Rows of a declared table with the user's own columns behind. In a table for eyes people have names.
    pub fn of_rows(table: &Table, rows: &[Record], form: Form, people: &People) -> Listing {
        let mut own: Vec<&String> = Vec::new();
        for (name, _) in rows.iter().flat_map(|row| &row.own) {
            if !own.contains(&name) {
                own.push(name);
            }
        }
        let cells = |row: &Record| {
            let declared = table.columns.iter().zip(&row.cells).map(|(column, cell)| {
                let is_person = column.refers == Some("staff") && form == Form::Table;
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
            widest: WIDEST,
            rows: rows.iter().map(cells).collect(),
        }
    }

    /// Leaves columns out.
    pub fn leave_out(&mut self, columns: &[usize]) {
        let keep = |index: &usize| !columns.contains(index);
        let kept = |cells: &[String]| {
            (0..cells.len())
                .filter(keep)
                .map(|index| cells[index].clone())
                .collect()
        };
        self.keys = (0..self.keys).filter(keep).count();
        self.names = kept(&self.names);
        self.rows = self.rows.iter().map(|row| kept(row)).collect();
    }

    /// Prints the rows. Returns what the reader should know about columns that have no room.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn write(&self, form: Form, width: usize, out: &mut dyn Write) -> io::Result<Option<Note>> {
        match form {
            Form::Csv => self.write_csv(out).map(|()| None),
            Form::Json => self.write_json(out).map(|()| None),
            Form::Table => self.write_table(width, out),
        }
    }

    fn write_csv(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut writer = csv::WriterBuilder::new().from_writer(out);
        writer.write_record(&self.names)?;
        for row in &self.rows {
            writer.write_record(row)?;
        }
        writer.flush()
    }

    fn write_json(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "[")?;
        for (index, row) in self.rows.iter().enumerate() {
            let comma = if index + 1 < self.rows.len() { "," } else { "" };
            let fields: Vec<String> = self
                .names
                .iter()
                .zip(row)
                .map(|(name, cell)| field(name, cell))
                .collect();
            writeln!(out, "  {{{}}}{comma}", fields.join(", "))?;
        }
        writeln!(out, "]")
    }

    /// Columns that are empty throughout are left out, and so are those without room.
    fn write_table(&self, width: usize, out: &mut dyn Write) -> io::Result<Option<Note>> {
        let is_filled = |column: &usize| self.rows.iter().any(|row| !row[*column].is_empty());
        let filled = (0..self.names.len()).filter(is_filled);
        let (mut shown, mut needs, mut hidden) = (Vec::new(), Vec::new(), Vec::new());
        let mut used = 0;
        for column in filled {
            let need = self.need(column);
            if column < self.keys || used + need.least <= width {
                used += need.least + GAP;
                shown.push(column);
                needs.push(need);
            } else {
                hidden.push(self.names[column].as_str());
            }
        }
        let widths = share(&needs, width.max(used.saturating_sub(GAP)));
        let shown: Vec<(usize, usize)> = shown.into_iter().zip(widths).collect();
        if !self.rows.is_empty() {
            write_row(&self.names, &shown, out)?;
        }
        for row in &self.rows {
            write_row(row, &shown, out)?;
        }
        Ok((!hidden.is_empty()).then(|| Note::ColumnsHidden {
            columns: hidden.join(", "),
        }))
    }

    /// How wide a column must be, and how wide it would be.
    fn need(&self, column: usize) -> Need {
        let cells = || self.rows.iter().map(|row| visible(&row[column]));
        let heading = wrap::width(&self.names[column]);
        let widest = cells().map(|cell| wrap::width(&cell)).max().unwrap_or(0);
        let word = cells().map(|cell| wrap::longest_word(&cell)).max().unwrap_or(0);
        let (least, most) = match column < self.keys {
            true => (widest, widest),
            false => (word.min(WHOLE), widest.min(self.widest)),
        };
        Need {
            least: least.max(heading),
            most: most.max(heading),
            heading,
        }
    }
}

/// One row of the table, on as many lines as its longest cell needs, without spaces at their ends.
fn write_row(cells: &[String], shown: &[(usize, usize)], out: &mut dyn Write) -> io::Result<()> {
    let wrapped = shown
        .iter()
        .map(|&(column, wide)| wrap::wrap(&visible(&cells[column]), wide));
    let wrapped: Vec<Vec<String>> = wrapped.collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..height {
        let mut line = String::new();
        for (lines, &(_, wide)) in wrapped.iter().zip(shown) {
            let text = lines.get(at).map_or("", String::as_str);
            line.push_str(text);
            line.push_str(&" ".repeat((wide + GAP).saturating_sub(wrap::width(text))));
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// A field of a JSON object: the text as in the file, `null` where it is not known.
fn field(name: &str, cell: &str) -> String {
    let name = serde_json::Value::from(name);
    match cell.is_empty() {
        true => format!("{name}: null"),
        false => format!("{name}: {}", serde_json::Value::from(cell)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(width: usize) -> (String, bool) {
        let texts = |cells: &[&str]| -> Vec<String> { cells.iter().map(|&cell| cell.to_owned()).collect() };
        let listing = Listing {
            names: texts(&["id", "nip", "what", "due"]),
            keys: 1,
            widest: WIDEST,
            rows: vec![texts(&[
                "t-1",
                "198607142010012003",
                "Menata berkas lama",
                "2026-10-31",
            ])],
        };
        let mut out = Vec::new();
        let note = listing.write(Form::Table, width, &mut out).unwrap();
        (String::from_utf8(out).unwrap(), note.is_some())
    }

    #[test]
    fn a_long_cell_wraps_and_no_cell_is_cut() {
        let wrapped = "id   nip                 what           due\n\
            t-1  198607142010012003  Menata berkas  2026-10-31\n                         lama\n";
        assert_eq!(printed(50), (wrapped.to_owned(), false));
        let (narrow, is_told) = printed(40);
        assert!(is_told && !narrow.contains("2026-10-31") && narrow.contains("198607142010012003"));
    }
}
