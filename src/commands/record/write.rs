//! `add`, `set` and `remove` of a table.

use super::{given, month};
use crate::change::{listed, rename, row};
use crate::commands::verb::{NEW, OF_ADDITIONS, change};
use crate::records::table::Schema;
use crate::session::{Exit, Session};
use crate::words::change::Slip;
use clap::ArgMatches;

/// `bina SUBJECT add KEY… --column value…`.
pub(super) fn add(table: &Schema, matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let (given, month) = (given(table, matches), month(matches, session)?);
    change((&OF_ADDITIONS, matches), session, |draft, request| {
        for (number, column) in table.columns.iter().enumerate() {
            let typed = given.iter().filter(|value| value.column == number);
            let texts = typed.map(|value| value.text.clone()).collect();
            request.take(&column.name, row::argument(column), texts);
        }
        listed::add(draft, request, &[], |draft, request| {
            let columns = table.columns.iter().enumerate();
            let columns: Vec<(usize, &str)> =
                columns.map(|(number, column)| (number, &*column.name)).collect();
            row::add(draft, table, &request.given(&columns), month, request)
        })
    })
}

/// `bina SUBJECT set KEY… --column value…`.
pub(super) fn set(table: &Schema, matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let given = given(table, matches).into_iter();
    let (keys, values): (Vec<_>, Vec<_>) = given.partition(|value| table.columns[value.column].key);
    change((&[], matches), session, |draft, _| {
        if values.is_empty() {
            draft.refuse("", Slip::NothingGiven);
        }
        let key = row::key(draft, table, &keys)?;
        row::set(draft, table, &key, &values)
    })
}

/// `bina SUBJECT rename KEY NEW`.
pub(super) fn rename(
    table: &Schema,
    matches: &ArgMatches,
    session: &mut Session<'_>,
) -> anyhow::Result<Exit> {
    let given = given(table, matches);
    change((&[&NEW], matches), session, |draft, request| {
        let key = row::key(draft, table, &given)?;
        rename::row(draft, table, &key, request.text(NEW.name))
    })
}

/// `bina SUBJECT remove KEY…`.
pub(super) fn remove(
    table: &Schema,
    matches: &ArgMatches,
    session: &mut Session<'_>,
) -> anyhow::Result<Exit> {
    let given = given(table, matches);
    change((&[], matches), session, |draft, _| {
        let key = row::key(draft, table, &given)?;
        row::remove(draft, table, &key)
    })
}
