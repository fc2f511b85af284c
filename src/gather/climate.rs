//! The yearly questionnaire about the climate of learning.

use super::people::unit;
use super::reading::Reading;
use super::voices::{chosen, read_answers, score};
use crate::load::Survey;
use crate::measure::fairness::Climate;
use crate::measure::feedback::{Answer, ClimateYear, Feedback, Form};
use crate::measure::judged::Guard;
use crate::records::time::Period;

/// The questionnaire that was answered last within a period: about units, anonymous, not for the public.
pub(super) fn climate(
    reading: &mut Reading<'_>,
    guard: Guard,
    (period, which): (Period, ClimateYear),
) -> Option<Climate> {
    let surveys = reading.surveys().iter();
    let asked = surveys.filter(|survey| survey.questionnaire.is_climate());
    let read = asked.filter_map(|survey| {
        let form = Form::new(&survey.code, &survey.questionnaire, &survey.table, guard);
        // Which questionnaire counts is known when all are read.
        let mut own = reading.fork();
        let climate = one(&mut own, (survey, form), (period, which));
        reading.findings.append(std::mem::take(&mut own.findings));
        Some((climate?, own))
    });
    let read: Vec<_> = read.collect();
    let (climate, own) = read.into_iter().max_by_key(|(climate, _)| climate.month)?;
    reading.join(own);
    Some(climate)
}

/// The answers to one questionnaire; `None` when nobody answered.
fn one(
    reading: &mut Reading<'_>,
    (survey, form): (&Survey, Form),
    (period, which): (Period, ClimateYear),
) -> Option<Climate> {
    let (directory, units, posts) = (reading.archive.directory, reading.units(), reading.history());
    let Reading { findings, trace, .. } = reading;
    let mut answers = vec![Feedback::default(); units.len()];
    let mut last = None;
    for answered in period.all_months() {
        read_answers(directory, &survey.table, answered, findings, |row, findings| {
            let Some(number) = unit(units, row, form.subject, findings) else {
                return;
            };
            let items = form.items.iter();
            let scores: Vec<Option<i64>> = items.map(|item| score(row, Some(item.column))).collect();
            let words: Vec<&str> = form.words.iter().map(|column| row.cells.get(*column)).collect();
            let answer = Answer {
                origin: row.origin,
                scores: &scores,
                instructor: "",
                words: &words,
                chosen: &chosen(row, &form),
            };
            answer.tell_climate(&form, (number, which), trace);
            answers[number as usize].add(&form, &answer);
            last = Some(answered);
        });
    }
    let month = last?;
    for (unit, answers) in (0..).zip(&mut answers) {
        answers.at_most(posts.working_in(unit, month));
    }
    let title = survey.questionnaire.title.clone();
    let english = survey.questionnaire.title_en.clone();
    Some(Climate {
        title: (title.clone(), english.unwrap_or(title)),
        month,
        form,
        units: answers,
    })
}
