//! The satisfaction of the public: by unit, by element, by service.

use crate::files::{Month, Reading, Row, amount, cell, number, rounded, tables, text, texts, whole};
use crate::table::{Counted, Table, counted, mean, over, row};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const TABLES: &[Counted] = &[
    counted(&["monthly", "satisfaction"], "ikm_by_unit", by_unit),
    counted(&["monthly"], "ikm_elements", by_element),
    counted(&["satisfaction"], "ikm_elements", elements),
    counted(&["monthly", "satisfaction"], "ikm_by_service", by_service),
    counted(&["monthly"], "respondents_by_profile", profile).by(2),
    counted(&["satisfaction"], "respondents_by_profile", profile_shared).by(2),
    counted(&["satisfaction"], "survey_sample", sample),
    counted(&["satisfaction"], "lowest_elements", lowest),
    counted(&["satisfaction"], "ikm_by_period", by_period),
    counted(&["satisfaction"], "ikm_by_month", by_month),
];

/// How many months count: those of the rule, or a longer time alone.
fn months(reading: &Reading) -> i32 {
    let first = reading.window(whole(&reading.rule("satisfaction"), "months") as i32);
    let mut length = 1;
    while reading.month.first_of(length) != first {
        length += 1;
    }
    length
}

/// The answers of the public between two months, both included.
pub(crate) fn answers(reading: &Reading, from: Month, to: Month) -> Vec<Row> {
    let surveys = reading.names("questionnaires").into_iter();
    let surveys = surveys.filter(|name| text(&reading.document(name), "index") == "satisfaction");
    let folders = surveys.map(|name| name.replace("questionnaires", "responses").replace(".toml", ""));
    let rows = folders.flat_map(|folder| reading.rows(&folder).to_vec());
    let rule = reading.rule("satisfaction");
    let elements = texts(&rule, "elements");
    let is_answered = |row: &Row| elements.iter().any(|element| number(row, element).is_some());
    rows.filter(|row| (from..=to).contains(&Month::parse(cell(row, "date"))) && is_answered(row))
        .collect()
}

/// The answers of the months of the rule.
pub(crate) fn current(reading: &Reading) -> Vec<Row> {
    answers(reading, reading.month.first_of(months(reading)), reading.month)
}

/// How many answered an element, and the mean.
fn nrr(answers: &[&Row], element: &str) -> (usize, Option<f64>) {
    let scores: Vec<f64> = answers.iter().filter_map(|row| number(row, element)).collect();
    (scores.len(), mean(&scores))
}

/// How many answered the element that fewest answered, of those that anybody did: so many people are behind an index.
pub(crate) fn weakest(answers: &[&Row], rule: &toml::Table) -> usize {
    let elements = texts(rule, "elements").into_iter();
    let each = elements.map(|element| nrr(answers, element).0).filter(|n| *n > 0);
    each.min().unwrap_or(0)
}

/// The mean of the means of all elements; `None` when one of them has no answer.
fn mean_nrr(answers: &[&Row], rule: &toml::Table) -> Option<f64> {
    let means: Option<Vec<f64>> = texts(rule, "elements")
        .iter()
        .map(|element| nrr(answers, element).1)
        .collect();
    mean(&means?)
}

/// The index and its band.
pub(crate) fn ikm(answers: &[&Row], rule: &toml::Table) -> (Option<f64>, Option<String>) {
    assert_eq!(text(rule, "weight"), "1/9");
    let ikm = mean_nrr(answers, rule).map(|mean| amount(&rule["factor"]) * mean);
    (ikm, ikm.map(|ikm| letter(ikm, rule)))
}

/// Which groups are hidden: those too small, and where that is one, the next smallest too.
pub(crate) fn hidden(sizes: &[usize], least: usize) -> Vec<bool> {
    let mut hidden: Vec<bool> = sizes.iter().map(|n| (1..least).contains(n)).collect();
    if hidden.iter().filter(|is| **is).count() == 1 {
        let shown = (0..sizes.len()).filter(|at| sizes[*at] > 0 && !hidden[*at]);
        if let Some(next) = shown.min_by_key(|at| sizes[*at]) {
            hidden[next] = true;
        }
    }
    hidden
}

