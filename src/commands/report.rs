//! `bina report NAME`: prints a report.
use super::Entry;
use crate::session::{Exit, Session};
use crate::words::{Lang, Phrase};
use clap::{ArgMatches, Command};

/// The entry of the command.
pub static ENTRY: Entry = Entry {
    name: "report",
    alias: Some("laporan"),
    about: Phrase {
        id: "Mencetak laporan.",
        en: "Prints a report.",
    },
    build,
    run,
};

fn build(command: Command, _lang: Lang) -> Command {
    command
}
fn run(_matches: &ArgMatches, _session: &mut Session<'_>) -> anyhow::Result<Exit> {
    Ok(Exit::Done)
}
