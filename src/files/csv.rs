//! CSV as the records hold it: rows as borrowed cells with the byte where they stand.
//!
//! Liberal in what it accepts (BOM, CRLF, quoted newlines, blank lines, a missing last line end, columns in another
//! order) and exact in what it refuses. A small window of the file is in memory at a time.

use crate::diagnostic::{Findings, Origin};
use crate::records::cell::Kind;
use crate::records::table::{Binding, Cells, Row, Shape, Table};
use crate::words::problem::Problem;
use memchr::{memchr, memchr2};
use std::collections::HashSet;
use std::io::{self, Read};

/// How much of a file is read at once.
const CHUNK: u64 = 256 * 1024;

/// The byte order mark that spreadsheets put before UTF-8.
pub(super) const BOM: char = '\u{feff}';

/// Cuts text into rows and rows into cells.
#[derive(Debug, Default)]
pub(crate) struct Splitter {
    /// Where each cell stands: in the line itself, or in `unquoted` when the row has quotes.
    spans: Vec<(u32, u32)>,
    /// Where each cell begins in the line, for a row with quotes.
    starts: Vec<u32>,
    /// The cells of a row with quotes, without them.
    unquoted: String,
    /// Whether the row has quotes.
    has_quotes: bool,
    /// What is wrong with the quotes, and at which byte of the row.
    problem: Option<(usize, Problem)>,
}

impl Splitter {
    /// Splits the first row of `text`. Returns how long its line is without and with its line end, or `None` when
    /// the row may go on beyond `text`, which is impossible when `text` is the `last` of the file.
    pub(crate) fn split(&mut self, text: &str, last: bool) -> Option<(usize, usize)> {
        self.spans.clear();
        self.problem = None;
        let bytes = text.as_bytes();
        let end = match memchr2(b'\n', b'"', bytes) {
            Some(at) if bytes[at] == b'"' => return self.split_quoted(text, last),
            Some(at) => at,
            None if last => bytes.len(),
            None => return None,
        };
        self.has_quotes = false;
        let line = without_return(&bytes[..end]);
        split_commas(line, &mut self.spans);
        Some((line.len(), (end + 1).min(bytes.len())))
    }

    /// The same for a row that holds a quote somewhere.
    #[cold]
    fn split_quoted(&mut self, text: &str, last: bool) -> Option<(usize, usize)> {
        self.has_quotes = true;
        self.starts.clear();
        self.unquoted.clear();
        let bytes = text.as_bytes();
        let mut at = 0;
        loop {
            // One cell from `at`.
            self.starts.push(at as u32);
            let from = self.unquoted.len() as u32;
            if bytes.get(at) == Some(&b'"') {
                let opened = at;
                at += 1;
                loop {
                    match memchr(b'"', &bytes[at..]) {
                        None if !last => return None,
                        None => {
                            self.problem = Some((opened, Problem::QuoteOpen));
                            self.unquoted.push_str(&text[at..]);
                            self.spans.push((from, self.unquoted.len() as u32));
                            return Some((bytes.len(), bytes.len()));
                        }
                        Some(quote) => {
                            self.unquoted.push_str(&text[at..at + quote]);
                            at += quote + 1;
                            if bytes.get(at) != Some(&b'"') {
                                break;
                            }
                            self.unquoted.push('"');
                            at += 1;
                        }
                    }
                }
                if at == bytes.len() && !last {
                    return None;
                }
            }
            // The rest up to the comma or line end; after a quoted cell there must be none.
            let rest = bytes[at..].iter().position(|b| matches!(b, b',' | b'\n'));
            let stop = match rest {
                Some(length) => at + length,
                None if last => bytes.len(),
                None => return None,
            };
            let tail = if bytes.get(stop) == Some(&b',') {
                &text[at..stop]
            } else {
                trim_return(&text[at..stop])
            };
            let opened = *self.starts.last().unwrap_or(&0) as usize;
            let was_quoted = bytes.get(opened) == Some(&b'"');
            if was_quoted && !tail.is_empty() && self.problem.is_none() {
                // A cell that runs over lines to a quote inside another cell was never meant to be open.
                self.problem = match memchr(b'\n', &bytes[opened..at]) {
                    Some(_) => Some((opened, Problem::QuoteOpen)),
                    None => Some((at, Problem::QuoteTrailing)),
                };
            }
            self.unquoted.push_str(tail);
            self.spans.push((from, self.unquoted.len() as u32));
            at = stop + 1;
            if bytes.get(stop) != Some(&b',') {
                let line = stop - (stop - tail_end(bytes, stop));
                return Some((line, at.min(bytes.len())));
            }
        }
    }

