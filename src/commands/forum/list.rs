//! `bina forum list|show`: the forums, what was said there, and one of them.

use super::{NAME, Verb, forum_id, typed};
use crate::change::{Draft, forum};
use crate::commands::arguments::{listing_form, month};
use crate::commands::documents;
use crate::load;
use crate::records::forum::{Forum, Suggestion};
use crate::session::{Exit, Session};
use crate::words::Phrase;
use clap::{Arg, ArgAction, ArgMatches};

/// `bina forum list`.
pub static LIST: Verb = Verb {
    subject: NAME,
    name: "list",
    alias: "daftar",
    about: Phrase {
        id: "Mencetak daftar forum, atau yang disampaikan di sana dengan kuncinya.",
        en: "Prints the list of forums, or what was said there with its keys.",
    },
    build: |command, lang| {
        let help = Phrase {
            id: "Satu baris tiap hal yang disampaikan",
            en: "A row for each thing that was said",
        };
        let suggestions = Arg::new("suggestions").long("suggestions");
        let suggestions = suggestions.action(ArgAction::SetTrue).help(help.get(lang));
        let command = command.arg(suggestions).args(documents::by_month(lang));
        command.after_help("bina forum list --suggestions --month 2026-11")
    },
    run: list,
};

/// `bina forum show`.
pub static SHOW: Verb = Verb {
    subject: NAME,
    name: "show",
    alias: "lihat",
    about: Phrase {
        id: "Mencetak dokumen forum.",
        en: "Prints the document of a forum.",
    },
    build: |command, lang| {
        let command = command.arg(forum_id(lang));
        command.after_help("bina forum show 2026-11/forum-warga")
    },
    run: show,
};

fn list(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let month = month(matches, session)?;
    let mut forums = Vec::new();
    for month in load::months(&directory, "forums", month, &mut draft.findings) {
        forums.extend(load::forums(&directory, month, &mut draft.findings));
    }
    let world = (matches, session);
    if !matches.get_flag("suggestions") {
        let names = [
            "id",
            "date",
            "kind",
            "suggestions",
            "undecided",
            "open",
            "title",
            "place",
        ];
        let rows = forums.iter().map(|(id, forum)| row(id, forum)).collect();
        return documents::list(&draft, &names, rows, world);
    }
    let is_data = listing_form(matches).is_data;
    let people = draft.people();
    let owner = |said: &Suggestion| match &said.owner {
        Some(owner) if !is_data => people.named(&owner.value),
        owner => owner
            .as_ref()
            .map_or(String::new(), |owner| owner.value.to_string()),
    };
    let said = forums.iter();
    let said = said.flat_map(|(id, forum)| forum.suggestion.iter().map(move |said| (id, said)));
    let rows = said.map(|(id, said)| said_row(id, said, owner(said))).collect();
    let names = [
        "id",
        "kind",
        "disposition",
        "due",
        "done",
        "text",
        "owner",
        "answered",
    ];
    documents::list(&draft, &names, rows, world)
}

fn row(id: &str, forum: &Forum) -> Vec<String> {
    let count = |judge: fn(&Suggestion) -> bool| {
        let said = forum.suggestion.iter();
        said.filter(|said| judge(said)).count().to_string()
    };
    vec![
        id.to_owned(),
        forum.date.value.to_string(),
        forum.kind.code().to_owned(),
        count(|_| true),
        count(|said| said.disposition.is_none()),
        count(|said| said.due.is_some() && said.done.is_none()),
        forum.title.clone(),
        forum.place.clone().unwrap_or_default(),
    ]
}

fn said_row(id: &str, said: &Suggestion, owner: String) -> Vec<String> {
    let day = |day: Option<crate::records::time::Day>| day.map_or(String::new(), |day| day.to_string());
    vec![
        format!("{id}/{}", said.key.value.0),
        said.kind.code().to_owned(),
        said.disposition.map_or("", |code| code.code()).to_owned(),
        day(said.due),
        day(said.done),
        said.text.clone(),
        owner,
        day(said.answered),
    ]
}

fn show(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let opened = forum::open(&mut draft, typed(matches, "forum").unwrap_or_default());
    let file = opened.as_ref().map(|opened| &*opened.file);
    documents::show(&mut draft, file, session)
}
