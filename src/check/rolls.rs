//! Rules about a programme and all who take part in it.

use super::participation::{has_evidence, is_replaced};
use super::programme::{Entry, Roll};
use super::rule::{Look, Rule};
use super::scene::Scene;
use super::told::Told;
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
];

fn is_completed(entry: &Entry) -> bool {
    entry.status == ParticipationStatus::Completed
}

fn replaced(roll: &Roll, _: &Scene<'_>, told: &mut Told<'_>) {
    for (staff, entry) in &roll.entries {
        let Some(replaced) = entry.replaces.as_ref().filter(|replaced| *replaced != staff) else {
            continue;
        };
        let other = roll.entries.get(replaced);
        let is_sure = other.is_some() || !roll.has(replaced);
        if is_sure && !other.is_some_and(|other| is_replaced(other.status, other.reason)) {
            let staff = replaced.clone();
            told.cell_at(entry.origin, "replaces", Problem::ReplacesNotAbsent { staff });
        }
    }
}

/// A programme has tests when anybody has a score. Some always miss one of the two; when most do, scores were not
/// typed in.
fn tests(roll: &Roll, _: &Scene<'_>, told: &mut Told<'_>) {
    let has_tests = roll.count(|entry| entry.has_pre || entry.has_post) > 0;
    let completed = roll.count(is_completed);
    let is_single = |entry: &Entry| is_completed(entry) && !(entry.has_pre && entry.has_post);
    let count = roll.count(is_single);
    if has_tests && 2 * count > completed {
        let training = roll.id.clone();
        told.at(roll.first(is_single), Problem::TestsMissing { training, count });
    }
}

/// One warning a month: evidence comes in bulk and is verified in bulk.
fn verification(roll: &Roll, scene: &Scene<'_>, told: &mut Told<'_>) {
    let inherits = roll
        .training(scene.programmes)
        .is_some_and(|training| has_evidence(&training));
    let is_pending =
        |entry: &Entry| is_completed(entry) && !entry.is_verified && (entry.has_evidence || inherits);
    let here = roll.count(is_pending);
    if let Some(Problem::VerificationPending { count, .. }) = told.earlier("") {
        *count += here;
    } else if here > 0 {
        let (training, count) = (roll.id.clone(), here);
        told.at(
            roll.first(is_pending),
            Problem::VerificationPending { training, count },
        );
    }
}

fn cancelled(roll: &Roll, scene: &Scene<'_>, told: &mut Told<'_>) {
    let count = roll.count(is_completed);
    let is_cancelled = |training: &Training| training.status.value == TrainingStatus::Cancelled;
    if count > 0
        && roll
            .training(scene.programmes)
            .is_some_and(|training| is_cancelled(&training))
    {
        told.row(Problem::CancelledWithCompletion { count });
    }
}

fn seats(roll: &Roll, scene: &Scene<'_>, told: &mut Told<'_>) {
    let stays_away = |entry: &Entry| {
        matches!(
            entry.status,
            ParticipationStatus::Absent | ParticipationStatus::Withdrawn
        )
    };
    let count = roll.count(|entry| !stays_away(entry));
    let training = roll.training(scene.programmes);
    if let Some(seats) = training.and_then(|training| training.seats.as_ref().map(|seats| seats.value))
        && i64::try_from(count).is_ok_and(|count| count > seats)
    {
        told.row(Problem::SeatsExceeded { seats, count });
    }
}

/// Presence is counted in minutes, over the sessions where it was recorded at all.
fn presence(roll: &Roll, scene: &Scene<'_>, told: &mut Told<'_>) {
    let Some(training) = roll.training(scene.programmes).filter(|_| !roll.is_blurred) else {
        return;
    };
    let recorded = training
        .session
        .iter()
        .filter(|session| roll.recorded.contains(&*session.key.value));
    let whole: i64 = recorded.map(|session| session.minutes).sum();
    let Some(minimum) = minimum(&training, scene) else {
        return;
    };
    for entry in roll.entries.values().filter(|entry| is_completed(entry)) {
        let share = Ratio::new(100 * i128::from(entry.present), i128::from(whole));
        if let Some(percent) = share.filter(|percent| *percent < Ratio::from(minimum)) {
            // Rounded down: 79.6 is not the 80 that is asked for.
            let percent = percent.num().div_euclid(percent.den()).to_string();
            let minimum = minimum.to_string();
            told.cell_at(
                entry.origin,
                "status",
                Problem::AttendanceBelowMinimum { percent, minimum },
            );
        }
    }
}

/// The least presence: as the document says, else by the rule in force on its last day.
fn minimum(training: &Training, scene: &Scene<'_>) -> Option<Dec> {
    let rule = scene.context.rules.attendance.on(training.end.value);
    training
        .minimum_attendance
        .or(rule.map(|rule| rule.minimum_percent))
}
