//! Which unit lies below which, and who works in a unit or below it.

use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::records::organisation::Unit;
use crate::records::people::{People, Units};
use crate::records::table::Row;
use crate::records::tree::Tree;

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
