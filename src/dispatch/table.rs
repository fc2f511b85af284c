//! Which table is meant by a name.

use crate::change::Draft;
use crate::load;
use crate::records::TABLES;
use crate::records::table::Schema;
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
