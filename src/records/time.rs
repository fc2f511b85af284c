//! Days, months and periods, as the records write them.

use super::number::digit;
use chrono::{Datelike, NaiveDate, Weekday};
use std::cmp::Reverse;
use std::fmt;
use std::num::NonZero;

/// The number that ASCII digits write.
fn number(digits: &[u8]) -> Option<u32> {
    let add = |number: u32, byte: &u8| Some(number * 10 + u32::from(digit(*byte)?));
    digits.iter().try_fold(0, add)
}

/// A calendar day, as a number of days from 1. It is never zero, so that a day that may not be known takes no more
/// room than a day: everybody has a few of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NonZero<u32>);

/// The number of the last day of the year 0, the first year that can be written.
const YEAR_0: i32 = 366;

impl Day {
    /// The first day there is.
    pub const FIRST: Day = Day(NonZero::<u32>::MIN);

    /// The day of a date; `None` when there is no such date.
    pub fn of(year: i32, month: u32, day: u32) -> Option<Day> {
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        let number = u32::try_from(date.num_days_from_ce() + YEAR_0).ok()?;
        NonZero::new(number).map(Day)
    }

    /// Reads `2026-10-05`.
    pub fn parse(text: &str) -> Option<Day> {
        let b: &[u8; 10] = text.as_bytes().try_into().ok()?;
        if b[4] != b'-' || b[7] != b'-' {
            return None;
        }
        Day::of(number(&b[..4])? as i32, number(&b[5..7])?, number(&b[8..])?)
    }

    /// The date in chrono's form.
    pub fn date(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0.get() as i32 - YEAR_0).unwrap_or(NaiveDate::MIN)
    }

    /// The month that holds the day.
    pub fn month(self) -> Month {
        let date = self.date();
        Month(date.year() * 12 + date.month0() as i32)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.date().year()
    }

    /// The day of the month, from 1.
    pub fn of_month(self) -> u32 {
        self.date().day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.date().weekday()
    }

    /// So many days later (or earlier).
    pub fn plus(self, days: i32) -> Day {
        NonZero::new(self.0.get().saturating_add_signed(days)).map_or(Day::FIRST, Day)
    }

    /// The same day of the month so many months later (or earlier), or the month's last day where there is none.
    pub fn plus_months(self, months: i32) -> Day {
        let month = self.month().plus(months);
        let last = month.last();
        Day::of(month.year(), month.number(), self.of_month()).map_or(last, |day| day.min(last))
    }

    /// How many days from `earlier` to this day; negative when it lies before.
    pub fn since(self, earlier: Day) -> i32 {
        self.0.get() as i32 - earlier.0.get() as i32
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date().format("%Y-%m-%d"))
    }
}

/// A calendar month: `2026-10`. Held as a count of months, so that the next is one more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// The month of a year; `month` from 1 to 12.
    pub fn of(year: i32, month: u32) -> Option<Month> {
        (1..=12)
            .contains(&month)
            .then(|| Month(year * 12 + month as i32 - 1))
    }

    /// Reads `2026-10`.
    pub fn parse(text: &str) -> Option<Month> {
        let b: &[u8; 7] = text.as_bytes().try_into().ok()?;
        if b[4] != b'-' {
            return None;
        }
        Month::of(number(&b[..4])? as i32, number(&b[5..])?)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month of the year, from 1 to 12.
    pub fn number(self) -> u32 {
        self.0.rem_euclid(12) as u32 + 1
    }

    /// So many months later (or earlier).
    pub fn plus(self, months: i32) -> Month {
        Month(self.0.saturating_add(months))
    }

    /// How many months from `earlier` to this month.
    pub fn since(self, earlier: Month) -> i32 {
        self.0 - earlier.0
    }

    /// Its first day.
    pub fn first(self) -> Day {
        Day::of(self.year(), self.number(), 1).unwrap_or(Day::FIRST)
    }

    /// Its last day.
    pub fn last(self) -> Day {
        self.plus(1).first().plus(-1)
    }

    /// All months from this one to `last`, both included.
    pub fn to(self, last: Month) -> impl DoubleEndedIterator<Item = Month> + Clone {
        (self.0..=last.0).map(Month)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

/// What part of the calendar a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// A month.
    Month,
    /// A quarter of a year, from 1.
    Quarter(u32),
    /// A half of a year, from 1.
    Semester(u32),
    /// A calendar year.
    Year,
    /// Any other months that follow each other.
    Months,
}

/// Months that follow each other: `2026-10`, `2026-Q3`, `2026-S1`, `2026`, `2026-02..2026-06`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    first: Month,
    months: u8,
    /// How many days of its last month are not in it.
    missing: u8,
}

