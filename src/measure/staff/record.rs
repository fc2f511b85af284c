//! What is known of one person's year.

use super::super::certificates::Credential;
use super::super::follow_up::{Counsel, Recognition};
use super::super::gaps::PersonGaps;
use super::super::hours::PersonHours;
use super::super::needs::Stated;
use super::super::study::Study;
use crate::diagnostic::Origin;
use crate::records::code::{
    Employment, Expectation, Grade, MentoringKind, MentoringStatus, Method, Mode, PositionKind,
    PostingStatus, Predicate, Sex,
};
use crate::records::number::Dec;
use crate::records::people::Catalogue;
use crate::records::time::{Day, Period};
use crate::records::training::Training;

/// Who the page is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portrait {
    /// The person, by number.
    pub person: u32,
    /// The name without titles.
    pub name: String,
    /// The NIP or NI PPPK.
    pub nip: Option<String>,
    /// Woman or man; `None` when not known.
    pub sex: Option<Sex>,
    /// In which relation to the office.
    pub employment: Employment,
    /// The position on the last day.
    pub position: Option<String>,
    /// The unit on the last day, by number.
    pub unit: Option<u32>,
    /// The direct supervisor, by number.
    pub supervisor: Option<u32>,
}

/// A programme completed in the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// Its id.
    pub id: String,
    /// Where the participation stands, which is also the number of its row in the report.
    pub origin: Origin,
    /// Its title.
    pub title: String,
    /// How it was held; `None` for one of another office.
    pub mode: Option<Mode>,
    /// What form of development it was; likewise.
    pub method: Option<Method>,
    /// Who provided it, where that is on record.
    pub provider: Option<String>,
    /// The number of its certificate.
    pub certificate: Option<String>,
    /// The day from which it counts as completed, where it is on record.
    pub completed: Option<Day>,
    /// The day on which the person completed it, as it is told: [`Training::completed_on`](crate::records::training::Training::completed_on).
    pub completed_on: Option<Day>,
    /// JP as on the certificate.
    pub jp: Option<Dec>,
    /// JP as recognised.
    pub recognised: Option<Dec>,
    /// Whether somebody else verified the certificate.
    pub is_verified: bool,
    /// Scores before and after, where both are known.
    pub scores: Option<(Dec, Dec)>,
}

/// A programme in which a place is confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Its title.
    pub title: String,
    /// Its first day.
    pub start: Day,
    /// The competencies that it aims at.
    pub competencies: Vec<String>,
}

impl Seat {
    /// A confirmed place in a programme.
    pub fn new(training: &Training) -> Seat {
        let targets = training.competency.iter();
        Seat {
            title: training.title.clone(),
            start: training.start.value,
            competencies: targets.map(|target| target.code.value.to_string()).collect(),
        }
    }
}

/// The evaluation of a period; everything is absent when there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The period.
    pub period: Period,
    /// Whether a form of it is on record, however little it says.
    pub is_recorded: bool,
    /// Results of work.
    pub result: Option<Expectation>,
    /// Behaviour at work.
    pub behaviour: Option<Expectation>,
    /// The predicate that follows.
    pub predicate: Option<Predicate>,
    /// What is already good.
    pub strengths: Option<String>,
    /// What can be improved.
    pub improve: Option<String>,
    /// The step agreed upon.
    pub agreed_step: Option<String>,
    /// The evaluator, by number.
    pub evaluator: Option<u32>,
}

impl Mark {
    /// Whether only a part of it is known, from which no predicate follows.
    pub fn is_partial(&self) -> bool {
        self.is_recorded && self.predicate.is_none()
    }

    /// Whether results or behaviour are below expectation.
    pub fn is_below(&self) -> bool {
        [self.result, self.behaviour].contains(&Some(Expectation::Below))
    }

    /// No evaluation of a period.
    pub fn none(period: Period) -> Mark {
        Mark {
            period,
            is_recorded: false,
            result: None,
            behaviour: None,
            predicate: None,
            strengths: None,
            improve: None,
            agreed_step: None,
            evaluator: None,
        }
    }
}

/// A mentoring or coaching in which the person is mentee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Companion {
    /// Mentoring or coaching.
    pub kind: MentoringKind,
    /// Its first day.
    pub start: Day,
    /// Its last day, where it has ended.
    pub end: Option<Day>,
    /// How it stands.
    pub status: MentoringStatus,
    /// The goal.
    pub goal: String,
    /// The product made.
    pub product: Option<String>,
    /// What the person can now do alone.
    pub alone: Option<String>,
    /// What came of it.
    pub outcome: Option<String>,
    /// Its sessions of the year, by day: day, topic, next step.
    pub sessions: Vec<(Day, Option<String>, Option<String>)>,
}

/// A posting of a career.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The first day.
    pub since: Day,
    /// The position.
    pub position: Option<String>,
    /// The kind of position.
    pub kind: Option<PositionKind>,
    /// The unit, by number.
    pub unit: Option<u32>,
    /// The grade.
    pub grade: Option<Grade>,
    /// Whether and how the person works in it.
    pub status: PostingStatus,
    /// The relation to the office from that day on, where it changed.
    pub employment: Option<Employment>,
    /// The number of the direct supervisor.
    pub supervisor: Option<u32>,
    /// Number of the decree.
    pub decree: Option<String>,
}

/// One person's year, as of a day.
#[derive(Debug)]
pub struct StaffFigures {
    /// Who.
    pub portrait: Portrait,
    /// The first day in the office and the day on which the person left it, as far as they are known.
    pub here: (Option<Day>, Option<Day>),
    /// JP.
    pub hours: PersonHours,
    /// How many programmes of the year have begun and have nobody on record.
    pub unrolled: u64,
    /// Whether they are below the floor; `None` where nobody can tell.
    pub is_under_floor: Option<bool>,
    /// Whether they are over the ceiling; `None` where nobody can tell.
    pub is_over_ceiling: Option<bool>,
    /// The first day of the contract year, where a contract is known.
    pub contract_year: Option<Day>,
    /// Programmes completed in the year, by day.
    pub attended: Vec<Completion>,
    /// Programmes that ended in the year, in which the person held a place and of which no result is known, by first day.
    pub awaited: Vec<Seat>,
    /// Programmes that ended in the year and that the person did not pass, by first day.
    pub failed: Vec<Seat>,
    /// Confirmed places, by first day.
    pub ahead: Vec<Seat>,
    /// Evaluations by period, the last period at the end.
    pub evaluations: Vec<Mark>,
    /// Guidance of the year, and older guidance still open.
    pub guidance: Vec<Counsel>,
    /// Mentoring and coaching of the year.
    pub pairs: Vec<Companion>,
    /// How many colleagues the person guides as mentor or coach in the year.
    pub mentees: u64,
    /// Certificates that no other one renews, by issue: also those that have expired.
    pub certificates: Vec<Credential>,
    /// Recognition of the year.
    pub awards: Vec<Recognition>,
    /// The gaps to the standard of the post.
    pub gaps: PersonGaps,
    /// The competencies.
    pub competencies: Catalogue,
    /// The needs that were named, with what became of them.
    pub needs: Vec<Stated>,
    /// Further education, by the first day.
    pub studies: Vec<Study>,
    /// The postings, by day.
    pub career: Vec<Assignment>,
}