/// The least group that is shown.
pub(crate) fn least_group(reading: &Reading) -> usize {
    whole(&reading.rule("privacy"), "min_group") as usize
}

/// The index of some answers, where they are not hidden.
fn line(
    key: &str,
    answers: &[&Row],
    is_hidden: bool,
    rule: &toml::Table,
) -> (String, BTreeMap<&'static str, Value>) {
    let (ikm, band) = match is_hidden {
        true => (None, None),
        false => ikm(answers, rule),
    };
    row(
        key,
        [
            ("n", json!(answers.len())),
            ("ikm", json!(ikm)),
            ("band", json!(band)),
        ],
    )
}

/// The index of each group by a column, and of all answers.
fn by(reading: &Reading, column: &str, groups: &[String]) -> Table {
    let (rule, least, all) = (
        reading.rule("satisfaction"),
        least_group(reading),
        current(reading),
    );
    let of = |group: &String| -> Vec<&Row> { all.iter().filter(|row| cell(row, column) == group).collect() };
    let answers: Vec<Vec<&Row>> = groups.iter().map(of).collect();
    let sizes: Vec<usize> = answers.iter().map(|own| weakest(own, &rule)).collect();
    let hidden = hidden(&sizes, least);
    let lines = groups.iter().zip(&answers).zip(hidden);
    let mut out: Table = lines
        .map(|((group, answers), is_hidden)| line(group, answers, is_hidden, &rule))
        .collect();
    out.push(line(
        "*",
        &all.iter().collect::<Vec<_>>(),
        weakest(&all.iter().collect::<Vec<_>>(), &rule) < least,
        &rule,
    ));
    out
}

pub(crate) fn by_unit(reading: &Reading) -> Table {
    by(reading, "unit", &reading.units())
}

fn by_service(reading: &Reading) -> Table {
    let settings = reading.document("bina.toml");
    let codes: Vec<String> = tables(&settings, "service")
        .iter()
        .map(|one| text(one, "code").to_owned())
        .collect();
    by(reading, "service", &codes)
}

fn by_element(reading: &Reading) -> Table {
    let (rule, answers) = (reading.rule("satisfaction"), current(reading));
    let all: Vec<&Row> = answers.iter().collect();
    let least = least_group(reading);
    let line = |element: &str, (n, mean): (usize, Option<f64>)| {
        row(
            element,
            [("n", json!(n)), ("nrr", json!(mean.filter(|_| n >= least)))],
        )
    };
    let elements = texts(&rule, "elements").into_iter();
    let mut out: Table = elements
        .map(|element| line(element, nrr(&all, element)))
        .collect();
    out.push(line("*", (all.len(), mean_nrr(&all, &rule))));
    out
}

/// The letter of an index.
fn letter(ikm: f64, rule: &toml::Table) -> String {
    let ikm = rounded(ikm, whole(rule, "decimals") as i32);
    let mut bands = tables(rule, "band").into_iter();
    let band = bands.find(|band| amount(&band["from"]) <= ikm && ikm <= amount(&band["to"]));
    text(band.unwrap(), "letter").to_owned()
}

/// The elements with what their mean is worth; the last row is of them all.
fn elements(reading: &Reading) -> Table {
    let rule = reading.rule("satisfaction");
    let (count, factor) = (texts(&rule, "elements").len() as f64, amount(&rule["factor"]));
    let mut out = by_element(reading);
    for (key, cells) in &mut out {
        let nrr = cells["nrr"].as_f64();
        let parts = if key == "*" { 1.0 } else { count };
        cells.insert("weighted", json!(nrr.map(|nrr| nrr / parts)));
        cells.insert("index", json!(nrr.map(|nrr| nrr * factor)));
        cells.insert("band", json!(nrr.map(|nrr| letter(nrr * factor, &rule))));
    }
    out
}

/// The three elements with the lowest mean.
fn lowest(reading: &Reading) -> Table {
    let mut out = elements(reading);
    out.retain(|(key, cells)| key != "*" && !cells["nrr"].is_null());
    out.sort_by(|(_, a), (_, b)| a["nrr"].as_f64().unwrap().total_cmp(&b["nrr"].as_f64().unwrap()));
    out.truncate(3);
    for (_, cells) in &mut out {
        cells.retain(|column, _| ["nrr", "band"].contains(column));
    }
    out
}

