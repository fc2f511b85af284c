//! The rows of a sheet as they are read, within what a spreadsheet program could keep and a machine can hold.

use super::{SheetCell, Worksheet, Written};
use crate::words::import::{Spot, Unread};
use std::sync::Arc;

/// The most columns of a row that a spreadsheet program keeps.
pub(super) const MOST_COLUMNS: usize = 16_384;

/// The most characters of a cell that one keeps.
pub(super) const MOST_LETTERS: usize = 32_767;

/// What the cells of a file may take together: texts, and the places up to the last cell of each row.
const HELD: usize = 256 << 20;

/// A row of a sheet. Its cells lie in one piece, because a list has many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number, as its program shows it.
    pub number: usize,
    /// How many cells it has, two bytes, of which the first bit says whether its text is long; where each ends in the text,
    /// two bytes a cell from column A, or four in a long one, with what it is written as in the last two bits; the text.
    /// Nothing of a row without cells.
    packed: Box<[u8]>,
}

/// How many bytes say how many cells a row has.
const WIDTH: usize = size_of::<u16>();

/// The bit of a row with a long text.
const LONG: u16 = 1 << 15;

impl SheetRow {
    fn new(number: usize, cells: &[(usize, SheetCell)]) -> SheetRow {
        let width = cells.iter().map(|(column, _)| column + 1).max().unwrap_or(0);
        let (mut text, mut ends) = (String::new(), Vec::with_capacity(width));
        let end = |text: &str, written: Written| (text.len() as u32) << 2 | written as u32;
        for (column, cell) in cells {
            while ends.len() < *column {
                ends.push(end(&text, Written::Text));
            }
            text.push_str(&cell.text);
            ends.push(end(&text, cell.written));
        }
        let short: Result<Vec<u16>, _> = ends.iter().map(|end| u16::try_from(*end)).collect();
        let mut packed = Vec::new();
        if !ends.is_empty() {
            // No row has more cells than these bits count.
            let width = u16::try_from(ends.len()).unwrap_or(LONG - 1);
            let (long, ends): (u16, Vec<u8>) = match short {
                Ok(ends) => (0, ends.into_iter().flat_map(u16::to_le_bytes).collect()),
                Err(_) => (LONG, ends.into_iter().flat_map(u32::to_le_bytes).collect()),
            };
            packed = [&(width | long).to_le_bytes(), &*ends, text.as_bytes()].concat();
        }
        SheetRow {
            number,
            packed: packed.into(),
        }
    }

    /// How many bytes say where a cell ends.
    fn step(&self) -> usize {
        match self.head() & LONG {
            0 => size_of::<u16>(),
            _ => size_of::<u32>(),
        }
    }

    /// How many cells it has, and whether its text is long.
    fn head(&self) -> u16 {
        let head = self.packed.first_chunk().copied().map(u16::from_le_bytes);
        head.unwrap_or_default()
    }

    /// Where the cell of a column ends in the text, with what it is written as.
    fn end(&self, column: usize) -> Option<u32> {
        let (step, from) = (self.step(), WIDTH + column * self.step());
        let bytes = self
            .packed
            .get(from..from + step)
            .filter(|_| column < self.width())?;
        let mut whole = [0; size_of::<u32>()];
        whole[..step].copy_from_slice(bytes);
        Some(u32::from_le_bytes(whole))
    }

    /// The bytes of its text.
    fn bytes(&self) -> &[u8] {
        let from = WIDTH + self.width() * self.step();
        self.packed.get(from..).unwrap_or_default()
    }

    /// The same with another cell in a column.
    fn with(&self, column: usize, cell: SheetCell) -> SheetRow {
        let others = (0..self.width()).filter(|at| *at != column);
        let mut cells: Vec<(usize, SheetCell)> = others.filter_map(|at| Some((at, self.cell(at)?))).collect();
        cells.push((column, cell));
        cells.sort_by_key(|(at, _)| *at);
        SheetRow::new(self.number, &cells)
    }

    /// The same with what stands in another row below its cells, as further lines of them.
    pub(super) fn above(&self, below: &SheetRow) -> SheetRow {
        let cells = (0..self.width().max(below.width())).filter_map(|column| {
            let cell = match (self.cell(column), below.cell(column)) {
                (Some(upper), Some(lower)) if upper != lower => {
                    SheetCell::text(&format!("{}\n{}", upper.text, lower.text))
                }
                (upper, lower) => upper.or(lower)?,
            };
            Some((column, cell))
        });
        SheetRow::new(self.number, &cells.collect::<Vec<_>>())
    }

    /// The text in a column; empty where the row ends before it.
    pub fn get(&self, column: usize) -> &str {
        let place = |column: usize| self.end(column).map(|end| (end >> 2) as usize);
        let from = column.checked_sub(1).and_then(place).unwrap_or(0);
        let bytes = place(column).and_then(|to| self.bytes().get(from..to));
        // What was put in was text.
        bytes.map_or("", |bytes| std::str::from_utf8(bytes).unwrap_or_default())
    }

    /// The cell in a column, where something stands in it.
    pub fn cell(&self, column: usize) -> Option<SheetCell> {
        let text = self.get(column);
        let written = match self.end(column)? & 3 {
            1 => Written::Number,
            2 => Written::Day,
            _ => Written::Text,
        };
        (!text.is_empty()).then(|| SheetCell {
            text: text.to_owned(),
            written,
        })
    }

    /// The texts of its cells, from column A.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        (0..self.width()).map(|column| self.get(column))
    }

    /// How many cells it has, with the empty ones before the last.
    pub fn width(&self) -> usize {
        usize::from(self.head() & !LONG)
    }

    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.bytes().is_empty()
    }
}

