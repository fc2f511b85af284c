//! A document in parts: each field, each table and each remark with the lines that belong to it.

use crate::files::document::DocumentText;
use crate::files::edit::Unreadable;
use crate::words::problem::Problem;

/// What stands above a part: blank lines, and the remarks right above it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lead {
    /// How many blank lines.
    pub(super) gap: usize,
    /// The remarks, with their line ends.
    pub(super) remarks: String,
}

/// A remark that belongs to nothing below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Remark {
    pub(super) lead: Lead,
}

/// A field with its value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct KeyValue {
    pub(super) lead: Lead,
    /// Its key as it is written.
    pub(super) name: String,
    /// The key and the equals sign, as they are written.
    pub(super) key: String,
    /// The value as it is written.
    pub(super) value: String,
    /// The remark behind it, with the blanks before it.
    pub(super) remark: String,
    /// What the value means.
    pub(super) meant: toml::Value,
}

/// A part among others of its kind, or a remark between them.
#[derive(Clone, Debug)]
pub(super) enum Among<T> {
    Remark(Remark),
    Part(T),
}

/// A table: its heading, its fields, and the tables below it. The document itself has no heading.
#[derive(Clone, Debug, Default)]
pub(super) struct Chapter {
    pub(super) lead: Lead,
    /// The line of the heading.
    pub(super) heading: String,
    /// The way to it from the document.
    path: Vec<String>,
    /// Its name within the table above it.
    pub(super) name: String,
    /// Whether it is one of several.
    pub(super) is_many: bool,
    pub(super) fields: Vec<Among<KeyValue>>,
    pub(super) below: Vec<Among<Chapter>>,
}

impl KeyValue {
    /// The lines of the field.
    pub(super) fn lines(&self) -> String {
        let KeyValue {
            lead,
            key,
            value,
            remark,
            ..
        } = self;
        format!("{}{key}{value}{remark}\n", lead.remarks)
    }
}

impl Chapter {
    /// The fields without the remarks between them.
    pub(super) fn entries(&self) -> impl Iterator<Item = &KeyValue> {
        self.fields.iter().filter_map(Among::part)
    }

    /// The field with a name.
    pub(super) fn entry(&self, name: &str) -> Option<&KeyValue> {
        self.entries().find(|entry| entry.name == name)
    }

    /// The tables below it without the remarks between them.
    pub(super) fn sections(&self) -> impl Iterator<Item = &Chapter> {
        self.below.iter().filter_map(Among::part)
    }

    /// Whether both say the same, however they are written.
    pub(super) fn says_same(&self, other: &Chapter) -> bool {
        let has = |section: &Chapter, entry: &KeyValue| {
            section
                .entry(&entry.name)
                .is_some_and(|own| own.meant == entry.meant)
        };
        let (own, others): (Vec<_>, Vec<_>) = (self.sections().collect(), other.sections().collect());
        self.entries().count() == other.entries().count()
            && self.entries().all(|entry| has(other, entry))
            && own.len() == others.len()
            && own
                .iter()
                .zip(others)
                .all(|(own, other)| own.name == other.name && own.says_same(other))
    }

    /// The whole of it, below the blank lines above it.
    pub(super) fn lines(&self) -> String {
        let mut text = format!("{}{}", self.lead.remarks, self.heading);
        for field in &self.fields {
            match field {
                Among::Remark(note) => text += &note.lead.lines(),
                Among::Part(entry) => text += &format!("{}{}", entry.lead.blank(), entry.lines()),
            }
        }
        for section in &self.below {
            match section {
                Among::Remark(note) => text += &note.lead.lines(),
                Among::Part(section) => text += &format!("{}{}", section.lead.blank(), section.lines()),
            }
        }
        text
    }
}

impl Lead {
    /// The blank lines.
    pub(super) fn blank(&self) -> String {
        "\n".repeat(self.gap)
    }

    fn lines(&self) -> String {
        self.blank() + &self.remarks
    }
}

impl<T> Among<T> {
    pub(super) fn part(&self) -> Option<&T> {
        match self {
            Among::Remark(_) => None,
            Among::Part(part) => Some(part),
        }
    }
}

/// Takes a document apart. Slot ends and a byte order mark do not count.
///
/// # Errors
/// When it is no document.
pub(super) fn parse(text: &str) -> Result<Chapter, Unreadable> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    DocumentText::parse(&text)?;
    let mut parts = Parts {
        open: vec![Chapter::default()],
        ..Parts::default()
    };
    let mut rest = &*text;
    while !rest.is_empty() {
        let end = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let line = &rest[..end];
        let taken = match line.trim_start().as_bytes().first() {
            None => {
                parts.blank();
                end
            }
            Some(b'#') => {
                parts.remark(line);
                end
            }
            Some(b'[') => {
                parts.heading(line);
                end
            }
            Some(_) => {
                let (entry, taken) = entry(rest).ok_or_else(|| (text.len() - rest.len(), unclear()))?;
                parts.entry(entry);
                taken
            }
        };
        rest = &rest[taken..];
    }
    Ok(parts.whole())
}

/// The problem of a field that cannot be read by itself.
fn unclear() -> Problem {
    Problem::TomlSyntax {
        reason: "key = value".to_owned(),
    }
}

