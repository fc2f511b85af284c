//! Where else the same stands: a file or a certificate number, the number of a complaint, a name.

use super::{files, key_text};
use crate::change::Draft;
use crate::records::competence::{Certificate, certificates};
use crate::records::complaint::{Complaint, complaints};
use crate::records::organisation::{Posting, Staff, postings};
use crate::records::table::Schema;
use crate::records::taking_part::{Participation, participation};
use crate::records::text::folded;
use crate::words::change::{Hint, Slip};
use std::collections::HashMap;

/// Notes where else the same file or the same certificate number is recorded.
pub fn note_twins(draft: &mut Draft<'_>, key: &[String], sha256: &str, number: &str) {
    let columns = (Participation::sha256, Participation::certificate);
    twins(draft, &participation, key, columns, (sha256, number));
    note_certificates(draft, sha256, number);
}

/// Notes every certificate that has the same number or file.
pub(super) fn note_certificates(draft: &mut Draft<'_>, sha256: &str, number: &str) {
    let columns = (Certificate::sha256, Certificate::number);
    twins(draft, &certificates, &[], columns, (sha256, number));
}

/// Where a complaint with a number is recorded: its file, its id and its channel. What repeats another complaint has its
/// number and is not it.
pub(super) fn complaints_numbered(draft: &mut Draft<'_>, number: &str) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for file in files(draft, &complaints) {
        if !number.is_empty() && (number.contains('"') || draft.holds(&file, number)) {
            draft.scan(&complaints, &file, |row, _| {
                let cell = |column: usize| row.cells.get(column).to_owned();
                if cell(Complaint::reference) == number && cell(Complaint::duplicate_of).is_empty() {
                    found.push((file.clone(), cell(Complaint::id), cell(Complaint::channel)));
                }
            });
        }
    }
    found
}

/// Refuses a complaint whose number its channel has given already, and notes one that another channel has.
pub(super) fn refuse_complaint(draft: &mut Draft<'_>, cells: &[String]) {
    if !cells[Complaint::duplicate_of].is_empty() {
        return;
    }
    let (number, channel) = (&cells[Complaint::reference], &cells[Complaint::channel]);
    for (file, id, other) in complaints_numbered(draft, number) {
        let number = number.clone();
        match other == *channel {
            true => draft.refuse("--reference", Slip::ComplaintKnown { number, id, file }),
            false => draft.note(Hint::NumberElsewhere {
                number,
                id,
                channel: if other.is_empty() { "-".to_owned() } else { other },
            }),
        }
    }
}

/// Notes everybody else who bears the name of somebody who is added.
pub(super) fn note_namesakes(draft: &mut Draft<'_>, cells: &[String]) {
    let wanted = folded(&cells[Staff::name]);
    let people = draft.people();
    let mut units = HashMap::new();
    for row in draft.rows(&postings, &postings.file("")) {
        // Rows stand in the order of their days.
        units.insert(
            row.cells[Posting::staff].clone(),
            row.cells[Posting::unit].clone(),
        );
    }
    for other in people.all().iter().filter(|other| other.bare() == wanted) {
        let unit = units.get(&other.id).filter(|unit| !unit.is_empty());
        let person = match unit {
            Some(unit) => format!("{} ({}, {unit})", other.name, other.id),
            None => other.shown(),
        };
        draft.note(Hint::Namesake { person });
    }
}

fn twins(
    draft: &mut Draft<'_>,
    table: &Schema,
    own: &[String],
    (of_file, of_number): (usize, usize),
    (sha256, number): (&str, &str),
) {
    for file in files(draft, table) {
        for other in draft.rows(table, &file) {
            if other.key(table) == own {
                continue;
            }
            let place = format!("{file}: {}", key_text(other.key(table)));
            if !sha256.is_empty() && other.cells[of_file] == sha256 {
                draft.note(Hint::SameHash { place: place.clone() });
            }
            if !number.is_empty() && other.cells[of_number] == number {
                let number = number.to_owned();
                draft.note(Hint::SameNumber { number, place });
            }
        }
    }
}
