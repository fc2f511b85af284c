//! One fact has one value wherever it is told, and what is due is due of who is there.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod office;

use office::Office;
use serde_json::Value;
use std::path::Path;

/// A copy of the office of `data/`.
fn data() -> Office {
    Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
}

/// Records something, which must be taken.
fn happen(office: &mut Office, line: &str) {
    let args: Vec<String> = office::words(line);
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let said = office.run(&args, "");
    assert_eq!(said.status, 0, "{line}\n{}", said.stderr);
}

/// The rows of a table of a report, by the ids of their columns.
fn rows(office: &mut Office, report: &str, table: &str) -> Vec<Value> {
    let asked: Vec<&str> = ["report"].into_iter().chain(report.split(' ')).collect();
    let said = office.run(&[&asked[..], &["--lang", "en", "-O", "json"]].concat(), "");
    assert_eq!(said.status, 0, "{report}\n{}", said.stderr);
    let printed: Value = serde_json::from_str(&said.stdout).unwrap();
    let sections = printed["sections"].as_array().unwrap().iter();
    let mut tables = sections.flat_map(|section| section["tables"].as_array().unwrap());
    let table = tables.find(|own| own["id"] == table).unwrap();
    let columns = table["columns"].as_array().unwrap();
    let named = |cells: &Value| {
        let cells = columns.iter().zip(cells.as_array().unwrap());
        let cells = cells.map(|(column, cell)| (column["id"].as_str().unwrap().to_owned(), cell.clone()));
        cells.collect()
    };
    table["rows"].as_array().unwrap().iter().map(named).collect()
}

/// The row of a table in which a column has a value.
fn row(office: &mut Office, report: &str, table: &str, (column, value): (&str, &str)) -> Option<Value> {
    rows(office, report, table)
        .into_iter()
        .find(|row| row[column] == value)
}

/// The sentences about contracts of the brief, and the people of the monthly list.
fn contracts(office: &mut Office, month: &str) -> (Vec<String>, Vec<String>) {
    let brief = rows(office, &format!("brief --month {month}"), "next_month");
    let said = brief.iter().map(|row| row["text"].as_str().unwrap_or_default());
    let said = said.filter(|line| line.contains("contract"));
    let said = said.map(str::to_owned).collect();
    let listed = rows(office, &format!("monthly --month {month}"), "attention");
    let listed = listed.iter().filter(|row| row["what"] == "PPPK contract ends");
    let listed = listed
        .map(|row| row["who"].as_str().unwrap().to_owned())
        .collect();
    (said, listed)
}

#[test]
fn a_certificate_stands_the_same_everywhere() {
    let mut office = data();
    let number = ("number", "KEU/0140/2023");
    let listed = row(
        &mut office,
        "certificates --month 2026-10",
        "certificates",
        number,
    )
    .unwrap();
    assert_eq!(listed["valid_until"], "2026-08-31");
    assert_eq!(listed["state"], "expired");
    let own = row(
        &mut office,
        "staff pp0qmfk5 --month 2026-10",
        "certificates",
        number,
    )
    .unwrap();
    assert_eq!(own["valid_until"], "2026-08-31");
    // On its last day it is valid for both.
    let listed = row(
        &mut office,
        "certificates --month 2026-08",
        "certificates",
        number,
    )
    .unwrap();
    assert_eq!(listed["state"], "expiring");
    // It is to be renewed: a draft of a plan says so too.
    happen(&mut office, "--as-of 2026-12-01 plan propose 2028");
    let plan = String::from_utf8(office.tree()["plans/2028.toml"].clone()).unwrap();
    let (_, item) = plan
        .split_once("key = \"sertifikat-penatausahaan-keuangan-daerah\"")
        .unwrap();
    let item = item.split("[[item]]").next().unwrap();
    assert!(
        item.contains("staff = [\"pp0qmfk5\"]") && item.contains("31 Agustus 2026"),
        "{item}"
    );
}

#[test]
fn a_contract_ends_unless_another_follows_or_its_holder_left() {
    let mut office = data();
    let (said, listed) = contracts(&mut office, "2026-08");
    // Five contracts end in September: one of somebody who left in March, three are followed by another one.
    assert_eq!(said, ["PPPK contract ends · Arif Budiman · 30 September 2026"]);
    assert_eq!(listed, ["Arif Budiman"]);
    happen(&mut office, "contract add pm7kt98t 2026-10-01 --until 2027-09-30");
    assert_eq!(contracts(&mut office, "2026-08"), (vec![], vec![]));
}

