//! The list of everything that has a day or is owed: what, who, since when or by when, and the command that settles it.

mod duty;
mod letters;
mod people;
mod work;

use super::context::Context;
use super::head::line_number;
use super::model::{Agenda, Report, Table, Value};
use super::page::Page;
use crate::measure::due::DueFigures;
use crate::words::report::Text;
use crate::words::report_due::DueText as Words;
use duty::{Duty, Urgency};
pub use letters::{Letter, letters};

/// The version of the contract of the list.
const VERSION: u32 = 1;

/// What a calendar shows of it.
const AGENDA: Agenda = Agenda {
    key: "id",
    day: "day",
    kind: "kind",
    summary: &["what", "who"],
    description: &["command"],
};

/// The list by day, what is late first, and how much of it is late; `None` when a rule has no edition in force.
pub fn due(page: &Page<'_>, gathered: &DueFigures) -> Option<(Report, u64)> {
    let context = Context::new(page, &gathered.month)?;
    let duties = duties(&context, gathered);
    let count = |urgency| duties.iter().filter(|duty| duty.urgency == urgency).count() as u64;
    let [late, open, ahead] = [Urgency::Late, Urgency::Open, Urgency::Ahead].map(count);

    let pen = context.pen;
    let day = pen.day(page.as_of()).to_uppercase();
    let mut report = page.report("due", VERSION, Words::Title { day });
    let day = pen.day(gathered.horizon);
    report.heading_below.push(pen.say(Words::Summary {
        late,
        open,
        ahead,
        day,
    }));
    let mut section = pen.section("due", ("Daftar", "The list"));
    section.tables.push(table(&context, &duties));
    let note = pen.note("commands", Words::NoteCommands);
    section.notes.extend((!duties.is_empty()).then_some(note));
    report.sections.push(section);
    Some((report, late))
}

/// Everything that is due, what is late first. What has a day and is not late is told as far as the list looks ahead.
fn duties(context: &Context<'_>, gathered: &DueFigures) -> Vec<Duty> {
    let mut duties: Vec<Duty> = people::duties(context, gathered);
    duties.extend(work::duties(context, gathered));
    duties.retain(|duty| duty.urgency != Urgency::Ahead || duty.day <= gathered.horizon);
    duties.sort_by(|a, b| (a.urgency, a.day, &a.id).cmp(&(b.urgency, b.day, &b.id)));
    duties
}

fn table(context: &Context<'_>, duties: &[Duty]) -> Table {
    let (pen, as_of) = (context.pen, context.as_of());
    let list = pen
        .list("due", duties.iter().enumerate())
        .or_says(Text::Nothing)
        .col("id", ("Id", "Id"), |(_, duty)| Value::Text(duty.id.clone()))
        .hidden()
        .col("line", ("No.", "No."), |(at, _)| line_number(*at))
        .col("kind", ("Jenis", "Kind"), |(_, duty)| {
            pen.key(duty.kind(), duty.words)
        })
        .hidden()
        .col("state", ("Keadaan", "State"), |(_, duty)| {
            pen.key(duty.urgency.code(), duty.urgency.phrase())
        })
        .hidden()
        .col("what", ("Apa", "What"), |(_, duty)| {
            Value::Text(duty.what.clone())
        })
        .col("who", ("Siapa", "Who"), |(_, duty)| duty.who.clone())
        .col("day", ("Tanggal", "Day"), |(_, duty)| pen.date(duty.day))
        .col("days", ("Lewat atau lagi", "Late or ahead"), |(_, duty)| {
            duty.distance(pen, as_of)
        })
        .col("unit", ("Satuan", "Counted in"), |(_, duty)| {
            match duty.workdays {
                Some(_) => pen.key("workdays", ("hari kerja", "working days")),
                None => pen.key("days", ("hari", "days")),
            }
        })
        .hidden()
        .col("command", ("Perintah", "Command"), |(_, duty)| {
            Value::Text(duty.command.clone())
        });
    let commands = ("Perintah yang menyelesaikannya", "Commands that settle them");
    let agenda = Some(AGENDA);
    let list = list
        .view(&["line", "what", "who", "day", "days"])
        .view_titled(commands, &["line", "command"]);
    Table {
        agenda,
        ..list.table()
    }
}
