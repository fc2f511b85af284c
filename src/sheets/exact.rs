//! What this program wrote itself, read cell for cell: nothing is trimmed and nothing is guessed, only the guard goes.

use super::guard::unguarded;
use super::{SheetCell, Written, package, workbook};
use crate::words::import::Unread;

/// A sheet: its name, and its rows as texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExactSheet {
    /// Its name.
    pub name: String,
    /// Its rows, the heading first.
    pub rows: Vec<Vec<String>>,
}

/// Every sheet of a workbook, within the bounds of any other.
///
/// # Errors
/// When it is no workbook of Excel, or holds too much.
pub fn workbook(file: &str, bytes: &[u8]) -> Result<Vec<ExactSheet>, Unread> {
    package::kind(file, bytes)?;
    let sheets = workbook::xlsx(file, bytes, text)?.into_iter();
    let exact = sheets.map(|sheet| ExactSheet {
        name: sheet.name.as_deref().unwrap_or_default().to_owned(),
        rows: sheet
            .rows
            .iter()
            .map(|row| row.texts().map(str::to_owned).collect())
            .collect(),
    });
    Ok(exact.collect())
}

/// A text with commas.
///
/// # Errors
/// When it is no such text.
pub fn csv(file: &str, bytes: &[u8]) -> Result<Vec<Vec<String>>, Unread> {
    let unread = || Unread::NoText {
        name: file.to_owned(),
    };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| unread())?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let rows = reader.records().map(|record| {
        let cells = record.map(|record| record.iter().map(|cell| unguarded(cell).to_owned()).collect());
        cells.map_err(|_| unread())
    });
    rows.collect()
}

/// A text as it was before it was guarded.
fn text(text: &str) -> SheetCell {
    SheetCell {
        text: unguarded(text).to_owned(),
        written: Written::Text,
    }
}
