//! What presence in part is worth in JP, by the rule `attendance`.

use crate::change::Draft;
use crate::change::programme::{OpenProgramme, roll};
use crate::load;
use crate::records::cell::Cell;
use crate::records::number::Dec;
use crate::records::taking_part::{Attendance, attendance, participation};
use crate::rules::AttendanceRule;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What the presence that is on record is worth to whoever was there for less than the minimum.
#[derive(Default)]
pub(crate) struct PartialPresence {
    /// The part of the JP, by id, where the rule gives one.
    pub(crate) parts: HashMap<String, String>,
    /// Who does not complete by it, by id: the rule gives no part.
    pub(crate) short: BTreeSet<String>,
}

/// What everybody's presence is worth who was there for less than the minimum; nobody is where presence was not recorded. Where
/// neither the programme nor a rule sets a minimum it is all of it.
pub(crate) fn partial(draft: &mut Draft<'_>, programme: &OpenProgramme) -> PartialPresence {
    let mut partial = PartialPresence::default();
    let rules = load::rules(draft.directory, &mut draft.findings);
    let training = &programme.content;
    let rule = rules.attendance.on(training.end.value);
    let by_rule = rule.map(|rule| rule.minimum_percent);
    // What nobody has decided nobody is held to have reached.
    let minimum = training.minimum_attendance.or(by_rule).unwrap_or(Dec::int(100));
    let file = roll(programme).replace(&*participation.path, &attendance.path);
    let rows = draft.rows(&attendance, &file);
    let own = rows
        .iter()
        .filter(|row| row.cells[Attendance::training] == programme.id);
    let (mut present, mut recorded): (BTreeMap<&str, i64>, BTreeSet<&str>) = Default::default();
    for row in own {
        let session = &*row.cells[Attendance::session];
        recorded.insert(session);
        let share = match &*row.cells[Attendance::present] {
            "yes" => training.share(session, i64::parse(&row.cells[Attendance::minutes]).ok()),
            _ => 0,
        };
        *present.entry(&row.cells[Attendance::staff]).or_default() += share;
    }
    let all: i64 = recorded.into_iter().filter_map(|key| training.weight(key)).sum();
    for (id, present) in present {
        let part = rule.and_then(|rule| rule.earned(training.jp.value, minimum, (present, all)));
        match part {
            _ if AttendanceRule::is_enough(minimum, (present, all)) => {}
            Some(part) => drop(partial.parts.insert(id.to_owned(), part.to_string())),
            None => drop(partial.short.insert(id.to_owned())),
        }
    }
    partial
}
