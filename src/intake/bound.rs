//! What the columns of one table on a sheet become.

/// What the columns of one table on a sheet become.
#[derive(Debug, Default)]
pub(super) struct Bound {
    /// Places on the sheet with the columns of the form that they feed.
    pub(super) pairs: Vec<(usize, usize)>,
    /// The column that numbers the rows.
    pub(super) numbering: Option<usize>,
    /// Headings that mean nothing here.
    pub(super) unknown: Vec<(usize, String)>,
    /// The columns whose long numbers a spreadsheet rounded.
    pub(super) rounded: Vec<usize>,
}
