//! What the plan comes to, for the public: the titles of its items are for the office.

use super::super::figure::{Pen, table};
use super::super::model::{Table, Value};
use crate::measure::plan::PlanSums;
use crate::words::report_plan::PlanText;

/// The table: what was planned for the year beside what was done so far.
pub(super) fn of_year(pen: Pen, total: &PlanSums) -> Table {
    let columns = vec![
        pen.column("figure", PlanText::Figure).public(),
        pen.column("planned", PlanText::Planned).public(),
        pen.column("done", PlanText::DoneSoFar).public(),
    ];
    let line =
        |key: &str, words: PlanText, planned: Value, done: Value| vec![pen.key(key, words), planned, done];
    let actual = &total.actual;
    let rows = vec![
        line(
            "items",
            PlanText::PlanItems,
            pen.count(total.items),
            pen.count(total.done),
        ),
        line("late", PlanText::ItemsLate, Value::Missing, pen.count(total.late)),
        line(
            "participants",
            PlanText::People,
            pen.whole(total.participants),
            pen.count(actual.participants),
        ),
        line("jp", PlanText::Hours, pen.sum(total.jp), pen.sum(actual.jp)),
        line(
            "cost",
            PlanText::Money,
            pen.whole(total.cost),
            pen.whole(actual.cost),
        ),
    ];
    let out = table("plan_sums", String::new(), columns, rows, String::new());
    out.of_work().for_public()
}
