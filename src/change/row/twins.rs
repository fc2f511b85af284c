//! Where else the same proof stands: a file or a certificate number that is recorded already.

use super::{files, key_text};
use crate::change::{Draft, Record};
use crate::records::competence::certificates;
use crate::records::table::Table;
use crate::records::taking_part::participation;
use crate::words::change::Note;

/// Notes where else the same file or the same certificate number is recorded.
pub fn note_twins(draft: &mut Draft<'_>, key: &[String], sha256: &str, number: &str) {
    twins(draft, &participation, key, sha256, ("certificate", number));
    twins(draft, &certificates, &[], sha256, ("number", number));
}

/// Notes every certificate that has the same number or file as a new one.
pub(super) fn note_certificates(draft: &mut Draft<'_>, new: &Record) {
    let (sha256, number) = (new.get(&certificates, "sha256"), new.get(&certificates, "number"));
    twins(draft, &certificates, &[], sha256, ("number", number));
}

fn twins(draft: &mut Draft<'_>, table: &Table, own: &[String], sha256: &str, (column, number): (&str, &str)) {
    for file in files(draft, table) {
        for other in draft.rows(table, &file) {
            if other.key(table) == own {
                continue;
            }
            let place = format!("{file}: {}", key_text(other.key(table)));
            if !sha256.is_empty() && other.get(table, "sha256") == sha256 {
                draft.note(Note::SameHash { place: place.clone() });
            }
            if !number.is_empty() && other.get(table, column) == number {
                let number = number.to_owned();
                draft.note(Note::SameNumber { number, place });
            }
        }
    }
}
