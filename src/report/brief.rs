//! The camat's one page: what happened, what is late, what to decide. From the same values as the monthly report.

use super::context::{Context, Reminder};
use super::first_page::first_page;
use super::head::{Rest, in_turn, list};
use super::model::{Report, Section, Style};
use super::monthly::{ReminderKind, completeness_said, key_figures_table, key_notes, reminders};
use super::page::Page;
use crate::measure::complaints::ComplaintColumn as Of;
use crate::measure::month::MonthFigures;
use crate::words::report::Text;

/// The version of the contract of the brief.
const VERSION: u32 = 3;

/// Builds the brief; `None` when a rule has no edition in force.
pub fn brief(page: &Page<'_>, figures: &MonthFigures) -> Option<Report> {
    let context = Context::new(page, figures)?;
    let (pen, month) = (context.pen, context.period_title());
    let mut report = context.report("brief", VERSION, Text::BriefTitle { month });
    if let Some(who) = &context.settings.agency.addressee {
        report
            .heading_below
            .insert(0, pen.say(Text::Addressee { who: who.clone() }));
    }
    report.heading_below.push(pen.say(Text::Number));
    report.sections = first_page(&context, Rest::Elsewhere);
    report.sections.push(key_figures(&context));
    report.sections.push(list(
        pen,
        "next_month",
        ("Bulan depan", "Next month"),
        Style::List,
        next_month(&context),
        Rest::Elsewhere,
    ));
    let mut lines = completeness_said(&context);
    if lines.is_empty() {
        lines.push(pen.say(Text::NoData));
    }
    report.sections.push(list(
        pen,
        "completeness",
        Text::Completeness,
        Style::Lines,
        lines,
        Rest::Elsewhere,
    ));
    report.closing = page.signature();
    Some(report)
}

fn key_figures(context: &Context<'_>) -> Section {
    let table = key_figures_table(context);
    Section {
        id: "key_figures",
        title: context.pen.say(Text::KeyFigures),
        notes: key_notes(context, &table),
        is_attached: false,
        tables: vec![table],
    }
}

/// What comes, a kind of thing after the other: of what there is much, how much and what of it first.
fn next_month(context: &Context<'_>) -> Vec<String> {
    let all = reminders(context).into_iter();
    in_turn(all.map(|(theme, lines)| said(context, theme, lines)).collect())
}

/// The reminders of one kind, in sentences: those that have a day, and what cannot have one.
fn said(context: &Context<'_>, theme: ReminderKind, lines: Vec<Reminder>) -> Vec<String> {
    let pen = context.pen;
    let dated = lines.iter().filter_map(|line| Some((line.0?, line)));
    let Some(first) = dated.clone().map(|(day, _)| day).min() else {
        return undated(context, theme);
    };
    let (count, day) = (dated.clone().count() as u64, pen.day(first));
    let line = match theme {
        ReminderKind::Complaints => Text::NextComplaint { count, day },
        ReminderKind::Guidance => Text::NextGuidance { count, day },
        ReminderKind::Certificates => Text::NextCertificates { count, day },
        ReminderKind::Actions => Text::NextActions { count, day },
        ReminderKind::Forums => Text::NextForums { count, day },
        ReminderKind::Programmes
        | ReminderKind::Evaluations
        | ReminderKind::People
        | ReminderKind::Mentoring => {
            let each = dated.map(|(day, (_, what, who))| {
                let parts = [Some(what.clone()), who.clone(), Some(pen.day(day))];
                parts.into_iter().flatten().collect::<Vec<String>>().join(" · ")
            });
            return each.collect();
        }
    };
    let first = pen.say(line);
    [first].into_iter().chain(undated(context, theme)).collect()
}

/// Of open complaints without a class nobody knows when they fall due.
fn undated(context: &Context<'_>, theme: ReminderKind) -> Vec<String> {
    let count = context.figures.complaints.total.count(Of::unclassed);
    let is_told = theme == ReminderKind::Complaints && count > 0;
    let line = is_told.then(|| context.pen.say(Text::NextUnclassed { count }));
    line.into_iter().collect()
}
