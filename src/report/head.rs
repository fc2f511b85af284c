//! The head that all reports about a month share.

use super::figure::Pen;
use super::model::{Report, Section};
use crate::records::settings::Settings;
use crate::records::time::Month;
use crate::words::Say;

/// What names a report: its name and version, and its title.
pub(super) struct Named<T> {
    pub(super) name: &'static str,
    pub(super) version: u32,
    pub(super) title: T,
}

/// A report about a month with its head and no section yet.
pub(super) fn head<T: Say>(pen: Pen, settings: &Settings, month: Month, named: Named<T>) -> Report {
    pen.report(settings, month, named.name, named.version, named.title)
}

/// A section without tables yet.
pub(super) fn section(pen: Pen, id: &'static str, title: impl Say) -> Section {
    pen.section(id, title)
}
