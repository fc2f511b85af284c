//! CSV as the records hold it: rows as borrowed cells with the byte where they stand.
//!
//! Liberal in what it accepts (BOM, CRLF, quoted newlines, blank lines, a missing last line end, columns in another
//! order) and exact in what it refuses. A small window of the file is in memory at a time.

use super::leads::Leads;
use super::splitter::Splitter;
use super::window::{Pieces, Window};
use crate::diagnostic::{Findings, Origin};
use crate::records::cell::Domain;
use crate::records::document::is_conflict_marker;
use crate::records::table::{Attribute, Binding, Cells, Cut, Row, Schema, Shape};
use crate::words::grounds::Grounds;
use crate::words::problem::Problem;
use std::collections::HashSet;
use std::io;

/// One row of a table's file.
#[derive(Clone, Copy, Debug)]
pub struct RawRow<'r> {
    /// Where the row begins.
    pub origin: Origin,
    /// Its cells, by declared column.
    pub cells: Cells<'r>,
    /// The line as it stands, without its line end.
    pub line: &'r str,
    table: &'r Schema,
    binding: &'r Binding,
    splitter: &'r Splitter,
    is_broken: bool,
}

impl<'r> RawRow<'r> {
    /// The typed row; every bad cell is told, and a row with one is none. A row that contradicts itself is doubted.
    #[inline]
    pub fn read<T: Row<'r>>(&self, findings: &mut Findings) -> Option<T> {
        if self.is_broken {
            return None;
        }
        match T::read(self.cells) {
            Ok(row) => {
                if row.is_doubtful() {
                    findings.doubt();
                }
                Some(row)
            }
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

/// What git leaves before the two versions of some lines, and behind them.
const CLASH: [&str; 2] = ["<<<<<<<", ">>>>>>>"];

/// Reads a table from `source` and hands every row to `each`. Keys out of order are noticed, not judged.
///
/// # Errors
/// Only when the source cannot be read; everything wrong with its content is a finding.
pub(crate) fn scan<R: Pieces>(
    source: R,
    file: u32,
    table: &Schema,
    findings: &mut Findings,
    mut each: impl FnMut(&RawRow<'_>, &mut Findings),
) -> io::Result<Scanned> {
    let mut window = Window::new(source);
    let mut splitter = Splitter::default();
    let Some(header) = window.next(&mut splitter, file, findings)? else {
        if !window.is_foreign {
            let header = table.header();
            findings.error(Origin::new(file, 0), Problem::HeaderMissing { header });
        }
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
    let mut own = OwnRows::of(table);
    let (mut seen, mut is_clash) = (Scanned::default(), false);
    while let Some((byte, from, to)) = window.next(&mut splitter, file, findings)? {
        let line = &window.text[from..to];
        let origin = Origin::new(file, byte);
        if is_conflict_marker(line) {
            // Told where it begins: what else stands there, and what follows from it, is of both versions.
            let begins = line.starts_with(CLASH[0]);
            if begins || !is_clash {
                findings.error(origin, Problem::ConflictMarker);
            }
            is_clash = begins || (is_clash && !line.starts_with(CLASH[1]));
            continue;
        }
        let mut is_broken = is_clash;
        if let Some((at, problem)) = splitter.problem() {
            findings.error(Origin::new(file, byte + *at as u64), problem.clone());
            is_broken = true;
        } else if splitter.spans.len() != binding.width() {
            let cells = (splitter.spans.len(), binding.width());
            findings.error(origin, ragged(cells, window.is_open));
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
        own.iter_mut().for_each(|own| own.take(&row));
        each(&row, findings);
        if window.is_open && !is_broken {
            findings.warning(origin, Problem::LineOpen);
        }
    }
    if own.is_some_and(|mut own| own.leads.is_doubtful()) {
        findings.doubt();
    }
    Ok(seen)
}

/// The rows of a table in one file that name others of it; of what is cut, others may stand in another file.
struct OwnRows {
    column: usize,
    leads: Leads,
}

impl OwnRows {
    fn of(table: &Schema) -> Option<OwnRows> {
        let names_own = |column: &Attribute| column.refers == Some(&*table.name);
        let column = table.columns.iter().position(names_own);
        let leads = Leads::default();
        let column = column.filter(|_| table.cut == Cut::Whole)?;
        Some(OwnRows { column, leads })
    }

    fn take(&mut self, row: &RawRow<'_>) {
        let named = Some(row.cells.get(self.column)).filter(|named| !named.is_empty());
        self.leads.row(row.cells.get(Schema::FIRST), named);
    }
}

/// Tells the repeated keys of a file whose rows are not in order, where neighbours alone do not show them.
pub(crate) fn repeated_keys<R: Pieces>(
    source: R,
    file: u32,
    table: &Schema,
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
    table: &Schema,
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

/// The problem of a row that has another number of cells than the heading: a file that ends in it is cut there.
pub(super) fn ragged((found, expected): (usize, usize), is_open: bool) -> Problem {
    match is_open && found < expected {
        true => Problem::cut(&Grounds::Stops { found, expected }),
        false => Problem::Ragged { found, expected },
    }
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
    fn new(table: &Schema, binding: &Binding) -> KeyOrder {
        let keys = if table.shape == Shape::Bag {
            0
        } else {
            table.keys()
        };
        let plain = |index: usize| {
            !matches!(
                table.columns[index].kind,
                Domain::Text | Domain::Reference | Domain::References
            )
        };
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
            [("not-utf8".into(), 12), ("conflict-marker".into(), 15)]
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
}
