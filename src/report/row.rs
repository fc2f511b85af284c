//! What the rows of a table are: keys of the office's own, keys that mean the same in every office, people.

use crate::records::seal::{Seal, SealedPage};
use crate::records::time::Month;

/// What the rows of a table are to the report of several offices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowKeys {
    /// The office's own: of them only the total is told there.
    #[default]
    Own,
    /// Of keys that mean the same everywhere: they are added up, key by key. What the total row says of each office
    /// stands in a table with that id, or is said by another table.
    Shared(Option<&'static str>),
    /// The same, but for keys that begin so: those are the office's own.
    SharedBut(&'static str),
}

/// Where the row of a person stands among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// The rank in the order of the table; people of the same rank are alike in it.
    pub rank: u32,
    /// The number of the unit in the order of the tree; who has none stands at the end.
    pub unit: u32,
    /// The number of the person.
    pub person: u32,
}

/// A page with a code: what it says as it is held against the records, the same in every language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The kind of page.
    pub page: SealedPage,
    /// The month that it is of.
    pub month: Month,
    /// The id of what it is about.
    pub subject: String,
    /// All that it says: names stand in it once the report is finished.
    pub told: String,
}

impl Sealed {
    /// The code.
    pub fn seal(&self) -> Seal {
        Seal::of(self.page, self.month, &self.subject, &self.told)
    }
}
