//! Whole lists of participants at once: enrolled, present, scored, completed.
//!
//! Everybody is found before anything changes; all who are not are told together.

mod attend;
mod complete;
mod enroll;
mod list;
mod presence;
mod score;

pub use attend::attend;
pub use complete::{cancel, complete, complete_attending};
pub use enroll::enroll;
pub(crate) use presence::partial as partial_presence;
pub use score::score;

use super::entry::{self, Door};
use super::people::{Employee, Personnel};
use super::programme::{OpenProgramme, participants, roll};
use super::{Draft, Reason, Record, Request, paper, row};
use crate::diagnostic::Findings;
use crate::files::csv;
use crate::records::cell::Cell;
use crate::records::code::{ParticipationStatus, TrainingStatus};
use crate::records::taking_part::{Participation, participation};
use crate::sheets;
use crate::words::change::{Hint, Slip};
use std::collections::BTreeSet;

/// The participants that a command is about.
enum Chosen {
    /// Those named.
    Named(Vec<String>),
    /// Everybody who is still open but those named, each with what was typed behind the colon.
    AllExcept(Vec<(String, String)>),
}

impl Chosen {
    /// Those chosen: named, or all but those named. Who chooses nobody is refused, unless `may_be_none`.
    fn read(draft: &mut Draft<'_>, request: &Request<'_>, may_be_none: bool) -> Chosen {
        let except = request.text("except");
        if request.has("all") {
            if request.has("people") {
                draft.refuse("--all", Slip::AllOrNames);
            }
            return Chosen::AllExcept(parts(except).map(exception).collect());
        }
        if !except.is_empty() {
            draft.refuse("--except", Slip::ExceptAlone);
        }
        let people = people(draft, request);
        if people.is_empty() && !may_be_none && draft.is_good() {
            draft.refuse("", Slip::PeopleMissing);
        }
        Chosen::Named(people)
    }
}

/// The people typed, or one a line from standard input.
fn lines(request: &Request<'_>) -> Vec<String> {
    let input = sheets::text(&request.input);
    let lines = input.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let typed = request.all("people").iter().cloned();
    typed.chain(lines.map(str::to_owned)).collect()
}

/// The same, several of them also between commas, or in a table. A name with its titles holds commas of its own.
fn people(draft: &mut Draft<'_>, request: &Request<'_>) -> Vec<String> {
    if let Some(listed) = list::table(draft, request) {
        return listed.into_iter().map(|one| one.person).collect();
    }
    let people = draft.people();
    let lines = lines(request);
    let apart = lines.iter().flat_map(|text| match people.find(text) {
        Ok(_) => vec![text.as_str()],
        Err(_) => parts(text).collect(),
    });
    apart.map(str::to_owned).collect()
}

/// The names between commas.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split([',', ';']).map(str::trim);
    parts.filter(|part| !part.is_empty())
}

/// `Budi:sick` as name and reason.
fn exception(text: &str) -> (String, String) {
    let (name, reason) = text.rsplit_once(':').unwrap_or((text, ""));
    (name.trim().to_owned(), reason.trim().to_owned())
}

/// A participant with the row.
struct Participant {
    row: Record,
    name: String,
}

impl Participant {
    fn id(&self) -> &str {
        &self.row.cells[Participation::staff]
    }

    fn status(&self) -> Option<ParticipationStatus> {
        ParticipationStatus::parse(&self.row.cells[Participation::status]).ok()
    }

    /// Whether somebody completed it, on a day or for JP that nobody recorded.
    fn lacks(&self) -> bool {
        let cells = &self.row.cells;
        self.status() == Some(ParticipationStatus::Completed)
            && [Participation::completed, Participation::jp]
                .iter()
                .any(|column| cells[*column].is_empty())
    }

    /// Whether it is on record why somebody was not there.
    fn is_away(&self) -> bool {
        !self.row.cells[Participation::reason].is_empty()
    }

    fn is_open(&self) -> bool {
        self.status().is_some_and(ParticipationStatus::is_open)
    }
}

