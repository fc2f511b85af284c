//! Who there is and where, as of the last day of a month: what a report that stands by itself begins with.

use super::people::{load_people, load_units};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::records::organisation::Unit;
use crate::records::people::{People, Units};
use crate::records::table::Row;
use crate::records::time::Month;
use crate::records::tree::Tree;

/// Units and people.
#[derive(Debug)]
pub struct Ground {
    /// The units.
    pub units: Units,
    /// Which lies below which.
    pub tree: Tree,
    /// The people as they stood on the last day.
    pub people: People,
}

impl Ground {
    /// Reads units, people, postings and contracts.
    pub(super) fn load(directory: &Directory, month: Month, findings: &mut Findings) -> Ground {
        let units = load_units(directory, findings);
        let (people, _) = load_people(directory, &units, month, findings);
        let tree = load_tree(directory, &units);
        Ground { units, tree, people }
    }
}

/// Whether a person counts in a unit or below it, on the last day.
pub(super) fn is_within(people: &People, tree: &Tree, person: u32, unit: u32) -> bool {
    let person = people.list.get(person as usize);
    let own = person
        .filter(|person| person.counts())
        .and_then(|person| person.unit());
    own.is_some_and(|own| tree.is_within(own, unit))
}

/// The tree of the units. Everything wrong with their rows was told when they were loaded.
pub(super) fn load_tree(directory: &Directory, units: &Units) -> Tree {
    let (mut tree, mut told) = (Tree::new(units.len()), Findings::new());
    directory.scan(Unit::table(), "units.csv", &mut told, |row, told| {
        let Some(unit) = row.read::<Unit>(told) else {
            return;
        };
        let parent = unit.parent.and_then(|code| units.find(code.text()));
        if let (Some(number), Some(parent)) = (units.find(unit.code.text()), parent) {
            tree.put(number, parent);
        }
    });
    tree
}
