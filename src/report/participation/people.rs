//! Who never takes part, who was absent and why, who declined and what was said about it.

use super::super::figure::{NAMED, Pen, table};
use super::super::model::{Section, Table, Value};
use super::Context;
use crate::measure::fairness::{Member, Refusal, Taken, refused_twice};
use crate::records::code::{AbsenceReason, PostingStatus};
use crate::words::report_participation::ParticipationText as Text;

/// Who completed nothing in the window, by name.
pub(super) fn never(context: &Context<'_>) -> Section {
    let (pen, figures) = (context.pen, context.figures);
    let rows = figures.never().take(NAMED);
    let rows = rows.map(|(member, taken)| never_row(context, member, taken));
    let columns = vec![
        pen.column("name", Text::Name),
        pen.column("unit", Text::Unit),
        pen.column("invited", Text::Invited),
        pen.column("absent", Text::Absent),
        pen.column("remark", Text::Remark),
    ];
    let mut out = pen.section("never", Text::Never);
    let empty = pen.say(Text::Nobody);
    let listed = figures.never().take(NAMED);
    out.tables.push(Table {
        numbers: listed.map(|(member, _)| member.person.into()).collect(),
        ..table("never", String::new(), columns, rows.collect(), empty)
    });
    let all = figures.never().count();
    if all > NAMED {
        let count = (all - NAMED) as u64;
        out.notes.push(pen.note("more", Text::MoreNames { count }));
    }
    out
}

fn never_row(context: &Context<'_>, member: &Member, taken: &Taken) -> Vec<Value> {
    let (pen, figures) = (context.pen, context.figures);
    let is_new = member.since.filter(|since| *since >= figures.first);
    // Why somebody could not take part stands beside the name, so that nobody is blamed for it.
    let remark = match (member.status, is_new) {
        (PostingStatus::Active, None) => Value::Missing,
        (PostingStatus::Active, Some(since)) => {
            pen.key(&since.to_string(), Text::NewSince { day: pen.day(since) })
        }
        (status, _) => pen.code(status.code(), status.phrase()),
    };
    vec![
        pen.person(member.person),
        member
            .unit
            .map_or(Value::Missing, |unit| pen.unit_of_list(&figures.units, unit)),
        pen.count(taken.invited),
        pen.count(taken.absent),
        remark,
    ]
}

/// Absences by reason, refusals with their talks, and who declined twice without one.
pub(super) fn absence(context: &Context<'_>) -> Section {
    let (pen, figures) = (context.pen, context.figures);
    let mut out = pen.section("absence", Text::Absence);
    out.tables = vec![
        reasons(context),
        refusals_table(pen, &figures.refusals),
        twice_table(pen, &figures.refusals),
    ];
    out.tables
        .retain(|table| !table.rows.is_empty() || table.id == "reasons");
    if !figures.refusals.is_empty() {
        out.notes.push(pen.note("talk", Text::NoteTalk));
    }
    out
}

fn reasons(context: &Context<'_>) -> Table {
    let (pen, absent) = (context.pen, context.figures.fairness.absent);
    let all: u64 = absent.iter().sum();
    let named = AbsenceReason::ALL.iter();
    let named = named.map(|reason| pen.code(reason.code(), reason.phrase()));
    let named = named.chain([pen.key("unknown", Text::NoReason)]);
    let rows = named.zip(absent).filter(|(_, n)| *n > 0);
    let rows = rows.map(|(reason, n)| vec![reason, pen.count(n), pen.share(n, all)]);
    let numbers = (0..7).filter(|number| absent[*number as usize] > 0);
    let columns = vec![
        pen.column("reason", Text::Reason),
        pen.column("count", Text::Count),
        pen.column("share", Text::Share),
    ];
    let (title, empty) = (pen.say(Text::Reasons), pen.say(Text::Nobody));
    Table {
        numbers: numbers.collect(),
        ..table("reasons", title, columns, rows.collect(), empty)
    }
}

/// Refusals, by day, with the talk that followed each.
pub(in super::super) fn refusals_table(pen: Pen, refusals: &[Refusal]) -> Table {
    let rows = refusals.iter().map(|refusal| {
        let talk = refusal.talk.as_ref();
        vec![
            pen.person(refusal.person),
            Value::Key {
                key: refusal.training.clone(),
                label: refusal.title.clone(),
            },
            pen.date(refusal.day),
            talk.map_or_else(|| pen.blank(Text::NoTalk), |talk| pen.date(talk.date)),
            pen.text(talk.map(|talk| &*talk.agreed)),
            pen.text(talk.and_then(|talk| talk.result.as_deref())),
        ]
    });
    let columns = vec![
        pen.column("name", Text::Name),
        pen.column("training", Text::Training),
        pen.column("date", Text::Day),
        pen.column("talk", Text::TalkDay),
        pen.column("agreed", Text::Agreed),
        pen.column("result", Text::Result),
    ];
    let title = pen.say(Text::RefusalList);
    table("refusals", title, columns, rows.collect(), String::new())
}

/// Who declined twice or more without a talk.
pub(in super::super) fn twice_table(pen: Pen, refusals: &[Refusal]) -> Table {
    let twice = refused_twice(refusals);
    let rows = twice
        .iter()
        .map(|(person, times)| vec![pen.person(*person), pen.count(*times)]);
    let columns = vec![pen.column("name", Text::Name), pen.column("times", Text::Times)];
    let title = pen.say(Text::Twice);
    Table {
        numbers: twice.iter().map(|(person, _)| (*person).into()).collect(),
        ..table("refused_twice", title, columns, rows.collect(), String::new())
    }
}
