//! The help of every command in both languages, byte for byte, and the example that each of them shows.
//!
//! `tests/help/<language>/bina.txt` is that of the whole program, `<command>.txt` that of one command and its verbs;
//! what every command repeats is left out there. `BINA_BLESS=1 cargo test --test help` writes every file anew.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod golden;
mod office;

use bina::cli;
use bina::words::Lang;
use clap::Command;
use office::{Office, words};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The help of a command, as printed.
fn help(office: &mut Office, command: &[&str], lang: Lang) -> String {
    let arguments = [command, &["--help", "--lang", lang.code()]].concat();
    let said = office.run(&arguments, "");
    assert_eq!((said.status, &*said.stderr), (0, ""), "{command:?}");
    said.stdout
}

/// What the help of every command repeats: the options of `bina` itself, from their heading on.
fn repeated(whole: &str) -> &str {
    let at = whole.find("  -C, --directory").unwrap();
    let heading = whole[..at].trim_end().rfind('\n').unwrap();
    &whole[heading..]
}

/// All help, by file.
fn all(lang: Lang) -> BTreeMap<PathBuf, String> {
    let (mut office, folder) = (Office::nowhere(), golden::folder("help").join(lang.code()));
    let whole = help(&mut office, &[], lang);
    let file = |name: &str| folder.join(format!("{name}.txt"));
    let mut out = BTreeMap::new();
    for command in cli::tree(lang, None).get_subcommands() {
        let name = command.get_name();
        let mut text = help(&mut office, &[name], lang);
        for verb in command.get_subcommands() {
            text += &format!("\n== {name} {}\n\n", verb.get_name());
            text += &help(&mut office, &[name, verb.get_name()], lang);
        }
        out.insert(file(name), text.replace(repeated(&whole), "\n"));
    }
    out.insert(file("bina"), whole);
    out
}

#[test]
fn every_help_is_as_expected() {
    let mut wrong = Vec::new();
    let expected: BTreeMap<PathBuf, String> = [Lang::Id, Lang::En].into_iter().flat_map(all).collect();
    for (file, text) in &expected {
        wrong.extend(golden::compare(file, text));
    }
    let files = golden::files(&golden::folder("help"));
    let left = files.iter().filter(|file| !expected.contains_key(*file));
    wrong.extend(left.map(|file| format!("{}: there is no such command", file.display())));
    golden::none(&wrong);
}

/// The commands that can be run, with their example.
fn examples() -> Vec<String> {
    let tree = cli::tree(Lang::En, None);
    let leaves = tree.get_subcommands().flat_map(|command| {
        let verbs: Vec<&Command> = command.get_subcommands().collect();
        if verbs.is_empty() { vec![command] } else { verbs }
    });
    let shown = leaves.filter_map(|command| command.get_after_help().map(ToString::to_string));
    let example = |text: String| {
        text.lines()
            .find_map(|line| Some(line[line.find("bina ")?..].to_owned()))
    };
    let shown = shown.filter_map(example);
    shown.collect()
}

#[test]
fn every_example_is_understood() {
    let examples = examples();
    assert!(!examples.is_empty());
    for example in examples {
        let parsed = cli::tree(Lang::En, None).try_get_matches_from(words(&example));
        assert!(parsed.is_ok(), "{example}\n{}", parsed.unwrap_err());
    }
}
