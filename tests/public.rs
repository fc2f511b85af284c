//! The edition for the public tells nothing about a person: of every office, in every form, it holds no value that the
//! declarations of the records keep from the public, no name, no id, no title of a programme and no words of a document.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use bina::diagnostic::Findings;
use bina::files::Directory;
use bina::inquiry::{Inquiry, KINDS, Kind};
use bina::load;
use bina::measure::trace::Trace;
use bina::records::TABLES;
use bina::records::cell::Domain as Cell;
use bina::records::table::{Privacy, Schema};
use bina::records::time::Month;
use bina::report::model::{Edition, Value};
use bina::words::Lang;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What is looked at: a month in every form, and the first of a year, when little is known of it.
const LOOKS: [(&str, &str, &str); 6] = [
    ("2026-10", "table", "id"),
    ("2026-10", "md", "en"),
    ("2026-10", "html", "id"),
    ("2026-10", "json", "id"),
    ("2026-10", "csv", "en"),
    ("2026-01", "table", "id"),
];

/// The report that hangs on a wall, and what it says to citizens in the words of the records: what they said at a forum,
/// and what was done.
const WALL: &str = "notice";
const HUNG: [(&str, &[&str]); 2] = [
    ("suggestion", &["text", "answer", "result"]),
    ("actions", &["what", "result"]),
];

/// Whether the wall says what stands there.
fn is_hung(place: &str, field: &str) -> bool {
    HUNG.iter()
        .any(|(own, fields)| *own == place && fields.contains(&field))
}

/// Words of reports that happen to be those of a record: an action's occasion, and a name that is an English word.
const SAME: [&str; 2] = ["PNS belum 20 JP", "Said"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every office of the project.
fn offices() -> Vec<PathBuf> {
    let examples = fs::read_dir(root().join("examples")).unwrap();
    let mut offices: Vec<PathBuf> = examples.map(|entry| entry.unwrap().path()).collect();
    offices.push(root().join("data"));
    offices.retain(|folder| folder.join("bina.toml").is_file());
    offices.sort();
    offices
}

/// Every file below a folder with an ending.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => out.extend(files(&path, ending)),
            false if path.extension().is_some_and(|is| is == ending) => out.push(path),
            false => {}
        }
    }
    out
}

/// Whether cells of a kind tell something when they stand alone, unlike days, numbers and codes.
fn is_words(kind: Cell) -> bool {
    matches!(
        kind,
        Cell::Text | Cell::Id | Cell::TrainingId | Cell::Reference | Cell::Nip
    )
}

/// Text as it is compared: without markup of a form, every gap one space.
fn plain(text: &str) -> String {
    let bare: String = text.chars().filter(|letter| !"\\\"".contains(*letter)).collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The table whose rows a file holds.
fn table_of(office: &Path, file: &Path) -> Option<&'static Schema> {
    let inside = file.strip_prefix(office).unwrap();
    let first = inside.iter().next()?.to_str()?.trim_end_matches(".csv");
    TABLES.iter().copied().find(|table| table.name == first)
}

/// What must not be read, and what anybody may read.
#[derive(Default)]
struct Words {
    /// Who people are, even where something public has the same letters.
    people: BTreeSet<String>,
    /// What is kept from the public, unless something public has the same letters.
    secret: BTreeSet<String>,
    /// What the wall may say all the same.
    hung: BTreeSet<String>,
    /// What is public.
    open: String,
}

