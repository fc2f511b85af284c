//! One person's own page.

use crate::files::{Reading, cell, number};
use crate::hours::{completed, january};
use crate::table::{Counted, Table, counted, row};
use serde_json::json;

pub(crate) const TABLES: &[Counted] = &[counted(&["staff"], "attended", attended)];

/// What the person completed since January, with the JP as on the certificate and as recognised.
fn attended(reading: &Reading) -> Table {
    let rows = reading.rows("participation");
    let own = completed(&rows, &reading.about, january(reading.on()), reading.on());
    let cells = |column| move |row| json!(number(row, column));
    own.map(|one| {
        row(
            cell(one, "training"),
            [
                ("jp", cells("jp")(one)),
                ("jp_recognised", cells("jp_recognised")(one)),
            ],
        )
    })
    .collect()
}
