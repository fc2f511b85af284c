//! Rules about forums and consultations.

use super::dossier::ForumDocument;
use super::register::Register;
use super::remarks::Remarks;
use crate::load;
use crate::records::bounds::is_reversed;
use crate::records::document::At;
use crate::records::time::{Day, Month};
use crate::words::problem::Problem;

/// The month in the id decides in which reports a forum stands.
pub(super) fn month(document: &ForumDocument<'_>, _: &Register<'_>, remarks: &mut Remarks<'_>) {
    let date = &document.forum.date;
    let own = document.id.split('/').next().and_then(Month::parse);
    if own.is_some_and(|month| month != date.value.month()) {
        let (value, file) = (date.value.to_string(), format!("forums/{}.toml", document.id));
        remarks.at(date.origin, Problem::PartitionWrong { value, file });
    }
}

/// An answer and a follow-up do not come before the forum.
pub(super) fn dates(document: &ForumDocument<'_>, _: &Register<'_>, remarks: &mut Remarks<'_>) {
    let first = document.forum.date.value;
    for said in &document.forum.suggestion {
        for last in said.days().filter(|last| is_reversed(first, *last)) {
            let (first, last) = (first.to_string(), last.to_string());
            remarks.at(said.origin, Problem::DatesReversed { first, last });
        }
    }
}

/// What has happened lies not after the day of the check.
pub(super) fn in_future(document: &ForumDocument<'_>, register: &Register<'_>, remarks: &mut Remarks<'_>) {
    let said = document.forum.suggestion.iter();
    let days = said.flat_map(|said| [said.answered, said.done].map(|day| (day, said.origin)));
    let days = days.filter_map(|(day, origin)| day.map(|value| At::<Day> { value, origin }));
    for day in days.filter(|day| day.value > register.as_of) {
        let (text, today) = (day.value.to_string(), register.today.clone());
        remarks.at(
            day.origin,
            Problem::InFuture {
                day: text,
                today,
                count: 1,
            },
        );
    }
}

/// The file of the forum that a reference names, where there is none.
pub(super) fn missing(id: &str, register: &Register<'_>) -> Option<String> {
    let is_name = id.split('/').next().and_then(Month::parse).is_some();
    let is_there = is_name && load::has_forum(register.directory, id);
    (!is_there).then(|| load::forum_file(id))
}
