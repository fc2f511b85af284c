//! What one state of a file has that another had not, row by row and field by field, in the words of the records.

use super::Genre;
use super::names::place;
use super::paper::{self, Chapter};
use super::subject::{short, title};
use crate::files::edit::Folio;
use crate::records::name_of_row;
use crate::records::organisation::staff;
use crate::records::questionnaire::BATCH;
use crate::records::table::{Attribute, Schema, Shape};
use crate::records::word::Code;
use std::collections::{BTreeMap, BTreeSet};

/// A value that is another than it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alteration {
    /// By what a command names the row: `complaint:2026-10-rasv7`; of a document its file.
    pub key: String,
    /// What it is about, in the words of the records; may be empty.
    pub title: String,
    /// The ids of the people that the row names now, or named when it went.
    pub people: Vec<String>,
    /// The column or field; empty where the whole row came or went, and of a batch of answers, which are counted.
    pub column: String,
    /// The codes of which the value is one, which have words.
    pub codes: &'static [Code],
    /// The decision that the column is a part of.
    pub decision: Option<&'static str>,
    /// The value before; `None` where there was no row.
    pub before: Option<String>,
    /// The value now; `None` where there is no row.
    pub after: Option<String>,
}

/// Everything that is another in a file; `named` knows what a person is called. `None` where a state of it cannot be read.
pub fn altered(
    subject: &Genre<'_>,
    file: &str,
    [before, after]: [&str; 2],
    named: &dyn Fn(&str) -> Option<String>,
) -> Option<Vec<Alteration>> {
    match subject {
        Genre::Document(_) => documents(file, [before, after]),
        Genre::Table(table) => {
            let folio = |text: &str| match text.trim().is_empty() {
                true => Some(None),
                false => Folio::parse(table, Some(text)).ok().map(Some),
            };
            let both = [folio(before)?, folio(after)?];
            Some(match table.shape {
                Shape::Keyed => rows(table, &both, named),
                Shape::Bag => batches(table, &both),
            })
        }
    }
}

/// The cells of a row by the names of their columns.
type Named = BTreeMap<String, String>;

