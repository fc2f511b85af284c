//! `--commit`: one command, one commit of exactly the files that it changed, or nothing is written.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod console;
mod office;

use std::fs;
use std::path::{Path, PathBuf};

/// A copy of `data/` in a place of its own, kept by git; the program is `bina` there.
struct Kept(tempfile::TempDir);

impl Kept {
    fn new() -> Kept {
        let place = tempfile::tempdir().unwrap();
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let records = office::Office::of(&root.join("data"));
        fs::rename(records.root(), place.path().join("data")).unwrap();
        let kept = Kept(place);
        kept.says(
            "cd data && git init -q && git add -A && git commit -qm awal",
            0,
            "",
        );
        kept
    }

    /// Runs a line in the shell; what it prints in the end, as it must.
    fn says(&self, line: &str, status: i32, printed: &str) {
        let line = format!("exec 2>&1\nalias bina='bina -C data --as-of 2026-11-20'\n{line}");
        let out = console::shell(self.0.path())
            .args(["-c", &line])
            .output()
            .unwrap();
        let text = String::from_utf8(out.stdout).unwrap();
        assert_eq!((out.status.code(), &*text), (Some(status), printed), "{line}");
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join("data").join(name)
    }
}

#[test]
fn a_printing_of_records_that_no_commit_has_says_so() {
    let kept = Kept::new();
    let told = "Dicetak juga dari catatan yang belum ada di commit mana pun: staff.csv. Selama itu belum di-commit, orang lain tidak dapat mencocokkan cetakannya.\n";
    kept.says(SET, 0, "");
    let run = "bina run monthly --month 2026-10 --commit 2>&1 | grep '^Dicetak'";
    kept.says(run, 0, told);
    kept.says("git -C data commit -qam catatan", 0, "");
    kept.says(&format!("{run} || true"), 0, "");
}

/// A change of one file.
const SET: &str = "bina staff set Legiman --email legiman@example.go.id";

/// What git has of the last commit, but for its day and number.
const LAST: &str = "git -C data show --format='%an%n%B' --name-status HEAD";

#[test]
fn a_command_is_a_commit_of_exactly_what_it_changed() {
    let kept = Kept::new();
    // What else is at hand stays where it is: staged, changed, new.
    let other = "cd data; echo >> units.csv; git add units.csv; echo >> holidays.csv; echo x > baru.txt";
    kept.says(other, 0, "");
    kept.says(&format!("{SET} --commit"), 0, "");
    kept.says(LAST, 0, "Kepegawaian\npegawai ubah\n\n\nM\tstaff.csv\n");
    kept.says(
        "git -C data status --short",
        0,
        " M holidays.csv\nM  units.csv\n?? baru.txt\n",
    );

    // Files that come and files that go; ids are printed as ever.
    let plan =
        "bina training add 2026-12/arsip --title Arsip --method KL10 --mode classroom --start 2026-12-01";
    let plan = format!("{plan} --end 2026-12-01 --jp 5 --commit -m 'training: arsip'");
    kept.says(&plan, 0, "2026-12/arsip\n");
    kept.says(
        LAST,
        0,
        "Kepegawaian\ntraining: arsip\n\n\nA\ttrainings/2026-12/arsip.toml\n",
    );
    kept.says("bina --lang en training remove 2026-12/arsip --commit", 0, "");
    kept.says(
        LAST,
        0,
        "Kepegawaian\ntraining remove: 2026-12/arsip\n\n\n\
         D\ttrainings/2026-12/arsip.toml\n",
    );

    // Nothing changes, nothing is committed; what is only shown is not either.
    let count = "git -C data rev-list --count HEAD";
    kept.says(&format!("{SET} --commit --quiet; {count}"), 0, "4\n");
    kept.says(
        &format!("bina staff set Legiman --email '' --commit --dry-run >/dev/null; {count}"),
        0,
        "4\n",
    );
}

#[test]
fn of_the_months_printing_only_what_is_for_everybody_is_committed() {
    let kept = Kept::new();
    kept.says("bina run monthly --commit", 0, "");
    kept.says(
        "git -C data show --format=%s --name-only HEAD; git -C data status --short",
        0,
        "jalankan bulanan: 2026-10\n\nreports/2026-10/bulanan.html\nreports/2026-10/papan-pengumuman.html\n",
    );
    kept.says(
        "bina run monthly --commit; git -C data rev-list --count HEAD",
        0,
        "2\n",
    );
    // Also where git would take what holds names.
    kept.says("cd data; git rm -q .gitignore; git commit -qm lupa", 0, "");
    kept.says(
        "bina run monthly --month 2026-09 --commit; git -C data show --format=%s --name-only HEAD",
        0,
        "jalankan bulanan: 2026-09\n\nreports/2026-09/bulanan.html\nreports/2026-09/papan-pengumuman.html\n",
    );
}

