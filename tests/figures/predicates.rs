//! Predicates of evaluations: those that are current, and those of one period after the other.

use crate::files::{Month, Reading, Row, cell, day, tables, text, texts, whole};
use crate::hours::each_unit;
use crate::people::{Person, everybody, people, people_on};
use crate::table::{Counted, Table, counted, row};
use chrono::{NaiveDate, TimeDelta};
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(crate) const TABLES: &[Counted] = &[
    counted(&["monthly"], "predicates_by_unit", by_unit),
    counted(&["monthly"], "predicates", sums),
    counted(&["evaluation"], "trend", trend),
    counted(&["evaluation"], "trend_by_unit", trend_by_unit),
    counted(&["evaluation"], "units_missing", units_missing),
];

/// From the best to the worst.
pub(crate) const ORDER: [&str; 5] = [
    "sangat-baik",
    "baik",
    "butuh-perbaikan",
    "kurang",
    "sangat-kurang",
];

const COLUMNS: [&str; 5] = [
    "sangat_baik",
    "baik",
    "butuh_perbaikan",
    "kurang",
    "sangat_kurang",
];

/// The last day and the length in months of a period: `2026-10`, `2026-Q3` or `2026`.
pub(crate) fn period(text: &str) -> (NaiveDate, u32) {
    let month = |number| Month {
        year: text[..4].parse().unwrap(),
        number,
    };
    match text.get(5..) {
        None => (month(12).last(), 12),
        Some(quarter) if quarter.starts_with('Q') => {
            (month(3 * quarter[1..].parse::<u32>().unwrap()).last(), 3)
        }
        Some(_) => (Month::parse(text).last(), 1),
    }
}

/// The code of the quarter that ends with a month.
fn quarter(last: Month) -> String {
    format!("{}-Q{}", last.year, last.number / 3)
}

/// The last month of the last quarter that is over, and whose days of grace are over.
pub(crate) fn owed(reading: &Reading) -> Month {
    let rule = reading.rule("evaluation");
    assert_eq!(text(&rule, "rhythm"), "quarter");
    let grace = TimeDelta::days(whole(&rule, "late_after_days"));
    let mut month = reading.month;
    while !month.number.is_multiple_of(3) || month.last() + grace > reading.on() {
        month = month.plus(-1);
    }
    month
}

/// The last quarters that are owed, the latest first.
pub(crate) fn quarters(reading: &Reading, count: i32) -> Vec<String> {
    (0..count)
        .map(|back| quarter(owed(reading).plus(-3 * back)))
        .collect()
}

/// The predicate of an evaluation that is known on the last day: of its parts, or as told where they are lacking.
pub(crate) fn predicate(reading: &Reading, row: &Row) -> Option<String> {
    let is_known = day(row, "date").is_none_or(|day| day <= reading.on());
    let (result, behaviour) = (cell(row, "result"), cell(row, "behaviour"));
    if !is_known {
        return None;
    }
    if result.is_empty() || behaviour.is_empty() {
        let told = cell(row, "predicate");
        return (!told.is_empty()).then(|| told.to_owned());
    }
    let rule = reading.rule_on("predicate", period(cell(row, "period")).0)?;
    let mut cells = tables(&rule, "cell").into_iter();
    let found = cells.find(|one| text(one, "result") == result && text(one, "behaviour") == behaviour);
    found.map(|one| text(one, "predicate").to_owned())
}

/// The predicate of the evaluation that counts: of those that are current the one that ends last, then the longest.
fn current(reading: &Reading, person: &str) -> Option<String> {
    let from = owed(reading).last();
    let evaluations = reading.rows("evaluations");
    let own = evaluations.iter().filter(|row| cell(row, "staff") == person);
    let current = own.filter(|row| (from..=reading.on()).contains(&period(cell(row, "period")).0));
    let judged = current.filter_map(|row| Some((period(cell(row, "period")), predicate(reading, row)?)));
    judged
        .max_by_key(|(period, _)| *period)
        .map(|(_, predicate)| predicate)
}

