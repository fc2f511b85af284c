//! What is not on record stands apart: a completion of unknown JP or day is not one of none, and what names no unit, service
//! or channel has a row of its own, so that rows are the total.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod office;

use office::Office;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// A copy of `data/`.
fn example() -> Office {
    Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
}

/// Gives each line of a file below its heading other cells.
#[allow(clippy::disallowed_methods, reason = "a test begins with these files")]
fn edit(office: &Office, name: &str, change: impl Fn(usize, &mut Vec<&str>)) {
    let path = office.root().join(name);
    let text = fs::read_to_string(&path).unwrap();
    let line = |(at, line): (usize, &str)| {
        let mut cells: Vec<&str> = line.split(',').collect();
        if at > 0 {
            change(at, &mut cells);
        }
        cells.join(",") + "\n"
    };
    let new: String = text.lines().enumerate().map(line).collect();
    assert_ne!(text, new, "{name}");
    fs::write(path, new).unwrap();
}

fn report(office: &mut Office, args: &[&str]) -> Value {
    let asked = [
        &["report"],
        args,
        &["--month", "2026-10", "--lang", "en", "-O", "json"],
    ]
    .concat();
    let said = office.run(&asked, "");
    assert_eq!(said.status, 0, "{args:?}: {}", said.stderr);
    serde_json::from_str(&said.stdout).unwrap()
}

fn tables(report: &Value) -> impl Iterator<Item = &Value> {
    let sections = report["sections"].as_array().unwrap().iter();
    sections.flat_map(|section| section["tables"].as_array().unwrap())
}

/// A cell of a table in the row whose first cell is a key.
fn cell(report: &Value, table: &str, key: &str, column: &str) -> Value {
    let table = tables(report).find(|own| own["id"] == table).unwrap();
    let columns = table["columns"].as_array().unwrap();
    let at = columns.iter().position(|own| own["id"] == column).unwrap();
    let mut rows = table["rows"].as_array().unwrap().iter();
    rows.find(|row| row[0] == key)
        .map_or(json!("no row"), |row| row[at].clone())
}

/// The participants of October's workshop that have 8 JP each.
const WORKSHOP: &str = "2026-10/pelayanan-ramah-disabilitas";

/// Blanks what is in a column of the completion of a person in the workshop.
fn forget(office: &Office, person: &str, column: usize) {
    edit(office, "participation/2026-10.csv", |_, cells| {
        if cells[..2] == [WORKSHOP, person] {
            cells[column] = "";
        }
    });
}

/// Where the day of completion and the JP stand.
const DAY: usize = 6;
const JP: usize = 7;

#[test]
fn a_completion_without_jp_or_day_is_not_one_of_none() {
    let person = "pjrdxk0c";
    for column in [DAY, JP] {
        let mut office = example();
        let before = report(&mut office, &["hours"]);
        assert_eq!(cell(&before, "hours", person, "jp"), 31);
        forget(&office, person, column);
        let hours = report(&mut office, &["hours"]);
        let known = json!({"value": 23, "unknown": 1});
        assert_eq!(cell(&hours, "hours", person, "jp"), known, "{column}");
        let monthly = report(&mut office, &["monthly"]);
        assert_eq!(cell(&monthly, "hours_by_unit", "*", "jp_unknown"), 1);
        let mean = cell(&monthly, "key_figures", "jp_per_pns", "now");
        assert_eq!(mean["unknown"], 1, "{mean}");
        // She has enough without it.
        assert_eq!(cell(&monthly, "hours_by_unit", "*", "floor_unknown"), 0);
        let page = office.run(
            &["report", "staff", person, "--month", "2026-10", "--lang", "en"],
            "",
        );
        assert!(
            page.stdout.contains("Of 1 programme completed"),
            "{}",
            page.stdout
        );
        // The public is not told of how few it is.
        let public = report(&mut office, &["monthly", "--edition", "public"]);
        assert_eq!(cell(&public, "key_figures", "jp_per_pns", "now"), json!("*"));
    }
}

#[test]
fn who_may_have_enough_is_not_below_the_floor() {
    let mut office = example();
    let below = |monthly: &Value| cell(monthly, "key_figures", "under_floor", "now");
    let before = report(&mut office, &["monthly"]);
    assert_eq!(below(&before), json!(13));
    // All that she completed this year has lost its JP.
    for month in 1..=10 {
        let name = format!("participation/2026-{month:02}.csv");
        let text = fs::read_to_string(office.root().join(&name)).unwrap();
        if text.contains(",pjrdxk0c,completed") {
            edit(&office, &name, |_, cells| {
                if cells[1..3] == ["pjrdxk0c", "completed"] {
                    cells[JP] = "";
                }
            });
        }
    }
    let monthly = report(&mut office, &["monthly"]);
    assert_eq!(below(&monthly), json!({"value": 13, "of": 61, "unknown": 1}));
    let hours = report(&mut office, &["hours"]);
    assert_eq!(
        cell(&hours, "hours", "pjrdxk0c", "jp"),
        json!({"value": null, "unknown": 5})
    );
    assert_eq!(cell(&hours, "hours", "pjrdxk0c", "remark"), "unknown");
    let summary = office.run(&["report", "brief", "--month", "2026-10"], "").stdout;
    assert!(
        summary.contains("PNS yang belum 20 JP: 13 dari 61; 1 lainnya belum diketahui."),
        "{summary}"
    );
}

