//! What this program wrote itself, read cell for cell: nothing is trimmed and nothing is guessed, only the guard goes.

use super::guard::unguarded;
use super::{SheetCell, Written, book};
use crate::words::import::{Spot, Unread};

/// A sheet: its name, and its rows as texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExactSheet {
    /// Its name.
    pub name: String,
    /// The place of the whole sheet.
    pub place: Spot,
    /// Its rows, the heading first: the number of each, and its cells. None is blank.
    pub rows: Vec<ExactRow>,
}

/// A row: its number as its program shows it, and its cells.
pub type ExactRow = (usize, Vec<String>);

/// Every sheet of a workbook, within the bounds of any other; none of what is no workbook.
///
/// # Errors
/// When it cannot be read, or holds too much.
pub fn workbook(file: &str, bytes: &[u8]) -> Result<Vec<ExactSheet>, Unread> {
    let sheets = book(file, bytes, text)?.unwrap_or_default().into_iter();
    let sheets = sheets.filter(|sheet| !sheet.concealed.whole);
    let exact = sheets.map(|sheet| ExactSheet {
        name: sheet.name.as_deref().unwrap_or_default().to_owned(),
        place: Spot {
            file: file.into(),
            ..sheet.spot(0, None)
        },
        rows: sheet
            .rows
            .iter()
            .filter(|row| !row.is_blank())
            .map(|row| (row.number, row.texts().map(str::to_owned).collect()))
            .collect(),
    });
    Ok(exact.collect())
}

/// A text with commas.
///
/// # Errors
/// When it is no such text.
pub fn csv(file: &str, bytes: &[u8]) -> Result<Vec<ExactRow>, Unread> {
    let unread = || Unread::NoText {
        name: file.to_owned(),
    };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| unread())?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let (mut line, mut at) = (1, 0);
    let rows = reader.records().map(|record| {
        let record = record.map_err(|_| unread())?;
        let start = record.position().map_or(0, |position| position.byte() as usize);
        line += memchr::memchr_iter(b'\n', &text.as_bytes()[at..start]).count();
        at = start;
        let cells = record.iter().map(|cell| unguarded(cell).to_owned()).collect();
        Ok((line, cells))
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
