//! The editions of rules that a report follows.

use crate::diagnostic::{Findings, Origin};
use crate::records::document::Field;
use crate::records::time::Day;
use crate::rules::Enactment;
use crate::rules::editions::Editions;
use crate::words::problem::Problem;

/// The edition of one rule in force on a day; that there is none is told.
pub(super) fn edition<'r, T: Enactment + Field>(
    editions: &'r Editions<T>,
    day: Day,
    findings: &mut Findings,
) -> Option<&'r T> {
    let found = editions.on(day);
    if editions.lacks(day) {
        tell_missing(T::RULE, day, findings);
    }
    found
}

/// Tells that a rule has no edition in force on a day.
pub(super) fn tell_missing(rule: &str, day: Day, findings: &mut Findings) {
    let (rule, day) = (rule.to_owned(), day.to_string());
    findings.error(Origin::NOWHERE, Problem::RuleMissing { rule, day });
}
