//! Mentoring and coaching in the month: what was held, who has gone quiet, which newcomers have nobody.

use super::super::context::Line;
use super::super::mentoring::{Scene, by_kind, newcomer_table, notes, quiet, results};
use super::super::model::Section;
use super::Context;
use crate::measure::mentoring::Guided;
use crate::words::report_mentoring::MentoringText as Words;

/// The section; none when the office keeps no pairs.
pub(super) fn section(context: &Context<'_>) -> Option<Section> {
    let (pen, month) = (context.pen, context.month());
    let scene = scene(context)?;
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

fn scene<'c>(context: &'c Context<'_>) -> Option<Scene<'c>> {
    let as_of = context.as_of();
    Some(Scene {
        pen: context.pen,
        who: context.who,
        figures: context.figures.mentoring.as_ref()?,
        rule: context.rules.mentoring.on(as_of)?,
        hours: context.edition.hours,
        as_of,
    })
}

/// What mentoring asks for in the next month: newcomers without anybody, pairs that have gone quiet.
pub(super) fn ahead(context: &Context<'_>) -> Vec<Line> {
    let (pen, total) = (context.pen, context.figures.mentoring.as_ref());
    let Some(figures) = total else {
        return Vec::new();
    };
    let without = figures
        .newcomers
        .iter()
        .filter(|one| one.guided == Guided::Nobody);
    let without = without.count() as u64;
    let quiet = figures.total.quiet;
    let lines = [
        (without, Words::AttendNewcomers { count: without }),
        (quiet, Words::AttendQuiet { count: quiet }),
    ];
    let told = lines.into_iter().filter(|(count, _)| *count > 0);
    told.map(|(_, words)| (None, pen.say(words), None)).collect()
}
