//! Working days: weekends of `bina.toml` and `holidays.csv` do not count.

use crate::records::time::Day;
use std::collections::BTreeSet;

/// What a calendar does not know, so that it counts too many working days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarGaps {
    /// The years of which no holiday is on record.
    pub years: Vec<i32>,
    /// Whether no day of the week is said to be free.
    pub has_no_weekend: bool,
}

impl CalendarGaps {
    /// These and others.
    pub fn and(mut self, other: CalendarGaps) -> CalendarGaps {
        self.years.extend(other.years);
        self.years.sort_unstable();
        self.years.dedup();
        self.has_no_weekend |= other.has_no_weekend;
        self
    }
}

/// Counts working days in a span of days.
#[derive(Debug)]
pub struct Calendar {
    first: Day,
    has_weekend: bool,
    /// The years of which a holiday is on record.
    years: BTreeSet<i32>,
    /// For each day of the span, how many working days there were from the first up to and including it.
    counted: Vec<u32>,
}

impl Calendar {
    /// A calendar from `first` to `last`, both included. `is_weekend` tells days of the week, `holidays` the other
    /// days off.
    pub fn new(first: Day, last: Day, is_weekend: impl Fn(Day) -> bool, holidays: &[Day]) -> Calendar {
        let mut sorted = holidays.to_vec();
        sorted.sort_unstable();
        let mut count = 0;
        let counted = (0..=last.since(first).max(0))
            .map(|offset| {
                let day = first.plus(offset);
                count += u32::from(!is_weekend(day) && sorted.binary_search(&day).is_err());
                count
            })
            .collect();
        Calendar {
            first,
            has_weekend: (0..7).any(|offset| is_weekend(first.plus(offset))),
            years: sorted.iter().map(|day| day.year()).collect(),
            counted,
        }
    }

    /// What is not known of the days from `first` to `last`.
    pub fn gaps(&self, first: Day, last: Day) -> CalendarGaps {
        let years = (first.year()..=last.year()).filter(|year| !self.years.contains(year));
        CalendarGaps {
            years: years.collect(),
            has_no_weekend: !self.has_weekend,
        }
    }

    /// How many working days lie after `from` up to and including `to`; the day of receipt is not counted. Days
    /// outside the span count as its ends.
    pub fn working_days(&self, from: Day, to: Day) -> i64 {
        i64::from(self.up_to(to)) - i64::from(self.up_to(from))
    }

    /// Whether the deadline of `limit` working days (at least one) after `from` was over before `to`: also on the
    /// weekend behind it, on which no further working day has passed.
    pub fn is_past(&self, from: Day, to: Day, limit: i64) -> bool {
        self.working_days(from, to.plus(-1)) >= limit.max(1)
    }

    /// The day on which `limit` working days after `from` are used up; `None` when it lies outside the span.
    pub fn deadline(&self, from: Day, limit: i64) -> Option<Day> {
        let wanted = i64::from(self.up_to(from)) + limit;
        let offset = self.counted.partition_point(|&count| i64::from(count) < wanted);
        (offset < self.counted.len()).then(|| self.first.plus(offset as i32))
    }

    fn up_to(&self, day: Day) -> u32 {
        let offset = day.since(self.first);
        match usize::try_from(offset) {
            Ok(offset) => self
                .counted
                .get(offset)
                .or(self.counted.last())
                .copied()
                .unwrap_or(0),
            Err(_) => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday;

    #[test]
    fn weekends_and_holidays_do_not_count() {
        let day = |text| Day::parse(text).unwrap();
        let weekend = |d: Day| matches!(d.weekday(), Weekday::Sat | Weekday::Sun);
        let calendar = Calendar::new(
            day("2026-08-01"),
            day("2026-09-30"),
            weekend,
            &[day("2026-08-17")],
        );
        // Friday 14 August to Tuesday 18 August: the weekend and Independence Day lie between.
        assert_eq!(calendar.working_days(day("2026-08-14"), day("2026-08-18")), 1);
        assert_eq!(calendar.working_days(day("2026-08-18"), day("2026-08-18")), 0);
        assert_eq!(calendar.deadline(day("2026-08-14"), 2), Some(day("2026-08-19")));
        assert!(!calendar.is_past(day("2026-08-14"), day("2026-08-19"), 2));
        assert!(calendar.is_past(day("2026-08-14"), day("2026-08-20"), 2));
        // A deadline on Friday is over on Saturday.
        assert!(!calendar.is_past(day("2026-08-19"), day("2026-08-21"), 2));
        assert!(calendar.is_past(day("2026-08-19"), day("2026-08-22"), 2));
        // Received on a Saturday: Monday is the first day.
        assert_eq!(calendar.working_days(day("2026-08-22"), day("2026-08-24")), 1);
        assert_eq!(calendar.deadline(day("2026-09-28"), 10), None);
        // Of 2027 nobody recorded a holiday.
        let gaps = |last| calendar.gaps(day("2026-08-01"), day(last));
        assert_eq!(gaps("2026-12-31"), CalendarGaps::default());
        assert_eq!(gaps("2027-01-01").years, [2027]);
        let bare = Calendar::new(day("2026-08-01"), day("2026-09-30"), |_| false, &[]);
        assert!(bare.gaps(day("2026-08-01"), day("2026-08-02")).has_no_weekend);
    }
}