impl Words {
    /// From everything that an office keeps.
    fn of(office: &Path) -> Words {
        let mut words = Words::default();
        for file in files(office, "csv") {
            words.rows(&file, table_of(office, &file));
        }
        for file in files(office, "toml") {
            let inside = file.strip_prefix(office).unwrap().to_owned();
            let kind = inside
                .iter()
                .next()
                .and_then(|part| part.to_str())
                .unwrap_or_default();
            let text = fs::read_to_string(&file).unwrap();
            match kind {
                "trainings" | "forums" | "plans" => {
                    let value: toml::Table = text.parse().unwrap();
                    value.values().for_each(|value| words.document(value));
                    let said = value.get("suggestion").and_then(toml::Value::as_array);
                    for said in said.into_iter().flatten().filter_map(toml::Value::as_table) {
                        let hung = said.iter().filter(|(field, _)| is_hung("suggestion", field));
                        words
                            .hung
                            .extend(hung.filter_map(|(_, text)| Some(plain(text.as_str()?))));
                    }
                    let id = inside.with_extension("");
                    let id: Vec<_> = id.iter().skip(1).filter_map(|part| part.to_str()).collect();
                    words.keep(&id.join("/"));
                }
                _ => words.open.push_str(&plain(&text)),
            }
        }
        let open = std::mem::take(&mut words.open);
        words.secret.retain(|secret| !open.contains(secret.as_str()));
        words.secret.append(&mut words.people);
        words
    }

    fn keep(&mut self, value: &str) {
        let value = plain(value);
        // A short value says nothing alone, nor does one plain word: a grade, a number, `selesai`.
        let is_word = value.chars().all(char::is_alphabetic);
        let is_number = value.len() < 16
            && value
                .chars()
                .all(|letter| letter.is_ascii_digit() || letter == '.');
        if value.len() >= 6 && !is_word && !is_number {
            self.secret.insert(value);
        }
    }

    /// The cells of a file: by the declarations of its table, or all words of one that has none.
    fn rows(&mut self, file: &Path, table: Option<&Schema>) {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(file).unwrap();
        let headers = reader.headers().unwrap().clone();
        let is_staff = table.is_some_and(|table| table.name == "staff");
        for record in reader.records() {
            let record = record.unwrap();
            for (name, value) in headers.iter().zip(&record) {
                let column = table.and_then(|table| Some(&table.columns[table.column(name)?]));
                let (privacy, is_words) = match column {
                    Some(column) => (column.privacy, is_words(column.kind)),
                    None => (Privacy::Office, name == "comment"),
                };
                if table.is_some_and(|table| is_hung(&table.name, name)) {
                    self.hung.insert(plain(value));
                }
                match privacy {
                    Privacy::Public => self.open.push_str(&format!("{} ", plain(value))),
                    _ if is_words => self.keep(value),
                    _ => {}
                }
                if is_staff && ["id", "nip", "name", "email"].contains(&name) && !value.is_empty() {
                    self.people.insert(plain(value));
                }
                if is_staff && name == "name" {
                    let parts = value.split(' ').filter(|part| part.len() > 2);
                    self.secret.extend(parts.map(plain));
                }
            }
        }
    }

    /// Every sentence of a document.
    fn document(&mut self, value: &toml::Value) {
        match value {
            toml::Value::String(text) if text.contains(' ') => self.keep(text),
            toml::Value::Array(list) => list.iter().for_each(|value| self.document(value)),
            toml::Value::Table(table) => table.values().for_each(|value| self.document(value)),
            _ => {}
        }
    }

    /// What a text tells that it must not. A single word counts as a word of its own only.
    fn told<'w>(&'w self, text: &str) -> Vec<&'w str> {
        let text = plain(text);
        let words: BTreeSet<&str> = text
            .split(|letter: char| !letter.is_alphanumeric() && !"@._-/".contains(letter))
            .map(|word| word.trim_matches(['.', '/']))
            .collect();
        let is_told = |secret: &&String| match secret.contains(' ') {
            true => text.contains(secret.as_str()),
            false => words.contains(secret.as_str()),
        };
        self.secret.iter().filter(is_told).map(String::as_str).collect()
    }
}

/// A report of an office as somebody types it, as wide as it can be, so that no sentence is broken.
fn bina(office: &Path, kind: &Kind, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_bina"))
        .env_remove("BINA_DIR")
        .arg("-C")
        .arg(office)
        .args(["--as-of", "2026-11-20", "--width", "400", "report", kind.name])
        .args(arguments)
        .output()
        .unwrap()
}

