//! `bina forum list|show`: the forums, what was said there, and one of them.

use crate::change::{Draft, forum};
use crate::commands::arguments::{listing_form, month, typed};
use crate::commands::documents;
use crate::load;
use crate::records::forum::{Forum, Suggestion};
use crate::session::{Exit, Session};
use clap::ArgMatches;

/// Prints the forums of a month, or of all, or what was said there.
pub(super) fn list(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
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

/// Prints one document.
pub(super) fn show(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let opened = forum::open(&mut draft, typed(matches, "forum").unwrap_or_default());
    let file = opened.as_ref().map(|opened| &*opened.file);
    documents::show(&mut draft, file, session)
}
