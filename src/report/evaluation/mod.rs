//! The report on evaluations: predicates over time, who is not evaluated, and what evaluations led to.

pub(super) mod follow_up;
mod incentive;

use super::figure::{NAMED, Pen, table};
use super::head::head;
use super::model::{Column, Report, Section, Table, Value};
use super::who::Who;
use crate::measure::evaluation::{EvaluationReport, PERIOD_COLUMNS};
use crate::measure::predicates::{PredicateCount, PredicateFigures, column_of};
use crate::records::code::Predicate;
use crate::records::settings::Settings;
use crate::records::time::Period;
use crate::rules::{Edition, Rules};
use crate::words::Lang;
use crate::words::report::Text;
use crate::words::report_evaluation::EvaluationText as Words;
use std::collections::BTreeSet;

/// The version of the contract of the report on evaluations.
const VERSION: u32 = 2;

/// Builds the report on evaluations; `None` when a rule has no edition in force.
pub fn evaluation(
    gathered: &EvaluationReport,
    settings: &Settings,
    rules: &Rules,
    lang: Lang,
) -> Option<Report> {
    let (pen, month) = (Pen { lang }, gathered.month);
    let who = Who::from(&gathered.roster);
    let title = Words::Title {
        month: pen.month_title(month),
    };
    let scene = follow_up::Scene {
        pen,
        who,
        figures: &gathered.follow_ups,
        rule: rules.guidance.on(month.last())?,
        as_of: month.last(),
    };
    let mut report = pen.report(settings, month, "evaluation", VERSION, title);
    let mut predicates = trend(pen, who, gathered);
    predicates
        .notes
        .push(pen.basis(&rules.predicate.on(month.last())?.head()));
    let mut without = missing(pen, who, gathered);
    without
        .notes
        .push(pen.basis(&rules.evaluation.on(month.last())?.head()));
    let since = gathered.trend.first().map(|(period, _)| *period);
    report.sections = vec![
        head(pen, head_lines(pen, gathered)),
        follow_up::open(scene, since),
        without,
        predicates,
        follow_up::led_to(scene, Period::year(month)),
    ];
    if let (Some(figures), Some(rule)) = (&gathered.incentives, rules.incentive.on(month.last())) {
        report.sections.push(incentive::section(pen, who, figures, rule));
    }
    Some(report)
}

/// Who is not evaluated, what is late, and who earned something.
fn head_lines(pen: Pen, gathered: &EvaluationReport) -> Vec<String> {
    let total = &gathered.current.total;
    let (late, ahead) = (&gathered.follow_ups.open, &gathered.follow_ups.ahead);
    let mut lines = vec![
        pen.say(match total.owing() {
            0 => Words::NobodyOwes,
            of => Words::HeadMissing {
                missing: total.missing,
                of,
            },
        }),
        pen.say(Words::HeadOpen {
            late: late.len() as u64,
            ahead: ahead.len() as u64,
        }),
    ];
    if let Some(figures) = &gathered.incentives {
        let met = figures.list.iter().filter(|one| one.is_met());
        let people: BTreeSet<u32> = met.map(|one| one.person).collect();
        lines.push(pen.say(Words::HeadIncentive {
            met: people.len() as u64,
        }));
    }
    lines
}

/// A period: its code for data formats, its words for text.
fn period(pen: Pen, period: Period) -> Value {
    Value::Key {
        key: period.to_string(),
        label: pen.period(period),
    }
}

fn trend(pen: Pen, who: Who<'_>, gathered: &EvaluationReport) -> Section {
    let mut columns = vec![pen.column("period", Words::Period)];
    for predicate in Predicate::ALL {
        let column = Column {
            id: column_of(*predicate),
            title: pen.phrase(predicate.phrase()),
            ..Column::default()
        };
        columns.push(column);
    }
    columns.push(pen.column("good", Words::Good));
    columns.push(pen.column("missing", Words::Missing));
    let rows = gathered.trend.iter().map(|(of, figures)| {
        let count = &figures.total;
        let predicates = count.by_predicate.iter().map(|&n| pen.count(n));
        let good = pen.count_of(count.good(), count.evaluated());
        std::iter::once(period(pen, *of))
            .chain(predicates)
            .chain([good, pen.count(count.missing)])
            .collect()
    });
    let by_period = table("trend", String::new(), columns, rows.collect(), String::new());
    let mut out = pen.section("trend", Words::Trend);
    out.tables = vec![by_period, trend_by_unit(pen, who, gathered)];
    out.notes = vec![pen.note("trend", Words::NoteTrend)];
    out
}

