//! Who earns an incentive by its written criterion, and which conditions hold.
//!
//! A criterion names up to four conditions; one that it does not name is not judged. Predicates: each of the last
//! owed periods has at least the one named; of a period without evaluation nobody can tell, but of one before the
//! person came. JP: a PNS has reached the
//! floor of the year, a PPPK is not over the ceiling of the contract year, for others none is asked. Refusals and
//! own initiative are counted over the months of the rule. Source: the rules `incentive` (the office's own) and
//! `hours`.

use super::follow_up::{FollowUps, Rating, Recognition};
use super::hours::Hours;
use super::trace::{Figure, Trace, part};
use super::unrolled::Unrolled;
use crate::diagnostic::Origin;
use crate::records::code::{AbsenceReason, Initiative, ParticipationStatus, Predicate};
use crate::records::number::Dec;
use crate::records::people::People;
use crate::records::taking_part::Participation;
use crate::records::time::{Day, Month, Period};
use crate::rules::{Criterion, Hours as HoursRule, Incentive};
use std::collections::BTreeSet;

/// Refusals and own initiative of one person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Active {
    /// Programmes refused.
    pub refused: u64,
    /// Programmes completed on own initiative.
    pub own: u64,
}

/// Counts what people did over the months of the rule.
#[derive(Debug)]
pub struct Activity {
    first: Month,
    /// Whether the records tell of all these months.
    is_told: bool,
    as_of: Day,
    list: Vec<Active>,
}

impl Activity {
    /// Counts for `count` people over the months of the rule up to a day; the records tell what they did `since` a day, or
    /// all.
    pub fn new(count: usize, rule: &Incentive, as_of: Day, since: Option<Day>) -> Activity {
        let first = first_month(rule, as_of);
        Activity {
            is_told: since.is_none_or(|since| since <= first.first()),
            first,
            as_of,
            list: vec![Active::default(); count],
        }
    }

    /// Takes the programmes that have begun and have nobody on record: where one may have been completed in time, nobody
    /// knows what anybody did not do.
    pub fn miss_rolls(&mut self, unrolled: &[Unrolled]) {
        self.is_told &= unrolled.iter().all(|one| one.end < self.first.first());
    }

    /// The first month that counts.
    pub fn first(&self) -> Month {
        self.first
    }

    /// Takes a row of person `number` in a programme of `month`. A refusal counts in the month of its programme, a
    /// completion in that of its day.
    pub fn row(
        &mut self,
        row: &Participation<'_>,
        origin: Origin,
        number: u32,
        month: Month,
        trace: &mut Trace,
    ) {
        let figure = |column| Figure::new("activity", number, column);
        let active = &mut self.list[number as usize];
        let is_refusal =
            row.status == ParticipationStatus::Absent && row.reason == Some(AbsenceReason::Declined);
        if is_refusal && month >= self.first && month <= self.as_of.month() {
            active.refused += 1;
            trace.uses(figure("refusals"), origin, 1);
        }
        let completed = super::hours::completed_by(row, self.as_of);
        let in_time = completed.is_some_and(|day| day.month() >= self.first);
        if in_time && row.initiative == Some(Initiative::Own) {
            active.own += 1;
            trace.uses(figure("own"), origin, 1);
        }
    }

    /// What a person did.
    pub fn of(&self, person: u32) -> Active {
        self.list[person as usize]
    }
}

/// The four conditions, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The predicates of the last periods.
    Predicates,
    /// The JP of the year.
    Hours,
    /// Few refusals.
    Refusals,
    /// Own initiative.
    Own,
}

impl Condition {
    /// All of them.
    pub const ALL: [Condition; 4] = [
        Condition::Predicates,
        Condition::Hours,
        Condition::Refusals,
        Condition::Own,
    ];

    /// Whether a criterion names it.
    pub fn is_of(self, criterion: &Criterion) -> bool {
        match self {
            Condition::Predicates => criterion.predicate.is_some(),
            Condition::Hours => criterion.hours_met == Some(true),
            Condition::Refusals => criterion.most_refusals.is_some(),
            Condition::Own => criterion.least_own.is_some(),
        }
    }

    /// The id of its column.
    pub fn code(self) -> &'static str {
        match self {
            Condition::Predicates => "predicates",
            Condition::Hours => "hours",
            Condition::Refusals => "refusals",
            Condition::Own => "own",
        }
    }
}

/// Whether a condition is fulfilled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fulfilment {
    /// It is.
    Met,
    /// It is not.
    Lacking,
    /// Nobody can tell, because a record is missing.
    Unknown,
}

impl Fulfilment {
    /// Of what is known.
    fn known(is_met: bool) -> Fulfilment {
        match is_met {
            true => Fulfilment::Met,
            false => Fulfilment::Lacking,
        }
    }
}

