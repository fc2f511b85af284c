//! The programmes of a month.

use crate::Table;
use crate::files::{Month, Row, all_rows, amount, cell, day, document, names, number, rounded, rule};
use crate::public::{hidden, least_group};
use chrono::NaiveDate;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A programme of the month with what its rows say.
struct Programme {
    id: String,
    document: toml::Table,
    rows: Vec<Row>,
    answers: Vec<Row>,
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The ids of all programmes, with their documents.
fn documents() -> Vec<(String, toml::Table)> {
    let folders = names("trainings");
    let files = folders.iter().flat_map(|folder| names(folder));
    files
        .map(|name| {
            let id = name.trim_start_matches("trainings/").trim_end_matches(".toml");
            (id.to_owned(), document(&name))
        })
        .collect()
}

impl Programme {
    fn is_self_paced(document: &toml::Table) -> bool {
        document["mode"].as_str() == Some("self-paced")
    }

    fn completed(&self, month: Month) -> Vec<&Row> {
        let is_own = |row: &&Row| {
            finished(
                row,
                month.last(),
                Self::is_self_paced(&self.document).then_some(month),
            )
        };
        self.rows.iter().filter(is_own).collect()
    }

    fn absent(&self) -> usize {
        self.rows
            .iter()
            .filter(|row| cell(row, "status") == "absent")
            .count()
    }

    /// Who sat through it, as known on a day; of a self-paced one who finished in the month.
    fn asked(&self, month: Month) -> usize {
        if Self::is_self_paced(&self.document) {
            return self.completed(month).len();
        }
        let sat = ["attending", "awaiting-certificate", "completed", "failed"];
        self.rows
            .iter()
            .filter(|row| sat.contains(&cell(row, "status")))
            .count()
    }

    /// Both tests of everybody who sat both; of a self-paced one of those who finished in the month.
    fn pairs(&self, month: Month) -> Vec<(f64, f64)> {
        let rows: Vec<&Row> = match Self::is_self_paced(&self.document) {
            true => self.completed(month),
            false => self.rows.iter().collect(),
        };
        rows.iter()
            .filter_map(|row| Some((number(row, "pre")?, number(row, "post")?)))
            .collect()
    }

    /// How many people answered: about the whole programme, else the most about one instructor.
    fn responses(&self) -> usize {
        let mut about: BTreeMap<&str, usize> = BTreeMap::new();
        self.answers
            .iter()
            .for_each(|row| *about.entry(cell(row, "instructor")).or_default() += 1);
        about
            .get("")
            .copied()
            .unwrap_or_else(|| about.values().copied().max().unwrap_or(0))
    }