#[test]
fn a_printing_is_committed_by_a_later_run_where_the_first_could_not() {
    let kept = Kept::new();
    let hook = "data/.git/hooks/pre-commit";
    let refuse = format!("printf '#!/bin/sh\\necho tutup >&2; exit 1\\n' > {hook}; chmod +x {hook}");
    kept.says(&refuse, 0, "");
    // Also the second run says so, though it prints nothing; a month later that of the month before is told too.
    let printing = "bina run monthly --commit";
    let failed = "bina: perubahan sudah tersimpan, tetapi belum di-commit: tutup\n  saran: jangan diketik ulang; atasi \
                  sebabnya, lalu ketik: git add reports/2026-10/bulanan.html reports/2026-10/papan-pengumuman.html, lalu git commit\n";
    kept.says(printing, 4, failed);
    kept.says(printing, 4, failed);
    kept.says(
        &format!("rm {hook}; bina run monthly --commit --month 2026-09"),
        0,
        "Sudah dicetak, tetapi belum ada di commit mana pun: reports/2026-10/bulanan.html, \
         reports/2026-10/papan-pengumuman.html. Ketik: bina run monthly --month YYYY-MM --commit, atau bina close \
         YYYY-MM --commit\n",
    );
    // What is there already is anybody's, what is printed anew is the program's.
    kept.says(
        "echo >> data/reports/2026-10/bulanan.html; bina run monthly --commit",
        0,
        "",
    );
    kept.says(
        "git -C data show --format=%s --name-only HEAD; git -C data status --short",
        0,
        "jalankan bulanan: 2026-10\n\nreports/2026-10/bulanan.html\nreports/2026-10/papan-pengumuman.html\n",
    );
    kept.says(
        "bina run monthly --commit; git -C data rev-list --count HEAD",
        0,
        "3\n",
    );
}

#[test]
fn a_page_that_somebody_changed_is_printed_anew_before_it_is_committed() {
    let kept = Kept::new();
    let printing = "bina run monthly --commit";
    let is_clean = "git -C data status --short; git -C data rev-list --count HEAD; \
                    grep -l 99,99 data/reports/2026-10/*.html data/reports/private/2026-10/*.html";
    kept.says(printing, 0, "");
    for change in [
        "sed -i.x s/82,38/99,99/g data/reports/2026-10/*.html data/reports/private/2026-10/*.html",
        ": > data/reports/2026-10/papan-pengumuman.html",
    ] {
        kept.says(
            &format!("{change}; rm -f data/reports/2026-10/*.x data/reports/private/2026-10/*.x"),
            0,
            "",
        );
        // What comes out is what git has: there is nothing to commit, and that is no failure.
        kept.says(printing, 0, "");
        kept.says(is_clean, 1, "2\n");
    }
}

#[test]
fn a_closing_is_committed_by_a_later_run_where_the_first_could_not() {
    let kept = Kept::new();
    let hook = "data/.git/hooks/pre-commit";
    let refuse = format!("printf '#!/bin/sh\\nexit 1\\n' > {hook}; chmod +x {hook}");
    let run = "bina run monthly --close --commit";
    kept.says(&format!("{refuse}; {run} >/dev/null 2>&1"), 4, "");
    // A printing without the closing names it.
    kept.says(
        &format!("rm {hook}; bina run monthly --commit"),
        0,
        "Sudah dicetak, tetapi belum ada di commit mana pun: closed/2026-10.csv. Ketik: bina run monthly --month \
         YYYY-MM --commit, atau bina close YYYY-MM --commit\n",
    );
    let last = "git -C data show --format=%s --name-only HEAD; git -C data status --short";
    kept.says(run, 0, "");
    kept.says(last, 0, "jalankan bulanan: 2026-10\n\nclosed/2026-10.csv\n");

    // Also by the next closing, correction or opening of the month.
    kept.says(
        "bina close 2026-09 --quiet; bina close 2026-09 --commit --quiet",
        0,
        "",
    );
    kept.says(last, 0, "tutup: 2026-09\n\nclosed/2026-09.csv\n");
    kept.says(
        "bina close 2026-09 --reopen --reason salah --quiet; bina close 2026-09 --commit --quiet",
        0,
        "",
    );
    kept.says(last, 0, "tutup: 2026-09\n\nclosed/2026-09.csv\n");
}

