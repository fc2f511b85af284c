//! Follow-up actions.

use super::people::person;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::measure::actions::{Action, Actions};
use crate::records::people::People;
use crate::records::performance;
use crate::records::table::Row;
use crate::records::time::Day;

/// The actions opened up to a day, as known on it.
pub(super) fn actions(
    directory: &Directory,
    people: &People,
    as_of: Day,
    findings: &mut Findings,
) -> Actions {
    let mut list = Vec::new();
    let table = performance::Action::table();
    directory.scan(table, "actions.csv", findings, |row, findings| {
        let Some(read) = row.read::<performance::Action>(findings) else {
            return;
        };
        let owner = person(people, row, performance::Action::owner, &mut 0, findings);
        if read.opened > as_of {
            return;
        }
        let done = read.done.filter(|day| *day <= as_of);
        list.push(Action {
            id: read.id.text().to_owned(),
            opened: read.opened,
            source: read
                .source
                .map(|source| (source.kind.to_owned(), source.id.to_owned())),
            what: read.what.to_owned(),
            owner,
            due: read.due,
            done,
            result: read.result.filter(|_| done.is_some()).map(str::to_owned),
        });
    });
    Actions::new(list, as_of)
}