/// A cell that is merged over several rows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Merged {
    /// Its column, from 0.
    pub(super) column: usize,
    /// The first of its rows, as its program shows it.
    pub(super) first: usize,
    /// The last.
    pub(super) last: usize,
}

/// Gathers the cells of a sheet to its rows.
pub(super) struct Rows<'f> {
    file: &'f str,
    name: Option<Arc<str>>,
    /// What the cells of the file take so far.
    held: &'f mut usize,
    /// The row that is being gathered, and its cells.
    row: usize,
    cells: Vec<(usize, SheetCell)>,
    rows: Vec<SheetRow>,
}

impl<'f> Rows<'f> {
    /// No row yet of a sheet of a file whose sheets before took `held`.
    pub(super) fn of(file: &'f str, name: Option<&str>, held: &'f mut usize) -> Rows<'f> {
        Rows {
            file,
            name: name.map(Arc::from),
            held,
            row: 0,
            cells: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// Puts a cell in: `row` as its program shows it, `column` from 0.
    ///
    /// # Errors
    /// When no program could keep it, or the file holds too much.
    pub(super) fn put(&mut self, row: usize, column: usize, cell: SheetCell) -> Result<(), Unread> {
        if row != self.row {
            let is_apart = row > self.row + 1;
            self.begin(row)?;
            if is_apart {
                self.part();
            }
        }
        if column >= MOST_COLUMNS {
            let (name, row) = (self.spot(None).within_file(), row);
            return Err(Unread::TooManyColumns { name, row });
        }
        // Of few bytes there are no more characters.
        if cell.text.len() > MOST_LETTERS && cell.text.chars().count() > MOST_LETTERS {
            let spot = self.spot(Some(column));
            let (name, cell) = (spot.within_file(), spot.cell().unwrap_or_default());
            return Err(Unread::CellTooLong { name, cell });
        }
        self.hold(cell.text.len())?;
        self.cells.push((column, cell));
        Ok(())
    }

    /// Ends the row before and begins one, which may stay without a cell.
    ///
    /// # Errors
    /// When the file holds too much.
    pub(super) fn begin(&mut self, row: usize) -> Result<(), Unread> {
        if self.row > 0 {
            self.cells.sort_by_key(|(column, _)| *column);
            self.cells.dedup_by_key(|(column, _)| *column);
            let ended = SheetRow::new(self.row, &self.cells);
            self.cells.clear();
            self.hold(ended.width() * size_of::<u32>() + size_of::<SheetRow>())?;
            self.rows.push(ended);
        }
        self.row = row;
        Ok(())
    }

    /// The row that is being gathered stands apart from those before it, however far.
    pub(super) fn part(&mut self) {
        if !self.rows.is_empty() {
            self.rows.push(SheetRow::new(self.row - 1, &[]));
        }
    }

    /// Counts what is held.
    fn hold(&mut self, bytes: usize) -> Result<(), Unread> {
        *self.held += bytes;
        let (name, row) = (|| self.spot(None).within_file(), self.row);
        match *self.held > HELD {
            true => Err(Unread::HoldsTooMuch { name: name(), row }),
            false => Ok(()),
        }
    }

    fn spot(&self, column: Option<usize>) -> Spot {
        Spot {
            file: self.file.into(),
            sheet: self.name.clone(),
            row: self.row,
            column,
        }
    }

    /// The same; a cell that was merged over rows stands in each of them.
    ///
    /// # Errors
    /// When the file holds too much.
    pub(super) fn finish_merged(mut self, merged: &[Merged]) -> Result<Worksheet, Unread> {
        self.begin(0)?;
        self.rows.sort_by_key(|row| row.number);
        for Merged { column, first, last } in merged {
            let from = self.rows.partition_point(|row| row.number < *first);
            let to = self.rows.partition_point(|row| row.number <= *last);
            let top = self.rows.get(from).filter(|row| row.number == *first);
            let Some(cell) = top.and_then(|row| row.cell(*column)) else {
                continue;
            };
            for at in from + 1..to {
                self.hold(cell.text.len() + size_of::<SheetRow>())?;
                let row = &self.rows[at];
                // A blank row stays one, so that it parts what it parts.
                if row.get(*column).is_empty() && !row.is_blank() {
                    self.rows[at] = row.with(*column, cell.clone());
                }
            }
        }
        self.finish()
    }

    /// The sheet with its rows, in their order.
    ///
    /// # Errors
    /// When the file holds too much.
    pub(super) fn finish(mut self) -> Result<Worksheet, Unread> {
        self.begin(0)?;
        self.rows.sort_by_key(|row| row.number);
        self.rows.shrink_to_fit();
        Ok(Worksheet {
            name: self.name,
            rows: self.rows,
            ..Worksheet::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_gives_back_its_cells_however_long_they_are() {
        for letters in [0, 1, 16_382, 16_383, 16_384, 70_000] {
            let long = SheetCell::text(&"x".repeat(letters));
            let cells = [
                (1, SheetCell::number(2.5)),
                (2, long.clone()),
                (4, SheetCell::text("z")),
            ];
            let row = SheetRow::new(7, &cells);
            assert_eq!(row.width(), 5, "{letters}");
            let back: Vec<Option<SheetCell>> = (0..6).map(|column| row.cell(column)).collect();
            let long = (letters > 0).then_some(long);
            let expected = [
                None,
                Some(cells[0].1.clone()),
                long,
                None,
                Some(cells[2].1.clone()),
                None,
            ];
            assert_eq!(back, expected, "{letters}");
        }
        let empty = SheetRow::new(3, &[]);
        assert_eq!((empty.width(), empty.get(0), empty.is_blank()), (0, "", true));
    }
}
