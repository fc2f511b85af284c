//! One programme: who took part, how they judged it, what they learned, and how their predicates changed.

use crate::files::{Month, Reading, Row, amount, cell, date, day, figure, number, tables, text, whole};
use crate::predicates::{ORDER, period, predicate};
use crate::programmes::{Programme, gain, programme};
use crate::reach::{attainment, audience, levels, participants};
use crate::reaction::{Cells, aspects, items};
use crate::satisfaction::least_group;
use crate::table::{Counted, Table, counted, mean, over, row};
use chrono::{NaiveDate, TimeDelta};
use serde_json::{Value, json};
use statrs::distribution::{ContinuousCDF, StudentsT};
use std::collections::BTreeMap;

const REPORT: &[&str] = &["training"];

pub(crate) const TABLES: &[Counted] = &[
    counted(REPORT, "programme", facts),
    counted(REPORT, "statuses", statuses),
    counted(REPORT, "absences", absences),
    counted(REPORT, "aspects", by_aspect),
    counted(REPORT, "questions", by_question).by(2),
    counted(REPORT, "learning", learning),
    counted(REPORT, "moves", moves),
    counted(REPORT, "modules", modules),
    counted(REPORT, "participants", participants),
    counted(REPORT, "audience", audience),
    counted(REPORT, "attainment", attainment),
    counted(REPORT, "levels", levels).by(2),
];

/// The programme that is reported on, with all of its answers up to the last day.
pub(crate) fn subject(reading: &Reading) -> Programme {
    let document = reading.document(&format!("trainings/{}.toml", reading.about));
    let mut one = programme(reading, &reading.about, &document);
    for (form, rows) in &mut one.answers {
        let own = form.rows.iter().filter(|row| {
            cell(row, "training") == reading.about && Month::parse(cell(row, "date")) <= reading.month
        });
        *rows = own.cloned().collect();
    }
    one
}

fn facts(reading: &Reading) -> Table {
    let one = subject(reading);
    let (cost, took_part) = (figure(&one.document, "cost"), one.took_part().count());
    let line = |key: &str, value: Option<f64>| value.map(|value| row(key, [("value", json!(value))]));
    let each = cost.filter(|_| took_part > 0).map(|cost| cost / took_part as f64);
    let lines = [
        line("jp", figure(&one.document, "jp")),
        line("seats", figure(&one.document, "seats")),
        line("cost", cost),
        line("cost_each", each),
    ];
    lines.into_iter().flatten().collect()
}

/// How a participation stood on a day: what was completed later was a place.
pub(crate) fn status(on: NaiveDate, row: &Row) -> &str {
    let was_confirmed = match day(row, "confirmed") {
        Some(day) => day <= on,
        None => day(row, "enrolled").is_none(),
    };
    match cell(row, "status") {
        "completed" if day(row, "completed").is_some_and(|day| day > on) => match was_confirmed {
            true => "confirmed",
            false => "invited",
        },
        status => status,
    }
}

/// Whether somebody's place is still open on a day.
pub(crate) fn is_open(on: NaiveDate, row: &Row) -> bool {
    ["invited", "confirmed", "attending", "awaiting-certificate"].contains(&status(on, row))
}

/// Whether somebody is known to have taken part on a day, whether they finished or not.
pub(crate) fn has_taken_part(on: NaiveDate, row: &Row) -> bool {
    ["attending", "awaiting-certificate", "completed", "failed"].contains(&status(on, row))
}

fn tally<'r>(values: impl Iterator<Item = &'r str>, has_total: bool) -> Table {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    values.for_each(|value| *counts.entry(value).or_default() += 1);
    let total: usize = counts.values().sum();
    let all = counts
        .into_iter()
        .chain((has_total && total > 0).then_some(("*", total)));
    all.map(|(key, people)| row(key, [("people", json!(people))]))
        .collect()
}

fn statuses(reading: &Reading) -> Table {
    tally(
        subject(reading).rows.iter().map(|row| status(reading.on(), row)),
        true,
    )
}

fn absences(reading: &Reading) -> Table {
    let one = subject(reading);
    let reasons = one
        .absent()
        .map(|row| Some(cell(row, "reason")).filter(|reason| !reason.is_empty()));
    tally(reasons.map(|reason| reason.unwrap_or("unknown")), false)
}

fn by_aspect(reading: &Reading) -> Table {
    let one = subject(reading);
    match one.responses() < least_group(reading) {
        true => Table::new(),
        false => aspects(&one)
            .into_iter()
            .map(|(aspect, cells)| row(aspect, guarded(cells, least_group(reading))))
            .collect(),
    }
}

/// A mean of too few is not told.
fn guarded([n, mean]: Cells, least: usize) -> Cells {
    let is_told = n.1.as_u64().unwrap() as usize >= least;
    [n, (mean.0, if is_told { mean.1 } else { Value::Null })]
}

fn by_question(reading: &Reading) -> Table {
    let one = subject(reading);
    match one.responses() < least_group(reading) {
        true => Table::new(),
        false => items(&one)
            .into_iter()
            .map(|(key, cells)| row(key, guarded(cells, least_group(reading))))
            .collect(),
    }
}

