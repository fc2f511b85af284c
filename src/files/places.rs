//! Where in a file something stands: findings and origins with their line, their column and the line's text.

use super::Directory;
use super::splitter::Splitter;
use super::window::LONGEST_ROW;
use crate::diagnostic::{Finding, Findings, Located, Location, Origin, Severity};
use crate::words::problem::Problem;
use std::collections::HashMap;
use std::io::{self, Seek, SeekFrom};
use std::sync::Arc;

impl Directory {
    /// The findings with their places, in the order of file, line and column. Those without a place come first.
    pub fn locate(&self, findings: &Findings) -> Vec<Located> {
        let mut texts = self.texts(findings.iter().map(|finding| finding.origin));
        let mut located: Vec<Located> = findings
            .iter()
            .map(|finding| {
                let text = texts.get_mut(&finding.origin.file());
                let text = text.filter(|_| finding.origin != Origin::NOWHERE);
                let place = text.map(|text| text.place(finding));
                Located {
                    severity: finding.severity,
                    place,
                    problem: finding.problem.clone(),
                }
            })
            .collect();
        located.extend(findings.more().map(|more| self.more(more)));
        let path = |place: &Option<Location>| place.as_ref().map(|place| place.path.clone());
        let is_more = |one: &Located| matches!(one.problem, Problem::AndMore { .. });
        located.sort_by(|a, b| {
            let by_path = path(&a.place).cmp(&path(&b.place));
            // Causes before what may follow from them.
            let by_cause = b.problem.is_cause().cmp(&a.problem.is_cause());
            by_cause
                .then(by_path)
                .then_with(|| (is_more(a), &a.place).cmp(&(is_more(b), &b.place)))
        });
        located.dedup();
        located
    }

    /// What stands for the findings in a file that were counted and not kept.
    fn more(&self, (file, severity, code, count): (u32, Severity, &str, usize)) -> Located {
        let path = self.name(file).unwrap_or_default();
        let code = code.to_owned();
        Located {
            severity,
            place: Some(Location::whole(path)),
            problem: Problem::AndMore { code, count },
        }
    }

    /// The place of one origin.
    pub fn place(&self, origin: Origin) -> Location {
        self.places(&[origin]).pop().unwrap_or_default()
    }

    /// The places of origins; each file is read once.
    pub fn places(&self, origins: &[Origin]) -> Vec<Location> {
        let mut texts = self.texts(origins.iter().copied());
        let place = |origin: &Origin| Some(texts.get_mut(&origin.file())?.at(origin.byte() as usize));
        origins.iter().filter_map(place).collect()
    }

    /// The line of text that begins at an origin.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn line(&self, origin: Origin) -> io::Result<String> {
        use std::io::{BufRead, BufReader};
        let name = self.name(origin.file()).unwrap_or_default();
        let Some(mut file) = self.open_file(&name)? else {
            return Ok(String::new());
        };
        file.seek(SeekFrom::Start(origin.byte()))?;
        let mut line = String::new();
        BufReader::with_capacity(512, file).read_line(&mut line)?;
        Ok(line)
    }

    /// The texts in which origins lie, by file: each is read once, up to the end of the row at the last of them.
    fn texts(&self, origins: impl Iterator<Item = Origin>) -> HashMap<u32, Text> {
        let mut ends: HashMap<u32, u64> = HashMap::new();
        for origin in origins.filter(|origin| *origin != Origin::NOWHERE) {
            let end = if origin.is_whole() {
                0
            } else {
                origin.byte() + LONGEST_ROW
            };
            let known = ends.entry(origin.file()).or_default();
            *known = end.max(*known);
        }
        let text = |(number, end)| {
            let name = self.name(number).unwrap_or_default();
            let bytes = self.bytes_within(&name, end).ok().flatten();
            (number, Text::new(name, &bytes.unwrap_or_default()))
        };
        ends.into_iter().map(text).collect()
    }
}

/// A text with the bytes at which its lines begin.
struct Text {
    name: String,
    text: String,
    starts: Vec<usize>,
    /// The lines that were asked for, by where they begin.
    lines: HashMap<usize, Arc<str>>,
}

impl Text {
    /// Bytes that are no text are shown as the replacement character; the places before them stay right.
    fn new(name: String, bytes: &[u8]) -> Text {
        let text: String = match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            // One `?` a bad byte keeps every later byte where it is.
            Err(_) => bytes.utf8_chunks().fold(String::new(), |mut out, chunk| {
                out.push_str(chunk.valid());
                chunk.invalid().iter().for_each(|_| out.push('?'));
                out
            }),
        };
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
        Text {
            name,
            text,
            starts,
            lines: HashMap::new(),
        }
    }

    /// The line from `start`, without its line end.
    fn line(&self, start: usize) -> &str {
        let rest = self.text.get(start..).unwrap_or("");
        rest.lines().next().unwrap_or("")
    }

    fn at(&mut self, byte: usize) -> Location {
        let line = self.starts.partition_point(|&start| start <= byte).max(1);
        let start = self.starts[line - 1];
        let source = match self.lines.get(&start) {
            Some(source) => source.clone(),
            None => {
                let source: Arc<str> = self.line(start).trim_start_matches('\u{feff}').into();
                self.lines.insert(start, source.clone());
                source
            }
        };
        let before = self
            .text
            .get(start..byte)
            .unwrap_or("")
            .trim_start_matches('\u{feff}');
        Location {
            path: self.name.clone(),
            line,
            column: before.chars().count() + 1,
            source,
        }
    }

    /// The place of a finding: its byte, or the cell that it names in the row at its byte.
    fn place(&mut self, finding: &Finding) -> Location {
        if finding.origin.is_whole() {
            return Location::whole(self.name.clone());
        }
        let row = finding.origin.byte() as usize;
        let cell = finding
            .column
            .as_deref()
            .and_then(|column| self.cell(row, column));
        self.at(cell.unwrap_or(row))
    }

    /// The byte at which the cell of a column begins, by the heading of the file.
    fn cell(&self, row: usize, column: &str) -> Option<usize> {
        let mut splitter = Splitter::default();
        let header = self.text.trim_start_matches('\u{feff}');
        let (length, _) = splitter.split(header, true)?;
        let position = splitter
            .cells(&header[..length])
            .iter()
            .position(|name| *name == column)?;
        splitter.split(self.text.get(row..)?, true)?;
        Some(row + splitter.start(position))
    }
}
