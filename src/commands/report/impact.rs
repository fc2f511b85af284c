//! `bina report impact [TRAINING]`: what the public said before and after a programme.

use super::{Asked, Kind, Subject};
use crate::change::{Draft, candidates};
use crate::diagnostic::Findings;
use crate::gather;
use crate::measure::trace::Trace;
use crate::report;
use crate::report::model::Report;
use crate::words::Phrase;

/// The named indicator.
pub(super) static IMPACT: Kind = Kind {
    name: "impact",
    alias: "dampak",
    about: Phrase {
        id: "pengaduan dan IKM sebelum dan sesudah pelatihan [PELATIHAN]",
        en: "complaints and satisfaction before and after a programme [TRAINING]",
    },
    subject: Some(Subject {
        what: Phrase {
            id: "id pelatihan, misalnya 2026-10/pelayanan-prima",
            en: "the id of the programme, such as 2026-10/pelayanan-prima",
        },
        is_optional: true,
        find: |directory, typed| candidates::training(&mut Draft::new(directory), typed),
    }),
    has_public: true,
    make,
};

fn make(asked: &Asked<'_>, findings: &mut Findings, trace: &mut Trace) -> Option<Report> {
    let (directory, office) = (asked.directory, asked.office);
    let found = gather::impact::impact(directory, office, asked.month, asked.subject, findings, trace)?;
    report::impact(&found, &office.settings, &office.rules, asked.lang)
}
