//! Tables that other programs keep: csv of every kind, xlsx, xls and ods, read to cells that know where they stand.
//!
//! It takes bytes and gives texts; what a column means is for others to say.
//!
//! ```text
//! read ── text       encoding, delimiter, rows
//!      └─ workbook   sheets, numbers and days as their program shows them
//! heading            which row of a sheet names its columns
//! exact              what this program wrote itself, cell for cell
//! guard              the apostrophe before what a program would calculate
//! ```

pub mod exact;
pub mod guard;
pub mod heading;
mod text;
mod workbook;

use crate::words::import::{Spot, Unread};
use std::sync::Arc;

/// What a program keeps of a cell beside its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Written {
    /// Text, as it was typed.
    #[default]
    Text,
    /// A number, with a point before its decimals.
    Number,
    /// A day, as `YYYY-MM-DD`.
    Day,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetCell {
    /// What stands in it, without blanks around and without the apostrophe that makes a program keep text.
    pub text: String,
    /// What its program keeps it as.
    pub written: Written,
}

impl SheetCell {
    /// A text, as it was typed.
    pub fn text(text: &str) -> SheetCell {
        let text = text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
        SheetCell {
            text: guard::unguarded(text).trim().to_owned(),
            written: Written::Text,
        }
    }
}

/// A row of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number, as its program shows it.
    pub number: usize,
    /// Its cells, from column A.
    pub cells: Vec<SheetCell>,
}

impl SheetRow {
    /// The text in a column; empty where the row ends before it.
    pub fn get(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| &cell.text)
    }

    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.is_empty())
    }
}

/// A sheet with its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worksheet {
    /// The file, as it was named; `-` is standard input.
    pub file: Arc<str>,
    /// Its own name, where the file holds several.
    pub name: Option<Arc<str>>,
    /// Its rows.
    pub rows: Vec<SheetRow>,
}

impl Worksheet {
    /// The place of a cell, or of a row as a whole.
    pub fn spot(&self, row: usize, column: Option<usize>) -> Spot {
        Spot {
            file: self.file.clone(),
            sheet: self.name.clone(),
            column,
            row,
        }
    }
}

/// The text of some bytes in whatever encoding, for who reads lines and no cells.
pub fn text(bytes: &[u8]) -> String {
    text::decoded(bytes)
}

/// The most characters of a cell, and the most columns of a row, that a spreadsheet program keeps.
const MOST: (usize, usize) = (32_767, 16_384);

/// Refuses rows that no spreadsheet program could keep, as after a quotation mark that nobody closed.
fn bounded(file: &str, sheet: &Worksheet) -> Result<(), Unread> {
    let name = || file.to_owned();
    for SheetRow { number: row, cells } in &sheet.rows {
        if cells.len() > MOST.1 {
            let (name, row) = (name(), *row);
            return Err(Unread::TooManyColumns { name, row });
        }
        // Of few bytes there are no more characters.
        let is_long = |text: &str| text.len() > MOST.0 && text.chars().count() > MOST.0;
        if cells.iter().any(|cell| is_long(&cell.text)) {
            let (name, row) = (name(), *row);
            return Err(Unread::CellTooLong { name, row });
        }
    }
    Ok(())
}

/// Reads every sheet that can be seen of a file.
///
/// # Errors
/// When it is no table, when it holds more than any program keeps, or when its program protects it.
pub fn read(file: &str, bytes: &[u8]) -> Result<Vec<Worksheet>, Unread> {
    let is_workbook = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
    let mut sheets = match is_workbook {
        true => workbook::read(file, bytes)?,
        false => vec![text::read(file, bytes)?],
    };
    for sheet in &mut sheets {
        bounded(file, sheet)?;
        sheet.file = file.into();
    }
    Ok(sheets)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_apostrophe_before_a_text_goes() {
        for (text, expected) in [
            ("'198609262015051001", "198609262015051001"),
            ("'=1+1", "=1+1"),
            ("'t Hart", "'t Hart"),
            (" Nur'aini ", "Nur'aini"),
        ] {
            assert_eq!(SheetCell::text(text).text, expected);
        }
    }
}
