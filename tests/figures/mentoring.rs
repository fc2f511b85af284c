//! Mentoring and coaching: pairs, sessions, the load of mentors, newcomers.

use crate::files::{Month, Reading, Row, cell, day, number, whole};
use crate::people::people;
use crate::table::{Counted, Table, counted, mean, over, row};
use chrono::{Datelike, Months, NaiveDate};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const REPORTS: &[&str] = &["monthly", "mentoring"];

pub(crate) const TABLES: &[Counted] = &[
    counted(REPORTS, "mentoring", by_kind),
    counted(REPORTS, "mentoring_quiet", quiet),
    counted(&["mentoring"], "newcomers", newcomers),
    counted(&["monthly"], "newcomers", lonely_newcomers),
    counted(&["mentoring"], "pairs", pairs),
    counted(&["mentoring"], "mentors", mentors),
];

/// A pair as known on the last day.
struct Pair {
    row: Row,
    state: &'static str,
    end: Option<NaiveDate>,
    sessions: Vec<Row>,
    time: Reading,
    on: NaiveDate,
}

impl Pair {
    fn is_running(&self) -> bool {
        self.state == "running"
    }

    fn of_month(&self) -> impl Iterator<Item = &Row> {
        let is_own = |row: &&Row| self.time.holds(Month::of(day(row, "date").unwrap()));
        self.sessions.iter().filter(is_own)
    }

    fn last(&self) -> Option<NaiveDate> {
        self.sessions.iter().filter_map(|row| day(row, "date")).max()
    }

    /// Days since the last session, or since the start.
    fn silent(&self) -> i64 {
        (self.on - self.last().unwrap_or(day(&self.row, "start").unwrap())).num_days()
    }
}

/// From how many pairs on, running the whole month, a month without any session is one that nobody wrote down.
const SEVERAL: usize = 3;

/// The last days of the months up to the last, since two before the time, of which nobody's session is in the files.
fn unrecorded(reading: &Reading) -> Vec<NaiveDate> {
    let (all, mut month, mut out) = (all_pairs(reading), reading.begins().plus(-2), Vec::new());
    while month <= reading.month {
        let days = (month.first(), month.last());
        let runs = |pair: &&Pair| {
            day(&pair.row, "start").unwrap() <= days.0 && pair.end.is_none_or(|end| end >= days.1)
        };
        let met = |row: &Row| Month::of(day(row, "date").unwrap()) == month;
        let is_met = all.iter().any(|pair| pair.sessions.iter().any(met));
        if !is_met && all.iter().filter(runs).count() >= SEVERAL {
            out.push(days.1);
        }
        month = month.plus(1);
    }
    out
}

/// How a running pair without a session for too long stands: quiet, or not known where it may have met meanwhile.
#[derive(PartialEq)]
enum Silence {
    Quiet,
    Unknown,
}

fn silence(reading: &Reading, pair: &Pair, unrecorded: &[NaiveDate]) -> Option<Silence> {
    let limit = whole(&reading.rule("mentoring"), "quiet_after_days");
    let is_silent = pair.is_running() && pair.silent() > limit;
    let may_have_met = unrecorded
        .iter()
        .any(|last| (pair.on - *last).num_days() <= limit);
    is_silent.then_some(match may_have_met {
        true => Silence::Unknown,
        false => Silence::Quiet,
    })
}

/// What may be lacking of a time since a day is not known where it is none.
fn as_told(
    cells: &mut BTreeMap<&'static str, Value>,
    columns: &[&str],
    (unrecorded, since): (&[NaiveDate], NaiveDate),
) {
    if unrecorded.iter().any(|last| *last >= since) {
        let none = cells.iter_mut().filter(|(column, _)| columns.contains(column));
        let none = none.filter(|(_, value)| value.as_f64() == Some(0.0));
        none.for_each(|(_, value)| *value = Value::Null);
    }
}

fn minutes<'r>(sessions: impl Iterator<Item = &'r Row>) -> f64 {
    sessions.filter_map(|row| number(row, "minutes")).sum::<f64>() + 0.0
}

/// The JP of minutes.
fn jp(reading: &Reading, minutes: f64) -> Value {
    over(minutes, whole(&reading.rule("hours"), "minutes_per_jp") as f64)
}