#[test]
fn who_is_recorded_as_completed_gets_what_the_verb_gives() {
    let mut office = example();
    let person = "p0hmwgrw";
    let row = |office: &Office| {
        let text = fs::read_to_string(office.root().join("participation/2026-10.csv")).unwrap();
        let own = format!("{WORKSHOP},{person},");
        text.lines()
            .find(|line| line.starts_with(&own))
            .map(str::to_owned)
    };
    assert_eq!(row(&office), None);
    let add = ["participation", "add", WORKSHOP, person, "--status", "completed"];
    assert_eq!(office.run(&add, "").status, 0);
    assert!(
        row(&office).unwrap().contains(",completed,,,,2026-10-21,8,"),
        "{:?}",
        row(&office)
    );
    assert_eq!(
        office
            .run(&["participation", "remove", WORKSHOP, person], "")
            .status,
        0
    );
    // The same of somebody who was enrolled, and whose status is set.
    assert_eq!(
        office.run(&["training", "enroll", WORKSHOP, person], "").status,
        0
    );
    let set = ["participation", "set", WORKSHOP, person, "--status", "completed"];
    assert_eq!(office.run(&set, "").status, 0);
    assert!(
        row(&office).unwrap().contains(",completed,,,,2026-10-21,8,"),
        "{:?}",
        row(&office)
    );
    // Nobody completes what has not begun.
    assert_eq!(
        office
            .run(&["participation", "remove", WORKSHOP, person], "")
            .status,
        0
    );
    let early = [&add[..], &["--as-of", "2026-10-01"]].concat();
    let said = office.run(&early, "");
    assert!(said.status != 0 && row(&office).is_none(), "{said:?}");
}

/// Columns that are no plain counts of what stands in their row.
fn adds_up(id: &str) -> bool {
    !["mean", "median", "ikm", "index"]
        .iter()
        .any(|part| id.contains(part))
}

#[test]
fn rows_are_the_total_also_of_what_names_no_group() {
    let mut office = example();
    edit(&office, "complaints/2026-10.csv", |at, cells| match at % 3 {
        0 => cells[5] = "",
        1 => [2, 7].into_iter().for_each(|column| cells[column] = ""),
        _ => cells[6] = "",
    });
    edit(&office, "responses/skm-2025/2026-10.csv", |at, cells| {
        match at % 2 {
            0 => cells[2] = "",
            _ => cells[3] = "",
        }
    });
    edit(&office, "postings.csv", |_, cells| {
        if cells[0] == "pjrdxk0c" {
            cells[2] = "";
        }
    });
    let (mut summed, mut named) = (0, 0);
    let reports = [
        "monthly",
        "complaints",
        "satisfaction",
        "roster",
        "evaluation",
        "matrix",
        "plan",
        "forum",
    ];
    for name in reports
        .into_iter()
        .chain(["mentoring", "certificates", "participation"])
    {
        let report = report(&mut office, &[name]);
        for table in tables(&report) {
            let columns = table["columns"].as_array().unwrap();
            let rows: Vec<&Vec<Value>> = table["rows"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| row.as_array().unwrap())
                .collect();
            let of_groups = [
                "unit", "service", "channel", "category", "kind", "training", "mode", "scheme",
            ];
            let Some((total, rows)) = rows
                .split_last()
                .filter(|(total, _)| total[0] == "*" && of_groups.iter().any(|id| columns[0]["id"] == *id))
            else {
                continue;
            };
            named += rows.iter().filter(|row| row[0] == "-").count();
            for (at, column) in columns.iter().enumerate().skip(1) {
                let id = column["id"].as_str().unwrap();
                let count = |cell: &Value| cell["value"].as_i64().or(cell.as_i64());
                if let Some(all) = count(&total[at]).filter(|_| adds_up(id)) {
                    let sum: i64 = rows.iter().filter_map(|row| count(&row[at])).sum();
                    assert_eq!(sum, all, "{name}: {}/{id}", table["id"]);
                    summed += 1;
                }
            }
        }
    }
    assert!(summed > 60 && named >= 5, "{summed} {named}");
    for (table, report) in [("complaints_by_unit", "monthly"), ("ikm_by_service", "monthly")] {
        for key in ["-", "*"] {
            let column = if table.starts_with("ikm") { "n" } else { "received" };
            let address = format!("{table}/{key}/{column}");
            let typed = [
                "explain", &address, "--report", report, "--month", "2026-10", "--lang", "en",
            ];
            let said = office.run(&typed, "");
            assert!(said.stdout.contains("as in the report"), "{address}: {said:?}");
        }
    }
}

#[test]
fn a_closing_without_an_outcome_is_mended_before_a_report_is_printed() {
    let mut office = example();
    edit(&office, "handling/2026-10.csv", |_, cells| {
        if cells[..3] == ["2026-10-0skec", "2026-10-09", "closed"] {
            cells[5] = "";
        }
    });
    let said = office.run(&["report", "brief", "--month", "2026-10", "--lang", "en"], "");
    assert_eq!((said.status, &*said.stdout), (3, ""));
    assert!(said.stderr.contains("day-without-outcome"), "{}", said.stderr);
    let mend = [
        "handling",
        "set",
        "2026-10-0skec",
        "2026-10-09",
        "closed",
        "--outcome",
        "resolved",
    ];
    assert_eq!(office.run(&mend, "").status, 0);
    assert_eq!(
        office.run(&["report", "brief", "--month", "2026-10"], "").status,
        0
    );
}

#[test]
fn what_is_over_on_a_free_day_says_so_beside_its_none() {
    let belawan = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/belawan");
    let mut office = Office::of(&belawan);
    let said = office.run(
        &["report", "complaints", "--month", "2026-10", "--lang", "en"],
        "",
    );
    assert!(said.stdout.contains("0, past on a free"), "{}", said.stdout);
}
