//! The key figures, this month and the month before.

use crate::complaints::{self, complaints_on};
use crate::files::{Month, Reading};
use crate::hours::{self, Hours};
use crate::people::{Person, people};
use crate::predicates;
use crate::satisfaction;
use crate::table::{Counted, Table, counted, over, row};
use serde_json::Value;
use std::collections::BTreeMap;

pub(crate) const TABLES: &[Counted] = &[counted(&["monthly", "brief"], "key_figures", key_figures)];

/// The cells of the whole office.
pub(crate) fn total(mut table: Table) -> BTreeMap<&'static str, Value> {
    table.pop().filter(|(key, _)| key == "*").unwrap().1
}

pub(crate) fn figures(reading: &Reading) -> BTreeMap<&'static str, Value> {
    let (hours, jp) = (total(hours::by_unit(reading)), Hours::new(reading));
    let pns: Vec<Person> = people(reading).into_iter().filter(Person::is_pns).collect();
    let jp: f64 = pns.iter().map(|person| jp.claimed(person)).sum();
    let (complaints, ikm) = (
        total(complaints::by_unit(reading)),
        total(satisfaction::by_unit(reading)),
    );
    let cohort = complaints_on(reading, reading.on())
        .into_iter()
        .filter(|one| reading.holds(Month::of(one.received)));
    let timed = cohort
        .filter(|one| one.outcome == "resolved" && one.is_late.is_some())
        .count();
    BTreeMap::from([
        ("jp_per_pns", over(jp, pns.len() as f64)),
        ("under_floor", hours["under_floor"].clone()),
        (
            "evaluations_missing",
            total(predicates::by_unit(reading))["missing"].clone(),
        ),
        ("received", complaints["received"].clone()),
        ("resolved", complaints["resolved"].clone()),
        (
            "on_time",
            over(complaints["on_time"].as_f64().unwrap_or(0.0), timed as f64),
        ),
        ("median_workdays", complaints["median_workdays"].clone()),
        ("overdue", complaints["overdue"].clone()),
        ("ikm", ikm["ikm"].clone()),
        ("ikm_n", ikm["n"].clone()),
    ])
}

fn key_figures(reading: &Reading) -> Table {
    let (now, before) = (figures(reading), figures(&reading.before()));
    let line = |(key, now): (&'static str, Value)| row(key, [("now", now), ("before", before[key].clone())]);
    now.into_iter().map(line).collect()
}
