//! Newcomers: who guides them, and how long until they work alone.

use super::{Pair, Pairs};
use crate::measure::trace::{Figure, Trace};
use crate::records::code::MentoringStatus;
use crate::records::people::{People, Tenure};
use crate::records::time::Day;

/// How it stands with a newcomer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// No pair, or only one that was stopped.
    Nobody,
    /// A pair runs.
    Running,
    /// A pair was closed without a word about what can be done alone.
    Closed,
    /// A pair was closed, and the newcomer works alone.
    Alone,
}

/// A person who joined fewer months ago than the rule says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Newcomer {
    /// The person.
    pub person: u32,
    /// The first day in the office.
    pub joined: Day,
    /// How it stands.
    pub guided: Stage,
    /// The mentor of the pair that decides it.
    pub mentor: Option<u32>,
    /// Days from joining up to the last day.
    pub days: i64,
    /// Days from joining until working alone; `None` of who does not yet.
    pub days_until_alone: Option<i64>,
}

impl Pairs<'_> {
    /// The newcomers who count, those without anybody first.
    pub(super) fn newcomers(&self, people: &People, posts: &[Tenure], trace: &mut Trace) -> Vec<Newcomer> {
        let as_of = self.period.last_day();
        let first = as_of.plus_months(-(self.rule.newcomer_months as i32));
        let mut out: Vec<Newcomer> = Vec::new();
        for (number, (person, post)) in people.list.iter().zip(posts).enumerate() {
            let joined = post.joined.filter(|day| *day > first && *day <= as_of);
            if let (true, Some(joined)) = (person.counts(), joined) {
                let newcomer = self.newcomer(number as u32, joined);
                let days = Figure::new("newcomers", newcomer.person, "days");
                trace.counts(days, newcomer.person, newcomer.days);
                if let Some(alone) = newcomer.days_until_alone {
                    let days = Figure::new("newcomers", newcomer.person, "days_until_alone");
                    trace.counts(days, newcomer.person, alone);
                }
                out.push(newcomer);
            }
        }
        out.sort_by_key(|newcomer| (newcomer.guided, newcomer.joined, newcomer.person));
        out
    }

    fn newcomer(&self, person: u32, joined: Day) -> Newcomer {
        let stage = |pair: &Pair| match pair.phase.status {
            MentoringStatus::Running => Stage::Running,
            MentoringStatus::Closed if pair.alone.is_some() => Stage::Alone,
            MentoringStatus::Closed => Stage::Closed,
            MentoringStatus::Stopped => Stage::Nobody,
        };
        let pairs = self.list.iter().flatten().filter(|pair| pair.mentee == person);
        // Of equal stages the one that came first decides: it is when the newcomer first worked alone.
        let best = pairs
            .map(|pair| (stage(pair), pair))
            .filter(|(stage, _)| *stage != Stage::Nobody)
            .min_by_key(|(stage, pair)| (std::cmp::Reverse(*stage), pair.phase.end, pair.start));
        let guided = best.map_or(Stage::Nobody, |(stage, _)| stage);
        let alone = best
            .filter(|_| guided == Stage::Alone)
            .and_then(|(_, pair)| pair.phase.end);
        Newcomer {
            person,
            joined,
            guided,
            mentor: best.map(|(_, pair)| pair.mentor),
            days: i64::from(self.period.last_day().since(joined)),
            days_until_alone: alone.map(|day| i64::from(day.since(joined))),
        }
    }
}
