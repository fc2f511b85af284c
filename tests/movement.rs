//! What is closed or reopened is told by the month in which it is, whenever the complaint was received; and what is not
//! known of complaints is said to be unknown, and asked for.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod office;

use office::{Office, Said, words};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// Runs a line as it would be typed.
fn typed(office: &mut Office, line: &str) -> Said {
    let typed = words(line);
    let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
    office.run(&typed, "")
}

fn marelan() -> Office {
    Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
}

/// What a command prints, which must need nothing further.
fn run(office: &mut Office, line: &str) -> String {
    let said = typed(office, line);
    assert_eq!(said.status, 0, "{line}: {}", said.stderr);
    said.stdout
}

/// The total of what happened in a month.
fn total(office: &mut Office, month: &str) -> Value {
    let line = format!("report complaints --month {month} --lang en -O json");
    let report: Value = serde_json::from_str(&run(office, &line)).unwrap();
    let tables = report["sections"][0]["tables"].as_array().unwrap();
    let columns = tables[0]["columns"].as_array().unwrap().iter();
    let row = tables[0]["rows"].as_array().unwrap().last().unwrap();
    let ids = columns.map(|column| column["id"].as_str().unwrap().to_owned());
    ids.zip(row.as_array().unwrap().iter().cloned()).collect()
}

/// The figures of what happened in a month, by table, row and column.
fn tables(office: &mut Office, month: &str) -> BTreeMap<String, i64> {
    let line = format!("report complaints --month {month} -O json");
    let report: Value = serde_json::from_str(&run(office, &line)).unwrap();
    let mut out = BTreeMap::new();
    let sections = report["sections"].as_array().unwrap().iter();
    let tables = sections.flat_map(|section| section["tables"].as_array().unwrap());
    for table in tables.filter(|table| table["id"].as_str().unwrap().ends_with("_in_month")) {
        for row in table["rows"].as_array().unwrap() {
            let cells = table["columns"]
                .as_array()
                .unwrap()
                .iter()
                .zip(row.as_array().unwrap());
            for (column, cell) in cells.filter(|(_, cell)| cell.is_i64()) {
                let words = [&table["id"], &row[0], &column["id"]].map(|word| word.as_str().unwrap());
                out.insert(words.join("/"), cell.as_i64().unwrap());
            }
        }
    }
    out
}

#[test]
fn what_happens_later_is_told_by_the_month_in_which_it_happens() {
    let mut office = marelan();
    let pages =
        ["brief", "complaints --full"].map(|report| format!("report {report} --month 2026-10 --lang id"));
    let october = pages.each_ref().map(|page| run(&mut office, page));
    let before = total(&mut office, "2026-11");
    for line in [
        "complaint reopen 2026-10-0skec --on 2026-11-09",
        "complaint resolve 2026-10-rasv7 --outcome resolved --on 2026-11-10",
        "complaint resolve 2026-10-7cnmc --outcome not-competent --on 2026-11-10",
    ] {
        run(&mut office, line);
    }
    assert_eq!(pages.each_ref().map(|page| run(&mut office, page)), october);
    let after = total(&mut office, "2026-11");
    let grown = |column: &str| after[column].as_i64().unwrap() - before[column].as_i64().unwrap();
    let columns = [
        "closed",
        "earlier",
        "resolved",
        "not_competent",
        "reopened",
        "open",
    ];
    assert_eq!(columns.map(grown), [2, 2, 1, 1, 1, -1]);

    let november = run(&mut office, "report brief --month 2026-11 --lang id --width 400");
    let told = "Pengaduan: 0 masuk; 2 selesai (0 dari 2 tepat waktu, median 12 hari kerja), 1 bukan kewenangan, \
        semuanya diterima sebelum bulan ini; 1 dibuka kembali; 4 masih terbuka.";
    assert!(november.contains(told), "{november}");
    // The step that closed it, and not the complaint, is where the figure comes from.
    let line = "explain complaints_in_month/total/reopened --month 2026-11 --report complaints --lang id";
    let explained = run(&mut office, line);
    assert!(explained.contains("handling/2026-10.csv:"), "{explained}");
    assert!(
        explained.contains("9 November 2026") || explained.contains("2026-11-09"),
        "{explained}"
    );
}

