//! `bina questionnaire list|show`: what is asked.

use super::survey;
use crate::change::Draft;
use crate::commands::Verb;
use crate::commands::arguments::output;
use crate::commands::documents;
use crate::load::{self, Survey};
use crate::session::{Exit, Session};
use crate::words::{Lang, Phrase};
use clap::{Arg, ArgMatches, Command};

/// `bina questionnaire list`.
pub static QUESTIONNAIRES: Verb = Verb {
    subject: "questionnaire",
    name: "list",
    alias: "daftar",
    about: Phrase {
        id: "Mencetak daftar kuesioner.",
        en: "Prints the list of questionnaires.",
    },
    build: |command, lang| command.arg(output(lang)).after_help("bina questionnaire list"),
    run: list,
};

/// `bina questionnaire show`.
pub static SHOW: Verb = Verb {
    subject: "questionnaire",
    name: "show",
    alias: "lihat",
    about: Phrase {
        id: "Mencetak dokumen kuesioner.",
        en: "Prints the document of a questionnaire.",
    },
    build,
    run: show,
};

fn build(command: Command, lang: Lang) -> Command {
    let help = Phrase {
        id: "Kode kuesioner",
        en: "Code of the questionnaire",
    };
    let code = Arg::new("code")
        .value_name("CODE")
        .required(true)
        .help(help.get(lang));
    command.arg(code).after_help("bina questionnaire show skm-2025")
}

fn list(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let surveys = load::surveys(&directory, &mut draft.findings);
    let names = ["code", "about", "anonymous", "items", "title"];
    let rows = surveys.iter().map(row).collect();
    documents::list(&draft, &names, rows, (matches, session))
}

fn row(survey: &Survey) -> Vec<String> {
    let asked = &survey.questionnaire;
    vec![
        survey.code.clone(),
        asked.about.code().to_owned(),
        if asked.anonymous { "yes" } else { "no" }.to_owned(),
        asked.item.len().to_string(),
        asked.title.clone(),
    ]
}

fn show(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let code = matches
        .get_one::<String>("code")
        .map(String::as_str)
        .unwrap_or_default();
    let found = survey(&mut draft, code);
    let file = found.map(|survey| format!("questionnaires/{}.toml", survey.code));
    documents::show(&mut draft, file.as_deref(), session)
}