/// The day on which somebody left the office: of the last posting, where it says so.
fn left(reading: &Reading, person: &str) -> Option<NaiveDate> {
    let postings = reading.rows("postings.csv");
    let known = postings.iter().filter(|row| cell(row, "staff") == person);
    let known = known.filter(|row| day(row, "since").unwrap() <= reading.on());
    let last = known.max_by_key(|row| day(row, "since"))?;
    let has_left = ["moved", "retired", "left"].contains(&cell(last, "status"));
    day(last, "since").filter(|_| has_left)
}

fn all_pairs(reading: &Reading) -> Vec<Pair> {
    let on = reading.on();
    let (pairs, sessions) = (reading.rows("mentoring.csv"), reading.rows("sessions"));
    let pair = |row: &Row| {
        let own = sessions
            .iter()
            .filter(|one| cell(one, "mentoring") == cell(row, "id"));
        let end = day(row, "end").filter(|end| *end <= on);
        let gone = ["mentor", "mentee"].map(|who| left(reading, cell(row, who)));
        let gone = gone.into_iter().flatten().min();
        let (state, end) = match (cell(row, "status"), end, gone) {
            ("closed", Some(_), _) => ("closed", end),
            ("stopped", Some(_), _) => ("stopped", end),
            (.., Some(gone)) => ("stopped", Some(gone.max(day(row, "start").unwrap()))),
            _ => ("running", None),
        };
        Pair {
            row: row.clone(),
            state,
            end,
            sessions: own
                .filter(|one| day(one, "date").unwrap() <= on)
                .cloned()
                .collect(),
            time: reading.clone(),
            on,
        }
    };
    pairs
        .iter()
        .filter(|row| day(row, "start").unwrap() <= on)
        .map(pair)
        .collect()
}

fn by_kind(reading: &Reading) -> Table {
    let (all, unrecorded) = (all_pairs(reading), unrecorded(reading));
    let is_of_month = |day: Option<NaiveDate>| day.is_some_and(|day| reading.holds(Month::of(day)));
    let line = |key: &str, own: Vec<&Pair>| {
        let count = |is: &dyn Fn(&Pair) -> bool| json!(own.iter().filter(|pair| is(pair)).count());
        let sessions = || own.iter().flat_map(|pair| pair.of_month());
        let silent = |which: Silence| {
            let own = own.iter();
            own.filter(|pair| silence(reading, pair, &unrecorded).as_ref() == Some(&which))
                .count()
        };
        let (quiet, unknown) = (silent(Silence::Quiet), silent(Silence::Unknown));
        let (key, mut cells) = row(
            key,
            [
                ("running", count(&Pair::is_running)),
                // Of no pair there is nothing to tell.
                (
                    "quiet",
                    match (count(&Pair::is_running), quiet, unknown) {
                        (running, ..) if running == json!(0) => Value::Null,
                        (_, quiet, 0) => json!(quiet),
                        (_, 0, unknown) => json!({"value": null, "unknown": unknown}),
                        (of, quiet, unknown) => json!({"value": quiet, "of": of, "unknown": unknown}),
                    },
                ),
                ("begun", count(&|pair| is_of_month(day(&pair.row, "start")))),
                ("ended", count(&|pair| is_of_month(pair.end))),
                ("month_sessions", json!(sessions().count())),
                ("month_minutes", json!(minutes(sessions()))),
                ("month_jp", jp(reading, minutes(sessions()))),
            ],
        );
        let of_time = ["month_sessions", "month_minutes", "month_jp"];
        as_told(&mut cells, &of_time, (&unrecorded, reading.begins().first()));
        (key, cells)
    };
    let of = |kind: &str| {
        all.iter()
            .filter(|pair| cell(&pair.row, "kind") == kind)
            .collect()
    };
    let kinds = ["mentoring", "coaching"].map(|kind| line(kind, of(kind)));
    kinds
        .into_iter()
        .chain([line("*", all.iter().collect())])
        .collect()
}

fn quiet(reading: &Reading) -> Table {
    let unrecorded = unrecorded(reading);
    let all = all_pairs(reading)
        .into_iter()
        .filter(|pair| silence(reading, pair, &unrecorded) == Some(Silence::Quiet));
    let line = |pair: Pair| {
        let last = pair.last().map(|day| day.to_string());
        row(
            cell(&pair.row, "id"),
            [("last", json!(last)), ("days", json!(pair.silent()))],
        )
    };
    all.map(line).collect()
}

/// Whether something ended in the year in which the time ends, or in the time.
fn is_of_year(reading: &Reading, end: NaiveDate) -> bool {
    end.year() == reading.month.year || reading.holds(Month::of(end))
}

