//! Regulations with who was briefed on them, and the rules that changed in the year.

use super::forum::{Known, load_regulations};
use super::ground::{Ground, is_within};
use super::people::load_names;
use super::plan::sorted;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load::{self, Office};
use crate::measure::regulation::Coverage;
use crate::measure::trace::Trace;
use crate::records::cell::{Cell, TrainingId};
use crate::records::taking_part::{Participation, participation};
use crate::records::time::{Day, Month, Period};
use crate::rules::Head;
use std::collections::HashMap;

/// How many people the report names of those who were not briefed.
pub const NAMED: usize = 40;

/// A regulation with its coverage.
#[derive(Debug)]
pub struct Covered {
    /// What is recorded of it.
    pub known: Known,
    /// Who must know it and was briefed.
    pub coverage: Coverage,
    /// The title and the last day of the programme that briefs.
    pub briefing: Option<(String, Day)>,
}

/// The figures of the report `regulation`.
#[derive(Debug)]
pub struct RegulationReport {
    /// The month.
    pub month: Month,
    /// Units and people.
    pub ground: Ground,
    /// The regulations in force on the day, the newest first.
    pub covered: Vec<Covered>,
    /// How many come into force later.
    pub later: usize,
    /// Rules that changed in the year so far: the head before, and the head now.
    pub changes: Vec<(Head, Head)>,
    /// Names with titles of those who are named, by number.
    pub names: HashMap<u32, String>,
}

impl RegulationReport {
    /// Who was not briefed on which regulation, by its number, at most as many as are named.
    pub fn missing(&self) -> impl Iterator<Item = (usize, u32)> {
        let each = self.covered.iter().enumerate();
        each.flat_map(|(number, covered)| covered.coverage.missing().map(move |person| (number, person)))
    }
}

/// Gathers the report, as of the month's last day.
pub fn report(
    directory: &Directory,
    office: &Office,
    month: Month,
    findings: &mut Findings,
    trace: &mut impl Trace,
) -> RegulationReport {
    let ground = Ground::load(directory, month, findings);
    let (mut known, later): (Vec<Known>, Vec<Known>) = load_regulations(directory, findings)
        .into_iter()
        .partition(|known| known.in_force <= month.last());
    known.sort_by(|a, b| (b.in_force, &a.id).cmp(&(a.in_force, &b.id)));
    let covered = known
        .into_iter()
        .enumerate()
        .map(|(number, known)| cover(directory, &ground, number as u32, known, findings, trace));
    let mut out = RegulationReport {
        month,
        covered: covered.collect(),
        later: later.len(),
        changes: office
            .rules
            .changed_within(Period::year(month).first_day(), month.last()),
        names: HashMap::new(),
        ground,
    };
    let named = out.missing().take(NAMED).map(|(_, person)| person);
    out.names = load_names(directory, &sorted(named));
    out
}

/// Who must know a regulation, and who completed its briefing.
fn cover(
    directory: &Directory,
    ground: &Ground,
    number: u32,
    known: Known,
    findings: &mut Findings,
    trace: &mut impl Trace,
) -> Covered {
    let audience = known.audience.as_deref();
    let audience = audience.and_then(|code| ground.units.find(code));
    let must = (0..ground.people.list.len() as u32).filter(|&person| match audience {
        Some(unit) => is_within(&ground.people, &ground.tree, person, unit),
        None => ground.people.list[person as usize].counts(),
    });
    let mut coverage = Coverage::new(number, ground.people.as_of, must.collect());
    let id = known
        .briefing
        .as_deref()
        .and_then(|id| <TrainingId as Cell>::parse(id).ok());
    let month = id.and_then(|id| id.month());
    let briefing = id.zip(month).and_then(|(id, month)| {
        let name = participation.file(&month.to_string());
        directory.scan(&participation, &name, findings, |row, findings| {
            let person = ground.people.find(row.cells.get(1));
            if let Some(person) = person.filter(|_| row.cells.get(0) == id.text())
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
