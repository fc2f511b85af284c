//! Participation by unit, grade band, sex and employment, and by form and mode.

use super::super::figure::Pen;
use super::super::model::{Section, Value};
use super::super::page::Page;
use crate::measure::fairness::{FairnessFigures, FormCount, GradeBand, MemberGroup};
use crate::records::code::Mode;
use crate::words::report_participation::ParticipationText as Text;
use crate::words::report_roster::RosterText;

/// The key of those of whom a property is not known.
const UNKNOWN: &str = "unknown";

/// One line a group; the unit first. For the office only: the same people stand in it four times, so small groups
/// could be told from the others.
pub(super) fn groups(page: &Page<'_>, figures: &FairnessFigures) -> Section {
    let pen = page.pen;
    let mut before = "";
    let lines = figures.fairness.groups.iter().map(|(group, sums)| {
        let (property, own) = property(*group);
        // Text says the property once; data say it in every row.
        let is_first = std::mem::replace(&mut before, property) != property;
        let title = if is_first { pen.say(own) } else { String::new() };
        let property = Value::Key {
            key: property.to_owned(),
            label: title,
        };
        let name = group_name(page, *group);
        // Who is not known is not known by some property; every other name says which.
        let words = if *name.data() == *UNKNOWN {
            pen.say(own)
        } else {
            String::new()
        };
        let key = joined(&property, &name, words);
        (*group, key, property, name, sums)
    });
    let list = pen
        .list("groups", lines)
        .or_says(Text::Nobody)
        .numbered(|(group, ..)| group.number())
        .col("key", ("Kelompok", "Group"), |(_, key, ..)| key.clone())
        .hidden()
        .col("dimension", ("Menurut", "By"), |(_, _, property, ..)| {
            property.clone()
        })
        .col("group", ("Kelompok", "Group"), |(.., name, _)| name.clone())
        .sums(&[], |(.., sums)| sums);
    let heading = ("Keikutsertaan menurut kelompok", "Participation by group");
    let mut out = pen.section("groups", heading);
    // Who is in a group is known, and so is of whom it is not known.
    let kept = ["people", "unknown"];
    let first = figures.window.first_day();
    let mut table = page.known_from(first, &kept, list.table());
    // What somebody has on record is not what he or she has.
    if super::is_untold(page, figures) {
        let mean = table.column("jp_mean");
        let rows = table.rows.iter_mut();
        rows.for_each(|row| mean.into_iter().for_each(|at| row[at] = Value::Missing));
    }
    let table = pen.with_unrolled(figures.unrolled, &kept, table);
    out.tables.push(table.shared_but("unit/"));
    out
}

/// Two keys as one; the words of the first may be said by themselves.
fn joined(first: &Value, second: &Value, words: String) -> Value {
    Value::Key {
        key: format!("{}/{}", first.data(), second.data()),
        label: [&words, second.label()]
            .map(str::trim)
            .join(" ")
            .trim()
            .to_owned(),
    }
}

/// The property that a group shares, as a key and in words.
pub(in super::super) fn property(group: MemberGroup) -> (&'static str, (&'static str, &'static str)) {
    match group {
        MemberGroup::Unit(_) | MemberGroup::NoUnit => ("unit", ("unit kerja", "unit")),
        MemberGroup::Grade(_) | MemberGroup::NoGrade => ("grade", ("golongan", "grade band")),
        MemberGroup::Sex(_) | MemberGroup::NoSex => ("sex", ("jenis kelamin", "sex")),
        MemberGroup::Employment(_) => ("employment", ("status kepegawaian", "employment")),
        MemberGroup::Kind(_) | MemberGroup::NoKind => ("kind", ("jenis jabatan", "kind of position")),
        MemberGroup::Age(_) | MemberGroup::NoAge => ("age", ("usia", "age")),
    }
}

/// The name of a group.
pub(in super::super) fn group_name(page: &Page<'_>, group: MemberGroup) -> Value {
    let pen = page.pen;
    match group {
        MemberGroup::Unit(unit) => page.pen.group(&page.who.units, unit),
        MemberGroup::Grade(band) => grade(pen, band),
        MemberGroup::Sex(sex) => pen.key(sex.code(), sex.phrase()),
        MemberGroup::Employment(one) => pen.key(one.code(), one.phrase()),
        MemberGroup::Kind(kind) => pen.key(kind.code(), kind.phrase()),
        MemberGroup::Age(from) => {
            let to = from + 9;
            pen.key(&format!("{from}-{to}"), RosterText::Years { from, to })
        }
        MemberGroup::NoUnit
        | MemberGroup::NoGrade
        | MemberGroup::NoSex
        | MemberGroup::NoKind
        | MemberGroup::NoAge => pen.key(UNKNOWN, ("tidak diketahui", "not known")),
    }
}

fn grade(pen: Pen, band: GradeBand) -> Value {
    let name = band.name().to_owned();
    match band.is_pns {
        true => pen.key(&format!("pns-{name}"), Text::GradePns { name }),
        false => pen.key(&format!("pppk-{name}"), Text::GradePppk { name }),
    }
}

/// Completions by form and mode, each with own initiative against assigned.
pub(super) fn forms(page: &Page<'_>, figures: &FairnessFigures) -> Section {
    let pen = page.pen;
    let lines = figures.fairness.forms.iter();
    let lines = lines.map(|(form, sums)| (*form, words(pen, *form), sums));
    let list = pen
        .list("forms", lines)
        .or_says(Text::Nobody)
        .numbered(|(form, ..)| form.number())
        .col("key", ("Bentuk", "Form"), |(_, (kind, mode), _)| {
            joined(kind, mode, kind.label().to_owned())
        })
        .hidden()
        .col("form", ("Bentuk", "Form"), |(_, (kind, _), _)| kind.clone())
        .col("mode", ("Moda", "Mode"), |(_, (_, mode), _)| mode.clone())
        .sums(&[], |(.., sums)| sums);
    let heading = (
        "Keikutsertaan menurut bentuk dan moda",
        "Participation by form and mode",
    );
    let mut out = pen.section("forms", heading);
    let table = pen.with_unrolled(figures.unrolled, &[], list.table());
    out.tables.push(
        page.known_from(figures.window.first_day(), &[], table)
            .shared(None),
    );
    out
}

/// The words of a form and its mode.
fn words(pen: Pen, form: FormCount) -> (Value, Value) {
    let code = |mode: Mode| pen.key(mode.code(), mode.phrase());
    let classroom = ("klasikal", "classroom form");
    let other = ("nonklasikal", "non-classroom form");
    match form {
        FormCount::Classroom(mode) => (pen.key("classroom", classroom), code(mode)),
        FormCount::Other(mode) => (pen.key("non-classroom", other), code(mode)),
        FormCount::External => (
            pen.key("external", ("instansi lain", "another office")),
            Value::Missing,
        ),
    }
}
