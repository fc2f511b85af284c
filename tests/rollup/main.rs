//! Several offices in one report: what each tells of itself stands in its row as in its own report, and the total is
//! counted from what entered the figures of all.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::disallowed_methods, reason = "a test breaks the copies that it made")]

mod whole;

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The offices of the project.
const OFFICES: [&str; 5] = [
    "data",
    "examples/medan",
    "examples/aceh",
    "examples/mamuju",
    "examples/belawan",
];

/// Two of them that follow the same rules.
const ALIKE: [&str; 2] = ["data", "examples/medan"];

/// The reports that tell of a whole office.
const REPORTS: [&str; 9] = [
    "monthly",
    "brief",
    "plan",
    "complaints",
    "forum",
    "mentoring",
    "certificates",
    "participation",
    "evaluation",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What a command printed, what it said beside, and how it ended.
struct Ended {
    out: String,
    err: String,
    status: i32,
}

/// Runs a command of the program in a folder.
fn run(here: &Path, line: &str) -> Ended {
    let args: Vec<&str> = line.split(' ').collect();
    let ended = Command::new(env!("CARGO_BIN_EXE_bina"))
        .args(["--as-of", "2026-11-20", "--lang", "en"])
        .args(args)
        .current_dir(here)
        .env_remove("BINA_DIR")
        .output()
        .unwrap();
    Ended {
        out: String::from_utf8(ended.stdout).unwrap(),
        err: String::from_utf8(ended.stderr).unwrap(),
        status: ended.status.code().unwrap(),
    }
}

/// The tables of a report in json: the cells by column, by the key of their row.
type Tables = BTreeMap<String, BTreeMap<String, BTreeMap<String, Value>>>;

fn tables(ended: &Ended) -> Tables {
    let report: Value = serde_json::from_str(&ended.out).unwrap_or_else(|_| panic!("{}", ended.err));
    let mut out = Tables::new();
    let sections = report["sections"].as_array().unwrap().iter();
    for table in sections.flat_map(|section| section["tables"].as_array().unwrap()) {
        let columns = table["columns"].as_array().unwrap();
        let of_table = out.entry(table["id"].as_str().unwrap().to_owned()).or_default();
        for row in table["rows"].as_array().unwrap() {
            let cells = columns.iter().zip(row.as_array().unwrap());
            let cells = cells.map(|(column, cell)| (column["id"].as_str().unwrap().to_owned(), cell.clone()));
            of_table.insert(row[0].as_str().unwrap_or_default().to_owned(), cells.collect());
        }
    }
    out
}

/// Copies a folder of records.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        match path.is_dir() {
            true => copy(&path, &target),
            false => drop(fs::copy(&path, &target).unwrap()),
        }
    }
}

/// Copies of two offices that follow the same rules, `a` and `b`.
fn place() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    for (name, office) in ["a", "b"].iter().zip(ALIKE) {
        copy(&root().join(office), &place.path().join(name));
    }
    place
}

/// Replaces a text in a file, where it must stand.
fn replace(file: &Path, what: &str, with: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains(what), "{} lacks {what}", file.display());
    fs::write(file, text.replacen(what, with, 1)).unwrap();
}

/// The key of an office: the name of its folder.
fn key(office: &str) -> &str {
    office.rsplit_once('/').map_or(office, |(_, name)| name)
}

#[test]
fn the_row_of_an_office_is_what_its_own_report_says() {
    let mut compared = BTreeMap::new();
    for name in REPORTS {
        let line = format!(
            "rollup {name} {} --month 2026-10 -O json --allow-differing-rules",
            OFFICES.join(" ")
        );
        let rolled = tables(&run(&root(), &line));
        for office in OFFICES {
            let own = run(
                &root(),
                &format!("-C {office} report {name} --month 2026-10 -O json"),
            );
            for (table, rows) in tables(&own) {
                // Of tables whose keys all share, the total of each office stands in another.
                let by_office = match table.rsplit_once("_by_") {
                    Some((what, _)) => format!("{what}_by_office"),
                    None => format!("{table}_by_office"),
                };
                let mut of_office = [&table, &by_office]
                    .into_iter()
                    .filter_map(|id| rolled.get(id)?.get(key(office)));
                let Some((total, of_office)) = rows.get("*").zip(of_office.next_back()) else {
                    continue;
                };
                for (column, cell) in of_office {
                    if column != "office" {
                        assert_eq!(
                            cell,
                            total.get(column).unwrap_or(&Value::Null),
                            "{name}: {office}: {table}/{column}"
                        );
                        *compared.entry(name).or_insert(0) += 1;
                    }
                }
            }
            for (table, key_column) in [("key_figures", "now"), ("participation", "value")] {
                let (own, rolled) = (tables(&own), rolled.get(table));
                let Some(own) = own.get(table).filter(|_| rolled.is_some()) else {
                    continue;
                };
                for (figure, cells) in own {
                    let cell = &rolled.unwrap()[key(office)][figure];
                    assert_eq!(cell, &cells[key_column], "{name}: {office}: {figure}");
                    *compared.entry(name).or_insert(0) += 1;
                }
            }
        }
    }
    let all: Vec<&str> = compared.keys().copied().collect();
    assert_eq!(all.len(), REPORTS.len(), "{compared:?}");
}

