//! `bina training add|set|remove`: the document of a programme.

use super::{NAME, Verb, fields, id, training};
use crate::change::document::{GivenValue, Typed};
use crate::change::{Draft, programme};
use crate::clerk;
use crate::commands::arguments::dry_run;
use crate::session::{Exit, Session};
use crate::words::change::Slip;
use crate::words::{Lang, Phrase};
use clap::{ArgMatches, Command};

/// `bina training add`.
pub static ADD: Verb = Verb {
    subject: NAME,
    name: "add",
    alias: "tambah",
    about: Phrase {
        id: "Menambah pelatihan: menulis dokumennya.",
        en: "Adds a training: writes its document.",
    },
    build: |command, lang| {
        build(command, lang).after_help(concat!(
        "bina training add 2026-11/pelayanan-prima --title \"Pelayanan Prima\" --method KL03 --mode classroom ",
        "--start 2026-11-03 --end 2026-11-04 --jp 12 --session 2026-11-03:270 --session 2026-11-04:270",
    ))
    },
    run: add,
};

/// `bina training set`.
pub static SET: Verb = Verb {
    subject: NAME,
    name: "set",
    alias: "ubah",
    about: Phrase {
        id: "Mengubah isian; komentar dan urutan tetap. Nilai kosong menghapus isian; sesi, modul, dan pengajar ditambahkan.",
        en: "Changes fields; comments and order stay. An empty value removes a field; sessions, modules and instructors are added.",
    },
    build: |command, lang| {
        build(command, lang)
            .after_help("bina training set 2026-11/pelayanan-prima --status running --seats 25")
    },
    run: set,
};

/// `bina training remove`.
pub static REMOVE: Verb = Verb {
    subject: NAME,
    name: "remove",
    alias: "hapus",
    about: Phrase {
        id: "Menghapus pelatihan yang belum punya peserta.",
        en: "Removes a training in which nobody takes part.",
    },
    build: |command, lang| {
        let command = command.arg(training(lang)).arg(dry_run(lang));
        command.after_help("bina training remove 2026-11/pelayanan-prima")
    },
    run: remove,
};

fn build(command: Command, lang: Lang) -> Command {
    command
        .arg(training(lang))
        .args(fields::flags(lang))
        .arg(dry_run(lang))
}

fn add(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let mut typed = fields::typed(matches, 0);
    if !typed.iter().any(|field| field.path == ["status"]) {
        typed.push(Typed {
            path: vec!["status"],
            argument: "--status".to_owned(),
            given: GivenValue::One("planned".to_owned()),
        });
    }
    programme::add(&mut draft, id(matches), &typed);
    clerk::finish(
        &draft,
        session,
        matches.get_flag("dry-run"),
        &[id(matches).to_owned()],
    )
}

fn set(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    if let Some(known) = programme::open(&mut draft, id(matches)) {
        let typed = fields::typed(matches, known.training.session.len());
        if typed.is_empty() {
            draft.refuse("", Slip::NothingGiven);
        }
        programme::set(&mut draft, &known, &typed);
    }
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[])
}

fn remove(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    if let Some(known) = programme::open(&mut draft, id(matches)) {
        programme::remove(&mut draft, &known);
    }
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[])
}
