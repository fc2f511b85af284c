//! Regulations and who was briefed on them.

use super::{Asked, Kind};
use crate::diagnostic::Findings;
use crate::gather;
use crate::measure::trace::Trace;
use crate::report;
use crate::report::model::Report;
use crate::words::Phrase;

/// Regulations in force on the month's last day, and rules that changed within the year.
pub(super) static REGULATION: Kind = Kind {
    name: "regulation",
    alias: "peraturan",
    about: Phrase {
        id: "peraturan, cakupan penjelasannya, dan ketentuan yang berganti",
        en: "regulations, who was briefed on them, and rules that changed",
    },
    subject: None,
    has_public: true,
    make,
};

fn make(asked: &Asked<'_>, findings: &mut Findings, trace: &mut Trace) -> Option<Report> {
    let gathered = gather::regulation::report(asked.directory, asked.office, asked.month, findings, trace);
    Some(report::regulation(&gathered, &asked.office.settings, asked.lang))
}
