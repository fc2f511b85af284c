//! Whole lists of participants at once: enrolled, present, scored, completed.
//!
//! Everybody is found before anything changes; all who are not are told together.

mod attend;
mod complete;
mod enroll;
mod score;

pub use attend::attend;
pub use complete::{Completion, cancel, complete};
pub use enroll::enroll;
pub use score::{Scored, score};

use super::people::People;
use super::programme::{Programme, participants};
use super::{Draft, Reason, Record};
use crate::records::cell::Cell;
use crate::records::code::{ParticipationStatus, TrainingStatus};
use crate::records::table::Table;
use crate::records::taking_part::participation;
use crate::words::change::Slip;

/// The participants that a command is about.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// Those named.
    Named(Vec<String>),
    /// Everybody who is still open but those named, each with what was typed behind the colon.
    AllExcept(Vec<(String, String)>),
}

/// A participant with the row.
struct Participant {
    row: Record,
    name: String,
}

impl Participant {
    fn id(&self) -> &str {
        &self.row.cells[1]
    }

    fn status(&self) -> Option<ParticipationStatus> {
        ParticipationStatus::parse(self.row.get(&participation, "status")).ok()
    }

    fn is_open(&self) -> bool {
        self.status().is_some_and(ParticipationStatus::is_open)
    }
}

/// Everybody who takes part, by id.
fn everybody(draft: &mut Draft<'_>, programme: &Programme) -> Vec<Participant> {
    let people = draft.people();
    participants(draft, programme)
        .into_iter()
        .map(|row| Participant {
            name: people.named(&row.cells[1]),
            row,
        })
        .collect()
}

/// The id of the participant whom `typed` means: found among the participants first, so that a short name suffices.
fn among(people: &People, all: &[Participant], programme: &Programme, typed: &str) -> Result<String, Reason> {
    let takes_part = |id: &str| all.iter().any(|participant| participant.id() == id);
    match people.find_where(typed, |person| takes_part(&person.id)) {
        Ok(person) => Ok(person.id.clone()),
        Err(Reason::Slip(Slip::PersonUnknown { .. })) => {
            let person = people.find(typed)?;
            Err(Reason::from(Slip::NotParticipant {
                person: person.shown(),
                training: programme.id.clone(),
            }))
        }
        Err(reason) => Err(reason),
    }
}

/// The ids of the participants named, each once; refuses all who are not found.
fn named(draft: &mut Draft<'_>, all: &[Participant], programme: &Programme, typed: &[String]) -> Vec<String> {
    let people = draft.people();
    let mut ids: Vec<String> = Vec::new();
    for text in typed {
        match among(&people, all, programme, text) {
            Ok(id) if ids.contains(&id) => {
                let person = people.shown(&id);
                draft.refuse(text, Slip::PersonTwice { person });
            }
            Ok(id) => ids.push(id),
            Err(reason) => draft.refuse(text, reason),
        }
    }
    ids
}

/// Cells of a row by column name.
pub(super) fn cells(table: &Table, values: &[(&str, String)]) -> Vec<(usize, String)> {
    let cell = |(name, value): &(&str, String)| table.column(name).map(|column| (column, value.clone()));
    values.iter().filter_map(cell).collect()
}

/// Changes cells of the row of a participant.
fn amend(draft: &mut Draft<'_>, programme: &Programme, id: &str, values: &[(&str, String)]) {
    let key = [programme.id.clone(), id.to_owned()];
    draft.amend(
        &participation,
        &programme.participants,
        &key,
        &cells(&participation, values),
    );
}

/// Refuses a programme that is cancelled.
fn refuse_cancelled(draft: &mut Draft<'_>, programme: &Programme) {
    if programme.training.status.value == TrainingStatus::Cancelled {
        draft.refuse(
            "TRAINING",
            Slip::TrainingCancelled {
                id: programme.id.clone(),
            },
        );
    }
}

/// Checks a value against a column of the participation.
pub(super) fn check(draft: &mut Draft<'_>, column: &str, value: &str) {
    let declared = participation
        .column(column)
        .map(|index| &participation.columns[index]);
    if let Some(Err(problem)) = declared.map(|column| column.check.run(value)) {
        draft.refuse(format!("--{column}"), problem);
    }
}
