//! Participation that nobody followed up: refusals without a talk, programmes without an evaluation.

use super::super::model::Section;
use super::super::participation::{refusals_table, twice_table, unevaluated_table};
use super::Context;
use crate::words::report_participation::ParticipationText as Text;

/// The columns of a refusal without a talk that say something.
const SHOWN: [&str; 4] = ["name", "training", "date", "talk"];

/// The section; text is silent where nothing is open. All else stands in the report `participation`.
pub(super) fn section(context: &Context<'_>) -> Section {
    let (pen, figures) = (context.pen, context.figures);
    let open = &figures.open;
    let mut refusals = refusals_table(context, &open.refusals);
    for column in &mut refusals.columns {
        column.is_hidden = !SHOWN.contains(&column.id);
    }
    let mut out = super::section(context, "participation", Text::Section);
    out.tables = vec![
        refusals,
        twice_table(context, &open.refusals),
        unevaluated_table(pen, &open.unevaluated),
    ];
    out.tables.iter_mut().for_each(|table| table.empty.clear());
    if out.tables.iter().all(|table| table.rows.is_empty()) {
        return out;
    }
    let look_back = context.rules.look_back.on(context.as_of());
    let first = context
        .month()
        .plus(-look_back.map_or(0, |rule| rule.programme_months as i32));
    let window = Text::NoteShort {
        first: pen.day(first.first()),
        last: pen.day(context.as_of()),
    };
    out.notes = vec![pen.method("window", window)];
    if !open.refusals.is_empty() {
        out.notes.push(pen.method("talk", Text::NoteTalk));
    }
    if !open.unevaluated.is_empty() {
        out.notes.push(pen.method("unevaluated", Text::NoteUnevaluated));
    }
    out
}
