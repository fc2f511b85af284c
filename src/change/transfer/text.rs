//! The file of a transfer: written so that a person can read it, read so that every slip has its line.

use super::bundle::{Bundle, Departure, Line, TABLES, VERSION};
use crate::change::{Draft, Reason, filled};
use crate::records::table::{Schema, nearest};
use crate::records::time::Day;
use crate::words::change::Slip;
use crate::words::problem::Problem;
use crate::words::{Lang, Phrase};
use std::collections::BTreeMap;
use std::fmt::Write;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// What stands above it all.
const ABOVE: Phrase = Phrase {
    id: "# Riwayat seorang pegawai untuk kantor tujuannya: bina staff transfer-in BERKAS --unit UNIT\n\
         # Memuat data pribadi: kirim lewat jalur yang aman, jangan disimpan di git.\n\
         # Setiap [[tabel]] adalah satu baris dengan kolom seperti di berkas CSV-nya; sel kosong tidak ditulis.\n",
    en: "# The history of a civil servant for the office that comes next: bina staff transfer-in FILE --unit UNIT\n\
         # Holds personal data: send it by a safe way, and keep it out of git.\n\
         # Every [[table]] is a row with the columns of its CSV file; empty cells are left out.\n",
};

/// The file of a bundle.
pub(super) fn write(bundle: &Bundle, lang: Lang) -> String {
    let mut out = String::from(ABOVE.get(lang));
    let head = &bundle.head;
    // Writing into a String cannot fail.
    let _ = write!(
        out,
        "\n[transfer]\nversion = {VERSION}\nagency = {}\nperson = {}\nname = {}\non = {}\n",
        quoted(&head.agency),
        quoted(&head.person),
        quoted(&head.name),
        head.on
    );
    for (table, column, named) in [
        ("people", "name", &bundle.people),
        ("trainings", "title", &bundle.trainings),
    ] {
        for (id, text) in named {
            let _ = write!(
                out,
                "\n[[{table}]]\nid = {}\n{column} = {}\n",
                quoted(id),
                quoted(text)
            );
        }
    }
    for table in TABLES.iter() {
        for line in bundle.of(table) {
            let _ = write!(out, "\n[[{}]]\n", table.name);
            let filled = table.columns.iter().zip(&line.cells);
            for (column, cell) in filled.filter(|(_, cell)| !cell.is_empty()) {
                let _ = writeln!(out, "{} = {}", column.name, quoted(cell));
            }
        }
    }
    out
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// Reads a file; what is wrong with it is refused, each with its line.
pub(super) fn read(draft: &mut Draft<'_>, name: &str, text: &str) -> Option<Bundle> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader {
        text,
        refused: Vec::new(),
    };
    for error in &errors {
        let reason = error.message().lines().next().unwrap_or("").to_owned();
        let at = error.span().map_or(0, |span| span.start);
        reader.refuse(at, Problem::TomlSyntax { reason });
    }
    let bundle = match errors.is_empty() {
        true => reader.bundle(table.get_ref()),
        false => None,
    };
    // The parser gives its keys by name; a reader goes from line to line.
    reader.refused.sort_by_key(|(at, _)| *at);
    for (at, reason) in std::mem::take(&mut reader.refused) {
        draft.refuse(format!("{name}:{}", reader.line(at)), reason);
    }
    bundle
}

/// Reads one file.
struct Reader<'r> {
    text: &'r str,
    /// What is wrong, each with the byte where it stands.
    refused: Vec<(usize, Reason)>,
}

