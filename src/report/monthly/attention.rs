//! What needs attention in the next month.

use super::super::context::Reminder;
use super::super::head::{Rest, line_number};
use super::super::model::{Section, Style, Table, Value};
use super::super::person::named;
use super::Context;
use crate::measure::complaints::ComplaintColumn as Of;
use crate::measure::hours::HoursColumn;
use crate::words::report::Text;
use std::collections::BTreeSet;

/// What a reminder is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum ReminderKind {
    Programmes,
    Complaints,
    Evaluations,
    People,
    Mentoring,
    Certificates,
    Guidance,
    Actions,
    Forums,
}

/// What needs attention in the next month, a kind of thing after the other: all that the monthly report and the brief say
/// of it.
pub(in super::super) fn reminders(context: &Context<'_>) -> Vec<(ReminderKind, Vec<Reminder>)> {
    let last = context.next().last_day();
    let mut all = vec![
        (ReminderKind::Programmes, trainings(context)),
        (ReminderKind::Complaints, complaints(context)),
        (ReminderKind::Evaluations, evaluations(context)),
        (ReminderKind::Guidance, super::follow_up::ahead(context)),
        (ReminderKind::People, people(context)),
        (ReminderKind::Mentoring, super::mentoring::ahead(context)),
        (ReminderKind::Certificates, super::certificates::ahead(context)),
        (ReminderKind::Actions, super::actions::ahead(context)),
        (ReminderKind::Forums, forums(context)),
    ];
    for (_, lines) in &mut all {
        // What has no day is wanted at once.
        lines.retain(|line| line.0.is_none_or(|day| day <= last));
        lines.sort_by_key(|line| line.0);
    }
    all
}

/// The section: one table of what, who and when, by day.
pub(super) fn section(context: &Context<'_>) -> Section {
    let pen = context.pen;
    let all = reminders(context).into_iter();
    let mut lines: Vec<Reminder> = all.flat_map(|(_, lines)| lines).collect();
    lines.sort_by_key(|line| line.0);
    // What is late is told above; a busy reader sees what comes first, and what has no day where nothing has one.
    let is_any_ahead = lines.iter().any(|line| line.0.is_some());
    let days = lines.iter().map(|line| line.0).enumerate();
    let first = days.filter(|(_, day)| day.is_some() || !is_any_ahead);
    let shown: BTreeSet<usize> = first.take(Rest::Below.lines()).map(|(at, _)| at).collect();
    let others = (0..lines.len()).filter(|at| !shown.contains(at));
    let quiet = pen.quiet(others, |count| Text::AndMoreBelow { count });
    let list = pen
        .list("attention", lines.into_iter().enumerate())
        .or_says(Text::Nothing)
        .col("line", Text::Line, |(at, _)| line_number(*at))
        .hidden()
        .col("what", ("Apa", "What"), |(_, (_, what, _))| {
            Value::Text(what.clone())
        })
        .col("who", ("Siapa", "Who"), |(_, (_, _, who))| {
            pen.text(who.as_deref())
        })
        .col("when", ("Kapan", "When"), |(_, (day, ..))| {
            day.map_or_else(|| pen.blank(("segera", "at once")), |day| pen.date(day))
        });
    let mut out = super::section(
        context,
        "attention",
        (
            "Yang perlu diperhatikan bulan depan",
            "What needs attention next month",
        ),
    );
    out.tables.push(Table {
        style: Style::List,
        quiet,
        ..list.table()
    });
    out
}

fn trainings(context: &Context<'_>) -> Vec<Reminder> {
    let (pen, figures) = (context.pen, context.figures);
    let ahead = figures.ahead.iter().map(|ahead| {
        let (title, places) = (ahead.title.clone(), ahead.places);
        // What has begun needs attention at its end.
        let (day, text) = match ahead.start > context.as_of() {
            true => (ahead.start, Text::AttendTraining { title, places }),
            false if places == 0 => (ahead.end, Text::AttendTrainingEndUnrolled { title }),
            false => (ahead.end, Text::AttendTrainingEnd { title, places }),
        };
        (Some(day), pen.say(text), None)
    });
    let unclosed = figures.unclosed.iter();
    let unclosed =
        unclosed.map(|(_, title, _)| (None, pen.say(Text::AttendUnclosed { title: title.clone() }), None));
    ahead.chain(unclosed).collect()
}

/// What forums led to and falls due next month; what became an action is told among the actions.
fn forums(context: &Context<'_>) -> Vec<Reminder> {
    let figures = context.figures;
    let who = context.who;
    let due = figures.forums.due_in(context.next());
    let due = due.filter(|heard| !figures.actions.answers(heard));
    due.map(|heard| {
        let text = heard.suggestion.text.clone();
        let owner = match who.owner(heard.suggestion.owner.as_ref()) {
            Value::Missing => None,
            other => Some(other.label().to_owned()),
        };
        let what = context.pen.say(Text::AttendForum { text });
        (heard.suggestion.due, what, owner)
    })
    .collect()
}

fn complaints(context: &Context<'_>) -> Vec<Reminder> {
    let (pen, figures) = (context.pen, context.figures);
    let count = figures.complaints.total.count(Of::unclassed);
    let undated = (count > 0).then(|| (None, pen.say(Text::NextUnclassed { count }), None));
    let open = figures.complaints.open.iter();
    let open = open.map(|complaint| {
        let (about, who) = (context.about(complaint), complaint.handler.map(named));
        match complaint.is_past {
            true => (None, pen.say(Text::AttendComplaintOverdue { about }), who),
            false => (
                complaint.deadline,
                pen.say(Text::AttendComplaintDue { about }),
                who,
            ),
        }
    });
    open.chain(undated).collect()
}

fn evaluations(context: &Context<'_>) -> Vec<Reminder> {
    let (pen, figures, rule) = (context.pen, context.figures, context.edition.evaluation);
    let mut lines = Vec::new();
    for (unit, count) in figures
        .predicates
        .units
        .iter()
        .enumerate()
        .filter(|(_, count)| count.missing > 0)
    {
        let (period, unit) = (pen.period(figures.owed), context.who.units.names[unit].clone());
        let who = Some(pen.say(Text::Evaluator { unit }));
        lines.push((
            None,
            pen.say(Text::AttendEvaluation {
                count: count.missing,
                period,
                begun: pen.begun(count.begun),
            }),
            who,
        ));
    }
    let next = figures.owed.next();
    let due = next.last_day().plus(rule.late_after_days as i32);
    if context.next().holds(due) {
        lines.push((
            Some(due),
            pen.say(Text::AttendNextEvaluation {
                period: pen.period(next),
            }),
            None,
        ));
    }
    lines
}

fn people(context: &Context<'_>) -> Vec<Reminder> {
    let (pen, figures) = (context.pen, context.figures);
    let mut lines = Vec::new();
    let count = figures.hours.total.count(HoursColumn::under_floor);
    if count > 0 {
        let jp = pen.dec(context.edition.hours.pns_floor);
        lines.push((None, pen.say(Text::AttendHours { count, jp }), None));
    }
    for (person, until) in figures.contracts_ending.iter() {
        lines.push((Some(*until), pen.say(Text::AttendContract), Some(named(*person))));
    }
    lines
}
