//! Changes to the text of a table's file: what a change does not concern keeps its exact bytes.

use super::csv::ragged;
use super::quoting::{joined, quoted_if_needed};
use super::splitter::Splitter;
use super::window::BOM;
use crate::records::document::is_conflict_marker;
use crate::records::table::{Binding, Schema, Shape};
use crate::words::problem::Problem;
use std::borrow::Cow;

pub use super::quoting::written;

/// What stands between the cells of a key that is compared as one text: no cell holds it, and it is smaller than
/// every other byte, so that comparing the texts compares the keys cell by cell.
const BETWEEN: &str = "\0";

/// The byte of a text at which it cannot be read, and why.
pub type Unreadable = (usize, Problem);

/// The rows of one file of a table, as they stand there.
#[derive(Clone, Debug)]
pub struct Folio<'t> {
    table: &'t Schema,
    /// What stands before the heading: a byte order mark, blank lines.
    lead: String,
    heading: Line,
    binding: Binding,
    rows: Vec<Line>,
    /// The line end of new rows.
    ending: &'static str,
    is_sorted: bool,
}

/// A row with what follows it up to the next.
#[derive(Clone, Debug, Default)]
struct Line {
    raw: String,
    /// Its line end and the blank lines behind it; empty when the file ends without a line end.
    end: String,
    /// By what rows are ordered where they have a key.
    key: String,
}

