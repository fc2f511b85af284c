//! Rules about the answers to a questionnaire.

use super::dossier::{AnswerBatches, AnswerRow, Dossier};
use super::remarks::Remarks;
use super::rule::{Look, Rule};
use crate::records::cell::{Cell, TrainingId};
use crate::records::code::Subject;
use crate::records::time::{Day, Month};
use crate::words::problem::Problem;

/// The rules about answers.
pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "anonymous-day",
        "Jawaban anonim hanya memuat bulan: harinya dapat mengungkap orangnya.",
        "An anonymous answer carries the month only: the day may reveal the person.",
        &[Look::Answer(day)],
    ),
    Rule::warning(
        "subject-empty",
        "Setiap jawaban menyebut tentang apa atau siapa.",
        "Every answer names what or whom it is about.",
        &[Look::Answer(subject)],
    ),
    Rule::warning(
        "nobody-answered",
        "Setiap baris memuat paling sedikit satu jawaban.",
        "Every row holds at least one answer.",
        &[Look::Answer(|answer, _, remarks| {
            if answer.is_empty() {
                remarks.row(Problem::NobodyAnswered)
            }
        })],
    ),
    Rule::error(
        "instructor-unknown",
        "Pengajar yang dinilai ada di dokumen pelatihan.",
        "An instructor that an answer is about is in the training document.",
        &[Look::Answer(instructor)],
    ),
    Rule::warning(
        "batch-too-small",
        "Kiriman jawaban anonim berisi sekurang-kurangnya min_group jawaban, kecuali sisa di akhir bulan.",
        "A batch of anonymous answers has at least min_group of them, except the rest at the month's end.",
        &[Look::Answers(batches)],
    ),
    Rule::warning(
        "answers-over-participants",
        "Jawaban tentang suatu pelatihan tidak lebih banyak daripada yang mengikutinya.",
        "There are no more answers about a training than people who took part.",
        &[Look::Answers(|answers, _, remarks| {
            for (about, (count, first)) in &answers.subjects {
                remarks.unless_took_part((about.clone(), None), *count, *first);
            }
        })],
    ),
    Rule::error(
        "answers-without-participants",
        "Pelatihan yang dijawab kuesionernya mempunyai peserta yang tercatat.",
        "A training that participants answered about has participants on record.",
        &[Look::Answers(|answers, _, remarks| {
            for (about, (count, first)) in &answers.subjects {
                let (training, answers) = (about[1].clone(), *count);
                let problem = Problem::AnswersWithoutParticipants { training, answers };
                remarks.unless_on_roll(&about[1], *first, problem);
            }
        })],
    ),
    Rule::warning(
        "answers-over-people",
        "Jawaban tentang iklim belajar suatu unit tidak lebih banyak daripada pegawainya.",
        "There are no more answers about the climate of learning in a unit than people who work there.",
        &[Look::Answers(units)],
    ),
];

fn day(answer: &AnswerRow<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let text = answer.cell("date");
    if answer.survey.questionnaire.anonymous && Day::parse(text).is_some() {
        let text = text.to_owned();
        remarks.cell("date", Problem::AnonymousDay { text });
    }
}

/// The column that says what an answer is about.
fn subject_column(about: Subject) -> &'static str {
    match about {
        Subject::Training => "training",
        Subject::Unit => "unit",
        Subject::Mentoring => "mentoring",
    }
}

fn subject(answer: &AnswerRow<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let column = subject_column(answer.survey.questionnaire.about);
    if answer.cell(column).is_empty() {
        let named = column.to_owned();
        remarks.cell(column, Problem::SubjectEmpty { column: named });
    }
}

fn instructor(answer: &AnswerRow<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let key = answer.cell("instructor");
    if key.is_empty() {
        return;
    }
    let training = TrainingId::parse(answer.cell("training")).ok();
    if let Some(training) = training.and_then(|id| dossier.programmes.get(id))
        && training.instructor.iter().all(|known| &*known.key.value != key)
    {
        let key = key.to_owned();
        remarks.cell("instructor", Problem::InstructorUnknown { key });
    }
}

/// Answers of several months of a year count together, as the report takes them.
fn units(answers: &AnswerBatches<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let register = dossier.register;
    let month = Month::parse(dossier.file.partition).filter(|_| !register.is_lost("staff"));
    let Some(month) = month else { return };
    let known = answers
        .units
        .iter()
        .filter(|(unit, _)| register.knows("units", unit) == Some(true));
    for (unit, (count, first)) in known {
        let careers = register.people.values();
        let people = careers.filter(|career| career.may_work_in(unit, month)).count();
        let year = month.year().to_string();
        let about = [answers.survey.code.clone(), unit.clone(), String::new(), year];
        remarks.unless_took_part((about, Some(people)), *count, *first);
    }
}

/// When a month is over, one small batch beside others is its rest; it could not wait for more.
fn batches(answers: &AnswerBatches<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let questionnaire = &answers.survey.questionnaire;
    let Some(minimum) = minimum(answers, dossier).filter(|_| questionnaire.anonymous) else {
        return;
    };
    let is_over =
        Month::parse(dossier.file.partition).is_some_and(|month| month.last() < dossier.register.as_of);
    let small = || answers.batches.iter().filter(|(_, (count, _))| *count < minimum);
    if is_over && small().count() == 1 && answers.batches.len() > 1 {
        return;
    }
    for (batch, (count, origin)) in small() {
        let (batch, count) = (batch.clone(), *count);
        remarks.cell_at(
            *origin,
            "batch",
            Problem::BatchTooSmall {
                batch,
                count,
                minimum,
            },
        );
    }
}

/// The least group: as the questionnaire says, else by the rule in force.
fn minimum(answers: &AnswerBatches<'_>, dossier: &Dossier<'_>) -> Option<usize> {
    let rule = dossier.register.rules.privacy.on(dossier.register.as_of);
    let minimum = answers
        .survey
        .questionnaire
        .min_group
        .or(rule.map(|rule| rule.min_group));
    minimum.and_then(|minimum| usize::try_from(minimum).ok())
}
