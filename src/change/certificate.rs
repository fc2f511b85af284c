//! The renewal of a competency certificate: a new line that names the old one, which stays as it is.

use super::entry::{self, Door};
use super::{Draft, Given, Record, Request, event, evidence, filled, mint, row};
use crate::records::competence::{Certificate, certificates};
use crate::words::change::Slip;

/// The columns that are typed, each with its argument.
const TYPED: [(usize, &str); 5] = [
    (Certificate::number, "number"),
    (Certificate::issuer, "issuer"),
    (Certificate::recognition, "recognition"),
    (Certificate::issued, "issued"),
    (Certificate::valid_until, "until"),
];

/// Adds the line that renews a certificate.
pub fn renew(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let issued = request.day(draft, "issued");
    let id = request.text("id").to_owned();
    let (file, old) = row::found(draft, &certificates, std::slice::from_ref(&id))?;
    if is_recorded(draft, &file, &id, request) {
        return Some(());
    }
    if let (Some(issued), Some(before)) = (issued, event::known(&old, Certificate::issued))
        && issued < before
    {
        let other = format!("{id} issued");
        event::refuse_order(draft, "--issued", ("issued", issued), (&other, before));
    }
    let mut cells = filled(&certificates, &[]);
    row::fill(draft, &certificates, &values(&old, &id, request), &mut cells);
    if !draft.is_good() {
        return None;
    }
    let stem = mint::stem(&certificates, &cells, request.today);
    cells[Certificate::id] = mint::id(draft, &certificates, &file, stem, request);
    keep(draft, &mut cells, request);
    draft.added.push(cells[Certificate::id].clone());
    draft.insert(&certificates, &file, cells);
    Some(())
}

/// Whether the renewal is recorded already, just as it was typed, or is corrected to it. Refuses a certificate that
/// another one renews: the chain has no branches.
fn is_recorded(draft: &mut Draft<'_>, file: &str, id: &str, request: &Request<'_>) -> bool {
    let rows = draft.rows(&certificates, file);
    let Some(newer) = rows.iter().find(|row| row.cells[Certificate::renews] == id) else {
        return false;
    };
    if request.has("correct") {
        return correct(draft, file, newer, request).is_some();
    }
    let typed = request.given(&TYPED);
    let is_same = typed
        .iter()
        .all(|given| newer.cells[given.column] == given.text.trim());
    if !is_same {
        let (id, by) = (id.to_owned(), newer.cells[Certificate::id].clone());
        draft.refuse("ID", Slip::CertificateRenewed { id, by });
    }
    is_same
}

/// Writes what was typed over a renewal that is recorded otherwise.
fn correct(draft: &mut Draft<'_>, file: &str, newer: &Record, request: &Request<'_>) -> Option<()> {
    let typed = request.given(&TYPED);
    let mut cells = newer.cells.clone();
    row::fill(draft, &certificates, &typed, &mut cells);
    draft.is_good().then_some(())?;
    keep(draft, &mut cells, request);
    let attached = request.file.is_some();
    let attached = attached.then_some([Certificate::evidence, Certificate::sha256]);
    let columns = typed.iter().map(|given| given.column);
    let columns = columns.chain(attached.into_iter().flatten());
    let values: Vec<(usize, String)> = columns.map(|column| (column, cells[column].clone())).collect();
    let door = Door {
        argument: &newer.cells[Certificate::id],
        corrects: true,
    };
    entry::record(draft, (&certificates, file), newer, door, &values);
    Some(())
}

/// The values of the new line: what a renewal keeps from the old one, and over it what was typed.
fn values(old: &Record, id: &str, request: &Request<'_>) -> Vec<Given> {
    let kept = [
        Certificate::staff,
        Certificate::scheme,
        Certificate::issuer,
        Certificate::recognition,
    ];
    let kept = kept.map(|column| Given::of(column, "", &old.cells[column]));
    let renews = Given::of(Certificate::renews, "ID", id);
    let typed = request.given(&TYPED);
    kept.into_iter().chain(typed).chain([renews]).collect()
}

/// Copies the file below `evidence/` and writes its name and digest into the cells.
fn keep(draft: &mut Draft<'_>, cells: &mut [String], request: &Request<'_>) {
    if let Some((name, bytes)) = &request.file {
        let folder = format!("certificates/{}", cells[Certificate::id]);
        let person = &cells[Certificate::staff];
        cells[Certificate::evidence] = evidence::store(draft, &folder, person, name, bytes);
        cells[Certificate::sha256] = evidence::sha256(bytes);
    }
    let number = request.text("number").trim();
    row::note_twins(draft, &[], &cells[Certificate::sha256], number);
}
