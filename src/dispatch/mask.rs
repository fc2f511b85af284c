//! A record directory in which nobody can be recognised: for teaching, and for whoever mends a fault.
//!
//! Ids, names, numbers, contacts and every text that somebody wrote become others, each always the same one; days,
//! figures and codes of closed lists stay. What the shipped rules and questionnaires say themselves stays too. The
//! user's own columns, remarks in documents and files that are no records are left out.

use super::leaf::Leaf;
use crate::change::shipped::QUESTIONNAIRES;
use crate::files::edit::written;
use crate::records::cell::Domain;
use crate::records::document::FieldInfo;
use crate::records::organisation::{staff, units};
use crate::records::table::{Schema, Shape};
use crate::rules::Rules;
use crate::schema::DOCUMENTS;
use crate::words::{Lang, Phrase};
use std::collections::{HashMap, HashSet};
use toml::{Table, Value};

/// What stands in place of a text.
const TEXT: Phrase = Phrase {
    id: "Teks",
    en: "Text",
};
const PERSON: Phrase = Phrase {
    id: "Pegawai",
    en: "Employee",
};
const UNIT: Phrase = Phrase {
    id: "Unit",
    en: "Unit",
};
const OFFICE: Phrase = Phrase {
    id: "Kantor Contoh",
    en: "Sample Office",
};

/// The length of a month before a minted id: `2026-10-`.
const MONTH: usize = 8;

/// What everything that could tell who somebody is becomes.
pub struct Mask {
    lang: Lang,
    ids: HashMap<String, String>,
    texts: HashMap<String, String>,
    numbers: HashMap<String, String>,
    /// How many people have the same beginning of a number.
    serials: HashMap<String, usize>,
    /// What the shipped rules and questionnaires say.
    known: HashSet<String>,
}

impl Mask {
    /// One that has met nothing yet.
    pub fn new(lang: Lang) -> Mask {
        let mut known = HashSet::new();
        for (_, text) in Rules::SHIPPED.iter().chain(QUESTIONNAIRES) {
            // A test reads them all.
            let table: Table = text.parse().unwrap_or_default();
            strings(&Value::Table(table), &mut known);
        }
        known.extend(QUESTIONNAIRES.iter().map(|(code, _)| (*code).to_owned()));
        Mask {
            lang,
            ids: HashMap::new(),
            texts: HashMap::new(),
            numbers: HashMap::new(),
            serials: HashMap::new(),
            known,
        }
    }

    /// Masks a file of a table: its name, its cells, the order of its rows. The user's own columns go.
    pub(super) fn file(&mut self, table: &Schema, file: &mut Leaf) {
        file.odd = None;
        file.heading.retain(|name| table.column(name).is_some());
        for row in &mut file.rows {
            row.own.clear();
            for column in 0..table.columns.len() {
                row.cells[column] = self.cell(table, column, &row.cells[column]);
            }
        }
        match table.shape {
            Shape::Keyed => file.rows.sort_by(|a, b| a.key(table).cmp(b.key(table))),
            Shape::Bag => {
                let columns = file.heading.iter().filter_map(|name| table.column(name));
                let columns: Vec<usize> = columns.collect();
                file.rows.sort_by_cached_key(|row| {
                    let cells = columns.iter().map(|&column| row.cells[column].as_str());
                    written(&cells.collect::<Vec<_>>())
                });
            }
        }
        file.name = self.names(&file.name);
    }

    /// What a cell becomes.
    fn cell(&mut self, table: &Schema, column: usize, text: &str) -> String {
        let attribute = &table.columns[column];
        let of = (&*table.name, &*attribute.name);
        if text.is_empty() {
            return String::new();
        }
        match (attribute.kind, of) {
            (_, ("staff", "title_before" | "title_after")) => String::new(),
            (_, ("staff", "email")) => {
                let person = self.text(text, PERSON).to_lowercase().replace(' ', "");
                format!("{person}@contoh.example")
            }
            (_, ("staff", "born")) => text
                .get(..4)
                .map_or(String::new(), |year| format!("{year}-01-01")),
            (_, ("staff", "name")) => self.text(text, PERSON),
            (_, ("units", "name")) => self.text(text, UNIT),
            (Domain::Nip, _) => self.nip(text),
            (Domain::Sha256, _) => self.hash(text),
            (Domain::Path, _) => self.evidence(text),
            (Domain::Id, _) => {
                let letter = match (attribute.refers, attribute.key) {
                    (Some(target), _) if target == staff.name => 'p',
                    (Some(target), _) if target == units.name => 'u',
                    (None, true) if table.name == staff.name => 'p',
                    (None, true) if table.name == units.name => 'u',
                    _ => 'k',
                };
                self.id(text, letter)
            }
            (Domain::TrainingId, _) => match text.split_once('/') {
                Some((month, slug)) => format!("{month}/{}", self.id(slug, 'k')),
                None => self.id(text, 'k'),
            },
            (Domain::Reference | Domain::References, _) => self.names(text),
            (Domain::Text, _) => self.text(text, TEXT),
            _ => text.to_owned(),
        }
    }

    /// What an id becomes: another with the month that it begins with.
    fn id(&mut self, id: &str, letter: char) -> String {
        if self.known.contains(id) {
            return id.to_owned();
        }
        let count = self.ids.len() + 1;
        let month = id
            .get(..MONTH)
            .filter(|month| is_month(month))
            .unwrap_or_default();
        let new = || format!("{month}{letter}{count:04}");
        self.ids.entry(id.to_owned()).or_insert_with(new).clone()
    }

