//! Rules about one participation.

use super::dossier::{Dossier, RowCell};
use super::remarks::Remarks;
use super::rule::{Look, Rule, flaw};
use crate::records::code::{AbsenceReason, ParticipationStatus};
use crate::records::table::Schema;
use crate::records::taking_part::{Participation, participation};
use crate::records::training::Training;
use crate::words::problem::Problem;

/// The rules about who takes part, and with what result.
pub(super) const RULES: &[Rule] = &[
    Rule::warning(
        "completed-without-day",
        "Peserta yang selesai memiliki tanggal selesai, yang menentukan tahun JP-nya.",
        "Who completed has the day, which decides the year of the JP.",
        &[Look::Participation(|row, _, remarks| {
            if is_completed(row) && row.completed.is_none() {
                let (training, staff) = named(row);
                remarks.cell("completed", Problem::CompletedWithoutDay { training, staff });
            }
        })],
    ),
    Rule::warning(
        "completed-without-jp",
        "Peserta yang selesai memiliki JP.",
        "Who completed has JP.",
        &[Look::Participation(|row, _, remarks| {
            if is_completed(row) && row.jp.is_none() {
                let (training, staff) = named(row);
                remarks.cell("jp", Problem::CompletedWithoutJp { training, staff });
            }
        })],
    ),
    Rule::error(
        "participation-twice",
        "Keikutsertaan seseorang dalam satu kegiatan kantor lain ada di satu berkas bulan saja.",
        "The participation of a person in a programme of another office stands in one month's file only.",
        &[Look::Participation(|row, _, remarks| {
            if row.training.month().is_none() {
                let key = format!("{}/{}", row.training.text(), row.staff.text());
                let apart = (key, remarks.file().to_string());
                remarks.unless_alone("training", apart, |key, _, file| Problem::ParticipationTwice {
                    key,
                    file,
                });
            }
        })],
    ),
    Rule::error(
        "absent-with-result",
        "Yang tidak hadir tidak memiliki tanggal selesai, JP, nilai, sertifikat, atau bukti.",
        "Who was absent has no day of completion, JP, scores, certificate or evidence.",
        &[Look::Cell(is_ruled_out, absent_with_result)],
    ),
    Rule::warning(
        "day-without-completion",
        "Hanya peserta yang selesai memiliki tanggal selesai dan JP.",
        "Only who completed has a day of completion and JP.",
        &[Look::Participation(day_without_completion)],
    ),
    Rule::warning(
        "absent-without-reason",
        "Ketidakhadiran disertai alasan.",
        "An absence comes with its reason.",
        &[flaw!(Participation: "reason" AbsentWithoutReason if |row| {
            let is_absent = row.status == ParticipationStatus::Absent;
            is_absent && row.reason.is_none()
        })],
    ),
    Rule::warning(
        "reason-without-absence",
        "Alasan hanya dicatat bagi yang tidak hadir atau mengundurkan diri.",
        "A reason is recorded only of who was absent or withdrew.",
        &[flaw!(Participation: "reason" ReasonWithoutAbsence if |row| {
            use ParticipationStatus::{Absent, Withdrawn};
            let may_have = matches!(row.status, Absent | Withdrawn);
            row.reason.is_some() && !may_have
        })],
    ),
    Rule::warning(
        "jp-over-curriculum",
        "JP peserta tidak melebihi JP pelatihan.",
        "The JP of a participant are not more than the training's.",
        &[Look::Participation(jp_over_curriculum)],
    ),
    Rule::warning(
        "jp-recognised-over-claimed",
        "JP yang diakui tidak melebihi JP di sertifikat.",
        "The JP recognised are not more than those of the certificate.",
        &[Look::Participation(jp_recognised)],
    ),
    Rule::error(
        "score-outside",
        "Nilai tes ada di antara 0 dan nilai tertinggi pelatihan.",
        "A test score lies between 0 and the training's maximum.",
        &[Look::Participation(score)],
    ),
    Rule::warning(
        "completed-outside",
        "Tanggal selesai tidak mendahului awal pelatihan.",
        "A day of completion does not come before the training begins.",
        &[Look::Participation(completed_before_start)],
    ),
    Rule::warning(
        "beyond-look-back",
        "Tanggal selesai masih dalam jangkauan bulan yang dibaca laporan.",
        "A day of completion lies within the months that reports read.",
        &[Look::Participation(beyond_look_back)],
    ),
    Rule::warning(
        "verified-without-evidence",
        "Yang diverifikasi memiliki bukti dan SHA-256, di barisnya atau di dokumen pelatihan.",
        "What is verified has evidence and its SHA-256, in its row or in the training document.",
        &[Look::Participation(verified_without_evidence)],
    ),
    Rule::warning(
        "verified-by-self",
        "Bukti diverifikasi oleh orang lain.",
        "Evidence is verified by somebody else.",
        &[flaw!(Participation: "verified_by" VerifiedBySelf if |row| row.verified_by == Some(row.staff))],
    ),
];

