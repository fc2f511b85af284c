//! The monthly report and the brief: both from the figures of a month.

use super::{Asked, Kind};
use crate::diagnostic::Findings;
use crate::gather;
use crate::measure::month::MonthFigures;
use crate::measure::trace::Trace;
use crate::report::model::Report;
use crate::report::{brief, monthly};
use crate::words::Phrase;

/// The whole monthly report.
pub(super) static MONTHLY: Kind = Kind {
    name: "monthly",
    alias: "bulanan",
    about: Phrase {
        id: "laporan bulanan lengkap",
        en: "the whole monthly report",
    },
    subject: None,
    has_public: true,
    make: make_monthly,
};

/// The camat's one page.
pub(super) static BRIEF: Kind = Kind {
    name: "brief",
    alias: "ringkas",
    about: Phrase {
        id: "satu halaman untuk pimpinan",
        en: "one page for the head of the office",
    },
    subject: None,
    has_public: true,
    make: make_brief,
};

fn make_monthly(asked: &Asked<'_>, findings: &mut Findings, trace: &mut Trace) -> Option<Report> {
    let figures = gather(asked, findings, trace)?;
    monthly(&figures, &asked.office.settings, &asked.office.rules, asked.lang)
}

fn make_brief(asked: &Asked<'_>, findings: &mut Findings, trace: &mut Trace) -> Option<Report> {
    let figures = gather(asked, findings, trace)?;
    brief(&figures, &asked.office.settings, &asked.office.rules, asked.lang)
}

fn gather(asked: &Asked<'_>, findings: &mut Findings, trace: &mut Trace) -> Option<MonthFigures> {
    gather::month::month(asked.directory, asked.office, asked.month, findings, trace)
}
