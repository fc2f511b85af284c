//! Months of which no session is on record though pairs ran: whether nobody met is not known.

use super::{MentoringFigures, Pair, Pairs, is_shown};
use crate::records::time::{Day, Month};
use crate::rules::MentoringRule;

/// From how many pairs on, all running the whole month, a month without a session of anybody was not recorded: one or two
/// pairs stop meeting by themselves, that several stop at once is less likely than that nobody wrote it down. Of this
/// program since November 2026; no regulation says it.
const SEVERAL: usize = 3;

impl Pair {
    /// Whether a running pair has no session on record within the days of the rule.
    fn is_silent(&self, rule: &MentoringRule, as_of: Day) -> bool {
        self.is_running() && self.silent_days(as_of) > rule.quiet_after_days
    }

    /// Whether it is silent and may have met within these days: nobody's session is on record of a month in them, though
    /// several pairs ran.
    pub fn is_unheard(&self, rule: &MentoringRule, as_of: Day) -> bool {
        let may_have_met = |day: Day| i64::from(as_of.since(day)) <= rule.quiet_after_days;
        self.is_silent(rule, as_of) && self.unheard.is_some_and(may_have_met)
    }

    /// Whether a running pair has gone quiet: as far as is on record it held no session within the days of the rule.
    pub fn is_quiet(&self, rule: &MentoringRule, as_of: Day) -> bool {
        self.is_silent(rule, as_of) && !self.is_unheard(rule, as_of)
    }
}

impl MentoringFigures {
    /// The pairs that have gone quiet, the longest silence first.
    pub fn quiet(&self, rule: &MentoringRule, as_of: Day) -> Vec<&Pair> {
        let mut quiet: Vec<&Pair> = self
            .pairs
            .iter()
            .filter(|pair| pair.is_quiet(rule, as_of))
            .collect();
        quiet.sort_by_key(|pair| std::cmp::Reverse(pair.silent_days(as_of)));
        quiet
    }

    /// Whether sessions since a day may be missing: nobody's is on record of a month since, though several pairs ran.
    pub fn is_unheard_since(&self, first: Day) -> bool {
        self.unrecorded.iter().any(|month| month.last() >= first)
    }
}

impl Pairs<'_> {
    /// The months since a pair of the report ran in which no pair met as far as is on record.
    fn unmet(&self) -> impl Iterator<Item = Month> {
        let first = self.earliest().into_iter();
        let months = first.flat_map(|first| first.to(self.period.last_month()));
        months.filter(|month| !self.met.contains(month))
    }

    /// The months in which a pair of the report ran, and no pair met as far as is on record.
    pub(super) fn unheard(&self) -> Vec<Month> {
        let runs = |month: &Month| {
            let mut pairs = self.list.iter().flatten();
            pairs.any(|pair| {
                let is_there = pair.phase.end.is_none_or(|end| end >= month.first());
                is_there && pair.start <= month.last() && is_shown(pair, self.period)
            })
        };
        self.unmet().filter(runs).collect()
    }

    /// Those whose sessions were not recorded: several pairs ran from the first day to the last, and none is known to have met.
    pub(super) fn unrecorded(&self) -> Vec<Month> {
        let runs = |month: &Month| {
            let pairs = self.list.iter().flatten();
            let whole = pairs.filter(|pair| {
                let is_there = pair.phase.end.is_none_or(|end| end >= month.last());
                is_there && pair.start <= month.first()
            });
            whole.count() >= SEVERAL
        };
        self.unmet().filter(runs).collect()
    }
}
