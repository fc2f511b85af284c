//! Rows of records, as named columns of text cells: what `list` prints.
//!
//! Data formats hold every cell as it stands in the files; the grid is for eyes: long cells wrap, no cell is cut, and
//! columns without room are named.

use super::columns::{GAP, Need, share};
use super::{Format, wrap};
use crate::diagnostic::visible;
use crate::words::change::Hint;
use std::io::{self, Write};

/// The longest word that is kept whole: a NIP has so many digits.
const WHOLE: usize = 18;

/// What a program that calculates keeps a cell as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellForm {
    /// Text, digits too.
    #[default]
    Text,
    /// A number, with a point before its decimals.
    Number,
    /// A day, as `YYYY-MM-DD`.
    Day,
}

/// Named columns of text cells.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// The names of the columns.
    pub names: Vec<String>,
    /// How many columns at the beginning are keys, which never wrap.
    pub keys: usize,
    /// What the cells of each column are; text where nothing is said.
    pub kinds: Vec<CellForm>,
    /// The widest a text becomes in the grid before it wraps.
    pub widest: usize,
    /// The rows; each has as many cells as there are names.
    pub rows: Vec<Vec<String>>,
}

impl Listing {
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
        self.kinds = (0..self.kinds.len())
            .filter(keep)
            .map(|index| self.kinds[index])
            .collect();
        self.names = kept(&self.names);
        self.rows = self.rows.iter().map(|row| kept(row)).collect();
    }

    /// What the cells of a column are.
    pub fn kind(&self, column: usize) -> CellForm {
        self.kinds.get(column).copied().unwrap_or_default()
    }

    /// Writes the rows in a format, which is the table where listings do not take it. Returns what the reader should
    /// know about columns that have no room.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn write(&self, format: &Format, width: usize, out: &mut dyn Write) -> io::Result<Option<Hint>> {
        format.listing.unwrap_or(grid)(self, width, out)
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

/// Columns that are empty throughout are left out, and so are those without room.
pub(super) fn grid(listing: &Listing, width: usize, out: &mut dyn Write) -> io::Result<Option<Hint>> {
    let is_filled = |column: &usize| listing.rows.iter().any(|row| !row[*column].is_empty());
    let filled = (0..listing.names.len()).filter(is_filled);
    let (mut shown, mut needs, mut hidden) = (Vec::new(), Vec::new(), Vec::new());
    let mut used = 0;
    for column in filled {
        let need = listing.need(column);
        if column < listing.keys || used + need.least <= width {
            used += need.least + GAP;
            shown.push(column);
            needs.push(need);
        } else {
            hidden.push(listing.names[column].as_str());
        }
    }
    let widths = share(&needs, width.max(used.saturating_sub(GAP)));
    let shown: Vec<(usize, usize)> = shown.into_iter().zip(widths).collect();
    if !listing.rows.is_empty() {
        write_row(&listing.names, &shown, out)?;
    }
    for row in &listing.rows {
        write_row(row, &shown, out)?;
    }
    Ok((!hidden.is_empty()).then(|| Hint::ColumnsHidden {
        columns: hidden.join(", "),
    }))
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

#[cfg(test)]
mod tests {
    use super::super::TABLE;
    use super::*;

    fn printed(width: usize) -> (String, bool) {
        let texts = |cells: &[&str]| -> Vec<String> { cells.iter().map(|&cell| cell.to_owned()).collect() };
        let listing = Listing {
            names: texts(&["id", "nip", "what", "due"]),
            keys: 1,
            widest: 40,
            kinds: Vec::new(),
            rows: vec![texts(&[
                "t-1",
                "198607142010012003",
                "Menata berkas lama",
                "2026-10-31",
            ])],
        };
        let mut out = Vec::new();
        let note = listing.write(&TABLE, width, &mut out).unwrap();
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