    /// The text that the spans cut: the line, or the cells without quotes.
    pub(crate) fn source<'s>(&'s self, line: &'s str) -> &'s str {
        if self.has_quotes { &self.unquoted } else { line }
    }

    /// The cells of the row just split.
    pub(crate) fn cells<'s>(&'s self, line: &'s str) -> Vec<&'s str> {
        let source = self.source(line);
        self.spans
            .iter()
            .map(|&(from, to)| &source[from as usize..to as usize])
            .collect()
    }

    /// The byte of the row at which the cell at `position` begins.
    pub(crate) fn start(&self, position: usize) -> usize {
        let start = match self.has_quotes {
            true => self.starts.get(position).copied(),
            false => self.spans.get(position).map(|span| span.0),
        };
        start.unwrap_or(0) as usize
    }

    /// What is wrong with the quotes of the row just split, and at which byte of it.
    pub(crate) fn problem(&self) -> Option<&(usize, Problem)> {
        self.problem.as_ref()
    }
}

/// The end of a line that stops at `stop`, before a carriage return.
fn tail_end(bytes: &[u8], stop: usize) -> usize {
    if stop > 0 && bytes[stop - 1] == b'\r' {
        stop - 1
    } else {
        stop
    }
}

fn without_return(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

fn trim_return(line: &str) -> &str {
    line.strip_suffix('\r').unwrap_or(line)
}

/// The spans between the commas of a line without quotes. Eight bytes at a time: a comma's byte becomes zero by
/// XOR, and the zero bytes of a word are found with three operations, without a branch a byte.
fn split_commas(line: &[u8], spans: &mut Vec<(u32, u32)>) {
    const COMMAS: u64 = 0x2c2c_2c2c_2c2c_2c2c;
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let mut from = 0u32;
    let mut words = line.chunks_exact(8);
    let mut base = 0u32;
    for word in &mut words {
        let word: [u8; 8] = word.try_into().unwrap_or([0; 8]);
        let differs = u64::from_le_bytes(word) ^ COMMAS;
        // The high bit of each byte that is zero, exact for every byte.
        let mut hits = !(((differs & LOW) + LOW) | differs | LOW);
        while hits != 0 {
            let at = base + hits.trailing_zeros() / 8;
            spans.push((from, at));
            from = at + 1;
            hits &= hits - 1;
        }
        base += 8;
    }
    for &byte in words.remainder() {
        if byte == b',' {
            spans.push((from, base));
            from = base + 1;
        }
        base += 1;
    }
    spans.push((from, base));
}

/// A file that is read through a window of valid text.
struct Window<R> {
    source: R,
    text: String,
    /// Bytes of a character that is not yet whole.
    partial: Vec<u8>,
    /// How much of `text` is done with.
    done: usize,
    /// The byte of the file at which `text` begins.
    base: u64,
    ended: bool,
}

impl<R: Read> Window<R> {
    fn new(source: R) -> Window<R> {
        Window {
            source,
            text: String::new(),
            partial: Vec::new(),
            done: 0,
            base: 0,
            ended: false,
        }
    }

    /// Drops what is done with and reads on; bytes that are no text are told and stand as `?`.
    fn fill(&mut self, file: u32, findings: &mut Findings) -> io::Result<()> {
        let mut bytes = std::mem::take(&mut self.text).into_bytes();
        bytes.drain(..self.done);
        self.base += self.done as u64;
        self.done = 0;
        bytes.append(&mut self.partial);
        let before = bytes.len();
        self.ended = (&mut self.source).take(CHUNK).read_to_end(&mut bytes)? == 0;
        if let Some(at) = memchr(0, &bytes[before..]) {
            findings.error(
                Origin::new(file, self.base + (before + at) as u64),
                Problem::NulByte,
            );
            bytes[before..]
                .iter_mut()
                .filter(|b| **b == 0)
                .for_each(|b| *b = b'?');
        }
        self.text = loop {
            match String::from_utf8(bytes) {
                Ok(text) => break text,
                Err(error) => {
                    let (valid, length) = (error.utf8_error().valid_up_to(), error.utf8_error().error_len());
                    bytes = error.into_bytes();
                    let bad = match length {
                        None if !self.ended => {
                            self.partial = bytes.split_off(valid);
                            continue;
                        }
                        None => bytes.len() - valid,
                        Some(length) => length,
                    };
                    findings.error(Origin::new(file, self.base + valid as u64), Problem::NotUtf8);
                    bytes[valid..valid + bad].fill(b'?');
                }
            }
        };
        if self.base == 0 && self.text.starts_with(BOM) {
            self.done = BOM.len_utf8();
        }
        Ok(())
    }

    /// The next row that is not blank: its byte in the file and its line.
    fn next(
        &mut self,
        splitter: &mut Splitter,
        file: u32,
        findings: &mut Findings,
    ) -> io::Result<Option<(u64, usize, usize)>> {
        loop {
            let rest = &self.text[self.done..];
            if rest.is_empty() && self.ended {
                return Ok(None);
            }
            let split = if rest.is_empty() {
                None
            } else {
                splitter.split(rest, self.ended)
            };
            match split {
                None => self.fill(file, findings)?,
                Some((line, whole)) => {
                    let from = self.done;
                    self.done += whole;
                    if line > 0 {
                        return Ok(Some((self.base + from as u64, from, from + line)));
                    }
                }
            }
        }
    }
}

/// One row of a table's file.
#[derive(Clone, Copy, Debug)]
pub struct RawRow<'r> {
    /// Where the row begins.
    pub origin: Origin,
    /// Its cells, by declared column.
    pub cells: Cells<'r>,
    /// The line as it stands, without its line end.
    pub line: &'r str,
    table: &'r Table,
    binding: &'r Binding,
    splitter: &'r Splitter,
    is_broken: bool,
}