impl<'t> Folio<'t> {
    /// Takes the text of a file apart; `None` is a file that does not exist yet.
    ///
    /// # Errors
    /// The first thing that reading the file would call an error about its form. Cells are not checked.
    pub fn parse(table: &'t Schema, text: Option<&str>) -> Result<Folio<'t>, Unreadable> {
        let header = table.header() + "\n";
        let text = text.unwrap_or(&header);
        let mut splitter = Splitter::default();
        let mut at = if text.starts_with(BOM) { BOM.len_utf8() } else { 0 };
        at += blank_lines(&text[at..]);
        let lead = text[..at].to_owned();
        let header = || table.header();
        let (heading, next) = line(text, at, &mut splitter, None)?
            .ok_or_else(|| (0, Problem::HeaderMissing { header: header() }))?;
        let binding = bind(table, &heading.raw, at)?;

        let mut sheet = Folio {
            table,
            lead,
            ending: if heading.end.starts_with('\r') {
                "\r\n"
            } else {
                "\n"
            },
            heading,
            binding,
            rows: Vec::new(),
            is_sorted: true,
        };
        at = next;
        while let Some((mut row, next)) = line(text, at, &mut splitter, Some(sheet.binding.width()))? {
            row.key = sheet.key_of(&splitter.cells(&row.raw));
            sheet.rows.push(row);
            at = next;
        }
        sheet.note_order();
        Ok(sheet)
    }

    /// Whether the rows stand in their order.
    pub fn is_sorted(&self) -> bool {
        self.is_sorted
    }

    /// Whether the file has a declared column.
    pub fn has(&self, column: usize) -> bool {
        self.binding.place(column).is_some()
    }

    /// The names of the user's own columns, in the order of the file.
    pub fn own_names(&self) -> impl Iterator<Item = &str> {
        self.binding.own().iter().map(|(name, _)| name.as_str())
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The cells of a row, by declared column; empty where the file does not have the column.
    ///
    /// # Panics
    /// When there is no such row.
    pub fn cells(&self, row: usize) -> Vec<String> {
        let cells = cells(&self.rows[row].raw);
        let cell = |place: Option<usize>| place.map_or_else(String::new, |place| cells[place].clone());
        (0..self.table.columns.len())
            .map(|column| cell(self.binding.place(column)))
            .collect()
    }

    /// The number of the row with these key cells. The rows of a bag have no key and are not found.
    pub fn find(&self, key: &[&str]) -> Option<usize> {
        if self.table.shape == Shape::Bag {
            return None;
        }
        let key = key.join(BETWEEN);
        match self.is_sorted {
            true => self.rows.binary_search_by(|row| row.key.cmp(&key)).ok(),
            false => self.rows.iter().position(|row| row.key == key),
        }
    }

    /// Adds a row with these cells, by declared column (absent ones at the end are empty), before the first row
    /// that is greater; the others stay where they are. A column that the file lacks is added when its cell is
    /// not empty. Gives the number of the new row.
    ///
    /// # Errors
    /// When a row with its key stands there already.
    pub fn insert(&mut self, values: &[&str]) -> Result<usize, Problem> {
        let keys = self.table.keys();
        let key: Vec<&str> = (0..keys)
            .map(|column| values.get(column).copied().unwrap_or(""))
            .collect();
        if self.find(&key).is_some() {
            let key = key.join(",");
            return Err(Problem::KeyRepeated { key });
        }
        let was_sorted = self.is_sorted;
        for (column, value) in values.iter().enumerate() {
            if !value.is_empty() && self.binding.place(column).is_none() {
                self.add_column(column);
            }
        }
        if was_sorted && !self.is_sorted {
            self.sort();
        }
        let mut placed = vec![""; self.binding.width()];
        for (column, value) in values.iter().enumerate() {
            if let Some(place) = self.binding.place(column) {
                placed[place] = value;
            }
        }
        let row = Line {
            key: self.key_of(&placed),
            raw: written(&placed),
            end: self.ending.to_owned(),
        };
        let at = self.place_of(&row);
        self.end_line_before(at);
        self.rows.insert(at, row);
        Ok(at)
    }

    /// Writes another value into one cell; the other cells of the row keep their text. A column that the file lacks
    /// is added first: a cell more in the heading and in every row. The row stays where it is, also when its key
    /// changes: to move it, remove it and insert it again.
    ///
    /// # Panics
    /// When there is no such row or column.
    pub fn set(&mut self, row: usize, column: usize, value: &str) {
        let place = match self.binding.place(column) {
            Some(place) => place,
            None if value.is_empty() => return,
            None => self.add_column(column),
        };
        self.write(row, place, value);
    }

    /// Writes another value into the cell of a row at a place.
    fn write(&mut self, row: usize, place: usize, value: &str) {
        let mut splitter = Splitter::default();
        let raw = std::mem::take(&mut self.rows[row].raw);
        splitter.split(&raw, true);
        let mut cells = splitter.cells(&raw);
        if cells[place] == value {
            self.rows[row].raw = raw;
            return;
        }
        cells[place] = value;
        let key = self.key_of(&cells);
        // Where each cell ends as it is written: one byte before the next begins.
        let width = self.binding.width();
        let written = (0..width).map(|cell| match cell == place {
            true => quoted_if_needed(value),
            false if cell + 1 < width => {
                Cow::Borrowed(&raw[splitter.start(cell)..splitter.start(cell + 1) - 1])
            }
            false => Cow::Borrowed(&raw[splitter.start(cell)..]),
        });
        let changed = joined(&written.collect::<Vec<_>>());
        let moves = self.table.shape == Shape::Bag || key != self.rows[row].key;
        (self.rows[row].raw, self.rows[row].key) = (changed, key);
        if moves {
            self.note_order();
        }
    }

    /// Takes a row out. The heading stays when it was the last.
    ///
    /// # Panics
    /// When there is no such row.
    pub fn remove(&mut self, row: usize) {
        let removed = self.rows.remove(row);
        // Blank lines behind it are not part of it.
        if let Some(at) = removed.end.find('\n') {
            let before = match row {
                0 => &mut self.heading,
                _ => &mut self.rows[row - 1],
            };
            before.end.push_str(&removed.end[at + 1..]);
        }
    }

    /// The text of the file as it is now.
    pub fn to_text(&self) -> String {
        let mut text = self.lead.clone();
        for line in [&self.heading].into_iter().chain(&self.rows) {
            text.push_str(&line.raw);
            text.push_str(&line.end);
        }
        text
    }

    /// The key of a row whose cells stand in the order of the file.
    fn key_of(&self, cells: &[&str]) -> String {
        if self.table.shape == Shape::Bag {
            return String::new();
        }
        let key: Vec<&str> = (0..self.table.keys())
            .filter_map(|column| self.binding.place(column))
            .map(|place| cells[place])
            .collect();
        key.join(BETWEEN)
    }

    /// By what rows are ordered.
    fn rank<'l>(&self, line: &'l Line) -> &'l str {
        match self.table.shape {
            Shape::Keyed => &line.key,
            Shape::Bag => &line.raw,
        }
    }