    /// What a text becomes that somebody wrote; the id that it is, where it is one.
    fn text(&mut self, text: &str, what: Phrase) -> String {
        if self.known.contains(text) {
            return text.to_owned();
        }
        if let Some(id) = self.ids.get(text) {
            return id.clone();
        }
        let count = self.texts.len() + 1;
        let new = || format!("{} {count:04}", what.get(self.lang));
        self.texts.entry(text.to_owned()).or_insert_with(new).clone()
    }

    /// A number of identity with the same year of birth, appointment and sex.
    fn nip(&mut self, nip: &str) -> String {
        let (Some(year), Some(appointed)) = (nip.get(..4), nip.get(8..15)) else {
            return String::new();
        };
        if let Some(known) = self.numbers.get(nip) {
            return known.clone();
        }
        let stem = format!("{year}0101{appointed}");
        let serial = self.serials.entry(stem.clone()).or_insert(0);
        *serial += 1;
        let new = format!("{stem}{:03}", *serial % 1000);
        self.numbers.insert(nip.to_owned(), new.clone());
        new
    }

    fn hash(&mut self, hash: &str) -> String {
        let count = self.numbers.len() + 1;
        let new = || format!("{count:064x}");
        self.numbers.entry(hash.to_owned()).or_insert_with(new).clone()
    }

    fn evidence(&mut self, path: &str) -> String {
        let count = self.numbers.len() + 1;
        let new = || format!("{count:04}.pdf");
        self.numbers.entry(path.to_owned()).or_insert_with(new).clone()
    }

    /// A text in which rows are named, with their new names.
    fn names(&self, text: &str) -> String {
        let mut out = String::new();
        let mut word = String::new();
        for letter in text.chars().map(Some).chain([None]) {
            match letter {
                Some(letter) if letter.is_ascii_alphanumeric() || letter == '-' => word.push(letter),
                other => {
                    // Before a colon stands what kind of row it is.
                    let is_kind = other == Some(':');
                    let new = self.ids.get(&word).filter(|_| !is_kind);
                    out += new.unwrap_or(&word);
                    out.extend(other);
                    word.clear();
                }
            }
        }
        out
    }

    /// A document with its name; `None` where it stays behind.
    pub(super) fn document(&mut self, file: &str, text: &str) -> Option<(String, String)> {
        if file.starts_with('.') {
            return Some((file.to_owned(), text.to_owned()));
        }
        let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
        let stem = name.strip_suffix(".toml")?;
        let shipped = Rules::SHIPPED.iter().chain(QUESTIONNAIRES);
        if shipped.clone().any(|(_, known)| *known == text) {
            return Some((file.to_owned(), text.to_owned()));
        }
        let top = folder.split('/').next().unwrap_or_default();
        let kind = DOCUMENTS.iter().find(|kind| {
            let path = kind.path.split('/').next().unwrap_or_default();
            path == top || (top.is_empty() && path == file)
        });
        let mut table: Table = text.parse().ok()?;
        match (top, kind) {
            ("imports", _) => return None,
            ("rules", _) => {
                let editions = table.get_mut("edition").and_then(Value::as_array_mut);
                let editions = editions.into_iter().flatten().filter_map(Value::as_table_mut);
                editions.for_each(|edition| self.fields(edition, Rules::fields(stem), top));
            }
            (_, Some(kind)) => self.fields(&mut table, (kind.fields)(), top),
            (_, None) => return None,
        }
        let name = match top {
            "trainings" | "forums" | "questionnaires" => self.id(stem, 'k'),
            _ => stem.to_owned(),
        };
        let file = [folder, &name].into_iter().filter(|part| !part.is_empty());
        let file = file.collect::<Vec<_>>().join("/") + ".toml";
        Some((file, toml::to_string(&table).ok()?))
    }

    /// The fields of a document by what each holds; what nobody declared goes.
    fn fields(&mut self, table: &mut Table, fields: &'static [FieldInfo], top: &str) {
        let names: HashMap<&str, &FieldInfo> = fields.iter().map(|field| (field.name, field)).collect();
        table.retain(|key, _| names.contains_key(key));
        for (key, value) in table.iter_mut() {
            if let Some(field) = names.get(key.as_str()) {
                self.value(value, field, top);
            }
        }
    }

    fn value(&mut self, value: &mut Value, field: &FieldInfo, top: &str) {
        match (value, field.nested) {
            (Value::Array(list), _) => list.iter_mut().for_each(|one| self.value(one, field, top)),
            (Value::Table(inner), Some(nested)) => self.fields(inner, nested(), top),
            (Value::String(text), _) => {
                *text = match (field.kind, field.name) {
                    ("text", "sha256") => self.hash(text),
                    ("text", "evidence") => self.evidence(text),
                    ("text", "carried_from" | "plan_item") => self.names(text),
                    ("text", "government") => OFFICE.get(self.lang).to_owned(),
                    ("text", _) => self.text(text, TEXT),
                    // The columns of answers are called by them.
                    ("id", _) if top == "questionnaires" => text.clone(),
                    ("id", _) if field.refers.contains(&"staff") => self.id(text, 'p'),
                    ("id", _) => self.id(text, 'k'),
                    _ => text.clone(),
                }
            }
            _ => {}
        }
    }
}

/// Whether a text is a month with a hyphen behind.
fn is_month(text: &str) -> bool {
    let form = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    text.bytes().enumerate().all(|(at, byte)| form((at, byte)))
}

/// Every string of a document.
fn strings(value: &Value, into: &mut HashSet<String>) {
    match value {
        Value::String(text) => {
            into.insert(text.clone());
        }
        Value::Array(list) => list.iter().for_each(|one| strings(one, into)),
        Value::Table(table) => table.values().for_each(|one| strings(one, into)),
        _ => {}
    }
}
