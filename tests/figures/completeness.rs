//! How complete the records are: of each kind, those that say what they ought to.

use crate::complaints::{Complaint, complaints_on};
use crate::files::{Month, Reading, Row, cell, day, number, whole};
use crate::hours::{Hours, january};
use crate::movement::turns;
use crate::people::{Person, people, unplaced};
use crate::predicates::{owed, period};
use crate::table::{Counted, Table, counted, row, share};
use serde_json::json;

pub(crate) const TABLES: &[Counted] = &[counted(&["monthly"], "completeness", completeness)];

/// Of each record whether it is complete.
type Judged = Vec<bool>;

fn has(row: &Row, columns: &[&str]) -> bool {
    columns.iter().all(|column| !cell(row, column).is_empty())
}

fn counts(people: &[Person], row: &Row) -> bool {
    people.iter().any(|person| person.id == cell(row, "staff"))
}

/// The completions of the year so far, of people who count.
fn completions<'r>(reading: &Reading, rows: &'r [Row], people: &[Person]) -> Vec<&'r Row> {
    let (january, on) = (january(reading.on()), reading.on());
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

/// The complaints received in the month or open still, and those closed in it, that are matters of the office.
fn complaints(reading: &Reading) -> Judged {
    let turned = turns(reading);
    let counts = |one: &Complaint| {
        let has_turned = turned.iter().any(|turn| turn.voice.id == one.id);
        one.is_resolvable() && (reading.holds(Month::of(one.received)) || one.is_open() || has_turned)
    };
    complaints_on(reading, reading.on())
        .iter()
        .filter(|one| counts(one))
        .map(|one| !one.unit.is_empty() && one.has_class)
        .collect()
}

/// The absences of the programmes looked back at.
fn reasons(reading: &Reading, people: &[Person]) -> Judged {
    let back = whole(&reading.rule("look-back"), "programme_months") as i32;
    let months = reading.begins().plus(-back)..=reading.month;
    let is_own = |row: &&Row| {
        let programme = cell(row, "training");
        let is_near = programme.starts_with("20") && months.contains(&Month::parse(programme));
        cell(row, "status") == "absent" && is_near && counts(people, row)
    };
    let rows = reading.rows("participation");
    rows.iter()
        .filter(is_own)
        .map(|row| has(row, &["reason"]))
        .collect()
}

/// The evaluations that are current and known on the last day.
fn evaluations(reading: &Reading, people: &[Person]) -> Judged {
    let periods = owed(reading).last()..=reading.on();
    let is_own = |row: &&Row| {
        let is_known = day(row, "date").is_none_or(|day| day <= reading.on());
        periods.contains(&period(cell(row, "period")).0) && is_known && counts(people, row)
    };
    let rows = reading.rows("evaluations");
    rows.iter()
        .filter(is_own)
        .map(|row| has(row, &["result", "behaviour"]))
        .collect()
}

fn completeness(reading: &Reading) -> Table {
    let (people, rows, hours) = (
        people(reading),
        reading.rows("participation"),
        Hours::new(reading),
    );
    let completions = completions(reading, &rows, &people);
    let is_whole = |row: &&&Row| has(row, &["completed", "jp"]);
    let whole_ones = || completions.iter().filter(is_whole);
    let is_verified = |row: &&Row| !["", cell(row, "staff")].contains(&cell(row, "verified_by"));
    let pppk = people.iter().filter(|person| person.is_pppk());
    let judged: Vec<(&str, Judged)> = vec![
        (
            "units",
            people
                .iter()
                .map(|person| !person.unit.is_empty())
                .chain((0..unplaced(reading)).map(|_| false))
                .collect(),
        ),
        ("nips", people.iter().map(|person| person.has_nip).collect()),
        (
            "completions",
            completions
                .iter()
                .map(|row| has(row, &["completed", "jp"]))
                .collect(),
        ),
        (
            "recognised",
            whole_ones()
                .map(|row| number(row, "jp_recognised").is_some())
                .collect(),
        ),
        ("verified", whole_ones().map(is_verified).collect()),
        ("reasons", reasons(reading, &people)),
        ("evaluations", evaluations(reading, &people)),
        (
            "contracts",
            pppk.map(|person| hours.contract_year(person).is_some()).collect(),
        ),
        ("complaints", complaints(reading)),
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
