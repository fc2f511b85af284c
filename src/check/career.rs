//! When a person joined the office, worked in it and left, as rules about dates need it.

use crate::records::code::Employment;
use crate::records::organisation::{Contract, Posting};
use crate::records::time::{Day, Month};

/// A posting: its first day, whether the person left with it, who supervises, and the unit.
type Station = (Day, bool, Option<String>, Option<String>);

/// A person as references and dates need it. A row with a bad cell still counts as existing.
#[derive(Clone, Debug, Default)]
pub(super) struct Career {
    /// On joining; `None` when the row could not be read.
    pub(super) employment: Option<Employment>,
    /// What it became later, by the first day, in order.
    changes: Vec<(Day, Employment)>,
    /// The first day in this office: what is older was brought from another.
    pub(super) joined: Option<Day>,
    /// The postings, in order.
    postings: Vec<Station>,
    /// The first and last day of each contract, in order.
    pub(super) contracts: Vec<(Day, Option<Day>)>,
    /// Whether a posting or contract was rejected, so that nobody knows what is missing.
    pub(super) is_blurred: bool,
}

impl Career {
    /// Takes in a posting, or notes that one cannot be read.
    pub(super) fn post(&mut self, row: Option<Posting<'_>>) {
        match row {
            Some(row) => {
                let has_left = row.status.is_some_and(|status| status.has_left());
                let supervisor = row.supervisor.map(|id| id.text().to_owned());
                let unit = row.unit.map(|code| code.text().to_owned());
                self.postings.push((row.since, has_left, supervisor, unit));
                self.changes
                    .extend(row.employment.map(|employment| (row.since, employment)));
            }
            None => self.is_blurred = true,
        }
    }

    /// Takes in a contract, or notes that one cannot be read.
    pub(super) fn engage(&mut self, row: Option<Contract<'_>>) {
        match row {
            Some(row) => self.contracts.push((row.since, row.until)),
            None => self.is_blurred = true,
        }
    }

    /// Puts what was taken in into its order; `is_lost` when rows of somebody may be missing.
    pub(super) fn complete(&mut self, is_lost: bool) {
        self.is_blurred |= is_lost;
        self.postings.sort();
        self.changes.sort();
        self.contracts.sort();
    }

    /// In which relation the person stood to the office on a day; `None` when the row could not be read.
    pub(super) fn employment_on(&self, day: Day) -> Option<Employment> {
        let changed = self.changes.iter().rfind(|(since, _)| *since <= day);
        self.employment
            .map(|first| changed.map_or(first, |(_, later)| *later))
    }

    /// Whether there is any posting.
    pub(super) fn is_posted(&self) -> bool {
        !self.postings.is_empty()
    }

    /// Whether there is a posting from a later day.
    pub(super) fn is_posted_anew(&self, day: Day) -> bool {
        self.postings.last().is_some_and(|(since, ..)| day < *since)
    }

    /// The first day of the first posting, when it lies after `day`.
    pub(super) fn posted_only_after(&self, day: Day) -> Option<Day> {
        let first = self.postings.first().map(|(since, ..)| *since);
        first.filter(|since| day < *since && !self.is_blurred)
    }

    /// The day on which the person left, when that was before `day`. Who joined only later was in another office
    /// then, whose postings are here as left.
    pub(super) fn left_before(&self, day: Day) -> Option<Day> {
        if self.joined.is_some_and(|joined| day < joined) {
            return None;
        }
        let (since, left, ..) = self.on(day)?;
        (*left && *since < day && !self.is_blurred).then_some(*since)
    }

    /// Whether the person works here on `day`.
    pub(super) fn works_on(&self, day: Day) -> bool {
        self.on(day).is_some_and(|(_, left, ..)| !left)
    }

    /// The posting in force on `day`.
    fn on(&self, day: Day) -> Option<&Station> {
        self.postings.iter().rfind(|(since, ..)| *since <= day)
    }

    /// Whether the person may have worked in a unit on some day of a month: where a posting cannot be read, in any.
    pub(super) fn may_work_in(&self, unit: &str, month: Month) -> bool {
        let days = month.first()..=month.last();
        let began = self.postings.iter().filter(|(since, ..)| days.contains(since));
        let mut held = began.chain(self.on(month.first()));
        self.is_blurred || held.any(|(_, left, _, own)| !left && own.as_deref() == Some(unit))
    }

    /// Who supervises the person on `day`, while he or she works here.
    pub(super) fn supervisor_on(&self, day: Day) -> Option<&str> {
        let (_, left, supervisor, _) = self.on(day)?;
        supervisor.as_deref().filter(|_| !left)
    }

    /// Whether a contract is known for `day`.
    pub(super) fn has_contract_on(&self, day: Day) -> bool {
        let covers =
            |(since, until): &(Day, Option<Day>)| *since <= day && until.is_none_or(|until| day <= until);
        self.contracts.iter().any(covers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn postings_and_changes_count_from_their_first_day_on() {
        let [before, first] = ["2026-04-30", "2026-05-01"].map(day);
        let career = Career {
            employment: Some(Employment::Pppk),
            changes: vec![(first, Employment::Cpns)],
            postings: vec![(first, false, None, None)],
            ..Career::default()
        };
        let employments = [before, first].map(|day| career.employment_on(day));
        assert_eq!(employments, [Some(Employment::Pppk), Some(Employment::Cpns)]);
        assert_eq!(
            [before, first].map(|day| career.is_posted_anew(day)),
            [true, false]
        );
        assert_eq!(
            [before, first].map(|day| career.posted_only_after(day)),
            [Some(first), None]
        );
    }

    #[test]
    fn who_left_another_office_is_away_from_the_day_of_joining_on() {
        let career = Career {
            joined: Some(day("2026-05-04")),
            postings: vec![(day("2026-04-01"), true, None, None)],
            ..Career::default()
        };
        assert_eq!(career.left_before(day("2026-05-03")), None);
        assert_eq!(career.left_before(day("2026-05-04")), Some(day("2026-04-01")));
    }

    #[test]
    fn a_contract_is_known_from_its_first_day_to_its_last() {
        let career = Career {
            contracts: vec![(day("2025-07-01"), Some(day("2026-06-30")))],
            ..Career::default()
        };
        let days = ["2025-06-30", "2025-07-01", "2026-06-30", "2026-07-01"];
        let known = days.map(|on| career.has_contract_on(day(on)));
        assert_eq!(known, [false, true, true, false]);
    }
}
