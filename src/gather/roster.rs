//! Who works in the office, with what people are grouped by.

use super::reading::Reading;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::measure::fairness::{GradeBand, Member};
use crate::measure::roster::{RosterFigures, Worker, age_on};
use crate::records::code::{EducationLevel, EducationStatus, Sex};
use crate::records::organisation::{Education, Staff};
use crate::records::people::People;
use crate::records::posts::Posts;
use crate::records::table::Row;
use crate::records::time::Day;

/// Gathers the report, as of the last day.
pub fn report<'a>(reading: &mut Reading<'a>) -> RosterFigures<'a> {
    let (roster, posts, directory) = (reading.roster(), reading.history(), reading.archive.directory);
    let people = &roster.people;
    let Reading { findings, trace, .. } = reading;
    let traits = traits(directory, people, findings);
    let studied = studied(directory, people, findings);
    let workers = members(people, posts, &traits).map(|member| {
        let number = member.person as usize;
        let post = posts.on(member.person, people.as_of);
        Worker {
            member,
            kind: post.and_then(|post| post.kind),
            age: traits[number].born.and_then(|born| age_on(people.as_of, born)),
            studied: studied[number].map(|(_, level)| level),
        }
    });
    RosterFigures::new(workers.collect(), roster.units.len(), posts, trace)
}

/// What `staff.csv` says of a person, whatever the day.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Traits {
    sex: Option<Sex>,
    born: Option<Day>,
}

/// Sex and birth date of everybody, in the order of `staff.csv`: from the NIP where there is one.
pub(super) fn traits(directory: &Directory, people: &People, findings: &mut Findings) -> Vec<Traits> {
    let mut out = vec![Traits::default(); people.list.len()];
    directory.scan(Staff::table(), "staff.csv", findings, |row, findings| {
        let Some(read) = row.read::<Staff>(findings) else {
            return;
        };
        let of_nip = read.nip.map(|nip| match nip.is_woman() {
            true => Sex::Woman,
            false => Sex::Man,
        });
        if let Some(number) = people.find(read.id.text()) {
            out[number as usize] = Traits {
                sex: of_nip.or(read.sex),
                born: read.nip.map(|nip| nip.born()).or(read.born),
            };
        }
    });
    out
}

/// The people who count, with what they are grouped by.
pub(super) fn members<'p>(
    people: &'p People,
    posts: &'p Posts,
    traits: &'p [Traits],
) -> impl Iterator<Item = Member> + 'p {
    let counting = people.list.iter().enumerate().filter(|(_, who)| who.counts());
    counting.filter_map(|(number, who)| {
        let post = posts.on(number as u32, people.as_of)?;
        Some(Member {
            person: number as u32,
            unit: who.unit(),
            grade: post.grade.map(GradeBand::of),
            sex: traits.get(number).and_then(|own| own.sex),
            employment: who.employment,
            status: post.status,
            since: who.first_posted,
        })
    })
}

/// The further education of everybody that was finished last up to the day, and that day.
fn studied(
    directory: &Directory,
    people: &People,
    findings: &mut Findings,
) -> Vec<Option<(Day, EducationLevel)>> {
    let mut out = vec![None; people.list.len()];
    directory.scan(Education::table(), "education.csv", findings, |row, findings| {
        let Some(read) = row.read::<Education>(findings) else {
            return;
        };
        let end = read.end.unwrap_or(read.start);
        let is_done = read.status == EducationStatus::Finished && end <= people.as_of;
        if let Some(number) = people.find(read.staff.text()).filter(|_| is_done) {
            let own: &mut Option<(Day, EducationLevel)> = &mut out[number as usize];
            if own.is_none_or(|(day, _)| day < end) {
                *own = Some((end, read.level));
            }
        }
    });
    out
}
