//! `bina training list|show`: the programmes, and one of them.

use super::{NAME, Verb, id, training};
use crate::change::{Draft, candidates, programme};
use crate::clerk;
use crate::commands::arguments::{month, output};
use crate::listing::{Form, Listing, WIDEST};
use crate::session::{Exit, Session};
use crate::words::Phrase;
use clap::{Arg, ArgMatches};

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
        let help = Phrase {
            id: "Hanya bulan ini, menurut id: 2026-10, this-month, atau last-month",
            en: "This month of the ids only: 2026-10, this-month or last-month",
        };
        let month = Arg::new("month")
            .long("month")
            .value_name("YYYY-MM")
            .help(help.get(lang));
        let command = command.arg(month).arg(output(lang));
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
        id: "Mencetak dokumen pelatihan dan jumlah pesertanya.",
        en: "Prints the document of a training and how many take part.",
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
    let mut listing = Listing {
        names: names.map(str::to_owned).to_vec(),
        keys: 1,
        widest: WIDEST,
        rows: Vec::new(),
    };
    for id in candidates::training_ids(&mut draft, month) {
        if let Some(known) = programme::open(&mut draft, &id) {
            let count = programme::participants(&mut draft, &known).len();
            listing.rows.push(row(&known, count));
        }
    }
    clerk::refuse(&draft, session)?;
    let form = Form::of(matches.get_one::<String>("output"));
    if let Some(note) = listing.write(form, session.terminal_width.unwrap_or(100), session.out)? {
        session.tell(&note)?;
    }
    Ok(Exit::Done)
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
    let text = known.as_ref().and_then(|known| draft.text(&known.file));
    clerk::refuse(&draft, session)?;
    write!(session.out, "{}", text.unwrap_or_default())?;
    Ok(Exit::Done)
}
