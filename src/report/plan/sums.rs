//! What the plan comes to, for the public: the titles of its items are for the office.

use super::super::figure::Pen;
use super::super::model::{Table, Value};
use crate::measure::plan::{PlanColumn as Of, PlanSums};

/// The table: what was planned for the year beside what was done so far.
pub(super) fn of_year(pen: Pen, total: &PlanSums) -> Table {
    let whole = |column| pen.whole(total.of(column).into());
    let jp = |column| pen.sum(total.of(column).into());
    let lines = [
        (
            "items",
            ("Butir rencana", "Items of the plan"),
            whole(Of::items),
            whole(Of::done),
        ),
        (
            "late",
            ("Butir yang terlambat", "Items that are late"),
            Value::Missing,
            whole(Of::late),
        ),
        (
            "participants",
            ("Peserta", "Participants"),
            whole(Of::participants_standing),
            whole(Of::participants),
        ),
        ("jp", ("JP", "JP"), jp(Of::jp_standing), jp(Of::jp)),
        (
            "cost",
            ("Anggaran (rupiah)", "Budget (rupiah)"),
            whole(Of::budget_standing),
            whole(Of::cost),
        ),
    ];
    pen.list("plan_sums", lines)
        .col("figure", ("Hal", "Figure"), |(key, words, ..)| {
            pen.key(key, *words)
        })
        .public()
        .col(
            "planned",
            ("Rencana setahun", "Planned for the year"),
            |(_, _, planned, _)| planned.clone(),
        )
        .public()
        .col("done", ("Realisasi", "Done so far"), |(.., done)| done.clone())
        .public()
        .table()
        .of_work()
        .for_public()
}
