//! What a picture of a table shows: which of its columns, and how they are drawn.

/// A picture of the figures of the table that holds it. It names columns and has no figure of its own, so every format
/// draws what stands in the table, and what is withheld there is not drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Stable id, by which files and anchors are named.
    pub id: &'static str,
    /// Its caption.
    pub title: String,
    /// What is drawn, a mark for each row but the total.
    pub shape: Drawing,
    /// Whether everybody may see it; until its maker says so, nobody does outside the office.
    pub is_public: bool,
}

/// How columns are drawn, each named by its id. Along the axis stand the keys of the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// A line over the months of the rows, and behind it the band in which it is expected.
    Line {
        /// The figures of the months.
        value: &'static str,
        /// The lower and the upper edge of the band; `None` where nothing is expected.
        band: Option<[&'static str; 2]>,
    },
    /// A bar for each column, side by side.
    Bars(Vec<&'static str>),
    /// A dot a row, against what is the least allowed.
    Dots {
        /// The figures.
        value: &'static str,
        /// The floor of each row.
        floor: &'static str,
    },
    /// Two dots a row, joined: how far it has come.
    Dumbbell {
        /// Where it was.
        before: &'static str,
        /// Where it is.
        after: &'static str,
    },
    /// A bar a row, made of parts.
    Stacked(Vec<&'static str>),
    /// What was planned, and within it what was done.
    Progress {
        /// The plan.
        planned: &'static str,
        /// What came of it.
        actual: &'static str,
    },
}

impl Chart {
    /// A chart that nobody outside the office sees.
    pub fn new(id: &'static str, title: String, shape: Drawing) -> Chart {
        Chart {
            id,
            title,
            shape,
            is_public: false,
        }
    }

    /// A chart that everybody may see: its rows are neither people nor records.
    pub fn public(self) -> Chart {
        let is_public = true;
        Chart { is_public, ..self }
    }

    /// The columns that it draws, in the order of its legend.
    pub fn columns(&self) -> Vec<&'static str> {
        match &self.shape {
            Drawing::Line { value, band } => [*value]
                .into_iter()
                .chain(band.iter().flatten().copied())
                .collect(),
            Drawing::Bars(columns) | Drawing::Stacked(columns) => columns.clone(),
            Drawing::Dots { value, floor } => vec![value, floor],
            Drawing::Dumbbell { before, after } => vec![before, after],
            Drawing::Progress { planned, actual } => vec![planned, actual],
        }
    }
}
