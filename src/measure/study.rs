//! Further education as known on a day.

use crate::diagnostic::Origin;
use crate::records::code::{EducationLevel, EducationStatus};
use crate::records::organisation::Education;
use crate::records::time::Day;

/// A further education (tugas belajar, izin belajar) of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Study {
    /// Whose it is, by number.
    pub person: u32,
    /// The first day.
    pub start: Day,
    /// The level.
    pub level: EducationLevel,
    /// The institution.
    pub institution: Option<String>,
    /// The field of study.
    pub field: Option<String>,
    /// How it stands on the day: what ends later still runs.
    pub status: EducationStatus,
    /// The last day, where it has passed.
    pub end: Option<Day>,
    /// Where it stands.
    pub origin: Origin,
}

impl Study {
    /// A row as known on a day; `None` of one that begins later.
    pub fn on(row: &Education<'_>, person: u32, origin: Origin, day: Day) -> Option<Study> {
        let is_ahead = row.end.is_some_and(|end| end > day);
        (row.start <= day).then(|| Study {
            person,
            start: row.start,
            level: row.level,
            institution: row.institution.map(str::to_owned),
            field: row.field.map(str::to_owned),
            status: match is_ahead {
                true => EducationStatus::Running,
                false => row.status,
            },
            end: row.end.filter(|_| !is_ahead),
            origin,
        })
    }

    /// Whether it runs on the day.
    pub fn is_running(&self) -> bool {
        self.status == EducationStatus::Running
    }

    /// Whether it ran in the time from `first` to the day.
    pub fn ran_since(&self, first: Day) -> bool {
        self.is_running() || self.end.is_none_or(|end| end >= first)
    }
}
