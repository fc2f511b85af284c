//! Every hostile text goes through every text of every table and document, as they are declared, and through every form of
//! output: it comes back unharmed, nothing is calculated, and nothing commands a terminal.
//!
//! The texts are a handful, and where the real data are all those of their two lists.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(
    clippy::disallowed_methods,
    reason = "the files that a test begins with are written by no command"
)]

mod office;

use bina::change::Draft;
use bina::files::Directory;
use bina::files::edit::written;
use bina::intake::whole;
use bina::records::TABLES;
use bina::records::cell::{Domain, plain_text};
use bina::records::document::FieldInfo;
use bina::records::table::{Check, Schema};
use bina::records::text;
use bina::records::time::Day;
use bina::render::FORMATS;
use bina::schema::DOCUMENTS;
use bina::sheets::exact;
use bina::sheets::guard::unguarded;
use office::{Office, Tree};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// Texts on which a spreadsheet, a page, a parser, a path or a terminal stumbles.
const HOSTILE: &[&str] = &[
    "=1+1",
    "=HYPERLINK(\"http://x.example\",\"y\")",
    "+62 811-0000",
    "-5,0",
    "@SUM(A1:A9)",
    "'=1+1",
    "'t Hart",
    "＝1+1",
    "007",
    "1E+17",
    "2026-10-05",
    "a,b;c\td|e",
    "\"",
    "\"\"a\" b",
    "<script>alert(1)</script>",
    "&lt;b&gt; & <i>x</i>",
    "| a | b |",
    "*_`[x](javascript:alert(1))`_*",
    "\\",
    "C:\\x\\..\\y",
    "../../etc/passwd",
    "$(touch x) `touch x` %TEMP%",
    "Robert'); DROP TABLE staff;--",
    "{{x}} {x} ${x}",
    "\u{1b}[2J\u{7}x",
    "x\u{202e}y\u{200b}z\u{feff}",
    "x\ny\r\nz",
    "ﷺ ﷺ",
    "Z͑ͫ̓ͪ̂ͫ̽",
    "田中さん 👩🏽 🇮🇩",
    "نص",
    "NULL",
    "true",
    "#N/A",
    "# x",
    "[x]",
    "---",
];

/// Every text as a record keeps it: what shows, with single blanks.
fn texts() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let given = std::env::var_os("BINA_REALDATA").map(PathBuf::from);
    let real = given.unwrap_or_else(|| root.join("../shared/realdata"));
    let mut all: Vec<String> = HOSTILE.iter().map(|text| (*text).to_owned()).collect();
    if let Ok(naughty) = fs::read(real.join("big-list-of-naughty-strings/blns.json")) {
        let naughty: Vec<String> = serde_json::from_slice(&naughty).unwrap();
        all.extend(naughty);
    }
    if let Ok(formulas) = fs::read(real.join("csv-injection-payloads/Intruder/csv-payload.txt")) {
        all.extend(String::from_utf8_lossy(&formulas).lines().map(str::to_owned));
    }
    let kept: BTreeSet<String> = all.iter().map(|text| plain_text(&text::shown(text))).collect();
    kept.into_iter().filter(|text| !text.is_empty()).collect()
}

/// The shipped office.
fn shipped() -> Office {
    Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
}