impl<'r> RawRow<'r> {
    /// The typed row; every bad cell is told, and a row with one is none.
    #[inline]
    pub fn read<T: Row<'r>>(&self, findings: &mut Findings) -> Option<T> {
        if self.is_broken {
            return None;
        }
        match T::read(self.cells) {
            Ok(row) => Some(row),
            Err(_) => {
                self.check(findings);
                None
            }
        }
    }

    /// Checks every cell against its column; tells every bad one. Whether all are good.
    #[inline]
    pub fn check(&self, findings: &mut Findings) -> bool {
        if self.is_broken {
            return false;
        }
        let mut good = true;
        for (index, column) in self.table.columns.iter().enumerate() {
            if let Err(problem) = column.check.run(self.cells.get(index)) {
                findings.error(self.cell_origin(index), *problem);
                good = false;
            }
        }
        good
    }

    /// Where the cell of a declared column begins; the row itself when the file does not have the column.
    pub fn cell_origin(&self, column: usize) -> Origin {
        let start = self
            .binding
            .place(column)
            .map_or(0, |position| self.splitter.start(position));
        Origin::new(self.origin.file(), self.origin.byte() + start as u64)
    }

    /// Whether the row could not be cut into its cells; its key may still be read.
    pub fn is_broken(&self) -> bool {
        self.is_broken
    }

    /// The cells of the user's own columns, with their names.
    pub fn own(&self) -> impl Iterator<Item = (&'r str, &'r str)> {
        self.binding
            .own()
            .iter()
            .map(|(name, position)| (name.as_str(), self.cells.at(*position)))
    }
}

/// What a scan of a file saw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scanned {
    /// How many rows.
    pub rows: usize,
    /// Whether the keys did not rise from row to row.
    pub is_unsorted: bool,
}

