//! `add`, `set` and `remove` of a table.

use super::{given, month};
use crate::change::{Draft, row};
use crate::clerk;
use crate::records::table::Table;
use crate::session::{Exit, Session};
use crate::words::change::Slip;
use clap::ArgMatches;

/// `bina SUBJECT add KEY… --column value…`.
pub(super) fn add(table: &Table, matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let when = (session.today, month(matches, session)?);
    let mut draft = Draft::new(&directory);
    let key = row::add(&mut draft, table, &given(table, matches), when, &mut |length| {
        session.mint(length)
    });
    // Only a key that stands in one cell is an id that another command takes.
    let ids = if key.len() == 1 { key } else { Vec::new() };
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &ids)
}

/// `bina SUBJECT set KEY… --column value…`.
pub(super) fn set(table: &Table, matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let (keys, values): (Vec<_>, Vec<_>) = given(table, matches)
        .into_iter()
        .partition(|value| table.columns[value.column].key);
    if values.is_empty() {
        draft.refuse("", Slip::NothingGiven);
    }
    let key = row::key(&mut draft, table, &keys);
    if draft.is_good() {
        row::set(&mut draft, table, &key, &values);
    }
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[])
}

/// `bina SUBJECT remove KEY…`.
pub(super) fn remove(table: &Table, matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let key = row::key(&mut draft, table, &given(table, matches));
    if draft.is_good() {
        row::remove(&mut draft, table, &key);
    }
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[])
}
