//! Evaluations of the last owed periods with what they led to: guidance, recognition, incentives.

use super::evaluations::read_period;
use super::people::{load_people, person};
use super::reading::Reading;
use super::unrolled;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::measure::evaluation::{self, EvaluationReport};
use crate::measure::follow_up::{FollowUpFigures, FollowUps, PERIODS};
use crate::measure::hours::Hours;
use crate::measure::incentive::{Activity, IncentiveFigures, Judge};
use crate::measure::predicates::{PredicateFigures, Predicates};
use crate::measure::trace::Trace;
use crate::records::people::{People, Person, Roster};
use crate::records::performance::{Award, Guidance, awards, evaluations, guidance};
use crate::records::taking_part::{Participation, participation};
use crate::records::time::{Day, Month, Period};
use crate::rules::{EvaluationRhythm, PredicateRule, Rules};

/// How people are evaluated, and by which rules.
struct Appraisals<'r> {
    directory: &'r Directory,
    rules: &'r Rules,
    roster: &'r Roster,
    matrix: &'r PredicateRule,
    rhythm: &'r EvaluationRhythm,
    /// The day from which the records tell what happened, where there is one.
    since: Option<Day>,
}

/// Gathers the report on evaluations; `None` when the rules do not allow it.
pub fn report(reading: &mut Reading<'_>) -> Option<EvaluationReport> {
    let of = Appraisals::of(reading)?;
    let (mut measure, mut current) = (of.measure(), of.predicates(reading.as_of()));
    of.evaluations(&mut measure, Some(&mut current), reading);
    of.led_to(&mut measure, &mut reading.findings);

    let Roster { people, units } = of.roster;
    let current = current.figures(people, units.len(), Person::counting, &mut reading.trace);
    let trend = of.trend(&measure, &mut reading.trace);
    let last = current.missing.iter().map(|&person| {
        let graded = measure.graded(person).iter();
        graded.max_by_key(|graded| graded.period.last_day()).copied()
    });
    let last = last.collect();
    let incentives = of.incentives(&measure, reading);
    let follow_ups = measure.figures(people, &mut reading.trace);

    Some(EvaluationReport {
        trend,
        current,
        last,
        follow_ups,
        incentives,
    })
}

/// The figures for the monthly report; `None` when the office keeps neither guidance nor awards.
pub(super) fn of_month(reading: &mut Reading<'_>) -> Option<FollowUpFigures> {
    let directory = reading.archive.directory;
    let is_there = |name: &str| directory.open_file(name).is_ok_and(|file| file.is_some());
    if !is_there(&guidance.path) && !is_there(&awards.path) {
        return None;
    }
    let of = Appraisals::of(reading)?;
    let mut measure = of.measure();
    of.evaluations(&mut measure, None, reading);
    of.led_to(&mut measure, &mut reading.findings);
    Some(measure.figures(of.people(), &mut reading.trace))
}

impl<'r> Appraisals<'r> {
    /// Those of an archive; `None` when a rule has no edition in force, which is told.
    fn of(reading: &mut Reading<'r>) -> Option<Appraisals<'r>> {
        let rules = &reading.archive.office.rules;
        let matrix = reading.edition(&rules.predicate)?;
        let rhythm = reading.edition(&rules.evaluation)?;
        let roster = reading.roster();
        reading.edition(&rules.guidance)?;
        Some(Appraisals {
            directory: reading.archive.directory,
            rules,
            roster,
            matrix,
            rhythm,
            since: reading.since(),
        })
    }

    fn people(&self) -> &'r People {
        &self.roster.people
    }

