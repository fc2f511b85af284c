//! What a list of participants says of its training in the lines above its heading: `Kegiatan: Pelayanan Prima`.

use super::announced::{AROUND, KINDS, LABELS, OF_LIST, OTHERWISE, Told, UNITS, UNTIL};
use super::day;
use super::form::ListForm;
use super::signing::is_part;
use super::value::code;
use crate::change::Reason;
use crate::records::code::{DateOrder, Method, Mode};
use crate::records::text::folded;
use crate::records::time::Day;
use crate::records::word::Code;
use crate::sheets::heading::Region;
use crate::sheets::{SheetCell, SheetRow, Worksheet, Written, heading};
use crate::words::import::{Spot, Unfit};
use std::collections::BTreeSet;

/// A field of the training with its text, or why the cell cannot be read.
pub(super) type Announced = Result<(&'static str, String), Box<(Spot, Reason)>>;

/// The fields of a training that the lines above the headings of a list tell, by their names.
pub(super) fn fields(form: &ListForm, sheets: &[Worksheet]) -> Vec<Announced> {
    let knows = form.knows();
    let mut fields: Vec<Announced> = Vec::new();
    for sheet in sheets.iter().filter(|sheet| form.reads(sheet.name.as_deref())) {
        let Some(first) = heading::first_regions(sheet, &knows)
            .first()
            .map(|region| region.heading)
        else {
            continue;
        };
        let above = || sheet.rows.iter().take_while(|row| row.number < first);
        let mut own = Vec::new();
        for row in above() {
            for (told, cell, column) in lines(row, label) {
                let spot = || sheet.spot(row.number, Some(column));
                own.extend(read(told, &cell, form.dates, spot));
            }
        }
        let tells = |name: &str| own.iter().flatten().any(|(known, _)| *known == name);
        let (title, days) = (tells("title"), tells("start"));
        let bare: Vec<&str> = above().filter_map(unlabelled).collect();
        let of = |name: &'static str, text: &str| Ok((name, text.to_owned()));
        let titles = bare.iter().enumerate();
        let titles: Vec<(usize, &str)> = titles
            .filter_map(|(at, line)| Some((at, titled(line)?)))
            .collect();
        if let ([(at, only)], false) = (&titles[..], title) {
            let rest = bare.get(at + 1).filter(|line| goes_on(line));
            let parts: Vec<&str> = [Some(only), rest].into_iter().flatten().copied().collect();
            own.push(of("title", &parts.join(" ")));
        }
        let spans: Vec<(Day, Day)> = bare.iter().filter_map(|line| worded(line)).collect();
        if let ([(start, end)], false) = (&spans[..], days) {
            own.extend([of("start", &start.to_string()), of("end", &end.to_string())]);
        }
        let is_told = own.iter().flatten().any(|(known, _)| *known == "start");
        let columns = headed_days(heading::first_regions(sheet, &knows).first(), form.dates);
        if let (Some(start), Some(end), false) = (columns.first(), columns.last(), is_told) {
            own.extend([of("start", &start.to_string()), of("end", &end.to_string())]);
        }
        let hours: BTreeSet<String> = above().flat_map(SheetRow::texts).filter_map(hours).collect();
        let is_told = own.iter().flatten().any(|(known, _)| *known == "jp");
        if let (Some(jp), 1, false) = (hours.first(), hours.len(), is_told) {
            own.push(of("jp", jp));
        }
        let is_told = own.iter().flatten().any(|(known, _)| *known == "mode");
        own.extend(mode(above()).filter(|_| !is_told).map(|code| of(PLACED, code)));
        let is_other = |(name, text): &&(&'static str, String)| {
            let mut before = fields.iter().flatten();
            ["title", "start"].contains(name) && before.any(|(known, told)| known == name && told != text)
        };
        if let Some((_, text)) = own.iter().flatten().find(is_other) {
            let refusal = Unfit::SheetOfAnother { text: text.clone() };
            own = vec![Err(Box::new((sheet.spot(first, None), refusal.into())))];
        }
        fields.extend(own);
    }
    fields
}

/// The days that the columns of a list are headed by, for which people sign: `HARI KE-1 Selasa, 5 Mei 2026`.
fn headed_days(region: Option<&Region<'_>>, order: Option<DateOrder>) -> BTreeSet<Day> {
    let titles = region.iter().flat_map(|region| &region.titles);
    let day = |title: &String| {
        let in_words = worded(title).map(|(_, last)| last);
        in_words.or_else(|| Day::parse(&day::day(&SheetCell::text(title), order).ok()?))
    };
    titles
        .filter(|title| is_part(&folded(title)))
        .filter_map(day)
        .collect()
}

/// The text of a line that stands alone and has no word before it.
fn unlabelled(row: &SheetRow) -> Option<&str> {
    let mut texts = row.texts().filter(|text| !text.is_empty());
    let only = texts.next().filter(|text| !text.contains(':'))?;
    texts.next().is_none().then(|| only.trim())
}

/// The title of a training that such a line is, without what says that it heads a list.
fn titled(line: &str) -> Option<&str> {
    let mut rest = line;
    loop {
        let folded = folded(rest);
        if KINDS.iter().any(|kind| folded.starts_with(&format!("{kind} "))) {
            return Some(rest);
        }
        let (word, behind) = rest.split_once(' ')?;
        let word = crate::records::text::folded(word);
        (word.is_empty() || OF_LIST.contains(&&*word)).then_some(())?;
        rest = behind.trim_start();
    }
}

/// Whether a line goes on with the title in the line above it: words without a number, which say neither who, where nor when.
fn goes_on(line: &str) -> bool {
    let folded = folded(line);
    let first = folded.split(' ').next().unwrap_or_default();
    let has_digit = line.contains(|letter: char| letter.is_ascii_digit());
    !has_digit && folded.contains(' ') && !OTHERWISE.contains(&first) && titled(line).is_none()
}

/// The field that tells how a training is held where only its place does.
pub(super) const PLACED: &str = "place";

/// How a training is held by the lines above a list: where a room is named, or a meeting on the network; none where both are.
fn mode<'r>(rows: impl Iterator<Item = &'r SheetRow>) -> Option<&'static str> {
    const ONLINE: [&str; 9] = [
        "zoom", "daring", "online", "gmeet", "meet", "virtual", "teams", "youtube", "jitsi",
    ];
    const PLACES: [&str; 12] = [
        "aula",
        "ruang",
        "gedung",
        "hotel",
        "pendopo",
        "balai",
        "bertempat",
        "tempat",
        "lokasi",
        "kelas",
        "laboratorium",
        "di",
    ];
    let (mut is_online, mut is_placed, mut is_webinar) = (false, false, false);
    for row in rows {
        let text = folded(&row.texts().collect::<Vec<_>>().join(" "));
        let words: Vec<&str> = text.split(' ').collect();
        let is_of_network = words.iter().any(|word| ONLINE.contains(word));
        is_online |= is_of_network;
        is_webinar |= words.contains(&"webinar");
        let is_place = words.len() > 1 && words.first().is_some_and(|word| PLACES.contains(word));
        let is_room = words.iter().any(|word| PLACES[..6].contains(word));
        is_placed |= is_place && (!is_of_network || is_room);
    }
    match (is_online || is_webinar, is_placed) {
        (true, false) if is_webinar => Some(Mode::Webinar.code()),
        (true, false) => Some(Mode::Online.code()),
        (false, true) => Some(Mode::Classroom.code()),
        _ => None,
    }
}