/// A document that is being taken apart.
#[derive(Default)]
struct Parts {
    /// The tables that what follows may belong to, each below the one before it.
    open: Vec<Chapter>,
    /// Remarks that belong to nothing below them.
    notes: Vec<Remark>,
    lead: Lead,
}

impl Parts {
    fn blank(&mut self) {
        self.end_remarks();
        self.lead.gap += 1;
    }

    fn remark(&mut self, line: &str) {
        self.lead.remarks += line.trim_end();
        self.lead.remarks.push('\n');
    }

    /// The remarks so far stand by themselves.
    fn end_remarks(&mut self) {
        if !self.lead.remarks.is_empty() {
            let lead = std::mem::take(&mut self.lead);
            self.notes.push(Remark { lead });
        }
    }

    fn entry(&mut self, entry: KeyValue) {
        let lead = std::mem::take(&mut self.lead);
        let notes = std::mem::take(&mut self.notes);
        if let Some(section) = self.open.last_mut() {
            section.fields.extend(notes.into_iter().map(Among::Remark));
            section.fields.push(Among::Part(KeyValue { lead, ..entry }));
        }
    }

    fn heading(&mut self, line: &str) {
        let (path, is_many) = way(line);
        let is_below = |section: &Chapter| section.path.len() < path.len() && path.starts_with(&section.path);
        while self.open.len() > 1 && !self.open.last().is_some_and(is_below) {
            self.close();
        }
        let above = self.open.last_mut();
        let known = above.as_ref().map_or(0, |section| section.path.len());
        if let Some(section) = above {
            section
                .below
                .extend(std::mem::take(&mut self.notes).into_iter().map(Among::Remark));
        }
        self.open.push(Chapter {
            lead: std::mem::take(&mut self.lead),
            heading: format!("{}\n", line.trim_end()),
            name: path[known..].join("."),
            path,
            is_many,
            ..Chapter::default()
        });
    }

    /// The last table has ended.
    fn close(&mut self) {
        if let Some(section) = self.open.pop()
            && let Some(above) = self.open.last_mut()
        {
            above.below.push(Among::Part(section));
        }
    }

    fn whole(mut self) -> Chapter {
        self.end_remarks();
        while self.open.len() > 1 {
            self.close();
        }
        let mut document = self.open.pop().unwrap_or_default();
        document.below.extend(self.notes.into_iter().map(Among::Remark));
        document
    }
}

/// The way to the table of a heading, and whether it is one of several.
fn way(line: &str) -> (Vec<String>, bool) {
    let mut path = Vec::new();
    let mut table = line.parse::<toml::Table>().unwrap_or_default();
    let mut is_many = false;
    while let Some((name, value)) = table.into_iter().next() {
        path.push(name);
        (table, is_many) = match value {
            toml::Value::Table(inner) => (inner, false),
            toml::Value::Array(mut elements) => match elements.pop() {
                Some(toml::Value::Table(inner)) => (inner, true),
                _ => break,
            },
            _ => break,
        };
    }
    (path, is_many)
}

/// The field at the beginning of a text, and how long it is: the fewest lines that are a document by themselves.
fn entry(text: &str) -> Option<(KeyValue, usize)> {
    let ends = text.match_indices('\n').map(|(at, _)| at + 1).chain([text.len()]);
    let (end, table) = ends
        .filter_map(|end| Some((end, text[..end].parse::<toml::Table>().ok()?)))
        .next()?;
    let lines = text[..end].trim_end();
    let equals = lines.find('=')?;
    // A remark begins at the first sign before which the value is whole.
    let marks = lines
        .match_indices('#')
        .map(|(at, _)| at)
        .filter(|at| *at > equals);
    let is_whole = |at: &usize| {
        lines[..*at]
            .parse::<toml::Table>()
            .is_ok_and(|whole| whole == table)
    };
    let remark = marks.into_iter().find(is_whole).unwrap_or(lines.len());
    let behind = lines[equals + 1..remark].len() - lines[equals + 1..remark].trim_start().len();
    let start = equals + 1 + behind;
    let value = lines[start..remark].trim_end();
    let entry = KeyValue {
        lead: Lead::default(),
        name: lines[..equals].trim().to_owned(),
        key: lines[..start].to_owned(),
        value: value.to_owned(),
        remark: lines[start + value.len()..].to_owned(),
        meant: toml::Value::Table(table),
    };
    Some((entry, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_its_parts() {
        let text = "# head\n\ntitle = \"a # b\" # what\nlist = [\n  \"x\", # one\n]\n\n# free\n\n# of agency\n[agency]\nname = 1\n\n[[session]]\nkey = \"a\"\n[[session.part]]\nx = 2\n\n[[session]]\nkey = \"b\"\n# end\n";
        let document = parse(text).unwrap();
        assert_eq!(document.lines(), text);
        let names: Vec<&str> = document.sections().map(|section| &*section.name).collect();
        assert_eq!(names, ["agency", "session", "session"]);
        assert_eq!(document.sections().nth(1).unwrap().sections().count(), 1);
        let title = document.entry("title").unwrap();
        assert_eq!((&*title.value, &*title.remark), ("\"a # b\"", " # what"));
        assert_eq!(document.entry("list").unwrap().value, "[\n  \"x\", # one\n]");
    }
}
