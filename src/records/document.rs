//! A TOML document is declared once, like a table: its fields, what may stand there, and what it means.
//!
//! Reading collects every finding with the exact byte, knows each key that may stand there, and refuses the rest.

use super::nearest::{is_slip, nearest};
use super::word::Code;
use crate::diagnostic::{Finding, Findings, Origin, Severity};
use crate::words::problem::Problem;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads values of one file and notes what is wrong with them.
#[derive(Debug)]
pub struct Reader<'f> {
    file: u32,
    findings: &'f mut Findings,
}

impl Reader<'_> {
    /// The origin of a span of the file.
    pub fn origin(&self, span: &Range<usize>) -> Origin {
        Origin::new(self.file, span.start as u64)
    }

    /// Notes an error.
    pub fn error(&mut self, span: &Range<usize>, problem: Problem) {
        let origin = self.origin(span);
        self.findings.push(Finding {
            severity: Severity::Error,
            origin,
            column: None,
            problem,
        });
    }

    /// Notes that another kind of value was expected.
    pub(super) fn expected(&mut self, span: &Range<usize>, expected: &str) {
        self.error(
            span,
            Problem::FieldKind {
                expected: expected.to_owned(),
            },
        );
    }
}

impl Reader<'_> {
    /// Whether a number counts something: none of a document is below zero, neither JP nor people nor cost.
    pub(super) fn counts(&mut self, value: &Spanned<DeValue<'_>>, number: i64) -> bool {
        if number < 0 {
            let text = number_text(value.get_ref()).unwrap_or_default();
            self.error(&value.span(), Problem::Negative { text });
        }
        number >= 0
    }

    /// Whether every `key` of some tables is its own; each that stood before is told.
    fn keys_differ(&mut self, array: &[Spanned<DeValue<'_>>]) -> bool {
        let keys = array
            .iter()
            .filter_map(|element| element.get_ref().as_table()?.get("key"));
        let mut seen = Vec::new();
        let mut differ = true;
        for key in keys {
            let text = key.get_ref().as_str().unwrap_or_default();
            if seen.contains(&text) {
                let key_text = text.to_owned();
                self.error(&key.span(), Problem::KeyTwice { key: key_text });
                differ = false;
            }
            seen.push(text);
        }
        differ
    }
}

/// The text of a TOML number in decimal, without its separators.
pub(super) fn number_text(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str().replace('_', "")),
        DeValue::Float(number) => Some(number.as_str().replace('_', "")),
        _ => None,
    }
}

/// What may stand behind a key.
pub trait Field: Sized {
    /// The name of the kind in the schema.
    const KIND: &'static str;
    /// The codes that may stand there, where the list is closed.
    const CODES: &'static [Code] = &[];
    /// Whether the key must be there.
    const REQUIRED: bool = true;
    /// Whether several values stand there, in brackets or as repeated tables.
    const MANY: bool = false;
    /// Whether it is an array or a table of fields.
    const NESTED: Option<fn() -> &'static [FieldInfo]> = None;

    /// Reads the value; notes what is wrong and returns `None`.
    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self>;

    /// The value when the key is absent; `None` when it is required.
    fn absent() -> Option<Self> {
        None
    }

    /// The id that it is; `None` for everything else.
    fn id(&self) -> Option<&str> {
        None
    }

    /// Shows every id that stands in it, with its place, under the field that holds it.
    fn ids<'v>(&'v self, _field: &'static FieldInfo, _show: &mut dyn FnMut(Naming<'v>)) {}
}

/// An id in a document that names a row or another document.
#[derive(Clone, Copy, Debug)]
pub struct Naming<'v> {
    /// The field that holds it.
    pub field: &'static FieldInfo,
    /// The id.
    pub id: &'v str,
    /// Where it stands.
    pub origin: Origin,
}

