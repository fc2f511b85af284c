//! `bina training list|show`: the programmes, and one of them.

use crate::change::{Draft, candidates, programme};
use crate::commands::arguments::{month, typed};
use crate::commands::documents;
use crate::session::{Exit, Session};
use clap::ArgMatches;

/// Prints the programmes of a month, or of all.
pub(super) fn list(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let month = month(matches, session)?;
    let mut draft = Draft::new(&directory);
    let names = [
        "id",
        "start",
        "end",
        "status",
        "jp",
        "participants",
        "title",
        "method",
        "mode",
    ];
    let mut rows = Vec::new();
    for id in candidates::training_ids(&mut draft, month) {
        if let Some(known) = programme::open(&mut draft, &id) {
            let count = programme::participants(&mut draft, &known).len();
            rows.push(row(&known, count));
        }
    }
    documents::list(&draft, &names, rows, (matches, session))
}

fn row(known: &programme::Programme, count: usize) -> Vec<String> {
    let training = &known.training;
    vec![
        known.id.clone(),
        training.start.value.to_string(),
        training.end.value.to_string(),
        training.status.value.code().to_owned(),
        training.jp.value.to_string(),
        count.to_string(),
        training.title.clone(),
        training.method.code().to_owned(),
        training.mode.code().to_owned(),
    ]
}

/// Prints one document.
pub(super) fn show(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let known = programme::open(&mut draft, typed(matches, "training").unwrap_or_default());
    let file = known.as_ref().map(|known| &*known.file);
    documents::show(&mut draft, file, session)
}
