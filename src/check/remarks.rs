//! How a rule says what it found: the severity comes from the rule, the place from the row.

use super::absent::Absent;
use super::lookup::{Alike, Count, Lookup, Sighting, Topic, Twin, Wording};
use crate::diagnostic::{Finding, Findings, Origin, Severity};
use crate::records::table::Schema;
use crate::words::problem::Problem;
use std::collections::{HashMap, HashSet};

/// What the rules noted about one file.
#[derive(Debug, Default)]
pub(super) struct Notebook {
    list: Findings,
    /// What is told once a file, by rule.
    once: HashSet<(&'static str, String)>,
    /// The first finding of a rule in a column.
    first: HashMap<(&'static str, String), usize>,
    pub(super) absent: Absent,
    pub(super) lookups: Vec<Lookup>,
    pub(super) sightings: Vec<Sighting>,
    pub(super) counts: Vec<Count>,
    /// Programmes that participants speak of, with what is told of one in which nobody takes part.
    pub(super) answered: Vec<(String, Finding)>,
    pub(super) wordings: Vec<Wording>,
}

impl Notebook {
    /// Hands over the findings; what comes next is about another file.
    pub(super) fn flush(&mut self, findings: &mut Findings) {
        findings.append(std::mem::take(&mut self.list));
        self.once.clear();
        self.first.clear();
    }
}

/// What one rule has to say about one row or document.
#[derive(Debug)]
pub(super) struct Remarks<'n> {
    /// The name of the rule, which is the code of what it finds.
    code: &'static str,
    severity: Severity,
    row: Origin,
    notebook: &'n mut Notebook,
}

impl<'n> Remarks<'n> {
    /// What the rule with that code has to say about the row or document at `row`.
    pub(super) fn new(
        code: &'static str,
        severity: Severity,
        row: Origin,
        notebook: &'n mut Notebook,
    ) -> Remarks<'n> {
        Remarks {
            code,
            severity,
            row,
            notebook,
        }
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

    /// Notes that something is named which is not in the file where it should lie.
    pub(super) fn absent(&mut self, file: &str, origin: Origin, column: Option<&str>, alone: Problem) {
        let alone = self.finding(origin, column, alone);
        self.notebook.absent.note(file, alone);
    }

    /// The same of what a cell names.
    pub(super) fn cell_absent(&mut self, file: &str, column: &str, alone: Problem) {
        self.absent(file, self.row, Some(column), alone);
    }

    /// Tells, when all files were read, that a row is not there.
    pub(super) fn unless_found(
        &mut self,
        table: &'static Schema,
        partition: Option<&str>,
        key: &str,
        column: &str,
    ) {
        let (file, key) = (partition.map(|partition| table.file(partition)), key.to_owned());
        let place = file.clone().unwrap_or_else(|| table.path.to_string());
        let problem = Problem::ReferenceUnknown {
            table: place,
            id: key.clone(),
        };
        let missing = self.finding(self.row, Some(column), problem);
        self.notebook.lookups.push(Lookup {
            table,
            file,
            key,
            missing,
        });
    }

    /// Tells, when all files were read, that more people answered than took part, or than the people who could.
    pub(super) fn unless_took_part(
        &mut self,
        (about, people): (Topic, Option<usize>),
        answers: usize,
        origin: Origin,
    ) {
        let severity = self.severity;
        self.notebook.counts.push(Count {
            about,
            people,
            answers,
            severity,
            origin,
        });
    }

    /// Notes, when all files were read, that nobody is on record as taking part in a programme that participants speak of.
    pub(super) fn unless_on_roll(&mut self, training: &str, origin: Origin, problem: Problem) {
        let told = self.finding(origin, Some("training"), problem);
        self.notebook.answered.push((training.to_owned(), told));
    }

    /// Tells, when all files were read, that an earlier row has the same key and another `apart`.
    pub(super) fn unless_alone(&mut self, column: &'static str, apart: (String, String), problem: Twin) {
        self.unless_alone_at(self.row, Some(column), apart, problem);
    }

    /// The same at another place of the file.
    pub(super) fn unless_alone_at(
        &mut self,
        origin: Origin,
        column: Option<&'static str>,
        (key, apart): (String, String),
        problem: Twin,
    ) {
        self.notebook.sightings.push(Sighting {
            rule: self.code,
            severity: self.severity,
            origin,
            column,
            key,
            apart,
            problem,
        });
    }

    /// Tells, when all files were read, that a text is nearly another one of its list of words.
    pub(super) fn unless_alike(
        &mut self,
        (vocabulary, text): (&'static str, &str),
        (origin, column): (Option<Origin>, Option<&str>),
        problem: Alike,
    ) {
        let origin = origin.unwrap_or(self.row);
        let told = self.finding(origin, column, problem(text.to_owned(), String::new()));
        self.notebook.wordings.push(Wording {
            vocabulary,
            text: text.to_owned(),
            problem,
            told,
        });
    }

    /// Whether this rule has not yet spoken of `what` in this file.
    pub(super) fn is_first(&mut self, what: &str) -> bool {
        self.notebook.once.insert((self.code, what.to_owned()))
    }

    /// The problem that this rule told first in a column of this file, to be counted up.
    pub(super) fn earlier(&mut self, column: &str) -> Option<&mut Problem> {
        let index = *self.notebook.first.get(&(self.code, column.to_owned()))?;
        let finding = self.notebook.list.get_mut(index);
        finding.map(|finding| &mut finding.problem)
    }

    fn push(&mut self, origin: Origin, column: Option<&str>, problem: Problem) {
        let finding = self.finding(origin, column, problem);
        let kept = self.notebook.list.kept();
        self.notebook.list.push(finding);
        if self.notebook.list.kept() > kept {
            let place = (self.code, column.unwrap_or("").to_owned());
            self.notebook.first.entry(place).or_insert(kept);
        }
    }

    fn finding(&self, origin: Origin, column: Option<&str>, problem: Problem) -> Finding {
        debug_assert!(
            self.code == problem.code(),
            "the rule {} told {}",
            self.code,
            problem.code()
        );
        Finding {
            severity: self.severity,
            origin,
            column: column.map(str::to_owned),
            problem,
        }
    }
}
