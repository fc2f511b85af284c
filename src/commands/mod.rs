//! One file a command. A command only conducts: it loads, has calculated, has the report built and rendered.
//!
//! Registering one is two lines here: its module, and its place in [`COMMANDS`] or, for verbs of a subject of
//! records, in [`VERBS`]. The subjects themselves and their generic verbs come from the declared tables.

mod arguments;
pub mod certificate;
pub mod check;
pub mod complaint;
mod documents;
pub mod follow_up;
pub mod format;
pub mod forum;
pub mod init;
pub mod mentoring;
pub mod participation;
pub mod plan;
pub mod record;
pub mod regulation;
pub mod report;
pub mod response;
pub mod schema;
pub mod status;
pub mod training;
pub mod transfer;
mod verb;

use crate::records::TABLES;
use crate::session::{Exit, Session};
use crate::words::{Lang, Phrase};
use clap::{ArgMatches, Command};
pub use verb::Verb;

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
    id: "Lebar teks, 40 sampai 400; bila tidak ditulis: lebar terminal, atau 100",
    en: "The width of text, 40 to 400; else that of the terminal, else 100",
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

/// A command of the first level that concerns the whole directory.
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// Its Indonesian alias.
    pub alias: Option<&'static str>,
    /// What it is for.
    pub about: Phrase,
    /// Adds its arguments.
    pub build: fn(Command, Lang) -> Command,
    /// Runs it.
    pub run: fn(&ArgMatches, &mut Session<'_>) -> anyhow::Result<Exit>,
}

/// Every such command, in the order of the help.
pub static COMMANDS: &[&Entry] = &[
    &init::ENTRY,
    &status::ENTRY,
    &check::ENTRY,
    &report::ENTRY,
    &report::explain::ENTRY,
    &format::ENTRY,
    &schema::ENTRY,
];

/// The verbs of each file, in the order of the help.
pub static VERBS: &[&[Verb]] = &[
    training::VERBS,
    participation::VERBS,
    transfer::VERBS,
    mentoring::VERBS,
    follow_up::VERBS,
    certificate::VERBS,
    complaint::VERBS,
    plan::VERBS,
    forum::VERBS,
    regulation::VERBS,
    response::VERBS,
];

/// Those of one subject.
fn verbs_of(subject: &str) -> impl Iterator<Item = &'static Verb> {
    let all = VERBS.iter().copied().flatten();
    all.filter(move |verb| verb.subject == subject)
}

/// A subject that is no declared table: documents, and the answers to questionnaires.
struct Subject {
    name: &'static str,
    alias: &'static str,
    about: Phrase,
}

/// Those subjects; all their verbs are in [`VERBS`].
static DOCUMENTS: &[Subject] = &[
    Subject {
        name: "training",
        alias: "pelatihan",
        about: Phrase {
            id: "Pelatihan dan pesertanya.",
            en: "Trainings and those who take part.",
        },
    },
    Subject {
        name: "plan",
        alias: "rencana",
        about: Phrase {
            id: "Rencana pengembangan setahun.",
            en: "The development plan of a year.",
        },
    },
    Subject {
        name: "forum",
        alias: "forum-publik",
        about: Phrase {
            id: "Forum masyarakat dan konsultasi kebijakan.",
            en: "Citizens' forums and policy consultations.",
        },
    },
    Subject {
        name: "questionnaire",
        alias: "kuesioner",
        about: Phrase {
            id: "Kuesioner: yang ditanyakan.",
            en: "Questionnaires: what is asked.",
        },
    },
    Subject {
        name: "response",
        alias: "tanggapan",
        about: Phrase {
            id: "Jawaban kuesioner.",
            en: "Answers to questionnaires.",
        },
    },
];

/// The commands as clap knows them; only the one that is named is built whole (all of them when none is).
pub fn tree(lang: Lang, named: Option<String>) -> Vec<Command> {
    let is_named = |name: &str, alias: Option<&str>| {
        named
            .as_deref()
            .is_none_or(|named| named == name || Some(named) == alias)
    };
    let outside = |name: &'static str, alias: Option<&'static str>, about: Phrase| {
        Command::new(name)
            .about(sentence(about, lang))
            .visible_aliases(alias)
    };
    let whole = COMMANDS.iter().map(|entry| {
        let command = outside(entry.name, entry.alias, entry.about);
        match is_named(entry.name, entry.alias) {
            true => (entry.build)(command, lang),
            false => command,
        }
    });
    let documents = DOCUMENTS.iter().map(|subject| {
        let command = outside(subject.name, Some(subject.alias), subject.about);
        match is_named(subject.name, Some(subject.alias)) {
            true => with_verbs(command, subject.name, lang),
            false => command,
        }
    });
    let tables = TABLES.iter().map(|table| {
        let command = outside(table.one, Some(table.alias), table.meaning);
        match is_named(table.one, Some(table.alias)) {
            true => with_verbs(record::build(table, command, lang), table.one, lang),
            false => command,
        }
    });
    whole.chain(documents).chain(tables).collect()
}

/// What a command is for, as the list of commands shows it: without a full stop.
fn sentence(about: Phrase, lang: Lang) -> &'static str {
    about.get(lang).trim().trim_end_matches('.')
}

/// Adds the verbs of its own to a subject.
fn with_verbs(command: Command, subject: &str, lang: Lang) -> Command {
    let command = command.subcommand_required(true).arg_required_else_help(true);
    command.subcommands(verbs_of(subject).map(|verb| {
        let command = Command::new(verb.name)
            .about(sentence(verb.about, lang))
            .visible_alias(verb.alias);
        verb.build(command, lang)
    }))
}

/// Runs the command that was named.
///
/// # Errors
/// What the command could not do.
pub fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let Some((name, matches)) = matches.subcommand() else {
        return status::run(matches, session);
    };
    if let Some(entry) = COMMANDS.iter().find(|entry| entry.name == name) {
        return (entry.run)(matches, session);
    }
    let Some((verb, arguments)) = matches.subcommand() else {
        return Ok(Exit::Usage);
    };
    if let Some(verb) = verbs_of(name).find(|own| own.name == verb) {
        return verb.run(arguments, session);
    }
    match TABLES.iter().find(|table| table.one == name) {
        Some(table) => record::run(table, verb, arguments, session),
        None => Ok(Exit::Usage),
    }
}
