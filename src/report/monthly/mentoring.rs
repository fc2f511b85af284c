//! Mentoring and coaching in the month: what was held, who has gone quiet, which newcomers have nobody.

use super::super::mentoring::{Scene, by_kind, newcomer_table, notes, quiet, results};
use super::super::model::Section;
use super::super::who::Who;
use super::Context;
use crate::measure::mentoring::Guided;
use crate::words::report_mentoring::MentoringText as Words;

/// The section; none when the office keeps no pairs.
pub(super) fn section(context: &Context<'_>) -> Option<Section> {
    let (pen, month) = (context.pen, context.figures.month);
    let scene = Scene {
        pen,
        who: Who::from(context.figures),
        figures: context.figures.mentoring.as_ref()?,
        rule: context.rules.mentoring.on(month.last())?,
        hours: context.edition.hours,
        as_of: month.last(),
    };
    let mut out = pen.section("mentoring", Words::Mentoring);
    out.tables = vec![
        by_kind(scene),
        quiet(scene),
        newcomer_table(scene, |one| one.guided == Guided::Nobody),
        results(scene, |pair| pair.end.is_some_and(|end| end.month() == month)),
    ];
    out.notes = notes(scene);
    Some(out)
}
