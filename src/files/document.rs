//! Changes to the text of a TOML document: every byte that a change does not concern stays, with its comments, order,
//! spacing and line ends.
//!
//! The parser tells where each key and value stands; a change cuts exactly that out of the text. Afterwards the text
//! is read again and must hold the wanted values and no other change.

pub use super::value::Literal;

use super::edit::Unreadable;
use super::outline::{Edit, Outline};
use super::window::BOM;
use crate::records::document::clashes;
use crate::words::problem::Problem;
use crate::words::writing::WriteError;
use toml::de::DeTable;

/// The text of a document under change.
#[derive(Clone, Debug)]
pub struct DocumentText {
    text: String,
}

impl DocumentText {
    /// Takes a document; an empty text is an empty document.
    ///
    /// # Errors
    /// When it is not valid TOML.
    pub fn parse(text: &str) -> Result<DocumentText, Unreadable> {
        match DeTable::parse(text) {
            Ok(_) => Ok(DocumentText {
                text: text.to_owned(),
            }),
            Err(_) if !clashes(text).is_empty() => Err((clashes(text)[0].start, Problem::ConflictMarker)),
            Err(error) => {
                let reason = error.message().lines().next().unwrap_or("").to_owned();
                let at = error.span().map_or(0, |span| span.start);
                Err((at, Problem::TomlSyntax { reason }))
            }
        }
    }

    /// The text of the document as it is now.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Gives the field at `path` a value. An element of an array is named by its number from 0. A new field goes
    /// behind the fields that come before it in `order`, or last; a field that has the value already is not touched.
    ///
    /// # Errors
    /// [`WriteError::ByHand`] when the document is written in a way in which that cannot be done.
    pub fn set(&mut self, path: &[&str], value: &Literal, order: &[&str]) -> Result<(), WriteError> {
        let by_hand = || by_hand(path);
        let wanted = value.meant().ok_or_else(by_hand)?;
        let mut after = self.values().ok_or_else(by_hand)?;
        if find(&mut after, path).is_some_and(|found| *found == wanted) {
            return Ok(());
        }
        put(&mut after, path, wanted).ok_or_else(by_hand)?;
        let edit = Outline::of(&self.text)
            .and_then(|outline| outline.set(path, value, order))
            .ok_or_else(by_hand)?;
        self.apply(edit, after).ok_or_else(by_hand)
    }

    /// Removes the field at `path` with its line; the comments above it stay. Whether there was one.
    ///
    /// # Errors
    /// [`WriteError::ByHand`] when it is a table with a heading of its own, or in the middle of other things.
    pub fn remove(&mut self, path: &[&str]) -> Result<bool, WriteError> {
        let by_hand = || by_hand(path);
        let mut after = self.values().ok_or_else(by_hand)?;
        if find(&mut after, path).is_none() {
            return Ok(false);
        }
        let (last, parents) = path.split_last().ok_or_else(by_hand)?;
        match find(&mut after, parents) {
            None => after.remove(*last),
            Some(parent) => parent.as_table_mut().and_then(|table| table.remove(*last)),
        };
        let edit = Outline::of(&self.text)
            .and_then(|outline| outline.remove(path))
            .ok_or_else(by_hand)?;
        self.apply(edit, after).ok_or_else(by_hand)?;
        Ok(true)
    }

    /// Appends an element to the array of tables `name`: behind its last element, or, when it is the first, behind
    /// the tables that come before it in `order`, or last.
    ///
    /// # Errors
    /// [`WriteError::ByHand`] when `name` stands there and is no array of tables.
    pub fn append(
        &mut self,
        name: &str,
        entries: &[(&str, Literal)],
        order: &[&str],
    ) -> Result<(), WriteError> {
        let by_hand = || by_hand(&[name]);
        let owned = entries
            .iter()
            .map(|(key, value)| ((*key).to_owned(), value.clone()));
        let element = Literal::Table(owned.collect());
        let mut after = self.values().ok_or_else(by_hand)?;
        let meant = element.meant().ok_or_else(by_hand)?;
        match after
            .entry(name)
            .or_insert_with(|| toml::Value::Array(Vec::new()))
        {
            toml::Value::Array(elements) => elements.push(meant),
            _ => return Err(by_hand()),
        }
        let edit = Outline::of(&self.text)
            .and_then(|outline| outline.append(name, entries, &element, order))
            .ok_or_else(by_hand)?;
        self.apply(edit, after).ok_or_else(by_hand)
    }

    fn values(&self) -> Option<toml::Table> {
        toml::from_str(self.text.trim_start_matches(BOM)).ok()
    }

    /// Makes the change; `None` and no change when the result does not say what is wanted.
    fn apply(&mut self, (range, new): Edit, wanted: toml::Table) -> Option<()> {
        let mut text = self.text.clone();
        text.replace_range(range, &new);
        let changed = DocumentText { text };
        (solid(changed.values()?) == solid(wanted)).then(|| *self = changed)
    }
}

/// The table without empty tables in it: a dotted table goes with its last field.
fn solid(table: toml::Table) -> toml::Table {
    let fields = table.into_iter().filter_map(|(key, value)| match value {
        toml::Value::Table(inner) => {
            let inner = solid(inner);
            (!inner.is_empty()).then_some((key, toml::Value::Table(inner)))
        }
        other => Some((key, other)),
    });
    fields.collect()
}

fn by_hand(path: &[&str]) -> WriteError {
    let field = path.join(".");
    WriteError::ByHand { field }
}

/// The value at a path; `None` for the empty path too.
fn find<'v>(table: &'v mut toml::Table, path: &[&str]) -> Option<&'v mut toml::Value> {
    let (first, rest) = path.split_first()?;
    rest.iter()
        .try_fold(table.get_mut(*first)?, |value, segment| match value {
            toml::Value::Table(table) => table.get_mut(*segment),
            toml::Value::Array(elements) => elements.get_mut(segment.parse::<usize>().ok()?),
            _ => None,
        })
}

/// Puts a value at a path, with the tables on the way; `None` when something else stands in the way.
fn put(table: &mut toml::Table, path: &[&str], wanted: toml::Value) -> Option<()> {
    let (last, parents) = path.split_last()?;
    let mut table = table;
    let mut segments = parents.iter();
    while let Some(segment) = segments.next() {
        let next = table
            .entry(*segment)
            .or_insert_with(|| toml::Value::Table(toml::Table::new()));
        table = match next {
            toml::Value::Table(next) => next,
            toml::Value::Array(elements) => {
                let number: usize = segments.next()?.parse().ok()?;
                elements.get_mut(number)?.as_table_mut()?
            }
            _ => return None,
        };
    }
    table.insert((*last).to_owned(), wanted);
    Some(())
}