impl Period {
    /// Reads what performance is evaluated for: `2026-10`, `2026-Q3` or `2026`.
    pub fn parse(text: &str) -> Option<Period> {
        if let Some(first) = Month::parse(text) {
            return Some(Period::month(first));
        }
        Period::part(text, 3).or_else(|| Period::part(text, 12))
    }

    /// Reads a part of a calendar year that has so many months: `2026-Q3` has 3, `2026-S1` has 6, `2026` has 12.
    pub fn part(text: &str, months: u8) -> Option<Period> {
        let (year, place) = match (months, text.as_bytes()) {
            (3, [year @ .., b'-', b'Q', place @ b'1'..=b'4']) => (year, place - b'1'),
            (6, [year @ .., b'-', b'S', place @ b'1'..=b'2']) => (year, place - b'1'),
            (12, year) => (year, 0),
            _ => return None,
        };
        let year: &[u8; 4] = year.try_into().ok()?;
        let first = Month::of(number(year)? as i32, 1)?;
        Some(Period::of(first.plus(i32::from(months * place)), months))
    }

    fn of(first: Month, months: u8) -> Period {
        let missing = 0;
        Period {
            first,
            months,
            missing,
        }
    }

    /// The month of a day, up to that day.
    pub fn until(day: Day) -> Period {
        let month = day.month();
        Period {
            missing: month.last().since(day) as u8,
            ..Period::month(month)
        }
    }

    /// The single month `month`.
    pub fn month(month: Month) -> Period {
        Period::of(month, 1)
    }

    /// The quarter that holds `month`.
    pub fn quarter(month: Month) -> Period {
        Period::holding(month, 3)
    }

    /// The calendar year that holds `month`.
    pub fn year(month: Month) -> Period {
        Period::holding(month, 12)
    }

    /// Whether it is a quarter, a half or all of a calendar year.
    pub fn is_of_calendar(self) -> bool {
        matches!(self.months, 3 | 6 | 12) && Period::holding(self.first, self.months).first == self.first
    }

    /// The part of the calendar year of so many months that holds `month`.
    pub fn holding(month: Month, months: u8) -> Period {
        Period::of(month.plus(-(month.0.rem_euclid(i32::from(months)))), months)
    }

    /// The months from one to another, both included; `None` where the last comes before the first, or where they are
    /// more than twenty years.
    pub fn between(first: Month, last: Month) -> Option<Period> {
        let months = u8::try_from(last.since(first) + 1).ok()?;
        (months > 0).then_some(Period::of(first, months))
    }

    /// What part of the calendar it is.
    pub fn span(self) -> Span {
        let before = self.first.number() - 1;
        match self.months {
            1 => Span::Month,
            3 if before.is_multiple_of(3) => Span::Quarter(before / 3 + 1),
            6 if before.is_multiple_of(6) => Span::Semester(before / 6 + 1),
            12 if before == 0 => Span::Year,
            _ => Span::Months,
        }
    }

    /// Its first month.
    pub fn first_month(self) -> Month {
        self.first
    }

    /// Its last month.
    pub fn last_month(self) -> Month {
        self.first.plus(i32::from(self.months) - 1)
    }

    /// Its first day.
    pub fn first_day(self) -> Day {
        self.first.first()
    }

    /// Its last day.
    pub fn last_day(self) -> Day {
        self.last_month().last().plus(-i32::from(self.missing))
    }

    /// What orders periods as their last days do, without asking the calendar.
    pub fn end(self) -> impl Ord {
        (self.last_month(), Reverse(self.missing))
    }

    /// Whether a day lies in it.
    pub fn holds(self, day: Day) -> bool {
        (self.first_day()..=self.last_day()).contains(&day)
    }

    /// Its months.
    pub fn all_months(self) -> impl DoubleEndedIterator<Item = Month> + Clone {
        self.first.to(self.last_month())
    }

    /// So many months that end with its last, whether or not they are a period that can be written.
    pub fn look_back(self, months: u8) -> Period {
        Period {
            first: self.last_month().plus(1 - i32::from(months)),
            months,
            missing: self.missing,
        }
    }

    /// The same to the end of its last month.
    pub fn to_month_end(self) -> Period {
        Period { missing: 0, ..self }
    }

    /// Its month, where it is one.
    pub fn in_one_month(self) -> Option<Month> {
        (self.months == 1).then_some(self.first)
    }

    /// How many months it has.
    pub fn months(self) -> u8 {
        self.months
    }

    /// The period of the same kind before it.
    pub fn previous(self) -> Period {
        Period::of(self.first.plus(-i32::from(self.months)), self.months)
    }

