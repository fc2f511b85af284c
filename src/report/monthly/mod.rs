//! The monthly report: its sections in the order of reading.

mod attention;
mod evaluations;
mod hours;
mod overview;
mod programmes;
mod voices;

pub(super) use hours::whole_shortfall;
pub(super) use overview::key_figures_table;
pub(super) use voices::service_name;

use super::figure::Pen;
use super::forum::{Hall, of_month as forums_of_month};
use super::head::head;
use super::model::{Report, Section};
use super::plan::of_month as plan_of_month;
use super::who::Who;
use crate::measure::month::MonthFigures;
use crate::records::settings::Settings;
use crate::rules::Rules;
use crate::rules::{EvaluationRhythm, Feedback, Gain, Hours, PredicateRule, Privacy, Satisfaction};
use crate::words::Lang;
use crate::words::report::Text;

/// The version of the contract of the monthly report.
const VERSION: u32 = 1;

/// What a section is built from.
pub(super) struct Context<'c> {
    pub(super) pen: Pen,
    pub(super) figures: &'c MonthFigures,
    pub(super) settings: &'c Settings,
    pub(super) rules: &'c Rules,
    pub(super) edition: Edition<'c>,
}

/// The editions in force on the last day of the month.
pub(super) struct Edition<'c> {
    pub(super) hours: &'c Hours,
    pub(super) predicate: &'c PredicateRule,
    pub(super) evaluation: &'c EvaluationRhythm,
    pub(super) satisfaction: &'c Satisfaction,
    pub(super) gain: &'c Gain,
    pub(super) complaints: &'c crate::rules::Complaints,
    pub(super) feedback: &'c Feedback,
    pub(super) privacy: &'c Privacy,
}

impl<'c> Context<'c> {
    /// The context of a report; `None` when a rule has no edition in force, which gathering has told.
    pub(super) fn new(
        figures: &'c MonthFigures,
        settings: &'c Settings,
        rules: &'c Rules,
        lang: Lang,
    ) -> Option<Context<'c>> {
        let day = figures.month.last();
        let edition = Edition {
            hours: rules.hours.on(day)?,
            predicate: rules.predicate.on(day)?,
            evaluation: rules.evaluation.on(day)?,
            satisfaction: rules.satisfaction.on(day)?,
            gain: rules.gain.on(day)?,
            complaints: rules.complaints.on(day)?,
            feedback: rules.feedback.on(day)?,
            privacy: rules.privacy.on(day)?,
        };
        Some(Context {
            pen: Pen { lang },
            figures,
            settings,
            rules,
            edition,
        })
    }

    /// A report about the month with its head and no section yet.
    pub(super) fn report(&self, name: &'static str, version: u32, title: Text) -> Report {
        head(
            self.pen,
            self.settings,
            self.figures.month,
            (name, version),
            title,
        )
    }

    /// The month in capitals, for titles.
    pub(super) fn month_title(&self) -> String {
        self.pen.month(self.figures.month).to_uppercase()
    }
}

/// Builds the monthly report; `None` when a rule has no edition in force.
pub fn monthly(figures: &MonthFigures, settings: &Settings, rules: &Rules, lang: Lang) -> Option<Report> {
    let context = Context::new(figures, settings, rules, lang)?;
    let mut report = context.report(
        "monthly",
        VERSION,
        Text::MonthlyTitle {
            month: context.month_title(),
        },
    );
    report.sections = super::brief::first_page(&context);
    report.sections.extend([
        overview::completeness(&context),
        overview::key_figures(&context),
        programmes::section(&context),
        hours::section(&context),
        evaluations::section(&context),
        voices::participants(&context),
        voices::public(&context),
    ]);
    // Left out where the office keeps no such records, so that a small office's report stays short.
    report.sections.extend(followed(&context));
    report.sections.push(attention::section(&context));
    Some(report)
}

/// The sections about records that not every office keeps.
fn followed(context: &Context<'_>) -> Vec<Section> {
    let (pen, figures) = (context.pen, context.figures);
    let who = Who {
        people: &figures.people,
        units: &figures.units,
        names: &figures.names,
    };
    let plan = figures.plan.as_ref();
    let plan = plan.map(|plan| plan_of_month(pen, plan, who, figures.month));
    let hall = Hall {
        pen,
        figures: &figures.forums,
        who,
        settings: context.settings,
    };
    let forums = forums_of_month(hall, figures.month);
    plan.into_iter().chain(forums).collect()
}

/// A section.
pub(super) fn section(context: &Context<'_>, id: &'static str, title: Text) -> Section {
    context.pen.section(id, title)
}
