//! The programmes of a month: who took part, what they learned, how they judged it.

use crate::answers::{Form, feedback};
use crate::files::{
    Month, Reading, Row, amount, cell, date, day, figure, number, tables, text, texts, whole,
};
use crate::satisfaction::{hidden, least_group};
use crate::table::{Counted, Table, counted, mean, row, share};
use crate::training::{has_taken_part, is_open};
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::rc::Rc;

pub(crate) const TABLES: &[Counted] = &[
    counted(&["monthly"], "programmes", programmes),
    counted(&["monthly"], "programmes_by_mode", by_mode),
    counted(&["monthly"], "absences", absences),
    counted(&["monthly"], "lowest_items", lowest_items).by(2),
];

/// A programme with what its rows say, as known on the last day.
pub(crate) struct Programme {
    pub(crate) id: String,
    pub(crate) document: Rc<toml::Table>,
    pub(crate) rows: Vec<Row>,
    /// Of each questionnaire, the answers about it.
    pub(crate) answers: Vec<(Form, Vec<Row>)>,
    time: Reading,
}

impl Programme {
    pub(crate) fn is_self_paced(&self) -> bool {
        is_self_paced(&self.document)
    }

    /// Of a self-paced one those who finished in the month.
    pub(crate) fn completed(&self) -> Vec<&Row> {
        let within = self.is_self_paced().then_some(&self.time);
        self.rows
            .iter()
            .filter(|row| finished(row, self.time.on(), within))
            .collect()
    }

    pub(crate) fn absent(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| cell(row, "status") == "absent")
    }

    /// Who took part, whether they finished or not.
    pub(crate) fn took_part(&self) -> impl Iterator<Item = &Row> {
        let on = self.time.on();
        self.rows.iter().filter(move |row| has_taken_part(on, row))
    }

    /// Who could answer; of a self-paced one who finished in the month.
    pub(crate) fn asked(&self) -> usize {
        match self.is_self_paced() {
            true => self.completed().len(),
            false => self.took_part().count(),
        }
    }

    /// Both tests of everybody who sat both; of a self-paced one of those who finished in the month.
    pub(crate) fn pairs(&self) -> Vec<(f64, f64)> {
        let rows: Vec<&Row> = match self.is_self_paced() {
            true => self.completed(),
            false => self.rows.iter().collect(),
        };
        rows.iter()
            .filter_map(|row| Some((number(row, "pre")?, number(row, "post")?)))
            .collect()
    }

    /// The answers about the whole programme that say something, by questionnaire.
    pub(crate) fn voices(&self) -> Vec<(&Form, Vec<Row>)> {
        let said = |form: &Form, row: &&Row| {
            cell(row, "instructor").is_empty() && form.items.iter().any(|item| item.score(row).is_some())
        };
        let answers = self.answers.iter();
        answers
            .map(|(form, rows)| (form, rows.iter().filter(|row| said(form, row)).cloned().collect()))
            .collect()
    }

    pub(crate) fn responses(&self) -> usize {
        self.voices().iter().map(|(_, rows)| rows.len()).sum()
    }

    /// Whether it is on record who came.
    pub(crate) fn is_closed(&self) -> bool {
        let has_open = self.rows.iter().any(|row| is_open(self.time.on(), row));
        self.is_self_paced() || text(&self.document, "status") == "done" && !has_open
    }

    /// Whether a questionnaire was given out, or answered.
    fn is_asked(&self) -> bool {
        self.responses() > 0 || !texts(&self.document, "questionnaires").is_empty()
    }

    /// How many answered of those asked; not known where more did.
    pub(crate) fn rate(&self) -> Value {
        rate(self.responses(), self.asked())
    }

    pub(crate) fn scores(&self) -> Vec<f64> {
        let voices = self.voices();
        voices
            .iter()
            .flat_map(|(form, rows)| form.scores(rows).collect::<Vec<f64>>())
            .collect()
    }

    pub(crate) fn test_max(&self) -> f64 {
        figure(&self.document, "test_max").unwrap_or(100.0)
    }
}

/// A response rate; not known where more answered than were asked.
pub(crate) fn rate(responses: usize, asked: usize) -> Value {
    match responses <= asked {
        true => share(responses, asked),
        false => Value::Null,
    }
}

fn is_self_paced(document: &toml::Table) -> bool {
    text(document, "mode") == "self-paced"
}

/// Whether a row is a completion as known on a day, and within a time where one is asked for.
fn finished(row: &Row, on: NaiveDate, within: Option<&Reading>) -> bool {
    let completed = day(row, "completed");
    let is_known = completed.is_none_or(|day| day <= on);
    let is_within = within.is_none_or(|time| completed.is_some_and(|day| time.holds(Month::of(day))));
    cell(row, "status") == "completed" && is_known && is_within
}