/// The confidence interval of the mean difference; nothing below the least number of pairs.
fn interval(reading: &Reading, differences: &[f64]) -> [Value; 2] {
    let rule = reading.rule("effect");
    let n = differences.len() as f64;
    if (differences.len() as i64) < whole(&rule, "min_pairs") {
        return [Value::Null, Value::Null];
    }
    let middle = mean(differences).unwrap();
    let square: f64 = differences.iter().map(|one| (one - middle).powi(2)).sum();
    let level = amount(&rule["confidence"]);
    let t = StudentsT::new(0.0, 1.0, n - 1.0)
        .unwrap()
        .inverse_cdf(f64::midpoint(1.0, level));
    let half = t * (square / (n - 1.0)).sqrt() / n.sqrt();
    [json!(middle - half), json!(middle + half)]
}

/// Both tests of a participant. The second is known from the day of completion on, else from the programme's last.
fn tests(reading: &Reading, one: &Programme, row: &Row) -> (Option<f64>, Option<f64>) {
    let known = day(row, "completed").or_else(|| date(&one.document, "end"));
    let post = number(row, "post").filter(|_| known.is_some_and(|day| day <= reading.on()));
    (number(row, "pre"), post)
}

fn learning(reading: &Reading) -> Table {
    let one = subject(reading);
    let tests: Vec<_> = one.rows.iter().map(|row| tests(reading, &one, row)).collect();
    let pairs: Vec<(f64, f64)> = tests.iter().filter_map(|(pre, post)| pre.zip(*post)).collect();
    let (pre, post): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let differences: Vec<f64> = pairs.iter().map(|(pre, post)| post - pre).collect();
    let max = one.test_max();
    let gains: Vec<f64> = pairs
        .iter()
        .filter(|(pre, _)| *pre < max)
        .map(|(pre, post)| (post - pre) / (max - pre))
        .collect();
    let (class, band) = gain(reading, &pairs, max);
    let [low, high] = interval(reading, &differences);
    let is_enough = class.is_some();
    let line = |key: &str, value: Value| row(key, [("value", value)]);
    vec![
        line("pairs", json!(pairs.len())),
        line(
            "pre_only",
            json!(
                tests
                    .iter()
                    .filter(|(pre, post)| pre.is_some() && post.is_none())
                    .count()
            ),
        ),
        line(
            "post_only",
            json!(
                tests
                    .iter()
                    .filter(|(pre, post)| pre.is_none() && post.is_some())
                    .count()
            ),
        ),
        line("pre_mean", json!(mean(&pre))),
        line("post_mean", json!(mean(&post))),
        line("difference", json!(mean(&differences))),
        line("interval_low", low),
        line("interval_high", high),
        line("class_gain", json!(class)),
        line("band", json!(band)),
        line("mean_gain", json!(mean(&gains).filter(|_| is_enough))),
    ]
}

/// The first day of a period.
fn first_day(code: &str) -> NaiveDate {
    let (last, months) = period(code);
    Month::of(last).plus(1 - months as i32).first()
}

/// The last predicate of a period that ends before the programme, and the first of one that starts after it.
fn sides(
    reading: &Reading,
    evaluations: &[Row],
    person: &str,
    document: &toml::Table,
) -> [Option<String>; 2] {
    let (start, end) = (date(document, "start").unwrap(), date(document, "end").unwrap());
    let near = |a: NaiveDate, b: NaiveDate| b <= a + TimeDelta::days(366);
    let own = || evaluations.iter().filter(|row| cell(row, "staff") == person);
    let judged = || own().filter_map(|row| Some((cell(row, "period"), predicate(reading, row)?)));
    let before = judged().filter(|(code, _)| period(code).0 < start && near(period(code).0, start));
    let after = judged().filter(|(code, _)| {
        first_day(code) > end && period(code).0 <= reading.on() && near(end, first_day(code))
    });
    let after = after.min_by_key(|(code, _)| (first_day(code), std::cmp::Reverse(period(code).1)));
    [before.max_by_key(|(code, _)| period(code)), after].map(|side| side.map(|(_, predicate)| predicate))
}

fn moves(reading: &Reading) -> Table {
    let (one, evaluations) = (subject(reading), reading.rows("evaluations"));
    let rank = |code: &str| ORDER.iter().position(|known| *known == code).unwrap();
    let mut counts = BTreeMap::from(
        ["better", "same", "worse", "before-only", "after-only", "neither"].map(|key| (key, 0)),
    );
    for row in one.took_part() {
        let key = match sides(reading, &evaluations, cell(row, "staff"), &one.document) {
            [Some(before), Some(after)] if rank(&after) < rank(&before) => "better",
            [Some(before), Some(after)] if rank(&after) > rank(&before) => "worse",
            [Some(_), Some(_)] => "same",
            [Some(_), None] => "before-only",
            [None, Some(_)] => "after-only",
            [None, None] => "neither",
        };
        *counts.get_mut(key).unwrap() += 1;
    }
    counts
        .into_iter()
        .map(|(key, people)| row(key, [("people", json!(people))]))
        .collect()
}

fn modules(reading: &Reading) -> Table {
    let one = subject(reading);
    let modules = tables(&one.document, "module");
    let jp = |kind: &str| -> f64 {
        let own = modules
            .iter()
            .filter(|module| kind.is_empty() || text(module, "kind") == kind);
        own.map(|module| amount(&module["jp"])).sum::<f64>() + 0.0
    };
    let line = |key: &str, own: f64| row(key, [("jp", json!(own)), ("share", over(own, jp("")))]);
    let mut out: Table = modules
        .iter()
        .map(|one| line(text(one, "title"), amount(&one["jp"])))
        .collect();
    if !out.is_empty() {
        let sums = [("*theory", "theory"), ("*practice", "practice"), ("*", "")];
        out.extend(sums.map(|(key, kind)| line(key, jp(kind))));
    }
    out
}
