//! Follow-up actions from any source: done, overdue, due next month.

use super::super::context::{Context, Reminder};
use super::super::figure::Pen;
use super::super::list::List;
use super::super::model::{Section, Value};
use super::super::person::named;
use super::FEW;
use crate::measure::actions::Action;
use crate::words::report::Text;

/// The section; text is silent where the office keeps no actions.
pub(super) fn section(context: &Context<'_>) -> Section {
    let (pen, actions) = (context.pen, &context.figures.actions);
    let mut out = pen.section("actions", ("Rencana aksi", "Follow-up actions"));
    out.tables = vec![
        list(pen, "actions_overdue", actions.overdue())
            .titled(("Melewati tenggat", "Overdue"))
            .or_says(("Tidak ada yang melewati tenggat.", "None is overdue."))
            .table()
            .short_view(&["what", "owner", "due"]),
        list(pen, "actions_ahead", actions.due_in(context.next()))
            .titled(("Jatuh tempo bulan depan", "Due next month"))
            .or_says((
                "Tidak ada yang jatuh tempo bulan depan.",
                "None falls due next month.",
            ))
            .table()
            .detail(),
        list(pen, "actions_done", actions.done_in(context.period))
            .titled(("Selesai bulan ini", "Done this month"))
            .or_says(("Tidak ada yang selesai bulan ini.", "None was done this month."))
            .col("done", ("Selesai", "Done"), |action| pen.date_or_not(action.done))
            .col("result", ("Hasil", "Result"), |action| {
                pen.text(action.result.as_deref())
            })
            .table()
            .short_view(&["what", "owner", "done"]),
    ];
    let undated = actions.open().filter(|action| action.due.is_none()).count() as u64;
    let count = actions.open().count() as u64;
    if count > 0 {
        out.notes
            .push(pen.method("open", Text::NoteOpenActions { count, undated }));
    }
    match actions.list.is_empty() {
        true => out.hushed(),
        false => out,
    }
}

/// Some actions with what is to be done, why, by whom and when.
fn list<'a>(pen: Pen, id: &'static str, actions: impl Iterator<Item = &'a Action>) -> List<&'a Action> {
    pen.list(id, actions)
        .short_to(FEW)
        .col("action", ("Id", "Id"), |action| Value::Text(action.id.clone()))
        .hidden()
        .col("what", ("Yang dilakukan", "What is to be done"), |action| {
            Value::Text(action.what.clone())
        })
        .col("source", ("Asal", "From"), |action| source(pen, action))
        .col("owner", ("Penanggung jawab", "Owner"), |action| {
            owner(pen, action)
        })
        .col("due", ("Tenggat", "Due"), |action| pen.date_or_not(action.due))
}

/// Who is responsible, and who has the action of somebody who has left.
pub(in super::super) fn owner(pen: Pen, action: &Action) -> Value {
    if action.owner == action.holder {
        return pen.person_or_not(action.owner);
    }
    let owner = action.owner.map(named).unwrap_or_default();
    Value::Text(pen.say(match action.holder {
        Some(holder) => Text::OwnerLeft {
            owner,
            holder: named(holder),
        },
        None => Text::OwnerGone { owner },
    }))
}

/// What an action comes from: data formats see the reference, text its kind.
fn source(pen: Pen, action: &Action) -> Value {
    let Some((kind, id)) = &action.source else {
        return Value::Missing;
    };
    let words = match &**kind {
        "training" => ("umpan balik pelatihan", "feedback about a programme"),
        "complaint" => ("pengaduan", "a complaint"),
        "forum" => ("forum", "a forum"),
        "impact" => (
            "indikasi dampak pelatihan",
            "the impact indication of a programme",
        ),
        "response" => ("jawaban kuesioner", "answers to a questionnaire"),
        "evaluation" => ("evaluasi kinerja", "a performance evaluation"),
        _ => ("sumber lain", "another source"),
    };
    pen.key(&format!("{kind}:{id}"), words)
}

/// The actions that fall due in the next month, with those responsible.
pub(super) fn ahead(context: &Context<'_>) -> Vec<Reminder> {
    let due = context.figures.actions.due_in(context.next());
    due.map(|action| {
        let who = action.holder.map(named);
        (action.due, action.what.clone(), who)
    })
    .collect()
}
