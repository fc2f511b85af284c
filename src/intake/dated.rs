//! The months and periods that titles and cells name.

use super::day::{self, month_of};
use crate::change::Reason;
use crate::records::code::DateOrder;
use crate::records::text::folded;
use crate::records::time::{Day, Month, Period};
use crate::sheets::SheetCell;
use crate::words::problem::Problem;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The only month that a text names, and the only year; each `None` where it names none or several.
pub(super) fn month_and_year(text: &str) -> (Option<u32>, Option<i32>) {
    let folded = folded(text);
    let only = |mut found: BTreeSet<i32>| found.pop_first().filter(|_| found.is_empty());
    let months = folded.split(' ').filter_map(month_of).map(|month| month as i32);
    let years = folded
        .split(' ')
        .filter(|word| word.len() == 4 && word.starts_with("20"));
    let month = only(months.collect()).map(|month| month as u32);
    (month, only(years.filter_map(|word| word.parse().ok()).collect()))
}

/// The period that a text names: `2026-Q3`, `Triwulan III 2026`, `TW 3/2026`, `September 2026`, `2026`.
pub(super) fn period(text: &str) -> Option<Period> {
    if let Some(period) = Period::parse(text.trim()) {
        return Some(period);
    }
    let folded = folded(text);
    let mut words = folded.split(' ');
    if words.clone().any(|word| unit(word).is_some()) || part(text).is_some() {
        return part(text).filter(|part| part.months == 3)?.period();
    }
    let month = words.find_map(month_of)?;
    Month::of(year(&folded)?, month).map(Period::month)
}

/// A quarter, or half, of a year that a text names, with the year where it tells one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct YearPart {
    /// Its first month, from 1.
    pub(super) first: u32,
    /// How many it has.
    pub(super) months: u8,
    pub(super) year: Option<i32>,
}

impl YearPart {
    /// That of its year; `None` where that is not told.
    pub(super) fn period(self) -> Option<Period> {
        let first = Month::of(self.year?, self.first)?;
        Some(Period::holding(first, self.months))
    }

    /// Whether all of a period may lie in it.
    pub(super) fn holds(self, period: Period) -> bool {
        let month = period.first_month();
        let year = self.year.unwrap_or(month.year());
        let own = YearPart {
            year: Some(year),
            ..self
        }
        .period();
        period.months() <= self.months
            && own.is_some_and(|own| own == Period::holding(month, self.months))
            && month.year() == year
    }
}

/// The first number of four digits.
fn year(folded: &str) -> Option<i32> {
    let mut years = folded.split(' ').filter(|word| word.len() == 4);
    years.find_map(|word| word.parse().ok())
}

/// How many months the part of a year has that a word names.
fn unit(word: &str) -> Option<u8> {
    match word {
        "triwulan" | "tw" | "kuartal" | "quarter" | "trw" => Some(3),
        "semester" | "smt" => Some(6),
        _ => None,
    }
}

/// The quarter or half of a year that a text names: `Triwulan III (Juli - September) 2026`, `TW II`, `2026-Q3`.
pub(super) fn part(text: &str) -> Option<YearPart> {
    let folded = folded(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let year = year(&folded);
    let of = |rank: u32, months: u8| {
        let first = (rank - 1) * u32::from(months) + 1;
        (first <= 12).then_some(YearPart { first, months, year })
    };
    // `Q1` alone may be a question.
    let numbered = |word: &&str| -> Option<u32> {
        let quarter = word.strip_prefix('q').filter(|_| year.is_some());
        let number = quarter.or_else(|| word.strip_prefix("tw"))?;
        number.parse().ok().filter(|number| (1..=4).contains(number))
    };
    if let Some(quarter) = words.iter().find_map(numbered) {
        return of(quarter, 3);
    }
    const RANKS: [[&str; 4]; 3] = [
        ["i", "ii", "iii", "iv"],
        ["1", "2", "3", "4"],
        ["pertama", "kedua", "ketiga", "keempat"],
    ];
    let rank = |word: &&str| {
        RANKS
            .iter()
            .find_map(|ranks| ranks.iter().position(|known| known == word))
    };
    let units = (0..).zip(&words).find_map(|(at, word)| Some((at, unit(word)?)));
    let Some((at, months)) = units else {
        // `Periode Juli - September 2026`.
        let named: BTreeSet<u32> = words.iter().filter_map(|word| month_of(word)).collect();
        let (first, last) = (*named.first()?, *named.last()?);
        return match (first % 3 == 1 && last == first + 2).then_some(first) {
            Some(first) => of(first / 3 + 1, 3),
            None => None,
        };
    };
    of(words[at..].iter().find_map(rank)? as u32 + 1, months)
}

/// What a text says beside the quarter that it names: `Predikat` of `Predikat Triwulan III Tahun 2026`.
pub(super) fn without_part(text: &str) -> Cow<'_, str> {
    if part(text).is_none_or(|part| part.months != 3) {
        return Cow::Borrowed(text);
    }
    let folded = folded(text);
    let mut words: Vec<&str> = folded.split(' ').collect();
    let named = words.iter().position(|word| unit(word).is_some());
    if let Some(at) = named {
        // Its rank stands behind it.
        words.drain(at..words.len().min(at + 2));
    }
    let is_of_time = |word: &str| {
        let year = word.len() == 4 && word.starts_with("20");
        let quarter = word.strip_prefix("tw").or_else(|| word.strip_prefix('q'));
        year || word == "tahun" || quarter.is_some_and(|rank| rank.parse::<u32>().is_ok())
    };
    words.retain(|word| !is_of_time(word));
    Cow::Owned(words.join(" "))
}

