//! Evaluations of the last owed periods with what they led to: guidance, recognition, incentives.

use super::editions::edition;
use super::evaluations::read_period;
use super::people::{load_people, person};
use super::posts::load_roster;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load::Office;
use crate::measure::evaluation::{self, EvaluationReport};
use crate::measure::follow_up::{FollowUpFigures, FollowUps, PERIODS};
use crate::measure::hours::Hours;
use crate::measure::incentive::{Activity, IncentiveFigures, Judge};
use crate::measure::predicates::{PredicateFigures, Predicates};
use crate::measure::trace::Trace;
use crate::records::people::{People, Roster};
use crate::records::performance::{Award, Guidance, awards, guidance};
use crate::records::taking_part::{Participation, participation};
use crate::records::time::{Month, Period};

/// What everything here is read with.
struct Job<'j> {
    directory: &'j Directory,
    office: &'j Office,
    month: Month,
}

/// Gathers the report on evaluations as of the last day of `month`; `None` when the rules do not allow it.
pub fn report(
    directory: &Directory,
    office: &Office,
    month: Month,
    findings: &mut Findings,
    trace: &mut Trace,
) -> Option<EvaluationReport> {
    let job = Job {
        directory,
        office,
        month,
    };
    let matrix = edition(&office.rules.predicate, month.last(), findings)?;
    let rhythm = edition(&office.rules.evaluation, month.last(), findings)?;
    let roster = load_roster(directory, month, findings);
    let mut measure = job.measure(roster.people.list.len(), findings)?;
    let mut current = Predicates::new(roster.people.list.len(), matrix, rhythm, month.last());
    job.evaluations(&roster.people, &mut measure, Some(&mut current), findings, trace);
    job.led_to(&roster.people, &mut measure, findings);

    let current = current.figures(&roster.people, roster.units.len(), |person| person.now, trace);
    let trend = job.trend(&roster, &measure, findings, trace)?;
    let last = current
        .missing
        .iter()
        .map(|&person| {
            measure
                .graded(person)
                .iter()
                .max_by_key(|graded| graded.period.last_day())
                .copied()
        })
        .collect();
    let incentives = job.incentives(&roster.people, &measure, findings, trace);
    let follow_ups = measure.figures(&roster.people, trace);

    Some(EvaluationReport {
        month,
        roster,
        trend,
        current,
        last,
        follow_ups,
        incentives,
    })
}

/// The figures for the monthly report; `None` when the office keeps neither guidance nor awards.
pub(super) fn of_month(
    directory: &Directory,
    office: &Office,
    people: &People,
    month: Month,
    findings: &mut Findings,
    trace: &mut Trace,
) -> Option<FollowUpFigures> {
    let job = Job {
        directory,
        office,
        month,
    };
    let is_there = |name: &str| directory.open_file(name).is_ok_and(|file| file.is_some());
    if !is_there(&guidance.path) && !is_there(&awards.path) {
        return None;
    }
    let mut measure = job.measure(people.list.len(), findings)?;
    job.evaluations(people, &mut measure, None, findings, trace);
    job.led_to(people, &mut measure, findings);
    Some(measure.figures(people, trace))
}

