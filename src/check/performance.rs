//! Rules about evaluations, levels of competencies, and mentoring.

use super::posted::{tell_after, tell_before};
use super::rule::{Look, Rule};
use super::scene::{CellSeen, Scene};
use super::told::Told;
use crate::records::cell::Kind;
use crate::records::code::MentoringStatus;
use crate::records::competence::{Mentoring, Standard};
use crate::records::performance::Evaluation;
use crate::records::table::{Table, nearest};
use crate::words::problem::Problem;

/// The rules about evaluations and levels.
pub(super) const RULES: &[Rule] = &[
    Rule::warning(
        "evaluator-self",
        "Tidak ada yang menilai dirinya sendiri.",
        "Nobody evaluates himself or herself.",
        &[Look::Evaluation(evaluator)],
    ),
    Rule::warning(
        "evaluation-incomplete",
        "Evaluasi memuat hasil kerja dan perilaku; tanpa keduanya tidak ada predikat.",
        "An evaluation has result and behaviour; without both there is no predicate.",
        &[Look::Evaluation(incomplete)],
    ),
    Rule::warning(
        "evaluation-too-early",
        "Evaluasi dilakukan setelah periodenya berakhir.",
        "An evaluation is made when its period has ended.",
        &[Look::Evaluation(too_early)],
    ),
    Rule::warning(
        "ended-without-day",
        "Pendampingan yang berakhir memiliki hari terakhir.",
        "A pair that has ended has its last day.",
        &[Look::Mentoring(ended)],
    ),
    Rule::warning(
        "position-unheld",
        "Jabatan yang punya standar pernah dipegang seseorang; salah ketik menghilangkan jabatan itu dari kesenjangan.",
        "A position with a standard was held by somebody; a typing error takes the real one out of the gaps.",
        &[Look::Standard(position)],
    ),
    Rule::error(
        "another-person",
        "Evaluasi atau keikutsertaan yang menjadi sebab bimbingan atau dasar penghargaan adalah milik orang yang sama.",
        "The evaluation or participation behind a guidance or an award is that of the same person.",
        &[Look::Cell(is_cause, same_person)],
    ),
];

fn evaluator(row: &Evaluation<'_>, _: &Scene<'_>, told: &mut Told<'_>) {
    if row.evaluator == Some(row.staff) {
        told.cell("evaluator", Problem::EvaluatorSelf);
    }
}

fn incomplete(row: &Evaluation<'_>, _: &Scene<'_>, told: &mut Told<'_>) {
    let missing = [
        ("result", row.result.is_none()),
        ("behaviour", row.behaviour.is_none()),
    ];
    if let Some((column, _)) = missing.iter().find(|(_, is_missing)| *is_missing) {
        told.cell(column, Problem::EvaluationIncomplete);
    }
}

fn too_early(row: &Evaluation<'_>, _: &Scene<'_>, told: &mut Told<'_>) {
    let end = row.period.last_day();
    if let Some(day) = row.date.filter(|day| *day < end) {
        let (day, end) = (day.to_string(), end.to_string());
        told.cell("date", Problem::EvaluationTooEarly { day, end });
    }
}

/// Who came during the period may be evaluated for it; who came after it may not.
pub(super) fn before_posting(row: &Evaluation<'_>, scene: &Scene<'_>, told: &mut Told<'_>) {
    if let Some(person) = scene.person(row.staff) {
        tell_before(person, row.period.last_day(), "period", told);
    }
}

/// Who left during the period may be evaluated for it, also afterwards.
pub(super) fn after_leaving(row: &Evaluation<'_>, scene: &Scene<'_>, told: &mut Told<'_>) {
    if let Some(person) = scene.person(row.staff) {
        tell_after(person, row.period.first_day(), "period", told);
    }
}

fn ended(row: &Mentoring<'_>, _: &Scene<'_>, told: &mut Told<'_>) {
    if row.status != MentoringStatus::Running && row.end.is_none() {
        told.cell("end", Problem::EndedWithoutDay);
    }
}

/// Told once a position: it has a standard for each of its competencies.
fn position(row: &Standard<'_>, scene: &Scene<'_>, told: &mut Told<'_>) {
    let positions = &scene.context.positions;
    if !positions.is_empty() && !positions.contains(row.position) && told.is_first(row.position) {
        let position = row.position.to_owned();
        let near = nearest(row.position, positions.iter().map(String::as_str)).to_owned();
        told.cell(
            "position",
            Problem::PositionUnheld {
                position,
                nearest: near,
            },
        );
    }
}

/// What a row about somebody refers to.
fn is_cause(table: &Table, index: usize) -> bool {
    table.columns[index].kind == Kind::Reference && table.column("staff").is_some()
}

/// `evaluation:p0000001/2026-Q3` and `participation:2026-10/slug/p0000001` name a person.
fn same_person(cell: &CellSeen<'_>, _: &Scene<'_>, told: &mut Told<'_>) {
    let other = match cell.text.split_once(':') {
        Some(("evaluation", id)) => id.split('/').next(),
        Some(("participation", id)) => id.rsplit('/').next(),
        _ => None,
    };
    let person = cell.other("staff");
    if let Some(other) = other.filter(|other| *other != person) {
        let (person, other) = (person.to_owned(), other.to_owned());
        told.cell(&cell.column.name, Problem::AnotherPerson { person, other });
    }
}

pub(super) fn own_mentor(row: &Mentoring<'_>, _: &Scene<'_>, told: &mut Told<'_>) {
    if row.mentor == row.mentee {
        told.cell("mentee", Problem::SelfReference);
    }
}
