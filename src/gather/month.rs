//! Everything that the report about a month needs, or about a longer time.

use super::participation::{self, Chosen, Reach};
use super::people::load_calendar;
use super::reading::{Archive, Reading};
use super::{
    actions, certificates, complaints, evaluation, evaluations, forum, impact, mentoring, open, plan,
    satisfaction, unrolled, voices,
};
use crate::change::closing::is_whole;
use crate::diagnostic::Findings;
use crate::load::{self, Survey};
use crate::measure::complaints::{ComplaintFigures, Complaints};
use crate::measure::completeness::Completeness;
use crate::measure::feedback::Form;
use crate::measure::forum::MONTHS;
use crate::measure::hours::{Hours, HoursFigures, PersonHours};
use crate::measure::impact::ProgrammeImpact;
use crate::measure::month::{MonthFigures, MonthRules};
use crate::measure::movement::{MovementFigures, Movements};
use crate::measure::predicates::{PredicateFigures, Predicates, owed_period};
use crate::measure::programmes;
use crate::measure::satisfaction::{Satisfaction, Spans};
use crate::measure::trace::Trace;
use crate::measure::unrolled::Unrolled;
use crate::queue;
use crate::records::closing::{Correction, MonthLedger};
use crate::records::people::{Person, Roster};
use crate::records::time::{Day, Month};
use std::collections::{HashMap, HashSet};

/// How many bytes `staff.csv` has from which on a second thread pays, about two thousand people: below, starting it
/// costs more than it saves.
const MANY: u64 = 128 * 1024;

/// What one job of reading gave, or all.
#[derive(Default)]
struct Read {
    chosen: Chosen,
    /// The predicates of the last day, and of that of the month before.
    predicates: Option<(PredicateFigures, PredicateFigures)>,
    /// The complaints of the month, and of the month before, and what happened to any.
    complaints: Option<(ComplaintFigures, ComplaintFigures, MovementFigures)>,
    impacts: Vec<ProgrammeImpact>,
    completeness: Completeness,
}

impl Read {
    /// Takes over what another job gave.
    fn merge(&mut self, other: Read) {
        self.chosen.merge(other.chosen);
        self.predicates = self.predicates.take().or(other.predicates);
        self.complaints = self.complaints.take().or(other.complaints);
        self.impacts.extend(other.impacts);
        self.completeness.merge(&other.completeness);
    }
}

/// What every job reads with.
struct Job<'j> {
    rules: MonthRules<'j>,
    roster: &'j Roster,
    surveys: &'j [Survey],
    hours: Hours<'j>,
    reach: Reach,
    threads: usize,
}

