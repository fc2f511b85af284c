//! A page of text, filled from top to bottom: lines, prose that wraps, items with a mark.

use super::{Options, wrap};
use std::io::{self, Write};

/// How far what stands under a section's title is moved in.
pub(super) const INDENT: usize = 2;

/// Below this nothing can be laid out.
const NARROWEST_PAGE: usize = 24;

/// How a line is emphasised where colour is allowed.
#[derive(Clone, Copy)]
pub(super) enum Tone {
    Plain,
    Strong,
    Alarm,
}

impl Tone {
    /// The number that a terminal knows it by.
    fn code(self) -> &'static str {
        match self {
            Tone::Plain => "0",
            Tone::Strong => "1",
            Tone::Alarm => "1;31",
        }
    }
}

/// The page, which is written line by line.
pub(super) struct Canvas<'w> {
    out: &'w mut dyn Write,
    pub(super) width: usize,
    color: bool,
    /// Whether a line with words stands already.
    is_begun: bool,
    /// The empty lines since then, which are written when another line follows them.
    empty: usize,
}

impl<'w> Canvas<'w> {
    /// An empty page for what the reader's side decided.
    pub(super) fn new(options: &Options, out: &'w mut dyn Write) -> Canvas<'w> {
        Canvas {
            out,
            width: options.width.max(NARROWEST_PAGE),
            color: options.color,
            is_begun: false,
            empty: 0,
        }
    }

    /// One line that already fits; an empty one is kept.
    pub(super) fn line(&mut self, tone: Tone, indent: usize, line: &str) -> io::Result<()> {
        let line = line.trim_end();
        if line.is_empty() {
            self.empty += 1;
            return Ok(());
        }
        self.is_begun = true;
        for _ in 0..std::mem::take(&mut self.empty) {
            writeln!(self.out)?;
        }
        match (tone, self.color) {
            (Tone::Plain, _) | (_, false) => writeln!(self.out, "{:indent$}{line}", ""),
            _ => writeln!(self.out, "{:indent$}\u{1b}[{}m{line}\u{1b}[0m", "", tone.code()),
        }
    }

    /// One empty line, unless there is one or nothing stands above.
    pub(super) fn gap(&mut self) {
        if usize::from(self.is_begun) + self.empty == 1 {
            self.empty += 1;
        }
    }

    /// Text that wraps.
    pub(super) fn prose(&mut self, tone: Tone, indent: usize, text: &str) -> io::Result<()> {
        let lines = wrap::wrap(text, self.width - indent);
        lines.iter().try_for_each(|line| self.line(tone, indent, line))
    }

    /// A sentence after its mark, with its further lines under its beginning.
    pub(super) fn item(&mut self, mark: &str, sentence: &str) -> io::Result<()> {
        let hanging = INDENT + wrap::width(mark) + 1;
        for (at, line) in wrap::wrap(sentence, self.width - hanging).iter().enumerate() {
            match at {
                0 => self.line(Tone::Plain, INDENT, &format!("{mark} {line}"))?,
                _ => self.line(Tone::Plain, hanging, line)?,
            }
        }
        Ok(())
    }

    /// Ends the page with one line end after its last line.
    pub(super) fn end(self) -> io::Result<()> {
        if self.is_begun { Ok(()) } else { writeln!(self.out) }
    }
}
