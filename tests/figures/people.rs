//! Hours and predicates by unit.

use crate::Table;
use crate::files::{Month, Row, all_rows, amount, cell, day, number, rows, rule, units};
use chrono::{Datelike, NaiveDate, TimeDelta};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A person who counts on a day.
struct Person {
    id: String,
    employment: String,
    unit: String,
    status: String,
    first_posted: NaiveDate,
}

impl Person {
    fn is_pppk(&self) -> bool {
        self.employment.starts_with("pppk")
    }
}

/// The people who count on a day: ASN whose latest posting does not say that they left.
fn people(on: NaiveDate) -> Vec<Person> {
    let postings = rows("postings.csv");
    let of = |id: &str| -> Vec<&Row> { postings.iter().filter(|row| cell(row, "staff") == id).collect() };
    let mut out = Vec::new();
    for staff in rows("staff.csv") {
        let own = of(cell(&staff, "id"));
        let known = own.iter().filter(|row| day(row, "since").unwrap() <= on);
        let Some(latest) = known.max_by_key(|row| day(row, "since")) else {
            continue;
        };
        let status = cell(latest, "status");
        let is_asn = ["cpns", "pns", "pppk", "pppk-part-time"].contains(&cell(&staff, "employment"));
        if is_asn && !["moved", "retired", "left"].contains(&status) {
            out.push(Person {
                id: cell(&staff, "id").to_owned(),
                employment: cell(&staff, "employment").to_owned(),
                unit: cell(latest, "unit").to_owned(),
                status: status.to_owned(),
                first_posted: own.iter().filter_map(|row| day(row, "since")).min().unwrap(),
            });
        }
    }
    out
}

/// One row for each unit, and one for everybody.
fn by_unit(people: &[Person], row: impl Fn(&[&Person]) -> BTreeMap<&'static str, Value>) -> Table {
    let of = |unit: &str| -> Vec<&Person> { people.iter().filter(|person| person.unit == unit).collect() };
    let mut out: Table = units()
        .into_iter()
        .map(|unit| (unit.clone(), row(&of(&unit))))
        .collect();
    out.push(("*".to_owned(), row(&people.iter().collect::<Vec<_>>())));
    out
}

/// The JP that a person completed between two days.
fn jp(participation: &[Row], person: &str, from: NaiveDate, to: NaiveDate) -> f64 {
    let own = participation
        .iter()
        .filter(|row| cell(row, "staff") == person && cell(row, "status") == "completed");
    let in_time = own.filter(|row| day(row, "completed").is_some_and(|day| from <= day && day <= to));
    in_time.filter_map(|row| number(row, "jp")).sum()
}

/// The first day of the contract year in force, when a contract is.
fn contract_year(contracts: &[Row], person: &str, on: NaiveDate) -> Option<NaiveDate> {
    let in_force = contracts.iter().filter(|row| {
        cell(row, "staff") == person
            && day(row, "since").unwrap() <= on
            && day(row, "until").is_none_or(|until| on <= until)
    });
    let since = in_force.filter_map(|row| day(row, "since")).max()?;
    let mut start = since;
    while let Some(next) = start.with_year(start.year() + 1).filter(|next| *next <= on) {
        start = next;
    }
    Some(start)
}

pub(crate) fn hours_by_unit(month: Month) -> Table {
    let on = month.last();
    let rule = rule("hours", on);
    assert_eq!(rule["counted"].as_str(), Some("certificate"));
    let (floor, ceiling) = (amount(&rule["pns_floor"]), amount(&rule["pppk_ceiling"]));
    let new_year = NaiveDate::from_ymd_opt(on.year(), 1, 1).unwrap();
    let (participation, contracts) = (all_rows("participation"), rows("contracts.csv"));
    let of_year = |person: &Person| jp(&participation, &person.id, new_year, on);
    let is_over = |person: &Person| {
        contract_year(&contracts, &person.id, on)
            .is_some_and(|start| jp(&participation, &person.id, start, on) > ceiling)
    };
    by_unit(&people(on), |people| {
        let total: f64 = people.iter().map(|person| of_year(person)).sum();
        let pns: Vec<_> = people
            .iter()
            .filter(|person| person.employment == "pns")
            .collect();
        let pppk: Vec<_> = people.iter().filter(|person| person.is_pppk()).collect();
        BTreeMap::from([
            ("staff", json!(people.len())),
            ("jp_total", json!(total)),
            (
                "jp_mean",
                if people.is_empty() {
                    Value::Null
                } else {
                    json!(total / people.len() as f64)
                },
            ),
            ("pns", json!(pns.len())),
            (
                "under_floor",
                json!(pns.iter().filter(|person| of_year(person) < floor).count()),
            ),
            ("pppk", json!(pppk.len())),
            (
                "over_ceiling",
                json!(pppk.iter().filter(|person| is_over(person)).count()),
            ),
        ])
    })
}

