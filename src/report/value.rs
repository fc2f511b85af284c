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
        exact: Box<str>,
        /// Rounded for the reader and written in the language of the report.
        shown: Box<str>,
        /// How `shown` is written.
        written: NumberStyle,
    },
    /// A figure that says of how many it is, or beside which something is not known.
    Partial(Box<Partial>),
}

/// How a reader sees a number: the figure of several offices is written as that of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberStyle {
    /// As short as it is, or in words of its own.
    #[default]
    Plain,
    /// With so many decimals.
    Places(u8),
    /// In percent.
    Percent,
    /// In percent with what it is a part of.
    Fraction,
}

/// What a figure does not tell by itself: of how many it is, and what is not known beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partial {
    /// The figure; `Missing` where nothing of it is known.
    pub known: Value,
    /// Of how many it is a count.
    pub of: Option<u64>,
    /// Of how many nobody can tell whether they count, and why.
    pub unknown: Option<(u64, Unjudged)>,
    /// How many offices have no part in it, of a total of several.
    pub without: u64,
    /// As a reader sees it, in the language of the report.
    pub shown: String,
}

/// The names of what stands beside a figure, for data formats.
pub const BESIDE: [&str; 3] = ["of", "unknown", "without_offices"];

/// Why of some nobody can tell whether they count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unjudged {
    /// They have no class, and so no deadline.
    Class,
    /// It is not on record.
    Record,
    /// They are programmes of which nobody is on record as taking part.
    Roll,
}

impl Partial {
    /// Whether a program that takes the figure for the whole is wrong.
    pub fn is_in_part(&self) -> bool {
        self.unknown.is_some() || self.without > 0
    }

    /// What stands beside the figure, as [`BESIDE`] names it.
    pub fn beside(&self) -> [Option<u64>; 3] {
        let unknown = self.unknown.map(|(count, _)| count);
        let without = Some(self.without).filter(|offices| *offices > 0);
        [self.of, unknown, without]
    }
}

impl From<Value> for Partial {
    fn from(value: Value) -> Partial {
        match value {
            Value::Partial(own) => *own,
            known => Partial {
                shown: match &known {
                    Value::Number { shown, .. } => shown.to_string(),
                    Value::Key { label, .. } => label.clone(),
                    other => other.data().into_owned(),
                },
                known,
                of: None,
                unknown: None,
                without: 0,
            },
        }
    }
}

/// The key of a total row.
pub const TOTAL: &str = "*";

impl Value {
    /// A number, for data formats and as a reader sees it.
    pub fn number(exact: impl Into<Box<str>>, shown: impl Into<Box<str>>, written: NumberStyle) -> Value {
        let (exact, shown) = (exact.into(), shown.into());
        Value::Number {
            exact,
            shown,
            written,
        }
    }

    /// The figure without what stands beside it.
    pub fn known(&self) -> &Value {
        match self {
            Value::Partial(own) => &own.known,
            all => all,
        }
    }

    /// What stands beside the figure; `None` where it says everything by itself.
    pub fn partial(&self) -> Option<&Partial> {
        match self {
            Value::Partial(own) => Some(own),
            _ => None,
        }
    }

    /// The value as data formats write it: empty where nothing is known, a star where something is withheld.
    pub fn data(&self) -> Cow<'_, str> {
        match self {
            Value::Missing | Value::Blank(_) => "".into(),
            Value::Withheld => "*".into(),
            Value::Text(text) => text.into(),
            Value::Key { key, .. } => key.into(),
            Value::Count(count) => count.to_string().into(),
            Value::Number { exact, .. } => Cow::Borrowed(exact),
            Value::Partial(own) => own.known.data(),
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
            Value::Number { exact, .. } => **exact == *"0",
            Value::Partial(own) => own.known.is_none() && !own.is_in_part(),
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
        matches!(
            self.known(),
            Value::Count(_) | Value::Number { .. } | Value::Withheld
        )
    }
}
