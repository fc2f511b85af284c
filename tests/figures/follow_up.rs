//! What evaluations lead to and what of it is still open: guidance, its follow-up and result, recognition.

use crate::files::{Reading, Row, cell, day, whole};
use crate::people::{Person, people};
use crate::predicates::{ORDER, counting, of_period, period, predicate, quarters};
use crate::table::{Counted, Table, counted, row};
use chrono::{NaiveDate, TimeDelta};
use serde_json::json;

const REPORTS: &[&str] = &["monthly", "evaluation"];

pub(crate) const TABLES: &[Counted] = &[
    counted(REPORTS, "open", open).by(7),
    counted(REPORTS, "ahead", ahead).by(7),
];

/// Over how many of the last owed periods is looked back.
const PERIODS: i32 = 4;

/// What is lacking, of whom, and by when it is due.
struct Loop {
    key: String,
    due: NaiveDate,
}

fn lacking(person: &Person, what: &str, about: &str, period: &str, since: NaiveDate, due: NaiveDate) -> Loop {
    let key = [
        &person.id,
        what,
        &person.name,
        &person.unit,
        about,
        period,
        &since.to_string(),
    ]
    .join("/");
    Loop { key, due }
}

/// So many days later, by the rule in force on the day.
fn later(reading: &Reading, day: NaiveDate, days: &str) -> NaiveDate {
    let rule = reading
        .rule_on("guidance", day)
        .unwrap_or_else(|| reading.rule("guidance"));
    day + TimeDelta::days(whole(&rule, days))
}

/// The day of an evaluation; the period's last where none is recorded.
fn evaluated(row: &Row) -> NaiveDate {
    day(row, "date").unwrap_or_else(|| period(cell(row, "period")).0)
}

fn known(reading: &Reading, file: &str, person: &Person) -> Vec<Row> {
    let rows = reading.rows(file);
    let own = rows.iter().filter(|row| cell(row, "staff") == person.id);
    own.filter(|row| day(row, "date").is_none_or(|day| day <= reading.on()))
        .cloned()
        .collect()
}

/// Low predicates without guidance: such as names the evaluation, or a later one that names no other cause.
fn without_guidance(reading: &Reading, person: &Person, out: &mut Vec<Loop>) {
    let first = period(quarters(reading, PERIODS).last().unwrap()).0;
    let guidance = known(reading, "guidance.csv", person);
    for row in known(reading, "evaluations", person) {
        let end = period(cell(&row, "period")).0;
        let Some(code) = predicate(reading, &row).filter(|_| (first..=reading.on()).contains(&end)) else {
            continue;
        };
        let (on, cause) = (
            evaluated(&row),
            format!("evaluation:{}/{}", person.id, cell(&row, "period")),
        );
        let answers = |given: &Row| {
            let named = cell(given, "cause");
            let is_free = named.is_empty() || named.starts_with("evaluation:");
            named == cause || is_free && day(given, "date").unwrap() >= on
        };
        if !ORDER[..2].contains(&&*code) && !guidance.iter().any(answers) {
            let due = later(reading, on, "guidance_within_days");
            out.push(lacking(person, "guidance", &code, cell(&row, "period"), on, due));
        }
    }
}

/// Guidance that was not followed up, or whose follow-up has no result.
fn without_result(reading: &Reading, person: &Person, out: &mut Vec<Loop>) {
    for row in known(reading, "guidance.csv", person) {
        let on = day(&row, "date").unwrap();
        let followed = day(&row, "followed_up").filter(|day| *day <= reading.on());
        let is_later = day(&row, "followed_up").is_some() && followed.is_none();
        let has_result = !cell(&row, "result").is_empty() && !is_later;
        let due = day(&row, "due").unwrap_or_else(|| later(reading, on, "follow_up_within_days"));
        match followed {
            _ if has_result => {}
            Some(followed) => {
                out.push(lacking(
                    person,
                    "result",
                    cell(&row, "guidance"),
                    "null",
                    followed,
                    followed,
                ));
            }
            None => out.push(lacking(
                person,
                "follow-up",
                cell(&row, "guidance"),
                "null",
                on,
                due,
            )),
        }
    }
}

/// Sangat Baik in so many of the last periods running, and no recognition since the first of them ended.
fn without_recognition(reading: &Reading, person: &Person, out: &mut Vec<Loop>) {
    let count = whole(&reading.rule("guidance"), "recognition_after_periods") as usize;
    let mut owed = quarters(reading, PERIODS);
    if of_period(reading, &person.id, &owed[0]).is_none() {
        owed.remove(0);
    }
    let run = &owed[..count];
    let is_best = |code: &String| of_period(reading, &person.id, code).as_deref() == Some(ORDER[0]);
    let (first, _) = period(run.last().unwrap());
    let awards = known(reading, "awards.csv", person);
    if !run.iter().all(is_best) || awards.iter().any(|row| day(row, "date").unwrap() > first) {
        return;
    }
    let last = counting(reading, &person.id, &run[0]).unwrap();
    out.push(lacking(
        person,
        "recognition",
        ORDER[0],
        cell(&last, "period"),
        evaluated(&last),
        evaluated(&last),
    ));
}

fn all(reading: &Reading) -> Vec<Loop> {
    let mut out = Vec::new();
    for person in people(reading) {
        without_guidance(reading, &person, &mut out);
        without_result(reading, &person, &mut out);
        without_recognition(reading, &person, &mut out);
    }
    out
}

fn open(reading: &Reading) -> Table {
    let past = all(reading).into_iter().filter(|one| one.due < reading.on());
    past.map(|one| row(one.key, [("past", json!((reading.on() - one.due).num_days()))]))
        .collect()
}

fn ahead(reading: &Reading) -> Table {
    let due = all(reading).into_iter().filter(|one| one.due >= reading.on());
    due.map(|one| row(one.key, [("past", json!(0))])).collect()
}
