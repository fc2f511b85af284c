//! Two changes of one file, put together by what the records mean: rows by their key, answers by their batch, documents
//! field by field.
//!
//! Three texts go in; one comes out, with what only a person can decide. What it does not understand it refuses, and
//! never guesses. It knows nothing of git, files or terminals.
//!
//! ```text
//! merge ─┬─ rows    the rows of a table, by key     ┐
//!        ├─ bag     answers, by batch               ├─ order    where what is new goes
//!        └─ document ── paper   a document in parts ┘
//! Composite ─┬─ blocks   the marks around what is in dispute, written and read again
//!         ├─ telling  what is in dispute, in words
//!         └─ choice   the lines that somebody chose
//! renames   rows that a side calls by another name
//! altered   what one state of a file has that another had not
//! ```

mod altered;
mod bag;
pub mod blocks;
pub mod choice;
mod document;
mod frame;
mod names;
mod order;
mod paper;
mod renames;
mod rows;
mod subject;
mod telling;

pub use altered::{Alteration, altered};
pub use blocks::Block;
pub use renames::{carried, gone, renames};
pub use subject::{Genre, subject};

use crate::records::word::Code;
use crate::words::merge::Misfit;
use crate::words::problem::Problem;
use crate::words::{Lang, Say};

/// The one that both began from, and the two that came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Versions<T> {
    /// Before both.
    pub base: T,
    /// As it is here.
    pub here: T,
    /// As it is there.
    pub there: T,
}

impl<T> Versions<T> {
    /// The same of another kind, made of each.
    fn map<'v, U>(&'v self, mut make: impl FnMut(&'v T) -> U) -> Versions<U> {
        Versions {
            base: make(&self.base),
            here: make(&self.here),
            there: make(&self.there),
        }
    }

    fn each(&self) -> [&T; 3] {
        [&self.base, &self.here, &self.there]
    }
}

impl<T: PartialEq> Versions<T> {
    /// What becomes of it where both agree or only one changed it; `None` where both did, differently.
    fn agreed(&self) -> Option<&T> {
        match () {
            () if self.here == self.there || self.there == self.base => Some(&self.here),
            () if self.here == self.base => Some(&self.there),
            () => None,
        }
    }
}

impl<T> Versions<Option<T>> {
    /// Whether it is new, and on one side only.
    fn is_one_sided(&self) -> bool {
        self.base.is_none() && self.here.is_some() != self.there.is_some()
    }
}

/// What one value is in each version; `None` where there is no place for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// The column or field; empty where it is by what the row is named.
    pub name: String,
    /// The codes of which it is one, which have words.
    pub codes: &'static [Code],
    /// The value in each version.
    pub values: Versions<Option<String>>,
}

impl Facet {
    /// By what a row is named on a side that took it out under its old name.
    fn key([here, there]: [Option<String>; 2]) -> Facet {
        let base = None;
        Facet {
            name: String::new(),
            codes: &[],
            values: Versions { base, here, there },
        }
    }

    /// The same, where it is that.
    fn renamed(&self) -> Option<&String> {
        let [_, here, there] = self.values.each();
        let own = here.as_ref().or(there.as_ref());
        own.filter(|_| self.name.is_empty())
    }
}

/// What is in dispute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contention {
    /// Values of a row or of a document's part.
    Values(Vec<Facet>),
    /// The whole row or part: taken out there, and changed or used here in these values.
    RemovedThere(Vec<Facet>),
    /// The same the other way round.
    RemovedHere(Vec<Facet>),
    /// All answers of a batch: how many there are here and there. They are counted, and never shown.
    Answers(usize, usize),
    /// Rows that each side added under its own key, though they say the same of one thing, as two closings of a complaint:
    /// what differs, where each side has one.
    Apart(Vec<Facet>),
    /// A list whose parts have no name of their own.
    List,
}

/// Something that only a person can decide, with both ways in which it would be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// By what a command names it: `complaint:2026-10-rasv7`, or the place in a document, `session.pagi`.
    pub key: String,
    /// What it is about, in the words of the records; may be empty.
    pub title: String,
    /// What it is that differs.
    pub matter: Contention,
    /// The lines here; none where it is taken out.
    pub here: String,
    /// The lines there.
    pub there: String,
}

