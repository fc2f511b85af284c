//! One cell of a report: what a program reads of it, and what a reader sees.

use std::borrow::Cow;

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Not known, or meaningless here. Never zero.
    Missing,
    /// Nothing for data formats, and for a reader the words that say so: `not told`, `no limit`, `at once`.
    Blank(String),
    /// Known and not shown, because it would tell who answered.
    Withheld,
    /// Words.
    Text(String),
    /// A key with the words for it: data formats show the key, text the words. The key of a total row is `*`.
    Key {
        /// The key.
        key: String,
        /// The words.
        label: String,
    },
    /// A small whole number, written alike everywhere. Most cells of a large report are counts, so they cost nothing.
    Count(i64),
    /// A number that text shows otherwise than data formats.
    Number {
        /// With a point, rounded half up to at most six decimals from the exact value: for data formats.
        exact: String,
        /// Rounded for the reader and written in the language of the report.
        shown: String,
    },
}

/// The key of a total row.
pub const TOTAL: &str = "*";

impl Value {
    /// The value as data formats write it: empty where nothing is known, a star where something is withheld.
    pub fn data(&self) -> Cow<'_, str> {
        match self {
            Value::Missing | Value::Blank(_) => "".into(),
            Value::Withheld => "*".into(),
            Value::Text(text) => text.into(),
            Value::Key { key, .. } => key.into(),
            Value::Count(count) => count.to_string().into(),
            Value::Number { exact, .. } => exact.into(),
        }
    }

    /// The words of a cell of words; empty of figures.
    pub fn label(&self) -> &str {
        match self {
            Value::Key { label, .. } => label,
            Value::Text(text) | Value::Blank(text) => text,
            _ => "",
        }
    }

    /// Whether it is the figure of nothing: zero, none of some, no percent.
    pub fn is_none(&self) -> bool {
        match self {
            Value::Count(count) => *count == 0,
            Value::Number { exact, .. } => exact == "0",
            _ => false,
        }
    }

    /// Whether it tells nothing: no words, and nothing or zero for a figure. What is withheld is something.
    pub fn is_idle(&self) -> bool {
        *self == Value::Missing || self.is_none()
    }

    /// Whether it is words, and not a figure or its lack.
    pub fn is_words(&self) -> bool {
        matches!(self, Value::Text(_) | Value::Blank(_) | Value::Key { .. })
    }

    /// Whether it is a figure, which has a reason, and not words.
    pub fn is_figure(&self) -> bool {
        matches!(self, Value::Count(_) | Value::Number { .. } | Value::Withheld)
    }
}
