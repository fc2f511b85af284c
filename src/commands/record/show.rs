//! `bina SUBJECT show KEY…`: one row, a value a line with its meaning.

use super::given;
use crate::change::{Draft, row};
use crate::clerk;
use crate::diagnostic::visible;
use crate::records::table::Schema;
use crate::session::{Exit, Session};
use clap::ArgMatches;

/// Prints the row.
pub(super) fn run(table: &Schema, matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let key = row::key(&mut draft, table, &given(table, matches));
    let found = key.and_then(|key| row::found(&mut draft, table, &key));
    clerk::refuse(&draft, session)?;
    let Some((_, record)) = found else {
        return Ok(Exit::Usage);
    };
    let people = draft.people();
    let own = record.own.iter().map(|(name, _)| name.as_str());
    let names = table.columns.iter().map(|column| &*column.name).chain(own);
    let width = names.map(str::len).max().unwrap_or(0);
    for (column, cell) in table.columns.iter().zip(&record.cells) {
        let shown = match column.refers {
            Some("staff") if !cell.is_empty() => people.shown(cell),
            _ => cell.clone(),
        };
        let meaning = column.meaning(session.lang);
        writeln!(
            session.out,
            "{:width$}  {:30}  {meaning}",
            column.name,
            visible(&shown)
        )?;
    }
    for (name, cell) in &record.own {
        writeln!(session.out, "{name:width$}  {}", visible(cell))?;
    }
    Ok(Exit::Done)
}
