//! What the reports about a month are built from: its figures, the office, the rules in force, the language.

use super::figure::Pen;
use super::model::Report;
use super::person::named;
use crate::measure::month::MonthFigures;
use crate::records::settings::Settings;
use crate::records::time::Day;
use crate::rules::Rules;
use crate::rules::{EvaluationRhythm, Feedback, Gain, Hours, PredicateRule, Privacy, Satisfaction};
use crate::words::Lang;
use crate::words::report::Text;

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

    /// The name of a service by its code; where none is named, that none is.
    pub(super) fn service(&self, code: Option<&str>) -> String {
        let mut services = self.settings.service.iter();
        let found = code.and_then(|code| services.find(|service| &*service.code.value == code));
        found.map_or_else(|| self.pen.say(Text::NoService), |service| service.name.clone())
    }

    /// The name of a person who must act; where nobody is named, that nobody is.
    pub(super) fn actor(&self, person: Option<u32>) -> String {
        person
            .map(named)
            .unwrap_or_else(|| self.pen.say(Text::NobodyNamed))
    }

    /// How many JP a person is short of the floor, in 1/10,000.
    pub(super) fn shortfall(&self, person: u32) -> i128 {
        let rule = self.edition.hours;
        i128::from(rule.pns_floor.0 - self.figures.person_hours[&person].counted(rule).0)
    }
}

/// What needs attention in the next month: the day (none: as soon as possible), what, and who.
pub(super) type Line = (Option<Day>, String, Option<String>);
