//! What a table is about, and how it is laid out for a reader of text.

/// What the rows of a table are about. Until a builder says so, no public edition shows the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum About {
    /// Nobody said.
    #[default]
    Unsaid,
    /// What the office does: no figure is about some of its people, or groups that are too small are hidden already.
    Work,
    /// Lines that each tell something of its own: what is about too few people is hidden for itself.
    Lines {
        /// Columns, each with the one that says about how few people it tells; nothing where it is about the office.
        sizes: &'static [(&'static str, &'static str)],
        /// Whether these are the office's own people, of whom a small office tells nothing.
        is_own: bool,
    },
    /// Groups of people, each row one.
    People {
        /// The columns with the parts of a group whose sizes the figures tell, each row about no fewer than the smallest.
        sizes: &'static [&'static str],
        /// Whether nobody stands in two groups.
        is_parting: bool,
    },
}

/// How a table is shown to a reader of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// As a grid with headings.
    #[default]
    Grid,
    /// As a numbered list of its shown cells, for sentences.
    List,
    /// As lines without number, for sentences.
    Lines,
    /// Each row on a sheet of its own, cell below cell, each under the heading of its column: for what is handed over.
    Sheets,
}
