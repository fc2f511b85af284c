//! What hangs on the wall: the same figures as in the tables of the whole office.

use crate::files::Reading;
use crate::overview::total;
use crate::table::{Counted, Table, counted, over, row};
use crate::{complaints, movement, satisfaction};
use serde_json::Value;

pub(crate) const TABLES: &[Counted] = &[
    counted(&["notice"], "notice_quality", quality),
    counted(&["notice"], "notice_complaints", of_month),
];

fn line(key: &str, value: Value) -> (String, std::collections::BTreeMap<&'static str, Value>) {
    row(key, [("value", value)])
}

fn quality(reading: &Reading) -> Table {
    let all = total(satisfaction::by_unit(reading));
    ["ikm", "n"].map(|key| line(key, all[key].clone())).into()
}

fn of_month(reading: &Reading) -> Table {
    let came = total(complaints::by_unit(reading));
    let moved = total(movement::complaints(reading));
    let count = |column: &str| moved[column].as_f64().unwrap_or(0.0);
    let timed = count("resolved") - count("untimed");
    vec![
        line("received", came["received"].clone()),
        line("resolved", moved["resolved"].clone()),
        line("on_time", over(count("on_time"), timed)),
        line("open", moved["open"].clone()),
        line("overdue", came["overdue"].clone()),
    ]
}
