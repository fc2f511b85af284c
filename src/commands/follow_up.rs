//! `bina guidance follow-up` and `bina action done`: loops that are closed.

use super::Verb;
use super::arguments::{dry_run, on, option, place, typed};
use crate::change::{Draft, follow_up};
use crate::clerk;
use crate::session::{Exit, Session};
use crate::words::{Lang, Phrase};
use clap::{Arg, ArgMatches, Command};

/// `bina guidance follow-up`.
pub static GUIDANCE: Verb = Verb {
    subject: "guidance",
    name: "follow-up",
    alias: "tindak-lanjut",
    about: Phrase {
        id: "Mencatat tindak lanjut bimbingan dan hasilnya.",
        en: "Records the follow-up of a guidance and its result.",
    },
    build: |command, lang| {
        build(command, lang)
            .after_help("bina guidance follow-up 2026-09-k7f3q --result \"Berkas kini lengkap tiap Jumat\"")
    },
    run: |matches, session| run(matches, session, follow_up::guided),
};

/// `bina action done`.
pub static ACTION: Verb = Verb {
    subject: "action",
    name: "done",
    alias: "selesai",
    about: Phrase {
        id: "Mencatat bahwa rencana aksi selesai, dan hasilnya.",
        en: "Records that an action is done, and its result.",
    },
    build: |command, lang| {
        build(command, lang)
            .after_help("bina action done 2026-09-k7f3q --on 2026-10-05 --result \"Loket kedua dibuka\"")
    },
    run: |matches, session| run(matches, session, follow_up::done),
};

/// What writes day and result: the id, the day, the result, and today.
type Record = fn(&mut Draft<'_>, &str, Option<&str>, &str, crate::records::time::Day);

fn build(command: Command, lang: Lang) -> Command {
    let id = Phrase {
        id: "Idnya; lihat verba list",
        en: "Its id; see the verb list",
    };
    let result = Phrase {
        id: "Hasilnya",
        en: "What came of it",
    };
    let result: Arg = option("result", "TEXT", result, lang).required(true);
    command.args([place("id", "ID", id, lang), result, on(lang), dry_run(lang)])
}

fn run(matches: &ArgMatches, session: &mut Session<'_>, record: Record) -> anyhow::Result<Exit> {
    let text = |name| typed(matches, name).unwrap_or_default();
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    record(
        &mut draft,
        text("id"),
        typed(matches, "on"),
        text("result"),
        session.today,
    );
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[])
}
