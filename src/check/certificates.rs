//! Rules about certificates as a whole: each once, and renewals that lead to a first one.

use super::dossier::TableFile;
use super::register::{Register, unheard};
use super::remarks::Remarks;
use super::rule::{Look, Rule};
use super::twice::letters;
use crate::diagnostic::Origin;
use crate::records::competence::{Certificate, certificates};
use crate::words::problem::Problem;
use std::collections::HashMap;

/// The rules about certificates.
pub(super) const RULES: &[Rule] = &[Rule::warning(
    "certificate-repeated",
    "Satu sertifikat dicatat sekali: pemegang, skema, dan nomor yang sama tidak berulang.",
    "A certificate is recorded once: no holder, scheme and number together twice.",
    &[Look::File(repeated)],
)];

/// Shows every certificate to `each`. The file is small, and was found good when the rules about files come.
fn each(file: &TableFile<'_>, register: &Register<'_>, mut each: impl FnMut(Origin, &Certificate<'_>)) {
    if file.table.name != certificates.name {
        return;
    }
    unheard(register.directory, &certificates, "", |raw, unheard| {
        if let Some(row) = raw.read::<Certificate>(unheard) {
            each(raw.origin, &row);
        }
    });
}

fn repeated(file: &TableFile<'_>, register: &Register<'_>, remarks: &mut Remarks<'_>) {
    let mut first: HashMap<(String, String, String), String> = HashMap::new();
    each(file, register, |origin, row| {
        let Some(number) = row.number else { return };
        let same = (
            row.staff.text().to_owned(),
            row.scheme.to_owned(),
            letters(number),
        );
        let id = row.id.text();
        let first = first.entry(same).or_insert_with(|| id.to_owned());
        if first != id {
            let (number, id) = (number.to_owned(), first.clone());
            remarks.cell_at(origin, "number", Problem::CertificateRepeated { number, id });
        }
    });
}
