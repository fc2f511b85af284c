//! `bina textconv`: a file of records as git shows it: a line a cell, in the words of the records.

use super::arguments::typed;
use super::verb::{Act, verbs};
use crate::files::edit::Folio;
use crate::files::input;
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
    let text = std::str::from_utf8(&bytes).ok();
    let folio = text.and_then(|text| TABLES.iter().find_map(|table| folio(table, text)));
    match folio {
        Some((table, folio)) => session.out.write_all(told(table, &folio, session).as_bytes())?,
        // Answers and documents are shown as they stand.
        None => session.out.write_all(&bytes)?,
    }
    Ok(Exit::Done)
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
