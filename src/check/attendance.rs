//! Rules about presence at one session.

use super::programme::session_minutes;
use super::rule::{Look, Rule};
use super::scene::Scene;
use super::told::Told;
use crate::records::taking_part::Attendance;
use crate::words::problem::Problem;

/// The rules about presence.
pub(super) const RULES: &[Rule] = &[
    Rule::warning(
        "attendance-without-participation",
        "Yang hadir di sesi tercatat sebagai peserta.",
        "Who attends a session is a participant.",
        &[Look::Attendance(participation)],
    ),
    Rule::error(
        "session-unknown",
        "Sesi yang disebut kehadiran ada di dokumen pelatihan.",
        "A session that attendance names is in the training document.",
        &[Look::Attendance(session)],
    ),
    Rule::warning(
        "minutes-over-session",
        "Menit hadir tidak melebihi lamanya sesi.",
        "Nobody is present for longer than the session lasts.",
        &[Look::Attendance(minutes)],
    ),
];

fn participation(row: &Attendance<'_>, scene: &Scene<'_>, told: &mut Told<'_>) {
    let staff = row.staff.text();
    // Once a person and programme, not once a session.
    let is_new = |told: &mut Told<'_>| told.is_first(&format!("{} {staff}", row.training.text()));
    if row.present && !scene.rolls.has(row.training, staff) && is_new(told) {
        let (training, staff) = (row.training.text().to_owned(), row.staff.text().to_owned());
        told.cell(
            "staff",
            Problem::AttendanceWithoutParticipation { training, staff },
        );
    }
}

fn session(row: &Attendance<'_>, scene: &Scene<'_>, told: &mut Told<'_>) {
    let has_document = scene.programmes.get(row.training).is_some();
    if has_document && session_minutes(scene.programmes, row).is_none() {
        let session = row.session.text().to_owned();
        told.cell("session", Problem::SessionUnknown { session });
    }
}

fn minutes(row: &Attendance<'_>, scene: &Scene<'_>, told: &mut Told<'_>) {
    let lasts = session_minutes(scene.programmes, row);
    if let (Some(minutes), Some(session)) = (row.minutes, lasts)
        && minutes > session
    {
        told.cell("minutes", Problem::MinutesOverSession { minutes, session });
    }
}
