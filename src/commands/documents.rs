//! What the subjects kept as documents have alike: their list on the screen, and one document as it stands.

use super::arguments::listing_form;
use crate::change::Draft;
use crate::clerk;
use crate::listing::{self, WIDEST};
use crate::render::Listing;
use crate::session::{Exit, Session};
use clap::ArgMatches;

/// Prints the rows under their headings, unless the records are broken. The first column is the key.
pub(super) fn list(
    draft: &Draft<'_>,
    names: &[&str],
    rows: Vec<Vec<String>>,
    (matches, session): (&ArgMatches, &mut Session<'_>),
) -> anyhow::Result<Exit> {
    clerk::refuse(draft, session)?;
    let listing = Listing {
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        keys: 1,
        widest: WIDEST,
        rows,
    };
    listing::print(&listing, listing_form(matches), session)?;
    Ok(Exit::Done)
}

/// Prints a document as it stands in its file; `None` when it was refused.
pub(super) fn show(
    draft: &mut Draft<'_>,
    file: Option<&str>,
    session: &mut Session<'_>,
) -> anyhow::Result<Exit> {
    let text = file.and_then(|file| draft.text(file));
    clerk::refuse(draft, session)?;
    write!(session.out, "{}", text.unwrap_or_default())?;
    Ok(Exit::Done)
}
