//! Competencies, the standards of posts and what people were found to hold.

use super::ground::load_positions;
use super::people::{person, unknown};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::files::csv::RawRow;
use crate::measure::gaps::{Assessed, GapFigures, Gaps};
use crate::measure::trace::Trace;
use crate::records::catalogue::Competencies;
use crate::records::competence::{Assessment, Competency, Standard};
use crate::records::people::{People, Units};
use crate::records::table::Row;
use crate::rules::Gap as Rule;
use std::collections::HashMap;

/// What is known of competencies, and the gaps that follow.
#[derive(Debug)]
pub struct Competence {
    /// The catalogue.
    pub catalogue: Competencies,
    /// The positions by number of the person.
    pub positions: Vec<Option<String>>,
    /// The gaps.
    pub gaps: GapFigures,
}

/// Reads the catalogue.
pub(super) fn load_competencies(directory: &Directory, findings: &mut Findings) -> Competencies {
    let mut out = Competencies::default();
    directory.scan(
        Competency::table(),
        "competencies.csv",
        findings,
        |row, findings| match row.read::<Competency>(findings) {
            Some(read) => out.add(read.code.text(), read.name, Some(read.kind)),
            // A rejected row leaves its code behind.
            None => out.add(row.cells.get(0), "", None),
        },
    );
    out
}

/// The number of the competency in a cell; an unknown one is told.
pub(super) fn competency(
    known: &Competencies,
    code: &str,
    row: &RawRow<'_>,
    column: usize,
    findings: &mut Findings,
) -> Option<u32> {
    let found = known.find(code);
    if found.is_none() {
        unknown(findings, row.cell_origin(column), "competencies.csv", code);
    }
    found
}

/// The standards by position: competencies with the level required, in the order of the catalogue.
fn load_standards(
    directory: &Directory,
    catalogue: &Competencies,
    findings: &mut Findings,
) -> HashMap<String, Vec<(u32, i64)>> {
    let mut out: HashMap<String, Vec<(u32, i64)>> = HashMap::new();
    directory.scan(Standard::table(), "standards.csv", findings, |row, findings| {
        let Some(read) = row.read::<Standard>(findings) else {
            return;
        };
        if let Some(number) = competency(catalogue, read.competency.text(), row, 1, findings) {
            let standard = out.entry(read.position.to_owned()).or_default();
            standard.push((number, read.level));
        }
    });
    out.values_mut().for_each(|list| list.sort_unstable());
    out
}

/// Reads standards and assessments into a measure; gives the catalogue and the positions with it.
pub(super) fn load_gaps<'r>(
    directory: &Directory,
    people: &People,
    rule: &'r Rule,
    findings: &mut Findings,
    trace: &mut impl Trace,
) -> (Competencies, Vec<Option<String>>, Gaps<'r>) {
    let catalogue = load_competencies(directory, findings);
    let positions = load_positions(directory, people, people.as_of);
    let standards = load_standards(directory, &catalogue, findings);
    let of = |position: &Option<String>| {
        let standard = position.as_ref().and_then(|position| standards.get(position));
        standard.cloned().unwrap_or_default()
    };
    let mut gaps = Gaps::new(people, rule, positions.iter().map(of).collect());
    let mut near = 0;
    directory.scan(
        Assessment::table(),
        "assessments.csv",
        findings,
        |row, findings| {
            let Some(read) = row.read::<Assessment>(findings) else {
                return;
            };
            let number = person(people, read.staff.text(), &mut near, row, 0, findings);
            let about = competency(&catalogue, read.competency.text(), row, 2, findings);
            if let (Some(person), Some(competency)) = (number, about) {
                let assessed = Assessed {
                    person,
                    competency,
                    date: read.date,
                    level: read.level,
                    origin: row.origin,
                };
                gaps.assess(assessed, trace);
            }
        },
    );
    (catalogue, positions, gaps)
}

/// Reads everything about competencies and adds it up.
pub(super) fn competence(
    directory: &Directory,
    (people, units): (&People, &Units),
    rule: &Rule,
    findings: &mut Findings,
    trace: &mut impl Trace,
) -> Competence {
    let (catalogue, positions, gaps) = load_gaps(directory, people, rule, findings, trace);
    Competence {
        gaps: gaps.figures(people, units.len(), catalogue.len(), trace),
        catalogue,
        positions,
    }
}
