//! Programmes that have begun and of whose participants nobody is on record, and months of which nothing is: who took
//! part, and whether there was none, is not known, which is not nobody or none.

use crate::records::code::{Mode, TrainingStatus};
use crate::records::number::Dec;
use crate::records::time::{Day, Month};
use crate::records::training::Training;

/// A programme without anybody on record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unrolled {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its first day.
    pub start: Day,
    /// Its last day.
    pub end: Day,
    /// The JP that it gives whoever completes it, as its document says.
    pub jp: Dec,
    /// Whether everybody completes it on a day of their own.
    pub is_self_paced: bool,
    /// The topics that it is about.
    pub topics: Vec<String>,
}

impl Unrolled {
    /// A programme in which nobody is on record, as it was known on a day; `None` of one that had not begun, was cancelled,
    /// or was not known yet.
    pub fn of(id: &str, training: Training, as_of: Day) -> Option<Unrolled> {
        let training = training.on(as_of)?;
        let has_begun = training.start.value <= as_of && training.status.value != TrainingStatus::Cancelled;
        has_begun.then(|| Unrolled {
            id: id.to_owned(),
            title: training.title,
            start: training.start.value,
            end: training.end.value,
            jp: training.jp.value,
            is_self_paced: training.mode == Mode::SelfPaced,
            topics: training.topics.into_iter().map(|topic| topic.0).collect(),
        })
    }
}

/// What an office has on record of most months, where it keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Complaints received.
    Complaints,
    /// What was done about the complaints of a month.
    Handling,
    /// Answers of the public.
    Satisfaction,
    /// Answers of participants about their programmes.
    Feedback,
}

/// Of some months nothing is on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence {
    /// What it would be.
    pub kept: Kept,
    /// These months.
    pub months: Vec<Month>,
    /// Of how many that were looked at.
    pub of: usize,
}

impl Silence {
    /// That of some of these months, which follow each other, there is nothing, where there is something of most of them
    /// since the first of which there is; `None` where nothing is lacking, or too much to expect it.
    pub fn of(kept: Kept, months: Vec<Month>, has: impl Fn(&Month) -> bool) -> Option<Silence> {
        let since: Vec<Month> = months.into_iter().skip_while(|month| !has(month)).collect();
        let silent: Vec<Month> = since.iter().filter(|month| !has(month)).copied().collect();
        let is_told = !silent.is_empty() && silent.len() * 2 < since.len();
        is_told.then(|| Silence {
            kept,
            months: silent,
            of: since.len(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_silent_among_most_that_are_not() {
        let months: Vec<Month> = (0..6)
            .map(|at| Month::parse("2026-05").unwrap().plus(at))
            .collect();
        let silent = |held: &[usize]| {
            let has = |month: &Month| held.iter().any(|&at| months[at] == *month);
            let told = Silence::of(Kept::Complaints, months.clone(), has);
            told.map(|one| (one.months.len(), one.of))
        };
        assert_eq!(silent(&[0, 1, 2, 3, 5]), Some((1, 6)));
        assert_eq!(
            silent(&[2, 3, 4]),
            Some((1, 4)),
            "what was before the first is no silence"
        );
        assert_eq!(
            [silent(&[0, 3, 5]), silent(&[]), silent(&[0, 1, 2, 3, 4, 5])],
            [None; 3]
        );
    }
}
