//! Performance before and after a programme (ME4): the last period that ends before it starts and the first that
//! starts after it ends, person by person; people without both are counted apart.
//!
//! Source: the rule `predicate`, by the edition in force on each period's last day.

use super::trace::{ALL, Figure, Trace};
use crate::records::code::Predicate;
use crate::records::time::{Day, Period};
use std::collections::BTreeMap;

/// How long before the start a period may end, and after the end one may start, to speak of the programme.
const REACH_DAYS: i32 = 366;

/// The periods that may count on either side of a programme, the one that counts first in front: before, by the
/// latest end; after, by the earliest start; of equal ones the longer. None ends after `as_of`.
pub fn candidates(periods: &[Period], start: Day, end: Day, as_of: Day) -> [Vec<Period>; 2] {
    let is_before = |period: &&Period| (1..=REACH_DAYS).contains(&start.since(period.last_day()));
    let is_after = |period: &&Period| {
        (1..=REACH_DAYS).contains(&period.first_day().since(end)) && period.last_day() <= as_of
    };
    let longest = |period: &Period| std::cmp::Reverse(period.months());
    let mut before: Vec<Period> = periods.iter().filter(is_before).copied().collect();
    before.sort_by_key(|period| (std::cmp::Reverse(period.last_day()), longest(period)));
    let mut after: Vec<Period> = periods.iter().filter(is_after).copied().collect();
    after.sort_by_key(|period| (period.first_day(), longest(period)));
    [before, after]
}

/// The predicates of the participants before and after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Performance {
    /// By number of the person: before and after.
    people: BTreeMap<u32, [Option<Predicate>; 2]>,
}

/// How many changed, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// A better predicate after.
    pub better: u64,
    /// The same.
    pub same: u64,
    /// A worse one.
    pub worse: u64,
    /// Evaluated before only.
    pub before_only: u64,
    /// Evaluated after only.
    pub after_only: u64,
    /// Never evaluated.
    pub neither: u64,
}

impl Moves {
    /// People with both.
    pub fn both(&self) -> u64 {
        self.better + self.same + self.worse
    }

    /// People without both.
    pub fn without(&self) -> u64 {
        self.before_only + self.after_only + self.neither
    }
}

impl Performance {
    /// Starts with people who took part, none evaluated.
    pub fn of(people: impl Iterator<Item = u32>) -> Performance {
        Performance {
            people: people.map(|person| (person, [None, None])).collect(),
        }
    }

    /// Takes the predicate of a person on side 0 (before) or 1 (after). Periods are read in the order of
    /// [`candidates`], so the first one of a person stays; somebody who did not take part is passed over.
    pub fn add(&mut self, person: u32, side: usize, predicate: Predicate) {
        if let Some(known) = self.people.get_mut(&person) {
            known[side].get_or_insert(predicate);
        }
    }

    /// How many changed, and how. Predicates are ordered from the best.
    pub fn moves(&self) -> Moves {
        let mut out = Moves::default();
        for sides in self.people.values() {
            match sides {
                [Some(before), Some(after)] => match after.cmp(before) {
                    std::cmp::Ordering::Less => out.better += 1,
                    std::cmp::Ordering::Equal => out.same += 1,
                    std::cmp::Ordering::Greater => out.worse += 1,
                },
                [Some(_), None] => out.before_only += 1,
                [None, Some(_)] => out.after_only += 1,
                [None, None] => out.neither += 1,
            }
        }
        out
    }

    /// Tells how each changed.
    pub fn tell(&self, trace: &mut Trace) {
        for (&person, sides) in &self.people {
            let row: u64 = match sides {
                [Some(before), Some(after)] => {
                    let of =
                        |predicate: &Predicate, column| Figure::new("predicates", *predicate as u64, column);
                    trace.counts(of(before, "before"), person, 1);
                    trace.counts(of(after, "after"), person, 1);
                    trace.counts(Figure::new("moves", ALL, "both"), person, 1);
                    match after.cmp(before) {
                        std::cmp::Ordering::Less => 0,
                        std::cmp::Ordering::Equal => 1,
                        std::cmp::Ordering::Greater => 2,
                    }
                }
                [Some(_), None] => 3,
                [None, Some(_)] => 4,
                [None, None] => 5,
            };
            trace.counts(Figure::new("moves", row, "people"), person, 1);
            trace.counts(Figure::new("moves", ALL, "took_part"), person, 1);
            if row == 0 {
                trace.counts(Figure::new("moves", ALL, "better"), person, 1);
            }
        }
    }

    /// Of the people with both: how many had a predicate before and after.
    pub fn counts(&self, predicate: Predicate) -> [u64; 2] {
        let both = self.people.values().filter_map(|sides| match sides {
            [Some(before), Some(after)] => Some([*before, *after]),
            _ => None,
        });
        both.fold([0, 0], |mut counts, sides| {
            for (count, side) in counts.iter_mut().zip(sides) {
                *count += u64::from(side == predicate);
            }
            counts
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_periods_that_do_not_overlap_the_programme_come_first() {
        let day = |text| Day::parse(text).unwrap();
        let names = [
            "2025", "2025-Q3", "2025-Q4", "2026-Q1", "2026-04", "2026-05", "2026-Q2", "2026-Q3", "2026",
        ];
        let periods: Vec<Period> = names.iter().map(|name| Period::parse(name).unwrap()).collect();
        let [before, after] = candidates(&periods, day("2026-04-14"), day("2026-04-15"), day("2026-10-31"));
        let text = |list: Vec<Period>| Vec::from_iter(list.iter().map(Period::to_string));
        // The year 2025 ends with its last quarter and is longer; 2026 and its second quarter hold the programme.
        assert_eq!(text(before), ["2026-Q1", "2025", "2025-Q4", "2025-Q3"]);
        assert_eq!(text(after), ["2026-05", "2026-Q3"]);
        let [_, early] = candidates(&periods, day("2026-04-14"), day("2026-04-15"), day("2026-08-31"));
        assert_eq!(text(early), ["2026-05"]);
    }

    #[test]
    fn people_without_both_are_counted_apart() {
        let mut performance = Performance::of(0..5);
        performance.add(0, 0, Predicate::ButuhPerbaikan);
        performance.add(0, 1, Predicate::Baik);
        // A later period does not replace the nearer one.
        performance.add(0, 1, Predicate::SangatKurang);
        performance.add(1, 0, Predicate::Baik);
        performance.add(1, 1, Predicate::Kurang);
        performance.add(2, 0, Predicate::Baik);
        performance.add(3, 1, Predicate::Baik);
        performance.add(77, 1, Predicate::Baik);
        let moves = performance.moves();
        assert_eq!((moves.better, moves.same, moves.worse), (1, 0, 1));
        assert_eq!((moves.before_only, moves.after_only, moves.neither), (1, 1, 1));
        assert_eq!((moves.both(), moves.without()), (2, 3));
        assert_eq!(performance.counts(Predicate::Baik), [1, 1]);
    }
}
