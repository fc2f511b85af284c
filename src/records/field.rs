//! The plain values that may stand behind a key of a document: text, ids, numbers, days, codes.

use super::cell::{Cell, Id, Refusal};
use super::code::*;
use super::document::{Field, IdText, NameText, Reader, number_text};
use super::number::Dec;
use super::time::{Day, Month};
use super::word::{Code, TRUTH};
use crate::words::problem::Problem;
use toml::Spanned;
use toml::de::DeValue;

impl Field for String {
    const KIND: &'static str = "text";

    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        through_cell(value, reader, |text| <&str>::parse(text).map(str::to_owned))
    }
}

/// Reads a string value through a cell type.
fn through_cell<T>(
    value: &Spanned<DeValue<'_>>,
    reader: &mut Reader<'_>,
    make: impl for<'a> Fn(&'a str) -> Result<T, Refusal>,
) -> Option<T> {
    let Some(text) = value.get_ref().as_str() else {
        reader.expected(&value.span(), "\"…\"");
        return None;
    };
    match make(text) {
        Ok(value) => Some(value),
        Err(problem) => {
            reader.error(&value.span(), *problem);
            None
        }
    }
}

impl Field for NameText {
    const KIND: &'static str = String::KIND;

    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        String::read(value, reader).map(NameText)
    }

    fn id(&self) -> Option<&str> {
        Some(&self.0)
    }
}

impl Field for IdText {
    const KIND: &'static str = "id";

    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        through_cell(value, reader, |text| {
            Id::parse(text).map(|id| IdText(id.text().to_owned()))
        })
    }

    fn id(&self) -> Option<&str> {
        Some(&self.0)
    }
}

impl Field for bool {
    const KIND: &'static str = "true/false";
    const CODES: &'static [Code] = TRUTH;

    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        let found = value.get_ref().as_bool();
        if found.is_none() {
            reader.expected(&value.span(), "true/false");
        }
        found
    }
}

impl Field for Dec {
    const KIND: &'static str = "decimal";

    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(text) = number_text(value.get_ref()) else {
            reader.expected(&value.span(), "12.5");
            return None;
        };
        let found = Dec::parse(text.strip_prefix('+').unwrap_or(&text));
        if found.is_none() {
            reader.error(&value.span(), Problem::DecForm { text });
        }
        found.filter(|found| reader.counts(value, found.0))
    }
}

impl Field for i64 {
    const KIND: &'static str = "integer";

    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        let found = match value.get_ref() {
            DeValue::Integer(_) => number_text(value.get_ref()).and_then(|text| text.parse().ok()),
            _ => None,
        };
        if found.is_none() {
            reader.expected(&value.span(), "12");
        }
        found.filter(|found| reader.counts(value, *found))
    }
}

impl Field for Day {
    const KIND: &'static str = "date";

    /// A TOML date; the same in quotes is understood too.
    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = match value.get_ref() {
            DeValue::Datetime(stamp) => stamp.to_string(),
            DeValue::String(text) => text.to_string(),
            _ => {
                reader.expected(&value.span(), "2026-10-05");
                return None;
            }
        };
        let found = Day::parse(&text);
        if found.is_none() {
            reader.error(&value.span(), Problem::DayForm { text });
        }
        found
    }
}

impl Field for Month {
    const KIND: &'static str = "month";

    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        through_cell(value, reader, |text| <Month as Cell>::parse(text))
    }
}

/// Makes a field of each code list.
macro_rules! code_fields {
    ($($ty:ty),*) => { $(
        impl Field for $ty {
            const KIND: &'static str = "code";
            const CODES: &'static [Code] = <$ty>::CODES;

            fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
                through_cell(value, reader, |text| <$ty as Cell>::parse(text))
            }
        }
    )* };
}

code_fields!(
    Method,
    Mode,
    TrainingStatus,
    ModuleKind,
    Subject,
    Role,
    ItemKind,
    Direction,
    WeekdayCode,
    LangCode,
    Expectation,
    Predicate,
    PostingStatus,
    ForumKind,
    SuggestionKind,
    Disposition,
    PlanItemKind,
    PlanItemStatus,
    Verified,
    Counted,
    Rhythm,
    DateOrder,
    DecimalMark
);
