//! What a shell that completes a command line is told: commands, options, and values out of the records.

use super::{tree, value_of};
use crate::change::{Draft, paper};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::inquiry::KINDS;
use crate::load;
use crate::records::organisation::units;
use crate::records::taking_part::participation;
use crate::records::training::Training;
use crate::session::{Exit, Session};
use crate::words::topics::TOPICS;
use clap::{Arg, Command};
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use clap_complete::env::{Bash, EnvCompleter, Fish, Powershell, Shells, Zsh};
use std::ffi::OsString;
use std::path::PathBuf;

/// The shells that are completed.
const SHELLS: Shells<'_> = Shells(&[&Bash, &Zsh, &Fish, &Powershell]);

/// In which a shell that asks names itself.
pub const ASKED: &str = "BINA_COMPLETE";

/// The names of the shells.
pub(super) fn shells() -> Vec<&'static str> {
    SHELLS.iter().map(EnvCompleter::name).collect()
}

/// Prints what a shell reads to ask this program from then on.
pub(super) fn register(shell: &str, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    if let Some(shell) = SHELLS.completer(shell) {
        shell.write_registration(ASKED, "bina", "bina", "bina", &mut script)?;
    }
    session.out.write_all(&script)?;
    Ok(Exit::Done)
}

/// Answers a shell: behind `--` stands what is typed so far.
pub fn answer(shell: &str, args: &[OsString], session: &mut Session<'_>) -> Exit {
    let typed: Vec<OsString> = args
        .iter()
        .skip_while(|arg| *arg != "--")
        .skip(1)
        .cloned()
        .collect();
    session.chosen = ["-C", "--directory"]
        .iter()
        .find_map(|name| value_of(&typed, name))
        .map(Into::into);
    let root = session.root().ok();
    let named = tree(session.lang, Some(&typed));
    let mut named = named.mut_subcommands(|command| valued(command, root.as_ref()));
    let mut told = Vec::new();
    let answered = match SHELLS.completer(shell) {
        Some(shell) => shell.write_complete(&mut named, typed, Some(&session.here), &mut told),
        None => Ok(()),
    };
    // Who types sees what the shell makes of silence.
    match answered.and_then(|()| session.out.write_all(&told)) {
        Ok(()) => Exit::Done,
        Err(_) => Exit::Unavailable,
    }
}

/// Gives the arguments of a command and of its verbs their values.
fn valued(command: Command, root: Option<&PathBuf>) -> Command {
    let name = command.get_name().to_owned();
    let command = command.mut_args(|arg| match source(&name, &arg) {
        None => arg,
        Some(source) => {
            let root = root.cloned();
            let values = move || {
                let all = source(root.as_ref().and_then(|root| Directory::open(root).ok()));
                all.into_iter().map(CompletionCandidate::new).collect()
            };
            arg.add(ArgValueCandidates::new(values))
        }
    });
    command.mut_subcommands(|command| valued(command, root))
}

/// Where values come from.
type Source = fn(Option<Directory>) -> Vec<String>;

/// The source of the values of an argument.
fn source(command: &str, arg: &Arg) -> Option<Source> {
    match (command, arg.get_id().as_str()) {
        ("report" | "explain" | "rollup" | "export", "name" | "report") => Some(reports),
        ("help", "topic") => Some(topics),
        (_, "month") => Some(months),
        (_, "training") => Some(trainings),
        (_, "unit") => Some(codes_of_units),
        _ => None,
    }
}

/// Both names of every report.
fn reports(_: Option<Directory>) -> Vec<String> {
    let names = KINDS.iter().flat_map(|kind| [kind.name, kind.alias]);
    names.map(str::to_owned).collect()
}

fn topics(_: Option<Directory>) -> Vec<String> {
    let names = TOPICS.iter().flat_map(|topic| topic.names);
    names.map(str::to_owned).collect()
}

fn months(directory: Option<Directory>) -> Vec<String> {
    let files = |directory| load::names(&directory, &participation.path, ".csv", &mut Findings::new());
    directory.map(files).unwrap_or_default()
}

fn trainings(directory: Option<Directory>) -> Vec<String> {
    let ids = |directory: Directory| paper::ids::<Training>(&mut Draft::new(&directory), None);
    directory.map(ids).unwrap_or_default()
}

fn codes_of_units(directory: Option<Directory>) -> Vec<String> {
    let codes = |directory: Directory| Draft::new(&directory).ids(&units).iter().cloned().collect();
    let mut codes: Vec<String> = directory.map(codes).unwrap_or_default();
    codes.sort_unstable();
    codes
}
