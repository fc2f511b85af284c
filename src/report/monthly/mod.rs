//! The monthly report: its sections in the order of reading.

mod actions;
mod attention;
mod certificates;
mod closings;
mod evaluations;
mod feedback;
mod follow_up;
mod hours;
mod impact;
mod mentoring;
mod modes;
mod overview;
mod participants;
mod participation;
mod programmes;
mod voices;

pub(super) use actions::owner;
pub(super) use attention::{ReminderKind, reminders};
pub(super) use evaluations::{begun, without_parts};
pub(super) use overview::{completeness_said, key_figures_table, key_notes, told_of_floor};

use super::context::Context;
use super::figure::Pen;
use super::first_page::first_page;
use super::forum::of_month as forums_of_month;
use super::head::Rest;
use super::model::{Report, Section};
use super::page::Page;
use super::plan::of_month as plan_of_month;
use crate::measure::month::MonthFigures;
use crate::records::time::{Period, Span};
use crate::words::Say;
use crate::words::report::Text;

/// How many rows of a list of people or things a busy reader sees: who keeps the records looks into the report on them.
const FEW: usize = 5;

/// The version of the contract of the monthly report.
const VERSION: u32 = 4;

/// Builds the monthly report; `None` when a rule has no edition in force.
pub fn monthly(page: &Page<'_>, figures: &MonthFigures) -> Option<Report> {
    let named = FEW;
    let page = Page {
        pen: Pen { named, ..page.pen },
        ..*page
    };
    let context = Context::new(&page, figures)?;
    let (kind, period) = (context.pen.say(kind(context.period)), context.period_title());
    let mut report = context.report("monthly", VERSION, Text::OverviewTitle { kind, period });
    let sections = &mut report.sections;
    sections.extend(first_page(&context, Rest::Below));
    sections.push(overview::key_figures(&context));
    sections.push(attention::section(&context));
    sections.push(overview::completeness(&context));
    sections.push(programmes::section(&context));
    sections.push(hours::section(&context));
    sections.push(evaluations::section(&context));
    sections.extend(mentoring::section(&context));
    sections.extend(certificates::section(&context));
    sections.extend(follow_up::section(&context));
    sections.push(participants::section(&context));
    sections.push(voices::public(&context));
    sections.extend(impact::section(&context));
    sections.push(participation::section(&context));
    sections.push(actions::section(&context));
    sections.extend(closings::section(&context));
    sections.extend(followed(&context));
    closings::as_printed(&context, &mut report);
    Some(page.formal(report))
}

/// What the report is called that comes once in such a time.
fn kind(period: Period) -> (&'static str, &'static str) {
    match period.span() {
        Span::Month => ("BULANAN", "MONTHLY"),
        Span::Quarter(_) => ("TRIWULANAN", "QUARTERLY"),
        Span::Semester(_) => ("SEMESTERAN", "HALF-YEARLY"),
        Span::Year => ("TAHUNAN", "ANNUAL"),
        Span::Months => ("BERKALA", "PERIODIC"),
    }
}

/// The sections about records that not every office keeps.
fn followed(context: &Context<'_>) -> Vec<Section> {
    let figures = context.figures;
    let plan = figures.plan.as_ref();
    let plan = plan.map(|plan| plan_of_month(context, plan));
    let forums = forums_of_month(context, &figures.forums);
    plan.into_iter().chain([forums]).collect()
}

/// A section.
pub(super) fn section(context: &Context<'_>, id: &'static str, title: impl Say) -> Section {
    context.pen.section(id, title)
}
