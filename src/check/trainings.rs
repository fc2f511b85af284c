//! Rules about one training document.

use super::dossier::TrainingDocument;
use super::register::Register;
use super::remarks::Remarks;
use super::rule::{Look, Rule};
use crate::records::code::TrainingStatus;
use crate::records::number::Dec;
use crate::records::time::Month;
use crate::words::problem::Problem;

/// The rules about training documents.
pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "start-before-id",
        "Pelatihan tidak mulai sebelum bulan id-nya; laporan bulan itu tidak mencarinya di sana.",
        "A training does not start before the month in its id; reports about that month do not look for it there.",
        &[Look::Training(early)],
    ),
    Rule::warning(
        "start-far-from-id",
        "Pelatihan mulai paling lama enam bulan sesudah bulan id-nya.",
        "A training starts at most six months after the month in its id.",
        &[Look::Training(late)],
    ),
    Rule::warning(
        "module-hours",
        "Jumlah JP modul sama dengan JP pelatihan.",
        "The JP of the modules add up to those of the training.",
        &[Look::Training(modules)],
    ),
    Rule::warning(
        "session-outside",
        "Setiap sesi ada di dalam masa pelatihan.",
        "Every session lies within the training.",
        &[Look::Training(sessions)],
    ),
    Rule::warning(
        "instructor-unnamed",
        "Setiap pengajar memiliki nama atau id.",
        "Every instructor has a name or an id.",
        &[Look::Training(instructors)],
    ),
    Rule::warning(
        "status-open-after-end",
        "Pelatihan yang sudah berakhir ditutup atau dibatalkan.",
        "A training that has ended is closed or cancelled.",
        &[Look::Training(open_after_end)],
    ),
];

/// How long after the month of its id a training may start: schedules move, but a wrong year does not go unnoticed.
const FAR: i32 = 6;

fn early(programme: &TrainingDocument<'_>, _: &Register<'_>, remarks: &mut Remarks<'_>) {
    let training = programme.training;
    if training.is_before(programme.id) {
        let (_, slug) = programme.id.split_once('/').unwrap_or_default();
        let fit = format!("{}/{slug}", training.start.value.month());
        let (id, start) = (programme.id.to_owned(), training.start.value.to_string());
        remarks.at(training.start.origin, Problem::StartBeforeId { id, start, fit });
    }
}

fn late(programme: &TrainingDocument<'_>, _: &Register<'_>, remarks: &mut Remarks<'_>) {
    let start = &programme.training.start;
    let month = programme.id.split('/').next().and_then(Month::parse);
    if let Some(month) = month
        && start.value.month().since(month) > FAR
    {
        let (month, day) = (month.to_string(), start.value.to_string());
        remarks.at(start.origin, Problem::StartFarFromId { month, start: day });
    }
}

fn modules(programme: &TrainingDocument<'_>, _: &Register<'_>, remarks: &mut Remarks<'_>) {
    let training = programme.training;
    let sum = Dec(training.module.iter().map(|module| module.jp.0).sum());
    if !training.module.is_empty() && sum != training.jp.value {
        let (modules, jp) = (sum.to_string(), training.jp.value.to_string());
        remarks.at(training.jp.origin, Problem::ModuleHours { modules, jp });
    }
}

fn sessions(programme: &TrainingDocument<'_>, _: &Register<'_>, remarks: &mut Remarks<'_>) {
    let training = programme.training;
    let span = training.start.value..=training.end.value;
    // Reversed dates are told as such.
    if span.is_empty() {
        return;
    }
    for session in training
        .session
        .iter()
        .filter(|session| !span.contains(&session.date.value))
    {
        let day = session.date.value.to_string();
        remarks.at(session.date.origin, Problem::SessionOutside { day });
    }
}

fn instructors(programme: &TrainingDocument<'_>, _: &Register<'_>, remarks: &mut Remarks<'_>) {
    for instructor in &programme.training.instructor {
        if instructor.name.is_none() && instructor.staff.is_none() {
            let key = instructor.key.value.to_string();
            remarks.at(instructor.key.origin, Problem::InstructorUnnamed { key });
        }
    }
}

fn open_after_end(programme: &TrainingDocument<'_>, register: &Register<'_>, remarks: &mut Remarks<'_>) {
    let training = programme.training;
    let is_open = matches!(
        training.status.value,
        TrainingStatus::Planned | TrainingStatus::Running
    );
    if is_open && training.end.value < register.as_of {
        let (id, end) = (programme.id.to_owned(), training.end.value.to_string());
        remarks.at(training.status.origin, Problem::StatusOpenAfterEnd { id, end });
    }
}

pub(super) fn done_in_future(
    programme: &TrainingDocument<'_>,
    register: &Register<'_>,
    remarks: &mut Remarks<'_>,
) {
    let (training, today) = (programme.training, register.as_of);
    if training.status.value == TrainingStatus::Done && training.end.value > today {
        let (day, today) = (training.end.value.to_string(), today.to_string());
        remarks.at(training.end.origin, Problem::InFuture { day, today, count: 1 });
    }
}

pub(super) fn dates(programme: &TrainingDocument<'_>, _: &Register<'_>, remarks: &mut Remarks<'_>) {
    let (start, end) = (&programme.training.start, &programme.training.end);
    if end.value < start.value {
        let (first, last) = (start.value.to_string(), end.value.to_string());
        remarks.at(end.origin, Problem::DatesReversed { first, last });
    }
}
