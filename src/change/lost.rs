//! Rows that would go, though others still name them: where whole files are put back as they were.

use super::{Draft, mention, row};
use crate::files::edit::Folio;
use crate::records::reference::Namesake;
use crate::records::table::Schema;
use crate::records::table_of;
use std::collections::BTreeSet;

/// Refuses a change by which rows go that others still name, and says where: for what is put back as a whole file, beside
/// which somebody may have named them since.
pub fn refuse(draft: &mut Draft<'_>) {
    let mut lost: Vec<(&'static Schema, String)> = Vec::new();
    for (file, before, after) in draft.changed() {
        if let Some(table) = table_of(file).filter(|table| table.keys() == 1) {
            let [before, after] = [before, after].map(|bytes| keys(table, bytes));
            lost.extend(before.difference(&after).map(|id| (table, id.clone())));
        }
    }
    for (table, id) in lost {
        // It may lie in the file of another month now.
        if row::find(draft, table, std::slice::from_ref(&id)).is_none() {
            let (of, one, id) = (&*table.name, table.one, &*id);
            mention::refuse_referred(draft, Namesake { of, one, id });
        }
    }
}

/// By what the rows of a file are named; of one that cannot be read nobody knows.
fn keys(table: &Schema, bytes: Option<&[u8]>) -> BTreeSet<String> {
    let text = bytes.and_then(|bytes| std::str::from_utf8(bytes).ok());
    let folio = text.and_then(|text| Folio::parse(table, Some(text)).ok());
    let cells = |folio: &Folio<'_>| {
        (0..folio.len())
            .map(|at| folio.cells(at)[Schema::FIRST].clone())
            .collect()
    };
    folio.as_ref().map(cells).unwrap_or_default()
}
