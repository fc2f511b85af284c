//! What pages and papers say in words where records are young, came late or are filled in part: nothing that a reader takes
//! for something that is not so.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod office;

use office::Office;
use serde_json::Value;

/// Types commands, whose words hold no spaces; what they said.
fn typed(office: &mut Office, commands: &[&str]) -> String {
    let mut all = String::new();
    for command in commands {
        let words: Vec<&str> = command.split_whitespace().collect();
        let said = office.run(&words, "");
        assert_eq!(said.status, 0, "{command}\n{}{}", said.stdout, said.stderr);
        all += &(said.stdout + &said.stderr);
    }
    all
}

/// A page in English, its lines put together so that a sentence is found wherever it was broken.
fn page(office: &mut Office, args: &str) -> String {
    let text = typed(office, &[&format!("{args} --lang en")]);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An office whose records begin in August, with a unit and three people.
fn young() -> Office {
    let mut office = Office::nowhere();
    typed(
        &mut office,
        &[
            "init catatan --name Kantor --since 2026-08-01",
            "unit add kel-a --name Kelurahan-A --parent kantor --public-service yes",
        ],
    );
    for (id, name) in [("p1", "Ani"), ("p2", "Beni"), ("p3", "Citra")] {
        let staff = format!(
            "staff add {id} --name {name} --employment pns --joined 2020-01-06 --born 1990-03-01 --sex f"
        );
        let post = format!(
            "posting add {id} 2020-01-06 --unit kel-a --position Pengelola --position-kind pelaksana --grade II/c"
        );
        typed(&mut office, &[&staff, &post]);
    }
    office
}

/// The rows of a table of a report as data, by their first cells.
fn row(office: &mut Office, args: &str, table: &str, key: &str) -> Vec<Value> {
    let said = typed(office, &[&format!("{args} --lang en -O json")]);
    let report: Value = serde_json::from_str(&said).unwrap();
    let mut sections = report["sections"].as_array().unwrap().iter();
    let table = sections
        .find_map(|section| {
            let mut tables = section["tables"].as_array().unwrap().iter();
            tables.find(|own| own["id"] == table)
        })
        .unwrap();
    let mut rows = table["rows"].as_array().unwrap().iter();
    rows.find(|row| row[0] == key)
        .unwrap()
        .as_array()
        .unwrap()
        .clone()
}

#[test]
fn a_programme_is_completed_with_its_last_day_however_late_it_was_closed() {
    let mut office = young();
    typed(
        &mut office,
        &[
            "--as-of 2026-09-01 training add 2026-09/prima --title Prima --method KL10 --mode classroom --start 2026-09-23 --end 2026-09-24 --jp 12",
            "--as-of 2026-09-01 training enroll 2026-09/prima p1 p2",
            "--as-of 2026-10-05 training complete 2026-09/prima --all --on 2026-10-05",
            "--as-of 2026-09-01 training add 2026-09/mandiri --title Mandiri --method KL10 --mode self-paced --start 2026-09-01 --end 2026-09-24 --jp 2",
            "--as-of 2026-09-01 training enroll 2026-09/mandiri p3",
            "--as-of 2026-10-05 training complete 2026-09/mandiri --all --on 2026-10-04",
        ],
    );
    for args in [
        "paper certificate 2026-09/prima -O table",
        "report transcript p1 --month 2026-10",
        "report staff p1 --month 2026-10",
    ] {
        let said = page(&mut office, args);
        assert!(said.contains("24 September 2026"), "{said}");
        assert!(!said.contains("5 October 2026"), "{said}");
    }
    // The records know of it from the day that was typed.
    let september = page(&mut office, "report staff p1 --month 2026-09");
    assert!(september.contains("not on record yet: Prima"), "{september}");
    let own = page(&mut office, "report transcript p3 --month 2026-10");
    assert!(own.contains("4 October 2026"), "{own}");
}

#[test]
fn who_failed_is_told_on_the_page_of_the_month_and_on_the_persons_own() {
    let mut office = young();
    typed(
        &mut office,
        &[
            "--as-of 2026-10-01 training add 2026-10/arsip --title Arsip --method KL10 --mode classroom --start 2026-10-13 --end 2026-10-14 --jp 8",
            "--as-of 2026-10-01 training enroll 2026-10/arsip p1 p2",
            "--as-of 2026-10-20 training complete 2026-10/arsip --all --failed p2",
        ],
    );
    let month = page(&mut office, "report monthly --month 2026-10");
    assert!(
        month.contains("Arsip: invited 2, completed 1, failed 1, nobody absent."),
        "{month}"
    );
    let own = page(&mut office, "report staff p2 --month 2026-10");
    assert!(own.contains("Taken and not passed: Arsip."), "{own}");
    assert!(own.contains("Arsip: not passed yet. Step:"), "{own}");
    let before = page(&mut office, "report staff p2 --month 2026-09");
    assert!(!before.contains("not passed"), "{before}");
}

#[test]
fn what_is_assessed_later_says_that_it_changes_a_month_that_is_over() {
    let mut office = young();
    typed(
        &mut office,
        &[
            "--as-of 2026-10-01 training add 2026-10/arsip --title Arsip --method KL10 --mode classroom --start 2026-10-13 --end 2026-10-14 --jp 8",
            "--as-of 2026-10-01 training enroll 2026-10/arsip p1 p2",
            "--as-of 2026-10-20 training complete 2026-10/arsip --all",
        ],
    );
    for columns in ["--jp-recognised 8", "--certificate 800/12"] {
        let said = page(
            &mut office,
            &format!("participation set 2026-10/arsip p1 {columns}"),
        );
        assert!(said.contains("Counts from 2026-10-14"), "{said}");
    }
    let own = "--as-of 2026-10-25 participation set 2026-10/arsip p2 --jp-recognised 8";
    let said = page(&mut office, own);
    assert!(!said.contains("Counts from"), "{said}");
}

#[test]
fn complaints_are_told_with_what_is_not_counted() {
    let mut office = young();
    let add = |id: &str, day: &str, rest: &str| {
        format!(
            "--as-of {day} complaint add {id} --received {day} --kind complaint --unit kel-a --channel loket {rest}"
        )
    };
    let information = "--as-of 2026-10-05 complaint add 2026-10-c0004 --received 2026-10-05 --kind information --channel loket";
    typed(
        &mut office,
        &[
            &add("2026-10-c0001", "2026-10-01", ""),
            &add("2026-10-c0002", "2026-10-02", "--duplicate-of 2026-10-c0001"),
            &add("2026-10-c0003", "2026-10-03", ""),
            information,
            "--as-of 2026-10-06 complaint resolve 2026-10-c0003 --outcome resolved",
            "--as-of 2026-11-10 complaint reopen 2026-10-c0003",
        ],
    );
    let month = page(&mut office, "report monthly --month 2026-10");
    assert!(
        month.contains("Complaints: 2 received; 1 repeat is not counted; 1 resolved"),
        "{month}"
    );
    let complaints = page(&mut office, "report complaints --month 2026-10");
    assert!(complaints.contains("repeating another: 1."), "{complaints}");
    // What is not known is not left out as none.
    assert!(!complaints.contains("Handler not listed"), "{complaints}");
    let complete = row(
        &mut office,
        "report monthly --month 2026-10",
        "completeness",
        "complaints",
    );
    assert_eq!(complete[2], 2, "{complete:?}");
    let due = page(&mut office, "due");
    assert!(due.contains("10 days") && due.contains("50 days"), "{due}");
    assert!(!due.contains("48 days"), "{due}");
}

#[test]
fn a_day_to_come_is_not_late() {
    let mut office = young();
    typed(
        &mut office,
        &[
            "--as-of 2026-11-02 training add 2026-11/bimtek --title Bimtek --method KL10 --mode classroom --start 2026-11-16 --end 2026-11-27 --jp 8 --status running",
            "--as-of 2026-11-02 training enroll 2026-11/bimtek p1",
        ],
    );
    let now = page(&mut office, "report monthly --month 2026-11");
    assert!(!now.contains("Bimtek is not closed"), "{now}");
    let then = page(&mut office, "--as-of 2026-12-02 report monthly --month 2026-11");
    assert!(then.contains("Bimtek is not closed"), "{then}");
}

#[test]
fn what_is_not_known_is_told_as_not_known() {
    let mut office = young();
    typed(
        &mut office,
        &[
            "--as-of 2026-09-01 training add 2026-09/prima --title Prima --method KL10 --mode classroom --start 2026-09-23 --end 2026-09-24 --jp 12",
            "--as-of 2026-09-01 training enroll 2026-09/prima p1",
            "--as-of 2026-09-25 training complete 2026-09/prima --all",
        ],
    );
    let impact = page(&mut office, "report impact --month 2026-10");
    assert!(!impact.contains("Nothing is on record"), "{impact}");
    let never = page(&mut office, "report participation --month 2026-10 --full");
    let never = never.split("NEVER TOOK PART").nth(1).unwrap();
    assert!(!never.starts_with(" IN TWELVE MONTHS Nothing"), "{never}");
    let figure = row(
        &mut office,
        "report monthly --month 2026-10",
        "key_figures",
        "under_floor",
    );
    assert_eq!(figure[2]["unknown"], 3, "{figure:?}");
    let figure = row(
        &mut office,
        "report monthly --month 2026-10",
        "key_figures",
        "jp_per_pns",
    );
    assert!(figure[1..3].iter().all(Value::is_null), "{figure:?}");
    let said = page(&mut office, "report monthly --month 2026-10");
    assert!(
        said.contains("JP per PNS since January not known not known"),
        "{said}"
    );
}