/// The month that a text names: `2026-10`, `Oktober 2026`, or that of a day.
pub(super) fn month(cell: &SheetCell, order: Option<DateOrder>) -> Result<Month, Reason> {
    if let Some(month) = Month::parse(cell.text.trim()) {
        return Ok(month);
    }
    if let Some(Period { .. }) = period(&cell.text)
        && let Some(found) = named_month(&cell.text)
    {
        return Ok(found);
    }
    let day = day::day(cell, order)?;
    Day::parse(&day).map(Day::month).ok_or_else(|| {
        let text = cell.text.clone();
        Reason::Cell(Problem::DayForm { text })
    })
}

/// `Oktober 2026`, without a day.
fn named_month(text: &str) -> Option<Month> {
    let folded = folded(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let [name, year] = words[..] else { return None };
    Month::of(year.parse().ok()?, month_of(name)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_one_month_and_one_year() {
        for (text, expected) in [
            ("BULAN OKTOBER 2026", (Some(10), Some(2026))),
            ("SEPT", (Some(9), None)),
            ("KELURAHAN MARGAJAYA TAHUN 2026", (None, Some(2026))),
            ("PERIODE JULI s/d SEPTEMBER 2026", (None, Some(2026))),
            ("Desember 2025 - Desember 2026", (Some(12), None)),
        ] {
            assert_eq!(month_and_year(text), expected, "{text}");
        }
    }

    #[test]
    fn periods_have_many_names() {
        for (text, expected) in [
            ("2026-Q3", "2026-Q3"),
            ("Triwulan III 2026", "2026-Q3"),
            ("TW 3/2026", "2026-Q3"),
            ("Q4 2026", "2026-Q4"),
            ("TW4 2026", "2026-Q4"),
            ("2026-Q3 2026", "2026-Q3"),
            ("September 2026", "2026-09"),
            ("PERIODE : TRIWULAN III (JULI - SEPTEMBER) TAHUN 2026", "2026-Q3"),
            ("rapat i, penilaian tw 3 2026", "2026-Q3"),
            ("2026", "2026"),
        ] {
            assert_eq!(
                period(text).map(|period| period.to_string()).as_deref(),
                Some(expected)
            );
        }
        assert!(period("triwulan ini").is_none());
        assert!(period("Semester I 2026").is_none());
    }

    #[test]
    fn a_heading_means_something_beside_its_quarter() {
        for (text, expected) in [
            ("Predikat Kinerja Triwulan III", "predikat kinerja"),
            ("TRIWULAN II Hasil Kerja", "hasil kerja"),
            ("Predikat TW3 2026", "predikat"),
            ("Predikat (TW. IV Tahun 2026)", "predikat"),
            ("Triwulan III", ""),
            ("Predikat Kinerja", "Predikat Kinerja"),
            ("Predikat Semester I", "Predikat Semester I"),
        ] {
            assert_eq!(without_part(text), expected, "{text}");
        }
    }

    #[test]
    fn parts_of_a_year_hold_what_lies_in_them() {
        let holds = |text: &str, period: &str| Some(part(text)?.holds(Period::parse(period)?));
        for (text, period, expected) in [
            ("TW II", "2026-Q2", Some(true)),
            ("TW II", "2026-Q3", Some(false)),
            ("TRIWULAN KETIGA 2026", "2026-Q3", Some(true)),
            ("Triwulan III 2025", "2026-Q3", Some(false)),
            ("Triwulan IV 2026", "2026-11", Some(true)),
            ("Triwulan III 2026", "2026-11", Some(false)),
            ("Semester II 2026", "2026-Q3", Some(true)),
            ("Triwulan III 2026", "2026", Some(false)),
            ("Q1 = Persyaratan", "2026-Q3", None),
            ("Semester III", "2026-Q3", None),
        ] {
            assert_eq!(holds(text, period), expected, "{text} {period}");
        }
    }
}
