//! Which files may lie in a record directory, and the form of a table's file.

use super::context::Context;
use super::rule::{Look, Rule};
use super::scene::File;
use super::told::Told;
use crate::diagnostic::{Findings, Origin};
use crate::files::directory::{MARKER, heading};
use crate::files::splitter::Splitter;
use crate::records::TABLES;
use crate::records::cell::{Cell, Id};
use crate::records::table::{Cut, Shape, Table};
use crate::records::time::{Month, Period};
use crate::words::problem::Problem;
use std::collections::BTreeSet;

/// The rules about files.
pub(super) const RULES: &[Rule] = &[
    Rule::warning(
        "name-unknown",
        "Setiap berkas dan folder dikenal: yang namanya keliru tidak pernah dibaca.",
        "Every file and folder is known: one with a wrong name is never read.",
        &[Look::Office(names)],
    ),
    Rule::warning(
        "not-canonical",
        "Baris terurut menurut kunci, kolom menurut urutan baku, tanda kutip hanya bila perlu.",
        "Rows are ordered by key, columns as declared, and quotes stand only where they must.",
        &[Look::File(canonical)],
    ),
];

/// Folders whose content is not a record.
const FREE: &[&str] = &["evidence/", "reports/", "imports/"];

/// Files at the top that are no records.
const BESIDE: &[&str] = &[MARKER, "README.md", "tour.md", "LICENSE"];

/// The months or periods in a folder of CSV files, by name. What is no month or period is `names`' affair.
pub(super) fn partitions(
    context: &Context<'_>,
    folder: &str,
    cut: Cut,
    findings: &mut Findings,
) -> Vec<String> {
    let list = list_or_tell(context, folder, findings);
    let stems = list.iter().filter_map(|name| name.strip_suffix(".csv"));
    stems
        .filter(|stem| is_partition(stem, cut))
        .map(str::to_owned)
        .collect()
}

/// The months that have training documents, participants or presence.
pub(super) fn programme_months(context: &Context<'_>, findings: &mut Findings) -> BTreeSet<String> {
    let mut months = BTreeSet::new();
    for folder in ["participation", "attendance"] {
        months.extend(partitions(context, folder, Cut::Month, findings));
    }
    let folders = list_or_tell(context, "trainings", findings);
    let names = folders.iter().filter_map(|name| name.strip_suffix('/'));
    months.extend(
        names
            .filter(|name| is_partition(name, Cut::Month))
            .map(str::to_owned),
    );
    months
}

fn list_or_tell(context: &Context<'_>, folder: &str, findings: &mut Findings) -> Vec<String> {
    context.directory.list(folder).unwrap_or_else(|error| {
        let reason = error.to_string();
        findings.error(context.whole(folder), Problem::Unreadable { reason });
        Vec::new()
    })
}

/// Whether a month or period touches the months from the first to the last.
pub(super) fn is_within(partition: &str, months: Option<(Month, Month)>) -> bool {
    let Some((first, last)) = months else {
        return true;
    };
    Period::parse(partition).is_none_or(|period| period.first_month() <= last && first <= period.last_month())
}

fn is_partition(stem: &str, cut: Cut) -> bool {
    match cut {
        Cut::Whole => false,
        Cut::Month => Month::parse(stem).is_some(),
        Cut::Period => Period::parse(stem).is_some(),
    }
}

fn names(context: &Context<'_>, told: &mut Told<'_>) {
    for name in list(context, "") {
        let folder = name.strip_suffix('/');
        match folder {
            _ if FREE.contains(&&*name) || BESIDE.contains(&&*name) => {}
            Some("trainings" | "forums") => by_month(context, folder.unwrap_or(""), told),
            Some("plans") => plans(context, told),
            Some("responses") => responses(context, told),
            Some("rules" | "questionnaires") => documents(context, folder.unwrap_or(""), told),
            Some(folder) => match TABLES.iter().find(|table| table.path == folder) {
                Some(table) => tables(context, folder, table.cut, told),
                None => unknown(context, &name, told),
            },
            None if TABLES.iter().any(|table| table.path == name) => {}
            None => unknown(context, &name, told),
        }
    }
}

/// `trainings/2026-10/<slug>.toml`, `forums/2026-10/<slug>.toml`
fn by_month(context: &Context<'_>, top: &str, told: &mut Told<'_>) {
    for month in list(context, top) {
        let folder = month.strip_suffix('/').unwrap_or("");
        if !is_partition(folder, Cut::Month) {
            unknown(context, &format!("{top}/{month}"), told);
            continue;
        }
        documents(context, &format!("{top}/{folder}"), told);
    }
}

