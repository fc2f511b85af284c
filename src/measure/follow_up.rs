//! What evaluations lead to: guidance for low predicates, its follow-up and result, recognition for good ones, and
//! what of it has not been followed up.
//!
//! Deadlines follow the edition of the rule `guidance` (the office's own) in force on the day of the evaluation or
//! guidance; where there was none yet, that of the last day. What was not followed up stays so until it is, as far
//! back as the last owed periods are read.

mod open;

use super::predicates::{owed_period, predicate_on};
use crate::diagnostic::Origin;
use crate::records::code::Predicate;
use crate::records::performance::{Award, Evaluation, Guidance};
use crate::records::time::{Day, Period};
use crate::rules::editions::Editions;
use crate::rules::{EvaluationRhythm, GuidanceRule, PredicateRule};
use std::collections::BTreeSet;

/// Over how many owed periods predicates are shown, and looked through for what was not followed up.
pub const PERIODS: usize = 4;

/// The evaluation of one person in one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rating {
    /// The period.
    pub period: Period,
    /// The predicate.
    pub predicate: Predicate,
    /// The day of the evaluation; the period's last day where none is recorded.
    pub day: Day,
    /// Where it stands.
    pub origin: Origin,
}

/// What led to guidance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Nothing is recorded.
    Unknown,
    /// The evaluation of a period.
    Evaluation(Period),
    /// A complaint, by id.
    Complaint(String),
    /// A participation, by the id of its programme.
    Participation(String),
}

/// Guidance as known on the last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counsel {
    /// Its id.
    pub id: String,
    /// Where it stands.
    pub origin: Origin,
    /// Who is guided.
    pub person: u32,
    /// The day.
    pub date: Day,
    /// What led to it.
    pub cause: Cause,
    /// Its form.
    pub kind: Option<String>,
    /// What was agreed.
    pub guidance: String,
    /// By when it is followed up: as written, else by the rule.
    pub due: Day,
    /// The day of the follow-up.
    pub followed_up: Option<Day>,
    /// What came of it.
    pub result: Option<String>,
}

/// Recognition given up to the last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognition {
    /// Its id.
    pub id: String,
    /// Who received it.
    pub person: u32,
    /// The day.
    pub date: Day,
    /// Its kind.
    pub kind: String,
    /// The written criterion.
    pub criterion: Option<String>,
    /// The period of the evaluation that it rests on.
    pub period: Option<Period>,
    /// Number of the decree.
    pub decree: Option<String>,
}

/// What is lacking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lacking {
    /// A low predicate without guidance.
    Guidance,
    /// Guidance without follow-up.
    FollowUp,
    /// A follow-up without result.
    Result,
    /// Sangat Baik in so many periods running without recognition.
    Recognition,
}

impl Lacking {
    /// The code for data formats.
    pub fn code(self) -> &'static str {
        match self {
            Lacking::Guidance => "guidance",
            Lacking::FollowUp => "follow-up",
            Lacking::Result => "result",
            Lacking::Recognition => "recognition",
        }
    }
}

/// What has not been followed up, or will be due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// What is lacking.
    pub lacking: Lacking,
    /// Where the record stands that it follows from, which is also the number of its row in a report.
    pub origin: Origin,
    /// Whom it is about.
    pub person: u32,
    /// The day from which it is owed.
    pub since: Day,
    /// The day by which it was or is due.
    pub due: Day,
    /// The evaluation that it follows from; the last one of a run.
    pub graded: Option<Rating>,
    /// How many periods running, of recognition.
    pub periods: usize,
    /// What was agreed, of guidance.
    pub guidance: Option<String>,
}

/// What evaluations led to.
#[derive(Debug, Default)]
pub struct FollowUpFigures {
    /// Not followed up and past its day: the earliest first.
    pub open: Vec<Open>,
    /// Not followed up and not yet due: the earliest first.
    pub ahead: Vec<Open>,
    /// Evaluations from before the records begin of which nobody can tell whether guidance or recognition followed.
    pub untold: u64,
    /// Guidance up to the last day, by day.
    pub guided: Vec<Counsel>,
    /// Recognition up to the last day, by day.
    pub awarded: Vec<Recognition>,
}

