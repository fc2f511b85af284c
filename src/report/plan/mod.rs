//! The yearly plan against what was done, and the competency gaps behind it.

mod gaps;
mod items;
mod sums;

use super::figure::Pen;
use super::model::{Report, Section};
use super::who::Who;
use crate::measure::plan::PlanReport;
use crate::records::settings::Settings;
use crate::records::time::Month;
use crate::rules::Rules;
use crate::words::Lang;
use crate::words::report_plan::PlanText;

pub(super) use items::of_month;

/// The version of the contract of the report.
const VERSION: u32 = 2;

/// Builds the report; `None` when the rule `gap` has no edition in force, which gathering has told.
pub fn plan(gathered: &PlanReport, settings: &Settings, rules: &Rules, lang: Lang) -> Option<Report> {
    let pen = Pen { lang };
    let (as_of, month) = (gathered.as_of, gathered.as_of.month());
    let who = Who::from(&gathered.roster);
    let title = PlanText::Title {
        year: gathered.year,
        month: pen.month(month).to_uppercase(),
    };
    let mut report = pen.report_until(settings, as_of, "plan", VERSION, title);
    let first = Month::of(gathered.year, 1).map(Month::first);
    let first = first.filter(|first| *first <= month.last());
    report.period.0 = first.unwrap_or(month.first()).to_string();
    let plan = match &gathered.plan {
        Some(plan) => items::section(pen, plan, who, settings),
        None => without(pen, gathered.year),
    };
    report.sections = vec![plan];
    if let Some(competence) = &gathered.competence {
        let rule = rules.gap.on(as_of)?;
        report.sections.push(gaps::section(pen, competence, rule, who));
    }
    Some(report)
}

/// Says that there is no plan.
fn without(pen: Pen, year: i32) -> Section {
    let mut out = pen.section("plan", PlanText::Section { year });
    out.notes.push(pen.note("no-plan", PlanText::NoPlan { year }));
    out
}
