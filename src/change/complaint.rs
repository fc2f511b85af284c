//! What is done about a complaint: a step of its handling, each a row with its day.
//!
//! There is no status: how a complaint stands follows from the days of its steps, so that a report about an earlier
//! month stays what it was whatever comes later.

use super::entry::{self, Door};
use super::event::refuse_order;
use super::row::{self, place};
use super::{Draft, Given, Request};
use crate::diagnostic::Origin;
use crate::records::code::HandlingStep;
use crate::records::complaint::{Complaint, Handling, complaints, handling};
use crate::records::course::{Handled, Step, handled, in_order};
use crate::records::time::Day;
use crate::words::change::{Hint, Slip};

/// A step as it would be recorded.
struct Taken<'t> {
    /// The complaint.
    id: &'t str,
    /// Its day.
    day: Day,
    /// What was done.
    kind: HandlingStep,
    /// The steps recorded so far, in order.
    steps: &'t [Step],
    /// How the complaint stands by them.
    handled: Handled<'t>,
}

/// What a kind of step asks besides its day: `None` when it was refused.
type Judge = fn(&mut Draft<'_>, &Taken<'_>, &Request<'_>) -> Option<()>;

/// A class given after receipt.
pub fn classify(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    take(draft, request, HandlingStep::Classified, |_, _, _| Some(()))
}

/// Somebody else handles it from now on.
pub fn forward(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    take(draft, request, HandlingStep::Forwarded, before_closing)
}

/// A response. After one only a reopening asks for another.
pub fn respond(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    take(
        draft,
        request,
        HandlingStep::Responded,
        |draft, taken, request| {
            before_closing(draft, taken, request)?;
            let is_other = |step: &&Step| step.date >= taken.handled.clock && step.date != taken.day;
            if let Some(first) = last(taken, HandlingStep::Responded).filter(is_other) {
                let known = first.date.to_string();
                let (id, day) = (taken.id, taken.day);
                let fix = format!("bina complaint respond {id} --on {day} --correct");
                let column = "responded".to_owned();
                return draft.stop("--on", Slip::EventRecorded { column, known, fix });
            }
            Some(())
        },
    )
}

/// The closing with its outcome.
pub fn resolve(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    take(draft, request, HandlingStep::Closed, |draft, taken, _| {
        if let Some((closing, outcome)) = taken.handled.closed.filter(|(step, _)| step.date != taken.day) {
            let (id, day) = (taken.id.to_owned(), closing.date.to_string());
            let outcome = outcome.code().to_owned();
            return draft.stop("", Slip::ComplaintClosed { id, day, outcome });
        }
        for kind in [HandlingStep::Responded, HandlingStep::Reopened] {
            if let Some(step) = last(taken, kind).filter(|step| step.date > taken.day) {
                refuse_order(draft, "--on", ("closed", taken.day), (kind.code(), step.date));
            }
        }
        if last(taken, HandlingStep::Responded).is_none() {
            let id = taken.id.to_owned();
            draft.note(Hint::NotResponded { id });
        }
        Some(())
    })
}

/// The reopening of what was closed.
pub fn reopen(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    take(draft, request, HandlingStep::Reopened, |draft, taken, _| {
        let is_same = taken.handled.reopened.is_some_and(|step| step.date == taken.day);
        match taken.handled.closing() {
            None if is_same => {}
            None => {
                let id = taken.id.to_owned();
                return draft.stop("", Slip::ComplaintOpen { id });
            }
            Some((closed, _)) if taken.day < closed => {
                refuse_order(draft, "--on", ("reopened", taken.day), ("closed", closed));
            }
            Some(_) => {}
        }
        Some(())
    })
}

/// Refuses a second closing or reopening of a day, where what the first did was undone on that day: one row holds it, and
/// to correct that row would lose the first.
fn refuse_twice(
    draft: &mut Draft<'_>,
    request: &Request<'_>,
    (day, kind): (Day, HandlingStep),
    steps: &[Step],
) -> Option<()> {
    let undone_by = match kind {
        HandlingStep::Closed => HandlingStep::Reopened,
        HandlingStep::Reopened => HandlingStep::Closed,
        _ => return Some(()),
    };
    let of_day = steps.iter().filter(|step| step.date == day).map(|step| step.kind);
    let turns: Vec<HandlingStep> = of_day.filter(|step| [kind, undone_by].contains(step)).collect();
    if turns != [kind, undone_by] {
        return Some(());
    }
    let [step, by] = [kind, undone_by].map(|kind| kind.phrase().get(request.lang).to_owned());
    let slip = Slip::StepTwice {
        id: request.text("id").trim().to_owned(),
        step,
        by,
        day: day.to_string(),
    };
    draft.stop("--on", slip)
}

/// The last step of a kind.
fn last<'t>(taken: &Taken<'t>, kind: HandlingStep) -> Option<&'t Step> {
    taken.steps.iter().rev().find(|step| step.kind == kind)
}

