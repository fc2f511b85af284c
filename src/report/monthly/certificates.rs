//! Competency certificates in the month: how they stand, and which have expired or are to be renewed.

use super::super::certificates::{Scene, by_scheme, due, notes};
use super::super::model::Section;
use super::super::who::Who;
use super::Context;
use crate::words::report_certificates::CertificateText as Words;

/// The section; none when the office keeps no certificates.
pub(super) fn section(context: &Context<'_>) -> Option<Section> {
    let as_of = context.figures.month.last();
    let scene = Scene {
        pen: context.pen,
        who: Who::from(context.figures),
        figures: context.figures.certificates.as_ref()?,
        rule: context.rules.certificates.on(as_of)?,
        as_of,
    };
    let mut out = context.pen.section("certificates", Words::Certificates);
    out.tables = vec![by_scheme(scene), due(scene)];
    out.notes = notes(scene);
    Some(out)
}
