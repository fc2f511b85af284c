//! Nothing is recorded for nobody: of each column, and of each key of a document and a rule, another value makes some
//! report another one.
//!
//! In a copy of an office all values of one column or key are emptied, changed or given to each other; a report that
//! is printed without complaint and differs has read them. What no report reads stands in `unread` with its reason.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../office/mod.rs"]
mod office;
mod unread;

use bina::inquiry::KINDS;
use bina::records::TABLES;
use bina::records::document::FieldInfo;
use bina::records::word::Code;
use bina::rules::Rules;
use bina::schema::DOCUMENTS;
use office::{Office, Tree};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use toml::{Table, Value};
use unread::UNREAD;

/// Offices that keep every table between them.
const OFFICES: [&str; 3] = ["data", "examples/belawan", "examples/aceh"];

/// The columns that say how answers are filed, not what they say.
const FILED: [&str; 3] = ["date", "batch", "wave"];

/// Something that is declared: where it lies in the files, and what may be done to its values.
#[derive(Clone)]
enum Declared {
    /// A column: the folder or file of its table, its name, and the codes that may stand there.
    Column(String, String, Codes),
    /// A key of documents: the folder or file, the path to it, and the codes that may stand there.
    Key(String, Vec<String>, Codes),
}

/// The codes of a closed list; none where anything may stand.
type Codes = &'static [Code];

/// What is done to the values.
#[derive(Clone, Copy)]
enum Change {
    Empty,
    Swap,
    Alter,
    Lower,
}

const CHANGES: [Change; 4] = [Change::Empty, Change::Swap, Change::Alter, Change::Lower];

/// Everything that is declared, by name; also the columns of answers, which questionnaires declare.
fn declared(copies: &[Copy]) -> BTreeMap<String, Declared> {
    let mut out = BTreeMap::new();
    let files = copies.iter().flat_map(|copy| &copy.tree);
    for (name, bytes) in files.filter(|(name, _)| name.starts_with("responses/")) {
        let (folder, _) = name.rsplit_once('/').unwrap();
        let text = std::str::from_utf8(bytes).unwrap();
        let columns = text.lines().next().unwrap_or_default().split(',');
        for column in columns.filter(|column| !FILED.contains(column)) {
            let what = Declared::Column(folder.to_owned(), column.to_owned(), &[]);
            out.insert(format!("{folder}.{column}"), what);
        }
    }
    for table in TABLES {
        // A key tells rows apart: who reads the row reads it.
        for column in table.columns.iter().filter(|column| !column.key) {
            let what = Declared::Column(
                table.path.trim_end_matches(".csv").to_owned(),
                column.name.to_string(),
                column.kind.codes(),
            );
            out.insert(format!("{}.{}", table.name, column.name), what);
        }
    }
    for kind in DOCUMENTS {
        let place = kind.path.split(['/', '.']).next().unwrap().to_owned();
        keys(kind.name, &place, &mut Vec::new(), (kind.fields)(), &mut out);
    }
    for rule in Rules::NAMES {
        let (name, place) = (format!("rules/{rule}"), format!("rules/{rule}.toml"));
        keys(
            &name,
            &place,
            &mut vec!["edition".to_owned()],
            Rules::fields(rule),
            &mut out,
        );
    }
    out
}

/// The keys of a document and of the tables in it.
fn keys(
    name: &str,
    place: &str,
    path: &mut Vec<String>,
    fields: &[FieldInfo],
    out: &mut BTreeMap<String, Declared>,
) {
    for field in fields {
        path.push(field.name.to_owned());
        match field.nested {
            Some(nested) => keys(name, place, path, nested(), out),
            None => {
                _ = out.insert(
                    format!("{name}.{}", path.join(".")),
                    Declared::Key(place.to_owned(), path.clone(), field.codes),
                )
            }
        }
        path.pop();
    }
}

