//! Months of which no session is on record though pairs ran: whether nobody met is not known.

use super::{Pairs, is_shown};
use crate::records::time::Month;

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
