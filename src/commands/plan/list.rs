//! `bina plan list|show`: the plans, and one of them.

use super::{NAME, Verb, asked, year};
use crate::change::{Draft, yearly};
use crate::commands::arguments::output;
use crate::commands::documents;
use crate::load;
use crate::session::{Exit, Session};
use crate::words::Phrase;
use clap::ArgMatches;

/// `bina plan list`.
pub static LIST: Verb = Verb {
    subject: NAME,
    name: "list",
    alias: "daftar",
    about: Phrase {
        id: "Mencetak daftar rencana.",
        en: "Prints the list of plans.",
    },
    build: |command, lang| command.arg(output(lang)).after_help("bina plan list"),
    run: list,
};

/// `bina plan show`.
pub static SHOW: Verb = Verb {
    subject: NAME,
    name: "show",
    alias: "lihat",
    about: Phrase {
        id: "Mencetak dokumen rencana setahun; realisasinya: bina plan compare.",
        en: "Prints the document of a year's plan; what was done of it: bina plan compare.",
    },
    build: |command, lang| command.arg(year(lang)).after_help("bina plan show 2026"),
    run: show,
};

fn list(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let names = load::names(&directory, "plans", ".toml", &mut draft.findings);
    let mut rows = Vec::new();
    for year in names.iter().filter_map(|name| name.parse().ok()) {
        if let Some(plan) = load::plan(&directory, year, &mut draft.findings) {
            rows.push(vec![
                year.to_string(),
                plan.goal.len().to_string(),
                plan.item.len().to_string(),
                plan.title,
                plan.decree.unwrap_or_default(),
            ]);
        }
    }
    let names = ["year", "goals", "items", "title", "decree"];
    documents::list(&draft, &names, rows, (matches, session))
}

fn show(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let year = asked(matches, session)?;
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let file = yearly::open(&mut draft, year).map(|_| yearly::file(year));
    documents::show(&mut draft, file.as_deref(), session)
}
