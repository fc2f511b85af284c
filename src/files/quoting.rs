//! How the cells of a row are written: in quotes only where they must be.

use crate::records::document::is_conflict_marker;
use std::borrow::Cow;

/// A row with minimal quoting, without line end.
pub fn written(cells: &[&str]) -> String {
    let cells: Vec<Cow<'_, str>> = cells.iter().map(|cell| quoted_if_needed(cell)).collect();
    joined(&cells)
}

/// Joins cells that are written already. A row must not look like a blank line or like a conflict marker of git:
/// then its first cell is quoted.
pub(super) fn joined(cells: &[Cow<'_, str>]) -> String {
    let line = cells.join(",");
    match cells.first() {
        Some(first) if line.is_empty() || is_conflict_marker(&line) => quoted(first) + &line[first.len()..],
        _ => line,
    }
}

/// A cell as RFC 4180 writes it: in quotes only when it holds a comma, a quote or a line end.
pub(crate) fn quoted_if_needed(cell: &str) -> Cow<'_, str> {
    match cell.contains([',', '"', '\n', '\r']) {
        true => Cow::Owned(quoted(cell)),
        false => Cow::Borrowed(cell),
    }
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}
