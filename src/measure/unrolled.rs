//! Programmes that have begun and of whose participants nobody is on record: who took part is not known, which is not
//! nobody.

use crate::records::code::{Mode, TrainingStatus};
use crate::records::number::Dec;
use crate::records::time::Day;
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
