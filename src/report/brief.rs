//! The camat's one page: what happened, what is late, what to decide. From the same values as the monthly report.

use super::context::Context;
use super::first_page::first_page;
use super::head::{Rest, in_turn, list};
use super::model::{Report, Section, Style};
use super::monthly::{completeness_said, key_figures_table, key_notes};
use super::page::Page;
use super::person::named;
use crate::measure::certificates::CertificateFigures;
use crate::measure::complaints::ComplaintColumn as Of;
use crate::measure::month::MonthFigures;
use crate::records::time::{Day, Period};
use crate::words::report::Text;

/// The version of the contract of the brief.
const VERSION: u32 = 2;

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
    report.closing = signature(&context);
    Some(report)
}

fn key_figures(context: &Context<'_>) -> Section {
    let table = key_figures_table(context);
    Section {
        id: "key_figures",
        title: context.pen.say(Text::KeyFigures),
        notes: key_notes(context, &table),
        tables: vec![table],
    }
}

/// What comes, a kind of thing after the other.
fn next_month(context: &Context<'_>) -> Vec<String> {
    let (pen, figures) = (context.pen, context.figures);
    let next = context.next();
    let starting = figures
        .ahead
        .iter()
        .filter(|ahead| ahead.start >= next.first_day());
    let trainings = starting.map(|ahead| {
        let (title, from, places) = (ahead.title.clone(), pen.day(ahead.start), ahead.places);
        pen.say(Text::NextTraining { title, from, places })
    });
    let contracts = figures.contracts_ending.iter().map(|(person, until)| {
        let (name, day) = (context.actor(Some(*person)), pen.day(*until));
        pen.say(Text::NextContract { name, day })
    });
    let complaints = figures
        .complaints
        .open
        .iter()
        .filter(|complaint| !complaint.is_past);
    let count = complaints.count() as u64;
    let due_then = (count > 0).then(|| pen.say(Text::NextComplaint { count }));
    let count = figures.complaints.total.count(Of::unclassed);
    let undated = (count > 0).then(|| pen.say(Text::NextUnclassed { count }));
    let complaints = due_then.into_iter().chain(undated);
    in_turn(vec![
        trainings.collect(),
        complaints.collect(),
        due(context, next),
        contracts.collect(),
    ])
}

/// What falls due in a period: how much of each kind, and what of it first.
fn due(context: &Context<'_>, period: Period) -> Vec<String> {
    let (pen, figures) = (context.pen, context.figures);
    let renewals = figures.certificates.iter().flat_map(CertificateFigures::due);
    let renewals = renewals.filter_map(|one| one.renew_by);
    let guidance = figures.follow_ups.iter().flat_map(|figures| &figures.ahead);
    let actions = figures.actions.due_in(period).filter_map(|action| action.due);
    let forums = figures
        .forums
        .due_in(period)
        .filter_map(|heard| heard.suggestion.due);
    let first = |days: Vec<Day>, text: &dyn Fn(u64, String) -> Text| {
        let days: Vec<Day> = days.into_iter().filter(|day| period.holds(*day)).collect();
        let first = days.iter().min()?;
        Some(pen.say(text(days.len() as u64, pen.day(*first))))
    };
    let lines = [
        first(renewals.collect(), &|count, _| Text::NextCertificates { count }),
        first(guidance.map(|open| open.due).collect(), &|count, day| {
            Text::NextGuidance { count, day }
        }),
        first(actions.collect(), &|count, day| Text::NextActions { count, day }),
        first(forums.collect(), &|count, day| Text::NextForums { count, day }),
    ];
    lines.into_iter().flatten().collect()
}

/// Who signs, as of the last day of the month.
fn signature(context: &Context<'_>) -> Vec<String> {
    let Some(signatory) = context.settings.signatory_on(context.as_of()) else {
        return Vec::new();
    };
    let name = context.who.people.find(&signatory.staff.value).map(named);
    let mut lines: Vec<String> = signatory.prefix.iter().cloned().collect();
    lines.extend([
        signatory.position.clone(),
        String::new(),
        String::new(),
        name.unwrap_or_default(),
    ]);
    lines
}
