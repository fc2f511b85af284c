//! What this program wrote itself, read cell for cell: nothing is trimmed and nothing is guessed, only the guard goes.

use super::guard::unguarded;
use crate::words::import::Unread;
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use std::io::Cursor;

/// A sheet: its name, and its rows as texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExactSheet {
    /// Its name.
    pub name: String,
    /// Its rows, the heading first.
    pub rows: Vec<Vec<String>>,
}

/// Every sheet of a workbook.
///
/// # Errors
/// When it is no workbook.
pub fn workbook(file: &str, bytes: &[u8]) -> Result<Vec<ExactSheet>, Unread> {
    let damaged = |reason: String| Unread::Damaged {
        name: file.to_owned(),
        reason,
    };
    let book: Result<Xlsx<_>, _> = open_workbook_from_rs(Cursor::new(bytes));
    let mut book = book.map_err(|error| damaged(error.to_string()))?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name);
        let range = range.map_err(|error| damaged(error.to_string()))?;
        let before = range.start().map_or(0, |(_, column)| column as usize);
        let rows = range.rows().map(|cells| {
            let before = std::iter::repeat_n(String::new(), before);
            before.chain(cells.iter().map(text)).collect()
        });
        sheets.push(ExactSheet {
            rows: rows.collect(),
            name,
        });
    }
    Ok(sheets)
}

/// A text with commas.
///
/// # Errors
/// When it is no such text.
pub fn csv(file: &str, bytes: &[u8]) -> Result<Vec<Vec<String>>, Unread> {
    let damaged = |reason: String| Unread::Damaged {
        name: file.to_owned(),
        reason,
    };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| damaged(error.to_string()))?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let rows = reader.records().map(|record| {
        let cells = record.map(|record| record.iter().map(|cell| unguarded(cell).to_owned()).collect());
        cells.map_err(|error| damaged(error.to_string()))
    });
    rows.collect()
}

/// The text of a cell as it was before it became a number, a day or a guarded text.
fn text(data: &Data) -> String {
    match data {
        Data::String(text) => unguarded(text).to_owned(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(text) => text.chars().take(10).collect(),
        Data::Bool(is) => if *is { "yes" } else { "no" }.to_owned(),
        Data::DurationIso(text) => text.clone(),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}
