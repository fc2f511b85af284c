//! Rows that a side calls by another name, and the other side's lines under the new name.

use crate::files::edit::Folio;
use crate::records::reference::Namesake;
use crate::records::table::{Schema, Shape};
use std::collections::{BTreeMap, BTreeSet};

/// The rows of a file that are gone and of each of which exactly one came with all its other cells: their keys before and
/// now. Of rows whose key has several parts nobody can tell: another person may simply have taken a place.
pub fn renames(table: &Schema, [before, after]: [&str; 2]) -> Vec<(String, String)> {
    if table.keys() != 1 || table.shape != Shape::Keyed {
        return Vec::new();
    }
    let folios = [before, after].map(|text| Folio::parse(table, Some(text)).ok());
    let [Some(before), Some(after)] = folios else {
        return Vec::new();
    };
    let keys = |folio: &Folio<'_>| {
        let keys = (0..folio.len()).map(|at| folio.cells(at)[Schema::FIRST].clone());
        keys.collect::<BTreeSet<_>>()
    };
    let lone = |folio: &Folio<'_>, known: BTreeSet<String>| {
        let mut rows: BTreeMap<_, Vec<String>> = BTreeMap::new();
        for at in 0..folio.len() {
            let cells = folio.cells(at);
            if !known.contains(&cells[Schema::FIRST]) {
                let rest = (cells[1..].to_vec(), folio.own(at));
                rows.entry(rest).or_default().push(cells[Schema::FIRST].clone());
            }
        }
        rows
    };
    let (gone, came) = (lone(&before, keys(&after)), lone(&after, keys(&before)));
    let pairs = gone.into_iter().filter_map(|(rest, old)| {
        let ([old], [new]) = (&old[..], &came.get(&rest)?[..]) else {
            return None;
        };
        Some((old.clone(), new.clone()))
    });
    pairs.collect()
}

/// A file of a table with `new` wherever it names something by its old name; as it is where it cannot be read.
pub fn carried(table: &Schema, text: &str, (old, new): (Namesake<'_>, &str)) -> String {
    let Some(mut folio) = Folio::parse(table, Some(text))
        .ok()
        .filter(|_| text.contains(old.id))
    else {
        return text.to_owned();
    };
    for number in 0..folio.len() {
        for (column, cell) in old.changes(table, &folio.cells(number), new) {
            folio.set(number, column, &cell);
        }
    }
    folio.to_text()
}
