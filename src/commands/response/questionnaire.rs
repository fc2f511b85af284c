//! `bina questionnaire list|show`: what is asked.

use super::survey;
use crate::change::Draft;
use crate::clerk;
use crate::commands::Verb;
use crate::commands::arguments::output;
use crate::listing::{Form, Listing, WIDEST};
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
    clerk::refuse(&draft, session)?;
    let listing = Listing {
        names: ["code", "about", "anonymous", "items", "title"]
            .map(str::to_owned)
            .to_vec(),
        keys: 1,
        widest: WIDEST,
        rows: surveys.iter().map(row).collect(),
    };
    let form = Form::of(matches.get_one::<String>("output"));
    let hidden = listing.write(form, session.terminal_width.unwrap_or(100), session.out)?;
    hidden.map_or(Ok(()), |note| session.tell(&note))?;
    Ok(Exit::Done)
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
    let text = found.and_then(|survey| draft.text(&format!("questionnaires/{}.toml", survey.code)));
    clerk::refuse(&draft, session)?;
    write!(session.out, "{}", text.unwrap_or_default())?;
    Ok(Exit::Done)
}
