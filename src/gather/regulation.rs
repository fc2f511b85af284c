//! Regulations with who was briefed on them, and the rules that changed in the year.

use super::forum::load_regulations;
use super::posts::load_roster;
use super::tree::{is_within, load_tree};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load::{self, Office};
use crate::measure::regulation::{Coverage, Covered, Known, RegulationReport};
use crate::measure::trace::Trace;
use crate::records::cell::{Cell, TrainingId};
use crate::records::people::Roster;
use crate::records::taking_part::{Participation, participation};
use crate::records::time::{Month, Period};
use crate::records::tree::Tree;

/// Gathers the report, as of the month's last day.
pub fn report(
    directory: &Directory,
    office: &Office,
    month: Month,
    findings: &mut Findings,
    trace: &mut Trace,
) -> RegulationReport {
    let roster = load_roster(directory, month, findings);
    let tree = load_tree(directory, &roster.units);
    let ground = (&roster, &tree);
    let (mut known, later): (Vec<Known>, Vec<Known>) = load_regulations(directory, findings)
        .into_iter()
        .partition(|known| known.in_force <= month.last());
    known.sort_by(|a, b| (b.in_force, &a.id).cmp(&(a.in_force, &b.id)));
    let covered = known
        .into_iter()
        .enumerate()
        .map(|(number, known)| cover(directory, ground, number as u32, known, findings, trace))
        .collect();
    RegulationReport {
        month,
        covered,
        later: later.len(),
        changes: office
            .rules
            .changed_within(Period::year(month).first_day(), month.last()),
        roster,
    }
}

/// Who must know a regulation, and who completed its briefing.
fn cover(
    directory: &Directory,
    (roster, tree): (&Roster, &Tree),
    number: u32,
    known: Known,
    findings: &mut Findings,
    trace: &mut Trace,
) -> Covered {
    let audience = known.audience.as_deref();
    let audience = audience.and_then(|code| roster.units.find(code));
    let must = (0..roster.people.list.len() as u32).filter(|&person| match audience {
        Some(unit) => is_within(&roster.people, tree, person, unit),
        None => roster.people.list[person as usize].counts(),
    });
    let mut coverage = Coverage::new(number, roster.people.as_of, must.collect(), trace);
    let id = known
        .briefing
        .as_deref()
        .and_then(|id| <TrainingId as Cell>::parse(id).ok());
    let month = id.and_then(|id| id.month());
    let briefing = id.zip(month).and_then(|(id, month)| {
        let name = participation.file(&month.to_string());
        directory.scan(&participation, &name, findings, |row, findings| {
            let person = roster.people.find(row.cells.get(Participation::staff));
            if let Some(person) = person.filter(|_| row.cells.get(Participation::training) == id.text())
                && let Some(read) = row.read::<Participation>(findings)
            {
                coverage.row(&read, person, row.origin, trace);
            }
        });
        let training = load::training(directory, id.text(), findings)?;
        Some((training.title, training.end.value))
    });
    Covered {
        known,
        coverage,
        briefing,
    }
}
