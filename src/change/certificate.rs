//! The renewal of a competency certificate: a new line that names the old one, which stays as it is.

use super::row::{self, Given};
use super::{Draft, Record, event, evidence, mint};
use crate::records::competence::certificates;
use crate::records::time::Day;
use crate::words::change::Slip;

/// What the new certificate says.
#[derive(Clone, Debug, Default)]
pub struct Renewal<'t> {
    /// Its number.
    pub number: &'t str,
    /// The day of issue.
    pub issued: &'t str,
    /// The last day on which it is valid.
    pub until: Option<&'t str>,
    /// Who issued it; the issuer of the old one when not given.
    pub issuer: Option<&'t str>,
    /// By whom it is recognised; as the old one when not given.
    pub recognition: Option<&'t str>,
    /// The certificate as a file: its name and its bytes.
    pub file: Option<(String, Vec<u8>)>,
}

/// Adds the line that renews the certificate `id`. Returns the new id.
pub fn renew(
    draft: &mut Draft<'_>,
    id: &str,
    renewal: &Renewal<'_>,
    today: Day,
    random: &mut dyn FnMut(usize) -> String,
) -> Option<String> {
    let issued = event::day(draft, "--issued", Some(renewal.issued), today);
    let (file, old) = row::found(draft, &certificates, &[id.to_owned()])?;
    refuse_renewed(draft, &file, id);
    if let (Some(issued), Some(before)) = (issued, event::known(&certificates, &old, "issued"))
        && issued < before
    {
        let other = format!("{id} issued");
        event::refuse_order(draft, "--issued", ("issued", issued), (&other, before));
    }
    let mut cells = vec![String::new(); certificates.columns.len()];
    row::fill(draft, &certificates, &values(&old, id, renewal), &mut cells);
    if !draft.is_good() {
        return None;
    }
    let stem = mint::stem(&certificates, &cells, today);
    cells[0] = mint::id(draft, &certificates, &file, stem, random);
    keep(draft, &mut cells, renewal);
    let new = cells[0].clone();
    draft.insert(&certificates, &file, cells);
    Some(new)
}

/// Refuses a certificate that another renews already: the chain has no branches.
fn refuse_renewed(draft: &mut Draft<'_>, file: &str, id: &str) {
    let rows = draft.rows(&certificates, file);
    if let Some(newer) = rows.iter().find(|row| row.get(&certificates, "renews") == id) {
        let (id, by) = (id.to_owned(), newer.cells[0].clone());
        draft.refuse("ID", Slip::CertificateRenewed { id, by });
    }
}

/// The values of the new line: what a renewal keeps from the old one, and what was typed.
fn values(old: &Record, id: &str, renewal: &Renewal<'_>) -> Vec<Given> {
    let kept = |column| Some(old.get(&certificates, column));
    let values = [
        ("staff", "", kept("staff")),
        ("scheme", "", kept("scheme")),
        ("number", "--number", Some(renewal.number)),
        ("issuer", "--issuer", renewal.issuer.or(kept("issuer"))),
        (
            "recognition",
            "--recognition",
            renewal.recognition.or(kept("recognition")),
        ),
        ("issued", "--issued", Some(renewal.issued)),
        ("valid_until", "--until", renewal.until),
        ("renews", "ID", Some(id)),
    ];
    event::given(&certificates, &values)
}

/// Copies the file below `evidence/` and writes its name and digest into the cells.
fn keep(draft: &mut Draft<'_>, cells: &mut [String], renewal: &Renewal<'_>) {
    let mut digest = String::new();
    if let Some((name, bytes)) = &renewal.file {
        digest = evidence::sha256(bytes);
        let folder = format!("certificates/{}", cells[0]);
        let stored = evidence::store(draft, &folder, &cells[1].clone(), name, bytes);
        for (column, value) in [("evidence", stored), ("sha256", digest.clone())] {
            if let Some(index) = certificates.column(column) {
                cells[index] = value;
            }
        }
    }
    row::note_twins(draft, &[], &digest, renewal.number.trim());
}
