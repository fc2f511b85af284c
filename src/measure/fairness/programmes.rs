//! What the programmes of a window were about, with whom they were held, and which were never evaluated.

use super::super::Mean;
use super::{Part, third};
use crate::diagnostic::Origin;
use crate::measure::trace::{Figure, Omission, Trace};
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

    /// Its number in traces.
    pub fn number(self) -> u64 {
        match self {
            FormCount::Classroom(mode) => mode as u64,
            FormCount::Other(mode) => 100 + mode as u64,
            FormCount::External => 200,
        }
    }
}

/// What was done for one competency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompetencyCount {
    /// Its number in traces.
    pub number: u64,
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
    /// Takes a completion; `target` is where the programme's document names the competency.
    pub(super) fn add(&mut self, part: &Part, target: Origin, is_required: Option<bool>, trace: &mut Trace) {
        let number = self.number;
        let figure = |column| Figure::new("competencies", number, column);
        if self.programmes.insert(part.training.clone()) {
            trace.uses(figure("programmes"), target, 1);
        }
        trace.uses(figure("completed"), part.origin, 1);
        if is_required.is_some() {
            trace.uses(figure("relevance_known"), part.origin, 1);
        }
        if is_required == Some(true) {
            trace.uses(figure("for_post"), part.origin, 1);
        }
        self.completed += 1;
        self.relevance[third(is_required)] += 1;
        if let Some((pre, post)) = part.tests {
            self.tests[0].add(pre.0);
            self.tests[1].add(post.0);
            trace.uses(figure("pairs"), part.origin, 1);
            trace.uses(figure("pre_mean"), part.origin, pre.0);
            trace.uses(figure("post_mean"), part.origin, post.0);
        }
    }
}

/// What was held with one partner institution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartnerCount {
    /// Its number in traces.
    pub number: u64,
    /// The programmes, by id, with their cost.
    pub programmes: BTreeSet<(String, Option<i64>)>,
    /// Completions.
    pub completed: u64,
    /// JP earned.
    pub jp: Dec,
}

impl PartnerCount {
    pub(super) fn add(&mut self, part: &Part, training: &Training, trace: &mut Trace) {
        let number = self.number;
        let figure = |column| Figure::new("partners", number, column);
        let cost = training.cost.map(|cost| cost.value);
        if self.programmes.insert((part.training.clone(), cost)) {
            trace.uses(figure("programmes"), training.origin, 1);
            match training.cost {
                Some(cost) => trace.uses(figure("cost"), cost.origin, cost.value),
                None => trace.omits(figure("cost"), training.origin, Omission::NoCost),
            }
        }
        trace.uses(figure("completed"), part.origin, 1);
        trace.uses(figure("jp"), part.origin, part.jp.0);
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
    /// Its number in traces.
    pub number: u64,
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its last day.
    pub end: Day,
    /// How many took part.
    pub took_part: u64,
}
