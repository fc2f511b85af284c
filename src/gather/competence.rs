//! Catalogue, the standards of posts and what people were found to hold.

use super::people::person;
use super::posts::{competency, load_competencies, load_posts};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::measure::gaps::{Assessed, Gaps, Required};
use crate::measure::plan::Competence;
use crate::measure::trace::Trace;
use crate::records::code::CompetencyKind;
use crate::records::competence::{Assessment, Competency, Standard};
use crate::records::people::{Catalogue, People, Units};
use crate::records::table::Row;
use crate::records::time::Day;
use crate::rules::Gap as Rule;
use std::collections::HashMap;

/// The kinds of the competencies, by number. Everything wrong with them was told when they were loaded.
fn load_kinds(directory: &Directory, catalogue: &Catalogue) -> Vec<Option<CompetencyKind>> {
    let (mut kinds, mut told) = (vec![None; catalogue.codes.len()], Findings::new());
    directory.scan(Competency::table(), "competencies.csv", &mut told, |row, told| {
        let read = row.read::<Competency>(told);
        if let Some((number, read)) = catalogue.find(row.cells.get(Competency::code)).zip(read) {
            kinds[number as usize] = Some(read.kind);
        }
    });
    kinds
}

/// The standards by position that hold on a day: competencies with the level required, in the order of the catalogue.
pub(super) fn load_standards(
    directory: &Directory,
    catalogue: &Catalogue,
    day: Day,
    findings: &mut Findings,
) -> HashMap<String, Vec<Required>> {
    let mut out: HashMap<String, Vec<Required>> = HashMap::new();
    directory.scan(Standard::table(), "standards.csv", findings, |row, findings| {
        let Some(read) = row.read::<Standard>(findings) else {
            return;
        };
        let number = competency(catalogue, row, Standard::competency, findings);
        if let Some(number) = number.filter(|_| read.holds_on(day)) {
            let standard = out.entry(read.position.to_owned()).or_default();
            standard.push(Required {
                competency: number,
                level: read.level,
                origin: row.origin,
            });
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
    trace: &mut Trace,
) -> (Catalogue, Vec<Option<String>>, Gaps<'r>) {
    let catalogue = load_competencies(directory, findings);
    let posts = load_posts(directory, people).into_iter();
    let positions: Vec<Option<String>> = posts.map(|post| post.position).collect();
    let standards = load_standards(directory, &catalogue, people.as_of, findings);
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
            let number = person(people, row, Assessment::staff, &mut near, findings);
            let about = competency(&catalogue, row, Assessment::competency, findings);
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
    trace: &mut Trace,
) -> Competence {
    let (catalogue, positions, gaps) = load_gaps(directory, people, rule, findings, trace);
    Competence {
        gaps: gaps.figures(people, units.len(), catalogue.codes.len(), trace),
        kinds: load_kinds(directory, &catalogue),
        catalogue,
        positions,
    }
}