/// One field of a document, for the schema, the format page and the flags of commands.
#[derive(Clone, Copy, Debug)]
pub struct FieldInfo {
    /// The key.
    pub name: &'static str,
    /// The kind of value.
    pub kind: &'static str,
    /// The codes that may stand there, where the list is closed.
    pub codes: &'static [Code],
    /// Whether the key must be there.
    pub required: bool,
    /// Whether several values stand there, in brackets or as repeated tables.
    pub many: bool,
    /// The fields of the tables that stand there.
    pub nested: Option<fn() -> &'static [FieldInfo]>,
    /// The tables whose row it names by its key, or the folder of the document; one of them has it.
    pub refers: &'static [&'static str],
    /// The tables whose row it may name, where it is no text of its own.
    pub may_name: &'static [&'static str],
    /// The list of words from which its text is, as of a column.
    pub vocabulary: Option<&'static str>,
    /// The decision that it is a part of, as of a column.
    pub decision: Option<&'static str>,
    /// What it means, in Indonesian.
    pub id: &'static str,
    /// What it means, in English.
    pub en: &'static str,
}

impl FieldInfo {
    /// Everything that it, or a field of the tables that stand there, refers to.
    pub fn targets(&'static self) -> Vec<&'static str> {
        let nested = self.nested.map_or(&[][..], |fields| fields());
        let nested = nested.iter().flat_map(FieldInfo::targets);
        self.refers.iter().copied().chain(nested).collect()
    }

    /// What the field means, in `lang`.
    pub fn meaning(&self, lang: crate::words::Lang) -> &'static str {
        match lang {
            crate::words::Lang::Id => self.id,
            crate::words::Lang::En => self.en.trim(),
        }
    }
}

/// A value together with the place where it stands.
#[derive(Clone, Copy, Debug)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub origin: Origin,
}

impl At<NameText> {
    /// The name.
    pub fn text(&self) -> &str {
        &self.value.0
    }
}

/// An id of a document, owned: documents outlive the text that they were read from.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdText(pub String);

impl std::ops::Deref for IdText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// A name in words, of a place, a group or an institution; where a field says so, it may be an id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameText(pub String);

impl<T: Field> Field for Option<T> {
    const KIND: &'static str = T::KIND;
    const REQUIRED: bool = false;
    const MANY: bool = T::MANY;
    const CODES: &'static [Code] = T::CODES;
    const NESTED: Option<fn() -> &'static [FieldInfo]> = T::NESTED;

    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        // An empty text means not known, as an empty cell does.
        match value.get_ref() {
            DeValue::String(text) if text.is_empty() => Some(None),
            _ => T::read(value, reader).map(Some),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn ids<'v>(&'v self, field: &'static FieldInfo, show: &mut dyn FnMut(Naming<'v>)) {
        self.iter().for_each(|value| value.ids(field, show));
    }
}

impl<T: Field> Field for At<T> {
    const KIND: &'static str = T::KIND;
    const MANY: bool = T::MANY;
    const CODES: &'static [Code] = T::CODES;
    const NESTED: Option<fn() -> &'static [FieldInfo]> = T::NESTED;

    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        let origin = reader.origin(&value.span());
        T::read(value, reader).map(|value| At { value, origin })
    }

    fn ids<'v>(&'v self, field: &'static FieldInfo, show: &mut dyn FnMut(Naming<'v>)) {
        let origin = self.origin;
        if let Some(id) = self.value.id() {
            show(Naming { field, id, origin });
        }
    }
}

impl<T: Field> Field for Vec<T> {
    const KIND: &'static str = T::KIND;
    const REQUIRED: bool = false;
    const MANY: bool = true;
    const CODES: &'static [Code] = T::CODES;
    const NESTED: Option<fn() -> &'static [FieldInfo]> = T::NESTED;

    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(array) = value.get_ref().as_array() else {
            reader.expected(&value.span(), "[…]");
            return None;
        };
        // Every element is read before the first bad one ends it, so that all findings are told.
        let read: Vec<Option<T>> = array.iter().map(|element| T::read(element, reader)).collect();
        let differ = reader.keys_differ(array);
        read.into_iter().collect::<Option<Vec<T>>>().filter(|_| differ)
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }

    fn ids<'v>(&'v self, field: &'static FieldInfo, show: &mut dyn FnMut(Naming<'v>)) {
        self.iter().for_each(|value| value.ids(field, show));
    }
}

