//! ListingRows of records, as named columns of text cells: what `list` prints.
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
    pub rows: ListingRows,
}

/// ListingRows of text cells. Those of a row lie in one text, because a listing may have a million.
#[derive(Clone, Debug, Default)]
pub struct ListingRows {
    texts: Vec<Box<str>>,
    /// Where each cell ends in the text of its row, row after row.
    ends: Vec<u32>,
}

impl ListingRows {
    /// Adds a row; all have the same number of cells.
    pub fn push(&mut self, cells: impl IntoIterator<Item = impl AsRef<str>>) {
        let mut text = String::new();
        for cell in cells {
            text.push_str(cell.as_ref());
            self.ends.push(text.len() as u32);
        }
        self.texts.push(text.into());
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The cells of each row.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Vec<&str>> {
        let width = self.ends.len() / self.len().max(1);
        let ends = move |row: usize| self.ends[row * width..][..width].iter();
        self.texts.iter().enumerate().map(move |(row, text)| {
            let mut begin = 0;
            let cell = |end: &u32| &text[std::mem::replace(&mut begin, *end as usize)..*end as usize];
            ends(row).map(cell).collect()
        })
    }
}

impl<Cells: IntoIterator<Item: AsRef<str>>> Extend<Cells> for ListingRows {
    fn extend<All: IntoIterator<Item = Cells>>(&mut self, rows: All) {
        rows.into_iter().for_each(|row| self.push(row));
    }
}

impl<Cells: IntoIterator<Item: AsRef<str>>> FromIterator<Cells> for ListingRows {
    fn from_iter<All: IntoIterator<Item = Cells>>(rows: All) -> ListingRows {
        let mut all = ListingRows::default();
        all.extend(rows);
        all
    }
}

impl Listing {
    /// Leaves columns out.
    pub fn leave_out(&mut self, columns: &[usize]) {
        let keep = |index: &usize| !columns.contains(index);
        self.keys = (0..self.keys).filter(keep).count();
        self.kinds = (0..self.kinds.len())
            .filter(keep)
            .map(|index| self.kinds[index])
            .collect();
        let kept = |cells: Vec<&str>| -> Vec<String> {
            let kept = cells.iter().enumerate().filter(|(index, _)| keep(index));
            kept.map(|(_, cell)| (*cell).to_owned()).collect()
        };
        let names = self.names.iter().map(String::as_str).collect();
        self.names = kept(names);
        self.rows = self.rows.iter().map(kept).collect();
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

    /// How wide each column must be, and how wide it would be; `None` where it is empty throughout.
    fn needs(&self) -> Vec<Option<Need>> {
        // The widest cell and the longest word of each column that is filled.
        let mut found: Vec<Option<(usize, usize)>> = vec![None; self.names.len()];
        for row in self.rows.iter() {
            for (cell, found) in row.iter().zip(&mut found).filter(|(cell, _)| !cell.is_empty()) {
                let cell = visible(cell);
                let (widest, word) = found.get_or_insert_default();
                *widest = wrap::width(&cell).max(*widest);
                *word = wrap::longest_word(&cell).max(*word);
            }
        }
        let need = |(column, found): (usize, Option<(usize, usize)>)| {
            let (widest, word) = found?;
            let heading = wrap::width(&self.names[column]);
            let (least, most) = match column < self.keys {
                true => (widest, widest),
                false => (word.min(WHOLE), widest.min(self.widest)),
            };
            Some(Need {
                least: least.max(heading),
                most: most.max(heading),
                heading,
            })
        };
        found.into_iter().enumerate().map(need).collect()
    }
}

/// Columns that are empty throughout are left out, and so are those without room.
pub(super) fn grid(listing: &Listing, width: usize, out: &mut dyn Write) -> io::Result<Option<Hint>> {
    let filled = listing.needs().into_iter().enumerate();
    let filled = filled.filter_map(|(column, need)| Some((column, need?)));
    let (mut shown, mut needs, mut hidden) = (Vec::new(), Vec::new(), Vec::new());
    let mut used = 0;
    for (column, need) in filled {
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
        let names: Vec<&str> = listing.names.iter().map(String::as_str).collect();
        write_row(&names, &shown, out)?;
    }
    for row in listing.rows.iter() {
        write_row(&row, &shown, out)?;
    }
    Ok((!hidden.is_empty()).then(|| Hint::ColumnsHidden {
        columns: hidden.join(", "),
    }))
}

/// One row of the table, on as many lines as its longest cell needs, without spaces at their ends.
fn write_row(cells: &[&str], shown: &[(usize, usize)], out: &mut dyn Write) -> io::Result<()> {
    let wrapped = shown
        .iter()
        .map(|&(column, wide)| wrap::wrap(&visible(cells[column]), wide));
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
            rows: ListingRows::from_iter([["t-1", "198607142010012003", "Menata berkas lama", "2026-10-31"]]),
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
