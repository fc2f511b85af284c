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

#[cfg(test)]
mod tests {
    use super::super::sample::{day, row};
    use super::*;

    #[test]
    fn a_study_runs_until_it_ended() {
        let on = |status: &str, end: &str, as_of: &str| {
            let read: Education<'_> = row(&["p1", "2024-08-01", "s2", "", "", status, end]);
            Study::on(&read, 0, Origin::NOWHERE, day(as_of))
        };
        assert_eq!(on("running", "", "2024-07-31"), None);
        assert!(on("running", "", "2024-08-01").unwrap().is_running());
        // What ends later still runs on the day.
        assert!(on("finished", "2026-07-31", "2026-07-30").unwrap().is_running());
        let ended = on("finished", "2026-07-31", "2026-07-31").unwrap();
        assert!(!ended.is_running());
        assert!(ended.ran_since(day("2026-07-31")) && !ended.ran_since(day("2026-08-01")));
    }
}