/// The form of a training that its title begins with: `Bimtek Arsip`, `Sosialisasi SPBE`.
pub(super) fn method(title: &str) -> Option<&'static Code> {
    let title = format!("{} ", folded(title));
    let begins = |code: &&Code| {
        let words = [code.words.id, code.also]
            .into_iter()
            .flat_map(|word| word.split('/'));
        let mut words = words.filter(|word| !word.is_empty());
        words.any(|word| title.starts_with(&format!("{} ", folded(word))))
    };
    Method::CODES.iter().find(begins)
}

/// What the cells of a row tell: a word before a colon, and what stands behind it or in the next cell.
pub(super) fn lines<T>(row: &SheetRow, label: impl Fn(&str) -> Option<T>) -> Vec<(T, SheetCell, usize)> {
    let cells: Vec<usize> = (0..row.width()).filter(|at| !row.get(*at).is_empty()).collect();
    let mut lines = Vec::new();
    for (place, at) in cells.iter().enumerate() {
        let (word, value) = row.get(*at).split_once(':').unwrap_or((row.get(*at), ""));
        let Some(told) = label(word) else { continue };
        let value = value.trim();
        if !value.is_empty() {
            lines.push((told, SheetCell::text(value), *at));
            continue;
        }
        let behind = cells[place + 1..].iter().find(|at| row.get(**at) != ":");
        let has_colon = row.get(*at).contains(':') || behind.is_some_and(|next| row.get(next - 1) == ":");
        let next = behind.and_then(|next| Some((*next, row.cell(*next)?)));
        if let Some((next, mut cell)) = next
            && (has_colon || cell.text.starts_with(':') || cells.len() == 2)
        {
            let text = cell.text.trim_start_matches(':').trim().to_owned();
            cell.text = text;
            lines.push((told, cell, next));
        }
    }
    lines
}