impl<'j> Job<'j> {
    /// Reads who there is, for jobs on so many threads.
    fn new(reading: &mut Reading<'j>, rules: MonthRules<'j>, threads: usize) -> Job<'j> {
        let roster = reading.roster();
        let mut signatories = reading.archive.office.settings.signatory.iter();
        if signatories.any(|one| roster.people.find(&one.staff.value).is_none()) {
            reading.findings.doubt();
        }
        let hours = Hours::new(&roster.people, rules.hours, reading.since());
        let look_back = rules.look_back.programme_months as i32;
        let reach = Reach::new(
            (reading.archive.period, reading.archive.horizon),
            hours.earliest(),
            (look_back, rules.gain.min_pairs),
        );
        Job {
            rules,
            roster,
            surveys: reading.surveys(),
            hours,
            reach,
            threads,
        }
    }

    /// Reads the months of participation, and behind them what the others read.
    fn run(&self, reading: &mut Reading<'_>) -> Read {
        let months: Vec<Month> = self.reach.first.to(self.reach.last).collect();
        let others = [Job::complaints, Job::impacts, Job::evaluations];
        let jobs = queue::run(self.threads, months.len() + others.len(), |number| {
            let mut beside = reading.fork();
            let read = match months.get(number) {
                Some(&month) => Read {
                    chosen: participation::read(&mut beside, &self.hours, self.reach, month),
                    ..Read::default()
                },
                None => others[number - months.len()](self, &mut beside),
            };
            (read, beside)
        });
        let mut all = Read::default();
        for (read, beside) in jobs {
            reading.join(beside);
            all.merge(read);
        }
        all.chosen.sort();
        if all.chosen.is_doubtful() {
            reading.findings.doubt();
        }
        all
    }

    /// Evaluations of the periods current on the last day and on that of the month before.
    fn evaluations(&self, reading: &mut Reading<'_>) -> Read {
        let (Roster { people, units }, rules) = (self.roster, &self.rules);
        let since = reading.since();
        let on = |day| {
            let people = people.list.len();
            Predicates::new(people, rules.predicate, rules.evaluation, day).known_since(since)
        };
        let (mut now, mut before) = (on(people.as_of), on(people.before));
        let completeness = evaluations::read(reading, &mut now, &mut before);
        let silent = &mut Trace::silent();
        let before = before.figures(people, units.len(), Person::counting_before, silent);
        let now = now.figures(people, units.len(), Person::counting, &mut reading.trace);
        Read {
            predicates: Some((now, before)),
            completeness,
            ..Read::default()
        }
    }

    /// Complaints of the month and of the month before, and what happened to any.
    fn complaints(&self, reading: &mut Reading<'_>) -> Read {
        let (Roster { people, units }, month) = (self.roster, reading.month());
        let (archive, Reading { findings, trace, .. }) = (reading.archive, reading);
        let months = complaints::months(archive.directory, month, findings);
        let horizon = archive.horizon;
        // A deadline of sixty working days lies within half a year.
        let from = months.first().copied().unwrap_or(month).first();
        let to = month.plus(6).last();
        let calendar = load_calendar(
            archive.directory,
            &archive.office.settings,
            (from, to),
            archive.period.last_day(),
            findings,
        );
        let rules = &archive.office.rules.complaints;
        let mut now = Complaints::new(rules, &calendar, archive.period, units.len(), horizon);
        let mut before = Complaints::new(rules, &calendar, archive.period.previous(), units.len(), horizon);
        let mut movements = Movements::new(rules, &calendar, archive.period, units.len());
        let completeness = voices::read_complaints(
            archive,
            (people, units),
            (&mut now, &mut before, &mut movements),
            &months,
            findings,
            trace,
        );
        let (mut now, movement) = (now.figures(), movements.figures());
        now.gaps = now.gaps.and(movement.gaps.clone());
        Read {
            complaints: Some((now, before.figures(), movement)),
            completeness,
            ..Read::default()
        }
    }

    /// The comparisons whose second window ends with the month.
    fn impacts(&self, reading: &mut Reading<'_>) -> Read {
        // An office that has no rule of comparisons has no such section.
        let rules = &reading.archive.office.rules;
        if rules.impact.on(reading.as_of()).is_none() {
            return Read::default();
        }
        let found = impact::Comparator::new(reading).impacts(impact::Which::Named, reading);
        Read {
            impacts: found.unwrap_or_default(),
            ..Read::default()
        }
    }

    /// What participants thought of the programmes: the forms, and the ids of all programmes answered about.
    fn feedback(&self, reading: &mut Reading<'_>, chosen: &mut Chosen) -> (Vec<Form>, HashSet<String>) {
        let forms = self.surveys.iter();
        let forms: Vec<Form> = forms
            .filter_map(|survey| voices::form(survey, self.rules.privacy.into()))
            .collect();
        let (directory, period) = (reading.archive.directory, reading.archive.period);
        let own = chosen.programmes.len();
        chosen.programmes.append(&mut chosen.settled);
        let answered = voices::read_feedback(
            directory,
            (self.surveys, &forms),
            (&mut chosen.programmes, &chosen.unrolled),
            (self.reach.programmes, period),
            self.threads,
            &mut reading.findings,
            &mut reading.trace,
        );
        chosen.settled = chosen.programmes.split_off(own);
        programmes::withhold(&mut chosen.programmes, &forms);
        programmes::withhold(&mut chosen.settled, &forms);
        (forms, answered)
    }

    /// Tells the hours which programmes have begun and have nobody on record; gives those of the time that counts.
    fn miss_rolls(&mut self, reading: &mut Reading<'_>, chosen: &mut Chosen) -> Vec<Unrolled> {
        self.hours.miss_rolls(&chosen.unrolled, &chosen.unrolled_before);
        unrolled::keep(reading, std::mem::take(&mut chosen.unrolled))
    }

    /// The JP of those below the floor and of those over their ceiling.
    fn person_hours(&self, figures: &HoursFigures) -> HashMap<u32, PersonHours> {
        let people = figures.over_ceiling.iter().chain(&figures.under_floor);
        people
            .map(|&person| (person, self.hours.of_person(person)))
            .collect()
    }

    /// The first days of the contract years of those over their ceiling.
    fn contract_years(&self, figures: &HoursFigures) -> HashMap<u32, Day> {
        let over = figures.over_ceiling.iter();
        over.filter_map(|&person| Some((person, self.hours.contract_year(person)?)))
            .collect()
    }
}