/// The last day and the length in months of a period: `2026-10`, `2026-Q3` or `2026`.
fn period(text: &str) -> (NaiveDate, u32) {
    let december = Month {
        year: text[..4].parse().unwrap(),
        number: 12,
    };
    match text.get(5..) {
        None => (december.last(), 12),
        Some(quarter) if quarter.starts_with('Q') => {
            let number: u32 = quarter[1..].parse().unwrap();
            (
                Month {
                    number: 3 * number,
                    ..december
                }
                .last(),
                3,
            )
        }
        Some(_) => (Month::parse(text).last(), 1),
    }
}

/// The last day of the last quarter that is over, and whose days of grace are over.
fn owed(on: NaiveDate, grace: i64) -> NaiveDate {
    let mut month = Month::of(on);
    while !month.number.is_multiple_of(3) || month.last() + TimeDelta::days(grace) > on {
        month = month.plus(-1);
    }
    month.last()
}

/// The predicate of the evaluation that counts: of those that are current the one that ends last, then the longest.
fn predicate(
    evaluations: &[Row],
    matrix: &toml::Table,
    person: &str,
    from: NaiveDate,
    on: NaiveDate,
) -> Option<String> {
    let current = evaluations.iter().filter(|row| {
        let (end, _) = period(cell(row, "period"));
        cell(row, "staff") == person
            && from <= end
            && end <= on
            && day(row, "date").is_none_or(|day| day <= on)
            && !cell(row, "result").is_empty()
            && !cell(row, "behaviour").is_empty()
    });
    let row = current.max_by_key(|row| period(cell(row, "period")))?;
    let is_same = |entry: &toml::Value, key: &str| entry[key].as_str() == Some(cell(row, key));
    let mut cells = matrix["cell"].as_array().unwrap().iter();
    let found = cells.find(|entry| is_same(entry, "result") && is_same(entry, "behaviour"));
    Some(found.unwrap()["predicate"].as_str().unwrap().replace('-', "_"))
}

pub(crate) fn predicates_by_unit(month: Month) -> Table {
    let on = month.last();
    let (rhythm, matrix) = (rule("evaluation", on), rule("predicate", on));
    assert_eq!(rhythm["rhythm"].as_str(), Some("quarter"));
    let from = owed(on, rhythm["late_after_days"].as_integer().unwrap());
    let exempt: Vec<&str> = rhythm["exempt"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(toml::Value::as_str)
        .collect();
    let too_new = TimeDelta::days(rhythm["min_days_in_post"].as_integer().unwrap());
    let evaluations = all_rows("evaluations");
    by_unit(&people(on), |people| {
        let columns = [
            "sangat_baik",
            "baik",
            "butuh_perbaikan",
            "kurang",
            "sangat_kurang",
            "missing",
        ];
        let mut counts = columns.map(|column| (column, 0));
        for person in people {
            let is_exempt = exempt.contains(&&*person.status) || from - person.first_posted < too_new;
            let column = match predicate(&evaluations, &matrix, &person.id, from, on) {
                Some(predicate) => predicate,
                None if is_exempt => continue,
                None => "missing".to_owned(),
            };
            counts.iter_mut().find(|(name, _)| *name == column).unwrap().1 += 1;
        }
        counts
            .into_iter()
            .map(|(column, count)| (column, json!(count)))
            .collect()
    })
}
