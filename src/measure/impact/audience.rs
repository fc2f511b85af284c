//! When a comparison looks, and at whom.

use crate::records::time::{Day, Month};
use crate::rules::Impact as Rule;

/// The two windows of a comparison: first and last month of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Windows {
    /// Before the programme.
    pub before: (Month, Month),
    /// After it.
    pub after: (Month, Month),
}

impl Windows {
    /// The windows around a programme, by the rule.
    pub fn around(start: Day, end: Day, rule: &Rule) -> Windows {
        let (start, end) = (start.month(), end.month());
        Windows {
            before: (start.plus(-(rule.months_before as i32)), start.plus(-1)),
            after: (end.plus(1), end.plus(rule.months_after as i32)),
        }
    }

    /// The window in which a month lies: 0 before, 1 after.
    pub fn of(&self, month: Month) -> Option<usize> {
        let within = |(first, last): (Month, Month)| (first..=last).contains(&month);
        [self.before, self.after].into_iter().position(within)
    }

    /// Whether a month lies in a window, or between both.
    pub fn span(&self, month: Month) -> bool {
        (self.before.0..=self.after.1).contains(&month)
    }

    /// The last day of a window.
    pub(super) fn last_day(&self, window: usize) -> Day {
        [self.before, self.after][window].1.last()
    }

    /// Whether each window is told on a day, by records that tell what happened since a day, or all: the one before the
    /// programme, and the one after it when it has begun. The third is whether both are whole, so that they can be
    /// compared.
    pub fn told(&self, as_of: Day, since: Option<Day>) -> [bool; 3] {
        let [before, after] = [self.before, self.after].map(|(first, _)| {
            let first = first.first();
            first <= as_of && since.is_none_or(|since| since <= first)
        });
        [before, after, before && after && self.closed() <= as_of]
    }

    /// The day on which the comparison is closed.
    pub fn closed(&self) -> Day {
        self.last_day(1)
    }
}

/// Whose complaints are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Units with participants, whose public is expected to notice.
    Participating,
    /// Units of the same office that serve the public and had no participant.
    Comparison,
    /// Complaints that a participant handled, of whatever unit.
    Handled,
}

impl Group {
    /// All groups, in the order of a report.
    pub const ALL: [Group; 3] = [Group::Participating, Group::Comparison, Group::Handled];

    /// Its stable code.
    pub fn code(self) -> &'static str {
        match self {
            Group::Participating => "participating",
            Group::Comparison => "comparison",
            Group::Handled => "handled",
        }
    }
}

/// Of which units a comparison needs the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeededRows<'a> {
    /// Of all, because each counts on one side or the other.
    All,
    /// Of these alone.
    OfUnits(&'a [u32]),
}

/// Whom a comparison looks at. Numbers are in order, because every row of both windows is looked up in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    /// Numbers of the units whose public is expected to notice.
    pub participating: Vec<u32>,
    /// Numbers of the units to compare with.
    pub comparison: Vec<u32>,
    /// Numbers of the participants.
    pub participants: Vec<u32>,
    /// Codes of the services that the programme names; empty means all.
    pub services: Vec<String>,
}

impl Audience {
    /// Whom a programme concerns: the units that it names (`public_units`), else those of its participants that serve
    /// the public; to compare with, the units that serve the public and are neither named nor had a participant.
    pub fn new(named: &[u32], of_participants: &[u32], is_public: &[bool]) -> Audience {
        let serves = |unit: &u32| is_public.get(*unit as usize).copied().unwrap_or(false);
        let mut participating: Vec<u32> = match named {
            [] => of_participants.iter().copied().filter(serves).collect(),
            named => named.to_vec(),
        };
        participating.sort_unstable();
        participating.dedup();
        let mut concerned = [&participating, of_participants].concat();
        concerned.sort_unstable();
        let is_other = |unit: &u32| concerned.binary_search(unit).is_err();
        let comparison = (0..is_public.len() as u32).filter(serves).filter(is_other);
        Audience {
            comparison: comparison.collect(),
            participating,
            ..Audience::default()
        }
    }