    /// The mean of every answer on a scale.
    fn satisfaction(&self) -> Option<f64> {
        let items = scale_items();
        let scores = self
            .answers
            .iter()
            .flat_map(|row| items.iter().filter_map(|item| number(row, item)));
        mean(&scores.collect::<Vec<_>>())
    }
}

/// Whether a row is a completion as known on a day, and of one month where one is asked for.
fn finished(row: &Row, on: NaiveDate, within: Option<Month>) -> bool {
    let completed = day(row, "completed");
    let is_known = completed.is_none_or(|day| day <= on);
    let is_within = within.is_none_or(|month| completed.is_some_and(|day| Month::of(day) == month));
    cell(row, "status") == "completed" && is_known && is_within
}

/// The questionnaires that participants answer about a programme.
fn feedback() -> Vec<(String, toml::Table)> {
    let all = names("questionnaires")
        .into_iter()
        .map(|name| (name.clone(), document(&name)));
    let is_feedback = |form: &toml::Table| {
        let roles = form["answered_by"].as_array().unwrap();
        form["about"].as_str() == Some("training")
            && roles.iter().any(|role| role.as_str() == Some("participant"))
    };
    all.filter(|(_, form)| is_feedback(form)).collect()
}

fn scale_items() -> Vec<String> {
    let forms = feedback();
    let items = forms
        .iter()
        .flat_map(|(_, form)| form["item"].as_array().unwrap());
    let on_scale = items.filter(|item| item["kind"].as_str() == Some("scale"));
    let plain =
        on_scale.inspect(|item| assert!(item.get("direction").is_none(), "turn the scale round here too"));
    plain
        .map(|item| item["key"].as_str().unwrap().to_owned())
        .collect()
}

/// The programmes of a month: what ended in it, and what is self-paced and was completed in it.
fn of_month(month: Month) -> Vec<Programme> {
    let participation = all_rows("participation");
    let folders = feedback()
        .into_iter()
        .map(|(name, _)| name.replace("questionnaires", "responses").replace(".toml", ""));
    let answers: Vec<Row> = folders.flat_map(|folder| all_rows(&folder)).collect();
    let back = rule("look-back", month.last())["programme_months"]
        .as_integer()
        .unwrap() as i32;
    let mut out = Vec::new();
    for (id, document) in documents() {
        let is_self_paced = Programme::is_self_paced(&document);
        let own: Vec<Row> = participation
            .iter()
            .filter(|row| cell(row, "training") == id)
            .cloned()
            .collect();
        let end: NaiveDate = document["end"].to_string().parse().unwrap();
        let is_of_month = match is_self_paced {
            true => own.iter().any(|row| finished(row, month.last(), Some(month))),
            false => Month::of(end) == month,
        };
        let is_near = (month.plus(-back)..=month).contains(&Month::parse(&id));
        if document["status"].as_str() == Some("cancelled") || !is_of_month || !is_near {
            continue;
        }
        let is_own = |row: &&Row| {
            let answered = Month::parse(cell(row, "date"));
            cell(row, "training") == id && answered <= month && (!is_self_paced || answered == month)
        };
        let answers = answers.iter().filter(is_own).cloned().collect();
        out.push(Programme {
            id,
            document,
            rows: own,
            answers,
        });
    }
    out
}

/// The normalised gain of the class, and its band.
fn gain(pairs: &[(f64, f64)], max: f64, on: NaiveDate) -> (Option<f64>, Option<String>) {
    let rule = rule("gain", on);
    let (pre, post): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (Some(pre), Some(post)) = (mean(&pre), mean(&post)) else {
        return (None, None);
    };
    if (pairs.len() as i64) < rule["min_pairs"].as_integer().unwrap() || pre == max {
        return (None, None);
    }
    let gain = (post - pre) / (max - pre);
    let shown = rounded(gain, rule["decimals"].as_integer().unwrap() as i32);
    let is_in = |band: &&toml::Value| {
        band.get("from").is_none_or(|from| amount(from) <= shown)
            && band.get("to").is_none_or(|to| shown < amount(to))
    };
    let band = rule["band"].as_array().unwrap().iter().find(is_in).unwrap()["code"].clone();
    (Some(gain), band.as_str().map(str::to_owned))
}

pub(crate) fn programmes(month: Month) -> Table {
    let all = of_month(month);
    let sizes: Vec<usize> = all.iter().map(Programme::responses).collect();
    let hidden = hidden(&sizes, least_group(month.last()));
    let mut out: Table = all
        .iter()
        .zip(hidden)
        .map(|(one, is_hidden)| row(one, is_hidden, month))
        .collect();
    if all.is_empty() {
        return out;
    }
    let sum = |of: &dyn Fn(&Programme) -> usize| json!(all.iter().map(of).sum::<usize>());
    let (responses, asked): (usize, usize) =
        (sizes.iter().sum(), all.iter().map(|one| one.asked(month)).sum());
    let total = BTreeMap::from([
        ("invited", sum(&|one| one.rows.len())),
        ("completed", sum(&|one| one.completed(month).len())),
        ("absent", sum(&Programme::absent)),
        ("jp", Value::Null),
        ("pairs", sum(&|one| one.pairs(month).len())),
        ("pre_mean", Value::Null),
        ("gain", Value::Null),
        ("responses", json!(responses)),
        (
            "response_rate",
            json!((asked > 0).then(|| responses as f64 / asked as f64)),
        ),
        ("satisfaction", Value::Null),
    ]);
    out.push(("*".to_owned(), total));
    out
}

fn row(one: &Programme, is_hidden: bool, month: Month) -> (String, BTreeMap<&'static str, Value>) {
    let document = &one.document;
    let pairs = one.pairs(month);
    let (pre, post): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (gain, band) = gain(
        &pairs,
        document.get("test_max").map_or(100.0, amount),
        month.last(),
    );
    let (responses, asked) = (one.responses(), one.asked(month));
    let cells = BTreeMap::from([
        ("title", json!(document["title"].as_str())),
        ("method", json!(document["method"].as_str())),
        ("mode", json!(document["mode"].as_str())),
        ("invited", json!(one.rows.len())),
        ("completed", json!(one.completed(month).len())),
        ("absent", json!(one.absent())),
        ("jp", json!(amount(&document["jp"]))),
        ("pairs", json!(pairs.len())),
        ("pre_mean", json!(mean(&pre))),
        ("post_mean", json!(mean(&post))),
        ("gain", json!(gain)),
        ("gain_band", json!(band)),
        ("responses", json!(responses)),
        (
            "response_rate",
            json!((asked > 0).then(|| responses as f64 / asked as f64)),
        ),
        ("satisfaction", json!(one.satisfaction().filter(|_| !is_hidden))),
    ]);
    (one.id.clone(), cells)
}
