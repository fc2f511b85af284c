//! Which programmes somebody may have meant who typed an id that no document has.

use super::{Draft, Reason, Record, paper};
use crate::load;
use crate::records::cell::{Cell, TrainingId};
use crate::records::organisation::{Unit, units};
use crate::records::table;
use crate::records::training::Training;
use crate::words::change::Slip;

/// How many candidates a refusal names.
const NAMED: usize = 4;

/// The id of the programme that `typed` means.
///
/// # Errors
/// No document has it; the reason names those that it may mean.
pub fn training(draft: &mut Draft<'_>, typed: &str) -> Result<String, Reason> {
    let id = typed.trim();
    let file = TrainingId::parse(id).ok().and_then(load::training_file);
    match file.is_some_and(|file| draft.exists(&file)) {
        true => Ok(id.to_owned()),
        false => Err(training_none(draft, id)),
    }
}

/// The code of the unit that `typed` means: its code, or a part of its name that fits one unit.
///
/// # Errors
/// None has it, or several.
pub fn unit(draft: &mut Draft<'_>, typed: &str) -> Result<String, Reason> {
    let typed = typed.trim();
    let wanted = words(typed);
    let rows = draft.rows(&units, &units.path);
    let code = |row: &Record| row.cells[Unit::code].clone();
    if let Some(row) = rows.iter().find(|row| row.cells[Unit::code] == typed) {
        return Ok(code(row));
    }
    let fits = |row: &&Record| {
        let own = words(&row.cells[Unit::name]);
        !wanted.is_empty()
            && wanted
                .iter()
                .all(|word| own.iter().any(|own| own.starts_with(word.as_str())))
    };
    match &rows.iter().filter(fits).collect::<Vec<_>>()[..] {
        [row] => Ok(code(row)),
        [] => Err(Reason::from(Slip::ReferenceNone {
            id: typed.to_owned(),
            table: units.path.to_string(),
            one: units.one.to_owned(),
        })),
        several => {
            let named = several.iter().take(NAMED);
            let named = named.map(|row| format!("{} ({})", row.cells[Unit::name], code(row)));
            Err(Reason::from(Slip::UnitAmbiguous {
                text: typed.to_owned(),
                candidates: named.collect::<Vec<_>>().join("; "),
            }))
        }
    }
}

/// The refusal of an id that no document has.
pub(super) fn training_none(draft: &mut Draft<'_>, id: &str) -> Reason {
    let nearest = nearest(draft, id);
    let id = id.to_owned();
    Reason::from(match nearest.is_empty() {
        true => Slip::TrainingNone { id },
        false => Slip::TrainingNearly {
            id,
            nearest: nearest.join(", "),
        },
    })
}

/// The programmes whose id or title holds every word typed, newest first; else the one whose id is nearest.
fn nearest(draft: &mut Draft<'_>, typed: &str) -> Vec<String> {
    let ids = paper::ids::<Training>(draft, None);
    let wanted = words(typed);
    let mut named = Vec::new();
    for id in ids.iter().rev().filter(|_| !wanted.is_empty()) {
        let title = load::training(draft.directory, id, &mut draft.findings).map(|training| training.title);
        let own = words(&format!("{id} {}", title.unwrap_or_default()));
        let has = |word: &String| own.iter().any(|own| own.starts_with(word.as_str()));
        if named.len() < NAMED && wanted.iter().all(has) {
            named.push(format!("`{id}`"));
        }
    }
    if named.is_empty() {
        let nearest = table::nearest(typed, ids.iter().map(String::as_str));
        // Where most letters of the name differ it is no slip of the hand, and a guess would only puzzle.
        let name = typed.rsplit('/').next().unwrap_or_default();
        if table::distance(typed, nearest) * 2 <= name.chars().count() {
            named.push(format!("`{nearest}`"));
        }
    }
    named
}

/// The words of an id or a title, in lower case.
fn words(text: &str) -> Vec<String> {
    let parts = text.split(|letter: char| !letter.is_alphanumeric());
    parts
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
