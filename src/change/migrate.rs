//! Brings the records of an older format over to this one.
//!
//! Format 2 keeps what was done about a complaint in rows of its own, `handling`, where format 1 had one cell for each
//! day in the complaint's row; and the rule of complaints has no look-back any more, because what is open is looked for
//! everywhere.

use super::{Draft, filled, row};
use crate::files::directory::MARKER;
use crate::files::document::{DocumentText, Literal};
use crate::load::FORMAT;
use crate::records::cell::Id;
use crate::records::code::{ComplainantView, ComplaintOutcome, HandlingStep};
use crate::records::complaint::{Handling, complaints, handling};
use crate::records::table::table;
use crate::records::time::Day;
use crate::words::change::Slip;

table! {
    /// Complaints as format 1 kept them, by the columns that are read to bring them over.
    complaints_of_format_1 "complaint" "pengaduan": ComplaintOfFormat1 in Month "complaints", Keyed, id "Pengaduan menurut format 1." {
        /// Id.
        id: Id<'a>, key; Office, id "Id.";
        /// The day received.
        received: Day; Public, id "Hari diterima.";
        /// By which channel.
        channel: Option<&'a str>; Public, id "Kanal.";
        /// The number in the channel's own system.
        reference: Option<&'a str>; Office, id "Nomor pada kanal asalnya.";
        /// Complaint, aspiration or request for information.
        kind: &'a str; Public, id "Pengaduan, aspirasi, atau permintaan informasi.";
        /// The unit that it is about.
        unit: Option<&'a str>; Public, id "Unit yang dituju.";
        /// The service that it is about.
        service: Option<&'a str>; Public, id "Layanan yang dituju.";
        /// Its category.
        category: Option<&'a str>; Public, id "Kategori.";
        /// Its class.
        class: Option<&'a str>; Public, id "Kelas.";
        /// Who handles it.
        handler: Option<&'a str>; Office, id "Yang menangani.";
        /// The day of the first response.
        responded: Option<Day>; Public, id "Hari tanggapan pertama.";
        /// The day on which it was closed.
        resolved: Option<Day>; Public, id "Hari ditutup.";
        /// What became of it.
        outcome: Option<ComplaintOutcome>; Public, id "Hasil penanganan.";
        /// The day on which it was reopened.
        reopened: Option<Day>; Public, id "Hari dibuka kembali.";
        /// The complaint that this one repeats.
        duplicate_of: Option<&'a str>; Public, id "Pengaduan yang sama.";
        /// The complainant's own view of the handling.
        complainant_view: Option<ComplainantView>; Public, id "Pendapat pengadu.";
        /// What it is about.
        summary: Option<&'a str>; Office, id "Isinya.";
    }
}
use ComplaintOfFormat1 as Old;

/// The columns that became steps.
const STEPS: &[usize] = &[
    Old::responded,
    Old::resolved,
    Old::outcome,
    Old::reopened,
    Old::complainant_view,
];

/// Brings everything over; what cannot be told from the records as they stand is refused, and then nothing changes.
pub fn all(draft: &mut Draft<'_>) {
    for file in row::files(draft, &complaints) {
        of_complaints(draft, &file);
    }
    edit(draft, "rules/complaints.toml", |document| {
        let mut number = 0;
        while document.remove(&["edition", &number.to_string(), "look_back_months"]) == Ok(true) {
            number += 1;
        }
        Some(())
    });
    edit(draft, MARKER, |document| {
        document
            .set(&["format"], &Literal::Bare(FORMAT.to_string()), &[])
            .ok()
    });
}

/// Edits a document that is there; one that the editor cannot change is told as it is changed by hand.
fn edit(draft: &mut Draft<'_>, file: &str, edit: impl FnOnce(&mut DocumentText) -> Option<()>) {
    let Some(text) = draft.text(file) else { return };
    let mut document = DocumentText::parse(&text).ok();
    match document.as_mut().and_then(edit).and(document) {
        Some(document) => draft.put(file, Some(document.text().as_bytes().to_vec())),
        None => draft.refuse(
            "",
            Slip::ByHand {
                file: file.to_owned(),
            },
        ),
    }
}

/// The steps of a file's complaints become rows, and their columns go.
fn of_complaints(draft: &mut Draft<'_>, file: &str) {
    let table = &complaints_of_format_1;
    let mut steps = Vec::new();
    for row in draft.rows(table, file) {
        match steps_of(&row.cells) {
            Some(found) => steps.extend(found),
            None => {
                let place = format!("{file}: {}", row.cells[Old::id]);
                draft.refuse("", Slip::MigrateUnclear { place });
            }
        }
    }
    draft.edit(table, file, |sheet| sheet.drop_columns(STEPS));
    let file = file.replacen(&*complaints.path, &handling.path, 1);
    if steps.is_empty() {
        return;
    }
    // All in one edit: a file is taken apart once.
    draft.edit(&handling, &file, |sheet| {
        for cells in &steps {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            // No two steps of a complaint have the same kind here, so no key is there already.
            let _ = sheet.insert(&cells);
        }
    });
}

/// The rows of the steps in a row of format 1; `None` where the day of its closing cannot be told.
fn steps_of(cells: &[String]) -> Option<Vec<Vec<String>>> {
    let cell = |column: usize| cells[column].as_str();
    let (closed, reopened) = (cell(Old::resolved), cell(Old::reopened));
    let says_more = !cell(Old::outcome).is_empty() || !cell(Old::complainant_view).is_empty();
    if (closed.is_empty() && says_more) || (!closed.is_empty() && closed == reopened) {
        return None;
    }
    let step = |date: &str, kind: HandlingStep, more: &[(usize, &str)]| {
        let key = [
            (Handling::complaint, cell(Old::id)),
            (Handling::date, date),
            (Handling::step, kind.code()),
        ];
        (!date.is_empty()).then(|| filled(&handling, &[&key[..], more].concat()))
    };
    let told = [
        (Handling::outcome, cell(Old::outcome)),
        (Handling::complainant_view, cell(Old::complainant_view)),
    ];
    let steps = [
        step(cell(Old::responded), HandlingStep::Responded, &[]),
        step(closed, HandlingStep::Closed, &told),
        step(reopened, HandlingStep::Reopened, &[]),
    ];
    Some(steps.into_iter().flatten().collect())
}
