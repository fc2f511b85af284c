//! How a rule says what it found: the severity comes from the rule, the place from the row.

use super::rule::Rule;
use super::wanted::Wanted;
use crate::diagnostic::{Finding, Findings, Origin};
use crate::records::table::Table;
use crate::words::problem::Problem;
use std::collections::{HashMap, HashSet};

/// What the rules noted about one file.
#[derive(Debug, Default)]
pub(super) struct Notes {
    list: Vec<Finding>,
    /// What is told once a file, by rule.
    once: HashSet<(&'static str, String)>,
    /// The first finding of a rule in a column.
    first: HashMap<(&'static str, String), usize>,
    pub(super) wanted: Vec<Wanted>,
}

impl Notes {
    /// Hands over the findings; what comes next is about another file.
    pub(super) fn flush(&mut self, findings: &mut Findings) {
        self.list.drain(..).for_each(|finding| findings.push(finding));
        self.once.clear();
        self.first.clear();
    }
}

/// The voice of one rule about one row or document.
#[derive(Debug)]
pub(super) struct Told<'n> {
    rule: &'static Rule,
    row: Origin,
    notes: &'n mut Notes,
}

impl<'n> Told<'n> {
    /// The voice of `rule` about the row or document at `row`.
    pub(super) fn new(rule: &'static Rule, row: Origin, notes: &'n mut Notes) -> Told<'n> {
        Told { rule, row, notes }
    }

    /// The number of the file that it speaks of.
    pub(super) fn file(&self) -> u32 {
        self.row.file()
    }

    /// Tells a problem of the row as a whole.
    pub(super) fn row(&mut self, problem: Problem) {
        self.at(self.row, problem);
    }

    /// Tells a problem at another place.
    pub(super) fn at(&mut self, origin: Origin, problem: Problem) {
        self.push(origin, None, problem);
    }

    /// Tells a problem in a column of the row.
    pub(super) fn cell(&mut self, column: &str, problem: Problem) {
        self.push(self.row, Some(column), problem);
    }

    /// Tells a problem in a column of another row of the file.
    pub(super) fn cell_at(&mut self, row: Origin, column: &str, problem: Problem) {
        self.push(row, Some(column), problem);
    }

    /// Tells, when all files were read, that a row is not there.
    pub(super) fn unless_found(&mut self, table: &'static Table, partition: String, key: &str, column: &str) {
        let (file, id) = (table.file(&partition), key.to_owned());
        let missing = self.finding(
            self.row,
            Some(column),
            Problem::ReferenceUnknown { table: file, id },
        );
        self.notes.wanted.push(Wanted {
            table,
            partition,
            key: key.to_owned(),
            missing,
        });
    }

    /// Whether this rule has not yet spoken of `what` in this file.
    pub(super) fn is_first(&mut self, what: &str) -> bool {
        self.notes.once.insert((self.rule.name, what.to_owned()))
    }

    /// The problem that this rule told first in a column of this file, to be counted up.
    pub(super) fn earlier(&mut self, column: &str) -> Option<&mut Problem> {
        let index = *self.notes.first.get(&(self.rule.name, column.to_owned()))?;
        self.notes.list.get_mut(index).map(|finding| &mut finding.problem)
    }

    fn push(&mut self, origin: Origin, column: Option<&str>, problem: Problem) {
        let finding = self.finding(origin, column, problem);
        let place = (self.rule.name, column.unwrap_or("").to_owned());
        self.notes.first.entry(place).or_insert(self.notes.list.len());
        self.notes.list.push(finding);
    }

    fn finding(&self, origin: Origin, column: Option<&str>, problem: Problem) -> Finding {
        debug_assert!(
            self.rule.name == problem.code(),
            "the rule {} told {}",
            self.rule.name,
            problem.code()
        );
        Finding {
            severity: self.rule.severity,
            origin,
            column: column.map(str::to_owned),
            problem,
        }
    }
}
