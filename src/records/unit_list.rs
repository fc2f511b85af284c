//! The units of an office, by number.

use super::index::IdIndex;
use super::time::Day;
use crate::diagnostic::Origin;
use std::collections::{HashMap, HashSet};

/// The units of an office, by number in the order of their tree: each is followed by those below it.
#[derive(Debug, Default)]
pub struct Units {
    index: IdIndex,
    /// Codes by number.
    pub codes: Vec<String>,
    /// Names by number.
    pub names: Vec<String>,
    /// Whether each serves the public, where that is known.
    pub is_public: Vec<Option<bool>>,
    /// Whether others that are known by the day lie below each.
    pub is_above: Vec<bool>,
    /// Where the row of each stands.
    pub origins: Vec<Origin>,
    /// The day from which each is known; `None` from the beginning.
    pub since: Vec<Option<Day>>,
}

impl Units {
    /// Adds a unit; one that is already there keeps its first row.
    pub fn add(&mut self, code: &str, name: &str, is_public: Option<bool>, origin: Origin) {
        if self.index.add(code).1 {
            self.origins.push(origin);
            self.codes.push(code.to_owned());
            self.names.push(name.to_owned());
            self.is_public.push(is_public);
            self.is_above.push(false);
            self.since.push(None);
        }
    }

    /// Units in the order of their tree, those side by side as in their file, as of a day: one that is known only from a
    /// later one on makes none of those above it such. What is above itself stands at the end.
    pub fn of_tree(rows: &[UnitRow], day: Day) -> Units {
        let known: HashSet<&str> = rows.iter().map(|row| &*row.code).collect();
        let mut below: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut waiting = Vec::new();
        for (at, row) in rows.iter().enumerate().rev() {
            match &row.parent {
                Some(parent) if known.contains(&**parent) => below.entry(parent).or_default().push(at),
                _ => waiting.push(at),
            }
        }
        let mut out = Units::default();
        while let Some(at) = waiting.pop() {
            out.add_row(&rows[at]);
            waiting.extend(below.remove(&*rows[at].code).unwrap_or_default());
        }
        rows.iter().for_each(|row| out.add_row(row));
        let known = rows
            .iter()
            .filter(|row| row.since.is_none_or(|since| since <= day));
        for parent in known.filter_map(|row| row.parent.as_deref()) {
            if let Some(above) = out.find(parent) {
                out.is_above[above as usize] = true;
            }
        }
        out
    }

    fn add_row(&mut self, row: &UnitRow) {
        let number = self.len();
        self.add(&row.code, &row.name, row.is_public, row.origin);
        if let Some(since) = self.since.get_mut(number) {
            *since = row.since;
        }
    }

    /// Whether a unit is known by a day.
    pub fn is_known(&self, unit: usize, day: Day) -> bool {
        self.since[unit].is_none_or(|since| since <= day)
    }

    /// Whether a unit is known to serve the public.
    pub fn serves(&self, unit: u32) -> bool {
        self.is_public[unit as usize] == Some(true)
    }

    /// The units known by a day of which nobody knows whether they serve the public.
    pub fn of_unknown_public(&self, day: Day) -> impl Iterator<Item = u32> {
        let all = 0..self.len();
        let unknown = all.filter(move |unit| self.is_known(*unit, day) && self.is_public[*unit].is_none());
        unknown.map(|unit| unit as u32)
    }

    /// The number of a unit.
    #[inline]
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

/// A row of `units.csv`.
#[derive(Debug)]
pub struct UnitRow {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The code of the unit above it.
    pub parent: Option<String>,
    /// Whether it serves the public, where that is known.
    pub is_public: Option<bool>,
    /// Where it stands.
    pub origin: Origin,
    /// The day from which it is known.
    pub since: Option<Day>,
}
