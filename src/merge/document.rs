//! A document, put together field by field; remarks stay with what they stand above.

use super::choice::numbered;
use super::names::{nameless, place};
use super::paper::{self, Among, Chapter, KeyValue, Lead, Remark};
use super::subject::{Blueprint, short};
use super::{Composite, Contention, Dispute, Facet, Piece, Versions, contested, order, united, unread};
use crate::files::document::DocumentText;
use crate::words::merge::Misfit;
use std::collections::{BTreeSet, HashMap};

pub(super) fn merge(fields: &Blueprint, versions: &Versions<&str>) -> Result<Composite, Misfit> {
    let read = |text: &str| paper::parse(text).map_err(|found| unread(text, found));
    let documents = Versions {
        base: read(versions.base)?,
        here: read(versions.here)?,
        there: read(versions.there)?,
    };
    let title = documents.here.entry("title");
    let mut joiner = Joiner {
        title: title.map_or_else(String::new, |entry| short(entry.value.trim_matches('"'))),
        pieces: Vec::new(),
    };
    joiner.section(*fields, &documents.map(Some), "");
    let merged = Composite {
        pieces: joiner.pieces,
        alike: Vec::new(),
    };
    let is_document = |text: String| DocumentText::parse(&text).is_ok();
    match is_document(merged.chosen(|one| &one.here)) && is_document(merged.chosen(|one| &one.there)) {
        true => Ok(merged),
        false => Err(Misfit::Tangled),
    }
}

/// A document that is being put together.
struct Joiner {
    title: String,
    pieces: Vec<Piece>,
}

