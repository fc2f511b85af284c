//! Rules about complaints.

use super::dossier::Dossier;
use super::named::CodeList;
use super::remarks::Remarks;
use super::rule::{Look, Rule, flaw};
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
        &[flaw!(Complaint: "class" ClassMissing if |row| {
            // What is no matter of the office, or said already, has no deadline.
            let counts = row.kind == ComplaintKind::Complaint && row.duplicate_of.is_none();
            counts && is_handled(row) && row.class.is_none()
        })],
    ),
    Rule::warning(
        "outcome-without-day",
        "Hasil penanganan disertai tanggalnya.",
        "An outcome comes with its day.",
        &[flaw!(Complaint: "resolved" OutcomeWithoutDay if |row| {
            row.outcome.is_some() && row.resolved.is_none()
        })],
    ),
    Rule::warning(
        "day-without-outcome",
        "Tanggal selesai disertai hasil penanganan.",
        "A day of resolution comes with its outcome.",
        &[flaw!(Complaint: "outcome" DayWithoutOutcome if |row| {
            row.resolved.is_some() && row.outcome.is_none()
        })],
    ),
    Rule::warning(
        "responded-after-resolved",
        "Tanggapan pertama tidak sesudah tanggal selesai.",
        "The first response does not come after the resolution.",
        &[flaw!(Complaint: "responded" RespondedAfterResolved if |row| {
            let resolved = row.resolved.zip(row.responded);
            resolved.is_some_and(|(resolved, responded)| responded > resolved)
        })],
    ),
    Rule::error(
        "event-before-receipt",
        "Tanggapan, penyelesaian, dan pembukaan kembali tidak mendahului penerimaan.",
        "Response, resolution and reopening do not come before the receipt.",
        &[Look::Complaint(event_before_receipt)],
    ),
];

/// Whether the office did or will do something about it.
fn is_handled(row: &Complaint<'_>) -> bool {
    use ComplaintOutcome::{Resolved, Unresolved};
    row.outcome
        .is_none_or(|outcome| matches!(outcome, Resolved | Unresolved))
}

pub(super) fn lists(row: &Complaint<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let lists = [
        ("channel", row.channel, CodeList::Channel),
        ("service", row.service, CodeList::Service),
        ("category", row.category, CodeList::Category),
    ];
    for (column, code, list) in lists {
        if let Some(code) = code {
            list.judge_cell(column, code.text(), dossier.register, remarks);
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
