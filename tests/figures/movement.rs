//! What happened to complaints and requests in a month, whenever they were received, counted day by day.

use crate::complaints::{Calendar, Complaint, voice, voices_on};
use crate::files::{Month, Reading, Row, cell, day};
use crate::table::{Counted, Table, counted, median};
use chrono::NaiveDate;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(crate) const TABLES: &[Counted] = &[
    counted(&["complaints"], "complaints_in_month", complaints),
    counted(&["complaints"], "requests_in_month", requests),
];

/// What was closed or opened again on a day, as it stood in the evening.
pub(crate) struct Turn {
    pub(crate) voice: Complaint,
    is_late: Option<bool>,
    /// Whether it was closed when the month began.
    was_closed: bool,
}

/// What happened day by day: how each stands in the evening against how it stood the evening before. Of each, the closing
/// that stands at the end, and one reopening.
pub(crate) fn turns(reading: &Reading) -> Vec<Turn> {
    let calendar = Calendar::new(reading);
    let (rows, handling) = (reading.rows("complaints"), reading.rows("handling"));
    let days = || {
        let days = reading.begins().first().iter_days();
        days.take_while(|day| *day <= reading.on())
    };
    let mut out = Vec::new();
    for row in rows.iter() {
        let own = handling.iter();
        let own = own.filter(|step| cell(step, "complaint") == cell(row, "id"));
        let own: Vec<Row> = own.cloned().collect();
        let on = |day| voice(reading, &calendar, (row, &own), day);
        let Some(last) = on(reading.on()) else { continue };
        let is_step = |on: &NaiveDate| own.iter().any(|step| day(step, "date") == Some(*on));
        let eve = reading.begins().first().pred_opt().unwrap();
        let was_closed = on(eve).is_some_and(|before| !before.is_open());
        let mut turned: Vec<Turn> = Vec::new();
        for day in days().filter(is_step) {
            let was_open = on(day.pred_opt().unwrap()).is_none_or(|before| before.is_open());
            let voice = on(day).unwrap();
            if was_open != voice.is_open() {
                let by = last
                    .allowed
                    .map(|allowed| calendar.deadline(voice.clock, allowed));
                let is_late = by.map(|by| day > by);
                turned.push(Turn {
                    voice,
                    is_late,
                    was_closed,
                });
            }
        }
        let closing = turned.pop_if(|turn| !turn.voice.is_open());
        turned.retain(|turn| turn.voice.is_open());
        out.extend(closing.into_iter().chain(turned.pop()));
    }
    out
}

/// What happened since a month, and how many are open at its end.
fn movement(first: Month, turns: &[&Turn], open: usize) -> BTreeMap<&'static str, Value> {
    let closed = || turns.iter().filter(|turn| !turn.voice.is_open());
    let resolved = || turns.iter().filter(|turn| turn.voice.outcome == "resolved");
    let of = |outcomes: &[&str]| {
        json!(
            closed()
                .filter(|one| outcomes.contains(&&*one.voice.outcome))
                .count()
        )
    };
    let earlier = closed().filter(|one| Month::of(one.voice.received) < first);
    let timed: Vec<bool> = resolved().filter_map(|one| one.is_late).collect();
    let on_time = timed.iter().filter(|is_late| !**is_late).count();
    let took = resolved().map(|one| one.voice.took).collect();
    BTreeMap::from([
        ("closed", json!(closed().count())),
        ("earlier", json!(earlier.count())),
        ("resolved", of(&["resolved"])),
        ("on_time", json!((!timed.is_empty()).then_some(on_time))),
        ("median_workdays", median(took)),
        ("unresolved", of(&["unresolved"])),
        ("not_competent", of(&["not-competent"])),
        ("dropped", of(&["unclear", "withdrawn"])),
        ("reopened", json!(turns.len() - closed().count())),
        ("open", json!(open)),
        ("untimed", json!(resolved().count() - timed.len())),
    ])
}

/// By some keys, with the total of all, of the voices that are meant.
fn in_month(
    reading: &Reading,
    keys: Vec<String>,
    is_meant: fn(&Complaint) -> bool,
    key_of: fn(&Complaint) -> &str,
) -> Table {
    let (all, turns) = (voices_on(reading, reading.on()), turns(reading));
    let before = voices_on(reading, reading.begins().first().pred_opt().unwrap());
    let of = |key: Option<&str>| {
        let is_own = |one: &Complaint| is_meant(one) && key.is_none_or(|key| key == key_of(one));
        let open = |all: &[Complaint]| all.iter().filter(|one| is_own(one) && one.is_open()).count();
        let received = all
            .iter()
            .filter(|one| is_own(one) && reading.holds(Month::of(one.received)));
        let own: Vec<&Turn> = turns.iter().filter(|turn| is_own(&turn.voice)).collect();
        let mut out = movement(reading.begins(), &own, open(&all));
        // What was open, came in or was reopened is closed or open now, or was found to repeat another.
        let returned = own.iter().filter(|turn| turn.voice.is_open() && turn.was_closed);
        let came = [open(&before), received.count(), returned.count()];
        let is_left = |one: &&Complaint| all.iter().all(|still| still.id != one.id);
        let repeats = before.iter().filter(|one| is_own(one) && one.is_open());
        out.insert("repeats", json!(repeats.filter(is_left).count()));
        let calendar = Calendar::new(reading);
        let rows = reading.rows("complaints");
        let repeated = rows.iter().filter(|row| {
            // As if it repeated none.
            let mut known = (*row).clone();
            known.insert("duplicate_of".to_owned(), String::new());
            let alone = voice(reading, &calendar, (&known, &[]), reading.on());
            let is_new = |one: &Complaint| reading.holds(Month::of(one.received)) && is_own(one);
            let is_left = |one: &Complaint| all.iter().all(|still| still.id != one.id);
            alone.is_some_and(|one| is_new(&one) && is_left(&one))
        });
        out.insert("repeated", json!(repeated.count()));
        let left: u64 = ["closed", "open", "repeats"]
            .iter()
            .filter_map(|column| out[column].as_u64())
            .sum();
        assert_eq!(came.iter().sum::<usize>() as u64, left, "{key:?}");
        let came = came.map(|count| json!(count));
        out.extend(["opening", "received", "returned"].into_iter().zip(came));
        out
    };
    let rows = keys.iter().map(|key| (key.clone(), of(Some(key))));
    rows.chain([("*".to_owned(), of(None))]).collect()
}

pub(crate) fn complaints(reading: &Reading) -> Table {
    in_month(
        reading,
        reading.units(),
        |one| one.kind == "complaint",
        |one| &one.unit,
    )
}

fn requests(reading: &Reading) -> Table {
    let kinds = ["aspiration", "information"].map(str::to_owned);
    in_month(
        reading,
        kinds.into(),
        |one| one.kind != "complaint",
        |one| &one.kind,
    )
}
