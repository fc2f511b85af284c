//! `bina mentoring pair|log|close`: pairs of mentor and mentee.

use super::Verb;
use super::arguments::{coded, dry_run, on, option, place, typed};
use crate::change::Draft;
use crate::change::mentoring::{self, Ending, Met, Pair};
use crate::clerk;
use crate::records::code::{MentoringKind, Mode};
use crate::session::{Exit, Session};
use crate::words::{Lang, Phrase};
use clap::{Arg, ArgAction, ArgMatches, Command};

/// The subject.
const NAME: &str = "mentoring";

/// `bina mentoring pair`.
pub static PAIR: Verb = Verb {
    subject: NAME,
    name: "pair",
    alias: "pasangkan",
    about: Phrase {
        id: "Memulai pendampingan: mentor, mentee, dan tujuan yang disepakati. Idnya dicetak.",
        en: "Begins a pair: mentor, mentee and the goal agreed upon. Its id is printed.",
    },
    build: build_pair,
    run: pair,
};

/// `bina mentoring log`.
pub static LOG: Verb = Verb {
    subject: NAME,
    name: "log",
    alias: "catat",
    about: Phrase {
        id: "Mencatat satu sesi pendampingan.",
        en: "Records a session of a pair.",
    },
    build: build_log,
    run: log,
};

/// `bina mentoring close`.
pub static CLOSE: Verb = Verb {
    subject: NAME,
    name: "close",
    alias: "tutup",
    about: Phrase {
        id: "Mengakhiri pendampingan dengan hasilnya.",
        en: "Ends a pair with what came of it.",
    },
    build: build_close,
    run: close,
};

fn build_pair(command: Command, lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en };
    let mentor = say(
        "Mentor atau coach: id, NIP, atau bagian nama",
        "The mentor or coach: id, NIP or a part of the name",
    );
    let mentee = say(
        "Mentee: id, NIP, atau bagian nama",
        "The mentee: id, NIP or a part of the name",
    );
    let goal = say("Tujuan yang disepakati", "The goal agreed upon");
    let kind = say("Bentuknya", "Of what kind");
    let competency = say("Kompetensi yang dituju", "The competency that it is about");
    let start = say(
        "Hari pertama; bila tidak ditulis: hari ini",
        "The first day; today when absent",
    );
    command
        .args([
            place("mentor", "MENTOR", mentor, lang),
            place("mentee", "MENTEE", mentee, lang),
            option("goal", "TEXT", goal, lang).required(true),
            coded("kind", MentoringKind::CODES, kind, lang)
                .default_value(MentoringKind::Mentoring.code())
                .hide_default_value(true),
            option("competency", "CODE", competency, lang),
            option("start", "YYYY-MM-DD", start, lang),
            dry_run(lang),
        ])
        .after_help("bina mentoring pair \"Rina Marpaung\" Joko --goal \"Menyusun laporan bulanan sendiri\"")
}

fn build_log(command: Command, lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en };
    let minutes = say("Berapa menit", "For how many minutes");
    let mode = say("Modanya", "How it was held");
    let topic = say("Topiknya", "What it was about");
    let next = say("Langkah berikutnya", "The next step agreed upon");
    command
        .args([
            pair_or_mentee(lang),
            option("minutes", "N", minutes, lang).required(true),
            on(lang),
            coded("mode", Mode::CODES, mode, lang),
            option("topic", "TEXT", topic, lang),
            option("next", "TEXT", next, lang),
            dry_run(lang),
        ])
        .after_help(
            "bina mentoring log Joko --minutes 60 --topic \"Laporan September\" --next \"Draf Oktober\"",
        )
}

fn build_close(command: Command, lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en };
    let product = say("Produk yang dihasilkan", "The product made");
    let alone = say(
        "Yang kini dapat dikerjakan sendiri oleh mentee",
        "What the mentee can now do alone",
    );
    let outcome = say("Hasilnya", "What came of it");
    let stopped = say(
        "Dihentikan sebelum tujuannya tercapai",
        "Broken off before its goal was reached",
    );
    let stopped = Arg::new("stopped")
        .long("stopped")
        .action(ArgAction::SetTrue)
        .help(stopped.get(lang));
    command
        .args([
            pair_or_mentee(lang),
            on(lang),
            option("product", "TEXT", product, lang),
            option("alone", "TEXT", alone, lang),
            option("outcome", "TEXT", outcome, lang),
            stopped,
            dry_run(lang),
        ])
        .after_help(
            "bina mentoring close Joko --product \"Laporan Oktober\" --alone \"Menyusun laporan bulanan\"",
        )
}

fn pair_or_mentee(lang: Lang) -> Arg {
    let help = Phrase {
        id: "Id pasangan, atau mentee-nya bila hanya satu pendampingannya berjalan",
        en: "Id of the pair, or its mentee who has only one pair running",
    };
    place("pair", "ID|MENTEE", help, lang)
}

fn pair(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let text = |name| typed(matches, name).unwrap_or_default();
    let new = Pair {
        mentor: text("mentor"),
        mentee: text("mentee"),
        goal: text("goal"),
        kind: text("kind"),
        competency: typed(matches, "competency"),
        start: typed(matches, "start"),
    };
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let id = mentoring::pair(&mut draft, &new, session.today, &mut |length| {
        session.mint(length)
    });
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &id)
}

fn log(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let met = Met {
        on: typed(matches, "on"),
        minutes: typed(matches, "minutes").unwrap_or_default(),
        mode: typed(matches, "mode"),
        topic: typed(matches, "topic"),
        next_step: typed(matches, "next"),
    };
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    mentoring::log(&mut draft, named(matches), &met, session.today);
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[])
}

fn close(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let ending = Ending {
        on: typed(matches, "on"),
        is_stopped: matches.get_flag("stopped"),
        product: typed(matches, "product"),
        alone: typed(matches, "alone"),
        outcome: typed(matches, "outcome"),
    };
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    mentoring::close(&mut draft, named(matches), &ending, session.today);
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[])
}

fn named(matches: &ArgMatches) -> &str {
    typed(matches, "pair").unwrap_or_default()
}
