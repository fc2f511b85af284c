//! Who was on the list: how each participation stands, why people were absent.

use super::super::figure::{NAMED, table};
use super::super::model::{Section, Table, Value};
use super::Context;
use crate::measure::training::Attendee;
use crate::records::code::{AbsenceReason, ParticipationStatus};
use crate::words::report_training::TrainingText as Text;

/// The section.
pub(super) fn section(context: &Context<'_>) -> Section {
    let mut out = context.pen.section("participants", Text::Participants);
    out.tables = vec![statuses(context), reasons(context), list(context)];
    out.tables
        .retain(|table| !table.rows.is_empty() || table.id == "participants");
    let all = context.figures.attendees.len();
    if all > NAMED {
        let count = (all - NAMED) as u64;
        out.notes
            .push(context.pen.note("more", Text::MoreNames { count }));
    }
    out
}

fn statuses(context: &Context<'_>) -> Table {
    let (pen, tally) = (context.pen, &context.figures.tally);
    let counted = ParticipationStatus::ALL.iter().zip(tally.by_status);
    let mut rows: Vec<Vec<Value>> = counted
        .filter(|(_, n)| *n > 0)
        .map(|(status, n)| vec![pen.code(status.code(), status.phrase()), pen.count(n)])
        .collect();
    if !rows.is_empty() {
        rows.push(vec![pen.total(), pen.count(tally.invited)]);
    }
    let columns = vec![
        pen.column("status", Text::Status),
        pen.column("people", Text::People),
    ];
    let numbers = (0..).zip(tally.by_status).filter(|(_, n)| *n > 0);
    Table {
        numbers: numbers.map(|(number, _)| number).collect(),
        ..table(
            "statuses",
            pen.say(Text::StatusCounts),
            columns,
            rows,
            String::new(),
        )
    }
}

fn reasons(context: &Context<'_>) -> Table {
    let (pen, absent) = (context.pen, context.figures.tally.absent);
    let reasons = AbsenceReason::ALL
        .iter()
        .map(|reason| pen.code(reason.code(), reason.phrase()));
    let reasons = reasons.chain([pen.key("unknown", Text::NoReason)]);
    let rows = reasons.zip(absent).filter(|(_, n)| *n > 0);
    let rows = rows.map(|(reason, n)| vec![reason, pen.count(n)]).collect();
    let columns = vec![
        pen.column("reason", Text::Reason),
        pen.column("people", Text::People),
    ];
    let numbers = (0..).zip(absent).filter(|(_, n)| *n > 0);
    Table {
        numbers: numbers.map(|(number, _)| number).collect(),
        ..table("absences", pen.say(Text::Reasons), columns, rows, String::new())
    }
}

fn list(context: &Context<'_>) -> Table {
    let pen = context.pen;
    let rows = context.figures.attendees.iter().take(NAMED);
    let rows = rows.map(|attendee| row(context, attendee)).collect();
    let columns = vec![
        pen.column("name", Text::Name),
        pen.column("unit", Text::Unit),
        pen.column("status", Text::Status),
        pen.column("reason", Text::Reason),
        pen.column("initiative", Text::Initiative),
    ];
    let empty = pen.say(Text::NoPeople);
    table("participants", pen.say(Text::List), columns, rows, empty)
}

fn row(context: &Context<'_>, attendee: &Attendee) -> Vec<Value> {
    let (pen, figures) = (context.pen, context.figures);
    vec![
        pen.person(attendee.person),
        attendee
            .unit
            .map_or(Value::Missing, |unit| pen.unit_of_list(&figures.units, unit)),
        pen.code(attendee.status.code(), attendee.status.phrase()),
        attendee
            .reason
            .map_or(Value::Missing, |reason| pen.code(reason.code(), reason.phrase())),
        attendee
            .initiative
            .map_or(Value::Missing, |one| pen.code(one.code(), one.phrase())),
    ]
}