/// Everybody who takes part, by id.
fn everybody(draft: &mut Draft<'_>, programme: &OpenProgramme) -> Vec<Participant> {
    let people = draft.people();
    participants(draft, programme)
        .into_iter()
        .map(|row| Participant {
            name: people.named(&row.cells[Participation::staff]),
            row,
        })
        .collect()
}

/// The ids of the participants named: found among the participants first, so that a short name suffices.
fn named(
    draft: &mut Draft<'_>,
    all: &[Participant],
    programme: &OpenProgramme,
    typed: &[String],
) -> Vec<String> {
    let takes_part = |person: &Employee| all.iter().any(|one| one.id() == person.id);
    distinct(draft, typed, |people, text| {
        people.find_among(text, takes_part, |person| Slip::NotParticipant {
            person,
            training: programme.id.clone(),
        })
    })
}

/// The ids of the people typed, each once; refuses all who are not found.
fn distinct(
    draft: &mut Draft<'_>,
    typed: &[String],
    find: impl for<'p> Fn(&'p Personnel, &str) -> Result<&'p Employee, Reason>,
) -> Vec<String> {
    let people = draft.people();
    let mut ids: Vec<String> = Vec::new();
    for text in typed {
        match draft.accept(text, find(&people, text)) {
            Some(found) if ids.contains(&found.id) => {
                let person = found.shown();
                draft.refuse(text, Slip::PersonTwice { person });
            }
            found => ids.extend(found.map(|found| found.id.clone())),
        }
    }
    ids
}

/// Records values in the row of a participant.
fn record(
    draft: &mut Draft<'_>,
    programme: &OpenProgramme,
    one: &Participant,
    values: &[(usize, String)],
    request: &Request<'_>,
) {
    let door = Door {
        argument: &one.name,
        corrects: request.has("correct"),
    };
    entry::record(draft, (&participation, &roll(programme)), &one.row, door, values);
}

/// That a change completes people without JP, how many, and how the first gets them: what neither the list nor the
/// programme tells stays unknown, and is said by whatever door it came.
pub fn without_jp(draft: &Draft<'_>) -> Option<Hint> {
    let lacking = |name: &str, bytes: Option<&[u8]>| {
        let mut out = BTreeSet::new();
        let number = draft.directory.number(name);
        // Reading from memory does not fail, and what is wrong was told.
        let _ = csv::scan(bytes?, number, &participation, &mut Findings::new(), |row, _| {
            let cell = |column| row.cells.get(column);
            let is_completed = cell(Participation::status) == ParticipationStatus::Completed.code();
            if is_completed && cell(Participation::jp).is_empty() {
                out.insert(
                    [Participation::training, Participation::staff].map(|column| cell(column).to_owned()),
                );
            }
        });
        Some(out)
    };
    let rolls = draft.changed().filter(|(name, ..)| {
        let folder = name.strip_prefix(&*participation.path);
        folder.is_some_and(|rest| rest.starts_with('/'))
    });
    let new = rolls.flat_map(|(name, before, after)| {
        let known = lacking(name, before).unwrap_or_default();
        let now = lacking(name, after).unwrap_or_default().into_iter();
        now.filter(move |one| !known.contains(one))
    });
    let new: Vec<[String; 2]> = new.collect();
    let count = new.len();
    let [training, staff] = new.into_iter().next()?;
    Some(Hint::WithoutJp {
        count,
        training,
        staff,
    })
}

/// The programme that was typed; one that is cancelled is refused.
fn opened(draft: &mut Draft<'_>, request: &Request<'_>) -> Option<OpenProgramme> {
    let programme: OpenProgramme = paper::named(draft, request)?;
    if programme.content.status.value == TrainingStatus::Cancelled {
        let id = programme.id.clone();
        draft.refuse("TRAINING", Slip::TrainingCancelled { id });
    }
    Some(programme)
}

/// Checks a value against a column of the participation.
pub(super) fn check(draft: &mut Draft<'_>, column: usize, value: &str) {
    let column = &participation.columns[column];
    draft.accept(&row::argument(column), column.check.run(value));
}
