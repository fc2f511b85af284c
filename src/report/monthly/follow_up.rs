//! Recognition and guidance of the month, and what has not been followed up.

use super::super::context::Reminder;
use super::super::evaluation::follow_up::{Consequences, about};
use super::super::model::Section;
use super::super::person::named;
use super::Context;
use crate::measure::follow_up::Lacking;
use crate::words::report_evaluation::EvaluationText as Words;

/// The section; text is silent where the office keeps neither guidance nor awards. None without a rule for them.
pub(super) fn section(context: &Context<'_>) -> Option<Section> {
    let figures = context.figures.follow_ups.as_ref()?;
    let consequences = Consequences::new(context.page, figures)?;
    let of = context.period;
    let out = Section {
        tables: vec![
            consequences
                .awards(of, ("Penghargaan bulan ini", "Recognition of the month"))
                .detail(),
            consequences
                .guidance(of, ("Bimbingan kinerja bulan ini", "Guidance of the month"))
                .detail(),
            consequences
                .open()
                .short_view(&["lacking", "name", "about", "past"]),
            consequences.ahead().detail(),
        ],
        notes: consequences.notes(),
        ..context.pen.section("follow_up", Words::LedToSection)
    };
    let is_idle = figures.guided.is_empty() && figures.awarded.is_empty() && figures.open.is_empty();
    Some(if is_idle { out.hushed() } else { out })
}

/// Guidance and follow-ups that are due in the next month, with whom they are about.
pub(super) fn ahead(context: &Context<'_>) -> Vec<Reminder> {
    let (pen, figures) = (context.pen, context.figures);
    let next = context.next();
    let ahead = figures.follow_ups.iter().flat_map(|figures| &figures.ahead);
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
