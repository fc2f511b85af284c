//! What putting rows together works on: the columns of all versions, the versions, and what becomes of each row.

use super::Contention;
use crate::records::cell::Domain;
use crate::records::table::Schema;

/// The cells of a row by column; `None` where its version took the column out.
pub(super) type CellRow = Vec<Option<String>>;

/// The declared columns, and behind them the user's own of all versions.
pub(super) struct Frame<'t> {
    pub(super) table: &'t Schema,
    pub(super) own: Vec<String>,
}

impl Frame<'_> {
    pub(super) fn len(&self) -> usize {
        self.table.columns.len() + self.own.len()
    }

    pub(super) fn name(&self, at: usize) -> &str {
        match self.table.columns.get(at) {
            Some(column) => &column.name,
            None => &self.own[at - self.table.columns.len()],
        }
    }

    pub(super) fn kind(&self, at: usize) -> Domain {
        self.table
            .columns
            .get(at)
            .map_or(Domain::Text, |column| column.kind)
    }

    pub(super) fn decision(&self, at: usize) -> Option<&'static str> {
        self.table.columns.get(at)?.decision
    }

    /// By what a command names a row.
    pub(super) fn key(&self, key: &[String]) -> String {
        format!("{}:{}", self.table.one, key.join("/"))
    }
}

/// A version of a table's file.
pub(super) struct Version {
    /// Which of the columns its heading has.
    pub(super) has: Vec<bool>,
    /// The rows in their order, with their keys.
    pub(super) rows: Vec<(Vec<String>, CellRow)>,
}

/// A row of the outcome: its cells, or both ways in which it could be.
pub(super) enum Slot {
    Row(CellRow),
    Dispute(String, String, Contention, [Vec<CellRow>; 2]),
}