/// What a word before a colon announces.
fn label(word: &str) -> Option<Told> {
    let word = folded(word);
    let of = |word: &str| {
        let mut labels = LABELS.iter();
        labels
            .find(|(_, names)| names.contains(&word))
            .map(|(told, _)| *told)
    };
    let (first, last) = (word.split_once(' '), word.rsplit_once(' '));
    let behind = first
        .filter(|(first, _)| AROUND.contains(first))
        .and_then(|(_, rest)| of(rest));
    let before = || {
        last.filter(|(_, last)| AROUND.contains(last))
            .and_then(|(rest, _)| of(rest))
    };
    of(&word).or(behind).or_else(before)
}

/// The fields that a cell tells. One that is not understood tells nothing, and what it should have told is asked for.
fn read(told: Told, cell: &SheetCell, order: Option<DateOrder>, spot: impl Fn() -> Spot) -> Vec<Announced> {
    let text = cell.text.trim().trim_matches(['"', '“', '”']).trim();
    let of = |name: &'static str, text: &str| Ok((name, text.to_owned()));
    match told {
        Told::Title if text.is_empty() => Vec::new(),
        Told::Title => vec![of("title", text)],
        Told::Days => match days(cell, order) {
            Ok(Some((start, end))) => vec![of("start", &start.to_string()), of("end", &end.to_string())],
            Ok(None) => Vec::new(),
            Err(reason) => vec![Err(Box::new((spot(), reason)))],
        },
        Told::Hours => {
            // What stands in brackets says how long one is.
            let text = text.split_once('(').map_or(text, |(before, _)| before.trim());
            let (number, unit) = text.split_once(' ').unwrap_or((text, "jp"));
            let number = amount(number).filter(|_| UNITS.contains(&&*folded(unit)));
            number.map(|number| of("jp", &number)).into_iter().collect()
        }
        Told::Manner => {
            let coded = |name, codes: &[Code]| {
                let code = code(text, codes);
                codes
                    .iter()
                    .any(|known| known.name == code)
                    .then(|| of(name, &code))
            };
            let both = [coded("method", Method::CODES), coded("mode", Mode::CODES)];
            both.into_iter().flatten().collect()
        }
    }
}

/// A number of JP.
fn amount(text: &str) -> Option<String> {
    let number = text.replace(',', ".");
    number
        .parse::<f64>()
        .is_ok_and(|number| number > 0.0)
        .then_some(number)
}

