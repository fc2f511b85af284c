//! One row from what was typed: people found, values checked, references looked up, and the file that it belongs to.

mod dating;
mod finish;
mod listed;
pub(super) mod place;
mod reference;
mod twins;
mod verbs;

pub use dating::{date, date_anew, enter};
pub use place::{file, files, find};
pub use twins::note_twins;
pub use verbs::{
    add, contradicted, date_known, found, known_column, known_since, remove, rewrite, set, settle,
};

use super::request::Given;
use super::{Draft, Reason, candidates};
use crate::load;
use crate::records::cell::{Cell, Domain, TrainingId, plain_nip, plain_text};
use crate::records::references::References;
use crate::records::table::{Attribute, Cut, Schema};
use crate::records::{self, organisation};
use crate::words::change::Slip;

/// Puts the values into the cells; each is made plain, checked by its column, and what it refers to must exist.
pub fn fill(draft: &mut Draft<'_>, table: &Schema, given: &[Given], cells: &mut [String]) {
    for value in given {
        let column = &table.columns[value.column];
        let text = value.text.trim();
        let cell = match column.kind {
            Domain::Reference if !text.is_empty() => reference::plain(draft, text, about(table, cells)),
            Domain::References => {
                let text = text.replace([',', ';'], " ");
                let plain = References::parts(&text).map(|(part, since)| {
                    let part = reference::plain(draft, part, None)?;
                    Ok(References::part(&part, since))
                });
                let plain: Result<Vec<String>, Reason> = plain.collect();
                plain.map(|plain| plain.join(" "))
            }
            _ => plain(draft, table, column, text),
        };
        match cell {
            Ok(text) => cells[value.column] = text,
            Err(reason) => draft.refuse(&value.argument, reason),
        }
    }
}

/// The person whom a row is about, who need not be named again in what it refers to.
fn about<'c>(table: &Schema, cells: &'c [String]) -> Option<&'c str> {
    let cell = cells.get(table.column("staff")?)?;
    Some(cell.as_str()).filter(|cell| !cell.is_empty())
}

/// The cell that a typed value means.
pub(in crate::change) fn plain(
    draft: &mut Draft<'_>,
    table: &Schema,
    column: &Attribute,
    typed: &str,
) -> Result<String, Reason> {
    let typed = typed.trim();
    let is_new_person = table.name == organisation::staff.name && column.key;
    let text = match column.kind {
        Domain::Nip => plain_nip(typed),
        _ if column.refers == Some("staff") && !typed.is_empty() && !is_new_person => {
            let people = draft.people();
            people.find(typed)?.id.clone()
        }
        Domain::Text => plain_text(typed),
        Domain::Id if column.refers.is_none() && !typed.is_empty() => listed::meant(draft, column, typed),
        kind => kind.meant(typed).to_owned(),
    };
    column.check.run(&text)?;
    draft.has_come(column, &text)?;
    if !text.is_empty() {
        refer(draft, column, &text)?;
    }
    Ok(text)
}

/// Looks up what a cell refers to.
fn refer(draft: &mut Draft<'_>, column: &Attribute, text: &str) -> Result<(), Reason> {
    let target = column.refers.and_then(records::table);
    if let Some(target) = target
        && !is_known(draft, target, text)
    {
        return Err(Reason::from(Slip::ReferenceNone {
            id: text.to_owned(),
            table: match target.cut {
                Cut::Whole => target.file(""),
                Cut::Month | Cut::Period => format!("{}/", target.path),
            },
            one: target.one.to_owned(),
        }));
    }
    if column.kind == Domain::TrainingId {
        return training_exists(draft, text);
    }
    Ok(())
}

/// Whether a table has a row with this id; one of many files is found by what the id begins with.
fn is_known(draft: &mut Draft<'_>, table: &Schema, id: &str) -> bool {
    match table.cut {
        Cut::Whole => draft.ids(table).contains(id),
        Cut::Month | Cut::Period => find(draft, table, &[id.to_owned()]).is_some(),
    }
}

/// Refuses a programme that has no document, with those that it may mean.
pub fn training_exists(draft: &mut Draft<'_>, id: &str) -> Result<(), Reason> {
    let parsed = <TrainingId as Cell>::parse(id)?;
    match load::training_file(parsed) {
        Some(file) if !draft.exists(&file) => Err(candidates::training_none(draft, id)),
        _ => Ok(()),
    }
}

/// The key as a reader sees it.
pub fn key_text(key: &[String]) -> String {
    key.join(" ")
}

/// The key that was typed, made plain: a person by name becomes an id. References need not exist, so that a row
/// that names something gone can still be reached. `None` when something was refused.
pub fn key(draft: &mut Draft<'_>, table: &Schema, given: &[Given]) -> Option<Vec<String>> {
    let mut key = vec![String::new(); table.keys()];
    for value in given {
        let column = &table.columns[value.column];
        let is_person = column.refers == Some("staff") || table.name == organisation::staff.name;
        let text = column.kind.meant(value.text.trim());
        let people = draft.people();
        match is_person.then(|| people.find(text)) {
            Some(Ok(person)) => key[value.column].clone_from(&person.id),
            Some(Err(_)) if reads_as_id(text) && column.refers.is_some() => {
                key[value.column] = text.to_owned()
            }
            Some(Err(reason)) => draft.refuse(&value.argument, reason),
            None => match column.check.run(text) {
                Ok(()) => key[value.column] = text.to_owned(),
                Err(problem) => draft.refuse(&value.argument, problem),
            },
        }
    }
    draft.is_good().then_some(key)
}

/// Whether a text is a minted id of a person: `p` and seven characters, one of them a digit at least.
fn reads_as_id(text: &str) -> bool {
    let is_tail = |b: u8| b.is_ascii_digit() || b.is_ascii_lowercase();
    text.len() == 8
        && text.starts_with('p')
        && text.bytes().all(is_tail)
        && text.bytes().any(|b| b.is_ascii_digit())
}

/// How the argument of a column is typed: `--title-before`, or `STAFF` for a key.
pub fn argument(column: &Attribute) -> String {
    match column.key {
        true => column.name.to_uppercase(),
        false => format!("--{}", column.name.replace('_', "-")),
    }
}
