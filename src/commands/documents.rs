//! What the subjects kept as documents have alike: their list on the screen, and one document as it stands.

use super::arguments::{listing_form, month, typed};
use crate::change::Draft;
use crate::change::paper::{self, Paper};
use crate::clerk;
use crate::listing::{self, WIDEST};
use crate::render::Listing;
use crate::session::{Exit, Session};
use clap::ArgMatches;

/// Prints the documents of a month, or all, by the columns of their kind.
pub(super) fn list<T: Paper>(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let month = month(matches, session)?;
    let mut draft = Draft::new(&directory);
    let mut rows = Vec::new();
    for id in paper::ids::<T>(&mut draft, month) {
        if let Some(one) = paper::found::<T>(&mut draft, &id) {
            let cells = T::COLUMNS.iter().map(|(_, cell)| cell(&one, &mut draft));
            rows.push(cells.collect());
        }
    }
    let names: Vec<&str> = T::COLUMNS.iter().map(|(name, _)| *name).collect();
    print(&draft, &names, rows, (matches, session))
}

/// Prints the rows under their headings, unless the records are broken. The first column is the key.
pub(super) fn print(
    draft: &Draft<'_>,
    names: &[&str],
    rows: Vec<Vec<String>>,
    (matches, session): (&ArgMatches, &mut Session<'_>),
) -> anyhow::Result<Exit> {
    clerk::refuse(draft, session)?;
    let listing = Listing {
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        keys: 1,
        kinds: Vec::new(),
        widest: WIDEST,
        rows: rows.into_iter().collect(),
    };
    listing::print(&listing, listing_form(matches), session)?;
    Ok(Exit::Done)
}

/// Prints a document as it stands in its file.
pub(super) fn show<T: Paper>(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let id = typed(matches, &T::LABEL.to_lowercase()).unwrap_or_default();
    let opened = paper::open::<T>(&mut draft, id);
    let text = opened.and_then(|opened| draft.text(&opened.file));
    clerk::refuse(&draft, session)?;
    write!(session.out, "{}", text.unwrap_or_default())?;
    Ok(Exit::Done)
}
