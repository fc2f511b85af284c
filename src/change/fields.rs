//! The options of a document's fields, made from its declaration, and what was typed behind them.

use super::Request;
use super::document::{self, GivenValue, Typed};
use crate::records::document::{Document, FieldInfo};
use crate::words::Phrase;

/// The fields of a document that are typed behind options of their own.
pub struct Fields {
    /// The declared fields. Those of one value, and those of a table inside, have an option each.
    pub declared: fn() -> &'static [FieldInfo],
    /// The arrays of tables to which an option adds an element.
    pub elements: &'static [Element],
}

impl Element {
    /// An option with its form, what it adds in both languages, and how it is read.
    pub(super) const fn of(
        (field, form): (&'static str, &'static str),
        (id, en): (&'static str, &'static str),
        read: fn(&str) -> Vec<(&'static str, String)>,
    ) -> Element {
        Element {
            field,
            form,
            help: Phrase { id, en },
            read,
        }
    }
}

/// An option that adds one element of an array of tables, typed in one word.
pub struct Element {
    /// The array of tables.
    pub field: &'static str,
    /// The form that is typed.
    pub form: &'static str,
    /// What it adds.
    pub help: Phrase,
    /// The fields of the element in that word.
    pub read: fn(&str) -> Vec<(&'static str, String)>,
}

impl Fields {
    /// Each field of one value: its path, and its option, `audience-units`.
    pub fn plain(&self) -> impl Iterator<Item = (Vec<&'static str>, String, &'static FieldInfo)> {
        let paths = (self.declared)().iter().flat_map(|field| match field.nested {
            None => vec![(vec![field.name], field)],
            Some(_) if field.many => Vec::new(),
            Some(nested) => {
                let inner = nested().iter();
                inner.map(|inner| (vec![field.name, inner.name], inner)).collect()
            }
        });
        paths.map(|(path, field)| (path.clone(), path.join("-").replace('_', "-"), field))
    }

    /// What was typed. An element that must have a key and was typed without one gets a number as its key; `count` is
    /// how many such the document has already.
    pub fn typed<T: Document>(&self, request: &Request<'_>, count: usize) -> Vec<Typed> {
        let plain = self.plain().filter_map(|(path, name, _)| {
            let given = GivenValue::One(request.get(&name)?.to_owned());
            let argument = format!("--{name}");
            Some(Typed {
                path,
                argument,
                given,
            })
        });
        let elements = self.elements.iter().filter(|element| request.has(element.field));
        let elements = elements.map(|element| {
            let has_key = document::order(T::fields(), &[element.field]).contains(&"key");
            let texts = request.all(element.field).iter().zip(count + 1..);
            let read = texts.map(|(text, number)| {
                let mut fields = (element.read)(text);
                if has_key && fields.iter().all(|(name, _)| *name != "key") {
                    fields.push(("key", format!("s{number}")));
                }
                fields
            });
            Typed {
                path: vec![element.field],
                argument: format!("--{} {}", element.field, element.form),
                given: GivenValue::Elements(read.collect()),
            }
        });
        plain.chain(elements).collect()
    }
}

/// The parts of a text, the last with the rest, as fields.
pub(super) fn parts(text: &str, names: &[&'static str]) -> Vec<(&'static str, String)> {
    let parts = names.iter().zip(text.splitn(names.len(), ':'));
    parts.map(|(name, part)| (*name, part.to_owned())).collect()
}
