//! The JP of everybody in the year so far.

use super::people::person;
use super::reading::Reading;
use super::unrolled;
use crate::load;
use crate::measure::hours::{HoursForm, HoursList, HoursReport};
use crate::records::code::Method;
use crate::records::taking_part::{Participation, participation};
use std::collections::HashMap;

/// Gathers the list, as of the last day; `None` when the rules do not allow it.
pub fn report<'a>(reading: &mut Reading<'a>) -> Option<HoursReport<'a>> {
    let rule = reading.edition(&reading.archive.office.rules.hours)?;
    let (directory, people) = (reading.archive.directory, &reading.roster().people);
    let mut list = HoursList::new(people, rule, reading.since());
    let look_back = reading.month_rules()?.look_back.programme_months as i32;
    let first = list.earliest().month().plus(-look_back);
    let Reading { findings, trace, .. } = reading;
    for month in first.to(people.as_of.month()) {
        let name = participation.file(&month.to_string());
        let (mut near, mut known) = (0, HashMap::<String, Option<Method>>::new());
        directory.scan(&participation, &name, findings, |row, findings| {
            let Some(read) = row.read::<Participation>(findings) else {
                return;
            };
            let who = person(people, row, Participation::staff, &mut near, findings);
            let Some(number) = who.filter(|number| people.list[*number as usize].counts()) else {
                return;
            };
            let method = match list.is_listed(&read) && read.training.month().is_some() {
                true => *known.entry(read.training.text().to_owned()).or_insert_with(|| {
                    let training = load::training(directory, read.training.text(), findings);
                    training.map(|training| training.method)
                }),
                false => None,
            };
            list.row(&read, row.origin, (number, HoursForm::of(method)), trace);
        });
    }
    let unrolled = unrolled::of_what_was_read(reading);
    let unrolled = unrolled::keep(reading, unrolled);
    let unrolled = list.miss_rolls(&unrolled);
    let entries = list.entries(people);
    let posts = reading.history();
    Some(HoursReport {
        rule,
        entries,
        unrolled,
        posts,
    })
}
