//! Follow-up actions from any source: done, overdue, due next month.

use super::super::context::{Context, Line};
use super::super::figure::{NAMED, Pen, table};
use super::super::model::{Section, Table, Value};
use super::super::person::named;
use crate::measure::actions::Action;
use crate::words::report_actions::ActionText as Words;

/// The section; none when the office keeps no actions.
pub(super) fn section(context: &Context<'_>) -> Option<Section> {
    let (pen, actions, month) = (context.pen, &context.figures.actions, context.month());
    if actions.list.is_empty() {
        return None;
    }
    let mut out = pen.section("actions", Words::Section);
    let (done, overdue) = (actions.done_in(month), actions.overdue());
    let ahead = actions.due_in(month.plus(1));
    let of = |id, title, empty, list| Named { id, title, empty }.table(context, list);
    out.tables = vec![
        of(
            "actions_overdue",
            Words::OverdueTable,
            Words::NothingOverdue,
            overdue.collect(),
        ),
        of(
            "actions_ahead",
            Words::AheadTable,
            Words::NothingAhead,
            ahead.collect(),
        ),
        of(
            "actions_done",
            Words::DoneTable,
            Words::NothingDone,
            done.collect(),
        ),
    ];
    let undated = actions.open().filter(|action| action.due.is_none()).count() as u64;
    let count = actions.open().count() as u64;
    if count > 0 {
        out.notes
            .push(pen.note("open", Words::NoteOpen { count, undated }));
    }
    let overdue = actions.overdue().count();
    out.notes.extend(pen.others("overdue-more", overdue, NAMED));
    Some(out)
}

/// A table of actions.
struct Named {
    id: &'static str,
    title: Words,
    empty: Words,
}

impl Named {
    fn table(self, context: &Context<'_>, actions: Vec<&Action>) -> Table {
        let pen = context.pen;
        let is_done = self.id == "actions_done";
        let mut columns = vec![
            pen.hidden("action", Words::Id),
            pen.column("what", Words::What),
            pen.column("source", Words::Source),
            pen.column("owner", Words::Owner),
            pen.column("due", Words::Due),
        ];
        if is_done {
            columns.push(pen.column("done", Words::DoneOn));
            columns.push(pen.column("result", Words::Result));
        }
        let rows = actions.into_iter().take(NAMED).map(|action| {
            let mut row = vec![
                Value::Text(action.id.clone()),
                Value::Text(action.what.clone()),
                source(pen, action),
                pen.person_or_not(action.owner),
                pen.date_or_not(action.due),
            ];
            if is_done {
                row.push(pen.date_or_not(action.done));
                row.push(pen.text(action.result.as_deref()));
            }
            row
        });
        table(
            self.id,
            pen.say(self.title),
            columns,
            rows.collect(),
            pen.say(self.empty),
        )
    }
}

/// What an action comes from: data formats see the reference, text its kind.
fn source(pen: Pen, action: &Action) -> Value {
    let Some((kind, id)) = &action.source else {
        return Value::Missing;
    };
    let words = match &**kind {
        "training" => Words::FromTraining,
        "complaint" => Words::FromComplaint,
        "forum" => Words::FromForum,
        "impact" => Words::FromImpact,
        "response" => Words::FromResponse,
        "evaluation" => Words::FromEvaluation,
        _ => Words::FromOther,
    };
    pen.key(&format!("{kind}:{id}"), words)
}

/// The actions that fall due in the next month, with those responsible.
pub(super) fn ahead(context: &Context<'_>) -> Vec<Line> {
    let figures = context.figures;
    let due = figures.actions.due_in(context.next()).take(NAMED);
    due.map(|action| {
        let who = action.owner.map(named);
        (action.due, action.what.clone(), who)
    })
    .collect()
}
