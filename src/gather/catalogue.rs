//! The catalogue of competencies, and what posts require.

use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::records::competence::{Competency, Standard};
use crate::records::table::Row;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The names of competencies, by code.
pub(super) fn competencies(directory: &Directory, findings: &mut Findings) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    directory.scan(
        Competency::table(),
        "competencies.csv",
        findings,
        |row, findings| {
            if let Some(read) = row.read::<Competency>(findings) {
                out.insert(read.code.text().to_owned(), read.name.to_owned());
            }
        },
    );
    out
}

/// The competencies that each position requires, by its name.
pub(super) fn standards(directory: &Directory, findings: &mut Findings) -> HashMap<String, HashSet<String>> {
    let mut out: HashMap<String, HashSet<String>> = HashMap::new();
    directory.scan(Standard::table(), "standards.csv", findings, |row, findings| {
        if let Some(read) = row.read::<Standard>(findings) {
            let required = out.entry(read.position.to_owned()).or_default();
            required.insert(read.competency.text().to_owned());
        }
    });
    out
}
