//! Performance predicates by unit, and who lacks a current evaluation.

use super::super::figure::Pen;
use super::super::list::List;
use super::super::model::{Note, Section, Table, Value};
use super::Context;
use crate::measure::judged::{Guard, fewest};
use crate::measure::meaning::{How, Meaning, Part, whole};
use crate::measure::predicates::{PredicateCount, PredicateFigures, TABLE, column_of};
use crate::records::code::Predicate;
use crate::rules::Enactment;
use crate::words::report::Text;

/// How many people owe an evaluation and have none.
pub(super) const MISSING: Meaning = Meaning::new(
    How::Sum(whole("missing")),
    "Jumlah pegawai yang wajib dievaluasi dan belum mempunyai evaluasi yang berlaku.",
    "How many people owe an evaluation and have none that is current.",
)
.by("evaluation");

/// Of how many of them a form is on record that is not complete.
const BEGUN: Meaning = Meaning::new(
    How::Sum(whole("begun")),
    "Berapa dari yang belum dinilai sudah mempunyai formulir evaluasi yang belum lengkap.",
    "How many of those without an evaluation have a form of one that is not complete.",
)
.by("evaluation");

/// How many people have a predicate.
fn having(predicate: Predicate) -> Meaning {
    Meaning::new(
        How::Sum(whole(column_of(predicate))),
        "Jumlah pegawai yang evaluasi berlakunya menghasilkan predikat ini.",
        "How many people have this predicate in their current evaluation.",
    )
    .by("predicate")
}

/// How many people have an evaluation or owe one.
const OWING: Meaning = Meaning::new(
    How::From(&[]),
    "Jumlah pegawai yang mempunyai evaluasi yang berlaku atau wajib dievaluasi: jumlah kolom pegawai.",
    "How many people have a current evaluation or owe one: the sum of the column of people.",
)
.resting_on(OWED);

/// Who has an evaluation, by predicate, and who owes one.
const OWED: &[(&str, Part)] = &[
    (TABLE, whole("sangat_baik")),
    (TABLE, whole("baik")),
    (TABLE, whole("butuh_perbaikan")),
    (TABLE, whole("kurang")),
    (TABLE, whole("sangat_kurang")),
    (TABLE, whole("missing")),
];

/// Who has an evaluation, by predicate: of these and of those who owe one some are missing.
pub(super) const EVALUATED: &[(&str, Part)] = OWED.split_at(5).0;

/// The section.
pub(super) fn section(context: &Context<'_>) -> Section {
    let (pen, figures) = (context.pen, &context.figures.predicates);
    let mut out = super::section(
        context,
        "evaluations",
        ("Predikat kinerja", "Performance predicates"),
    );
    out.tables = vec![whole_office(context), by_unit(context), missing(context).detail()];
    out.notes = vec![pen.method("latest", Text::NoteLatest).public()];
    let count = figures.total.exempt;
    if count > 0 {
        out.notes.push(pen.method("exempt", Text::NoteExempt { count }));
    }
    out.notes.extend(without_parts(pen, figures));
    out.notes.extend(context.untold(context.figures.owed.last_day()));
    out.notes.push(pen.basis(&context.edition.predicate.head()));
    out.notes.push(pen.basis(&context.edition.evaluation.head()));
    out
}

/// The period of somebody's evaluation that is begun and not complete.
pub(in super::super) fn begun(pen: Pen, figures: &PredicateFigures, person: u32) -> Value {
    let form = figures.begun_by(person);
    form.map_or(Value::Missing, |begun| pen.period_key(begun.period))
}

/// How many predicates stand as told, where any does.
pub(in super::super) fn without_parts(pen: Pen, figures: &PredicateFigures) -> Option<Note> {
    let count = figures.without_parts;
    (count > 0).then(|| pen.note("without-parts", Text::NoteWithoutParts { count }))
}

/// About how few people it tells how many have or owe an evaluation: the others owe none, or nobody knows.
pub(super) fn told_of_owing(count: &PredicateCount) -> u64 {
    fewest([count.owing(), count.exempt, count.unknown])
}

