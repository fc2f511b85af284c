//! What only a few reports ask of people, from a second look at `staff.csv` and `postings.csv`, and the competencies.

use super::people::{named, person};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::files::csv::RawRow;
use crate::records::competence::{Competency, Standard, competencies};
use crate::records::organisation::{Posting, Staff};
use crate::records::people::{Catalogue, People, Tenure};
use crate::records::table::Row;
use crate::records::time::Day;
use std::collections::{HashMap, HashSet};

/// The posts of all people, by number. Everything wrong was told at the first look.
pub(super) fn load_posts(directory: &Directory, people: &People) -> Vec<Tenure> {
    let mut posts = vec![Tenure::default(); people.list.len()];
    let mut told = Findings::new();
    directory.scan(Staff::table(), "staff.csv", &mut told, |row, told| {
        let read = row.read::<Staff>(told);
        if let Some((number, staff)) = people.find(row.cells.get(Staff::id)).zip(read) {
            posts[number as usize].joined = staff.joined;
        }
    });
    let mut near = 0;
    directory.scan(Posting::table(), "postings.csv", &mut told, |row, told| {
        let Some(posting) = row.read::<Posting>(told) else {
            return;
        };
        let Some(number) = person(people, row, Posting::staff, &mut near, told) else {
            return;
        };
        let now = people.list[number as usize].now;
        if now.is_some_and(|place| place.since == posting.since) {
            posts[number as usize].position = posting.position.map(str::to_owned);
        }
    });
    posts
}

/// The competencies.
pub(super) fn load_competencies(directory: &Directory, findings: &mut Findings) -> Catalogue {
    let mut out = Catalogue::default();
    directory.scan(&competencies, "competencies.csv", findings, |row, findings| {
        let name = row.read::<Competency>(findings).map_or("", |read| read.name);
        // A rejected row leaves its code behind, so that references to it are no second finding.
        out.add(row.cells.get(Competency::code), name);
    });
    out
}

/// The competencies that each position requires on a day, by its name.
pub(super) fn load_standards(
    directory: &Directory,
    day: Day,
    findings: &mut Findings,
) -> HashMap<String, HashSet<String>> {
    let mut out: HashMap<String, HashSet<String>> = HashMap::new();
    directory.scan(Standard::table(), "standards.csv", findings, |row, findings| {
        if let Some(read) = row.read::<Standard>(findings).filter(|read| read.holds_on(day)) {
            let required = out.entry(read.position.to_owned()).or_default();
            required.insert(read.competency.text().to_owned());
        }
    });
    out
}

/// The number of the competency that a cell names; an unknown one is told.
pub(super) fn competency(
    known: &Catalogue,
    row: &RawRow<'_>,
    column: usize,
    findings: &mut Findings,
) -> Option<u32> {
    named(row, column, findings, "competencies.csv", |code| known.find(code))
}
