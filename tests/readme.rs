//! The README is true: every console block is run, in one shell beside one copy of `data/`, and prints what is
//! written there. `BINA_BLESS=1 cargo test --test readme` writes the output anew.
//!
//! A block is fenced as `console`; a line that begins with `$ ` is typed, with `> ` it goes on, and what follows is
//! what it prints. Other blocks are not run.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod golden;
mod office;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Stands between the output of two commands.
const BETWEEN: &str = "\u{1e}";

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

/// A shell in a place, with the program on its path and nothing of this machine's settings.
fn shell(place: &Path) -> Command {
    let program = Path::new(env!("CARGO_BIN_EXE_bina")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let paths = [program.to_owned()]
        .into_iter()
        .chain(std::env::split_paths(&path));
    let mut shell = Command::new("sh");
    shell
        .current_dir(place)
        .env("PATH", std::env::join_paths(paths).unwrap())
        .env("HOME", place)
        .env("LC_ALL", "C.UTF-8")
        .env("TZ", "UTC")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_COUNT", "1")
        .env("GIT_CONFIG_KEY_0", "init.defaultBranch")
        .env("GIT_CONFIG_VALUE_0", "main")
        .env("GIT_AUTHOR_NAME", "Kepegawaian")
        .env("GIT_AUTHOR_EMAIL", "kepegawaian@example.go.id")
        .env("GIT_COMMITTER_NAME", "Kepegawaian")
        .env("GIT_COMMITTER_EMAIL", "kepegawaian@example.go.id")
        .env_remove("BINA_DIR")
        .stdin(Stdio::null());
    shell
}

/// What is typed in the console blocks of a text, in its order.
fn typed(text: &str) -> Vec<String> {
    let mut commands: Vec<String> = Vec::new();
    let mut is_console = false;
    for line in text.lines() {
        if line.starts_with("```") {
            is_console = line == "```console";
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| is_console) {
            commands.push(command.to_owned());
        } else if let Some(more) = line.strip_prefix("> ").filter(|_| is_console) {
            let last = commands.last_mut().unwrap();
            let _ = write!(last, "\n{more}");
        }
    }
    commands
}

/// What commands print, each after the other in one shell.
fn printed(commands: &[String]) -> Vec<String> {
    let place = place();
    let script: String = commands
        .iter()
        .map(|command| format!("{command}\nprintf '{BETWEEN}'\n"))
        .collect();
    let mut shell = shell(place.path());
    let out = shell
        .args(["-c", &format!("exec 2>&1\n{script}")])
        .output()
        .unwrap();
    let text = String::from_utf8(out.stdout).unwrap();
    text.split_terminator(BETWEEN).map(str::to_owned).collect()
}

/// The text with the output of its console blocks put in.
fn filled(text: &str, printed: &[String]) -> String {
    let (mut out, mut printed) = (String::new(), printed.iter());
    let (mut is_console, mut output) = (false, "");
    for line in text.lines() {
        let is_typed = line.starts_with("$ ");
        if line.starts_with("```") || (is_console && is_typed) {
            out += std::mem::take(&mut output);
        }
        if line.starts_with("```") {
            is_console = line == "```console";
        } else if is_console && is_typed {
            output = printed.next().unwrap();
        } else if is_console && !line.starts_with("> ") {
            continue;
        }
        let _ = writeln!(out, "{line}");
    }
    out
}

#[test]
fn every_console_block_prints_what_the_readme_says() {
    let text = readme();
    let commands = typed(&text);
    let printed = printed(&commands);
    assert_eq!(commands.len(), printed.len(), "{printed:#?}");
    let wrong = golden::compare(&root().join("README.md"), &filled(&text, &printed));
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

#[test]
fn the_script_for_cron_writes_the_reports_and_says_nothing() {
    let place = place();
    let script = root().join("examples/cron/monthly.sh");
    let mut shell = shell(place.path());
    let out = shell.arg(script).args(["data", "2026-10"]).output().unwrap();
    assert_eq!(
        (out.status.code(), &out.stdout[..], &out.stderr[..]),
        (Some(0), &b""[..], &b""[..])
    );
    for name in ["brief.md", "monthly.md", "monthly.json"] {
        assert!(
            place
                .path()
                .join("data/reports/private/2026-10")
                .join(name)
                .is_file(),
            "{name}"
        );
    }
}
