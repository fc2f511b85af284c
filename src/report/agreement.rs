//! The performance agreement of a year: the goals of the plan, what is to be reached, and what is.

use super::head::{line_number, sentences};
use super::model::{Report, Section, Style, Value};
use super::page::Page;
use super::plan::{goals, sums};
use crate::measure::judged::{Disclosure, Guard};
use crate::measure::plan::{GoalFigures, PlanReport, Reached};
use crate::records::code::{Direction, GoalMeasure};
use crate::records::number::{Dec, Ratio};
use crate::records::time::Period;
use crate::words::report::Text;
use crate::words::report_plan::PlanText;
use crate::words::report_transcript::AgreementText as Words;

/// The version of the contract of the report.
const VERSION: u32 = 1;

/// What is filled in by hand.
const DOTS: &str = "………… %";
const LINE: &str = "………………………………";

/// Builds the page.
pub fn agreement(page: &Page<'_>, gathered: &PlanReport) -> Report {
    let (pen, year) = (page.pen, gathered.year);
    let name = ("performance-agreement", VERSION);
    let first = Period::year(page.period.last_month()).first_day();
    let mut report = page.formal(page.report_from(first, name, Words::Title { year }));
    report.period.0 = first.to_string();
    let mut section = pen.section("goals", ("", ""));
    let Some(plan) = &gathered.plan else {
        section.notes.push(pen.note("no-plan", PlanText::NoPlan { year }));
        report.sections.push(section);
        return report;
    };
    let promise = vec![pen.say(Words::Promise { year })];
    let list = goals::list(page, &plan.goals)
        .col("percent", ("Capaian", "Attained"), |goal| percent(page, goal))
        .measured("%")
        .from(
            &[],
            "Yang dicapai dibagi targetnya, bila target memuat satu angka dan makin tinggi makin baik; selain itu diisi tangan.",
            "What is reached over the target, where that holds one number and higher is better; else it is filled in by hand.",
        )
        .view(&["goal", "target", "reached", "percent", "budget"]);
    let goals = sums::known(page, plan, list.table());
    section.tables = vec![sentences(pen, "promise", Style::Lines, promise), goals];
    section.notes.push(pen.note("percent", Words::NotePercent));
    report.sections = vec![section, signatures(page)];
    report
}

/// The two who sign, whose names are filled in where the records do not know them.
fn signatures(page: &Page<'_>) -> Section {
    let pen = page.pen;
    let line = || Value::Text(LINE.to_owned());
    let position = |party: Option<&String>| party.map_or_else(line, |position| Value::Text(position.clone()));
    let signed = |at: &usize, party: Option<&String>| match at {
        0 => pen.blank(("(tanda tangan)", "(signature)")),
        1 => line(),
        _ => position(party),
    };
    let list = pen
        .list("signatures", 0..3)
        .col("line", Text::Line, |at| line_number(*at))
        .hidden()
        .col("second", ("Pihak kedua", "Second party"), |at| signed(at, None))
        .col("first", ("Pihak pertama", "First party"), |at| {
            signed(at, page.settings.agency.addressee.as_ref())
        });
    Section {
        tables: vec![list.table()],
        ..pen.section("signatures", ("", ""))
    }
}

/// How much of the target is reached, in percent.
fn percent(page: &Page<'_>, goal: &GoalFigures) -> Value {
    let pen = page.pen;
    let attained = || {
        let target = target(goal.target.as_deref()?)?;
        let part = reached(page, goal)?.over(target)?;
        part.times(Ratio::int(100))
            .filter(|_| is_higher_better(page, goal))
    };
    match attained() {
        Some(percent) => pen.ratio(Some(percent), 1),
        None if goal.key.is_empty() => Value::Missing,
        None => Value::Blank(DOTS.to_owned()),
    }
}

/// What the goal has reached, shares in percent.
fn reached(page: &Page<'_>, goal: &GoalFigures) -> Option<Ratio> {
    if let Some(actual) = goal.actual {
        return actual.values.decimal();
    }
    match goal.counted? {
        Reached::Share(part, of) => Ratio::new(100 * i128::from(part), i128::from(of)),
        Reached::Count(count) => Some(Ratio::int(count.into())),
        Reached::Mean(mean, _) => Some(mean),
        Reached::Told(judged) => {
            let guard = Guard::from(page.rules.privacy.on(page.as_of())?);
            match guard.open(judged) {
                Disclosure::Open(figure) => Some(figure),
                Disclosure::Withheld | Disclosure::Unknown => None,
            }
        }
    }
}

fn is_higher_better(page: &Page<'_>, goal: &GoalFigures) -> bool {
    use GoalMeasure::*;
    let mut known = page.settings.indicator.iter();
    let service = known.find(|known| goal.indicator.as_ref() == Some(&known.code.value.0));
    match (service, goal.measure()) {
        (Some(service), _) => service.direction == Direction::Higher,
        (None, Some(measure)) => matches!(
            measure,
            JpPerPns | PnsWithJp | ComplaintsResolved | ComplaintsOnTime | Satisfaction | ForumsHeld
        ),
        (None, None) => false,
    }
}

/// The number of a target in words, where it is the only one and more than nothing.
fn target(words: &str) -> Option<Ratio> {
    let numbers = words.split(|letter: char| !letter.is_ascii_digit() && !",.".contains(letter));
    let numbers = numbers.filter(|part| part.contains(|letter: char| letter.is_ascii_digit()));
    let [number] = numbers.collect::<Vec<_>>()[..] else {
        return None;
    };
    let number = Dec::parse(&number.trim_matches([',', '.']).replace(',', "."))?;
    (number > Dec::int(0)).then(|| number.into())
}

#[test]
fn a_target_is_its_only_number() {
    let told = |words| target(words).map(|number| number.shortest(2));
    assert_eq!(told("90 persen").as_deref(), Some("90"));
    assert_eq!(told("paling sedikit 82,5.").as_deref(), Some("82.5"));
    assert_eq!(told("5 dari 5"), None);
    assert_eq!(told("0"), None);
    assert_eq!(told("semua"), None);
}
