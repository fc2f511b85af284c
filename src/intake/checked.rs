//! What the checks refuse of the records as a list would make them, told of the row and the cell that say it.

use super::row::ListRow;
use super::subject::{Faults, Transcription};
use crate::change::{Draft, Reason};
use crate::check;
use crate::diagnostic::{Finding, Findings, Severity};
use crate::files::Directory;
use crate::records::table::Schema;
use crate::words::problem::Problem;
use std::collections::{BTreeMap, BTreeSet};

/// What the checks refuse of a row.
#[derive(PartialEq)]
pub(super) struct Wrong {
    file: String,
    key: Vec<String>,
    /// The column whose cell it is about; `None` for the row.
    column: Option<usize>,
    problem: Problem,
}

/// What the checks say of the records as they would be, beyond what they say of them now.
pub(super) fn wrong(draft: &Draft<'_>, reading: &Transcription<'_, '_>) -> Vec<Wrong> {
    let names: BTreeSet<String> = draft.changed().map(|(name, _, _)| name.to_owned()).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let outcome = draft.outcome();
    let mut new = errors(&outcome, &names, reading);
    if !new.is_empty() {
        for known in errors(draft.directory, &names, reading) {
            let same = new.iter().position(|one| *one == known);
            same.map(|at| new.remove(at));
        }
    }
    new
}

/// The errors of some files that stand in a row.
fn errors(directory: &Directory, names: &BTreeSet<String>, reading: &Transcription<'_, '_>) -> Vec<Wrong> {
    let mut findings = Findings::new();
    check::files(directory, reading.request.today, names, &mut findings);
    let mut by_file: BTreeMap<u32, Vec<&Finding>> = BTreeMap::new();
    for finding in findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
    {
        by_file.entry(finding.origin.file()).or_default().push(finding);
    }
    let mut wrong = Vec::new();
    for (number, mut found) in by_file {
        let named = directory
            .name(number)
            .and_then(|file| Some((reading.ledger.table(&file)?, file)));
        if let Some((table, file)) = named {
            found.sort_by_key(|finding| finding.origin.byte());
            wrong.extend(in_rows(directory, (table, &file), &found));
        }
    }
    wrong
}

/// The rows of a file that findings in the order of their places are about, and the columns whose cells they begin at.
fn in_rows(directory: &Directory, (table, file): (&Schema, &str), findings: &[&Finding]) -> Vec<Wrong> {
    let (mut wrong, mut rest) = (Vec::new(), findings.iter().peekable());
    // What is wrong with the file was told.
    directory.scan(table, file, &mut Findings::new(), |row, _| {
        let (begin, end) = (row.origin.byte(), row.origin.byte() + row.line.len() as u64);
        while let Some(finding) = rest.next_if(|finding| finding.origin.byte() <= end) {
            let byte = finding.origin.byte();
            let begins = |column: &usize| byte > begin && row.cell_origin(*column).byte() == byte;
            let named = finding.column.as_deref().and_then(|name| table.column(name));
            // What is about the heading is about no row.
            if byte >= begin {
                wrong.push(Wrong {
                    file: file.to_owned(),
                    key: (0..table.keys())
                        .map(|column| row.cells.get(column).to_owned())
                        .collect(),
                    column: named.or_else(|| (0..table.columns.len()).find(begins)),
                    problem: finding.problem.clone(),
                });
            }
        }
    });
    wrong
}

/// What the checks refuse, by the row of the list and the cell that say it.
pub(super) fn located(
    wrong: Vec<Wrong>,
    reading: &Transcription<'_, '_>,
    rows: &[ListRow<'_>],
) -> BTreeMap<usize, Faults> {
    let mut faults: BTreeMap<usize, Faults> = BTreeMap::new();
    for one in wrong {
        let Some((table, number)) = reading.ledger.said_by(&one.file, &one.key) else {
            continue;
        };
        let row = &rows[number];
        let place = one
            .column
            .map(|column| row.place_of(reading.form, (table, &one.key), column));
        let fault = (place.unwrap_or_else(|| row.spot()), Reason::Cell(one.problem));
        faults.entry(number).or_default().push(fault);
    }
    faults
}
