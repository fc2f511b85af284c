//! What the public said before and after a programme.

use crate::complaints::{Complaint, complaints_on, overdue_of};
use crate::files::{Month, Reading, Row, cell, date, number, tables, text, texts, whole};
use crate::people::everybody;
use crate::programmes::{Programme, closed, programme};
use crate::satisfaction::{answers, ikm, least_group, weakest};
use crate::table::{Counted, Table, counted, mean, median, row, share};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const REPORTS: &[&str] = &["impact", "training"];

pub(crate) const TABLES: &[Counted] = &[
    counted(&["monthly"], "impact", named),
    counted(REPORTS, "impact", programmes),
    counted(REPORTS, "before_after", before_after),
    counted(REPORTS, "ikm_before_after", ikm_before_after),
    counted(REPORTS, "service_figures", service_figures),
    counted(REPORTS, "overdue", overdue),
    counted(&["monthly"], "verdicts_named", named_verdicts),
    counted(&["impact"], "verdicts", verdicts),
];

/// A programme with the windows around it and whom it concerns.
struct Comparison {
    programme: Programme,
    /// First and last month of each window.
    windows: [(Month, Month); 2],
    units: BTreeSet<String>,
    others: BTreeSet<String>,
    participants: BTreeSet<String>,
    services: Vec<String>,
}

fn comparison(reading: &Reading, programme: Programme) -> Comparison {
    let rule = reading.rule("impact");
    let document = programme.document.clone();
    let (start, end) = (date(&document, "start").unwrap(), date(&document, "end").unwrap());
    let (before, after) = (
        whole(&rule, "months_before") as i32,
        whole(&rule, "months_after") as i32,
    );
    let (first, last) = (Month::of(start), Month::of(end));
    let participants: BTreeSet<String> = programme
        .took_part()
        .map(|row| cell(row, "staff").to_owned())
        .collect();
    let held = everybody(reading, end)
        .into_iter()
        .filter(|person| participants.contains(&person.id));
    let worked: BTreeSet<String> = held.map(|person| person.unit).collect();
    let public = reading.rows("units.csv");
    let public = public.iter().filter(|row| cell(row, "public_service") == "yes");
    let public: BTreeSet<String> = public.map(|row| cell(row, "code").to_owned()).collect();
    let named: BTreeSet<String> = texts(&document, "public_units")
        .into_iter()
        .map(str::to_owned)
        .collect();
    let units = if named.is_empty() {
        &worked & &public
    } else {
        named
    };
    Comparison {
        windows: [
            (first.plus(-before), first.plus(-1)),
            (last.plus(1), last.plus(after)),
        ],
        others: &(&public - &worked) - &units,
        units,
        participants,
        services: texts(&document, "services")
            .into_iter()
            .map(str::to_owned)
            .collect(),
        programme,
    }
}

impl Comparison {
    fn is_named(&self) -> bool {
        !self.services.is_empty() || !texts(&self.programme.document, "public_units").is_empty()
    }

    /// Whether a row about a unit and a service, handled by somebody, belongs to a group.
    fn holds(&self, group: &str, unit: &str, service: &str, handler: &str) -> bool {
        let is_meant = match group {
            "participating" => self.units.contains(unit),
            "comparison" => self.others.contains(unit),
            _ => self.participants.contains(handler),
        };
        is_meant && (self.services.is_empty() || self.services.iter().any(|one| one == service))
    }

    fn key(&self, group: &str, window: &str) -> String {
        format!("{}/{group}/{window}", self.programme.id)
    }
}

/// The programmes whose second window ends with a month.
fn closed_in(reading: &Reading, month: Month) -> Vec<Comparison> {
    let months = whole(&reading.rule("impact"), "months_after") as i32;
    let all = reading.documents("trainings").into_iter();
    let closed = all.filter(|(_, document)| {
        let end = Month::of(date(document, "end").unwrap());
        text(document, "status") != "cancelled" && end.plus(months) == month
    });
    let all = closed.map(|(id, document)| comparison(reading, programme(reading, &id, &document)));
    all.filter(|one| one.is_named() || !one.units.is_empty())
        .collect()
}

/// The programmes whose second window ends within the time.
fn of_time(reading: &Reading) -> Vec<Comparison> {
    let mut months = vec![reading.begins()];
    while months[months.len() - 1] < reading.month {
        months.push(months[months.len() - 1].plus(1));
    }
    months
        .into_iter()
        .flat_map(|month| closed_in(reading, month))
        .collect()
}

/// The one that is reported on; else those closed in the time, else those closed last before.
fn comparisons(reading: &Reading) -> Vec<Comparison> {
    if !reading.about.is_empty() {
        let document = reading.document(&format!("trainings/{}.toml", reading.about));
        return vec![comparison(reading, programme(reading, &reading.about, &document))];
    }
    let own = of_time(reading);
    if !own.is_empty() {
        return own;
    }
    let mut months = (0..=12).map(|back| closed_in(reading, reading.month.plus(-back)));
    months.find(|list| !list.is_empty()).unwrap_or_default()
}

