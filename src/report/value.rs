//! One cell of a report: what a program reads of it, and what a reader sees.

use crate::records::closing::FigureText;
use crate::records::number::Ratio;
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
    /// They are completed programmes of which it is not on record.
    Programme,
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

    /// The figure with its parts, as it is written down to be compared.
    pub fn stated(&self) -> String {
        let figure = self.data();
        let [of, unknown, _] = self.partial().map_or([None; 3], Partial::beside);
        FigureText {
            figure: &figure,
            of,
            is_share: matches!(
                self.known(),
                Value::Number {
                    written: NumberStyle::Percent | NumberStyle::Fraction,
                    ..
                }
            ),
            unknown,
        }
        .written()
    }

    /// The words of a cell of words; empty of figures.
    pub fn label(&self) -> &str {
        match self {
            Value::Key { label, .. } => label,
            Value::Text(text) | Value::Blank(text) => text,
            _ => "",
        }
    }

    /// The same with no more decimals for data formats than a reader sees, a share with its percent or, where it says of how
    /// many it is, four: from more it could be told of how many something hidden is the mean. What is not all of some
    /// stays less than all, and what is not none more than none.
    pub(super) fn blunted(self) -> Value {
        let (exact, shown, written) = match self {
            Value::Number {
                exact,
                shown,
                written,
            } => (exact, shown, written),
            Value::Partial(mut own) => {
                own.known = own.known.blunted();
                return Value::Partial(own);
            }
            other => return other,
        };
        let (places, is_share) = match written {
            NumberStyle::Plain => (2, false),
            NumberStyle::Places(places) => (places.into(), false),
            NumberStyle::Percent => (2, true),
            NumberStyle::Fraction => (4, true),
        };
        Value::number(rounded(&exact, places, is_share).unwrap_or(exact), shown, written)
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

/// A decimal rounded half up; a share that is neither none nor all stays so. `None` of what is no decimal.
fn rounded(exact: &str, places: u32, is_share: bool) -> Option<Box<str>> {
    exact.contains('.').then_some(())?;
    let ratio = Ratio::decimal(exact)?;
    let least = Ratio::new(1, 10i128.pow(places))?;
    let all = Ratio::int(1);
    let ratio = match is_share && Ratio::ZERO < ratio && ratio < all {
        true => ratio.max(least).min(all.minus(least)?),
        false => ratio,
    };
    Some(ratio.shortest(places).into())
}

#[test]
fn nothing_is_more_precise_than_a_reader_sees() {
    let blunted = |exact: &str, written| Value::number(exact, "", written).blunted().data().into_owned();
    assert_eq!(blunted("82.384976", NumberStyle::Places(2)), "82.38");
    assert_eq!(blunted("-0.35", NumberStyle::Places(1)), "-0.3");
    assert_eq!(blunted("1234.5678", NumberStyle::Plain), "1234.57");
    assert_eq!(blunted("1234", NumberStyle::Places(2)), "1234");
    assert_eq!(blunted("0.209677", NumberStyle::Percent), "0.21");
    assert_eq!(blunted("0.209677", NumberStyle::Fraction), "0.2097");
    // Neither all nor none.
    assert_eq!(
        (
            blunted("0.999", NumberStyle::Percent),
            blunted("0.001", NumberStyle::Percent)
        ),
        ("0.99".into(), "0.01".into())
    );
    assert_eq!(
        (
            blunted("1", NumberStyle::Percent),
            blunted("0", NumberStyle::Percent)
        ),
        ("1".into(), "0".into())
    );
    let partial = Value::Partial(Box::new(
        Value::number("2.666667", "2,67", NumberStyle::Places(2)).into(),
    ));
    assert_eq!(partial.blunted().data(), "2.67");
    assert_eq!(Value::Withheld.blunted(), Value::Withheld);
}
