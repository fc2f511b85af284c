//! A forum or consultation: its document, what was said, and what becomes of it.

use super::document::{Typed, put, store, values};
use super::{Draft, event};
use crate::files::document::{DocumentText, Value};
use crate::load;
use crate::records;
use crate::records::cell::{Cell, Id};
use crate::records::code::Disposition;
use crate::records::document::{self, Document};
use crate::records::forum::{Forum, Suggestion};
use crate::records::time::{Day, Month};
use crate::words::change::Slip;

/// A forum with its document.
#[derive(Debug)]
pub struct Opened {
    /// Its id: `2026-10/slug`.
    pub id: String,
    /// The file of its document.
    pub file: String,
    /// What the document says.
    pub forum: Forum,
}

/// The file of the forum `id`; `None` when that is no id of one.
fn file(id: &str) -> Option<String> {
    let (month, slug) = id.split_once('/')?;
    Month::parse(month)?;
    Id::parse(slug).ok()?;
    Some(format!("forums/{id}.toml"))
}

/// Opens the forum `id`; refuses when there is none.
pub fn open(draft: &mut Draft<'_>, id: &str) -> Option<Opened> {
    let Some(name) = file(id) else {
        let text = id.to_owned();
        draft.refuse("FORUM", Slip::ForumIdForm { text });
        return None;
    };
    if !draft.exists(&name) {
        let month = id.split_once('/').map_or("", |(month, _)| month);
        let folder = format!("forums/{month}");
        let slugs = load::names(draft.directory, &folder, ".toml", &mut draft.findings);
        let near = records::table::nearest(id, slugs.iter().map(String::as_str));
        let (id, month) = (id.to_owned(), month.to_owned());
        let slip = match near {
            "" => Slip::ForumNoneYet { id, month },
            slug => {
                let nearest = format!("{month}/{slug}");
                Slip::ForumNone { id, nearest }
            }
        };
        draft.refuse("FORUM", slip);
        return None;
    }
    let text = draft.text(&name)?;
    let number = draft.directory.number(&name);
    let forum = document::read(&text, number, &mut draft.findings)?;
    Some(Opened {
        id: id.to_owned(),
        file: name,
        forum,
    })
}

/// Writes the document of a new forum.
pub fn add(draft: &mut Draft<'_>, id: &str, typed: &[Typed]) {
    let Some(name) = file(id) else {
        let text = id.to_owned();
        return draft.refuse("FORUM", Slip::ForumIdForm { text });
    };
    if draft.exists(&name) {
        let id = id.to_owned();
        return draft.refuse("FORUM", Slip::ForumExists { id });
    }
    let Some(placed) = values(draft, Forum::fields(), typed) else {
        return;
    };
    if let Some(text) = put("", Forum::fields(), &placed) {
        store::<Forum>(draft, &name, text);
    }
}

/// Adds what was said, as typed fields; one without a key gets the next number. Returns the key.
pub fn suggest(draft: &mut Draft<'_>, opened: &Opened, mut given: Vec<(&'static str, String)>) -> String {
    let taken = |key: &str| {
        let said = opened.forum.suggestion.iter();
        said.into_iter().any(|said| *said.key.value == *key)
    };
    let typed = given
        .iter()
        .find(|(name, _)| *name == "key")
        .map(|(_, key)| key.clone());
    let key = typed.unwrap_or_else(|| {
        let first = opened.forum.suggestion.len() + 1;
        let mut keys = (first..).map(|number| format!("s{number}"));
        let key = keys.find(|key| !taken(key)).unwrap_or_default();
        given.push(("key", key.clone()));
        key
    });
    if taken(&key) {
        let id = format!("{}/{key}", opened.id);
        draft.refuse("--key", Slip::SuggestionExists { id });
        return key;
    }
    let typed = Typed {
        path: vec!["suggestion"],
        argument: String::new(),
        given: super::document::GivenValue::Elements(vec![given]),
    };
    let placed = values(draft, Forum::fields(), &[typed]);
    let text = draft.text(&opened.file);
    if let (Some(placed), Some(text)) = (placed, text) {
        let text = put(&text, Forum::fields(), &placed);
        finish(draft, opened, text);
    }
    key
}

/// What becomes of a suggestion: the days typed, and the fields with their values.
#[derive(Debug, Default)]
pub struct Outcome<'o> {
    /// The column of the day on which it happened: `answered` or `done`.
    pub happened: &'static str,
    /// That day as typed.
    pub on: Option<&'o str>,
    /// Fields of words: name and text.
    pub words: Vec<(&'static str, Option<&'o str>)>,
    /// Who carries it out, as typed: a person, or the code of a unit.
    pub owner: Option<&'o str>,
    /// By when, as typed.
    pub due: Option<&'o str>,
}