    fn measure(&self) -> FollowUps<'r> {
        let people = self.people();
        let rules = &self.rules.guidance;
        FollowUps::new(people.list.len(), rules, self.matrix, self.rhythm, people.as_of)
            .known_since(self.since)
    }

    fn predicates(&self, day: Day) -> Predicates<'r> {
        Predicates::new(self.people().list.len(), self.matrix, self.rhythm, day).known_since(self.since)
    }

    /// Reads the evaluations of all periods that end since the first owed one, the one that counts first in front.
    fn evaluations(
        &self,
        measure: &mut FollowUps<'_>,
        mut current: Option<&mut Predicates<'_>>,
        reading: &mut Reading<'_>,
    ) {
        let people = self.people();
        let Reading { findings, trace, .. } = reading;
        let of_current = current.as_ref().map_or(Vec::new(), |current| current.periods());
        for period in measure.periods() {
            let mut current = current.as_mut().filter(|_| of_current.contains(&period));
            read_period(
                self.directory,
                people,
                period,
                findings,
                |read, origin, number| {
                    measure.evaluation(read, origin, number);
                    if let Some(current) = &mut current {
                        let unit = people.list[number as usize].unit();
                        current.row(read, origin, number, unit, trace);
                    }
                },
            );
        }
    }

    /// Reads guidance and awards.
    fn led_to(&self, measure: &mut FollowUps<'_>, findings: &mut Findings) {
        let (directory, people) = (self.directory, self.people());
        directory.scan(&guidance, &guidance.path, findings, |row, findings| {
            let Some(read) = row.read::<Guidance>(findings) else {
                return;
            };
            if let Some(number) = person(people, row, Guidance::staff, &mut 0, findings) {
                measure.guidance(&read, row.origin, number);
            }
        });
        directory.scan(&awards, &awards.path, findings, |row, findings| {
            let Some(read) = row.read::<Award>(findings) else {
                return;
            };
            if let Some(number) = person(people, row, Award::staff, &mut 0, findings) {
                measure.award(&read, number);
            }
        });
        let file = |period: Period| evaluations.file(&period.to_string());
        if measure.names_unknown(|period| {
            directory
                .open_file(&file(period))
                .is_ok_and(|file| file.is_some())
        }) {
            findings.doubt();
        }
    }

    /// Predicates of the last owed periods, the oldest first, with the people as they stood at the end of each.
    fn trend(&self, measure: &FollowUps<'_>, trace: &mut Trace) -> Vec<(Period, PredicateFigures)> {
        let (units, silent) = (&self.roster.units, &mut Trace::silent());
        let owed = measure.owed().iter().take(PERIODS).rev();
        let mut out = Vec::new();
        for &period in owed {
            // What is wrong with people and postings was told at the first reading.
            let mut told = Findings::new();
            let then = load_people(self.directory, units, period, &mut told);
            let predicates = Predicates::of_period(self.matrix, self.rhythm, self.people(), period);
            let mut predicates = predicates.known_since(self.since);
            measure.heard().for_each(|(of, date)| predicates.hear(of, date));
            for (number, slot) in predicates.list.iter_mut().enumerate() {
                let graded = measure.ending_with(number as u32, period);
                *slot = graded.map(|graded| graded.predicate);
            }
            let figures = predicates.figures(&then, units.len(), Person::counting, silent);
            for stands in predicates.standings(&then, Person::counting) {
                let graded = measure.ending_with(stands.person, period);
                evaluation::tell(out.len(), stands, graded, trace);
            }
            out.push((period, figures));
        }
        out
    }

    /// Who earns an incentive; `None` when the office has no criterion.
    fn incentives(&self, measure: &FollowUps<'_>, reading: &mut Reading<'r>) -> Option<IncentiveFigures> {
        let people = self.people();
        let rule = self.rules.incentive.on(people.as_of)?;
        let hours_rule = reading.edition(&self.rules.hours)?;
        let look_back = reading.edition(&self.rules.look_back)?.programme_months as i32;
        let mut hours = Hours::new(people, hours_rule, self.since);
        let mut activity = Activity::new(people.list.len(), rule, people.as_of, self.since);
        let first = hours.earliest().month().min(activity.first()).plus(-look_back);
        for month in first.to(reading.month()) {
            self.participation(&hours, &mut activity, month, reading);
        }
        let unrolled = unrolled::of_what_was_read(reading);
        hours.miss_rolls(&unrolled, &[]);
        activity.miss_rolls(&unrolled);
        let judge = Judge {
            rule,
            hours_rule,
            hours: &hours,
            evaluations: measure,
            activity: &activity,
        };
        Some(IncentiveFigures {
            unrolled: unrolled.len() as u64,
            ..judge.figures(people, &mut reading.trace)
        })
    }

    fn participation(
        &self,
        hours: &Hours<'_>,
        activity: &mut Activity,
        month: Month,
        reading: &mut Reading<'_>,
    ) {
        let people = self.people();
        let Reading { findings, trace, .. } = reading;
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
                    if let Some(read) = read.on(people.as_of) {
                        activity.row(&read, row.origin, number, month, trace);
                    }
                }
            });
    }
}
