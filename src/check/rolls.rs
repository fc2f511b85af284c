//! Rules about a programme and all who take part in it.

use super::dossier::Dossier;
use super::participation::{has_evidence, is_replaced};
use super::programme::{Participant, Roll};
use super::remarks::Remarks;
use super::rule::{Look, Rule};
use crate::records::code::{ParticipationStatus, TrainingStatus};
use crate::records::number::{Dec, Ratio};
use crate::records::training::Training;
use crate::words::problem::Problem;

/// The rules about the participants of a programme.
pub(super) const RULES: &[Rule] = &[
    Rule::warning(
        "replaces-not-absent",
        "Orang yang digantikan tercatat tidak hadir dengan alasan digantikan.",
        "Somebody replaced is recorded as absent with the reason replaced.",
        &[Look::Roll(replaced)],
    ),
    Rule::warning(
        "tests-missing",
        "Bila pelatihan memakai tes, sebagian besar peserta yang selesai memiliki tes awal dan tes akhir.",
        "Where a training has tests, most who completed it have a pre-test and a post-test.",
        &[Look::Roll(tests)],
    ),
    Rule::warning(
        "verification-pending",
        "Bukti yang tercatat sudah diverifikasi.",
        "Evidence that is recorded is verified.",
        &[Look::Roll(verification)],
    ),
    Rule::warning(
        "cancelled-with-completion",
        "Pelatihan yang dibatalkan tidak memiliki peserta selesai.",
        "Nobody has completed a training that was cancelled.",
        &[Look::Roll(cancelled)],
    ),
    Rule::warning(
        "still-open-after-close",
        "Di pelatihan yang selesai setiap peserta punya hasil.",
        "In a training that is done everybody who takes part has an outcome.",
        &[Look::Roll(still_open)],
    ),
    Rule::warning(
        "seats-exceeded",
        "Peserta tidak melebihi kursi.",
        "There are no more participants than seats.",
        &[Look::Roll(seats)],
    ),
    Rule::warning(
        "attendance-below-minimum",
        "Peserta yang selesai memenuhi kehadiran minimum.",
        "Who completed was present for the minimum.",
        &[Look::Roll(presence)],
    ),
    Rule::warning(
        "absent-with-presence",
        "Yang tercatat tidak hadir tidak hadir di sesi mana pun.",
        "Who is recorded as absent is present at no session.",
        &[Look::Roll(absent)],
    ),
    Rule::warning(
        "jp-beyond-presence",
        "JP yang hadir sebagian tidak melebihi bagiannya.",
        "Who was present in part has no more JP than that part.",
        &[Look::Roll(part_of_jp)],
    ),
];

fn is_completed(entry: &Participant) -> bool {
    entry.status == ParticipationStatus::Completed
}

fn replaced(roll: &Roll, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    for (staff, entry) in &roll.entries {
        let Some(replaced) = entry.replaces.as_ref().filter(|replaced| *replaced != staff) else {
            continue;
        };
        let other = roll.entries.get(replaced);
        let is_sure = other.is_some() || !roll.has(replaced);
        if is_sure && !other.is_some_and(|other| is_replaced(other.status, other.reason)) {
            let (training, staff) = (roll.id.clone(), replaced.clone());
            let problem = Problem::ReplacesNotAbsent { training, staff };
            remarks.cell_at(entry.origin, "replaces", problem);
        }
    }
}

/// A programme has tests when anybody has a score. Some always miss one of the two; when most do, scores were not
/// typed in.
fn tests(roll: &Roll, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let has_tests = roll.count(|entry| entry.has_pre || entry.has_post) > 0;
    let completed = roll.count(is_completed);
    let is_single = |entry: &Participant| is_completed(entry) && !(entry.has_pre && entry.has_post);
    let count = roll.count(is_single);
    if has_tests && 2 * count > completed {
        let training = roll.id.clone();
        remarks.at(roll.first(is_single), Problem::TestsMissing { training, count });
    }
}

/// One warning a month: evidence comes in bulk and is verified in bulk.
fn verification(roll: &Roll, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let inherits = roll
        .training(dossier.programmes)
        .is_some_and(|training| has_evidence(&training));
    let is_pending =
        |entry: &Participant| is_completed(entry) && !entry.is_verified && (entry.has_evidence || inherits);
    let here = roll.count(is_pending);
    if let Some(Problem::VerificationPending { count, .. }) = remarks.earlier("") {
        *count += here;
    } else if here > 0 {
        let (training, count) = (roll.id.clone(), here);
        remarks.at(
            roll.first(is_pending),
            Problem::VerificationPending { training, count },
        );
    }
}

