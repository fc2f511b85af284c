//! The head that all reports about a month share.

use super::figure::Pen;
use super::model::{Report, Section};
use crate::records::settings::Settings;
use crate::records::time::Month;
use crate::words::Say;
use crate::words::report::Text;

/// What names a report: its name and version, and its title.
pub(super) struct Named<T> {
    pub(super) name: &'static str,
    pub(super) version: u32,
    pub(super) title: T,
}

/// A report about a month with its head and no section yet.
pub(super) fn head<T: Say>(pen: Pen, settings: &Settings, month: Month, named: Named<T>) -> Report {
    let agency = &settings.agency;
    let letterhead = match &agency.government {
        Some(government) => format!("{} · {}", government.to_uppercase(), agency.name.to_uppercase()),
        None => agency.name.to_uppercase(),
    };
    let until = pen.say(Text::DataUntil {
        day: pen.day(month.last()),
    });
    Report {
        name: named.name,
        version: named.version,
        agency: agency.name.clone(),
        heading: vec![letterhead, pen.say(named.title)],
        heading_below: vec![until],
        period: (month.first().to_string(), month.last().to_string()),
        month: Some(month.to_string()),
        as_of: month.last().to_string(),
        lang: pen.lang.code(),
        draft: None,
        sections: Vec::new(),
        closing: Vec::new(),
    }
}

/// A section without tables yet.
pub(super) fn section(pen: Pen, id: &'static str, title: impl Say) -> Section {
    Section {
        id,
        title: pen.say(title),
        tables: Vec::new(),
        notes: Vec::new(),
    }
}