fn trend_by_unit(pen: Pen, who: Who<'_>, gathered: &EvaluationReport) -> Table {
    let mut columns = vec![pen.column("unit", Text::Unit)];
    for (id, (of, _)) in PERIOD_COLUMNS.iter().zip(&gathered.trend) {
        columns.push(Column {
            id,
            title: pen.period(*of),
            ..Column::default()
        });
    }
    columns.push(pen.column("missing", Words::MissingNow));
    let line = |key: Value, pick: &dyn Fn(&PredicateFigures) -> PredicateCount| {
        let periods = gathered.trend.iter().map(|(_, figures)| {
            let count = pick(figures);
            match count.evaluated() {
                0 => Value::Missing,
                of => pen.count_of(count.good(), of),
            }
        });
        let missing = pen.count(pick(&gathered.current).missing);
        std::iter::once(key).chain(periods).chain([missing]).collect()
    };
    let mut rows: Vec<Vec<Value>> = (0..gathered.current.units.len())
        .map(|unit| line(who.unit(unit as u32), &|figures| figures.units[unit]))
        .collect();
    rows.push(line(pen.total(), &|figures| figures.total));
    let caption = pen.say(Words::TrendByUnit);
    let out = table("trend_by_unit", caption, columns, rows, String::new());
    pen.without_idle(out, who.units, |_| true)
}

/// Units and people without a current evaluation.
fn missing(pen: Pen, who: Who<'_>, gathered: &EvaluationReport) -> Section {
    let current = &gathered.current;
    let columns = vec![
        pen.column("unit", Text::Unit),
        pen.column("missing", Words::Missing),
    ];
    let units = current
        .units
        .iter()
        .enumerate()
        .filter(|(_, count)| count.missing > 0);
    let rows = units.clone().map(|(number, count)| {
        vec![
            who.unit(number as u32),
            pen.count_of(count.missing, count.owing()),
        ]
    });
    let empty = match current.total.owing() {
        0 => Words::NobodyOwes,
        _ => Words::NobodyMissing,
    };
    let units = Table {
        numbers: units.map(|(number, _)| number as u64).collect(),
        ..table(
            "units_missing",
            pen.say(Words::UnitsMissing),
            columns,
            rows.collect(),
            pen.say(empty),
        )
    };
    let mut out = pen.section("missing", Words::MissingSection);
    out.tables.push(units);
    if !current.missing.is_empty() {
        out.tables.push(persons_missing(pen, who, gathered));
    }
    let count = current.total.exempt;
    if count > 0 {
        out.notes
            .push(pen.note("exempt-now", Words::NoteExempt { count }));
    }
    let count = current.missing.len().saturating_sub(NAMED) as u64;
    if count > 0 {
        out.notes.push(pen.note("missing-more", Words::More { count }));
    }
    out
}

fn persons_missing(pen: Pen, who: Who<'_>, gathered: &EvaluationReport) -> Table {
    let columns = vec![
        pen.hidden("staff", Text::Name),
        pen.column("name", Text::Name),
        pen.column("unit", Text::Unit),
        pen.column("last", Words::LastEvaluated),
        pen.column("predicate", Words::LastPredicate),
    ];
    let people = &gathered.roster.people.list;
    let mut list: Vec<_> = gathered.current.missing.iter().zip(&gathered.last).collect();
    list.sort_by_key(|(person, _)| (people[**person as usize].unit(), **person));
    let rows = list.into_iter().take(NAMED).map(|(&person, last)| {
        vec![
            who.id(person),
            who.name(person),
            who.unit_of(person),
            last.map_or(Value::Missing, |graded| period(pen, graded.period)),
            last.map_or(Value::Missing, |graded| {
                pen.coded(graded.predicate.code(), graded.predicate.phrase())
            }),
        ]
    });
    table(
        "evaluation_missing",
        pen.say(Words::PersonsMissing),
        columns,
        rows.collect(),
        String::new(),
    )
}
