//! One file a command. A command only conducts: it loads, has calculated, has the report built and rendered.
//!
//! Each is data ([`verb`]). A new file is registered in two lines here: its module, and its place in [`COMMANDS`] or,
//! for verbs of a subject of records, in [`VERBS`]. The subjects themselves and their generic verbs come from the
//! declared tables.

pub mod appoint;
mod arguments;
pub mod certificate;
pub mod check;
pub mod complaint;
mod documents;
pub mod follow_up;
pub mod form;
pub mod format;
pub mod forum;
pub mod help;
pub mod import;
pub mod init;
pub mod mentoring;
pub mod merge_file;
pub mod migrate;
pub mod participation;
pub mod plan;
pub mod record;
pub mod regulation;
pub mod report;
pub mod resolve;
pub mod response;
pub mod schema;
pub mod settings;
pub mod status;
pub mod textconv;
pub mod training;
pub mod transfer;
pub mod undo;
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

/// The commands of each file that concern the whole directory, in the order of the help.
pub static COMMANDS: &[&[Verb]] = &[
    init::VERBS,
    import::VERBS,
    form::VERBS,
    status::VERBS,
    report::due::VERBS,
    report::mail::VERBS,
    report::paper::VERBS,
    check::VERBS,
    report::VERBS,
    report::site::VERBS,
    report::close::VERBS,
    report::verify::VERBS,
    report::explain::VERBS,
    report::export::VERBS,
    report::rollup::VERBS,
    format::VERBS,
    migrate::VERBS,
    resolve::VERBS,
    undo::VERBS,
    report::history::VERBS,
    schema::VERBS,
    merge_file::VERBS,
    textconv::VERBS,
    help::VERBS,
];

/// The verbs of each file, in the order of the help.
pub static VERBS: &[&[Verb]] = &[
    training::VERBS,
    participation::VERBS,
    appoint::VERBS,
    transfer::VERBS,
    mentoring::VERBS,
    follow_up::VERBS,
    certificate::VERBS,
    complaint::VERBS,
    plan::VERBS,
    forum::VERBS,
    regulation::VERBS,
    response::VERBS,
    settings::VERBS,
    report::run::VERBS,
];

/// The commands that git calls, and no person: they are not in the list of commands.
const FOR_GIT: [&str; 2] = ["merge-file", "textconv"];

/// Those of one subject.
fn verbs_of(subject: &str) -> impl Iterator<Item = &'static Verb> {
    let all = VERBS.iter().copied().flatten();
    all.filter(move |verb| verb.subject == subject)
}

/// Declares subjects that are no declared tables: documents, and the answers to questionnaires.
macro_rules! subjects {
    ($($name:literal $alias:literal, id $id:literal, en $en:literal;)+) => {
        &[ $( ($name, $alias, Phrase { id: $id, en: $en }) ),+ ]
    };
}

/// Those subjects: name, Indonesian name, what they are; all their verbs are in [`VERBS`].
static DOCUMENTS: &[(&str, &str, Phrase)] = subjects! {
    "training" "pelatihan", id "Pelatihan dan pesertanya.", en "Trainings and those who take part.";
    "plan" "rencana", id "Rencana pengembangan setahun.", en "The development plan of a year.";
    "forum" "forum-publik", id "Forum masyarakat dan konsultasi kebijakan.", en "Citizens' forums and policy consultations.";
    "questionnaire" "kuesioner", id "Kuesioner: yang ditanyakan.", en "Questionnaires: what is asked.";
    "response" "tanggapan", id "Jawaban kuesioner.", en "Answers to questionnaires.";
    "run" "jalankan", id "Pekerjaan yang berulang.", en "Work that comes back.";
    "settings" "pengaturan", id "Pengaturan kantor: bina.toml.", en "The settings of the office: bina.toml.";
    "signatory" "penanda-tangan", id "Siapa yang menandatangani laporan.", en "Who signs reports.";
    "service" "layanan", id "Layanan kepada masyarakat.", en "Services to the public.";
    "channel" "kanal", id "Kanal pengaduan.", en "Channels of complaints.";
    "category" "kategori", id "Kategori pengaduan.", en "Categories of complaints.";
};

/// The commands as clap knows them; only the one that is named is built whole (all of them when none is).
pub fn tree(lang: Lang, named: Option<String>) -> Vec<Command> {
    // The outside of a command, and its inside where it is named.
    let make = |name: &'static str, alias, about, inside: &dyn Fn(Command) -> Command| {
        let command = outside(name, alias, about, lang);
        match named.as_deref() {
            Some(named) if named != name && named != alias => command,
            _ => inside(command),
        }
    };
    let whole = COMMANDS.iter().copied().flatten();
    let whole = whole.map(|verb| {
        make(verb.name, verb.alias, verb.about, &|command| {
            verb.build(command, lang)
        })
    });
    let documents = DOCUMENTS
        .iter()
        .map(|&(name, alias, about)| make(name, alias, about, &|command| with_verbs(command, name, lang)));
    let tables = TABLES.iter().map(|table| {
        make(table.one, table.alias, table.meaning, &|command| {
            with_verbs(record::build(table, command, lang), table.one, lang)
        })
    });
    whole.chain(documents).chain(tables).collect()
}

/// A command with its names, and what it is for, as the list of commands shows it: without a full stop.
fn outside(name: &'static str, alias: &'static str, about: Phrase, lang: Lang) -> Command {
    let about = about.get(lang).trim().trim_end_matches('.');
    let command = Command::new(name).about(about).visible_alias(alias);
    command.hide(FOR_GIT.contains(&name))
}

/// Adds the verbs of its own to a subject.
fn with_verbs(command: Command, subject: &str, lang: Lang) -> Command {
    let command = command.subcommand_required(true).arg_required_else_help(true);
    command.subcommands(
        verbs_of(subject).map(|verb| verb.build(outside(verb.name, verb.alias, verb.about, lang), lang)),
    )
}

/// Runs the command that was named, on one state of the records.
///
/// # Errors
/// What the command could not do.
pub fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    session.steady(|session| perform(matches, session))
}

fn perform(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let Some((name, matches)) = matches.subcommand() else {
        return status::run(matches, session);
    };
    let mut whole = COMMANDS.iter().copied().flatten();
    if let Some(command) = whole.find(|command| command.name == name) {
        return command.run(matches, session);
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
