//! Months of which no session is on record though pairs ran: whether nobody met is not known.

use super::{MentoringFigures, Pair, Pairs, is_shown};
use crate::records::time::{Day, Month};
use crate::rules::MentoringRule;

impl Pair {
    /// Whether a running pair has no session on record within the days of the rule.
    fn is_silent(&self, rule: &MentoringRule, as_of: Day) -> bool {
        self.is_running() && self.silent_days(as_of) > rule.quiet_after_days
    }

    /// Whether it is silent and may have met within these days: nobody's session is on record of a month in them.
    pub fn is_unheard(&self, rule: &MentoringRule, as_of: Day) -> bool {
        let may_have_met = |day: Day| i64::from(as_of.since(day)) <= rule.quiet_after_days;
        self.is_silent(rule, as_of) && self.unheard.is_some_and(may_have_met)
    }

    /// Whether a running pair has gone quiet: it is known to have held no session within the days of the rule.
    pub fn is_quiet(&self, rule: &MentoringRule, as_of: Day) -> bool {
        self.is_silent(rule, as_of) && !self.is_unheard(rule, as_of)
    }
}

impl MentoringFigures {
    /// Whether sessions since a day may be missing: nobody's is on record of a month since.
    pub fn is_unheard_since(&self, first: Day) -> bool {
        self.unheard.iter().any(|month| month.last() >= first)
    }
}

impl Pairs<'_> {
    /// The months in which a pair of the report ran, and no pair met as far as is on record.
    pub(super) fn unheard(&self) -> Vec<Month> {
        let Some(first) = self.earliest() else {
            return Vec::new();
        };
        let runs = |month: &Month| {
            let mut pairs = self.list.iter().flatten();
            pairs.any(|pair| {
                let is_there = pair.phase.end.is_none_or(|end| end >= month.first());
                is_there && pair.start <= month.last() && is_shown(pair, self.period)
            })
        };
        let months = first.to(self.period.last_month());
        months
            .filter(|month| !self.met.contains(month) && runs(month))
            .collect()
    }
}
