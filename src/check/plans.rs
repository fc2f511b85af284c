//! Rules about the yearly plan, and about programmes that name an item of it.

use super::dossier::{PlanDocument, TrainingDocument};
use super::named::unknown;
use super::register::Register;
use super::remarks::Remarks;
use crate::diagnostic::Origin;
use crate::records::time::Month;
use crate::words::problem::Problem;

/// The goals and items that the items of a plan name by their keys.
pub(super) fn keys(document: &PlanDocument<'_>, register: &Register<'_>, remarks: &mut Remarks<'_>) {
    let plan = document.plan;
    for item in &plan.item {
        if let Some(goal) = &item.goal
            && plan.goal.iter().all(|known| *known.key.value != *goal.value)
        {
            missing((document.year, &goal.value), goal.origin, remarks);
        }
        if let Some(from) = &item.carried_from {
            carried(from, item.origin, register, remarks);
        }
    }
}

/// `2026/key`: an item of a plan that is there.
fn carried(from: &str, origin: Origin, register: &Register<'_>, remarks: &mut Remarks<'_>) {
    let named = from
        .split_once('/')
        .and_then(|(year, key)| Some((year.parse().ok()?, key)));
    match named {
        Some((year, key)) if register.has_item(year, key) => {}
        Some((year, key)) => missing((year, key), origin, remarks),
        None => remarks.at(origin, unknown("plans", from)),
    }
}

/// The item that a programme carries out is in the plan of the year of its id.
pub(super) fn item(programme: &TrainingDocument<'_>, register: &Register<'_>, remarks: &mut Remarks<'_>) {
    let year = programme
        .id
        .split('/')
        .next()
        .and_then(Month::parse)
        .map(Month::year);
    if let (Some(year), Some(key)) = (year, &programme.training.plan_item)
        && !register.has_item(year, key)
    {
        missing((year, key), programme.training.origin, remarks);
    }
}

/// Tells a key that is not in the plan of a year.
fn missing((year, key): (i32, &str), origin: Origin, remarks: &mut Remarks<'_>) {
    let file = format!("plans/{year}.toml");
    remarks.absent(&file, origin, None, unknown(&*file, key));
}

pub(super) fn months(document: &PlanDocument<'_>, _: &Register<'_>, remarks: &mut Remarks<'_>) {
    for item in &document.plan.item {
        if item.month.value.year() != document.year {
            let (value, file) = (
                item.month.value.to_string(),
                format!("plans/{}.toml", document.year),
            );
            remarks.at(item.month.origin, Problem::PartitionWrong { value, file });
        }
    }
}
