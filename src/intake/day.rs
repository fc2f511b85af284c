//! Days and numbers as people and spreadsheet programs write them. What can be read two ways is refused, never guessed.

use crate::change::Reason;
use crate::records::code::{DateOrder, DecimalMark, WeekdayCode};
use crate::records::text::folded;
use crate::records::time::{Day, Month, Period};
use crate::sheets::{SheetCell, Written};
use crate::words::import::{Spot, Unfit};
use crate::words::problem::Problem;
use std::collections::BTreeSet;

/// The names of months in both languages, by month, and what is written short and does not begin one.
const MONTHS: [&[&str]; 12] = [
    &["januari", "january"],
    &["februari", "february", "pebruari"],
    &["maret", "march"],
    &["april"],
    &["mei", "may"],
    &["juni", "june"],
    &["juli", "july"],
    &["agustus", "august", "ags", "agt", "agst"],
    &["september"],
    &["oktober", "october"],
    &["november", "nopember"],
    &["desember", "december"],
];

/// Two digits of a year below this are of this century.
const PIVOT: u32 = 50;

/// The year of two digits: its century is that of who still works.
fn century(year: u32) -> u32 {
    year + if year < PIVOT { 2000 } else { 1900 }
}

/// The serial numbers of days that an office may mean: 1927 to 2064.
const SERIALS: std::ops::RangeInclusive<i32> = 10_000..=60_000;

/// The month that a word names, in full or by its beginning: `okt`, but no `desa` and no `margajaya`.
pub(super) fn month_of(word: &str) -> Option<u32> {
    let is_meant = |names: &&[&str]| names.iter().any(|name| name.starts_with(word));
    let at = MONTHS.iter().position(is_meant).filter(|_| word.len() >= 3)?;
    Some(at as u32 + 1)
}

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

/// The day in a cell as `YYYY-MM-DD`; a time of it is left out.
pub(super) fn day(cell: &SheetCell, order: Option<DateOrder>) -> Result<String, Reason> {
    let text = cell.text.trim();
    if text.is_empty() || cell.written == Written::Day {
        return Ok(text.to_owned());
    }
    let whole = text.split(['T', ' ']).next().unwrap_or(text);
    if let Some(day) = Day::parse(whole).or_else(|| Day::parse(text)) {
        return Ok(day.to_string());
    }
    if let Some(day) = serial(text) {
        return Ok(day.to_string());
    }
    let refuse = || {
        let text = text.to_owned();
        Reason::Cell(Problem::DayForm { text })
    };
    match named(text) {
        Some(found) => found.map(|day| day.to_string()).ok_or_else(refuse),
        None => digits(text, order)?.map(|day| day.to_string()).ok_or_else(refuse),
    }
}

/// That a day is of the years of which an office keeps records: a slip of the finger makes 0024 of 2024, or 2124.
///
/// # Errors
/// When nobody who is there can have lived it, or will.
pub(super) fn likely(day: &str, today: Option<Day>) -> Result<(), Unfit> {
    /// So old may be who still works there.
    const FIRST: i32 = 1945;
    /// So far ahead may a contract or a limit lie.
    const AHEAD: i32 = 50;
    let last = today.map_or(i32::MAX, |today| today.year() + AHEAD);
    match Day::parse(day).map(Day::year) {
        Some(year) if !(FIRST..=last).contains(&year) => Err(Unfit::YearUnlikely { day: day.to_owned() }),
        _ => Ok(()),
    }
}

/// The day of a serial number of a spreadsheet, which counts from the end of 1899.
fn serial(text: &str) -> Option<Day> {
    let whole = text.split_once(['.', ',']).map_or(text, |(whole, _)| whole);
    let number: i32 = whole.parse().ok().filter(|_| whole.len() == 5)?;
    let origin = Day::of(1899, 12, 30)?;
    SERIALS.contains(&number).then(|| origin.plus(number))
}

