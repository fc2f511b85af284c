//! Needs that were named, and what answers to them: programmes, pairs, and items of the year's plan.

use super::people::person;
use super::posts::competency;
use super::reading::Reading;
use super::tree::{is_within, load_tree};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load;
use crate::measure::hours::{completed_by, is_confirmed};
use crate::measure::mentoring::Phase;
use crate::measure::needs::{NeedFigures, Needs, Remedy, Resolution, Stated};
use crate::measure::plan::{PlanFigures, State, is_meant_for};
use crate::records::code::{MentoringStatus, TrainingStatus};
use crate::records::competence::{Mentoring, Need};
use crate::records::people::{Catalogue, People, Roster};
use crate::records::table::Row;
use crate::records::taking_part::{Participation, participation};
use crate::records::time::{Day, Month, Period};
use crate::records::training::Training;
use std::collections::HashMap;

/// The needs of everybody who counts, or of one person, with what became of them by the plan of the year and all else.
pub(super) fn needs(
    reading: &mut Reading<'_>,
    catalogue: &Catalogue,
    plan: Option<&PlanFigures>,
    only: Option<u32>,
) -> NeedFigures {
    let Roster { people, units } = reading.roster();
    let look_back = reading.edition(&reading.archive.office.rules.look_back);
    let look_back = look_back.map_or(0, |rule| rule.programme_months as i32);
    let directory = reading.archive.directory;
    let Reading { findings, trace, .. } = reading;
    let mut needs = named(directory, people, catalogue, only, findings);
    if let Some(earliest) = needs.earliest() {
        let from = earliest.month().plus(-look_back);
        by_programmes(directory, people, catalogue, from, &mut needs, findings);
        by_pairs(directory, people, catalogue, &mut needs, findings);
        let tree = load_tree(directory, units);
        let within = |staff: &str, unit: &str| {
            let known = people.find(staff).zip(units.find(unit));
            known.is_some_and(|(person, unit)| is_within(people, &tree, person, unit))
        };
        for planned in plan.iter().flat_map(|plan| &plan.items) {
            let stands = !matches!(planned.state, State::Done | State::Dropped);
            let about = planned.item.competency.as_ref();
            let about = about
                .and_then(|code| catalogue.find(&code.value))
                .filter(|_| stands);
            let Some(about) = about else { continue };
            let is_meant = |person| is_meant_for(&planned.item, &people.id(person), &within);
            let remedy = Remedy {
                outcome: Resolution::Planned,
                day: planned.item.month.value.first(),
                title: planned.item.title.clone(),
            };
            needs.answer_all(about, is_meant, &remedy);
        }
    }
    let first = Period::year(people.as_of.month()).first_day();
    needs.figures(first, catalogue.codes.len(), trace)
}

/// The needs that were named by the last day.
fn named(
    directory: &Directory,
    people: &People,
    catalogue: &Catalogue,
    only: Option<u32>,
    findings: &mut Findings,
) -> Needs {
    let (mut out, mut near) = (Needs::default(), 0);
    directory.scan(Need::table(), "needs.csv", findings, |row, findings| {
        let Some(read) = row.read::<Need>(findings) else {
            return;
        };
        let about = competency(catalogue, row, Need::competency, findings);
        let who = person(people, row, Need::staff, &mut near, findings);
        let Some((person, competency)) = who.zip(about) else {
            return;
        };
        let is_asked = match only {
            Some(only) => person == only,
            None => people.list[person as usize].counts(),
        };
        if is_asked && read.date <= people.as_of {
            out.add(Stated {
                person,
                competency,
                date: read.date,
                source: read.source,
                reason: read.reason.map(str::to_owned),
                remedy: None,
                origin: row.origin,
            });
        }
    });
    out
}

/// A programme with the numbers of the competencies that it aims at.
struct Aim {
    training: Training,
    competencies: Vec<u32>,
}

/// Takes what people with a need completed, and where a place of theirs is confirmed.
fn by_programmes(
    directory: &Directory,
    people: &People,
    catalogue: &Catalogue,
    from: Month,
    needs: &mut Needs,
    findings: &mut Findings,
) {
    let mut aims: HashMap<String, Option<Aim>> = HashMap::new();
    for month in load::months(directory, "trainings", None, findings) {
        if month < from {
            continue;
        }
        let name = participation.file(&month.to_string());
        let mut near = 0;
        directory.scan(&participation, &name, findings, |row, findings| {
            let who = people.find_near(row.cells.get(Participation::staff), near);
            near = who.unwrap_or(near);
            let Some(who) = who.filter(|who| needs.is_of(*who)) else {
                return;
            };
            let read = row.read::<Participation>(findings);
            let Some(read) = read.and_then(|read| read.on(people.as_of)) else {
                return;
            };
            let (completed, is_confirmed) = (
                completed_by(&read, people.as_of),
                is_confirmed(&read, people.as_of),
            );
            if completed.is_none() && !is_confirmed || read.training.month().is_none() {
                return;
            }
            let id = read.training.text();
            if !aims.contains_key(id) {
                let training = load::training(directory, id, findings);
                let training = training.and_then(|training| training.on(people.as_of));
                aims.insert(id.to_owned(), training.map(|training| aim(training, catalogue)));
            }
            let Some(Some(aim)) = aims.get(id) else { return };
            let Some(remedy) = remedy(&aim.training, completed, people.as_of) else {
                return;
            };
            for about in &aim.competencies {
                needs.answer((who, *about), &remedy);
            }
        });
    }
}

fn aim(training: Training, catalogue: &Catalogue) -> Aim {
    let targets = training.competency.iter();
    let competencies = targets
        .filter_map(|target| catalogue.find(&target.code.value))
        .collect();
    Aim {
        training,
        competencies,
    }
}

/// What a programme is to somebody who completed it, or has a place in it; nothing where it was held without.
fn remedy(training: &Training, completed: Option<Day>, as_of: Day) -> Option<Remedy> {
    let is_ahead = training.status.value != TrainingStatus::Cancelled && training.end.value > as_of;
    let (outcome, day) = match completed {
        Some(day) => (Resolution::Met, day),
        None if is_ahead => (Resolution::Planned, training.start.value),
        None => return None,
    };
    let title = training.title.clone();
    Some(Remedy { outcome, day, title })
}

/// Takes the mentoring and coaching of people with a need: what was closed, and what runs.
fn by_pairs(
    directory: &Directory,
    people: &People,
    catalogue: &Catalogue,
    needs: &mut Needs,
    findings: &mut Findings,
) {
    directory.scan(Mentoring::table(), "mentoring.csv", findings, |row, findings| {
        let Some(read) = row
            .read::<Mentoring>(findings)
            .filter(|read| read.start <= people.as_of)
        else {
            return;
        };
        let mut who = |column| person(people, row, column, &mut 0, findings);
        let who = (who(Mentoring::mentor), who(Mentoring::mentee));
        let about = read.competency.and_then(|code| catalogue.find(code.text()));
        let phase = Phase::on(&read, people, who);
        let (outcome, day) = match (phase.status, phase.end) {
            (MentoringStatus::Running, _) => (Resolution::Planned, read.start),
            (MentoringStatus::Closed, Some(end)) => (Resolution::Met, end),
            _ => return,
        };
        if let Some(key) = who.1.zip(about) {
            let title = read.goal.to_owned();
            needs.answer(key, &Remedy { outcome, day, title });
        }
    });
}
