//! `bina training list|show`: the programmes, and one of them.

use super::{NAME, Verb, id, training};
use crate::change::{Draft, candidates, programme};
use crate::commands::arguments::month;
use crate::commands::documents;
use crate::session::{Exit, Session};
use crate::words::Phrase;
use clap::ArgMatches;

/// `bina training list`.
pub static LIST: Verb = Verb {
    subject: NAME,
    name: "list",
    alias: "daftar",
    about: Phrase {
        id: "Mencetak daftar pelatihan.",
        en: "Prints the list of trainings.",
    },
    build: |command, lang| {
        let command = command.args(documents::by_month(lang));
        command.after_help("bina training list --month 2026-10")
    },
    run: list,
};

/// `bina training show`.
pub static SHOW: Verb = Verb {
    subject: NAME,
    name: "show",
    alias: "lihat",
    about: Phrase {
        id: "Mencetak dokumen pelatihan.",
        en: "Prints the document of a training.",
    },
    build: |command, lang| {
        let command = command.arg(training(lang));
        command.after_help("bina training show 2026-10/bimtek-kearsipan")
    },
    run: show,
};

fn list(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let month = month(matches, session)?;
    let mut draft = Draft::new(&directory);
    let names = [
        "id",
        "start",
        "end",
        "status",
        "jp",
        "participants",
        "title",
        "method",
        "mode",
    ];
    let mut rows = Vec::new();
    for id in candidates::training_ids(&mut draft, month) {
        if let Some(known) = programme::open(&mut draft, &id) {
            let count = programme::participants(&mut draft, &known).len();
            rows.push(row(&known, count));
        }
    }
    documents::list(&draft, &names, rows, (matches, session))
}

fn row(known: &programme::Programme, count: usize) -> Vec<String> {
    let training = &known.training;
    vec![
        known.id.clone(),
        training.start.value.to_string(),
        training.end.value.to_string(),
        training.status.value.code().to_owned(),
        training.jp.value.to_string(),
        count.to_string(),
        training.title.clone(),
        training.method.code().to_owned(),
        training.mode.code().to_owned(),
    ]
}

fn show(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let known = programme::open(&mut draft, id(matches));
    let file = known.as_ref().map(|known| &*known.file);
    documents::show(&mut draft, file, session)
}
