//! Days and numbers as people and spreadsheet programs write them. What can be read two ways is refused, never guessed.

use crate::change::Reason;
use crate::records::code::{DateOrder, DecimalMark, WeekdayCode};
use crate::records::text::folded;
use crate::records::time::Day;
use crate::sheets::{SheetCell, Written};
use crate::words::import::{Spot, Unfit};
use crate::words::problem::Problem;

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

/// The day in a cell as `YYYY-MM-DD`; a time of it is left out.
pub(super) fn day(cell: &SheetCell, order: Option<DateOrder>) -> Result<String, Reason> {
    let text = cell.text.trim();
    if text.is_empty() || cell.written == Written::Day {
        return Ok(text.to_owned());
    }
    let (whole, behind) = text.split_once(['T', ' ']).unwrap_or((text, ""));
    if let Some(day) = Day::parse(whole) {
        return alone(text, behind).map(|()| day.to_string());
    }
    if let Some(day) = serial(text) {
        return Ok(day.to_string());
    }
    let refuse = || {
        let text = text.to_owned();
        Reason::Cell(Problem::DayForm { text })
    };
    let found = match named(text) {
        Some(found) => found?,
        None => digits(text, order)?,
    };
    let found = found.ok_or_else(refuse)?;
    on_weekday(text, found)?;
    Ok(found.to_string())
}

/// What may stand behind a day and is a time of it, beside digits.
const TIMES: [&str; 14] = [
    "am", "pm", "a", "m", "p", "pukul", "pkl", "jam", "wib", "wita", "wit", "gmt", "utc", "z",
];

/// What may stand before a day with a month in words and changes nothing.
const BEFORE: [&str; 4] = ["hari", "tanggal", "tgl", "pada"];

/// What makes a bound of a day.
const BOUNDS: [&str; 12] = [
    "sampai", "hingga", "sd", "s", "sebelum", "setelah", "sesudah", "lambat", "sekitar", "mulai", "sejak",
    "akhir",
];

/// That nothing but a time stands behind a day: another day, or words, may change what is meant.
fn alone(text: &str, behind: &str) -> Result<(), Reason> {
    let words = folded(behind);
    let words = || words.split(' ').filter(|word| !word.is_empty());
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_zone = |word: &str| behind.contains(&format!("+{word}"));
    let is_time =
        |word: &str| (is_number(word) && (word.len() < 4 || is_zone(word))) || TIMES.contains(&word);
    let has_hour = behind.contains([':', '.']) || words().any(|word| TIMES.contains(&word));
    match words().all(is_time) && (has_hour || !words().any(is_number)) {
        true => Ok(()),
        false => Err(Unfit::DayNotAlone {
            text: text.to_owned(),
        }
        .into()),
    }
}

/// The days of the week that a text names.
fn weekdays(text: &str) -> Vec<u32> {
    let text = folded(text);
    let named = (0..).zip(WeekdayCode::CODES).filter(|(_, code)| {
        let names = [code.words.id, code.words.en].map(folded);
        text.split(' ').any(|word| names.iter().any(|name| name == word))
    });
    named.map(|(at, _)| at).collect()
}

