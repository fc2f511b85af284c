//! What is due as letters: to each person the things that this person is to do, in sentences and without commands.

use super::super::context::Context;
use super::super::model::{Report, Section, Style, Table, Value};
use super::super::page::Page;
use super::super::person::named;
use super::duties;
use super::duty::{Duty, Errand, Urgency};
use crate::measure::due::DueFigures;
use crate::words::report_due::DueText as Words;
use std::collections::BTreeMap;

/// The version of the contract of a letter.
const VERSION: u32 = 1;

/// A letter to one person.
#[derive(Debug)]
pub struct Letter {
    /// To whom, by number.
    pub person: u32,
    /// What it is about, in a line.
    pub subject: String,
    /// How many things it names.
    pub count: usize,
    /// What it says; people in it are numbers.
    pub text: Report,
}

/// A letter for everybody who is to do something of what is due, by number, and how many things name nobody who could
/// do them; `None` when a rule has no edition in force.
pub fn letters(page: &Page<'_>, gathered: &DueFigures) -> Option<(Vec<Letter>, usize)> {
    let context = Context::new(page, &gathered.month)?;
    let duties = duties(&context, gathered);
    let (mut errands, mut nobody) = (BTreeMap::<u32, Vec<_>>::new(), 0);
    for duty in &duties {
        let errand = duty.errand.as_ref();
        let meant = errand.map(|errand| errand.doer.people(gathered, &page.who.people));
        let meant = meant.unwrap_or_default();
        nobody += usize::from(meant.is_empty());
        for person in meant {
            errands
                .entry(person)
                .or_default()
                .extend(errand.map(|errand| (duty, errand)));
        }
    }
    let letters = errands.into_iter();
    let letters = letters.map(|(person, own)| letter(&context, gathered, person, &own));
    Some((letters.collect(), nobody))
}

fn letter(context: &Context<'_>, gathered: &DueFigures, person: u32, own: &[(&Duty, &Errand)]) -> Letter {
    let pen = context.pen;
    let late = own
        .iter()
        .filter(|(duty, _)| duty.urgency == Urgency::Late)
        .count();
    let count = own.len();
    let day = pen.day(context.as_of()).to_uppercase();
    let greeting = Words::Greeting { name: named(person) };
    let mut text = context.report("mail", VERSION, Words::LetterTitle { day });
    text.heading_below = vec![pen.say(greeting)];
    let day = pen.day(gathered.horizon);
    let parts = [
        (Urgency::Late, "late", Words::LetterLate),
        (Urgency::Open, "open", Words::LetterOpen),
        (Urgency::Ahead, "ahead", Words::LetterAhead { day }),
    ];
    let parts = parts.into_iter().filter_map(|(urgency, id, title)| {
        let mut own = own.iter().filter(|(duty, _)| duty.urgency == urgency).peekable();
        own.peek()?;
        Some(Section {
            tables: vec![list(context, id, person, own.copied())],
            ..pen.section(id, title)
        })
    });
    text.sections = parts.collect();
    let office = context.how_to_reach();
    let note = pen.note("answer", Words::NoteLetter { office });
    text.sections
        .last_mut()
        .into_iter()
        .for_each(|last| last.notes.push(note.clone()));
    Letter {
        person,
        subject: pen.say(match late {
            0 => Words::SubjectInTime { count },
            _ => Words::Subject { count, late },
        }),
        count,
        text,
    }
}

/// One part of the things that a person is to do. Whom something is about is not said where that is the reader.
fn list<'d>(
    context: &Context<'_>,
    id: &'static str,
    reader: u32,
    own: impl Iterator<Item = (&'d Duty, &'d Errand)>,
) -> Table {
    let (pen, as_of, reader) = (context.pen, context.as_of(), context.name(reader));
    let list = pen
        .list(id, own)
        .col("what", ("Apa", "What"), |(duty, _)| {
            Value::Text(duty.what.clone())
        })
        .col("who", ("Siapa", "Who"), |(duty, _)| match duty.who == reader {
            true => Value::Missing,
            false => duty.who.clone(),
        })
        .col("day", ("Tanggal", "Day"), |(duty, _)| pen.date(duty.day))
        .col("days", ("Lewat atau lagi", "Late or ahead"), |(duty, _)| {
            duty.distance(pen, as_of)
        })
        .col("task", ("Yang dikerjakan", "To do"), |(_, errand)| {
            Value::Text(pen.say(errand.task.clone()))
        });
    Table {
        style: Style::List,
        ..list.table()
    }
}