/// A day whose month is a word: `Senin, 3 November 2026`, `03-Nop-2026`. `None` where no word is a month.
fn named(text: &str) -> Option<Option<Day>> {
    let folded = folded(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let month = words.iter().find_map(|word| month_of(word))?;
    let numbers: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
        .collect();
    let year = numbers.iter().find(|number| number.len() == 4);
    let day = numbers.iter().find(|number| number.len() <= 2);
    // `02-Nov-24`: with the month between them the first is the day, as programs show it.
    if let ([first, _, last], [_, _], None) = (&words[..], &numbers[..], year)
        && first.len() <= 2
        && last.len() == 2
        && numbers == [*first, *last]
    {
        let year: u32 = last.parse().ok()?;
        return Some(Day::of(century(year) as i32, month, first.parse().ok()?));
    }
    let found = || Day::of(year?.parse().ok()?, month, day?.parse().ok()?);
    Some(found())
}

/// A day without that of the week in front, and which that is: `Senin, 12/10/2026`, `Senin/12-10-2026`.
fn undressed(text: &str) -> (Option<u32>, &str) {
    let digit = text
        .find(|letter: char| letter.is_ascii_digit())
        .unwrap_or_default();
    let day = text[..digit].trim_end_matches(|letter: char| !letter.is_alphabetic());
    let mut names = WeekdayCode::CODES.iter().map(|code| folded(code.words.id));
    let name = folded(day);
    let weekday = names.position(|known| known == name);
    match weekday {
        Some(weekday) => (u32::try_from(weekday).ok(), &text[digit..]),
        None => (None, text),
    }
}

/// Which of two days that digits may mean is the day of the week that stands before them; `None` where that settles nothing.
fn settled(weekday: Option<u32>, one: Option<Day>, other: Option<Day>) -> Option<Day> {
    let fits = |day: &Day| Some(day.weekday().num_days_from_monday()) == weekday;
    match (one.filter(fits), other.filter(fits)) {
        (Some(day), None) | (None, Some(day)) => Some(day),
        _ => None,
    }
}

/// A day in digits: `03/11/2026`, `2026/11/03`, with a time behind.
fn digits(text: &str, order: Option<DateOrder>) -> Result<Option<Day>, Reason> {
    let (weekday, date) = undressed(text);
    let date = date.split_whitespace().next().unwrap_or_default();
    let parts: Vec<&str> = date.split(['/', '-', '.']).collect();
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 4);
    let [Some(a), Some(b), Some(c)] = [0, 1, 2].map(|at| parts.get(at).copied().and_then(number)) else {
        return Ok(None);
    };
    if parts.len() > 3 {
        return Ok(None);
    }
    if parts[0].len() == 4 {
        return Ok(Day::of(a as i32, b, c));
    }
    // Where the order of the parts is known, so is which of them is the year.
    let c = match (parts[2].len(), order) {
        (4, _) => c,
        (2, Some(_)) if parts[0].len() <= 2 => century(c),
        _ => {
            let text = text.to_owned();
            return Err(Unfit::DayShort { text }.into());
        }
    };
    let (day_first, month_first) = (Day::of(c as i32, b, a), Day::of(c as i32, a, b));
    match (order, day_first, month_first) {
        (Some(DateOrder::DayFirst), day, _) | (Some(DateOrder::MonthFirst), _, day) => Ok(day),
        (None, Some(one), Some(other)) if one != other => {
            let unclear = || {
                let text = text.to_owned();
                Unfit::DayUnclear { text }.into()
            };
            settled(weekday, day_first, month_first)
                .map(Some)
                .ok_or_else(unclear)
        }
        (None, one, other) => Ok(one.or(other)),
    }
}