/// The predicates over the whole office: in a unit where all have the same, a count would tell about each.
fn whole_office(context: &Context<'_>) -> Table {
    let (pen, count) = (context.pen, &context.figures.predicates.total);
    let predicates = Predicate::ALL.iter().zip(count.by_predicate);
    let predicates = predicates.map(|(one, n)| (pen.key(one.code(), one.phrase()), Some(n), n));
    let missing = (
        pen.key("missing", Text::Missing),
        count.known_missing(),
        count.missing,
    );
    let rows = predicates.chain([missing, (pen.total(), Some(count.owing()), told_of_owing(count))]);
    // Beside people of whom nobody knows, one star among figures that are not known would tell that these few are there.
    let guard = Guard::from(context.edition.privacy);
    let mut known = count.by_predicate.into_iter().chain([count.missing]);
    let tells = count.unknown > 0 && known.any(|people| guard.hides(people));
    let rows = rows.map(|(key, people, told)| match tells {
        true => (key, None, 0),
        false => (key, people, told),
    });
    let people = Predicate::ALL
        .iter()
        .fold(pen.column("people", ("Orang", "People")), |column, one| {
            column.means(having(*one).of(one.code(), TABLE))
        });
    let list = pen
        .list("predicates", rows)
        .titled(Text::PredicatesOfAll {
            period: evaluated(context),
        })
        .col("predicate", ("Predikat", "Predicate"), |(key, ..)| key.clone())
        .public()
        .with(people, |(_, n, _)| pen.count_or_not(*n))
        .public()
        .means(MISSING.of("missing", TABLE))
        .means(OWING)
        // The size of the group is its figure, so it must not stand beside the star.
        .with(pen.size("size", &["people"]), |(.., told)| pen.count(*told));
    let is_told = context.figures.predicates.is_told;
    let table = context.known_of(is_told, context.figures.owed.last_day(), list.table());
    table.of_people(&["people", "size"]).for_public()
}

/// The period whose evaluations are current, and whether later ones are among them.
fn evaluated(context: &Context<'_>) -> String {
    let (pen, figures) = (context.pen, context.figures);
    let period = pen.period(figures.owed);
    match figures.predicates.has_later {
        true => pen.say(Text::AndLater { period }),
        false => period,
    }
}

fn by_unit(context: &Context<'_>) -> Table {
    let (pen, who, figures) = (context.pen, context.who, &context.figures.predicates);
    let units = figures.units.iter().enumerate();
    let units = units.map(|(number, count)| (pen.group(&who.units, number as u32), count));
    let elsewhere = Some(&figures.elsewhere).filter(|count| **count != PredicateCount::default());
    let rows = units.chain(elsewhere.map(|count| (pen.not_named(), count)));
    let mut list = pen.list(TABLE, rows.chain([(pen.total(), &figures.total)]));
    list.table.numbers = figures.numbers();
    let list = list
        .titled(Text::PredicatesByUnit {
            period: evaluated(context),
        })
        .col("unit", Text::Unit, |(key, _)| key.clone());
    let with_predicate = |list: List<_>, one: &Predicate| {
        let (id, number) = (column_of(*one), *one as usize);
        list.col(id, one.phrase(), |(_, count): &(Value, &PredicateCount)| {
            pen.count(count.by_predicate[number])
        })
        .means(having(*one))
    };
    let list = Predicate::ALL
        .iter()
        .fold(list, with_predicate)
        .col("missing", Text::Missing, |(_, count)| {
            pen.count_or_not(count.known_missing())
        })
        .means(MISSING)
        .col("begun", Text::BegunOf, |(_, count)| match count.known_missing() {
            Some(1..) => pen.count(count.begun),
            _ => Value::Missing,
        })
        .means(BEGUN);
    let is_known = |unit: usize| figures.units[unit].unknown == 0;
    let mut table = pen.without_idle(list.table(), &who.units, is_known);
    // A busy reader looks for who is not evaluated yet.
    let units = figures.units.iter().enumerate();
    let complete = units.filter(|(_, count)| count.known_missing() == Some(0));
    let complete = complete.map(|(number, _)| number);
    let quiet: Vec<usize> = table.quiet.rows.iter().copied().chain(complete).collect();
    table.quiet = pen.quiet(quiet, |count| Text::UnitsEvaluated { count });
    context.known_of(figures.is_told, context.figures.owed.last_day(), table)
}

fn missing(context: &Context<'_>) -> Table {
    let (pen, who) = (context.pen, context.who);
    let missing = context.figures.predicates.missing.iter().copied();
    pen.list("evaluation_missing", missing)
        .by_people(who, |&person| person, |_| ())
        .short()
        .titled((
            "Pegawai yang belum dinilai",
            "People without a current evaluation",
        ))
        .col("name", Text::Name, |&person| pen.person(person))
        .col("unit", Text::Unit, |&person| who.unit_of(person))
        .col("begun", Text::BegunOf, |&person| {
            begun(pen, &context.figures.predicates, person)
        })
        .table()
}
