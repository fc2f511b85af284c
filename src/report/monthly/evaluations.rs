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
    out.tables = vec![by_unit(context)];
    if !figures.predicates.missing.is_empty() {
        out.tables.push(missing(context));
    }
    out.notes = vec![pen.note("latest", Text::NoteLatest)];
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
        .map(|(n, count)| line(pen.unit(figures, n as u32), count))
        .collect();
    rows.push(line(pen.total(), &figures.predicates.total));
    let caption = pen.say(Text::PredicatesByUnit {
        period: pen.period(figures.owed),
    });
    table("predicates_by_unit", caption, columns, rows, String::new())
}

fn missing(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let mut numbers: Vec<u32> = figures.predicates.missing.iter().take(NAMED).copied().collect();
    numbers.sort_by_key(|&number| (figures.people.list[number as usize].unit(), number));
    let rows = numbers
        .into_iter()
        .map(|number| vec![pen.name(figures, number), pen.unit_of(figures, number)]);
    let columns = vec![pen.column("name", Text::Name), pen.column("unit", Text::Unit)];
    table(
        "evaluation_missing",
        pen.say(Text::MissingNamed),
        columns,
        rows.collect(),
        String::new(),
    )
}
