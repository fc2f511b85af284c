//! How participants judged a programme and its instructors.

use crate::files::{Month, Reading, cell, date, tables, text};
use crate::people::full_name;
use crate::programmes::{Programme, of_month, withheld};
use crate::satisfaction::least_group;
use crate::table::{Counted, Table, counted, mean, row};
use crate::training::subject;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const TABLES: &[Counted] = &[
    counted(&["monthly"], "satisfaction_by_aspect", by_aspect).by(2),
    counted(&["monthly"], "instructors", of_all).by(2),
    counted(&["training"], "instructors", of_subject),
];

pub(crate) type Cells = [(&'static str, Value); 2];

/// Each aspect of a programme: how many answered, and the mean of its items.
pub(crate) fn aspects(one: &Programme) -> Vec<(String, Cells)> {
    let mut aspects: BTreeMap<String, (usize, Vec<f64>)> = BTreeMap::new();
    for (form, rows) in &one.voices() {
        let names: BTreeSet<&String> = form.items.iter().map(|item| &item.aspect).collect();
        for (name, row) in names
            .iter()
            .flat_map(|name| rows.iter().map(move |row| (name, row)))
        {
            let own = form.items.iter().filter(|item| item.aspect == **name);
            let scores: Vec<f64> = own.filter_map(|item| item.score(row)).collect();
            let (n, all) = aspects.entry((*name).clone()).or_default();
            *n += usize::from(!scores.is_empty());
            all.extend(scores);
        }
    }
    let some = aspects.into_iter();
    some.filter(|(aspect, (n, _))| !aspect.is_empty() && *n > 0)
        .map(|(aspect, (n, scores))| (aspect, [("n", json!(n)), ("mean", json!(mean(&scores)))]))
        .collect()
}

/// Each item of a programme with its questionnaire: how many answered it, and the mean.
pub(crate) fn items(one: &Programme) -> Vec<(String, Cells)> {
    let mut out = Vec::new();
    for (form, rows) in one.voices().iter().filter(|(_, rows)| !rows.is_empty()) {
        for item in &form.items {
            let scores: Vec<f64> = rows.iter().filter_map(|row| item.score(row)).collect();
            let cells = [("n", json!(scores.len())), ("mean", json!(mean(&scores)))];
            out.push((format!("{}/{}", item.key, form.code), cells));
        }
    }
    out
}

fn by_aspect(reading: &Reading) -> Table {
    let all = of_month(reading);
    let shown = all
        .iter()
        .zip(withheld(reading, &all))
        .filter(|(_, is_hidden)| !is_hidden);
    let lines = shown.map(|(one, _)| {
        let aspects = aspects(one).into_iter();
        aspects
            .map(|(aspect, cells)| row(format!("{}/{aspect}", one.id), cells))
            .collect::<Table>()
    });
    lines.flatten().collect()
}

/// How many answers are about an instructor, and every score in them.
fn about(one: &Programme, key: &str) -> (usize, Vec<f64>) {
    let mut out = (0, Vec::new());
    for (form, rows) in &one.answers {
        let own: Vec<_> = rows
            .iter()
            .filter(|row| cell(row, "instructor") == key)
            .cloned()
            .collect();
        out.0 += own.len();
        out.1.extend(form.scores(&own));
    }
    out
}

/// The name of an instructor: of `staff.csv`, else as the document says.
fn name(reading: &Reading, instructor: &toml::Table) -> String {
    let staff = reading.rows("staff.csv");
    let known = staff
        .iter()
        .find(|row| cell(row, "id") == text(instructor, "staff"));
    known.map_or_else(|| text(instructor, "name").to_owned(), full_name)
}

fn of_all(reading: &Reading) -> Table {
    let mut out = Table::new();
    let least = least_group(reading);
    for one in of_month(reading) {
        for instructor in tables(&one.document, "instructor") {
            let (n, scores) = about(&one, text(instructor, "key"));
            let cells = [
                ("n", json!((n > 0).then_some(n))),
                ("mean", json!(mean(&scores).filter(|_| n >= least))),
            ];
            out.push(row(format!("{}/{}", one.id, name(reading, instructor)), cells));
        }
    }
    out
}

/// Here, and over the programmes of twelve months with enough answers about the instructor.
fn of_subject(reading: &Reading) -> Table {
    let (one, least) = (subject(reading), least_group(reading));
    let line = |instructor: &&toml::Table| {
        let (n, scores) = about(&one, text(instructor, "key"));
        let (programmes, all, every) = of_year(reading, &name(reading, instructor), least);
        row(
            text(instructor, "key"),
            [
                ("n", json!(n)),
                ("mean", json!(mean(&scores).filter(|_| n >= least))),
                ("programmes", json!(programmes)),
                ("n_12_months", json!(all)),
                ("mean_12_months", json!(mean(&every))),
            ],
        )
    };
    tables(&one.document, "instructor").iter().map(line).collect()
}

/// The programmes of an instructor that ended in the twelve months with enough answers about her: how many, how many
/// answers, and every score in them.
fn of_year(reading: &Reading, who: &str, least: usize) -> (usize, usize, Vec<f64>) {
    let months = reading.month.first_of(12)..=reading.month;
    let mut out = (0, 0, Vec::new());
    for (id, document) in reading.documents("trainings") {
        let is_held = text(&document, "status") != "cancelled";
        let instructors = tables(&document, "instructor");
        let own = instructors.iter().find(|one| name(reading, one) == who);
        let Some(own) =
            own.filter(|_| is_held && months.contains(&Month::of(date(&document, "end").unwrap())))
        else {
            continue;
        };
        let (n, scores) = about(&subject(&reading.about(id)), text(own, "key"));
        if n >= least {
            out.0 += 1;
            out.1 += n;
            out.2.extend(scores);
        }
    }
    out
}
