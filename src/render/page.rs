//! A page of text, filled from top to bottom: lines, prose that wraps, items with a mark.

use super::{Options, wrap};

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

/// The page as far as it is written.
pub(super) struct Page {
    out: String,
    pub(super) width: usize,
    color: bool,
}

impl Page {
    /// An empty page for what the reader's side decided.
    pub(super) fn new(options: &Options) -> Page {
        Page {
            out: String::new(),
            width: options.width.max(NARROWEST_PAGE),
            color: options.color,
        }
    }

    /// One line that already fits; an empty one is kept.
    pub(super) fn line(&mut self, tone: Tone, indent: usize, line: &str) {
        let line = line.trim_end();
        if !line.is_empty() {
            self.out.push_str(&" ".repeat(indent));
            match (tone, self.color) {
                (Tone::Plain, _) | (_, false) => self.out.push_str(line),
                _ => self.out.extend(["\u{1b}[", tone.code(), "m", line, "\u{1b}[0m"]),
            }
        }
        self.out.push('\n');
    }

    /// One empty line, unless there is one or nothing stands above.
    pub(super) fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// Text that wraps.
    pub(super) fn prose(&mut self, tone: Tone, indent: usize, text: &str) {
        for line in wrap::wrap(text, self.width - indent) {
            self.line(tone, indent, &line);
        }
    }

    /// A sentence after its mark, with its further lines under its beginning.
    pub(super) fn item(&mut self, mark: &str, sentence: &str) {
        let hanging = INDENT + wrap::width(mark) + 1;
        for (at, line) in wrap::wrap(sentence, self.width - hanging).iter().enumerate() {
            match at {
                0 => self.line(Tone::Plain, INDENT, &format!("{mark} {line}")),
                _ => self.line(Tone::Plain, hanging, line),
            }
        }
    }

    /// The text with one line end after its last line.
    pub(super) fn end(mut self) -> String {
        self.out.truncate(self.out.trim_end().len());
        self.out.push('\n');
        self.out
    }
}
