//! Questionnaires and their answers.

use crate::files::{Reading, Row, number, tables, text, texts};
use std::rc::Rc;

/// A question on a scale.
#[derive(Clone)]
pub(crate) struct Item {
    pub(crate) key: String,
    /// The aspect; empty without one.
    pub(crate) aspect: String,
    low: f64,
    high: f64,
    is_turned: bool,
}

impl Item {
    /// The score of an answer, turned round where less is better.
    pub(crate) fn score(&self, row: &Row) -> Option<f64> {
        let score = number(row, &self.key)?;
        Some(if self.is_turned {
            self.low + self.high - score
        } else {
            score
        })
    }
}

/// A questionnaire with its answers.
#[derive(Clone)]
pub(crate) struct Form {
    pub(crate) code: String,
    pub(crate) about: String,
    pub(crate) roles: Vec<String>,
    pub(crate) least: Option<usize>,
    pub(crate) items: Vec<Item>,
    pub(crate) rows: Rc<Vec<Row>>,
}

impl Form {
    /// Every score of some answers.
    pub(crate) fn scores<'a>(&'a self, rows: &'a [Row]) -> impl Iterator<Item = f64> + 'a {
        rows.iter()
            .flat_map(|row| self.items.iter().filter_map(|item| item.score(row)))
    }
}

fn form(reading: &Reading, name: &str) -> Form {
    let document = reading.document(name);
    let code = name
        .trim_start_matches("questionnaires/")
        .trim_end_matches(".toml");
    let scales = tables(&document, "item")
        .into_iter()
        .filter(|item| text(item, "kind") == "scale");
    let item = |item: &toml::Table| {
        let scale = item["scale"].as_array().unwrap();
        Item {
            key: text(item, "key").to_owned(),
            aspect: text(item, "group").to_owned(),
            low: crate::files::amount(&scale[0]),
            high: crate::files::amount(&scale[1]),
            is_turned: text(item, "direction") == "lower",
        }
    };
    Form {
        code: code.to_owned(),
        about: text(&document, "about").to_owned(),
        roles: texts(&document, "answered_by")
            .into_iter()
            .map(str::to_owned)
            .collect(),
        least: document
            .get("min_group")
            .and_then(toml::Value::as_integer)
            .map(|least| least as usize),
        items: scales.map(item).collect(),
        rows: reading.rows(&format!("responses/{code}")),
    }
}

/// All questionnaires of an office.
pub(crate) fn forms(reading: &Reading) -> Vec<Form> {
    reading
        .names("questionnaires")
        .iter()
        .map(|name| form(reading, name))
        .collect()
}

/// The questionnaires that participants answer about a programme.
pub(crate) fn feedback(reading: &Reading) -> Vec<Form> {
    let mut forms = forms(reading);
    forms.retain(|form| form.about == "training" && form.roles.iter().any(|role| role == "participant"));
    forms
}
