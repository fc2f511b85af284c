//! Who completed the programmes of a month, with what matters of their documents.

use super::people::person;
use super::reading::Reading;
use crate::diagnostic::Origin;
use crate::load;
use crate::measure::hours::completed_by;
use crate::measure::trace::Trace;
use crate::records::taking_part::{Participation, participation};
use crate::records::time::{Day, Month};
use crate::records::training::Training;
use std::collections::HashMap;

/// Reads the completions of one month's programmes: `matters` says what counts of a document, and `each` hears it with
/// the person, the day and the row.
pub(super) fn each<T>(
    month: Month,
    reading: &mut Reading<'_>,
    matters: impl Fn(&Training) -> T,
    mut each: impl FnMut(&T, (u32, Day, Origin), &mut Trace),
) {
    let (directory, people) = (reading.archive.directory, &reading.roster().people);
    let Reading { findings, trace, .. } = reading;
    let name = participation.file(&month.to_string());
    let mut known: HashMap<String, Option<(T, Training)>> = HashMap::new();
    let mut near = 0;
    directory.scan(&participation, &name, findings, |row, findings| {
        let Some(read) = row.read::<Participation>(findings) else {
            return;
        };
        let (Some(day), Some(_)) = (completed_by(&read, people.as_of), read.training.month()) else {
            return;
        };
        let Some(person) = person(people, row, Participation::staff, &mut near, findings) else {
            return;
        };
        let of_programme = known.entry(read.training.text().to_owned());
        let of_programme = of_programme.or_insert_with(|| {
            let training = load::training(directory, read.training.text(), findings);
            training.map(|training| (matters(&training), training))
        });
        if let Some((matters, training)) = of_programme {
            each(matters, (person, training.completed_on(day), row.origin), trace);
        }
    });
}
