//! Performance predicates of the evaluations that are current, and who lacks one.
//!
//! Source: the rules `predicate` (PermenPANRB 6/2022) and `evaluation` (the office's own rhythm).

use super::trace::{ALL, Figure, Omission, Trace};
use crate::diagnostic::Origin;
use crate::records::code::{PostingStatus, Predicate};
use crate::records::people::{People, Person, Place};
use crate::records::performance::Evaluation;
use crate::records::time::{Day, Month, Period};
use crate::rules::{EvaluationRhythm, PredicateRule, Rhythm};
use std::collections::HashMap;

/// The period of the rhythm in which a month lies.
pub fn period_of(rule: &EvaluationRhythm, month: Month) -> Period {
    match rule.rhythm {
        Rhythm::Quarter => Period::quarter(month),
        Rhythm::Year => Period::year(month),
    }
}

/// The period whose evaluation is owed on a day: the last one that is over and whose days of grace are over.
pub fn owed_period(rule: &EvaluationRhythm, day: Day) -> Period {
    let mut period = period_of(rule, day.month());
    while period.last_day().plus(rule.late_after_days as i32) > day {
        period = period.previous();
    }
    period
}

/// The periods whose evaluations are current on a day, the one that counts first in front: they end on the day or
/// before it, and not before the owed one; what ends last comes first, of equal ends the longer.
pub fn current_periods(rule: &EvaluationRhythm, day: Day) -> Vec<Period> {
    periods_ending(owed_period(rule, day).last_day(), day)
}

/// The periods that end on `first`, on `last` or between: what ends last comes first, of equal ends the longer.
pub fn periods_ending(first: Day, last: Day) -> Vec<Period> {
    let kinds = [Period::year, Period::quarter, Period::month];
    let mut periods: Vec<Period> = first
        .month()
        .to(last.month())
        .flat_map(|month| kinds.map(|kind| kind(month)))
        .filter(|period| (first..=last).contains(&period.last_day()))
        .collect();
    periods.sort_by_key(|period| {
        (
            std::cmp::Reverse(period.last_day()),
            std::cmp::Reverse(period.months()),
        )
    });
    periods.dedup();
    periods
}

/// The predicate of an evaluation: of its parts by the rule, else as told; `None` of one that has neither.
fn predicate_of(row: &Evaluation<'_>, matrix: &PredicateRule) -> Option<Predicate> {
    match row.parts() {
        Some((result, behaviour)) => matrix.of(result, behaviour),
        None => row.predicate,
    }
}

/// The same as known on a day; `None` of one that was made later.
pub fn predicate_on(row: &Evaluation<'_>, matrix: &PredicateRule, as_of: Day) -> Option<Predicate> {
    let is_made = row.date.is_none_or(|day| day <= as_of);
    predicate_of(row, matrix).filter(|_| is_made)
}

/// A form of an evaluation that is on record and not complete, so that no predicate follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begun {
    /// The number of the person.
    pub person: u32,
    /// The period that it is about.
    pub period: Period,
    /// Whether it lacks the result and the behaviour.
    pub lacks: [bool; 2],
}

/// The report's table of predicates.
pub const TABLE: &str = "predicates_by_unit";

/// Measures predicates as of one day. Files are read in the order of [`current_periods`], so the first evaluation
/// of a person is the one that counts.
#[derive(Debug)]
pub struct Predicates<'r> {
    matrix: &'r PredicateRule,
    rhythm: &'r EvaluationRhythm,
    as_of: Day,
    owed: Period,
    /// From which day the records tell what happened, where not from ever.
    since: Option<Day>,
    /// The people as of that day, where those of an earlier one are asked about.
    now: Option<&'r People>,
    /// By number of the person.
    pub list: Vec<Option<Predicate>>,
    /// Whose predicate stands as told, without result and behaviour.
    without_parts: Vec<u32>,
    /// The forms that are not complete, in the order of [`Predicates::periods`].
    begun: Vec<Begun>,
    /// Whether somebody's current evaluation is of a later period than the one owed.
    has_later: bool,
    /// Whether anybody's evaluation that ends with the period owed is on record: where nobody's is, the file may be gone.
    is_heard: bool,
}

