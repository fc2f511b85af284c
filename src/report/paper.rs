//! Sheets about a programme: a list to sign, and a summary of what became of everybody.

use super::list::List;
use super::model::{Report, Table, Value};
use super::page::Page;
use super::person::nip_of;
use crate::measure::paper::{Enrolled, ProgrammeSheet};
use crate::records::code::ParticipationStatus;
use crate::records::number::Dec;
use crate::records::time::Day;
use crate::records::training::Training;
use crate::words::report::Text as Common;
use crate::words::report_paper::PaperText as Text;

/// The version of the contract of the sheets.
const VERSION: u32 = 1;

/// The columns of signatures, one a session, and how many of them stand side by side.
const SIGNATURES: [&str; 12] = [
    "session_1",
    "session_2",
    "session_3",
    "session_4",
    "session_5",
    "session_6",
    "session_7",
    "session_8",
    "session_9",
    "session_10",
    "session_11",
    "session_12",
];
const BESIDE: usize = 3;

/// How many lines are left for who comes without being on the list, and none where nobody can.
const SPARE: usize = 5;
pub(super) const SPARE_NONE: usize = 0;

/// Where somebody signs.
const DOTS: &str = "………………………";

impl Page<'_> {
    /// The first and the last day of a programme, in words.
    pub(super) fn days_of(&self, training: &Training) -> String {
        let (pen, first, last) = (self.pen, training.start.value, training.end.value);
        match first == last {
            true => pen.day(last),
            false => pen.say(Text::Days {
                first: pen.day_before(first, last).trim_end().to_owned(),
                last: pen.day(last),
            }),
        }
    }

    /// Where its sessions take place, each place once.
    pub(super) fn places_of(&self, training: &Training) -> Option<String> {
        let mut places: Vec<&str> = Vec::new();
        for place in training
            .session
            .iter()
            .filter_map(|session| session.place.as_deref())
        {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        (!places.is_empty()).then(|| places.join("; "))
    }
}

/// The head of a sheet about a programme.
fn sheet(page: &Page<'_>, name: &'static str, title: Text, gathered: &ProgrammeSheet) -> Report {
    let (pen, training) = (page.pen, &gathered.training);
    let mut report = page.formal(page.report(name, VERSION, title));
    let place = page
        .places_of(training)
        .map(|place| pen.say(Text::Place { place }));
    let days = page.days_of(training);
    report.heading_below = [training.title.clone(), days].into_iter().chain(place).collect();
    report.closing = page.signature();
    report
}

/// A line of a sheet with its place: somebody, or nobody yet.
pub(super) type PaperLine<'e> = (usize, Option<&'e Enrolled>);

/// The people of a list with their number, name and unit; behind them lines that are left blank.
pub(super) fn numbered<'e>(
    page: &Page<'_>,
    id: &'static str,
    people: impl Iterator<Item = &'e Enrolled>,
    spare: usize,
) -> List<PaperLine<'e>> {
    let pen = page.pen;
    let lines = people.map(Some).chain(std::iter::repeat_n(None, spare));
    let known = |one: &Option<&Enrolled>, of: &dyn Fn(u32) -> Value| match one {
        Some(one) => of(one.person),
        None => Value::Text(String::new()),
    };
    pen.list(id, lines.enumerate())
        .or_says(Text::Nobody)
        .col("number", ("No.", "No."), |(at, _)| {
            Value::Text((at + 1).to_string())
        })
        .col("name", Common::Name, |(_, one)| {
            known(one, &|person| page.name(person))
        })
        .col("unit", Common::Unit, |(_, one)| {
            known(one, &|person| page.unit_of(person))
        })
}

