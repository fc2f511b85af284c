//! A record directory in which nobody can be recognised: for teaching, and for whoever mends a fault.
//!
//! Ids, names, numbers and every text that somebody wrote become others, each always the same one, by chance and
//! anew each time, so that no order tells which is which. What is on record about people themselves becomes coarser
//! ([`crowd`](super::crowd)). What happened stays: its days, figures and codes, and what the shipped rules and
//! questionnaires say. The user's own columns, who signs, remarks in documents and files that are no records are left out.

use super::crowd::Crowd;
use super::leaf::Leaf;
use crate::change::shipped::QUESTIONNAIRES;
use crate::files::edit::written;
use crate::records::cell::Domain;
use crate::records::cell::{Cell as _, Nip};
use crate::records::code::Employment;
use crate::records::document::FieldInfo;
use crate::records::organisation::{Staff, staff, units};
use crate::records::table::{Schema, Shape};
use crate::rules::Rules;
use crate::schema::DOCUMENTS;
use crate::words::{Lang, Phrase};
use sha2::{Digest as _, Sha256};
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

/// The letters of what is made up.
const LETTERS: &[u8] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// How many of them tell one from another.
const LENGTH: u32 = 7;

/// What everything that could tell who somebody is becomes.
pub struct Mask {
    lang: Lang,
    crowd: Crowd,
    ids: HashMap<String, String>,
    texts: HashMap<String, String>,
    numbers: HashMap<String, String>,
    /// The secret by which all is made up.
    secret: [u64; 2],
    /// What is made up already.
    made: HashSet<String>,
    /// What the shipped rules and questionnaires say.
    known: HashSet<String>,
}

impl Mask {
    /// One that has met nothing yet.
    pub(super) fn new(crowd: Crowd, secret: [u64; 2], lang: Lang) -> Mask {
        let mut known = HashSet::new();
        for (_, text) in Rules::SHIPPED.iter().chain(QUESTIONNAIRES) {
            // A test reads them all.
            let table: Table = text.parse().unwrap_or_default();
            strings(&Value::Table(table), &mut known);
        }
        known.extend(QUESTIONNAIRES.iter().map(|(code, _)| (*code).to_owned()));
        Mask {
            lang,
            crowd,
            ids: HashMap::new(),
            texts: HashMap::new(),
            numbers: HashMap::new(),
            secret,
            made: HashSet::new(),
            known,
        }
    }

    /// Masks a file of a table: its name, its cells, the order of its rows. The user's own columns go.
    pub(super) fn file(&mut self, table: &Schema, file: &mut Leaf) {
        file.odd = None;
        file.heading.retain(|name| table.column(name).is_some());
        self.crowd.coarsen(table, file);
        for row in &mut file.rows {
            row.own.clear();
            if table.name == staff.name {
                self.number(&row.cells);
            }
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

    /// The name of a sheet, in which that of a questionnaire may stand.
    pub(super) fn sheet(&mut self, name: String) -> String {
        match name.strip_prefix("responses-") {
            Some(code) => format!("responses-{}", self.id(code, 'k')),
            None => name,
        }
    }

    /// What a cell becomes.
    fn cell(&mut self, table: &Schema, column: usize, text: &str) -> String {
        let attribute = &table.columns[column];
        let of = (&*table.name, &*attribute.name);
        if text.is_empty() {
            return String::new();
        }
        match (attribute.kind, of) {
            (_, ("staff", "title_before" | "title_after" | "email")) => String::new(),
            (_, ("staff", "name")) => self.text(text, PERSON),
            (_, ("units", "name")) => self.text(text, UNIT),
            (Domain::Nip, _) => self.numbers.get(text).cloned().unwrap_or_default(),
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
        if let Some(known) = self.ids.get(id) {
            return known.clone();
        }
        let month = id
            .get(..MONTH)
            .filter(|month| is_month(month))
            .unwrap_or_default();
        let new = format!("{month}{letter}{}", self.made_up(id));
        self.ids.insert(id.to_owned(), new.clone());
        new
    }

    /// What nobody can tell from something without the secret.
    fn digest(&self, of: &str, turn: u64) -> [u8; 32] {
        let [first, second] = self.secret;
        let mut digest = Sha256::new();
        for number in [first, second, turn] {
            digest.update(number.to_le_bytes());
        }
        digest.update(of);
        digest.finalize().into()
    }

    /// The beginning of it, as a number.
    fn chance(&self, of: &str, turn: u64) -> u64 {
        let bytes = self.digest(of, turn);
        bytes[..8]
            .iter()
            .fold(0, |number, byte| number << 8 | u64::from(*byte))
    }

    /// Letters in place of something, which nothing else has.
    fn made_up(&mut self, of: &str) -> String {
        for turn in 0u64.. {
            let mut chance = self.chance(of, turn);
            let mut new = String::new();
            for _ in 0..LENGTH {
                new.push(char::from(LETTERS[(chance % LETTERS.len() as u64) as usize]));
                chance /= LETTERS.len() as u64;
            }
            if self.made.insert(new.clone()) {
                return new;
            }
        }
        String::new()
    }

    /// What a text becomes that somebody wrote; the id that it is, where it is one.
    fn text(&mut self, text: &str, what: Phrase) -> String {
        if self.known.contains(text) {
            return text.to_owned();
        }
        if let Some(id) = self.ids.get(text) {
            return id.clone();
        }
        if let Some(known) = self.texts.get(text) {
            return known.clone();
        }
        let new = format!("{} {}", what.get(self.lang), self.made_up(text));
        self.texts.insert(text.to_owned(), new.clone());
        new
    }

    /// A number of identity for a person, of which only the relation to the office is true: birth, appointment and sex
    /// are made up.
    fn number(&mut self, cells: &[String]) {
        let own = &cells[Staff::nip];
        let Ok(nip) = Nip::parse(own) else { return };
        if self.numbers.contains_key(own) {
            return;
        }
        let employment = Employment::parse(&cells[Staff::employment]);
        let is_pns = employment.map_or(nip.is_pns(), |one| !one.is_pppk());
        for turn in 0u64.. {
            let mut chance = self.chance(own, turn);
            let mut some = |of: u64| {
                let one = chance % of;
                chance /= of;
                one
            };
            let (year, month, day) = (1965 + some(30), 1 + some(12), 1 + some(28));
            let code = if is_pns { 1 + some(12) } else { 21 };
            let (appointed, sex, serial) = (year + 25, 1 + some(2), 1 + some(999));
            let new = format!("{year}{month:02}{day:02}{appointed}{code:02}{sex}{serial:03}");
            if self.made.insert(new.clone()) {
                self.numbers.insert(own.clone(), new);
                return;
            }
        }
    }

    fn hash(&mut self, hash: &str) -> String {
        let digest = self.digest(hash, 0);
        let new = || digest.iter().map(|byte| format!("{byte:02x}")).collect();
        self.numbers.entry(hash.to_owned()).or_insert_with(new).clone()
    }

    fn evidence(&mut self, path: &str) -> String {
        if let Some(known) = self.numbers.get(path) {
            return known.clone();
        }
        let new = format!("{}.pdf", self.made_up(path));
        self.numbers.insert(path.to_owned(), new.clone());
        new
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
        // Everybody knows who signs.
        table.remove("signatory");
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
        // The picture does not leave.
        table.retain(|key, _| names.contains_key(key) && key != "logo");
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