    fn note_order(&mut self) {
        self.is_sorted = self
            .rows
            .is_sorted_by(|a, b| self.rank(a).as_bytes() <= self.rank(b).as_bytes());
    }

    /// Brings the rows back into their order, after keys were changed, or the bytes of a bag's rows.
    pub fn sort(&mut self) {
        self.end_line_before(self.rows.len());
        let mut rows = std::mem::take(&mut self.rows);
        rows.sort_by(|a, b| self.rank(a).cmp(self.rank(b)));
        self.rows = rows;
        self.note_order();
    }

    /// The cells of the user's own columns in a row, with their names.
    ///
    /// # Panics
    /// When there is no such row.
    pub fn own(&self, row: usize) -> Vec<(String, String)> {
        let cells = cells(&self.rows[row].raw);
        let own = self.binding.own().iter();
        own.map(|(name, place)| (name.clone(), cells[*place].clone()))
            .collect()
    }

    /// Writes into a cell of a user's own column, which the file gets as its last where it lacks it.
    ///
    /// # Panics
    /// When there is no such row.
    pub fn set_own(&mut self, row: usize, name: &str, value: &str) {
        let known = self.binding.own().iter().find(|(own, _)| own == name);
        let place = match known.map(|(_, place)| *place) {
            Some(place) => place,
            None if value.is_empty() => return,
            None => self.widen_at(self.binding.width(), name),
        };
        self.write(row, place, value);
    }

    /// Before which row a new one goes.
    fn place_of(&self, new: &Line) -> usize {
        let wanted = self.rank(new);
        match self.is_sorted {
            true => self.rows.partition_point(|row| self.rank(row) <= wanted),
            false => {
                let greater = self.rows.iter().position(|row| self.rank(row) > wanted);
                greater.unwrap_or(self.rows.len())
            }
        }
    }

    /// Gives the line before row `at` a line end, where the file ended without one.
    fn end_line_before(&mut self, at: usize) {
        let ending = self.ending;
        let before = match at {
            0 => &mut self.heading,
            _ => &mut self.rows[at - 1],
        };
        if !before.end.ends_with('\n') {
            before.end = ending.to_owned();
        }
    }

    /// Takes declared columns out of the heading and of every row; nothing else about them changes.
    pub fn drop_columns(&mut self, columns: &[usize]) {
        let places: Vec<usize> = columns
            .iter()
            .filter_map(|column| self.binding.place(*column))
            .collect();
        let mut splitter = Splitter::default();
        for line in [&mut self.heading].into_iter().chain(&mut self.rows) {
            splitter.split(&line.raw, true);
            let width = self.binding.width();
            let kept =
                (0..width)
                    .filter(|place| !places.contains(place))
                    .map(|place| match place + 1 < width {
                        true => &line.raw[splitter.start(place)..splitter.start(place + 1) - 1],
                        false => &line.raw[splitter.start(place)..],
                    });
            line.raw = kept.collect::<Vec<_>>().join(",");
        }
        let names = cells(&self.heading.raw);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        self.binding = Binding::new(self.table, &names).0;
    }

    /// Adds a declared column at its place: the heading and every row become longer by one cell, and nothing else
    /// about them changes. Gives its position.
    fn add_column(&mut self, column: usize) -> usize {
        let name = self.table.columns[column].name.clone();
        self.widen_at(self.binding.place_for(column), &name)
    }

    /// Adds a column at a place. Gives its position.
    fn widen_at(&mut self, place: usize, name: &str) -> usize {
        let mut splitter = Splitter::default();
        for row in &mut self.rows {
            widen(&mut row.raw, place, "", &mut splitter);
        }
        widen(
            &mut self.heading.raw,
            place,
            &quoted_if_needed(name),
            &mut splitter,
        );
        let names = cells(&self.heading.raw);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        self.binding = Binding::new(self.table, &names).0;
        self.note_order();
        place
    }
}

