//! Citizens' forums and policy consultations.

use super::{Asked, Kind};
use crate::diagnostic::Findings;
use crate::gather;
use crate::measure::trace::Trace;
use crate::report;
use crate::report::model::Report;
use crate::words::Phrase;

/// Forums and consultations of the twelve months up to the month.
pub(super) static FORUM: Kind = Kind {
    name: "forum",
    alias: "forum-publik",
    about: Phrase {
        id: "forum masyarakat dan konsultasi kebijakan dua belas bulan, dengan tindak lanjutnya",
        en: "citizens' forums and policy consultations of twelve months, with their follow-up",
    },
    subject: None,
    has_public: true,
    make,
};

fn make(asked: &Asked<'_>, findings: &mut Findings, trace: &mut Trace) -> Option<Report> {
    let gathered = gather::forum::report(asked.directory, asked.month, findings, trace);
    Some(report::forum(&gathered, &asked.office.settings, asked.lang))
}
