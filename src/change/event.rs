//! What happens to a row on a day, as data: recorded once, and not before what must come first.

use super::entry::{self, Door};
use super::{Draft, Given, Record, Request, row};
use crate::records::table::Schema;
use crate::records::time::Day;
use crate::words::change::Slip;

/// Something that happens to a row, with the day in a column of its own.
pub struct Event {
    /// The table of the row.
    pub table: &'static Schema,
    /// The column of the day; it is typed behind `--on`, and is today when it is not.
    pub day: usize,
    /// The columns whose days must not lie later.
    pub after: &'static [usize],
    /// The other columns that it fills, each with the argument whose text it takes.
    pub sets: &'static [(usize, &'static str)],
    /// Finds the row that was meant, on the day.
    pub find: fn(&mut Draft<'_>, &Event, &Request<'_>, Day) -> Option<Record>,
    /// What else must hold, and what else changes; `None` when there is no more to say.
    pub judge: fn(&mut Draft<'_>, &mut Case, &Request<'_>) -> Option<()>,
}

impl Event {
    /// The plain one: to the row whose id was typed, and nothing else must hold.
    pub const fn of(table: &'static Schema, day: usize) -> Event {
        Event {
            table,
            day,
            after: &[],
            sets: &[],
            find: |draft, event, request, _| {
                let key = [request.text("id").to_owned()];
                row::found(draft, event.table, &key).map(|(_, row)| row)
            },
            judge: |_, _, _| Some(()),
        }
    }
}

/// An event as it would be recorded in one row.
pub struct Case {
    /// The row as it stands.
    pub row: Record,
    /// The day.
    pub day: Day,
    /// What would be written, the day first.
    pub given: Vec<Given>,
}

/// Records the event.
pub fn record(draft: &mut Draft<'_>, event: &Event, request: &Request<'_>) -> Option<()> {
    let day = request.day(draft, "on");
    let row = (event.find)(draft, event, request, day.unwrap_or(request.today));
    let (row, day) = (row?, day?);
    let mut given = vec![Given::of(event.day, "--on", &day.to_string())];
    given.extend(request.given(event.sets));
    let mut case = Case { row, day, given };
    (event.judge)(draft, &mut case, request)?;
    refuse_before(draft, event.table, &case, event.after);
    // That it is typed today says nothing about a day that is recorded.
    if !case.row.cells[event.day].is_empty() && !request.has("on") {
        case.given.remove(0);
    }
    let (file, _) = row::found(draft, event.table, case.row.key(event.table))?;
    let door = Door {
        argument: &row::key_text(case.row.key(event.table)),
        corrects: request.has("correct"),
    };
    entry::fill(draft, (event.table, &file), &case.row, door, &case.given)
}

/// The day in a column of a row; `None` where it is empty.
pub(super) fn known(row: &Record, column: usize) -> Option<Day> {
    Day::parse(&row.cells[column])
}

/// Refuses a day that comes before that of any column named.
pub(super) fn refuse_before(draft: &mut Draft<'_>, table: &Schema, case: &Case, others: &[usize]) {
    let days = others
        .iter()
        .filter_map(|other| Some((known(&case.row, *other)?, *other)));
    let latest = days.max_by_key(|(than, _)| *than);
    if let Some((than, other)) = latest.filter(|(than, _)| case.day < *than) {
        let name = |column: usize| &*table.columns[column].name;
        let own = name(case.given[0].column);
        refuse_order(draft, "--on", (own, case.day), (name(other), than));
    }
}

/// Refuses a day that comes before another.
pub(super) fn refuse_order(
    draft: &mut Draft<'_>,
    argument: &str,
    (column, day): (&str, Day),
    (other, than): (&str, Day),
) {
    let slip = Slip::EventOrder {
        column: column.to_owned(),
        day: day.to_string(),
        other: other.to_owned(),
        than: than.to_string(),
        argument: argument.to_owned(),
    };
    draft.refuse(argument, slip);
}