impl Joiner {
    fn text(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Text(last)) => last.push_str(text),
            _ => self.pieces.push(Piece::Text(text.to_owned())),
        }
    }

    /// The blank lines above a part; none above the first.
    fn gap(&mut self, gap: usize) {
        if !self.pieces.is_empty() {
            self.text(&"\n".repeat(gap));
        }
    }

    fn dispute(&mut self, key: String, matter: Contention, [here, there]: [String; 2]) {
        let title = self.title.clone();
        self.pieces.push(Piece::Dispute(Dispute {
            key,
            title,
            matter,
            here,
            there,
        }));
    }

    /// Puts the fields of a table together, and what lies below it.
    fn section(&mut self, fields: Blueprint, sections: &Versions<Option<&Chapter>>, path: &str) {
        self.fields(fields, sections, path);
        self.below(fields, sections, path);
    }

    fn fields(&mut self, fields: Blueprint, sections: &Versions<Option<&Chapter>>, path: &str) {
        let ids = sections.map(|section| {
            ids(section.map_or(&[][..], |section| &section.fields), |entry| {
                entry.name.clone()
            })
        });
        let names: BTreeSet<&str> = ids.each().into_iter().flatten().filter_map(Id::name).collect();
        let names: Vec<&str> = names.into_iter().collect();
        let entry = |name: &str| sections.map(|section| section.and_then(|section| section.entry(name)));
        let open = open(fields, sections, &names);
        let is_kept = |id: &Id| match id.name() {
            Some(name) => {
                let is_there = entry(name).map(Option::is_some);
                open.iter().any(|group| group.contains(&name)) || is_there.agreed() == Some(&true)
            }
            None => stands(&ids, id),
        };
        let compare = |one: &Id, other: &Id| {
            let rank = |id: &Id| id.name().map_or(usize::MAX, |name| fields.rank(name));
            rank(one).cmp(&rank(other)).then_with(|| one.cmp(other))
        };
        let mut told = BTreeSet::new();
        for id in order::merged(&ids, &is_kept, compare) {
            let Some(name) = id.name() else {
                let notes = sections.map(|section| section.and_then(|section| note(&section.fields, &id)));
                self.note(&notes);
                continue;
            };
            let entries = entry(name);
            match open.iter().find(|group| group.contains(&name)) {
                None => {
                    let value = list(fields, &entries);
                    self.entry(&entries, value);
                }
                Some(group) if told.insert(group) => {
                    let all: Vec<_> = group.iter().map(|name| (*name, entry(name))).collect();
                    self.gap(lead(&entries.map(|entry| entry.map(|entry| &entry.lead))).gap);
                    self.open(fields, joined(path, group[0]), &all);
                }
                Some(_) => {}
            }
        }
    }

    /// A field that is agreed upon, or a list that was put together.
    fn entry(&mut self, entries: &Versions<Option<&KeyValue>>, value: Option<String>) {
        let Some(some) = entries.here.or(entries.there) else {
            return;
        };
        let lead = lead(&entries.map(|entry| entry.map(|entry| &entry.lead)));
        let written = |part: fn(&KeyValue) -> &String| chosen(&entries.map(|entry| entry.map(part)));
        let meant = entries.map(|entry| entry.map(|entry| &entry.meant));
        // The way it is written by who changed it; where both write the same in two ways, either.
        let changed = match meant.agreed() {
            Some(agreed) => [entries.here, entries.there]
                .into_iter()
                .flatten()
                .find(|entry| Some(&entry.meant) == *agreed),
            None => None,
        };
        let same = meant.here == meant.there;
        let value = value.or_else(|| match same {
            true => written(|entry| &entry.value),
            false => changed.map(|entry| entry.value.clone()),
        });
        let entry = KeyValue {
            value: value.unwrap_or_else(|| some.value.clone()),
            remark: remarks(&entries.map(|entry| entry.map_or("", |entry| &entry.remark)), ""),
            key: written(|entry| &entry.key).unwrap_or_else(|| some.key.clone()),
            lead,
            name: some.name.clone(),
            meant: some.meant.clone(),
        };
        self.gap(entry.lead.gap);
        self.text(&entry.lines());
    }

    /// Blueprint of one decision that are in dispute.
    fn open(&mut self, fields: Blueprint, key: String, entries: &[(&str, Versions<Option<&KeyValue>>)]) {
        let facet = |(name, entries): &(&str, Versions<Option<&KeyValue>>)| Facet {
            name: (*name).to_owned(),
            codes: fields.find(name).map_or(&[], |field| field.codes),
            values: entries.map(|entry| entry.map(|entry| short(entry.value.trim_matches('"')))),
        };
        let facets = entries.iter().map(facet).collect();
        let lines = |side: fn(&Versions<Option<&KeyValue>>) -> Option<String>| -> String {
            entries.iter().filter_map(|(_, entries)| side(entries)).collect()
        };
        let sides = [
            lines(|entries| entries.here.map(KeyValue::lines)),
            lines(|entries| entries.there.map(KeyValue::lines)),
        ];
        self.dispute(key, Contention::Values(facets), sides);
    }

    fn below(&mut self, fields: Blueprint, sections: &Versions<Option<&Chapter>>, path: &str) {
        let nameless = nameless(sections);
        let lists = sections.map(|section| section.map_or(&[][..], |section| &section.below));
        let ids = lists.map(|list| {
            let mut ids = self::ids(list, |section| nameless.id(section));
            let mut seen = BTreeSet::new();
            ids.retain(|id| seen.insert(id.clone()));
            ids
        });
        let is_kept = |id: &Id| match id.name() {
            Some(name) => {
                let parts = lists.map(|list| nameless.parts(list, name));
                let is_unchanged = |side: &[&Chapter]| is_same(&parts.base, side);
                match (parts.here.is_empty(), parts.there.is_empty()) {
                    (false, false) => true,
                    (false, true) => parts.base.is_empty() || !is_unchanged(&parts.here),
                    (true, false) => parts.base.is_empty() || !is_unchanged(&parts.there),
                    (true, true) => false,
                }
            }
            None => stands(&ids, id),
        };
        for id in order::merged(&ids, &is_kept, Ord::cmp) {
            let Some(name) = id.name() else {
                let notes = lists.map(|list| note(list, &id));
                self.note(&notes);
                continue;
            };
            let parts = lists.map(|list| nameless.parts(list, name));
            self.parts(fields, &parts, path);
        }
    }

    /// A table below another, or all of a list whose parts have no name.
    fn parts(&mut self, fields: Blueprint, parts: &Versions<Vec<&Chapter>>, path: &str) {
        let sides = [&parts.here, &parts.there];
        let Some(first) = sides.into_iter().flatten().next() else {
            return;
        };
        let own = fields.within(&first.name);
        let way = joined(path, &place(first));
        let one = parts.map(|parts| parts.first().copied());
        if let (Some(here), Some(there)) = (one.here, one.there)
            && one.base.is_none()
            && is_numbered(here)
            && !here.says_same(there)
        {
            // Two people gave the next number to a part each.
            self.gap(first.lead.gap);
            let facets = apart(own, [here, there]);
            return self.dispute(way, Contention::Apart(facets), sides.map(|side| lines(side)));
        }
        // A part of a list that nothing names may be another part on the other side, also where it is the only one.
        let is_known = !first.is_many || place(first) != first.name;
        let is_one = parts.each().iter().all(|parts| parts.len() <= 1);
        if is_known && is_one && one.here.is_some() && one.there.is_some() {
            let lead = lead(&one.map(|section| section.map(|section| &section.lead)));
            self.gap(lead.gap);
            let heading = chosen(&one.map(|section| section.map(|section| &section.heading)));
            self.text(&(lead.remarks + &heading.unwrap_or_else(|| first.heading.clone())));
            return self.section(own, &one, &way);
        }
        self.gap(first.lead.gap);
        let is_agreed = Versions {
            base: is_same(&parts.base, &parts.base),
            here: is_same(&parts.base, &parts.here),
            there: is_same(&parts.base, &parts.there),
        };
        let lines = sides.map(|side| lines(side));
        match (parts.here.is_empty(), parts.there.is_empty()) {
            (false, false) if is_same(&parts.here, &parts.there) || is_agreed.there => self.text(&lines[0]),
            (false, false) if is_agreed.here => self.text(&lines[1]),
            (false, true) if parts.base.is_empty() => self.text(&lines[0]),
            (true, false) if parts.base.is_empty() => self.text(&lines[1]),
            (false, false) => self.dispute(way, Contention::List, lines),
            (is_gone_here, _) => {
                let changed = changes(
                    own,
                    one.base,
                    if is_gone_here { one.there } else { one.here },
                    is_gone_here,
                );
                let matter = match is_gone_here {
                    true => Contention::RemovedHere(changed),
                    false => Contention::RemovedThere(changed),
                };
                self.dispute(way, matter, lines);
            }
        }
    }

    fn note(&mut self, notes: &Versions<Option<&Remark>>) {
        if let Some(note) = notes.here.or(notes.there) {
            self.gap(note.lead.gap);
            self.text(&note.lead.remarks);
        }
    }
}

