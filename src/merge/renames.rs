//! Rows that a side calls by another name, and the other side's lines under the new name.

use crate::files::edit::Folio;
use crate::records::reference::Namesake;
use crate::records::table::{Schema, Shape};
use std::collections::BTreeSet;

/// The rows of a file that are gone under their keys and are there under others, where that is certain: exactly one came
/// with all the other cells; or one that shares at least half of them with it and with no other row, and among them one
/// that no other row has. Of rows whose key has several parts nobody can tell: another person may simply have taken a place.
pub fn renames(table: &Schema, [before, after]: [&str; 2]) -> Vec<(String, String)> {
    if table.keys() != 1 || table.shape != Shape::Keyed {
        return Vec::new();
    }
    let folios = [before, after].map(|text| Folio::parse(table, Some(text)).ok());
    let [Some(before), Some(after)] = folios.each_ref().map(|folio| folio.as_ref().map(rows)) else {
        return Vec::new();
    };
    let (mut gone, mut came) = (without(&before, &after), without(&after, &before));
    let mut pairs = alone(&gone, &came, |old, new| old.rest == new.rest);
    gone.retain(|row| pairs.iter().all(|(old, _)| *old != row.key));
    came.retain(|row| pairs.iter().all(|(_, new)| *new != row.key));
    let is_telling = |cell: &(String, String)| {
        [&before, &after]
            .into_iter()
            .all(|rows| rows.iter().filter(|row| row.rest.contains(cell)).count() == 1)
    };
    let is_near = |old: &Row, new: &Row| {
        let shared: Vec<_> = old.rest.iter().filter(|cell| new.rest.contains(cell)).collect();
        shared.len() * 2 >= old.rest.len() && shared.into_iter().any(is_telling)
    };
    pairs.extend(alone(&gone, &came, is_near));
    pairs
}

/// The keys of the rows that are there in one state of a file and not in another.
pub fn gone(table: &Schema, [before, after]: [&str; 2]) -> Vec<String> {
    let folios = [before, after].map(|text| Folio::parse(table, Some(text)).ok());
    let [Some(before), Some(after)] = folios.each_ref().map(|folio| folio.as_ref().map(rows)) else {
        return Vec::new();
    };
    without(&before, &after)
        .iter()
        .map(|row| row.key.clone())
        .collect()
}

/// A row: by what it is named, and what else is filled, by the names of the columns.
struct Row {
    key: String,
    rest: Vec<(String, String)>,
}

fn rows(folio: &Folio<'_>) -> Vec<Row> {
    let row = |at: usize| {
        let mut cells = folio.cells(at).into_iter();
        let key = cells.next().unwrap_or_default();
        let names = (1..).map(|column| format!("{column}"));
        let rest = names.zip(cells).chain(folio.own(at));
        let rest = rest.filter(|(_, cell)| !cell.is_empty()).collect();
        Row { key, rest }
    };
    (0..folio.len()).map(row).collect()
}

/// The rows whose keys the others have not.
fn without<'r>(rows: &'r [Row], others: &[Row]) -> Vec<&'r Row> {
    let known: BTreeSet<&str> = others.iter().map(|row| &*row.key).collect();
    rows.iter().filter(|row| !known.contains(&*row.key)).collect()
}

/// The keys of those that are each other's only match.
fn alone(gone: &[&Row], came: &[&Row], is_same: impl Fn(&Row, &Row) -> bool) -> Vec<(String, String)> {
    let pairs = gone.iter().filter_map(|old| {
        let mut matches = came.iter().filter(|new| is_same(old, new));
        let (new, None) = (matches.next()?, matches.next()) else {
            return None;
        };
        let is_only = gone.iter().filter(|other| is_same(other, new)).count() == 1;
        is_only.then(|| (old.key.clone(), new.key.clone()))
    });
    pairs.collect()
}

/// A file of a table with `new` wherever it names something by its old name, `with_own` row itself; as it is where it cannot
/// be read.
pub fn carried(table: &Schema, text: &str, (old, new): (Namesake<'_>, &str), with_own: bool) -> String {
    let Some(mut folio) = Folio::parse(table, Some(text))
        .ok()
        .filter(|_| text.contains(old.id))
    else {
        return text.to_owned();
    };
    for number in 0..folio.len() {
        for (column, cell) in old.changes(table, &folio.cells(number), new) {
            if with_own || table.name != old.of || column != Schema::FIRST {
                folio.set(number, column, &cell);
            }
        }
    }
    folio.to_text()
}