fn cancelled(roll: &Roll, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let count = roll.count(is_completed);
    let is_cancelled = |training: &Training| training.status.value == TrainingStatus::Cancelled;
    if count > 0
        && roll
            .training(dossier.programmes)
            .is_some_and(|training| is_cancelled(&training))
    {
        remarks.row(Problem::CancelledWithCompletion { count });
    }
}

fn still_open(roll: &Roll, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let is_open = |entry: &Participant| entry.status.is_open();
    let count = roll.count(is_open);
    let training = roll.training(dossier.programmes);
    if count > 0 && training.is_some_and(|training| training.status.value == TrainingStatus::Done) {
        let training = roll.id.clone();
        remarks.at(
            roll.first(is_open),
            Problem::StillOpenAfterClose { training, count },
        );
    }
}

fn seats(roll: &Roll, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let stays_away = |entry: &Participant| {
        matches!(
            entry.status,
            ParticipationStatus::Absent | ParticipationStatus::Withdrawn
        )
    };
    let count = roll.count(|entry| !stays_away(entry));
    let training = roll.training(dossier.programmes);
    if let Some(seats) = training.and_then(|training| training.seats.as_ref().map(|seats| seats.value))
        && i64::try_from(count).is_ok_and(|count| count > seats)
    {
        remarks.row(Problem::SeatsExceeded { seats, count });
    }
}

/// Somebody who completed and was present for less than the minimum.
struct Short<'r> {
    entry: &'r Participant,
    /// The share of the programme, in percent, over the sessions where presence was recorded at all.
    percent: Ratio,
    minimum: Dec,
    /// The part of the JP that it is worth, where the rule gives one.
    earned: Option<Dec>,
}

/// Those of a programme.
fn short<'r>(roll: &'r Roll, dossier: &Dossier<'_>) -> Vec<Short<'r>> {
    let Some(training) = roll.training(dossier.programmes).filter(|_| !roll.is_blurred) else {
        return Vec::new();
    };
    let whole: i64 = roll.recorded.iter().filter_map(|key| training.weight(key)).sum();
    // As the document says, else by the rule in force on its last day.
    let rule = dossier.register.rules.attendance.on(training.end.value);
    let by_rule = rule.map(|rule| rule.minimum_percent);
    let Some(minimum) = training.minimum_attendance.or(by_rule) else {
        return Vec::new();
    };
    let completed = roll.entries.values().filter(|entry| is_completed(entry));
    let short = completed.filter_map(|entry| {
        let percent = Ratio::new(100 * i128::from(entry.present), i128::from(whole))?;
        let minutes = (entry.present, whole);
        let earned = rule.and_then(|rule| rule.earned(training.jp.value, minimum, minutes));
        (percent < Ratio::from(minimum)).then_some(Short {
            entry,
            percent,
            minimum,
            earned,
        })
    });
    short.collect()
}

fn presence(roll: &Roll, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    for one in short(roll, dossier).iter().filter(|one| one.earned.is_none()) {
        // Rounded down: 79.6 is not the 80 that is asked for.
        let percent = one.percent.num().div_euclid(one.percent.den()).to_string();
        let minimum = one.minimum.to_string();
        remarks.cell_at(
            one.entry.origin,
            "status",
            Problem::AttendanceBelowMinimum { percent, minimum },
        );
    }
}

fn absent(roll: &Roll, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let absent = roll.entries.values();
    let absent = absent.filter(|entry| entry.status == ParticipationStatus::Absent && entry.present > 0);
    for entry in absent {
        let minutes = entry.present;
        remarks.cell_at(entry.origin, "status", Problem::AbsentWithPresence { minutes });
    }
}

/// Where the rule gives a part of the JP, nobody has more of them.
fn part_of_jp(roll: &Roll, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    for one in short(roll, dossier) {
        if let Some((jp, due)) = one.entry.jp.zip(one.earned).filter(|(jp, due)| jp > due) {
            let (jp, due) = (jp.to_string(), due.to_string());
            remarks.cell_at(one.entry.origin, "jp", Problem::JpBeyondPresence { jp, due });
        }
    }
}
