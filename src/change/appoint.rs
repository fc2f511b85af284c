//! An appointment: from a day on a person stands in another relation to the office, and works on where he or she does.

use super::entry::{self, Door};
use super::{Draft, Given, Request, row};
use crate::records::code::PostingStatus;
use crate::records::organisation::{Posting, Staff, postings, staff};

use crate::words::change::Slip;

/// Records an appointment: a posting like the one in force on the day, with the new employment and what changes with
/// it; in the posting of that very day, where there is one.
pub fn appoint(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let (person, day) = (request.person(draft, "person"), request.day(draft, "on"));
    let (person, day) = (person?, day?.to_string());
    let file = postings.file("");
    let rows = draft.rows(&postings, &file).into_iter();
    let own = rows.filter(|row| row.cells[Posting::staff] == person);
    let in_force = own
        .filter(|row| *row.cells[Posting::since] <= *day)
        .max_by(|a, b| a.cells[Posting::since].cmp(&b.cells[Posting::since]));
    let has_left = |cells: &[String]| {
        let mut left = PostingStatus::ALL.iter().filter(|status| status.has_left());
        left.any(|status| status.code() == cells[Posting::status])
    };
    let Some(in_force) = in_force.filter(|row| !has_left(&row.cells)) else {
        let (id, person) = (person.clone(), draft.people().shown(&person));
        return draft.stop("--on", Slip::NotPosted { person, id, day });
    };
    let given = request.given(&[
        (Posting::employment, "employment"),
        (Posting::grade, "grade"),
        (Posting::decree, "decree"),
    ]);
    if in_force.cells[Posting::since] == day {
        let door = Door {
            argument: &row::key_text(in_force.key(&postings)),
            corrects: request.has("correct"),
        };
        entry::fill(draft, (&postings, &file), &in_force, door, &given)?;
        return renumber(draft, &person, request);
    }
    // What the decree of the earlier posting said is not said again.
    let kept = (0..postings.columns.len())
        .filter(|column| ![Posting::since, Posting::employment, Posting::decree].contains(column))
        .filter(|column| given.iter().all(|value| value.column != *column))
        .map(|column| Given::of(column, "", &in_force.cells[column]));
    let kept: Vec<Given> = kept.filter(|value| !value.text.is_empty()).collect();
    let day = Given::of(Posting::since, "--on", &day);
    let all: Vec<Given> = kept.into_iter().chain([day]).chain(given).collect();
    row::add(draft, &postings, &all, None, request)?;
    renumber(draft, &person, request)
}

/// Who becomes PNS or PPPK may get another NIP, which takes the place of the first in the same write.
fn renumber(draft: &mut Draft<'_>, person: &str, request: &Request<'_>) -> Option<()> {
    let nip = request.given(&[(Staff::nip, "nip")]);
    if nip.is_empty() {
        return Some(());
    }
    row::set(draft, &staff, &[person.to_owned()], &nip)
}
