//! Recognition and guidance of the month, and what has not been followed up.

use super::super::context::Line;
use super::super::evaluation::follow_up::{Scene, about, ahead_table, awards, guidance, notes, open_table};
use super::super::figure::NAMED;
use super::super::model::Section;
use super::super::person::named;
use super::Context;
use crate::measure::follow_up::Lacking;
use crate::records::time::Period;
use crate::words::report_evaluation::EvaluationText as Words;

/// The section; none when the office keeps neither guidance nor awards.
pub(super) fn section(context: &Context<'_>) -> Option<Section> {
    let month = context.month();
    let scene = Scene {
        pen: context.pen,
        who: context.who,
        figures: context.figures.follow_ups.as_ref()?,
        rule: context.rules.guidance.on(month.last())?,
        as_of: month.last(),
    };
    let of = Period::month(month);
    let mut out = context.pen.section("follow_up", Words::LedToSection);
    out.tables = vec![
        awards(scene, of),
        guidance(scene, of),
        open_table(scene),
        ahead_table(scene),
    ];
    out.notes = notes(scene);
    Some(out)
}

/// Guidance and follow-ups that are due in the next month, with whom they are about.
pub(super) fn ahead(context: &Context<'_>) -> Vec<Line> {
    let (pen, figures) = (context.pen, context.figures);
    let next = context.next();
    let ahead = figures
        .follow_ups
        .iter()
        .flat_map(|figures| &figures.ahead)
        .take(NAMED);
    let ahead = ahead.filter(|open| next.holds(open.due));
    ahead
        .map(|open| {
            let what = about(pen, open);
            let words = match open.lacking {
                Lacking::Guidance => Words::AttendGuidance { what },
                _ => Words::AttendFollowUp { what },
            };
            let who = Some(named(open.person));
            (Some(open.due), pen.say(words), who)
        })
        .collect()
}
