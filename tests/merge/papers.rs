//! Pairs of changes made at random to every kind of document, against both made at one desk.

use super::pairs::Dice;
use super::{asked, turned};
use bina::files::document::{DocumentText, Literal};
use bina::merge::{Versions, merge, subject};
use bina::records::document::FieldInfo;
use bina::rules::Rules;
use bina::schema::DOCUMENTS;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use toml::Value;

/// How many pairs a document.
const PAIRS: usize = 8;

/// By what the parts of a list are told apart; nobody changes these here.
const NAMES: [&str; 8] = [
    "key",
    "code",
    "since",
    "in_force_from",
    "on",
    "group",
    "from",
    "title",
];

/// Where a value stands in a document: names of fields, and numbers of parts of lists.
type Place = Vec<String>;

/// Something that somebody does to a document.
#[derive(Clone, Debug, PartialEq)]
enum Edit {
    Set(Place, String, Literal),
    Remove(Place, String),
    AddCode(Place, String, String),
    Append(String, Vec<(String, Literal)>),
}

/// The documents of the example office, a few of each kind, with their fields.
fn documents() -> Vec<(String, String, &'static [FieldInfo])> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let text = |name: &str| fs::read_to_string(root.join(name)).unwrap();
    let mut out = Vec::new();
    for kind in DOCUMENTS {
        let folder = kind.path.split('/').next().unwrap();
        let names: Vec<String> = match folder.ends_with(".toml") {
            true => vec![folder.to_owned()],
            false => below(&root, folder),
        };
        let step = (names.len() / 12).max(1);
        out.extend(
            names
                .iter()
                .step_by(step)
                .map(|name| (name.clone(), text(name), (kind.fields)())),
        );
    }
    out.extend(Rules::NAMES.iter().map(|rule| {
        let name = format!("rules/{rule}.toml");
        (name.clone(), text(&name), Rules::fields(rule))
    }));
    out
}

fn below(root: &Path, folder: &str) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root.join(folder)).unwrap() {
        let name = format!("{folder}/{}", entry.unwrap().file_name().to_str().unwrap());
        match root.join(&name).is_dir() {
            true => names.extend(below(root, &name)),
            false if name.ends_with(".toml") => names.push(name),
            false => {}
        }
    }
    names.sort();
    names
}