#[test]
fn what_stands_in_the_way_is_told_before_anything_is_written() {
    let kept = Kept::new();
    let staff = fs::read(kept.path("staff.csv")).unwrap();
    let refused = |kept: &Kept, line: &str, words: &str| {
        let line = format!("exec 2>&1\nalias bina='bina -C data --as-of 2026-11-20'\n{line}");
        let out = console::shell(kept.0.path())
            .args(["-c", &line])
            .output()
            .unwrap();
        let text = String::from_utf8(out.stdout).unwrap();
        assert!(
            out.status.code() == Some(4) && text.contains(words),
            "{words}: {text}"
        );
    };
    let set = &format!("{SET} --commit");
    let change = |line: &str| kept.says(&format!("cd data; {line}"), 0, "");

    refused(
        &kept,
        &format!(
            "mkdir leer; ln -s {} leer/bina; PATH=leer; {set}",
            env!("CARGO_BIN_EXE_bina")
        ),
        "program git",
    );
    change("mv .git ../weg");
    refused(&kept, &format!("GIT_CEILING_DIRECTORIES=/ {set}"), "git init");
    change("mv ../weg .git");
    refused(
        &kept,
        &format!(
            "unset GIT_AUTHOR_NAME; git -C data config user.useConfigOnly true; HOME=/nowhere GIT_AUTHOR_EMAIL= {set}"
        ),
        "git config user.name",
    );
    for (what, sign) in [("merge", "MERGE_HEAD"), ("revert", "REVERT_HEAD")] {
        change(&format!("git rev-parse HEAD > .git/{sign}"));
        refused(&kept, set, &format!("ada {what} git yang belum selesai"));
        change(&format!("rm .git/{sign}"));
    }
    assert_eq!(fs::read(kept.path("staff.csv")).unwrap(), staff);

    // Changes of another hand are not committed under the name of this one.
    kept.says("bina staff set Sugianto --email sugianto@example.go.id", 0, "");
    let staff = fs::read(kept.path("staff.csv")).unwrap();
    refused(&kept, set, "staff.csv sudah memuat perubahan lain");
    assert_eq!(fs::read(kept.path("staff.csv")).unwrap(), staff);
    change("git commit -qam sugianto");

    // What a hook refuses is written all the same, and said so.
    change(
        "printf '#!/bin/sh\\necho tidak boleh >&2; exit 1\\n' > .git/hooks/pre-commit; chmod +x .git/hooks/pre-commit",
    );
    refused(&kept, set, "sudah tersimpan, tetapi belum di-commit: tidak boleh");
    assert_ne!(fs::read(kept.path("staff.csv")).unwrap(), staff);
}

/// What a report, `check` and the printing of the month say of files that are lost.
const LOST: &str = "Git knows files that are gone or hold nothing now: ";

#[test]
fn files_that_git_knows_are_missed() {
    let kept = Kept::new();
    let told = |report: &str, status: i32, files: &str| {
        let line = format!("bina --lang en report {report} --month 2026-10 2>&1 >/dev/null");
        let first = files.split(", ").next().unwrap_or_default();
        let advice = "Where nobody meant that, bring them back, for example: git checkout --";
        let said = match files {
            "" => String::new(),
            files => format!("{LOST}{files}. {advice} {first}\n"),
        };
        kept.says(&line, status, &said);
    };
    told("monthly", 0, "");
    // No other record names a session, an evaluation of one month, an answer of the public, or guidance.
    kept.says("cd data; rm sessions/2026-10.csv evaluations/2026-09.csv", 0, "");
    told("mentoring", 0, "sessions/2026-10.csv");
    told("monthly", 0, "evaluations/2026-09.csv, sessions/2026-10.csv");
    told("forum", 0, "");
    kept.says(
        "cd data; rm responses/skm-2025/2026-10.csv; sed -i.x 2,\\$d guidance.csv; rm *.x",
        0,
        "",
    );
    told("satisfaction", 0, "responses/skm-2025/2026-10.csv");
    told("evaluation", 0, "evaluations/2026-09.csv, guidance.csv");
    let check = "bina --lang en check 2>&1 >/dev/null | grep -o 'nothing now: [^;]*\\. Where'";
    kept.says(
        check,
        0,
        "nothing now: evaluations/2026-09.csv, guidance.csv, responses/skm-2025/2026-10.csv, \
         sessions/2026-10.csv. Where\n",
    );
    // What was meant is committed, and nothing is missed.
    kept.says("git -C data commit -qam dihapus", 0, "");
    told("monthly", 0, "");
}