/// Which order days in digits have, by those of them that can be read in one way only; the first of these. `None` where
/// there is none, or where they contradict each other.
pub(super) fn evident(cells: impl Iterator<Item = (Spot, SheetCell)>) -> Option<(DateOrder, Spot, String)> {
    let mut found: Option<(DateOrder, Spot, String)> = None;
    for (spot, cell) in cells {
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        // Where somebody was born stands before the day: `Medan, 14-05-1980`.
        let text =
            cell.text
                .rsplit_once(',')
                .map_or(&*cell.text, |(place, day)| match undressed(&cell.text).0 {
                    None if !place.contains(|letter: char| letter.is_ascii_digit()) => day.trim(),
                    _ => &*cell.text,
                });
        let (weekday, date) = undressed(text);
        let date = date.split_whitespace().next().unwrap_or_default();
        let parts: Vec<&str> = date.split(['/', '-', '.']).collect();
        let [a, b, c] = parts[..] else { continue };
        if cell.written == Written::Day || c.len() != 4 || ![a, b, c].into_iter().all(is_digits) {
            continue;
        }
        let [a, b, year] = [a, b, c].map(|part| part.parse::<u32>().unwrap_or_default());
        let of = |month: u32, day: u32| Day::of(year as i32, month, day);
        let order = match [a, b] {
            [13..=31, 1..=12] => DateOrder::DayFirst,
            [1..=12, 13..=31] => DateOrder::MonthFirst,
            _ => match settled(weekday, of(b, a), of(a, b)) {
                Some(day) if Some(day) == of(b, a) => DateOrder::DayFirst,
                Some(_) => DateOrder::MonthFirst,
                None => continue,
            },
        };
        match &found {
            Some((known, ..)) if *known != order => return None,
            Some(_) => {}
            None => found = Some((order, spot, cell.text)),
        }
    }
    found
}

/// A number with a point before its decimals: a comma too, and marks between thousands.
pub(super) fn number(cell: &SheetCell, mark: Option<DecimalMark>) -> Result<String, Reason> {
    let text = cell.text.trim().trim_end_matches('%').trim();
    if text.is_empty() || cell.written == Written::Number {
        return Ok(text.to_owned());
    }
    let text = text.trim_start_matches("Rp").trim_start_matches('.').trim();
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let decimal = match mark {
        Some(DecimalMark::Comma) => Some(','),
        Some(DecimalMark::Point) => Some('.'),
        None => decimal_of(&text)?,
    };
    let thousands = if decimal == Some(',') { '.' } else { ',' };
    let plain = match decimal {
        None => text.replace(['.', ','], ""),
        Some(decimal) => text.replace(thousands, "").replace(decimal, "."),
    };
    Ok(match plain.split_once('.') {
        // `79,0` is 79.
        Some((whole, rest)) if rest.bytes().all(|byte| byte == b'0') => whole.to_owned(),
        _ => plain,
    })
}

/// The mark before the decimals of a number, by its look; none where it has only marks between thousands.
fn decimal_of(text: &str) -> Result<Option<char>, Reason> {
    let (points, commas) = (text.matches('.').count(), text.matches(',').count());
    match (points, commas) {
        (0, 0) => Ok(None),
        (1.., 1..) => Ok(text.rfind(['.', ',']).and_then(|at| text[at..].chars().next())),
        (2.., 0) | (0, 2..) => Ok(None),
        _ => {
            let mark = if points == 1 { '.' } else { ',' };
            let (whole, rest) = text.split_once(mark).unwrap_or_default();
            let may_be_thousands = rest.len() == 3 && (1..=3).contains(&whole.len()) && whole != "0";
            match may_be_thousands {
                true => Err(Unfit::NumberUnclear {
                    text: text.to_owned(),
                }
                .into()),
                false => Ok(Some(mark)),
            }
        }
    }
}

