//! The one door through which verbs record something in a row that is there.
//!
//! What is empty is filled, the same again changes nothing, and what is recorded otherwise stays: it is refused with the
//! old and the new value, unless it is corrected on purpose.

use super::{Draft, Given, Record, row};
use crate::records::cell::{Cell, Domain};
use crate::records::code::{MentoringStatus, ParticipationStatus};
use crate::records::competence::mentoring;
use crate::records::number::Dec;
use crate::records::table::Schema;
use crate::records::taking_part::{Attendance, Participation, participation};
use crate::words::change::Slip;

/// Something that a verb would record: the name of its place, what stands there, and what would.
pub struct Statement<'e> {
    /// The column or field.
    pub name: &'e str,
    /// What is recorded; empty for nothing.
    pub known: &'e str,
    /// What would be recorded.
    pub new: &'e str,
}

/// What stands for nothing.
const NOTHING: &str = "-";

/// Whether all statements may be written; what is recorded otherwise is refused in one sentence, unless `corrects`.
pub fn admit(draft: &mut Draft<'_>, argument: &str, statements: &[Statement<'_>], corrects: bool) -> bool {
    let admitted = admissible(statements, corrects);
    draft.accept(argument, admitted).is_some()
}

/// The same, with the refusal as a value.
fn admissible(statements: &[Statement<'_>], corrects: bool) -> Result<(), Slip> {
    let stands = |stated: &&Statement<'_>| !stated.known.is_empty() && stated.known != stated.new;
    let shown = |text: &str| if text.is_empty() { NOTHING } else { text }.to_owned();
    let differences: Vec<String> = statements
        .iter()
        .filter(stands)
        .map(|Statement { name, known, new }| format!("`{name}` {known} → {}", shown(new)))
        .collect();
    if corrects || differences.is_empty() {
        return Ok(());
    }
    let differences = differences.join("; ");
    Err(Slip::RecordedOtherwise { differences })
}

/// How a verb comes to a row.
#[derive(Clone, Copy)]
pub struct Door<'d> {
    /// What a refusal begins with: the argument, or whom it is about.
    pub argument: &'d str,
    /// Whether what is recorded is corrected on purpose.
    pub corrects: bool,
}

/// Records what was typed in a row of a file; `None` when a cell does not take it.
pub fn fill(
    draft: &mut Draft<'_>,
    place: (&Schema, &str),
    row: &Record,
    door: Door<'_>,
    given: &[Given],
) -> Option<()> {
    let mut cells = row.cells.clone();
    row::fill(draft, place.0, given, &mut cells);
    if !draft.is_good() {
        return None;
    }
    let columns = given.iter().map(|given| given.column);
    let values: Vec<(usize, String)> = columns.map(|column| (column, cells[column].clone())).collect();
    record(draft, place, row, door, &values);
    Some(())
}

/// Records values, by column, in a row of a file.
pub fn record(
    draft: &mut Draft<'_>,
    (table, file): (&Schema, &str),
    row: &Record,
    door: Door<'_>,
    values: &[(usize, String)],
) {
    let new = news(table, &row.cells, values, door.corrects);
    let Some(new) = draft.accept(door.argument, new) else {
        return;
    };
    let mut cells = row.cells.clone();
    for (column, new) in new {
        cells[*column].clone_from(new);
    }
    let (_, presences) = row::contradicted(draft, (table, file), &row.cells, &cells);
    let sessions = presences.iter().map(|seen| &seen.cells[Attendance::session]);
    let sessions: Vec<String> = sessions.map(|session| format!("present {session}")).collect();
    let presences = sessions.iter().map(|name| Statement {
        name,
        known: "yes",
        new: "no",
    });
    let presences: Vec<Statement<'_>> = presences.collect();
    if admit(draft, door.argument, &presences, door.corrects) {
        row::rewrite(draft, (table, file), row, cells);
    }
}

/// Those of some values, by column, that are not recorded in a row already.
///
/// # Errors
/// What is recorded otherwise, unless it is corrected on purpose.
pub fn news<'v>(
    table: &Schema,
    cells: &[String],
    values: &'v [(usize, String)],
    corrects: bool,
) -> Result<Vec<&'v (usize, String)>, Slip> {
    let new: Vec<&(usize, String)> = values
        .iter()
        .filter(|(column, new)| !is_same(table, *column, &cells[*column], new))
        .collect();
    let entries: Vec<Statement<'_>> = new
        .iter()
        .filter(|(column, _)| !is_open(table, *column, &cells[*column]))
        .map(|(column, new)| Statement {
            name: &table.columns[*column].name,
            known: match says_always(table, *column, cells) {
                true => NOTHING,
                false => &cells[*column],
            },
            new,
        })
        .collect();
    admissible(&entries, corrects).map(|()| new)
}

/// That a row keeps what it says.
///
/// # Errors
/// What would be emptied, unless it is corrected on purpose.
pub fn keeps(table: &Schema, before: &[String], after: &[String], corrects: bool) -> Result<(), Slip> {
    let cells = table.columns.iter().zip(before.iter().zip(after));
    let emptied: Vec<Statement<'_>> = cells
        .filter(|(_, (_, new))| new.is_empty())
        .map(|(column, (known, new))| Statement {
            name: &column.name,
            known,
            new,
        })
        .collect();
    admissible(&emptied, corrects)
}

/// Whether a cell says what is recorded already: as text, or as a number that is written otherwise.
fn is_same(table: &Schema, column: usize, known: &str, new: &str) -> bool {
    let number = |text: &str| <Dec as Cell>::parse(text).ok();
    known == new
        || (table.columns[column].kind == Domain::Dec
            && number(known).is_some_and(|known| number(new) == Some(known)))
}

/// Whether a cell that is empty says something: that it was so from the beginning, which a day there would change.
fn says_always(table: &Schema, column: usize, cells: &[String]) -> bool {
    let is_participation = table.name == participation.name;
    let is_verified = column == Participation::verified && !cells[Participation::verified_by].is_empty();
    let is_dated = row::known_column(table) == Some(column)
        || is_participation && (column == Participation::enrolled || is_verified);
    is_dated && cells[column].is_empty()
}

/// Whether a cell says only what is still to come, so that what came of it takes its place.
fn is_open(table: &Schema, column: usize, cell: &str) -> bool {
    if table.columns[column].name != "status" {
        return false;
    }
    match &*table.name {
        name if name == participation.name => {
            ParticipationStatus::parse(cell).is_ok_and(ParticipationStatus::is_open)
        }
        name if name == mentoring.name => cell == MentoringStatus::Running.code(),
        _ => false,
    }
}