impl FollowUpFigures {
    /// Everybody of whom something is open, ahead, or happened since a day.
    pub fn named(&self, since: Day) -> impl Iterator<Item = u32> + '_ {
        let open = self.open.iter().chain(&self.ahead).map(|open| open.person);
        let guided = self
            .guided
            .iter()
            .filter(move |one| one.date >= since)
            .map(|one| one.person);
        let awarded = self
            .awarded
            .iter()
            .filter(move |one| one.date >= since)
            .map(|one| one.person);
        open.chain(guided).chain(awarded)
    }
}

/// Measures what evaluations lead to, as of a day.
#[derive(Debug)]
pub struct FollowUps<'r> {
    rules: &'r Editions<GuidanceRule>,
    matrix: &'r PredicateRule,
    as_of: Day,
    /// The day from which the records tell what happened; `None` where nothing lies before them.
    since: Option<Day>,
    /// The last owed periods, the latest first.
    owed: Vec<Period>,
    /// By number of the person.
    graded: Vec<Vec<Rating>>,
    /// The last day of their period and the day of the evaluations that are on record, of whomever and however much is
    /// filled in.
    heard: BTreeSet<(Day, Option<Day>)>,
    guided: Vec<Counsel>,
    awarded: Vec<Recognition>,
}

impl<'r> FollowUps<'r> {
    /// Measures for `count` people as of a day.
    pub fn new(
        count: usize,
        rules: &'r Editions<GuidanceRule>,
        matrix: &'r PredicateRule,
        rhythm: &EvaluationRhythm,
        as_of: Day,
    ) -> FollowUps<'r> {
        let run = rules.on(as_of).map_or(0, |rule| rule.recognition_after_periods);
        let mut owed = vec![owed_period(rhythm, as_of)];
        // One more than a run needs, because the latest may not yet be evaluated.
        while owed.len() < PERIODS.max(run.clamp(0, 40) as usize + 1) {
            owed.push(owed[owed.len() - 1].previous());
        }
        FollowUps {
            rules,
            matrix,
            as_of,
            since: None,
            owed,
            graded: vec![Vec::new(); count],
            heard: BTreeSet::new(),
            guided: Vec::new(),
            awarded: Vec::new(),
        }
    }

    /// The same of records that begin on a day.
    pub fn known_since(self, since: Option<Day>) -> FollowUps<'r> {
        FollowUps { since, ..self }
    }

    /// The day from which the records tell what happened; `None` where nothing lies before them.
    pub fn since(&self) -> Option<Day> {
        self.since
    }

    /// The last owed periods, the latest first.
    pub fn owed(&self) -> &[Period] {
        &self.owed
    }

    /// The periods whose files are read: all that end since the first owed one, the one that counts first in front.
    pub fn periods(&self) -> Vec<Period> {
        let first = self.owed[self.owed.len() - 1].last_day();
        super::predicates::periods_ending(first, self.as_of)
    }

    /// The evaluations of a person.
    pub fn graded(&self, person: u32) -> &[Rating] {
        &self.graded[person as usize]
    }

    /// The evaluation of a person of an owed period: of those that end with it the longest. What ends later is of another
    /// time, though it may count.
    pub fn ending_with(&self, person: u32, owed: Period) -> Option<&Rating> {
        let graded = self.graded(person).iter();
        let of_owed = graded.filter(|graded| graded.period.end() == owed.end());
        of_owed.max_by_key(|graded| graded.period.months())
    }

    /// The evaluation of a person that counts for an owed period: of those that end with it or later, and before the
    /// next owed one does, what ends last, of equal ends the longer; as it was current until then.
    pub fn counting(&self, person: u32, owed: Period) -> Option<&Rating> {
        let next = self.owed.iter().rev().find(|next| next.end() > owed.end());
        let of_owed = self.graded(person).iter().filter(|graded| {
            let end = graded.period.end();
            end >= owed.end() && next.is_none_or(|next| end < next.end())
        });
        of_owed.max_by_key(|graded| (graded.period.end(), graded.period.months()))
    }

    /// The last day of their period and the day of the evaluations that are on record, of whomever and however much is
    /// filled in.
    pub fn heard(&self) -> impl Iterator<Item = (Day, Option<Day>)> + '_ {
        self.heard.iter().copied()
    }

    /// Takes an evaluation of person `number`.
    pub fn evaluation(&mut self, row: &Evaluation<'_>, origin: Origin, number: u32) {
        self.heard.insert((row.period.last_day(), row.since()));
        if let Some(predicate) = predicate_on(row, self.matrix, self.as_of) {
            self.graded[number as usize].push(Rating {
                period: row.period,
                predicate,
                day: row.date.unwrap_or_else(|| row.period.last_day()),
                origin,
            });
        }
    }

    /// Takes guidance of person `number`.
    pub fn guidance(&mut self, row: &Guidance<'_>, origin: Origin, number: u32) {
        self.guided
            .extend(Counsel::on(row, (origin, number), self.rules, self.as_of));
    }

    /// Takes an award of person `number`.
    pub fn award(&mut self, row: &Award<'_>, number: u32) {
        self.awarded.extend(Recognition::on(row, number, self.as_of));
    }

    /// Whether guidance or an award names an evaluation that its person does not have; `is_there` says whether anybody
    /// has one of a period that was not read.
    pub fn names_unknown(&self, is_there: impl Fn(Period) -> bool) -> bool {
        let guided = self.guided.iter().filter_map(|one| match one.cause {
            Cause::Evaluation(period) => Some((one.person, period)),
            _ => None,
        });
        let awarded = self.awarded.iter();
        let awarded = awarded.filter_map(|one| Some((one.person, one.period?)));
        let read = self.periods();
        guided
            .chain(awarded)
            .any(|(person, period)| match read.contains(&period) {
                true => self.graded(person).iter().all(|one| one.period != period),
                false => !is_there(period),
            })
    }

    fn rule(&self, day: Day) -> Option<&'r GuidanceRule> {
        rule_of(self.rules, day, self.as_of)
    }
}