impl<'r> Predicates<'r> {
    /// Measures for `count` people as of a day.
    pub fn new(
        count: usize,
        matrix: &'r PredicateRule,
        rhythm: &'r EvaluationRhythm,
        as_of: Day,
    ) -> Predicates<'r> {
        Predicates {
            matrix,
            rhythm,
            as_of,
            owed: owed_period(rhythm, as_of),
            since: None,
            now: None,
            list: vec![None; count],
            without_parts: Vec::new(),
            begun: Vec::new(),
            has_later: false,
            is_heard: false,
        }
    }

    /// Measures one owed period, as known of these people on their day.
    pub fn of_period(
        matrix: &'r PredicateRule,
        rhythm: &'r EvaluationRhythm,
        now: &'r People,
        period: Period,
    ) -> Predicates<'r> {
        Predicates {
            owed: period,
            now: Some(now),
            ..Predicates::new(now.list.len(), matrix, rhythm, now.as_of)
        }
    }

    /// Of records that tell what happened since a day, or all: who has no evaluation of an earlier period may have had one.
    pub fn known_since(self, since: Option<Day>) -> Predicates<'r> {
        Predicates { since, ..self }
    }

    /// Whether the records tell who was evaluated for the period owed.
    fn is_told(&self) -> bool {
        self.is_heard && self.reaches_back()
    }

    /// Whether the records begin by the end of the period owed.
    fn reaches_back(&self) -> bool {
        self.since.is_none_or(|since| since <= self.owed.last_day())
    }

    /// Notes that an evaluation of anybody is on record since a day, of a period that ends on `last`, whoever counts and
    /// however much of it is filled in.
    pub fn hear(&mut self, last: Day, since: Option<Day>) {
        let is_of_owed = last == self.owed.last_day();
        self.is_heard |= is_of_owed && since.is_none_or(|since| since <= self.as_of);
    }

    /// The period owed.
    pub fn owed(&self) -> Period {
        self.owed
    }

    /// The periods to read, the one that counts first in front.
    pub fn periods(&self) -> Vec<Period> {
        current_periods(self.rhythm, self.as_of)
    }

    /// Takes a row of person `number`, who counts in unit `unit`.
    #[inline]
    pub fn row(
        &mut self,
        row: &Evaluation<'_>,
        origin: Origin,
        number: u32,
        unit: Option<u32>,
        trace: &mut Trace,
    ) {
        self.hear(row.period.last_day(), row.since());
        let figure = |column| Figure::of_unit(TABLE, unit, column);
        let Some(row) = row.known_on(self.as_of) else {
            return trace.omits(figure("missing"), origin, Omission::LaterThanPeriod);
        };
        let Some(predicate) = predicate_of(&row, self.matrix) else {
            self.begun.push(Begun {
                person: number,
                period: row.period,
                lacks: [row.result.is_none(), row.behaviour.is_none()],
            });
            return trace.omits(figure("missing"), origin, Omission::Incomplete);
        };
        let slot = &mut self.list[number as usize];
        match slot {
            Some(_) => trace.omits(figure(column_of(predicate)), origin, Omission::Superseded),
            None => {
                *slot = Some(predicate);
                self.has_later |= row.period.last_day() > self.owed.last_day();
                self.without_parts.extend(row.parts().is_none().then_some(number));
                trace.uses(figure(column_of(predicate)), origin, 1);
            }
        }
    }

    /// Leaves out a row of a person who does not count, last seen in unit `unit`.
    pub fn leaves_out(&self, origin: Origin, unit: Option<u32>, trace: &mut Trace) {
        trace.omits(
            Figure::of_unit(TABLE, unit, "missing"),
            origin,
            Omission::NotCounted,
        );
    }

    /// Whether a person owes an evaluation and has none: exempt is who is so by the status of the posting, too short in
    /// the office, or gone since. Who was there when the records began may have been there for long.
    fn without(&self, number: usize, person: &Person, place: Place) -> Obligation {
        let now = self.now.map(|now| &now.list[number]);
        let is_gone = now.is_some_and(|now| now.left().is_some());
        let status = (place.status != PostingStatus::Active).then_some(place.status);
        if is_gone || status.is_some_and(|status| self.rhythm.exempt.contains(&status)) {
            return Obligation::Exempt;
        }
        let (last, first) = (self.owed.last_day(), person.first_posted);
        let days = first.map_or(0, |first| last.since(first));
        let is_new = i64::from(days) < self.rhythm.min_days_in_post;
        match (is_new, person.was_there(self.since)) {
            (true, false) => Obligation::Exempt,
            (true, true) => Obligation::Unknown,
            _ if !self.is_told() => Obligation::Unknown,
            _ => Obligation::Missing,
        }
    }
}

