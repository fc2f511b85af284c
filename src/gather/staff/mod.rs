//! One person's year: only the rows that are about this person are read.

mod career;
mod judged;
mod learning;
mod transcript;

pub use transcript::transcript;

use super::competence::load_gaps;
use super::reading::Reading;
use super::unrolled;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::files::csv::RawRow;
use crate::measure::hours::Hours;
use crate::measure::needs::Stated;
use crate::measure::predicates::period_of;
use crate::measure::staff::{Portrait, StaffFigures};
use crate::measure::trace::Trace;
use crate::records::cell::Nip;
use crate::records::code::Sex;
use crate::records::organisation::{Posting, Staff, postings, staff};
use crate::records::people::{Catalogue, People, Roster};
use crate::records::table::Schema;
use crate::records::time::{Day, Period};

/// The rows of all tables that are about one person.
struct Dossier<'d> {
    directory: &'d Directory,
    /// The id of the person.
    id: &'d str,
    /// The first day of the year.
    first: Day,
    /// The last day.
    day: Day,
}

/// Gathers the page of the person with that id; `None` when there is nobody or a rule is missing, which is told.
pub fn report(reading: &mut Reading<'_>, id: &str) -> Option<StaffFigures> {
    let rules = reading.month_rules()?;
    let gap = reading.edition(&reading.archive.office.rules.gap)?;
    let Roster { people, units } = reading.roster();
    let person = people.find(id)?;
    let dossier = Dossier {
        directory: reading.archive.directory,
        id,
        first: Period::year(reading.month()).first_day(),
        day: reading.as_of(),
    };
    // 1. What the person took part in.
    let mut hours = Hours::new(people, rules.hours, reading.since());
    let Reading { findings, trace, .. } = reading;
    let look_back = rules.look_back.programme_months as i32;
    let from = hours.earliest().month().plus(-look_back);
    let (attended, [awaited, failed, ahead]) = dossier.programmes(from, &hours, person, findings, trace);

    // 2. How the person is evaluated, guided and recognised.
    let rhythm = |month| period_of(rules.evaluation, month);
    let evaluations = dossier.evaluations(rhythm, rules.predicate, people, findings);
    let (pairs, mentees) = dossier.pairs(people, findings);

    // 3. What the post requires, and who it is.
    let silent = &mut Trace::silent();
    let (competencies, mut positions, gaps) = load_gaps(dossier.directory, people, gap, findings, silent);
    let position = positions.get_mut(person as usize).and_then(Option::take);
    let portrait = dossier.posted(person, position, people, findings)?;

    // 4. What was asked for, and what became of it.
    let needs = dossier.needs(person, &competencies, reading);
    let unrolled = dossier.miss_rolls(&mut hours, reading);
    let own = hours.of_person(person);
    let known = &people.list[person as usize];
    let here = (known.arrived(reading.since()), known.left());
    let findings = &mut reading.findings;
    Some(StaffFigures {
        portrait,
        here,
        unrolled,
        is_under_floor: hours.is_under_floor(known.employment, &own),
        is_over_ceiling: hours.is_over_ceiling(person, &own),
        hours: own,
        contract_year: hours.contract_year(person),
        attended,
        awaited,
        failed,
        ahead,
        evaluations,
        guidance: dossier.guidance(&reading.archive.office.rules.guidance, person, findings),
        pairs,
        mentees,
        certificates: dossier.certificates(&reading.archive.office.rules.certificates, person, findings),
        awards: dossier.awards(person, findings),
        gaps: gaps.of_person(person),
        competencies,
        needs,
        studies: dossier.studies(person, findings),
        career: dossier.career(people, units),
    })
}

/// The same for the plan of the person, which counts the needs by what became of them.
pub fn idp(reading: &mut Reading<'_>, id: &str) -> Option<StaffFigures> {
    let figures = report(reading, id)?;
    figures.tell_needs(&mut reading.trace);
    Some(figures)
}

impl Dossier<'_> {
    /// The needs of the person, with what became of them.
    fn needs(&self, person: u32, competencies: &Catalogue, reading: &mut Reading<'_>) -> Vec<Stated> {
        if !self.has_needs(&mut reading.findings) {
            return Vec::new();
        }
        let Roster { people, units } = reading.roster();
        let (silent, when) = (&mut Trace::silent(), (self.day.year(), self.day, reading.since()));
        let findings = &mut reading.findings;
        let plan = super::plan::figures(self.directory, (people, units), when, findings, silent);
        super::needs::needs(reading, competencies, plan.as_ref(), Some(person)).list
    }
}

impl Dossier<'_> {
    /// What `each` makes of the rows of a table's partition that have the person in a column.
    fn own<T>(
        &self,
        (table, partition, column): (&Schema, &str, usize),
        findings: &mut Findings,
        mut each: impl FnMut(&RawRow<'_>, &mut Findings) -> Option<T>,
    ) -> Vec<T> {
        let (name, mut out) = (table.file(partition), Vec::new());
        self.directory.scan(table, &name, findings, |row, findings| {
            if row.cells.get(column) == self.id {
                out.extend(each(row, findings));
            }
        });
        out
    }

    /// Who it is.
    fn portrait(&self, person: u32, findings: &mut Findings) -> Option<Portrait> {
        let mut own = self.own((&staff, "", Staff::id), findings, |row, findings| {
            let read = row.read::<Staff>(findings)?;
            Some(Portrait {
                person,
                name: read.name.to_owned(),
                nip: read.nip.map(|nip| nip.text().to_owned()),
                sex: read.sex.or_else(|| read.nip.map(sex_of)),
                employment: read.employment,
                position: None,
                unit: None,
                supervisor: None,
            })
        });
        own.pop()
    }

    /// Who it is, in the post held on the day.
    fn posted(
        &self,
        person: u32,
        position: Option<String>,
        people: &People,
        findings: &mut Findings,
    ) -> Option<Portrait> {
        let known = &people.list[person as usize];
        Some(Portrait {
            position,
            unit: known.unit(),
            supervisor: self.supervisor(people),
            employment: known.employment,
            ..self.portrait(person, findings)?
        })
    }

    /// Tells the hours which programmes have begun and have nobody on record; how many of them are of the year.
    fn miss_rolls(&self, hours: &mut Hours<'_>, reading: &Reading<'_>) -> u64 {
        let unrolled = unrolled::of_what_was_read(reading);
        hours.miss_rolls(&unrolled, &[]);
        let of_year = unrolled.iter().filter(|one| one.end >= self.first);
        of_year.count() as u64
    }

    /// The supervisor of the posting in force on the day; of equal days the first row.
    fn supervisor(&self, people: &People) -> Option<u32> {
        let mut told = Findings::new();
        let own = self.own((&postings, "", Posting::staff), &mut told, |row, told| {
            let posting = row.read::<Posting>(told)?;
            let supervisor = posting.supervisor;
            let supervisor = supervisor.and_then(|id| people.find(id.text()));
            (posting.since <= self.day).then_some((posting.since, supervisor))
        });
        let latest = own.into_iter().rev().max_by_key(|(since, _)| *since);
        latest.and_then(|(_, supervisor)| supervisor)
    }
}

/// Digit 15 of a NIP.
fn sex_of(nip: Nip<'_>) -> Sex {
    if nip.is_woman() { Sex::Woman } else { Sex::Man }
}
