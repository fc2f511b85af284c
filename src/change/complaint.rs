//! What becomes of a complaint: the first response, its closing, and its reopening.
//!
//! There is no status: how a complaint stands follows from its days. A reopened one keeps its closing, so that a
//! report about an earlier month stays what it was; the next closing takes its place.

use super::event::{self, Case, Event};
use super::{Draft, Given, Record, Request};
use crate::records::service::{Complaint, complaints};
use crate::records::time::Day;
use crate::words::change::{Note, Slip};

/// The first response. Who handles a complaint may change with it; the response itself is recorded once.
pub static RESPONDED: Event = Event {
    after: &[Complaint::received],
    sets: &[(Complaint::handler, "handler")],
    once: &[Complaint::responded],
    judge: |draft, case, _| {
        if let Some(closed) = closed(&case.row).filter(|closed| *closed < case.day) {
            event::refuse_order(draft, "--on", ("resolved", closed), ("responded", case.day));
        }
        Some(())
    },
    ..Event::of(&complaints, Complaint::responded)
};

/// The closing with its outcome.
pub static RESOLVED: Event = Event {
    after: &[Complaint::received, Complaint::responded, Complaint::reopened],
    sets: &[
        (Complaint::outcome, "outcome"),
        (Complaint::complainant_view, "view"),
    ],
    once: &[
        Complaint::resolved,
        Complaint::outcome,
        Complaint::complainant_view,
    ],
    judge: close,
    ..Event::of(&complaints, Complaint::resolved)
};

/// The reopening.
pub static REOPENED: Event = Event {
    after: &[Complaint::received, Complaint::resolved],
    judge: reopen,
    ..Event::of(&complaints, Complaint::reopened)
};

fn close(draft: &mut Draft<'_>, case: &mut Case, request: &Request<'_>) -> Option<()> {
    let outcome = &case.row.cells[Complaint::outcome];
    let is_same =
        event::known(&case.row, Complaint::resolved) == Some(case.day) && outcome == request.text("outcome");
    if let Some(closed) = closed(&case.row).filter(|_| !is_same) {
        let (id, day, outcome) = (
            case.row.cells[Complaint::id].clone(),
            closed.to_string(),
            outcome.clone(),
        );
        return draft.stop("", Slip::ComplaintClosed { id, day, outcome });
    }
    if case.row.cells[Complaint::responded].is_empty() {
        let id = case.row.cells[Complaint::id].clone();
        draft.note(Note::NotResponded { id });
    }
    if !is_same && !request.has("view") {
        // What the complainant thought of an earlier closing says nothing about this one.
        case.given.push(Given::of(Complaint::complainant_view, "", ""));
    }
    case.keeps = is_same;
    Some(())
}

fn reopen(draft: &mut Draft<'_>, case: &mut Case, _: &Request<'_>) -> Option<()> {
    let id = case.row.cells[Complaint::id].clone();
    match closed(&case.row) {
        None if event::known(&case.row, Complaint::reopened) == Some(case.day) => return Some(()),
        None => draft.refuse("", Slip::ComplaintOpen { id }),
        Some(closed) if closed == case.day => {
            let day = case.day.to_string();
            draft.refuse("--on", Slip::ReopenedSameDay { id, day });
        }
        Some(_) => return Some(()),
    }
    None
}

/// The day on which it was closed; `None` while it is open, also after it was reopened.
fn closed(row: &Record) -> Option<Day> {
    let reopened = event::known(row, Complaint::reopened);
    let closed = event::known(row, Complaint::resolved);
    closed.filter(|day| reopened.is_none_or(|reopened| *day >= reopened))
}
