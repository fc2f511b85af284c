//! The individual development plan of one person: what is developed, how, when, and how it stands.

use super::head::sentences;
use super::model::{Report, Section, Style, Table, Value};
use super::page::Page;
use crate::measure::gaps::Lack;
use crate::measure::needs::{Remedy, Resolution, Stated};
use crate::measure::staff::StaffFigures;
use crate::records::time::Period;
use crate::words::report::Text;
use crate::words::report_transcript::IdpText as Words;

/// The version of the contract of the report.
const VERSION: u32 = 1;

/// What is filled in by hand.
const DOTS: &str = "………………………";

/// Something that is developed: a gap to the standard of the post, a need that was named, or both.
struct Step<'s> {
    competency: u32,
    lack: Option<Lack>,
    need: Option<&'s Stated>,
}

/// Builds the page.
pub fn idp(page: &Page<'_>, figures: &StaffFigures) -> Report {
    let (pen, year) = (page.pen, page.as_of().year());
    let first = Period::year(page.period.last_month()).first_day();
    let report = page.report_from(first, ("idp", VERSION), Words::Title { year });
    let mut report = page.formal(report);
    report.period.0 = first.to_string();
    report.heading_below.splice(0..0, page.about(&figures.portrait));
    let evaluator = figures.latest().and_then(|latest| latest.evaluator);
    let evaluator = evaluator.or(figures.portrait.supervisor);
    let ending = vec![pen.say(Words::YearEnd), pen.say(Text::PlaceAndDay)];
    let mut developed = Section {
        tables: vec![steps(page, figures), by_state(page, figures)],
        ..pen.section("steps", Words::Steps)
    };
    developed.notes.push(pen.note("lines", Words::NoteLines));
    let signed = Section {
        tables: vec![
            sentences(pen, "ending", Style::Lines, ending),
            page.signed_by_both(&figures.portrait, evaluator),
        ],
        ..pen.section("signatures", ("", ""))
    };
    report.sections = vec![developed, signed];
    report
}

/// The gaps in the order of their size, each with the need that names it; then the other needs by their day.
fn of_person(figures: &StaffFigures) -> Vec<Step<'_>> {
    let mut needs: Vec<&Stated> = figures.needs.iter().collect();
    needs.sort_by_key(|need| need.date);
    let lacks = figures.gaps.lacks.iter().map(|lack| Step {
        competency: lack.competency,
        lack: Some(*lack),
        need: needs.iter().rev().find(|need| need.competency == lack.competency).copied(),
    });
    let mut steps: Vec<Step<'_>> = lacks.collect();
    for need in needs {
        if !steps.iter().any(|step| step.competency == need.competency && step.lack.is_some()) {
            steps.push(Step {
                competency: need.competency,
                lack: None,
                need: Some(need),
            });
        }
    }
    steps
}

fn steps(page: &Page<'_>, figures: &StaffFigures) -> Table {
    let (pen, known) = (page.pen, &figures.competencies);
    let year = page.as_of().year();
    let dots = || Value::Blank(DOTS.to_owned());
    let ahead = |step: &Step<'_>| {
        let code = &known.codes[step.competency as usize];
        figures.ahead.iter().find(|seat| seat.competencies.contains(code))
    };
    fn remedy<'s>(step: &Step<'s>) -> Option<&'s Remedy> {
        step.need.and_then(|need| need.remedy.as_ref())
    }
    pen.list("steps", of_person(figures))
        .or_says(Words::NoStep)
        .col("competency", Words::Competency, |step| Value::Key {
            key: known.codes[step.competency as usize].clone(),
            label: known.names[step.competency as usize].clone(),
        })
        .col("level", Words::Gap, |step| match step.lack {
            Some(lack) => Value::Text(format!("{} → {}", lack.held, lack.required)),
            None => Value::Missing,
        })
        .col("why", Words::Why, |step| match step.need {
            Some(need) => match &need.reason {
                Some(reason) => Value::Text(reason.clone()),
                None => pen.key(need.source.code(), need.source.phrase()),
            },
            None => pen.key("gap", ("standar jabatan", "standard of the post")),
        })
        .col("way", Words::Way, |step| match (remedy(step), ahead(step)) {
            (Some(remedy), _) => Value::Text(remedy.title.clone()),
            (None, Some(seat)) => Value::Text(seat.title.clone()),
            (None, None) => dots(),
        })
        .col("month", Words::When, |step| {
            let day = remedy(step).map(|remedy| remedy.day);
            match day.or(ahead(step).map(|seat| seat.start)) {
                Some(day) => Value::Key {
                    key: day.month().to_string(),
                    label: pen.month(day.month()),
                },
                None => dots(),
            }
        })
        .col("measure", Words::Measure, |step| match step.lack {
            Some(lack) => {
                let level = lack.required;
                pen.key(&level.to_string(), Words::ToLevel { level })
            }
            None => dots(),
        })
        .col("state", Words::State, |step| {
            let outcome = match (step.lack, step.need) {
                // What was completed has not closed the gap until somebody assesses it.
                (Some(_), Some(need)) => need.outcome().min(Resolution::Planned),
                (Some(_), None) if ahead(step).is_some() => Resolution::Planned,
                (_, need) => need.map_or(Resolution::Open, Stated::outcome),
            };
            let state = pen.became(outcome);
            let carried = step.need.map(|need| need.date.year());
            match carried.filter(|named| *named < year && outcome != Resolution::Met) {
                Some(year) => pen.key(&state.data(), Words::CarriedFrom {
                    state: state.label().to_owned(),
                    year,
                }),
                None => state,
            }
        })
        .table()
}

/// How many needs have become what.
fn by_state(page: &Page<'_>, figures: &StaffFigures) -> Table {
    let pen = page.pen;
    let all = [Resolution::Open, Resolution::Planned, Resolution::Met].into_iter();
    let all = all.filter(|outcome| figures.needs_that_are(*outcome) > 0);
    let list = pen
        .list("needs_by_state", all)
        .titled(Words::Told)
        .numbered(|outcome| *outcome as u64)
        .col("state", Words::State, |outcome| pen.became(*outcome))
        .col("needs", ("Kebutuhan", "Needs"), |outcome| pen.count(figures.needs_that_are(*outcome)))
        .counted(
            "Berapa kebutuhan orang ini yang keadaannya demikian.",
            "How many needs of the person have become this.",
        );
    list.table()
}
