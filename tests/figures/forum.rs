//! Forums and consultations, and who was briefed about a regulation.

use crate::files::{Month, Reading, cell, date, day, figure, tables, text, texts};
use crate::people::{everybody, people};
use crate::table::{Counted, Table, counted, row, share};
use chrono::NaiveDate;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

pub(crate) const TABLES: &[Counted] = &[
    counted(&["forum"], "forums", of_year),
    counted(&["monthly"], "forums", of_month),
    counted(&["forum"], "attendance", attendance).by(2),
    counted(&["monthly", "forum"], "suggestions_by_kind", by_kind),
    counted(&["forum"], "consultations", consultations),
    counted(&["forum"], "consultation_units", consultation_units),
    counted(&["regulation"], "regulations", regulations),
];

/// The forums between two months, both included.
fn forums(reading: &Reading, from: Month) -> Vec<(String, Rc<toml::Table>)> {
    let mut all = reading.documents("forums");
    all.retain(|(_, forum)| (from..=reading.month).contains(&Month::of(date(forum, "date").unwrap())));
    all
}

/// Those of twelve months.
fn year(reading: &Reading) -> Vec<(String, Rc<toml::Table>)> {
    forums(reading, reading.window(12))
}

/// What somebody said, and what became of it, as known on the last day.
struct Said {
    kind: String,
    disposition: String,
    is_done: bool,
    is_overdue: bool,
}

impl Said {
    fn is_adopted(&self) -> bool {
        ["adopted", "partly"].contains(&&*self.disposition)
    }
}

fn said(forum: &toml::Table, on: NaiveDate) -> Vec<Said> {
    let one = |said: &toml::Table| {
        let is_known = date(said, "answered").is_none_or(|day| day <= on);
        let disposition = if is_known { text(said, "disposition") } else { "" };
        let is_done = date(said, "done").is_some_and(|day| day <= on);
        Said {
            kind: text(said, "kind").to_owned(),
            disposition: disposition.to_owned(),
            is_done,
            is_overdue: !is_done && date(said, "due").is_some_and(|due| due < on),
        }
    };
    let all = tables(forum, "suggestion").into_iter();
    let known = all.filter(|said| date(said, "told").is_none_or(|day| day <= on));
    known.map(one).collect()
}

fn lines(reading: &Reading, forums: Vec<(String, Rc<toml::Table>)>) -> Table {
    let line = |(id, forum): (String, Rc<toml::Table>)| {
        let said = said(&forum, reading.on());
        let came: f64 = tables(&forum, "attendance")
            .iter()
            .filter_map(|group| figure(group, "count"))
            .sum();
        row(
            id,
            [
                ("came", json!(came)),
                ("said", json!(said.len())),
                (
                    "adopted",
                    json!(said.iter().filter(|one| one.is_adopted()).count()),
                ),
            ],
        )
    };
    forums.into_iter().map(line).collect()
}

fn of_year(reading: &Reading) -> Table {
    lines(reading, year(reading))
}

fn of_month(reading: &Reading) -> Table {
    lines(reading, forums(reading, reading.begins()))
}

fn attendance(reading: &Reading) -> Table {
    let mut counts: BTreeMap<String, f64> = BTreeMap::new();
    for (_, forum) in year(reading) {
        for group in tables(&forum, "attendance") {
            let from = Some(text(group, "from"))
                .filter(|from| !from.is_empty())
                .unwrap_or("null");
            let key = format!("{}/{from}", text(group, "group"));
            *counts.entry(key).or_default() += figure(group, "count").unwrap();
        }
    }
    counts
        .into_iter()
        .map(|(key, count)| row(key, [("count", json!(count))]))
        .collect()
}

