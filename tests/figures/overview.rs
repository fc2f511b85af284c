//! The key figures, this month and the month before, and how complete the records are.

use crate::complaints::{self, looked_back};
use crate::files::{Month, Reading, Row, cell, day, number, whole};
use crate::hours::{self, Hours};
use crate::people::{Person, people};
use crate::predicates::{self, owed, period};
use crate::satisfaction;
use crate::table::{Counted, Table, counted, over, row, share};
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(crate) const TABLES: &[Counted] = &[
    counted(&["monthly", "brief"], "key_figures", key_figures),
    counted(&["monthly"], "completeness", completeness),
];

/// The cells of the whole office.
fn total(mut table: Table) -> BTreeMap<&'static str, Value> {
    table.pop().filter(|(key, _)| key == "*").unwrap().1
}

fn figures(reading: &Reading) -> BTreeMap<&'static str, Value> {
    let (hours, jp) = (total(hours::by_unit(reading)), Hours::new(reading));
    let pns: Vec<Person> = people(reading).into_iter().filter(Person::is_pns).collect();
    let jp: f64 = pns.iter().map(|person| jp.claimed(person)).sum();
    let (complaints, ikm) = (
        total(complaints::by_unit(reading)),
        total(satisfaction::by_unit(reading)),
    );
    let cohort = looked_back(reading)
        .into_iter()
        .filter(|one| Month::of(one.received) == reading.month);
    let timed = cohort
        .filter(|one| one.outcome == "resolved" && one.is_late.is_some())
        .count();
    BTreeMap::from([
        ("jp_per_pns", over(jp, pns.len() as f64)),
        ("under_floor", hours["under_floor"].clone()),
        (
            "evaluations_missing",
            total(predicates::by_unit(reading))["missing"].clone(),
        ),
        ("received", complaints["received"].clone()),
        ("resolved", complaints["resolved"].clone()),
        (
            "on_time",
            over(complaints["on_time"].as_f64().unwrap(), timed as f64),
        ),
        ("median_workdays", complaints["median_workdays"].clone()),
        ("overdue", complaints["overdue"].clone()),
        ("ikm", ikm["ikm"].clone()),
        ("ikm_n", ikm["n"].clone()),
    ])
}

fn key_figures(reading: &Reading) -> Table {
    let (now, before) = (figures(reading), figures(&reading.at(reading.month.plus(-1))));
    let line = |(key, now): (&'static str, Value)| row(key, [("now", now), ("before", before[key].clone())]);
    now.into_iter().map(line).collect()
}

/// The completions of the year so far, of people who count.
fn completions<'r>(reading: &Reading, rows: &'r [Row], people: &[Person]) -> Vec<&'r Row> {
    let (january, on) = (hours::january(reading.on()), reading.on());
    let is_own = |row: &&Row| {
        let is_of_year = match day(row, "completed") {
            Some(day) => january <= day && day <= on,
            None => cell(row, "training").starts_with(&reading.month.year.to_string()),
        };
        let counts = people.iter().any(|person| person.id == cell(row, "staff"));
        cell(row, "status") == "completed" && is_of_year && counts
    };
    rows.iter().filter(is_own).collect()
}

/// Every record of the months that the rule looks back at, whatever its kind.
fn complaints(reading: &Reading) -> Vec<Row> {
    let back = whole(&reading.rule("complaints"), "look_back_months") as i32;
    let months = reading.month.first_of(back)..=reading.month;
    let rows = reading.rows("complaints");
    rows.iter()
        .filter(|row| months.contains(&Month::of(day(row, "received").unwrap())))
        .cloned()
        .collect()
}

fn completeness(reading: &Reading) -> Table {
    let (people, rows, hours) = (
        people(reading),
        reading.rows("participation"),
        Hours::new(reading),
    );
    let is_counting = |row: &&Row| people.iter().any(|person| person.id == cell(row, "staff"));
    let has = |row: &Row, columns: &[&str]| columns.iter().all(|column| !cell(row, column).is_empty());
    let (staff, evaluations) = (reading.rows("staff.csv"), reading.rows("evaluations"));
    let is_asn = |row: &&Row| ["cpns", "pns", "pppk", "pppk-part-time"].contains(&cell(row, "employment"));
    let completions = completions(reading, &rows, &people);
    let whole_ones = completions.iter().filter(|row| has(row, &["completed", "jp"]));
    let is_verified = |row: &Row| !["", cell(row, "staff")].contains(&cell(row, "verified_by"));
    let back = whole(&reading.rule("look-back"), "programme_months") as i32;
    let is_near = |row: &&Row| {
        cell(row, "training").starts_with("20")
            && (reading.month.plus(-back)..=reading.month).contains(&Month::parse(cell(row, "training")))
    };
    let absences = rows
        .iter()
        .filter(|row| cell(row, "status") == "absent")
        .filter(is_near)
        .filter(is_counting);
    let from = owed(reading).last();
    let is_current = |row: &&Row| {
        (from..=reading.on()).contains(&period(cell(row, "period")).0)
            && day(row, "date").is_none_or(|day| day <= reading.on())
    };
    let evaluations = evaluations.iter().filter(is_current).filter(is_counting);
    let pppk = people.iter().filter(|person| person.is_pppk());
    let judged: Vec<(&str, Vec<bool>)> = vec![
        (
            "units",
            people.iter().map(|person| !person.unit.is_empty()).collect(),
        ),
        (
            "nips",
            staff
                .iter()
                .filter(is_asn)
                .map(|row| has(row, &["nip"]))
                .collect(),
        ),
        (
            "completions",
            completions
                .iter()
                .map(|row| has(row, &["completed", "jp"]))
                .collect(),
        ),
        (
            "recognised",
            whole_ones
                .clone()
                .map(|row| number(row, "jp_recognised").is_some())
                .collect(),
        ),
        ("verified", whole_ones.map(|row| is_verified(row)).collect()),
        ("reasons", absences.map(|row| has(row, &["reason"])).collect()),
        (
            "evaluations",
            evaluations
                .map(|row| has(row, &["result", "behaviour"]))
                .collect(),
        ),
        (
            "contracts",
            pppk.map(|person| hours.contract_year(person).is_some()).collect(),
        ),
        (
            "complaints",
            complaints(reading)
                .iter()
                .map(|row| has(row, &["class", "unit"]))
                .collect(),
        ),
    ];
    let line = |key: &str, complete: usize, of: usize| {
        row(
            key,
            [
                ("complete", json!(complete)),
                ("of", json!(of)),
                ("share", share(complete, of)),
            ],
        )
    };
    let counts = judged
        .iter()
        .map(|(key, list)| (*key, list.iter().filter(|is| **is).count(), list.len()));
    let sum = counts
        .clone()
        .fold((0, 0), |sum, (_, complete, of)| (sum.0 + complete, sum.1 + of));
    counts
        .map(|(key, complete, of)| line(key, complete, of))
        .chain([line("*", sum.0, sum.1)])
        .collect()
}