/// The evaluation that counts for an owed period: of those made until the next one ends, as it was current.
pub(crate) fn counting(reading: &Reading, person: &str, code: &str) -> Option<Row> {
    let (from, _) = period(code);
    let ends = quarters(reading, 5).into_iter().map(|code| period(&code).0);
    let next = ends.filter(|end| *end > from).min();
    let evaluations = reading.rows("evaluations");
    let own = evaluations.iter().filter(|row| cell(row, "staff") == person);
    let of = |row: &&Row| period(cell(row, "period"));
    let judged = own.filter(|row| predicate(reading, row).is_some());
    let of_period = judged.filter(|row| {
        let (end, _) = of(row);
        (from..=reading.on()).contains(&end) && next.is_none_or(|next| end < next)
    });
    of_period.max_by_key(of).cloned()
}

/// The predicate that counts for an owed period.
pub(crate) fn of_period(reading: &Reading, person: &str, code: &str) -> Option<String> {
    predicate(reading, &counting(reading, person, code)?)
}

/// The predicate of the evaluations that end with a period, the longest first.
fn ending_with(reading: &Reading, person: &str, code: &str) -> Option<String> {
    let evaluations = reading.rows("evaluations");
    let own = evaluations.iter().filter(|row| cell(row, "staff") == person);
    let judged = own.filter_map(|row| Some((period(cell(row, "period")), predicate(reading, row)?)));
    let of_period = judged.filter(|(own, _)| own.0 == period(code).0);
    of_period
        .max_by_key(|(own, _)| *own)
        .map(|(_, predicate)| predicate)
}

/// Whether a person owes no evaluation of a period that ends on a day: by status, too new in post, or gone since.
fn is_exempt(reading: &Reading, person: &Person, end: NaiveDate) -> bool {
    let rule = reading.rule("evaluation");
    let mut now = everybody(reading, reading.on()).into_iter();
    let has_left = |now: Person| now.id == person.id && ["moved", "retired", "left"].contains(&&*now.status);
    texts(&rule, "exempt").contains(&&*person.status)
        || now.any(has_left)
        || end - person.first_posted < TimeDelta::days(whole(&rule, "min_days_in_post"))
}

/// Whether anybody's evaluation of a period that ends on a day is in the files: else the file may be gone.
fn is_told(reading: &Reading, end: NaiveDate) -> bool {
    let evaluations = reading.rows("evaluations");
    evaluations
        .iter()
        .any(|row| period(cell(row, "period")).0 == end && is_there(reading, row))
}

/// How each of some people stands: with a predicate, `missing`, `unknown` where nobody's is on record, or owing none.
fn states(
    reading: &Reading,
    people: &[Person],
    end: NaiveDate,
    of: impl Fn(&str) -> Option<String>,
) -> BTreeMap<String, String> {
    let lacking = match is_told(reading, end) {
        true => "missing",
        false => "unknown",
    };
    let state = |person: &Person| {
        let missing = || (!is_exempt(reading, person, end)).then(|| lacking.to_owned());
        Some((person.id.clone(), of(&person.id).or_else(missing)?))
    };
    people.iter().filter_map(state).collect()
}

fn states_now(reading: &Reading, people: &[Person]) -> BTreeMap<String, String> {
    states(reading, people, owed(reading).last(), |id| current(reading, id))
}

fn counts<'s>(states: impl Iterator<Item = &'s String> + Clone) -> BTreeMap<&'static str, Value> {
    let count = |code: &str| json!(states.clone().filter(|state| *state == code).count());
    let columns = COLUMNS
        .iter()
        .zip(ORDER)
        .map(|(column, code)| (*column, count(code)));
    columns.chain([("missing", missing(states.clone()))]).collect()
}

/// How many of some states lack an evaluation; nothing where of all who may lack one nobody knows.
fn missing<'s>(states: impl Iterator<Item = &'s String> + Clone) -> Value {
    let count = |code: &str| states.clone().filter(|state| *state == code).count();
    json!((count("missing") > 0 || count("unknown") == 0).then(|| count("missing")))
}

/// Of a time of which nothing is in the files none is not known either.
fn as_told(is_told: bool, cells: &mut BTreeMap<&'static str, Value>) {
    let none = cells.values_mut().filter(|value| !is_told && **value == json!(0));
    none.for_each(|value| *value = Value::Null);
}

pub(crate) fn by_unit(reading: &Reading) -> Table {
    let people = people(reading);
    let states = states_now(reading, &people);
    let mut out = each_unit(reading, &people, |people| {
        let missing = people
            .iter()
            .filter(|person| states.get(&person.id).is_some_and(|state| state == "missing"));
        let begun = missing.clone().filter(|person| is_begun(reading, &person.id));
        let begun = (missing.count() > 0).then(|| begun.count());
        let counts = counts(people.iter().filter_map(|person| states.get(&person.id)));
        counts.into_iter().chain([("begun", json!(begun))]).collect()
    });
    let is_told = is_told(reading, owed(reading).last());
    out.iter_mut().for_each(|(_, cells)| as_told(is_told, cells));
    out
}

