//! What was corrected in months that are closed, with its effect.

use super::super::context::Context;
use super::super::explanation::both;
use super::super::model::{Report, Section, Value};
use crate::records::closing::WHOLE_MONTH;
use crate::words::report::Text;

/// The section; `None` of a month in which nothing was corrected, where every closing is as it was written.
pub(super) fn section(context: &Context<'_>) -> Option<Section> {
    let (pen, corrections) = (context.pen, &context.figures.corrections);
    let broken = &context.figures.broken_closings;
    if corrections.is_empty() && broken.is_empty() {
        return None;
    }
    let mut out = pen.section("closed_months", Text::ClosedMonths);
    let broken = broken.iter().map(|month| {
        let month = pen.month(*month);
        pen.note("closing-broken", Text::ClosingBroken { month })
    });
    out.notes.extend(broken);
    if corrections.is_empty() {
        return Some(out);
    }
    let table = pen
        .list("corrections", corrections)
        .col("month", ("Bulan", "Month"), |one| {
            Value::Text(one.month.to_string())
        })
        .col("figure", ("Angka", "Figure"), |one| match &*one.figure.address {
            WHOLE_MONTH => Value::Text(pen.say(Text::OpenedAgain)),
            address => Value::Text(address.to_owned()),
        })
        .col("on", ("Tanggal", "Day"), |one| pen.date_or_not(Some(one.on)))
        .col("before", ("Semula", "Before"), |_| Value::Missing)
        .col("after", ("Menjadi", "After"), |_| Value::Missing)
        .col("reason", ("Alasan", "Reason"), |one| {
            Value::Text(one.reason.clone())
        })
        .table();
    out.tables.push(table);
    Some(out)
}

/// Writes what was corrected as this report prints such figures: a share in percent, a count with what it is of.
pub(super) fn as_printed(context: &Context<'_>, report: &mut Report) {
    let corrections = context.figures.corrections.iter();
    let told: Vec<[Value; 2]> = corrections
        .map(|one| both(context.pen, report, &one.figure))
        .collect();
    let mut tables = report.sections.iter_mut().flat_map(|section| &mut section.tables);
    let Some(table) = tables.find(|table| table.id == "corrections") else {
        return;
    };
    let columns = ["before", "after"].map(|id| table.column(id));
    for (row, told) in table.rows.iter_mut().zip(told) {
        for (column, value) in columns.into_iter().zip(told) {
            if let Some(cell) = column.and_then(|column| row.get_mut(column)) {
                *cell = value;
            }
        }
    }
}
