//! Is it right? A list of named rules over everything that an office keeps; all of them run, and every finding is
//! told with its place.
//!
//! [`RULES`] is the documentation of `check`: each rule has a stable name, what it looks at, how grave a breach is,
//! and what must hold. A rule is a small function beside its declaration, in the file of its subject. *Errors* are wrong
//! for certain, *warnings* are incomplete or odd. What is wrong by itself (a cell, a key, a document) is an error of
//! reading, at which reports refuse; an error between values, rows or files is told here, and no command writes one.
//! Lateness in the work itself belongs to `due`, never to `check`. It knows nothing of output.
//!
//! ```text
//! Context (documents, people, ids) ── walk: one job a file ── Scene ── the rules that look at it ── Told ── Findings
//! ```

mod answers;
mod attendance;
mod certificates;
mod complaints;
mod context;
mod declared;
mod forums;
mod layout;
mod named;
mod papers;
mod participation;
mod people;
mod performance;
mod personal;
mod plans;
mod posted;
mod programme;
mod reading;
mod rolls;
mod rule;
mod scene;
mod settings;
mod surveys;
mod told;
mod trainings;
mod walk;
mod wanted;

pub use rule::Rule;

use crate::diagnostic::{Findings, Severity};
use crate::files::Directory;
use crate::records::time::{Day, Month};
use context::Context;
use std::collections::{BTreeMap, BTreeSet};

/// The rules of each subject, in the order of the list.
const SUBJECTS: &[&[Rule]] = &[
    reading::RULES,
    layout::RULES,
    declared::RULES,
    personal::RULES,
    settings::RULES,
    people::RULES,
    trainings::RULES,
    participation::RULES,
    rolls::RULES,
    attendance::RULES,
    performance::RULES,
    certificates::RULES,
    complaints::RULES,
    surveys::RULES,
    answers::RULES,
];

/// Every rule of `check`.
pub static RULES: &[Rule] = &joined::<{ count(SUBJECTS) }>(SUBJECTS);

/// Checks everything. `as_of` is the day on which it is checked: what is dated later has not come yet.
pub fn all(directory: &Directory, as_of: Day, findings: &mut Findings) {
    let context = Context::load(directory, as_of, findings);
    walk::run(&context, None, findings);
}

/// Checks the whole tables, and of those that are cut by month or period only the files from `first` to `last`, so
/// that its cost does not grow with the history.
pub fn within(directory: &Directory, as_of: Day, (first, last): (Month, Month), findings: &mut Findings) {
    let context = Context::load(directory, as_of, findings);
    walk::run(&context, Some((first, last)), findings);
}

/// Checks some files by name, with what they refer to: its cost is that of these files, of the people, and of the
/// small lists.
pub fn files(directory: &Directory, as_of: Day, names: &BTreeSet<String>, findings: &mut Findings) {
    let context = Context::load(directory, as_of, findings);
    walk::run_files(&context, names, findings);
}

/// How often a code was told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count {
    /// How grave: errors come first.
    pub severity: Severity,
    /// The code.
    pub code: String,
    /// How often.
    pub count: usize,
}

/// The findings by code: errors first, then by code.
pub fn summary(findings: &Findings) -> Vec<Count> {
    let mut counts: BTreeMap<(Severity, String), usize> = BTreeMap::new();
    for finding in findings.iter() {
        *counts
            .entry((finding.severity, finding.problem.code()))
            .or_default() += 1;
    }
    let counts = counts.into_iter();
    counts
        .map(|((severity, code), count)| Count {
            severity,
            code,
            count,
        })
        .collect()
}

/// How many rules there are.
const fn count(subjects: &[&[Rule]]) -> usize {
    let (mut sum, mut i) = (0, 0);
    while i < subjects.len() {
        sum += subjects[i].len();
        i += 1;
    }
    sum
}

/// The rules of all subjects as one list.
const fn joined<const N: usize>(subjects: &[&[Rule]]) -> [Rule; N] {
    let mut list = [subjects[0][0]; N];
    let (mut at, mut i) = (0, 0);
    while i < subjects.len() {
        let mut j = 0;
        while j < subjects[i].len() {
            list[at] = subjects[i][j];
            at += 1;
            j += 1;
        }
        i += 1;
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::problem::Problem;

    /// Raised by commands and reports, never by a reading of the records.
    const OF_COMMANDS: &[&str] = &["directory-missing"];

    #[test]
    fn every_code_belongs_to_exactly_one_rule() {
        let mut codes: Vec<String> = Problem::codes()
            .filter(|code| !OF_COMMANDS.contains(&&**code))
            .collect();
        let mut told: Vec<&str> = RULES.iter().flat_map(Rule::codes).collect();
        codes.sort();
        told.sort_unstable();
        assert_eq!(told, codes);
    }

    #[test]
    fn the_names_of_rules_are_unique_and_their_meanings_are_sentences() {
        let mut names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), RULES.len());
        for rule in RULES {
            for lang in [crate::words::Lang::Id, crate::words::Lang::En] {
                let meaning = rule.meaning(lang);
                assert!(
                    meaning.ends_with('.') && meaning.starts_with(char::is_uppercase),
                    "{}",
                    rule.name
                );
            }
            assert!(!rule.about().is_empty(), "{}", rule.name);
        }
    }
}
