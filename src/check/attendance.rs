//! Rules about presence at one session.

use super::dossier::Dossier;
use super::remarks::Remarks;
use super::rule::{Look, Rule};
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

fn participation(row: &Attendance<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let staff = row.staff.text();
    // Once a person and programme, not once a session.
    let is_new = |remarks: &mut Remarks<'_>| remarks.is_first(&format!("{} {staff}", row.training.text()));
    if row.present && !dossier.rolls.has(row.training, staff) {
        let (training, staff) = (row.training.text().to_owned(), row.staff.text().to_owned());
        let problem = Problem::AttendanceWithoutParticipation { training, staff };
        match &dossier.rolls.absent {
            Some(file) => remarks.cell_absent(file, "staff", problem),
            None if is_new(remarks) => remarks.cell("staff", problem),
            None => {}
        }
    }
}

fn session(row: &Attendance<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let training = dossier.programmes.get(row.training);
    if training.is_some_and(|training| training.weight(row.session.text()).is_none()) {
        let session = row.session.text().to_owned();
        let file = format!("trainings/{}.toml", row.training.text());
        remarks.cell_absent(&file, "session", Problem::SessionUnknown { session });
    }
}

fn minutes(row: &Attendance<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let training = dossier.programmes.get(row.training);
    let sessions = training.iter().flat_map(|training| &training.session);
    let mut own = sessions.filter(|session| &*session.key.value == row.session.text());
    let lasts = own.next().and_then(|session| session.minutes);
    if let (Some(minutes), Some(session)) = (row.minutes, lasts)
        && minutes > session
    {
        remarks.cell("minutes", Problem::MinutesOverSession { minutes, session });
    }
}
