//! Performance predicates by unit, and who lacks a current evaluation.

use super::super::figure::{NAMED, table};
use super::super::model::{Column, Section, Table, Value};
use super::Context;
use crate::measure::predicates::{PredicateCount, column_of};
use crate::records::code::Predicate;
use crate::rules::Edition;
use crate::words::report::Text;

/// The section.
pub(super) fn section(context: &Context<'_>) -> Section {
    let (pen, figures) = (context.pen, context.figures);
    let mut out = super::section(context, "evaluations", Text::Evaluations);
    out.tables = vec![whole_office(context), by_unit(context)];
    if !figures.predicates.missing.is_empty() {
        out.tables.push(missing(context));
    }
    out.notes = vec![pen.note("latest", Text::NoteLatest).public()];
    if figures.predicates.total.exempt > 0 {
        out.notes.push(pen.note(
            "exempt",
            Text::NoteExempt {
                count: figures.predicates.total.exempt,
            },
        ));
    }
    out.notes.push(pen.basis(&context.edition.predicate.head()));
    out.notes.push(pen.basis(&context.edition.evaluation.head()));
    out.notes
        .extend(pen.others("missing-more", figures.predicates.missing.len(), NAMED));
    out
}

/// The predicates over the whole office: in a unit where all have the same, a count would tell about each.
fn whole_office(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let count = &figures.predicates.total;
    let columns = vec![
        pen.column("predicate", Text::Predicate).public(),
        pen.column("people", Text::People).public(),
        pen.column("share", Text::ShareOf).public(),
        pen.hidden("of", Text::Of).public(),
        // The size of the group is its figure, so it must not stand beside the star.
        pen.hidden("size", Text::FigurePeople),
    ];
    let line = |key: Value, n: u64| {
        vec![
            key,
            pen.count(n),
            pen.share(n, count.owing()),
            pen.count(count.owing()),
            pen.count(n),
        ]
    };
    let counted = Predicate::ALL.iter().zip(count.by_predicate);
    let mut rows: Vec<Vec<Value>> = counted
        .map(|(one, n)| line(pen.code(one.code(), one.phrase()), n))
        .collect();
    rows.push(line(pen.key("missing", Text::Missing), count.missing));
    rows.push(line(pen.total(), count.owing()));
    let caption = Text::PredicatesOfAll {
        period: pen.period(figures.owed),
    };
    let out = table("predicates", pen.say(caption), columns, rows, String::new());
    out.of_people("size").for_public()
}

fn by_unit(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let mut columns = vec![pen.column("unit", Text::Unit)];
    for predicate in Predicate::ALL {
        let title = pen.phrase(predicate.phrase());
        columns.push(Column {
            id: column_of(*predicate),
            title,
            ..Column::default()
        });
    }
    columns.push(pen.column("missing", Text::Missing));
    let line = |key: Value, count: &PredicateCount| -> Vec<Value> {
        let predicates = count.by_predicate.iter().map(|&n| pen.count(n));
        std::iter::once(key)
            .chain(predicates)
            .chain([pen.count(count.missing)])
            .collect()
    };
    let units = figures.predicates.units.iter().enumerate();
    let mut rows: Vec<Vec<Value>> = units
        .map(|(n, count)| line(context.who.unit(n as u32), count))
        .collect();
    rows.push(line(pen.total(), &figures.predicates.total));
    let caption = pen.say(Text::PredicatesByUnit {
        period: pen.period(figures.owed),
    });
    let out = table("predicates_by_unit", caption, columns, rows, String::new());
    pen.without_idle(out, context.who.units, |_| true)
}

fn missing(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let mut numbers: Vec<u32> = figures.predicates.missing.iter().take(NAMED).copied().collect();
    numbers.sort_by_key(|&number| (context.who.people.list[number as usize].unit(), number));
    let rows = numbers
        .into_iter()
        .map(|number| vec![pen.person(number), context.who.unit_of(number)]);
    let columns = vec![pen.column("name", Text::Name), pen.column("unit", Text::Unit)];
    table(
        "evaluation_missing",
        pen.say(Text::MissingNamed),
        columns,
        rows.collect(),
        String::new(),
    )
}
