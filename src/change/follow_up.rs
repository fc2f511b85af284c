//! What came of a guidance or an action: the day of its follow-up, and the result.

use super::{Draft, event, row};
use crate::records::performance::{actions, guidance};
use crate::records::table::Table;
use crate::records::time::Day;

/// Records the follow-up of the guidance `id`.
pub fn guided(draft: &mut Draft<'_>, id: &str, on: Option<&str>, result: &str, today: Day) {
    record(draft, (&guidance, "date", "followed_up"), id, (on, result), today);
}

/// Records that the action `id` is done.
pub fn done(draft: &mut Draft<'_>, id: &str, on: Option<&str>, result: &str, today: Day) {
    record(draft, (&actions, "opened", "done"), id, (on, result), today);
}

/// Writes day and result into the row; the day must not come before that of `begun`.
fn record(
    draft: &mut Draft<'_>,
    (table, begun, ended): (&'static Table, &str, &str),
    id: &str,
    (on, result): (Option<&str>, &str),
    today: Day,
) {
    let day = event::day(draft, "--on", on, today);
    let key = [id.to_owned()];
    let (Some((_, row)), Some(day)) = (row::found(draft, table, &key), day) else {
        return;
    };
    event::refuse_before(draft, (table, &row), (ended, day), &[begun]);
    let day = day.to_string();
    let values = [(ended, "--on", Some(&*day)), ("result", "--result", Some(result))];
    let given = event::given(table, &values);
    event::refuse_recorded(draft, (table, &row), &given);
    row::set(draft, table, &key, &given);
}