/// The fields of a table that are in dispute, those of one decision together, in the declared order.
fn open<'n>(
    fields: Blueprint,
    sections: &Versions<Option<&Chapter>>,
    names: &[&'n str],
) -> Vec<Vec<&'n str>> {
    let entry = |name: &str| sections.map(|section| section.and_then(|section| section.entry(name)));
    let decision = |name: &str| fields.find(name).and_then(|field| field.decision);
    let values = sections.map(|section| {
        let entry = |name: &&str| section.and_then(|section| section.entry(name));
        let meant = |name| entry(name).map(|entry| &entry.meant);
        names.iter().map(meant).collect::<Vec<_>>()
    });
    // A part that is new on both sides is in dispute in everything that differs.
    let is_new = sections.base.is_none();
    let differs = |at: &usize| values.here[*at] != values.there[*at];
    let mut open = match is_new {
        true => (0..names.len()).filter(differs).collect(),
        false => contested(&values, |at| decision(names[at])),
    };
    open.retain(|at| is_new || list(fields, &entry(names[*at])).is_none());
    let mut open: Vec<&str> = open.into_iter().map(|at| names[at]).collect();
    open.sort_by_key(|name| fields.rank(name));
    let mut groups: Vec<Vec<&str>> = Vec::new();
    for name in open {
        let is_own =
            |group: &&mut Vec<&str>| decision(name).is_some() && decision(group[0]) == decision(name);
        match groups.iter_mut().find(is_own) {
            Some(group) => group.push(name),
            None => groups.push(vec![name]),
        }
    }
    groups
}

/// What stands at one place of a sequence: a field or table by its name, or a remark by its words and how many of the same
/// stood before it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Id {
    Part(String),
    Remark(String, usize),
}

impl Id {
    fn name(&self) -> Option<&str> {
        match self {
            Id::Part(name) => Some(name),
            Id::Remark(..) => None,
        }
    }
}

fn ids<'p, T>(parts: &'p [Among<T>], name: impl Fn(&T) -> String) -> Vec<Id> {
    let mut seen: HashMap<&'p str, usize> = HashMap::new();
    let id = |part: &'p Among<T>| match part {
        Among::Part(part) => Id::Part(name(part)),
        Among::Remark(note) => {
            let count = seen.entry(&note.lead.remarks).or_default();
            *count += 1;
            Id::Remark(note.lead.remarks.clone(), *count)
        }
    };
    parts.iter().map(id).collect()
}

/// The remark that an id stands for.
fn note<'p, T>(parts: &'p [Among<T>], id: &Id) -> Option<&'p Remark> {
    let Id::Remark(words, _) = id else {
        return None;
    };
    parts.iter().find_map(|part| match part {
        Among::Remark(note) if note.lead.remarks == *words => Some(note),
        _ => None,
    })
}

/// Whether a remark stays: nobody took it out.
fn stands(ids: &Versions<Vec<Id>>, id: &Id) -> bool {
    ids.map(|ids| ids.contains(id)).agreed() == Some(&true)
}

fn joined(path: &str, name: &str) -> String {
    match path {
        "" => name.to_owned(),
        path => format!("{path}.{name}"),
    }
}

/// What becomes of the blank lines and remarks above a part. Where both wrote a remark, both stay.
fn lead(leads: &Versions<Option<&Lead>>) -> Lead {
    let gaps = leads.map(|lead| lead.map(|lead| lead.gap));
    let widest = gaps.here.max(gaps.there);
    let gap = gaps.agreed().copied().flatten().or(widest).unwrap_or_default();
    let remarks = remarks(&leads.map(|lead| lead.map_or("", |lead| &lead.remarks)), "");
    Lead { gap, remarks }
}

