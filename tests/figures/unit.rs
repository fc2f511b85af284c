//! The report about one unit: of what is counted for the whole office, what is about that unit and those below it.

use crate::files::{Reading, cell};
use crate::table::{Counted, Table};
use std::collections::BTreeSet;

/// The reports that have its tables.
const FROM: [&str; 3] = ["roster", "monthly", "complaints"];

/// The key of a total row.
const TOTAL: &str = "*";

/// The tables whose total row is that of these units; others have none.
const SUMMED: [&str; 3] = ["roster_by_unit", "hours_by_unit", "complaints_by_unit"];

/// Whether a table is counted for the report.
pub(crate) fn is_from(counted: &Counted) -> bool {
    counted.reports.iter().any(|report| FROM.contains(report))
}

/// The unit that is asked about, and every unit below it.
fn subtree(reading: &Reading) -> BTreeSet<String> {
    let mut own = BTreeSet::from([reading.about.clone()]);
    loop {
        let rows = reading.rows("units.csv");
        let below = rows.iter().filter(|row| own.contains(cell(row, "parent")));
        let more: Vec<String> = below.map(|row| cell(row, "code").to_owned()).collect();
        let before = own.len();
        own.extend(more);
        if own.len() == before {
            return own;
        }
    }
}

/// The units that are reported on: one with others below it, and one without.
pub(crate) fn units(reading: &Reading) -> Vec<String> {
    let all = reading.units();
    let is_alone = |code: &String| subtree(&reading.about(code.clone())).len() == 1;
    let top = all.iter().find(|code| !is_alone(code));
    let leaf = all.iter().rfind(|code| is_alone(code));
    top.into_iter().chain(leaf).cloned().collect()
}

/// Of a table of the office what is about these units, and whether it is only some of its rows: those of people and
/// things are told apart by names.
pub(crate) fn within(reading: &Reading, counted: &Counted) -> (Table, bool) {
    let (all, own) = ((counted.count)(reading), subtree(reading));
    let codes: BTreeSet<String> = reading.units().into_iter().collect();
    if !all.iter().any(|(key, _)| codes.contains(key)) {
        return (all, true);
    }
    let is_summed = SUMMED.contains(&counted.id) && own.len() > 1;
    let sum = |rows: &[&(String, _)], column: &str| -> f64 {
        let cells = rows.iter().map(
            |(_, cells): &&(String, std::collections::BTreeMap<&str, serde_json::Value>)| &cells[column],
        );
        cells.filter_map(serde_json::Value::as_f64).sum()
    };
    let units: Vec<_> = all.iter().filter(|(key, _)| codes.contains(key)).collect();
    let mine: Vec<_> = units
        .iter()
        .filter(|(key, _)| own.contains(key))
        .copied()
        .collect();
    let mut out: Table = mine.iter().map(|row| (*row).clone()).collect();
    let total = all.iter().find(|(key, _)| key == TOTAL).filter(|_| is_summed);
    if let Some((key, cells)) = total {
        // A mean or a median of several units is no sum of theirs.
        let added = cells
            .iter()
            .filter(|(column, of_all)| of_all.as_f64() == Some(sum(&units, column)));
        let added = added.map(|(column, _)| (*column, serde_json::json!(sum(&mine, column))));
        out.push((key.clone(), added.collect()));
    }
    (out, false)
}