/// Complaints about the units with participants, received in the windows or between, that are open.
fn open_complaints(reading: &Reading, one: &Comparison) -> Vec<Complaint> {
    let months = one.windows[0].0..=one.windows[1].1;
    let mut all = complaints_on(reading, reading.on());
    all.retain(|complaint| {
        complaint.is_open()
            && months.contains(&Month::of(complaint.received))
            && one.holds("participating", &complaint.unit, &complaint.service, "")
    });
    all
}

fn line(reading: &Reading, one: &Comparison) -> (String, BTreeMap<&'static str, Value>) {
    let open = open_complaints(reading, one);
    row(
        &*one.programme.id,
        [
            (
                "participants",
                closed(
                    text(&one.programme.document, "status") == "done",
                    one.programme.took_part().count(),
                ),
            ),
            ("units", json!(one.units.len())),
            ("comparison_units", json!(one.others.len())),
            ("overdue", overdue_of(&open.iter().collect::<Vec<_>>())),
            (
                "unclassed",
                json!(open.iter().filter(|one| one.is_unclassed()).count()),
            ),
        ],
    )
}

fn programmes(reading: &Reading) -> Table {
    comparisons(reading)
        .iter()
        .map(|one| line(reading, one))
        .collect()
}

/// Of the month, those that name their public.
fn named(reading: &Reading) -> Table {
    let all = of_time(reading);
    all.iter()
        .filter(|one| one.is_named())
        .map(|one| line(reading, one))
        .collect()
}

fn overdue(reading: &Reading) -> Table {
    let counts = comparisons(reading).into_iter().map(|one| {
        let open = open_complaints(reading, &one);
        (open.iter().filter(|one| one.is_overdue()).count(), one)
    });
    let some = counts.filter(|(count, _)| *count > 0);
    some.map(|(count, one)| row(one.programme.id, [("count", json!(count))]))
        .collect()
}

/// The change from before to after; shares in points of percent.
fn change(
    before: &BTreeMap<&'static str, Value>,
    after: &BTreeMap<&'static str, Value>,
) -> BTreeMap<&'static str, Value> {
    let points = |column: &str| {
        if ["resolution_rate", "on_time", "satisfied"].contains(&column) {
            100.0
        } else {
            1.0
        }
    };
    let of = |(column, before): (&&'static str, &Value)| {
        let both = after[column].as_f64().zip(before.as_f64());
        (
            *column,
            json!(both.map(|(after, before)| (after - before) * points(column))),
        )
    };
    before.iter().map(of).collect()
}

/// What is told of a window.
const COLUMNS: [&str; 9] = [
    "received",
    "resolvable",
    "resolved",
    "resolution_rate",
    "on_time",
    "untimed",
    "median_workdays",
    "reopened",
    "satisfied",
];

fn window(reading: &Reading, one: &Comparison, group: &str, at: usize) -> BTreeMap<&'static str, Value> {
    let (from, to) = one.windows[at];
    if from > reading.month {
        return COLUMNS.map(|column| (column, Value::Null)).into();
    }
    let all = complaints_on(reading, to.last().min(reading.on()));
    let own: Vec<&Complaint> = all
        .iter()
        .filter(|complaint| (from..=to).contains(&Month::of(complaint.received)))
        .filter(|complaint| one.holds(group, &complaint.unit, &complaint.service, &complaint.handler))
        .collect();
    let count = |is: &dyn Fn(&Complaint) -> bool| own.iter().filter(|complaint| is(complaint)).count();
    let resolved = count(&|complaint| complaint.outcome == "resolved");
    let resolvable = count(&Complaint::is_resolvable);
    let timed =
        |late: &[Option<bool>]| count(&|one| one.outcome == "resolved" && late.contains(&one.is_late));
    let views = |views: &[&str]| count(&|one| !one.is_open() && views.contains(&&*one.view));
    let took = own
        .iter()
        .filter(|complaint| complaint.outcome == "resolved")
        .map(|complaint| complaint.took);
    BTreeMap::from([
        ("received", json!(own.len())),
        ("resolvable", json!(resolvable)),
        ("resolved", json!(resolved)),
        ("resolution_rate", share(resolved, resolvable)),
        (
            "on_time",
            share(timed(&[Some(false)]), timed(&[Some(false), Some(true)])),
        ),
        ("median_workdays", median(took.collect())),
        ("untimed", json!(timed(&[None]))),
        ("reopened", json!(count(&|complaint| complaint.is_reopened))),
        (
            "satisfied",
            share(views(&["satisfied"]), views(&["satisfied", "not"])),
        ),
    ])
}

fn before_after(reading: &Reading) -> Table {
    let mut out = Table::new();
    for one in comparisons(reading) {
        for group in ["participating", "comparison", "handled"] {
            let [before, after] = [0, 1].map(|at| window(reading, &one, group, at));
            let change = match one.windows[1].1 > reading.month {
                // What is not whole is not compared.
                true => COLUMNS.map(|column| (column, Value::Null)).into(),
                false => change(&before, &after),
            };
            out.push((one.key(group, "change"), change));
            out.push((one.key(group, "before"), before));
            out.push((one.key(group, "after"), after));
        }
    }
    out
}

