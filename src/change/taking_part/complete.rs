//! Closing participations, and the programme with the last of them; cancelling a programme.

use super::{Chosen, Participant, amend, check, everybody, named, refuse_cancelled};
use crate::change::programme::{Programme, set_status};
use crate::change::{Draft, Reason};
use crate::files::document::Value;
use crate::records::cell::{Cell, Refusal};
use crate::records::code::{AbsenceReason, ParticipationStatus, TrainingStatus};
use crate::records::time::Day;
use crate::words::change::{Note, Slip};
use crate::words::problem::Problem;

/// How a completion is recorded.
#[derive(Clone, Debug, Default)]
pub struct Completion {
    /// The day; the programme's last when it is not given.
    pub on: Option<String>,
    /// The JP; the programme's when they are not given.
    pub jp: Option<String>,
    /// Who took part and failed.
    pub failed: Vec<String>,
}

/// Closes the participation of those chosen, and the programme once nobody is open.
pub fn complete(draft: &mut Draft<'_>, programme: &Programme, chosen: &Chosen, completion: &Completion) {
    refuse_cancelled(draft, programme);
    let day = completion_day(draft, programme, completion.on.as_deref());
    let jp = completion
        .jp
        .clone()
        .unwrap_or_else(|| programme.training.jp.value.to_string());
    check(draft, "jp", &jp);
    let all = everybody(draft, programme);
    let failed = named(draft, &all, programme, &completion.failed);
    let (done, absent) = match chosen {
        Chosen::Named(typed) => (named(draft, &all, programme, typed), Vec::new()),
        Chosen::AllExcept(except) => {
            let absent = absences(draft, &all, programme, except);
            let is_done = |one: &&Participant| {
                one.is_open()
                    && !failed.iter().any(|id| id == one.id())
                    && !absent.iter().any(|(id, _)| id == one.id())
            };
            let done: Vec<String> = all
                .iter()
                .filter(is_done)
                .map(|one| one.id().to_owned())
                .collect();
            (done, absent)
        }
    };
    if !draft.is_good() {
        return;
    }
    for id in &done {
        let values = [
            ("status", "completed".to_owned()),
            ("reason", String::new()),
            ("completed", day.clone()),
            ("jp", jp.clone()),
        ];
        amend(draft, programme, id, &values);
    }
    for (id, reason) in &absent {
        let values = [
            ("status", "absent".to_owned()),
            ("reason", reason.clone()),
            ("completed", String::new()),
            ("jp", String::new()),
        ];
        amend(draft, programme, id, &values);
    }
    for id in &failed {
        let values = [
            ("status", "failed".to_owned()),
            ("reason", String::new()),
            ("completed", String::new()),
            ("jp", String::new()),
        ];
        amend(draft, programme, id, &values);
    }
    close(draft, programme);
}

/// The day of completion: as typed, else the programme's last; not before it began.
fn completion_day(draft: &mut Draft<'_>, programme: &Programme, typed: Option<&str>) -> String {
    let text = typed.map_or_else(|| programme.training.end.value.to_string(), str::to_owned);
    let start = programme.training.start.value;
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
    programme: &Programme,
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

/// A reason by its code, or by its word in either language: `sick`, `sakit`, `tanpa kabar`.
fn reason_of(typed: &str) -> Result<AbsenceReason, Refusal> {
    let typed = typed.to_lowercase();
    let means = |reason: &&AbsenceReason| {
        let phrase = reason.phrase();
        phrase.id == typed || phrase.en == typed
    };
    match AbsenceReason::ALL.iter().find(means) {
        Some(reason) => Ok(*reason),
        None => AbsenceReason::parse(&typed),
    }
}

/// Sets the programme to done when nobody is open any more.
fn close(draft: &mut Draft<'_>, programme: &Programme) {
    let open = everybody(draft, programme)
        .iter()
        .filter(|one| one.is_open())
        .count();
    match open {
        0 => set_status(draft, programme, TrainingStatus::Done, &[]),
        count => draft.note(Note::StillOpen {
            training: programme.id.clone(),
            count,
        }),
    }
}

/// Cancels a programme that nobody has completed. The reason stands in the document, in a field of its own.
pub fn cancel(draft: &mut Draft<'_>, programme: &Programme, reason: &str) {
    let completed = |one: &&Participant| one.status() == Some(ParticipationStatus::Completed);
    let count = everybody(draft, programme).iter().filter(completed).count();
    if count > 0 {
        let id = programme.id.clone();
        return draft.refuse("TRAINING", Slip::TrainingCompleted { id, count });
    }
    let reason = ("x_cancelled", Value::Text(reason.trim().to_owned()));
    set_status(draft, programme, TrainingStatus::Cancelled, &[reason]);
}
