//! A forum or consultation: its document, what was said, and what becomes of it.

use super::document::Typed;
use super::entry::{self, Statement};
use super::fields::{Element, Fields, parts};
use super::paper::{self, Columns, Opened, Paper};
use super::{Draft, Reason, Request, event};
use crate::files::document::Literal;
use crate::records;
use crate::records::cell::{Cell, Id};
use crate::records::code::{Disposition, SuggestionKind};
use crate::records::document::{At, Document, IdText};
use crate::records::forum::{Forum, Suggestion};
use crate::records::time::{Day, Month};
use crate::words::change::{Hint, Slip};

/// The array of tables of a forum that grows by an option.
static ELEMENTS: &[Element] = &[Element::of(
    ("attendance", "GROUP:COUNT[:FROM]"),
    (
        "Berapa orang dari kelompok mana, dari unit atau tempat mana; boleh diulang",
        "How many of which group, from which unit or place; may be repeated",
    ),
    |text| parts(text, &["group", "count", "from"]),
)];

impl Paper for Forum {
    const LABEL: &'static str = "FORUM";
    const FOLDER: &'static str = "forums";
    const BY_MONTH: bool = true;
    const FIELDS: Fields = Fields {
        declared: Forum::fields,
        elements: ELEMENTS,
    };
    const COLUMNS: Columns<Self> = &[
        ("id", |one, _| one.id.clone()),
        ("date", |one, _| one.content.date.value.to_string()),
        ("kind", |one, _| one.content.kind.code().to_owned()),
        ("suggestions", |one, _| count(one, |_| true)),
        ("undecided", |one, _| {
            count(one, |said| said.disposition.is_none())
        }),
        ("open", |one, _| {
            count(one, |said| said.due.is_some() && said.done.is_none())
        }),
        ("title", |one, _| one.content.title.clone()),
        ("place", |one, _| one.content.place.clone().unwrap_or_default()),
    ];

    fn check(id: &str) -> Result<(), Reason> {
        let parts = id.split_once('/');
        let is_id = |(month, slug)| Month::parse(month).is_some() && Id::parse(slug).is_ok();
        match parts.is_some_and(is_id) {
            true => Ok(()),
            false => Err(Slip::ForumIdForm { text: id.to_owned() }.into()),
        }
    }

    fn missing(draft: &mut Draft<'_>, id: &str) -> Reason {
        let month = id.split_once('/').map_or("", |(month, _)| month);
        let ids = paper::ids::<Forum>(draft, Month::parse(month));
        let slugs = ids.iter().filter_map(|id| id.rsplit('/').next());
        let nearest = records::table::nearest(id, slugs);
        let (id, month) = (id.to_owned(), month.to_owned());
        Reason::from(match nearest {
            "" => Slip::ForumNoneYet { id, month },
            slug => {
                let nearest = format!("{month}/{slug}");
                Slip::ForumNone { id, nearest }
            }
        })
    }

    fn taken(id: &str) -> Slip {
        Slip::ForumExists { id: id.to_owned() }
    }
}

/// How many things were said of which something holds.
fn count(one: &Opened<Forum>, holds: fn(&Suggestion) -> bool) -> String {
    let said = one.content.suggestion.iter();
    said.filter(|said| holds(said)).count().to_string()
}

/// Adds what was said; one without a key gets the next number. Its id is told. What is added after the forum keeps its
/// day, so that no earlier month changes.
pub fn suggest(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let opened: Opened<Forum> = paper::named(draft, request)?;
    let said = &opened.content.suggestion;
    let taken = |key: &str| said.iter().any(|said| *said.key.value == *key);
    let mut keys = (said.len() + 1..).map(|number| format!("s{number}"));
    request.or("key", &keys.find(|key| !taken(key)).unwrap_or_default());
    request.or("kind", SuggestionKind::Suggestion.code());
    let id = format!("{}/{}", opened.id, request.text("key"));
    if let Some(known) = said.iter().find(|said| *said.key.value == *request.text("key")) {
        return match is_said(known, request) {
            true => Some(()),
            false => draft.stop("--key", Slip::SuggestionExists { id }),
        };
    }
    draft.added.push(id);
    let (held, day) = (opened.content.date.value, request.day(draft, "on")?);
    if request.has("on") && day < held {
        event::refuse_order(draft, "--on", ("told", day), ("date", held));
    }
    if day > held {
        request.or("told", &day.to_string());
    }
    if day.month() > held.month() {
        let (day, held) = (day.to_string(), held.to_string());
        draft.note(Hint::SaidSince { day, held });
    }
    let names = ["key", "text", "kind", "unit", "service", "told"].into_iter();
    let given = names.filter_map(|name| Some((name, request.get(name)?.to_owned())));
    opened.put(draft, &[Typed::elements("suggestion", vec![given.collect()])])
}

