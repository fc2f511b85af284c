//! One line of what is due.

use super::super::figure::Pen;
use super::super::model::{NumberStyle, Value};
use crate::measure::due::DueFigures;
use crate::records::people::People;
use crate::records::time::Day;
use crate::words::report_due::DueText as Words;
use crate::words::value_form;
use std::collections::BTreeSet;

/// How urgent something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Urgency {
    /// Its day is over.
    Late,
    /// It waits, and no day is set.
    Open,
    /// Its day is to come.
    Ahead,
}

impl Urgency {
    /// Late by what a measure says of it, else to come.
    pub(super) fn of(is_late: bool) -> Urgency {
        match is_late {
            true => Urgency::Late,
            false => Urgency::Ahead,
        }
    }

    /// The code for data formats.
    pub(super) fn code(self) -> &'static str {
        match self {
            Urgency::Late => "late",
            Urgency::Open => "open",
            Urgency::Ahead => "ahead",
        }
    }

    /// Its words.
    pub(super) fn phrase(self) -> (&'static str, &'static str) {
        match self {
            Urgency::Late => ("terlambat", "late"),
            Urgency::Open => ("menunggu", "waiting"),
            Urgency::Ahead => ("akan datang", "to come"),
        }
    }
}

/// Something that is due or owed.
#[derive(Debug)]
pub(super) struct Duty {
    /// Its kind and the key of its record, which stay the same until it is settled.
    pub(super) id: String,
    /// What its kind is called.
    pub(super) words: (&'static str, &'static str),
    /// What is to be done.
    pub(super) what: String,
    /// By whom, or about whom.
    pub(super) who: Value,
    /// By when, or since when where no day is set.
    pub(super) day: Day,
    pub(super) urgency: Urgency,
    /// How many working days that day is past, of what is counted so; negative before it.
    pub(super) workdays: Option<i64>,
    /// The command that settles it.
    pub(super) command: String,
    /// Who is to do it, and what is said to them; `None` where nobody is named, so that it is the office's.
    pub(super) errand: Option<Errand>,
}

/// What somebody is to do about something that is due.
#[derive(Debug)]
pub(super) struct Errand {
    pub(super) doer: Doer,
    /// What is to be done, in a sentence for who does it.
    pub(super) task: Words,
}

/// Who is to do something. What somebody had who has left is the nearest superior's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doer {
    /// A person, by number: who owns, handles or holds it.
    Person(u32),
    /// The superior of a person, who evaluates that person.
    SuperiorOf(u32),
    /// Everybody who evaluates somebody.
    Superiors,
}

impl Doer {
    /// What such a person is to do.
    pub(super) fn told(self, task: Words) -> Option<Errand> {
        Some(Errand { doer: self, task })
    }

    /// The numbers of those who are meant.
    pub(super) fn people(self, gathered: &DueFigures, people: &People) -> BTreeSet<u32> {
        let superior = |person: u32| gathered.superiors[person as usize];
        let is_gone = |person: u32| people.list[person as usize].left().is_some();
        match self {
            Doer::Person(person) if is_gone(person) => superior(person).into_iter().collect(),
            Doer::Person(person) => [person].into(),
            Doer::SuperiorOf(person) => superior(person).into_iter().collect(),
            Doer::Superiors => {
                let counting = (0..).zip(&people.list).filter(|(_, person)| person.counts());
                counting.filter_map(|(person, _)| superior(person)).collect()
            }
        }
    }
}

impl Duty {
    /// The code of its kind.
    pub(super) fn kind(&self) -> &str {
        self.id.split_once(':').map_or("", |(kind, _)| kind)
    }

    /// How late it is, or how far ahead: days past its day, negative before it.
    pub(super) fn distance(&self, pen: Pen, as_of: Day) -> Value {
        let past = i64::from(as_of.since(self.day));
        let count = self.workdays.unwrap_or(past);
        let text = match (self.urgency, self.workdays) {
            _ if self.day == as_of => pen.say(("hari ini", "today")),
            (Urgency::Open, _) => pen.say(Words::Since { count }),
            // On the weekend behind its last day no further working day has passed.
            (Urgency::Late, Some(1..)) => pen.say(Words::PastWorkdays { count }),
            (Urgency::Late, _) => pen.say(Words::Past { count: past }),
            (Urgency::Ahead, Some(..0)) => pen.say(Words::InWorkdays { count: -count }),
            (Urgency::Ahead, _) => pen.say(Words::In { count: -past }),
        };
        Value::number(count.to_string(), text, NumberStyle::Plain)
    }
}

/// What stands in a command for a value that is to be typed.
pub(super) fn slot(pen: Pen, form: &str) -> String {
    value_form(pen.lang, form)
}
