//! The last command that wrote is taken back: all of it or nothing, and never another one.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::disallowed_methods, reason = "a test changes files by hand")]

mod office;

use office::Office;
use std::fs;
use std::path::Path;

fn example() -> Office {
    Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
}

fn done(office: &mut Office, line: &str) {
    let said = office.run(&line.split(' ').collect::<Vec<_>>(), "");
    assert_eq!(said.status, 0, "{line}: {said:?}");
}

fn refused(office: &mut Office, words: &str) {
    let before = office.tree();
    let said = office.run(&["undo"], "");
    assert!(said.status == 2 && said.stderr.contains(words), "{said:?}");
    assert_eq!(office.tree(), before);
}

#[test]
fn what_a_command_wrote_is_taken_back_and_brought_again() {
    for line in [
        "staff set Legiman --email legiman@example.go.id",
        "training add 2026-12/arsip --title Arsip --method KL10 --mode classroom --start 2026-12-01 --end 2026-12-01 --jp 5",
        "staff rename p0hmwgrw p0hmwgrx",
        "run monthly --month 2026-10 --close",
    ] {
        let mut office = example();
        let before = office.tree();
        done(&mut office, line);
        let after = office.tree();
        assert_ne!(after, before, "{line}");
        let said = office.run(&["undo", "--dry-run"], "");
        assert!(said.status == 0 && said.stdout.contains("--- "), "{said:?}");
        assert_eq!(office.tree(), after, "{line}");
        done(&mut office, "undo");
        assert_eq!(office.tree(), before, "{line}");
        done(&mut office, "undo");
        assert_eq!(office.tree(), after, "{line}");
    }
}

#[test]
fn what_somebody_changed_since_stays() {
    let mut office = example();
    refused(&mut office, "Tidak ada yang dapat dibatalkan");
    done(
        &mut office,
        "training add 2026-12/arsip --title Arsip --method KL10 --mode classroom --start 2026-12-01 --end 2026-12-01 --jp 5",
    );
    done(&mut office, "staff rename p0hmwgrw p0hmwgrx");
    let path = office.root().join("postings.csv");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.clone() + "\n").unwrap();
    refused(&mut office, "postings.csv");
    fs::remove_file(&path).unwrap();
    refused(&mut office, "postings.csv");
    // As the command left it, it can be taken back again.
    fs::write(&path, text).unwrap();
    done(&mut office, "undo");
}

#[test]
fn a_write_whose_note_is_lost_is_not_taken_for_another() {
    let mut office = example();
    let note = office.root().join(".bina/undo");
    done(&mut office, "staff set Legiman --email legiman@example.go.id");
    let first = fs::read(&note).unwrap();
    done(&mut office, "holiday add 2027-03-01 --name Libur");
    // The program ended behind the write, before it was noted.
    fs::write(&note, &first).unwrap();
    refused(&mut office, "Tidak ada yang dapat dibatalkan");
    fs::write(&note, &first[..first.len() / 2]).unwrap();
    refused(&mut office, "Tidak ada yang dapat dibatalkan");
    fs::remove_file(&note).unwrap();
    refused(&mut office, "Tidak ada yang dapat dibatalkan");
}

#[cfg(unix)]
#[test]
fn what_the_files_were_is_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let mut office = example();
    done(&mut office, "staff set Legiman --email legiman@example.go.id");
    let mode = fs::metadata(office.root().join(".bina/undo"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
}
