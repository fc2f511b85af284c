//! `bina report participation`: who takes part and who does not, over twelve months.

use super::{Asked, Kind};
use crate::diagnostic::Findings;
use crate::gather;
use crate::measure::trace::Trace;
use crate::report;
use crate::report::model::Report;
use crate::words::Phrase;

/// Participation and fairness.
pub(super) static PARTICIPATION: Kind = Kind {
    name: "participation",
    alias: "keikutsertaan",
    about: Phrase {
        id: "siapa yang ikut dan tidak ikut dalam dua belas bulan, alasan, iklim belajar",
        en: "who takes part and who does not in twelve months, why, the climate of learning",
    },
    subject: None,
    has_public: true,
    make,
};

fn make(asked: &Asked<'_>, findings: &mut Findings, trace: &mut Trace) -> Option<Report> {
    let (directory, office) = (asked.directory, asked.office);
    let figures = gather::fairness::fairness(directory, office, asked.month, findings, trace)?;
    report::participation(&figures, &office.settings, &office.rules, asked.lang)
}