fn rows(
    table: &Schema,
    both: &[Option<Folio<'_>>; 2],
    named: &dyn Fn(&str) -> Option<String>,
) -> Vec<Alteration> {
    let by_key = both.each_ref().map(|folio| {
        let rows = folio
            .iter()
            .flat_map(|folio| (0..folio.len()).map(move |at| (folio, at)));
        let rows = rows.map(|(folio, at)| (folio.cells(at)[..table.keys()].to_vec(), (folio, at)));
        rows.collect::<BTreeMap<_, _>>()
    });
    let keys: BTreeSet<&Vec<String>> = by_key.iter().flat_map(BTreeMap::keys).collect();
    let of_key = |key: &Vec<String>| {
        let [before, after] = by_key.each_ref().map(|rows| rows.get(key).copied());
        let (folio, at) = after.or(before)?;
        let cells = folio.cells(at);
        let people = people(table, &cells);
        let whole = Alteration {
            key: name_of_row(table.one, key),
            title: about(table, &cells, &people, named),
            people,
            column: String::new(),
            codes: &[],
            decision: None,
            before: before.map(|_| String::new()),
            after: after.map(|_| String::new()),
        };
        let (Some(before), Some(after)) = (before, after) else {
            return Some(vec![whole]);
        };
        let [before, after] = [before, after].map(|(folio, at)| cells_of(table, folio, at));
        let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        let value = |of: &Named, name: &String| of.get(name).cloned().unwrap_or_default();
        let differs = names
            .into_iter()
            .filter(|name| value(&before, name) != value(&after, name));
        let each = differs.map(|name| {
            let column = table.column(name).map(|at| &table.columns[at]);
            Alteration {
                column: name.clone(),
                codes: column.map_or(&[], |column| column.kind.codes()),
                decision: column.and_then(|column| column.decision),
                before: Some(short(&value(&before, name))),
                after: Some(short(&value(&after, name))),
                ..whole.clone()
            }
        });
        Some(each.collect())
    };
    keys.into_iter().filter_map(of_key).flatten().collect()
}

fn cells_of(table: &Schema, folio: &Folio<'_>, at: usize) -> Named {
    let names = table.columns.iter().map(|column| column.name.to_string());
    let own = folio.own(at).into_iter();
    names.zip(folio.cells(at)).chain(own).collect()
}

/// What a row is about: whose it is by its key, else its own words, else whom it names.
fn about(
    table: &Schema,
    cells: &[String],
    people: &[String],
    named: &dyn Fn(&str) -> Option<String>,
) -> String {
    let is_key = |person: &&String| cells[..table.keys()].contains(*person);
    let texts: Vec<&str> = cells.iter().map(String::as_str).collect();
    let own = || Some(title(table, &texts)).filter(|title| !title.is_empty());
    let of_key = people.iter().find(is_key).and_then(|person| named(person));
    let other = || people.first().and_then(|person| named(person));
    of_key.or_else(own).or_else(other).unwrap_or_default()
}

/// The ids of the people that a row names.
fn people(table: &Schema, cells: &[String]) -> Vec<String> {
    let columns = table.columns.iter().zip(cells);
    let is_person = |at: usize, column: &Attribute| {
        column.refers == Some(&*staff.name) || (at == 0 && table.name == staff.name)
    };
    let people = columns
        .enumerate()
        .filter(|(at, (column, _))| is_person(*at, column));
    people
        .map(|(_, (_, cell))| cell.clone())
        .filter(|cell| !cell.is_empty())
        .collect()
}

/// Answers come and go by whole batches; they are counted, and never shown.
fn batches(table: &Schema, both: &[Option<Folio<'_>>; 2]) -> Vec<Alteration> {
    let column = table.column(BATCH).unwrap_or_default();
    let counted = both.each_ref().map(|folio| {
        let mut all: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
        for cells in folio
            .iter()
            .flat_map(|folio| (0..folio.len()).map(|at| folio.cells(at)))
        {
            all.entry(cells[column].clone()).or_default().push(cells);
        }
        all.values_mut().for_each(|rows| rows.sort());
        all
    });
    let names: BTreeSet<&String> = counted.iter().flat_map(BTreeMap::keys).collect();
    let differs = names
        .into_iter()
        .filter(|name| counted[0].get(*name) != counted[1].get(*name));
    let count = |side: usize, name: &String| counted[side].get(name).map(|rows| rows.len().to_string());
    let code = table.name.rsplit('/').next().unwrap_or_default();
    let each = differs.map(|name| Alteration {
        key: name_of_row(table.one, &[code, name]),
        title: String::new(),
        people: Vec::new(),
        column: String::new(),
        codes: &[],
        decision: None,
        before: count(0, name),
        after: count(1, name),
    });
    each.collect()
}

fn documents(file: &str, texts: [&str; 2]) -> Option<Vec<Alteration>> {
    let mut both = [Named::new(), Named::new()];
    for (text, fields) in texts.iter().zip(&mut both) {
        fill(&paper::parse(text).ok()?, "", fields);
    }
    let whole = |column: &str, [before, after]: [Option<String>; 2]| Alteration {
        key: file.to_owned(),
        title: String::new(),
        people: Vec::new(),
        column: column.to_owned(),
        codes: &[],
        decision: None,
        before,
        after,
    };
    let is_there = texts.map(|text| (!text.trim().is_empty()).then(String::new));
    if is_there.iter().any(Option::is_none) {
        return Some(vec![whole("", is_there)]);
    }
    let names: BTreeSet<&String> = both.iter().flat_map(BTreeMap::keys).collect();
    let value = |side: usize, name: &String| both[side].get(name).map(|value| short(value));
    let differs = names
        .into_iter()
        .filter(|name| both[0].get(*name) != both[1].get(*name));
    Some(
        differs
            .map(|name| whole(name, [value(0, name), value(1, name)]))
            .collect(),
    )
}

/// Every field below a table by its way from the top; parts of a list that have no key stand by their number.
fn fill(chapter: &Chapter, way: &str, fields: &mut Named) {
    for entry in chapter.entries() {
        let value = entry.value.trim_matches('"').to_owned();
        fields.insert(format!("{way}{}", entry.name), value);
    }
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    for section in chapter.sections() {
        let place = place(section);
        let number = met.entry(place.clone()).or_default();
        *number += 1;
        let number = if *number > 1 {
            format!("#{number}")
        } else {
            String::new()
        };
        fill(section, &format!("{way}{place}{number}."), fields);
    }
}