/// Those that run, and those that ended in the year.
fn of_year(reading: &Reading) -> Vec<Pair> {
    let mut pairs = all_pairs(reading);
    pairs.retain(|pair| pair.is_running() || pair.end.is_some_and(|end| is_of_year(reading, end)));
    pairs
}

fn pairs(reading: &Reading) -> Table {
    let unrecorded = unrecorded(reading);
    let line = |pair: Pair| {
        let all = minutes(pair.sessions.iter());
        let since = day(&pair.row, "start").unwrap().max(reading.begins().first());
        let (key, mut cells) = row(
            cell(&pair.row, "id"),
            [
                ("month_sessions", json!(pair.of_month().count())),
                ("sessions", json!(pair.sessions.len())),
                ("minutes", json!(all)),
                ("jp", jp(reading, all)),
                ("last", json!(pair.last().map(|day| day.to_string()))),
            ],
        );
        let held = ["month_sessions", "sessions", "minutes", "jp"];
        as_told(&mut cells, &held, (&unrecorded, since));
        (key, cells)
    };
    of_year(reading).into_iter().map(line).collect()
}

fn mentors(reading: &Reading) -> Table {
    let (all, unrecorded) = (of_year(reading), unrecorded(reading));
    let is_this = |pair: &&Pair| pair.end.is_some_and(|end| end.year() == reading.month.year);
    let ids: BTreeSet<&str> = all.iter().map(|pair| cell(&pair.row, "mentor")).collect();
    let line = |id: &str| {
        let own = || all.iter().filter(|pair| cell(&pair.row, "mentor") == id);
        let (key, mut cells) = row(
            id,
            [
                ("running", json!(own().filter(|pair| pair.is_running()).count())),
                (
                    "closed",
                    json!(
                        own()
                            .filter(|pair| pair.state == "closed" && is_this(pair))
                            .count()
                    ),
                ),
                (
                    "month_sessions",
                    json!(own().map(|pair| pair.of_month().count()).sum::<usize>()),
                ),
                (
                    "sessions",
                    json!(own().map(|pair| pair.sessions.len()).sum::<usize>()),
                ),
                ("minutes", json!(minutes(own().flat_map(|pair| &pair.sessions)))),
            ],
        );
        let held = ["month_sessions", "sessions", "minutes"];
        as_told(&mut cells, &held, (&unrecorded, reading.begins().first()));
        (key, cells)
    };
    ids.into_iter().map(line).collect()
}

/// Who joined less than so many months ago, for how long, and how long it was until the close of a pair that says what
/// can be done alone.
fn newcomers(reading: &Reading) -> Table {
    newcomers_where(reading, |_| true)
}

/// The mean over the newcomers who work alone.
pub(crate) fn days_until_alone(reading: &Reading) -> Value {
    let days = newcomers(reading).into_iter();
    let days: Vec<f64> = days
        .filter_map(|(_, cells)| cells["days_until_alone"].as_f64())
        .collect();
    json!(mean(&days))
}

/// Those whom nobody guides or guided.
fn lonely_newcomers(reading: &Reading) -> Table {
    newcomers_where(reading, |pairs| pairs == 0)
}

fn newcomers_where(reading: &Reading, is_meant: impl Fn(usize) -> bool) -> Table {
    let months = whole(&reading.rule("mentoring"), "newcomer_months") as u32;
    let (all, staff) = (all_pairs(reading), reading.rows("staff.csv"));
    let mut out = Table::new();
    for person in people(reading) {
        let own = staff.iter().find(|row| cell(row, "id") == person.id).unwrap();
        let joined = day(own, "joined").unwrap_or(person.first_posted);
        if joined.checked_add_months(Months::new(months)).unwrap() <= reading.on() {
            continue;
        }
        let pairs = || all.iter().filter(|pair| cell(&pair.row, "mentee") == person.id);
        if !is_meant(pairs().count()) {
            continue;
        }
        let is_alone = |pair: &&Pair| pair.state == "closed" && !cell(&pair.row, "alone").is_empty();
        let alone = pairs().filter(is_alone).filter_map(|pair| pair.end).min();
        let until_alone = alone.map(|day| (day - joined).num_days());
        out.push(row(
            &*person.id,
            [
                ("joined", json!(joined.to_string())),
                ("days", json!((reading.on() - joined).num_days())),
                ("days_until_alone", json!(until_alone)),
            ],
        ));
    }
    out
}
