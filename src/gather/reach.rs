//! For whom a programme was meant, whose post requires its competencies, and what those who came reached.

use super::competence::load_standards;
use super::people::person;
use super::reading::Reading;
use super::tree::load_tree;
use crate::measure::gaps::Required;
use crate::measure::reach::{Attainment, Examined, LevelAt, Neighbour, ReachFigures};
use crate::measure::training::Attendee;
use crate::records::competence::Assessment;
use crate::records::people::{Catalogue, Roster};
use crate::records::posts::Posts;
use crate::records::table::Row;
use crate::records::time::Day;
use crate::records::training::Training;
use std::collections::{HashMap, HashSet};

/// Gathers it for a programme with its participants.
pub(super) fn reach(
    reading: &mut Reading<'_>,
    training: &Training,
    attendees: &[Attendee],
    catalogue: &Catalogue,
) -> ReachFigures {
    let (Roster { people, .. }, posts) = (reading.roster(), reading.history());
    let (directory, as_of) = (reading.archive.directory, reading.as_of());
    let standards = load_standards(directory, catalogue, as_of, &mut reading.findings);
    let day = training.end.value.min(as_of);
    let aims: Vec<Option<u32>> = training
        .competency
        .iter()
        .map(|target| catalogue.find(&target.code.value))
        .collect();
    let held = examined(reading, training, catalogue, &aims);
    let meant = meant(reading, training, day);
    let seats: HashMap<u32, _> = attendees
        .iter()
        .map(|one| (one.person, (one.status, one.origin)))
        .collect();
    let around = (0..people.list.len() as u32).map(|number| Neighbour {
        person: number,
        is_meant: meant.contains(&number),
        seat: seats.get(&number).copied(),
        levels: levels(
            training,
            &aims,
            standard(posts, &standards, number, day),
            (&held, number),
        ),
    });
    let is_asn = |number: u32| people.list[number as usize].employment.is_asn();
    let is_near = |one: &Neighbour| {
        let is_here = is_asn(one.person) && posts.unit_on(one.person, day).is_some();
        one.seat.is_some()
            || is_here && (one.is_meant || one.levels.iter().any(|level| level.required.is_some()))
    };
    let around = around.filter(is_near).collect();
    ReachFigures::of(around, training.competency.len(), &mut reading.trace)
}

/// The standard of the post that a person held on a day.
fn standard<'s>(
    posts: &Posts,
    standards: &'s HashMap<String, Vec<Required>>,
    person: u32,
    day: Day,
) -> &'s [Required] {
    let position = posts.on(person, day).and_then(|post| posts.position_of(post));
    let standard = position.and_then(|position| standards.get(position));
    standard.map_or(&[], Vec::as_slice)
}

/// How a person stands to each competency of a programme.
fn levels(
    training: &Training,
    aims: &[Option<u32>],
    standard: &[Required],
    (held, person): (&Examined, u32),
) -> Vec<Attainment> {
    let targets = training.competency.iter().zip(aims).enumerate();
    let level = targets.map(|(number, (target, aim))| {
        let required = standard.iter().find(|required| Some(required.competency) == *aim);
        let [before, after] = held.of((person, number));
        Attainment {
            required: required.map(|required| (required.level, required.origin)),
            aimed: target.level.map(|level| (level.0, target.origin)),
            before,
            after,
        }
    });
    level.collect()
}

/// What people were found to hold in the competencies of a programme, before it and since.
fn examined(
    reading: &mut Reading<'_>,
    training: &Training,
    catalogue: &Catalogue,
    aims: &[Option<u32>],
) -> Examined {
    let (people, directory) = (&reading.roster().people, reading.archive.directory);
    let (first, last) = (training.start.value, training.end.value);
    let mut held = Examined::around(first, last, reading.as_of());
    let (findings, mut near) = (&mut reading.findings, 0);
    directory.scan(
        Assessment::table(),
        "assessments.csv",
        findings,
        |row, findings| {
            let about = catalogue.find(row.cells.get(Assessment::competency));
            let number = aims.iter().position(|aim| aim.is_some() && *aim == about);
            let (Some(number), Some(read)) = (number, row.read::<Assessment>(findings)) else {
                return;
            };
            if let Some(who) = person(people, row, Assessment::staff, &mut near, findings) {
                let level: LevelAt = (read.level, row.origin);
                held.take((who, number), read.date, level);
            }
        },
    );
    held
}

/// Whom the document means: people by name, and who on a day worked in one of its units, or below it, or held one of
/// its positions.
fn meant(reading: &mut Reading<'_>, training: &Training, day: Day) -> HashSet<u32> {
    let (Roster { people, units }, posts) = (reading.roster(), reading.history());
    let Some(audience) = &training.audience else {
        return HashSet::new();
    };
    let tree = load_tree(reading.archive.directory, units);
    let tops: Vec<u32> = audience
        .units
        .iter()
        .filter_map(|unit| units.find(&unit.value))
        .collect();
    let is_meant = |number: u32| {
        let post = posts.on(number, day);
        let position = post.and_then(|post| posts.position_of(post));
        let in_unit = |unit: u32| tops.iter().any(|top| tree.is_within(unit, *top));
        posts.unit_on(number, day).is_some_and(in_unit)
            || position
                .is_some_and(|position| audience.positions.iter().any(|meant| meant.text() == position))
    };
    let mut out: HashSet<u32> = (0..people.list.len() as u32)
        .filter(|number| is_meant(*number))
        .collect();
    out.extend(audience.staff.iter().filter_map(|one| people.find(&one.value)));
    out
}
