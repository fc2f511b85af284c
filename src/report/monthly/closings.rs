//! What was corrected in months that are closed, with its effect.

use super::super::context::Context;
use super::super::model::{Section, Value};
use crate::records::closing::WHOLE_MONTH;
use crate::words::report::Text;

/// The section; `None` of a month in which nothing was corrected.
pub(super) fn section(context: &Context<'_>) -> Option<Section> {
    let (pen, corrections) = (context.pen, &context.figures.corrections);
    if corrections.is_empty() {
        return None;
    }
    let mut out = pen.section("closed_months", Text::ClosedMonths);
    let figure = |text: &str| match text {
        "" => Value::Missing,
        text => Value::Text(text.to_owned()),
    };
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
        .col("before", ("Semula", "Before"), |one| figure(&one.figure.before))
        .col("after", ("Menjadi", "After"), |one| figure(&one.figure.after))
        .col("reason", ("Alasan", "Reason"), |one| {
            Value::Text(one.reason.clone())
        })
        .table();
    out.tables.push(table);
    Some(out)
}