/// How one person stands to one criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The criterion, by number in the rule.
    pub criterion: usize,
    /// The person.
    pub person: u32,
    /// How many of the last periods have the predicate, and of how many.
    pub periods: (u64, u64),
    /// The JP that the rule counts: of the year, of PPPK those of the contract year.
    pub jp: Dec,
    /// Refusals and own initiative.
    pub active: Active,
    /// Whether each condition holds; `None` when the criterion does not name it.
    pub holds: [Option<Fulfilment>; 4],
}

impl Candidate {
    /// How many of the conditions named do not hold.
    pub fn lacking(&self) -> usize {
        self.count(Fulfilment::Lacking)
    }

    fn count(&self, which: Fulfilment) -> usize {
        self.holds.iter().filter(|holds| **holds == Some(which)).count()
    }

    /// Whether the person meets the criterion, as far as is known and nothing is unknown.
    pub fn is_met(&self) -> bool {
        self.lacking() == 0 && !self.is_unknown()
    }

    /// Whether nobody can tell: nothing known is lacking, and something is not known.
    pub fn is_unknown(&self) -> bool {
        self.lacking() == 0 && self.count(Fulfilment::Unknown) > 0
    }

    /// Whether only one condition is lacking and that one narrowly: JP, one refusal too many, or one programme on own
    /// initiative too few.
    pub fn is_near(&self, criterion: &Criterion) -> bool {
        let lacks = |condition: Condition| self.holds[condition as usize] == Some(Fulfilment::Lacking);
        let refused = criterion.most_refusals.map(|most| most + 1) == i64::try_from(self.active.refused).ok();
        let own = criterion.least_own.map(|least| least - 1) == i64::try_from(self.active.own).ok();
        let narrowly =
            lacks(Condition::Hours) || lacks(Condition::Refusals) && refused || lacks(Condition::Own) && own;
        self.lacking() == 1 && self.count(Fulfilment::Unknown) == 0 && narrowly
    }
}

/// How many people meet one criterion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CriterionCount {
    /// People judged.
    pub people: u64,
    /// Who meet it.
    pub met: u64,
    /// Of whom nobody can tell.
    pub unknown: u64,
    /// Who meet each condition, in the order of [`Condition::ALL`].
    pub holds: [u64; 4],
    /// Of whom it is known whether they meet it.
    pub judged: [u64; 4],
}

impl CriterionCount {
    /// Enters somebody who is judged by the criterion.
    fn enter(&mut self, one: &Candidate, trace: &mut Trace) {
        let mut enter = |sum: &mut u64, column, is_met: bool| {
            if is_met {
                *sum += 1;
                let figure = Figure::new("criteria", one.criterion as u64, column);
                trace.counts(figure, one.person, 1);
            }
        };
        self.people += 1;
        enter(&mut self.met, "met", one.is_met());
        enter(&mut self.unknown, "unknown", one.is_unknown());
        for (sum, holds) in self.judged.iter_mut().zip(one.holds) {
            *sum += u64::from(matches!(holds, Some(Fulfilment::Met | Fulfilment::Lacking)));
        }
        for (which, sum) in Condition::ALL.into_iter().zip(&mut self.holds) {
            enter(
                sum,
                which.code(),
                one.holds[which as usize] == Some(Fulfilment::Met),
            );
        }
    }
}

/// The last award of somebody by a criterion, over the months of the rule up to a day.
pub fn rewarded<'a>(
    rule: &Incentive,
    awarded: &'a [Recognition],
    one: &Candidate,
    as_of: Day,
) -> Option<&'a Recognition> {
    let first = first_month(rule, as_of).first();
    let is_by = |award: &Recognition| award.criterion.as_deref().and_then(|words| rule.named(words));
    let own = awarded
        .iter()
        .filter(|award| award.person == one.person && award.date >= first);
    own.filter(|award| is_by(award) == Some(one.criterion))
        .max_by_key(|award| award.date)
}

/// The first month over which a rule counts, up to a day.
fn first_month(rule: &Incentive, as_of: Day) -> Month {
    as_of.month().plus(1 - rule.months.clamp(1, 1200) as i32)
}

/// What the criteria come to.
#[derive(Debug, Default)]
pub struct IncentiveFigures {
    /// By criterion, in the order of the rule.
    pub criteria: Vec<CriterionCount>,
    /// Who meet a criterion, then who narrowly lack one condition; by criterion and person.
    pub list: Vec<Candidate>,
    /// Who may meet a criterion and are known to meet none.
    pub unknown: BTreeSet<u32>,
    /// How many programmes have begun and have nobody on record.
    pub unrolled: u64,
}

/// What people are judged by.
#[derive(Clone, Copy)]
pub struct Judge<'j> {
    /// The criteria.
    pub rule: &'j Incentive,
    /// The rule of JP.
    pub hours_rule: &'j HoursRule,
    /// Their JP.
    pub hours: &'j Hours<'j>,
    /// Their evaluations.
    pub evaluations: &'j FollowUps<'j>,
    /// Refusals and own initiative.
    pub activity: &'j Activity,
}