    /// The period of the same kind after it.
    pub fn next(self) -> Period {
        Period::of(self.first.plus(i32::from(self.months)), self.months)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.first.year();
        match self.span() {
            Span::Month => write!(f, "{}", self.first),
            Span::Quarter(number) => write!(f, "{year:04}-Q{number}"),
            Span::Semester(number) => write!(f, "{year:04}-S{number}"),
            Span::Year => write!(f, "{year:04}"),
            Span::Months => write!(f, "{}..{}", self.first, self.last_month()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_the_calendar_is_no_run_of_months() {
        let is = |first, last| {
            let [first, last] = [first, last].map(|text| Month::parse(text).unwrap());
            Period::between(first, last).unwrap().is_of_calendar()
        };
        assert!(is("2026-07", "2026-09") && is("2026-07", "2026-12") && is("2026-01", "2026-12"));
        assert!(!is("2026-08", "2026-10") && !is("2026-10", "2026-10") && !is("2026-04", "2026-09"));
        assert!(!is("2025-02", "2026-01") && !is("2026-01", "2026-04"));
    }

    #[test]
    fn days_and_months_are_read_strictly() {
        assert_eq!(Day::parse("2026-10-05").unwrap().to_string(), "2026-10-05");
        assert_eq!(Day::parse("2024-02-29").map(Day::month), Month::parse("2024-02"));
        for text in [
            "2026-02-29",
            "2026-13-01",
            "05-10-2026",
            "2026-1-5",
            "2026/10/05",
            "",
            "2026-10-05 ",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert_eq!(Month::parse("2026-00"), None);
        assert_eq!(Month::parse("2026-12").unwrap().plus(1).to_string(), "2027-01");
        assert_eq!(Month::parse("2026-02").unwrap().last().to_string(), "2026-02-28");
    }

    #[test]
    fn months_later_is_the_same_day_where_there_is_one() {
        for (day, months, expected) in [
            ("2023-05-10", 36, "2026-05-10"),
            ("2024-02-29", 36, "2027-02-28"),
            ("2026-10-31", -1, "2026-09-30"),
            ("2026-01-15", -12, "2025-01-15"),
        ] {
            let later = Day::parse(day).unwrap().plus_months(months);
            assert_eq!(later.to_string(), expected, "{day} {months}");
        }
    }

    #[test]
    fn a_month_up_to_a_day_ends_with_it_and_those_beside_it_are_whole() {
        let day = |text| Day::parse(text).unwrap();
        let period = Period::until(day("2026-11-20"));
        let held = ["2026-11-01", "2026-11-20", "2026-11-21"].map(|text| period.holds(day(text)));
        assert_eq!(held, [true, true, false]);
        let year = period.look_back(12);
        assert_eq!(
            (year.first_day(), year.last_day()),
            (day("2025-12-01"), day("2026-11-20"))
        );
        let beside = [period.previous(), period.next()].map(Period::last_day);
        assert_eq!(beside, ["2026-10-31", "2026-12-31"].map(day));
        assert_eq!(
            Period::until(day("2026-11-30")),
            Period::month(period.last_month())
        );
    }

    #[test]
    fn a_period_is_written_as_the_part_of_the_calendar_that_it_is() {
        let month = |text: &str| Month::parse(text).unwrap();
        for (first, last, written) in [
            ("2026-10", "2026-10", "2026-10"),
            ("2026-07", "2026-09", "2026-Q3"),
            ("2026-08", "2026-10", "2026-08..2026-10"),
            ("2026-07", "2026-12", "2026-S2"),
            ("2026-04", "2026-09", "2026-04..2026-09"),
            ("2026-01", "2026-12", "2026"),
            ("2025-11", "2026-10", "2025-11..2026-10"),
        ] {
            let period = Period::between(month(first), month(last)).unwrap();
            assert_eq!(period.to_string(), written);
            assert_eq!(period.previous().next(), period, "{written}");
        }
        assert_eq!(Period::between(month("2026-10"), month("2026-09")), None);
    }

    #[test]
    fn periods_know_their_ends() {
        let quarter = Period::parse("2026-Q3").unwrap();
        assert_eq!(quarter.first_day().to_string(), "2026-07-01");
        assert_eq!(quarter.last_day().to_string(), "2026-09-30");
        assert_eq!(quarter.next().to_string(), "2026-Q4");
        assert_eq!(
            Period::parse("2026").unwrap().last_day().to_string(),
            "2026-12-31"
        );
        assert_eq!(
            Period::quarter(Month::parse("2026-12").unwrap()).to_string(),
            "2026-Q4"
        );
        for text in [
            "2026-Q0", "2026-Q5", "26", "2026-13", "", "2026-Q", "20261-Q2", "-Q2",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }
}
