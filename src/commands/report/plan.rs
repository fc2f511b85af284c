//! The yearly plan against what was done, with the competency gaps.

use super::{Asked, Kind};
use crate::diagnostic::Findings;
use crate::gather;
use crate::measure::trace::Trace;
use crate::report;
use crate::report::model::Report;
use crate::words::Phrase;

/// The plan of the month's year, as of the month's last day.
pub(super) static PLAN: Kind = Kind {
    name: "plan",
    alias: "rencana",
    about: Phrase {
        id: "rencana tahunan, realisasinya, dan kesenjangan kompetensi",
        en: "the yearly plan, what was done of it, and competency gaps",
    },
    subject: None,
    has_public: true,
    make,
};

fn make(asked: &Asked<'_>, findings: &mut Findings, trace: &mut Trace) -> Option<Report> {
    let when = (asked.month.year(), asked.month);
    let gathered = gather::plan::report(asked.directory, asked.office, when, findings, trace)?;
    report::plan(&gathered, &asked.office.settings, &asked.office.rules, asked.lang)
}
