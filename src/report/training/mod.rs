//! The report `training`: one programme with its reaction, learning, behaviour and result side by side.

mod application;
mod facts;
mod learning;
mod people;
mod reaction;
mod summary;

use super::figure::Pen;
use super::impact;
use super::model::{Report, Section, Value};
use crate::measure::training::TrainingFigures;
use crate::records::settings::Settings;
use crate::rules::{Effect, Feedback, Gain, Impact, PercentBand, Privacy, Rules, Satisfaction};
use crate::words::Lang;
use crate::words::report_training::TrainingText as Text;

/// The version of the contract of the report.
const VERSION: u32 = 2;

/// What the report is built from.
struct Context<'c> {
    pen: Pen,
    figures: &'c TrainingFigures,
    settings: &'c Settings,
    rules: &'c Rules,
    gain: &'c Gain,
    effect: &'c Effect,
    feedback: &'c Feedback,
    satisfaction: &'c Satisfaction,
    privacy: &'c Privacy,
    impact: Option<&'c Impact>,
}

/// Builds the report; `None` when a rule has no edition in force, and its name is told by gathering.
pub fn training(figures: &TrainingFigures, settings: &Settings, rules: &Rules, lang: Lang) -> Option<Report> {
    let day = figures.month.last();
    let context = Context {
        pen: Pen { lang },
        figures,
        settings,
        rules,
        gain: rules.gain.on(day)?,
        effect: rules.effect.on(day)?,
        feedback: rules.feedback.on(day)?,
        satisfaction: rules.satisfaction.on(day)?,
        privacy: rules.privacy.on(day)?,
        impact: rules.impact.on(day),
    };
    let mut report = context.pen.report(
        settings,
        figures.month,
        "training",
        VERSION,
        Text::Title {
            title: figures.training.title.to_uppercase(),
        },
    );
    report.sections = vec![
        facts::facts(&context),
        summary::section(&context),
        people::section(&context),
        reaction::section(&context),
        learning::learning(&context),
        application::section(&context),
    ];
    report.sections.extend(result(&context));
    report.sections.push(learning::performance(&context));
    report.sections.push(facts::curriculum(&context));
    Some(report)
}

/// What the public said before and after.
fn result(context: &Context<'_>) -> Vec<Section> {
    let (figures, pen) = (context.figures, context.pen);
    let mut out = pen.section("result", Text::Result);
    let Some((scene, rule)) = figures.impact.as_ref().zip(context.impact) else {
        out.notes.push(pen.note("not-public", Text::NotPublic));
        return vec![out];
    };
    let scene = impact::Scene {
        pen,
        month: figures.month,
        units: &figures.units,
        list: std::slice::from_ref(scene),
        settings: context.settings,
        rules: context.rules,
        rule,
        satisfaction: context.satisfaction,
        privacy: context.privacy,
    };
    out.tables = vec![scene.verdict_table()];
    let details = scene.details();
    out.tables.extend(details.tables);
    out.notes = scene.notes();
    out.notes.extend(details.notes);
    vec![out, scene.follow_up()]
}

impl Context<'_> {
    /// The band of a mean, withheld where too few of those asked answered.
    fn band(&self, band: Option<&PercentBand>, answered: u64, asked: u64) -> Value {
        let Some(band) = band.filter(|_| self.feedback.is_enough(answered, asked)) else {
            return Value::Missing;
        };
        let english = band.name_en.as_ref().filter(|_| self.pen.lang == Lang::En);
        Value::Key {
            key: band.code.0.clone(),
            label: english.unwrap_or(&band.name).clone(),
        }
    }

    /// The places of means.
    fn places(&self) -> u32 {
        self.feedback.decimals.clamp(0, 4) as u32
    }
}
