//! Every table's file in canonical form.

use super::{Draft, row};
use crate::diagnostic::Origin;
use crate::files::edit::canonical;
use crate::load;
use crate::records::TABLES;
use crate::records::table::Schema;

/// Brings every file of every table, also of the answers, to its canonical form.
pub fn all(draft: &mut Draft<'_>) {
    for table in TABLES {
        of_table(draft, table);
    }
    for survey in load::surveys(draft.directory, &mut draft.findings) {
        of_table(draft, &survey.table);
    }
}

fn of_table(draft: &mut Draft<'_>, table: &Schema) {
    for file in row::files(draft, table) {
        let Some(text) = draft.text(&file) else {
            continue;
        };
        match canonical(table, &text) {
            Ok(text) => draft.put(&file, Some(text.into_bytes())),
            Err((at, problem)) => {
                let origin = Origin::new(draft.directory.number(&file), at as u64);
                draft.findings.error(origin, problem);
            }
        }
    }
}
