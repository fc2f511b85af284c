//! What the programmes of a window were about, with whom they were held, and which were never evaluated.

use super::super::Mean;
use super::{Part, third};
use crate::records::code::Mode;
use crate::records::number::Dec;
use crate::records::time::Day;
use crate::records::training::Training;
use std::collections::BTreeSet;

/// A form and a mode: what a completion counts under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormCount {
    /// A classroom form (klasikal) in a mode.
    Classroom(Mode),
    /// Another form (nonklasikal) in a mode.
    Other(Mode),
    /// Of another office, without a document here.
    External,
}

impl FormCount {
    /// Of a programme.
    pub fn of(training: Option<&Training>) -> FormCount {
        match training {
            None => FormCount::External,
            Some(training) if training.method.is_classroom() => FormCount::Classroom(training.mode),
            Some(training) => FormCount::Other(training.mode),
        }
    }
}

/// What was done for one competency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompetencyCount {
    /// Its programmes, by id.
    pub programmes: BTreeSet<String>,
    /// Completions.
    pub completed: u64,
    /// Completions by people whose post requires the competency; does not require it; unknown.
    pub relevance: [u64; 3],
    /// Pre-test and post-test of those who sat both, as the programmes scored them.
    pub tests: [Mean; 2],
}

impl CompetencyCount {
    pub(super) fn add(&mut self, part: &Part, is_required: Option<bool>) {
        self.programmes.insert(part.training.clone());
        self.completed += 1;
        self.relevance[third(is_required)] += 1;
        if let Some((pre, post)) = part.tests {
            self.tests[0].add(pre.0);
            self.tests[1].add(post.0);
        }
    }
}

/// What was held with one partner institution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartnerCount {
    /// The programmes, by id, with their cost.
    pub programmes: BTreeSet<(String, Option<i64>)>,
    /// Completions.
    pub completed: u64,
    /// JP earned.
    pub jp: Dec,
}

impl PartnerCount {
    pub(super) fn add(&mut self, part: &Part, training: &Training) {
        self.programmes
            .insert((part.training.clone(), training.cost.map(|cost| cost.value)));
        self.completed += 1;
        self.jp = Dec(self.jp.0 + part.jp.0);
    }

    /// The cost of its programmes; `None` where no cost is recorded.
    pub fn cost(&self) -> Option<i64> {
        let known = self.programmes.iter().filter_map(|(_, cost)| *cost);
        known.reduce(|sum, cost| sum + cost)
    }
}

/// A programme that nobody evaluated: no feedback of participants, and nobody sat both tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unevaluated {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its last day.
    pub end: Day,
    /// How many took part.
    pub took_part: u64,
}
