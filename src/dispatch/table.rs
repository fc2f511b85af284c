//! The rows of one table, of all its files or of one month.

use crate::change::{Draft, row};
use crate::listing;
use crate::load;
use crate::records::TABLES;
use crate::records::table::Schema;
use crate::records::time::Month;
use crate::render::{Format, Listing};
use std::borrow::Cow;

/// The table that is meant: by its name, as a command has it, or by the code of a questionnaire.
pub fn named(draft: &mut Draft<'_>, name: &str) -> Option<Cow<'static, Schema>> {
    if let Some(table) = TABLES.iter().find(|table| table.is_called(name)) {
        return Some(Cow::Borrowed(table));
    }
    let surveys = load::surveys(draft.directory, &mut draft.findings);
    let survey = surveys.into_iter().find(|survey| survey.code == name);
    survey.map(|survey| Cow::Owned(survey.table))
}

/// Its rows.
pub fn rows(draft: &mut Draft<'_>, table: &Schema, month: Option<Month>, format: &Format) -> Listing {
    let files = match month {
        Some(month) => vec![table.file(&month.to_string())],
        None => row::files(draft, table),
    };
    let mut rows = Vec::new();
    for file in files {
        rows.extend(draft.rows(table, &file));
    }
    listing::of_rows(table, &rows, format, &draft.people())
}
