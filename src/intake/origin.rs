//! To which batch a row of a list of answers belongs.

use super::cells::ListCells;
use super::row::ListRow;
use crate::change::{Request, evidence};

/// What stands between a batch and how many of it were recorded when a row was rejected.
const BESIDE: char = '/';

/// The batch that a row belongs to.
pub(super) struct BatchOrigin {
    /// The batch.
    pub(super) batch: String,
    /// How many answers of it were recorded when the row was rejected; `None` for a row that never was.
    pub(super) beside: Option<usize>,
}

impl BatchOrigin {
    /// That of a row: the one it was rejected from, else as typed, else that of its file and sheet.
    pub(super) fn of(request: &Request<'_>, row: &ListRow<'_>, fields: &ListCells) -> BatchOrigin {
        let told = fields
            .get("responses", "batch")
            .map(|told| told.cell.text.as_str());
        let told = told.and_then(|text| {
            let (batch, count) = text.rsplit_once(BESIDE)?;
            Some((batch.to_owned(), count.trim().parse().ok()?))
        });
        match told {
            Some((batch, count)) => BatchOrigin {
                batch,
                beside: Some(count),
            },
            None => BatchOrigin {
                batch: batch(request, row),
                beside: None,
            },
        }
    }
    /// What a rejected row brings along: its batch, with how many of that are recorded.
    pub(super) fn mark(&self, count: usize) -> String {
        format!("{}{BESIDE}{count}", self.batch)
    }
}

/// The batch of a row: as typed, else that of its file and sheet.
fn batch(request: &Request<'_>, row: &ListRow<'_>) -> String {
    if let Some(batch) = request.get("batch") {
        return batch.to_owned();
    }
    let source = row.spot();
    let file = source.file.rsplit(['/', '\\']).next().unwrap_or_default();
    let source = format!("{file}\n{}", source.sheet.as_deref().unwrap_or_default());
    format!("b{}", &evidence::sha256(source.as_bytes())[..7])
}
