//! The options of a document's fields, made from its declaration, and what was typed behind them.

use super::Request;
use super::document::{GivenValue, Typed};
use crate::records::document::FieldInfo;
use crate::words::Phrase;

/// The fields of a document that are typed behind options of their own.
pub struct Fields {
    /// The declared fields. Those of one value, and those of a table inside, have an option each.
    pub declared: fn() -> &'static [FieldInfo],
    /// The arrays of tables to which an option adds an element.
    pub elements: &'static [Element],
}

/// An option that adds one element of an array of tables, typed in one word.
pub struct Element {
    /// The array of tables.
    pub field: &'static str,
    /// The form that is typed.
    pub form: &'static str,
    /// What it adds.
    pub help: Phrase,
    /// The fields of the element in that word; the number counts the elements from 1.
    pub read: fn(&str, usize) -> Vec<(&'static str, String)>,
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

    /// What was typed; `count` is how many elements the document has already where they are numbered.
    pub fn typed(&self, request: &Request<'_>, count: usize) -> Vec<Typed> {
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
            let texts = request.all(element.field).iter().zip(count + 1..);
            let read = texts.map(|(text, number)| (element.read)(text, number));
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
pub(super) fn parts(text: &str, mark: char, names: &[&'static str]) -> Vec<(&'static str, String)> {
    let parts = text.splitn(names.len(), mark);
    names
        .iter()
        .zip(parts)
        .map(|(name, part)| (*name, part.to_owned()))
        .collect()
}
