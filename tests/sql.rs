//! The records as an engine of SQL sees them: a typed view for each table, and a query for each table of figures. That the
//! figures are those of the reports is asked by `benches/sql.py`, which needs an engine.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(
    clippy::disallowed_methods,
    reason = "the files that a test begins with are written by no command"
)]

mod office;

use bina::records::TABLES;
use office::Office;
use std::fs;
use std::path::Path;

fn office() -> Office {
    Office::new(&[&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd.office")])
}

fn script(office: &mut Office, dialect: &str) -> String {
    let said = office.run(&["export", "sql", "--dialect", dialect, "--month", "2026-10"], "");
    assert_eq!(said.status, 0, "{}", said.stderr);
    said.stdout
}

/// The statement that makes a view.
fn view<'s>(script: &'s str, name: &str) -> &'s str {
    let start = [" VIEW ", " TEMPORARY VIEW "].map(|kind| format!("CREATE OR REPLACE{kind}{name} AS\n"));
    let at = start
        .iter()
        .find_map(|start| script.find(start))
        .unwrap_or_else(|| panic!("no view {name}"));
    script[at..].split(";\n").next().unwrap()
}

#[test]
fn every_table_is_a_view_of_all_its_columns() {
    let mut office = office();
    for (dialect, mark) in [("duckdb", '"'), ("spark", '`')] {
        let script = script(&mut office, dialect);
        for table in TABLES {
            let view = view(&script, &table.name);
            for column in table.columns.iter() {
                assert!(
                    view.contains(&format!("AS {mark}{}{mark}", column.name)),
                    "{dialect} {} {}",
                    table.name,
                    column.name
                );
            }
        }
        assert!(
            view(&script, "responses_skm_2025").contains(&format!("{mark}persyaratan{mark}")),
            "{dialect}"
        );
        assert!(
            !script.contains('{') || dialect == "spark",
            "a place is not filled"
        );
        let other = if mark == '"' { '`' } else { '"' };
        assert!(
            !script.contains(&format!("AS {other}")),
            "{dialect}: names of the other engine"
        );
    }
}

#[test]
fn cells_become_days_numbers_and_lists() {
    let mut office = office();
    let all = script(&mut office, "duckdb");
    let participation = view(&all, "participation");
    for told in [
        "CAST(nullif(\"completed\", '') AS DATE) AS \"completed\"",
        "CAST(nullif(\"jp\", '') AS DECIMAL(18,4)) AS \"jp\"",
        "participation/*.csv",
        "\"partition\"",
    ] {
        assert!(participation.contains(told), "{told}: {participation}");
    }
    let yes = "CASE \"public_service\" WHEN 'yes' THEN true WHEN 'no' THEN false END";
    assert!(view(&all, "units").contains(yes));
    assert!(view(&all, "sessions").contains("AS BIGINT) AS \"minutes\""));
}

#[test]
fn columns_and_files_that_are_not_there_are_read_as_not_known() {
    let mut office = office();
    let folder = office.root().join("participation");
    let text = "training,staff,status\nexternal/kursus,pbudi001,completed\n";
    fs::write(folder.join("2026-09.csv"), text).unwrap();
    let spark = script(&mut office, "spark");
    let participation = view(&spark, "participation");
    assert!(participation.contains("FROM participation_1") && participation.contains("FROM participation_2"));
    assert!(
        participation.contains("CAST(NULL AS STRING) AS `jp`"),
        "{participation}"
    );
    assert!(
        spark.contains("path 'participation/2026-09.csv'") || spark.contains("participation/{2026-09}.csv"),
        "{spark}"
    );
    // Of months nobody wrote anything.
    for dialect in ["duckdb", "spark"] {
        let script = script(&mut office, dialect);
        let sessions = view(&script, "sessions");
        assert!(sessions.contains("WHERE 1 = 0"), "{sessions}");
    }
    // A list that every office has, and that is gone, is not taken for an empty one.
    fs::remove_file(office.root().join("education.csv")).unwrap();
    let typed = ["export", "sql", "--dialect", "duckdb", "--month", "2026-10"];
    let said = office.run(&typed, "");
    assert_eq!((said.status, &*said.stdout), (3, ""));
    assert!(said.stderr.starts_with("education.csv: "), "{}", said.stderr);
}

#[test]
fn a_month_is_told_by_its_own_rules() {
    let mut office = office();
    let all = script(&mut office, "duckdb");
    let report = view(&all, "report");
    assert!(
        report.contains("'2026-10', DATE '2026-10-01', DATE '2026-10-31', DATE '2026-01-01'"),
        "{report}"
    );
    assert!(view(&all, "predicate_of").contains("('above', 'above', 'sangat-baik')"));
    assert!(view(&all, "ikm_by_unit").contains("25 * 1 / CAST(9 AS DOUBLE) * (avg(\"persyaratan\") + "));
}

#[test]
fn what_nobody_can_tell_is_null_and_a_predicate_as_told_counts() {
    let all = script(&mut office(), "duckdb");
    let predicates = view(&all, "predicates");
    assert!(predicates.contains("ELSE e.predicate END"), "{predicates}");
    // Each figure that the reports know only where something could be judged.
    for (name, columns) in [
        (
            "hours_by_unit",
            &["jp_mean", "under_floor", "over_ceiling", "jp_recognised"][..],
        ),
        ("programmes", &["completed", "absent", "jp_total"]),
        ("predicates_by_unit", &["missing"]),
        (
            "complaints_by_unit",
            &["on_time", "overdue", "responded", "unanswered", "satisfied"],
        ),
        ("certificates_by_scheme", &["recognised", "applied"]),
    ] {
        let view = view(&all, name);
        for column in columns {
            let told = format!(" END AS {column}");
            assert!(view.contains(&told), "{name}/{column}: {view}");
        }
    }
    assert!(view(&all, "trainings").contains("is_closed"));
}

#[test]
fn what_does_not_apply_to_a_script_is_refused() {
    let mut office = office();
    for (asked, told) in [
        ("sql", "--dialect duckdb"),
        ("sql --dialect oracle", "oracle"),
        ("sql --dialect duckdb -O csv", "`-O csv` tidak berlaku untuk sql"),
        (
            "sql --dialect duckdb --full",
            "bina export sql --dialect duckdb -o records.sql",
        ),
        ("sql --dialect duckdb -o keluar.xlsx", "bukan nama berkas SQL"),
        (
            "staff --dialect duckdb",
            "`--dialect duckdb` tidak berlaku untuk staff",
        ),
        ("all --dialect duckdb", "tidak berlaku untuk all"),
    ] {
        let args: Vec<&str> = ["export"].into_iter().chain(asked.split(' ')).collect();
        let said = office.run(&args, "");
        assert_eq!(said.status, 2, "{asked}: {}", said.stderr);
        assert!(said.stderr.contains(told), "{asked}: {}", said.stderr);
        assert!(!office.beside("keluar.xlsx").exists(), "{asked}");
    }
    let args = [
        "export",
        "sql",
        "--dialect",
        "duckdb",
        "--month",
        "2026-10",
        "-o",
        "catatan.sql",
    ];
    assert_eq!(office.run(&args, "").status, 0);
    let written = fs::read_to_string(office.beside("catatan.sql")).unwrap();
    assert!(written.starts_with("-- "), "{written}");
}
