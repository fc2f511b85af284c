//! Which files may lie in a record directory, and the form of a table's file.

use super::dossier::TableFile;
use super::partition::{is_partition, partitions, year_of};
use super::register::Register;
use super::remarks::Remarks;
use super::rule::{Look, Rule};
use crate::diagnostic::{Findings, Origin};
use crate::files::directory::{MARKER, heading};
use crate::files::quoting::quoted_if_needed;
use crate::files::splitter::Splitter;
use crate::records::TABLES;
use crate::records::cell::{Cell, Id};
use crate::records::closing::closed;
use crate::records::table::{Cut, Schema, Shape};
use crate::words::problem::Problem;

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
const FREE: &[&str] = &["evidence/", "reports/"];

/// Files at the top that are no records.
const BESIDE: &[&str] = &[MARKER, "README.md", "tour.md", "LICENSE"];

fn names(register: &Register<'_>, remarks: &mut Remarks<'_>) {
    let logo = register
        .settings
        .as_ref()
        .and_then(|settings| settings.agency.logo.as_ref());
    let is_logo = |name: &str| logo.is_some_and(|logo| logo.value.trim() == name);
    for name in list(register, "") {
        let folder = name.strip_suffix('/');
        match folder {
            _ if FREE.contains(&&*name) || BESIDE.contains(&&*name) || is_logo(&name) => {}
            Some("trainings" | "forums") => by_month(register, folder.unwrap_or(""), remarks),
            Some("plans") => each(
                register,
                "plans",
                ".toml",
                |stem| year_of(stem).is_some(),
                remarks,
            ),
            Some("responses") => responses(register, remarks),
            Some("rules" | "questionnaires" | "imports") => {
                documents(register, folder.unwrap_or(""), remarks)
            }
            Some(folder) if folder == closed.path => tables(register, folder, closed.cut, remarks),
            Some(folder) => match TABLES.iter().find(|table| table.path == folder) {
                Some(table) => tables(register, folder, table.cut, remarks),
                None => unknown(register, &name, remarks),
            },
            None if TABLES.iter().any(|table| table.path == name) => {}
            None => unknown(register, &name, remarks),
        }
    }
}

/// Documents in a folder a month: `trainings/2026-10/<slug>.toml`, `forums/2026-10/<slug>.toml`.
fn by_month(register: &Register<'_>, top: &str, remarks: &mut Remarks<'_>) {
    for month in list(register, top) {
        let folder = month.strip_suffix('/').unwrap_or("");
        match is_partition(folder, Cut::Month) {
            true => documents(register, &format!("{top}/{folder}"), remarks),
            false => unknown(register, &format!("{top}/{month}"), remarks),
        }
    }
}

/// Answers in a folder a questionnaire that exists: `responses/<code>/2026-10.csv`.
fn responses(register: &Register<'_>, remarks: &mut Remarks<'_>) {
    for code in list(register, "responses") {
        let folder = code.strip_suffix('/').unwrap_or("");
        let answers = format!("responses/{folder}");
        let answered = |folder: &str| {
            let unheard = &mut Findings::new();
            partitions(register.directory, folder, ".csv", Cut::Month, unheard)
        };
        let is_answered = || !answered(&answers).is_empty();
        // That answers lack their questionnaire is an error, told by the questionnaire.
        match register.has_survey_file(folder) || is_answered() {
            true => tables(register, &answers, Cut::Month, remarks),
            false => unknown(register, &format!("responses/{code}"), remarks),
        }
    }
}

/// A folder of TOML documents, each named by an id.
fn documents(register: &Register<'_>, folder: &str, remarks: &mut Remarks<'_>) {
    each(register, folder, ".toml", |stem| Id::parse(stem).is_ok(), remarks);
}

/// A folder of CSV files, one a month or period.
fn tables(register: &Register<'_>, folder: &str, cut: Cut, remarks: &mut Remarks<'_>) {
    each(register, folder, ".csv", |stem| is_partition(stem, cut), remarks);
}

/// Tells every name in a folder that has another ending, or stands for nothing.
fn each(
    register: &Register<'_>,
    folder: &str,
    ending: &str,
    is_known: impl Fn(&str) -> bool,
    remarks: &mut Remarks<'_>,
) {
    for name in list(register, folder) {
        if !name.strip_suffix(ending).is_some_and(&is_known) {
            unknown(register, &format!("{folder}/{name}"), remarks);
        }
    }
}

/// The names in a folder; one that cannot be listed was told when its files were looked for.
fn list(register: &Register<'_>, folder: &str) -> Vec<String> {
    register.directory.list(folder).unwrap_or_default()
}

fn unknown(register: &Register<'_>, path: &str, remarks: &mut Remarks<'_>) {
    let name = path
        .trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or(path)
        .to_owned();
    remarks.at(register.whole(path), Problem::NameUnknown { name });
}

fn canonical(file: &TableFile<'_>, register: &Register<'_>, remarks: &mut Remarks<'_>) {
    let text = register.directory.bytes(&file.name).ok().flatten();
    let text = text
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default();
    if let Some(byte) = first_deviation(file.table, &text) {
        let origin = Origin::new(remarks.file(), byte as u64);
        remarks.at(origin, Problem::NotCanonical);
    }
}

/// The byte of the first line that is not in canonical form. Line end and byte order mark are the file's own.
fn first_deviation(table: &Schema, text: &str) -> Option<usize> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    if !heading(text, table).is_some_and(|binding| binding.is_canonical(table)) {
        return Some(0);
    }
    let mut splitter = Splitter::default();
    let (mut at, mut line_end) = (start, None);
    let (mut previous, mut key) = (Vec::new(), Vec::new());
    while at < text.len() {
        let rest = &text[at..];
        let (length, whole) = splitter.split(rest, true)?;
        let (line, end) = (&rest[..length], &rest[length..whole]);
        // That the last line has no end is told while the file is read.
        let is_same_end = end.is_empty() || *line_end.get_or_insert(end) == end;
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
fn order(table: &Schema, line: &str, splitter: &Splitter, key: &mut Vec<u8>) {
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
    let cells = splitter.cells(line);
    let cells: Vec<_> = cells.iter().map(|cell| quoted_if_needed(cell)).collect();
    line == cells.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_ends_as_the_first_one_does() {
        let units = crate::records::table("units").unwrap();
        let (heading, row) = ("code,name,parent,public_service", "kec,Kecamatan,,no");
        let first =
            |ends: [&str; 2]| first_deviation(units, &format!("{heading}{}{row}{}", ends[0], ends[1]));
        assert_eq!((first(["\n", "\n"]), first(["\r\n", "\r\n"])), (None, None));
        assert_eq!(first(["\n", "\r\n"]), Some(heading.len() + 1));
        assert_eq!(first(["\r\n", "\n"]), Some(heading.len() + 2));
        assert_eq!(first(["\n", ""]), None);
    }

    #[test]
    fn an_empty_line_and_quotes_that_need_not_stand_are_told_where_they_stand() {
        let units = crate::records::table("units").unwrap();
        let heading = "code,name,parent,public_service\n";
        let first = |rows: &str| first_deviation(units, &format!("{heading}{rows}"));
        let kec = "kec,\"Kecamatan, lama\",,no\n";
        assert_eq!(first(kec), None);
        assert_eq!(first(&format!("{kec}\n")), Some(heading.len() + kec.len()));
        assert_eq!(first("kec,\"Kecamatan\",,no\n"), Some(heading.len()));
    }
}
