//! `bina init`: a new record directory.

use super::Entry;
use super::verb::DRY_RUN;
use crate::change::Draft;
use crate::change::skeleton::{self, Office};
use crate::clerk;
use crate::files::{Directory, output};
use crate::session::{Exit, Session};
use crate::words::change::Note;
use crate::words::{Lang, Phrase, as_typed};
use clap::{Arg, ArgMatches, Command};
use std::path::Path;

/// The entry of the command.
pub static ENTRY: Entry = Entry {
    name: "init",
    alias: Some("mulai"),
    about: Phrase {
        id: "Membuat direktori catatan baru",
        en: "Makes a new record directory",
    },
    build,
    run,
};

fn build(command: Command, lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en }.get(lang);
    let option = |name: &'static str| Arg::new(name).long(name).value_name("TEXT");
    command
        .arg(Arg::new("dir").value_name("DIR").help(say(
            "Direktorinya; bila tidak ditulis: direktori kerja ini",
            "The directory; the working directory when absent",
        )))
        .arg(
            option("name")
                .required(true)
                .help(say("Nama kantor", "Name of the office")),
        )
        .arg(option("government").help(say(
            "Pemerintah yang menaunginya",
            "The government that it belongs to",
        )))
        .args(DRY_RUN.args(lang))
        .after_help(
            "bina init catatan --name \"Kecamatan Medan Marelan\" --government \"Pemerintah Kota Medan\"",
        )
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let given = matches.get_one::<String>("dir").map(Path::new);
    let chosen = given.or(session.chosen.as_deref()).unwrap_or(Path::new("."));
    let (shown, root) = (chosen.display().to_string(), session.here.join(chosen));
    let text = |name: &str| matches.get_one::<String>(name).cloned().unwrap_or_default();
    let office = Office {
        name: text("name"),
        government: text("government"),
        lang: session.asked_lang.unwrap_or(Lang::Id),
    };
    let directory = Directory::open(&root).map_err(|error| session.unwritten(&shown, &error))?;
    let mut draft = Draft::new(&directory);
    skeleton::draft(&mut draft, &office);
    clerk::refuse(&draft, session)?;
    let dry_run = matches.get_flag("dry-run");
    if !dry_run {
        output::folder(&root).map_err(|error| session.unwritten(&shown, &error))?;
        let typed = as_typed(&shown);
        draft.note(Note::InitDone {
            directory: shown,
            typed,
        });
    }
    clerk::finish(&draft, session, dry_run)
}
