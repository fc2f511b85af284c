//! First delivered, then recorded; and an exit code that is right whoever reads the output.

use crate::disk::tree;
use crate::office::{Office, ended};
use std::fs::File;
use std::process::Stdio;

const LEAVE: [&str; 5] = ["staff", "transfer-out", "siti", "--on", "2026-12-01"];

/// A command whose id is minted and printed.
const GUIDE: [&str; 10] = [
    "guidance",
    "add",
    "--staff",
    "siti",
    "--date",
    "2026-11-03",
    "--kind",
    "coaching",
    "--guidance",
    "Menyusun jadwal",
];

/// Standard output that nobody reads.
fn unread() -> Stdio {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    writer.into()
}

/// Standard output on a disk that is full.
fn full() -> Stdio {
    File::options().write(true).open("/dev/full").unwrap().into()
}

#[test]
fn what_nobody_reads_is_not_recorded() {
    let office = Office::new();
    for command in [&LEAVE[..], &GUIDE] {
        let before = tree(&office.root());
        let mut outputs = vec![unread()];
        if cfg!(target_os = "linux") {
            outputs.push(full());
        }
        for output in outputs {
            let ended = ended(office.command(command).stdout(output));
            assert_eq!(ended.status, Some(4), "{command:?}: {ended:?}");
            assert!(ended.stderr.ends_with("so nothing was recorded.\n"), "{ended:?}");
            assert_eq!(tree(&office.root()), before, "{command:?}");
        }
        let ended = office.run(command);
        assert_eq!(ended.status, Some(0), "{command:?}: {ended:?}");
        assert!(!ended.stdout.is_empty());
        assert_ne!(tree(&office.root()), before, "{command:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_history_is_not_let_go_to_nobody() {
    let office = Office::new();
    let before = tree(&office.root());
    let ended = ended(office.command(&LEAVE).stdout(Stdio::null()));
    assert_eq!(ended.status, Some(4), "{ended:?}");
    assert!(
        ended.stderr.contains("nothing was recorded") && ended.stderr.contains("-o"),
        "{ended:?}"
    );
    assert_eq!(tree(&office.root()), before);
    // Who does not want to know the id that is minted has still recorded it.
    let added = crate::office::ended(office.command(&GUIDE).stdout(Stdio::null()));
    assert_eq!(added.status, Some(0), "{added:?}");
    assert_ne!(tree(&office.root()), before);
}

#[test]
fn a_reader_that_goes_early_changes_no_exit_code() {
    let office = Office::new();
    let month = ["report", "monthly", "--month", "2026-10"];
    let run = |command: &[&str]| ended(office.command(command).stdout(unread())).status;
    assert_eq!(run(&["check"]), Some(0));
    assert_eq!(run(&month), Some(0));
    assert_eq!(run(&["--help"]), Some(0));
    assert_eq!(run(&[&month[..], &["-O", "csv"]].concat()), Some(0));
    let broken = office.text("units.csv") + "Salah,,,\n";
    std::fs::write(office.file("units.csv"), broken).unwrap();
    assert_eq!(run(&["check"]), Some(1));
    assert_eq!(run(&[&month[..], &["--draft"]].concat()), Some(3));
    assert_eq!(run(&month), Some(3));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_ends_with_four() {
    let office = Office::new();
    for command in [
        &["report", "monthly", "--month", "2026-10"][..],
        &[
            "report",
            "monthly",
            "--month",
            "2026-10",
            "--table",
            "key_figures",
        ],
        &["check", "--list"],
        &["staff", "list"],
        &["status"],
        &["schema", "staff"],
        &["--version"],
    ] {
        let ended = ended(office.command(command).stdout(full()));
        assert_eq!(ended.status, Some(4), "{command:?}: {ended:?}");
        let told = "bina: Standard output cannot be written: the disk is full.\n";
        assert!(ended.stderr.ends_with(told), "{command:?}: {ended:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_error_keeps_nothing_from_being_done() {
    let office = Office::new();
    let ended = ended(office.command(&GUIDE).stderr(full()));
    assert_eq!(ended.status, Some(0), "{ended:?}");
    assert!(office.text("guidance.csv").contains(ended.stdout.trim()));
}
