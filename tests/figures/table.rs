//! A table as plain counting gives it, and the comparison with a printed one.

use crate::files::Reading;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// A table as it ought to be: the key of a row, and its cells by column.
pub(crate) type Table = Vec<(String, BTreeMap<&'static str, Value>)>;

/// A table that is counted twice.
pub(crate) struct Counted {
    /// The reports that print it.
    pub(crate) reports: &'static [&'static str],
    pub(crate) id: &'static str,
    /// How many of its first columns tell its rows apart.
    pub(crate) keys: usize,
    /// Whether the report chooses some of the rows, and counts the rest at most.
    pub(crate) is_choice: bool,
    pub(crate) count: fn(&Reading) -> Table,
}

/// A table whose rows are told apart by the first column.
pub(crate) const fn counted(
    reports: &'static [&'static str],
    id: &'static str,
    count: fn(&Reading) -> Table,
) -> Counted {
    Counted {
        reports,
        id,
        keys: 1,
        is_choice: false,
        count,
    }
}

impl Counted {
    /// Tells rows apart by more columns than the first.
    pub(crate) const fn by(mut self, keys: usize) -> Counted {
        self.keys = keys;
        self
    }

    /// Only the rows that are printed must be right.
    pub(crate) const fn chosen(mut self) -> Counted {
        self.is_choice = true;
        self
    }
}

/// A row of a table.
pub(crate) fn row<const N: usize>(
    key: impl Into<String>,
    cells: [(&'static str, Value); N],
) -> (String, BTreeMap<&'static str, Value>) {
    (key.into(), BTreeMap::from(cells))
}

/// A part of a whole; nothing where there is no whole.
pub(crate) fn over(part: f64, of: f64) -> Value {
    json!((of != 0.0).then(|| part / of))
}

/// A part of a number of things.
pub(crate) fn share(part: usize, of: usize) -> Value {
    over(part as f64, of as f64)
}

/// The mean; `None` of nothing.
pub(crate) fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The value in the middle, or the mean of both.
pub(crate) fn median(mut values: Vec<i64>) -> Value {
    values.sort_unstable();
    let middle = values.len() / 2;
    match values.len() {
        0 => Value::Null,
        n if n % 2 == 1 => json!(values[middle]),
        _ => json!((values[middle - 1] + values[middle]) as f64 / 2.0),
    }
}

/// How many rows a list names; those behind are only counted.
const NAMED: usize = 40;

/// Half a unit of the sixth decimal, and a little for binary fractions.
const NEAR: f64 = 0.000_000_6;

/// A printed table: its cells by row and column.
#[derive(Default)]
pub(crate) struct Printed {
    pub(crate) rows: BTreeMap<String, BTreeMap<String, Value>>,
}

/// The table of a report in JSON whose first columns tell its rows apart.
pub(crate) fn printed(report: &Value, id: &str, keys: usize) -> Option<Printed> {
    let sections = report["sections"].as_array().unwrap().iter();
    let mut tables = sections.flat_map(|section| section["tables"].as_array().unwrap());
    let table = tables.find(|table| table["id"] == id)?;
    let columns = table["columns"].as_array().unwrap();
    let text = |cell: &Value| cell.as_str().map_or(cell.to_string(), str::to_owned);
    let row = |cells: &Value| {
        let cells = cells.as_array().unwrap();
        let key = cells[..keys].iter().map(text).collect::<Vec<_>>().join("/");
        let ids = columns.iter().map(|column| text(&column["id"]));
        // What is withheld is counted as nothing.
        let shown = cells
            .iter()
            .map(|cell| if cell == "*" { Value::Null } else { cell.clone() });
        (key, ids.zip(shown).collect())
    };
    Some(Printed {
        rows: table["rows"].as_array().unwrap().iter().map(row).collect(),
    })
}

impl Printed {
    /// What differs from the table that ought to be, by address: rows in any order, and every cell named there.
    /// A row of nothing need not be printed.
    pub(crate) fn differences(mut self, id: &str, is_choice: bool, expected: Table) -> Vec<(String, String)> {
        let is_whole = !is_choice && self.rows.len() < NAMED;
        let mut out = Vec::new();
        for (key, cells) in expected {
            let Some(row) = self.rows.remove(&key) else {
                let is_idle = cells.values().all(|cell| cell.as_f64().unwrap_or(0.0) == 0.0);
                out.extend((is_whole && !is_idle).then(|| (format!("{id}/{key}"), "no such row".to_owned())));
                continue;
            };
            for (column, cell) in cells {
                let printed = row.get(column).unwrap_or(&Value::Null);
                if !same(printed, &cell) {
                    out.push((
                        format!("{id}/{key}/{column}"),
                        format!("printed {printed}, counted {cell}"),
                    ));
                }
            }
        }
        out.extend(
            self.rows
                .keys()
                .map(|key| (format!("{id}/{key}"), "a row too many".to_owned())),
        );
        out
    }
}

fn same(printed: &Value, expected: &Value) -> bool {
    if let (Some(printed), Some(expected)) = (printed.as_object(), expected.as_object()) {
        let beside = |key: &String| same(&printed[key], &expected[key]);
        return printed.keys().eq(expected.keys()) && printed.keys().all(beside);
    }
    match (printed.as_f64(), expected.as_f64()) {
        (Some(printed), Some(expected)) => (printed - expected).abs() <= NEAR,
        _ => printed == expected,
    }
}

/// The columns that plain counting names.
pub(crate) fn columns(table: &Table) -> BTreeSet<&'static str> {
    table
        .iter()
        .flat_map(|(_, cells)| cells.keys().copied())
        .collect()
}
