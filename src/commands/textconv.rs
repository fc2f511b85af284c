//! `bina textconv`: a file of records as git shows it: a line a cell, in the words of the records.

use super::arguments::typed;
use super::verb::{Act, verbs};
use crate::files::edit::Folio;
use crate::files::input;
use crate::merge::blocks::{self, Block};
use crate::records::TABLES;
use crate::records::table::Schema;
use crate::records::word::Code;
use crate::session::{Exit, Session};
use clap::ArgMatches;
use std::fmt::Write as _;

verbs! {
    "" "textconv" "jadi-teks", id "Menampilkan berkas catatan dengan satu baris per sel; dipanggil oleh git diff, git log -p, dan git blame", en "Shows a record file with a line for each cell; git diff, git log -p and git blame call it" {
        [Place "file" "FILE", id "Berkasnya", en "The file"]
    } Act::Run(run), "bina textconv staff.csv";
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let name = typed(matches, "file").unwrap_or_default();
    let bytes = input::bytes(&session.here.join(name)).map_err(|error| session.unwritten(name, &error))?;
    let shown = std::str::from_utf8(&bytes)
        .ok()
        .and_then(|text| shown(text, session));
    // Answers and documents are shown as they stand.
    session
        .out
        .write_all(shown.as_deref().map_or(&bytes, str::as_bytes))?;
    Ok(Exit::Done)
}

/// A text with its rows in their words, also between marks; `None` where it is of no table.
fn shown(text: &str, session: &Session<'_>) -> Option<String> {
    let heading = text.split_inclusive('\n').next()?;
    let (table, _) = TABLES.iter().find_map(|table| folio(table, heading))?;
    let rows = |rows: &str| {
        Some(told(
            table,
            &folio(table, &format!("{heading}{rows}"))?.1,
            session,
        ))
    };
    let mut out = String::new();
    for block in blocks::cut(&text[heading.len()..])? {
        match block {
            Block::Text(text) => out += &rows(&text)?,
            Block::Clash { here, there, .. } => {
                let [before, _, between, behind] = blocks::MARKS;
                out += &format!("{before}\n{}{between}\n{}{behind}\n", rows(&here)?, rows(&there)?);
            }
        }
    }
    Some(out)
}

/// The rows of a text, where its heading is that of the table and of no other: git does not say whose file it is.
fn folio<'t>(table: &'t Schema, text: &str) -> Option<(&'t Schema, Folio<'t>)> {
    let folio = Folio::parse(table, Some(text)).ok()?;
    let is_required = |at: &usize| !table.columns[*at].optional;
    let has_all = (0..table.columns.len())
        .filter(is_required)
        .all(|at| folio.has(at));
    has_all.then_some((table, folio))
}

/// A paragraph a row: what it is, and its cells that are not empty.
fn told(table: &Schema, folio: &Folio<'_>, session: &Session<'_>) -> String {
    let mut out = String::new();
    for row in 0..folio.len() {
        let cells = folio.cells(row);
        // Writing into a String cannot fail.
        let _ = writeln!(out, "{}:{}", table.one, cells[..table.keys()].join("/"));
        let declared = table.columns.iter().zip(&cells).skip(table.keys());
        let declared = declared.map(|(column, cell)| {
            let told = Code::told(column.kind.codes(), cell, session.lang);
            (column.name.to_string(), told)
        });
        for (name, cell) in declared
            .chain(folio.own(row))
            .filter(|(_, cell)| !cell.is_empty())
        {
            let cell = cell.replace(['\n', '\r'], " ");
            let _ = writeln!(out, "  {name}: {cell}");
        }
    }
    out
}
