//! Number and name of the people whom a list to fill in is about.

use crate::change::Draft;
use crate::files::Directory;
use crate::gather::reading::{Archive, Reading, names};
use crate::load::Office;
use crate::measure::trace::Trace;
use crate::records::organisation::{Staff, staff};
use crate::records::taking_part::{Participation, participation};
use crate::records::time::Period;
use crate::records::training::Training;
use std::collections::HashSet;

/// Number and name of who takes part in a programme; of everybody in the office where nobody is enrolled yet.
pub(super) fn participants(
    draft: &mut Draft<'_>,
    id: &str,
    programme: &Training,
    office: &Office,
) -> Vec<(String, String)> {
    let month = id.get(..7).unwrap_or_default();
    let rows = draft.rows(&participation, &participation.file(month));
    let enrolled: HashSet<&str> = rows
        .iter()
        .filter(|row| row.cells[Participation::training] == id)
        .map(|row| row.cells[Participation::staff].as_str())
        .collect();
    let people = draft.people();
    let mut found: Vec<(String, String)> = people
        .all()
        .iter()
        .filter(|one| enrolled.contains(one.id.as_str()))
        .map(|one| (one.nip.clone(), one.name.clone()))
        .collect();
    if found.is_empty() {
        return employed(
            draft.directory,
            office,
            Period::month(programme.end.value.month()),
        );
    }
    found.sort_by(|a, b| a.1.cmp(&b.1));
    found
}

/// Number and name of everybody who counts in the office at the end of a period, unit by unit.
pub(super) fn employed(directory: &Directory, office: &Office, period: Period) -> Vec<(String, String)> {
    let archive = Archive::new(directory, office, period);
    let roster = Reading::new(&archive, Trace::silent()).roster();
    let mut draft = Draft::new(directory);
    let counting = (0..roster.people.list.len() as u32).filter_map(|number| {
        let person = roster.people.list.get(number as usize)?;
        person.counting().map(|place| (place.unit, number))
    });
    let mut counting: Vec<(Option<u32>, u32)> = counting.collect();
    let numbers: Vec<u32> = counting.iter().map(|(_, number)| *number).collect();
    let names = names(directory, &numbers);
    counting.sort_by_key(|(unit, number)| (*unit, names.get(number).map(|name| name.bare.clone())));
    let rows = draft.rows(&staff, &staff.file(""));
    let nip = |id: &str| {
        let row = rows.iter().find(|row| row.cells[Staff::id] == id);
        row.map_or(String::new(), |row| row.cells[Staff::nip].clone())
    };
    let people = counting.iter().filter_map(|(_, number)| {
        let name = names.get(number)?;
        Some((nip(&roster.people.id(*number)), name.text.clone()))
    });
    people.collect()
}