#[test]
fn counts_are_sums_and_shares_are_counted_from_their_parts() {
    let line = format!("rollup {} --month 2026-10 -O json", ALIKE.join(" "));
    let rolled = tables(&run(&root(), &line));
    let mut sums = 0;
    for (table, column) in [
        ("hours_by_unit", "staff"),
        ("hours_by_unit", "jp_total"),
        ("hours_by_unit", "under_floor"),
        ("predicates_by_unit", "baik"),
        ("complaints_by_unit", "received"),
        ("complaints_by_unit", "unclassed"),
        ("programmes", "completed"),
        ("mentoring_by_office", "running"),
        ("certificates_by_office", "valid"),
        ("ikm_by_unit", "n"),
        ("key_figures", "received"),
        ("key_figures", "overdue"),
    ] {
        let of = |key: &str| rolled[table][key][column].as_f64().unwrap();
        let sum: f64 = ALIKE.iter().map(|office| of(key(office))).sum();
        assert_eq!(of("*"), sum, "{table}/{column}");
        sums += usize::from(sum > 0.0);
    }
    assert!(sums > 9, "the offices have something to add");

    // The mean of all PNS, and not that of the means of two offices.
    let hours = &rolled["hours_by_unit"];
    let jp = |key: &str, column: &str| hours[key][column].as_f64().unwrap();
    let mean = jp("*", "jp_mean");
    assert!((mean - jp("*", "jp_total") / jp("*", "staff")).abs() < 1e-6);
    let of_means = ALIKE.iter().map(|office| jp(key(office), "jp_mean")).sum::<f64>() / 2.0;
    assert!((mean - of_means).abs() > 1e-6);

    // Text writes a share with its counts: those of all are the sums of those of each.
    let line = format!("rollup {} --month 2026-10", ALIKE.join(" "));
    let text = run(&root(), &line).out;
    for counts in ["100 % (3/3)", "82 % (9/11)", "86 % (12/14)"] {
        assert!(text.contains(counts), "{counts}\n{text}");
    }
}

#[test]
fn keys_that_mean_the_same_are_added_up_and_others_are_not() {
    let place = place();
    let line = "rollup complaints a b --month 2026-10 -O json";
    let told = run(place.path(), line);
    assert_eq!(told.status, 0, "{}", told.err);
    // Whose WhatsApp it is stands in its name.
    assert_eq!(
        told.err.matches("warning[code-differs]").count(),
        1,
        "{}",
        told.err
    );
    let channels = &tables(&told)["complaints_by_channel"];
    let own = ["a", "b"].map(|office| {
        let own = run(
            place.path(),
            &format!("-C {office} report complaints --month 2026-10 -O json"),
        );
        tables(&own).remove("complaints_by_channel").unwrap()
    });
    let mut added = 0;
    for (key, cells) in channels {
        if key == "whatsapp" {
            assert_eq!(cells["received"], Value::Null);
            continue;
        }
        let of = |own: &BTreeMap<String, BTreeMap<String, Value>>| match own.get(key) {
            Some(cells) => cells["received"].as_u64().unwrap(),
            None => 0,
        };
        assert_eq!(
            cells["received"].as_u64().unwrap(),
            of(&own[0]) + of(&own[1]),
            "{key}"
        );
        added += usize::from(own.iter().all(|own| of(own) > 0));
    }
    assert!(added > 2, "both offices have complaints by the same channels");
    let explained = "complaints_by_channel/loket/received";
    let page = run(
        place.path(),
        &format!("rollup complaints a b --month 2026-10 --explain {explained}"),
    );
    let counted = channels["loket"]["received"].to_string();
    assert!(
        page.out.contains(&format!("{counted}, as in the report")),
        "{}",
        page.out
    );

    let settings = place.path().join("b/bina.toml");
    replace(&settings, "\"Loket pengaduan\"", "\"Kotak suara\"");
    let told = run(place.path(), line);
    assert!(told.err.contains("Kotak suara"), "{}", told.err);
    assert_eq!(
        tables(&told)["complaints_by_channel"]["loket"]["received"],
        Value::Null
    );
}