fn by_kind(reading: &Reading) -> Table {
    let all: Vec<Said> = year(reading)
        .iter()
        .flat_map(|(_, forum)| said(forum, reading.on()))
        .collect();
    let line = |key: &str, own: Vec<&Said>| {
        let count = |is: &dyn Fn(&Said) -> bool| own.iter().filter(|one| is(one)).count();
        let of = |disposition: &str| json!(count(&|one| one.disposition == disposition));
        row(
            key,
            [
                ("said", json!(own.len())),
                ("adopted", of("adopted")),
                ("partly", of("partly")),
                ("rejected", of("rejected")),
                ("forwarded", of("forwarded")),
                ("undecided", of("")),
                ("done", json!(count(&|one| one.is_done))),
                ("overdue", json!(count(&|one| one.is_overdue))),
                ("share", share(count(&Said::is_adopted), own.len())),
            ],
        )
    };
    // A kind of which nothing was said has a row too.
    let kinds = ["complaint", "criticism", "suggestion"];
    let of = |kind: &str| all.iter().filter(|one| one.kind == kind).collect();
    let mut out: Table = kinds.iter().map(|kind| line(kind, of(kind))).collect();
    out.push(line("*", all.iter().collect()));
    out
}

fn all_consultations(reading: &Reading) -> Vec<(String, Rc<toml::Table>)> {
    let mut all = year(reading);
    all.retain(|(_, forum)| text(forum, "kind") == "consultation");
    all
}

fn consultations(reading: &Reading) -> Table {
    let line = |(id, forum): (String, Rc<toml::Table>)| {
        let adopted = said(&forum, reading.on())
            .iter()
            .filter(|one| one.is_adopted())
            .count();
        row(
            id,
            [
                ("staff", json!(texts(&forum, "staff").len())),
                ("adopted", json!(adopted)),
            ],
        )
    };
    all_consultations(reading).into_iter().map(line).collect()
}

fn consultation_units(reading: &Reading) -> Table {
    let all = all_consultations(reading);
    let mut units: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for person in everybody(reading, reading.on()) {
        let named = all
            .iter()
            .flat_map(|(_, forum)| texts(forum, "staff"))
            .filter(|id| *id == person.id);
        units.entry(person.unit).or_default().extend(named);
    }
    units.retain(|_, named| !named.is_empty());
    let line = |(unit, named): (String, Vec<&str>)| {
        let people: BTreeSet<&str> = named.iter().copied().collect();
        row(
            unit,
            [
                ("people", json!(people.len())),
                ("participations", json!(named.len())),
            ],
        )
    };
    units.into_iter().map(line).collect()
}

/// Whether a unit is another one or lies below it.
pub(crate) fn is_within(reading: &Reading, unit: &str, top: &str) -> bool {
    let units = reading.rows("units.csv");
    let mut unit = unit;
    while !unit.is_empty() && unit != top {
        unit = units
            .iter()
            .find(|row| cell(row, "code") == unit)
            .map_or("", |row| cell(row, "parent"));
    }
    unit == top
}

fn regulations(reading: &Reading) -> Table {
    let (people, rows) = (people(reading), reading.rows("participation"));
    let all = reading.rows("regulations.csv");
    let in_force = all
        .iter()
        .filter(|row| day(row, "in_force").unwrap() <= reading.on());
    let mut out = Table::new();
    for regulation in in_force {
        let audience = cell(regulation, "audience");
        let must = people
            .iter()
            .filter(|person| audience.is_empty() || is_within(reading, &person.unit, audience));
        let briefings = cell(regulation, "briefing");
        let briefs = |training: &str| {
            let named = format!("training:{training}");
            briefings.split_whitespace().any(|briefing| briefing == named)
        };
        let was_briefed = |id: &str| {
            let own = rows
                .iter()
                .filter(|row| cell(row, "staff") == id && briefs(cell(row, "training")));
            let done = own.filter(|row| cell(row, "status") == "completed");
            done.filter(|row| day(row, "completed").is_none_or(|day| day <= reading.on()))
                .count()
                > 0
        };
        let (must_know, briefed) = (
            must.clone().count(),
            must.filter(|person| was_briefed(&person.id)).count(),
        );
        out.push(row(
            cell(regulation, "id"),
            [
                ("must_know", json!(must_know)),
                ("briefed", json!(briefed)),
                ("coverage", share(briefed, must_know)),
            ],
        ));
    }
    out
}
