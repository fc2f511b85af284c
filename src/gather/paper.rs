//! A programme with everybody on its list, for the sheets that are printed about it.

use super::people::person;
use super::reading::Reading;
use crate::load;
use crate::measure::paper::{Enrolled, ProgrammeSheet};
use crate::records::cell::{Cell, TrainingId};
use crate::records::taking_part::{Participation, participation};

/// Gathers the programme with that id; `None` where there is none, which is told.
pub fn report(reading: &mut Reading<'_>, id: &str) -> Option<ProgrammeSheet> {
    let (directory, people) = (reading.archive.directory, &reading.roster().people);
    let findings = &mut reading.findings;
    let training = load::training(directory, id, findings)?;
    let month = <TrainingId as Cell>::parse(id).ok()?.month()?;
    let (name, mut near) = (participation.file(&month.to_string()), 0);
    let mut enrolled = Vec::new();
    directory.scan(&participation, &name, findings, |row, findings| {
        if row.cells.get(Participation::training) != id {
            return;
        }
        let who = person(people, row, Participation::staff, &mut near, findings);
        let read = row.read::<Participation>(findings);
        enrolled.extend(who.zip(read).map(|(person, read)| Enrolled {
            person,
            status: read.status,
            reason: read.reason,
            completed: read.completed.map(|day| training.completed_on(day)),
            certificate: read.certificate.map(str::to_owned),
            jp: read.jp,
            scores: [read.pre, read.post],
        }));
    });
    enrolled.sort_by_key(|one: &Enrolled| people.list[one.person as usize].unit());
    Some(ProgrammeSheet {
        id: id.to_owned(),
        month: Some(month),
        training,
        enrolled,
    })
}
