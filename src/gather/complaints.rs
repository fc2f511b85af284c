//! The complaints of an office with what was done about each, for the measures.

use super::people::{person, unit};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::files::csv::RawRow;
use crate::load;
use crate::records::complaint::{Complaint, complaints};
use crate::records::course::Course;
use crate::records::people::{People, Units};
use crate::records::time::Month;

/// The months up to `last` of which complaints are kept.
pub(super) fn months(directory: &Directory, last: Month, findings: &mut Findings) -> Vec<Month> {
    let names = load::names(directory, &complaints.path, ".csv", findings);
    let months = names.iter().filter_map(|name| Month::parse(name));
    months.filter(|month| *month <= last).collect()
}

/// Reads the complaints received in a month.
pub(super) fn read(
    directory: &Directory,
    (people, units): (&People, &Units),
    received: Month,
    findings: &mut Findings,
    mut each: impl FnMut(&Course<'_>),
) {
    let named = |row: &RawRow<'_>, column: usize, findings: &mut Findings| {
        person(people, row, column, &mut 0, findings)
    };
    load::complaints_of(
        directory,
        received,
        findings,
        named,
        |row, complaint, steps, findings| {
            each(&Course {
                complaint,
                origin: row.origin,
                unit: unit(units, row, Complaint::unit, findings),
                first_handler: named(row, Complaint::handler, findings),
                steps,
            });
        },
    );
}