/// Whether a form of a current period was there on the last day, of somebody without a predicate.
fn is_begun(reading: &Reading, person: &str) -> bool {
    let current = owed(reading).last()..=reading.on();
    reading.rows("evaluations").iter().any(|row| {
        cell(row, "staff") == person
            && current.contains(&period(cell(row, "period")).0)
            && is_there(reading, row)
    })
}

/// Whether anything of a form was there on the last day: also what stood in it before it was whole.
fn is_there(reading: &Reading, row: &Row) -> bool {
    let on = reading.on().to_string();
    let stages = cell(row, "begun").split_whitespace();
    let is_by_then = |stage: &str| stage.rsplit('@').next().is_some_and(|since| *since <= *on);
    day(row, "date").is_none_or(|day| day <= reading.on()) || { stages }.any(is_by_then)
}

/// For the public: people by predicate, and those who have or owe an evaluation.
fn sums(reading: &Reading) -> Table {
    let states = states_now(reading, &people(reading));
    let line = |code: &str, people: Value| row(code, [("people", people)]);
    let of = |code: &&str| {
        let people = states.values().filter(|state| state == code).count();
        line(code, json!(people))
    };
    let all = states.values().filter(|state| *state != "unknown").count();
    let all = [line("missing", missing(states.values())), line("*", json!(all))];
    let mut out: Table = ORDER.iter().map(of).chain(all).collect();
    let is_told = is_told(reading, owed(reading).last());
    out.iter_mut().for_each(|(_, cells)| as_told(is_told, cells));
    out
}

/// How many of some states are Baik or better.
fn good<'s>(states: impl Iterator<Item = &'s String>) -> usize {
    states.filter(|state| ORDER[..2].contains(&&***state)).count()
}

/// The people at the end of a quarter, and how they stand by its evaluation.
fn then(reading: &Reading, code: &str) -> (Vec<Person>, BTreeMap<String, String>) {
    let (end, _) = period(code);
    let people = people_on(reading, end);
    let states = states(reading, &people, end, |id| ending_with(reading, id, code));
    (people, states)
}

fn trend(reading: &Reading) -> Table {
    let line = |code: String| {
        let (_, states) = then(reading, &code);
        let mut cells = counts(states.values());
        let is_any = states.values().any(|state| ORDER.contains(&&**state));
        cells.insert("good", json!(is_any.then(|| good(states.values()))));
        as_told(is_told(reading, period(&code).0), &mut cells);
        (code, cells)
    };
    quarters(reading, 4).into_iter().map(line).collect()
}

fn trend_by_unit(reading: &Reading) -> Table {
    let people = people(reading);
    let states = states_now(reading, &people);
    let mut out = each_unit(reading, &people, |people| {
        let own = || people.iter().filter_map(|person| states.get(&person.id));
        BTreeMap::from([("missing", missing(own()))])
    });
    let columns = ["period_1", "period_2", "period_3", "period_4"];
    let quarters = quarters(reading, 4).into_iter().rev();
    for (column, code) in columns.into_iter().rev().zip(quarters) {
        let (people, states) = then(reading, &code);
        for ((_, cells), (_, counted)) in out.iter_mut().zip(each_unit(reading, &people, |people| {
            let own = || {
                people
                    .iter()
                    .filter_map(|person| states.get(&person.id))
                    .filter(|state| ORDER.contains(&&***state))
            };
            BTreeMap::from([(column, json!((own().count() > 0).then(|| good(own()))))])
        })) {
            cells.extend(counted);
        }
    }
    out
}

fn units_missing(reading: &Reading) -> Table {
    let people = people(reading);
    let states = states_now(reading, &people);
    let mut units: BTreeMap<String, usize> = BTreeMap::new();
    for person in &people {
        if states.get(&person.id).is_some_and(|state| state == "missing") {
            *units.entry(person.unit.clone()).or_default() += 1;
        }
    }
    units
        .into_iter()
        .map(|(unit, missing)| row(unit, [("missing", json!(missing))]))
        .collect()
}
