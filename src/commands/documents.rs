//! What the subjects kept as documents have alike: their list on the screen, and one document as it stands.

use super::arguments::{listing_form, output};
use crate::change::Draft;
use crate::clerk;
use crate::listing::{self, WIDEST};
use crate::render::Listing;
use crate::session::{Exit, Session};
use crate::words::{Lang, Phrase};
use clap::{Arg, ArgMatches};

/// The help of `--month` where the ids begin with it.
const MONTH: Phrase = Phrase {
    id: "Hanya bulan ini, menurut id: 2026-10, this-month, atau last-month",
    en: "This month of the ids only: 2026-10, this-month or last-month",
};

/// The arguments of a list of documents whose ids begin with a month.
pub(super) fn by_month(lang: Lang) -> [Arg; 2] {
    let month = Arg::new("month").long("month").value_name("YYYY-MM");
    [month.help(MONTH.get(lang)), output(lang)]
}

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