/// That a day is of the week as the text that tells it says.
fn on_weekday(text: &str, day: Day) -> Result<(), Reason> {
    let own = day.weekday().num_days_from_monday();
    match weekdays(text).into_iter().find(|told| *told != own) {
        None => Ok(()),
        Some(_) => {
            let weekday = WeekdayCode::CODES.get(own as usize).map(|code| code.words);
            let (text, day) = (text.to_owned(), day.to_string());
            let [id, en] =
                weekday.map_or_else(Default::default, |words| [words.id, words.en].map(str::to_owned));
            Err(Unfit::WeekdayOther { text, day, id, en }.into())
        }
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
///
/// # Errors
/// It tells more than one day, or words that may change which is meant: `Minggu ke-2 November 2026`.
fn named(text: &str) -> Option<Result<Option<Day>, Reason>> {
    // Where somebody was born, or signed, stands before the day: `Medan, 14 Mei 1980`.
    let is_place = |place: &str| {
        let words = folded(place);
        let words: Vec<&str> = words.split(' ').collect();
        let is_other = |word: &&str| BOUNDS.contains(word) || (words.len() > 1 && !weekdays(word).is_empty());
        !place.contains(|letter: char| letter.is_ascii_digit()) && !words.iter().any(is_other)
    };
    let own = text
        .split_once(',')
        .filter(|(place, rest)| is_place(place) && months(place) == 0 && months(rest) > 0);
    let own = own.map_or(text, |(_, rest)| rest);
    let folded = folded(own);
    let words: Vec<&str> = folded.split(' ').collect();
    let month = words.iter().find_map(|word| month_of(word))?;
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    // `02-Nov-24`: with the month between them the first is the day, as programs show it.
    if let [first, _, last] = words[..]
        && (first.len() <= 2 && last.len() == 2)
        && [first, last].iter().all(is_number)
    {
        let of =
            |first: &str, last: &str| Day::of(century(last.parse().ok()?) as i32, month, first.parse().ok()?);
        return Some(Ok(of(first, last)));
    }
    let is_year = |word: &&str| word.len() == 4 && is_number(word);
    let year = words.iter().copied().find(is_year)?;
    // A time stands behind the year; where that stands first, behind the day.
    let behind = own.split_once(year).map_or("", |(_, rest)| rest);
    let is_first = words.first() == Some(&year);
    let before: Vec<&str> = words
        .iter()
        .copied()
        .skip(usize::from(is_first))
        .take_while(|word| is_first || *word != year)
        .collect();
    let days: Vec<&str> = before.iter().copied().filter(is_number).collect();
    let is_meant = |word: &&str| {
        is_number(word) || month_of(word).is_some() || !weekdays(word).is_empty() || BEFORE.contains(word)
    };
    let is_whole = months(own) == 1 && before.iter().all(is_meant);
    let found = || Day::of(year.parse().ok()?, month, days.first()?.parse().ok()?);
    Some(match (&days[..], is_whole) {
        ([_], true) if is_first => Ok(found()),
        ([_], true) => alone(text, behind).map(|()| found()),
        ([], true) => Ok(None),
        _ => Err(Unfit::DayNotAlone {
            text: text.to_owned(),
        }
        .into()),
    })
}

/// How many words of a text are months.
fn months(text: &str) -> usize {
    folded(text)
        .split(' ')
        .filter(|word| month_of(word).is_some())
        .count()
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
    let (date, behind) = date.split_once(char::is_whitespace).unwrap_or((date, ""));
    let parts: Vec<&str> = date.trim_end_matches(',').split(['/', '-', '.']).collect();
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 4);
    let [Some(a), Some(b), Some(c)] = [0, 1, 2].map(|at| parts.get(at).copied().and_then(number)) else {
        return Ok(None);
    };
    if parts.len() > 3 {
        return Ok(None);
    }
    alone(text, behind)?;
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

/// A day without its year, `12/3`, `15 Maret`, in one; `None` where a text is none.
pub(super) fn in_year(text: &str, year: i32) -> Option<String> {
    let folded = folded(text);
    let parts: Vec<&str> = folded.split(' ').collect();
    let is_number = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    match parts[..] {
        [day, month] if is_number(day) && month_of(month).is_some() => Some(format!("{day} {month} {year}")),
        [one, other] if [one, other].into_iter().all(is_number) && text.contains(['/', '-']) => {
            Some(format!("{one}/{other}/{year}"))
        }
        _ => None,
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
            ("2026-11-03T08:15:00.000", "2026-11-03"),
            ("2026/10/06 8:15:00 AM GMT+7", "2026-10-06"),
            ("Selasa, 3 November 2026 pukul 08.15 WIB", "2026-11-03"),
            ("Medan, 14 Mei 1980", "1980-05-14"),
            ("Nov 3, 2026 8:15 AM", "2026-11-03"),
            // More than one day, or words that may change it.
            ("Minggu ke-2 November 2026", "day-not-alone"),
            ("14-15 November 2026", "day-not-alone"),
            ("30 Okt s.d. 2 Nov 2026", "day-not-alone"),
            ("s.d. 20 November 2026", "day-not-alone"),
            ("s.d., 20 November 2026", "day-not-alone"),
            ("5 November 2026 (via telepon)", "day-not-alone"),
            ("5 November 2026, 7 November 2026", "day-not-alone"),
            ("25/11/2026 s.d. 27/11/2026", "day-not-alone"),
            ("25/11/2026 27/11/2026", "day-not-alone"),
            ("2026-11-03 s.d. 2026-11-05", "day-not-alone"),
            ("Senin, 5 November 2026", "weekday-other"),
            ("Senin, 24/11/2026", "weekday-other"),
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
}
