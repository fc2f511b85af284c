//! How a career went: further education and postings.

use super::Dossier;
use crate::diagnostic::Findings;
use crate::measure::staff::Assignment;
use crate::measure::study::Study;
use crate::records::code::PostingStatus;
use crate::records::organisation::{Education, Posting, education, postings};
use crate::records::people::{People, Units};

impl Dossier<'_> {
    /// Further education that was begun by the day.
    pub(super) fn studies(&self, person: u32, findings: &mut Findings) -> Vec<Study> {
        let mut out = self.own((&education, "", Education::staff), findings, |row, findings| {
            let read = row.read::<Education>(findings)?;
            Study::on(&read, person, row.origin, self.day)
        });
        out.sort_by_key(|study| study.start);
        out
    }

    /// The postings that were begun by the day. What is wrong with them was told when people were loaded.
    pub(super) fn career(&self, people: &People, units: &Units) -> Vec<Assignment> {
        let (own, mut told) = ((&postings, "", Posting::staff), Findings::new());
        let mut out = self.own(own, &mut told, |row, told| {
            let read = row.read::<Posting>(told)?;
            (read.since <= self.day).then(|| Assignment {
                since: read.since,
                position: read.position.map(str::to_owned),
                kind: read.position_kind,
                unit: read.unit.and_then(|code| units.find(code.text())),
                grade: read.grade,
                status: read.status.unwrap_or(PostingStatus::Active),
                employment: read.employment,
                supervisor: read.supervisor.and_then(|id| people.find(id.text())),
                decree: read.decree.map(str::to_owned),
            })
        });
        out.sort_by_key(|stage| stage.since);
        out
    }
}
