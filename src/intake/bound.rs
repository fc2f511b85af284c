//! What the columns of a list may become, and what those of one table on a sheet do.

use std::rc::Rc;

/// What a cell becomes: table and column, or what stands for rows of a table.
pub(super) type Target = Rc<(String, String)>;

/// A column of a kind of list.
#[derive(Clone, Debug, Default)]
pub(super) struct ListColumn {
    /// What it becomes: table and column, or what stands for rows of a table; `None` where it is left out.
    pub(super) to: Option<Target>,
    /// Its headings, folded.
    pub(super) from: Vec<String>,
    /// Where its cells are cut.
    pub(super) until: Option<String>,
    /// Whether it follows an earlier column.
    pub(super) joined: bool,
    /// Whether it is only known by the name that its table gives it.
    pub(super) is_declared: bool,
    /// What texts in it mean, folded.
    pub(super) meanings: Vec<(String, String)>,
}

impl ListColumn {
    /// Whether people sign in it: the numbered place of a signature, `1. …`, is empty.
    pub(super) fn takes_signatures(&self) -> bool {
        self.from
            .iter()
            .any(|heading| heading.starts_with("tanda tangan"))
    }
}

/// What the columns of one table on a sheet become.
#[derive(Debug, Default)]
pub(super) struct Bound {
    /// Places on the sheet with the columns of the form that they feed.
    pub(super) pairs: Vec<(usize, usize)>,
    /// Columns that are read and have the heading of another: which of them is meant nobody knows.
    pub(super) alike: Vec<(usize, usize)>,
    /// The column that numbers the rows.
    pub(super) numbering: Option<usize>,
    /// Headings that mean nothing here.
    pub(super) unknown: Vec<(usize, String)>,
    /// The columns in which a cross may be the mark of who is absent: the list marks who is there otherwise.
    pub(super) crossed: Vec<usize>,
    /// The columns that hold number and name of a person in one cell.
    pub(super) joint: Vec<usize>,
    /// The columns whose long numbers a spreadsheet rounded.
    pub(super) rounded: Vec<usize>,
}

impl Bound {
    /// Leaves out what follows another column that the sheet does not have: a year alone is no quarter.
    pub(super) fn leave_alone_out(&mut self, columns: &[ListColumn]) {
        let firsts = self.pairs.iter().map(|(_, index)| &columns[*index]);
        let firsts = firsts.filter(|column| !column.joined);
        let firsts: Vec<Option<Target>> = firsts.map(|column| column.to.clone()).collect();
        self.pairs.retain(|(_, index)| {
            let column = &columns[*index];
            !column.joined || firsts.contains(&column.to)
        });
    }
}
