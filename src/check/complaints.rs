//! Rules about complaints and their handling.

use super::dossier::Dossier;
use super::named::CodeList;
use super::remarks::Remarks;
use super::rule::{Look, Rule, flaw};
use crate::records::code::{ComplaintKind, ComplaintOutcome, HandlingStep};
use crate::records::complaint::{Complaint, Handling, handling};
use crate::records::course::{Course, handled};
use crate::words::problem::Problem;

/// The rules about complaints and their handling.
pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "class-unknown",
        "Kelas pengaduan ada di aturan yang berlaku pada hari diterima.",
        "The class of a complaint is in the rule in force on the day of receipt.",
        &[Look::Course(class)],
    ),
    Rule::warning(
        "class-missing",
        "Pengaduan yang ditangani memiliki kelas, yang menentukan tenggatnya.",
        "A complaint that is handled has a class, which decides its deadline.",
        &[Look::Course(class_missing)],
    ),
    Rule::error(
        "day-without-outcome",
        "Penutupan pengaduan disertai hasil penanganan.",
        "The closing of a complaint comes with its outcome.",
        &[
            flaw!(Handling: "outcome" DayWithoutOutcome { complaint: row.complaint.text(), date: row.date } if |row| row.lacks_outcome()),
        ],
    ),
    Rule::error(
        "step-value",
        "Hasil dan pendapat pengadu hanya ada pada penutupan, kelas hanya pada penetapan kelas.",
        "Outcome and the complainant's view stand at a closing only, a class where one is given only.",
        &[Look::Handling(step_value)],
    ),
    Rule::warning(
        "step-order",
        "Pengaduan yang tertutup tidak ditutup atau ditanggapi lagi, yang terbuka tidak dibuka kembali.",
        "A closed complaint is not closed or responded to again, an open one is not reopened.",
        &[Look::Course(order)],
    ),
    Rule::warning(
        "complaint-twice",
        "Satu nomor pada satu kanal adalah satu pengaduan, bulan apa pun diterimanya.",
        "One number of one channel is one complaint, in whatever month it was received.",
        &[Look::Complaint(|row, _, remarks| {
            if let Some((reference, channel)) = numbered(row) {
                let key = format!("{channel} {reference}").trim_start().to_owned();
                let apart = (key, row.id.text().to_owned());
                remarks.unless_alone("reference", apart, |key, id, file| Problem::ComplaintTwice {
                    key,
                    id,
                    file,
                });
            }
        })],
    ),
    Rule::warning(
        "number-elsewhere",
        "Nomor pengaduan tidak tercatat pada dua kanal.",
        "The number of a complaint is not recorded on two channels.",
        &[Look::Complaint(|row, _, remarks| {
            if let Some((reference, channel)) = numbered(row) {
                let apart = (reference.to_owned(), channel.to_owned());
                remarks.unless_alone("reference", apart, |number, channel, file| {
                    Problem::NumberElsewhere {
                        number,
                        channel,
                        file,
                    }
                });
            }
        })],
    ),
    Rule::error(
        "event-before-receipt",
        "Langkah penanganan tidak mendahului penerimaan.",
        "The steps of the handling do not come before the receipt.",
        &[Look::Course(before_receipt)],
    ),
    Rule::error(
        "duplicate-later",
        "Pengaduan yang terulang sudah diterima lebih dahulu.",
        "What a complaint repeats came before it.",
        &[Look::Complaint(duplicate_later)],
    ),
];

/// The number of a complaint and its channel; what is recorded as the repetition of another may have the same.
fn numbered<'r>(row: &Complaint<'r>) -> Option<(&'r str, &'r str)> {
    let reference = row.reference.filter(|_| row.duplicate_of.is_none())?;
    Some((reference, row.channel.map_or("", |channel| channel.text())))
}

/// Whether the office did or will do something about it: what is no matter of the office has no deadline.
fn is_handled(course: &Course<'_>) -> bool {
    use ComplaintOutcome::{Resolved, Unresolved};
    let last = course.steps.iter().rev().find_map(|step| step.outcome);
    last.is_none_or(|outcome| matches!(outcome, Resolved | Unresolved))
}

fn duplicate_later(row: &Complaint<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    if let Some(other) = row.duplicate_of.filter(|_| row.repeats_later()) {
        let other = other.text().to_owned();
        remarks.cell("duplicate_of", Problem::DuplicateLater { other });
    }
}

fn class_missing(course: &Course<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let row = course.complaint;
    let counts = row.kind == ComplaintKind::Complaint && row.duplicate_of.is_none();
    let is_given = row.class.is_some() || course.steps.iter().any(|step| step.class.is_some());
    if counts && is_handled(course) && !is_given {
        let id = row.id.text().to_owned();
        remarks.cell("class", Problem::ClassMissing { id });
    }
}

fn step_value(row: &Handling<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    for (column, belongs) in row.misplaced() {
        let (step, belongs) = (row.step.code().to_owned(), belongs.code().to_owned());
        remarks.cell(
            &handling.columns[column].name,
            Problem::StepValue { step, belongs },
        );
    }
}

/// Each step is told against how the complaint stood before it.
fn order(course: &Course<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let received = course.complaint.received;
    for (number, step) in course.steps.iter().enumerate() {
        let closed = handled(received, &course.steps[..number], step.date).closing();
        let since = match (step.kind, closed) {
            (HandlingStep::Closed, Some((since, _))) => since,
            (HandlingStep::Responded, Some((since, _))) if since < step.date => since,
            (HandlingStep::Reopened, None) => received,
            _ => continue,
        };
        let (code, since) = (step.kind.code().to_owned(), since.to_string());
        remarks.cell_at(step.origin, "date", Problem::StepOrder { step: code, since });
    }
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
fn class(course: &Course<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let Some(rule) = dossier.register.rules.complaints.on(course.complaint.received) else {
        return;
    };
    for (class, origin) in course.classes().filter(|(class, _)| rule.class(class).is_none()) {
        let codes = rule
            .class
            .iter()
            .map(|known| format!("{} ({})", known.code.0, known.name));
        let (class, allowed) = (class.to_owned(), codes.collect::<Vec<_>>().join(", "));
        remarks.cell_at(origin, "class", Problem::ClassUnknown { class, allowed });
    }
}

fn before_receipt(course: &Course<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    for step in course.before_receipt() {
        let (day, received) = (step.date.to_string(), course.complaint.received.to_string());
        remarks.cell_at(step.origin, "date", Problem::EventBeforeReceipt { day, received });
    }
}
