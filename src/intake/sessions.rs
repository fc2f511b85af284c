//! The sessions of the training that a list of participants is about: the parts that people sign for, where it has none yet,
//! and the columns of the list that tell who was there.

use super::blank;
use super::bound::{ListColumn, Target};
use super::form::ListForm;
use super::signing;
use super::told::Account;
use crate::change::document::Typed;
use crate::change::programme::OpenProgramme;
use crate::change::{Draft, paper};
use crate::records::code::{ParticipationStatus, TrainingStatus, WeekdayCode};
use crate::records::taking_part::attendance;
use crate::records::text::folded;
use crate::records::time::Day;
use crate::records::training::{Training, TrainingSession};
use crate::sheets::heading::Region;
use crate::words::import::Intake;
use crate::words::{Lang, month_name};

/// The programme with the parts for which people sign in a list as its sessions, where it has none yet and the day of each
/// is known. How long they last no list tells.
pub(super) fn of_parts(
    draft: &mut Draft<'_>,
    form: &ListForm,
    (programme, regions): (OpenProgramme, &[Region<'_>]),
    account: &mut Account,
) -> OpenProgramme {
    let training = &programme.content;
    let takes_sessions = training.session.is_empty() && training.status.value != TrainingStatus::Done;
    let mut parts: Vec<String> = Vec::new();
    let count = usize::try_from(training.end.value.since(training.start.value)).unwrap_or(0) + 1;
    for region in regions.iter().filter(|_| takes_sessions) {
        let bound = form.bind(region);
        // As many places without names as days are these days.
        if bound.nameless(region).len() == count {
            parts = (1..=count).map(|day| format!("hari {day}")).collect();
        }
        let mut places = bound.places;
        places.sort_by_key(|place| place.at);
        for place in places {
            if !place.part.is_empty() && !parts.contains(&place.part) {
                parts.push(place.part);
            }
        }
    }
    let days: Option<Vec<Day>> = parts.iter().map(|part| day_of(part, &parts, training)).collect();
    let Some(days) = days.filter(|days| days.len() > 1) else {
        return programme;
    };
    let keys: Vec<String> = parts.iter().map(|part| part.replace(' ', "-")).collect();
    let sessions = keys.iter().zip(&days);
    let elements = sessions
        .clone()
        .map(|(key, day)| vec![("key", key.clone()), ("date", day.to_string())]);
    let typed = Typed::elements("session", elements.collect());
    if programme.put(draft, &[typed]).is_none() {
        return programme;
    }
    let sessions: Vec<String> = sessions.map(|(key, day)| format!("{key}: {day}")).collect();
    let (training, sessions) = (programme.id.clone(), sessions.join("; "));
    account.notes.push(Intake::SessionsMade { training, sessions });
    paper::open::<Training>(draft, &programme.id).unwrap_or(programme)
}

/// The day of a part of a training: the one that it names; the one that its number counts, where as many are counted as the
/// training has days; the only one.
fn day_of(part: &str, all: &[String], training: &Training) -> Option<Day> {
    let (start, end) = (training.start.value, training.end.value);
    let count = usize::try_from(end.since(start)).ok()? + 1;
    let holds = |part: &str, words: &str| format!(" {part} ").contains(&format!(" {words} "));
    let days = (0..count).filter_map(|day| Some(start.plus(i32::try_from(day).ok()?)));
    let is_named = |day: &Day| {
        let of_month = format!("tanggal {}", day.of_month());
        written(*day)
            .iter()
            .chain([&of_month])
            .any(|text| holds(part, text))
    };
    let mut named = days.filter(is_named);
    match (named.next(), named.next()) {
        (Some(day), None) => return Some(day),
        (Some(_), Some(_)) => return None,
        (None, _) if count == 1 => return Some(start),
        (None, _) => {}
    }
    let number = |part: &str| {
        let is_it = |number: &usize| {
            let mut names = ["hari", "sesi", "pertemuan"].into_iter();
            names.any(|word| counted(word, *number).iter().any(|text| holds(part, text)))
                || numbered(*number).any(|text| text == part)
        };
        (1..=count.max(all.len())).find(is_it)
    };
    let highest = all.iter().map(|part| number(part)).collect::<Option<Vec<_>>>()?;
    let is_whole = highest.iter().max() == Some(&count);
    let at = number(part).filter(|_| is_whole)?;
    Some(start.plus(i32::try_from(at).ok()? - 1))
}

/// A number in digits and as it may be written else.
fn numbered(number: usize) -> impl Iterator<Item = String> {
    let roman = signing::ROMAN.get(number - 1).map(|roman| (*roman).to_owned());
    [number.to_string()].into_iter().chain(roman)
}

/// Gives a list of participants a column for each session of its programme.
pub(super) fn with_sessions(mut form: ListForm, programme: Option<&OpenProgramme>) -> ListForm {
    let places: Vec<ListColumn> = form
        .columns
        .iter()
        .filter(|column| column.is_presence())
        .cloned()
        .collect();
    // A sign below the day of a session is presence at it.
    let signs = places
        .iter()
        .filter(|column| column.takes_signatures())
        .take(1)
        .flat_map(|column| &column.meanings);
    let present = signs.filter(|(_, meaning)| meaning == ParticipationStatus::Attending.code());
    let present: Vec<(String, String)> = present
        .map(|(sign, _)| (sign.clone(), "yes".to_owned()))
        .collect();
    let sessions = programme.iter().flat_map(|programme| &programme.content.session);
    for (session, number) in sessions.zip(1..) {
        let from = session_headings((session, number), &places, programme);
        form.columns.push(ListColumn {
            to: Some(Target::new((
                attendance.name.to_string(),
                session.key.value.0.clone(),
            ))),
            from,
            meanings: present.clone(),
            ..ListColumn::default()
        });
    }
    form
}

/// How a column is called by its number: `hari 2`, `hari ke 2`, `hari ii`.
fn counted(word: &str, number: usize) -> Vec<String> {
    numbered(number)
        .flat_map(|number| [format!("{word} {number}"), format!("{word} ke {number}")])
        .collect()
}

/// What the column of a session may be called, alone or below a place to sign: by its number and, where it is the only one of
/// its day, by that.
fn session_headings(
    (session, number): (&TrainingSession, usize),
    places: &[ListColumn],
    programme: Option<&OpenProgramme>,
) -> Vec<String> {
    let (key, day) = (&session.key.value, session.date.value);
    let mut from = vec![folded(key), folded(&blank::session(key, &day.to_string()))];
    let names: Vec<&String> = places.iter().flat_map(|column| &column.from).collect();
    let own = folded(key);
    from.extend(names.iter().map(|name| format!("{name} {own}")));
    for word in ["hari", "sesi", "pertemuan"] {
        from.extend(counted(word, number));
        from.extend(counted(&format!("kehadiran {word}"), number));
        let below = |name: &&String| counted(&format!("{name} {word}"), number);
        from.extend(names.iter().flat_map(below));
    }
    from.extend(counted("kehadiran", number));
    let sessions = programme.iter().flat_map(|programme| &programme.content.session);
    if sessions.filter(|session| session.date.value == day).count() == 1 {
        for text in written(day) {
            from.extend(names.iter().map(|name| format!("{name} {text}")));
            from.push(text);
        }
    }
    from
}

/// How a day may stand at the head of a column, folded: `20/10`, `20 Oktober 2026`, `20 Okt`, `2026-10-20`, the day of the
/// week.
fn written(day: Day) -> Vec<String> {
    let (date, month, year) = (day.of_month(), day.month().number(), day.year());
    let name = month_name(Lang::Id, month);
    let short: String = name.chars().take(3).collect();
    let mut texts = vec![
        format!("{date} {month}"),
        format!("{date:02} {month:02}"),
        format!("{date} {month} {year}"),
        format!("{date:02} {month:02} {year}"),
        format!("{date} {name}"),
        format!("{date} {short}"),
        format!("{date} {name} {year}"),
        day.to_string(),
    ];
    let weekday = WeekdayCode::CODES.get(day.weekday().num_days_from_monday() as usize);
    texts.extend(weekday.map(|code| code.words.id.to_owned()));
    texts.iter_mut().for_each(|text| *text = folded(text));
    texts
}
