//! Mentoring and coaching in the month: what was held, who has gone quiet, which newcomers have nobody.

use super::super::context::Reminder;
use super::super::mentoring::Mentorship;
use super::super::model::Section;
use super::Context;
use crate::measure::mentoring::Stage;
use crate::words::report_mentoring::MentoringText as Words;

/// The section; text is silent where the office keeps no pairs. None without a rule for them.
pub(super) fn section(context: &Context<'_>) -> Option<Section> {
    let page = context.page;
    let figures = context.figures.mentoring.as_ref()?;
    let mentorship = Mentorship::new(page, figures)?;
    let out = Section {
        tables: vec![
            mentorship.by_kind().detail(),
            mentorship.quiet(),
            mentorship
                .newcomers(|one| one.guided == Stage::Nobody)
                .short_view(&["name", "unit", "joined", "days"]),
            mentorship.results(|pair| pair.phase.end.is_some_and(|end| page.period.holds(end))),
        ],
        ..mentorship.overview()
    };
    let is_idle = figures.pairs.is_empty() && figures.newcomers.is_empty();
    Some(if is_idle { out.hushed() } else { out })
}

/// What mentoring asks for in the next month: newcomers without anybody, pairs that have gone quiet.
pub(super) fn ahead(context: &Context<'_>) -> Vec<Reminder> {
    let (pen, total) = (context.pen, context.figures.mentoring.as_ref());
    let Some(figures) = total else {
        return Vec::new();
    };
    let without = figures.newcomers.iter().filter(|one| one.guided == Stage::Nobody);
    let without = without.count() as u64;
    let quiet = figures.total.quiet;
    let lines = [
        (without, Words::AttendNewcomers { count: without }),
        (quiet, Words::AttendQuiet { count: quiet }),
    ];
    let told = lines.into_iter().filter(|(count, _)| *count > 0);
    told.map(|(_, words)| (None, pen.say(words), None)).collect()
}