fn lay(office: &Office, file: &str, text: &str) {
    let path = office.root().join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Whether a column of a table takes any text.
fn is_free(table: &Schema, column: usize) -> bool {
    let column = &table.columns[column];
    let takes_any = || HOSTILE[..9].iter().all(|text| column.check.run(text).is_ok());
    column.kind == Domain::Text && matches!(column.check, Check::Type(_)) && takes_any()
}

/// The first row that an office has in a table, with its file and heading.
fn first(tree: &Tree, table: &Schema) -> (String, Vec<String>) {
    let is_of = |file: &&String| table.file("") == **file || file.starts_with(&format!("{}/", table.path));
    let found = tree.keys().filter(is_of).find_map(|file| {
        let mut reader = csv::Reader::from_reader(&tree[file][..]);
        let heading = reader.headers().unwrap().clone();
        let row = reader.records().next()?.unwrap();
        let place = |name: &str| heading.iter().position(|heading| heading == name);
        let cell = |name: &str| place(name).map_or("", |at| &row[at]).to_owned();
        let cells = table.columns.iter().map(|column| cell(&column.name));
        Some((file.clone(), cells.collect()))
    });
    found.unwrap_or_else(|| panic!("data has no row of {}", table.name))
}

/// As many rows as there are texts, each with its text in every column that takes any, and a key of its own.
fn rows(table: &Schema, like: &[String], texts: &[String]) -> Vec<Vec<String>> {
    let keys = 0..table.keys();
    let own = keys.clone().find(|at| is_free(table, *at)).or_else(|| {
        let is_id = |at: &usize| table.columns[*at].kind == Domain::Id && table.columns[*at].refers.is_none();
        let is_day = |at: &usize| table.columns[*at].kind == Domain::Day;
        let of = |is_it: &dyn Fn(&usize) -> bool| keys.clone().find(is_it);
        let names_one = |at: &usize| table.columns[*at].kind == Domain::Id;
        of(&is_id).or_else(|| of(&is_day)).or_else(|| of(&names_one))
    });
    let own = own.unwrap();
    let made = (0..).zip(texts).map(|(number, text): (i32, &String)| {
        let mut cells = like.to_vec();
        for column in (0..cells.len()).filter(|column| is_free(table, *column)) {
            cells[column].clone_from(text);
        }
        let month = like[own]
            .get(..8)
            .filter(|month| bina::records::time::Month::parse(&month[..7]).is_some());
        let of_file = month
            .filter(|_| table.file("x") != table.file("y"))
            .unwrap_or_default();
        if !is_free(table, own) {
            cells[own] = match table.columns[own].kind {
                Domain::Day => Day::of(2001, 1, 1).unwrap().plus(number).to_string(),
                Domain::Month => format!("{}-{:02}", 2000 + number / 12, number % 12 + 1),
                _ => format!("{of_file}h{number}"),
            };
        }
        if let Some(nip) = table.columns.iter().position(|column| column.kind == Domain::Nip) {
            cells[nip].clear();
        }
        cells
    });
    let mut made: Vec<Vec<String>> = made.collect();
    made.sort_by(|a, b| a[..table.keys()].cmp(&b[..table.keys()]));
    made
}

/// The columns that take any text, with all that is read of each.
type Read = Vec<(String, BTreeSet<String>)>;

/// That every text came back in every column.
fn expect(read: &Read, texts: &[String], what: &str) {
    assert!(!read.is_empty(), "{what}");
    for (column, found) in read {
        let lost: Vec<&String> = texts.iter().filter(|text| !found.contains(*text)).collect();
        assert!(
            lost.is_empty(),
            "{what}: {column} lost {} texts: {:?}",
            lost.len(),
            &lost[..lost.len().min(9)]
        );
    }
}

/// The free columns of rows with a heading.
fn columns(table: &Schema, rows: &[Vec<String>]) -> Read {
    let free = (0..table.columns.len()).filter(|column| is_free(table, *column));
    let read = free.filter_map(|column| {
        let name = table.columns[column].name.to_string();
        let at = rows.first()?.iter().position(|heading| *heading == name)?;
        let cells = rows[1..].iter().filter_map(|row| row.get(at).cloned());
        Some((name, cells.collect()))
    });
    read.collect()
}

/// The same of json.
fn of_json(table: &Schema, text: &str) -> Read {
    let json: serde_json::Value = serde_json::from_str(text).unwrap();
    let rows = json.as_array().or_else(|| json["rows"].as_array()).unwrap();
    let free = (0..table.columns.len()).filter(|column| is_free(table, *column));
    let read = free.map(|column| {
        let name = table.columns[column].name.to_string();
        let cells = rows
            .iter()
            .filter_map(|row| row[&*name].as_str().map(str::to_owned));
        (name.clone(), cells.collect())
    });
    read.collect()
}

/// That a page holds nothing that does not show: no command to a terminal, and nothing that turns it around.
fn expect_harmless(page: &str, what: &str) {
    assert_eq!(text::hidden(page), None, "{what}");
}

/// That no cell of a workbook is calculated: formulas have a part of their own in a cell.
fn expect_no_formula(path: &Path) {
    let mut archive = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    for at in 0..archive.len() {
        let part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        assert!(!name.contains("externalLink") && !name.contains("vba"), "{name}");
        if name.starts_with("xl/worksheets/sheet") {
            let text = std::io::read_to_string(part).unwrap();
            assert!(
                !text.contains("<f>") && !text.contains("<f ") && !text.contains("<hyperlink"),
                "{name}"
            );
        }
    }
}

#[test]
fn every_text_of_every_table_comes_back_and_commands_nothing() {
    let texts = texts();
    let mut office = shipped();
    let tree = office.tree();
    let mut walked = 0;
    for table in TABLES {
        let (file, like) = first(&tree, table);
        let free = (0..table.columns.len())
            .filter(|column| is_free(table, *column))
            .count();
        if free == 0 {
            continue;
        }
        walked += free;
        let names: Vec<&str> = table.columns.iter().map(|column| &*column.name).collect();
        let mut text = written(&names) + "\n";
        for cells in rows(table, &like, &texts) {
            text += &written(&cells.iter().map(String::as_str).collect::<Vec<_>>());
            text.push('\n');
        }
        lay(&office, &file, &text);
        for format in ["table", "csv", "json"] {
            let ask = ["export", &table.name, "-O", format];
            let list = [table.one, "list", "-O", format];
            let said = match format {
                "table" => office.run(&list, ""),
                _ => office.run(&ask, ""),
            };
            assert_eq!(said.status, 0, "{} {format}: {}", table.name, said.stderr);
            let what = format!("{} as {format}", table.name);
            match format {
                "csv" => {
                    let mut reader = csv::ReaderBuilder::new()
                        .has_headers(false)
                        .from_reader(said.stdout.as_bytes());
                    let rows = reader.records().map(Result::unwrap);
                    let rows = rows.map(|row| row.iter().map(|cell| unguarded(cell).to_owned()).collect());
                    expect(&columns(table, &rows.collect::<Vec<_>>()), &texts, &what);
                }
                "json" => expect(&of_json(table, &said.stdout), &texts, &what),
                _ => {}
            }
            expect_harmless(&said.stdout, &what);
        }
        let book = format!("{}.xlsx", table.name);
        let said = office.run(&["export", &table.name, "-o", &book], "");
        assert_eq!(said.status, 0, "{book}: {}", said.stderr);
        let path = office.beside(&book);
        expect_no_formula(&path);
        let sheets = exact::workbook(&book, &fs::read(path).unwrap()).unwrap();
        let rows: Vec<Vec<String>> = sheets[0].rows.iter().map(|(_, cells)| cells.clone()).collect();
        expect(&columns(table, &rows), &texts, &book);
    }
    assert!(walked > 40, "{walked}");
    comes_back_whole(&mut office);
    for report in [
        "monthly",
        "participation",
        "impact",
        "mentoring",
        "forum",
        "certificates",
        "brief",
    ] {
        for format in FORMATS.iter().filter(|format| format.is_text) {
            let ask = [
                "report",
                report,
                "--month",
                "2026-10",
                "--draft",
                "-O",
                format.name,
            ];
            let said = office.run(&ask, "");
            assert!([0, 3].contains(&said.status), "{report}: {}", said.stderr);
            expect_harmless(&said.stdout, report);
            expect_harmless(&said.stderr, report);
        }
    }
}

/// That everything that leaves makes the same files again, byte for byte, whatever the checks say of them.
fn comes_back_whole(office: &mut Office) {
    let before = office.tree();
    let said = office.run(&["export", "all", "-o", "semua.xlsx"], "");
    assert_eq!(said.status, 0, "{}", said.stderr);
    let path = office.beside("semua.xlsx");
    expect_no_formula(&path);
    let sheets = exact::workbook("semua.xlsx", &fs::read(path).unwrap()).unwrap();
    let directory = Directory::open(&office.beside("kosong")).unwrap();
    let mut draft = Draft::new(&directory);
    let notes = whole::draft(&mut draft, "semua.xlsx", &sheets);
    assert!(notes.is_some() && draft.is_good(), "{:?}", draft.slips);
    let changed = draft.changed();
    let after: Tree = changed
        .map(|(name, _, after)| (name.to_owned(), after.unwrap().to_vec()))
        .collect();
    let differ = before
        .iter()
        .filter(|(name, bytes)| after.get(*name) != Some(bytes));
    let differ: Vec<&String> = differ.map(|(name, _)| name).collect();
    assert!(differ.is_empty(), "{differ:?}");
}

/// Gives every free text of a document another text, and counts them.
fn fill(table: &mut Table, fields: &'static [FieldInfo], next: &mut dyn FnMut() -> String) -> usize {
    let mut filled = 0;
    for field in fields {
        if let Some(value) = table.get_mut(field.name) {
            filled += fill_value(value, field, next);
        }
    }
    filled
}

fn fill_value(value: &mut Value, field: &FieldInfo, next: &mut dyn FnMut() -> String) -> usize {
    /// Texts that name something else, or a day or a file.
    const BOUND: &[&str] = &[
        "sha256",
        "evidence",
        "carried_from",
        "plan_item",
        "to",
        "from",
        "until",
    ];
    match (value, field.nested) {
        (Value::Array(list), _) => list.iter_mut().map(|one| fill_value(one, field, next)).sum(),
        (Value::Table(inner), Some(nested)) => fill(inner, nested(), next),
        (Value::String(text), None) if field.kind == "text" && !BOUND.contains(&field.name) => {
            *text = next();
            1
        }
        _ => 0,
    }
}

#[test]
fn every_text_of_every_document_is_read_shown_and_comes_back() {
    let texts = texts();
    let mut office = shipped();
    let tree = office.tree();
    let mut kinds = 0;
    for kind in DOCUMENTS
        .iter()
        .filter(|kind| kind.path.contains('/') && kind.name != "import")
    {
        let folder = kind.path.split('/').next().unwrap();
        let is_of = |file: &&String| file.starts_with(&format!("{folder}/"));
        // That with the most says the most.
        let file = tree
            .keys()
            .filter(is_of)
            .max_by_key(|file| tree[*file].len())
            .unwrap();
        let like: Table = String::from_utf8(tree[file].clone()).unwrap().parse().unwrap();
        let many = if kind.name == "plan" {
            texts.len().div_ceil(40)
        } else {
            texts.len()
        };
        for first in 0..many {
            let mut document = like.clone();
            let mut at = first;
            let count = fill(&mut document, (kind.fields)(), &mut || {
                at += 1;
                texts[at % texts.len()].clone()
            });
            assert!(count > 1, "{}: {count}", kind.name);
            let folder = file.rsplit_once('/').unwrap().0;
            let name = match kind.name {
                "plan" => format!("{folder}/{}.toml", 2040 + first),
                _ => format!("{folder}/h{first}.toml"),
            };
            lay(&office, &name, &toml::to_string(&document).unwrap());
        }
        kinds += 1;
        for format in ["table", "csv", "json"] {
            let said = office.run(&[kind.name, "list", "-O", format], "");
            assert_eq!(said.status, 0, "{} {format}: {}", kind.name, said.stderr);
            expect_harmless(&said.stdout, kind.name);
            if format == "json" && kind.name != "plan" {
                let json: serde_json::Value = serde_json::from_str(&said.stdout).unwrap();
                let rows = json.as_array().unwrap();
                let titles = rows
                    .iter()
                    .filter_map(|row| row["title"].as_str().map(str::to_owned));
                expect(&vec![("title".to_owned(), titles.collect())], &texts, kind.name);
            }
        }
    }
    assert!(kinds >= 4, "{kinds}");
    let said = office.run(&["check"], "");
    assert!(
        !said.stdout.contains("toml-syntax"),
        "every text can be written into a document"
    );
    expect_harmless(&said.stdout, "check");
    comes_back_whole(&mut office);
}

#[test]
fn every_text_of_the_settings_is_read_and_printed_harmlessly() {
    let texts = texts();
    let settings = DOCUMENTS.iter().find(|kind| kind.name == "settings").unwrap();
    let mut office = shipped();
    let like: Table = String::from_utf8(office.tree()["bina.toml"].clone())
        .unwrap()
        .parse()
        .unwrap();
    let mut at = 0;
    while at < texts.len() {
        let mut document = like.clone();
        fill(&mut document, (settings.fields)(), &mut || {
            at += 1;
            texts[at % texts.len()].clone()
        });
        lay(&office, "bina.toml", &toml::to_string(&document).unwrap());
        for ask in [
            &["settings", "list"][..],
            &["service", "list"],
            &["report", "monthly", "--month", "2026-10", "--draft", "-O", "md"],
        ] {
            let said = office.run(ask, "");
            assert!([0, 2, 3].contains(&said.status), "{ask:?}: {}", said.stderr);
            expect_harmless(&(said.stdout + &said.stderr), "settings");
        }
    }
}