#[test]
fn a_figure_is_explained_down_to_the_file_of_its_office() {
    let line = format!("rollup {} --month 2026-10 --explain", ALIKE.join(" "));
    let total = run(&root(), &format!("{line} complaints_by_unit/total/received"));
    assert_eq!(total.status, 0, "{}", total.err);
    assert!(total.out.contains("24, as in the report"), "{}", total.out);
    for office in ALIKE {
        let place = format!("  {office}/complaints/2026-10.csv:");
        assert!(total.out.contains(&place), "{place}\n{}", total.out);
    }
    let one = run(&root(), &format!("{line} complaints_by_unit/medan/received"));
    assert!(one.out.contains("17, as in the report") && !one.out.contains("  data/complaints/"));
    // What somebody answered is copied from no office.
    let index = run(&root(), &format!("{line} ikm_by_unit/total/ikm"));
    assert!(index.out.contains("as in the report"), "{}", index.out);
    assert!(index.out.contains("  data/responses/") && !index.out.contains("batch:"));
    let wrong = run(&root(), &format!("{line} complaints_by_unit/nowhere/received"));
    assert_eq!(wrong.status, 2);
    assert!(
        wrong.err.contains("nowhere") && wrong.err.contains("bina rollup"),
        "{}",
        wrong.err
    );
}

#[test]
fn an_office_counts_once() {
    let place = place();
    let twice = run(place.path(), "rollup a b ./a --month 2026-10");
    assert_eq!((twice.status, &*twice.out), (2, ""));
    assert!(
        twice.err.contains("./a and a are the same directory"),
        "{}",
        twice.err
    );
    copy(&root().join("data"), &place.path().join("c"));
    let copied = run(place.path(), "rollup a b c --month 2026-10");
    assert_eq!((copied.status, &*copied.out), (3, ""));
    assert!(
        copied.err.contains("c/bina.toml: error[same-name]") && !copied.err.contains("--allow"),
        "{}",
        copied.err
    );
}

#[test]
fn what_is_wrong_with_every_office_is_told_and_none_is_left_out_in_silence() {
    let place = place();
    copy(&root().join("examples/mamuju"), &place.path().join("c"));
    let broken = |office: &str| {
        let file = place.path().join(office).join("participation/2026-10.csv");
        let text = fs::read_to_string(&file).unwrap();
        fs::write(
            &file,
            format!("{text}2026-10/none,pnobody1,invited,,,,,,,,,,,,,,,,\n"),
        )
        .unwrap();
    };
    broken("a");
    broken("c");
    let line = "rollup a b c nowhere --month 2026-10 --allow-differing-rules";
    let refused = run(place.path(), line);
    assert_eq!((refused.status, &*refused.out), (3, ""));
    for what in [
        "a/participation/2026-10.csv:",
        "c/participation/2026-10.csv:",
        "nowhere: error[no-records]",
        "3 of 4 offices cannot be rolled up",
    ] {
        assert!(refused.err.contains(what), "{what}\n{}", refused.err);
    }
    let draft = run(place.path(), &format!("{line} --draft"));
    assert_eq!(draft.status, 3);
    assert!(
        draft.out.contains("DRAFT") && draft.out.contains("a is left out altogether"),
        "{}",
        draft.out
    );
    assert!(!draft.out.contains("Kecamatan Medan Marelan"), "{}", draft.out);
}

#[test]
fn rules_and_formats_must_be_the_same() {
    let place = place();
    let hours = place.path().join("b/rules/hours.toml");
    let text = fs::read_to_string(&hours).unwrap();
    fs::write(&hours, text.replace("pns_floor = 20", "pns_floor = 24")).unwrap();
    let refused = run(place.path(), "rollup a b --month 2026-10");
    assert_eq!((refused.status, &*refused.out), (3, ""));
    let said =
        "error[rule-differs]: the rule hours in force on 2026-10-31 is not that of a/rules/hours.toml:";
    assert!(
        refused.err.contains(said) && refused.err.starts_with("b/rules/hours.toml:"),
        "{}",
        refused.err
    );
    let allowed = run(
        place.path(),
        "rollup a b --month 2026-10 --allow-differing-rules -O json",
    );
    assert!(allowed.err.contains("warning[rule-differs]"), "{}", allowed.err);
    let rolled = tables(&allowed);
    // What follows the rule has no total; what does not, has.
    assert_eq!(rolled["key_figures"]["*"]["jp_per_pns"], Value::Null);
    assert_eq!(rolled["key_figures"]["*"]["received"], 24);

    // A remark changes no figure.
    fs::write(&hours, format!("# as everywhere\n{text}")).unwrap();
    assert_eq!(run(place.path(), "rollup a b --month 2026-10").status, 0);
    replace(&place.path().join("b/bina.toml"), "format = 2", "format = 1");
    let old = run(place.path(), "rollup a b --month 2026-10");
    assert!(old.err.contains("b: error[other-format]"), "{}", old.err);
    replace(
        &place.path().join("b/bina.toml"),
        "format = 1",
        "format = 2\nrecords_since = 2026-11-01",
    );
    let later = run(place.path(), "rollup a b --month 2026-10");
    assert!(
        later.err.contains("b: error[begins-later]") && later.status == 3,
        "{}",
        later.err
    );
}

