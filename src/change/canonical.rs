//! Every table's file in canonical form, and ids where they are still missing.

use super::mint::{is_minted, stem};
use super::{Draft, row};
use crate::diagnostic::Origin;
use crate::files::edit::{Folio, canonical};
use crate::load;
use crate::records::TABLES;
use crate::records::table::Schema;
use crate::records::time::{Day, Month};
use std::collections::HashSet;

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

/// Gives every row without an id one, of the tables whose ids are minted.
pub fn ids(draft: &mut Draft<'_>, today: Day, mint: &mut dyn FnMut(usize) -> String) {
    for table in TABLES.iter().filter(|table| is_minted(table)) {
        for file in row::files(draft, table) {
            // A file that does not exist stays so.
            if draft.text(&file).is_none() {
                continue;
            }
            let partition = file.trim_end_matches(".csv").rsplit('/').next();
            let month = partition.and_then(Month::parse);
            draft.edit(table, &file, |sheet| {
                let mut known: HashSet<String> = (0..sheet.len()).map(|row| id_of(sheet, row)).collect();
                for row in 0..sheet.len() {
                    let cells = sheet.cells(row);
                    if !cells[Schema::FIRST].is_empty() {
                        continue;
                    }
                    let (own, length) = stem(table, &cells, today);
                    let stem = month.map_or(own, |month| format!("{month}-"));
                    let mut ids = std::iter::repeat_with(|| format!("{stem}{}", mint(length)));
                    if let Some(id) = ids.find(|id| known.insert(id.clone())) {
                        sheet.set(row, Schema::FIRST, &id);
                    }
                }
                sheet.sort();
            });
        }
    }
}

fn id_of(sheet: &Folio<'_>, row: usize) -> String {
    sheet.cells(row).swap_remove(Schema::FIRST)
}