/// The remarks that become of two changes; where both changed them, both stay.
fn remarks(texts: &Versions<&str>, between: &str) -> String {
    match texts.agreed() {
        Some(agreed) => (*agreed).to_owned(),
        None => {
            let mut both = [texts.here, texts.there];
            both.sort_unstable();
            both.join(between)
        }
    }
}

/// One way of writing what both mean alike.
fn chosen(texts: &Versions<Option<&String>>) -> Option<String> {
    let sides = || [texts.here, texts.there].into_iter().flatten();
    let agreed = texts.agreed().copied().flatten();
    agreed.or_else(|| sides().min()).cloned()
}

/// The list of ids or codes that two changes make together; `None` where it is none, or only one changed it.
fn list(fields: Blueprint, entries: &Versions<Option<&KeyValue>>) -> Option<String> {
    const KINDS: [&str; 2] = ["id", "code"];
    let (here, there) = entries.here.zip(entries.there)?;
    let field = fields.find(&here.name)?;
    let is_open = entries
        .map(|entry| entry.map(|entry| &entry.meant))
        .agreed()
        .is_none();
    if !is_open || !field.many || field.decision.is_some() || !KINDS.contains(&field.kind) {
        return None;
    }
    let codes = |entry: &'_ KeyValue| -> Option<Vec<String>> {
        let array = entry.meant.get(&entry.name)?.as_array()?;
        array.iter().map(|code| Some(code.as_str()?.to_owned())).collect()
    };
    let lists = Versions {
        base: entries.base.map_or(Some(Vec::new()), codes)?,
        here: codes(here)?,
        there: codes(there)?,
    };
    let lists = lists.map(|list| list.iter().map(String::as_str).collect());
    let codes = united(&lists)
        .into_iter()
        .map(|code| toml::Value::from(code).to_string());
    Some(format!("[{}]", codes.collect::<Vec<_>>().join(", ")))
}

fn is_same(one: &[&Chapter], other: &[&Chapter]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.says_same(other))
}

/// The lines of tables that stand behind each other, without the blank lines above the first.
fn lines(sections: &[&Chapter]) -> String {
    let lines = sections.iter().enumerate();
    let lines = lines.map(|(at, section)| match at {
        0 => section.lines(),
        _ => section.lead.blank() + &section.lines(),
    });
    lines.collect()
}

/// Whether a part of a list is told from the others by a number that nobody chose.
fn is_numbered(section: &Chapter) -> bool {
    let key = section.entry("key").filter(|_| section.is_many);
    key.is_some_and(|key| numbered(key.value.trim_matches('"')).is_some())
}

/// The fields in which two parts differ that both are new.
fn apart(fields: Blueprint, sides: [&Chapter; 2]) -> Vec<Facet> {
    let names: BTreeSet<&str> = sides
        .into_iter()
        .flat_map(|side| side.entries().map(|entry| &*entry.name))
        .collect();
    let value =
        |side: &Chapter, name: &str| side.entry(name).map(|entry| short(entry.value.trim_matches('"')));
    let facet = |name: &str| {
        let [here, there] = sides.map(|side| value(side, name));
        let values = Versions {
            base: None,
            here,
            there,
        };
        let codes = fields.find(name).map_or(&[][..], |field| field.codes);
        let name = name.to_owned();
        Facet { name, codes, values }
    };
    let facets = names.into_iter().map(facet);
    facets
        .filter(|facet| facet.values.here != facet.values.there)
        .collect()
}

/// The fields of a table that are another than before.
fn changes(fields: Blueprint, base: Option<&Chapter>, side: Option<&Chapter>, is_there: bool) -> Vec<Facet> {
    let (Some(base), Some(side)) = (base, side) else {
        return Vec::new();
    };
    let names: BTreeSet<&str> = base
        .entries()
        .chain(side.entries())
        .map(|entry| &*entry.name)
        .collect();
    let value = |section: &Chapter, name: &str| {
        section
            .entry(name)
            .map(|entry| short(entry.value.trim_matches('"')))
    };
    let facet = |name: &str| {
        let (base, side) = (value(base, name), value(side, name));
        let (here, there) = if is_there { (None, side) } else { (side, None) };
        Facet {
            name: name.to_owned(),
            codes: fields.find(name).map_or(&[], |field| field.codes),
            values: Versions { base, here, there },
        }
    };
    let facets = names.into_iter().map(facet);
    facets
        .filter(|facet| {
            facet.values.here.as_ref().or(facet.values.there.as_ref()) != facet.values.base.as_ref()
        })
        .collect()
}