#[test]
fn who_is_in_two_offices_is_told_by_nip_alone() {
    let place = place();
    let none = tables(&run(place.path(), "rollup a b --month 2026-10 -O json"));
    assert!(!none.contains_key("in_two_offices"));
    // She moved, and both offices have her row; in the other she has another id.
    let staff = place.path().join("b/staff.csv");
    let text = fs::read_to_string(&staff).unwrap();
    let row = "pzzzzzz1,197602042007011971,,Legiman,S.AP.,pns,2007-01-01,1976-02-04,m,\n";
    fs::write(&staff, text + row).unwrap();
    let told = run(place.path(), "rollup a b --month 2026-10 -O json");
    let rows = &tables(&told)["in_two_offices"];
    assert_eq!(rows["a"]["staff"], "p0hmwgrw", "{rows:?}");
    assert_eq!(
        (&rows["a"]["other_office"], &rows["a"]["other_staff"]),
        (&"b".into(), &"pzzzzzz1".into())
    );
    let public = run(place.path(), "rollup a b --month 2026-10 --edition public");
    assert!(!public.out.contains("stands in the records"), "{}", public.out);
    for hidden in ["Legiman", "p0hmwgrw", "pzzzzzz1", "197602042007011971"] {
        assert!(!public.out.contains(hidden), "{hidden}");
    }
}

#[test]
fn a_total_tells_of_no_office_what_its_own_report_hides() {
    let (mut stars, mut shown) = (0, 0);
    for name in REPORTS.into_iter().filter(|name| *name != "evaluation") {
        let line = format!(
            "rollup {name} {} --month 2026-10 -O json --edition public --allow-differing-rules",
            OFFICES.join(" ")
        );
        let own = OFFICES.map(|office| {
            let line = format!("-C {office} report {name} --month 2026-10 -O json --edition public");
            tables(&run(&root(), &line))
        });
        for (table, rows) in tables(&run(&root(), &line)) {
            let is_of_offices = rows.values().all(|cells| cells.contains_key("office"));
            for (key, cells) in rows.iter().filter(|_| !is_of_offices) {
                for (column, cell) in cells {
                    let own = own
                        .iter()
                        .filter_map(|own| own.get(&table)?.get(key)?.get(column));
                    let hidden = own.into_iter().any(|own| own == "*");
                    assert!(
                        !hidden || key == "*" || !cell.is_number(),
                        "{name}: {table}/{key}/{column}"
                    );
                }
            }
            for (column, total) in rows.get("*").filter(|_| is_of_offices).into_iter().flatten() {
                let hidden = OFFICES.iter().any(|office| rows[key(office)][column] == "*");
                assert!(
                    !hidden || total == "*" || column == "office",
                    "{name}: {table}/{column}"
                );
                stars += usize::from(hidden);
                shown += usize::from(total.is_number());
            }
        }
    }
    assert!(stars > 0 && shown > 20, "{stars} {shown}");
}

#[test]
fn a_folder_and_a_list_mean_all_offices_in_them() {
    let place = tempfile::tempdir().unwrap();
    let city = place.path().join("city");
    for number in 1..=21 {
        let office = city.join(format!("kec-{number:02}"));
        copy(&root().join("tests/cmd.office"), &office);
        copy(&root().join("data/rules"), &office.join("rules"));
        let settings = format!("format = 2\n\n[agency]\nname = \"Kecamatan {number}\"\n");
        fs::write(office.join("bina.toml"), settings).unwrap();
    }
    let line = "--month 2026-10 -O json";
    let all = run(place.path(), &format!("rollup city {line}"));
    let rolled = tables(&all);
    assert_eq!(rolled["hours_by_unit"].len(), 22);
    let staff = |key: &str| rolled["hours_by_unit"][key]["staff"].as_u64().unwrap();
    assert!(staff("kec-01") > 0);
    assert_eq!(staff("*"), 21 * staff("kec-01"));
    fs::write(city.join("all.txt"), "# the city\nkec-03\n\nkec-02\n").unwrap();
    let some = tables(&run(place.path(), &format!("rollup --from city/all.txt {line}")));
    let keys: Vec<&String> = some["hours_by_unit"].keys().collect();
    assert_eq!(keys, ["*", "kec-02", "kec-03"]);
    assert_eq!(run(place.path(), &format!("rollup {line}")).status, 2);
    for name in ["staff", "pelatihan"] {
        let refused = run(place.path(), &format!("rollup {name} city {line}"));
        assert!(
            refused.status == 2 && refused.err.contains("monthly"),
            "{}",
            refused.err
        );
    }
}
