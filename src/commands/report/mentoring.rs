//! The report on mentoring and coaching.

use super::{Asked, Kind};
use crate::diagnostic::Findings;
use crate::gather::mentoring as gather;
use crate::measure::trace::Trace;
use crate::report::mentoring;
use crate::report::model::Report;
use crate::words::Phrase;

/// Pairs, newcomers, mentors, and a suggestion of pairs.
pub(super) static KIND: Kind = Kind {
    name: "mentoring",
    alias: "pendampingan",
    about: Phrase {
        id: "mentoring dan coaching: pasangan, pegawai baru, beban mentor, usulan pasangan",
        en: "mentoring and coaching: pairs, newcomers, load of mentors, suggested pairs",
    },
    subject: None,
    has_public: true,
    make,
};

fn make(asked: &Asked<'_>, findings: &mut Findings, trace: &mut Trace) -> Option<Report> {
    let gathered = gather::report(asked.directory, asked.office, asked.month, findings, trace)?;
    mentoring(&gathered, &asked.office.settings, &asked.office.rules, asked.lang)
}
