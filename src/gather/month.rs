//! Everything that a report about one month needs.

use super::participation::{self, Chosen, Reach};
use super::people::{load_calendar, load_names, load_people, load_units};
use super::{certificates, evaluation, evaluations, forum, impact, mentoring, open, plan, queue, voices};
use crate::diagnostic::{Findings, Origin};
use crate::files::Directory;
use crate::load::{self, Office, Survey};
use crate::measure::certificates::CertificateFigures;
use crate::measure::complaints::{ComplaintFigures, Complaints};
use crate::measure::completeness::{Completeness, Item};
use crate::measure::feedback::Form;
use crate::measure::hours::Hours;
use crate::measure::impact::ProgrammeImpact;
use crate::measure::mentoring::MentoringFigures;
use crate::measure::month::MonthFigures;
use crate::measure::predicates::{PredicateFigures, Predicates, owed_period};
use crate::measure::programmes;
use crate::measure::satisfaction::Satisfaction;
use crate::measure::trace::{Source, Trace};
use crate::records::people::{People, Units};
use crate::records::time::{Day, Month};
use crate::rules::Complaints as ComplaintRule;
use crate::rules::editions::Editions;
use crate::rules::{
    Edition, EvaluationRhythm, Feedback, Gain, Hours as HoursRule, LookBack, PredicateRule, Privacy,
    Satisfaction as SatisfactionRule,
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
    pub satisfaction: &'r SatisfactionRule,
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
pub(super) fn edition<'r, T: Edition + crate::records::document::Field>(
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

/// What one job of reading gave.
enum Read {
    Participation(Box<Chosen>),
    Evaluations(Box<(PredicateFigures, PredicateFigures, Completeness)>),
    Complaints(Box<(ComplaintFigures, ComplaintFigures, Completeness)>),
    Satisfaction(Box<Satisfaction>),
    Impacts(Vec<ProgrammeImpact>),
}

/// How many jobs there are beside the months of participation.
const FIXED: usize = 4;

/// What every job reads with.
struct Job<'j> {
    directory: &'j Directory,
    office: &'j Office,
    rules: Editioned<'j>,
    surveys: &'j [Survey],
    units: &'j Units,
    people: &'j People,
    month: Month,
}