/// Whether the programme as a whole has evidence, which its participants inherit.
pub(super) fn has_evidence(training: &Training) -> bool {
    training.evidence.is_some() && training.sha256.is_some()
}

/// The programme and the person of a row, as they are typed.
fn named(row: &Participation<'_>) -> (String, String) {
    (row.training.text().to_owned(), row.staff.text().to_owned())
}

fn is_completed(row: &Participation<'_>) -> bool {
    row.status == ParticipationStatus::Completed
}

/// A column that has nothing of who was absent.
fn is_ruled_out(table: &Schema, index: usize) -> bool {
    table.name == participation.name && Participation::ruled_out(ParticipationStatus::Absent).contains(&index)
}

/// Told once a row, at the first of the columns, with all of them.
fn absent_with_result(cell: &RowCell<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    if cell.other("status") != ParticipationStatus::Absent.code() {
        return;
    }
    let columns = Participation::ruled_out(ParticipationStatus::Absent).iter();
    let names = columns.map(|&column| &*participation.columns[column].name);
    let filled: Vec<&str> = names.filter(|name| !cell.other(name).is_empty()).collect();
    if filled.first() == Some(&&*cell.column.name) {
        let columns = filled.join(", ");
        remarks.cell(&cell.column.name, Problem::AbsentWithResult { columns });
    }
}

/// Of who was absent `absent-with-result` tells more. Who waits for the certificate has finished already, so that only the JP are too early.
fn day_without_completion(row: &Participation<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let has_day = row.completed.is_some() && row.status != ParticipationStatus::AwaitingCertificate;
    let is_told = is_completed(row) || row.status == ParticipationStatus::Absent;
    if !is_told && (has_day || row.jp.is_some()) {
        let status = row.status.code().to_owned();
        remarks.cell("status", Problem::DayWithoutCompletion { status });
    }
}

fn jp_over_curriculum(row: &Participation<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    if let Some(jp) = row.jp
        && let Some(training) = dossier.programmes.get(row.training)
        && jp > training.jp.value
    {
        let (jp, programme) = (jp.to_string(), training.jp.value.to_string());
        remarks.cell("jp", Problem::JpOverCurriculum { jp, programme });
    }
}

fn jp_recognised(row: &Participation<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    if let (Some(recognised), Some(claimed)) = (row.jp_recognised, row.jp)
        && recognised > claimed
    {
        let (recognised, claimed) = (recognised.to_string(), claimed.to_string());
        remarks.cell(
            "jp_recognised",
            Problem::JpRecognisedOverClaimed { recognised, claimed },
        );
    }
}

/// The maximum of a programme of another office is not known.
fn score(row: &Participation<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    if row.pre.or(row.post).is_none() {
        return;
    }
    let Some(training) = dossier.programmes.get(row.training) else {
        return;
    };
    let max = training.max_score();
    for (column, score) in [("pre", row.pre), ("post", row.post)] {
        // Below zero is told as such, whatever the maximum.
        if let Some(score) = score.filter(|score| *score > max) {
            let (score, max) = (score.to_string(), max.to_string());
            remarks.cell(column, Problem::ScoreOutside { score, max });
        }
    }
}

fn completed_before_start(row: &Participation<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    if let Some(day) = row.completed
        && let Some(training) = dossier.programmes.get(row.training)
        && day < training.start.value
    {
        let (day, start) = (day.to_string(), training.start.value.to_string());
        remarks.cell("completed", Problem::CompletedOutside { day, start });
    }
}

/// The hours of a year are read from the year's months and a few before: who finishes later is not seen.
fn beyond_look_back(row: &Participation<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let register = dossier.register;
    if let Some(day) = row.completed
        && let Some(month) = row.training.month()
        && let Some(rule) = register.rules.look_back.on(register.as_of)
        && i64::from(day.month().since(month)) > rule.programme_months
    {
        let (day, months) = (day.to_string(), rule.programme_months);
        remarks.cell("completed", Problem::BeyondLookBack { day, months });
    }
}

fn verified_without_evidence(row: &Participation<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let has_own = row.evidence.is_some() && row.sha256.is_some();
    if row.verified_by.is_none() || has_own || !dossier.programmes.is_known(row.training) {
        return;
    }
    let inherits = dossier
        .programmes
        .get(row.training)
        .is_some_and(|training| has_evidence(&training));
    if !inherits {
        let (training, staff) = (row.training.text().to_owned(), row.staff.text().to_owned());
        remarks.cell(
            "verified_by",
            Problem::VerifiedWithoutEvidence { training, staff },
        );
    }
}

/// Whether somebody is recorded as absent because another stood in.
pub(super) fn is_replaced(status: ParticipationStatus, reason: Option<AbsenceReason>) -> bool {
    status == ParticipationStatus::Absent && reason == Some(AbsenceReason::Replaced)
}
