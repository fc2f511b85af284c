//! The figures of the monthly report, computed a second time: slowly, plainly, and with nothing of the measures.
//!
//! What is here reads the files of `data/` with other parsers into plain maps and follows the words of the rules. It
//! knows the layout of the records and no type of `bina`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod files;
mod learning;
mod people;
mod public;

use files::Month;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A table as it ought to be: the key of a row, and its cells by column.
pub(crate) type Table = Vec<(String, BTreeMap<&'static str, Value>)>;

/// Half a unit of the sixth decimal, and a little for binary fractions.
const NEAR: f64 = 0.000_000_6;

/// The month that the README prints, one with another quarter behind it, and one at a year's end.
const MONTHS: [&str; 3] = ["2026-10", "2026-03", "2025-12"];

/// The record directory.
pub(crate) fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// The monthly report as JSON.
pub(crate) fn printed(month: &str) -> Value {
    let out = Command::new(env!("CARGO_BIN_EXE_bina"))
        .arg("-C")
        .arg(data())
        .args([
            "--as-of",
            "2026-11-20",
            "report",
            "monthly",
            "-O",
            "json",
            "--month",
            month,
        ])
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).unwrap()
}

/// A table of a report: its columns by place, and its rows.
pub(crate) fn printed_table<'r>(report: &'r Value, id: &str) -> (Vec<&'r str>, &'r Vec<Value>) {
    let sections = report["sections"].as_array().unwrap().iter();
    let mut tables = sections.flat_map(|section| section["tables"].as_array().unwrap());
    let table = tables
        .find(|table| table["id"] == id)
        .unwrap_or_else(|| panic!("no table {id}"));
    let columns = table["columns"].as_array().unwrap().iter();
    let columns = columns.map(|column| column["id"].as_str().unwrap()).collect();
    (columns, table["rows"].as_array().unwrap())
}

/// Compares a printed table with the one that ought to be: the same rows in any order, and every cell named there.
fn compare(report: &Value, id: &str, expected: Table) {
    let (columns, rows) = printed_table(report, id);
    let mut found: BTreeMap<&str, &Value> = rows.iter().map(|row| (row[0].as_str().unwrap(), row)).collect();
    for (key, cells) in &expected {
        let row = found
            .remove(&**key)
            .unwrap_or_else(|| panic!("{id}/{key}: no such row"));
        for (column, cell) in cells {
            let at = columns.iter().position(|name| name == column);
            let printed = &row[at.unwrap_or_else(|| panic!("{id}: no column {column}"))];
            assert!(
                same(printed, cell),
                "{id}/{key}/{column} of {}: the report says {printed}, plain counting {cell}",
                report["month"],
            );
        }
    }
    assert!(found.is_empty(), "{id}: rows too many: {:?}", found.keys());
}

fn same(printed: &Value, expected: &Value) -> bool {
    match (printed.as_f64(), expected.as_f64()) {
        (Some(printed), Some(expected)) => (printed - expected).abs() <= NEAR,
        _ => printed == expected,
    }
}

#[test]
fn every_figure_is_what_plain_counting_gives() {
    for text in MONTHS {
        let (month, report) = (Month::parse(text), printed(text));
        compare(&report, "hours_by_unit", people::hours_by_unit(month));
        compare(&report, "predicates_by_unit", people::predicates_by_unit(month));
        compare(&report, "complaints_by_unit", public::complaints_by_unit(month));
        compare(&report, "ikm_by_unit", public::ikm_by_unit(month));
        compare(&report, "ikm_elements", public::ikm_elements(month));
        compare(&report, "programmes", learning::programmes(month));
    }
}
