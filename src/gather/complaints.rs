//! The complaints of an office with what was done about each, for the measures.

use super::people::{person, unit};
use super::reading::Archive;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::files::csv::RawRow;
use crate::load::{self, Office};
use crate::records::complaint::{Complaint, complaints, handling};
use crate::records::course::Course;
use crate::records::people::{People, Units};
use crate::records::time::Month;

/// The months up to `last` of which complaints are kept, or what was done about some.
pub(super) fn months(directory: &Directory, last: Month, findings: &mut Findings) -> Vec<Month> {
    let mut names = load::names(directory, &complaints.path, ".csv", findings);
    names.extend(load::names(directory, &handling.path, ".csv", findings));
    names.sort();
    names.dedup();
    let months = names.iter().filter_map(|name| Month::parse(name));
    months.filter(|month| *month <= last).collect()
}

/// Reads the complaints received in a month; what `check` may call wrong of one is doubted.
pub(super) fn read(
    archive: &Archive<'_>,
    (people, units): (&People, &Units),
    received: Month,
    findings: &mut Findings,
    mut each: impl FnMut(&Course<'_>),
) {
    let named = |row: &RawRow<'_>, column: usize, findings: &mut Findings| {
        person(people, row, column, &mut 0, findings)
    };
    load::complaints_of(
        archive.directory,
        received,
        findings,
        named,
        |row, complaint, steps, findings| {
            let course = Course {
                complaint,
                origin: row.origin,
                unit: unit(units, row, Complaint::unit, findings),
                first_handler: named(row, Complaint::handler, findings),
                steps,
            };
            if is_doubtful(archive.office, &course) {
                findings.doubt();
            }
            each(&course);
        },
    );
}

/// Whether a complaint has steps before its receipt, or a class or code that nobody declared.
fn is_doubtful(Office { settings, rules }: &Office, course: &Course<'_>) -> bool {
    let row = course.complaint;
    let rule = rules.complaints.on(row.received);
    let is_unknown = |class: &str| rule.is_some_and(|rule| rule.class(class).is_none());
    let codes = [
        (row.channel, &settings.channel),
        (row.service, &settings.service),
        (row.category, &settings.category),
    ];
    course.before_receipt().next().is_some()
        || course.classes().any(|(class, _)| is_unknown(class))
        || codes.iter().any(|(code, list)| {
            code.is_some_and(|code| list.iter().all(|known| &*known.code.value != code.text()))
        })
}
