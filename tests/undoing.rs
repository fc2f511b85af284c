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
        "run monthly --month 2026-10",
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

/// Git in the record directory; what it prints.
fn git(office: &Office, line: &[&str]) -> String {
    let mut git = std::process::Command::new("git");
    for (name, value) in [("NAME", "Kepegawaian"), ("EMAIL", "k@example.go.id")] {
        git.env(format!("GIT_AUTHOR_{name}"), value);
        git.env(format!("GIT_COMMITTER_{name}"), value);
    }
    let out = git.current_dir(office.root()).args(line).output().unwrap();
    assert!(out.status.success(), "{line:?}: {out:?}");
    String::from_utf8(out.stdout).unwrap().trim().to_owned()
}

/// A command, and the commit that has what it changed.
fn committed(office: &mut Office, line: &str) -> String {
    done(office, line);
    git(office, &["add", "-A"]);
    git(office, &["commit", "-qm", line]);
    git(office, &["rev-parse", "HEAD"])
}

fn kept() -> Office {
    let office = example();
    git(&office, &["init", "-q"]);
    git(&office, &["add", "-A"]);
    git(&office, &["commit", "-qm", "awal"]);
    office
}

#[test]
fn an_undo_says_what_it_did() {
    let mut office = example();
    done(&mut office, "staff set Legiman --email legiman@example.go.id");
    for words in [
        "Dibatalkan: staff.csv",
        "Dipulihkan, ",
        "Dibatalkan: staff.csv",
        "Dipulihkan, ",
    ] {
        let said = office.run(&["undo"], "");
        assert!(
            said.status == 0 && said.stderr.starts_with(words),
            "{words}: {said:?}"
        );
    }
}

#[test]
fn the_cells_of_a_commit_become_what_they_were_and_later_ones_stay() {
    let mut office = kept();
    let records = |office: &Office| {
        let mut tree = office.tree();
        tree.retain(|name, _| !name.starts_with("reports/") && !name.starts_with(".git/"));
        tree
    };
    let before = records(&office);
    let mail = committed(&mut office, "staff set Legiman --email legiman@example.go.id");
    let plan = "training add 2026-12/arsip --title Arsip --method KL10 --mode classroom --start 2026-12-01 --end 2026-12-01 --jp 5";
    let plan = committed(&mut office, plan);
    let enroll = committed(
        &mut office,
        "training enroll 2026-12/arsip Sugianto --on 2026-11-18",
    );
    let report = committed(&mut office, "run monthly --month 2026-10");
    let all = office.tree();
    // Shown, and nothing is written.
    let shown = office.run(&["undo", &mail, "--dry-run"], "");
    assert!(
        shown.status == 0 && shown.stdout.contains("-p0hmwgrw,") && office.tree() == all,
        "{shown:?}"
    );
    // A programme that somebody takes part in cannot go.
    let said = office.run(&["undo", &plan], "");
    assert!(
        said.status == 2 && said.stderr.contains("training-missing") && office.tree() == all,
        "{said:?}"
    );
    // Reports are made anew, and never taken back.
    let said = office.run(&["undo", &report], "");
    assert!(
        said.status == 0 && said.stderr.contains("Tidak ada yang perlu diubah"),
        "{said:?}"
    );
    for commit in [&enroll, &plan, &mail] {
        let said = office.run(&["undo", commit], "");
        assert!(said.status == 0 && said.stderr.contains(&**commit), "{said:?}");
    }
    assert!(records(&office) == before);
    // Taken back twice it is as it is, and the last command is taken back as any other.
    let said = office.run(&["undo", &mail], "");
    assert!(said.stderr.contains("Tidak ada yang perlu diubah"), "{said:?}");
    done(&mut office, "undo");
    let staff = String::from_utf8(office.tree()["staff.csv"].clone()).unwrap();
    assert!(staff.contains("legiman@example.go.id"));
}

