//! The yearly plan against what was done, and the competency gaps behind it.

mod development;
mod gaps;
pub(super) mod goals;
mod items;
pub(super) mod sums;

use super::figure::Pen;
use super::model::{Report, Section, Value};
use super::page::Page;
use crate::measure::plan::PlanReport;
use crate::records::time::Month;
use crate::words;
use crate::words::report_plan::PlanText;

pub(super) use items::of_month;

/// The version of the contract of the report.
const VERSION: u32 = 2;

/// Builds the report, as of the day of its figures; `None` when the rule `gap` has no edition in force, which gathering
/// has told.
pub fn plan(page: &Page<'_>, gathered: &PlanReport) -> Option<Report> {
    let (pen, year, as_of) = (page.pen, gathered.year, gathered.as_of);
    let month = as_of.month();
    let title = PlanText::Title {
        year,
        month: pen.month(month).to_uppercase(),
    };
    let first = Month::of(year, 1).map(Month::first);
    let first = first
        .filter(|first| *first <= month.last())
        .unwrap_or(month.first());
    let report = pen.report_until(page.settings, as_of, "plan", VERSION, title);
    let mut report = page.reaching(first, report);
    report.period.0 = first.to_string();
    let plan = match &gathered.plan {
        Some(plan) => items::section(page, plan),
        None => without(page, year),
    };
    report.sections = vec![plan];
    if let Some(competence) = &gathered.competence {
        let rule = page.rules.gap.on(as_of)?;
        report.sections.push(gaps::section(page, competence, rule));
        if let Some(found) = &gathered.development {
            let needs = development::needs(page, competence, found);
            report.sections.extend([needs, development::careers(page, found)]);
        }
    }
    Some(report)
}

/// Says that there is no plan.
fn without(page: &Page<'_>, year: i32) -> Section {
    let pen = page.pen;
    let mut out = pen.section("plan", PlanText::Section { year });
    out.notes.push(pen.note("no-plan", PlanText::NoPlan { year }));
    out
}

/// A month: data formats see `2026-10`, text its short name.
fn month(pen: Pen, month: Month) -> Value {
    Value::Key {
        key: month.to_string(),
        label: words::month_name(pen.lang, month.number()).to_owned(),
    }
}
