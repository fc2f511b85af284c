//! Complaints and the satisfaction of the public, by unit.

use crate::Table;
use crate::files::{
    Month, Row, all_rows, amount, cell, day, document, names, number, rounded, rows, rule, units,
};
use chrono::{Datelike, Days, NaiveDate};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The working days after one day up to and including another.
fn working_days(after: NaiveDate, to: NaiveDate) -> i64 {
    let weekend = document("bina.toml")["calendar"]["weekend"].clone();
    let holidays = rows("holidays.csv");
    let name = |day: NaiveDate| day.format("%A").to_string().to_lowercase();
    let is_free = |date: NaiveDate| {
        weekend
            .as_array()
            .unwrap()
            .iter()
            .any(|free| free.as_str() == Some(&name(date)))
            || holidays.iter().any(|holiday| day(holiday, "date") == Some(date))
    };
    after
        .iter_days()
        .skip(1)
        .take_while(|date| *date <= to)
        .filter(|date| !is_free(*date))
        .count() as i64
}

/// A complaint as it stood on a day.
struct Complaint {
    unit: String,
    received: NaiveDate,
    /// Empty while it is open.
    outcome: String,
    /// Working days from the start of the clock to the end, or to the day looked at.
    took: i64,
    /// Whether the last working day allowed was before the end; `None` when its class is not known.
    is_late: Option<bool>,
}

/// How a complaint stood on a day; `None` of what is none, repeats another one or came later.
fn complaint(row: &Row, on: NaiveDate) -> Option<Complaint> {
    let received = day(row, "received").unwrap();
    if cell(row, "kind") != "complaint" || !cell(row, "duplicate_of").is_empty() || received > on {
        return None;
    }
    let reopened = day(row, "reopened").filter(|day| *day <= on);
    let closed = day(row, "resolved")
        .filter(|day| *day <= on && !cell(row, "outcome").is_empty())
        .filter(|day| reopened.is_none_or(|reopened| *day >= reopened));
    let classes = rule("complaints", received)["class"].clone();
    let mut classes = classes.as_array().unwrap().iter();
    let class = classes.find(|class| class["code"].as_str() == Some(cell(row, "class")));
    let (clock, end) = (reopened.unwrap_or(received), closed.unwrap_or(on));
    let allowed = class.map(|class| class["resolve_within"].as_integer().unwrap());
    let is_used_up = |day: &NaiveDate, allowed| working_days(clock, *day) == allowed;
    Some(Complaint {
        unit: cell(row, "unit").to_owned(),
        received,
        outcome: closed.map_or("", |_| cell(row, "outcome")).to_owned(),
        took: working_days(clock, end),
        is_late: allowed.map(|allowed| {
            let deadline = clock.iter_days().find(|day| is_used_up(day, allowed));
            end > deadline.unwrap()
        }),
    })
}

fn median(mut values: Vec<i64>) -> Value {
    values.sort_unstable();
    let middle = values.len() / 2;
    match values.len() {
        0 => Value::Null,
        n if n % 2 == 1 => json!(values[middle]),
        _ => json!((values[middle - 1] + values[middle]) as f64 / 2.0),
    }
}

pub(crate) fn complaints_by_unit(month: Month) -> Table {
    let on = month.last();
    let back = rule("complaints", on)["look_back_months"].as_integer().unwrap() as i32;
    let all: Vec<Complaint> = all_rows("complaints")
        .iter()
        .filter_map(|row| complaint(row, on))
        .collect();
    let row = |complaints: Vec<&Complaint>| {
        let cohort = || complaints.iter().filter(|one| Month::of(one.received) == month);
        let resolved = || cohort().filter(|one| one.outcome == "resolved");
        let is_overdue = |one: &Complaint| {
            one.received >= month.plus(1 - back).first()
                && one.outcome.is_empty()
                && one.is_late == Some(true)
        };
        let on_time = resolved().filter(|one| one.is_late == Some(false));
        BTreeMap::from([
            ("received", json!(cohort().count())),
            ("resolved", json!(resolved().count())),
            (
                "unresolved",
                json!(cohort().filter(|one| one.outcome == "unresolved").count()),
            ),
            ("on_time", json!(on_time.count())),
            (
                "overdue",
                json!(complaints.iter().filter(|one| is_overdue(one)).count()),
            ),
            (
                "median_workdays",
                median(resolved().map(|one| one.took).collect()),
            ),
        ])
    };
    let of = |unit: &str| all.iter().filter(|one| one.unit == unit).collect();
    let mut out: Table = units()
        .into_iter()
        .map(|unit| (unit.clone(), row(of(&unit))))
        .collect();
    out.push(("*".to_owned(), row(all.iter().collect())));
    out
}