impl Judge<'_> {
    /// Judges everybody who counts.
    pub fn figures(&self, people: &People, trace: &mut Trace) -> IncentiveFigures {
        let mut out = IncentiveFigures::default();
        for (number, criterion) in self.rule.criterion.iter().enumerate() {
            let mut count = CriterionCount::default();
            let counts = (0..people.list.len() as u32).filter(|one| people.list[*one as usize].counts());
            let judged: Vec<Candidate> = counts
                .map(|person| self.judge(number, criterion, person, people))
                .collect();
            for one in &judged {
                count.enter(one, trace);
                self.tell_periods(criterion, one, trace);
            }
            out.criteria.push(count);
            let unknown = judged.iter().filter(|one| one.is_unknown());
            out.unknown.extend(unknown.map(|one| one.person));
            out.list.extend(judged.iter().filter(|one| one.is_met()));
            out.list
                .extend(judged.iter().filter(|one| one.is_near(criterion)));
        }
        let met = out.list.iter().filter(|one| one.is_met());
        met.for_each(|one| {
            out.unknown.remove(&one.person);
        });
        out
    }

    fn judge(&self, number: usize, criterion: &Criterion, person: u32, people: &People) -> Candidate {
        let (periods, predicates) = self.periods(criterion, person, people);
        let active = self.activity.of(person);
        let (jp, hours) = self.hours_met(person, people);
        let known = Fulfilment::known;
        let within = |most: i64, count: u64| i128::from(count) <= i128::from(most);
        Candidate {
            criterion: number,
            person,
            periods,
            jp,
            active,
            holds: [
                criterion.predicate.map(|_| predicates),
                criterion.hours_met.filter(|asked| *asked).map(|_| hours),
                // More may have happened than is on record.
                criterion
                    .most_refusals
                    .map(|most| match within(most, active.refused) {
                        true if !self.activity.is_told => Fulfilment::Unknown,
                        is_within => known(is_within),
                    }),
                criterion
                    .least_own
                    .map(|least| match within(least - 1, active.own) {
                        true if !self.activity.is_told => Fulfilment::Unknown,
                        is_below => known(!is_below),
                    }),
            ],
        }
    }

    /// In how many of the last owed periods the person has at least the predicate, and whether it is all of them.
    fn periods(&self, criterion: &Criterion, person: u32, people: &People) -> ((u64, u64), Fulfilment) {
        let (Some(least), Some(of)) = (criterion.predicate, criterion.periods) else {
            return ((0, 0), Fulfilment::Met);
        };
        let (good, of) = (self.good(person, least, of).count() as u64, of.max(0) as u64);
        // Who was there when the records began may have been there for long.
        let who = &people.list[person as usize];
        let came = who
            .first_posted
            .filter(|_| !who.was_there(self.evaluations.since()));
        let is_lacking = |period: &Period| match self.evaluations.counting(person, *period) {
            Some(graded) => graded.predicate > least,
            None => came.is_some_and(|came| came > period.last_day()),
        };
        let all = match self.evaluations.owed().iter().take(of as usize).any(is_lacking) {
            true => Fulfilment::Lacking,
            false if good == of => Fulfilment::Met,
            false => Fulfilment::Unknown,
        };
        ((good, of), all)
    }

    /// The evaluations of a person in so many of the last owed periods with at least that predicate.
    fn good(&self, person: u32, least: Predicate, of: i64) -> impl Iterator<Item = &Rating> {
        let owed = self.evaluations.owed().iter().take(of.max(0) as usize);
        let graded = owed.filter_map(move |period| self.evaluations.counting(person, *period));
        // The better predicate is the smaller one.
        graded.filter(move |graded| graded.predicate <= least)
    }

    /// Tells the evaluations that a criterion asks for.
    fn tell_periods(&self, criterion: &Criterion, one: &Candidate, trace: &mut Trace) {
        let own = Figure::new("incentives", part(one.person.into(), one.criterion), "predicates");
        if let (Some(least), Some(of)) = (criterion.predicate, criterion.periods) {
            for graded in self.good(one.person, least, of) {
                trace.uses(own, graded.origin, 1);
            }
        }
    }

    /// The JP that count, and whether the year's rule is met.
    fn hours_met(&self, person: u32, people: &People) -> (Dec, Fulfilment) {
        let employment = people.list[person as usize].employment;
        let hours = self.hours.of_person(person);
        match (employment.is_pppk(), self.hours.is_over_ceiling(person, &hours)) {
            (true, Some(is_over)) => (hours.contract, Fulfilment::known(!is_over)),
            // Of a contract that is not known there is no year to hold against the ceiling.
            (true, None) => (hours.counted(self.hours_rule), Fulfilment::Unknown),
            (false, _) => {
                let is_under = self.hours.is_under_floor(employment, &hours);
                let met = is_under.map_or(Fulfilment::Unknown, |is_under| Fulfilment::known(!is_under));
                (hours.counted(self.hours_rule), met)
            }
        }
    }
}

#[cfg(test)]
mod tests;
