//! A file read through a small window of valid text.

use super::splitter::Splitter;
use crate::diagnostic::{Findings, Origin};
use crate::words::problem::Problem;
use memchr::memchr;
use std::io::{self, Read};

/// How much of a file is read at once: little enough to stay in the processor's cache.
const CHUNK: u64 = 32 * 1024;

/// How much memory a window begins with: a piece of the file behind the beginning of a row that was cut.
const ROOM: usize = CHUNK as usize + 8 * 1024;

/// How long a row may be: what goes on for longer has an open quote, or is no text.
pub(super) const LONGEST_ROW: u64 = 1024 * 1024;

/// The byte order mark that spreadsheets put before UTF-8.
pub(super) const BOM: char = '\u{feff}';

/// A file that is read on, a piece at a time.
pub(crate) trait Pieces {
    /// Appends at most `limit` bytes; how many, 0 at the end. A reader that is only known as such would have the memory
    /// cleared for each piece, so each kind of file says itself how it is read.
    fn read_on(&mut self, limit: u64, into: &mut Vec<u8>) -> io::Result<usize>;
}

impl Pieces for &[u8] {
    fn read_on(&mut self, limit: u64, into: &mut Vec<u8>) -> io::Result<usize> {
        self.take(limit).read_to_end(into)
    }
}

/// A file that is read through a window of valid text.
pub(super) struct Window<R> {
    source: R,
    pub(super) text: String,
    /// Bytes of a character that is not yet whole.
    partial: Vec<u8>,
    /// How much of `text` is done with.
    done: usize,
    /// The byte of the file at which `text` begins.
    base: u64,
    /// Where the last bytes that are no text ended: what follows right behind is not told again.
    bad_until: u64,
    ended: bool,
    /// Whether the row given last has no line end: it is the last of the file.
    pub(super) is_open: bool,
    /// Whether it is no UTF-8 text at all, which was told.
    pub(super) is_foreign: bool,
}

/// What a file is that begins so, where it is no UTF-8 text: that is told once, and not each of its bytes.
pub(super) fn foreign(bytes: &[u8]) -> Option<Problem> {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some(Problem::Utf16),
        // Without its mark: every second byte of plain letters is none.
        [0, 1..=255, 0, 1..=255, ..] | [1..=255, 0, 1..=255, 0, ..] => Some(Problem::Utf16),
        [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(Problem::IsWorkbook),
        _ => None,
    }
}

impl<R: Pieces> Window<R> {
    pub(super) fn new(source: R) -> Window<R> {
        Window {
            source,
            text: String::with_capacity(ROOM),
            partial: Vec::new(),
            done: 0,
            base: 0,
            bad_until: u64::MAX,
            ended: false,
            is_open: false,
            is_foreign: false,
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
        self.ended = self.source.read_on(CHUNK, &mut bytes)? == 0;
        if let Some(problem) = foreign(&bytes).filter(|_| self.base == 0 && before == 0) {
            findings.error(Origin::whole(file), problem);
            (self.ended, self.is_foreign) = (true, true);
            return Ok(());
        }
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
        self.text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => self.mend(error.as_bytes(), file, findings),
        };
        if self.base == 0 && self.text.starts_with(BOM) {
            self.done = BOM.len_utf8();
        }
        Ok(())
    }

    /// The text of bytes of which some are none: those are told, once for a run of them, and stand as `?`. The beginning
    /// of a character that is not yet whole is kept for the next piece.
    #[cold]
    fn mend(&mut self, bytes: &[u8], file: u32, findings: &mut Findings) -> String {
        let mut text = String::with_capacity(bytes.len());
        for chunk in bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            let bad = chunk.invalid();
            let is_last = text.len() + bad.len() == bytes.len();
            let is_begun = std::str::from_utf8(bad).is_err_and(|error| error.error_len().is_none());
            if is_last && is_begun && !self.ended {
                self.partial = bad.to_vec();
                break;
            }
            if !bad.is_empty() {
                let at = self.base + text.len() as u64;
                if at != self.bad_until {
                    findings.error(Origin::new(file, at), Problem::NotUtf8);
                }
                // One `?` a byte keeps every later byte where it is.
                bad.iter().for_each(|_| text.push('?'));
                self.bad_until = self.base + text.len() as u64;
            }
        }
        text
    }

    /// The next row that is not blank: its byte in the file and its line.
    pub(super) fn next(
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
                None if rest.len() as u64 > LONGEST_ROW => {
                    let origin = Origin::new(file, self.base + self.done as u64);
                    findings.error(origin, Problem::RowEndless { most: LONGEST_ROW });
                    (self.done, self.ended) = (self.text.len(), true);
                    return Ok(None);
                }
                None => self.fill(file, findings)?,
                Some((line, whole)) => {
                    let from = self.done;
                    self.done += whole;
                    self.is_open = whole == line;
                    if line > 0 {
                        return Ok(Some((self.base + from as u64, from, from + line)));
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn a_row_longer_than_the_window_is_read_whole() {
        let long = "x".repeat(3 * CHUNK as usize);
        let text = format!("code,name\na,\"{long}\nend\"\nb,y\n");
        let read = rows(&text);
        assert_eq!(read.len(), 3);
        assert_eq!(read[1][1].len(), long.len() + 4);
    }
}
