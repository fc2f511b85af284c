//! Closing participations, and the programme with the last of them; cancelling a programme.

use super::presence::{self, PartialPresence};
use super::{Chosen, Participant, check, everybody, named, opened, parts, record};
use crate::change::entry::{self, Statement};
use crate::change::programme::{OpenProgramme, set_status};
use crate::change::{Draft, Reason, Request, paper};
use crate::files::document::Literal;
use crate::records::cell::{Cell, Refusal};
use crate::records::code::{AbsenceReason, ParticipationStatus, TrainingStatus};
use crate::records::taking_part::Participation;
use crate::records::time::Day;
use crate::words::change::{Hint, Slip};
use crate::words::problem::Problem;

/// Who ends a programme in which way, by id.
#[derive(Default)]
struct Outcomes {
    done: Vec<String>,
    /// With the reason.
    absent: Vec<(String, String)>,
    failed: Vec<String>,
    /// What the presence of those is worth who were there for less than the minimum.
    partial: PartialPresence,
}

/// Closes the participation of those chosen, and the programme once nobody is open.
pub fn complete(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let failed: Vec<String> = parts(request.text("failed")).map(str::to_owned).collect();
    let chosen = Chosen::read(draft, request, !failed.is_empty());
    let programme = &opened(draft, request)?;
    let all = everybody(draft, programme);
    let mut ends = Outcomes {
        failed: named(draft, &all, programme, &failed),
        partial: presence::partial(draft, programme),
        ..Outcomes::default()
    };
    match chosen {
        Chosen::Named(typed) => ends.done = named(draft, &all, programme, &typed),
        Chosen::AllExcept(_) if all.is_empty() => {
            let training = programme.id.clone();
            return draft.stop("--all", Slip::NobodyEnrolled { training });
        }
        Chosen::AllExcept(except) => {
            ends.absent = absences(draft, &all, programme, &except);
            // Whose reason is on record was not there.
            let away = |one: &&Participant| one.is_open() && one.is_away();
            let known =
                |one: &Participant| (one.id().to_owned(), one.row.cells[Participation::reason].clone());
            let is_new = |one: &&Participant| !ends.absent.iter().any(|(id, _)| id == one.id());
            let away: Vec<_> = all.iter().filter(away).filter(is_new).map(known).collect();
            ends.absent.extend(away);
            let is_done = |one: &&Participant| {
                let is_short = ends.partial.short.contains(one.id());
                ((one.is_open() && !is_short) || one.lacks())
                    && !ends.failed.iter().any(|id| id == one.id())
                    && !ends.absent.iter().any(|(id, _)| id == one.id())
            };
            ends.done = all
                .iter()
                .filter(is_done)
                .map(|one| one.id().to_owned())
                .collect();
        }
    }
    conclude(draft, request, programme, (&all, &ends))
}

/// Closes the participation of everybody who is recorded as attending but some, and the programme once nobody is open. Gives
/// how many there were.
pub fn complete_attending(
    draft: &mut Draft<'_>,
    request: &mut Request<'_>,
    (id, but): (&str, &[String]),
) -> Option<usize> {
    // What else is typed of the programme says nothing of its end.
    let typed = [
        ("training", vec![id.to_owned()]),
        ("jp", Vec::new()),
        ("on", Vec::new()),
    ];
    request.with(&typed, |request| {
        let programme = &opened(draft, request)?;
        let (end, today) = (programme.content.end.value, request.today);
        if end > today {
            let (training, end) = (programme.id.clone(), end.to_string());
            let today = today.to_string();
            return draft.stop("--complete", Slip::TrainingGoesOn { training, end, today });
        }
        let all = everybody(draft, programme);
        let partial = presence::partial(draft, programme);
        let attended = |one: &&Participant| {
            let is_there = one.status() == Some(ParticipationStatus::Attending) && !one.is_away();
            (is_there && !partial.short.contains(one.id())) || one.lacks()
        };
        let done: Vec<String> = all
            .iter()
            .filter(attended)
            .map(|one| one.id().to_owned())
            .filter(|id| !but.contains(id))
            .collect();
        let count = done.len();
        let ends = Outcomes {
            done,
            partial,
            ..Outcomes::default()
        };
        conclude(draft, request, programme, (&all, &ends)).map(|()| count)
    })
}

/// Records how participants end, and closes the programme once nobody is open.
fn conclude(
    draft: &mut Draft<'_>,
    request: &Request<'_>,
    programme: &OpenProgramme,
    (all, ends): (&[Participant], &Outcomes),
) -> Option<()> {
    let last = programme.content.end.value.min(request.today);
    let day = completion_day(draft, programme, request.get("on").unwrap_or(&last.to_string()));
    let jp = match request.get("jp") {
        Some(jp) => jp.to_owned(),
        None => programme.content.jp.value.to_string(),
    };
    check(draft, Participation::jp, &jp);
    if !draft.is_good() {
        return None;
    }
    for one in all {
        let is = |id: &String| id == one.id();
        let mut values = Vec::new();
        if ends.done.iter().any(is) {
            values.push((Participation::status, "completed".to_owned()));
            let part = ends.partial.parts.get(one.id()).filter(|_| !request.has("jp"));
            for (column, name, text) in [
                (Participation::completed, "on", &day),
                (Participation::jp, "jp", part.unwrap_or(&jp)),
            ] {
                // What was not typed only fills what is empty.
                let is_typed = request.has(name) && !(request.has("all") && one.lacks());
                let is_empty = one.row.cells[column].is_empty();
                if is_empty && column == Participation::completed && !request.has("on") {
                    draft.count_from(last);
                }
                values.extend((is_typed || is_empty).then(|| (column, text.clone())));
            }
        } else if let Some((_, reason)) = ends.absent.iter().find(|(id, _)| is(id)) {
            values.push((Participation::status, "absent".to_owned()));
            values.push((Participation::reason, reason.clone()));
        } else if ends.failed.iter().any(is) {
            values.push((Participation::status, "failed".to_owned()));
        }
        // The day that was typed is that of every outcome: no month before it knows of any.
        let is_without = values
            .iter()
            .any(|(_, text)| text == "absent" || text == "failed");
        if is_without && request.has("on") {
            values.push((Participation::ended, day.clone()));
        }
        record(draft, programme, one, &values, request);
    }
    draft.is_good().then(|| close(draft, programme, &ends.partial))?
}

