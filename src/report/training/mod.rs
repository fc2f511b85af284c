//! The report `training`: one programme with its reaction, learning, behaviour and result side by side.

mod application;
mod facts;
mod learning;
mod people;
mod reach;
mod reaction;
mod summary;

use super::impact::Comparison;
use super::model::{Note, Report, Section, Value};
use super::page::Page;
use crate::measure::training::TrainingFigures;
use crate::records::code::{ParticipationStatus, TrainingStatus};
use crate::rules::{Effect, Feedback, Gain, PercentBand};
use crate::words::report_training::TrainingText as Text;
use std::collections::BTreeSet;
use std::ops::Deref;

/// The version of the contract of the report.
const VERSION: u32 = 2;

/// The programme as the sections tell of it, by the rules about evaluating one.
struct Course<'c> {
    page: Page<'c>,
    figures: &'c TrainingFigures,
    gain: &'c Gain,
    effect: &'c Effect,
    feedback: &'c Feedback,
}

impl<'c> Deref for Course<'c> {
    type Target = Page<'c>;

    fn deref(&self) -> &Page<'c> {
        &self.page
    }
}

/// Builds the report; `None` when a rule has no edition in force, and its name is told by gathering.
pub fn training(page: &Page<'_>, figures: &TrainingFigures) -> Option<Report> {
    let (rules, day) = (page.rules, page.as_of());
    let course = Course {
        page: *page,
        figures,
        gain: rules.gain.on(day)?,
        effect: rules.effect.on(day)?,
        feedback: rules.feedback.on(day)?,
    };
    rules.satisfaction.on(day).zip(rules.privacy.on(day))?;
    let title = figures.training.title.to_uppercase();
    let mut report = page.report("training", VERSION, Text::Title { title });
    report.sections = vec![
        course.facts(),
        course.summary(),
        course.people(),
        course.reaction(),
        course.learning(),
        course.attainment(),
        course.application(),
    ];
    report.sections.extend(course.result());
    report.sections.push(course.performance());
    report.sections.push(course.curriculum());
    Some(report)
}

impl Course<'_> {
    /// One where it has begun and nobody is on record: who takes part is not known, and not nobody.
    fn unrolled(&self) -> u64 {
        let training = &self.figures.training;
        let has_begun = training.start.value <= self.read_on;
        let is_unrolled = has_begun && training.status.value != TrainingStatus::Cancelled;
        (is_unrolled && self.figures.attendees.is_empty()).into()
    }

    /// What the public said before and after.
    fn result(&self) -> Vec<Section> {
        let pen = self.pen;
        let mut out = pen.section("result", Text::Result);
        let impact = self.figures.impact.as_slice();
        let Some(comparison) = Comparison::new(&self.page, impact).filter(|_| !impact.is_empty()) else {
            out.notes.push(self.not_public());
            return vec![out];
        };
        out.tables = vec![comparison.verdict_table()];
        let details = comparison.details();
        out.tables.extend(details.tables);
        out.notes = comparison.notes();
        out.notes.extend(details.notes);
        vec![out, comparison.follow_up()]
    }

    /// That nobody of a unit that serves the public completed it, or that nobody knows whether the units serve it.
    fn not_public(&self) -> Note {
        let units = &self.who.units;
        let completed = self.figures.attendees.iter();
        let completed = completed.filter(|one| one.status == ParticipationStatus::Completed);
        let unknown = completed.filter_map(|one| one.unit);
        let unknown: BTreeSet<u32> = unknown
            .filter(|unit| units.is_public[*unit as usize].is_none())
            .collect();
        if self.unrolled() > 0 {
            return self.pen.note("public-unrolled", Text::PublicUnrolled);
        }
        if unknown.is_empty() {
            return self.pen.note("not-public", Text::NotPublic);
        }
        let names = unknown.iter().map(|unit| &*units.names[*unit as usize]);
        let units = names.collect::<Vec<_>>().join(", ");
        self.pen.note("public-unknown", Text::PublicUnknown { units })
    }

    /// The band of a mean, where enough of those asked answered.
    fn band(&self, band: Option<&PercentBand>, answered: u64, asked: u64) -> Value {
        let Some(band) = band.filter(|_| self.feedback.is_enough(answered, asked)) else {
            return Value::Missing;
        };
        Value::Key {
            key: band.code.0.clone(),
            label: self.pen.of_rule(&band.name, band.name_en.as_ref()),
        }
    }

    /// The places of means.
    fn places(&self) -> u32 {
        self.feedback.decimals.clamp(0, 4) as u32
    }
}