/// A part of a merged text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Lines that stand.
    Text(String),
    /// Lines that somebody has to choose.
    Dispute(Dispute),
}

/// Two changes put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composite {
    /// Its parts in their order.
    pub pieces: Vec<Piece>,
    /// Batches of answers that both sides added alike, which are there once, with the number of their answers.
    pub alike: Vec<(String, usize)>,
}

impl Composite {
    /// What is in dispute, in the order of the file.
    pub fn disputes(&self) -> impl Iterator<Item = &Dispute> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Text(_) => None,
            Piece::Dispute(dispute) => Some(dispute),
        })
    }

    /// The same, with both of those parts that each side added under one number, where `is_free` says that nobody names them.
    pub fn renumbered(&self, is_free: impl Fn(&str) -> bool) -> Composite {
        let mut whole = self.chosen(|dispute| &dispute.here) + &self.chosen(|dispute| &dispute.there);
        let piece = |piece: &Piece| match piece {
            Piece::Dispute(dispute) if dispute.number().is_some_and(&is_free) => {
                let both = dispute.both(&whole);
                whole += &both;
                Piece::Text(both)
            }
            piece => piece.clone(),
        };
        let pieces = self.pieces.iter().map(piece).collect();
        let alike = self.alike.clone();
        Composite { pieces, alike }
    }

    /// The text where nothing is in dispute.
    pub fn text(&self) -> Option<String> {
        let whole = self.disputes().next().is_none();
        whole.then(|| self.chosen(|dispute| &dispute.here))
    }

    /// The text with one way of writing everything that is in dispute.
    fn chosen(&self, choose: impl Fn(&Dispute) -> &str) -> String {
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Text(text) => text,
            Piece::Dispute(dispute) => choose(dispute),
        });
        pieces.collect()
    }
}

/// Puts two changes of a file together.
///
/// # Errors
/// Why a version cannot be read as what the file is: then lines are all that is left to go by.
pub fn merge(subject: &Genre<'_>, versions: &Versions<&str>) -> Result<Composite, Misfit> {
    if versions.each().iter().any(|text| blocks::has_marks(text)) {
        return Err(Misfit::Marked);
    }
    match subject {
        Genre::Table(table) => rows::merge(table, versions),
        Genre::Document(fields) => document::merge(fields, versions),
    }
}

/// Which of some values somebody has to decide. Values of one decision are agreed upon together or not at all.
fn contested<S: PartialEq>(
    values: &Versions<Vec<S>>,
    decision: impl Fn(usize) -> Option<&'static str>,
) -> Vec<usize> {
    let all = 0..values.here.len();
    let is_of =
        |at: usize, other: usize| at == other || decision(at).is_some_and(|own| Some(own) == decision(other));
    let is_agreed = |at: usize| {
        let whole = values.map(|values| {
            all.clone()
                .filter(|other| is_of(at, *other))
                .map(|other| &values[other])
        });
        let whole = Versions {
            base: whole.base.collect::<Vec<_>>(),
            here: whole.here.collect(),
            there: whole.there.collect(),
        };
        whole.agreed().is_some()
    };
    let differs = |at: &usize| values.here[*at] != values.there[*at];
    all.clone().filter(differs).filter(|at| !is_agreed(*at)).collect()
}

/// What two people made of a list in which the order means nothing: the additions of both, without what either took out.
fn united<'v>(lists: &Versions<Vec<&'v str>>) -> Vec<&'v str> {
    let is_kept = |one: &&str| {
        let stands = lists.map(|list| list.contains(one));
        stands.agreed().copied().unwrap_or(true)
    };
    order::merged(lists, &is_kept, |one, other| one.cmp(other))
}

/// The problem of a version's text, with the line at which it stands.
fn unread(text: &str, (at, problem): (usize, Problem)) -> Misfit {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let [sebab, reason] = [Lang::Id, Lang::En].map(|lang| problem.text(lang));
    Misfit::Unread { line, sebab, reason }
}
