//! Facts: a table of one line each, in which every line means something of its own.

use super::figure::Pen;
use super::model::{Column, Table, Value};
use crate::measure::meaning::{How, Meaning};
use crate::words::Say;

/// A line of facts: what it is about, the figure or words, and what the figure means.
pub(super) struct Particular {
    key: &'static str,
    label: String,
    value: Value,
    meaning: Option<Meaning>,
}

impl Particular {
    /// Its figure is counted so from what entered the table.
    pub(super) fn means(self, how: How, id: &'static str, en: &'static str) -> Particular {
        let meaning = Some(Meaning::new(how, id, en));
        Particular { meaning, ..self }
    }

    /// Whether there is nothing to tell.
    pub(super) fn is_missing(&self) -> bool {
        self.value == Value::Missing
    }

    /// Its figure follows that rule.
    pub(super) fn by(mut self, rule: &'static str) -> Particular {
        self.meaning = self.meaning.map(|meaning| meaning.by(rule));
        self
    }
}

impl Pen {
    /// A line of facts.
    pub(super) fn fact(self, key: &'static str, label: impl Say, value: Value) -> Particular {
        Particular {
            key,
            label: self.say(label),
            value,
            meaning: None,
        }
    }

    /// A table of facts with its two columns.
    pub(super) fn facts(self, id: &'static str, columns: [Column; 2], facts: Vec<Particular>) -> Table {
        let [item, mut value] = columns;
        let meanings = facts
            .iter()
            .filter_map(|fact| Some(fact.meaning?.of(fact.key, id)));
        value.meanings.extend(meanings);
        let row = |fact: Particular| {
            let (key, label) = (fact.key.to_owned(), fact.label);
            vec![Value::Key { key, label }, fact.value]
        };
        Table {
            id,
            columns: vec![item, value],
            rows: facts.into_iter().map(row).collect(),
            ..Table::default()
        }
    }
}
