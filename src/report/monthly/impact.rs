//! The impact indication of the programmes whose window closed in the month: verdicts and follow-up.

use super::super::impact::Scene;
use super::super::model::Section;
use super::Context;
use crate::words::Say;
use crate::words::report_impact::ImpactText;

/// The section; `None` when no window closed in the month. The figures behind it are in the report `impact`.
pub(super) fn section(context: &Context<'_>) -> Option<Section> {
    let (figures, day) = (context.figures, context.as_of());
    if figures.impacts.is_empty() {
        return None;
    }
    let scene = Scene {
        pen: context.pen,
        month: context.month(),
        units: context.who.units,
        list: &figures.impacts,
        settings: context.settings,
        rules: context.rules,
        rule: context.rules.impact.on(day)?,
        satisfaction: context.edition.satisfaction,
        privacy: context.edition.privacy,
    };
    let mut out = scene.verdicts();
    out.title = ImpactText::Section.text(context.pen.lang);
    out.tables.extend(scene.open_actions());
    Some(out)
}
