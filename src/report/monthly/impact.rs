//! The impact indication of the programmes whose window closed in the month: verdicts and follow-up.

use super::super::impact::Comparison;
use super::super::model::{Section, Table};
use super::Context;
use crate::words::report_impact::ImpactText as Words;

/// The section; text is silent when no window closed in the month. None without a rule for it. The figures behind it
/// are in the report `impact`.
pub(super) fn section(context: &Context<'_>) -> Option<Section> {
    let list = &context.figures.impacts;
    let comparison = Comparison::new(&context.page, list)?;
    let mut out = comparison.verdicts("verdicts_named");
    let title = (
        "Indikasi dampak pelatihan pada pelayanan",
        "Impact indication of programmes on service",
    );
    out.title = context.pen.say(title);
    out.notes
        .insert(0, context.pen.method("named", Words::NoteNamed).public());
    let tables = out
        .tables
        .into_iter()
        .map(|table| match table.column("training") {
            Some(_) => table.short_view(&["training", "overdue", "verdict", "action"]),
            None => table,
        });
    out.tables = tables.collect();
    out.tables.push(Table {
        empty: String::new(),
        ..comparison.actions()
    });
    Some(if list.is_empty() { out.hushed() } else { out })
}
