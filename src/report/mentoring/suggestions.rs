//! The suggestion of pairs, with the reason for each.

use super::super::figure::Pen;
use super::super::model::{Section, Table, Value};
use super::{Mentorship, competency};
use crate::diagnostic::Origin;
use crate::measure::meaning::{How, Meaning, whole};
use crate::measure::suggestion::{Match, MentoringReport};
use crate::words::report::Text;
use crate::words::report_mentoring::MentoringText as Words;

/// The level that is required of a mentee.
const REQUIRED: Meaning = Meaning::new(
    How::Sum(whole("required")),
    "Tingkat kompetensi ini yang disyaratkan jabatannya.",
    "The level of the competency that the post requires.",
);

/// The level that a mentee holds.
const HELD: Meaning = Meaning::new(
    How::Sum(whole("held")),
    "Tingkat menurut penilaian terakhir.",
    "The level by the latest assessment.",
);

impl Mentorship<'_> {
    /// The section.
    pub(super) fn suggestions(&self, gathered: &MentoringReport) -> Section {
        let (pen, suggested) = (self.page.pen, &gathered.suggestions);
        let count = suggested.waiting;
        let waiting = (count > 0).then(|| pen.note("waiting", Words::NoteWaiting { count }));
        let note = pen.note("suggestions", Words::NoteSuggest);
        Section {
            tables: vec![self.suggested(gathered), self.without(gathered)],
            notes: std::iter::once(note).chain(waiting).collect(),
            ..pen.section("suggestions", Words::SuggestionsSection)
        }
    }

    /// The pairs that are suggested.
    fn suggested(&self, gathered: &MentoringReport) -> Table {
        let (pen, page) = (self.page.pen, self.page);
        pen.list("suggestions", &gathered.suggestions.list)
            .short()
            .or_says(match gathered.is_unknown {
                true => Words::NoLevels,
                false => Words::NoSuggestion,
            })
            .numbered(|one| one.lack.mentee.into())
            .col("staff", Words::Mentee, |one| page.id(one.lack.mentee))
            .hidden()
            .col("mentee", Words::Mentee, |one| page.name(one.lack.mentee))
            .col("mentor", Words::Mentor, |one| page.name(one.mentor))
            .col("competency", Words::Competency, |one| {
                competency(&gathered.competencies, Some(one.lack.competency))
            })
            .col("required", Words::Required, |one| {
                level(pen, Some(one.lack.required))
            })
            .hidden()
            .means(REQUIRED)
            .col("held", Words::HeldLevel, |one| level(pen, one.lack.held))
            .hidden()
            .means(HELD)
            .col("mentor_level", ("Tingkat mentor", "Level of the mentor"), |one| {
                level(pen, Some(one.level))
            })
            .hidden()
            .counted(
                "Tingkat calon pembimbing menurut penilaian terakhir.",
                "The level of the suggested mentor by the latest assessment.",
            )
            .col("same_unit", ("Unit sama", "Same unit"), |one| {
                pen.yes_or_no(one.same_unit)
            })
            .hidden()
            .col("load", ("Pasangan mentor", "Pairs of the mentor"), |one| {
                pen.count(one.load)
            })
            .hidden()
            .counted(
                "Jumlah pasangan yang sudah dibimbing calon ini, termasuk usulan di atasnya.",
                "How many pairs the suggested mentor carries, with the suggestions above this one.",
            )
            .by("mentoring")
            .col("reason", ("Alasan", "Reason"), |one| {
                Value::Text(reason(pen, one))
            })
            .table()
    }

    /// For whom nobody can be suggested.
    fn without(&self, gathered: &MentoringReport) -> Table {
        let (pen, page) = (self.page.pen, self.page);
        pen.list("suggestions_without", &gathered.suggestions.without)
            .by_people(
                page.who,
                |lack| lack.mentee,
                |lack| (lack.is_newcomer, lack.size()),
            )
            .short()
            .titled(("Belum ada yang dapat mendampingi", "Nobody can guide yet"))
            .numbered(|lack| lack.mentee.into())
            .col("staff", Words::Mentee, |lack| page.id(lack.mentee))
            .hidden()
            .col("mentee", Words::Mentee, |lack| page.name(lack.mentee))
            .col("unit", Text::Unit, |lack| page.unit_of(lack.mentee))
            .col("competency", Words::Competency, |lack| {
                competency(&gathered.competencies, Some(lack.competency))
            })
            .col("required", Words::Required, |lack| {
                level(pen, Some(lack.required))
            })
            .means(REQUIRED)
            .col("held", Words::HeldLevel, |lack| level(pen, lack.held))
            .means(HELD)
            .table()
    }
}

/// A level, where it is known.
fn level(pen: Pen, level: Option<(i64, Origin)>) -> Value {
    level.map_or(Value::Missing, |(level, _)| pen.whole(level.into()))
}

/// Why a pair is suggested.
fn reason(pen: Pen, one: &Match) -> String {
    let place = match one.same_unit {
        true => ("unit sama", "same unit"),
        false => ("unit lain", "another unit"),
    };
    let at = |level: i64| pen.say(Words::AtLevel { level });
    let held = one.lack.held.map(|(level, _)| at(level));
    let reason = pen.say(Words::ReasonText {
        required: one.lack.required.0,
        held: held.unwrap_or_else(|| pen.say(("belum dinilai", "not assessed"))),
        level: one.level.0,
        place: pen.say(place),
        load: one.load,
    });
    match one.lack.is_newcomer {
        true => pen.say(Words::ReasonNewcomer { reason }),
        false => reason,
    }
}
