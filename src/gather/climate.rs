//! The yearly questionnaire about the climate of learning.

use super::people::unit;
use super::voices::{read_answers, score};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load::Survey;
use crate::measure::fairness::Climate;
use crate::measure::feedback::{Answer, Feedback, Form};
use crate::measure::judged::Guard;
use crate::measure::trace::Trace;
use crate::records::code::{Role, Subject};
use crate::records::people::Units;
use crate::records::time::Month;

/// The questionnaire that was answered last within some months: about units, anonymous, not for the public.
pub(super) fn climate(
    directory: &Directory,
    (surveys, units): (&[Survey], &Units),
    months: (Month, Month),
    guard: Guard,
    findings: &mut Findings,
    trace: &mut Trace,
) -> Option<Climate> {
    let asks = |survey: &&Survey| {
        let asked = &survey.questionnaire;
        let is_public = asked.is_satisfaction() || asked.answered_by.contains(&Role::Public);
        asked.about == Subject::Unit && asked.anonymous && !is_public
    };
    let asked = surveys.iter().filter(asks);
    let read = asked.filter_map(|survey| {
        let form = Form::new(&survey.code, &survey.questionnaire, &survey.table, guard);
        // Which questionnaire counts is known when all are read.
        let mut own = trace.fork();
        let climate = one(directory, (survey, form), units, months, findings, &mut own)?;
        Some((climate, own))
    });
    let (climate, own) = read.max_by_key(|(climate, _)| climate.month)?;
    trace.join(own);
    Some(climate)
}

/// The answers to one questionnaire; `None` when nobody answered.
fn one(
    directory: &Directory,
    (survey, form): (&Survey, Form),
    units: &Units,
    months: (Month, Month),
    findings: &mut Findings,
    trace: &mut Trace,
) -> Option<Climate> {
    let mut answers = vec![Feedback::default(); units.len()];
    let mut last = None;
    for answered in months.0.to(months.1) {
        read_answers(directory, &survey.table, answered, findings, |row, findings| {
            let Some(number) = unit(units, row, form.subject, findings) else {
                return;
            };
            let items = form.items.iter();
            let scores: Vec<Option<i64>> = items.map(|item| score(row, Some(item.column))).collect();
            let answer = Answer {
                origin: row.origin,
                scores: &scores,
                instructor: "",
                comment: "",
            };
            answer.tell_climate(&form, number, trace);
            answers[number as usize].add(&form, &answer);
            last = Some(answered);
        });
    }
    let title = survey.questionnaire.title.clone();
    let english = survey.questionnaire.title_en.clone();
    Some(Climate {
        title: (title.clone(), english.unwrap_or(title)),
        month: last?,
        form,
        units: answers,
    })
}
