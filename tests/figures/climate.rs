//! The climate of learning: the latest questionnaire that people answered about their unit. And what mentors and mentees
//! say of their mentoring.

use crate::answers::{Form, forms};
use crate::files::{Month, Reading, Row, cell, tables, text, texts};
use crate::hours::each_unit;
use crate::people::people;
use crate::programmes::rate;
use crate::satisfaction::{hidden, least_group};
use crate::table::{Counted, Table, counted, mean, row};
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(crate) const TABLES: &[Counted] = &[
    counted(&["participation"], "climate", by_unit),
    counted(&["participation"], "climate_items", by_item),
    counted(&["participation"], "climate_choices", by_choice).by(2),
    counted(&["mentoring"], "mentoring_ratings", ratings).by(2),
    counted(&["mentoring"], "mentoring_items", rated_items).by(2),
];

/// The questionnaire answered last in the twelve months, with its answers in them.
fn latest(reading: &Reading) -> Option<(Form, Vec<Row>)> {
    let months = reading.window(12)..=reading.month;
    let climates = forms(reading)
        .into_iter()
        .filter(|form| form.about == "unit" && form.roles == ["participant"]);
    let answered = climates.map(|form| {
        let own = form
            .rows
            .iter()
            .filter(|row| months.contains(&Month::parse(cell(row, "date"))));
        let is_answered = |row: &&Row| form.items.iter().any(|item| item.score(row).is_some());
        let own: Vec<Row> = own.filter(is_answered).cloned().collect();
        (form, own)
    });
    let last = |rows: &[Row]| rows.iter().map(|row| cell(row, "date").to_owned()).max();
    answered
        .filter(|(_, rows)| !rows.is_empty())
        .max_by_key(|(form, rows)| (last(rows), form.code.clone()))
}

fn by_unit(reading: &Reading) -> Table {
    let Some((form, rows)) = latest(reading) else {
        return Table::new();
    };
    let least = form.least.unwrap_or_else(|| least_group(reading));
    let units = reading.units();
    let of = |unit: &str| -> Vec<Row> {
        rows.iter()
            .filter(|row| cell(row, "unit") == unit)
            .cloned()
            .collect()
    };
    let hidden = hidden(
        &units.iter().map(|unit| of(unit).len()).collect::<Vec<_>>(),
        least,
    );
    let mut out = each_unit(reading, &people(reading), |people| {
        BTreeMap::from([("n", Value::Null), ("response_rate", json!(people.len()))])
    });
    let before = latest(&reading.back(12));
    let of_before = |unit: &str| -> Vec<Row> {
        let rows = before.iter().flat_map(|(_, rows)| rows);
        rows.filter(|row| unit == "*" || cell(row, "unit") == unit)
            .cloned()
            .collect()
    };
    let hidden_before = crate::satisfaction::hidden(
        &units.iter().map(|unit| of_before(unit).len()).collect::<Vec<_>>(),
        least,
    );
    // Where a unit has more answers than people, nobody knows how many of all answered.
    let mut is_over = false;
    for (at, (key, cells)) in out.iter_mut().enumerate() {
        if let Some((form, _)) = &before {
            let own = of_before(key);
            let scores: Vec<f64> = form.scores(&own).collect();
            let is_hidden = hidden_before.get(at).copied().unwrap_or(own.len() < least);
            cells.insert("mean_before", json!(mean(&scores).filter(|_| !is_hidden)));
        }
        let own = if key == "*" { rows.clone() } else { of(key) };
        let is_hidden = hidden.get(at).copied().unwrap_or(own.len() < least);
        let people = cells["response_rate"].as_u64().unwrap() as usize;
        let scores: Vec<f64> = form.scores(&own).collect();
        cells.insert("n", json!(own.len()));
        is_over |= key != "*" && own.len() > people;
        let all = rate(own.len(), people);
        cells.insert(
            "response_rate",
            if key == "*" && is_over { Value::Null } else { all },
        );
        cells.insert("mean", json!(mean(&scores).filter(|_| !is_hidden)));
    }
    out
}

fn by_item(reading: &Reading) -> Table {
    let Some((form, rows)) = latest(reading) else {
        return Table::new();
    };
    let line = |item: &crate::answers::Item| {
        let scores: Vec<f64> = rows.iter().filter_map(|row| item.score(row)).collect();
        row(
            &*item.key,
            [("n", json!(scores.len())), ("mean", json!(mean(&scores)))],
        )
    };
    form.items.iter().map(line).collect()
}

fn by_choice(reading: &Reading) -> Table {
    let Some((form, rows)) = latest(reading) else {
        return Table::new();
    };
    let document = reading.document(&format!("questionnaires/{}.toml", form.code));
    let items = tables(&document, "item").into_iter();
    let mut out = Table::new();
    for item in items.filter(|item| text(item, "kind") == "choice") {
        let key = text(item, "key");
        for choice in texts(item, "choices") {
            let chosen = rows.iter().filter(|row| cell(row, key) == choice).count();
            out.push(row(format!("{key}/{choice}"), [("n", json!(chosen))]));
        }
    }
    out
}

/// The questionnaires about mentoring with the answers of twelve months, by role.
fn by_role(reading: &Reading) -> Vec<(Form, String, Vec<Row>)> {
    let months = reading.window(12)..=reading.month;
    let mut out = Vec::new();
    for form in forms(reading)
        .into_iter()
        .filter(|form| form.about == "mentoring")
    {
        for role in &form.roles {
            let own = form.rows.iter().filter(|row| cell(row, "role") == role);
            let own = own.filter(|row| months.contains(&Month::parse(cell(row, "date"))));
            let is_answered = |row: &&Row| form.items.iter().any(|item| item.score(row).is_some());
            let own: Vec<Row> = own.filter(is_answered).cloned().collect();
            if !own.is_empty() {
                out.push((form.clone(), role.clone(), own));
            }
        }
    }
    out
}

fn ratings(reading: &Reading) -> Table {
    let line = |(form, role, rows): (Form, String, Vec<Row>)| {
        let scores: Vec<f64> = form.scores(&rows).collect();
        let cells = [("n", json!(rows.len())), ("mean", json!(mean(&scores)))];
        row(format!("{}/{role}", form.code), cells)
    };
    by_role(reading).into_iter().map(line).collect()
}

fn rated_items(reading: &Reading) -> Table {
    let mut out = Table::new();
    for (form, role, rows) in by_role(reading) {
        for item in &form.items {
            let scores: Vec<f64> = rows.iter().filter_map(|row| item.score(row)).collect();
            let cells = [("n", json!(scores.len())), ("mean", json!(mean(&scores)))];
            out.push(row(format!("{}/{role}", item.key), cells));
        }
    }
    out
}
