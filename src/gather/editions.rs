//! The editions of rules that a report follows.

use crate::diagnostic::{Findings, Origin};
use crate::load::Office;
use crate::records::document::Field;
use crate::records::time::Day;
use crate::rules::editions::Editions;
use crate::rules::{
    Complaints, Edition, EvaluationRhythm, Hours, LookBack, PredicateRule, Privacy, Satisfaction,
};
use crate::words::problem::Problem;

/// The editions in force on the last day of a month that its report follows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Editioned<'r> {
    /// Hours.
    pub(super) hours: &'r Hours,
    /// Predicates.
    pub(super) predicate: &'r PredicateRule,
    /// Rhythm of evaluation.
    pub(super) evaluation: &'r EvaluationRhythm,
    /// Satisfaction.
    pub(super) satisfaction: &'r Satisfaction,
    /// Complaints.
    pub(super) complaints: &'r Complaints,
    /// Privacy.
    pub(super) privacy: &'r Privacy,
    /// Look-back.
    pub(super) look_back: &'r LookBack,
}

/// The edition of one rule in force on a day; that there is none is told.
pub(super) fn edition<'r, T: Edition + Field>(
    editions: &'r Editions<T>,
    day: Day,
    findings: &mut Findings,
) -> Option<&'r T> {
    let found = editions.on(day);
    if found.is_none() {
        let problem = Problem::RuleMissing {
            rule: T::RULE.to_owned(),
            day: day.to_string(),
        };
        findings.error(Origin::NOWHERE, problem);
    }
    found
}

impl<'r> Editioned<'r> {
    /// The editions in force on a day; every one that is missing is told.
    pub(super) fn on(office: &'r Office, day: Day, findings: &mut Findings) -> Option<Editioned<'r>> {
        let rules = &office.rules;
        let hours = edition(&rules.hours, day, findings);
        let predicate = edition(&rules.predicate, day, findings);
        let evaluation = edition(&rules.evaluation, day, findings);
        let satisfaction = edition(&rules.satisfaction, day, findings);
        let gain = edition(&rules.gain, day, findings);
        let complaints = edition(&rules.complaints, day, findings);
        let feedback = edition(&rules.feedback, day, findings);
        let privacy = edition(&rules.privacy, day, findings);
        let look_back = edition(&rules.look_back, day, findings);
        // These two are only asked for by the report, which cannot be made without them.
        gain.zip(feedback)?;
        Some(Editioned {
            hours: hours?,
            predicate: predicate?,
            evaluation: evaluation?,
            satisfaction: satisfaction?,
            complaints: complaints?,
            privacy: privacy?,
            look_back: look_back?,
        })
    }
}
