//! Everything that has a day or is owed, as the reports measure it: nothing is judged here a second time.

use super::certificates::CertificateReport;
use super::docket::DocketFigures;
use super::impact::ImpactReport;
use super::month::MonthFigures;
use super::regulation::RegulationReport;
use crate::records::time::{Day, Month};

/// What the reports measure as of a day.
#[derive(Debug)]
pub struct DueFigures {
    /// The last day of what is told ahead.
    pub horizon: Day,
    /// The last month that is over, and how many of its files are not printed yet.
    pub unprinted: (Month, usize),
    /// The months that are over and not closed, in an office that closes them.
    pub unclosed: Vec<Month>,
    /// The nearest superior of everybody who is here on that day, by number.
    pub superiors: Vec<Option<u32>>,
    /// The figures of the month up to that day.
    pub month: MonthFigures,
    /// The register of complaints.
    pub docket: DocketFigures,
    /// Certificates and refreshers; `None` without a rule for them.
    pub certificates: Option<CertificateReport>,
    /// Evaluations after programmes; `None` without a rule for them.
    pub impact: Option<ImpactReport>,
    /// Regulations and who was briefed.
    pub regulation: RegulationReport,
}