#[test]
fn a_cell_that_is_another_since_keeps_all_of_a_commit_from_being_taken_back() {
    let mut office = kept();
    let mail = committed(&mut office, "staff set Legiman --email legiman@example.go.id");
    done(&mut office, "staff set Sugianto --email sugianto@example.go.id");
    done(&mut office, "staff set Legiman --email l@example.go.id");
    let tree = office.tree();
    let said = office.run(&["undo", &mail], "");
    assert_eq!((said.status, office.tree() == tree), (2, true));
    let told = "staff.csv: staff:p0hmwgrw: email legiman@example.go.id → l@example.go.id sesudah commit itu";
    assert!(said.stderr.contains(told), "{said:?}");
    // With the older value again, only what the commit changed is taken back.
    done(&mut office, "staff set Legiman --email legiman@example.go.id");
    done(&mut office, &format!("undo {mail}"));
    let staff = String::from_utf8(office.tree()["staff.csv"].clone()).unwrap();
    assert!(staff.contains("sugianto@example.go.id") && !staff.contains("legiman@"));
    for (commit, words) in [
        ("tidak-ada", "bina history"),
        (
            &*git(&office, &["rev-list", "--max-parents=0", "HEAD"]),
            "commit pertama",
        ),
    ] {
        let said = office.run(&["undo", commit], "");
        assert!(said.status == 2 && said.stderr.contains(words), "{said:?}");
    }
}

#[test]
fn a_closing_is_not_taken_back_without_a_reason_nor_gone_unseen() {
    let mut office = kept();
    let closing = committed(&mut office, "close 2026-10");
    let tree = office.tree();
    let said = office.run(&["undo", &closing], "");
    let words = "bina close 2026-10 --reopen --reason";
    assert!(said.status == 2 && said.stderr.contains(words), "{said:?}");
    assert_eq!(office.tree(), tree);
    git(&office, &["rm", "-q", "closed/2026-10.csv"]);
    for _ in 0..2 {
        let said = office.run(&["check", "--errors"], "");
        assert!(
            said.status == 1 && said.stdout.contains("closing-gone") && said.stdout.contains("git checkout "),
            "{said:?}"
        );
        // Nothing is closed, opened or printed in its place.
        let tree = office.tree();
        for line in [
            "close 2026-10",
            "close 2026-10 --reopen --reason salah",
            "run monthly --month 2026-10",
        ] {
            let said = office.run(&line.split(' ').collect::<Vec<_>>(), "");
            assert!(
                said.status == 3 && said.stderr.contains("closing-gone"),
                "{line}: {said:?}"
            );
            assert!(office.tree() == tree, "{line}");
        }
        git(&office, &["commit", "-qm", "hapus", "--allow-empty"]);
    }
}

/// Two branches that gave one person two addresses, while their merge waits.
fn merging() -> Office {
    let mut office = kept();
    git(&office, &["checkout", "-qb", "sana"]);
    committed(&mut office, "staff set Legiman --email sana@example.go.id");
    git(&office, &["checkout", "-q", "-"]);
    committed(&mut office, "staff set Legiman --email sini@example.go.id");
    let mut merge = std::process::Command::new("git");
    let merge = merge.current_dir(office.root()).args(["merge", "-q", "sana"]);
    assert!(!merge.output().unwrap().status.success());
    office
}

/// The status of `bina resolve` and what it says.
fn resolved(office: &mut Office, line: &str) -> (u8, String) {
    let said = office.run(&line.split(' ').collect::<Vec<_>>(), "");
    (said.status, said.stdout + &said.stderr)
}

#[test]
fn a_decision_of_a_merge_is_open_again_until_the_merge_is_committed() {
    let (ask, decide) = ("resolve", "resolve staff:p0hmwgrw --theirs");
    let mut office = merging();
    assert_eq!(resolved(&mut office, ask).0, 1);
    // Who asks what waits has written nothing that could be taken back.
    refused(&mut office, "Tidak ada yang dapat dibatalkan");
    assert_eq!(resolved(&mut office, decide).0, 0);
    done(&mut office, "undo");
    let (status, told) = resolved(&mut office, ask);
    assert!(status == 1 && told.contains("staff:p0hmwgrw"), "{told}");
    assert_eq!(resolved(&mut office, decide).0, 0);
    git(&office, &["commit", "-qm", "gabung"]);
    refused(&mut office, "sudah di-commit bersama penggabungannya");
}

