//! Workbooks as offices keep them, made here with their usual dirt, each imported as its officer would.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod again;
mod alike;
mod asking;
mod batches;
mod cells;
mod columns;
mod compare;
mod contrary;
mod doors;
mod doubtful;
mod explained;
mod habits;
mod hostile;
mod mended;
mod names;
mod nearly;
mod nominal;
#[path = "../office/mod.rs"]
mod office;
mod pending;
mod people;
mod placed;
mod recaps;
mod registers;
mod signs;
mod subjects;
mod systems;
mod trainings;
mod unread;
mod workbooks;

use bina::sheets::guard::unguarded;
use office::{Office, Said};
use rust_xlsxwriter::{Workbook, Worksheet};
use std::fs;
use std::path::Path;

/// The programme of the commands' tests that runs.
const TRAINING: &str = "2026-10/bimtek-arsip";

/// The office of the commands' tests with a workbook beside it.
fn office(fill: impl FnOnce(&mut Workbook)) -> Office {
    let office = Office::new(&[&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd.office")]);
    let mut book = Workbook::new();
    fill(&mut book);
    book.save(office.beside("daftar.xlsx")).unwrap();
    office
}

/// Adds a sheet of texts.
fn sheet<'b>(book: &'b mut Workbook, name: &str, rows: &[&[&str]]) -> &'b mut Worksheet {
    let sheet = book.add_worksheet().set_name(name).unwrap();
    write(sheet, 0, rows);
    sheet
}

/// Writes texts from a row on.
fn write(sheet: &mut Worksheet, first: u32, rows: &[&[&str]]) {
    for (row, cells) in (first..).zip(rows) {
        for (column, text) in (0..).zip(*cells).filter(|(_, text)| !text.is_empty()) {
            sheet.write(row, column, *text).unwrap();
        }
    }
}

fn import(office: &mut Office, args: &[&str]) -> Said {
    let base = ["import", "--lang", "en", "-O", "csv"];
    office.run(&[&base[..], args].concat(), "")
}

/// The same, with what is rejected kept in a file: the rest comes in though something is asked.
fn import_part(office: &mut Office, args: &[&str]) -> Said {
    let kept = office.beside("rest.csv");
    // It is not there yet, or from another list.
    let _ = fs::remove_file(kept);
    import(office, &[args, &["--rejected", "rest.csv"]].concat())
}

/// Of every row where it stands, what became of it, and why or what.
fn rows(said: &Said) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(said.stdout.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| {
        let place = row[0].rsplit("row ").next().unwrap();
        format!("{place} {} {}", &row[1], unguarded(&row[4]))
            .trim()
            .to_owned()
    })
    .collect()
}

/// The row of a file of the records that begins so.
fn row(office: &Office, file: &str, start: &str) -> String {
    let text = fs::read_to_string(office.root().join(file)).unwrap();
    let found = text
        .lines()
        .find(|line| line.starts_with(start) || line.contains(&format!(",{start},")));
    found.unwrap_or_default().to_owned()
}

/// Imports, expects what becomes of each row, and that a second time changes nothing.
fn expect(office: &mut Office, args: &[&str], expected: &[&str]) -> Said {
    let is_part = expected.iter().any(|row| row.contains(" rejected "));
    let import = if is_part && !args.contains(&"--rejected") {
        import_part
    } else {
        import
    };
    let said = import(office, args);
    assert_eq!(rows(&said), expected, "{}", said.stderr);
    assert_eq!(
        said.status,
        u8::from(expected.iter().any(|row| row.contains(" rejected "))),
        "{}",
        said.stderr
    );
    let before = office.tree();
    let again = import(office, args);
    assert!(
        rows(&again)
            .iter()
            .all(|row| row.contains(" same") || row.contains(" rejected ")),
        "{}",
        again.stdout
    );
    assert!(office.tree() == before, "a second import changes nothing");
    assert!(office.errors().is_empty(), "{:?}", office.errors());
    said
}
