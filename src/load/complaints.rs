//! Complaints with what was done about each: the rows of a month and the steps of their handling, joined.

use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::files::csv::RawRow;
use crate::records::complaint::{Complaint, Handling, complaints, handling};
use crate::records::course::{Step, in_order};
use crate::records::time::Month;
use crate::words::problem::Problem;
use std::ops::Range;

/// Reads the complaints received in a month, each with its steps in order; `person` gives the number of the person whom
/// a column of a row names.
pub fn complaints_of(
    directory: &Directory,
    received: Month,
    findings: &mut Findings,
    person: impl Fn(&RawRow<'_>, usize, &mut Findings) -> Option<u32>,
    mut each: impl FnMut(&RawRow<'_>, &Complaint<'_>, &[Step], &mut Findings),
) {
    let mut steps = Steps::read(directory, received, findings, person);
    let name = complaints.file(&received.to_string());
    directory.scan(&complaints, &name, findings, |row, findings| {
        let Some(read) = row.read::<Complaint>(findings) else {
            return;
        };
        if read.received.month() != received {
            let (value, file) = (read.received.to_string(), name.clone());
            let problem = Problem::PartitionWrong { value, file };
            return findings.error(row.cell_origin(Complaint::received), problem);
        }
        each(row, &read, steps.of(read.id.text()), findings);
    });
    // A step of a complaint that is not there.
    if steps.taken < steps.list.len() {
        findings.doubt();
    }
}

/// The steps of a month's handling. All of history is read in each report, so that they stand in three lists and not in
/// one a complaint.
struct Steps {
    /// The ids of the complaints, one behind the other.
    ids: String,
    /// Where in it the complaint of each step stands; rising.
    of: Vec<Range<usize>>,
    /// The steps of each complaint in the order of the file.
    list: Vec<Step>,
    /// Where those end that were looked for last: complaints come in the same order.
    next: usize,
    /// How many were asked for.
    taken: usize,
}

impl Steps {
    fn read(
        directory: &Directory,
        received: Month,
        findings: &mut Findings,
        person: impl Fn(&RawRow<'_>, usize, &mut Findings) -> Option<u32>,
    ) -> Steps {
        let (mut ids, mut steps) = (String::new(), Vec::new());
        let name = handling.file(&received.to_string());
        directory.scan(&handling, &name, findings, |row, findings| {
            if let Some(read) = row.read::<Handling>(findings) {
                let handler = person(row, Handling::handler, findings);
                let from = ids.len();
                ids.push_str(read.complaint.text());
                steps.push((from..ids.len(), Step::of(&read, handler, row.origin)));
            }
        });
        steps.sort_by(|(a, _), (b, _)| ids[a.clone()].cmp(&ids[b.clone()]));
        let (of, list) = steps.into_iter().unzip();
        Steps {
            ids,
            of,
            list,
            next: 0,
            taken: 0,
        }
    }

    /// The steps of a complaint, in order.
    fn of(&mut self, complaint: &str) -> &[Step] {
        let id = |of: &Range<usize>| &self.ids[of.clone()];
        let is_next = self.of.get(self.next).is_some_and(|of| id(of) == complaint);
        let first = match is_next {
            true => self.next,
            false => self.of.partition_point(|of| id(of) < complaint),
        };
        let own = self.of[first..].iter().take_while(|of| id(of) == complaint);
        self.next = first + own.count();
        self.taken += self.next - first;
        let steps = &mut self.list[first..self.next];
        in_order(steps);
        steps
    }
}
