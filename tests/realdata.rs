//! Data that nobody here wrote: course evaluations, complaints, holidays, places, and texts that break programs.
//!
//! They lie beside the repository, or where `BINA_REALDATA` says; where they are not, the tests say so and pass.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod office;

use bina::diagnostic::is_hidden;
use bina::records::cell::plain_text;
use bina::records::text;
use bina::sheets::{self, guard::unguarded};
use office::{Office, Said};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The place of a folder of them; `None` where there is none, which is said.
#[allow(clippy::disallowed_methods, reason = "a test may look at its environment")]
fn data(folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("BINA_REALDATA").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/realdata"),
        PathBuf::from,
    );
    let place = root.join(folder);
    if !place.is_dir() {
        let _ = writeln!(std::io::stderr(), "{folder} is not there: nothing was looked at");
        return None;
    }
    Some(place)
}

#[allow(clippy::disallowed_methods, reason = "a test lays its files down")]
fn lay(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Runs a command that must do what it is asked.
fn done(office: &mut Office, args: &[&str], stdin: &str) -> Said {
    let said = office.run(&[args, &["--lang", "en"]].concat(), stdin);
    assert_eq!(said.status, 0, "{args:?}: {}", said.stderr);
    said
}

/// Imports, and counts what became of the rows, with the first rejection.
fn import(office: &mut Office, args: &[&str]) -> (BTreeMap<String, usize>, String) {
    let said = office.run(&[&["import"], args, &["--lang", "en", "-O", "csv"]].concat(), "");
    let mut reader = csv::Reader::from_reader(said.stdout.as_bytes());
    let (mut counts, mut why) = (BTreeMap::new(), said.stderr.clone());
    for row in reader.records().map(Result::unwrap) {
        *counts.entry(row[1].to_owned()).or_default() += 1;
        if &row[1] == "rejected" {
            why += &format!("{}: {}\n", &row[0], &row[4]);
        }
    }
    (counts, why)
}

fn counts(pairs: &[(&str, usize)]) -> BTreeMap<String, usize> {
    pairs
        .iter()
        .map(|(name, count)| ((*name).to_owned(), *count))
        .collect()
}

#[test]
fn course_evaluations_have_the_means_that_others_published() {
    let Some(place) = data("turkiye-student-evaluation") else {
        return;
    };
    let mut office = Office::new(&[]);
    let items: Vec<String> = (1..=28)
        .map(|number| format!("[[item]]\nkey = \"q{number}\"\ntext = \"Q{number}\"\nkind = \"scale\"\nscale = [1, 5]\ngroup = \"kuliah\"\n"))
        .collect();
    let head = "title = \"Evaluasi kuliah\"\nabout = \"training\"\nanswered_by = [\"participant\"]\nanonymous = true\nmin_group = 5\n";
    lay(
        &office.root().join("questionnaires/kuliah.toml"),
        &format!("{head}\n{}", items.join("\n")),
    );
    let training = "title = \"Kuliah\"\nmethod = \"KL10\"\nmode = \"classroom\"\nstart = 2026-10-01\nend = 2026-10-30\njp = 12\nstatus = \"done\"\nquestionnaires = [\"kuliah\"]\n";
    lay(&office.root().join("trainings/2026-10/kuliah.toml"), training);
    let (mut staff, mut taking_part) = (
        "id,name,employment\n".to_owned(),
        "training,staff,status,completed,jp\n".to_owned(),
    );
    for number in 0..5820 {
        staff += &format!("p{number:06}x,Mahasiswa {number},external\n");
        taking_part += &format!("2026-10/kuliah,p{number:06}x,completed,2026-10-30,12\n");
    }
    lay(&office.root().join("staff.csv"), &staff);
    lay(&office.root().join("participation/2026-10.csv"), &taking_part);

    let list = place.join("turkiye-student-evaluation_generic.csv");
    let list = list.to_str().unwrap();
    let args = [
        "kuliah",
        list,
        "--for",
        "2026-10",
        "--with",
        "training=2026-10/kuliah",
    ];
    assert_eq!(import(&mut office, &args).0, counts(&[("new", 5820)]));
    assert_eq!(
        import(&mut office, &args).0,
        counts(&[("same", 5820)]),
        "a second import changes nothing"
    );
    let ask = ["report", "training", "2026-10/kuliah", "--month", "2026-10"];
    let report = done(&mut office, &ask, "").stdout;
    let published = fs::read_to_string(place.join("published_describe.txt")).unwrap();
    let mut compared = 0;
    let (mut names, mut means) = (Vec::new(), BTreeMap::new());
    for line in published.lines() {
        let words: Vec<&str> = line.split_whitespace().filter(|word| *word != "\\").collect();
        match words.split_first() {
            Some((&"mean", rest)) => means.extend(names.drain(..).zip(rest.iter().copied())),
            Some((&"count", _)) => {}
            Some(_) if words.iter().any(|word| word.starts_with('Q')) => {
                names = words.into_iter().map(str::to_owned).collect();
            }
            _ => {}
        }
    }
    for (name, mean) in means.iter().filter(|(name, _)| name.starts_with('Q')) {
        let row = report
            .lines()
            .find(|line| line.split_whitespace().next() == Some(name));
        let row: Vec<&str> = row.unwrap().split_whitespace().collect();
        let mean: f64 = mean.parse().unwrap();
        assert_eq!(row[1..], ["5,820".to_owned(), format!("{mean:.2}")], "{name}");
        compared += 1;
    }
    assert!(compared >= 15, "{compared}");
}

/// How the complaints of a city name their columns.
const CITY: &str = r#"
title = "St. Louis"
subject = "complaint"

[[column]]
to = "complaints.reference"
from = ["requestid"]

[[column]]
to = "complaints.received"
from = ["datetimeinit"]
until = " "

[[column]]
to = "complaints.channel"
from = ["callertype"]
[[column.value]]
from = ["NA"]

[[column]]
to = "complaints.unit"
from = ["submitto"]
[[column.value]]
from = ["NA"]

[[column]]
to = "complaints.summary"
from = ["description"]
[[column.value]]
from = ["NA"]

[[column]]
to = "handling.closed"
from = ["datetimeclosed"]
until = " "
[[column.value]]
from = ["NA"]

[[column]]
to = "handling.closed"
from = ["datecancelled"]
until = " "
[[column.value]]
from = ["NA"]

[[column]]
to = "handling.outcome"
from = ["status"]
[[column.value]]
from = ["CLOSED"]
to = "resolved"
[[column.value]]
from = ["CANCEL"]
to = "withdrawn"
[[column.value]]
from = ["Disptch", "SCHEDULED", "Inspect", "NEW", "Letter", "FieldCrw", "ON HOLD"]
"#;

#[test]
fn complaints_of_a_city_come_in_once_each() {
    let Some(place) = data("stlouis-csb-2018-01/inst/extdata") else {
        return;
    };
    let mut office = Office::new(&[]);
    lay(&office.root().join("imports/kota.toml"), CITY);
    let list = place.join("january_2018.csv");
    let list = list.to_str().unwrap();
    let args = [
        "complaint",
        list,
        "--rules",
        "kota",
        "--new-units",
        "--new-services",
    ];
    let (found, why) = import(&mut office, &args);
    assert_eq!(found, counts(&[("new", 1541), ("rejected", 13)]), "{why}");
    let doubles = why.lines().filter(|line| line.contains(": named already in"));
    assert_eq!(doubles.count(), 13, "{why}");
    let (again, why) = import(&mut office, &args);
    assert_eq!(again, counts(&[("same", 1541), ("rejected", 13)]), "{why}");
    assert!(office.errors().is_empty(), "{:?}", office.errors());
    let checked = office.run(&["check", "--lang", "en"], "").stdout;
    assert_eq!(
        checked.matches("warning[number-elsewhere]").count(),
        9,
        "9 numbers have two channels"
    );
    let steps = fs::read_to_string(office.root().join("handling/2018-01.csv")).unwrap();
    let cancelled = steps.matches(",closed,,,withdrawn,").count();
    assert_eq!(cancelled, 38, "of the 39 that were cancelled one is a double");
    // Missing is missing.
    let recorded = fs::read_to_string(office.root().join("complaints/2018-01.csv")).unwrap();
    assert!(!recorded.contains(",NA,"), "NA is no value");
}

#[test]
fn holidays_come_in_with_a_rule_of_three_lines() {
    let Some(place) = data("holidays") else { return };
    let mut office = Office::new(&[]);
    lay(&office.root().join("holidays.csv"), "date,name\n");
    let rule = "title = \"Libur\"\nsubject = \"holiday\"\n[[column]]\nto = \"holidays.date\"\nfrom = [\"tanggal\"]\n[[column]]\nto = \"holidays.name\"\nfrom = [\"nama\"]\n[[column]]\nfrom = [\"jenis\"]\n";
    lay(&office.root().join("imports/libur.toml"), rule);
    let list = place.join("id_2023_2026.csv");
    let (found, why) = import(&mut office, &["holiday", list.to_str().unwrap()]);
    assert_eq!(found, counts(&[("new", 109)]), "{why}");
    let recorded = fs::read_to_string(office.root().join("holidays.csv")).unwrap();
    for (year, days) in [("2023", 27), ("2024", 29), ("2025", 28), ("2026", 25)] {
        assert_eq!(
            recorded.lines().filter(|line| line.starts_with(year)).count(),
            days,
            "{year}"
        );
    }
    assert!(office.errors().is_empty());
}

#[test]
fn codes_of_places_stay_text() {
    let Some(place) = data("wilayah") else { return };
    for file in [
        "kota_medan_12.71.csv",
        "kab_mamuju_76.02.csv",
        "banda_aceh_11.71.csv",
    ] {
        let bytes = fs::read(place.join(file)).unwrap();
        let sheet = sheets::read(file, &bytes).unwrap().remove(0);
        let lines: Vec<String> = String::from_utf8(bytes)
            .unwrap()
            .lines()
            .map(str::to_owned)
            .collect();
        assert_eq!(sheet.rows.len(), lines.len());
        for (row, line) in sheet.rows.iter().zip(&lines) {
            assert_eq!(row.texts().collect::<Vec<_>>().join(","), *line);
        }
    }
}

#[test]
fn csv_of_every_kind_says_what_it_says() {
    let Some(place) = data("csv-spectrum") else { return };
    let mut read = 0;
    for entry in fs::read_dir(place.join("csvs")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let expected = fs::read(place.join(format!("json/{name}.json"))).unwrap();
        let expected: serde_json::Value = serde_json::from_slice(&expected).unwrap();
        if name == "location_coordinates" {
            // Its two files tell two telephone numbers.
            continue;
        }
        let expected = match expected {
            serde_json::Value::Array(rows) => rows,
            one => vec![one],
        };
        let sheet = sheets::read(name, &fs::read(&path).unwrap()).unwrap().remove(0);
        let (heading, rows) = sheet.rows.split_first().unwrap();
        let found: Vec<serde_json::Value> = rows
            .iter()
            .map(|row| {
                let pairs = heading.texts().enumerate();
                let pairs = pairs.map(|(at, name)| (name.to_owned(), row.get(at).into()));
                serde_json::Value::Object(pairs.collect())
            })
            .collect();
        assert_eq!(found, expected, "{name}");
        read += 1;
    }
    assert!(read >= 11, "{read}");
}

/// Every hostile text of the two lists, each once.
fn hostile() -> Option<BTreeSet<String>> {
    let naughty = fs::read(data("big-list-of-naughty-strings")?.join("blns.json")).unwrap();
    let naughty: Vec<String> = serde_json::from_slice(&naughty).unwrap();
    let formulas = fs::read(data("csv-injection-payloads")?.join("Intruder/csv-payload.txt")).unwrap();
    let formulas = String::from_utf8_lossy(&formulas).into_owned();
    Some(
        naughty
            .into_iter()
            .chain(formulas.lines().map(str::to_owned))
            .collect(),
    )
}

/// What a record keeps of a text: what shows, with single blanks.
fn kept(hostile: &str) -> String {
    plain_text(&text::shown(hostile))
}

/// The values of a column, as a listing in a format gives them back.
fn listed(office: &mut Office, args: &[&str], column: &str) -> [BTreeSet<String>; 2] {
    let csv = done(office, &[args, &["-O", "csv"]].concat(), "").stdout;
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let at = reader
        .headers()
        .unwrap()
        .iter()
        .position(|name| name == column)
        .unwrap();
    let of_csv = reader
        .records()
        .map(|row| unguarded(&row.unwrap()[at]).to_owned())
        .collect();
    let json = done(office, &[args, &["-O", "json"]].concat(), "").stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let rows = json.as_array().or_else(|| json["rows"].as_array()).unwrap();
    let of_json = rows
        .iter()
        .map(|row| row[column].as_str().unwrap_or_default().to_owned())
        .collect();
    [of_csv, of_json]
}

#[test]
fn hostile_texts_come_back_unharmed_and_command_nothing() {
    let Some(hostile) = hostile() else { return };
    assert!(hostile.len() > 500, "{}", hostile.len());
    let mut office = Office::new(&[]);
    let kept: BTreeSet<String> = hostile.iter().map(|text| kept(text)).collect();
    let expected: BTreeSet<String> = kept.into_iter().filter(|text| !text.is_empty()).collect();
    let list = |heading: &[&str], row: fn(&str) -> Vec<&str>| {
        let mut list = csv::Writer::from_writer(Vec::new());
        list.write_record(heading).unwrap();
        for text in &expected {
            list.write_record(row(text)).unwrap();
        }
        String::from_utf8(list.into_inner().unwrap()).unwrap()
    };
    let actions = list(&["opened", "source", "what", "result"], |text| {
        vec!["2026-11-01", "report:2026-10", text, text]
    });
    let complaints = list(&["received", "kind", "reference", "summary"], |text| {
        vec!["2026-11-01", "complaint", text, text]
    });
    // A name may lose its titles to their columns.
    let people = list(&["name", "employment"], |text| vec![text, "external"]);
    for (subject, list) in [("action", actions), ("complaint", complaints), ("staff", people)] {
        lay(&office.beside("daftar.csv"), &list);
        let (found, why) = import(&mut office, &[subject, "daftar.csv"]);
        let rejected = found.get("rejected").copied().unwrap_or_default();
        // What stands for nothing in a list, or for the fault of a formula, is no text of a record; and some names are one.
        let most = if subject == "staff" { 120 } else { 10 };
        assert!(rejected < most, "{subject}: {found:?}\n{why}");
        assert_eq!(found.values().sum::<usize>(), expected.len(), "{subject}");
    }
    assert!(office.errors().is_empty(), "{:?}", office.errors());

    for (one, column) in [
        ("action", "what"),
        ("action", "result"),
        ("complaint", "reference"),
        ("complaint", "summary"),
    ] {
        for found in listed(&mut office, &[one, "list"], column) {
            let strange: Vec<&String> = found
                .difference(&expected)
                .filter(|text| !text.is_empty())
                .collect();
            assert!(
                found.len() > 400 && strange.is_empty(),
                "{one} {column}: {strange:?}"
            );
        }
    }
    let before = office.tree();
    done(&mut office, &["format"], "");
    assert!(office.tree() == before, "what was written is canonical");
    for ask in [
        &["action", "list"][..],
        &["staff", "list"],
        &["report", "monthly", "--month", "2026-11", "--draft"],
    ] {
        for format in ["table", "md", "csv", "json"] {
            let said = office.run(&[ask, &["-O", format]].concat(), "");
            let hidden = said
                .stdout
                .chars()
                .find(|letter| is_hidden(*letter) && !matches!(letter, '\n' | '\t'));
            assert_eq!(hidden, None, "{ask:?} {format}");
        }
    }
}

#[test]
fn hostile_texts_are_taken_or_refused_by_the_verbs_and_never_half() {
    let Some(hostile) = hostile() else { return };
    let mut office = Office::new(&[]);
    for text in hostile
        .iter()
        .filter(|text| !text.starts_with('-') && !text.contains('\0'))
        .step_by(7)
    {
        let before = office.tree();
        let what = format!("--what={text}");
        let ask = [
            "action",
            "add",
            "--opened",
            "2026-11-01",
            "--source",
            "report:2026-10",
            &what,
            "--lang",
            "en",
        ];
        let said = office.run(&ask, "");
        match said.status {
            0 => assert!(text::hidden(text).is_none(), "{text:?}"),
            _ => {
                assert!(office.tree() == before, "{text:?}");
                assert!(
                    text::hidden(text).is_some() || kept(text).is_empty(),
                    "{text:?}: {}",
                    said.stderr
                );
            }
        }
    }
    assert!(office.errors().is_empty());
}