/// Every plain value of a document, with its place and what is declared of it.
fn leaves(
    table: &toml::Table,
    fields: &'static [FieldInfo],
    place: &Place,
    out: &mut Vec<(Place, String, Value, Option<&'static FieldInfo>)>,
) {
    for (name, value) in table {
        let field = fields.iter().find(|field| field.name == name);
        let nested = field
            .and_then(|field| field.nested)
            .map_or(fields, |nested| nested());
        let inside = |more: &[String]| [place, std::slice::from_ref(name), more].concat();
        match value {
            Value::Table(inner) => leaves(inner, nested, &inside(&[]), out),
            Value::Array(parts) if parts.iter().any(Value::is_table) => {
                for (at, part) in parts.iter().enumerate() {
                    leaves(part.as_table().unwrap(), nested, &inside(&[at.to_string()]), out);
                }
            }
            _ if NAMES.contains(&&**name) => {}
            value => out.push((place.clone(), name.clone(), value.clone(), field)),
        }
    }
}

fn edits(document: &toml::Table, fields: &'static [FieldInfo], dice: &mut Dice) -> Vec<Edit> {
    let mut all = Vec::new();
    leaves(document, fields, &Place::new(), &mut all);
    let mut edits = Vec::new();
    let mut touched = BTreeSet::new();
    for _ in 0..1 + dice.below(3) {
        if dice.below(5) == 0 {
            edits.extend(append(document, dice));
            continue;
        }
        let (place, name, value, field) = all[dice.below(all.len())].clone();
        if !touched.insert((place.clone(), name.clone())) {
            continue;
        }
        let number = dice.below(3);
        let is_list = field.is_some_and(|field| field.many && ["id", "code"].contains(&field.kind));
        let new = match &value {
            Value::Array(codes) if is_list && codes.iter().all(Value::is_str) => {
                edits.push(Edit::AddCode(place, name, format!("kode-{number}")));
                continue;
            }
            _ if dice.below(6) == 0 => {
                edits.push(Edit::Remove(place, name));
                continue;
            }
            Value::String(text) => Literal::Text(format!("{text} # {number}")),
            Value::Integer(old) => Literal::Bare((old + 1 + number as i64).to_string()),
            Value::Float(old) => Literal::Bare(format!("{:.3}", old + 1.0 + number as f64)),
            Value::Boolean(old) => Literal::Bare((!old).to_string()),
            Value::Datetime(_) => Literal::Bare(format!("2030-01-0{}", number + 1)),
            _ => Literal::List(vec![Literal::Bare(number.to_string())]),
        };
        edits.push(Edit::Set(place, name, new));
    }
    edits
}

/// A new part of a list of the document, like its first.
fn append(document: &toml::Table, dice: &mut Dice) -> Option<Edit> {
    let lists = document
        .iter()
        .filter_map(|(name, value)| Some((name, value.as_array()?)));
    let lists: Vec<_> = lists
        .filter_map(|(name, parts)| Some((name, parts.first()?.as_table()?)))
        .collect();
    let (name, first) = lists.get(dice.below(lists.len().max(1)))?;
    let key = ["key", "code"].into_iter().find(|key| first.contains_key(*key))?;
    let mut entries = vec![(key.to_owned(), Literal::Text(format!("baru-{}", dice.below(4))))];
    let texts = first
        .iter()
        .filter(|(name, value)| *name != key && value.is_str());
    entries.extend(texts.map(|(name, _)| (name.clone(), Literal::Text("baru".to_owned()))));
    Some(Edit::Append((*name).clone(), entries))
}

/// Does something; `None` where it contradicts what was done.
fn apply(text: &str, edit: &Edit) -> Option<String> {
    let mut document = DocumentText::parse(text).unwrap();
    let path = |place: &'_ Place, name: &'_ String| [place.clone(), vec![name.clone()]].concat();
    let whole: toml::Table = text.parse().unwrap();
    match edit {
        Edit::Set(place, name, value) => {
            let path = path(place, name);
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            document.set(&path, value, &[]).unwrap();
        }
        Edit::Remove(place, name) => {
            let path = path(place, name);
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            document.remove(&path).unwrap();
        }
        Edit::AddCode(place, name, code) => {
            let path = path(place, name);
            let mut codes: Vec<String> = codes(&whole, &path);
            if !codes.contains(code) {
                codes.push(code.clone());
            }
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            let codes = codes.into_iter().map(Literal::Text).collect();
            document.set(&path, &Literal::List(codes), &[]).unwrap();
        }
        Edit::Append(name, entries) => {
            let parts = whole
                .get(name)
                .and_then(Value::as_array)
                .cloned()
                .unwrap_or_default();
            let (key, Literal::Text(new)) = &entries[0] else {
                return None;
            };
            let is_it = |part: &&Value| part.get(key).and_then(Value::as_str) == Some(new);
            match parts.iter().find(is_it) {
                Some(_) => return Some(text.to_owned()),
                None => {
                    let entries: Vec<(&str, Literal)> = entries
                        .iter()
                        .map(|(name, value)| (&**name, value.clone()))
                        .collect();
                    document.append(name, &entries, &[]).unwrap();
                }
            }
        }
    }
    Some(document.text().to_owned())
}

fn codes(whole: &toml::Table, path: &[String]) -> Vec<String> {
    let mut value = Value::Table(whole.clone());
    for step in path {
        value = match (value, step.parse::<usize>()) {
            (Value::Array(mut parts), Ok(at)) => parts.swap_remove(at),
            (Value::Table(mut table), _) => table.remove(step).unwrap(),
            _ => return Vec::new(),
        };
    }
    let codes = value.as_array().cloned().unwrap_or_default();
    codes
        .iter()
        .filter_map(|code| code.as_str().map(str::to_owned))
        .collect()
}

fn desk(text: &str, edits: [&[Edit]; 2]) -> Option<String> {
    edits
        .concat()
        .iter()
        .try_fold(text.to_owned(), |text, edit| apply(&text, edit))
}

/// What a document says, whatever the order of the parts of its lists and of its codes.
fn meaning(value: Value) -> Value {
    match value {
        Value::Table(table) => Value::Table(
            table
                .into_iter()
                .map(|(name, value)| (name, meaning(value)))
                .collect(),
        ),
        Value::Array(parts) => {
            let mut parts: Vec<Value> = parts.into_iter().map(meaning).collect();
            parts.sort_by_key(ToString::to_string);
            Value::Array(parts)
        }
        value => value,
    }
}

/// The lists on the way to a place whose parts have no names of their own: each is one value.
fn nameless(document: &toml::Table, place: &Place) -> Option<Place> {
    let mut value = Value::Table(document.clone());
    for (depth, step) in place.iter().enumerate() {
        value = match (value, step.parse::<usize>()) {
            (Value::Array(parts), Ok(at)) => {
                let is_told_apart = |names: &[&str]| {
                    let name = |part: &Value| {
                        names
                            .iter()
                            .map(|name| part.get(*name).map(ToString::to_string))
                            .collect::<Vec<_>>()
                    };
                    let all: BTreeSet<_> = parts.iter().map(name).collect();
                    all.len() == parts.len() && all.iter().all(|name| name[0].is_some())
                };
                let names: [&[&str]; 7] = [
                    &["key"],
                    &["code"],
                    &["since"],
                    &["in_force_from"],
                    &["on"],
                    &["group", "from"],
                    &["title"],
                ];
                if !names.into_iter().any(is_told_apart) {
                    return Some(place[..depth].to_vec());
                }
                parts.into_iter().nth(at)?
            }
            (Value::Table(mut table), _) => table.remove(step)?,
            _ => return None,
        };
    }
    None
}

/// Whether two people each decided a part of one thing: fields of one decision, or a list whose parts have no names.
fn is_split(document: &toml::Table, fields: &'static [FieldInfo], here: &[Edit], there: &[Edit]) -> bool {
    let mut all = Vec::new();
    leaves(document, fields, &Place::new(), &mut all);
    let decides = |edits: &[Edit]| {
        let mut decided: BTreeMap<(Place, &str), Vec<Edit>> = BTreeMap::new();
        for edit in edits {
            let (Edit::Set(place, name, _) | Edit::Remove(place, name) | Edit::AddCode(place, name, _)) =
                edit
            else {
                continue;
            };
            let field = all
                .iter()
                .find(|leaf| leaf.0 == *place && leaf.1 == *name)
                .and_then(|leaf| leaf.3);
            if let Some(list) = nameless(document, place) {
                decided.entry((list, "list")).or_default().push(edit.clone());
            } else if let Some(decision) = field.and_then(|field| field.decision) {
                decided
                    .entry((place.clone(), decision))
                    .or_default()
                    .push(edit.clone());
            }
        }
        decided
    };
    let (here, there) = (decides(here), decides(there));
    let sorted = |edits: &Vec<Edit>| {
        edits
            .iter()
            .map(|edit| format!("{edit:?}"))
            .collect::<BTreeSet<_>>()
    };
    here.iter().any(|(what, edits)| {
        there
            .get(what)
            .is_some_and(|others| sorted(others) != sorted(edits))
    })
}

#[test]
fn documents_changed_at_two_desks_are_those_of_one() {
    let mut dice = Dice(0xd0c5_2026);
    let (mut put_together, mut in_dispute) = (0, 0);
    for (name, base, fields) in documents() {
        let document: toml::Table = base.parse().unwrap();
        let subject = subject(&name, asked).unwrap();
        for _ in 0..PAIRS {
            let (here, there) = (
                edits(&document, fields, &mut dice),
                edits(&document, fields, &mut dice),
            );
            let (one, other) = (
                desk(&base, [&here, &there]).unwrap(),
                desk(&base, [&there, &here]).unwrap(),
            );
            let says = |text: &str| meaning(Value::Table(text.parse().unwrap()));
            let is_one = says(&one) == says(&other) && !is_split(&document, fields, &here, &there);
            let (ours, theirs) = (
                desk(&base, [&here, &[]]).unwrap(),
                desk(&base, [&there, &[]]).unwrap(),
            );
            let versions = Versions {
                base: &*base,
                here: &*ours,
                there: &*theirs,
            };
            let merged = merge(&subject, &versions).unwrap();
            let context = || {
                format!(
                    "{name}: {here:#?}\n{there:#?}\n{}",
                    merged.to_text(Default::default())
                )
            };
            match (is_one, merged.text()) {
                (true, Some(text)) => {
                    assert_eq!(says(&text), says(&one), "{}", context());
                    let remarks = |text: &str| text.matches('#').count();
                    assert_eq!(remarks(&text), remarks(&one), "{}", context());
                    put_together += 1;
                }
                (false, None) => in_dispute += 1,
                (true, None) => panic!("it is asked needlessly: {}", context()),
                (false, Some(_)) => panic!("it is put together without a word: {}", context()),
            }
            turned(&subject, &versions, &merged);
        }
    }
    assert!(
        put_together > 250 && in_dispute > 20,
        "{put_together} {in_dispute}"
    );
}