fn ikm_before_after(reading: &Reading) -> Table {
    let (rule, least) = (reading.rule("satisfaction"), least_group(reading));
    let mut out = Table::new();
    for one in comparisons(reading) {
        for group in ["participating", "comparison"] {
            let of = |(from, to): (Month, Month)| {
                let all = answers(reading, from, to.min(reading.month));
                let is_own = |row: &&Row| one.holds(group, cell(row, "unit"), cell(row, "service"), "");
                let own: Vec<&Row> = all.iter().filter(is_own).collect();
                let (ikm, quality) = if weakest(&own, &rule) < least {
                    (None, None)
                } else {
                    ikm(&own, &rule)
                };
                ((from <= reading.month).then_some(own.len()), ikm, quality)
            };
            let windows = one.windows.map(of);
            for ((n, ikm, quality), window) in windows.iter().zip(["before", "after"]) {
                let cells = [("n", json!(n)), ("ikm", json!(ikm)), ("quality", json!(quality))];
                out.push(row(one.key(group, window), cells));
            }
            let is_whole = one.windows[1].1 <= reading.month;
            let change = windows[1]
                .1
                .filter(|_| is_whole)
                .zip(windows[0].1)
                .map(|(after, before)| after - before);
            out.push(row(one.key(group, "change"), [("ikm", json!(change))]));
        }
    }
    out
}

fn service_figures(reading: &Reading) -> Table {
    let (settings, rows) = (reading.document("bina.toml"), reading.rows("indicators.csv"));
    let mut out = Table::new();
    for one in comparisons(reading) {
        for indicator in tables(&settings, "indicator") {
            let code = text(indicator, "code");
            let values = |(from, to): (Month, Month)| -> Vec<f64> {
                let own = rows
                    .iter()
                    .filter(|row| cell(row, "code") == code && one.units.contains(cell(row, "unit")));
                let to = to.min(reading.month);
                let in_time = own.filter(|row| (from..=to).contains(&Month::parse(cell(row, "month"))));
                in_time.filter_map(|row| number(row, "value")).collect()
            };
            let [before, after] = one.windows.map(values);
            out.push(row(
                format!("{}/{code}", one.programme.id),
                [
                    ("before", json!(mean(&before))),
                    ("before_n", json!(before.len())),
                    ("after", json!(mean(&after))),
                    ("after_n", json!(after.len())),
                ],
            ));
        }
    }
    out
}

/// Whether other deadlines came into force within the windows: then what was on time cannot be compared.
fn deadlines_changed(reading: &Reading, one: &Comparison) -> bool {
    let document = reading.document("rules/complaints.toml");
    let mut editions = tables(&document, "edition");
    editions.sort_by_key(|edition| date(edition, "in_force_from"));
    let allowed = |edition: &toml::Table| -> BTreeMap<String, i64> {
        let classes = tables(edition, "class").into_iter();
        classes
            .map(|class| (text(class, "code").to_owned(), whole(class, "resolve_within")))
            .collect()
    };
    let [(first, _), (_, last)] = one.windows;
    editions.windows(2).any(|pair| {
        let from = date(pair[1], "in_force_from").unwrap();
        allowed(pair[0]) != allowed(pair[1]) && first.first() < from && from <= last.last()
    })
}

/// Better in one of three figures and worse in none, where there are enough complaints to tell.
fn verdict(reading: &Reading, one: &Comparison) -> &'static str {
    let least = whole(&reading.rule("impact"), "min_n");
    let [before, after] = [0, 1].map(|at| window(reading, one, "participating", at));
    let is_few = |window: &BTreeMap<&'static str, Value>| window["resolvable"].as_i64().unwrap() < least;
    if one.windows[1].1 > reading.month {
        return "open";
    }
    if is_few(&before) || is_few(&after) {
        return "too-few";
    }
    // Fewer working days are better.
    let columns = [
        ("resolution_rate", 1.0),
        ("on_time", 1.0),
        ("median_workdays", -1.0),
    ];
    let change = change(&before, &after);
    let is_comparable = !deadlines_changed(reading, one);
    let columns = columns.into_iter();
    let columns = columns.filter(|(column, _)| is_comparable || *column != "on_time");
    let changes = columns.map(|(column, sign)| change[column].as_f64().unwrap_or(0.0) * sign);
    let changes: Vec<f64> = changes.collect();
    match changes.iter().any(|one| *one > 0.0) && changes.iter().all(|one| *one >= 0.0) {
        true => "improved",
        false => "not-improved",
    }
}

/// For the public: programmes by verdict.
fn by_verdict(reading: &Reading, all: &[Comparison]) -> Table {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    all.iter()
        .for_each(|one| *counts.entry(verdict(reading, one)).or_default() += 1);
    counts
        .into_iter()
        .map(|(key, count)| row(key, [("programmes", json!(count))]))
        .collect()
}

fn verdicts(reading: &Reading) -> Table {
    by_verdict(reading, &comparisons(reading))
}

fn named_verdicts(reading: &Reading) -> Table {
    let mut all = of_time(reading);
    all.retain(Comparison::is_named);
    by_verdict(reading, &all)
}
