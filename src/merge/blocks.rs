//! The marks around what is in dispute, as git has them: written, and found again in a text.

use super::telling::marks;
use super::{Composite, Dispute, Piece, Versions};
use crate::records::document::is_conflict_marker;
use crate::words::merge::Contest;
use crate::words::{Lang, Say};

/// The marks of git before the lines here, the lines of the base, the lines there, and behind them.
pub const MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// Whether a text has lines that git leaves where two versions clash.
pub fn has_marks(text: &str) -> bool {
    text.lines().any(is_conflict_marker)
}

/// A part of a text: lines that stand, or lines between marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Lines that stand.
    Text(String),
    /// The lines here and there, and where the first mark stands.
    Clash {
        /// Lines here.
        here: String,
        /// Lines there.
        there: String,
        /// The whole of it, with the marks.
        raw: String,
    },
}

impl Composite {
    /// The text with marks around what is in dispute, whose words say what it is.
    pub fn to_text(&self, lang: Lang) -> String {
        let mut text = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(lines) => text += lines,
                Piece::Dispute(dispute) => {
                    let [open, close] = marks(dispute, lang);
                    let (here, there) = (&dispute.here, &dispute.there);
                    let [before, _, between, behind] = MARKS;
                    text += &format!("{before} {open}\n{here}{between}\n{there}{behind} {close}\n");
                }
            }
        }
        text
    }
}

/// The whole of both sides between marks, with what is in dispute behind the first.
pub fn whole(versions: &Versions<&str>, sentence: &str, lang: Lang) -> String {
    let [before, _, between, behind] = MARKS;
    let there = Contest::There.text(lang);
    let lines = |text: &str| match text.ends_with('\n') || text.is_empty() {
        true => text.to_owned(),
        false => format!("{text}\n"),
    };
    let (own, other) = (lines(versions.here), lines(versions.there));
    format!("{before} {sentence}\n{own}{between}\n{other}{behind} {there}\n")
}

/// Whether a text is the whole of both sides between marks, whatever stands behind them.
pub fn is_whole(versions: &Versions<&str>, text: &str) -> bool {
    without_words(text) == without_words(&whole(versions, "", Lang::En))
}

/// A text with nothing behind its marks and without blank lines: so two are alike that git wrote on two days.
pub fn without_words(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let lines = lines.map(|line| {
        let mark = MARKS.iter().find(|mark| line.starts_with(**mark));
        mark.map_or(line, |mark| &line[..mark.len()])
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A text with the lines chosen for a clash in place of it and its marks; the same where there is no such clash.
pub fn decided(text: &str, dispute: &Dispute, chosen: &str) -> String {
    let blocks = cut(text).unwrap_or_default().into_iter();
    let lines = blocks.map(|block| match block {
        Block::Text(text) => text,
        Block::Clash { here, there, .. } if here == dispute.here && there == dispute.there => {
            chosen.to_owned()
        }
        Block::Clash { raw, .. } => raw,
    });
    lines.collect()
}

/// A text cut at its marks; `None` where they stand as git never writes them.
pub fn cut(text: &str) -> Option<Vec<Block>> {
    let mut blocks = vec![String::new()]
        .into_iter()
        .map(Block::Text)
        .collect::<Vec<_>>();
    // At which mark of an open clash it is.
    let mut open: Option<(usize, [String; 3], String)> = None;
    for line in text.split_inclusive('\n') {
        let mark = MARKS.iter().position(|mark| line.starts_with(mark));
        match (mark, &mut open) {
            (None, None) => match blocks.last_mut() {
                Some(Block::Text(text)) => text.push_str(line),
                _ => blocks.push(Block::Text(line.to_owned())),
            },
            (None, Some((at, parts, raw))) => {
                parts[*at].push_str(line);
                raw.push_str(line);
            }
            (Some(0), None) => open = Some((0, Default::default(), line.to_owned())),
            (Some(3), Some((2, parts, raw))) => {
                let [here, _, there] = std::mem::take(parts);
                let raw = std::mem::take(raw) + line;
                blocks.push(Block::Clash { here, there, raw });
                open = None;
            }
            (Some(next @ 1..=2), Some((at, _, raw))) if next > *at => {
                *at = next;
                raw.push_str(line);
            }
            _ => return None,
        }
    }
    open.is_none().then_some(blocks)
}
