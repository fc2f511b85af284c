//! Which columns tell what has happened, and when a cell of one tells what has not.

use super::cell::Domain;
use super::table::Attribute;
use super::time::Period;

impl Attribute {
    /// Whether it tells when something happened.
    pub fn tells_past(&self) -> bool {
        matches!(self.kind, Domain::Day | Domain::MonthOrDay | Domain::Period) && !self.ahead
    }

    /// Whether a cell tells of what has happened, but on a day after `today`, or in a period that begins after it.
    pub fn lies_ahead(&self, text: &str, today: &str) -> bool {
        // Days and months in this form compare as text.
        let is_after = match self.kind {
            Domain::Period => {
                Period::parse(text).is_some_and(|period| *period.first_day().to_string() > *today)
            }
            _ => text > today,
        };
        is_after && self.tells_past()
    }
}
