//! The head of a report about a month: letterhead, title, up to which day.

use super::figure::Pen;
use super::model::Report;
use crate::records::settings::Settings;
use crate::records::time::Month;
use crate::words::Say;
use crate::words::report::Text;

/// A report about `month` with its head and no section yet; `contract` is its name and the version of its data.
pub(super) fn head(
    pen: Pen,
    settings: &Settings,
    month: Month,
    contract: (&'static str, u32),
    title: impl Say,
) -> Report {
    let agency = &settings.agency;
    let letterhead = match &agency.government {
        Some(government) => format!("{} · {}", government.to_uppercase(), agency.name.to_uppercase()),
        None => agency.name.to_uppercase(),
    };
    let until = pen.say(Text::DataUntil {
        day: pen.day(month.last()),
    });
    Report {
        name: contract.0,
        version: contract.1,
        agency: agency.name.clone(),
        heading: vec![letterhead, pen.say(title)],
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