/// Reads who there is, and then file by file, in parallel, what they took part in and how they are evaluated. Beside it
/// what the public answers, which needs nobody's name.
fn read<'a>(reading: &mut Reading<'a>, rules: MonthRules<'a>) -> (Job<'a>, Read, Satisfaction) {
    let archive = reading.archive;
    let (units, surveys) = (reading.units(), reading.surveys());
    let threads = queue::threads(archive.directory.size("staff.csv") >= MANY);
    let mut public = reading.fork();
    let ((job, read), satisfaction) = queue::both(
        threads,
        || {
            let job = Job::new(reading, rules, threads);
            let read = job.run(reading);
            (job, read)
        },
        || {
            let services = &archive.office.settings.service;
            let groups = satisfaction::Groups { units, services };
            let (rule, Reading { findings, trace, .. }) = (rules.satisfaction, &mut public);
            let spans = Spans {
                window: rule.window(archive.period, archive.is_alone),
                since: rule
                    .window(archive.period.previous(), archive.is_alone)
                    .first_month(),
                heard: archive.period,
            };
            satisfaction::read(archive.directory, surveys, groups, (rule, spans), findings, trace)
        },
    );
    reading.join(public);
    (job, read, satisfaction)
}

/// Gathers the figures of the month; everything wrong with the records read is told. `None` when the rules do not
/// allow any figure.
pub fn month(reading: &mut Reading<'_>) -> Option<MonthFigures> {
    let directory = reading.archive.directory;
    let (rules, month) = (reading.month_rules()?, reading.month());

    // 1. Who there is, what they took part in and how they are evaluated; what the public says.
    let (mut job, mut read, satisfaction) = read(reading, rules);
    let (predicates, predicates_before) = read.predicates?;
    let (complaints, complaints_before, movement) = read.complaints?;

    // 2. What the participants thought, and what nobody followed up.
    let (forms, answered) = job.feedback(reading, &mut read.chosen);
    let unrolled = job.miss_rolls(reading, &mut read.chosen);
    let loose = std::mem::take(&mut read.chosen.loose);
    let open = open::open(reading, job.reach.programmes.first(), loose, &answered);

    // 3. What only some offices keep.
    let roster = reading.roster();
    let Roster { people, units } = roster;
    let mentoring = mentoring::of_month(reading);
    let certificates = certificates::of_month(reading);
    let follow_ups = evaluation::of_month(reading);
    let (archive, since) = (reading.archive, reading.since());
    let Reading { findings, trace, .. } = reading;

    // 4. The sums.
    let hours = job.hours.figures(people, units.len(), trace);
    read.completeness.merge(&read.chosen.completeness);
    read.completeness.people(people, trace);
    let when = (month.year(), people.as_of, since);
    // What forums led to is late however long ago they were held.
    let forums = archive.period.look_back(MONTHS.max(archive.period.months()));
    let (corrections, broken_closings) = corrections(archive, findings);
    Some(MonthFigures {
        forums: forum::figures(directory, forums, findings, trace),
        plan: plan::figures(directory, (people, units), when, findings, trace),
        owed: owed_period(rules.evaluation, people.as_of),
        person_hours: job.person_hours(&hours),
        contract_years: job.contract_years(&hours),
        hours,
        predicates,
        predicates_before,
        complaints,
        complaints_before,
        movement,
        satisfaction,
        mentoring,
        impacts: read.impacts,
        certificates,
        follow_ups,
        actions: actions::actions(archive, roster, findings),
        open,
        forms,
        programmes: read.chosen.programmes,
        settled: read.chosen.settled,
        ahead: read.chosen.ahead,
        unclosed: read.chosen.unclosed,
        unrolled,
        contracts_ending: people.contracts_ending(archive.horizon).collect(),
        corrections,
        broken_closings,
        completeness: read.completeness,
    })
}

/// What was corrected in the month about months that are closed, and the closed months that somebody changed by hand: of them
/// nobody knows what was corrected.
fn corrections(archive: &Archive<'_>, findings: &mut Findings) -> (Vec<Correction>, Vec<Month>) {
    let ledgers = load::ledgers(archive.directory, findings);
    let whole = |ledger: &&MonthLedger| is_whole(ledger, &mut Findings::new());
    let (whole, broken): (Vec<_>, Vec<_>) = ledgers.iter().partition(whole);
    let corrections = whole.iter().flat_map(|one| one.corrections(archive.period));
    (
        corrections.collect(),
        broken.iter().map(|one| one.month).collect(),
    )
}
