//! Everything that a report about one month needs.

use super::editions::Editioned;
use super::participation::{self, Chosen, Reach};
use super::people::{load_calendar, load_people, load_units};
use super::{
    actions, certificates, evaluation, evaluations, forum, impact, mentoring, open, plan, queue, voices,
};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load::{self, Office, Survey};
use crate::measure::complaints::{ComplaintFigures, Complaints};
use crate::measure::completeness::{Completeness, Item};
use crate::measure::feedback::Form;
use crate::measure::hours::Hours;
use crate::measure::impact::ProgrammeImpact;
use crate::measure::month::MonthFigures;
use crate::measure::predicates::{PredicateFigures, Predicates, owed_period};
use crate::measure::programmes;
use crate::measure::trace::{Source, Trace};
use crate::records::people::{People, Units};
use crate::records::time::Month;

/// How many people a report names of those below the floor, and of those without an evaluation.
pub const NAMED: usize = 40;

/// What one job of reading gave.
enum Read {
    Participation(Box<Chosen>),
    Evaluations(Box<(PredicateFigures, PredicateFigures, Completeness)>),
    Complaints(Box<(ComplaintFigures, ComplaintFigures, Completeness)>),
    Impacts(Vec<ProgrammeImpact>),
}

/// How many jobs there are behind the months of participation.
const OTHERS: usize = 3;

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
    /// Reads the months of participation, and behind them what the others read; in the order of the jobs.
    fn run(
        &self,
        hours: &Hours<'_>,
        reach: Reach,
        threads: usize,
        trace: &Trace,
    ) -> Vec<(Read, Findings, Trace)> {
        let months: Vec<Month> = reach.first.to(reach.last).collect();
        let (directory, people, count) = (self.directory, self.people, months.len());
        queue::run(threads, count + OTHERS, |number| {
            let (mut findings, mut trace) = (Findings::new(), trace.fork());
            let (told, heard) = (&mut findings, &mut trace);
            let read = match months.get(number) {
                Some(&of) => {
                    let chosen = participation::read(directory, people, hours, reach, of, told, heard);
                    Read::Participation(Box::new(chosen))
                }
                None if number == count => self.complaints(told, heard),
                None if number == count + 1 => self.impacts(told, heard),
                None => self.evaluations(told, heard),
            };
            (read, findings, trace)
        })
    }

    /// Evaluations of the periods current on the last day and on that of the month before.
    fn evaluations(&self, findings: &mut Findings, trace: &mut Trace) -> Read {
        let (people, rules, units) = (self.people, &self.rules, self.units.len());
        let on = |day| Predicates::new(people.list.len(), rules.predicate, rules.evaluation, day);
        let (mut now, mut before) = (on(people.as_of), on(people.before));
        let complete = evaluations::read(self.directory, people, &mut now, &mut before, findings, trace);
        let before = before.figures(people, units, |person| person.before, &mut Trace::silent());
        let now = now.figures(people, units, |person| person.now, trace);
        Read::Evaluations(Box::new((now, before, complete)))
    }

    /// Complaints of the month and of the month before.
    fn complaints(&self, findings: &mut Findings, trace: &mut Trace) -> Read {
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
    fn impacts(&self, findings: &mut Findings, trace: &mut Trace) -> Read {
        // An office that has no rule of comparisons has no such section.
        if self.office.rules.impact.on(self.month.last()).is_none() {
            return Read::Impacts(Vec::new());
        }
        let (office, known) = ((self.directory, self.office), (self.units, self.people));
        let scene = impact::Scene::new(office, known, self.surveys, self.month);
        let found = scene.impacts(impact::Which::Named, findings, trace);
        Read::Impacts(found.unwrap_or_default())
    }
}

/// Gathers the figures of `month`; everything wrong with the records read is told. `None` when the rules do not
/// allow any figure.
pub fn month(
    directory: &Directory,
    office: &Office,
    month: Month,
    findings: &mut Findings,
    trace: &mut Trace,
) -> Option<MonthFigures> {
    let rules = Editioned::on(office, month.last(), findings)?;

    // 1. Who there is, and where; what they took part in and how they are evaluated, file by file, in parallel. Beside
    // it what the public answers, which needs nobody's name.
    let units = load_units(directory, findings);
    let surveys = load::surveys(directory, findings);
    let threads = queue::threads(directory.size("staff.csv"));
    let mut heard = trace.fork();
    let ((people, seen, hours, reach, read), (satisfaction, found)) = queue::both(
        threads,
        || {
            let (people, seen) = load_people(directory, &units, month, findings, trace);
            let hours = Hours::new(&people, rules.hours);
            let look_back = rules.look_back.programme_months as i32;
            let reach = Reach::new(month, hours.earliest(), look_back);
            let job = Job {
                directory,
                office,
                rules,
                surveys: &surveys,
                units: &units,
                people: &people,
                month,
            };
            let read = job.run(&hours, reach, threads, trace);
            (people, seen, hours, reach, read)
        },
        || {
            let (mut findings, services) = (Findings::new(), &office.settings.service);
            let groups = voices::Groups {
                units: &units,
                services,
            };
            let (rule, told) = (rules.satisfaction, &mut findings);
            let read = voices::read_satisfaction(directory, &surveys, groups, rule, month, told, &mut heard);
            (read, findings)
        },
    );
    findings.append(found);
    trace.join(heard);

    // 2. All of it together.
    let mut chosen = Chosen::default();
    let mut impacts = Vec::new();
    let (mut predicates, mut complaints) = (None, None);
    for (read, found, heard) in read {
        findings.append(found);
        trace.join(heard);
        match read {
            Read::Participation(other) => chosen.merge(*other),
            Read::Evaluations(read) => predicates = Some(*read),
            Read::Complaints(read) => complaints = Some(*read),
            Read::Impacts(read) => impacts = read,
        }
    }
    chosen.sort();
    let (predicates, predicates_before, evaluated) = predicates?;
    let (complaints, complaints_before, classed) = complaints?;

    // 3. What the participants thought.
    let min_group = rules.privacy.min_group;
    let forms: Vec<Form> = surveys
        .iter()
        .filter_map(|survey| voices::form(survey, min_group))
        .collect();
    let answered = (reach.programmes, month);
    let heard = voices::read_feedback(
        directory,
        (&surveys, &forms),
        &mut chosen.programmes,
        answered,
        threads,
        findings,
        trace,
    );
    programmes::withhold(&mut chosen.programmes, &forms);
    let told = std::mem::take(&mut chosen.seen);
    let open = open::open(directory, &people, answered, told, &heard, findings, trace);

    // 4. What only some offices keep.
    let mentoring = mentoring::of_month(directory, office, &people, month, findings, trace);
    let certificates = certificates::of_month(directory, office, &people, findings, trace);
    let follow_ups = evaluation::of_month(directory, office, &people, month, findings, trace);
    let actions = actions::actions(directory, &people, month.last(), findings);

    // 5. The sums, and the names of those who are named.
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
        (month.year(), month.last()),
        findings,
        trace,
    );
    Some(MonthFigures {
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
        satisfaction,
        mentoring,
        impacts,
        certificates,
        follow_ups,
        actions,
        open,
        forms,
        programmes: chosen.programmes,
        ahead: chosen.ahead,
        unclosed: chosen.unclosed,
        contracts_ending: seen.contracts_ending,
        completeness,
    })
}
