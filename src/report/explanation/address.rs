//! The addresses of figures: `table/row/column`.

use super::super::model::{Report, TOTAL, Table, Value};
use crate::measure::meaning::{How, Meaning, Question};
use crate::records::table::nearest;
use crate::words::report_explanation::AddressText;

/// A figure of a report.
#[derive(Clone, Copy, Debug)]
pub struct Found<'r> {
    /// Its table.
    pub table: &'r Table,
    /// The number of its row.
    pub row: usize,
    /// The number of its column.
    pub column: usize,
}

/// What an address means.
#[derive(Debug)]
pub enum Meant<'r> {
    /// One figure.
    Figure(Found<'r>),
    /// All figures whose addresses begin so.
    Under(Vec<Found<'r>>),
}

impl<'r> Found<'r> {
    /// Its value.
    pub fn value(&self) -> &Value {
        &self.table.rows[self.row][self.column]
    }

    /// The address of its row in the table.
    pub fn row_address(&self) -> String {
        self.table.addresses().swap_remove(self.row)
    }

    /// Its whole address.
    pub fn address(&self) -> String {
        address(self.table, &self.row_address(), self.column)
    }

    /// What it means; `None` where nobody said.
    pub fn meaning(&self) -> Option<Meaning> {
        self.table.columns[self.column].meaning(&self.row_address())
    }

    /// What must be asked to explain it; `None` where nobody said what it means.
    pub fn question(&self) -> Option<Question> {
        let meaning = self.meaning()?;
        let mut question = Question::new(meaning, self.table.id, self.table.asked(self.row));
        // What comes from other figures rests on what they rest on.
        let others = self.others(meaning.how).into_iter();
        for other in others.filter_map(|other| other.question()) {
            question.rest_on(other);
        }
        Some(question)
    }

    /// The other figures that a figure comes from, counted so.
    pub fn others(&self, how: How) -> Vec<Found<'r>> {
        match how {
            How::From(columns) => self.in_columns(columns),
            How::Change(_) => self.in_windows(),
            _ => Vec::new(),
        }
    }

    /// The figures in other columns of its row.
    fn in_columns(&self, columns: &[&str]) -> Vec<Found<'r>> {
        let numbers = columns.iter().filter_map(|id| self.table.column(id));
        numbers.map(|column| Found { column, ..*self }).collect()
    }

    /// Of a change between two windows: the figures of the windows.
    pub fn in_windows(&self) -> Vec<Found<'r>> {
        let addresses = self.table.addresses();
        let own = &addresses[self.row];
        let stem = own.strip_suffix("change").unwrap_or(own);
        let window = |name: &str| {
            let wanted = format!("{stem}{name}");
            let row = addresses.iter().position(|address| *address == wanted)?;
            Some(Found { row, ..*self })
        };
        ["before", "after"].into_iter().filter_map(window).collect()
    }

    /// The address of the figure in another column of its row.
    pub fn beside(&self, column: &str) -> String {
        format!("{}/{}/{column}", self.table.id, self.row_address())
    }
}

pub(super) fn address(table: &Table, row: &str, column: usize) -> String {
    format!("{}/{row}/{}", table.id, table.columns[column].id)
}

/// All figures of a table; `is_row` chooses rows by their address.
fn figures<'r>(table: &'r Table, is_row: &dyn Fn(&str) -> bool) -> Vec<Found<'r>> {
    let rows = table.addresses();
    let rows = rows.iter().enumerate().filter(|(_, row)| is_row(row));
    rows.flat_map(|(row, _)| (0..table.columns.len()).map(move |column| Found { table, row, column }))
        .filter(|found| found.value().is_figure())
        .collect()
}

/// What was typed, among the figures of a report. Nothing typed means every figure; a table, or a table and a row,
/// mean all that stands there. A refusal says what to type: `command` and an address.
///
/// # Errors
/// When there is no such table, row or figure.
pub fn look_up<'r>(report: &'r Report, typed: &str, command: &str) -> Result<Meant<'r>, AddressText> {
    let (id, rest) = typed.split_once('/').unwrap_or((typed, ""));
    if id.is_empty() {
        let all = report.tables().flat_map(|table| figures(table, &|_| true));
        return Ok(Meant::Under(all.collect()));
    }
    let Some(table) = report.tables().find(|table| table.id == id) else {
        let mut ids = report.tables().map(|table| table.id);
        let longer = ids.find(|known| known.starts_with(id));
        let ids = report.tables().map(|table| table.id);
        return Err(AddressText::NoTable {
            table: id.to_owned(),
            nearest: longer.unwrap_or_else(|| nearest(id, ids)).to_owned(),
            command: command.to_owned(),
        });
    };
    if rest.is_empty() {
        return Ok(Meant::Under(figures(table, &|_| true)));
    }
    let rows = table.addresses();
    let is_row = |row: &str| rows.iter().any(|known| known == row_of(row));
    match rest.rsplit_once('/').map(|(row, id)| (row, id, table.column(id))) {
        Some((row, _, Some(column))) => return figure(table, (row, column), typed, command),
        Some((row, id, None)) if is_row(row) && !is_row(rest) => {
            return Err(no_column(table, row, id, command));
        }
        _ => {}
    }
    // A row whose address is longer: `satisfaction_by_aspect/2026-10/pelayanan-prima` has one row an aspect.
    let longer = format!("{rest}/");
    match figures(table, &|row| row == row_of(rest) || row.starts_with(&longer)) {
        found if found.is_empty() => Err(no_row(table, rest, command)),
        found => Ok(Meant::Under(found)),
    }
}

/// The address of a row as it was typed.
fn row_of(typed: &str) -> &str {
    if typed == "total" { TOTAL } else { typed }
}

fn no_column(table: &Table, row: &str, column: &str, command: &str) -> AddressText {
    let ids = table.columns.iter().map(|column| column.id);
    AddressText::NoColumn {
        address: format!("{}/{row}", table.id),
        column: column.to_owned(),
        nearest: nearest(column, ids).to_owned(),
        command: command.to_owned(),
    }
}

fn no_row(table: &Table, row: &str, command: &str) -> AddressText {
    AddressText::NoRow {
        table: table.id.to_owned(),
        row: row.to_owned(),
        command: command.to_owned(),
    }
}

fn figure<'r>(
    table: &'r Table,
    (row, column): (&str, usize),
    typed: &str,
    command: &str,
) -> Result<Meant<'r>, AddressText> {
    let asked = row_of(row);
    let row = table.addresses().iter().position(|known| known == asked);
    let row = row.ok_or_else(|| no_row(table, asked, command))?;
    let found = Found { table, row, column };
    match found.value().is_words() {
        true => Err(AddressText::NoFigure {
            address: typed.to_owned(),
            command: command.to_owned(),
        }),
        false => Ok(Meant::Figure(found)),
    }
}
