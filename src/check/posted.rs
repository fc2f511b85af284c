//! What is told of a day on which a person was not yet or no longer in office.

use super::context::Person;
use super::told::Told;
use crate::records::time::Day;
use crate::words::problem::Problem;

/// Tells a day that comes before the person's first posting.
pub(super) fn tell_before(person: &Person, day: Day, column: &str, told: &mut Told<'_>) {
    if let Some(first) = person.posted_only_after(day) {
        let (day, first) = (day.to_string(), first.to_string());
        told.cell(column, Problem::BeforePosting { day, first });
    }
}

/// Tells a day that lies after the person left.
pub(super) fn tell_after(person: &Person, day: Day, column: &str, told: &mut Told<'_>) {
    if let Some(left) = person.left_before(day) {
        let (day, left) = (day.to_string(), left.to_string());
        told.cell(column, Problem::AfterLeaving { day, left });
    }
}
