//! What a file of a record directory is, by its name.

use crate::records::document::FieldInfo;
use crate::records::questionnaire::Questionnaire;
use crate::records::table::Schema;
use crate::records::table_of;
use crate::rules::Rules;
use crate::schema::DOCUMENTS;
use std::borrow::Cow;

/// What is put together.
#[derive(Clone, Debug)]
pub enum Genre<'s> {
    /// A file of a table.
    Table(Cow<'s, Schema>),
    /// A document with these fields.
    Document(Blueprint),
}

/// The fields of a document, or of a part of it.
#[derive(Clone, Copy, Debug)]
pub struct Blueprint {
    /// The fields that are declared.
    pub(super) own: &'static [FieldInfo],
    /// The fields of everything below: those of a rule stand in its editions.
    pub(super) below: Option<&'static [FieldInfo]>,
}

impl Blueprint {
    /// The declared field with a name.
    pub(super) fn find(self, name: &str) -> Option<&'static FieldInfo> {
        self.own.iter().find(|field| field.name == name)
    }

    /// Its place in the declared order.
    pub(super) fn rank(self, name: &str) -> usize {
        let place = self.own.iter().position(|field| field.name == name);
        place.unwrap_or(usize::MAX)
    }

    /// The fields of the tables that stand below a name.
    pub(super) fn within(self, name: &str) -> Blueprint {
        let nested = self.find(name).and_then(|field| field.nested);
        let own = nested.map_or(self.below.unwrap_or_default(), |fields| fields());
        Blueprint { own, below: None }
    }
}

/// What the file with a name (relative to the record directory, with forward slashes) is; `None` where it is no record.
/// `asked` gives the questionnaire with a code, by which its answers are read.
pub fn subject(name: &str, asked: impl Fn(&str) -> Option<Questionnaire>) -> Option<Genre<'static>> {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let document = |own, below| Some(Genre::Document(Blueprint { own, below }));
    if let Some(stem) = file.strip_suffix(".toml") {
        if folder == "rules" {
            let rule = Rules::NAMES.iter().find(|rule| **rule == stem)?;
            return document(&[], Some(Rules::fields(rule)));
        }
        let top = name.split('/').next().unwrap_or_default();
        let depth = name.matches('/').count();
        let is_of = |path: &str| path.split('/').next() == Some(top) && path.matches('/').count() == depth;
        let kind = DOCUMENTS.iter().find(|kind| is_of(kind.path))?;
        return document((kind.fields)(), None);
    }
    if let Some(code) = folder.strip_prefix("responses/") {
        return asked(code).map(|questionnaire| Genre::Table(Cow::Owned(questionnaire.table(code))));
    }
    Some(Genre::Table(Cow::Borrowed(table_of(name)?)))
}

/// The words for a row of a table in the records: the first text that every row has, else the first that this one has.
pub(super) fn title(table: &Schema, cells: &[&str]) -> String {
    use crate::records::cell::Domain;
    let texts = || {
        let columns = table.columns.iter().zip(cells);
        let texts =
            columns.filter(|(column, cell)| column.kind == Domain::Text && !column.key && !cell.is_empty());
        texts.map(|(column, cell)| (column.optional, *cell))
    };
    let required = texts().find(|(optional, _)| !optional);
    let text = required.or_else(|| texts().next()).map_or("", |(_, text)| text);
    short(text)
}

/// A text on one line, cut where it is long.
pub(super) fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    let line: String = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    match line.char_indices().nth(LONGEST) {
        None => line,
        Some((end, _)) => format!("{}…", &line[..end]),
    }
}
