//! What the office keeps: each table declared once, and the checked types of its cells.
//!
//! It knows nothing of files or output.
//!
//! ```text
//! units ── staff ── postings · contracts · education
//!            ├── participation ── attendance        (a programme: document `Training`)
//!            ├── evaluations · awards · guidance · actions
//!            ├── competencies ── standards · assessments · needs · certificates
//!            └── mentoring ── sessions
//! complaints ── handling
//! indicators · regulations · holidays
//! responses                                          (a table made from a document `Questionnaire`)
//! ```

pub mod bounds;
pub mod cell;
pub mod closing;
pub mod code;
pub mod competence;
pub mod complaint;
pub mod course;
pub mod document;
mod field;
pub mod forum;
pub mod full_name;
pub mod import;
pub mod index;
pub mod logo;
pub mod mail_address;
pub mod nearest;
pub mod number;
pub mod organisation;
mod past;
pub mod people;
pub mod performance;
pub mod plan;
pub mod posts;
pub mod questionnaire;
pub mod reference;
pub mod references;
pub mod seal;
pub mod service;
pub mod settings;
pub mod spreadsheet;
pub mod table;
pub mod taking_part;
pub mod text;
pub mod time;
pub mod training;
pub mod tree;
pub mod unit_list;
pub mod word;

use table::{Cut, Privacy, Schema};

/// Every table that is declared, in the order of the format page.
pub static TABLES: &[&Schema] = &[
    &organisation::units,
    &organisation::staff,
    &organisation::postings,
    &organisation::contracts,
    &organisation::education,
    &competence::competencies,
    &competence::standards,
    &competence::assessments,
    &competence::needs,
    &taking_part::participation,
    &taking_part::attendance,
    &competence::mentoring,
    &competence::sessions,
    &performance::evaluations,
    &performance::awards,
    &performance::guidance,
    &performance::actions,
    &competence::certificates,
    &complaint::complaints,
    &complaint::handling,
    &service::regulations,
    &service::indicators,
    &service::holidays,
];

/// Whether a file is one of a table that tells who somebody is.
pub fn tells_people(file: &str) -> bool {
    let is_of = |table: &&&Schema| {
        let rest = file.strip_prefix(&*table.path);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let table = TABLES.iter().find(is_of);
    let mut columns = table.iter().flat_map(|table| table.columns.iter());
    columns.any(|column| column.privacy == Privacy::Personal)
}

/// The declared table that a file is of; the answers to questionnaires are of none.
pub fn table_of(file: &str) -> Option<&'static Schema> {
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let is_of = |table: &&Schema| match table.cut {
        Cut::Whole => table.path == file,
        Cut::Month | Cut::Period => table.path == folder && file.ends_with(".csv"),
    };
    TABLES.iter().copied().find(is_of)
}

/// By what commands name a row: `complaint:2026-10-rasv7`.
pub fn name_of_row(one: &str, key: &[impl AsRef<str>]) -> String {
    let key: Vec<&str> = key.iter().map(AsRef::as_ref).collect();
    format!("{one}:{}", key.join("/"))
}

/// The declared table with that name.
pub fn table(name: &str) -> Option<&'static Schema> {
    TABLES.iter().find(|table| table.name == name).copied()
}

/// The tables of which every office has its one file from the first day on, be it without a row.
pub fn lists() -> impl Iterator<Item = &'static Schema> {
    TABLES.iter().copied().filter(|table| table.cut == Cut::Whole)
}

/// The tables that lie month by month beside this one: the file of a month is made with that of this one.
pub fn beside(one: &Schema) -> impl Iterator<Item = &'static Schema> {
    let is_of = |table: &&'static Schema| table.columns[Schema::FIRST].refers == Some(&*one.name);
    TABLES
        .iter()
        .copied()
        .filter(is_of)
        .filter(|table| lies_with_parent(table))
}

/// Whether the file of a month or period goes with its last row, so that none ever stands there with a heading alone.
pub fn goes_when_empty(one: &Schema) -> bool {
    one.cut != Cut::Whole && !lies_with_parent(one)
}

/// The table of whose rows those of this one are steps: the one that its first column names, as the handling does the
/// complaint. What is kept about a person is no step of hers.
pub fn whole_of(one: &Schema) -> Option<&'static Schema> {
    let whole = one.columns[Schema::FIRST].refers.and_then(table);
    whole.filter(|whole| whole.name != organisation::staff.name)
}

/// By what commands name the row of which another is a step; `None` where it is none.
pub fn whole_of_row(name: &str) -> Option<String> {
    let (one, key) = name.split_once(':')?;
    let whole = TABLES
        .iter()
        .find(|table| table.one == one)
        .copied()
        .and_then(whole_of)?;
    let (first, _) = key.split_once('/')?;
    Some(name_of_row(whole.one, &[first]))
}

/// Whether the rows of a table that is cut by month lie in the month of the row that their first column names, whatever
/// their own days are: what was done about a complaint lies beside it.
pub fn lies_with_parent(one: &Schema) -> bool {
    let parent = one.columns[Schema::FIRST].refers.and_then(table);
    one.cut == Cut::Month && parent.is_some_and(|parent| parent.cut == Cut::Month)
}
