//! One person's own page, and the transcript of one person.

use crate::files::{Reading, Row, cell, number};
use crate::hours::{completed, january};
use crate::table::{Counted, Table, counted, row};
use chrono::NaiveDate;
use serde_json::json;
use std::collections::BTreeMap;

pub(crate) const TABLES: &[Counted] = &[
    counted(&["staff"], "attended", attended),
    counted(&["transcript"], "attended", ever_attended),
    counted(&["transcript"], "years", years),
];

/// The first day that any record could tell of.
fn ever() -> NaiveDate {
    NaiveDate::from_ymd_opt(1900, 1, 1).unwrap()
}

/// What the person completed since January, with the JP as on the certificate and as recognised.
fn attended(reading: &Reading) -> Table {
    attended_from(reading, january(reading.on()))
}

/// The same of all years.
fn ever_attended(reading: &Reading) -> Table {
    attended_from(reading, ever())
}

fn attended_from(reading: &Reading, first: NaiveDate) -> Table {
    let rows = reading.rows("participation");
    let own = completed(&rows, &reading.about, first, reading.on());
    let cells = |column| move |row| json!(number(row, column));
    own.map(|one| {
        row(
            cell(one, "training"),
            [
                ("jp", cells("jp")(one)),
                ("jp_recognised", cells("jp_recognised")(one)),
            ],
        )
    })
    .collect()
}

/// What the person completed in each year, and in all where there are several.
fn years(reading: &Reading) -> Table {
    let rows = reading.rows("participation");
    let own: Vec<&Row> = completed(&rows, &reading.about, ever(), reading.on()).collect();
    let told = |column: &str, own: &[&Row]| {
        let known: Vec<f64> = own.iter().filter_map(|row| number(row, column)).collect();
        let sum = known.iter().sum::<f64>() + 0.0;
        match own.len() - known.len() {
            0 => json!(sum),
            unknown => json!({"value": (sum > 0.0).then_some(sum), "unknown": unknown}),
        }
    };
    let line = |key: String, own: &[&Row]| {
        row(
            key,
            [
                ("completed", json!(own.len())),
                ("jp", told("jp", own)),
                ("jp_recognised", told("jp_recognised", own)),
            ],
        )
    };
    let mut by_year: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
    for one in &own {
        let year = cell(one, "completed")[..4].to_owned();
        by_year.entry(year).or_default().push(one);
    }
    let total = (by_year.len() > 1).then(|| line("*".to_owned(), &own));
    let each = by_year.into_iter().map(|(year, own)| line(year, &own));
    each.chain(total).collect()
}
