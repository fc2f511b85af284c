//! The monthly report: its sections in the order of reading.

mod attention;
mod certificates;
mod evaluations;
mod follow_up;
mod hours;
mod impact;
mod mentoring;
mod modes;
mod overview;
mod participation;
mod programmes;
mod voices;

pub(super) use hours::whole_shortfall;
pub(super) use overview::{abbreviations, key_figures_table};
pub(super) use voices::{element_name, service_name};

use super::figure::Pen;
use super::forum::{Hall, of_month as forums_of_month};
use super::model::{Report, Section};
use super::plan::of_month as plan_of_month;
use super::who::Who;
use crate::measure::month::MonthFigures;
use crate::records::settings::Settings;
use crate::rules::Rules;
use crate::rules::{EvaluationRhythm, Feedback, Gain, Hours, PredicateRule, Privacy, Satisfaction};
use crate::words::report::Text;
use crate::words::{Lang, Say};

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
        self.pen
            .report(self.settings, self.figures.month, name, version, title)
    }

    /// The month in capitals, for titles.
    pub(super) fn month_title(&self) -> String {
        self.pen.month_title(self.figures.month)
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
    let sections = &mut report.sections;
    sections.extend(super::brief::first_page(&context, super::head::Rest::Below));
    sections.push(overview::completeness(&context));
    sections.push(overview::key_figures(&context));
    sections.push(programmes::section(&context));
    sections.push(hours::section(&context));
    sections.push(evaluations::section(&context));
    sections.extend(mentoring::section(&context));
    sections.extend(certificates::section(&context));
    sections.extend(follow_up::section(&context));
    sections.push(voices::participants(&context));
    sections.push(voices::public(&context));
    sections.extend(impact::section(&context));
    sections.extend(participation::section(&context));
    sections.extend(followed(&context));
    sections.push(attention::section(&context));
    Some(report)
}

/// The sections about records that not every office keeps.
fn followed(context: &Context<'_>) -> Vec<Section> {
    let (pen, figures) = (context.pen, context.figures);
    let who = Who::from(figures);
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
pub(super) fn section(context: &Context<'_>, id: &'static str, title: impl Say) -> Section {
    context.pen.section(id, title)
}