/// Refuses a step after the complaint was closed.
fn before_closing(draft: &mut Draft<'_>, taken: &Taken<'_>, _: &Request<'_>) -> Option<()> {
    if let Some((closed, _)) = taken.handled.closing().filter(|(closed, _)| *closed < taken.day) {
        refuse_order(draft, "--on", ("closed", closed), (taken.kind.code(), taken.day));
    }
    Some(())
}

/// Records a step: a new row, or in the row of that day what was still empty. One that is corrected may move to another
/// day.
fn take(draft: &mut Draft<'_>, request: &mut Request<'_>, kind: HandlingStep, judge: Judge) -> Option<()> {
    let id = request.text("id").trim().to_owned();
    let day = request.day(draft, "on");
    let found = row::found(draft, &complaints, std::slice::from_ref(&id));
    let (received, day) = (
        found.map(|(_, row)| Day::parse(&row.cells[Complaint::received]))??,
        day?,
    );
    if day < received {
        refuse_order(draft, "--on", (kind.code(), day), ("received", received));
    }

    let file = place::file(&handling, std::slice::from_ref(&id), None)?;
    let mut steps = steps(draft, &file, &id);
    refuse_twice(draft, request, (day, kind), &steps)?;
    let corrected = corrected(&steps, (received, day, kind)).filter(|_| request.has("correct"));
    // That it is typed today says nothing about a day that is recorded.
    let day = match corrected {
        Some((known, _)) if !request.has("on") => known,
        _ => day,
    };
    steps.retain(|step| Some(step.origin) != corrected.map(|(_, origin)| origin));
    let latest = steps.last().map_or(day, |step| step.date.max(day));
    let taken = Taken {
        id: &id,
        day,
        kind,
        steps: &steps,
        handled: handled(received, &steps, latest),
    };
    judge(draft, &taken, request)?;
    let known = corrected.map_or(day, |(known, _)| known);
    let key = |day: Day| [id.clone(), day.to_string(), kind.code().to_owned()];
    write(draft, request, &file, (key(known), key(day)))
}

/// The steps of a complaint, in order.
fn steps(draft: &mut Draft<'_>, file: &str, id: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    draft.scan(&handling, file, |row, findings| {
        let read = row.read::<Handling<'_>>(findings);
        let own = read.filter(|read| read.complaint.text() == id);
        steps.extend(own.map(|read| Step::of(&read, None, row.origin)));
    });
    in_order(&mut steps);
    steps
}

/// The day and the row of the step that one of a kind would correct: of those that happen once, the response since the
/// complaint was opened, the closing and the reopening in force.
fn corrected(steps: &[Step], (received, day, kind): (Day, Day, HandlingStep)) -> Option<(Day, Origin)> {
    let last = steps.last().map_or(day, |step| step.date.max(day));
    let handled = handled(received, steps, last);
    let step = match kind {
        HandlingStep::Responded => {
            let mut all = steps.iter().rev().filter(|step| step.kind == kind);
            all.find(|step| step.date >= handled.clock)
        }
        HandlingStep::Closed => handled.closed.map(|(step, _)| step),
        HandlingStep::Reopened => handled.reopened,
        HandlingStep::Classified | HandlingStep::Forwarded => None,
    };
    // One of that day is corrected where it stands.
    let same = steps.iter().find(|step| step.kind == kind && step.date == day);
    same.or(step).map(|step| (step.date, step.origin))
}

/// Writes a step: into the row that is known, into one of another day in its place, or as a new row.
fn write(
    draft: &mut Draft<'_>,
    request: &mut Request<'_>,
    file: &str,
    (known, key): ([String; 3], [String; 3]),
) -> Option<()> {
    let columns = [
        (Handling::class, "class"),
        (Handling::handler, "handler"),
        (Handling::outcome, "outcome"),
        (Handling::complainant_view, "view"),
    ];
    let mut given = request.given(&columns);
    let places = [Handling::complaint, Handling::date, Handling::step].into_iter();
    let places = places
        .zip(&key)
        .map(|(column, text)| Given::of(column, "--on", text));
    let mut rows = draft.rows(&handling, file).into_iter();
    match rows.find(|row| row.key(&handling) == known) {
        Some(row) if known == key => {
            let door = Door {
                argument: &row::key_text(&key),
                corrects: request.has("correct"),
            };
            entry::fill(draft, (&handling, file), &row, door, &given)
        }
        Some(row) => {
            given.extend(places);
            let mut cells = row.cells;
            row::fill(draft, &handling, &given, &mut cells);
            draft.remove(&handling, file, &known);
            draft.insert(&handling, file, cells);
            Some(())
        }
        None => {
            given.extend(places);
            row::add(draft, &handling, &given, None, request).map(drop)
        }
    }
}