/// What was open at first, came in or returned less what was closed is open at the end, whatever is done in between; and
/// the month begins with what the one before left.
#[test]
fn what_is_open_at_the_end_adds_up() {
    let mut office = marelan();
    let lines = [
        "complaint resolve 2026-10-rasv7 --outcome resolved --on 2026-11-10",
        "complaint reopen 2026-10-rasv7 --on 2026-11-12",
        "complaint reopen 2026-10-0skec --on 2026-11-09",
        "complaint resolve 2026-10-0skec --outcome unresolved --on 2026-11-16",
        "complaint add --received 2026-11-01 --kind complaint",
        "complaint reopen 2026-10-0skec --on 2026-11-18",
    ];
    let columns = ["opening", "received", "returned", "closed", "open"];
    let told = |office: &mut Office, month: &str| {
        let total = total(office, month);
        let numbers = columns.map(|column| total[column].as_i64().unwrap());
        let [opening, received, returned, closed, open] = numbers;
        assert_eq!(opening + received + returned - closed, open, "{month}");
        numbers
    };
    let left = told(&mut office, "2026-10")[4];
    let before = told(&mut office, "2026-11");
    for line in lines {
        run(&mut office, line);
        assert_eq!(told(&mut office, "2026-11")[0], left, "{line}");
    }
    let after = told(&mut office, "2026-11");
    let grown: Vec<i64> = after
        .iter()
        .zip(before)
        .map(|(after, before)| after - before)
        .collect();
    assert_eq!(grown, [0, 1, 1, 0, 2]);
}

/// Closed, opened again and closed once more is one complaint, as it was closed last; opened again and open, it is not
/// closed.
#[test]
fn a_complaint_counts_once_whatever_was_done_about_it() {
    let mut office = marelan();
    let before = total(&mut office, "2026-11");
    let columns = ["closed", "resolved", "unresolved", "reopened", "open"];
    let grown = |office: &mut Office, line: &str| {
        run(office, line);
        let after = total(office, "2026-11");
        columns.map(|column| after[column].as_i64().unwrap() - before[column].as_i64().unwrap())
    };
    let closed = |outcome: &str, day: &str| {
        format!("complaint resolve 2026-10-rasv7 --outcome {outcome} --on 2026-11-{day}")
    };
    let first = grown(&mut office, &closed("resolved", "10"));
    assert_eq!(first, [1, 1, 0, 0, -1]);
    let again = grown(&mut office, "complaint reopen 2026-10-rasv7 --on 2026-11-12");
    assert_eq!(again, [0, 0, 0, 1, 0]);
    let last = grown(&mut office, &closed("unresolved", "18"));
    assert_eq!(last, [1, 0, 1, 1, -1]);
    let explained = run(
        &mut office,
        "explain complaints_in_month/total/closed --month 2026-11 --report complaints --lang en",
    );
    assert!(explained.contains("it was reopened afterwards"), "{explained}");
}