impl Job<'_> {
    /// Evaluations of the periods current on the last day and on that of the month before.
    fn evaluations(&self, findings: &mut Findings, trace: &mut impl Trace) -> Read {
        let (people, rules, units) = (self.people, &self.rules, self.units.len());
        let on = |day| Predicates::new(people.list.len(), rules.predicate, rules.evaluation, day);
        let (mut now, mut before) = (on(people.as_of), on(people.before));
        let complete = evaluations::read(self.directory, people, &mut now, &mut before, findings, trace);
        let before = before.figures(people, units, |person| person.before, &mut ());
        let now = now.figures(people, units, |person| person.now, trace);
        Read::Evaluations(Box::new((now, before, complete)))
    }

    /// Complaints of the month and of the month before.
    fn complaints(&self, findings: &mut Findings, trace: &mut impl Trace) -> Read {
        let (month, units) = (self.month, self.units.len());
        let first = month.plus(1 - self.rules.complaints.look_back_months as i32);
        let horizon = month.plus(1).last();
        let settings = &self.office.settings;
        // A deadline of sixty working days lies within half a year.
        let (from, to) = (first.plus(-1).first(), month.plus(6).last());
        let calendar = load_calendar(self.directory, settings, from, to, findings);
        let rules = &self.office.rules.complaints;
        let mut now = Complaints::new(rules, &calendar, month, units, horizon);
        let mut before = Complaints::new(rules, &calendar, month.plus(-1), units, horizon);
        let complete = voices::read_complaints(
            self.directory,
            (self.people, self.units),
            (&mut now, &mut before),
            (first, month),
            findings,
            trace,
        );
        Read::Complaints(Box::new((now.figures(), before.figures(), complete)))
    }

    /// The comparisons whose second window ends with the month.
    fn impacts(&self, findings: &mut Findings, trace: &mut impl Trace) -> Read {
        // An office that has no rule of comparisons has no such section.
        if self.office.rules.impact.on(self.month.last()).is_none() {
            return Read::Impacts(Vec::new());
        }
        let (office, known) = ((self.directory, self.office), (self.units, self.people));
        let scene = impact::Scene::new(office, known, self.surveys, self.month);
        let found = scene.impacts(impact::Which::Named, findings, trace);
        Read::Impacts(found.unwrap_or_default())
    }

    /// The public's satisfaction.
    fn satisfaction(&self, findings: &mut Findings, trace: &mut impl Trace) -> Read {
        let services = &self.office.settings.service;
        let groups = voices::Groups {
            units: self.units,
            services,
        };
        let rule = self.rules.satisfaction;
        Read::Satisfaction(Box::new(voices::read_satisfaction(
            self.directory,
            self.surveys,
            groups,
            rule,
            self.month,
            findings,
            trace,
        )))
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

    // 1. Who there is, and where.
    let units = load_units(directory, findings);
    let (people, seen) = load_people(directory, &units, month, findings, trace);
    let surveys = load::surveys(directory, findings);

    // 2. What they took part in, how they are evaluated, what the public says: file by file, in parallel.
    let hours = Hours::new(&people, rules.hours);
    let reach = Reach::new(month, hours.earliest(), rules.look_back.programme_months as i32);
    let months: Vec<Month> = reach.first.to(reach.last).collect();
    let job = Job {
        directory,
        office,
        rules,
        surveys: &surveys,
        units: &units,
        people: &people,
        month,
    };
    let forked = trace.fork();
    let read = queue::run(
        queue::threads(people.list.len()),
        months.len() + FIXED,
        |number| {
            let (mut findings, mut trace) = (Findings::new(), forked.fork());
            let read = match number {
                0 => job.satisfaction(&mut findings, &mut trace),
                1 => job.evaluations(&mut findings, &mut trace),
                2 => job.complaints(&mut findings, &mut trace),
                3 => job.impacts(&mut findings, &mut trace),
                _ => {
                    let month = months[number - FIXED];
                    let chosen = participation::read(
                        directory,
                        &people,
                        &hours,
                        reach,
                        month,
                        &mut findings,
                        &mut trace,
                    );
                    Read::Participation(Box::new(chosen))
                }
            };
            (read, findings, trace)
        },
    );

    // 3. All of it together.
    let mut chosen = Chosen::default();
    let mut impacts = Vec::new();
    let (mut predicates, mut complaints, mut satisfaction) = (None, None, None);
    for (read, found, heard) in read {
        findings.append(found);
        trace.join(heard);
        match read {
            Read::Participation(other) => chosen.merge(*other),
            Read::Evaluations(read) => predicates = Some(*read),
            Read::Complaints(read) => complaints = Some(*read),
            Read::Satisfaction(read) => satisfaction = Some(*read),
            Read::Impacts(read) => impacts = read,
        }
    }
    chosen.sort();
    let (predicates, predicates_before, evaluated) = predicates?;
    let (complaints, complaints_before, classed) = complaints?;

    // 4. What the participants thought.
    let min_group = rules.privacy.min_group;
    let forms: Vec<Form> = surveys
        .iter()
        .filter_map(|survey| form(survey, min_group))
        .collect();
    let answered = (reach.programmes, month);
    let heard = voices::read_feedback(
        directory,
        &surveys,
        &forms,
        &mut chosen.programmes,
        answered,
        findings,
        trace,
    );
    programmes::withhold(&mut chosen.programmes, &forms);
    let told = std::mem::take(&mut chosen.seen);
    let open = open::open(directory, &people, answered, told, &heard, findings, trace);

    // 5. What only some offices keep.
    let mentoring = mentoring::of_month(directory, office, &people, month, findings, trace);
    let certificates = certificates::of_month(directory, office, &people, findings, trace);
    let follow_ups = evaluation::of_month(directory, office, &people, month, findings, trace);

    // 6. The sums, and the names of those who are named.
    let figures = hours.figures(&people, units.len(), trace);
    let mut completeness = chosen.completeness;
    for other in [seen.completeness, evaluated, classed] {
        completeness.merge(&other);
    }
    let counting = people.list.iter().enumerate();
    for (number, person) in counting.filter(|(_, person)| person.counts()) {
        let source = Source::Person(number as u32);
        completeness.add(Item::Units, source, person.unit().is_some(), trace);
        if person.employment.is_pppk() {
            completeness.add(Item::Contracts, source, person.contract.is_some(), trace);
        }
    }
    let over = figures.over_ceiling.iter();
    let contract_years = over
        .clone()
        .filter_map(|&n| Some((n, hours.contract_year(n)?)))
        .collect();
    let person_hours = over
        .chain(&figures.under_floor)
        .map(|&n| (n, hours.of_person(n)))
        .collect();
    let plan = plan::figures(
        directory,
        (&people, &units),
        (month.year(), month),
        findings,
        trace,
    );
    let mut out = MonthFigures {
        month,
        plan,
        forums: forum::figures(directory, month, findings, trace),
        owed: owed_period(rules.evaluation, people.as_of),
        person_hours,
        units,
        people,
        hours: figures,
        contract_years,
        predicates,
        predicates_before,
        complaints,
        complaints_before,
        satisfaction: satisfaction?,
        mentoring,
        impacts,
        certificates,
        follow_ups,
        open,
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

/// The form of a questionnaire that participants answer about their programme.
pub(super) fn form(survey: &Survey, min_group: i64) -> Option<Form> {
    let is_feedback = survey.questionnaire.is_participant_feedback();
    is_feedback.then(|| Form::new(&survey.code, &survey.questionnaire, &survey.table, min_group))
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
    let due = figures.certificates.iter().flat_map(CertificateFigures::due);
    let due = due.take(NAMED).map(|one| one.holder);
    let month = figures.month.first();
    let followed = figures.follow_ups.iter().flat_map(|figures| figures.named(month));
    let owners = figures.plan.iter().flat_map(plan::owners);
    let owners = owners.chain(figures.forums.owners().map(|owner| &*owner.value.0));
    let owners = owners.filter_map(|owner| figures.people.find(owner));
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
    .chain(owners)
    .chain(figures.mentoring.iter().flat_map(MentoringFigures::named))
    .chain(impact::owners(&figures.impacts))
    .chain(due)
    .chain(followed)
    .chain(figures.open.refusals.iter().map(|refusal| refusal.person))
    .chain(instructors)
    .chain(signatory)
    .collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}
