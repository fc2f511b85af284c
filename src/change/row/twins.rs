//! Where else the same proof stands: a file or a certificate number that is recorded already.

use super::{files, key_text};
use crate::change::Draft;
use crate::records::competence::{Certificate, certificates};
use crate::records::table::Schema;
use crate::records::taking_part::{Participation, participation};
use crate::words::change::Hint;

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
