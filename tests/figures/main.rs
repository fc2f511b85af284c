//! The figures of every report, computed a second time: slowly, plainly, and with nothing of the measures.
//!
//! What is here reads the files of the five offices with other parsers into plain maps and follows the words of the
//! rules. It knows the layout of the records and nothing of `bina` but the names of its reports.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod answers;
mod certificates;
mod climate;
mod complaints;
mod completeness;
mod files;
mod follow_up;
mod forum;
mod gaps;
mod hours;
mod impact;
mod incentives;
mod matrix;
mod mentoring;
mod movement;
mod needs;
mod notice;
mod overview;
mod participation;
mod people;
mod plan;
mod predicates;
mod programmes;
mod reach;
mod reaction;
mod roster;
mod satisfaction;
mod staff;
mod table;
mod trained;
mod training;
mod unit;

use files::{Month, Reading};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use table::{Counted, Printed, columns, printed};

/// The month that the README prints, one with another quarter behind it, and one at a year's end.
const MONTHS: [&str; 3] = ["2026-10", "2026-03", "2025-12"];

/// Longer times: a quarter, half a year, and some months on both sides of a year's end.
const PERIODS: [(&str, &str); 3] = [
    ("2026-07", "2026-09"),
    ("2026-01", "2026-06"),
    ("2025-11", "2026-04"),
];

/// The reports that are counted over them.
const OVER_PERIODS: [&str; 8] = [
    "monthly",
    "brief",
    "complaints",
    "forum",
    "notice",
    "mentoring",
    "impact",
    "participation",
];

/// The names of the reports about the office.
fn reports() -> impl Iterator<Item = &'static str> {
    let all = bina::inquiry::KINDS.iter();
    all.filter(|kind| !kind.needs_subject()).map(|kind| kind.name)
}

/// The tables that are counted twice.
fn declared() -> impl Iterator<Item = &'static Counted> {
    let tables = [
        overview::TABLES,
        notice::TABLES,
        completeness::TABLES,
        programmes::TABLES,
        follow_up::TABLES,
        impact::TABLES,
        reaction::TABLES,
        training::TABLES,
        staff::TABLES,
        climate::TABLES,
        hours::TABLES,
        predicates::TABLES,
        incentives::TABLES,
        participation::TABLES,
        trained::TABLES,
        gaps::TABLES,
        mentoring::TABLES,
        certificates::TABLES,
        matrix::TABLES,
        complaints::TABLES,
        movement::TABLES,
        satisfaction::TABLES,
        roster::TABLES,
        forum::TABLES,
        plan::TABLES,
        needs::TABLES,
    ];
    tables.into_iter().flatten()
}

/// What `bina` prints about an office.
fn bina(office: &Path, args: &[&str]) -> Vec<u8> {
    let out = Command::new(env!("CARGO_BIN_EXE_bina"))
        .arg("-C")
        .arg(office)
        .args(["--as-of", "2026-12-01", "--lang", "en"])
        .args(args)
        .output()
        .unwrap();
    assert!(
        out.status.success(),
        "{args:?}: {}",
        String::from_utf8_lossy(&out.stderr)
    );
    out.stdout
}

/// The figures that a report has, by table: also those that only its edition for the public prints.
fn figures(office: &Path, report: &[&str]) -> BTreeMap<String, Printed> {
    let mut args = vec!["explain", "-O", "csv", "--report"];
    args.extend(report);
    let text = bina(office, &args);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(&*text);
    let rows = reader.records().map(Result::unwrap);
    let mut out: BTreeMap<String, Printed> = BTreeMap::new();
    for row in rows.filter(|row| &row[0] == "addresses" && &row[2] == "value") {
        let (table, rest) = row[1].split_once('/').unwrap();
        let (key, column) = rest.rsplit_once('/').unwrap();
        let value = row[3]
            .parse::<f64>()
            .map_or_else(|_| json!(row[3]), |number| json!(number));
        let rows = &mut out.entry(table.to_owned()).or_default().rows;
        rows.entry(key.to_owned())
            .or_default()
            .insert(column.to_owned(), value);
    }
    out
}

/// What was found in one office.
struct Found {
    office: PathBuf,
    differences: Vec<String>,
    /// Known faults that were met.
    faults: BTreeSet<&'static str>,
}

impl Found {
    /// Whether a difference is a known fault.
    fn is_known(&mut self, address: &str) -> bool {
        let fault = faults(&self.office).find(|known| *known == address);
        self.faults.extend(fault);
        fault.is_some()
    }
}

