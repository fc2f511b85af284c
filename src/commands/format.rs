//! `bina format`: brings every table's file to its canonical form.

use super::Entry;
use super::verb::{Argument, DRY_RUN, argument};
use crate::change::{Draft, canonical};
use crate::clerk;
use crate::session::{Exit, Session};
use crate::words::change::Note;
use crate::words::{Lang, Phrase};
use clap::{ArgMatches, Command};

/// The entry of the command.
pub static ENTRY: Entry = Entry {
    name: "format",
    alias: Some("rapikan"),
    about: Phrase {
        id: "Menulis berkas CSV dalam bentuk baku: urutan baris dan kolom, tanda kutip, akhir baris",
        en: "Writes the CSV files in canonical form: order of rows and columns, quotes, line ends",
    },
    build,
    run,
};

const CHECK: Argument = argument!(Flag "check", id "Hanya menyebut berkas yang belum baku; keluar dengan 1 bila ada", en "Only name the files that are not canonical; exit 1 when there are any");

fn build(command: Command, lang: Lang) -> Command {
    let command = command.args(CHECK.args(lang)).args(DRY_RUN.args(lang));
    command.after_help("bina format --check")
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    canonical::all(&mut draft);
    if !matches.get_flag("check") {
        return clerk::finish(&draft, session, matches.get_flag("dry-run"));
    }
    clerk::refuse(&draft, session)?;
    let names: Vec<&str> = draft.changed().map(|(name, _, _)| name).collect();
    for name in &names {
        writeln!(session.out, "{name}")?;
    }
    match names.len() {
        0 => Ok(Exit::Done),
        count => {
            session.tell(&Note::FormatNeeded { count })?;
            Ok(Exit::Findings)
        }
    }
}
