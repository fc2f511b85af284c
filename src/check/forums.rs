//! Rules about forums and consultations.

use super::context::Context;
use super::named::{List, refers, responsible};
use super::scene::Sitting;
use super::told::Told;
use crate::records::document::At;
use crate::records::time::{Day, Month};
use crate::words::problem::Problem;

pub(super) fn references(sitting: &Sitting<'_>, context: &Context<'_>, told: &mut Told<'_>) {
    let forum = sitting.forum;
    forum
        .staff
        .iter()
        .for_each(|id| refers(id, "staff", context, told));
    let regulation = forum.regulation.iter();
    regulation.for_each(|id| refers(id, "regulations", context, told));
    for said in &forum.suggestion {
        let unit = said.unit.iter();
        unit.for_each(|id| refers(id, "units", context, told));
        let owner = said.owner.iter();
        owner.for_each(|id| responsible(id, context, told));
    }
}

pub(super) fn services(sitting: &Sitting<'_>, context: &Context<'_>, told: &mut Told<'_>) {
    for code in sitting
        .forum
        .suggestion
        .iter()
        .filter_map(|said| said.service.as_ref())
    {
        if let Some(problem) = List::Service.refuse(&code.value, context) {
            told.at(code.origin, problem);
        }
    }
}

/// The month in the id decides in which reports a forum stands.
pub(super) fn month(sitting: &Sitting<'_>, _: &Context<'_>, told: &mut Told<'_>) {
    let date = &sitting.forum.date;
    let own = sitting.id.split('/').next().and_then(Month::parse);
    if own.is_some_and(|month| month != date.value.month()) {
        let (value, file) = (date.value.to_string(), format!("forums/{}.toml", sitting.id));
        told.at(date.origin, Problem::PartitionWrong { value, file });
    }
}

/// An answer and a follow-up do not come before the forum.
pub(super) fn dates(sitting: &Sitting<'_>, _: &Context<'_>, told: &mut Told<'_>) {
    let first = sitting.forum.date.value;
    for said in &sitting.forum.suggestion {
        for last in [said.answered, said.due, said.done].into_iter().flatten() {
            if last < first {
                let (first, last) = (first.to_string(), last.to_string());
                told.at(said.origin, Problem::DatesReversed { first, last });
            }
        }
    }
}

/// What has happened lies not after the day of the check.
pub(super) fn in_future(sitting: &Sitting<'_>, context: &Context<'_>, told: &mut Told<'_>) {
    let said = sitting.forum.suggestion.iter();
    let days = said.flat_map(|said| [said.answered, said.done].map(|day| (day, said.origin)));
    let days = days.filter_map(|(day, origin)| day.map(|value| At::<Day> { value, origin }));
    for day in days.filter(|day| day.value > context.as_of) {
        let (text, today) = (day.value.to_string(), context.today.clone());
        told.at(
            day.origin,
            Problem::InFuture {
                day: text,
                today,
                count: 1,
            },
        );
    }
}

/// Whether there is the forum that a reference names, as `2026-05/slug` or `2026-05/slug/key`.
pub(super) fn is_there(id: &str, context: &Context<'_>) -> bool {
    let mut parts = id.splitn(3, '/');
    let (Some(month), Some(slug)) = (parts.next(), parts.next()) else {
        return false;
    };
    let file = context
        .directory
        .open_file(&format!("forums/{month}/{slug}.toml"));
    Month::parse(month).is_some() && !matches!(file, Ok(None))
}
