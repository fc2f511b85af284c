//! How a command ends whose list cannot be read, at every door that reads one; and one that writes beside broken records.

use super::hostile::lay;
use super::office::Office;
use bina::cli;
use bina::words::Lang;
use clap::Command;
use std::path::Path;

/// What no spreadsheet program opens.
const DAMAGED: &[u8] = b"PK\x03\x04 and no more";

/// The office of the commands' tests.
fn office() -> Office {
    super::office(|_| {})
}

/// Every verb that takes a list from standard input.
fn doors(command: &Command, path: &[String], found: &mut Vec<Vec<String>>) {
    let takes = command
        .get_arguments()
        .any(|argument| argument.get_id() == "stdin");
    found.extend(takes.then(|| path.to_vec()));
    for below in command.get_subcommands() {
        let path = [path, &[below.get_name().to_owned()]].concat();
        doors(below, &path, found);
    }
}

#[test]
fn a_list_that_cannot_be_read_ends_with_four_at_every_door() {
    let mut office = office();
    let before = office.tree();
    lay(&office.beside("rusak.xlsx"), DAMAGED);
    let mut all: Vec<Vec<String>> = Vec::new();
    doors(&cli::tree(Lang::En, None), &[], &mut all);
    assert!(all.len() > 15, "{all:?}");
    let damaged = String::from_utf8(DAMAGED.to_vec()).unwrap();
    for path in &all {
        let mut args: Vec<&str> = path.iter().map(String::as_str).collect();
        // A questionnaire's answers name it.
        args.extend((path[0] == "response").then_some("skm-2025"));
        args.extend(["--stdin", "--lang", "en"]);
        let said = office.run(&args, &damaged);
        assert_eq!(said.status, 4, "{args:?}: {}", said.stderr);
        assert!(
            said.stderr.contains("error[damaged]"),
            "{args:?}: {}",
            said.stderr
        );
    }
    for args in [
        &["import", "staff", "rusak.xlsx"][..],
        &["import", "staff", "tidak-ada.xlsx"],
        &["import", "rusak.xlsx"],
        &["import", "all", "rusak.xlsx"],
        &["import", "all", "tidak-ada.xlsx"],
        &["staff", "transfer-in", "tidak-ada.txt", "--unit", "kel-terjun"],
    ] {
        let said = office.run(args, "");
        assert_eq!(said.status, 4, "{args:?}: {}", said.stderr);
    }
    let said = office.run(&["import", "staff", "-"], &damaged);
    assert_eq!(said.status, 4, "{}", said.stderr);
    // What can be read and is no such list is for who typed the command to mend.
    for (args, list) in [
        (&["import", "staff", "-"][..], "apel;jeruk\n1;2\n"),
        (&["import", "pohon", "-"], "Nama\nBudi\n"),
        (&["unit", "add", "--stdin"], "apel,jeruk\n1,2\n"),
        (&["unit", "add", "--stdin"], "\n"),
    ] {
        let said = office.run(args, list);
        assert_eq!(said.status, 2, "{args:?}: {}", said.stderr);
    }
    assert!(office.tree() == before, "nothing is written");
}

/// A write is judged by what it changes and by all that names it: broken records elsewhere do not hold it back, so that
/// they can be mended one by one; those that it reads do.
#[test]
fn a_write_beside_broken_records_goes_on_and_among_them_does_not() {
    let mut office = office();
    let broken = office.root().join("participation/2026-10.csv");
    lay(&broken, b"training,staff\n\"open\n");
    let holiday = ["holiday", "add", "2026-12-25", "--name", "Natal"];
    let said = office.run(&holiday, "");
    assert_eq!(said.status, 0, "{}", said.stderr);
    let before = office.tree();
    for args in [
        &[
            "participation",
            "set",
            "2026-10/bimtek-arsip",
            "pbudi001",
            "--note",
            "x",
        ][..],
        &["training", "complete", "2026-10/bimtek-arsip", "--all"],
    ] {
        let said = office.run(args, "");
        assert_eq!(said.status, 3, "{args:?}: {}", said.stderr);
        assert!(
            said.stderr.contains("participation/2026-10.csv"),
            "{}",
            said.stderr
        );
    }
    let list = "Nama;Kehadiran\nBudi Santoso;Hadir\n";
    let said = office.run(&["import", "-", "--for", "2026-10/bimtek-arsip"], list);
    assert_eq!(said.status, 3, "{}", said.stderr);
    assert!(office.tree() == before, "nothing is written");
    assert!(Path::new(&broken).is_file());
}
