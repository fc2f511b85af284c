//! The individual development plan of one person: what is developed, how, when, and how it stands.

use super::head::sentences;
use super::model::{Report, Section, Style, Table, Value};
use super::page::Page;
use crate::measure::gaps::Lack;
use crate::measure::needs::{Resolution, Stated};
use crate::measure::staff::{Seat, StaffFigures};
use crate::records::time::{Day, Period};
use crate::words::report_transcript::IdpText as Words;

/// The version of the contract of the report.
const VERSION: u32 = 1;

/// What is filled in by hand.
const DOTS: &str = "……………";

/// Something that is developed: a gap to the standard of the post, a need that was named, or both.
struct Step<'s> {
    competency: u32,
    lack: Option<Lack>,
    need: Option<&'s Stated>,
    /// A confirmed place in a programme that aims at it.
    seat: Option<&'s Seat>,
}

impl Step<'_> {
    /// By what it is developed, and from which day on, as far as records tell.
    fn way(&self) -> Option<(&str, Day)> {
        let remedy = self.need.and_then(|need| need.remedy.as_ref());
        let seat = self.seat.map(|seat| (&*seat.title, seat.start));
        remedy.map(|remedy| (&*remedy.title, remedy.day)).or(seat)
    }

    /// What became of it. What was completed has not closed a gap until somebody assesses it.
    fn outcome(&self) -> Resolution {
        match (self.lack, self.need) {
            (Some(_), _) if self.way().is_some() => Resolution::Planned,
            (Some(_), _) => Resolution::Open,
            (None, need) => need.map_or(Resolution::Open, Stated::outcome),
        }
    }
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
    let ending = vec![pen.say(Words::YearEnd), page.place_and_day()];
    let mut developed = Section {
        tables: vec![steps(page, figures), by_state(page, figures)],
        ..pen.section("steps", Words::Steps)
    };
    if developed.tables.iter().any(|table| !table.rows.is_empty()) {
        developed.notes.push(pen.note("lines", Words::NoteLines));
    }
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
    let step = |competency: u32, lack, need| {
        let code = &figures.competencies.codes[competency as usize];
        let mut seats = figures.ahead.iter();
        let seat = seats.find(|seat| seat.competencies.contains(code));
        Step {
            competency,
            lack,
            need,
            seat,
        }
    };
    let lacks = &figures.gaps.lacks;
    let with_gap = lacks.iter().map(|lack| {
        let mut named = needs.iter().rev().copied();
        let need = named.find(|need| need.competency == lack.competency);
        step(lack.competency, Some(*lack), need)
    });
    let is_gap = |need: &&&Stated| lacks.iter().any(|lack| lack.competency == need.competency);
    let others = needs.iter().filter(|need| !is_gap(need));
    let others = others.map(|need| step(need.competency, None, Some(*need)));
    with_gap.chain(others).collect()
}

fn steps(page: &Page<'_>, figures: &StaffFigures) -> Table {
    let (pen, known) = (page.pen, &figures.competencies);
    let dots = || Value::Blank(DOTS.to_owned());
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
        .col("way", Words::Way, |step| {
            let title = step.way().map(|(title, _)| Value::Text(title.to_owned()));
            title.unwrap_or_else(dots)
        })
        .col("month", Words::When, |step| match step.way() {
            Some((_, day)) => Value::Key {
                key: day.month().to_string(),
                label: pen.month(day.month()),
            },
            None => dots(),
        })
        .col("measure", Words::Measure, |step| match step.lack {
            Some(lack) => {
                let level = lack.required;
                pen.key(&level.to_string(), Words::ToLevel { level })
            }
            None => dots(),
        })
        .col("state", Words::State, |step| state(page, step))
        .table()
}

/// What became of a step, and from which year it is carried on.
fn state(page: &Page<'_>, step: &Step<'_>) -> Value {
    let (pen, outcome) = (page.pen, step.outcome());
    let state = pen.became(outcome);
    let named = step.need.map(|need| need.date.year());
    let carried = named.filter(|year| *year < page.as_of().year() && outcome != Resolution::Met);
    let Some(year) = carried else {
        return state;
    };
    let words = Words::CarriedFrom {
        state: state.label().to_owned(),
        year,
    };
    pen.key(&state.data(), words)
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
        .col("needs", ("Kebutuhan", "Needs"), |outcome| {
            pen.count(figures.needs_that_are(*outcome))
        })
        .counted(
            "Berapa kebutuhan orang ini yang keadaannya demikian.",
            "How many needs of the person have become this.",
        );
    list.table()
}
