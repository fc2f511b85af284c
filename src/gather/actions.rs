//! Follow-up actions that comparisons led to.

use super::people::person;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::measure::impact::FollowUp;
use crate::records::people::People;
use crate::records::performance::Action;
use crate::records::table::Row;
use crate::records::time::Day;
use std::collections::BTreeMap;

/// The actions opened because of a programme's comparison up to a day, by programme and day of opening.
pub(super) fn of_comparisons(
    directory: &Directory,
    people: &People,
    as_of: Day,
    findings: &mut Findings,
) -> BTreeMap<String, Vec<FollowUp>> {
    let mut out: BTreeMap<String, Vec<(Day, FollowUp)>> = BTreeMap::new();
    directory.scan(Action::table(), "actions.csv", findings, |row, findings| {
        let Some(read) = row.read::<Action>(findings) else {
            return;
        };
        let source = read.source.filter(|source| source.kind == "impact");
        let Some(source) = source.filter(|_| read.opened <= as_of) else {
            return;
        };
        let owner = read
            .owner
            .and_then(|id| person(people, id.text(), &mut 0, row, 4, findings));
        let action = FollowUp {
            id: read.id.text().to_owned(),
            what: read.what.to_owned(),
            owner,
            due: read.due,
            done: read.done.filter(|day| *day <= as_of),
        };
        out.entry(source.id.to_owned())
            .or_default()
            .push((read.opened, action));
    });
    let in_order = |mut list: Vec<(Day, FollowUp)>| {
        list.sort_by_key(|(opened, _)| *opened);
        list.into_iter().map(|(_, action)| action).collect()
    };
    out.into_iter().map(|(id, list)| (id, in_order(list))).collect()
}
