//! The head of a formal page: the office, above it the government, below it where it is, and its logo.

use super::model::Report;
use super::page::Page;
use crate::records::logo::Logo;

/// The letterhead of an office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// The government that it belongs to, in capitals.
    pub government: Option<String>,
    /// Its name, in capitals.
    pub office: String,
    /// Where it is and how it is reached, in lines.
    pub below: Vec<String>,
    /// Its logo, which whoever knows the files adds.
    pub logo: Option<Logo>,
}

impl Page<'_> {
    /// A report with the letterhead of the office.
    pub(super) fn formal(&self, report: Report) -> Report {
        let agency = &self.settings.agency;
        let letterhead = Letterhead {
            government: agency.government.as_ref().map(|name| name.to_uppercase()),
            office: agency.name.to_uppercase(),
            below: [&agency.address, &agency.contact].into_iter().flatten().cloned().collect(),
            logo: None,
        };
        Report {
            letterhead: Some(letterhead),
            ..report
        }
    }
}
