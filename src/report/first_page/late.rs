//! What is late: what, who, since when.
//!
//! Each kind of thing has its lines, the latest first. The page shows few, so the kinds take turns: a reader sees one
//! line of each before the second of any.

use super::super::context::Context;
use super::super::head::in_turn;
use crate::measure::certificates::{Credential, Validity};
use crate::measure::complaints::ComplaintColumn as Of;
use crate::measure::follow_up::{Lacking, Open};
use crate::measure::plan::State;
use crate::records::document::{At, IdText};
use crate::records::time::Day;
use crate::words::report::Text;

pub(super) fn late(context: &Context<'_>) -> Vec<String> {
    in_turn(vec![
        evaluations(context),
        complaints(context),
        actions(context),
        guidance(context),
        plan(context),
        forums(context),
        certificates(context),
        unclosed(context),
    ])
}

/// Whether a day is over when the records are read: of a month that still runs, what falls on
/// that day or later is not late yet.
fn is_over(context: &Context<'_>, day: Day) -> bool {
    context.read_on == context.as_of() || day < context.read_on
}

/// The name of who is responsible in a document.
fn owner(context: &Context<'_>, owner: Option<&At<IdText>>) -> String {
    let who = context.who.owner(owner);
    match who.label() {
        "" => context.pen.say(Text::NobodyNamed),
        name => name.to_owned(),
    }
}

fn evaluations(context: &Context<'_>) -> Vec<String> {
    let (pen, figures) = (context.pen, context.figures);
    let grace = context.edition.evaluation.late_after_days as i32;
    let due = figures.owed.last_day().plus(grace);
    let counted = figures
        .predicates
        .units
        .iter()
        .map(|count| count.missing)
        .enumerate();
    let mut units: Vec<(usize, u64)> = counted.filter(|(_, missing)| *missing > 0).collect();
    units.sort_by_key(|&(unit, missing)| (std::cmp::Reverse(missing), unit));
    if !is_over(context, due) {
        return Vec::new();
    }
    let (period, day) = (pen.period(figures.owed), pen.day(due));
    let name = |unit: usize| context.who.units.names[unit].clone();
    match *units {
        [] => Vec::new(),
        [(at, count)] => {
            let unit = name(at);
            vec![pen.say(Text::LateEvaluation {
                period,
                count,
                begun: pen.begun(figures.predicates.units[at].begun),
                unit,
                day,
            })]
        }
        [(unit, most), ref others @ ..] => {
            let count = most + others.iter().map(|(_, count)| count).sum::<u64>();
            let begun = figures.predicates.units.iter().map(|count| count.begun).sum();
            let (units, unit) = (units.len() as u64, name(unit));
            vec![pen.say(Text::LateEvaluations {
                period,
                count,
                begun: pen.begun(begun),
                units,
                unit,
                most,
                day,
            })]
        }
    }
}

fn complaints(context: &Context<'_>) -> Vec<String> {
    let (pen, figures) = (context.pen, context.figures);
    let late = figures
        .complaints
        .open
        .iter()
        .filter(|complaint| complaint.is_past)
        .filter(|complaint| complaint.deadline.is_none_or(|day| is_over(context, day)));
    let mut lines: Vec<String> = late
        .map(|complaint| {
            let (about, who) = (context.about(complaint), context.actor(complaint.handler));
            let days = complaint.past;
            match complaint.deadline.filter(|_| days == 0) {
                Some(day) => {
                    let day = pen.day(day);
                    pen.say(Text::LateComplaintSince { about, who, day })
                }
                None => pen.say(Text::LateComplaint { about, who, days }),
            }
        })
        .collect();
    let count = figures.complaints.total.count(Of::unanswered);
    if count > 0 {
        lines.push(pen.say(Text::LateUnanswered { count }));
    }
    lines
}

