//! `bina SUBJECT list`: the rows of a table, some of them, as a table, CSV or JSON.

use super::month;
use crate::change::Draft;
use crate::clerk;
use crate::commands::arguments::listing_form;
use crate::files::csv::RawRow;
use crate::listing;
use crate::records::table::{Schema, nearest};
use crate::session::{Exit, Session};
use crate::words::change::Slip;
use clap::ArgMatches;

/// Prints the rows that are asked for.
pub(super) fn run(table: &Schema, matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let month = month(matches, session)?;
    let mut draft = Draft::new(&directory);
    let conditions = conditions(&mut draft, table, matches);
    clerk::refuse(&draft, session)?;

    let form = listing_form(matches);
    let is_meant = |row: &RawRow<'_>| conditions.iter().all(|condition| condition.holds(row));
    let mut listing = listing::of_table(&mut draft, table, month, form, is_meant);
    clerk::refuse(&draft, session)?;
    if !form.is_data {
        // What every row shares by the condition needs no column.
        let shared = conditions
            .iter()
            .filter_map(|condition| condition.column.as_ref().ok());
        listing.leave_out(&shared.copied().collect::<Vec<_>>());
    }
    listing::print(&listing, form, session)?;
    Ok(Exit::Done)
}

/// `column=value`.
struct Condition {
    /// The declared column, or the name of one of the user's own.
    column: Result<usize, String>,
    value: String,
}

impl Condition {
    fn holds(&self, row: &RawRow<'_>) -> bool {
        match &self.column {
            Ok(index) => row.cells.get(*index) == self.value,
            Err(own) => row.own().any(|one| one == (own, &self.value)),
        }
    }
}

/// The conditions of `--where`; a person may be named as everywhere.
fn conditions(draft: &mut Draft<'_>, table: &Schema, matches: &ArgMatches) -> Vec<Condition> {
    let mut conditions = Vec::new();
    for text in matches.get_many::<String>("where").into_iter().flatten() {
        match condition(draft, table, text) {
            Ok(condition) => conditions.push(condition),
            Err(reason) => draft.refuse("--where", reason),
        }
    }
    conditions
}

fn condition(draft: &mut Draft<'_>, table: &Schema, text: &str) -> Result<Condition, crate::change::Reason> {
    let (name, value) = text.split_once('=').ok_or_else(|| Slip::PairForm {
        text: text.to_owned(),
        form: "column=value".to_owned(),
    })?;
    let name = name.trim().replace('-', "_");
    let value = value.trim().to_owned();
    if name.starts_with("x_") {
        return Ok(Condition {
            column: Err(name),
            value,
        });
    }
    let index = table.column(&name).ok_or_else(|| Slip::ColumnNone {
        nearest: nearest(&name, table.columns.iter().map(|column| &*column.name)).to_owned(),
        column: name,
    })?;
    let value = match table.columns[index].refers {
        Some("staff") if !value.is_empty() => draft.people().find(&value)?.id.clone(),
        _ => table.columns[index].kind.meant(&value).to_owned(),
    };
    Ok(Condition {
        column: Ok(index),
        value,
    })
}
