//! The history of one person as a value.

use crate::records;
use crate::records::cell::Domain;
use crate::records::competence::competencies;
use crate::records::organisation::{Staff, staff};
use crate::records::table::Schema;
use crate::records::time::Day;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The version of the file that this program writes and reads.
pub(super) const VERSION: i64 = 1;

/// The tables of the file, from their declarations: the catalogue of competencies, and every table whose rows are
/// about a person. One that is named by rows of another stands before it.
pub(super) static TABLES: LazyLock<Vec<&'static Schema>> = LazyLock::new(|| {
    let declared = records::TABLES.iter().copied();
    let about = declared.filter(|table| !links(table).is_empty());
    [&competencies].into_iter().chain(about).collect()
});

/// The columns by which the rows of a table are about a person, with the table that each names: the person's own id,
/// and what must name a person or a row about one.
fn links(table: &Schema) -> Vec<(usize, &'static str)> {
    if table.name == staff.name {
        return vec![(Staff::id, "staff")];
    }
    let is_about = |name: &str| records::table(name).is_some_and(|table| !links(table).is_empty());
    let columns = table.columns.iter().enumerate();
    let named = columns.filter_map(|(index, column)| Some((index, column.refers?)));
    named
        .filter(|(index, name)| !table.columns[*index].optional && is_about(name))
        .collect()
}

/// Who moves, from where, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Departure {
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
    pub(super) head: Departure,
    /// The names of others whom the rows mention, by id.
    pub(super) people: BTreeMap<String, String>,
    /// The titles of programmes, by id.
    pub(super) trainings: BTreeMap<String, String>,
    /// The rows, by the name of their table.
    pub(super) rows: BTreeMap<String, Vec<Line>>,
}

impl Bundle {
    /// The rows of a table.
    pub(super) fn of(&self, table: &Schema) -> &[Line] {
        self.rows.get(&*table.name).map_or(&[], Vec::as_slice)
    }

    /// Whether a row of a table is about the person, or belongs to a row that is.
    pub(super) fn is_about(&self, table: &Schema) -> impl Fn(&[String]) -> bool {
        let links = links(table);
        move |cells| {
            links.iter().any(|(column, target)| match *target {
                "staff" => cells[*column] == self.head.person,
                target => {
                    let mut rows = self.rows.get(target).into_iter().flatten();
                    rows.any(|row| row.cells[Schema::FIRST] == cells[*column])
                }
            })
        }
    }

    /// Every cell of a kind, with the table and the column that it stands in.
    pub(super) fn cells(&self, is_meant: fn(Domain, Option<&str>) -> bool) -> impl Iterator<Item = &str> {
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