#[test]
fn what_was_added_with_its_marks_is_decided_all_the_same() {
    let decide = "resolve staff:p0hmwgrw --theirs";
    for commits in [false, true] {
        let mut office = merging();
        git(&office, &["add", "-A"]);
        if commits {
            git(&office, &["commit", "-qm", "gabung", "--no-verify"]);
        }
        let (status, told) = resolved(&mut office, "resolve");
        assert!(status == 1 && told.contains("staff:p0hmwgrw"), "{told}");
        assert_eq!(resolved(&mut office, decide).0, 0);
        let staff = fs::read_to_string(office.root().join("staff.csv")).unwrap();
        assert!(
            staff.contains("sana@example.go.id") && !staff.contains("<<<"),
            "{staff}"
        );
        // Where git knows both sides no more, it is said what helps.
        fs::write(office.root().join("staff.csv"), staff + "<<<<<<< di sini\n").unwrap();
        git(&office, &["update-index", "--clear-resolve-undo"]);
        let (status, told) = resolved(&mut office, "resolve");
        assert!(
            status == 1 && told.contains("git checkout -m -- staff.csv"),
            "{told}"
        );
    }
}

#[test]
fn a_closing_that_is_cut_back_to_an_earlier_seal_is_seen_where_git_has_the_later_one() {
    let mut office = kept();
    committed(&mut office, "close 2026-10");
    let path = office.root().join("closed/2026-10.csv");
    let first = fs::read(&path).unwrap();
    let late = "complaint add --received 2026-10-14 --channel loket --category antrean --kind complaint";
    committed(
        &mut office,
        &format!("{late} --summary Antrean --unit kel-terjun"),
    );
    committed(&mut office, "close 2026-10 --reason menyusul");
    let whole = fs::read(&path).unwrap();
    done(&mut office, "check --errors");
    // By itself it is whole; also once it is committed.
    fs::write(&path, &first).unwrap();
    for _ in 0..2 {
        let said = office.run(&["check", "--errors"], "");
        assert!(
            said.status == 1 && said.stdout.contains("closing-cut"),
            "{said:?}"
        );
        git(&office, &["commit", "-qam", "potong", "--allow-empty"]);
    }
    fs::write(&path, &whole).unwrap();
    done(&mut office, "check --errors");
}

#[test]
fn a_closing_is_not_taken_back_without_a_reason() {
    let mut office = example();
    for line in [
        "close 2026-10",
        "close 2026-10 --reopen --reason salah",
        "run monthly --month 2026-10 --close",
    ] {
        done(&mut office, line);
        refused(&mut office, "bina close 2026-10 --reopen --reason");
    }
}

#[test]
fn what_others_name_since_is_not_taken_back() {
    let mut office = kept();
    let guided = "guidance add --staff p9cwhary --date 2026-11-10 --kind coaching --guidance Latihan --cause evaluation:p9cwhary/2026-10";
    for (first, then, wrong) in [
        (
            "unit add kel-x --name X --parent kec --public-service yes",
            "complaint add 2026-11-q1q1q --received 2026-11-10 --channel loket --kind complaint --unit kel-x --class light --summary Antre",
            "complaints/2026-11.csv:",
        ),
        (
            "complaint add 2026-11-q2q2q --received 2026-11-10 --channel loket --kind complaint --unit sie-yan --class light --summary Antre",
            "complaint respond 2026-11-q2q2q --on 2026-11-12",
            "handling/2026-11.csv:",
        ),
        // What is named has a key of two parts, or lies in a document.
        (
            "evaluation add p9cwhary 2026-10 --result meets --behaviour meets --date 2026-11-05",
            guided,
            "guidance.csv:",
        ),
        (
            "service add uji Uji",
            "complaint add 2026-11-q3q3q --received 2026-11-10 --channel loket --kind complaint --unit sie-yan --service uji --class light --summary Antre",
            "code-not-in-settings",
        ),
    ] {
        let commit = committed(&mut office, first);
        committed(&mut office, then);
        let before = office.tree();
        let said = office.run(&["undo", &commit], "");
        assert!(
            said.status == 2 && said.stderr.contains(wrong),
            "{first}: {said:?}"
        );
        assert!(office.tree() == before);
    }
}