/// Whether just what was typed was said.
fn is_said(said: &Suggestion, request: &Request<'_>) -> bool {
    let code = |code: &Option<At<IdText>>| code.as_ref().map_or(String::new(), |code| code.value.to_string());
    let known = [
        ("text", said.text.clone()),
        ("kind", said.kind.code().to_owned()),
        ("unit", code(&said.unit)),
        ("service", code(&said.service)),
    ];
    known
        .iter()
        .all(|(name, known)| request.text(name).trim() == known)
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
fn open_said(draft: &mut Draft<'_>, request: &Request<'_>) -> Option<(Opened<Forum>, usize)> {
    let (forum, key) = (request.text("forum"), request.get("key"));
    let (id, key) = match (key, forum.rsplit_once('/')) {
        (None, Some((id, key))) if id.contains('/') => (id, Some(key)),
        _ => (forum, key),
    };
    let opened: Opened<Forum> = paper::open(draft, id)?;
    let said = &opened.content.suggestion;
    if let Some(number) = said.iter().position(|said| Some(&*said.key.value.0) == key) {
        return Some((opened, number));
    }
    let all: Vec<&str> = said.iter().map(|said| &*said.key.value.0).collect();
    let (id, all) = (id.to_owned(), all.join(", "));
    let slip = match key.map(str::to_owned) {
        Some(key) => Slip::SuggestionNone { key, all },
        None => Slip::SuggestionUnnamed { id, all },
    };
    draft.stop("KEY", slip)
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
    let said = &opened.content.suggestion[number];
    let words = words.iter().filter_map(|name| Some((*name, request.get(name)?)));
    let mut fields: Vec<(&str, Literal)> = words
        .map(|(name, text)| (name, Literal::Text(text.trim().to_owned())))
        .collect();
    if let Some(owner) = request.get("owner") {
        fields.extend(responsible(draft, owner).map(|id| ("owner", Literal::Text(id))));
    }
    let due = request.day_given(draft, "due");
    let on = request.day(draft, "on");
    let held = opened.content.date.value;
    let known = recorded(said);
    for (argument, column, day) in [("--due", "due", due), ("--on", happened, on)] {
        if let Some(day) = day.filter(|day| *day < held) {
            event::refuse_order(draft, argument, (column, day), ("date", held));
        }
        // That it is typed today says nothing about a day that is recorded.
        let is_typed = column == "due" || request.has("on") || !known.iter().any(|(name, _)| *name == column);
        fields.extend(
            day.filter(|_| is_typed)
                .map(|day| (column, Literal::Bare(day.to_string()))),
        );
    }
    let id = format!("{}/{}", opened.id, said.key.value.0);
    if happened == "done" && said.disposition == Some(Disposition::Rejected) {
        draft.refuse("KEY", Slip::SuggestionRejected { id: id.clone() });
    }
    let entries: Vec<Statement<'_>> = fields
        .iter()
        .filter_map(|(name, value)| {
            let (Literal::Text(new) | Literal::Bare(new)) = value else {
                return None;
            };
            let known = known.iter().find(|(known, _)| known == name);
            let known = known.map_or("", |(_, known)| known);
            Some(Statement { name, known, new })
        })
        .collect();
    entry::admit(draft, &id, &entries, request.has("correct"));
    if !draft.is_good() {
        return None;
    }
    opened.write(draft, &["suggestion", &number.to_string()], &fields)
}

/// What is recorded of what becomes of a suggestion, by field.
fn recorded(said: &Suggestion) -> Vec<(&'static str, String)> {
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
    let known = known.into_iter();
    known.filter_map(|(name, known)| Some((name, known?))).collect()
}

/// The id of a unit by its code, or of a person.
fn responsible(draft: &mut Draft<'_>, typed: &str) -> Option<String> {
    if draft.ids(&records::organisation::units).contains(typed) {
        return Some(typed.to_owned());
    }
    let found = draft.people().find(typed).map(|person| person.id.clone());
    draft.accept("--owner", found)
}