    /// The same with those who took part.
    #[must_use]
    pub fn with_participants(mut self, participants: impl Iterator<Item = u32>) -> Audience {
        self.participants.extend(participants);
        self.participants.sort_unstable();
        self
    }

    /// The same compared with nobody: only the units whose public is expected to notice.
    #[must_use]
    pub fn alone(self) -> Audience {
        Audience {
            participating: self.participating,
            services: self.services,
            ..Audience::default()
        }
    }

    /// Whose rows may count.
    pub(super) fn needed_rows(&self) -> NeededRows<'_> {
        match self.comparison.is_empty() && self.participants.is_empty() {
            true => NeededRows::OfUnits(&self.participating),
            false => NeededRows::All,
        }
    }

    /// Whether a row about `unit`, handled by `handler`, belongs to a group.
    pub(super) fn holds(&self, group: Group, unit: Option<u32>, handler: Option<u32>) -> bool {
        let among = |list: &[u32], number: Option<u32>| {
            number.is_some_and(|number| list.binary_search(&number).is_ok())
        };
        match group {
            Group::Participating => among(&self.participating, unit),
            Group::Comparison => among(&self.comparison, unit),
            Group::Handled => among(&self.participants, handler),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_are_whole_months_around_the_programme() {
        let day = |text| Day::parse(text).unwrap();
        let month = |text| Month::parse(text).unwrap();
        let rule = rule();
        let windows = Windows::around(day("2026-01-31"), day("2026-02-03"), &rule);
        assert_eq!(windows.before, (month("2025-10"), month("2025-12")));
        assert_eq!(windows.after, (month("2026-03"), month("2026-05")));
        assert_eq!(windows.of(month("2026-02")), None);
        assert_eq!(windows.of(month("2025-12")), Some(0));
        assert_eq!(windows.of(month("2026-05")), Some(1));
        assert_eq!(windows.closed(), day("2026-05-31"));
    }

    #[test]
    fn a_window_is_told_from_its_first_day_and_the_comparison_closed_on_its_last() {
        let day = |text| Day::parse(text).unwrap();
        let windows = Windows::around(day("2026-01-31"), day("2026-02-03"), &rule());
        let told = |as_of: &'static str, since: &'static str| {
            windows.told(day(as_of), (!since.is_empty()).then(|| day(since)))
        };
        assert_eq!(told("2026-02-28", ""), [true, false, false]);
        assert_eq!(told("2026-03-01", ""), [true, true, false]);
        assert_eq!(told("2026-05-30", ""), [true, true, false]);
        assert_eq!(told("2026-05-31", "2025-10-01"), [true, true, true]);
        assert_eq!(told("2026-05-31", "2025-10-02"), [false, true, false]);
        assert_eq!(told("2026-05-31", "2026-03-02"), [false, false, false]);
    }

    fn rule() -> Rule {
        use crate::diagnostic::Findings;
        let text = "[[edition]]\nbasis = \"x\"\nin_force_from = 2025-01-01\nverified = \"text\"\n\
                    months_before = 3\nmonths_after = 3\nmin_n = 10\n";
        let mut rules = crate::rules::Rules::default();
        let mut findings = Findings::new();
        assert!(rules.read("impact", text, 0, &mut findings));
        assert!(findings.is_empty());
        rules
            .impact
            .on(Day::parse("2026-01-01").unwrap())
            .unwrap()
            .clone()
    }

    #[test]
    fn the_comparison_is_what_serves_the_public_without_participants() {
        let is_public = [true, true, true, false, true];
        let named = Audience::new(&[0], &[1, 3], &is_public);
        assert_eq!(named.participating, [0]);
        // Unit 1 had participants and is not named: it is in neither group.
        assert_eq!(named.comparison, [2, 4]);
        let by_participants = Audience::new(&[], &[3, 1, 1], &is_public);
        assert_eq!(by_participants.participating, [1]);
        assert_eq!(by_participants.comparison, [0, 2, 4]);
    }
}
