//! One file a command. A command only conducts: it loads, has calculated, has the report built and rendered.
//!
//! Registering a command is three lines here: its module, its place in [`COMMANDS`], and nothing else.

pub mod report;

use crate::session::{Exit, Session};
use crate::words::{Lang, Phrase};
use clap::{ArgMatches, Command};

/// The help of `-C`.
pub const DIRECTORY: Phrase = Phrase {
    id: "Direktori catatan; bila tidak ada: BINA_DIR, lalu direktori terdekat ke atas dengan bina.toml, lalu ./data",
    en: "The record directory; else BINA_DIR, else the nearest directory upward with bina.toml, else ./data",
};
/// The help of `--lang`.
pub const LANG: Phrase = Phrase {
    id: "Bahasa laporan dan pesan",
    en: "The language of reports and messages",
};
/// The help of `--as-of`.
pub const AS_OF: Phrase = Phrase {
    id: "Pengganti hari ini, di mana pun",
    en: "Replaces today everywhere",
};
/// The help of `--width`.
pub const WIDTH: Phrase = Phrase {
    id: "Lebar teks; bila tidak ditulis: lebar terminal, atau 100",
    en: "The width of text; else that of the terminal, else 100",
};
/// The help of `--color`.
pub const COLOR: Phrase = Phrase {
    id: "Kapan memakai warna",
    en: "When to use colour",
};
/// The help of `--quiet`.
pub const QUIET: Phrase = Phrase {
    id: "Cetak hanya data dan kegagalan",
    en: "Print only data and failures",
};

/// A command of the first level: a subject of records, or what concerns the whole directory.
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// Its Indonesian alias.
    pub alias: Option<&'static str>,
    /// What it is for.
    pub about: Phrase,
    /// Adds its arguments and verbs.
    pub build: fn(Command, Lang) -> Command,
    /// Runs it.
    pub run: fn(&ArgMatches, &mut Session<'_>) -> anyhow::Result<Exit>,
}

/// Every command, in the order of the help.
pub static COMMANDS: &[&Entry] = &[&report::ENTRY];

/// The commands as clap knows them; only the one that is named is built whole (all of them when none is).
pub fn tree(lang: Lang, named: Option<String>) -> Vec<Command> {
    let is_named = |entry: &Entry| {
        named
            .as_deref()
            .is_none_or(|name| name == entry.name || Some(name) == entry.alias)
    };
    COMMANDS
        .iter()
        .map(|entry| {
            let command = Command::new(entry.name)
                .about(entry.about.get(lang))
                .visible_aliases(entry.alias);
            if is_named(entry) {
                (entry.build)(command, lang)
            } else {
                command
            }
        })
        .collect()
}

/// Runs the command that was named.
///
/// # Errors
/// What the command could not do.
pub fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    match matches.subcommand() {
        Some((name, matches)) => match COMMANDS.iter().find(|entry| entry.name == name) {
            Some(entry) => (entry.run)(matches, session),
            None => Ok(Exit::Usage),
        },
        None => Ok(Exit::Done),
    }
}
