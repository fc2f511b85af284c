//! What the keys of a table's rows are: the office's own, or the same in every office.

/// What the rows of a table are to the report of several offices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowKeys {
    /// The office's own: of them only the total is told there.
    #[default]
    Own,
    /// Of keys that mean the same everywhere: they are added up, key by key. What the total row says of each office
    /// stands in a table with that id, or is said by another table.
    Shared(Option<&'static str>),
}
