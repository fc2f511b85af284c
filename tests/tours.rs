//! The tours are true: every console block of `examples/*/tour.md` is run in a copy of its office, and of the page about
//! spreadsheets beside its lists, and prints what is written there; every example office is without errors; and `examples/README.md` names for each row of work a command
//! that runs. `BINA_BLESS=1 cargo test --test tours` writes the output anew.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod console;
mod golden;
mod office;

use std::fs;
use std::path::{Path, PathBuf};

/// The offices of the rows, each with the number of its rows.
const ROWS: &[(&str, u32)] = &[("MA", 7), ("ME", 6), ("AC", 6), ("MM", 6), ("BE", 6)];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The example offices: the folders with records.
fn offices() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("examples")).unwrap();
    let mut offices: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("bina.toml").is_file())
        .collect();
    offices.sort();
    offices
}

/// Puts a copy of a folder into a place, under the same name.
fn copy(folder: &Path, place: &Path) -> PathBuf {
    let copied = place.join(folder.file_name().unwrap());
    let records = office::Office::of(folder);
    fs::rename(records.root(), &copied).unwrap();
    copied
}

/// The output of a command when it ends with another status than 0.
fn failure(place: &Path, command: &str) -> Option<String> {
    let out = console::shell(place).args(["-c", command]).output().unwrap();
    let said = [out.stdout, out.stderr].concat();
    (out.status.code() != Some(0)).then(|| String::from_utf8_lossy(&said).into_owned())
}

/// The command that a table names for a row: the first code span beside it.
fn named(text: &str, row: &str) -> Option<String> {
    let mut lines = text.lines().filter_map(|line| line.strip_prefix('|'));
    let line = lines.find(|line| {
        let cell = line.split('|').next().unwrap_or_default();
        cell.split_whitespace().next() == Some(row)
    })?;
    line.split('`').nth(1).map(|span| span.replace("\\|", "|"))
}

#[test]
fn every_console_block_prints_what_its_tour_says() {
    let mut wrong = Vec::new();
    let tours = offices()
        .into_iter()
        .map(|folder| (folder.join("tour.md"), folder));
    let lists = root().join("examples/lembar-kerja");
    for (tour, folder) in tours.chain([(lists.join("README.md"), lists)]) {
        let Ok(text) = fs::read_to_string(&tour) else {
            continue;
        };
        let place = tempfile::tempdir().unwrap();
        let here = copy(&folder, place.path());
        let commands = console::typed(&text);
        let printed = console::printed(&here, &commands);
        assert_eq!(commands.len(), printed.len(), "{printed:#?}");
        wrong.extend(golden::compare(&tour, &console::filled(&text, &printed)));
    }
    golden::none(&wrong);
}

#[test]
fn every_example_office_is_without_errors() {
    let offices = offices();
    assert!(!offices.is_empty());
    let mut wrong = Vec::new();
    for folder in offices {
        let place = tempfile::tempdir().unwrap();
        let here = copy(&folder, place.path());
        let said = failure(&here, "bina check --as-of 2026-11-02");
        wrong.extend(said.map(|said| format!("{}: {said}", folder.display())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[allow(clippy::print_stderr, reason = "says that there is nothing to test yet")]
fn every_row_has_a_command_that_runs() {
    let file = root().join("examples/README.md");
    let Ok(text) = fs::read_to_string(&file) else {
        eprintln!("skipped: {} is not written yet", file.display());
        return;
    };
    let place = tempfile::tempdir().unwrap();
    for folder in ["data", "examples"] {
        copy(&root().join(folder), place.path());
    }
    let rows = ROWS
        .iter()
        .flat_map(|(office, count)| (1..=*count).map(move |number| format!("{office}{number}")));
    let mut wrong = Vec::new();
    for row in rows {
        let command = named(&text, &row).filter(|command| command.starts_with("bina "));
        match command {
            None => wrong.push(format!("{row}: no command")),
            Some(command) => {
                let said = failure(place.path(), &command);
                wrong.extend(said.map(|said| format!("{row}: {command}\n{said}")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
