//! The code at the foot of a page: what it says of the page, and where it stands.

use super::figure::Pen;
use super::model::{Partial, Report, Sealed, Section, Table};
use crate::words::report::Text;

impl Table {
    /// All that it tells, the same in every language.
    pub(super) fn told(&self) -> String {
        let rows = self.rows.iter().map(|row| {
            let cells: Vec<_> = row.iter().map(|value| value.data()).collect();
            cells.join("\u{1f}")
        });
        rows.collect::<Vec<_>>().join("\u{1e}")
    }
}

impl Report {
    /// Puts the code at its foot, with what one types to hold it against the records.
    pub(super) fn seal_with(&mut self, pen: Pen, sealed: Sealed) {
        let code = sealed.seal.to_string();
        self.sections.push(Section {
            notes: vec![pen.note("code", Text::SealedWith { code })],
            ..pen.section("code", ("", ""))
        });
        self.seals.push(sealed);
    }

    /// What a sealed page says, in lines: its head, and the row that a reader holds against the paper.
    pub fn told_by(&self, sealed: &Sealed) -> Vec<String> {
        let (id, row) = sealed.row;
        let mut lines = vec![self.heading.last().cloned().unwrap_or_default()];
        lines.extend(self.heading_below.iter().cloned());
        let table = self.tables().find(|table| table.id == id);
        let cells = table.and_then(|table| Some(table.columns.iter().zip(table.rows.get(row)?)));
        let shown = cells
            .into_iter()
            .flatten()
            .filter(|(column, _)| !column.is_hidden);
        lines.extend(shown.filter_map(|(column, value)| {
            let words = Partial::from(value.clone()).shown;
            (!words.is_empty()).then(|| format!("{}: {words}", column.title))
        }));
        lines
    }
}