/// A programme; of a self-paced one the answers of the month.
pub(crate) fn programme(reading: &Reading, id: &str, document: &Rc<toml::Table>) -> Programme {
    let rows = reading.rows("participation");
    let is_own = |row: &&Row| {
        let answered = Month::parse(cell(row, "date"));
        let is_in_time = !is_self_paced(document) || reading.holds(answered);
        cell(row, "training") == id && answered <= reading.month && is_in_time
    };
    let answers = |form: Form| {
        let own = form.rows.iter().filter(is_own).cloned().collect();
        (form, own)
    };
    Programme {
        id: id.to_owned(),
        document: document.clone(),
        rows: rows
            .iter()
            .filter(|row| cell(row, "training") == id)
            .cloned()
            .collect(),
        answers: feedback(reading).into_iter().map(answers).collect(),
        time: reading.clone(),
    }
}

/// The programmes of a month: what ended in it, and what is self-paced and was completed in it.
pub(crate) fn of_month(reading: &Reading) -> Vec<Programme> {
    let back = whole(&reading.rule("look-back"), "programme_months") as i32;
    let rows = reading.rows("participation");
    let is_of_month = |id: &str, document: &toml::Table| match is_self_paced(document) {
        true => rows
            .iter()
            .any(|row| cell(row, "training") == id && finished(row, reading.on(), Some(reading))),
        false => reading.holds(Month::of(date(document, "end").unwrap())),
    };
    let is_near = |id: &str| (reading.begins().plus(-back)..=reading.month).contains(&Month::parse(id));
    let all = reading.documents("trainings").into_iter();
    let held = all.filter(|(id, document)| {
        text(document, "status") != "cancelled" && is_of_month(id, document) && is_near(id)
    });
    held.map(|(id, document)| programme(reading, &id, &document))
        .collect()
}

/// The normalised gain of the class, and its band.
pub(crate) fn gain(reading: &Reading, pairs: &[(f64, f64)], max: f64) -> (Option<f64>, Option<String>) {
    let rule = reading.rule("gain");
    let (pre, post): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (Some(pre), Some(post)) = (mean(&pre), mean(&post)) else {
        return (None, None);
    };
    if (pairs.len() as i64) < whole(&rule, "min_pairs") || pre == max {
        return (None, None);
    }
    let gain = (post - pre) / (max - pre);
    let is_in = |band: &&toml::Table| {
        figure(band, "from").is_none_or(|from| from <= gain) && figure(band, "to").is_none_or(|to| gain < to)
    };
    let band = tables(&rule, "band").into_iter().find(is_in);
    // Who knows less than before has no low gain.
    let band = match gain < 0.0 {
        true => Some("fell".to_owned()),
        false => band.map(|band| text(band, "code").to_owned()),
    };
    (Some(gain), band)
}

fn sum<T: std::iter::Sum>(all: &[Programme], of: impl Fn(&Programme) -> T) -> T {
    all.iter().map(of).sum()
}

fn jp_total(one: &Programme) -> f64 {
    one.completed()
        .iter()
        .filter_map(|row| number(row, "jp"))
        .sum::<f64>()
        + 0.0
}

/// Who neither completed, in whatever month, nor was absent.
fn other(one: &Programme) -> usize {
    let is_other = |row: &&Row| cell(row, "status") != "absent" && !finished(row, one.time.on(), None);
    one.rows.iter().filter(is_other).count()
}

/// Which programmes show no figure of their answers.
pub(crate) fn withheld(reading: &Reading, all: &[Programme]) -> Vec<bool> {
    hidden(
        &all.iter().map(Programme::responses).collect::<Vec<_>>(),
        least_group(reading),
    )
}

fn programmes(reading: &Reading) -> Table {
    let all = of_month(reading);
    let lines = all.iter().zip(withheld(reading, &all));
    let mut out: Table = lines
        .map(|(one, is_hidden)| line(reading, one, is_hidden))
        .collect();
    if all.is_empty() {
        return out;
    }
    let (responses, asked) = (sum(&all, Programme::responses), sum(&all, Programme::asked));
    let is_asked = all.iter().any(Programme::is_asked);
    let is_closed = all.iter().any(Programme::is_closed);
    let rate = match is_asked && all.iter().all(|one| one.responses() <= one.asked()) {
        true => share(responses, asked),
        false => Value::Null,
    };
    out.push(row(
        "*",
        [
            ("invited", json!(sum(&all, |one| one.rows.len()))),
            (
                "completed",
                closed(is_closed, sum(&all, |one| one.completed().len())),
            ),
            ("absent", closed(is_closed, sum(&all, |one| one.absent().count()))),
            ("other", json!(sum(&all, other))),
            ("jp", Value::Null),
            ("jp_total", closed(is_closed, sum(&all, jp_total))),
            ("pairs", json!(sum(&all, |one| one.pairs().len()))),
            ("pre_mean", Value::Null),
            ("gain", Value::Null),
            ("responses", json!(is_asked.then_some(responses))),
            ("response_rate", rate),
            ("satisfaction", Value::Null),
        ],
    ));
    out
}

