//! The letter by which an office invites to a programme, with those who are invited behind it.

use super::head::sentences;
use super::model::{Report, Section, Style, Table, Value};
use super::page::Page;
use super::paper::{SPARE_NONE, numbered};
use crate::measure::paper::ProgrammeSheet;
use crate::records::code::WeekdayCode;
use crate::records::time::Day;
use crate::records::training::{Training, TrainingSession};
use crate::words::report_paper::PaperText as Text;

/// The version of the contract of the sheets.
const VERSION: u32 = 1;

/// What is filled in by hand.
const DOTS: &str = "………………………………";

/// The letter; who gave up the place is not invited again.
pub fn invitation(page: &Page<'_>, gathered: &ProgrammeSheet) -> Report {
    let (pen, training) = (page.pen, &gathered.training);
    let mut report = page.formal(page.report("invitation", VERSION, Text::Invitation));
    report.heading_below.clear();
    let title = || training.title.clone();
    let lines = |id, lines: Vec<Text>| {
        let lines = lines.into_iter().map(|line| pen.say(line));
        sentences(pen, id, Style::Lines, lines.collect())
    };
    let (number, subject) = (DOTS.to_owned(), title());
    let head = vec![
        Text::LetterNumber { number },
        Text::LetterAttached,
        Text::LetterSubject { subject },
        Text::LetterTo,
    ];
    let invited = gathered.enrolled.iter().filter(|one| one.is_expected());
    let mut attached = pen.section("invited", Text::Invited);
    attached.tables = vec![numbered(page, "invited", invited, SPARE_NONE).table()];
    attached.is_attached = true;
    let section = |id, tables| Section {
        tables,
        ..pen.section(id, ("", ""))
    };
    report.sections = vec![
        section(
            "letter",
            vec![
                lines("letter", head),
                lines("opening", vec![Text::Inviting { title: title() }]),
            ],
        ),
        section(
            "details",
            vec![
                details(page, training),
                agenda(page, training),
                modules(page, training),
            ],
        ),
        section("ending", vec![lines("ending", vec![Text::Thanks])]),
        attached,
    ];
    report.closing = page.signature();
    report
}

/// What is held when and where.
fn details(page: &Page<'_>, training: &Training) -> Table {
    let pen = page.pen;
    let place = page.places_of(training).unwrap_or_else(|| DOTS.to_owned());
    let provider = training
        .provider
        .as_ref()
        .map(|provider| provider.value.0.clone());
    let rows = [
        ("days", ("Tanggal", "Day"), Some(page.days_of(training))),
        ("time", ("Pukul", "Time"), Some(DOTS.to_owned())),
        ("place", ("Tempat", "Place"), Some(place)),
        ("mode", ("Moda", "Mode"), Some(pen.say(training.mode.phrase()))),
        ("provider", ("Penyelenggara", "Provider"), provider),
        ("jp", ("JP", "JP"), Some(pen.dec(training.jp.value))),
    ];
    let known = rows
        .into_iter()
        .filter_map(|(key, name, told)| Some((key, name, told?)));
    pen.list("details", known)
        .col("what", ("Perihal", "What"), |(key, name, _)| pen.key(key, *name))
        .col("told", ("Keterangan", "Details"), |(.., told)| {
            Value::Text(told.clone())
        })
        .table()
}

/// Its sessions in their order.
fn agenda(page: &Page<'_>, training: &Training) -> Table {
    let pen = page.pen;
    let mut sessions: Vec<&TrainingSession> = training.session.iter().collect();
    sessions.sort_by_key(|session| session.date.value);
    pen.list("agenda", sessions.into_iter().enumerate())
        .titled(("Acara", "Agenda"))
        .col("number", ("Sesi", "Session"), |(at, _)| {
            Value::Text((at + 1).to_string())
        })
        .col("day", ("Hari", "Weekday"), |(_, session)| {
            weekday(page, session.date.value)
        })
        .col("date", ("Tanggal", "Day"), |(_, session)| {
            pen.date(session.date.value)
        })
        .col("minutes", ("Menit", "Minutes"), |(_, session)| {
            pen.text(session.minutes.map(|minutes| minutes.to_string()).as_deref())
        })
        .col("place", ("Tempat", "Place"), |(_, session)| {
            pen.text(session.place.as_deref().or(session.link.as_deref()))
        })
        .table()
}

/// What is taught.
fn modules(page: &Page<'_>, training: &Training) -> Table {
    let pen = page.pen;
    pen.list("modules", &training.module)
        .titled(("Materi", "Modules"))
        .col("title", ("Materi", "Module"), |module| {
            Value::Text(module.title.clone())
        })
        .col("jp", ("JP", "JP"), |module| Value::Text(pen.dec(module.jp)))
        .table()
}

fn weekday(page: &Page<'_>, day: Day) -> Value {
    let at = day.weekday().num_days_from_monday() as usize;
    let code = WeekdayCode::ALL[at];
    page.pen.key(code.code(), code.phrase())
}
