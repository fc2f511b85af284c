//! Where the lines of a file came from, when all of it came out of a sheet of another program.

use crate::diagnostic::Location;
use crate::words::import::Spot;
use crate::words::{Lang, Say};

/// The sheet and the rows of which a file was made.
#[derive(Clone, Debug, Default)]
pub struct Provenance {
    /// The sheet.
    pub sheet: Spot,
    /// The first line of the file that a row became, with the number of the row; both rise.
    pub lines: Vec<(usize, usize)>,
    /// The column of the sheet that each cell of a line came from, from 0.
    pub columns: Vec<usize>,
    /// How many errors were in the file when it left: so many may come back with it.
    pub errors: usize,
}

impl Provenance {
    /// A place in the file as the cell that it came from.
    pub fn of(&self, place: &Location, lang: Lang) -> Location {
        let after = self.lines.partition_point(|(line, _)| *line <= place.line);
        let Some((_, row)) = after.checked_sub(1).map(|at| self.lines[at]) else {
            return place.clone();
        };
        let mut is_quoted = false;
        let ends_cell = move |letter: &char| {
            is_quoted ^= *letter == '"';
            *letter == ',' && !is_quoted
        };
        let before = place.source.chars().take(place.column.saturating_sub(1));
        let cell = before.filter(ends_cell).count();
        let column = self.columns.get(cell).or(self.columns.first()).copied();
        let spot = Spot {
            row,
            column: column.filter(|_| place.column > 1),
            ..self.sheet.clone()
        };
        Location {
            path: spot.text(lang),
            source: place.source.clone(),
            ..Location::default()
        }
    }
}
