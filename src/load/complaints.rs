//! Complaints with what was done about each: the rows of a month and the steps of their handling, joined.

use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::files::csv::RawRow;
use crate::records::complaint::{Complaint, Handling, complaints, handling};
use crate::records::course::{Step, in_order};
use crate::records::time::Month;
use crate::words::problem::Problem;
use std::collections::HashMap;

/// Reads the complaints received in a month, each with its steps in order; `person` gives the number of the person whom
/// a column of a row names.
pub fn complaints_of(
    directory: &Directory,
    received: Month,
    findings: &mut Findings,
    person: impl Fn(&RawRow<'_>, usize, &mut Findings) -> Option<u32>,
    mut each: impl FnMut(&RawRow<'_>, &Complaint<'_>, &[Step], &mut Findings),
) {
    let mut steps: HashMap<String, Vec<Step>> = HashMap::new();
    let name = handling.file(&received.to_string());
    directory.scan(&handling, &name, findings, |row, findings| {
        if let Some(read) = row.read::<Handling>(findings) {
            let step = Step {
                date: read.date,
                kind: read.step,
                class: read.class.map(|class| class.text().to_owned()),
                handler: person(row, Handling::handler, findings),
                outcome: read.outcome,
                view: read.complainant_view,
                origin: row.origin,
            };
            let of_complaint = steps.entry(read.complaint.text().to_owned());
            of_complaint.or_default().push(step);
        }
    });
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
        let mut steps = steps.remove(read.id.text()).unwrap_or_default();
        in_order(&mut steps);
        each(row, &read, &steps, findings);
    });
}