#[test]
fn who_only_reads_has_nothing_to_commit() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut office = office::Office::of(&root.join("data"));
    for line in [
        &["report", "brief", "--commit"][..],
        &["check", "--commit"],
        &["staff", "list", "--commit"],
    ] {
        let said = office.run(line, "");
        assert_eq!(said.status, 2, "{said:?}");
    }
    for line in [&["-m", "x"][..], &["--commit", "-m", ""]] {
        let line = [&["staff", "set", "Legiman"], line].concat();
        assert_eq!(office.run(&line, "").status, 2);
    }
}

#[test]
#[allow(clippy::print_stderr, reason = "what is not tested is said aloud")]
fn a_closing_is_signed_by_git_and_whoever_asks_is_told_whether_that_holds() {
    let kept = Kept::new();
    let told = |line: &str| {
        let line = format!("exec 2>&1\nalias bina='bina -C data --as-of 2026-11-20 --lang en'\n{line}");
        let out = console::shell(kept.0.path())
            .args(["-c", &line])
            .output()
            .unwrap();
        (out.status.code().unwrap(), String::from_utf8(out.stdout).unwrap())
    };
    let (status, text) = told("bina close 2026-10 --sign");
    assert!(status == 2 && text.contains("--commit"), "{text}");
    // Without a key nothing is written.
    told("git -C data config gpg.format ssh; git -C data config user.signingkey tidak-ada.pub");
    let (status, text) = told("bina close 2026-10 --sign --commit");
    assert!(status == 4 && text.contains("git cannot sign"), "{text}");
    kept.says("git -C data status --short", 0, "");
    if told("ssh-keygen -q -t ed25519 -N '' -f kunci").0 == 127 {
        eprintln!("NOT TESTED: there is no ssh-keygen to make a key with");
        return;
    }
    told("git -C data config user.signingkey \"$PWD/kunci.pub\"");
    let (status, text) = told("bina close 2026-10 --sign --commit");
    assert_eq!(status, 0, "{text}");
    let verify = "bina verify closed/2026-10.csv";
    let (status, text) = told(verify);
    assert!(status == 0 && text.contains("signature is not tried"), "{text}");
    told(
        "printf 'kepegawaian@example.go.id %s' \"$(cat kunci.pub)\" >dikenal
        git -C data config gpg.ssh.allowedSignersFile \"$PWD/dikenal\"",
    );
    let (status, text) = told(verify);
    assert!(
        status == 0 && text.contains("by kepegawaian@example.go.id, and the signature holds"),
        "{text}"
    );
    // A correction on top of it that nobody signed.
    told(
        "bina complaint set 2026-10-rasv7 --unit sie-kesos --quiet; bina close 2026-10 --reason Uji --quiet",
    );
    let (status, text) = told(verify);
    assert!(status == 1 && text.contains("in no commit yet"), "{text}");
    told("git -C data commit -qam koreksi");
    let (status, text) = told(verify);
    assert!(
        status == 1 && text.contains("after what was signed, is not signed"),
        "{text}"
    );
    told("git -C data reset -q --hard HEAD~1");
    // A commit in whose name something else is signed.
    told(
        "cd data; git cat-file commit HEAD | sed 's/^close.*/palsu/' >../palsu
        git reset -q --soft \"$(git hash-object -t commit -w ../palsu)\"",
    );
    let (status, text) = told(verify);
    assert!(status == 1 && text.contains("does NOT hold"), "{text}");
    let (status, text) = told("bina check --errors");
    assert!(status == 1 && text.contains("closing-forged"), "{text}");
    let (status, text) = told("bina verify closed/2026-09.csv");
    assert!(status == 2 && text.contains("is not closed"), "{text}");
}

#[test]
fn git_shows_changes_also_where_it_does_not_find_the_program() {
    let kept = Kept::new();
    kept.says("bina init --git --quiet", 0, "");
    kept.says(SET, 0, "");
    // The first folder of the path is that of the program.
    let diff = "(PATH=${PATH#*:}; git -C data diff | grep -c '^+.*legiman@example.go.id')";
    kept.says(diff, 0, "1\n");
}
