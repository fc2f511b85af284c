//! Evaluations of the periods that are current on the last day and on that of the month before.

use super::people::person;
use super::reading::Reading;
use crate::diagnostic::{Findings, Origin};
use crate::files::Directory;
use crate::measure::completeness::{Completeness, Requirement};
use crate::measure::predicates::Predicates;
use crate::measure::trace::{Source, Trace};
use crate::records::people::People;
use crate::records::performance::{Evaluation, evaluations};
use crate::records::time::Period;
use crate::words::problem::Problem;

/// Reads each file once, the one that counts first in front, into the measures of both days.
pub(super) fn read(
    reading: &mut Reading<'_>,
    now: &mut Predicates<'_>,
    before: &mut Predicates<'_>,
) -> Completeness {
    let (directory, people) = (reading.archive.directory, &reading.roster().people);
    let as_of = reading.as_of();
    let Reading { findings, trace, .. } = reading;
    let mut completeness = Completeness::default();
    let (of_now, of_before) = (now.periods(), before.periods());
    let mut periods: Vec<Period> = of_now.iter().chain(&of_before).copied().collect();
    periods.sort_by_key(|period| {
        (
            std::cmp::Reverse(period.last_day()),
            std::cmp::Reverse(period.months()),
        )
    });
    periods.dedup();
    for period in periods {
        let (is_now, is_before) = (of_now.contains(&period), of_before.contains(&period));
        read_period(directory, people, period, findings, |read, origin, number| {
            if is_now {
                let who = &people.list[number as usize];
                // What was made later was not there yet, and of who left nothing is asked.
                if let Some(known) = read.known_on(as_of).filter(|_| who.counts()) {
                    let is_complete = known.parts().is_some();
                    completeness.add(Requirement::Evaluations, Source::Row(origin), is_complete, trace);
                }
                now.hear(read.period.last_day(), read.since());
                match who.counts() {
                    true => now.row(read, origin, number, who.unit(), trace),
                    // Who left since the period has an evaluation that enters no figure.
                    false => now.leaves_out(origin, who.unit(), trace),
                }
            }
            if is_before {
                before.row(read, origin, number, None, &mut Trace::silent());
            }
        });
    }
    completeness
}

/// Reads the evaluations of one period and hands each to `each`, with its place and the number of the person. Rows about
/// nobody known or filed under another period are told and left out.
pub(super) fn read_period(
    directory: &Directory,
    people: &People,
    period: Period,
    findings: &mut Findings,
    mut each: impl FnMut(&Evaluation<'_>, Origin, u32),
) {
    let name = evaluations.file(&period.to_string());
    let mut near = 0;
    directory.scan(&evaluations, &name, findings, |row, findings| {
        let Some(read) = row.read::<Evaluation>(findings) else {
            return;
        };
        let Some(number) = person(people, row, Evaluation::staff, &mut near, findings) else {
            return;
        };
        if read.period != period {
            let problem = Problem::PartitionWrong {
                value: read.period.to_string(),
                file: name.clone(),
            };
            return findings.error(row.cell_origin(Evaluation::period), problem);
        }
        each(&read, row.origin, number);
    });
}
