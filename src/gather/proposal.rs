//! Everything that asks for development, from the records as of the last day of a month.

use super::competence::load_gaps;
use super::editions::edition;
use super::evaluations;
use super::reading::{Archive, Reading};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load::Office;
use crate::measure::month::{MonthFigures, MonthRules};
use crate::measure::needs::Resolution;
use crate::measure::predicates::Predicates;
use crate::measure::proposal::{Expiring, Named, Proposed, Unhandled, Wishes, propose};
use crate::measure::trace::Trace;
use crate::records::code::Predicate;
use crate::records::number::Dec;
use crate::records::people::{Catalogue, Roster};
use crate::records::time::{Day, Month, Period};
use crate::rules::Gap;

/// How many months a need that was named counts.
const NEED_MONTHS: i32 = 12;

/// A draft of a plan, with what its items name.
#[derive(Debug)]
pub struct Proposal {
    /// The year.
    pub year: i32,
    /// The last day of the records behind it.
    pub as_of: Day,
    /// The items.
    pub items: Vec<Proposed>,
    /// The competencies.
    pub catalogue: Catalogue,
    /// The people and units.
    pub roster: Roster,
}

/// Proposes the plan of `year` from the records as of the last day of `month`; `None` when the rules do not allow it.
pub fn proposal(
    directory: &Directory,
    office: &Office,
    (year, month): (i32, Month),
    findings: &mut Findings,
) -> Option<Proposal> {
    let rule = edition(&office.rules.gap, month.last(), findings)?;
    let archive = Archive::new(directory, office, Period::month(month));
    let mut reading = Reading::new(&archive, Trace::silent());
    let proposed = items(&mut reading, rule, year);
    findings.append(reading.findings);
    let (items, catalogue) = proposed?;
    Some(Proposal {
        year,
        as_of: month.last(),
        items,
        catalogue,
        roster: archive.into_roster()?,
    })
}

/// The items for a year, with the competencies that they name.
fn items(reading: &mut Reading<'_>, rule: &Gap, year: i32) -> Option<(Vec<Proposed>, Catalogue)> {
    let (rules, figures) = (reading.month_rules()?, super::month::month(reading)?);
    let Roster { people, units } = reading.roster();
    let low = low(reading, rules);
    let directory = reading.archive.directory;
    let Reading { findings, trace, .. } = reading;
    let (catalogue, _, gaps) = load_gaps(directory, people, rule, findings, trace);
    let lacks = gaps.figures(people, units.len(), catalogue.codes.len(), trace);
    let wishes = Wishes {
        people,
        gaps: &gaps,
        figures: &lacks,
        needs: needs(reading, &catalogue),
        expiring: expiring(&figures, year),
        short: short(&figures, rules.hours.pns_floor, rules.hours),
        low,
        complaints: complaints(&figures),
    };
    Some((propose(&wishes, year), catalogue))
}

/// Needs of people who count, named in the twelve months up to the day and not met since.
fn needs(reading: &mut Reading<'_>, catalogue: &Catalogue) -> Vec<Named> {
    let first = reading.month().plus(1 - NEED_MONTHS).first();
    let stated = super::needs::needs(reading, catalogue, None, None)
        .list
        .into_iter();
    let owed = stated.filter(|need| need.date >= first && need.outcome() != Resolution::Met);
    let mut out: Vec<Named> = owed
        .map(|need| Named {
            person: need.person,
            competency: need.competency,
        })
        .collect();
    out.sort_unstable();
    out
}

/// Certificates of people who count that are to be renewed, on a day of the year at the latest.
fn expiring(figures: &MonthFigures, year: i32) -> Vec<Expiring> {
    let last = Month::of(year, 12).map(Month::last);
    let held = figures.certificates.iter().flat_map(|figures| &figures.list);
    let held = held.filter(|one| !one.is_renewed());
    let expiring = held.filter_map(|one| {
        Some(Expiring {
            person: one.holder,
            scheme: one.scheme.clone(),
            until: one
                .renew_by
                .filter(|until| last.is_some_and(|last| *until <= last))?,
        })
    });
    expiring.collect()
}

/// PNS who stay below the floor when every confirmed place is taken, with the JP that they lack.
fn short(figures: &MonthFigures, floor: Dec, rule: &crate::rules::Hours) -> Vec<(u32, Dec)> {
    let under = figures.hours.under_floor.iter();
    let under = under.filter_map(|&person| {
        let hours = figures.person_hours.get(&person)?;
        Some((person, Dec(floor.0 - hours.counted(rule).0 - hours.planned.0)))
    });
    under.filter(|(_, short)| short.0 > 0).collect()
}

/// People who count and whose current evaluation gives a low predicate.
fn low(reading: &mut Reading<'_>, rules: MonthRules<'_>) -> Vec<u32> {
    let people = &reading.roster().people;
    let on = |day| Predicates::new(people.list.len(), rules.predicate, rules.evaluation, day);
    let (mut now, mut before) = (on(people.as_of), on(people.before));
    evaluations::read(reading, &mut now, &mut before);
    let list = now.list.iter().enumerate();
    let low = list.filter(|(number, predicate)| {
        predicate.is_some_and(Predicate::is_low) && people.list[*number].counts()
    });
    low.map(|(number, _)| number as u32).collect()
}

/// Complaints past their deadline.
fn complaints(figures: &MonthFigures) -> Vec<Unhandled> {
    let open = figures.complaints.open.iter().filter(|one| one.is_past);
    open.map(|one| Unhandled {
        unit: one.unit,
        service: one.service.clone(),
    })
    .collect()
}
