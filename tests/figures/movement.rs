//! What happened to complaints in a month, whenever they were received, counted day by day.

use crate::complaints::{Calendar, Complaint, complaints_on, voice};
use crate::files::{Month, Reading, Row, cell, day};
use crate::table::{Counted, Table, counted, median};
use chrono::NaiveDate;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(crate) const TABLES: &[Counted] = &[counted(&["complaints"], "complaints_in_month", in_month)];

/// A complaint as it became on a day of the month: closed, or open again.
struct Turn {
    unit: String,
    is_earlier: bool,
    outcome: String,
    took: i64,
    is_late: Option<bool>,
}

/// What happened to complaints day by day: how each stands in the evening against how it stood the evening before.
fn turns(reading: &Reading) -> Vec<Turn> {
    let calendar = Calendar::new(reading);
    let (rows, handling) = (reading.rows("complaints"), reading.rows("handling"));
    let days = || {
        reading
            .month
            .first()
            .iter_days()
            .take_while(|day| *day <= reading.on())
    };
    let mut out = Vec::new();
    for row in rows.iter().filter(|row| cell(row, "kind") == "complaint") {
        let own = handling
            .iter()
            .filter(|step| cell(step, "complaint") == cell(row, "id"));
        let own: Vec<Row> = own.cloned().collect();
        let on = |day| voice(reading, &calendar, (row, &own), day);
        let Some(last) = on(reading.on()) else { continue };
        let is_step = |on: &NaiveDate| own.iter().any(|step| day(step, "date") == Some(*on));
        for day in days().filter(is_step) {
            let was_open = on(day.pred_opt().unwrap()).is_none_or(|before| before.is_open());
            let now = on(day).unwrap();
            if was_open != now.is_open() {
                out.push(Turn {
                    is_earlier: Month::of(now.received) != reading.month,
                    is_late: last
                        .allowed
                        .map(|allowed| day > calendar.deadline(now.clock, allowed)),
                    unit: now.unit,
                    outcome: now.outcome,
                    took: now.took,
                });
            }
        }
    }
    out
}

/// What happened in the month, whenever the complaints were received.
fn movement<'c>(turns: &[&Turn], open: impl Iterator<Item = &'c Complaint>) -> BTreeMap<&'static str, Value> {
    let closed = || turns.iter().filter(|turn| !turn.outcome.is_empty());
    let resolved = || turns.iter().filter(|turn| turn.outcome == "resolved");
    let of = |outcomes: &[&str]| json!(closed().filter(|one| outcomes.contains(&&*one.outcome)).count());
    let timed: Vec<bool> = resolved().filter_map(|one| one.is_late).collect();
    let on_time = timed.iter().filter(|is_late| !**is_late).count();
    BTreeMap::from([
        ("closed", json!(closed().count())),
        ("earlier", json!(closed().filter(|one| one.is_earlier).count())),
        ("resolved", of(&["resolved"])),
        ("on_time", json!((!timed.is_empty()).then_some(on_time))),
        (
            "median_workdays",
            median(resolved().map(|one| one.took).collect()),
        ),
        ("unresolved", of(&["unresolved"])),
        ("not_competent", of(&["not-competent"])),
        ("dropped", of(&["unclear", "withdrawn"])),
        ("reopened", json!(turns.len() - closed().count())),
        ("open", json!(open.count())),
        (
            "untimed",
            json!(resolved().filter(|one| one.is_late.is_none()).count()),
        ),
    ])
}

fn in_month(reading: &Reading) -> Table {
    let (all, turns) = (complaints_on(reading, reading.on()), turns(reading));
    let evening_before = reading.month.first().pred_opt().unwrap();
    let before = complaints_on(reading, evening_before);
    let of = |unit: Option<&str>| {
        let is_of = |own: &str| unit.is_none_or(|unit| unit == own);
        let open = |all: &'_ [Complaint]| all.iter().filter(|one| is_of(&one.unit) && one.is_open()).count();
        let own: Vec<&Turn> = turns.iter().filter(|turn| is_of(&turn.unit)).collect();
        let out = movement(&own, all.iter().filter(|one| is_of(&one.unit) && one.is_open()));
        let received = all
            .iter()
            .filter(|one| is_of(&one.unit) && Month::of(one.received) == reading.month);
        // What was open, came in and was reopened is closed or open.
        let count = |column: &str| out[column].as_u64().unwrap() as usize;
        let (came, went) = (
            open(&before) + received.count() + count("reopened"),
            count("closed"),
        );
        assert_eq!(came, went + count("open"), "{unit:?}");
        out
    };
    let units = reading.units();
    let rows = units.iter().map(|unit| (unit.clone(), of(Some(unit))));
    rows.chain([("*".to_owned(), of(None))]).collect()
}
