//! The words of a list that mean no code of the office: each once, with where it stands and what it may mean.

use super::kind::CodeKind;
use crate::words::import::{Intake, Unfit};
use crate::words::{Lang, Say};
use std::collections::BTreeMap;

/// A word that means no code.
#[derive(Clone, Debug)]
pub(super) struct UnknownCode {
    /// What it should be one of.
    pub(super) kind: CodeKind,
    /// That in a reader's words.
    pub(super) what: String,
    /// The word.
    pub(super) text: String,
    /// In how many rows it stands.
    pub(super) count: usize,
    /// The first of them.
    pub(super) places: String,
    /// The names that it may mean; several where they are as likely.
    pub(super) nearest: Vec<String>,
    /// All names that there are, the nearest first.
    pub(super) names: Vec<String>,
}

impl UnknownCode {
    /// It alone, with what it may mean.
    pub(super) fn reason(&self) -> Unfit {
        let meant = match &self.nearest[..] {
            [only] => only,
            _ => "…",
        };
        Unfit::CodeNearly {
            what: (*self.what).into(),
            text: self.text.clone(),
            count: self.count,
            places: (*self.places).into(),
            nearest: self.nearest.join("`, `").into(),
            meant: meant.into(),
            typed: self.kind.addition(&self.text).into(),
        }
    }

    fn times(&self, lang: Lang) -> String {
        let (text, count, places) = (self.text.clone(), self.count, self.places.clone());
        Intake::CodeTimes { text, count, places }.text(lang)
    }
}

/// Words as they are told: what may be another by itself, the others of a kind together.
pub(super) fn told(unknown: &[UnknownCode], lang: Lang) -> Vec<Unfit> {
    let mut told = Vec::new();
    let mut rest: BTreeMap<CodeKind, Vec<&UnknownCode>> = BTreeMap::new();
    for one in unknown {
        match one.nearest.is_empty() {
            true => rest.entry(one.kind).or_default().push(one),
            false => told.push(one.reason()),
        }
    }
    told.extend(rest.into_iter().map(|(kind, all)| {
        let texts: Vec<String> = all.iter().map(|one| one.times(lang)).collect();
        Unfit::CodeMissing {
            what: kind.word(lang),
            texts: texts.join(", "),
            typed: kind.way().to_owned(),
        }
    }));
    told
}