/// What is on record only when a programme is closed: before, none is nothing known.
pub(crate) fn closed<T: PartialEq + Default + Serialize>(is_closed: bool, figure: T) -> Value {
    json!((is_closed || figure != T::default()).then_some(figure))
}

fn line(reading: &Reading, one: &Programme, is_hidden: bool) -> (String, BTreeMap<&'static str, Value>) {
    let (document, pairs) = (&one.document, one.pairs());
    let (pre, post): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (gain, band) = gain(reading, &pairs, one.test_max());
    row(
        &*one.id,
        [
            ("title", json!(text(document, "title"))),
            ("method", json!(text(document, "method"))),
            ("mode", json!(text(document, "mode"))),
            ("invited", json!(one.rows.len())),
            ("completed", closed(one.is_closed(), one.completed().len())),
            ("absent", closed(one.is_closed(), one.absent().count())),
            ("other", json!(other(one))),
            ("jp", json!(amount(&document["jp"]))),
            ("jp_total", closed(one.is_closed(), jp_total(one))),
            ("pairs", json!(pairs.len())),
            ("pre_mean", json!(mean(&pre))),
            ("post_mean", json!(mean(&post))),
            ("gain", json!(gain)),
            ("gain_band", json!(band)),
            ("responses", json!(one.is_asked().then(|| one.responses()))),
            (
                "response_rate",
                if one.is_asked() { one.rate() } else { Value::Null },
            ),
            ("satisfaction", json!(mean(&one.scores()).filter(|_| !is_hidden))),
        ],
    )
}

/// For the public: the sums of the month's programmes of each mode.
fn by_mode(reading: &Reading) -> Table {
    let mut modes: BTreeMap<String, Vec<Programme>> = BTreeMap::new();
    for one in of_month(reading) {
        modes
            .entry(text(&one.document, "mode").to_owned())
            .or_default()
            .push(one);
    }
    let line = |mode: &str, all: &[Programme]| {
        let is_closed = all.iter().any(Programme::is_closed);
        row(
            mode,
            [
                ("programmes", json!(all.len())),
                ("invited", json!(sum(all, |one| one.rows.len()))),
                (
                    "completed",
                    closed(is_closed, sum(all, |one| one.completed().len())),
                ),
                ("absent", closed(is_closed, sum(all, |one| one.absent().count()))),
                ("jp_total", closed(is_closed, sum(all, jp_total))),
            ],
        )
    };
    let all = of_month(reading);
    let mut out: Table = modes.iter().map(|(mode, all)| line(mode, all)).collect();
    out.extend((!all.is_empty()).then(|| line("*", &all)));
    out
}

fn absences(reading: &Reading) -> Table {
    let all = of_month(reading)
        .into_iter()
        .filter(|one| one.absent().count() > 0);
    let line = |one: Programme| {
        let count = |reason: &str| json!(one.absent().filter(|row| cell(row, "reason") == reason).count());
        row(
            &*one.id,
            [
                ("duty", count("duty")),
                ("sick", count("sick")),
                ("leave", count("leave")),
                ("permission", count("permission")),
                ("declined", count("declined")),
                ("no_word", count("no-word")),
                ("replaced", count("replaced")),
                ("unknown", count("")),
            ],
        )
    };
    all.map(line).collect()
}

/// The items with the lowest means, over the programmes of the month with enough answers.
fn lowest_items(reading: &Reading) -> Table {
    let least = least_group(reading);
    let mut scores: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for one in of_month(reading).iter().filter(|one| one.responses() >= least) {
        for (form, rows) in &one.voices() {
            for item in &form.items {
                let key = format!("{}/{}", item.key, form.code);
                scores
                    .entry(key)
                    .or_default()
                    .extend(rows.iter().filter_map(|row| item.score(row)));
            }
        }
    }
    let mut means: Vec<(f64, String, usize)> = scores
        .into_iter()
        .filter_map(|(key, scores)| Some((mean(&scores)?, key, scores.len())))
        .collect();
    means.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
    means.truncate(whole(&reading.rule("feedback"), "lowest_items") as usize);
    means
        .into_iter()
        .map(|(mean, key, n)| row(key, [("n", json!(n)), ("mean", json!(mean))]))
        .collect()
}