impl Declared {
    /// The files of an office with the values changed; nothing where that leaves them as they were.
    fn changed(&self, tree: &Tree, change: Change) -> Tree {
        let (Declared::Column(place, ..) | Declared::Key(place, ..)) = self;
        let own = tree.iter().filter(|(name, _)| {
            let rest = name.strip_prefix(place.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
        });
        let own = own.map(|(name, bytes)| (name, std::str::from_utf8(bytes).unwrap()));
        let changed: Vec<(&String, Option<String>)> = match self {
            Declared::Column(_, column, codes) => {
                let own = own.filter(|(name, _)| name.ends_with(".csv"));
                own.map(|(name, text)| (name, csv_changed(text, column, (change, codes))))
                    .collect()
            }
            Declared::Key(_, path, codes) => {
                let own = own.filter(|(name, _)| name.ends_with(".toml"));
                let own: Vec<(&String, Table)> =
                    own.map(|(name, text)| (name, text.parse().unwrap())).collect();
                let mut values = Vec::new();
                own.iter().for_each(|(_, table)| gather(table, path, &mut values));
                let mut next = values.iter().cycle().skip(1).cloned();
                let own = own.into_iter();
                own.map(|(name, table)| (name, toml_changed(table, path, (change, codes), &mut next)))
                    .collect()
            }
        };
        let changed = changed
            .into_iter()
            .filter_map(|(name, text)| Some((name.clone(), text?.into_bytes())));
        changed.collect()
    }
}

fn csv_changed(text: &str, column: &str, (change, codes): (Change, Codes)) -> Option<String> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().unwrap().clone();
    let at = head.iter().position(|name| name == column)?;
    let rows = reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect());
    let rows: Vec<Vec<String>> = rows.collect();
    let known: Vec<usize> = (0..rows.len()).filter(|&row| !rows[row][at].is_empty()).collect();
    let mut new = rows.clone();
    for (place, &row) in known.iter().enumerate() {
        let next = &rows[known[(place + 1) % known.len()]][at];
        new[row][at] = match change {
            Change::Empty => String::new(),
            Change::Swap => next.clone(),
            Change::Alter | Change::Lower => altered(&rows[row][at], (change, codes)),
        };
    }
    if new == rows {
        return None;
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&head).unwrap();
    new.iter().for_each(|row| writer.write_record(row).unwrap());
    Some(String::from_utf8(writer.into_inner().unwrap()).unwrap())
}

/// Another value of the same kind, as far as one can tell.
fn altered(text: &str, (change, codes): (Change, Codes)) -> String {
    let step = if matches!(change, Change::Lower) { -1 } else { 1 };
    if let Some(at) = codes.iter().position(|code| code.name == text) {
        let other = at as i64 + step;
        return codes[other.rem_euclid(codes.len() as i64) as usize]
            .name
            .to_owned();
    }
    if let Ok(number) = text.parse::<i64>() {
        return (number + step).to_string();
    }
    if let Ok(number) = text.parse::<f64>() {
        return format!("{:.2}", number + step as f64 / 4.0);
    }
    if let Some(day) = bina::records::time::Day::parse(text) {
        return day.plus(370 * step as i32).to_string();
    }
    match (text, change) {
        ("yes", _) => "no".to_owned(),
        ("no", _) => "yes".to_owned(),
        (_, Change::Alter) => format!("{text}x"),
        _ => format!("{text} x"),
    }
}

fn toml_changed(
    old: Table,
    path: &[String],
    how: (Change, Codes),
    next: &mut impl Iterator<Item = Value>,
) -> Option<String> {
    let mut table = old.clone();
    change_values(&mut table, path, how, next);
    (table != old).then(|| toml::to_string(&table).unwrap())
}

/// The values of a key, in their order.
fn gather(table: &Table, path: &[String], out: &mut Vec<Value>) {
    let Some(value) = table.get(&path[0]) else { return };
    match (value, &path[1..]) {
        (value, []) => out.push(value.clone()),
        (Value::Table(inner), rest) => gather(inner, rest, out),
        (Value::Array(each), rest) => each
            .iter()
            .filter_map(Value::as_table)
            .for_each(|one| gather(one, rest, out)),
        _ => {}
    }
}

fn change_values(
    table: &mut Table,
    path: &[String],
    how: (Change, Codes),
    next: &mut impl Iterator<Item = Value>,
) {
    let Some(value) = table.get_mut(&path[0]) else {
        return;
    };
    match (value, &path[1..]) {
        (value, []) => match how.0 {
            Change::Empty => _ = table.remove(&path[0]),
            Change::Swap => *value = next.next().unwrap(),
            Change::Alter | Change::Lower => alter(value, how),
        },
        (Value::Table(inner), rest) => change_values(inner, rest, how, next),
        (Value::Array(each), rest) => {
            let tables = each.iter_mut().filter_map(Value::as_table_mut);
            tables.for_each(|one| change_values(one, rest, how, next));
        }
        _ => {}
    }
}

fn alter(value: &mut Value, how: (Change, Codes)) {
    let step = if matches!(how.0, Change::Lower) { -1 } else { 1 };
    match value {
        Value::String(text) => *text = altered(text, how),
        Value::Integer(number) => *number += step,
        Value::Float(number) => *number += step as f64 / 4.0,
        Value::Boolean(is) => *is = !*is,
        Value::Datetime(day) => {
            let other = altered(&day.to_string(), how);
            *day = other.parse().unwrap();
        }
        Value::Array(each) if step > 0 => _ = each.pop(),
        Value::Array(each) => each.iter_mut().for_each(|one| alter(one, how)),
        Value::Table(_) => {}
    }
}

/// A copy of an office.
struct Copy {
    office: Office,
    tree: Tree,
}

