//! A whole record directory that `bina export all` wrote comes back into a fresh one, file by file and byte by byte.
//!
//! The sheet [`CONTENTS`] names every file, the sheet that holds its rows, and its heading as it stood. A table that has
//! several files says in its column [`FILE`] of which each row is. Documents stand line by line on the sheet
//! [`DOCUMENTS`], and so does a table's file that is not in the form in which this program writes one.

use crate::change::Draft;
use crate::change::provenance::Provenance;
use crate::files::edit::written;
use crate::records::cell::is_device;
use crate::sheets::exact::{self, ExactRow, ExactSheet};
use crate::words::import::{Intake, Spot, Unfit};
use std::collections::{HashMap, HashSet};

/// The sheet that names every file.
pub const CONTENTS: &str = "bina";

/// The sheet of the documents.
pub const DOCUMENTS: &str = "documents";

/// The column that says of which file a row is.
pub const FILE: &str = "file";

/// The columns of [`CONTENTS`]: the file, its sheet, how many rows it has, its heading, what it is for, and how many errors
/// were in it when it left, which older ones do not tell.
pub const COLUMNS: [&str; 6] = [FILE, "sheet", "rows", "columns", "about", "errors"];

/// The hidden files that belong to a record directory.
pub const HIDDEN: [&str; 2] = [".gitattributes", ".gitignore"];

/// Folders whose content is no record and does not leave.
pub const APART: [&str; 2] = ["evidence", "reports"];

/// A sheet, its rows by the file that they are of.
struct Rows<'s> {
    place: &'s Spot,
    columns: HashMap<&'s str, usize>,
    by_file: HashMap<&'s str, Vec<&'s ExactRow>>,
}

