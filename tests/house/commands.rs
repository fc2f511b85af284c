//! Every command has words in both languages, an Indonesian name and an example.

use crate::source::none;
use bina::cli;
use bina::commands::{COMMANDS, VERBS};
use bina::words::Lang;
use clap::Command;
use std::collections::BTreeSet;

/// The commands and verbs of a tree: the whole name, and the command.
fn all(tree: &Command) -> Vec<(String, &Command)> {
    let mut out = Vec::new();
    for command in tree.get_subcommands() {
        out.push((command.get_name().to_owned(), command));
        for verb in command.get_subcommands() {
            out.push((format!("{} {}", command.get_name(), verb.get_name()), verb));
        }
    }
    out
}

/// Every sentence of a command's help: what it is for, and what each argument means.
fn sentences(command: &Command) -> Vec<(String, String)> {
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let arguments = command
        .get_arguments()
        .filter(|argument| !["help", "version"].contains(&argument.get_id().as_str()));
    let arguments = arguments.map(|argument| {
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        (argument.get_id().to_string(), help)
    });
    [("its purpose".to_owned(), about)]
        .into_iter()
        .chain(arguments)
        .collect()
}

#[test]
fn every_command_has_words_in_both_languages() {
    let (id, en) = (cli::tree(Lang::Id, None), cli::tree(Lang::En, None));
    let mut wrong = Vec::new();
    for ((name, id), (_, en)) in all(&id).into_iter().zip(all(&en)) {
        for ((what, id), (_, en)) in sentences(id).into_iter().zip(sentences(en)) {
            if id.is_empty() || en.is_empty() {
                wrong.push(format!("{name}: {what} has no words"));
            } else if id == en && id.contains(' ') {
                wrong.push(format!("{name}: {what} is not translated: {id}"));
            }
        }
    }
    none(wrong);
}

#[test]
fn every_command_has_an_indonesian_name_that_is_its_own() {
    let tree = cli::tree(Lang::Id, None);
    let mut wrong = Vec::new();
    for command in [&tree].into_iter().chain(tree.get_subcommands()) {
        let mut taken = BTreeSet::new();
        for own in command.get_subcommands() {
            let aliases: Vec<&str> = own.get_visible_aliases().collect();
            if aliases.is_empty() {
                wrong.push(format!(
                    "{} {}: it has no Indonesian name",
                    command.get_name(),
                    own.get_name()
                ));
            }
            for name in aliases.into_iter().chain([own.get_name()]) {
                if !taken.insert(name) {
                    wrong.push(format!(
                        "{} {name}: two commands have this name",
                        command.get_name()
                    ));
                }
            }
        }
    }
    none(wrong);
}

#[test]
fn every_command_shows_an_example() {
    let tree = cli::tree(Lang::En, None);
    let leaves = all(&tree)
        .into_iter()
        .filter(|(_, command)| !command.has_subcommands());
    let without = leaves.filter(|(name, command)| {
        let example = command
            .get_after_help()
            .map(ToString::to_string)
            .unwrap_or_default();
        !example.contains(&format!("bina {name}"))
    });
    none(
        without
            .map(|(name, _)| format!("{name}: its help shows no example of it"))
            .collect(),
    );
}

#[test]
fn every_entry_is_in_the_tree() {
    let tree = cli::tree(Lang::Id, None);
    let known: Vec<String> = all(&tree).into_iter().map(|(name, _)| name).collect();
    let entries = COMMANDS
        .iter()
        .copied()
        .flatten()
        .map(|entry| entry.name.to_owned());
    let verbs = VERBS
        .iter()
        .copied()
        .flatten()
        .map(|verb| format!("{} {}", verb.subject, verb.name));
    let lost = entries.chain(verbs).filter(|name| !known.contains(name));
    none(
        lost.map(|name| format!("{name}: it is declared and nobody can call it"))
            .collect(),
    );
}
