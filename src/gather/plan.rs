//! The plan of a year, the programmes that carry it out, and the other records that answer to its items.

use super::competence::competence;
use super::needs::needs;
use super::people::person;
use super::reading::Reading;
use super::tree::{is_within, load_tree};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load;
use crate::measure::mentoring::Phase;
use crate::measure::needs::NeedFigures;
use crate::measure::plan::{Development, Occurrence, PlanFigures, PlanMeasure, PlanReport, Within, months};
use crate::measure::programmes::status_on;
use crate::measure::study::Study;
use crate::measure::trace::Trace;
use crate::records::code::{MentoringKind, PlanItemKind};
use crate::records::competence::{Certificate, Mentoring};
use crate::records::organisation::Education;
use crate::records::people::{People, Roster, Units};
use crate::records::posts::CareerMove;
use crate::records::service::Indicator;
use crate::records::table::Row;
use crate::records::taking_part::{Participation, participation};
use crate::records::time::{Day, Month, Period};
use std::collections::{HashMap, HashSet};

/// Gathers the report about the plan of the period's year, as of its last day; what the records tell of its goals is added
/// to it.
pub(super) fn report(reading: &mut Reading<'_>) -> Option<PlanReport> {
    let office = reading.archive.office;
    let rule = reading.edition(&office.rules.gap)?;
    let as_of = reading.as_of();
    let mut report = compared(reading, (as_of.year(), as_of));
    let Roster { people, units } = reading.roster();
    let directory = reading.archive.directory;
    let Reading { findings, trace, .. } = reading;
    let competence = competence(directory, (people, units), rule, findings, trace);
    let needs = needs(reading, &competence.catalogue, report.plan.as_ref(), None);
    report.competence = Some(competence);
    report.development = Some(development(reading, needs));
    Some(report)
}

/// Needs, further education and careers of the year up to the last day.
fn development(reading: &mut Reading<'_>, needs: NeedFigures) -> Development {
    let (people, posts, as_of) = (&reading.roster().people, reading.history(), reading.as_of());
    let first = Period::year(as_of.month()).first_day();
    let is_asn = |person: u32| people.list[person as usize].employment.is_asn();
    let mut steps = posts.steps(first, as_of);
    // Who was there when the records began did not come then.
    let since = reading.since();
    let was_there =
        |step: &CareerMove| step.before.is_none() && people.list[step.person as usize].was_there(since);
    steps.retain(|step| is_asn(step.person) && !was_there(step));
    let mut studies = studies(reading, as_of);
    studies.retain(|study| is_asn(study.person) && study.ran_since(first));
    studies.sort_by_key(|study| (study.start, study.person));
    Development {
        needs,
        studies,
        steps,
        positions: posts.positions.clone(),
    }
}

/// Further education that was begun by the day.
fn studies(reading: &mut Reading<'_>, as_of: Day) -> Vec<Study> {
    let (people, directory) = (&reading.roster().people, reading.archive.directory);
    let (mut out, mut near) = (Vec::new(), 0);
    let findings = &mut reading.findings;
    directory.scan(Education::table(), "education.csv", findings, |row, findings| {
        let who = person(people, row, Education::staff, &mut near, findings);
        let read = row.read::<Education>(findings);
        out.extend(
            who.zip(read)
                .and_then(|(who, read)| Study::on(&read, who, row.origin, as_of)),
        );
    });
    out
}

/// Gathers the plan of a year against what was done up to a day, without the gaps behind it.
pub fn compared(reading: &mut Reading<'_>, (year, as_of): (i32, Day)) -> PlanReport {
    let Roster { people, units } = reading.roster();
    let directory = reading.archive.directory;
    let since = reading.since();
    let Reading { findings, trace, .. } = reading;
    PlanReport {
        year,
        as_of,
        plan: figures(directory, (people, units), (year, as_of, since), findings, trace),
        competence: None,
        development: None,
    }
}

