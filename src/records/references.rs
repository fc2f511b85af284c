//! References to rows of several kinds, one or several in a cell, each perhaps with the day from which it holds.

use super::cell::{Cell, Domain, Id, Refusal, shown};
use super::text::printable;
use super::time::Day;
use crate::words::problem::Problem;

/// A reference to a row of one of several kinds: `complaint:2026-10-k7f3q`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference<'a> {
    /// The kind before the colon.
    pub kind: &'a str,
    /// The id after it; may hold further slashes or colons where the key has several columns.
    pub id: &'a str,
}

impl<'a> Cell<'a> for Reference<'a> {
    const KIND: Domain = Domain::Reference;

    fn parse(text: &'a str) -> Result<Self, Refusal> {
        match text.split_once(':') {
            _ if text.is_empty() => Err(Box::new(Problem::Empty)),
            Some((kind, id)) if Id::parse(kind).is_ok() && !id.is_empty() => {
                printable(id).map(|()| Reference { kind, id })
            }
            _ => Err(Box::new(Problem::ReferenceForm { text: shown(text) })),
        }
    }
}

/// References with blanks between, at least one, each with the day from which it holds where that is known:
/// `training:2026-10/sktm training:2026-11/sktm-lanjutan@2026-11-05`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct References<'a>(&'a str);

impl<'a> References<'a> {
    /// What stands between which day, where one is told.
    const SINCE: char = '@';

    /// Each part of a cell: the reference as text, and the text of its day, which is empty where none is told.
    pub fn parts(text: &str) -> impl Iterator<Item = (&str, &str)> {
        let parts = text.split_whitespace();
        parts.map(|part| part.rsplit_once(Self::SINCE).unwrap_or((part, "")))
    }

    /// A part of a cell.
    pub fn part(reference: &str, day: &str) -> String {
        match day {
            "" => reference.to_owned(),
            day => format!("{reference}{}{day}", Self::SINCE),
        }
    }

    /// Those that held on a day, in the order of the cell.
    pub fn on(self, day: Day) -> impl Iterator<Item = Reference<'a>> {
        let parts = Self::parts(self.0);
        let held = parts.filter(move |(_, since)| Day::parse(since).is_none_or(|since| since <= day));
        held.filter_map(|(part, _)| Reference::parse(part).ok())
    }
}

impl<'a> Cell<'a> for References<'a> {
    const KIND: Domain = Domain::References;

    fn parse(text: &'a str) -> Result<Self, Refusal> {
        if text.trim().is_empty() {
            return Err(Box::new(Problem::Empty));
        }
        for (part, since) in Self::parts(text) {
            Reference::parse(part)?;
            if !since.is_empty() {
                <Day as Cell>::parse(since)?;
            }
        }
        Ok(References(text))
    }
}
