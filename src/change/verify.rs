//! Evidence that somebody else has seen.

use super::entry::{self, Door};
use super::people::{Employee, Personnel};
use super::{Draft, Reason, Record, Request, evidence, row};
use crate::load;
use crate::records::cell::{Cell, TrainingId};
use crate::records::code::ParticipationStatus;
use crate::records::taking_part::{Participation, participation};
use crate::words::change::Slip;

/// Records that the evidence of participants, of those named or of all who have any, was seen by somebody else.
pub fn verify(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let (named, training) = (request.all("people"), request.text("training"));
    match (request.has("all"), named.is_empty()) {
        (true, false) => draft.refuse("--all", Slip::AllOrNames),
        (false, true) => draft.refuse("", Slip::PeopleMissing),
        _ => {}
    }
    let by = request.person(draft, "by")?;
    let exists = row::training_exists(draft, training);
    draft.accept("TRAINING", exists)?;
    let people = draft.people();
    let rows = rows_of(draft, training);
    let of_programme = programme_evidence(draft, training);
    let has_evidence = |row: &Record| of_programme.is_some() || !row.cells[Participation::sha256].is_empty();
    let is_open = |row: &&Record| {
        has_evidence(row)
            && row.cells[Participation::status] == ParticipationStatus::Completed.code()
            && row.cells[Participation::verified_by].is_empty()
            && row.cells[Participation::staff] != by
    };
    let typed = match request.has("all") {
        false => named.to_vec(),
        true => {
            let open = rows.iter().map(|(_, row)| row).filter(is_open);
            open.map(|row| row.cells[Participation::staff].clone()).collect()
        }
    };
    for text in &typed {
        let found = participant(&people, &rows, training, text);
        let Some((file, row)) = draft.accept(text, found) else {
            continue;
        };
        let person = people.shown(&row.cells[Participation::staff]);
        match has_evidence(row) {
            _ if row.cells[Participation::staff] == by => draft.refuse(text, Slip::VerifyOwn { person }),
            false => {
                let (staff, training) = (row.cells[Participation::staff].clone(), training.to_owned());
                draft.refuse(
                    text,
                    Slip::EvidenceMissing {
                        person,
                        staff,
                        training,
                    },
                );
            }
            true => seen(draft, (file, row), &by, request.has("correct")),
        }
    }
    Some(())
}

/// The row of the participant whom `typed` means.
fn participant<'r>(
    people: &Personnel,
    rows: &'r [(String, Record)],
    training: &str,
    typed: &str,
) -> Result<&'r (String, Record), Reason> {
    let row_of = |person: &Employee| {
        let mut rows = rows.iter();
        rows.find(|(_, row)| row.cells[Participation::staff] == person.id)
    };
    let other = |person| Slip::NotParticipant {
        person,
        training: training.to_owned(),
    };
    let person = people.find_among(typed, |person| row_of(person).is_some(), other)?;
    row_of(person).ok_or(Slip::PeopleMissing.into())
}

/// Writes who saw the evidence, when the file is still the one that was recorded.
fn seen(draft: &mut Draft<'_>, (file, row): (&str, &Record), by: &str, corrects: bool) {
    let evidence = format!("evidence/{}", row.cells[Participation::evidence]);
    let recorded = &row.cells[Participation::sha256];
    let is_same = |bytes: Vec<u8>| recorded.is_empty() || evidence::sha256(&bytes) == *recorded;
    // Evidence is not in git: on another computer there is no file to compare.
    if draft.bytes(&evidence).is_some_and(|bytes| !is_same(bytes)) {
        return draft.refuse(
            &row.cells[Participation::staff],
            Slip::EvidenceDiffers { file: evidence },
        );
    }
    let seen = [(Participation::verified_by, by.to_owned())];
    let door = Door {
        argument: &row.cells[Participation::staff],
        corrects,
    };
    entry::record(draft, (&participation, file), row, door, &seen);
}

/// The rows of a programme, also of another office, with their files.
fn rows_of(draft: &mut Draft<'_>, training: &str) -> Vec<(String, Record)> {
    let files = match row::file(&participation, &[training.to_owned(), String::new()], None) {
        Some(file) => vec![file],
        None => row::files(draft, &participation),
    };
    let mut rows = Vec::new();
    for file in files {
        let found = draft
            .rows(&participation, &file)
            .into_iter()
            .filter(|row| row.cells[Participation::training] == training);
        rows.extend(found.map(|row| (file.clone(), row)));
    }
    rows
}

/// The evidence for the whole programme, where its document names one with its digest.
fn programme_evidence(draft: &mut Draft<'_>, training: &str) -> Option<String> {
    let is_here = <TrainingId as Cell>::parse(training).is_ok_and(|id| id.month().is_some());
    let document = is_here
        .then(|| load::training(draft.directory, training, &mut draft.findings))
        .flatten()?;
    document.sha256.and(document.evidence)
}