fn actions(context: &Context<'_>) -> Vec<String> {
    let pen = context.pen;
    let overdue = context.figures.actions.overdue();
    let overdue = overdue.filter(|action| action.due.is_none_or(|due| is_over(context, due)));
    let lines = overdue.filter_map(|action| {
        Some(pen.say(Text::LateAction {
            what: action.what.trim_end_matches('.').to_owned(),
            who: context.actor(action.holder),
            day: pen.day(action.due?),
        }))
    });
    lines.collect()
}

/// Guidance that was not given, and guidance that was not followed up: how many, and since when.
fn guidance(context: &Context<'_>) -> Vec<String> {
    let pen = context.pen;
    let open = context
        .figures
        .follow_ups
        .iter()
        .flat_map(|figures| &figures.open);
    let of = |lacking: &[Lacking]| -> Vec<&Open> {
        let those = open.clone().filter(|open| lacking.contains(&open.lacking));
        let those = those.filter(|open| is_over(context, open.due));
        those.collect()
    };
    let since = |list: &[&Open]| list.iter().map(|open| open.due).min();
    let (lacking, unfollowed) = (
        of(&[Lacking::Guidance]),
        of(&[Lacking::FollowUp, Lacking::Result]),
    );
    let mut lines = Vec::new();
    if let Some(day) = since(&lacking) {
        let (count, day) = (lacking.len() as u64, pen.day(day));
        lines.push(pen.say(Text::LateGuidance { count, day }));
    }
    if let Some(day) = since(&unfollowed) {
        let (count, day) = (unfollowed.len() as u64, pen.day(day));
        lines.push(pen.say(Text::LateFollowUp { count, day }));
    }
    lines
}

fn plan(context: &Context<'_>) -> Vec<String> {
    let pen = context.pen;
    let late = context
        .figures
        .plan
        .iter()
        .flat_map(|plan| plan.in_state(State::Late))
        .filter(|late| is_over(context, late.item.month.value.last()));
    let lines = late.map(|figures| {
        pen.say(Text::LatePlan {
            item: figures.item.title.clone(),
            who: owner(context, figures.item.owner.as_ref()),
            month: pen.month(figures.item.month.value),
        })
    });
    lines.collect()
}

fn forums(context: &Context<'_>) -> Vec<String> {
    let pen = context.pen;
    // What became an action is told among the actions.
    let actions = &context.figures.actions;
    let mut late: Vec<_> = context
        .figures
        .forums
        .in_state(crate::measure::forum::Progress::Overdue)
        .collect();
    late.retain(|heard| !actions.answers(heard));
    late.retain(|heard| heard.suggestion.due.is_none_or(|due| is_over(context, due)));
    late.sort_by_key(|heard| heard.suggestion.due);
    let lines = late.into_iter().filter_map(|heard| {
        Some(pen.say(Text::LateForum {
            text: heard.suggestion.text.trim_end_matches('.').to_owned(),
            who: owner(context, heard.suggestion.owner.as_ref()),
            day: pen.day(heard.suggestion.due?),
        }))
    });
    lines.collect()
}

fn certificates(context: &Context<'_>) -> Vec<String> {
    let pen = context.pen;
    let list = context
        .figures
        .certificates
        .iter()
        .flat_map(|figures| &figures.list);
    let expired = list.filter(|one| one.standing == Validity::Expired);
    let days = expired.filter_map(Credential::lapses);
    let days: Vec<Day> = days.filter(|day| is_over(context, *day)).collect();
    let line = days.iter().min().map(|day| {
        let (count, day) = (days.len() as u64, pen.day(*day));
        pen.say(Text::LateCertificates { count, day })
    });
    line.into_iter().collect()
}

fn unclosed(context: &Context<'_>) -> Vec<String> {
    let pen = context.pen;
    let unclosed = context.figures.unclosed.iter();
    let unclosed = unclosed.filter(|(.., end)| is_over(context, *end));
    let lines = unclosed.map(|(_, title, end)| {
        let (title, day) = (title.clone(), pen.day(*end));
        pen.say(Text::LateUnclosed { title, day })
    });
    lines.collect()
}