impl Copy {
    fn of(name: &str) -> Copy {
        let office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join(name));
        let tree = office.tree();
        Copy { office, tree }
    }

    #[allow(clippy::disallowed_methods, reason = "somebody edits files by hand")]
    fn put(&self, files: &Tree) {
        for (name, bytes) in files {
            fs::write(self.office.root().join(name), bytes).unwrap();
        }
    }

    /// What a report prints; nothing where it refuses.
    fn report(&mut self, args: &[String]) -> Option<String> {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let said = self.office.run(&args, "");
        (said.status == 0).then_some(said.stdout)
    }

    /// The programme that the first answer of alumni or supervisors is about, where there is one.
    fn applied(&self) -> Option<&str> {
        let answers = self
            .tree
            .iter()
            .filter(|(name, _)| name.starts_with("responses/"));
        let mut texts = answers.map(|(_, bytes)| std::str::from_utf8(bytes).unwrap());
        let own = texts.find(|text| text.starts_with("date,batch,training,instructor,rater,role,"))?;
        own.lines().nth(1)?.split(',').nth(2)
    }

    /// The arguments of the reports about the office, the programmes that most is known of, and some people.
    fn asked(&self) -> Vec<Vec<String>> {
        let kinds = KINDS.iter().filter(|kind| !kind.needs_subject());
        let mut subjects: Vec<(&str, &str)> = kinds.map(|kind| (kind.name, "")).collect();
        let documents = self
            .tree
            .iter()
            .filter(|(name, _)| name.starts_with("trainings/"));
        let mut documents: Vec<_> = documents
            .filter(|(name, _)| ***name < *"trainings/2026-10/~")
            .collect();
        documents.sort_by_key(|(_, bytes)| std::cmp::Reverse(bytes.len()));
        let ids = documents.iter().take(2).map(|(name, _)| {
            let id = name.trim_start_matches("trainings/");
            id.trim_end_matches(".toml")
        });
        subjects.extend(ids.chain(self.applied()).map(|id| ("training", id)));
        let staff = std::str::from_utf8(&self.tree["staff.csv"]).unwrap();
        let people = staff.lines().skip(1).step_by(11).take(3);
        subjects.extend(people.map(|line| ("staff", line.split(',').next().unwrap())));
        let asked = subjects.into_iter().map(|(kind, about)| {
            let args = ["report", kind, "--month", "2026-10", "-O", "json", about];
            let given = args.iter().filter(|arg| !arg.is_empty());
            given.map(|arg| (*arg).to_owned()).collect()
        });
        asked.collect()
    }
}

/// A report of an office, as it is and as it is printed once something was changed.
struct Reader {
    office: usize,
    args: Vec<String>,
    printed: Option<String>,
}

impl Reader {
    /// Whether the report reads what is declared.
    fn reads(&mut self, copy: &mut Copy, what: &Declared) -> bool {
        let before = self
            .printed
            .get_or_insert_with(|| copy.report(&self.args).unwrap());
        CHANGES.into_iter().any(|change| {
            let files = what.changed(&copy.tree, change);
            if files.is_empty() {
                return false;
            }
            copy.put(&files);
            let now = copy.report(&self.args);
            let old = files.keys().map(|name| (name.clone(), copy.tree[name].clone()));
            copy.put(&old.collect());
            now.is_some_and(|now| now != *before)
        })
    }
}

/// Whether a name is listed as `known`.
fn is_listed(known: &str, name: &str) -> bool {
    match (known.starts_with('.'), known.ends_with(['.', '/'])) {
        (true, _) => name.ends_with(known),
        (_, true) => name.starts_with(known),
        _ => name == known,
    }
}

#[test]
fn every_column_and_key_reaches_a_reader() {
    let mut copies = OFFICES.map(Copy::of);
    let mut readers = Vec::new();
    for (office, copy) in copies.iter().enumerate() {
        readers.extend(copy.asked().into_iter().map(|args| Reader {
            office,
            args,
            printed: None,
        }));
    }
    let mut unread = Vec::new();
    for (name, what) in declared(&copies) {
        if UNREAD.iter().any(|(known, _)| is_listed(known, &name)) {
            continue;
        }
        let found = (0..readers.len()).find(|&at| {
            let reader = &mut readers[at];
            reader.reads(&mut copies[reader.office], &what)
        });
        match found {
            // Who read this will read the next of its kind too.
            Some(at) => readers[..=at].rotate_right(1),
            None => unread.push(name),
        }
    }
    assert!(unread.is_empty(), "no report reads\n{}", unread.join("\n"));
}

#[test]
fn what_is_listed_as_unread_is_declared() {
    let declared = declared(&OFFICES.map(Copy::of));
    for (known, _) in UNREAD {
        let mut names = declared.keys();
        assert!(
            names.any(|name| is_listed(known, name)),
            "{known} is declared no more: take it from the list"
        );
    }
}
