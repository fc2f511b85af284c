//! Evaluations of the periods that are current on the last day and on that of the month before.

use super::people::person;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::measure::completeness::{Completeness, Item};
use crate::measure::predicates::Predicates;
use crate::measure::trace::{Source, Trace};
use crate::records::people::People;
use crate::records::performance::{Evaluation, evaluations};
use crate::records::time::Period;
use crate::words::problem::Problem;

/// Reads each file once, the one that counts first in front, into the measures of both days.
pub(super) fn read(
    directory: &Directory,
    people: &People,
    now: &mut Predicates<'_>,
    before: &mut Predicates<'_>,
    findings: &mut Findings,
    trace: &mut impl Trace,
) -> Completeness {
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
        let name = evaluations.file(&period.to_string());
        let (is_now, is_before) = (of_now.contains(&period), of_before.contains(&period));
        let mut near = 0;
        directory.scan(&evaluations, &name, findings, |row, findings| {
            let Some(read) = row.read::<Evaluation>(findings) else {
                return;
            };
            let Some(number) = person(people, read.staff.text(), &mut near, row, 0, findings) else {
                return;
            };
            if read.period != period {
                let problem = Problem::PartitionWrong {
                    value: read.period.to_string(),
                    file: name.clone(),
                };
                return findings.error(row.cell_origin(1), problem);
            }
            if is_now {
                let is_complete = read.result.is_some() && read.behaviour.is_some();
                completeness.add(Item::Evaluations, Source::Row(row.origin), is_complete, trace);
                let who = &people.list[number as usize];
                match who.counts() {
                    true => now.row(&read, row.origin, number, who.unit(), trace),
                    // Who left since the period has an evaluation that enters no figure.
                    false => now.leaves_out(row.origin, who.unit(), trace),
                }
            }
            if is_before {
                before.row(&read, row.origin, number, None, &mut ());
            }
        });
    }
    completeness
}