/// The column of a predicate in the report's table.
pub fn column_of(predicate: Predicate) -> &'static str {
    match predicate {
        Predicate::SangatBaik => "sangat_baik",
        Predicate::Baik => "baik",
        Predicate::ButuhPerbaikan => "butuh_perbaikan",
        Predicate::Kurang => "kurang",
        Predicate::SangatKurang => "sangat_kurang",
    }
}

/// How many people have which predicate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PredicateCount {
    /// In the order of [`Predicate::ALL`].
    pub by_predicate: [u64; 5],
    /// Owing an evaluation and without one.
    pub missing: u64,
    /// Of these: how many have a form that is not complete.
    pub begun: u64,
    /// Owing none and without one.
    pub exempt: u64,
    /// Owing one of a time of which nothing is on record.
    pub unknown: u64,
}

impl PredicateCount {
    /// How many have an evaluation.
    pub fn evaluated(&self) -> u64 {
        self.by_predicate.iter().sum()
    }

    /// How many owe one and have none; `None` where nobody can tell.
    pub fn known_missing(&self) -> Option<u64> {
        (self.missing > 0 || self.unknown == 0).then_some(self.missing)
    }

    /// How many have Baik or better.
    pub fn good(&self) -> u64 {
        self.by_predicate[Predicate::SangatBaik as usize] + self.by_predicate[Predicate::Baik as usize]
    }

    /// How many have one or owe one.
    pub fn owing(&self) -> u64 {
        self.evaluated() + self.missing
    }
}

/// How somebody stands to the evaluation that is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obligation {
    /// Has this predicate.
    Has(Predicate),
    /// Owes none and has none.
    Exempt,
    /// Owes one and has none.
    Missing,
    /// Owes one of a time of which nothing is on record.
    Unknown,
}

/// A person who counts, and how she stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonStands {
    /// The number of the person.
    pub person: u32,
    /// The unit.
    pub unit: Option<u32>,
    /// How it stands.
    pub state: Obligation,
}

/// What the evaluations come to.
#[derive(Debug, Default)]
pub struct PredicateFigures {
    /// By number of the unit.
    pub units: Vec<PredicateCount>,
    /// Those of no unit.
    pub elsewhere: PredicateCount,
    /// The office.
    pub total: PredicateCount,
    /// Who owes one and has none.
    pub missing: Vec<u32>,
    /// The forms of these that are not complete.
    pub begun: Vec<Begun>,
    /// How many predicates stand as told, without result and behaviour.
    pub without_parts: u64,
    /// Whether somebody's current evaluation is of a later period than the one owed.
    pub has_later: bool,
    /// Whether the records tell who was evaluated for the period owed: else that nobody has a predicate is not known.
    pub is_told: bool,
    /// Whether they would tell it, and nobody's evaluation is there: it is to be recorded.
    pub is_silent: bool,
}

impl PredicateFigures {
    /// The form of somebody that is not complete, of the latest period.
    pub fn begun_by(&self, person: u32) -> Option<&Begun> {
        self.begun.iter().find(|begun| begun.person == person)
    }

    /// The numbers of the rows by unit where those of no unit have one behind them; else none, for their own order.
    pub fn numbers(&self) -> Vec<u64> {
        match self.elsewhere == PredicateCount::default() {
            true => Vec::new(),
            false => (0..self.units.len() as u64).chain([ALL]).collect(),
        }
    }
}

