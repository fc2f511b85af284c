//! Enrolling people, anew or again.

use super::{Participant, amend, cells, check, everybody, refuse_cancelled};
use crate::change::Draft;
use crate::change::programme::Programme;
use crate::records::taking_part::participation;
use crate::words::change::{Note, Slip};

/// Enrols people. Who is enrolled already keeps the row; an open one takes the new status.
pub fn enroll(
    draft: &mut Draft<'_>,
    programme: &Programme,
    typed: &[String],
    status: Option<&str>,
    initiative: &str,
) {
    refuse_cancelled(draft, programme);
    let people = draft.people();
    let all = everybody(draft, programme);
    let mut ids: Vec<String> = Vec::new();
    for text in typed {
        match people.find(text).map(|person| person.id.clone()) {
            Ok(id) if ids.contains(&id) => {
                let person = people.shown(&id);
                draft.refuse(text, Slip::PersonTwice { person });
            }
            Ok(id) => ids.push(id),
            Err(reason) => draft.refuse(text, reason),
        }
    }
    for (column, value) in [
        ("status", status.unwrap_or("invited")),
        ("initiative", initiative),
    ] {
        check(draft, column, value);
    }
    if !draft.is_good() {
        return;
    }
    let mut count = all.len();
    for id in &ids {
        match all.iter().find(|participant| participant.id() == id) {
            Some(known) => enroll_again(draft, programme, known, status, initiative),
            None => {
                count += 1;
                enroll_anew(draft, programme, id, status.unwrap_or("invited"), initiative);
            }
        }
    }
    if let Some(seats) = programme.training.seats.as_ref().map(|seats| seats.value)
        && count as i64 > seats
    {
        draft.note(Note::SeatsShort { seats, count });
    }
}

fn enroll_anew(draft: &mut Draft<'_>, programme: &Programme, id: &str, status: &str, initiative: &str) {
    let mut row = vec![String::new(); participation.columns.len()];
    let values = [
        ("training", programme.id.clone()),
        ("staff", id.to_owned()),
        ("status", status.to_owned()),
        ("initiative", initiative.to_owned()),
    ];
    for (column, value) in cells(&participation, &values) {
        row[column] = value;
    }
    draft.insert(&participation, &programme.participants, row);
}

fn enroll_again(
    draft: &mut Draft<'_>,
    programme: &Programme,
    known: &Participant,
    status: Option<&str>,
    initiative: &str,
) {
    let mut values = Vec::new();
    if let Some(status) =
        status.filter(|status| known.is_open() && *status != known.row.get(&participation, "status"))
    {
        values.push(("status", status.to_owned()));
    }
    if !initiative.is_empty() && known.row.get(&participation, "initiative") != initiative {
        values.push(("initiative", initiative.to_owned()));
    }
    match values.is_empty() {
        true => draft.note(Note::AlreadyEnrolled {
            person: known.name.clone(),
        }),
        false => amend(draft, programme, known.id(), &values),
    }
}