/// The plan of a year against what was done up to a day, and on record since another; `None` when there is no plan.
pub(super) fn figures(
    directory: &Directory,
    (people, units): (&People, &Units),
    (year, as_of, since): (i32, Day, Option<Day>),
    findings: &mut Findings,
    trace: &mut Trace,
) -> Option<PlanFigures> {
    let Some(plan) = load::plan(directory, year, findings) else {
        if is_named(directory, year, findings) {
            findings.doubt();
        }
        return None;
    };
    let plan = plan.on(as_of)?;
    let mut measure = PlanMeasure::new(plan, year, as_of).known_since(since);
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

/// Whether a programme of the year carries out an item of its plan.
fn is_named(directory: &Directory, year: i32, findings: &mut Findings) -> bool {
    months(year).any(|month| {
        let slugs = load::names(directory, &format!("trainings/{month}"), ".toml", findings);
        slugs.iter().any(|slug| {
            let text = directory.bytes(&format!("trainings/{month}/{slug}.toml"));
            let text = text.ok().flatten().unwrap_or_default();
            memchr::memmem::find(&text, b"plan_item").is_some()
        })
    })
}

/// Takes the programmes of one month, and the rows of those that have begun.
fn programmes(
    directory: &Directory,
    measure: &mut PlanMeasure,
    month: Month,
    findings: &mut Findings,
    trace: &mut Trace,
) {
    let (mut begun, mut known) = (HashMap::new(), Vec::new());
    for slug in load::names(directory, &format!("trainings/{month}"), ".toml", findings) {
        let id = format!("{month}/{slug}");
        let training = load::training(directory, &id, findings);
        let training = training.and_then(|training| training.on(measure.as_of()));
        let Some(training) = training else { continue };
        begun.extend(measure.number(&training).map(|number| (id.clone(), number)));
        known.push((id, training));
    }
    let open = rows(directory, measure, (month, begun), findings, trace);
    for (id, training) in known {
        measure.programme(&training, open.contains(&id), trace);
    }
}

/// Takes the rows of the programmes of one month that have begun. Gives those in which the place of somebody was open.
fn rows(
    directory: &Directory,
    measure: &mut PlanMeasure,
    (month, begun): (Month, HashMap<String, u32>),
    findings: &mut Findings,
    trace: &mut Trace,
) -> HashSet<String> {
    let mut open = HashSet::new();
    if begun.is_empty() {
        return open;
    }
    let (name, as_of) = (participation.file(&month.to_string()), measure.as_of());
    let mut unrolled = begun.clone();
    directory.scan(&participation, &name, findings, |row, findings| {
        let id = row.cells.get(Participation::training);
        let Some(&number) = begun.get(id) else {
            return;
        };
        if let Some(read) = row.read::<Participation>(findings) {
            measure.row(number, &read, row.origin, trace);
            if let Some(known) = read.on(as_of) {
                unrolled.remove(id);
                if status_on(&known, as_of).is_open() && !open.contains(id) {
                    open.insert(id.to_owned());
                }
            }
        }
    });
    unrolled.into_values().for_each(|number| measure.unrolled(number));
    open
}

/// Takes further education, and the service figures by which goals are measured.
fn others(
    directory: &Directory,
    measure: &mut PlanMeasure,
    within: Within<'_>,
    findings: &mut Findings,
    trace: &mut Trace,
) {
    let as_of = measure.as_of();
    directory.scan(Education::table(), "education.csv", findings, |row, findings| {
        let Some(read) = row.read::<Education>(findings) else {
            return;
        };
        let staff = Some(read.staff.text());
        if let Some(study) = Study::on(&read, 0, row.origin, as_of) {
            let event = Occurrence {
                kind: PlanItemKind::Education,
                competency: None,
                staff,
                day: study.start,
                is_running: study.is_running(),
                origin: row.origin,
            };
            measure.event(event, within, trace);
        }
    });
    directory.scan(Indicator::table(), "indicators.csv", findings, |row, findings| {
        if let Some(read) = row.read::<Indicator>(findings) {
            measure.service_figure(read.code.text(), read.month, (row.origin, read.value));
        }
    });
}

/// Takes mentoring and coaching pairs, certificates, further education, service figures and forums.
fn records(
    directory: &Directory,
    measure: &mut PlanMeasure,
    (people, within): (&People, Within<'_>),
    findings: &mut Findings,
    trace: &mut Trace,
) {
    directory.scan(Mentoring::table(), "mentoring.csv", findings, |row, findings| {
        if let Some(read) = row.read::<Mentoring>(findings) {
            let mut who = |column| person(people, row, column, &mut 0, findings);
            let who = (who(Mentoring::mentor), who(Mentoring::mentee));
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
    others(directory, measure, within, findings, trace);
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