impl<'j> Job<'j> {
    fn measure(&self, count: usize, findings: &mut Findings) -> Option<FollowUps<'j>> {
        let (rules, as_of) = (&self.office.rules, self.month.last());
        edition(&rules.guidance, as_of, findings)?;
        let matrix = edition(&rules.predicate, as_of, findings)?;
        let rhythm = edition(&rules.evaluation, as_of, findings)?;
        Some(FollowUps::new(count, &rules.guidance, matrix, rhythm, as_of))
    }

    /// Reads the evaluations of all periods that end since the first owed one, the one that counts first in front.
    fn evaluations(
        &self,
        people: &People,
        measure: &mut FollowUps<'_>,
        mut current: Option<&mut Predicates<'_>>,
        findings: &mut Findings,
        trace: &mut Trace,
    ) {
        let of_current = current.as_ref().map_or(Vec::new(), |current| current.periods());
        for period in measure.periods() {
            read_period(
                self.directory,
                people,
                period,
                findings,
                |read, origin, number| {
                    measure.evaluation(read, origin, number);
                    if let Some(current) = current.as_mut().filter(|_| of_current.contains(&period)) {
                        let unit = people.list[number as usize].unit();
                        current.row(read, origin, number, unit, trace);
                    }
                },
            );
        }
    }

    /// Reads guidance and awards.
    fn led_to(&self, people: &People, measure: &mut FollowUps<'_>, findings: &mut Findings) {
        self.directory
            .scan(&guidance, &guidance.path, findings, |row, findings| {
                let Some(read) = row.read::<Guidance>(findings) else {
                    return;
                };
                if let Some(number) = person(people, row, Guidance::staff, &mut 0, findings) {
                    measure.guidance(&read, row.origin, number);
                }
            });
        self.directory
            .scan(&awards, &awards.path, findings, |row, findings| {
                let Some(read) = row.read::<Award>(findings) else {
                    return;
                };
                if let Some(number) = person(people, row, Award::staff, &mut 0, findings) {
                    measure.award(&read, number);
                }
            });
    }

    /// Predicates of the last owed periods, the oldest first, with the people as they stood at the end of each.
    fn trend(
        &self,
        roster: &Roster,
        measure: &FollowUps<'_>,
        findings: &mut Findings,
        trace: &mut Trace,
    ) -> Option<Vec<(Period, PredicateFigures)>> {
        let rules = &self.office.rules;
        let as_of = self.month.last();
        let matrix = edition(&rules.predicate, as_of, findings)?;
        let rhythm = edition(&rules.evaluation, as_of, findings)?;
        let mut out = Vec::new();
        for &period in measure.owed().iter().take(PERIODS).rev() {
            // What is wrong with people and postings was told at the first reading.
            let mut told = Findings::new();
            let (then, _) = load_people(
                self.directory,
                &roster.units,
                period.last_month(),
                &mut told,
                &mut Trace::silent(),
            );
            let mut predicates = Predicates::of_period(then.list.len(), matrix, rhythm, as_of, period);
            for (number, slot) in predicates.list.iter_mut().enumerate() {
                let graded = measure.in_period(number as u32, period);
                *slot = graded.map(|graded| graded.predicate);
            }
            let figures = predicates.figures(
                &then,
                roster.units.len(),
                |person| person.now,
                &mut Trace::silent(),
            );
            for stands in predicates.standings(&then, |person| person.now) {
                let graded = measure.in_period(stands.person, period);
                evaluation::tell(out.len(), stands, graded, trace);
            }
            out.push((period, figures));
        }
        Some(out)
    }

    /// Who earns an incentive; `None` when the office has no criterion.
    fn incentives(
        &self,
        people: &People,
        measure: &FollowUps<'_>,
        findings: &mut Findings,
        trace: &mut Trace,
    ) -> Option<IncentiveFigures> {
        let (rules, as_of) = (&self.office.rules, self.month.last());
        let rule = rules.incentive.on(as_of)?;
        let hours_rule = edition(&rules.hours, as_of, findings)?;
        let look_back = edition(&rules.look_back, as_of, findings)?.programme_months as i32;
        let hours = Hours::new(people, hours_rule);
        let mut activity = Activity::new(people.list.len(), rule, as_of);
        let first = hours.earliest().month().min(activity.first()).plus(-look_back);
        for month in first.to(self.month) {
            self.participation(people, &hours, &mut activity, month, findings, trace);
        }
        let judge = Judge {
            rule,
            hours_rule,
            hours: &hours,
            evaluations: measure,
            activity: &activity,
        };
        Some(judge.figures(people, trace))
    }

    fn participation(
        &self,
        people: &People,
        hours: &Hours<'_>,
        activity: &mut Activity,
        month: Month,
        findings: &mut Findings,
        trace: &mut Trace,
    ) {
        let name = participation.file(&month.to_string());
        let mut near = 0;
        self.directory
            .scan(&participation, &name, findings, |row, findings| {
                let Some(read) = row.read::<Participation>(findings) else {
                    return;
                };
                let Some(number) = person(people, row, Participation::staff, &mut near, findings) else {
                    return;
                };
                let who = &people.list[number as usize];
                if who.counts() {
                    hours.row(&read, row.origin, number, who.unit(), trace);
                    activity.row(&read, row.origin, number, month, trace);
                }
            });
    }
}
