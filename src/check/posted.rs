//! What is told of a day on which a person was not yet or no longer in office.

use super::career::Career;
use super::remarks::Remarks;
use crate::records::time::Day;
use crate::words::problem::Problem;

/// Tells a day that comes before the person's first posting.
pub(super) fn tell_before(career: &Career, day: Day, column: &str, remarks: &mut Remarks<'_>) {
    if let Some(first) = career.posted_only_after(day) {
        let (day, first) = (day.to_string(), first.to_string());
        remarks.cell(column, Problem::BeforePosting { day, first });
    }
}

/// Tells a day that lies after the person left.
pub(super) fn tell_after(career: &Career, day: Day, column: &str, remarks: &mut Remarks<'_>) {
    if let Some(left) = career.left_before(day) {
        let (day, left) = (day.to_string(), left.to_string());
        remarks.cell(column, Problem::AfterLeaving { day, left });
    }
}