impl Predicates<'_> {
    /// Adds up by unit. `place` gives where a person stands on the day of these figures.
    pub fn figures(
        &self,
        people: &People,
        units: usize,
        place: impl Fn(&Person) -> Option<Place>,
        trace: &mut Trace,
    ) -> PredicateFigures {
        let told = self.without_parts.iter();
        let told = told.filter(|&&number| place(&people.list[number as usize]).is_some());
        let mut out = PredicateFigures {
            units: vec![PredicateCount::default(); units],
            without_parts: told.count() as u64,
            has_later: self.has_later,
            is_told: self.is_told(),
            is_silent: self.reaches_back() && !self.is_heard,
            ..PredicateFigures::default()
        };
        let mut begun: HashMap<u32, Vec<Begun>> = HashMap::new();
        for form in &self.begun {
            begun.entry(form.person).or_default().push(*form);
        }
        for one in self.standings(people, place) {
            let mut is_begun = false;
            if one.state == Obligation::Missing {
                out.missing.push(one.person);
                trace.counts(Figure::of_unit(TABLE, one.unit, "missing"), one.person, 1);
                if let Some(forms) = begun.remove(&one.person) {
                    trace.counts(Figure::of_unit(TABLE, one.unit, "begun"), one.person, 1);
                    out.begun.extend(forms);
                    is_begun = true;
                }
            }
            let units = &mut out.units;
            let unit = one.unit.map(|unit| &mut units[unit as usize]);
            for count in [unit.unwrap_or(&mut out.elsewhere), &mut out.total] {
                match one.state {
                    Obligation::Has(predicate) => count.by_predicate[predicate as usize] += 1,
                    Obligation::Exempt => count.exempt += 1,
                    Obligation::Missing => {
                        count.missing += 1;
                        count.begun += u64::from(is_begun);
                    }
                    Obligation::Unknown => count.unknown += 1,
                }
            }
        }
        out
    }

    /// How everybody who counts stands. `place` gives where a person stands on the day.
    pub fn standings(
        &self,
        people: &People,
        place: impl Fn(&Person) -> Option<Place>,
    ) -> impl Iterator<Item = PersonStands> {
        let list = people.list.iter().zip(&self.list).enumerate();
        list.filter_map(move |(number, (person, predicate))| {
            let place = place(person)?;
            let state = match predicate {
                Some(predicate) => Obligation::Has(*predicate),
                None => self.without(number, person, place),
            };
            Some(PersonStands {
                person: number as u32,
                unit: place.unit,
                state,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::day;
    use super::*;
    use crate::diagnostic::Findings;
    use crate::rules::editions::Editions;

    #[test]
    fn that_nobody_lacks_an_evaluation_is_known_only_where_nobody_is_unknown() {
        let missing = |missing, unknown| {
            let count = PredicateCount::default();
            PredicateCount {
                missing,
                unknown,
                ..count
            }
            .known_missing()
        };
        assert_eq!(
            [missing(0, 0), missing(2, 1), missing(0, 1)],
            [Some(0), Some(2), None]
        );
    }

    #[test]
    fn a_period_is_told_where_the_records_begin_by_its_last_day() {
        let matrix = include_str!("../../data/rules/predicate.toml");
        let rhythm = include_str!("../../data/rules/evaluation.toml");
        let matrix: Editions<PredicateRule> = Editions::read(matrix, 0, &mut Findings::new());
        let rhythm: Editions<EvaluationRhythm> = Editions::read(rhythm, 0, &mut Findings::new());
        let told = |since: &str| {
            let measure = Predicates::new(1, &matrix.all()[0], &rhythm.all()[0], day("2026-10-31"));
            let mut measure = measure.known_since(Some(day(since)));
            measure.hear(measure.owed().last_day(), None);
            measure.is_told()
        };
        assert!(told("2026-09-30") && !told("2026-10-01"));
    }

    #[test]
    fn a_period_of_which_nothing_is_on_record_is_not_told() {
        let matrix = include_str!("../../data/rules/predicate.toml");
        let rhythm = include_str!("../../data/rules/evaluation.toml");
        let matrix: Editions<PredicateRule> = Editions::read(matrix, 0, &mut Findings::new());
        let rhythm: Editions<EvaluationRhythm> = Editions::read(rhythm, 0, &mut Findings::new());
        let told = |heard: &[(&str, Option<&str>)]| {
            let mut measure = Predicates::new(1, &matrix.all()[0], &rhythm.all()[0], day("2026-10-31"));
            for (period, date) in heard {
                measure.hear(Period::parse(period).unwrap().last_day(), date.map(day));
            }
            measure.is_told()
        };
        assert!(told(&[("2026-Q3", None)]) && told(&[("2026-09", Some("2026-10-31"))]));
        assert!(
            !told(&[])
                && !told(&[
                    ("2026-10", None),
                    ("2026-Q2", None),
                    ("2026-Q3", Some("2026-11-01"))
                ])
        );
    }
}