/// The edition that guidance or an evaluation of a day follows; where there was none yet, that of the last day.
fn rule_of(rules: &Editions<GuidanceRule>, day: Day, as_of: Day) -> Option<&GuidanceRule> {
    rules.on(day).or_else(|| rules.on(as_of))
}

impl Counsel {
    /// A row as known on a day; `None` of guidance given later.
    pub fn on(
        row: &Guidance<'_>,
        (origin, person): (Origin, u32),
        rules: &Editions<GuidanceRule>,
        as_of: Day,
    ) -> Option<Counsel> {
        let within = rule_of(rules, row.date, as_of).map_or(0, |rule| rule.follow_up_within_days);
        (row.date <= as_of).then(|| Counsel {
            id: row.id.text().to_owned(),
            origin,
            person,
            date: row.date,
            cause: cause(row),
            kind: row.kind.map(str::to_owned),
            guidance: row.guidance.to_owned(),
            due: row.due.unwrap_or(row.date.plus(within as i32)),
            followed_up: row.followed_up.filter(|day| *day <= as_of),
            result: row.result_on(as_of).map(str::to_owned),
        })
    }

    /// Whether it waits for its follow-up. A result without a day of follow-up closes it: undated states count as
    /// recorded.
    pub fn is_open(&self) -> bool {
        self.followed_up.is_none() && self.result.is_none()
    }
}

impl Recognition {
    /// A row as known on a day; `None` of what was given later.
    pub fn on(row: &Award<'_>, person: u32, as_of: Day) -> Option<Recognition> {
        let reference = row.evaluation.filter(|reference| reference.kind == "evaluation");
        (row.date <= as_of).then(|| Recognition {
            id: row.id.text().to_owned(),
            person,
            date: row.date,
            kind: row.kind.to_owned(),
            criterion: row.criterion.map(str::to_owned),
            period: reference.and_then(|reference| period_of(reference.id)),
            decree: row.decree.map(str::to_owned),
        })
    }
}

/// What led to guidance.
fn cause(row: &Guidance<'_>) -> Cause {
    match row.cause {
        Some(one) if one.kind == "evaluation" => period_of(one.id).map_or(Cause::Unknown, Cause::Evaluation),
        Some(one) if one.kind == "complaint" => Cause::Complaint(one.id.to_owned()),
        Some(one) if one.kind == "participation" => {
            let programme = one.id.rsplit_once('/').map_or(one.id, |(programme, _)| programme);
            Cause::Participation(programme.to_owned())
        }
        _ => Cause::Unknown,
    }
}

/// The period of a reference to an evaluation: `<staff>/<period>`.
fn period_of(id: &str) -> Option<Period> {
    Period::parse(id.rsplit_once('/')?.1)
}

#[cfg(test)]
mod tests;
