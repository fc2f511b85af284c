//! Rules about the yearly plan, and about programmes that name an item of it.

use super::context::Context;
use super::named::{refers, responsible};
use super::scene::{Programme, Yearly};
use super::told::Told;
use crate::diagnostic::Origin;
use crate::records::time::Month;
use crate::words::problem::Problem;

pub(super) fn references(yearly: &Yearly<'_>, context: &Context<'_>, told: &mut Told<'_>) {
    let plan = yearly.plan;
    for item in &plan.item {
        item.competency
            .iter()
            .for_each(|id| refers(id, "competencies", context, told));
        item.units
            .iter()
            .for_each(|id| refers(id, "units", context, told));
        item.staff
            .iter()
            .for_each(|id| refers(id, "staff", context, told));
        item.owner.iter().for_each(|id| responsible(id, context, told));
        if let Some(goal) = &item.goal
            && plan.goal.iter().all(|known| *known.key.value != *goal.value)
        {
            missing(yearly.year, &goal.value, goal.origin, told);
        }
        if let Some(from) = &item.carried_from {
            carried(from, item.origin, context, told);
        }
    }
}

/// `2026/key`: an item of a plan that is there.
fn carried(from: &str, origin: Origin, context: &Context<'_>, told: &mut Told<'_>) {
    let named = from
        .split_once('/')
        .and_then(|(year, key)| Some((year.parse().ok()?, key)));
    match named {
        Some((year, key)) if context.has_item(year, key) => {}
        Some((year, key)) => missing(year, key, origin, told),
        None => {
            let (table, id) = ("plans".to_owned(), from.to_owned());
            told.at(origin, Problem::ReferenceUnknown { table, id });
        }
    }
}

/// The item that a programme carries out is in the plan of the year of its id.
pub(super) fn item(programme: &Programme<'_>, context: &Context<'_>, told: &mut Told<'_>) {
    let year = programme
        .id
        .split('/')
        .next()
        .and_then(Month::parse)
        .map(Month::year);
    if let (Some(year), Some(key)) = (year, &programme.training.plan_item)
        && !context.has_item(year, key)
    {
        missing(year, key, programme.training.origin, told);
    }
}

fn missing(year: i32, key: &str, origin: Origin, told: &mut Told<'_>) {
    let (table, id) = (format!("plans/{year}.toml"), key.to_owned());
    told.at(origin, Problem::ReferenceUnknown { table, id });
}

pub(super) fn months(yearly: &Yearly<'_>, _: &Context<'_>, told: &mut Told<'_>) {
    for item in &yearly.plan.item {
        if item.month.value.year() != yearly.year {
            let (value, file) = (
                item.month.value.to_string(),
                format!("plans/{}.toml", yearly.year),
            );
            told.at(item.month.origin, Problem::PartitionWrong { value, file });
        }
    }
}
