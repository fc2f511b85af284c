//! The plan of a year, the programmes that carry it out, and the other records that answer to its items.

use super::competence::competence;
use super::reading::Reading;
use super::tree::{is_within, load_tree};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load;
use crate::measure::mentoring::Phase;
use crate::measure::plan::{Occurrence, PlanFigures, PlanMeasure, PlanReport, Within, months};
use crate::measure::trace::Trace;
use crate::records::code::{EducationStatus, MentoringKind, PlanItemKind};
use crate::records::competence::{Certificate, Mentoring};
use crate::records::organisation::Education;
use crate::records::people::{People, Roster, Units};
use crate::records::table::Row;
use crate::records::taking_part::{Participation, participation};
use crate::records::time::{Day, Month};
use std::collections::HashMap;

/// Gathers the report about the plan of the period's year, as of its last day.
pub fn report(reading: &mut Reading<'_>) -> Option<PlanReport> {
    let office = reading.archive.office;
    let rule = reading.edition(&office.rules.gap)?;
    let as_of = reading.as_of();
    let mut report = compared(reading, (as_of.year(), as_of));
    let Roster { people, units } = reading.roster();
    let directory = reading.archive.directory;
    let Reading { findings, trace, .. } = reading;
    report.competence = Some(competence(directory, (people, units), rule, findings, trace));
    Some(report)
}

/// Gathers the plan of a year against what was done up to a day, without the gaps behind it.
pub fn compared(reading: &mut Reading<'_>, (year, as_of): (i32, Day)) -> PlanReport {
    let Roster { people, units } = reading.roster();
    let directory = reading.archive.directory;
    let Reading { findings, trace, .. } = reading;
    PlanReport {
        year,
        as_of,
        plan: figures(directory, (people, units), (year, as_of), findings, trace),
        competence: None,
    }
}

/// The plan of a year against what was done up to a day; `None` when there is no plan.
pub(super) fn figures(
    directory: &Directory,
    (people, units): (&People, &Units),
    (year, as_of): (i32, Day),
    findings: &mut Findings,
    trace: &mut Trace,
) -> Option<PlanFigures> {
    let plan = load::plan(directory, year, findings)?;
    let mut measure = PlanMeasure::new(plan, year, as_of);
    for month in months(measure.year()) {
        programmes(directory, &mut measure, month, findings, trace);
    }
    let tree = load_tree(directory, units);
    let within = |staff: &str, unit: &str| {
        let known = people.find(staff).zip(units.find(unit));
        known.is_some_and(|(person, unit)| is_within(people, &tree, person, unit))
    };
    records(directory, &mut measure, (people, &within), findings, trace);
    Some(measure.figures(trace))
}

/// Takes the programmes of one month, and the rows of those that have begun.
fn programmes(
    directory: &Directory,
    measure: &mut PlanMeasure,
    month: Month,
    findings: &mut Findings,
    trace: &mut Trace,
) {
    let mut begun: HashMap<String, u32> = HashMap::new();
    for slug in load::names(directory, &format!("trainings/{month}"), ".toml", findings) {
        let id = format!("{month}/{slug}");
        let training = load::training(directory, &id, findings);
        if let Some(number) = training.and_then(|training| measure.programme(&training, trace)) {
            begun.insert(id, number);
        }
    }
    if begun.is_empty() {
        return;
    }
    let name = participation.file(&month.to_string());
    directory.scan(&participation, &name, findings, |row, findings| {
        let Some(&number) = begun.get(row.cells.get(Participation::training)) else {
            return;
        };
        if let Some(read) = row.read::<Participation>(findings) {
            measure.row(number, &read, row.origin, trace);
        }
    });
}

/// Takes mentoring and coaching pairs, certificates, further education and forums.
fn records(
    directory: &Directory,
    measure: &mut PlanMeasure,
    (people, within): (&People, Within<'_>),
    findings: &mut Findings,
    trace: &mut Trace,
) {
    // What ended later still ran on the day, however it stands now.
    let as_of = measure.as_of();
    let is_ahead = |end: Option<Day>| end.is_some_and(|end| end > as_of);
    directory.scan(Mentoring::table(), "mentoring.csv", findings, |row, findings| {
        if let Some(read) = row.read::<Mentoring>(findings) {
            let who = (people.find(read.mentor.text()), people.find(read.mentee.text()));
            let event = Occurrence {
                kind: match read.kind {
                    MentoringKind::Mentoring => PlanItemKind::Mentoring,
                    MentoringKind::Coaching => PlanItemKind::Coaching,
                },
                competency: read.competency.map(|code| code.text()),
                staff: Some(read.mentee.text()),
                day: read.start,
                is_running: Phase::on(&read, people, who).is_running(),
                origin: row.origin,
            };
            measure.event(event, within, trace);
        }
    });
    directory.scan(
        Certificate::table(),
        "certificates.csv",
        findings,
        |row, findings| {
            if let Some(read) = row.read::<Certificate>(findings) {
                let event = Occurrence {
                    kind: PlanItemKind::Certification,
                    competency: None,
                    staff: Some(read.staff.text()),
                    day: read.issued,
                    is_running: false,
                    origin: row.origin,
                };
                measure.event(event, within, trace);
            }
        },
    );
    directory.scan(Education::table(), "education.csv", findings, |row, findings| {
        if let Some(read) = row.read::<Education>(findings) {
            let event = Occurrence {
                kind: PlanItemKind::Education,
                competency: None,
                staff: Some(read.staff.text()),
                day: read.start,
                is_running: read.status == EducationStatus::Running || is_ahead(read.end),
                origin: row.origin,
            };
            measure.event(event, within, trace);
        }
    });
    for month in months(measure.year()) {
        for (_, forum) in load::forums(directory, month, findings) {
            let event = Occurrence {
                kind: PlanItemKind::Forum,
                competency: None,
                staff: None,
                day: forum.date.value,
                is_running: false,
                origin: forum.date.origin,
            };
            measure.event(event, within, trace);
        }
    }
}
