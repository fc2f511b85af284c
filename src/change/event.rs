//! What happens to a row on a day: the day as it was typed, once only, and not before what must come first.

use super::row::{self, Given};
use super::{Draft, Record};
use crate::records::cell::Cell;
use crate::records::table::Table;
use crate::records::time::Day;
use crate::words::as_typed;
use crate::words::change::{Note, Slip};

/// The day that was typed behind `argument`, or `today` where none was. One that lies ahead is noted: what happened
/// rarely does.
pub(super) fn day(draft: &mut Draft<'_>, argument: &str, typed: Option<&str>, today: Day) -> Option<Day> {
    let day = match typed {
        None => today,
        Some(text) => parsed(draft, argument, text)?,
    };
    if day > today {
        let day = day.to_string();
        draft.note(Note::DayAhead { day });
    }
    Some(day)
}

/// The day that was typed behind `argument`.
pub(super) fn parsed(draft: &mut Draft<'_>, argument: &str, typed: &str) -> Option<Day> {
    let day = <Day as Cell>::parse(typed.trim());
    day.map_err(|problem| draft.refuse(argument, problem)).ok()
}

/// The day in a column of a row; `None` where it is empty.
pub(super) fn known(table: &Table, row: &Record, column: &str) -> Option<Day> {
    Day::parse(row.get(table, column))
}

/// Refuses a day of `column` that comes before that of any other column named.
pub(super) fn refuse_before(
    draft: &mut Draft<'_>,
    (table, row): (&Table, &Record),
    (column, day): (&str, Day),
    others: &[&str],
) {
    let latest = others
        .iter()
        .filter_map(|other| known(table, row, other).map(|than| (than, *other)))
        .max_by_key(|(than, _)| *than);
    if let Some(latest) = latest.filter(|(than, _)| day < *than) {
        refuse_order(draft, "--on", (column, day), (latest.1, latest.0));
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

/// Refuses to write something else where something stands: what happened once is not overwritten by the way, not even
/// on the same day. The same again, and what was still empty, pass.
pub(super) fn refuse_recorded(draft: &mut Draft<'_>, (table, row): (&Table, &Record), given: &[Given]) {
    let mut flags = String::new();
    let mut first = None;
    for value in given {
        let (column, known) = (&table.columns[value.column], &row.cells[value.column]);
        // What the cell does not take is refused where it is filled.
        let differs = row::plain(draft, table, column, &value.text).is_ok_and(|text| text != *known);
        if differs && !known.is_empty() {
            flags += &format!(" {} {}", row::argument(column), as_typed(&value.text));
            first.get_or_insert((value.argument.clone(), column.name.to_string(), known.clone()));
        }
    }
    if let Some((argument, column, known)) = first {
        let fix = format!("bina {} set {}{flags}", table.one, row::key_text(row.key(table)));
        draft.refuse(argument, Slip::EventRecorded { column, known, fix });
    }
}

/// Values for the columns of a table, each with the argument that it was typed behind; those not typed are left out.
pub(super) fn given(table: &Table, values: &[(&str, &str, Option<&str>)]) -> Vec<Given> {
    let given = values.iter().filter_map(|(column, argument, text)| {
        Some(Given {
            column: table.column(column)?,
            argument: (*argument).to_owned(),
            text: (*text)?.to_owned(),
        })
    });
    given.collect()
}
