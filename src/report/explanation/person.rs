//! Somebody who counts in a figure, with the figure of her own that decides it.

use super::{BETWEEN, Found, Page, Value, cell_of, person_in};
use crate::measure::meaning::Cited;

impl Page<'_> {
    /// What is said of somebody who counts, and the figure with which she does, by the address that explains it: the first
    /// of her row in the report's list of these people, which is called as the part is.
    pub(super) fn with_own(&self, cited: &Cited, what: Value) -> Value {
        let own = self
            .own(cited)
            .map(|own| cell_of(&own.address(), &own.value().data()));
        match (what, own) {
            (Value::Key { key, label }, Some(own)) => Value::Key {
                key: [&*key, &*own].join(BETWEEN),
                label: [&*label, &*own].join(BETWEEN),
            },
            (what, _) => what,
        }
    }

    fn own(&self, cited: &Cited) -> Option<Found<'_>> {
        let part = self.told.question.parts[cited.part].column;
        let list = self.asked.report.tables().find(|table| table.id == part)?;
        let name = person_in(cited).filter(|_| list.id != self.figure.table.id)?;
        // Of two who are called alike nothing is said rather than something wrong.
        let mut rows = (0..list.rows.len()).filter(|row| list.rows[*row][0].data() == name);
        let row = rows.next().filter(|_| rows.next().is_none())?;
        let figures = (0..list.columns.len()).map(|column| Found {
            table: list,
            row,
            column,
        });
        let mut told = figures.filter(|found| found.value().is_figure());
        told.find(|found| found.question().is_some())
    }
}
