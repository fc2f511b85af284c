//! The history of one person as a value.

use crate::records::cell::Kind;
use crate::records::competence::{assessments, certificates, competencies, mentoring, needs, sessions};
use crate::records::organisation::{contracts, education, postings, staff};
use crate::records::performance::{awards, evaluations, guidance};
use crate::records::table::Table;
use crate::records::taking_part::{attendance, participation};
use crate::records::time::Day;
use std::collections::BTreeMap;

/// The version of the file that this program writes and reads.
pub(super) const VERSION: i64 = 1;

/// The tables of the file. One that is named by rows of another stands before it.
pub(super) static TABLES: &[&Table] = &[
    &competencies,
    &staff,
    &postings,
    &contracts,
    &education,
    &assessments,
    &needs,
    &participation,
    &attendance,
    &mentoring,
    &sessions,
    &evaluations,
    &awards,
    &guidance,
    &certificates,
];

/// Who moves, from where, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// The name of the old office.
    pub(super) agency: String,
    /// The id of the person in the old office.
    pub(super) person: String,
    /// The name of the person, with titles.
    pub(super) name: String,
    /// The first day on which the person no longer works in the old office.
    pub(super) on: Day,
}

/// One row, with the line of the file on which it begins (0 for one that was never in a file).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The line.
    pub(super) line: usize,
    /// The cells by declared column.
    pub(super) cells: Vec<String>,
}

/// Everything that moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bundle {
    /// Who moves.
    pub(super) head: Head,
    /// The names of others whom the rows mention, by id.
    pub(super) people: BTreeMap<String, String>,
    /// The titles of programmes, by id.
    pub(super) trainings: BTreeMap<String, String>,
    /// The rows, by the name of their table.
    pub(super) rows: BTreeMap<String, Vec<Line>>,
}

impl Bundle {
    /// The rows of a table.
    pub(super) fn of(&self, table: &Table) -> &[Line] {
        self.rows.get(&*table.name).map_or(&[], Vec::as_slice)
    }

    /// Every cell of a kind, with the table and the column that it stands in.
    pub(super) fn cells(&self, is_meant: fn(Kind, Option<&str>) -> bool) -> impl Iterator<Item = &str> {
        TABLES.iter().flat_map(move |table| {
            let columns = (0..table.columns.len()).filter(move |&index| {
                let column = &table.columns[index];
                is_meant(column.kind, column.refers)
            });
            columns.flat_map(move |index| {
                let cells = self.of(table).iter().map(move |line| &*line.cells[index]);
                cells.filter(|cell| !cell.is_empty())
            })
        })
    }
}

/// Whether a row is about the person: the person's own, or of a pair that the person belongs to.
pub(super) fn is_about(table: &Table, cells: &[String], person: &str) -> bool {
    let names = |column: &str| {
        table
            .column(column)
            .and_then(|index| cells.get(index))
            .is_some_and(|cell| cell == person)
    };
    match &*table.name {
        "staff" => names("id"),
        "mentoring" => names("mentor") || names("mentee"),
        _ => names("staff"),
    }
}
