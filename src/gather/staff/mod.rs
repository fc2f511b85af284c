//! One person's year: only the rows that are about this person are read.

mod judged;
mod learning;

use super::competence::load_gaps;
use super::editions::{edition, tell_missing};
use super::people::{full_name, load_names};
use super::posts::load_roster;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::files::csv::RawRow;
use crate::load::Office;
use crate::measure::hours::Hours;
use crate::measure::month::MonthRules;
use crate::measure::staff::{Portrait, StaffFigures};
use crate::measure::trace::Trace;
use crate::records::cell::Nip;
use crate::records::code::Sex;
use crate::records::organisation::{Posting, Staff};
use crate::records::people::People;
use crate::records::table::{Row, Table};
use crate::records::time::{Day, Month, Period};
use crate::rules::Rhythm;
use std::collections::BTreeSet;

/// What the parts are read with.
struct Reading<'r> {
    directory: &'r Directory,
    /// The id of the person.
    id: &'r str,
    month: Month,
    /// The first day of the year.
    first: Day,
    /// The last day.
    day: Day,
}

/// Gathers the page of the person with that id; `None` when there is nobody or a rule is missing, which is told.
pub fn staff(
    directory: &Directory,
    office: &Office,
    month: Month,
    id: &str,
    findings: &mut Findings,
    trace: &mut Trace,
) -> Option<StaffFigures> {
    let missing = |rule| tell_missing(rule, month.last(), findings);
    let rules = MonthRules::on(&office.rules, month.last(), missing)?;
    let gap = edition(&office.rules.gap, month.last(), findings)?;
    let roster = load_roster(directory, month, findings);
    let number = roster.people.find(id)?;
    let reading = Reading {
        directory,
        id,
        month,
        first: Period::year(month).first_day(),
        day: month.last(),
    };

    // 1. What the person took part in.
    let hours = Hours::new(&roster.people, rules.hours);
    let from = hours
        .earliest()
        .month()
        .plus(-(rules.look_back.programme_months as i32));
    let (attended, ahead) = reading.programmes(from, &hours, number, findings, trace);

    // 2. How the person is evaluated, guided and recognised.
    let rhythm = |month| match rules.evaluation.rhythm {
        Rhythm::Quarter => Period::quarter(month),
        Rhythm::Year => Period::year(month),
    };
    let (mut judged, evaluators) = reading.evaluations(rhythm, &roster.people, findings);
    for evaluated in &mut judged {
        let both = evaluated.result.zip(evaluated.behaviour);
        evaluated.predicate = both.and_then(|(result, behaviour)| rules.predicate.of(result, behaviour));
    }
    let (pairs, mentees) = reading.pairs(findings);

    // 3. What the post requires, and the names.
    let (catalogue, mut positions, gaps) =
        load_gaps(directory, &roster.people, gap, findings, &mut Trace::silent());
    let supervisor = reading.supervisor(&roster.people);
    let wanted: BTreeSet<u32> = evaluators.iter().flatten().chain(&supervisor).copied().collect();
    let names = load_names(directory, &Vec::from_iter(wanted));
    let name_of = |number: &Option<u32>| number.and_then(|number| names.get(&number).cloned());
    for (evaluated, evaluator) in judged.iter_mut().zip(&evaluators) {
        evaluated.evaluator = name_of(evaluator);
    }
    let mut portrait = reading.portrait(findings)?;
    portrait.position = positions.get_mut(number as usize).and_then(Option::take);
    portrait.unit = roster.people.list[number as usize]
        .unit()
        .map(|unit| roster.units.names[unit as usize].clone());
    portrait.supervisor = name_of(&supervisor);
    let competencies = catalogue.codes.into_iter().zip(catalogue.names).collect();

    Some(StaffFigures {
        month,
        portrait,
        hours: hours.of_person(number),
        contract_year: hours.contract_year(number),
        attended,
        ahead,
        evaluations: judged,
        guidance: reading.guidance(findings),
        pairs,
        mentees,
        certificates: reading.certificates(findings),
        awards: reading.awards(findings),
        gaps: gaps.of_person(number),
        competencies,
        needs: reading.needs(findings),
    })
}

impl Reading<'_> {
    /// Hands the rows of a file that have the person in a column to `each`.
    fn own(
        &self,
        (table, name, column): (&Table, &str, usize),
        findings: &mut Findings,
        mut each: impl FnMut(&RawRow<'_>, &mut Findings),
    ) {
        self.directory.scan(table, name, findings, |row, findings| {
            if row.cells.get(column) == self.id {
                each(row, findings);
            }
        });
    }

    /// Who it is.
    fn portrait(&self, findings: &mut Findings) -> Option<Portrait> {
        let mut out = None;
        let staff = (Staff::table(), "staff.csv", Staff::id);
        self.own(staff, findings, |row, findings| {
            out = row.read::<Staff>(findings).map(|staff| Portrait {
                id: self.id.to_owned(),
                full_name: full_name(&staff),
                name: staff.name.to_owned(),
                sex: staff.sex.or_else(|| staff.nip.map(sex_of)),
                employment: staff.employment,
                position: None,
                unit: None,
                supervisor: None,
            });
        });
        out
    }

    /// The supervisor of the posting in force on the day.
    fn supervisor(&self, people: &People) -> Option<u32> {
        let mut latest: (Option<Day>, Option<u32>) = (None, None);
        let mut told = Findings::new();
        let postings = (Posting::table(), "postings.csv", Posting::staff);
        self.own(postings, &mut told, |row, told| {
            let posting = row
                .read::<Posting>(told)
                .filter(|posting| posting.since <= self.day);
            if let Some(posting) = posting.filter(|posting| latest.0.is_none_or(|day| day < posting.since)) {
                let supervisor = posting.supervisor;
                let supervisor = supervisor.and_then(|id| people.find(id.text()));
                latest = (Some(posting.since), supervisor);
            }
        });
        latest.1
    }
}

/// Digit 15 of a NIP.
fn sex_of(nip: Nip<'_>) -> Sex {
    if nip.is_woman() { Sex::Woman } else { Sex::Man }
}