/// `plans/2026.toml`
fn plans(context: &Context<'_>, told: &mut Told<'_>) {
    for name in list(context, "plans") {
        let stem = name.strip_suffix(".toml");
        if stem.and_then(year_of).is_none() {
            unknown(context, &format!("plans/{name}"), told);
        }
    }
}

/// The year of a plan's name.
pub(super) fn year_of(stem: &str) -> Option<i32> {
    let is_year = Period::parse(stem).is_some_and(|period| period.months() == 12);
    stem.parse().ok().filter(|_| is_year)
}

/// The months that have forums.
pub(super) fn forum_months(context: &Context<'_>, findings: &mut Findings) -> Vec<String> {
    let folders = list_or_tell(context, "forums", findings);
    let names = folders.iter().filter_map(|name| name.strip_suffix('/'));
    names
        .filter(|name| is_partition(name, Cut::Month))
        .map(str::to_owned)
        .collect()
}

/// `responses/<code>/2026-10.csv`, for questionnaires that exist.
fn responses(context: &Context<'_>, told: &mut Told<'_>) {
    for code in list(context, "responses") {
        let folder = code.strip_suffix('/').unwrap_or("");
        match context
            .directory
            .open_file(&format!("questionnaires/{folder}.toml"))
        {
            Ok(None) => unknown(context, &format!("responses/{code}"), told),
            _ => tables(context, &format!("responses/{folder}"), Cut::Month, told),
        }
    }
}

/// A folder of TOML documents, each named by an id.
fn documents(context: &Context<'_>, folder: &str, told: &mut Told<'_>) {
    for name in list(context, folder) {
        let is_known = name
            .strip_suffix(".toml")
            .is_some_and(|stem| Id::parse(stem).is_ok());
        if !is_known {
            unknown(context, &format!("{folder}/{name}"), told);
        }
    }
}

/// A folder of CSV files, one a month or period.
fn tables(context: &Context<'_>, folder: &str, cut: Cut, told: &mut Told<'_>) {
    for name in list(context, folder) {
        let is_known = name
            .strip_suffix(".csv")
            .is_some_and(|stem| is_partition(stem, cut));
        if !is_known {
            unknown(context, &format!("{folder}/{name}"), told);
        }
    }
}

/// The names in a folder; one that cannot be listed was told when its files were looked for.
fn list(context: &Context<'_>, folder: &str) -> Vec<String> {
    context.directory.list(folder).unwrap_or_default()
}

fn unknown(context: &Context<'_>, path: &str, told: &mut Told<'_>) {
    let name = path
        .trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or(path)
        .to_owned();
    told.at(context.whole(path), Problem::NameUnknown { name });
}

fn canonical(file: &File<'_>, context: &Context<'_>, told: &mut Told<'_>) {
    let text = context.directory.bytes(&file.name).ok().flatten();
    let text = text
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default();
    if let Some(byte) = first_deviation(file.table, &text) {
        let origin = Origin::new(told.file(), byte as u64);
        told.at(origin, Problem::NotCanonical);
    }
}

/// The byte of the first line that is not in canonical form. Line end and byte order mark are the file's own.
fn first_deviation(table: &Table, text: &str) -> Option<usize> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    if !heading(text, table).is_some_and(|binding| binding.is_canonical()) {
        return Some(0);
    }
    let mut splitter = Splitter::default();
    let (mut at, mut line_end) = (start, None);
    let (mut previous, mut key) = (Vec::new(), Vec::new());
    while at < text.len() {
        let rest = &text[at..];
        let (length, whole) = splitter.split(rest, true)?;
        let (line, end) = (&rest[..length], &rest[length..whole]);
        let is_same_end = end.ends_with('\n') && *line_end.get_or_insert(end) == end;
        order(table, line, &splitter, &mut key);
        if length == 0 || !is_same_end || !is_quoted_least(line, &splitter) || key < previous {
            return Some(at);
        }
        // The heading is no row to be ordered.
        if at > start {
            std::mem::swap(&mut previous, &mut key);
        }
        at += whole;
    }
    None
}

/// By what the rows of a table are ordered: their key cells, or in a bag the whole line.
fn order(table: &Table, line: &str, splitter: &Splitter, key: &mut Vec<u8>) {
    key.clear();
    if table.shape == Shape::Bag {
        return key.extend_from_slice(line.as_bytes());
    }
    for cell in splitter.cells(line).iter().take(table.keys()) {
        key.extend_from_slice(cell.as_bytes());
        key.push(0);
    }
}

/// Whether quotes stand only where they must.
fn is_quoted_least(line: &str, splitter: &Splitter) -> bool {
    if !line.contains('"') {
        return true;
    }
    let quoted = |cell: &&str| match cell.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => (*cell).to_owned(),
    };
    let cells: Vec<String> = splitter.cells(line).iter().map(quoted).collect();
    line == cells.join(",")
}
