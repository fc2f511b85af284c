//! Needs that were named, and what became of them.

use crate::files::{Month, Reading, Row, cell, date, day, tables, text, texts};
use crate::forum::is_within;
use crate::people::{Person, everybody, people};
use crate::table::{Counted, Table, counted, row};
use serde_json::json;
use std::collections::BTreeMap;

pub(crate) const TABLES: &[Counted] = &[
    counted(&["plan"], "needs_by_competency", by_competency),
    counted(&["idp"], "needs_by_state", by_state),
];

/// Whether a programme aims at a competency.
fn aims(training: &toml::Table, competency: &str) -> bool {
    tables(training, "competency")
        .iter()
        .any(|one| text(one, "code") == competency)
}

/// Whether a pair of somebody ran on a day, or the day on which it was closed.
enum Pair {
    Runs,
    Closed(chrono::NaiveDate),
    Neither,
}

fn pair(reading: &Reading, row: &Row) -> Pair {
    let end = day(row, "end");
    let known = everybody(reading, reading.on());
    let has_left = |status: &str| ["moved", "retired", "left"].contains(&status);
    let is_here = |who: &str| {
        let left = |person: &&Person| person.id == cell(row, who) && has_left(&person.status);
        !known.iter().any(|person| left(&person))
    };
    match (cell(row, "status"), end) {
        ("running", _) if is_here("mentor") && is_here("mentee") => Pair::Runs,
        ("running", _) => Pair::Neither,
        (_, Some(end)) if end > reading.on() => Pair::Runs,
        ("closed", Some(end)) => Pair::Closed(end),
        _ => Pair::Neither,
    }
}

/// Whether an item of the year's plan that is not done is meant for a person.
fn is_planned(reading: &Reading, person: &Person, competency: &str) -> bool {
    let done = crate::plan::done(reading);
    let name = format!("plans/{}.toml", reading.month.year);
    if !reading.names("plans").contains(&name) {
        return false;
    }
    let document = reading.document(&name);
    tables(&document, "item").into_iter().any(|item| {
        let (units, staff) = (texts(item, "units"), texts(item, "staff"));
        let is_meant = units.is_empty() && staff.is_empty()
            || staff.contains(&&*person.id)
            || units.iter().any(|unit| is_within(reading, &person.unit, unit));
        text(item, "competency") == competency
            && text(item, "status") != "dropped"
            && !done.contains(text(item, "key"))
            && is_meant
    })
}

/// What became of a need: met on a day, planned, or open.
fn became(reading: &Reading, person: &Person, need: &Row) -> (&'static str, Option<chrono::NaiveDate>) {
    let (competency, named, on) = (cell(need, "competency"), day(need, "date").unwrap(), reading.on());
    let (mut met, mut is_planned_for) = (Vec::new(), is_planned(reading, person, competency));
    let known: BTreeMap<_, _> = reading.documents("trainings").into_iter().collect();
    for row in reading
        .rows("participation")
        .iter()
        .filter(|row| cell(row, "staff") == person.id)
    {
        let Some(training) = known
            .get(cell(row, "training"))
            .filter(|training| aims(training, competency))
        else {
            continue;
        };
        let completed = day(row, "completed").filter(|_| cell(row, "status") == "completed");
        let holds = ["confirmed", "attending", "awaiting-certificate"].contains(&cell(row, "status"));
        let is_ahead = date(training, "end").unwrap() > on && text(training, "status") != "cancelled";
        match completed {
            Some(day) if day <= on => met.extend((day >= named).then_some(day)),
            Some(_) => is_planned_for |= is_ahead,
            None => is_planned_for |= holds && is_ahead,
        }
    }
    let pairs = reading.rows("mentoring.csv");
    let own = pairs.iter().filter(|row| {
        cell(row, "mentee") == person.id
            && cell(row, "competency") == competency
            && day(row, "start").unwrap() <= on
    });
    for row in own {
        match pair(reading, row) {
            Pair::Runs => is_planned_for = true,
            Pair::Closed(end) => met.extend((end >= named).then_some(end)),
            Pair::Neither => {}
        }
    }
    match (met.into_iter().min(), is_planned_for) {
        (Some(day), _) => ("met", Some(day)),
        (None, true) => ("planned", None),
        (None, false) => ("open", None),
    }
}

fn by_competency(reading: &Reading) -> Table {
    let first = Month {
        number: 1,
        ..reading.month
    };
    let all = people(reading);
    let mut sums: BTreeMap<String, BTreeMap<&'static str, usize>> = BTreeMap::new();
    for need in reading.rows("needs.csv").iter() {
        let person = all.iter().find(|person| person.id == cell(need, "staff"));
        let Some(person) = person.filter(|_| day(need, "date").unwrap() <= reading.on()) else {
            continue;
        };
        let (became, met) = became(reading, person, need);
        if met.is_some_and(|day| day < first.first()) {
            continue;
        }
        for key in [cell(need, "competency"), "*"] {
            let own = sums.entry(key.to_owned()).or_default();
            for column in ["named", became] {
                *own.entry(column).or_default() += 1;
            }
        }
    }
    let columns = ["named", "met", "planned", "open"];
    let line = |(key, own): (String, BTreeMap<&'static str, usize>)| {
        let cells = columns.map(|column| (column, json!(own.get(column).copied().unwrap_or(0))));
        row(key, cells)
    };
    sums.into_iter().map(line).collect()
}

/// The needs of one person, by what became of them.
fn by_state(reading: &Reading) -> Table {
    let all = people(reading);
    let person = all.iter().find(|person| person.id == reading.about).unwrap();
    let rows = reading.rows("needs.csv");
    let own = rows
        .iter()
        .filter(|need| cell(need, "staff") == person.id && day(need, "date").unwrap() <= reading.on());
    let states: Vec<&str> = own.map(|need| became(reading, person, need).0).collect();
    let count = |state: &str| states.iter().filter(|own| **own == state).count();
    ["open", "planned", "met"]
        .map(|state| row(state, [("needs", json!(count(state)))]))
        .into()
}