/// The period that a text names: `2026-Q3`, `Triwulan III 2026`, `TW 3/2026`, `September 2026`, `2026`.
pub(super) fn period(text: &str) -> Option<Period> {
    if let Some(period) = Period::parse(text.trim()) {
        return Some(period);
    }
    let folded = folded(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let mut years = words.iter().filter(|word| word.len() == 4);
    let year: i32 = years.find_map(|word| word.parse().ok())?;
    let numbered = |word: &&str| -> Option<u32> {
        let number = word.strip_prefix('q').or_else(|| word.strip_prefix("tw"))?;
        number.parse().ok().filter(|number| (1..=4).contains(number))
    };
    if let Some(quarter) = words.iter().find_map(numbered) {
        return Month::of(year, (quarter - 1) * 3 + 1).map(Period::quarter);
    }
    // `Triwulan III (Juli - September) 2026` is no month.
    let is_quarter = |word: &&str| ["triwulan", "tw", "kuartal", "quarter", "trw"].contains(word);
    let Some(at) = words.iter().position(is_quarter) else {
        let month = words.iter().find_map(|word| month_of(word))?;
        return Month::of(year, month).map(Period::month);
    };
    let rank = |word: &&str| {
        ["i", "ii", "iii", "iv"]
            .iter()
            .chain(&["1", "2", "3", "4"])
            .position(|known| known == word)
    };
    let quarter = words[at..].iter().find_map(rank)? % 4;
    Month::of(year, quarter as u32 * 3 + 1).map(Period::quarter)
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
    let day = day(cell, order)?;
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

    fn read(text: &str, order: Option<DateOrder>) -> String {
        day(&SheetCell::text(text), order).unwrap_or_else(|reason| reason.told(crate::words::Lang::En).0)
    }

    #[test]
    fn days_are_read_in_every_form_and_never_guessed() {
        for (text, expected) in [
            ("2026-11-03", "2026-11-03"),
            ("2026-11-03 08:15:00", "2026-11-03"),
            ("2026/11/3", "2026-11-03"),
            ("3 November 2026", "2026-11-03"),
            ("Selasa, 03-Nop-2026", "2026-11-03"),
            ("1 Agt 2026", "2026-08-01"),
            ("02-Nov-24", "2024-11-02"),
            ("24-Nov-5", "day-form"),
            ("Nov 02 24", "day-form"),
            ("25/11/2026", "2026-11-25"),
            ("11/25/2026 8:15:00", "2026-11-25"),
            ("05/05/2026", "2026-05-05"),
            ("46329", "2026-11-03"),
            ("46329,34375", "2026-11-03"),
            ("Selasa, 24/11/2026", "2026-11-24"),
            ("Jum'at/13-11-2026", "2026-11-13"),
            ("Rapat 24/11/2026", "day-form"),
            ("Senin, 5/10/2026", "2026-10-05"),
            ("Minggu, 5/10/2026", "2026-05-10"),
            ("Rabu, 5/10/2026", "day-unclear"),
            ("12 Desa 2026", "day-form"),
            ("03/11/2026", "day-unclear"),
            ("03/11/26", "day-short"),
            ("31/02/2026", "day-form"),
            ("31 Februari 2026", "day-form"),
            ("besok", "day-form"),
            ("", ""),
        ] {
            assert_eq!(read(text, None), expected, "{text}");
        }
        assert_eq!(read("03/11/2026", Some(DateOrder::DayFirst)), "2026-11-03");
        assert_eq!(read("03/11/2026", Some(DateOrder::MonthFirst)), "2026-03-11");
        assert_eq!(read("25/11/2026", Some(DateOrder::MonthFirst)), "day-form");
        assert_eq!(read("03/11/26", Some(DateOrder::DayFirst)), "2026-11-03");
        assert_eq!(read("03.11.78", Some(DateOrder::DayFirst)), "1978-11-03");
    }

    #[test]
    fn some_days_tell_the_order_of_all() {
        let of = |texts: &[&str]| {
            let cells = texts.iter().map(|text| (Spot::default(), SheetCell::text(text)));
            evident(cells).map(|(order, _, text)| (order, text))
        };
        let day_first = |text: &str| Some((DateOrder::DayFirst, text.to_owned()));
        assert_eq!(
            of(&["03/11/2026", "25-11-2026 08:00"]),
            day_first("25-11-2026 08:00")
        );
        assert_eq!(of(&["11/25/2026"]).map(|one| one.0), Some(DateOrder::MonthFirst));
        assert_eq!(of(&["11/25/2026", "25/11/2026"]), None);
        assert_eq!(
            of(&["03/11/2026", "Senin, 5/10/2026"]),
            day_first("Senin, 5/10/2026")
        );
        assert_eq!(of(&["03/11/2026", "2026-11-25", "25/11/26", "46329"]), None);
    }

    #[test]
    fn numbers_are_read_with_either_mark() {
        let read = |text: &str| {
            number(&SheetCell::text(text), None)
                .unwrap_or_else(|reason| reason.told(crate::words::Lang::En).0)
        };
        for (text, expected) in [
            ("61", "61"),
            ("61,5", "61.5"),
            ("79,0", "79"),
            ("61.5", "61.5"),
            ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("1.234.567", "1234567"),
            ("0,125", "0.125"),
            ("85 %", "85"),
            ("1.234", "number-unclear"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

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
    }
}
