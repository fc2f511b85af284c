//! Everything that has a day or is owed.

use super::reading::Reading;
use super::{actions, certificates, docket, impact, month, regulation};
use crate::measure::due::DueFigures;
use crate::records::time::Month;

/// Gathers what the reports measure as of the last day, beside what is not printed and not closed yet; `None` when the rules do not
/// allow it.
pub fn due(reading: &mut Reading<'_>, unprinted: (Month, usize), unclosed: Vec<Month>) -> Option<DueFigures> {
    let (rules, as_of) = (&reading.archive.office.rules, reading.as_of());
    let month = month::month(reading)?;
    let (docket, _) = docket::read(reading)?;
    // What an office has no rule for has no day.
    let of_certificates = rules.certificates.on(as_of);
    let of_impact = rules.impact.on(as_of);
    Some(DueFigures {
        horizon: reading.archive.horizon,
        unprinted,
        unclosed,
        superiors: actions::superiors(reading.archive, reading.roster()),
        month,
        docket,
        certificates: of_certificates.and_then(|_| certificates::report(reading)),
        impact: of_impact.and_then(|_| impact::impact(reading, None)),
        regulation: regulation::report(reading),
    })
}
