//! What a calendar shows of a table.

/// The entries of a calendar that the rows of the table that holds it are: it names columns, each by its id, and has no
/// words of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// What tells an entry from every other, and stays the same.
    pub key: &'static str,
    /// Its day.
    pub day: &'static str,
    /// What kind of entry it is.
    pub kind: &'static str,
    /// What it is called.
    pub summary: &'static [&'static str],
    /// What is said of it, a line each.
    pub description: &'static [&'static str],
}
