//! What a reader of text sees of a table: which of its rows, and which of its columns.

use std::collections::BTreeSet;

/// Rows that a reader of text is spared, since they have nothing to say; data formats have them all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quiet {
    /// Their numbers, from 0; a report that only readers of text see may lack the rows themselves.
    pub rows: BTreeSet<usize>,
    /// The sentence that says so; empty where nobody is spared anything.
    pub said: String,
}

/// Some columns of a wide table, shown as one grid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Its caption; may be empty.
    pub title: String,
    /// The ids of the columns shown.
    pub columns: Vec<&'static str>,
    /// Whether it is what a busy reader sees, instead of all other pictures.
    pub is_short: bool,
}

impl View {
    /// A view without a caption.
    pub fn untitled(columns: &[&'static str]) -> View {
        View {
            columns: columns.to_vec(),
            ..View::default()
        }
    }

    /// What a busy reader sees of a table.
    pub fn short(columns: &[&'static str]) -> View {
        View {
            is_short: true,
            ..View::untitled(columns)
        }
    }
}