/// The list that participants sign: a column for each session, in pictures of a few side by side.
pub fn attendance(page: &Page<'_>, gathered: &ProgrammeSheet) -> Report {
    let pen = page.pen;
    let mut report = sheet(page, "attendance", Text::Attendance, gathered);
    let days: Vec<Day> = match gathered.training.session.is_empty() {
        true => {
            let (first, last) = (gathered.training.start.value, gathered.training.end.value);
            let days = 0..=last.since(first).max(0);
            days.map(|after| first.plus(after)).collect()
        }
        false => {
            let sessions = gathered.training.session.iter();
            sessions.map(|session| session.date.value).collect()
        }
    };
    let expected = gathered.enrolled.iter().filter(|one| one.is_expected());
    let list = numbered(page, "attendance", expected, SPARE);
    let sessions: Vec<(&'static str, u64, &Day)> = SIGNATURES
        .into_iter()
        .zip(1..)
        .zip(&days)
        .map(|((id, number), day)| (id, number, day))
        .collect();
    let list = sessions.iter().fold(list, |list, &(id, number, day)| {
        let session = pen.say(Text::Session {
            number,
            day: pen.day(*day),
        });
        list.col(id, Text::Signature { session }, |_| Value::Text(DOTS.to_owned()))
    });
    let list = sessions.chunks(BESIDE).fold(list, |list, some| {
        let signed = some.iter().map(|(id, ..)| *id);
        let columns: Vec<&'static str> = ["number", "name", "unit"].into_iter().chain(signed).collect();
        list.view(&columns)
    });
    let mut out = pen.section("attendance", ("", ""));
    out.tables = vec![list.table()];
    let count = days.len().saturating_sub(SIGNATURES.len()) as u64;
    if count > 0 {
        out.notes
            .push(pen.note("more-sessions", Text::MoreSessions { count }));
    }
    report.sections = vec![out];
    report.is_to_sign = true;
    report
}

/// What became of everybody on the list, with the signature of the office.
pub fn recap(page: &Page<'_>, gathered: &ProgrammeSheet) -> Report {
    let pen = page.pen;
    let mut report = sheet(page, "recap", Text::Recap, gathered);
    let count = |status| {
        gathered
            .enrolled
            .iter()
            .filter(|one| one.status == status)
            .count() as u64
    };
    report.heading_below.push(pen.say(Text::Counts {
        invited: gathered.enrolled.len() as u64,
        completed: count(ParticipationStatus::Completed),
        absent: count(ParticipationStatus::Absent),
    }));
    let mut out = pen.section("recap", ("", ""));
    out.tables = vec![results(page, gathered)];
    report.sections = vec![out];
    report
}

fn results(page: &Page<'_>, gathered: &ProgrammeSheet) -> Table {
    let pen = page.pen;
    let known = |value: Option<Dec>| value.map_or(Value::Missing, |value| pen.sum(value.0.into()));
    let of = |(_, one): &PaperLine<'_>, of: &dyn Fn(&Enrolled) -> Value| one.map_or(Value::Missing, of);
    numbered(page, "recap", gathered.enrolled.iter(), SPARE_NONE)
        .col("nip", ("NIP", "NIP"), |one| {
            of(one, &|one| Value::Text(nip_of(one.person)))
        })
        .col("status", ("Hasil", "Result"), |one| {
            of(one, &|one| status(page, one))
        })
        .col("jp", Common::Jp, |one| of(one, &|one| known(one.jp)))
        .col("pre", ("Tes awal", "Pre-test"), |one| {
            of(one, &|one| known(one.scores[0]))
        })
        .col("post", ("Tes akhir", "Post-test"), |one| {
            of(one, &|one| known(one.scores[1]))
        })
        .table()
}

/// How a participation stands, and why somebody was absent.
fn status(page: &Page<'_>, one: &Enrolled) -> Value {
    let pen = page.pen;
    let status = pen.say(one.status.phrase());
    let label = match one.reason {
        Some(reason) => pen.say(Text::Absent {
            status,
            reason: pen.say(reason.phrase()),
        }),
        None => status,
    };
    let codes = [Some(one.status.code()), one.reason.map(|reason| reason.code())];
    let key = codes.into_iter().flatten().collect::<Vec<_>>().join(":");
    Value::Key { key, label }
}
