//! The report on competency certificates.

use super::{Asked, Kind};
use crate::diagnostic::Findings;
use crate::gather::certificates as gather;
use crate::measure::trace::Trace;
use crate::report::certificates;
use crate::report::model::Report;
use crate::words::Phrase;

/// Certificates by standing, renewals, and training to refresh.
pub(super) static KIND: Kind = Kind {
    name: "certificates",
    alias: "sertifikat",
    about: Phrase {
        id: "sertifikat kompetensi: berlaku, segera habis, diperpanjang; pelatihan yang harus diulang",
        en: "competency certificates: valid, expiring, renewed; training to be refreshed",
    },
    subject: None,
    has_public: true,
    make,
};

fn make(asked: &Asked<'_>, findings: &mut Findings, trace: &mut Trace) -> Option<Report> {
    let gathered = gather::report(asked.directory, asked.office, asked.month, findings, trace)?;
    certificates(&gathered, &asked.office.settings, &asked.office.rules, asked.lang)
}