/// The JP that a text tells beside something else: `Rabu, 14 Oktober 2026 (8 JP)`.
fn hours(text: &str) -> Option<String> {
    let words = text.split_whitespace();
    let words: Vec<String> = words
        .map(|word| word.trim_matches(['(', ')', ',', ';', '.']).to_lowercase())
        .collect();
    let is_unit = |at: usize| {
        let next = words
            .get(at + 1)
            .map_or(String::new(), |next| format!("{} {next}", words[at]));
        UNITS.iter().any(|unit| *unit == words[at] || *unit == next)
    };
    let at = (1..words.len()).find(|at| is_unit(*at))?;
    amount(&words[at - 1])
}

/// The first and the last day that a cell tells: `10-11 November 2026`, `10 November s.d. 2 Desember 2026`, or one day.
///
/// # Errors
/// A day in digits that may be two.
fn days(cell: &SheetCell, order: Option<DateOrder>) -> Result<Option<(Day, Day)>, Reason> {
    let one = |cell: &SheetCell| match day::day(cell, order) {
        Ok(text) => Ok(Day::parse(&text)),
        Err(reason @ Reason::Unfit(Unfit::DayUnclear { .. })) => Err(reason),
        Err(_) => Ok(None),
    };
    if cell.written == Written::Day {
        return Ok(one(cell)?.map(|day| (day, day)));
    }
    if let Some(span) = worded(&cell.text) {
        return Ok(Some(span).filter(|(first, last)| first <= last));
    }
    let text = cell.text.to_lowercase();
    let parts = UNTIL
        .iter()
        .chain(&[" - ", " – "])
        .find_map(|mark| text.split_once(mark));
    let (first, last) = parts.unwrap_or((&text, &text));
    // The name of the day stands before it.
    let digits =
        |text: &str| SheetCell::text(text.trim_start_matches(|letter: char| !letter.is_ascii_digit()));
    let (first, last) = (one(&digits(first))?, one(&digits(last))?);
    Ok(first.zip(last).filter(|(first, last)| first <= last))
}

