//! The README is true: every console block is run, in one shell beside one copy of `data/`, and prints what is
//! written there; the formats are those that are declared. `BINA_BLESS=1 cargo test --test readme` writes both anew.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod console;
mod golden;
mod office;

use bina::inquiry::KINDS;
use bina::render::{FORMATS, Format};
use std::fs;
use std::path::PathBuf;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).unwrap()
}

/// A copy of `data/` in a place of its own.
fn place() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    let records = office::Office::of(&root().join("data"));
    fs::rename(records.root(), place.path().join("data")).unwrap();
    place
}

/// The lines of the table of formats, from their declarations.
fn formats() -> String {
    let line = |format: &&Format| {
        let reader = match (format.is_data, format.is_text) {
            (true, true) => "programs",
            (true, false) => "spreadsheets",
            (false, _) => "people",
        };
        let table = format.takes_table.then_some("one table of a report alone");
        let lists = format.is_listed().then_some("lists");
        let tables = format.is_kept().then_some("tables");
        let holds = ["reports"].into_iter().chain(table).chain(lists).chain(tables);
        let holds: Vec<&str> = holds.collect();
        let endings: Vec<String> = format.endings.iter().map(|ending| format!(".{ending}")).collect();
        let (name, media, endings, holds) = (format.name, format.media, endings.join(", "), holds.join(", "));
        format!("| `{name}` | {endings} | {media} | {reader}: {holds} |\n")
    };
    FORMATS.iter().map(line).collect()
}

/// The README with the table of formats as they are declared.
fn with_formats(text: &str) -> String {
    let head = "| format | files | media type | for |\n|---|---|---|---|\n";
    let (before, rest) = text.split_once(head).unwrap();
    let (_, after) = rest.split_once("\n\n").unwrap();
    format!("{before}{head}{}\n{after}", formats())
}

#[test]
fn every_report_has_a_line_with_both_names() {
    let text = readme();
    for kind in KINDS {
        let (name, alias) = (format!("| `{}", kind.name), format!("| `{}` |", kind.alias));
        let is_there = text
            .lines()
            .any(|line| line.starts_with(&name) && line.contains(&alias));
        assert!(is_there, "the table of reports lacks {name}` {alias}");
    }
}

#[test]
fn every_console_block_and_the_table_of_formats_say_what_is_true() {
    let text = with_formats(&readme());
    let place = place();
    let commands = console::typed(&text);
    let printed = console::printed(place.path(), &commands);
    assert_eq!(commands.len(), printed.len(), "{printed:#?}");
    let wrong = golden::compare(&root().join("README.md"), &console::filled(&text, &printed));
    golden::none(&wrong.into_iter().collect::<Vec<_>>());
}

#[test]
fn the_two_commands_stand_there_and_ci_runs_the_tests_by_the_same() {
    let (text, ci) = (readme(), fs::read_to_string(root().join(".ci/run")).unwrap());
    let first = "    cargo run --release -- report monthly --month 2026-10\n";
    let second = "    cargo test\n";
    assert!(text.contains(first) && text.contains(second));
    assert_eq!(ci.lines().next_back().map(str::trim), Some(second.trim()));
}

#[test]
fn every_link_leads_somewhere() {
    let text = readme();
    let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let mut lost = links
        .filter(|link| !link.starts_with("http") && !link.starts_with('#'))
        .filter(|link| !root().join(link).exists());
    assert_eq!(lost.next(), None);
}

/// What cron starts on the first of each month, in a copy of `data/`.
fn monthly_line() -> String {
    let table = fs::read_to_string(root().join("examples/cron/crontab")).unwrap();
    let line = table
        .lines()
        .find_map(|line| line.strip_prefix("0 6 1 * * "))
        .unwrap();
    assert!(readme().contains(line), "the README shows what cron starts");
    line.replace("/srv/catatan", "data")
}

#[test]
fn what_cron_starts_writes_the_reports_and_says_nothing() {
    let place = place();
    let line = format!("{} --as-of 2026-11-01", monthly_line());
    for _ in 0..2 {
        let out = console::shell(place.path()).args(["-c", &line]).output().unwrap();
        let said = (out.status.code(), &out.stdout[..], &out.stderr[..]);
        assert_eq!(said, (Some(0), &b""[..], &b""[..]));
    }
    let reports = place.path().join("data/reports");
    for name in [
        "private/2026-10/ringkas.html",
        "private/2026-10/bulanan.html",
        "private/2026-10/bulanan.csv",
        "2026-10/bulanan.html",
        "2026-10/papan-pengumuman.html",
    ] {
        assert!(reports.join(name).is_file(), "{name}");
    }
    let public = fs::read_to_string(reports.join("2026-10/bulanan.html")).unwrap();
    assert!(public.contains("UNTUK UMUM"), "what git keeps is for the public");
}

#[test]
fn every_example_of_the_month_starts_the_same() {
    let of = |name: &str| fs::read_to_string(root().join("examples/cron").join(name)).unwrap();
    for (name, line) in [
        (
            "bina-monthly.service",
            "ExecStart=/usr/local/bin/bina -C /srv/catatan run monthly",
        ),
        ("bina-monthly.xml", "bina -C D:\\catatan run monthly"),
        ("Containerfile", "CMD [\"run\", \"monthly\"]"),
    ] {
        assert!(of(name).contains(line), "{name}");
    }
}

#[test]
fn the_script_of_each_morning_keeps_a_calendar_and_prints_what_is_late() {
    let place = place();
    let script = root().join("examples/cron/daily.sh");
    let mut shell = console::shell(place.path());
    let out = shell.arg(script).args(["data", "2026-11-20"]).output().unwrap();
    assert_eq!((out.status.code(), &out.stderr[..]), (Some(1), &b""[..]));
    let list = String::from_utf8(out.stdout).unwrap();
    assert!(list.contains("20 NOVEMBER 2026"), "{list}");
    let calendar = fs::read_to_string(place.path().join("data/reports/private/due.ics")).unwrap();
    assert!(calendar.contains("BEGIN:VEVENT"));
}

#[test]
fn the_script_of_letters_hands_each_to_the_program_that_sends_it() {
    let place = place();
    let script = root().join("examples/cron/mail.sh");
    let line = r##"PATH=$PWD:$PATH
        printf '#!/bin/sh\ncat >>"$HOME/sent"\n' >sendmail && chmod +x sendmail
        bina -C data staff set pz5pbpsd --email pz5pbpsd@contoh.go.id
        sh "$0" data 2026-11-20"##;
    let mut shell = console::shell(place.path());
    let out = shell.arg("-c").arg(line).arg(script).output().unwrap();
    assert_eq!(out.status.code(), Some(0), "{out:?}");
    let sent = fs::read_to_string(place.path().join("sent")).unwrap_or_default();
    assert!(sent.contains("<pz5pbpsd@contoh.go.id>"), "{sent} {out:?}");
}
