//! A forum or consultation: its document, what was said, and what becomes of it.

use super::document::{GivenValue, Typed, put, store, values};
use super::{Draft, Request, event};
use crate::files::document::{DocumentText, Value};
use crate::load;
use crate::records;
use crate::records::cell::{Cell, Id};
use crate::records::code::{Disposition, SuggestionKind};
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

/// The fields that are typed behind options of their names.
const TYPED: [&str; 7] = ["title", "kind", "date", "place", "topic", "regulation", "staff"];

/// Writes the document of a new forum.
pub fn add(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let id = request.text("forum").to_owned();
    let Some(name) = file(&id) else {
        draft.refuse("FORUM", Slip::ForumIdForm { text: id });
        return None;
    };
    if draft.exists(&name) {
        draft.refuse("FORUM", Slip::ForumExists { id });
        return None;
    }
    let plain = TYPED
        .into_iter()
        .filter_map(|name| Some(Typed::one(name, request.get(name)?)));
    let groups = request.all("attendance").iter().map(|text| group(text));
    let attendance = request.has("attendance").then(|| Typed {
        path: vec!["attendance"],
        argument: "--attendance".to_owned(),
        given: GivenValue::Elements(groups.collect()),
    });
    let typed: Vec<Typed> = plain.chain(attendance).collect();
    let placed = values(draft, Forum::fields(), &typed)?;
    store::<Forum>(draft, &name, put("", Forum::fields(), &placed)?);
    draft.added.push(id);
    Some(())
}

/// `warga:14:kel-terjun` as fields.
fn group(text: &str) -> Vec<(&'static str, String)> {
    let names = ["group", "count", "from"];
    let parts = names.into_iter().zip(text.splitn(3, ':'));
    parts.map(|(name, part)| (name, part.to_owned())).collect()
}

/// Adds what was said; one without a key gets the next number. Its id is told.
pub fn suggest(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let opened = open(draft, request.text("forum"))?;
    let said = &opened.forum.suggestion;
    let taken = |key: &str| said.iter().any(|said| *said.key.value == *key);
    let mut keys = (said.len() + 1..).map(|number| format!("s{number}"));
    request.or("key", &keys.find(|key| !taken(key)).unwrap_or_default());
    request.or("kind", SuggestionKind::Suggestion.code());
    let id = format!("{}/{}", opened.id, request.text("key"));
    if taken(request.text("key")) {
        draft.refuse("--key", Slip::SuggestionExists { id });
        return None;
    }
    draft.added.push(id);
    let names = ["key", "text", "kind", "unit", "service"].into_iter();
    let given = names.filter_map(|name| Some((name, request.get(name)?.to_owned())));
    let typed = Typed {
        path: vec!["suggestion"],
        argument: String::new(),
        given: GivenValue::Elements(vec![given.collect()]),
    };
    let placed = values(draft, Forum::fields(), &[typed])?;
    let text = draft.text(&opened.file)?;
    let text = put(&text, Forum::fields(), &placed);
    finish(draft, &opened, text);
    Some(())
}

/// Records the decision about a suggestion and the answer to it.
pub fn answer(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    decide(draft, request, "answered", &["disposition", "answer"])
}

/// Records that a suggestion is adopted, wholly or in part.
pub fn adopt(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let decision = match request.has("partly") {
        true => Disposition::Partly,
        false => Disposition::Adopted,
    };
    request.or("disposition", decision.code());
    decide(draft, request, "answered", &["disposition", "answer"])
}

/// Records that what was adopted is done, and its result.
pub fn done(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    decide(draft, request, "done", &["result"])
}

/// Opens the forum of a suggestion that was typed as its printed id, `2026-10/slug/key`, or as forum and key.
fn open_said(draft: &mut Draft<'_>, request: &Request<'_>) -> Option<(Opened, usize)> {
    let (forum, key) = (request.text("forum"), request.get("key"));
    let (id, key) = match (key, forum.rsplit_once('/')) {
        (None, Some((id, key))) if id.contains('/') => (id, Some(key)),
        _ => (forum, key),
    };
    let opened = open(draft, id)?;
    let said = &opened.forum.suggestion;
    if let Some(number) = said.iter().position(|said| Some(&*said.key.value.0) == key) {
        return Some((opened, number));
    }
    let all: Vec<&str> = said.iter().map(|said| &*said.key.value.0).collect();
    let (id, all) = (id.to_owned(), all.join(", "));
    let slip = match key.map(str::to_owned) {
        Some(key) => Slip::SuggestionNone { key, all },
        None => Slip::SuggestionUnnamed { id, all },
    };
    draft.refuse("KEY", slip);
    None
}

/// Records what becomes of a suggestion: the column of the day on which it happened, and fields of words. What is not
/// named keeps its bytes.
fn decide(
    draft: &mut Draft<'_>,
    request: &Request<'_>,
    happened: &'static str,
    words: &[&'static str],
) -> Option<()> {
    let (opened, number) = open_said(draft, request)?;
    let said = &opened.forum.suggestion[number];
    let words = words.iter().filter_map(|name| Some((*name, request.get(name)?)));
    let mut fields: Vec<(&str, Value)> = words
        .map(|(name, text)| (name, Value::Text(text.trim().to_owned())))
        .collect();
    if let Some(owner) = request.get("owner") {
        fields.extend(responsible(draft, owner).map(|id| ("owner", Value::Text(id))));
    }
    let due = request.day_given(draft, "due");
    let on = request.day(draft, "on");
    let held = opened.forum.date.value;
    for (argument, column, day) in [("--due", "due", due), ("--on", happened, on)] {
        fields.extend(day.map(|day| (column, Value::Bare(day.to_string()))));
        if let Some(day) = day.filter(|day| *day < held) {
            event::refuse_order(draft, argument, (column, day), ("date", held));
        }
    }
    let id = format!("{}/{}", opened.id, said.key.value.0);
    if happened == "done" && said.disposition == Some(Disposition::Rejected) {
        draft.refuse("KEY", Slip::SuggestionRejected { id: id.clone() });
    }
    refuse_recorded(draft, said, &fields, (id, &opened.file));
    if !draft.is_good() {
        return None;
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
    finish(draft, &opened, text);
    Some(())
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
    draft.accept("--owner", found)
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