/// Reads a table from `source` and hands every row to `each`. Keys out of order are noticed, not judged.
///
/// # Errors
/// Only when the source cannot be read; everything wrong with its content is a finding.
pub(crate) fn scan<R: Read>(
    source: R,
    file: u32,
    table: &Table,
    findings: &mut Findings,
    mut each: impl FnMut(&RawRow<'_>, &mut Findings),
) -> io::Result<Scanned> {
    let mut window = Window::new(source);
    let mut splitter = Splitter::default();
    let Some(header) = window.next(&mut splitter, file, findings)? else {
        let header = table.header();
        findings.error(Origin::new(file, 0), Problem::HeaderMissing { header });
        return Ok(Scanned::default());
    };
    let Some(binding) = bind(
        &window.text[header.1..header.2],
        &splitter,
        header.0,
        file,
        table,
        findings,
    ) else {
        return Ok(Scanned::default());
    };

    let mut keys = KeyOrder::new(table, &binding);
    let mut seen = Scanned::default();
    while let Some((byte, from, to)) = window.next(&mut splitter, file, findings)? {
        let line = &window.text[from..to];
        let origin = Origin::new(file, byte);
        let mut is_broken = false;
        if is_conflict_marker(line) {
            findings.error(origin, Problem::ConflictMarker);
            continue;
        }
        if let Some((at, problem)) = splitter.problem() {
            findings.error(Origin::new(file, byte + *at as u64), problem.clone());
            is_broken = true;
        } else if splitter.spans.len() != binding.width() {
            findings.error(
                origin,
                Problem::Ragged {
                    found: splitter.spans.len(),
                    expected: binding.width(),
                },
            );
            is_broken = true;
        }
        let cells = Cells::new(splitter.source(line), &splitter.spans, &binding);
        let row = RawRow {
            origin,
            cells,
            line,
            table,
            binding: &binding,
            splitter: &splitter,
            is_broken,
        };
        seen.rows += 1;
        if !is_broken {
            match keys.follows(&row) {
                KeyStep::Rises => {}
                KeyStep::Falls => seen.is_unsorted = true,
                KeyStep::Repeats => findings.error(origin, Problem::KeyRepeated { key: key_text(&row) }),
            }
        }
        each(&row, findings);
    }
    Ok(seen)
}

/// Tells the repeated keys of a file whose rows are not in order, where neighbours alone do not show them.
pub(crate) fn repeated_keys<R: Read>(
    source: R,
    file: u32,
    table: &Table,
    findings: &mut Findings,
) -> io::Result<()> {
    let mut known = HashSet::new();
    let mut previous = String::new();
    // What the first scan told is not told again.
    let mut told = Findings::new();
    scan(source, file, table, &mut told, |row, _| {
        let key = key_text(row);
        if !row.is_broken() && !known.insert(key.clone()) && key != previous {
            findings.error(row.origin, Problem::KeyRepeated { key: key.clone() });
        }
        previous = key;
    })?;
    Ok(())
}

/// Binds the heading; tells what is wrong with it. `None` when the rows cannot be read at all.
fn bind(
    line: &str,
    splitter: &Splitter,
    byte: u64,
    file: u32,
    table: &Table,
    findings: &mut Findings,
) -> Option<Binding> {
    let header = splitter.cells(line);
    if header.len() == 1 && header[0].contains(';') {
        findings.error(Origin::new(file, byte), Problem::Semicolons);
        return None;
    }
    if is_conflict_marker(line) {
        findings.error(Origin::new(file, byte), Problem::ConflictMarker);
        return None;
    }
    let (binding, problems) = Binding::new(table, &header);
    let is_good = problems.is_empty();
    for (position, problem) in problems {
        findings.error(Origin::new(file, byte + splitter.start(position) as u64), problem);
    }
    is_good.then_some(binding)
}

/// A line that git leaves where two versions clash.
pub(crate) fn is_conflict_marker(line: &str) -> bool {
    ["<<<<<<<", "=======", ">>>>>>>", "|||||||"]
        .iter()
        .any(|marker| line.starts_with(marker))
}

/// The key of a row as a person reads it.
pub(crate) fn key_text(row: &RawRow<'_>) -> String {
    let keys: Vec<&str> = (0..row.table.keys())
        .map(|column| row.cells.get(column))
        .collect();
    keys.join(",")
}

/// How a key stands to the one before it.
enum KeyStep {
    Rises,
    Falls,
    Repeats,
}

/// Watches that keys rise.
struct KeyOrder {
    keys: usize,
    /// Whether the key cells are the beginning of the line and hold no byte below a comma, so that comparing the
    /// beginnings of lines compares the keys cell by cell.
    is_prefix: bool,
    previous: Vec<u8>,
    current: Vec<u8>,
}

impl KeyOrder {
    fn new(table: &Table, binding: &Binding) -> KeyOrder {
        let keys = if table.shape == Shape::Bag {
            0
        } else {
            table.keys()
        };
        let plain = |index: usize| !matches!(table.columns[index].kind, Kind::Text | Kind::Reference);
        let is_prefix = (0..keys).all(|index| binding.place(index) == Some(index) && plain(index));
        KeyOrder {
            keys,
            is_prefix,
            previous: Vec::new(),
            current: Vec::new(),
        }
    }

    /// Compares the key of `row` with the one before, and keeps it.
    #[inline]
    fn follows(&mut self, row: &RawRow<'_>) -> KeyStep {
        if self.keys == 0 {
            return KeyStep::Rises;
        }
        self.current.clear();
        if self.is_prefix && !row.splitter.has_quotes {
            let end = row.splitter.spans[self.keys - 1].1 as usize;
            self.current.extend_from_slice(&row.line.as_bytes()[..end]);
        } else {
            for column in 0..self.keys {
                // The same separator as in the other branch; where a cell may hold a smaller byte, a zero.
                if column > 0 {
                    self.current.push(if self.is_prefix { b',' } else { 0 });
                }
                self.current.extend_from_slice(row.cells.get(column).as_bytes());
            }
        }
        let step = match self.current.cmp(&self.previous) {
            std::cmp::Ordering::Greater => KeyStep::Rises,
            std::cmp::Ordering::Equal => KeyStep::Repeats,
            std::cmp::Ordering::Less => KeyStep::Falls,
        };
        std::mem::swap(&mut self.current, &mut self.previous);
        step
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::organisation::{Unit, units};

    /// Every row of `text` as its cells, through windows of any size.
    fn rows(text: &str) -> Vec<Vec<String>> {
        let mut splitter = Splitter::default();
        let mut window = Window::new(text.as_bytes());
        let mut findings = Findings::new();
        let mut out = Vec::new();
        while let Some((_, from, to)) = window.next(&mut splitter, 0, &mut findings).unwrap() {
            let line = &window.text[from..to];
            out.push(splitter.cells(line).into_iter().map(str::to_owned).collect());
        }
        out
    }

    #[test]
    fn rows_are_cut_as_rfc_4180_says() {
        assert_eq!(
            rows("a,b\r\n\"1,2\",\"say \"\"hi\"\"\"\n\n\"two\nlines\",\n"),
            [vec!["a", "b"], vec!["1,2", "say \"hi\""], vec!["two\nlines", ""]]
        );
        assert_eq!(rows("\u{feff}a,b\n1,2"), [vec!["a", "b"], vec!["1", "2"]]);
        assert_eq!(rows("a,\"b\""), [vec!["a", "b"]]);
        assert_eq!(rows("a,\"b\"\r\nc,d"), [vec!["a", "b"], vec!["c", "d"]]);
        assert_eq!(rows(",,\n"), [vec!["", "", ""]]);
        assert_eq!(
            rows("0123456,89,,abcdefghijklmnop,x\n"),
            [vec!["0123456", "89", "", "abcdefghijklmnop", "x"]]
        );
    }

    fn codes(text: &[u8]) -> Vec<(String, u64)> {
        let mut findings = Findings::new();
        scan(text, 3, &units, &mut findings, |row, findings| {
            row.read::<Unit>(findings);
        })
        .unwrap();
        findings
            .iter()
            .map(|f| (f.problem.code(), f.origin.byte()))
            .collect()
    }

    #[test]
    fn everything_wrong_is_told_with_its_byte() {
        assert_eq!(
            codes(b"code,name,parent,public_service\nA,x,,\nb,,,maybe\n"),
            [
                ("id-form".into(), 32),
                ("empty".into(), 40),
                ("code-unknown".into(), 42)
            ]
        );
        assert_eq!(
            codes(b"code,name\nb,\"x\" y\nc,\"open\n"),
            [("quote-trailing".into(), 15), ("quote-open".into(), 20)]
        );
        assert_eq!(codes(b"code,name\na,\"x\nb,\"y\"\n"), [("quote-open".into(), 12)]);
        assert_eq!(codes(b"code;name\n"), [("semicolons".into(), 0)]);
        assert_eq!(codes(b""), [("header-missing".into(), 0)]);
        assert_eq!(
            codes(b"name,names\n"),
            [("column-unknown".into(), 5), ("key-column-missing".into(), 0)]
        );
        assert_eq!(codes(b"code,name\na,x\na,y\n"), [("key-repeated".into(), 14)]);
        assert_eq!(
            codes(b"code,name\na,\xff\xfe\n<<<<<<< HEAD\n"),
            [
                ("not-utf8".into(), 12),
                ("not-utf8".into(), 13),
                ("conflict-marker".into(), 15)
            ]
        );
        assert_eq!(codes(b"code,name\na\n"), [("ragged".into(), 10)]);
        assert_eq!(codes(b"code,name\na,\0\n"), [("nul-byte".into(), 12)]);
    }

    #[test]
    fn repeated_keys_are_found_in_any_order() {
        let text = b"code,name\nb,x\na,x\nb,y\n";
        let mut findings = Findings::new();
        let seen = scan(&text[..], 0, &units, &mut findings, |_, _| ()).unwrap();
        assert!(seen.is_unsorted && findings.is_empty());
        repeated_keys(&text[..], 0, &units, &mut findings).unwrap();
        assert_eq!(findings.iter().map(|f| f.origin.byte()).collect::<Vec<_>>(), [18]);
    }

    #[test]
    fn a_row_longer_than_the_window_is_read_whole() {
        let long = "x".repeat(3 * CHUNK as usize);
        let text = format!("code,name\na,\"{long}\nend\"\nb,y\n");
        let read = rows(&text);
        assert_eq!(read.len(), 3);
        assert_eq!(read[1][1].len(), long.len() + 4);
    }
}