#[test]
fn a_pair_of_somebody_who_left_does_not_run() {
    let mut office = data();
    let pair = ("pair", "m-data-paya-pasir");
    let of = |office: &mut Office, month: &str| {
        row(office, &format!("mentoring --month {month}"), "pairs", pair).unwrap()
    };
    assert_eq!(of(&mut office, "2026-10")["state"], "running");
    // The mentor retires in October.
    happen(
        &mut office,
        "posting add pp35g6qb 2026-10-19 --unit sek --position X --status retired",
    );
    assert_eq!(of(&mut office, "2026-10")["state"], "stopped");
    let result = row(
        &mut office,
        "mentoring --month 2026-10",
        "mentoring_results",
        pair,
    )
    .unwrap();
    assert_eq!(result["end"], "2026-10-19");
    let own = rows(&mut office, "staff p4nccxjv --month 2026-10", "mentoring");
    assert_eq!(own[0]["status"], "stopped");
    // In September the pair still ran.
    assert_eq!(of(&mut office, "2026-09")["state"], "running");
}

#[test]
fn as_many_evaluations_are_missing_in_one_table_as_in_the_other() {
    let mut office = data();
    for month in ["2026-08", "2026-09", "2026-10", "2026-11"] {
        let report = format!("evaluation --month {month}");
        let missing = |row: &Value| row["missing"].as_u64().unwrap();
        let by_unit: u64 = rows(&mut office, &report, "units_missing")
            .iter()
            .map(missing)
            .sum();
        let trend = rows(&mut office, &report, "trend");
        assert_eq!(missing(trend.last().unwrap()), by_unit, "{month}");
    }
}

#[test]
fn a_further_evaluation_is_not_told_before_the_window_is_over() {
    let mut office = data();
    let report = "training 2026-10/bimtek-kearsipan --month 2026-10";
    let stands = rows(&mut office, report, "impact");
    assert_eq!(
        (&stands[0]["verdict"], &stands[0]["action"]),
        (&"open".into(), &"not-yet".into())
    );
    assert_eq!(rows(&mut office, report, "commands"), [Value::Null; 0]);
}

#[test]
fn a_programme_that_people_completed_was_held_whatever_its_status_says() {
    let mut office = data();
    let held = |office: &mut Office| {
        row(
            office,
            "participation --month 2026-10",
            "participation",
            ("item", "unevaluated"),
        )
        .unwrap()["value"]
            .clone()
    };
    let before = held(&mut office);
    happen(
        &mut office,
        "training set 2026-10/bimtek-kearsipan --status planned",
    );
    assert_eq!(held(&mut office), before);
    // One that nobody came to was not.
    happen(
        &mut office,
        "training add 2026-10/kosong --title Kosong --method KL10 --mode classroom --start 2026-10-06 --end 2026-10-06 --jp 4",
    );
    assert_eq!(held(&mut office), before);
}

#[test]
fn one_answer_of_several_is_no_evaluation() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/belawan");
    let mut office = Office::of(&root);
    let course = "2026-07/pelatihan-petugas-pengaduan";
    let owed = |office: &mut Office| {
        let own = row(office, "impact --month 2026-10", "owed", ("training", course));
        own.filter(|row| row["kind"] == "application")
    };
    assert_eq!(owed(&mut office), None);
    let name = "responses/penerapan-2026/2026-10.csv";
    let text = String::from_utf8(office.tree()[name].clone()).unwrap();
    let first: Vec<&str> = text.lines().take(2).collect();
    #[allow(clippy::disallowed_methods, reason = "a test edits its own copy")]
    std::fs::write(office.root().join(name), first.join("\n") + "\n").unwrap();
    let owed = owed(&mut office).unwrap();
    assert_eq!(
        (&owed["since"], &owed["whom"]),
        (&"2026-10-16".into(), &"alumni supervisor".into())
    );
    let command = owed["command"].as_str().unwrap();
    assert!(command.starts_with(&format!("bina form penerapan-2026 --for {course} ")));
}

#[test]
fn what_comes_next_month_is_the_same_in_the_brief_and_in_the_monthly_report() {
    let mut office = data();
    let brief = rows(&mut office, "brief --month 2026-10", "next_month");
    let brief: Vec<&str> = brief.iter().map(|row| row["text"].as_str().unwrap()).collect();
    let attention = rows(&mut office, "monthly --month 2026-10", "attention");
    let dated = attention.iter().filter(|row| row["when"].is_string());
    assert!(
        dated
            .clone()
            .all(|row| row["when"].as_str().unwrap() <= "2026-11-30")
    );
    // A running programme that ends stands in both, in the same words.
    let ends = dated.filter(|row| row["what"].as_str().unwrap().contains(" ends ("));
    let ends: Vec<&str> = ends.map(|row| row["what"].as_str().unwrap()).collect();
    assert!(!ends.is_empty());
    assert!(
        ends.iter()
            .all(|what| brief.iter().any(|line| line.starts_with(what)))
    );
}
