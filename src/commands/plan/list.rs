//! `bina plan list|show`: the plans, and one of them.

use crate::change::{Draft, yearly};
use crate::clerk;
use crate::commands::arguments::typed;
use crate::commands::documents;
use crate::files::Directory;
use crate::load;
use crate::session::{Exit, Session};
use clap::ArgMatches;

/// Prints the plans.
pub(super) fn list(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let names = load::names(&directory, "plans", ".toml", &mut draft.findings);
    let mut rows = Vec::new();
    for year in names.iter().filter_map(|name| name.parse().ok()) {
        if let Some(plan) = load::plan(&directory, year, &mut draft.findings) {
            rows.push(vec![
                year.to_string(),
                plan.goal.len().to_string(),
                plan.item.len().to_string(),
                plan.title,
                plan.decree.unwrap_or_default(),
            ]);
        }
    }
    let names = ["year", "goals", "items", "title", "decree"];
    documents::list(&draft, &names, rows, (matches, session))
}

/// The year that was typed.
///
/// # Errors
/// When it is none.
pub(super) fn asked(
    directory: &Directory,
    matches: &ArgMatches,
    session: &mut Session<'_>,
) -> anyhow::Result<i32> {
    let mut draft = Draft::new(directory);
    let year = yearly::year(&mut draft, typed(matches, "year").unwrap_or_default());
    clerk::refuse(&draft, session)?;
    Ok(year.unwrap_or_default())
}

/// Prints one document.
pub(super) fn show(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let year = asked(&directory, matches, session)?;
    let mut draft = Draft::new(&directory);
    let file = yearly::open(&mut draft, year).map(|_| yearly::file(year));
    documents::show(&mut draft, file.as_deref(), session)
}
