//! `bina import all`: a whole record directory that left comes back into a fresh one.

use super::TAKES;
use crate::change::Draft;
use crate::clerk;
use crate::commands::verb::{Argument, DRY_RUN};
use crate::files::{Directory, input, output};
use crate::intake::whole;
use crate::session::{Exit, Session};
use crate::sheets::exact::{self, ExactSheet};
use crate::words::Say;
use crate::words::change::Slip;
use crate::words::import::{Spot, Unfit, Unread};
use crate::words::screen::Screen;
use crate::words::trouble::Trouble;
use clap::ArgMatches;
use clap::parser::ValueSource;
use std::io::ErrorKind;
use std::path::Path;

/// What is typed in the place of a subject, in both languages.
pub(super) const NAMES: [&str; 2] = ["all", "semua"];

/// Brings a workbook or a folder of csv in. The directory may be one that does not exist yet.
pub(super) fn run(names: &[String], matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let [name] = names else {
        return Err(session.usage(&Screen::WholeFile));
    };
    let given = [&session.chosen, &session.fallback].into_iter().flatten().next();
    let root = match given {
        Some(root) => session.here.join(root),
        // Never a directory within another one.
        None => session.root().unwrap_or_else(|_| session.here.clone()),
    };
    let shown = root.display().to_string();
    let directory = Directory::open(&root).map_err(|error| session.unwritten(&shown, &error))?;
    let mut draft = Draft::new(&directory);
    let is_typed =
        |argument: &&&Argument| matches.value_source(argument.name) == Some(ValueSource::CommandLine);
    for argument in TAKES.iter().filter(is_typed) {
        let name = "all".to_owned();
        draft.refuse(format!("--{}", argument.name), Unfit::Idle { name });
    }
    let sheets = sheets(name, &mut draft, session);
    let notes = sheets.and_then(|sheets| whole::draft(&mut draft, name, &sheets));
    clerk::refuse(&draft, session)?;
    let dry_run = matches.get_flag(DRY_RUN.name);
    if !dry_run {
        output::folder(&root).map_err(|error| session.unwritten(&shown, &error))?;
    }
    let turn = clerk::take_turn(&root, session, dry_run)?;
    let exit = clerk::finish(&draft, session, turn)?;
    for note in notes.into_iter().flatten() {
        session.tell(&note)?;
    }
    Ok(exit)
}

/// The sheets of a workbook, or of a folder with a csv for each.
fn sheets(name: &str, draft: &mut Draft<'_>, session: &Session<'_>) -> Option<Vec<ExactSheet>> {
    let path = session.here.join(name);
    let unread = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => Slip::FileNone {
            name: name.to_owned(),
        },
        _ => Slip::FileUnreadable {
            name: name.to_owned(),
            reason: Trouble::of(&error).text(session.lang),
        },
    };
    if !path.is_dir() {
        let bytes = draft.accept("FILE", input::bytes(&path).map_err(unread))?;
        return draft.accept("FILE", exact::workbook(name, &bytes));
    }
    let files = draft.accept("FILE", input::files(&path, ".csv").map_err(unread))?;
    let read = files.into_iter().map(|(stem, bytes)| {
        let file = Path::new(name).join(format!("{stem}.csv")).display().to_string();
        let rows = exact::csv(&file, &bytes)?;
        let place = Spot {
            file: file.as_str().into(),
            ..Spot::default()
        };
        Ok(ExactSheet {
            name: stem,
            place,
            rows,
        })
    });
    let read: Result<Vec<ExactSheet>, Unread> = read.collect();
    draft.accept("FILE", read)
}
