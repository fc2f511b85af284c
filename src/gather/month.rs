//! Everything that a report about one month needs.

use super::participation::{self, Reach};
use super::people::{load_calendar, load_names, load_people, load_units};
use super::{evaluations, voices};
use crate::diagnostic::{Findings, Origin};
use crate::files::Directory;
use crate::load::{self, Office};
use crate::measure::complaints::{ComplaintFigures, Complaints};
use crate::measure::feedback::Form;
use crate::measure::hours::Hours;
use crate::measure::month::{Completeness, MonthFigures};
use crate::measure::predicates::Predicates;
use crate::measure::programmes;
use crate::measure::trace::Trace;
use crate::records::people::{People, Units};
use crate::records::time::{Day, Month};
use crate::rules::Complaints as ComplaintRule;
use crate::rules::editions::Editions;
use crate::rules::{
    Edition, EvaluationRhythm, Feedback, Gain, Hours as HoursRule, LookBack, PredicateRule, Privacy,
    Satisfaction,
};
use crate::words::problem::Problem;

/// How many people a report names of those below the floor, and of those without an evaluation.
pub const NAMED: usize = 40;

/// The editions in force on the last day of a month that its report follows.
#[derive(Clone, Copy, Debug)]
pub struct Editioned<'r> {
    /// Hours.
    pub hours: &'r HoursRule,
    /// Predicates.
    pub predicate: &'r PredicateRule,
    /// Rhythm of evaluation.
    pub evaluation: &'r EvaluationRhythm,
    /// Satisfaction.
    pub satisfaction: &'r Satisfaction,
    /// Learning gain.
    pub gain: &'r Gain,
    /// Complaints.
    pub complaints: &'r ComplaintRule,
    /// Participants' feedback.
    pub feedback: &'r Feedback,
    /// Privacy.
    pub privacy: &'r Privacy,
    /// Look-back.
    pub look_back: &'r LookBack,
}

/// The edition of one rule in force on a day; that there is none is told.
fn edition<'r, T: Edition + crate::records::document::Field>(
    editions: &'r Editions<T>,
    day: Day,
    findings: &mut Findings,
) -> Option<&'r T> {
    let found = editions.on(day);
    if found.is_none() {
        let problem = Problem::RuleMissing {
            rule: T::RULE.to_owned(),
            day: day.to_string(),
        };
        findings.error(Origin::NOWHERE, problem);
    }
    found
}

