//! What becomes of a complaint: the first response, its closing, and its reopening.
//!
//! There is no status: how a complaint stands follows from its days. A reopened one keeps its closing, so that a
//! report about an earlier month stays what it was; the next closing takes its place.

use super::row::{self, Given};
use super::{Draft, Record, event};
use crate::records::service::complaints;
use crate::records::time::Day;
use crate::words::change::{Note, Slip};

/// The first response.
#[derive(Clone, Copy, Debug, Default)]
pub struct Response<'t> {
    /// The day; today when it is not given.
    pub on: Option<&'t str>,
    /// Who handles the complaint.
    pub handler: Option<&'t str>,
}

/// The closing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Resolution<'t> {
    /// The day; today when it is not given.
    pub on: Option<&'t str>,
    /// What became of it.
    pub outcome: &'t str,
    /// The complainant's own view.
    pub view: Option<&'t str>,
}

/// Records the first response to the complaint `id`.
pub fn respond(draft: &mut Draft<'_>, id: &str, response: &Response<'_>, today: Day) {
    let Some((row, day)) = opened(draft, id, response.on, today) else {
        return;
    };
    let about = (&complaints, &row);
    event::refuse_before(draft, about, ("responded", day), &["received"]);
    if let Some(closed) = closed(&row).filter(|closed| *closed < day) {
        event::refuse_order(draft, "--on", ("resolved", closed), ("responded", day));
    }
    let day = day.to_string();
    let values = [
        ("responded", "--on", Some(&*day)),
        ("handler", "--handler", response.handler),
    ];
    let given = event::given(&complaints, &values);
    // Who handles a complaint may change with the first response; the response itself is recorded once.
    let day_only = &given[..1];
    event::refuse_recorded(draft, (&complaints, &row), day_only);
    set(draft, id, &given);
}

/// Closes the complaint `id` with its outcome.
pub fn resolve(draft: &mut Draft<'_>, id: &str, resolution: &Resolution<'_>, today: Day) {
    let Some((row, day)) = opened(draft, id, resolution.on, today) else {
        return;
    };
    let is_same = event::known(&complaints, &row, "resolved") == Some(day)
        && row.get(&complaints, "outcome") == resolution.outcome;
    if let Some(closed) = closed(&row).filter(|_| !is_same) {
        let (id, day) = (id.to_owned(), closed.to_string());
        let outcome = row.get(&complaints, "outcome").to_owned();
        return draft.refuse("", Slip::ComplaintClosed { id, day, outcome });
    }
    let earlier = ["received", "responded", "reopened"];
    event::refuse_before(draft, (&complaints, &row), ("resolved", day), &earlier);
    if row.get(&complaints, "responded").is_empty() {
        draft.note(Note::NotResponded { id: id.to_owned() });
    }
    // What the complainant thought of an earlier closing says nothing about this one.
    let view = resolution.view.or((!is_same).then_some(""));
    let day = day.to_string();
    let values = [
        ("resolved", "--on", Some(&*day)),
        ("outcome", "--outcome", Some(resolution.outcome)),
        ("complainant_view", "--view", view),
    ];
    let given = event::given(&complaints, &values);
    if is_same {
        event::refuse_recorded(draft, (&complaints, &row), &given);
    }
    set(draft, id, &given);
}

/// Opens the complaint `id` again.
pub fn reopen(draft: &mut Draft<'_>, id: &str, on: Option<&str>, today: Day) {
    let Some((row, day)) = opened(draft, id, on, today) else {
        return;
    };
    let is_same = event::known(&complaints, &row, "reopened") == Some(day);
    match closed(&row) {
        None if is_same => {}
        None => draft.refuse("", Slip::ComplaintOpen { id: id.to_owned() }),
        Some(closed) if closed == day => {
            let (id, day) = (id.to_owned(), day.to_string());
            draft.refuse("--on", Slip::ReopenedSameDay { id, day });
        }
        Some(_) => event::refuse_before(
            draft,
            (&complaints, &row),
            ("reopened", day),
            &["received", "resolved"],
        ),
    }
    let day = day.to_string();
    let values = [("reopened", "--on", Some(&*day))];
    set(draft, id, &event::given(&complaints, &values));
}

/// The complaint as it is recorded, and the day of what happened to it.
fn opened(draft: &mut Draft<'_>, id: &str, on: Option<&str>, today: Day) -> Option<(Record, Day)> {
    let day = event::day(draft, "--on", on, today);
    let (_, row) = row::found(draft, &complaints, &[id.to_owned()])?;
    Some((row, day?))
}

/// The day on which it was closed; `None` while it is open, also after it was reopened.
fn closed(row: &Record) -> Option<Day> {
    let reopened = event::known(&complaints, row, "reopened");
    let closed = event::known(&complaints, row, "resolved");
    closed.filter(|day| reopened.is_none_or(|reopened| *day >= reopened))
}

fn set(draft: &mut Draft<'_>, id: &str, given: &[Given]) {
    row::set(draft, &complaints, &[id.to_owned()], given);
}
