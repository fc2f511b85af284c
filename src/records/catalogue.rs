//! The catalogue of competencies as measures rely on it: codes, names and kinds by number.

use super::code::CompetencyKind;
use super::index::IdIndex;

/// The competencies of an office, by number in the order of their file.
#[derive(Debug, Default)]
pub struct Competencies {
    index: IdIndex,
    /// Codes by number.
    pub codes: Vec<String>,
    /// Names by number.
    pub names: Vec<String>,
    /// Kinds by number; `None` when the row could not be read.
    pub kinds: Vec<Option<CompetencyKind>>,
}

impl Competencies {
    /// Adds one; one that is already there keeps its first row.
    pub fn add(&mut self, code: &str, name: &str, kind: Option<CompetencyKind>) {
        if self.index.add(code).1 {
            self.codes.push(code.to_owned());
            self.names.push(name.to_owned());
            self.kinds.push(kind);
        }
    }

    /// The number of a competency.
    pub fn find(&self, code: &str) -> Option<u32> {
        self.index.find(code)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }
}
