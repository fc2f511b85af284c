//! The figures of a report, by their addresses.

use super::model::{Report, Style, Table};
use super::person::has_place;
pub use crate::records::closing::{Figures, Moved, moved};

/// The figures of a report as data have them, each with what it is of and what is not known beside it, one that is not known as an empty text; and how many rows each table has.
///
/// What would name somebody is left out while people are still numbers: rows about one person, whose figures are in the
/// sums. So are sentences, whose address is only their place.
pub fn statement(report: &Report) -> Figures {
    let mut all = Figures::new();
    for table in report.tables() {
        let rows = table.rows.iter().filter(|row| !Table::is_total(row));
        all.insert(table.id.to_owned(), rows.count().to_string());
        if table.style == Style::Grid {
            cells(table, &mut all);
        }
    }
    all
}

fn cells(table: &Table, all: &mut Figures) {
    let addresses = table.addresses();
    let rows = addresses.iter().zip(&table.rows);
    for (address, row) in rows.filter(|(address, _)| !has_place(address)) {
        for (column, value) in table.columns.iter().zip(row) {
            let data = value.data();
            if value.is_figure() || (data.is_empty() && !column.meanings.is_empty()) {
                let address = format!("{}/{address}/{}", table.id, column.id);
                all.insert(address, value.stated());
            }
        }
    }
}
