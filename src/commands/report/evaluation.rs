//! The report on evaluations and what they led to.

use super::Kind;
use crate::gather::evaluation as gather;
use crate::report::evaluation;
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
    has_public: true,
    make: |asked, findings| {
        let gathered = gather::report(asked.directory, asked.office, asked.month, findings, &mut ())?;
        evaluation(&gathered, &asked.office.settings, &asked.office.rules, asked.lang)
    },
};
