//! The ledgers of the months that were closed.

use super::partitions;
use crate::diagnostic::{Findings, Origin};
use crate::files::Directory;
use crate::records::closing::{ClosedFigure, MonthLedger, Posted, closed};
use crate::records::time::Month;
use crate::words::problem::Problem;

/// What was written of a month since it was closed first; nothing of one that never was.
pub fn ledger(directory: &Directory, month: Month, findings: &mut Findings) -> MonthLedger {
    let mut lines = Vec::new();
    let file = closed.file(&month.to_string());
    directory.scan(&closed, &file, findings, |row, findings| {
        if let Some(line) = row.read::<ClosedFigure<'_>>(findings) {
            lines.push(Posted::of(&line, row.origin));
        }
    });
    MonthLedger { month, lines }
}

/// That of every month that was ever closed, in their order.
pub fn ledgers(directory: &Directory, findings: &mut Findings) -> Vec<MonthLedger> {
    let months = partitions(directory, &closed).unwrap_or_else(|error| {
        let origin = Origin::whole(directory.number(&closed.path));
        findings.error(origin, Problem::unreadable(&error));
        Vec::new()
    });
    let months = months.iter().filter_map(|month| Month::parse(month));
    months.map(|month| ledger(directory, month, findings)).collect()
}
