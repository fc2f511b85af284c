//! Enrolling people, anew or again.

use super::{Participant, check, distinct, everybody, opened, people, record};
use crate::change::event::refuse_order;
use crate::change::programme::{OpenProgramme, roll};
use crate::change::{Draft, Request, filled, row};
use crate::records::taking_part::{Participation, participation};
use crate::records::time::Day;
use crate::words::change::{Hint, Slip};

/// Enrols people. Who is enrolled already keeps the row; one that is still open takes the new status.
pub fn enroll(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let typed = people(draft, request);
    if typed.is_empty() {
        draft.refuse("", Slip::PeopleMissing);
    }
    let programme = &opened(draft, request)?;
    let all = everybody(draft, programme);
    let ids = distinct(draft, &typed, |people, text| people.find(text));
    let (status, initiative) = (request.get("status"), request.text("initiative"));
    let on = enrolled_on(draft, programme, request).map_or(String::new(), |day| day.to_string());
    check(draft, Participation::status, status.unwrap_or("invited"));
    check(draft, Participation::initiative, initiative);
    if !draft.is_good() {
        return None;
    }
    let mut count = all.len();
    for id in &ids {
        match all.iter().find(|participant| participant.id() == id) {
            Some(known) => {
                let initiative = Some(initiative).filter(|initiative| !initiative.is_empty());
                let typed = [
                    (Participation::status, status),
                    (Participation::initiative, initiative),
                    (Participation::enrolled, Some(&*on).filter(|on| !on.is_empty())),
                ];
                enroll_again(draft, programme, known, typed, request);
            }
            None => {
                count += 1;
                let values = [
                    (Participation::training, &*programme.id),
                    (Participation::staff, id),
                    (Participation::status, status.unwrap_or("invited")),
                    (Participation::initiative, initiative),
                    (Participation::enrolled, &on),
                ];
                let mut cells = filled(&participation, &values);
                row::enter(draft, &mut cells);
                draft.insert(&participation, &roll(programme), cells);
            }
        }
    }
    if let Some(seats) = programme.content.seats.as_ref().map(|seats| seats.value)
        && count as i64 > seats
    {
        draft.note(Hint::SeatsShort { seats, count });
    }
    Some(())
}

/// The day of enrolment, where it was typed: none that has not come, and not after the programme.
fn enrolled_on(draft: &mut Draft<'_>, programme: &OpenProgramme, request: &Request<'_>) -> Option<Day> {
    let day = request.day_given(draft, "on")?;
    let has_come = draft.has_come(&participation.columns[Participation::enrolled], &day.to_string());
    draft.accept("--on", has_come)?;
    let end = programme.content.end.value;
    if day > end {
        refuse_order(draft, "--on", ("end", end), ("enrolled", day));
    }
    Some(day)
}

fn enroll_again(
    draft: &mut Draft<'_>,
    programme: &OpenProgramme,
    known: &Participant,
    typed: [(usize, Option<&str>); 3],
    request: &Request<'_>,
) {
    let values = typed.into_iter().filter_map(|(column, text)| {
        let text = text.filter(|text| *text != known.row.cells[column])?;
        Some((column, text.to_owned()))
    });
    let values: Vec<(usize, String)> = values.collect();
    match values.is_empty() {
        true => draft.note(Hint::AlreadyEnrolled {
            person: known.name.clone(),
        }),
        false => record(draft, programme, known, &values, request),
    }
}