/// The day of completion, which is not before the programme began.
fn completion_day(draft: &mut Draft<'_>, programme: &OpenProgramme, text: &str) -> String {
    let text = text.to_owned();
    let start = programme.content.start.value;
    match <Day as Cell>::parse(&text) {
        Err(problem) => draft.refuse("--on", problem),
        Ok(day) if day < start => {
            let (day, start) = (text.clone(), start.to_string());
            draft.refuse("--on", Reason::Cell(Problem::CompletedOutside { day, start }));
        }
        Ok(_) => {}
    }
    text
}

/// Who was absent and why; a missing or unknown reason is refused.
fn absences(
    draft: &mut Draft<'_>,
    all: &[Participant],
    programme: &OpenProgramme,
    except: &[(String, String)],
) -> Vec<(String, String)> {
    for (name, reason) in except {
        match reason_of(reason) {
            _ if reason.is_empty() => {
                let person = name.clone();
                draft.refuse("--except", Slip::ReasonNone { person });
            }
            Err(problem) => draft.refuse("--except", problem),
            Ok(_) => {}
        }
    }
    let typed: Vec<String> = except.iter().map(|(name, _)| name.clone()).collect();
    let ids = named(draft, all, programme, &typed);
    let reasons = except.iter().filter_map(|(_, reason)| reason_of(reason).ok());
    ids.into_iter()
        .zip(reasons.map(|reason| reason.code().to_owned()))
        .collect()
}

/// A reason by its code, or by its words in either language.
fn reason_of(typed: &str) -> Result<AbsenceReason, Refusal> {
    AbsenceReason::parse(AbsenceReason::KIND.meant(typed))
}

/// Sets the programme to done when nobody is open any more; else names who is, apart those who were there for less than the
/// minimum.
fn close(draft: &mut Draft<'_>, programme: &OpenProgramme, partial: &PartialPresence) -> Option<()> {
    let all = everybody(draft, programme);
    let open = all.iter().filter(|one| one.is_open());
    let (short, open): (Vec<&Participant>, Vec<&Participant>) =
        open.partition(|one| partial.short.contains(one.id()));
    if short.is_empty() && open.is_empty() {
        return set_status(draft, programme, TrainingStatus::Done, Vec::new());
    }
    if !short.is_empty() {
        draft.note(Hint::BelowMinimum {
            training: programme.id.clone(),
            count: short.len(),
            people: few(&short),
        });
    }
    if !open.is_empty() {
        draft.note(Hint::StillOpen {
            training: programme.id.clone(),
            count: open.len(),
            people: few(&open),
        });
    }
    Some(())
}

/// The names of some participants, of many the first.
fn few(of: &[&Participant]) -> String {
    /// So many are named.
    const NAMED: usize = 5;
    let more = (of.len() > NAMED).then_some("…");
    let names = of.iter().take(NAMED).map(|one| &*one.name).chain(more);
    names.collect::<Vec<_>>().join("; ")
}

/// The field of the document in which the reason stands.
const CANCELLED: &str = "x_cancelled";

/// Cancels a programme that nobody has completed. The reason stands in the document, in a field of its own.
pub fn cancel(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let programme: OpenProgramme = paper::named(draft, request)?;
    let completed = |one: &&Participant| one.status() == Some(ParticipationStatus::Completed);
    let count = everybody(draft, &programme).iter().filter(completed).count();
    if count > 0 {
        let id = programme.id;
        return draft.stop("TRAINING", Slip::TrainingCompleted { id, count });
    }
    let status = programme.content.status.value;
    let reason = request.text("reason").trim();
    let known = match status {
        TrainingStatus::Cancelled => programme.field(draft, CANCELLED).unwrap_or_default(),
        _ => String::new(),
    };
    let is_ahead = matches!(status, TrainingStatus::Planned | TrainingStatus::Running);
    let entries = [
        Statement {
            name: "status",
            known: if is_ahead { "" } else { status.code() },
            new: TrainingStatus::Cancelled.code(),
        },
        Statement {
            name: CANCELLED,
            known: &known,
            new: reason,
        },
    ];
    entry::admit(draft, &programme.id, &entries, request.has("correct"));
    let mut others = vec![(CANCELLED, Literal::Text(reason.to_owned()))];
    if is_ahead {
        let day = programme.known_since(request.today).to_string();
        others.push(("cancelled", Literal::Bare(day)));
    }
    set_status(draft, &programme, TrainingStatus::Cancelled, others)
}
