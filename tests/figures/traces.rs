//! What an explanation would show adds up to what the report prints: the rows behind a figure, by its address.

use crate::{data, printed, printed_table, same};
use bina::diagnostic::{Findings, Origin};
use bina::files::Directory;
use bina::measure::trace::{Collected, Figure, Omission, Trace};
use bina::records::time::Month;
use bina::rules::Head;
use bina::{gather, load};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Months at whose end some people had moved, left or retired.
const MONTHS: [&str; 3] = ["2026-10", "2026-07", "2026-06"];

/// A trace that adds up everything.
#[derive(Default)]
struct Sums {
    by_figure: BTreeMap<Figure, i64>,
}

impl Trace for Sums {
    fn fork(&self) -> Self {
        Sums::default()
    }

    fn join(&mut self, other: Self) {
        for (figure, sum) in other.by_figure {
            *self.by_figure.entry(figure).or_default() += sum;
        }
    }

    fn uses(&mut self, figure: Figure, _: Origin, amount: i64) {
        *self.by_figure.entry(figure).or_default() += amount;
    }

    fn omits(&mut self, _: Figure, _: Origin, _: Omission) {}

    fn rule(&mut self, _: Figure, _: &Head) {}
}

/// Gathers the month with a trace.
fn gathered(month: &str, trace: &mut impl Trace) {
    let directory = Directory::open(&data()).unwrap();
    let mut findings = Findings::new();
    let office = load::office(&directory, &mut findings).unwrap();
    let month = Month::parse(month).unwrap();
    gather::month::month(&directory, &office, month, &mut findings, trace).unwrap();
    assert_eq!(findings.errors(), 0);
}

/// Columns whose rows add up to the figure, and in which units the rows are counted.
const ADDED_UP: &[(&str, &str, f64)] = &[
    ("hours_by_unit", "jp_total", 10_000.0),
    ("predicates_by_unit", "sangat_baik", 1.0),
    ("predicates_by_unit", "baik", 1.0),
    ("predicates_by_unit", "butuh_perbaikan", 1.0),
    ("predicates_by_unit", "kurang", 1.0),
    ("predicates_by_unit", "sangat_kurang", 1.0),
    ("complaints_by_unit", "received", 1.0),
    ("complaints_by_unit", "resolved", 1.0),
    ("complaints_by_unit", "unresolved", 1.0),
    ("complaints_by_unit", "on_time", 1.0),
    ("complaints_by_unit", "overdue", 1.0),
    ("ikm_by_unit", "n", 1.0),
];

#[test]
fn the_rows_behind_a_figure_add_up_to_it() {
    for month in MONTHS {
        let mut sums = Sums::default();
        gathered(month, &mut sums);
        let report = printed(month);
        for (table, column, unit) in ADDED_UP {
            adds_up(&sums, &report, (table, column), *unit);
        }
    }
}

/// Compares a column of a table, unit by unit, with the sums of the rows behind it.
fn adds_up(sums: &Sums, report: &Value, (table, column): (&'static str, &'static str), unit: f64) {
    let (columns, rows) = printed_table(report, table);
    let at = columns.iter().position(|name| *name == column).unwrap();
    for (number, row) in rows.iter().filter(|row| row[0] != "*").enumerate() {
        let figure = Figure::new(table, number as u32, column);
        let sum = sums.by_figure.get(&figure).copied().unwrap_or(0) as f64 / unit;
        assert!(
            same(&row[at], &json!(sum)),
            "{table}/{}/{column} of {}: the report says {}, its rows add up to {sum}",
            row[0],
            report["month"],
            row[at]
        );
    }
}

#[test]
fn an_explanation_collects_the_rows_of_one_figure() {
    let report = printed(MONTHS[0]);
    let (columns, rows) = printed_table(&report, "hours_by_unit");
    let number = rows.iter().position(|row| row[0] == "kel-terjun").unwrap();
    let mut collected = Collected::new(Figure::new("hours_by_unit", number as u32, "jp_total"));
    gathered(MONTHS[0], &mut collected);
    let at = columns.iter().position(|name| *name == "jp_total").unwrap();
    assert!(same(&rows[number][at], &json!(collected.sum() as f64 / 10_000.0)));
    assert!(
        collected
            .used
            .iter()
            .all(|(origin, amount)| *origin != Origin::NOWHERE && *amount > 0)
    );
}
