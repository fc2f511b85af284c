//! Rules about complaints.

use super::dossier::Dossier;
use super::named::CodeList;
use super::remarks::Remarks;
use super::rule::{Look, Rule};
use crate::records::code::{ComplaintKind, ComplaintOutcome};
use crate::records::service::Complaint;
use crate::words::problem::Problem;

/// The rules about complaints.
pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "class-unknown",
        "Kelas pengaduan ada di aturan yang berlaku pada hari diterima.",
        "The class of a complaint is in the rule in force on the day of receipt.",
        &[Look::Complaint(class)],
    ),
    Rule::warning(
        "class-missing",
        "Pengaduan yang ditangani memiliki kelas, yang menentukan tenggatnya.",
        "A complaint that is handled has a class, which decides its deadline.",
        &[Look::Complaint(class_missing)],
    ),
    Rule::warning(
        "outcome-without-day",
        "Hasil penanganan disertai tanggalnya.",
        "An outcome comes with its day.",
        &[Look::Complaint(|row, _, remarks| {
            remarks.when(
                row.outcome.is_some() && row.resolved.is_none(),
                "resolved",
                Problem::OutcomeWithoutDay,
            )
        })],
    ),
    Rule::warning(
        "day-without-outcome",
        "Tanggal selesai disertai hasil penanganan.",
        "A day of resolution comes with its outcome.",
        &[Look::Complaint(|row, _, remarks| {
            remarks.when(
                row.resolved.is_some() && row.outcome.is_none(),
                "outcome",
                Problem::DayWithoutOutcome,
            )
        })],
    ),
    Rule::warning(
        "responded-after-resolved",
        "Tanggapan pertama tidak sesudah tanggal selesai.",
        "The first response does not come after the resolution.",
        &[Look::Complaint(|row, _, remarks| {
            let resolved = row.resolved.zip(row.responded);
            let is_late = resolved.is_some_and(|(resolved, responded)| responded > resolved);
            remarks.when(is_late, "responded", Problem::RespondedAfterResolved)
        })],
    ),
    Rule::error(
        "event-before-receipt",
        "Tanggapan, penyelesaian, dan pembukaan kembali tidak mendahului penerimaan.",
        "Response, resolution and reopening do not come before the receipt.",
        &[Look::Complaint(event_before_receipt)],
    ),
];

pub(super) fn lists(row: &Complaint<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let lists = [
        ("channel", row.channel, CodeList::Channel),
        ("service", row.service, CodeList::Service),
        ("category", row.category, CodeList::Category),
    ];
    for (column, code, list) in lists {
        if let Some(problem) = code.and_then(|code| list.refuse(code.text(), dossier.register)) {
            remarks.cell(column, problem);
        }
    }
}

/// Where no edition is in force, `rule-missing` says so.
fn class(row: &Complaint<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let rule = dossier.register.rules.complaints.on(row.received);
    let (Some(class), Some(rule)) = (row.class, rule) else {
        return;
    };
    if rule.class.iter().all(|known| &*known.code != class.text()) {
        let codes: Vec<&str> = rule.class.iter().map(|known| &*known.code).collect();
        let (class, allowed) = (class.text().to_owned(), codes.join(", "));
        remarks.cell("class", Problem::ClassUnknown { class, allowed });
    }
}

/// What is no matter of the office, or said already, has no deadline.
fn class_missing(row: &Complaint<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    use ComplaintOutcome::{Resolved, Unresolved};
    let is_handled = row
        .outcome
        .is_none_or(|outcome| matches!(outcome, Resolved | Unresolved));
    let counts = row.kind == ComplaintKind::Complaint && row.duplicate_of.is_none();
    if counts && is_handled && row.class.is_none() {
        remarks.cell("class", Problem::ClassMissing);
    }
}

fn event_before_receipt(row: &Complaint<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let events = [
        ("responded", row.responded),
        ("resolved", row.resolved),
        ("reopened", row.reopened),
    ];
    for (column, day) in events {
        if let Some(day) = day.filter(|day| *day < row.received) {
            let (day, received) = (day.to_string(), row.received.to_string());
            remarks.cell(column, Problem::EventBeforeReceipt { day, received });
        }
    }
}