/// The canonical form of a file: UTF-8, LF, no byte order mark, the columns of [`Binding::canonical`], minimal
/// quoting, rows in order, no blank line, a line end behind the last row.
///
/// # Errors
/// The first thing that reading the file would call an error about its form.
pub fn canonical(table: &Schema, text: &str) -> Result<String, Unreadable> {
    let mut sheet = Folio::parse(table, Some(text))?;
    let (names, places): (Vec<&str>, Vec<Option<usize>>) = sheet.binding.canonical(table).unzip();
    let mut splitter = Splitter::default();
    for row in &mut sheet.rows {
        splitter.split(&row.raw, true);
        let cells = splitter.cells(&row.raw);
        let ordered: Vec<&str> = places
            .iter()
            .map(|place| place.map_or("", |p| cells[p]))
            .collect();
        row.raw = written(&ordered);
    }
    let mut rows: Vec<&Line> = sheet.rows.iter().collect();
    rows.sort_by(|a, b| sheet.rank(a).cmp(sheet.rank(b)));

    let mut out = written(&names) + "\n";
    for row in rows {
        out += &row.raw;
        out.push('\n');
    }
    Ok(out)
}

/// How many bytes of blank lines `text` begins with.
fn blank_lines(text: &str) -> usize {
    let mut rest = text;
    while let Some(next) = rest.strip_prefix('\n').or_else(|| rest.strip_prefix("\r\n")) {
        rest = next;
    }
    text.len()
        - rest
            .strip_prefix('\r')
            .filter(|next| next.is_empty())
            .unwrap_or(rest)
            .len()
}

/// The line at byte `at` with the blank lines behind it, and where the next begins; `None` at the end of the text.
/// Its cells stay in the splitter. With a `width` a row must have so many cells.
fn line(
    text: &str,
    at: usize,
    splitter: &mut Splitter,
    width: Option<usize>,
) -> Result<Option<(Line, usize)>, Unreadable> {
    if at == text.len() {
        return Ok(None);
    }
    let Some((length, whole)) = splitter.split(&text[at..], true) else {
        return Ok(None);
    };
    let raw = &text[at..at + length];
    if is_conflict_marker(raw) {
        return Err((at, Problem::ConflictMarker));
    }
    if let Some((byte, problem)) = splitter.problem() {
        return Err((at + byte, problem.clone()));
    }
    let found = splitter.cells(raw).len();
    if let Some(expected) = width.filter(|&width| width != found) {
        return Err((at, ragged((found, expected), whole == length)));
    }
    let next = at + whole + blank_lines(&text[at + whole..]);
    let line = Line {
        raw: raw.to_owned(),
        end: text[at + length..next].to_owned(),
        key: String::new(),
    };
    Ok(Some((line, next)))
}

/// Binds the heading that stands at byte `at`.
fn bind(table: &Schema, heading: &str, at: usize) -> Result<Binding, Unreadable> {
    let mut splitter = Splitter::default();
    splitter.split(heading, true);
    let header = splitter.cells(heading);
    if header.len() == 1 && header[0].contains(';') {
        return Err((at, Problem::Semicolons));
    }
    let (binding, problems) = Binding::new(table, &header);
    match problems.into_iter().next() {
        None => Ok(binding),
        Some((position, problem)) => Err((at + splitter.start(position), problem)),
    }
}

/// Puts a cell, as it is written, at a position of a line.
fn widen(line: &mut String, place: usize, written: &str, splitter: &mut Splitter) {
    splitter.split(line, true);
    match place < splitter.cells(line).len() {
        true => line.insert_str(splitter.start(place), &format!("{written},")),
        false => line.extend([",", written]),
    }
}

/// The cells of a line.
fn cells(line: &str) -> Vec<String> {
    let mut splitter = Splitter::default();
    splitter.split(line, true);
    splitter.cells(line).into_iter().map(str::to_owned).collect()
}
