//! Who of the people here is the person who comes: nobody yet, as a rule.

use super::bundle::Bundle;
use crate::change::{Draft, Request};
use crate::records::organisation::{Staff, staff};

/// Who the person who comes is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Identity {
    /// Somebody who is here already, with this id: the file was read before, or the NIP is another's.
    Known(String),
    /// Nobody yet; the id is free, or minted.
    New(String),
}

/// Looks the person up: by NIP, else by a row that says the same of somebody.
pub(super) fn find(draft: &mut Draft<'_>, bundle: &Bundle, request: &mut Request<'_>) -> Option<Identity> {
    let mine = &bundle.of(&staff).first()?.cells;
    let rows = draft.rows(&staff, &staff.file(""));
    let nip = &mine[Staff::nip];
    let has_nip = |cells: &[String]| !nip.is_empty() && cells[Staff::nip] == *nip;
    let is_same =
        |cells: &[String]| (1..cells.len()).all(|index| is_own(index) || cells[index] == mine[index]);
    let known = rows
        .iter()
        .find(|row| has_nip(&row.cells))
        .or_else(|| rows.iter().find(|row| is_same(&row.cells)));
    if let Some(known) = known {
        return Some(Identity::Known(known.cells[Staff::id].clone()));
    }
    let is_taken = |id: &str| rows.iter().any(|row| row.cells[Staff::id] == id);
    let mut id = bundle.head.person.clone();
    while is_taken(&id) {
        id = format!("p{}", request.mint(7));
    }
    Some(Identity::New(id))
}

/// Whether a column of `staff.csv` is each office's own: the first day in it.
pub(super) fn is_own(index: usize) -> bool {
    index == Staff::joined
}
