//! Rows on the screen, as CSV or as JSON: what `list` prints.
//!
//! CSV and JSON hold every cell as it stands in the files; the table is for eyes and shows what has room.

use crate::change::Record;
use crate::change::people::People;
use crate::diagnostic::visible;
use crate::records::table::Table;
use crate::words::change::Note;
use std::io::{self, Write};

/// The widest a text becomes in the table of records; keys are never cut.
pub const WIDEST: usize = 40;

/// The narrowest that a wider text is cut to.
const NARROWEST: usize = 16;

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
        let filled =
            (0..self.names.len()).filter(|&column| self.rows.iter().any(|row| !row[column].is_empty()));
        let (mut shown, mut hidden, mut used) = (Vec::new(), Vec::new(), 0);
        for column in filled {
            // A text that is only somewhat too wide is cut to the room that is left.
            let wide = match self.width(column) {
                wide if wide > NARROWEST && used + wide > width && column >= self.keys => {
                    width.saturating_sub(used).max(NARROWEST)
                }
                wide => wide,
            };
            if column < self.keys || used + wide <= width {
                shown.push((column, wide));
                used += wide + 2;
            } else {
                hidden.push(self.names[column].as_str());
            }
        }
        if !self.rows.is_empty() {
            write_line(&self.names, &shown, self.keys, out)?;
        }
        for row in &self.rows {
            write_line(row, &shown, self.keys, out)?;
        }
        Ok((!hidden.is_empty()).then(|| Note::ColumnsHidden {
            columns: hidden.join(", "),
        }))
    }

    /// How wide a column is printed.
    fn width(&self, column: usize) -> usize {
        let length = |text: &String| text.chars().count();
        let widest = self
            .rows
            .iter()
            .map(|row| length(&row[column]))
            .max()
            .unwrap_or(0);
        let widest = if column < self.keys {
            widest
        } else {
            widest.min(self.widest)
        };
        widest.max(length(&self.names[column]))
    }
}

/// One line of the table, without spaces at its end.
fn write_line(
    cells: &[String],
    shown: &[(usize, usize)],
    keys: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut line = String::new();
    for &(column, wide) in shown {
        let cell = visible(&cells[column]);
        let is_long = column >= keys && cell.chars().count() > wide;
        let cut: String = match is_long {
            true => cell.chars().take(wide - 1).chain(['…']).collect(),
            false => cell.into_owned(),
        };
        line.push_str(&format!("{cut:wide$}  "));
    }
    writeln!(out, "{}", line.trim_end())
}

/// A field of a JSON object: the text as in the file, `null` where it is not known.
fn field(name: &str, cell: &str) -> String {
    let name = serde_json::Value::from(name);
    match cell.is_empty() {
        true => format!("{name}: null"),
        false => format!("{name}: {}", serde_json::Value::from(cell)),
    }
}