impl<'r> Editioned<'r> {
    /// The editions in force on a day; every one that is missing is told.
    pub fn on(office: &'r Office, day: Day, findings: &mut Findings) -> Option<Editioned<'r>> {
        let rules = &office.rules;
        let hours = edition(&rules.hours, day, findings);
        let predicate = edition(&rules.predicate, day, findings);
        let evaluation = edition(&rules.evaluation, day, findings);
        let satisfaction = edition(&rules.satisfaction, day, findings);
        let gain = edition(&rules.gain, day, findings);
        let complaints = edition(&rules.complaints, day, findings);
        let feedback = edition(&rules.feedback, day, findings);
        let privacy = edition(&rules.privacy, day, findings);
        let look_back = edition(&rules.look_back, day, findings);
        Some(Editioned {
            hours: hours?,
            predicate: predicate?,
            evaluation: evaluation?,
            satisfaction: satisfaction?,
            gain: gain?,
            complaints: complaints?,
            feedback: feedback?,
            privacy: privacy?,
            look_back: look_back?,
        })
    }
}

/// Gathers the figures of `month`; everything wrong with the records read is told. `None` when the rules do not
/// allow any figure.
pub fn month(
    directory: &Directory,
    office: &Office,
    month: Month,
    findings: &mut Findings,
    trace: &mut impl Trace,
) -> Option<MonthFigures> {
    let rules = Editioned::on(office, month.last(), findings)?;
    let mut completeness = Completeness::default();

    // 1. Who there is, and where.
    let units = load_units(directory, findings);
    let (people, seen) = load_people(directory, &units, month, findings);
    completeness.nips = seen.nips;
    note_people(&people, &mut completeness);

    // 2. What they took part in.
    let mut hours = Hours::new(&people, rules.hours);
    let look_back = rules.look_back.programme_months as i32;
    let reach = Reach::new(month, hours.earliest(), look_back);
    let trainings = participation::read(
        directory,
        &people,
        reach,
        &mut hours,
        &mut completeness,
        findings,
        trace,
    );
    let mut chosen = participation::choose(directory, trainings, reach, &mut hours, findings);

    // 3. What they thought of it, and how they are evaluated.
    let surveys = load::surveys(directory, findings);
    let forms: Vec<Form> = surveys
        .iter()
        .filter(|survey| survey.questionnaire.is_participant_feedback())
        .map(|survey| {
            Form::new(
                &survey.code,
                &survey.questionnaire,
                &survey.table,
                rules.privacy.min_group,
            )
        })
        .collect();
    let months = (reach.programmes, month);
    voices::read_feedback(
        directory,
        &surveys,
        &forms,
        &mut chosen.programmes,
        months,
        findings,
    );
    programmes::withhold(&mut chosen.programmes, &forms);
    let mut now = Predicates::new(people.list.len(), rules.predicate, rules.evaluation, people.as_of);
    let mut before = Predicates::new(
        people.list.len(),
        rules.predicate,
        rules.evaluation,
        people.before,
    );
    completeness.evaluations = evaluations::read(directory, &people, &mut now, &mut before, findings, trace);

    // 4. What the public says.
    let (complaints, complaints_before) = complaints(
        directory,
        office,
        rules.complaints,
        &people,
        &units,
        month,
        &mut completeness,
        findings,
        trace,
    );
    let satisfaction = voices::read_satisfaction(
        directory,
        office,
        &surveys,
        &units,
        rules.satisfaction,
        month,
        findings,
        trace,
    );

    // 5. The sums, and the names of those who are named.
    let figures = hours.figures(&people, units.len());
    completeness.contracts.of = figures.total.pppk;
    completeness.contracts.complete = figures.total.pppk - figures.total.without_contract;
    let predicates = now.figures(&people, units.len(), |person| person.now);
    let predicates_before = before.figures(&people, units.len(), |person| person.before);
    let contract_years = figures
        .over_ceiling
        .iter()
        .filter_map(|&n| Some((n, hours.contract_year(n)?)))
        .collect();
    let mut out = MonthFigures {
        month,
        owed: now.owed(),
        person_hours: hours.list,
        units,
        people,
        hours: figures,
        contract_years,
        predicates,
        predicates_before,
        complaints,
        complaints_before,
        satisfaction,
        forms,
        programmes: chosen.programmes,
        ahead: chosen.ahead,
        unclosed: chosen.unclosed,
        contracts_ending: seen.contracts_ending,
        completeness,
        names: Default::default(),
    };
    out.names = load_names(directory, &named(&out, office));
    Some(out)
}

/// Notes which people who count have no unit.
fn note_people(people: &People, completeness: &mut Completeness) {
    for person in people.list.iter().filter(|person| person.counts()) {
        completeness.units.add(person.unit().is_some());
    }
}

/// The complaints of the month and of the month before.
#[allow(
    clippy::too_many_arguments,
    reason = "each is a part of the office that complaints touch"
)]
fn complaints(
    directory: &Directory,
    office: &Office,
    rule: &ComplaintRule,
    people: &People,
    units: &Units,
    month: Month,
    completeness: &mut Completeness,
    findings: &mut Findings,
    trace: &mut impl Trace,
) -> (ComplaintFigures, ComplaintFigures) {
    let first = month.plus(1 - rule.look_back_months as i32);
    let horizon = month.plus(1).last();
    // A deadline of sixty working days lies within half a year.
    let calendar = load_calendar(
        directory,
        &office.settings,
        first.plus(-1).first(),
        month.plus(6).last(),
        findings,
    );
    let rules = &office.rules.complaints;
    let mut now = Complaints::new(rules, &calendar, month, units.len(), horizon);
    let mut before = Complaints::new(rules, &calendar, month.plus(-1), units.len(), horizon);
    let measures = (&mut now, &mut before);
    completeness.complaints = voices::read_complaints(
        directory,
        people,
        units,
        measures,
        (first, month),
        findings,
        trace,
    );
    (now.figures(), before.figures())
}

/// The numbers of the people whom the report names.
fn named(figures: &MonthFigures, office: &Office) -> Vec<u32> {
    let handlers = figures
        .complaints
        .open
        .iter()
        .take(NAMED)
        .filter_map(|complaint| complaint.handler);
    let instructors = figures
        .programmes
        .iter()
        .flat_map(|programme| &programme.training.instructor);
    let instructors =
        instructors.filter_map(|instructor| figures.people.find(&instructor.staff.as_ref()?.value));
    let signatory = office.settings.signatory_on(figures.month.last());
    let signatory = signatory.and_then(|signatory| figures.people.find(&signatory.staff.value));
    let mut numbers: Vec<u32> = [
        &figures.hours.under_floor,
        &figures.hours.over_ceiling,
        &figures.hours.without_contract,
        &figures.predicates.missing,
    ]
    .into_iter()
    .flat_map(|list| list.iter().take(NAMED).copied())
    .chain(
        figures
            .contracts_ending
            .iter()
            .take(NAMED)
            .map(|(number, _)| *number),
    )
    .chain(handlers)
    .chain(instructors)
    .chain(signatory)
    .collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}