impl<'s> Rows<'s> {
    fn of(sheet: &'s ExactSheet) -> Rows<'s> {
        let (heading, rows) = sheet
            .rows
            .split_first()
            .map_or((&[][..], &[][..]), |((_, heading), rows)| {
                (heading.as_slice(), rows)
            });
        let columns: HashMap<&str, usize> = heading.iter().map(String::as_str).zip(0..).collect();
        let file = columns.get(FILE).copied();
        let mut by_file: HashMap<&str, Vec<&ExactRow>> = HashMap::new();
        for row in rows {
            let name = file.and_then(|at| row.1.get(at)).map_or("", String::as_str);
            by_file.entry(name).or_default().push(row);
        }
        let place = &sheet.place;
        Rows {
            place,
            columns,
            by_file,
        }
    }

    /// The rows of a file; a sheet of one file does not name it.
    fn of_file(&self, file: &str) -> &[&'s ExactRow] {
        let named = match self.columns.contains_key(FILE) {
            true => self.by_file.get(file),
            false => self.by_file.get(""),
        };
        named.map_or(&[], Vec::as_slice)
    }
}

/// Drafts every file of what left; refuses what would change a record that is there.
pub fn draft(draft: &mut Draft<'_>, name: &str, sheets: &[ExactSheet]) -> Option<Vec<Intake>> {
    let rows: HashMap<&str, Rows<'_>> = sheets
        .iter()
        .map(|sheet| (sheet.name.as_str(), Rows::of(sheet)))
        .collect();
    let contents = sheets.iter().find(|sheet| sheet.name == CONTENTS);
    let contents = contents.filter(|sheet| sheet.rows.first().is_some_and(|(_, row)| is_heading(row)));
    let Some((_, contents)) = contents.and_then(|sheet| sheet.rows.split_first()) else {
        let name = name.to_owned();
        return draft.stop("", Unfit::NotWhole { name });
    };
    let (mut notes, mut count, mut lacking) = (Vec::new(), 0, HashSet::new());
    for (_, entry) in contents {
        let cell = |at: usize| entry.get(at).map_or("", String::as_str);
        let (file, sheet, told, heading) = (cell(0), cell(1), cell(2), cell(3));
        if !is_record(file) {
            let file = file.to_owned();
            draft.refuse("", Unfit::WholeName { file });
            continue;
        }
        let Some(rows) = rows.get(sheet) else {
            if lacking.insert(sheet) {
                let (name, sheet) = (name.to_owned(), sheet.to_owned());
                draft.refuse("", Unfit::WholeSheet { name, sheet });
            }
            continue;
        };
        let found = rows.of_file(file).len();
        if found.to_string() != told {
            let (file, told) = (file.to_owned(), told.to_owned());
            notes.push(Intake::WholeCount { file, told, found });
        }
        let made = match sheet {
            DOCUMENTS => Ok(document(rows, file)),
            _ => table(rows, file, heading),
        };
        match made {
            Ok((text, mut source)) => {
                source.errors = cell(5).parse().unwrap_or_default();
                put(draft, file, text);
                draft.came_from.insert(file.to_owned(), source);
            }
            Err(column) => {
                let sheet = sheet.to_owned();
                draft.refuse("", Unfit::WholeLacks { sheet, column });
            }
        }
        count += 1;
    }
    notes.push(Intake::WholeRead { files: count });
    Some(notes)
}

/// Whether a row is the heading of [`CONTENTS`].
fn is_heading(row: &[String]) -> bool {
    row.len() + 1 >= COLUMNS.len() && row.iter().zip(COLUMNS).all(|(cell, name)| cell == name)
}

fn put(draft: &mut Draft<'_>, file: &str, text: String) {
    match draft.bytes(file) {
        Some(bytes) if bytes != text.as_bytes() => {
            let file = file.to_owned();
            draft.refuse("", Unfit::RecordsThere { file });
        }
        _ => draft.put(file, Some(text.into_bytes())),
    }
}

/// The lines of a document, and where they came from.
fn document(rows: &Rows<'_>, file: &str) -> (String, Provenance) {
    let text = rows.columns.get("text").copied().unwrap_or_default();
    let of_file = || rows.of_file(file).iter();
    let lines: Vec<&str> = of_file()
        .map(|(_, row)| row.get(text).map_or("", String::as_str))
        .collect();
    let source = Provenance {
        sheet: rows.place.clone(),
        lines: (1..).zip(of_file().map(|(number, _)| *number)).collect(),
        columns: vec![text],
        errors: 0,
    };
    (lines.join("\n"), source)
}

/// A file of a table, and where its lines came from; the name of a column that the sheet lacks.
fn table(rows: &Rows<'_>, file: &str, heading: &str) -> Result<(String, Provenance), String> {
    let heading = exact::csv(FILE, heading.as_bytes()).unwrap_or_default();
    let names = heading.iter().flat_map(|(_, names)| names);
    let names: Vec<&str> = names.map(String::as_str).collect();
    let places = names.iter().map(|name| {
        let place = rows.columns.get(name).copied();
        place.ok_or_else(|| (*name).to_owned())
    });
    let places: Vec<usize> = places.collect::<Result<_, _>>()?;
    let of_file = || rows.of_file(file).iter();
    let mut line = 2;
    let lines = of_file().map(|row| {
        let first = line;
        let breaks = places.iter().filter_map(|at| row.1.get(*at));
        line += 1 + breaks.map(|cell| cell.matches('\n').count()).sum::<usize>();
        (first, row.0)
    });
    let source = Provenance {
        sheet: rows.place.clone(),
        lines: lines.collect(),
        columns: places.clone(),
        errors: 0,
    };
    let cells = of_file().map(|(_, row)| {
        let cells = places.iter().map(|at| row.get(*at).map_or("", String::as_str));
        cells.collect()
    });
    Ok((text(&names, cells), source))
}

/// The text of a file with a heading and rows in their order.
pub fn text<'c>(heading: &[&str], rows: impl Iterator<Item = Vec<&'c str>>) -> String {
    let mut text = written(heading) + "\n";
    for cells in rows {
        text += &written(&cells);
        text.push('\n');
    }
    text
}

/// Whether a file may lie in a record directory: below it, with a name that every system takes, and nothing hidden.
pub fn is_record(file: &str) -> bool {
    let is_part = |part: &str| {
        let stem = part.split('.').next().unwrap_or_default().to_lowercase();
        let is_plain = |letter: char| !letter.is_control() && !"\\:*?\"<>|".contains(letter);
        !part.is_empty()
            && !part.starts_with('.')
            && !part.ends_with(['.', ' '])
            && !is_device(&stem)
            && part.chars().all(is_plain)
    };
    let first = file.split('/').next().unwrap_or_default();
    HIDDEN.contains(&file) || (!APART.contains(&first) && file.split('/').all(is_part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_records_come_in() {
        for name in [
            "bina.toml",
            "participation/2026-10.csv",
            ".gitignore",
            "trainings/2026-10/x.toml",
        ] {
            assert!(is_record(name), "{name}");
        }
        for name in [
            "",
            "/etc/passwd",
            "../x",
            "a/../b",
            ".git/config",
            "a\\b",
            "c:x",
            "reports/x.md",
            "evidence/x",
            "con.csv",
            "a//b",
            "a/",
            ".bina/lock",
        ] {
            assert!(!is_record(name), "{name}");
        }
    }
}