/// A document, or a table inside one.
pub trait Document: Sized {
    /// Its fields, in the order in which they are written.
    fn fields() -> &'static [FieldInfo];

    /// Reads a table; notes every finding and returns `None` when there was an error.
    fn read_table(table: &DeTable<'_>, span: Range<usize>, reader: &mut Reader<'_>) -> Option<Self>;

    /// Shows every id in it, with its place, under the field that holds it.
    fn each_id<'v>(&'v self, _show: &mut dyn FnMut(Naming<'v>)) {}

    /// Shows every id in it that names a row or another document, or may do so.
    fn each_reference<'v>(&'v self, show: &mut dyn FnMut(Naming<'v>)) {
        self.each_id(&mut |naming| {
            if !naming.field.refers.is_empty() || !naming.field.may_name.is_empty() {
                show(naming);
            }
        });
    }
}

/// What git leaves at the beginning of a line where two versions clash.
const MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// Whether git leaves a line so where two versions clash.
pub fn is_conflict_marker(line: &str) -> bool {
    // Every line of every table is asked, and next to none begins like one.
    line.starts_with(['<', '|', '=', '>']) && MARKS.iter().any(|mark| line.starts_with(mark))
}

/// Where such lines begin a clash in a text.
pub fn clashes(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        at += line.len();
        (at - line.len()..at, line)
    });
    let first = lines.filter(|(_, line)| line.starts_with(MARKS[0]));
    first.map(|(span, _)| span).collect()
}

/// Reads a whole document from its text.
pub fn read<D: Document>(text: &str, file: u32, findings: &mut Findings) -> Option<D> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { file, findings };
    let clashes = if errors.is_empty() {
        Vec::new()
    } else {
        clashes(text)
    };
    if !clashes.is_empty() {
        // What else is wrong follows from them.
        clashes
            .iter()
            .for_each(|span| reader.error(span, Problem::ConflictMarker));
        return None;
    }
    if errors.is_empty() && table.get_ref().is_empty() {
        reader.error(&(0..0), Problem::DocumentEmpty);
        return None;
    }
    let mut told = None;
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        // What is said of one place a second time follows from the first.
        if told.replace(span.start) == Some(span.start) {
            continue;
        }
        let reason = error.message().lines().next().unwrap_or("").to_owned();
        reader.error(&span, Problem::TomlSyntax { reason });
    }
    if !errors.is_empty() {
        return None;
    }
    D::read_table(table.get_ref(), 0..0, &mut reader)
}

/// Notes every key that nobody declared.
pub fn refuse_unknown(table: &DeTable<'_>, fields: &[FieldInfo], reader: &mut Reader<'_>) -> bool {
    let mut good = true;
    for key in table.keys() {
        let name: &str = key.get_ref();
        if fields.iter().all(|field| field.name != name) && !name.starts_with("x_") {
            let nearest = nearest(name, fields.iter().map(|field| field.name)).to_owned();
            reader.error(
                &key.span(),
                Problem::FieldUnknown {
                    field: name.to_owned(),
                    nearest,
                },
            );
            good = false;
        }
    }
    good
}

/// Whether a field that is missing stands there under a name that nobody declared, which was told.
pub fn is_misspelt(table: &DeTable<'_>, fields: &[FieldInfo], field: &str) -> bool {
    let is_declared = |name: &str| fields.iter().any(|known| known.name == name);
    let mut others = table
        .keys()
        .map(|key| &**key.get_ref())
        .filter(|name| !is_declared(name));
    others.any(|name| is_slip(name, field))
}