fn printed(office: &Path, kind: &Kind, arguments: &[&str]) -> String {
    let out = bina(office, kind, arguments);
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    assert_eq!(
        (said.as_str(), out.status.code()),
        ("", Some(0)),
        "{} {arguments:?}",
        kind.name
    );
    String::from_utf8(out.stdout).unwrap()
}

fn open_kinds() -> impl Iterator<Item = &'static Kind> {
    KINDS.iter().filter(|kind| kind.has_public)
}

/// What the public editions of an office tell that they must not, with where.
fn told(office: &Path) -> Vec<String> {
    let words = Words::of(office);
    let mut told = Vec::new();
    for kind in open_kinds() {
        for (month, form, lang) in LOOKS {
            let look = [
                "--edition",
                "public",
                "--month",
                month,
                "-O",
                form,
                "--lang",
                lang,
            ];
            let mut found = words.told(&printed(office, kind, &look));
            let is_hung = |found: &str| kind.name == WALL && words.hung.contains(found);
            found.retain(|found| !SAME.contains(found) && !is_hung(found));
            if !found.is_empty() {
                let (office, found) = (office.display(), found.join(" | "));
                told.push(format!("{office}: {} {month} {form}: {found}", kind.name));
            }
        }
    }
    told
}

#[test]
fn the_public_edition_tells_nothing_that_is_not_public() {
    let offices = offices();
    assert!(offices.len() > 1);
    let told: Vec<String> = std::thread::scope(|scope| {
        let started: Vec<_> = offices
            .iter()
            .map(|office| scope.spawn(|| told(office)))
            .collect();
        started.into_iter().flat_map(|one| one.join().unwrap()).collect()
    });
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn the_same_look_finds_what_the_office_edition_tells() {
    for office in offices() {
        let words = Words::of(&office);
        let monthly = open_kinds().next().unwrap();
        for form in ["table", "md", "json", "csv"] {
            let text = printed(&office, monthly, &["--month", "2026-10", "-O", form]);
            let told = words.told(&text).len();
            assert!(told > 20, "{} as {form}: only {told} found", office.display());
        }
    }
}

#[test]
fn a_report_has_a_public_edition_exactly_when_it_says_so() {
    for kind in KINDS {
        let out = bina(
            &root().join("data"),
            kind,
            &["x", "--edition", "public", "--month", "2026-10"],
        );
        let said = String::from_utf8(out.stderr).unwrap();
        if !kind.has_public {
            assert_eq!(out.status.code(), Some(2), "{}", kind.name);
            assert!(said.contains("bulanan, ringkas"), "{said}");
            continue;
        }
        let text = printed(
            &root().join("data"),
            kind,
            &["--edition", "public", "--month", "2026-10", "-O", "json"],
        );
        assert!(
            text.contains("\"edition\": \"public\"") && text.contains("\"rows\": [\n"),
            "{}",
            kind.name
        );
    }
}

#[test]
fn a_draft_is_not_for_the_public() {
    let monthly = open_kinds().next().unwrap();
    let out = bina(&root().join("data"), monthly, &["--edition", "public", "--draft"]);
    assert_eq!((out.stdout.len(), out.status.code()), (0, Some(2)));
}

/// Tables of what the public brought, and of what people of the office did, each with a column.
const OF_CASES: (&str, &str) = ("complaints_by_unit", "received");
const OF_PEOPLE: (&str, &str) = ("hours_by_unit", "jp_total");

#[test]
fn what_the_public_brings_is_told_of_every_unit_and_of_nobody_who_handled_it() {
    let monthly = open_kinds().next().unwrap();
    let docket = open_kinds().find(|kind| kind.name == "complaints").unwrap();
    let said = ["--edition", "public", "--month", "2026-10", "-O", "json"];
    let json = |kind: &Kind| -> serde_json::Value {
        serde_json::from_str(&printed(&root().join("data"), kind, &said)).unwrap()
    };
    let (monthly, docket) = (json(monthly), json(docket));
    let tables = |report: &serde_json::Value| -> Vec<serde_json::Value> {
        let sections = report["sections"].as_array().unwrap().iter();
        sections
            .flat_map(|section| section["tables"].as_array().unwrap().clone())
            .collect()
    };
    let cell = |(table, column): (&str, &str), unit: &str| {
        let table = tables(&monthly)
            .into_iter()
            .find(|own| own["id"] == table)
            .unwrap();
        let mut columns = table["columns"].as_array().unwrap().iter();
        let at = columns.position(|own| own["id"] == column).unwrap();
        let mut rows = table["rows"].as_array().unwrap().iter();
        rows.find(|row| row[0] == unit).unwrap()[at].clone()
    };
    // Three work there: what they did is withheld, what the public brought is not.
    let unit = "sie-kesos";
    assert_eq!(cell(OF_PEOPLE, unit), "*");
    assert!(cell(OF_CASES, unit).is_number());
    // The page and the README promise the same.
    let promise = "however few work there";
    let page = printed(
        &root().join("data"),
        open_kinds().next().unwrap(),
        &["--edition", "public", "--month", "2026-10", "--lang", "en"],
    );
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    assert!(plain(&page).contains(promise) && plain(&readme).contains(promise));
    // By who handles complaints nothing is told.
    for report in [&monthly, &docket] {
        for table in tables(report) {
            let columns = table["columns"].as_array().unwrap().iter();
            let mut ids = columns.map(|own| own["id"].as_str().unwrap());
            let id = table["id"].as_str().unwrap();
            assert!(!id.contains("handler") && id != "complaints_by_training", "{id}");
            assert!(ids.all(|id| !id.contains("handler")), "{id}");
        }
    }
}

/// What a program reads and what a reader sees of the figures of a public report that have decimals.
fn decimals(office: &Path, kind: &Kind) -> Vec<(String, String)> {
    let directory = Directory::open(office).unwrap();
    let (mut findings, month) = (Findings::new(), Month::parse("2026-10").unwrap());
    let settings = load::office(&directory, &mut findings).unwrap();
    let asked = Inquiry {
        lang: Lang::En,
        ..Inquiry::of_month(&directory, &settings, month, month.last())
    };
    let made = asked.make(kind, &mut findings, &mut Trace::silent()).unwrap();
    let report = asked.in_edition(made, Edition::Public, &mut findings).unwrap();
    let cells = report.tables().flat_map(|table| table.rows.iter().flatten());
    let known = cells.map(Value::known);
    let numbers = known.filter_map(|value| match value {
        Value::Number { exact, shown, .. } if exact.contains('.') => {
            Some((exact.to_string(), shown.to_string()))
        }
        _ => None,
    });
    numbers.collect()
}

#[test]
fn a_program_reads_no_more_decimals_than_a_reader_sees() {
    let mut same = 0;
    for office in offices() {
        for kind in open_kinds() {
            for (exact, shown) in decimals(&office, kind) {
                if shown.contains('%') {
                    let most = if shown.contains('/') { 4 } else { 2 };
                    let (_, behind) = exact.split_once('.').unwrap();
                    assert!(behind.len() <= most, "{} {exact} {shown}", kind.name);
                    continue;
                }
                // A number by itself, or with words around it.
                let is_digit = |letter: char| letter.is_ascii_digit() || ".-".contains(letter);
                let plain = shown.replace(',', "");
                let mut words = plain.split(|letter| !is_digit(letter));
                let read: f64 = exact.parse().unwrap();
                let is_shown = words.any(|word| word.parse() == Ok(read));
                assert!(is_shown, "{} {exact} {shown}", kind.name);
                same += 1;
            }
        }
    }
    assert!(same > 300, "only {same}");
}
