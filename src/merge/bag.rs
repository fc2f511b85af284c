//! The rows of a bag, put together by batch: a batch is one delivery of answers, and nobody takes half of it.

use super::frame::{CellRow, Frame, Slot, Version};
use super::{Contention, Versions};
use std::collections::{BTreeMap, BTreeSet};

/// The column that names the batch.
const BATCH: &str = "batch";

/// What becomes of every batch.
pub(super) fn lines(columns: &Frame<'_>, pages: &Versions<Version>) -> Vec<Slot> {
    let column = columns.table.column(BATCH);
    let batches = pages.map(|page| batches(page, column));
    let names: BTreeSet<&str> = batches
        .each()
        .iter()
        .flat_map(|page| page.keys())
        .copied()
        .collect();
    let mut lines = Vec::new();
    for name in names {
        let rows = batches.map(|page| page.get(name).cloned().unwrap_or_default());
        match rows.agreed() {
            Some(rows) => lines.extend(rows.iter().cloned().map(Slot::Row)),
            None => {
                let counts = Contention::Answers(rows.here.len(), rows.there.len());
                let path = columns.table.name.rsplit('/').next().unwrap_or_default();
                let key = columns.key(&[path.to_owned(), name.to_owned()]);
                lines.push(Slot::Dispute(key, String::new(), counts, [rows.here, rows.there]));
            }
        }
    }
    lines
}

/// The rows of a version by batch, sorted, so that equal batches are equal. A column that is not there is empty.
fn batches(page: &Version, column: Option<usize>) -> BTreeMap<&str, Vec<CellRow>> {
    let mut batches: BTreeMap<&str, Vec<CellRow>> = BTreeMap::new();
    for (_, row) in &page.rows {
        let name = column.and_then(|column| row[column].as_deref());
        let filled = row.iter().map(|cell| Some(cell.clone().unwrap_or_default()));
        batches
            .entry(name.unwrap_or_default())
            .or_default()
            .push(filled.collect());
    }
    batches.values_mut().for_each(|rows| rows.sort());
    batches
}
