//! The report on evaluations and what they led to.

use super::{Asked, Kind};
use crate::diagnostic::Findings;
use crate::gather::evaluation as gather;
use crate::measure::trace::Trace;
use crate::report::evaluation;
use crate::report::model::Report;
use crate::words::Phrase;

/// Predicates over time, who is not evaluated, what was not followed up, incentives.
pub(super) static KIND: Kind = Kind {
    name: "evaluation",
    alias: "evaluasi",
    about: Phrase {
        id: "evaluasi kinerja: predikat, yang belum dinilai, yang belum ditindaklanjuti, insentif",
        en: "evaluation: predicates, who is missing, what was not followed up, incentives",
    },
    subject: None,
    has_public: false,
    make,
};

fn make(asked: &Asked<'_>, findings: &mut Findings, trace: &mut Trace) -> Option<Report> {
    let gathered = gather::report(asked.directory, asked.office, asked.month, findings, trace)?;
    evaluation(&gathered, &asked.office.settings, &asked.office.rules, asked.lang)
}