/// Opens the forum of a suggestion that was typed as its printed id, `2026-10/slug/key`, or as forum and key.
pub fn open_said(draft: &mut Draft<'_>, forum: &str, key: Option<&str>) -> Option<(Opened, usize)> {
    let (id, key) = match (key, forum.rsplit_once('/')) {
        (None, Some((id, key))) if id.contains('/') => (id, Some(key)),
        _ => (forum, key),
    };
    let opened = open(draft, id)?;
    let said = &opened.forum.suggestion;
    let number = said.iter().position(|said| Some(&*said.key.value.0) == key);
    if number.is_none() {
        let all: Vec<&str> = said.iter().map(|said| &*said.key.value.0).collect();
        let all = all.join(", ");
        let slip = match key.map(str::to_owned) {
            Some(key) => Slip::SuggestionNone { key, all },
            None => {
                let id = id.to_owned();
                Slip::SuggestionUnnamed { id, all }
            }
        };
        draft.refuse("KEY", slip);
    }
    number.map(|number| (opened, number))
}

/// Records what becomes of the suggestion with that number; what is not named keeps its bytes.
pub fn decide(draft: &mut Draft<'_>, (opened, number): (&Opened, usize), outcome: &Outcome<'_>, today: Day) {
    let said = &opened.forum.suggestion[number];
    let mut fields: Vec<(&str, Value)> = Vec::new();
    for (name, text) in &outcome.words {
        fields.extend(text.map(|text| (*name, Value::Text(text.trim().to_owned()))));
    }
    if let Some(owner) = outcome.owner {
        fields.extend(responsible(draft, owner).map(|id| ("owner", Value::Text(id))));
    }
    let due = outcome.due.and_then(|due| event::parsed(draft, "--due", due));
    fields.extend(due.map(|day| ("due", Value::Bare(day.to_string()))));
    let happened = event::day(draft, "--on", outcome.on, today);
    fields.extend(happened.map(|day| (outcome.happened, Value::Bare(day.to_string()))));
    let held = opened.forum.date.value;
    for (argument, column, day) in [("--due", "due", due), ("--on", outcome.happened, happened)] {
        if let Some(day) = day.filter(|day| *day < held) {
            event::refuse_order(draft, argument, (column, day), ("date", held));
        }
    }
    let id = format!("{}/{}", opened.id, said.key.value.0);
    if outcome.happened == "done" && said.disposition == Some(Disposition::Rejected) {
        draft.refuse("KEY", Slip::SuggestionRejected { id: id.clone() });
    }
    refuse_recorded(draft, said, &fields, (id, &opened.file));
    if !draft.is_good() {
        return;
    }
    let number = number.to_string();
    let order: Vec<&str> = Suggestion::fields().iter().map(|field| field.name).collect();
    let text = draft.text(&opened.file).and_then(|text| {
        let mut document = DocumentText::parse(&text).ok()?;
        for (name, value) in &fields {
            document.set(&["suggestion", &number, name], value, &order).ok()?;
        }
        Some(document.text().to_owned())
    });
    finish(draft, opened, text);
}

/// Refuses to write something else where something stands: what was said to the public is not overwritten by the way.
/// The same again, and what was still empty, pass.
fn refuse_recorded(
    draft: &mut Draft<'_>,
    said: &Suggestion,
    fields: &[(&str, Value)],
    (id, file): (String, &str),
) {
    let day = |day: Option<Day>| day.map(|day| day.to_string());
    let known = [
        ("disposition", said.disposition.map(|code| code.code().to_owned())),
        ("answer", said.answer.clone()),
        ("answered", day(said.answered)),
        ("owner", said.owner.as_ref().map(|owner| owner.value.to_string())),
        ("due", day(said.due)),
        ("done", day(said.done)),
        ("result", said.result.clone()),
    ];
    let differs = |name: &str, known: &str| {
        fields.iter().any(|(field, value)| match value {
            Value::Text(text) | Value::Bare(text) => *field == name && text != known,
            _ => false,
        })
    };
    let known = known.into_iter().filter_map(|(name, known)| Some((name, known?)));
    if let Some((column, known)) = known.into_iter().find(|(name, known)| differs(name, known)) {
        let (column, file) = (column.to_owned(), file.to_owned());
        draft.refuse(
            "KEY",
            Slip::SuggestionRecorded {
                id,
                column,
                known,
                file,
            },
        );
    }
}

/// The id of a unit by its code, or of a person.
fn responsible(draft: &mut Draft<'_>, typed: &str) -> Option<String> {
    if draft.ids(&records::organisation::units).contains(typed) {
        return Some(typed.to_owned());
    }
    let found = draft.people().find(typed).map(|person| person.id.clone());
    found.map_err(|reason| draft.refuse("--owner", reason)).ok()
}

/// Gives the document its text; what cannot be put there is done by hand.
fn finish(draft: &mut Draft<'_>, opened: &Opened, text: Option<String>) {
    match text {
        Some(text) => store::<Forum>(draft, &opened.file, text),
        None => {
            let file = opened.file.clone();
            draft.refuse("", Slip::ByHand { file });
        }
    }
}