/// The answers of the public in the months of the rule.
fn answers(month: Month, rule: &toml::Table) -> Vec<Row> {
    let first = month.plus(1 - rule["months"].as_integer().unwrap() as i32);
    let surveys = names("questionnaires")
        .into_iter()
        .filter(|name| document(name).get("index").and_then(toml::Value::as_str) == Some("satisfaction"));
    let folders = surveys.map(|name| name.replace("questionnaires", "responses").replace(".toml", ""));
    let rows: Vec<Row> = folders.flat_map(|folder| all_rows(&folder)).collect();
    let in_time = |row: &Row| (first..=month).contains(&Month::parse(cell(row, "date")));
    rows.into_iter().filter(in_time).collect()
}

fn elements(rule: &toml::Table) -> Vec<String> {
    let keys = rule["elements"].as_array().unwrap().iter();
    keys.map(|key| key.as_str().unwrap().to_owned()).collect()
}

/// How many answered an element, and the mean.
fn nrr(answers: &[&Row], element: &str) -> (usize, Option<f64>) {
    let scores: Vec<f64> = answers.iter().filter_map(|row| number(row, element)).collect();
    let mean = (!scores.is_empty()).then(|| scores.iter().sum::<f64>() / scores.len() as f64);
    (scores.len(), mean)
}

/// The mean of the means of all elements; `None` when one of them has no answer.
fn mean_nrr(answers: &[&Row], rule: &toml::Table) -> Option<f64> {
    let elements = elements(rule);
    let means: Option<Vec<f64>> = elements.iter().map(|element| nrr(answers, element).1).collect();
    Some(means?.iter().sum::<f64>() / elements.len() as f64)
}

/// Which groups are hidden: those too small, and where that is one, the next smallest too.
pub(crate) fn hidden(sizes: &[usize], least: usize) -> Vec<bool> {
    let mut hidden: Vec<bool> = sizes.iter().map(|n| (1..least).contains(n)).collect();
    if hidden.iter().filter(|is| **is).count() == 1 {
        let shown = (0..sizes.len()).filter(|at| sizes[*at] > 0 && !hidden[*at]);
        if let Some(next) = shown.min_by_key(|at| sizes[*at]) {
            hidden[next] = true;
        }
    }
    hidden
}

/// The least group that is shown.
pub(crate) fn least_group(on: NaiveDate) -> usize {
    rule("privacy", on)["min_group"].as_integer().unwrap() as usize
}

pub(crate) fn ikm_by_unit(month: Month) -> Table {
    let rule = rule("satisfaction", month.last());
    assert_eq!(rule["weight"].as_str(), Some("1/9"));
    let (all, least) = (answers(month, &rule), least_group(month.last()));
    let of = |unit: &str| -> Vec<&Row> { all.iter().filter(|row| cell(row, "unit") == unit).collect() };
    let row = |answers: &[&Row], is_hidden: bool| {
        let ikm = mean_nrr(answers, &rule)
            .filter(|_| !is_hidden)
            .map(|mean| amount(&rule["factor"]) * mean);
        let is_in = |band: &toml::Value, ikm: f64| amount(&band["from"]) <= ikm && ikm <= amount(&band["to"]);
        let band = ikm.map(|ikm| {
            let ikm = rounded(ikm, 2);
            let mut bands = rule["band"].as_array().unwrap().iter();
            bands.find(|band| is_in(band, ikm)).unwrap()["letter"]
                .as_str()
                .unwrap()
                .to_owned()
        });
        BTreeMap::from([
            ("n", json!(answers.len())),
            ("ikm", json!(ikm)),
            ("band", json!(band)),
        ])
    };
    let groups: Vec<Vec<&Row>> = units().iter().map(|unit| of(unit)).collect();
    let hidden = hidden(&groups.iter().map(Vec::len).collect::<Vec<_>>(), least);
    let lines = units().into_iter().zip(&groups).zip(hidden);
    let mut out: Table = lines
        .map(|((unit, answers), is_hidden)| (unit, row(answers, is_hidden)))
        .collect();
    out.push((
        "*".to_owned(),
        row(&all.iter().collect::<Vec<_>>(), all.len() < least),
    ));
    out
}

pub(crate) fn ikm_elements(month: Month) -> Table {
    let rule = rule("satisfaction", month.last());
    let answers = answers(month, &rule);
    let all: Vec<&Row> = answers.iter().collect();
    assert!(
        all.len() >= least_group(month.last()),
        "data/ has enough answers in every month that is tested"
    );
    let mut out: Table = elements(&rule)
        .into_iter()
        .map(|element| {
            let (n, mean) = nrr(&all, &element);
            (element, BTreeMap::from([("n", json!(n)), ("nrr", json!(mean))]))
        })
        .collect();
    let mean = mean_nrr(&all, &rule);
    out.push((
        "*".to_owned(),
        BTreeMap::from([("n", json!(all.len())), ("nrr", json!(mean))]),
    ));
    out
}

#[test]
fn a_deadline_skips_weekends_and_holidays() {
    let friday = NaiveDate::from_ymd_opt(2026, 8, 14).unwrap();
    assert_eq!(friday.weekday(), chrono::Weekday::Fri);
    // The weekend and Independence Day lie between.
    assert_eq!(working_days(friday, friday + Days::new(4)), 1);
}