/// The profile with the share of each category.
fn profile_shared(reading: &Reading) -> Table {
    let all = current(reading).len() as f64;
    let mut out = profile(reading);
    for (_, cells) in &mut out {
        let n = cells["n"].as_f64().unwrap();
        cells.insert("share", over(n, all));
    }
    out
}

/// The name of so many months that end with a month.
fn period(last: Month, months: i32) -> String {
    let first = last.first_of(months);
    match (months, last.number) {
        (12, 12) => last.year.to_string(),
        _ => format!(
            "{}-{:02}..{}-{:02}",
            first.year, first.number, last.year, last.number
        ),
    }
}

/// The people served, as the questionnaire has them, and by the published formula how many of them must answer.
fn sample(reading: &Reading) -> Table {
    let surveys = reading.names("questionnaires").into_iter();
    let surveys = surveys.map(|name| reading.document(&name));
    let mut surveys = surveys.filter(|survey| text(survey, "index") == "satisfaction");
    let served = surveys.find_map(|survey| survey.get("population").map(amount));
    let needed = served.map(|n| (3.841 * n * 0.25 / (0.0025 * (n - 1.0) + 0.960_25) + 0.5).floor());
    let n = current(reading).len() as f64;
    let cells = [
        ("population", json!(served)),
        ("needed", json!(needed)),
        ("n", json!(n)),
        ("short", json!(needed.map(|needed| (needed - n).max(0.0)))),
    ];
    vec![row(period(reading.month, months(reading)), cells)]
}

/// The office in the months of the rule, and in as many before them, as far back as anybody answered.
fn by_period(reading: &Reading) -> Table {
    let (rule, least, length) = (
        reading.rule("satisfaction"),
        least_group(reading),
        months(reading),
    );
    let mut out = Table::new();
    for back in 0..4 {
        let last = reading.month.plus(-back * length);
        let all = answers(reading, last.first_of(length), last);
        let all: Vec<&Row> = all.iter().collect();
        let months: BTreeSet<&str> = all.iter().map(|row| &cell(row, "date")[..7]).collect();
        let is_few = weakest(&all, &rule) < least;
        let mut own = line(&period(last, length), &all, is_few, &rule);
        own.1.insert("months", json!(months.len()));
        out.push(own);
    }
    while out.len() > 1 && out.last().unwrap().1["n"] == json!(0) {
        out.pop();
    }
    out
}

/// The office month by month, hidden as groups that part all answers are.
fn by_month(reading: &Reading) -> Table {
    let (rule, least, length) = (
        reading.rule("satisfaction"),
        least_group(reading),
        months(reading),
    );
    let months: Vec<Month> = (1 - length..=0).map(|back| reading.month.plus(back)).collect();
    let all: Vec<Vec<Row>> = months
        .iter()
        .map(|month| answers(reading, *month, *month))
        .collect();
    let all: Vec<Vec<&Row>> = all.iter().map(|own| own.iter().collect()).collect();
    let sizes: Vec<usize> = all.iter().map(|own| weakest(own, &rule)).collect();
    let each = months.iter().zip(&all).zip(hidden(&sizes, least));
    let key = |month: &Month| format!("{}-{:02}", month.year, month.number);
    each.map(|((month, own), is_hidden)| line(&key(month), own, is_hidden, &rule))
        .collect()
}

/// How many respondents are in each category of the profile; what they did not say has a dash, where somebody did not.
fn profile(reading: &Reading) -> Table {
    let surveys = reading.names("questionnaires").into_iter();
    let mut surveys = surveys.map(|name| reading.document(&name));
    let survey = surveys
        .find(|document| text(document, "index") == "satisfaction")
        .unwrap();
    let answers = current(reading);
    let mut out = Table::new();
    for question in tables(&survey, "profile") {
        let key = text(question, "key");
        let of = |category: &str| answers.iter().filter(|row| cell(row, key) == category).count();
        for category in texts(question, "categories") {
            out.push(row(format!("{key}/{category}"), [("n", json!(of(category)))]));
        }
        if of("") > 0 {
            out.push(row(format!("{key}/-"), [("n", json!(of("")))]));
        }
    }
    out
}
