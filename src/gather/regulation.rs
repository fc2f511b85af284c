//! Regulations with who was briefed on them, and the rules that changed in the year.

use super::forum::load_regulations;
use super::reading::{Archive, Reading};
use super::tree::{is_within, load_tree};
use crate::load;
use crate::measure::regulation::{Coverage, RegulationReport, Statute, StatuteCoverage};
use crate::measure::unrolled::Unrolled;
use crate::records::cell::{Cell, TrainingId};
use crate::records::taking_part::{Participation, participation};
use crate::records::time::Period;
use crate::records::tree::Tree;

/// Gathers the report, as of the last day.
pub fn report(reading: &mut Reading<'_>) -> RegulationReport {
    let Archive {
        directory, office, ..
    } = *reading.archive;
    let tree = load_tree(directory, &reading.roster().units);
    let as_of = reading.as_of();
    let mut known = load_regulations(directory, as_of, &mut reading.findings);
    known.sort_by(|a, b| (b.in_force, &a.id).cmp(&(a.in_force, &b.id)));
    let in_force = known.partition_point(|statute| statute.in_force > as_of);
    let coming = known.drain(..in_force).rev().collect();
    let covered = known
        .into_iter()
        .enumerate()
        .map(|(number, statute)| cover(reading, &tree, number as u32, statute))
        .collect();
    let year = Period::year(as_of.month());
    RegulationReport {
        covered,
        coming,
        changes: office.rules.changed_within(year.first_day(), as_of),
    }
}

/// Who must know a regulation, and who completed its briefing.
fn cover(reading: &mut Reading<'_>, tree: &Tree, number: u32, statute: Statute) -> StatuteCoverage {
    let (directory, roster) = (reading.archive.directory, reading.roster());
    let Reading { findings, trace, .. } = reading;
    let audience = statute.audience.as_deref();
    let audience = audience.and_then(|code| roster.units.find(code));
    let must = (0..roster.people.list.len() as u32).filter(|&person| match audience {
        Some(unit) => is_within(&roster.people, tree, person, unit),
        None => roster.people.list[person as usize].counts(),
    });
    let mut coverage = Coverage::new(number, roster.people.as_of, must.collect(), trace);
    let (mut briefings, mut unrolled, as_of) = (Vec::new(), 0, roster.people.as_of);
    for id in &statute.briefings {
        let id = <TrainingId as Cell>::parse(id).ok();
        let Some((id, month)) = id.and_then(|id| Some((id, id.month()?))) else {
            continue;
        };
        let name = participation.file(&month.to_string());
        let mut is_rolled = false;
        directory.scan(&participation, &name, findings, |row, findings| {
            let person = roster.people.find(row.cells.get(Participation::staff));
            if row.cells.get(Participation::training) != id.text() {
                return;
            }
            let Some(read) = row.read::<Participation>(findings) else {
                return;
            };
            if let Some(person) = person {
                coverage.row(&read, person, row.origin, trace);
            }
            is_rolled |= read.on(as_of).is_some();
        });
        let training = load::training(directory, id.text(), findings);
        let training = training.and_then(|training| training.on(as_of));
        let begun = training
            .clone()
            .and_then(|training| Unrolled::of(id.text(), training, as_of));
        unrolled += u64::from(!is_rolled && begun.is_some());
        briefings.extend(training.map(|training| (training.title, training.end.value)));
    }
    StatuteCoverage {
        statute,
        coverage,
        briefings,
        unrolled,
    }
}
