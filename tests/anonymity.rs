//! What too few people said is nowhere told: not in a table, not in a sentence, in no edition.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod office;

use office::Office;
use serde_json::Value;
use std::path::Path;

const RULE: &str = "rules/privacy.toml";

/// The office in `data/` with another least group.
#[allow(clippy::disallowed_methods, reason = "a test begins with this rule")]
fn with_least(least: u64) -> Office {
    let office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    let file = office.root().join(RULE);
    let rule = std::fs::read_to_string(&file).unwrap();
    let rule = rule.replace("min_group = 5", &format!("min_group = {least}"));
    std::fs::write(&file, rule).unwrap();
    office
}

fn report(office: &mut Office, name: &str, edition: &str) -> Value {
    let month = ["--month", "2026-10", "--lang", "id", "-O", "json"];
    let said = office.run(
        &[&["report", name, "--edition", edition], &month[..]].concat(),
        "",
    );
    assert_eq!((&*said.stderr, said.status), ("", 0));
    serde_json::from_str(&said.stdout).unwrap()
}

/// The cell of a table.
fn cell(report: &Value, table: &str, row: &str, column: &str) -> Value {
    let sections = report["sections"].as_array().unwrap().iter();
    let mut tables = sections.flat_map(|section| section["tables"].as_array().unwrap());
    let table = tables.find(|own| own["id"] == table).unwrap();
    let mut columns = table["columns"].as_array().unwrap().iter();
    let at = columns.position(|own| own["id"] == column).unwrap();
    let mut rows = table["rows"].as_array().unwrap().iter();
    rows.find(|own| own[0] == row).unwrap()[at].clone()
}

/// How many answered the element that fewest answered.
fn weakest(report: &Value) -> u64 {
    let tables = report["sections"].as_array().unwrap().iter();
    let mut tables = tables.flat_map(|section| section["tables"].as_array().unwrap());
    let elements = tables.find(|own| own["id"] == "ikm_elements").unwrap();
    let rows = elements["rows"].as_array().unwrap().iter();
    rows.map(|row| row[1].as_u64().unwrap()).min().unwrap()
}

#[test]
fn the_index_of_too_few_is_withheld_in_every_place() {
    let usual = report(&mut with_least(5), "monthly", "office");
    let (ikm, n) = (
        cell(&usual, "key_figures", "ikm", "now"),
        cell(&usual, "key_figures", "ikm_n", "now"),
    );
    // Behind an index are no more people than answered the element that fewest answered.
    let people = weakest(&usual);
    for (least, is_shown) in [(people, true), (people + 1, false)] {
        let mut office = with_least(least);
        for edition in ["office", "public"] {
            let monthly = report(&mut office, "monthly", edition);
            let expected = if is_shown { ikm.clone() } else { Value::from("*") };
            assert_eq!(cell(&monthly, "key_figures", "ikm", "now"), expected, "{edition}");
            assert_eq!(cell(&monthly, "ikm_by_unit", "*", "ikm"), expected, "{edition}");
            let mean = cell(&monthly, "ikm_elements", "*", "nrr");
            assert_eq!(mean.is_number(), is_shown, "{edition}");
            // How many answered tells about nobody.
            assert_eq!(cell(&monthly, "key_figures", "ikm_n", "now"), n, "{edition}");
        }
        // The sentence of the first page, in both reports that have one.
        for name in ["monthly", "brief"] {
            let told = report(&mut office, name, "office")["sections"][0].to_string();
            assert_eq!(
                told.contains("IKM tidak ditampilkan"),
                !is_shown,
                "{name}: {told}"
            );
        }
    }
}