/// Declares a document or a table inside one: a struct with `origin` and the fields, and its [`Document`]. Behind `->`
/// stand the tables of which a field names a row, behind `~>` those of which it may.
///
/// ```text
/// document! {
///     /// English meaning.
///     Item {
///         /// English meaning of the field.
///         units: Vec<At<IdText>>, -> units, id "arti isian";
///     }
/// }
/// ```
macro_rules! document {
    (@vocabulary $words:ident) => { Some(stringify!($words)) };
    (@vocabulary) => { None };
    (@decision $decision:ident) => { Some(stringify!($decision)) };
    (@decision) => { None };
    ($(#[doc = $doc:literal])+ $name:ident { $(
        $(#[doc = $fdoc:literal])+ $field:ident : $ty:ty $(, -> $($target:ident)+)? $(, ~> $($other:ident)+)? $(, ~ $words:ident)? $(, & $decision:ident)?, id $id:literal;
    )* }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug)]
        pub struct $name {
            /// Where it begins.
            pub origin: $crate::diagnostic::Origin,
            $( $(#[doc = $fdoc])+ pub $field: $ty, )*
        }

        impl $crate::records::document::Document for $name {
            fn fields() -> &'static [$crate::records::document::FieldInfo] {
                const { &[ $( $crate::records::document::FieldInfo {
                    name: stringify!($field),
                    kind: <$ty as $crate::records::document::Field>::KIND,
                    codes: <$ty as $crate::records::document::Field>::CODES,
                    required: <$ty as $crate::records::document::Field>::REQUIRED,
                    many: <$ty as $crate::records::document::Field>::MANY,
                    nested: <$ty as $crate::records::document::Field>::NESTED,
                    refers: &[ $( $( stringify!($target) ),+ )? ],
                    may_name: &[ $( $( stringify!($other) ),+ )? ],
                    vocabulary: document!(@vocabulary $($words)?),
                    decision: document!(@decision $($decision)?),
                    id: $id,
                    en: concat!($($fdoc),+),
                } ),* ] }
            }

            fn read_table(
                table: &toml::de::DeTable<'_>,
                span: std::ops::Range<usize>,
                reader: &mut $crate::records::document::Reader<'_>,
            ) -> Option<Self> {
                use $crate::records::document::Field;
                let known = $crate::records::document::refuse_unknown(table, Self::fields(), reader);
                $( let $field = match table.get(stringify!($field)) {
                    Some(value) => <$ty as Field>::read(value, reader),
                    None => <$ty as Field>::absent().or_else(|| {
                        let field = stringify!($field);
                        if !$crate::records::document::is_misspelt(table, Self::fields(), field) {
                            let field = field.to_owned();
                            reader.error(&span, $crate::words::problem::Problem::FieldMissing { field });
                        }
                        None
                    }),
                }; )*
                let origin = reader.origin(&span);
                let read = $name { origin, $( $field: $field? ),* };
                known.then_some(read)
            }

            fn each_id<'v>(&'v self, show: &mut dyn FnMut($crate::records::document::Naming<'v>)) {
                use $crate::records::document::{Document, Field};
                let mut fields = <Self as Document>::fields().iter();
                $( if let Some(field) = fields.next() {
                    self.$field.ids(field, show);
                } )*
            }
        }

        impl $crate::records::document::Field for $name {
            const KIND: &'static str = "table";
            const NESTED: Option<fn() -> &'static [$crate::records::document::FieldInfo]> =
                Some(<$name as $crate::records::document::Document>::fields);

            fn read(
                value: &toml::Spanned<toml::de::DeValue<'_>>,
                reader: &mut $crate::records::document::Reader<'_>,
            ) -> Option<Self> {
                match value.get_ref().as_table() {
                    Some(table) => {
                        <$name as $crate::records::document::Document>::read_table(table, value.span(), reader)
                    }
                    None => {
                        reader.error(&value.span(), $crate::words::problem::Problem::FieldKind {
                            expected: "[[…]]".to_owned(),
                        });
                        None
                    }
                }
            }

            fn ids<'v>(
                &'v self,
                _: &'static $crate::records::document::FieldInfo,
                show: &mut dyn FnMut($crate::records::document::Naming<'v>),
            ) {
                $crate::records::document::Document::each_id(self, show);
            }
        }
    };
}
pub(crate) use document;
