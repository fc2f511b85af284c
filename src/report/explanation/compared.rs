//! A report against an earlier state: the figures that are others, and the records of it that have changed.

use super::super::figure::Pen;
use super::super::model::{Report, Table, Value};
use super::super::statement::Moved;
use super::super::value::NumberStyle;
use super::Opening;
use crate::merge::Alteration;
use crate::records::number::Ratio;
use crate::records::word::Code;
use crate::words::number;
use crate::words::report_explanation::ExplanationText as Text;

/// The page about what has changed in a report since `when`. Of a state of which only the figures are known there are no
/// rows.
pub fn compared(
    asked: &Opening<'_>,
    when: String,
    figures: &[Moved],
    rows: Option<&[(String, Alteration)]>,
) -> Report {
    let pen = Pen::of(asked.lang);
    let title = asked.report.heading.last().cloned().unwrap_or_default();
    let mut out = asked.page(Text::SinceThen { title, when });
    out.name = "comparison";
    let text = |text: &str| match text {
        "" => Value::Missing,
        text => Value::Text(text.to_owned()),
    };
    let mut section = pen.section("moved", Text::FiguresMoved);
    let table = pen
        .list("moved", figures)
        .col("figure", Text::Figure, |one| text(&one.address))
        .col("before", ("Semula", "Before"), |one| {
            both(pen, asked.report, one)[0].clone()
        })
        .col("after", ("Kini", "Now"), |one| {
            both(pen, asked.report, one)[1].clone()
        })
        .or_says(Text::NoneMoved);
    section.tables.push(table.table());
    out.sections.push(section);
    if let Some(rows) = rows {
        let mut section = pen.section("altered", Text::RowsAltered);
        let table = pen
            .list("altered", rows)
            .col("file", ("Berkas", "File"), |(file, _)| text(file))
            .hidden()
            .col("row", ("Catatan", "Record"), |(_, one)| text(&one.key))
            .col("title", ("Tentang", "About"), |(_, one)| text(&one.title))
            .col("column", ("Kolom", "Column"), |(_, one)| text(&one.column))
            .col("before", ("Semula", "Before"), |(_, one)| told(pen, one, true))
            .col("after", ("Kini", "Now"), |(_, one)| told(pen, one, false))
            .or_says(Text::NoneAltered);
        section.tables.push(table.table());
        out.sections.push(section);
    }
    out
}

/// A figure before and now, rounded alike; where that would hide what has changed, not at all.
fn both(pen: Pen, report: &Report, one: &Moved) -> [Value; 2] {
    let exact = [&one.before, &one.after];
    let rounded = exact.map(|exact| written(pen, exact, column(report, &one.address)));
    match rounded[0].label() == rounded[1].label() {
        true => exact.map(|exact| match &**exact {
            "" => Value::Missing,
            exact => Value::Key {
                key: exact.to_owned(),
                label: number(pen.lang, exact),
            },
        }),
        false => rounded,
    }
}

/// The figures of the column in which a figure stands.
fn column<'r>(report: &'r Report, address: &str) -> impl Iterator<Item = &'r Value> + use<'r> {
    let (table, column) = (address.split('/').next(), address.rsplit('/').next());
    let table = report.tables().find(|own| Some(own.id) == table);
    let at = table.and_then(|table| table.columns.iter().position(|own| Some(own.id) == column));
    let rows = table.map_or(&[][..], |table: &Table| &table.rows);
    at.into_iter()
        .flat_map(move |at| rows.iter().map(move |row| &row[at]))
}

/// A figure that was written down for programs, for a reader as those of its column are shown: what was and what is are
/// rounded alike.
pub(super) fn written<'v>(pen: Pen, exact: &str, column: impl IntoIterator<Item = &'v Value>) -> Value {
    let style = column.into_iter().find_map(|value| match value.known() {
        Value::Number { written, .. } => Some(*written),
        _ => None,
    });
    let shown = |ratio: Ratio| match style.unwrap_or_default() {
        NumberStyle::Plain => number(pen.lang, &ratio.shortest(2)),
        NumberStyle::Places(places) => number(pen.lang, &ratio.fixed(places.into())),
        NumberStyle::Percent | NumberStyle::Fraction => pen.percent_as(ratio),
    };
    match exact {
        "" => Value::Missing,
        exact => Value::Key {
            key: exact.to_owned(),
            label: Ratio::decimal(exact).map_or_else(|| exact.to_owned(), shown),
        },
    }
}

/// A value before or now: that there was no row, the words of a code, or what stands there.
pub(super) fn told(pen: Pen, one: &Alteration, is_before: bool) -> Value {
    let value = if is_before { &one.before } else { &one.after };
    match value.as_deref() {
        None if is_before => Value::Blank(pen.say(Text::RowNew)),
        None => Value::Blank(pen.say(Text::RowGone)),
        Some("") => Value::Missing,
        Some(text) => Value::Key {
            key: text.to_owned(),
            label: Code::told(one.codes, text, pen.lang),
        },
    }
}
