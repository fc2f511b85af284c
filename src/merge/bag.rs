//! The rows of a bag, put together by batch: a batch is one delivery of answers, and nobody takes half of it.

use super::frame::{CellRow, Frame, Slot, Version};
use super::{Contention, Versions};
use crate::records::questionnaire::BATCH;
use std::collections::{BTreeMap, BTreeSet};

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
                lines.push(Slot::Dispute(
                    key(columns, name),
                    String::new(),
                    counts,
                    [rows.here, rows.there],
                ));
            }
        }
    }
    lines
}

/// The batches that both sides added alike.
pub(super) fn alike(columns: &Frame<'_>, pages: &Versions<Version>) -> Vec<(String, usize)> {
    let column = columns.table.column(BATCH);
    let batches = pages.map(|page| batches(page, column));
    let is_new = |(name, _): &(&&str, &Vec<CellRow>)| !batches.base.contains_key(**name);
    let both = batches.here.iter().filter(is_new);
    let both = both.filter(|(name, rows)| batches.there.get(**name) == Some(*rows));
    both.map(|(name, rows)| (key(columns, name), rows.len()))
        .collect()
}

/// By what a command names a batch.
fn key(columns: &Frame<'_>, batch: &str) -> String {
    let code = columns.table.name.rsplit('/').next().unwrap_or_default();
    columns.key(&[code.to_owned(), batch.to_owned()])
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
