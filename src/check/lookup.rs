//! References to rows of tables that are cut by month: too many to hold, so each file that they name is read once.

use crate::diagnostic::{Finding, Findings};
use crate::files::Directory;
use crate::records::table::Table;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// A reference to a row of a table that is not in memory: looked up when all files were read.
#[derive(Clone, Debug)]
pub(super) struct Lookup {
    pub(super) table: &'static Table,
    /// The file in which it must stand.
    pub(super) file: String,
    /// The key cells of the row, joined by slashes.
    pub(super) key: String,
    /// What to tell when it is not there.
    pub(super) missing: Finding,
}

/// Looks up the references to rows that no job had in memory: every file that they name is read once.
pub(super) fn resolve(directory: &Directory, lookups: Vec<Lookup>, findings: &mut Findings) {
    let mut by_file: BTreeMap<String, Vec<Lookup>> = BTreeMap::new();
    for one in lookups {
        by_file.entry(one.file.clone()).or_default().push(one);
    }
    for (file, list) in by_file {
        let keys: BTreeSet<&str> = list.iter().map(|one| &*one.key).collect();
        let found = found_keys(directory, list[0].table, &file, &keys);
        let missing = list.iter().filter(|one| !found.contains(&one.key));
        missing.for_each(|one| findings.push(one.missing.clone()));
    }
}

/// Which of some keys a file has.
fn found_keys(directory: &Directory, table: &Table, file: &str, keys: &BTreeSet<&str>) -> HashSet<String> {
    let mut found = HashSet::new();
    let mut key = String::new();
    directory.scan(table, file, &mut Findings::new(), |raw, _| {
        key.clear();
        for column in 0..table.keys() {
            if column > 0 {
                key.push('/');
            }
            key.push_str(raw.cells.get(column));
        }
        if keys.contains(&*key) {
            found.insert(key.clone());
        }
    });
    found
}
