//! Follow-up actions.

use super::people::person;
use super::reading::Archive;
use crate::diagnostic::Findings;
use crate::measure::actions::{Action, Actions};
use crate::records::people::Roster;
use crate::records::performance;
use crate::records::table::Row;
use std::collections::HashSet;

/// The actions opened up to a day, as known on it.
pub(super) fn actions(archive: &Archive<'_>, roster: &Roster, findings: &mut Findings) -> Actions {
    let (directory, people) = (archive.directory, &roster.people);
    let as_of = people.as_of;
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
            holder: owner.and_then(|owner| holder(owner, archive, roster)),
            due: read.due_on(as_of),
            done,
            result: read.result_on(as_of).map(str::to_owned),
        });
    });
    Actions::new(list, as_of)
}

/// The superior of everybody on the last day, by number: the nearest who is here; of who has left, who has what he or she
/// was responsible for.
pub(super) fn superiors(archive: &Archive<'_>, roster: &Roster) -> Vec<Option<u32>> {
    let (people, posts) = (&roster.people, archive.history_of(roster));
    let superior = |person: u32| {
        let (as_of, left) = (people.as_of, people.list[person as usize].left());
        let day = left.map_or(as_of, |left| left.plus(-1));
        holder(posts.on(person, day)?.supervisor?, archive, roster)
    };
    (0..).take(people.list.len()).map(superior).collect()
}

/// Who has what somebody was responsible for: the same person, or the nearest superior of one who has left.
fn holder(owner: u32, archive: &Archive<'_>, roster: &Roster) -> Option<u32> {
    let people = &roster.people;
    let (mut holder, mut known) = (owner, HashSet::new());
    while let Some(left) = people.list[holder as usize].left() {
        // Superiors may name each other in a circle.
        if !known.insert(holder) {
            return None;
        }
        let posts = archive.history_of(roster);
        holder = posts.on(holder, left.plus(-1))?.supervisor?;
    }
    Some(holder)
}
