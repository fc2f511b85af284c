//! By what the parts of a list in a document are told apart.

use super::Versions;
use super::paper::{Among, Chapter};
use std::collections::{BTreeSet, HashMap};

/// By what the parts of a list are told apart, the first that all of them have in every version.
const NAMES: &[&[&str]] = &[
    &["key"],
    &["code"],
    &["since"],
    &["in_force_from"],
    &["on"],
    &["group", "from"],
    &["title"],
];

/// The lists below a table, each with the fields by which its parts are told apart.
pub(super) struct Nameless<'p>(HashMap<&'p str, &'static [&'static str]>);

pub(super) fn nameless<'p>(sections: &Versions<Option<&'p Chapter>>) -> Nameless<'p> {
    let lists: Vec<Vec<&Chapter>> = sections
        .each()
        .map(|section| section.iter().flat_map(|section| section.sections()).collect())
        .to_vec();
    let names: BTreeSet<&str> = lists
        .iter()
        .flatten()
        .filter(|section| section.is_many)
        .map(|section| &*section.name)
        .collect();
    let found = names.into_iter().filter_map(|name| {
        let is_told_apart = |fields: &&&[&str]| {
            lists.iter().all(|list| {
                let mut seen = BTreeSet::new();
                let mut parts = list.iter().filter(|section| section.name == name);
                parts
                    .all(|section| section.entry(fields[0]).is_some() && seen.insert(values(section, fields)))
            })
        };
        Some((name, *NAMES.iter().find(is_told_apart)?))
    });
    Nameless(found.collect())
}

fn values(section: &Chapter, fields: &[&str]) -> String {
    let value = |name: &&str| {
        section
            .entry(name)
            .map_or("", |entry| entry.value.trim_matches('"'))
    };
    fields.iter().map(value).collect::<Vec<_>>().join("/")
}

impl Nameless<'_> {
    /// What tells a table from those beside it; the parts of a list without names are one.
    pub(super) fn id(&self, section: &Chapter) -> String {
        match self.0.get(&*section.name) {
            Some(fields) if section.is_many => format!("{}\0{}", section.name, values(section, fields)),
            _ => section.name.clone(),
        }
    }

    pub(super) fn parts<'p>(&self, list: &'p [Among<Chapter>], id: &str) -> Vec<&'p Chapter> {
        let parts = list.iter().filter_map(Among::part);
        parts.filter(|section| self.id(section) == id).collect()
    }
}

/// How a place in a document is called: the name of the table, and of a list the key of the part.
pub(super) fn place(section: &Chapter) -> String {
    let key = NAMES.iter().find(|fields| section.entry(fields[0]).is_some());
    match key.filter(|_| section.is_many) {
        Some(fields) => format!("{}.{}", section.name, values(section, fields)),
        None => section.name.clone(),
    }
}