impl Reader<'_> {
    fn line(&self, at: usize) -> usize {
        self.text.as_bytes()[..at.min(self.text.len())]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count()
            + 1
    }

    fn refuse(&mut self, at: usize, problem: Problem) {
        self.refused.push((at, Reason::Cell(problem)));
    }

    fn bundle(&mut self, root: &DeTable<'_>) -> Option<Bundle> {
        let head = self.head(root)?;
        let mut bundle = Bundle {
            head,
            people: BTreeMap::new(),
            trainings: BTreeMap::new(),
            rows: BTreeMap::new(),
        };
        for (key, value) in root {
            let name: &str = key.get_ref();
            match name {
                "transfer" => {}
                "people" => bundle.people = self.named(value, "name"),
                "trainings" => bundle.trainings = self.named(value, "title"),
                _ => match TABLES.iter().find(|table| table.name == name) {
                    Some(table) => {
                        let lines = self.lines(value, table);
                        bundle.rows.insert(name.to_owned(), lines);
                    }
                    None => {
                        let nearest = nearest(name, TABLES.iter().map(|table| &*table.name)).to_owned();
                        let field = name.to_owned();
                        self.refuse(key.span().start, Problem::FieldUnknown { field, nearest });
                    }
                },
            }
        }
        Some(bundle)
    }

    /// The head: without it nothing else means anything.
    fn head(&mut self, root: &DeTable<'_>) -> Option<Departure> {
        let missing = |field: &str| Problem::FieldMissing {
            field: field.to_owned(),
        };
        let Some((at, head)) = root.get("transfer").and_then(|value| {
            let table = value.get_ref().as_table()?;
            Some((value.span().start, table))
        }) else {
            self.refuse(0, missing("transfer"));
            return None;
        };
        let version = head.get("version").map(|value| shown(value.get_ref()));
        if version.as_deref() != Some(&VERSION.to_string()) {
            let found = version.unwrap_or_default();
            self.refused.push((at, Slip::BundleVersion { found }.into()));
            return None;
        }
        let mut text = |field: &str| match head.get(field).map(|value| shown(value.get_ref())) {
            Some(text) if !text.is_empty() => Some(text),
            _ => {
                self.refuse(at, missing(field));
                None
            }
        };
        let (agency, person, name, on) = (text("agency"), text("person"), text("name"), text("on"));
        let (agency, person, name, on) = (agency?, person?, name?, on?);
        let Some(on) = Day::parse(&on) else {
            self.refuse(at, Problem::DayForm { text: on });
            return None;
        };
        Some(Departure {
            agency,
            person,
            name,
            on,
        })
    }

    /// The tables of an array; what is none is refused.
    fn tables<'v, 'i>(&mut self, value: &'v Spanned<DeValue<'i>>) -> Vec<(usize, &'v DeTable<'i>)> {
        let array: Option<&DeArray<'_>> = value.get_ref().as_array();
        let entries = array.into_iter().flat_map(|array| array.iter());
        let tables: Vec<_> = entries
            .filter_map(|entry| Some((entry.span().start, entry.get_ref().as_table()?)))
            .collect();
        if array.is_none_or(|array| array.len() != tables.len()) {
            let expected = "[[…]]".to_owned();
            self.refuse(value.span().start, Problem::FieldKind { expected });
        }
        tables
    }

    fn named(&mut self, value: &Spanned<DeValue<'_>>, column: &str) -> BTreeMap<String, String> {
        let text = |table: &DeTable<'_>, name: &str| {
            table
                .get(name)
                .map(|value| shown(value.get_ref()))
                .unwrap_or_default()
        };
        self.tables(value)
            .into_iter()
            .map(|(_, table)| (text(table, "id"), text(table, column)))
            .collect()
    }

    /// The rows of a table, every cell checked by its column.
    fn lines(&mut self, value: &Spanned<DeValue<'_>>, table: &Schema) -> Vec<Line> {
        let rows = self.tables(value).into_iter();
        rows.map(|(at, row)| self.row(at, row, table)).collect()
    }

    fn row(&mut self, at: usize, row: &DeTable<'_>, table: &Schema) -> Line {
        let mut cells = filled(table, &[]);
        for (key, value) in row {
            let name: &str = key.get_ref();
            let Some(column) = table.column(name) else {
                let nearest = nearest(name, table.columns.iter().map(|column| &*column.name)).to_owned();
                let column = name.to_owned();
                self.refuse(key.span().start, Problem::ColumnUnknown { column, nearest });
                continue;
            };
            if is_cell(value.get_ref()) {
                cells[column] = shown(value.get_ref());
            } else {
                let expected = "\"…\"".to_owned();
                self.refuse(value.span().start, Problem::FieldKind { expected });
            }
            if let Err(problem) = table.columns[column].check.run(&cells[column]) {
                self.refuse(value.span().start, *problem);
            }
        }
        let line = self.line(at);
        for (column, cell) in table.columns.iter().zip(&cells) {
            if !column.optional && cell.is_empty() {
                let field = column.name.to_string();
                self.refuse(at, Problem::FieldMissing { field });
            }
        }
        Line { line, cells }
    }
}

/// Whether a cell can hold the value.
fn is_cell(value: &DeValue<'_>) -> bool {
    !matches!(value, DeValue::Boolean(_) | DeValue::Array(_) | DeValue::Table(_))
}

/// A value as a cell holds it: numbers and days may be typed without quotes.
fn shown(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => text.to_string(),
        DeValue::Integer(number) => number.as_str().to_owned(),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::Datetime(day) => day.to_string(),
        _ => String::new(),
    }
}
