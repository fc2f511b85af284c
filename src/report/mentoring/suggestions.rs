//! The suggestion of pairs, with the reason for each.

use super::super::figure::{NAMED, Pen, table};
use super::super::model::{Section, Table, Value};
use super::{Scene, competency};
use crate::diagnostic::Origin;
use crate::measure::suggestion::{Lack, MentoringReport, Suggested};
use crate::words::report::Text;
use crate::words::report_mentoring::MentoringText as Words;

/// The section.
pub(super) fn section(scene: Scene<'_>, gathered: &MentoringReport) -> Section {
    let Scene { pen, who, .. } = scene;
    let suggested = &gathered.suggestions;
    let columns = vec![
        pen.hidden("staff", Words::Mentee),
        pen.column("mentee", Words::Mentee),
        pen.column("mentor", Words::Mentor),
        pen.column("competency", Words::Competency),
        pen.hidden("required", Words::Required),
        pen.hidden("held", Words::HeldLevel),
        pen.hidden("mentor_level", Words::MentorLevel),
        pen.hidden("same_unit", Words::SameUnit),
        pen.hidden("load", Words::LoadColumn),
        pen.column("reason", Words::Reason),
    ];
    let rows = suggested.list.iter().take(NAMED).map(|one| {
        let same = match one.same_unit {
            true => ("yes", Words::Yes),
            false => ("no", Words::No),
        };
        vec![
            who.id(one.lack.mentee),
            who.name(one.lack.mentee),
            who.name(one.mentor),
            competency(gathered, Some(one.lack.competency)),
            level(pen, Some(one.lack.required)),
            level(pen, one.lack.held),
            level(pen, Some(one.level)),
            Value::Key {
                key: same.0.to_owned(),
                label: pen.say(same.1),
            },
            pen.count(one.load),
            Value::Text(reason(pen, one)),
        ]
    });
    let mut out = pen.section("suggestions", Words::SuggestionsSection);
    let listed = suggested.list.iter().take(NAMED);
    out.tables.push(Table {
        numbers: listed.map(|one| one.lack.mentee.into()).collect(),
        ..table(
            "suggestions",
            String::new(),
            columns,
            rows.collect(),
            pen.say(Words::NoSuggestion),
        )
    });
    if !suggested.without.is_empty() {
        out.tables.push(without(scene, gathered));
    }
    out.notes.push(pen.note("suggestions", Words::NoteSuggest));
    let count = suggested.waiting;
    if count > 0 {
        out.notes.push(pen.note("waiting", Words::NoteWaiting { count }));
    }
    out
}

/// A level, where it is known.
fn level(pen: Pen, level: Option<(i64, Origin)>) -> Value {
    level.map_or(Value::Missing, |(level, _)| pen.whole(i128::from(level)))
}

/// Why a pair is suggested.
fn reason(pen: Pen, one: &Suggested) -> String {
    let place = if one.same_unit {
        Words::PlaceSame
    } else {
        Words::PlaceOther
    };
    let reason = pen.say(Words::ReasonText {
        required: one.lack.required.0,
        held: held(pen, &one.lack),
        level: one.level.0,
        place: pen.say(place),
        load: one.load,
    });
    match one.lack.is_newcomer {
        true => pen.say(Words::ReasonNewcomer { reason }),
        false => reason,
    }
}

fn held(pen: Pen, lack: &Lack) -> String {
    lack.held
        .map_or_else(|| pen.say(Words::NotAssessed), |(level, _)| level.to_string())
}

/// For whom nobody can be suggested.
fn without(scene: Scene<'_>, gathered: &MentoringReport) -> Table {
    let Scene { pen, who, .. } = scene;
    let columns = vec![
        pen.hidden("staff", Words::Mentee),
        pen.column("mentee", Words::Mentee),
        pen.column("unit", Text::Unit),
        pen.column("competency", Words::Competency),
        pen.column("required", Words::Required),
        pen.column("held", Words::HeldLevel),
    ];
    let rows = gathered.suggestions.without.iter().take(NAMED).map(|lack| {
        vec![
            who.id(lack.mentee),
            who.name(lack.mentee),
            who.unit_of(lack.mentee),
            competency(gathered, Some(lack.competency)),
            level(pen, Some(lack.required)),
            level(pen, lack.held),
        ]
    });
    let caption = pen.say(Words::WithoutHolder);
    let listed = gathered.suggestions.without.iter().take(NAMED);
    Table {
        numbers: listed.map(|lack| lack.mentee.into()).collect(),
        ..table(
            "suggestions_without",
            caption,
            columns,
            rows.collect(),
            String::new(),
        )
    }
}
