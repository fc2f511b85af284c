//! Rules about evaluations, levels of competencies, and mentoring.

use super::dossier::{Dossier, RowCell};
use super::remarks::Remarks;
use super::rule::{Look, Rule, flaw};
use crate::records::cell::{Cell, Domain};
use crate::records::code::MentoringStatus;
use crate::records::competence::Standard;
use crate::records::performance::Evaluation;
use crate::records::references::Reference;
use crate::records::table::{Schema, nearest};
use crate::words::problem::Problem;

/// The rules about evaluations and levels.
pub(super) const RULES: &[Rule] = &[
    Rule::warning(
        "evaluator-self",
        "Tidak ada yang menilai dirinya sendiri.",
        "Nobody evaluates himself or herself.",
        &[flaw!(Evaluation: "evaluator" EvaluatorSelf if |row| row.evaluator == Some(row.staff))],
    ),
    Rule::warning(
        "evaluation-incomplete",
        "Evaluasi memuat hasil kerja dan perilaku; tanpa keduanya tidak ada predikat.",
        "An evaluation has result and behaviour; without both there is no predicate.",
        &[Look::Evaluation(incomplete)],
    ),
    Rule::error(
        "predicate-beside-parts",
        "Predikat mengikuti hasil kerja dan perilaku; ia hanya ditulis bila keduanya tidak diketahui.",
        "The predicate follows from result and behaviour; it is written only where they are not both known.",
        &[flaw!(Evaluation: "predicate" PredicateBesideParts if |row| row.has_predicate_beside_parts())],
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
        &[
            flaw!(Mentoring: "end" EndedWithoutDay { id: row.id.text() } if |row| {
                let has_ended = row.status != MentoringStatus::Running;
                has_ended && row.end.is_none()
            }),
        ],
    ),
    Rule::warning(
        "result-while-running",
        "Produk dan hasil dicatat saat pendampingan ditutup; sebelum itu tidak diketahui harinya, jadi laporan belum memuatnya.",
        "Product and outcome are recorded when the pair is closed; before, their day is not known, and no report has them.",
        &[
            flaw!(Mentoring: "status" ResultWhileRunning { id: row.id.text() } if |row| {
                let has_result = row.product.or(row.alone).or(row.outcome).is_some();
                row.status == MentoringStatus::Running && has_result
            }),
        ],
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

fn incomplete(row: &Evaluation<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let missing = [
        ("result", row.result.is_none()),
        ("behaviour", row.behaviour.is_none()),
    ];
    if let Some((column, _)) = missing.iter().find(|(_, is_missing)| *is_missing) {
        remarks.cell(column, Problem::EvaluationIncomplete);
    }
}

fn too_early(row: &Evaluation<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let end = row.period.last_day();
    if let Some(day) = row.date.filter(|day| *day < end) {
        let (day, end) = (day.to_string(), end.to_string());
        remarks.cell("date", Problem::EvaluationTooEarly { day, end });
    }
}

/// Told once a position: it has a standard for each of its competencies.
fn position(row: &Standard<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let positions = &dossier.register.positions;
    if !positions.is_empty() && !positions.contains(row.position) && remarks.is_first(row.position) {
        let position = row.position.to_owned();
        let near = nearest(row.position, positions.iter().map(String::as_str)).to_owned();
        remarks.cell(
            "position",
            Problem::PositionUnheld {
                position,
                nearest: near,
            },
        );
    }
}

/// What a row about somebody refers to.
fn is_cause(table: &Schema, index: usize) -> bool {
    table.columns[index].kind == Domain::Reference && table.column("staff").is_some()
}

fn same_person(cell: &RowCell<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let other = Reference::parse(cell.text).ok().and_then(Reference::person);
    let person = cell.other("staff");
    if let Some(other) = other.filter(|other| *other != person) {
        let (person, other) = (person.to_owned(), other.to_owned());
        remarks.cell(&cell.column.name, Problem::AnotherPerson { person, other });
    }
}
