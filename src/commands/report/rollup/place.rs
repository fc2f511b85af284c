//! Where the records of several offices lie: what was typed or stands in a list, each directory once.

use crate::commands::arguments::typed;
use crate::diagnostic::{Severity, advice, visible};
use crate::files::input;
use crate::files::offices::{real, record_directories};
use crate::session::{Exit, Session};
use crate::words::report_rollup::{Discord, RollupRefusal};
use crate::words::screen::Screen;
use crate::words::trouble::Trouble;
use crate::words::{Lang, Say};
use clap::ArgMatches;
use std::collections::HashMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Where the records of an office lie.
#[derive(Clone, Debug)]
pub(super) struct OfficeRoot {
    /// As it was typed; of a folder with several, the folder as it was typed and the name in it.
    pub(super) typed: String,
    /// The path.
    pub(super) root: PathBuf,
    /// Its key in addresses and data formats.
    pub(super) key: String,
}

impl OfficeRoot {
    /// A finding about it, as it is printed; `within` is a place in it, if any is meant.
    pub(super) fn says(&self, within: &str, discord: &Discord, severity: Severity, lang: Lang) -> String {
        let place = match within {
            "" => self.typed.clone(),
            within => format!("{}/{within}", self.typed),
        };
        let (severity, code, advice) = (severity.word(lang), discord.code(), advice(lang));
        let (text, help) = (discord.text(lang), discord.help(lang));
        format!(
            "{place}: {severity}[{code}]: {}\n  {advice}: {}\n",
            visible(&text),
            visible(&help)
        )
    }
}

/// The record directories that were typed or stand in a list, each once.
pub(super) fn places(
    matches: &ArgMatches,
    all_typed: &[&str],
    session: &Session<'_>,
) -> anyhow::Result<Vec<OfficeRoot>> {
    let mut named: Vec<(String, PathBuf)> = Vec::new();
    named.extend(
        all_typed
            .iter()
            .map(|typed| ((*typed).to_owned(), session.here.join(typed))),
    );
    if let Some(list) = typed(matches, "from") {
        let path = session.here.join(list);
        let unreadable = |error| {
            let (name, reason) = (list.to_owned(), Trouble::of(&error).text(session.lang));
            session.fail(Exit::Unavailable, &Screen::CannotRead { name, reason })
        };
        let bytes = input::bytes(&path).map_err(unreadable)?;
        let text = String::from_utf8(bytes).map_err(|_| unreadable(ErrorKind::InvalidData.into()))?;
        let folder = path.parent().unwrap_or(&session.here);
        let lines = text
            .lines()
            .map(|line| line.trim_start_matches('\u{feff}').trim());
        let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        named.extend(lines.map(|line| (line.to_owned(), folder.join(line))));
    }
    let mut places = Vec::new();
    let mut known: HashMap<PathBuf, String> = HashMap::new();
    for (typed, path) in named {
        for root in record_directories(&path) {
            let typed = match root.strip_prefix(&path) {
                Ok(within) if within != Path::new("") => {
                    format!("{}/{}", typed.trim_end_matches(['/', '\\']), within.display())
                }
                _ => typed.clone(),
            };
            if let Some(other) = known.insert(real(&root), typed.clone()) {
                return Err(session.usage(&RollupRefusal::Twice { name: typed, other }));
            }
            let key = String::new();
            places.push(OfficeRoot { typed, root, key });
        }
    }
    if places.is_empty() {
        return Err(session.usage(&RollupRefusal::NoOffice));
    }
    give_keys(&mut places);
    Ok(places)
}

/// Gives each place the end of its path as its key: as much of it as tells it from all others.
fn give_keys(places: &mut [OfficeRoot]) {
    let paths: Vec<PathBuf> = places.iter().map(|place| real(&place.root)).collect();
    for length in 1.. {
        let end = |path: &PathBuf| {
            let names = path.iter().rev().take(length).map(|name| name.to_string_lossy());
            let mut names: Vec<_> = names.collect();
            names.reverse();
            names.join("/")
        };
        let ends: Vec<String> = paths.iter().map(end).collect();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        ends.iter().for_each(|end| *counts.entry(end).or_default() += 1);
        let mut open = places
            .iter_mut()
            .zip(&ends)
            .filter(|(place, _)| place.key.is_empty())
            .peekable();
        if open.peek().is_none() {
            return;
        }
        let told = open.filter(|(_, end)| counts[end.as_str()] == 1);
        told.for_each(|(place, end)| place.key.clone_from(end));
    }
}