/// The days of a text whose months are words, from the first to the last; times of the day are none.
fn worded(text: &str) -> Option<(Day, Day)> {
    let is_time = |word: &str| {
        let word = word.trim_matches([',', ';', '(', ')']);
        word.split_once(['.', ':']).is_some_and(|(hour, rest)| {
            let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            is_number(hour) && is_number(rest)
        })
    };
    let words: Vec<&str> = text.split_whitespace().filter(|word| !is_time(word)).collect();
    let folded = folded(&words.join(" "));
    // Each day waits for the month and the year behind it.
    let mut days: Vec<(u32, Option<u32>, Option<i32>)> = Vec::new();
    for word in folded.split(' ') {
        let number: Option<u32> = word.parse().ok();
        match number {
            Some(year) if word.len() == 4 => {
                let waiting = days
                    .iter_mut()
                    .filter(|(_, month, year)| month.is_some() && year.is_none());
                waiting.for_each(|day| day.2 = Some(year as i32));
            }
            Some(day) if word.len() <= 2 => days.push((day, None, None)),
            Some(_) => {}
            None => {
                let month = day::month_of(word);
                let waiting = days
                    .iter_mut()
                    .filter(|(_, known, _)| month.is_some() && known.is_none());
                waiting.for_each(|day| day.1 = month);
            }
        }
    }
    let told = days
        .into_iter()
        .filter(|(_, month, year)| month.is_some() && year.is_some());
    let told: Option<Vec<Day>> = told
        .map(|(day, month, year)| Day::of(year?, month?, day))
        .collect();
    let told = told?;
    Some((*told.first()?, *told.last()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        match days(&SheetCell::text(text), None) {
            Ok(Some((first, last))) => format!("{first} {last}"),
            Ok(None) => "-".to_owned(),
            Err(reason) => reason.told(crate::words::Lang::En).0,
        }
    }

    #[test]
    fn days_are_told_from_the_first_to_the_last() {
        for (text, expected) in [
            ("10-11 November 2026", "2026-11-10 2026-11-11"),
            (
                "Selasa s.d. Rabu, 10 s.d. 11 November 2026",
                "2026-11-10 2026-11-11",
            ),
            ("30 November s/d 2 Desember 2026", "2026-11-30 2026-12-02"),
            ("30 Desember 2026 sampai 2 Januari 2027", "2026-12-30 2027-01-02"),
            (
                "Kamis / 12 Nopember 2026, pukul 08.00 - 12.30 WIB",
                "2026-11-12 2026-11-12",
            ),
            ("08.00 s.d. 12.00, 12 November 2026", "2026-11-12 2026-11-12"),
            ("2026-11-12", "2026-11-12 2026-11-12"),
            ("25/11/2026 - 26/11/2026", "2026-11-25 2026-11-26"),
            ("03/11/2026", "day-unclear"),
            ("Selasa, 25/11/2026", "2026-11-25 2026-11-25"),
            ("November 2026", "-"),
            ("12 November", "-"),
            ("12-11 November 2026", "-"),
            ("08.00 WIB", "-"),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn a_line_without_a_word_before_it_is_a_title() {
        for (line, expected) in [
            (
                "BIMBINGAN TEKNIS TATA NASKAH",
                Some("BIMBINGAN TEKNIS TATA NASKAH"),
            ),
            ("Daftar Hadir Peserta Bimtek Arsip", Some("Bimtek Arsip")),
            ("DAFTAR HADIR PELATIHAN", None),
            ("DAFTAR HADIR", None),
            ("KECAMATAN SUKAMAJU", None),
        ] {
            assert_eq!(titled(line), expected, "{line}");
        }
    }

    #[test]
    fn hours_stand_beside_other_things() {
        for (text, expected) in [
            ("Rabu, 14 Oktober 2026 (8 JP) - Aula", Some("8")),
            ("Tgl 20 - 21 Oktober 2026, di Pendopo kec, 12 jp", Some("12")),
            ("Rabu, 14 Oktober 2026", None),
            ("Jumlah : 8 jam pelajaran", Some("8")),
            ("JP", None),
            ("beberapa JP", None),
        ] {
            assert_eq!(hours(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn lines_tell_the_fields_of_a_training() {
        let of = |text: &str| {
            let sheet = crate::sheets::read("x.csv", text.as_bytes()).unwrap_or_default();
            let lines = lines(&sheet[0].rows[0], label).into_iter();
            let fields = lines.flat_map(|(told, cell, _)| read(told, &cell, None, Spot::default));
            let fields =
                fields.map(|field| field.map_or("?".to_owned(), |(name, text)| format!("{name}={text}")));
            fields.collect::<Vec<_>>().join(" ")
        };
        for (text, expected) in [
            ("Nama Kegiatan : Bimtek Arsip\n", "title=Bimtek Arsip"),
            ("Kegiatan,:,Bimtek Arsip\n", "title=Bimtek Arsip"),
            ("Kegiatan,,: Bimtek Arsip\n", "title=Bimtek Arsip"),
            (
                "Hari/Tanggal,\": Selasa, 10 November 2026\"\n",
                "start=2026-11-10 end=2026-11-10",
            ),
            ("Jumlah JP: 12 JP\n", "jp=12"),
            ("Jml. Jam Pelajaran : 10 JPL\n", "jp=10"),
            ("Durasi: 3 jam\n", ""),
            ("Jumlah JP,,: 16 JP (1 JP = 45 menit)\n", "jp=16"),
            ("Bentuk: Bimbingan Teknis\n", "method=KL10"),
            ("Moda: tatap muka\n", "mode=classroom"),
            ("DAFTAR HADIR\n", ""),
            ("No,Kegiatan,Nama\n", ""),
        ] {
            assert_eq!(of(text), expected, "{text}");
        }
    }
}
