//! Is it right? A list of named rules over everything that an office keeps; all of them run, and every finding is
//! told with its place.
//!
//! [`rules`] is the documentation of `check`: each rule has a stable name, what it looks at, how grave a breach is,
//! and what must hold. A rule is a small function beside its declaration, in the file of its subject. *Errors* are wrong
//! for certain, *warnings* are incomplete or odd. What is wrong by itself (a cell, a key, a document) is an error of
//! reading, at which reports refuse; an error between values, rows or files is told here, and no command writes one.
//! Lateness in the work itself belongs to `due`, never to `check`. It knows nothing of output.
//!
//! ```text
//! Register (documents, people, ids) ─ walk: one job a file ─ Dossier ─ the rules that look at it ─ Remarks ─ Findings
//! ```

mod absent;
mod answers;
mod attendance;
mod career;
mod certificates;
mod circles;
mod complaints;
mod declared;
mod dossier;
mod forums;
mod imports;
mod jobs;
mod layout;
mod list;
mod lookup;
mod named;
mod papers;
mod participation;
mod partition;
mod people;
mod performance;
mod personal;
mod plans;
mod posted;
mod programme;
mod reading;
mod register;
mod remarks;
mod rolls;
mod rule;
mod settings;
mod spelling;
mod surveys;
mod trainings;
mod twice;
mod walk;

pub use absent::lacking;
pub use list::rules;
pub use rule::Rule;

use crate::diagnostic::{Findings, Origin, Severity};
use crate::files::Directory;
use crate::records::time::{Day, Month};
use crate::words::problem::Problem;
use register::Register;
use std::collections::{BTreeMap, BTreeSet};

/// Checks everything. `as_of` is the day on which it is checked: what is dated later has not come yet.
pub fn all(directory: &Directory, as_of: Day, findings: &mut Findings) {
    let register = Register::load(directory, as_of, findings);
    walk::run(&register, None, findings);
}

/// Checks the whole tables, and of those that are cut by month or period only the files from `first` to `last`, so
/// that its cost does not grow with the history.
pub fn within(directory: &Directory, as_of: Day, (first, last): (Month, Month), findings: &mut Findings) {
    let register = Register::load(directory, as_of, findings);
    walk::run(&register, Some((first, last)), findings);
}

/// Checks some files by name, with what they refer to: its cost is that of these files, of the people, and of the
/// small lists.
pub fn files(directory: &Directory, as_of: Day, names: &BTreeSet<String>, findings: &mut Findings) {
    let register = Register::load(directory, as_of, findings);
    walk::run_files(&register, names, findings).tell_rows(findings);
}

/// Where something that a report read is wrong or doubted, checks all that it read: its `findings` become the errors that
/// `check` tells of these files. What only follows from a file that cannot be read as it stands is no finding.
pub fn read(directory: &Directory, as_of: Day, findings: &mut Findings) {
    let mut names = directory.read_names();
    if !findings.is_doubted() && !absent::is_lacking(directory, &names) {
        return;
    }
    let read = names.clone();
    let is_asked = |file: &str| absent::is_asked(&read, file);
    names.extend(absent::namers(directory, &read));
    let (mut told, mut gone) = (Findings::new(), Findings::new());
    let register = Register::load(directory, as_of, &mut told);
    walk::run_files(&register, &names, &mut told).tell(directory, is_asked, &mut gone);
    // A rule that the report lacks may have no file that could be read.
    let lacking = findings
        .iter()
        .filter(|finding| finding.origin == Origin::NOWHERE);
    let lacking: Vec<Problem> = lacking.map(|finding| finding.problem.clone()).collect();
    let is_read = |file: u32| directory.name(file).is_some_and(|name| read.contains(&name));
    told.retain(|finding| is_read(finding.origin.file()) || lacking.contains(&finding.problem));
    told.append(gone);
    told.retain(|finding| finding.severity == Severity::Error);
    if told.errors() > 0 {
        // What a report lacks on another day than that of the check is known to it alone.
        let is_told = |problem: &Problem| told.iter().any(|finding| finding.problem == *problem);
        findings.retain(|finding| finding.origin == Origin::NOWHERE && !is_told(&finding.problem));
        findings.append(told);
    }
}

/// How often a code was told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CodeCount {
    /// How grave the findings are: errors come first.
    pub severity: Severity,
    /// The stable name of what was found, as every finding shows it.
    pub code: String,
    /// How many findings have it.
    pub count: usize,
}

/// The findings by code: errors first, then by code.
pub fn summary(findings: &Findings) -> Vec<CodeCount> {
    let mut counts: BTreeMap<(Severity, String), usize> = BTreeMap::new();
    for finding in findings.iter() {
        *counts
            .entry((finding.severity, finding.problem.code()))
            .or_default() += 1;
    }
    for (_, severity, code, count) in findings.more() {
        *counts.entry((severity, code.to_owned())).or_default() += count;
    }
    let counts = counts.into_iter();
    counts
        .map(|((severity, code), count)| CodeCount {
            severity,
            code,
            count,
        })
        .collect()
}