/// Compares a report with plain counting: every figure that it has must be counted, or be in the list below.
fn compare(found: &mut Found, reading: &Reading, kind: &str) {
    let office = found.office.clone();
    let (option, month) = reading.asked();
    let about = (!reading.about.is_empty()).then_some(&*reading.about);
    let mut args = vec!["report", kind];
    args.extend(about);
    args.extend(["-O", "json", option, &month]);
    let report: Value = serde_json::from_slice(&bina(&office, &args)).unwrap();
    let mut explain = vec![kind, option, &month];
    explain.extend(about.iter().flat_map(|about| ["--about", about]));
    for (id, addresses) in figures(&office, &explain) {
        let told = |what: String| format!("{kind} {} {month}: {what}", reading.about);
        let mut open: BTreeSet<String> = addresses
            .rows
            .values()
            .flat_map(|row| row.keys().cloned())
            .collect();
        let is_of = |one: &&Counted| match kind {
            "unit" => unit::is_from(one),
            _ => one.reports.contains(&kind),
        };
        if let Some(counted) = declared().find(|one| one.id == id && is_of(one)) {
            let (expected, is_choice) = match kind {
                "unit" => unit::within(reading, counted),
                _ => ((counted.count)(reading), counted.is_choice),
            };
            columns(&expected)
                .iter()
                .for_each(|column| _ = open.remove(*column));
            let rows: BTreeSet<String> = addresses.rows.keys().cloned().collect();
            let mut printed = printed(&report, &id, counted.keys).unwrap_or(addresses);
            // Some tables have rows of words beside those of figures.
            printed
                .rows
                .retain(|key, _| counted.keys > 1 || rows.contains(key));
            let differences = printed.differences(&id, is_choice, expected).into_iter();
            for (address, what) in differences {
                if !found.is_known(&address) {
                    found.differences.push(told(format!("{address}: {what}")));
                }
            }
        }
        open.retain(|column| !is_left(kind, &id, column));
        let open = open
            .into_iter()
            .map(|column| told(format!("{id}/{column} is not counted")));
        found.differences.extend(open);
    }
}

/// The programmes that are reported on: the latest few.
fn programmes(reading: &Reading) -> Vec<String> {
    let mut ids: Vec<String> = reading
        .documents("trainings")
        .into_iter()
        .map(|(id, _)| id)
        .collect();
    ids.retain(|id| Month::parse(id) <= reading.month);
    ids.split_off(ids.len().saturating_sub(4))
}

/// The people who are reported on: one of twenty.
fn people(reading: &Reading) -> Vec<String> {
    people::people(reading)
        .into_iter()
        .step_by(30)
        .map(|person| person.id)
        .collect()
}

/// Compares all reports of an office.
fn office(name: &str) {
    let office = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let all = Reading::new(office.clone(), Month::parse(MONTHS[0]));
    let mut found = Found {
        office,
        differences: Vec::new(),
        faults: BTreeSet::new(),
    };
    for month in MONTHS {
        let reading = all.at(Month::parse(month));
        reports().for_each(|kind| compare(&mut found, &reading, kind));
        for about in programmes(&reading) {
            compare(&mut found, &reading.about(about), "training");
        }
        for about in people(&reading) {
            let reading = reading.about(about);
            compare(&mut found, &reading, "staff");
            compare(&mut found, &reading, "transcript");
            compare(&mut found, &reading, "idp");
        }
        for about in unit::units(&reading) {
            compare(&mut found, &reading.about(about), "unit");
        }
    }
    for (first, last) in PERIODS {
        let reading = all.over(Month::parse(first), Month::parse(last));
        OVER_PERIODS
            .iter()
            .for_each(|kind| compare(&mut found, &reading, kind));
    }
    let mended = faults(&found.office).filter(|fault| !found.faults.contains(fault));
    let mended = mended.map(|fault| format!("{fault} is right now: take it from the list of faults"));
    found.differences.extend(mended);
    let all = found.differences;
    assert!(all.is_empty(), "{} differ:\n{}", all.len(), all.join("\n"));
}

#[test]
fn marelan() {
    office("data");
}

#[test]
fn aceh() {
    office("examples/aceh");
}

#[test]
fn belawan() {
    office("examples/belawan");
}

#[test]
fn mamuju() {
    office("examples/mamuju");
}

#[test]
fn medan() {
    office("examples/medan");
}

/// Columns by which the public edition hides.
const SIZE: &str = "about how few people it tells, of which tests/solving.rs tells what the public may see";

/// What is not counted twice: the report or `*`, the table or a column of it, and why.
const LEFT: &[(&str, &str, &str)] = &[
    ("*", "key_figures/people", SIZE),
    ("*", "key_figures/people_before", SIZE),
    ("participation", "participation/people", SIZE),
    ("*", "plan_sums/people", SIZE),
    (
        "training",
        "summary",
        "puts figures of the tables below it side by side",
    ),
    (
        "training",
        "behaviour",
        "one programme of all has answers of alumni; the unit tests of the measure count by hand",
    ),
    (
        "training",
        "behaviour_items",
        "one programme of all has answers of alumni; the unit tests of the measure count by hand",
    ),
    ("satisfaction", "respondents_by_profile/people", SIZE),
    ("*", "predicates/size", SIZE),
    ("*", "programmes_by_mode/people", SIZE),
    ("*", "mentoring/people", SIZE),
    ("*", "certificates_by_state/people", SIZE),
    ("*", "refreshers/people", SIZE),
    ("*", "competencies/told", SIZE),
    ("*", "summary/people", SIZE),
    ("brief", "completeness/people", SIZE),
    (
        "mentoring",
        "suggestions",
        "a proposal in an order of preference, not a count",
    ),
    (
        "mentoring",
        "suggestions_without",
        "a proposal in an order of preference, not a count",
    ),
];

fn is_left(kind: &str, table: &str, column: &str) -> bool {
    let column = format!("{table}/{column}");
    let is = |(report, what, _): &(&str, &str, &str)| {
        ["*", kind].contains(report) && [table, &column].contains(what)
    };
    LEFT.iter().any(is)
}

/// Where a report is known to be wrong: the office, the address, and what is wrong. One that is mended fails the test.
const FAULTS: &[(&str, &str, &str)] = &[];

/// The addresses at which an office is known to be wrong.
fn faults(office: &Path) -> impl Iterator<Item = &'static str> {
    let own = FAULTS.iter().filter(move |(of, _, _)| office.ends_with(of));
    own.map(|(_, address, _)| *address)
}
