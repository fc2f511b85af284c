//! What the sheets about a programme are printed from.

use crate::records::code::{AbsenceReason, ParticipationStatus};
use crate::records::number::Dec;
use crate::records::time::{Day, Month};
use crate::records::training::Training;

/// Somebody on the list of a programme, as it stands: a sheet is printed for its day, whatever the month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolled {
    /// The person.
    pub person: u32,
    /// How the participation stands.
    pub status: ParticipationStatus,
    /// Why somebody was absent.
    pub reason: Option<AbsenceReason>,
    /// The day of completion, as it is told.
    pub completed: Option<Day>,
    /// The number of the certificate, where it has one.
    pub certificate: Option<String>,
    /// The JP on the certificate.
    pub jp: Option<Dec>,
    /// The scores of the tests before and after.
    pub scores: [Option<Dec>; 2],
}

impl Enrolled {
    /// Whether somebody is expected to come: who gave up the place is not.
    pub fn is_expected(&self) -> bool {
        let gave_up = self.reason == Some(AbsenceReason::Replaced);
        self.status != ParticipationStatus::Withdrawn && !gave_up
    }
}

/// A programme with everybody on its list.
#[derive(Debug)]
pub struct ProgrammeSheet {
    /// Its id.
    pub id: String,
    /// The month with which that begins.
    pub month: Option<Month>,
    /// Its document.
    pub training: Training,
    /// Everybody on the list, by unit.
    pub enrolled: Vec<Enrolled>,
}
