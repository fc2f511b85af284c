//! Everything that a report about one month needs.

use super::participation::{self, Chosen, Reach};
use super::people::load_calendar;
use super::reading::{Archive, Reading};
use super::{
    actions, certificates, evaluation, evaluations, forum, impact, mentoring, open, plan, queue, voices,
};
use crate::measure::complaints::{ComplaintFigures, Complaints};
use crate::measure::completeness::Completeness;
use crate::measure::feedback::Form;
use crate::measure::hours::Hours;
use crate::measure::impact::ProgrammeImpact;
use crate::measure::month::{MonthFigures, MonthRules};
use crate::measure::predicates::{PredicateFigures, Predicates, owed_period};
use crate::measure::programmes;
use crate::measure::trace::Trace;
use crate::records::people::Roster;
use crate::records::time::{Month, Period};

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
    rules: MonthRules<'j>,
    roster: &'j Roster,
}

impl Job<'_> {
    /// Reads the months of participation, and behind them what the others read, beside `reading`; in the order of the
    /// jobs.
    fn run<'a>(
        &self,
        reading: &Reading<'a>,
        hours: &Hours<'_>,
        reach: Reach,
        threads: usize,
    ) -> Vec<(Read, Reading<'a>)> {
        let months: Vec<Month> = reach.first.to(reach.last).collect();
        let count = months.len();
        queue::run(threads, count + OTHERS, |number| {
            let mut reading = reading.fork();
            let read = match months.get(number) {
                Some(&of) => {
                    let chosen = participation::read(&mut reading, hours, reach, of);
                    Read::Participation(Box::new(chosen))
                }
                None if number == count => self.complaints(&mut reading),
                None if number == count + 1 => self.impacts(&mut reading),
                None => self.evaluations(&mut reading),
            };
            (read, reading)
        })
    }

    /// Evaluations of the periods current on the last day and on that of the month before.
    fn evaluations(&self, reading: &mut Reading<'_>) -> Read {
        let (Roster { people, units }, rules) = (self.roster, &self.rules);
        let on = |day| Predicates::new(people.list.len(), rules.predicate, rules.evaluation, day);
        let (mut now, mut before) = (on(people.as_of), on(people.before));
        let complete = evaluations::read(reading, &mut now, &mut before);
        let silent = &mut Trace::silent();
        let before = before.figures(people, units.len(), |person| person.before, silent);
        let now = now.figures(people, units.len(), |person| person.now, &mut reading.trace);
        Read::Evaluations(Box::new((now, before, complete)))
    }

    /// Complaints of the month and of the month before.
    fn complaints(&self, reading: &mut Reading<'_>) -> Read {
        let (Roster { people, units }, month) = (self.roster, reading.month());
        let (archive, Reading { findings, trace, .. }) = (reading.archive, reading);
        let first = month.plus(1 - self.rules.complaints.look_back_months as i32);
        let horizon = month.plus(1).last();
        // A deadline of sixty working days lies within half a year.
        let (from, to) = (first.plus(-1).first(), month.plus(6).last());
        let calendar = load_calendar(archive.directory, &archive.office.settings, from, to, findings);
        let rules = &archive.office.rules.complaints;
        let mut now = Complaints::new(rules, &calendar, month, units.len(), horizon);
        let mut before = Complaints::new(rules, &calendar, month.plus(-1), units.len(), horizon);
        let complete = voices::read_complaints(
            archive.directory,
            (people, units),
            (&mut now, &mut before),
            (first, month),
            findings,
            trace,
        );
        Read::Complaints(Box::new((now.figures(), before.figures(), complete)))
    }

    /// The comparisons whose second window ends with the month.
    fn impacts(&self, reading: &mut Reading<'_>) -> Read {
        // An office that has no rule of comparisons has no such section.
        let rules = &reading.archive.office.rules;
        if rules.impact.on(reading.as_of()).is_none() {
            return Read::Impacts(Vec::new());
        }
        let found = impact::Comparator::new(reading).impacts(impact::Which::Named, reading);
        Read::Impacts(found.unwrap_or_default())
    }
}

/// Gathers the figures of the month; everything wrong with the records read is told. `None` when the rules do not
/// allow any figure.
pub fn month(reading: &mut Reading<'_>) -> Option<MonthFigures> {
    let Archive {
        directory, office, ..
    } = *reading.archive;
    let (rules, month) = (reading.month_rules()?, reading.month());

    // 1. Who there is, and where; what they took part in and how they are evaluated, file by file, in parallel. Beside
    // it what the public answers, which needs nobody's name.
    let (units, surveys) = (reading.units(), reading.surveys());
    let threads = queue::threads(directory.size("staff.csv"));
    let mut beside = reading.fork();
    let ((hours, reach, read), satisfaction) = queue::both(
        threads,
        || {
            let roster = reading.roster();
            let hours = Hours::new(&roster.people, rules.hours);
            let look_back = rules.look_back.programme_months as i32;
            let reach = Reach::new(month, hours.earliest(), look_back);
            let job = Job { rules, roster };
            let read = job.run(reading, &hours, reach, threads);
            (hours, reach, read)
        },
        || {
            let services = &office.settings.service;
            let groups = voices::Groups { units, services };
            let (rule, Reading { findings, trace, .. }) = (rules.satisfaction, &mut beside);
            voices::read_satisfaction(directory, surveys, groups, rule, month, findings, trace)
        },
    );
    reading.join(beside);

    // 2. All of it together.
    let mut chosen = Chosen::default();
    let mut impacts = Vec::new();
    let (mut predicates, mut complaints) = (None, None);
    for (read, other) in read {
        reading.join(other);
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
    let forms: Vec<Form> = surveys
        .iter()
        .filter_map(|survey| voices::form(survey, rules.privacy.into()))
        .collect();
    let answered = voices::read_feedback(
        directory,
        (surveys, &forms),
        &mut chosen.programmes,
        (reach.programmes, month),
        threads,
        &mut reading.findings,
        &mut reading.trace,
    );
    programmes::withhold(&mut chosen.programmes, &forms);
    let loose = std::mem::take(&mut chosen.loose);
    let open = open::open(reading, reach.programmes.first(), loose, &answered);

    // 4. What only some offices keep.
    let (Roster { people, units }, census) = reading.people();
    let Reading { findings, trace, .. } = reading;
    let mentoring = mentoring::of_month(directory, office, people, month, findings, trace);
    let certificates = certificates::of_month(directory, office, people, findings, trace);
    let follow_ups = evaluation::of_month(directory, office, people, month, findings, trace);
    let actions = actions::actions(directory, people, month.last(), findings);

    // 5. The sums.
    let figures = hours.figures(people, units.len(), trace);
    let mut completeness = chosen.completeness;
    for other in [&census.completeness, &evaluated, &classed] {
        completeness.merge(other);
    }
    completeness.people(people, trace);
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
        (people, units),
        (month.year(), month.last()),
        findings,
        trace,
    );
    Some(MonthFigures {
        plan,
        forums: forum::figures(directory, Period::month(month), findings, trace),
        owed: owed_period(rules.evaluation, people.as_of),
        person_hours,
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
        contracts_ending: census.contracts_ending.clone(),
        completeness,
    })
}
