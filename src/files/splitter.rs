//! Cuts CSV text into rows and rows into cells.
//!
//! RFC 4180, read liberally: a quote inside an unquoted cell is text, a quoted cell may hold line ends.

use crate::words::problem::Problem;
use memchr::{memchr, memchr2};

/// Cuts text into rows and rows into cells.
#[derive(Debug, Default)]
pub(crate) struct Splitter {
    /// Where each cell stands: in the line itself, or in `unquoted` when the row has quotes.
    pub(super) spans: Vec<(u32, u32)>,
    /// Where each cell begins in the line, for a row with quotes.
    starts: Vec<u32>,
    /// The cells of a row with quotes, without them.
    unquoted: String,
    /// Whether the row has quotes.
    pub(super) has_quotes: bool,
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