/// What one month leaves open the next one begins with, in every office, by unit and by kind, and whatever happens later.
#[test]
fn a_month_begins_with_what_the_one_before_left() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut count = 0;
    for folder in [
        "data",
        "examples/aceh",
        "examples/belawan",
        "examples/mamuju",
        "examples/medan",
    ] {
        let mut office = Office::of(&root.join(folder));
        let months: Vec<String> = (5..=11).map(|month| format!("2026-{month:02}")).collect();
        let read =
            |office: &mut Office| -> Vec<_> { months.iter().map(|month| tables(office, month)).collect() };
        let before = read(&mut office);
        // One that is open is found to repeat another: the months before stay as they are.
        let page = run(
            &mut office,
            "report complaints --month 2026-10 --table complaints_open -O csv",
        );
        let ids = page.lines().filter(|line| line.contains(",complaint,"));
        let mut ids: Vec<&str> = ids.filter_map(|line| line.split(',').next()).collect();
        ids.sort_unstable();
        let (first, last) = (ids[0], ids[ids.len() - 1]);
        run(
            &mut office,
            &format!("complaint set {last} --duplicate-of {first} --marked 2026-11-05"),
        );
        let after = read(&mut office);
        assert_eq!(before[..6], after[..6], "{folder}");
        assert_eq!(after[6]["complaints_in_month/*/repeats"], 1, "{folder}");
        for tables in [before, after] {
            for (at, pair) in tables.windows(2).enumerate() {
                for (address, left) in pair[0].iter().filter(|(address, _)| address.ends_with("/open")) {
                    let begun = &pair[1][&address.replace("/open", "/opening")];
                    assert_eq!(left, begun, "{folder} {} {address}", months[at]);
                    count += 1;
                }
                for (address, begun) in pair[0]
                    .iter()
                    .filter(|(address, _)| address.ends_with("/opening"))
                {
                    let of = |column: &str| pair[0][&address.replace("opening", column)];
                    let left = begun + of("received") + of("returned") - of("closed") - of("repeats");
                    assert_eq!(left, of("open"), "{folder} {} {address}", months[at]);
                }
            }
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn a_list_of_the_open_says_that_one_was_reopened() {
    let mut office = marelan();
    run(&mut office, "complaint reopen 2026-10-0skec --on 2026-11-09");
    let page = run(
        &mut office,
        "report complaints --month 2026-11 --lang id --width 400",
    );
    let lines: Vec<&str> = page
        .lines()
        .filter(|line| line.contains("2026-10-0skec"))
        .collect();
    assert!(
        lines.iter().any(|line| line.contains("9 November 2026")),
        "{page}"
    );
    assert!(page.contains("dihitung sejak hari dibuka kembali"), "{page}");
}

#[test]
fn what_has_no_class_is_not_late_and_a_class_is_asked_for() {
    let mut office = Office::new(&[&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd.office")]);
    run(
        &mut office,
        "complaint add --received 2026-10-05 --kind complaint --lang id",
    );
    let page = run(&mut office, "report brief --month 2026-10 --lang id --width 400");
    let section = |title: &str| {
        page.split(title)
            .nth(1)
            .unwrap()
            .split("\n\n")
            .next()
            .unwrap()
            .to_owned()
    };
    let (late, decide) = (section("YANG TERLAMBAT"), section("MOHON KEPUTUSAN"));
    assert!(!late.contains("belum diberi kelas"), "{late}");
    assert!(decide.contains("Menetapkan kelas 1 pengaduan"), "{decide}");
}

#[test]
fn a_second_closing_of_a_day_loses_nothing() {
    let mut office = marelan();
    let before = total(&mut office, "2026-11");
    let steps = [
        "complaint resolve 2026-10-rasv7 --on 2026-11-03 --outcome resolved",
        "complaint reopen 2026-10-rasv7 --on 2026-11-03",
    ];
    for line in steps {
        run(&mut office, line);
    }
    let after = total(&mut office, "2026-11");
    let grown = |column: &str| after[column].as_i64().unwrap() - before[column].as_i64().unwrap();
    assert_eq!(
        ["closed", "resolved", "reopened", "open"].map(grown),
        [0, 0, 1, 0]
    );
    let again = "complaint resolve 2026-10-rasv7 --on 2026-11-03 --outcome unresolved --lang en";
    let before = office.tree();
    for line in [again.to_owned(), format!("{again} --correct")] {
        let said = typed(&mut office, &line);
        assert_eq!(said.status, 2, "{line}");
        assert!(
            said.stderr.contains("closed and then reopened"),
            "{}",
            said.stderr
        );
        assert!(said.stderr.contains("the next day"), "{}", said.stderr);
        assert_eq!(office.tree(), before);
    }
    // Both ways that are named are open.
    run(
        &mut office,
        r#"handling remove 2026-10-rasv7 2026-11-03 "dibuka kembali""#,
    );
    run(&mut office, &format!("{again} --correct"));
    run(&mut office, "complaint reopen 2026-10-rasv7 --on 2026-11-03");
    run(&mut office, &again.replace("2026-11-03", "2026-11-04"));
}

/// A list tells what is open also where no deadline of it is known.
#[test]
fn what_is_open_without_a_class_is_listed() {
    let mut office = Office::new(&[]);
    let line = "complaint add --received 2026-11-10 --kind complaint --summary \"Lampu jalan mati\"";
    run(&mut office, line);
    let page = run(&mut office, "report complaints --month 2026-11");
    assert!(page.contains("Lampu jalan mati"), "{page}");
}

#[test]
fn a_deadline_in_a_year_without_holidays_is_told() {
    let mut office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    let add = "complaint add --received 2026-12-24 --kind complaint --class normative --unit sie-yan";
    let add: Vec<&str> = ["--as-of", "2026-12-28"]
        .into_iter()
        .chain(add.split(' '))
        .collect();
    assert_eq!(office.run(&add, "").status, 0);
    let says = |office: &mut Office, line: &str| {
        let said = office.run(&line.split(' ').collect::<Vec<_>>(), "");
        said.stdout.contains("Hari libur 2027") || said.stdout.contains("hari libur 2027")
    };
    for report in ["monthly", "complaints"] {
        let asked = format!("--as-of 2027-01-05 report {report} --month 2026-12 --full");
        assert!(says(&mut office, &asked), "{report}");
    }
    assert!(says(&mut office, "--as-of 2027-02-10 check"));
    // Of a year that has not begun nobody need know them.
    assert!(!says(&mut office, "--as-of 2026-12-28 check"));
}
