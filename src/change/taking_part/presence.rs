//! What presence in part is worth in JP, by the rule `attendance`.

use crate::change::Draft;
use crate::change::programme::{OpenProgramme, roll};
use crate::load;
use crate::records::taking_part::{Attendance, attendance, participation};
use std::collections::{HashMap, HashSet};

/// The part of the JP of everybody who was present for less than the minimum, by id; nobody where the rule gives no
/// part, or presence was not recorded.
pub(crate) fn parts(draft: &mut Draft<'_>, programme: &OpenProgramme) -> HashMap<String, String> {
    let rules = load::rules(draft.directory, &mut draft.findings);
    let training = &programme.content;
    let rule = rules
        .attendance
        .on(training.end.value)
        .filter(|rule| rule.partial_jp);
    let Some(rule) = rule else {
        return HashMap::new();
    };
    let file = roll(programme).replace(&*participation.path, &attendance.path);
    let rows = draft.rows(&attendance, &file);
    let own = rows
        .iter()
        .filter(|row| row.cells[Attendance::training] == programme.id);
    let length = |key: &str| {
        let held = training.session.iter().find(|held| &*held.key.value == key);
        held.map_or(0, |held| held.minutes)
    };
    let (mut present, mut recorded): (HashMap<String, i64>, HashSet<&str>) = Default::default();
    for row in own {
        let session = &*row.cells[Attendance::session];
        recorded.insert(session);
        let minutes = match &*row.cells[Attendance::present] {
            "yes" => row.cells[Attendance::minutes]
                .parse()
                .unwrap_or_else(|_| length(session)),
            _ => 0,
        };
        *present.entry(row.cells[Attendance::staff].clone()).or_default() += minutes;
    }
    let all = recorded.into_iter().map(length).sum();
    let minimum = training.minimum_attendance.unwrap_or(rule.minimum_percent);
    let earned = present.into_iter().filter_map(|(id, minutes)| {
        let part = rule.earned(training.jp.value, minimum, (minutes, all))?;
        (part < training.jp.value).then(|| (id, part.to_string()))
    });
    earned.collect()
}
