//! Only the verbs that say so write: reading, and every `--dry-run`, leaves all bytes and all times as they are.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod office;

use bina::cli;
use bina::records::{TABLES, table::Schema};
use bina::words::Lang;
use clap::Command;
use office::{Office, words};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// What reads: these verbs of every subject, and these commands.
const READING: &[&str] = &[
    "mail",
    "list",
    "show",
    "compare",
    "status",
    "history",
    "due",
    "paper",
    "check",
    "report",
    "explain",
    "schema",
    "export",
    "form",
    "rollup",
    "textconv",
    "completions",
    "man",
    "help",
];

/// More ways to read the office in `data/`.
const READS: &[&str] = &[
    "bina",
    "bina check --strict -O json",
    "bina check --list",
    "bina format --check",
    "bina format --dry-run",
    "bina schema -O md",
    "bina report monthly --month 2026-10 -O md",
    "bina report brief --month 2026-03 -O csv",
    "bina report monthly --month 2026-11",
    "bina explain hours_by_unit/total/jp_verified --month 2026-10",
    "bina training show 2026-10/bimtek-kearsipan",
    "bina response list skm-2025 --month 2026-10 -O csv",
];

/// Everything below a folder, also the folders themselves: when it changed, and its bytes.
fn state(folder: &Path) -> BTreeMap<String, (SystemTime, Vec<u8>)> {
    let changed = fs::metadata(folder).unwrap().modified().unwrap();
    let mut out = BTreeMap::from([(folder.display().to_string(), (changed, Vec::new()))]);
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            out.extend(state(&path));
        } else {
            let changed = fs::metadata(&path).unwrap().modified().unwrap();
            out.insert(path.display().to_string(), (changed, fs::read(&path).unwrap()));
        }
    }
    out
}

/// A copy of the office in `data/`.
fn marelan() -> Office {
    Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
}

/// Runs commands and sees that they leave everything as it is; gives how each ended.
fn read(office: &mut Office, commands: impl IntoIterator<Item = String>) -> Vec<(String, u8)> {
    let before = state(&office.root());
    let mut ended = Vec::new();
    for command in commands {
        let words = words(&command);
        let arguments: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
        let said = office.run(&arguments, "");
        assert!(state(&office.root()) == before, "{command} changed something");
        ended.push((command, said.status));
    }
    ended
}

/// A command that can be run: its words, and itself.
fn leaves(tree: &Command) -> Vec<(String, &Command)> {
    let mut out = Vec::new();
    for command in tree.get_subcommands() {
        let name = command.get_name();
        if !command.has_subcommands() {
            out.push((name.to_owned(), command));
        }
        out.extend(
            command
                .get_subcommands()
                .map(|verb| (format!("{name} {}", verb.get_name()), verb)),
        );
    }
    out
}

/// Whether a command only reads. A printed report is verified without writing, a claim is not.
fn is_reading(name: &str) -> bool {
    let verb = name.split(' ').next_back().unwrap();
    READING.contains(&verb) || name == "verify"
}

#[test]
fn a_command_reads_or_can_be_tried_first() {
    for (name, command) in leaves(&cli::tree(Lang::En, None)) {
        let can_be_tried = command
            .get_arguments()
            .any(|argument| argument.get_id() == "dry-run");
        let reads = is_reading(&name);
        // Only git calls it, with files of its own.
        assert!(
            can_be_tried != reads || name.ends_with("merge-file"),
            "{name}: it reads, or it writes and has --dry-run"
        );
    }
}

#[test]
fn trying_changes_nothing() {
    let tree = cli::tree(Lang::En, None);
    let tries = leaves(&tree).into_iter().filter_map(|(name, command)| {
        let text = command.get_after_help()?.to_string();
        let example = text
            .lines()
            .find_map(|line| Some(line[line.find("bina ")?..].to_owned()))?;
        (!is_reading(&name)).then(|| format!("{example} --dry-run"))
    });
    read(&mut marelan(), tries);
}

#[test]
fn reading_changes_nothing() {
    let mut office = marelan();
    let lists = TABLES
        .iter()
        .map(|table| format!("bina {} list -O csv", table.one));
    let more = READS.iter().map(|command| (*command).to_owned());
    let reads: Vec<String> = lists
        .chain(TABLES.iter().filter_map(|table| show(&mut office, table)))
        .chain(more)
        .collect();
    for (command, status) in read(&mut office, reads) {
        let is_check = command.contains("check");
        assert!(
            status == 0 || (is_check && status == 1),
            "{command} ends with {status}"
        );
    }
}

/// How to show the first row of a table, when it has one.
fn show(office: &mut Office, table: &Schema) -> Option<String> {
    let listed = office.run(&[table.one, "list", "-O", "csv"], "").stdout;
    let row = listed.lines().nth(1)?;
    let keys: Vec<String> = row
        .split(',')
        .take(table.keys())
        .map(|key| format!("\"{key}\""))
        .collect();
    Some(format!("bina {} show {}", table.one, keys.join(" ")))
}
