//! What the records are, told from their declarations: as rows, and as the page that explains the format.
//!
//! Nothing is listed here twice: a new column or table stands in the schema because it is declared.

mod page;

pub use page::page;

use crate::diagnostic::Findings;
use crate::records::TABLES;
use crate::records::document::{self, Document, FieldInfo, Naming};
use crate::records::forum::Forum;
use crate::records::import::ImportRule;
use crate::records::plan::Plan;
use crate::records::questionnaire::Questionnaire;
use crate::records::reference::Namesake;
use crate::records::settings::Settings;
use crate::records::table::{Attribute, Cut, Schema};
use crate::records::training::Training;
use crate::records::word::Code;
use crate::rules::Rules;
use crate::words::Lang;
use std::ops::Range;

/// Shows every id that names a row or another document in a text, which comes with the number of its file.
type ShowsNames = fn((&str, u32), &mut Findings, &mut dyn FnMut(Naming<'_>));

/// A kind of document.
pub struct DocumentKind {
    /// Its name in the schema.
    pub name: &'static str,
    /// Where it lies.
    pub path: &'static str,
    /// Its fields.
    pub fields: fn() -> &'static [FieldInfo],
    /// Shows every id in a text of the kind that names a row or another document.
    pub references: ShowsNames,
}

impl DocumentKind {
    /// The kind that is declared by `T`.
    const fn of<T: Document>(name: &'static str, path: &'static str) -> DocumentKind {
        DocumentKind {
            name,
            path,
            fields: T::fields,
            references: |(text, file), findings, show| {
                if let Some(document) = document::read::<T>(text, file, findings) {
                    document.each_reference(show);
                }
            },
        }
    }
}

impl DocumentKind {
    /// The kind of a file by its name; `None` of what is none.
    pub fn of_file(name: &str) -> Option<&'static DocumentKind> {
        let folder = |path: &str| path.split_once('/').map(|(folder, _)| folder.to_owned());
        let depth = |path: &str| path.matches('/').count();
        let is_it = |kind: &&DocumentKind| match folder(kind.path) {
            None => kind.path == name,
            own => own == folder(name) && depth(kind.path) == depth(name) && name.ends_with(".toml"),
        };
        DOCUMENTS.iter().find(is_it)
    }

    /// A text of the kind with `new` between the quotes wherever it names something by its old name, once in a list, and in
    /// how many places it did; `None` where one is not written so.
    pub fn renamed(
        &self,
        (text, file): (&str, u32),
        (named, new): (Namesake<'_>, &str),
        findings: &mut Findings,
    ) -> Option<(String, usize)> {
        let mut places: Vec<usize> = Vec::new();
        (self.references)((text, file), findings, &mut |naming| {
            let at = naming.origin.byte() as usize;
            places.extend(named.is_named_by(&naming).then_some(at));
        });
        // From the last on, so that those before it stay where they are.
        places.sort_unstable_by(|one, other| other.cmp(one));
        let mut text = text.to_owned();
        for &at in &places {
            let rest = text.get(at..)?;
            let quote = rest.chars().next().filter(|quote| ['"', '\''].contains(quote))?;
            let own = format!("{quote}{}{quote}", named.id);
            rest.starts_with(&own).then_some(())?;
            match again(&text, at..at + own.len(), new) {
                Some(whole) => text.replace_range(whole, ""),
                None => text.replace_range(at + 1..at + own.len() - 1, new),
            }
        }
        Some((text, places.len()))
    }
}

/// A part of a list with the comma beside it, where another part of the line says already what it shall say.
fn again(text: &str, part: Range<usize>, new: &str) -> Option<Range<usize>> {
    let begin = text[..part.start].rfind('\n').map_or(0, |at| at + 1);
    let (before, behind) = (&text[begin..part.start], &text[part.end..]);
    let behind = behind.lines().next().unwrap_or_default();
    let says_so = |line: &str| {
        ['"', '\'']
            .iter()
            .any(|quote| line.contains(&format!("{quote}{new}{quote}")))
    };
    let bare = before.trim_end();
    if !bare.ends_with(['[', ',']) || !(says_so(before) || says_so(behind)) {
        return None;
    }
    match (bare.strip_suffix(','), behind.strip_prefix(',')) {
        (Some(kept), _) => Some(begin + kept.len()..part.end),
        (None, Some(rest)) => {
            let blanks = rest.len() - rest.trim_start().len();
            Some(part.start..part.end + 1 + blanks)
        }
        (None, None) => None,
    }
}

/// Every kind of document but the rules.
pub static DOCUMENTS: &[DocumentKind] = &[
    DocumentKind::of::<Settings>("settings", "bina.toml"),
    DocumentKind::of::<Training>("training", "trainings/YYYY-MM/<slug>.toml"),
    DocumentKind::of::<Questionnaire>("questionnaire", "questionnaires/<code>.toml"),
    DocumentKind::of::<Forum>("forum", "forums/YYYY-MM/<slug>.toml"),
    DocumentKind::of::<Plan>("plan", "plans/YYYY.toml"),
    DocumentKind::of::<ImportRule>("import", "imports/<name>.toml"),
];

/// The headings of the rows of the schema.
pub const HEADINGS: [&str; 9] = [
    "table", "column", "kind", "key", "required", "refers", "meaning", "codes", "privacy",
];

/// The names of everything that has a schema: tables, documents, rules.
pub fn names() -> Vec<String> {
    let tables = TABLES.iter().map(|table| table.name.to_string());
    let documents = DOCUMENTS.iter().map(|document| document.name.to_owned());
    let rules = Rules::NAMES.iter().map(|rule| format!("rules/{rule}"));
    tables.chain(documents).chain(rules).collect()
}

/// A row for each column and field of what is named; of everything when `name` is `None`. `None` when there is no
/// such thing.
pub fn rows(name: Option<&str>, lang: Lang) -> Option<Vec<[String; 9]>> {
    let is_meant = |names: &[&str]| name.is_none_or(|name| names.contains(&name));
    let mut rows = Vec::new();
    for table in TABLES
        .iter()
        .filter(|table| is_meant(&[&table.name, table.one, table.alias]))
    {
        rows.extend(table.columns.iter().map(|column| column_row(table, column, lang)));
    }
    for document in DOCUMENTS
        .iter()
        .filter(|document| is_meant(&[document.name, document.path]))
    {
        field_rows(document.name, "", (document.fields)(), lang, &mut rows);
    }
    for rule in Rules::NAMES {
        let path = format!("rules/{rule}");
        if is_meant(&[rule, &path]) {
            field_rows(&path, "edition.", Rules::fields(rule), lang, &mut rows);
        }
    }
    (!rows.is_empty()).then_some(rows)
}

fn yes(is: bool) -> String {
    if is { "yes".to_owned() } else { "no".to_owned() }
}

fn column_row(table: &Schema, column: &Attribute, lang: Lang) -> [String; 9] {
    [
        table.name.to_string(),
        column.name.to_string(),
        column.kind.name().to_owned(),
        yes(column.key),
        yes(!column.optional),
        column.refers.unwrap_or("").to_owned(),
        column.meaning(lang).to_owned(),
        Code::names(column.kind.codes()).join(" "),
        column.privacy.code().to_owned(),
    ]
}

/// A row a field, and behind a table those inside it as `session.date`.
fn field_rows(document: &str, prefix: &str, fields: &[FieldInfo], lang: Lang, rows: &mut Vec<[String; 9]>) {
    for field in fields {
        let name = format!("{prefix}{}", field.name);
        let kind = match (field.many, field.nested.is_some()) {
            (false, _) => field.kind.to_owned(),
            (true, true) => "tables".to_owned(),
            (true, false) => format!("list of {}", field.kind),
        };
        rows.push([
            document.to_owned(),
            name.clone(),
            kind,
            yes(false),
            yes(field.required),
            field.refers.join(" "),
            field.meaning(lang).trim().to_owned(),
            Code::names(field.codes).join(" "),
            String::new(),
        ]);
        if let Some(nested) = field.nested {
            field_rows(document, &format!("{name}."), nested(), lang, rows);
        }
    }
}

/// How a table lies on the disk, in words of the format page.
fn place(table: &Schema) -> String {
    match table.cut {
        Cut::Whole => table.path.to_string(),
        Cut::Month => format!("{}/YYYY-MM.csv", table.path),
        Cut::Period => format!("{}/PERIOD.csv", table.path),
    }
}
