//! The certificate of participation: a sheet for each who completed a programme, with a code at its foot.

use super::model::{Report, Sealed, Style, Table, Value};
use super::page::Page;
use super::person::{code_of, nip_of};
use crate::measure::paper::{Enrolled, ProgrammeSheet};
use crate::records::code::{Mode, ParticipationStatus};
use crate::records::seal::SealedPage;
use crate::records::time::Day;
use crate::words::report::Text as Common;
use crate::words::report_paper::PaperText as Text;
use std::collections::BTreeSet;

/// The version of the contract of the sheets.
const VERSION: u32 = 1;

/// The id of the table.
const TABLE: &str = "certificates";

/// A number that the office writes by hand.
const DOTS: &str = "………………………………";

/// A sheet for everybody who completed the programme.
pub fn certificate(page: &Page<'_>, gathered: &ProgrammeSheet) -> Report {
    let pen = page.pen;
    let mut report = page.formal(page.report("certificate", VERSION, Text::Certificate));
    report.heading_below.clear();
    let completed = gathered.enrolled.iter();
    let completed = completed.filter(|one| one.status == ParticipationStatus::Completed);
    let completed: Vec<(usize, &Enrolled)> = completed.enumerate().collect();
    let mut section = pen.section(TABLE, ("", ""));
    section.tables = vec![sheets(page, gathered, &completed)];
    report.sections = vec![section];
    report.seals = completed
        .iter()
        .map(|(_, one)| sealed(page, gathered, one))
        .collect();
    report.closing = page.signature();
    report
}

/// What the code of somebody's sheet is made of.
fn sealed(page: &Page<'_>, gathered: &ProgrammeSheet, one: &Enrolled) -> Sealed {
    let (id, training) = (&gathered.id, &gathered.training);
    let (first, last) = (training.start.value, training.end.value);
    let provider = training.provider.as_ref().map(|provider| &provider.value.0);
    let told = [
        one.certificate.clone().unwrap_or_default(),
        training.title.clone(),
        first.to_string(),
        last.to_string(),
        page.places_of(training).unwrap_or_default(),
        provider.cloned().unwrap_or_default(),
        one.jp.map_or(String::new(), |jp| jp.to_string()),
        one.completed.map_or(String::new(), |day| day.to_string()),
    ];
    Sealed {
        page: SealedPage::Certificate,
        month: gathered.month.unwrap_or(last.month()),
        subject: format!("{id} {}", page.id(one.person).data()),
        told: page.told_of(one.person, told),
    }
}

fn sheets(page: &Page<'_>, gathered: &ProgrammeSheet, completed: &[(usize, &Enrolled)]) -> Table {
    let (pen, training) = (page.pen, &gathered.training);
    let (days, place) = (page.days_of(training), page.places_of(training));
    let provider = training
        .provider
        .as_ref()
        .map(|provider| provider.value.0.clone());
    let list = pen
        .list(TABLE, completed)
        .or_says(Text::NobodyCompleted)
        .col("staff", Common::Name, |(_, one)| page.id(one.person))
        .hidden()
        .col("number", ("Nomor", "Number"), |(_, one)| {
            let number = one.certificate.clone();
            Value::Text(number.unwrap_or_else(|| DOTS.to_owned()))
        })
        .col("name", ("diberikan kepada", "is awarded to"), |(_, one)| {
            page.name(one.person)
        })
        .col("nip", ("NIP", "NIP"), |(_, one)| Value::Text(nip_of(one.person)))
        .col("unit", Common::Unit, |(_, one)| page.unit_of(one.person))
        .col(
            "title",
            ("atas keikutsertaannya dalam", "for taking part in"),
            |_| Value::Text(training.title.clone()),
        )
        .col("days", ("yang diselenggarakan pada", "held on"), |_| {
            Value::Text(days.clone())
        })
        .col("place", ("bertempat di", "at"), |_| pen.text(place.as_deref()))
        .col("provider", ("oleh", "by"), |_| pen.text(provider.as_deref()))
        .col("jp", ("selama", "of"), |(_, one)| match one.jp {
            Some(jp) => Value::Key {
                key: jp.to_string(),
                label: format!("{} JP", pen.dec(jp)),
            },
            None => Value::Missing,
        })
        .col("completed", ("diselesaikan", "completed on"), |(_, one)| {
            // Who was judged when a programme was over did not complete it on that day; when it was held stands above.
            let is_judged = |day: &Day| *day > training.end.value && training.mode != Mode::SelfPaced;
            pen.date_or_not(one.completed.filter(|day| !is_judged(day)))
        })
        .col("code", ("Kode pemeriksaan", "Code"), |(at, _)| {
            Value::Text(code_of(*at))
        })
        .col("check", ("Pencocokan", "To check it"), |_| {
            let office = page.how_to_reach();
            Value::Text(pen.say(Text::CodeCovers { office }))
        });
    Table {
        style: Style::Sheets,
        ..list.table()
    }
}

/// Leaves of the sheets those of some people, by their ids; all where nobody is named. The first of whom there is none.
pub fn without_sheet<'i>(report: &mut Report, ids: &'i [String]) -> Option<&'i str> {
    if ids.is_empty() {
        return None;
    }
    let mut found = BTreeSet::new();
    for table in report.sections.iter_mut().flat_map(|section| &mut section.tables) {
        table.rows.retain(|row| {
            let id = row
                .first()
                .map_or_else(String::new, |value| value.data().into_owned());
            let is_meant = table.style == Style::Sheets && ids.contains(&id);
            if is_meant {
                found.insert(id);
            }
            is_meant
        });
    }
    ids.iter().find(|id| !found.contains(*id)).map(String::as_str)
}
