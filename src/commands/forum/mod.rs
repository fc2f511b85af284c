//! `bina forum list|show|add|suggest|answer|adopt|done`: a forum, what was said there, and what becomes of it.

mod list;

use super::Verb;
use super::arguments::{coded, dry_run, on, option, place, typed};
use crate::change::Draft;
use crate::change::document::{GivenValue, Typed};
use crate::change::forum::{self, Outcome};
use crate::clerk;
use crate::records::code::{Disposition, ForumKind, SuggestionKind};
use crate::session::{Exit, Session};
use crate::words::{Lang, Phrase};
use clap::{Arg, ArgAction, ArgMatches};

pub use list::{LIST, SHOW};

/// The subject.
const NAME: &str = "forum";

/// `bina forum add`.
pub static ADD: Verb =
    Verb {
        subject: NAME,
        name: "add",
        alias: "tambah",
        about: Phrase {
            id: "Mencatat forum atau konsultasi: menulis dokumennya.",
            en: "Records a forum or consultation: writes its document.",
        },
        build: |command, lang| {
            let say = |id, en| Phrase { id, en };
            command
            .args([
                forum_id(lang),
                option("title", "TEXT", say("Judulnya", "Its title"), lang).required(true),
                coded("kind", ForumKind::CODES, say("Jenisnya", "Its kind"), lang).required(true),
                option("date", "YYYY-MM-DD", say("Hari pelaksanaan", "The day"), lang).required(true),
                option("place", "TEXT", say("Tempatnya", "Where"), lang),
                option("topic", "TEXT", say("Topiknya", "What it was about"), lang),
                option(
                    "regulation",
                    "ID",
                    say("Peraturan yang dibahas", "The regulation that it is about"),
                    lang,
                ),
                option(
                    "staff",
                    "PEOPLE",
                    say("ASN yang ikut konsultasi (a,b,…)", "Civil servants who took part (a,b,…)"),
                    lang,
                ),
                option(
                    "attendance",
                    "GROUP:COUNT[:FROM]",
                    say(
                        "Berapa orang dari kelompok mana, dari unit atau tempat mana; boleh diulang",
                        "How many of which group, from which unit or place; may be repeated",
                    ),
                    lang,
                )
                .action(ArgAction::Append),
                dry_run(lang),
            ])
            .after_help(concat!(
                "bina forum add 2026-11/forum-warga --title \"Forum warga\" --kind forum --date 2026-11-12 ",
                "--attendance warga:14:kel-terjun --attendance \"tokoh masyarakat:5\"",
            ))
        },
        run: add,
    };

/// `bina forum suggest`.
pub static SUGGEST: Verb = Verb {
    subject: NAME,
    name: "suggest",
    alias: "usul",
    about: Phrase {
        id: "Mencatat yang disampaikan di forum; idnya dicetak.",
        en: "Records what was said at a forum; its id is printed.",
    },
    build: |command, lang| {
        let say = |id, en| Phrase { id, en };
        let kind = say(
            "Jenisnya; bila tidak ditulis: suggestion",
            "Its kind; suggestion when absent",
        );
        command
            .args([
                forum_id(lang),
                option(
                    "text",
                    "TEXT",
                    say("Yang disampaikan, tanpa nama", "What was said, without names"),
                    lang,
                )
                .required(true),
                coded("kind", SuggestionKind::CODES, kind, lang),
                option(
                    "unit",
                    "CODE",
                    say("Unit yang dituju", "The unit that it concerns"),
                    lang,
                ),
                option(
                    "service",
                    "CODE",
                    say("Layanan yang dituju", "The service that it concerns"),
                    lang,
                ),
                option(
                    "key",
                    "KEY",
                    say(
                        "Kuncinya; bila tidak ditulis: dibuatkan",
                        "Its key; made when absent",
                    ),
                    lang,
                ),
                dry_run(lang),
            ])
            .after_help(
                "bina forum suggest 2026-11/forum-warga --text \"Loket dibuka Sabtu pagi\" --unit sie-yan",
            )
    },
    run: suggest,
};

/// `bina forum answer`.
pub static ANSWER: Verb = Verb {
    subject: NAME,
    name: "answer",
    alias: "jawab",
    about: Phrase {
        id: "Mencatat keputusan dan jawaban atas yang disampaikan.",
        en: "Records the decision and the answer to what was said.",
    },
    build: |command, lang| {
        let say = |id, en| Phrase { id, en };
        command
            .args(said(lang))
            .args([
                coded(
                    "disposition",
                    Disposition::CODES,
                    say("Keputusannya", "What was decided"),
                    lang,
                )
                .required(true),
                answer(lang).required(true),
                on(lang),
                dry_run(lang),
            ])
            .after_help(concat!(
                "bina forum answer 2026-11/forum-warga/s2 --disposition rejected ",
                "--answer \"Petugas belum mencukupi\" --on 2026-11-20",
            ))
    },
    run: |matches, session| {
        let outcome = Outcome {
            happened: "answered",
            on: typed(matches, "on"),
            words: vec![
                ("disposition", typed(matches, "disposition")),
                ("answer", typed(matches, "answer")),
            ],
            ..Outcome::default()
        };
        decide(matches, session, &outcome)
    },
};

/// `bina forum adopt`.
pub static ADOPT: Verb = Verb {
    subject: NAME,
    name: "adopt",
    alias: "terima",
    about: Phrase {
        id: "Menerima usul, seluruhnya atau sebagian, dengan penanggung jawab dan tenggatnya.",
        en: "Adopts a suggestion, wholly or in part, with its owner and due date.",
    },
    build: |command, lang| {
        let say = |id, en| Phrase { id, en };
        command
            .args(said(lang))
            .args([
                Arg::new("partly")
                    .long("partly")
                    .action(ArgAction::SetTrue)
                    .help(say("Hanya sebagian", "In part only").get(lang)),
                answer(lang),
                option(
                    "owner",
                    "PERSON",
                    say(
                        "Penanggung jawab: orang atau kode unit",
                        "Who carries it out: a person or a unit's code",
                    ),
                    lang,
                )
                .required(true),
                option("due", "YYYY-MM-DD", say("Tenggat", "By when"), lang).required(true),
                on(lang),
                dry_run(lang),
            ])
            .after_help(concat!(
                "bina forum adopt 2026-11/forum-warga/s1 --owner \"Siti Aminah\" --due 2027-01-29 ",
                "--answer \"Dicoba sebulan sekali\"",
            ))
    },
    run: |matches, session| {
        let decision = match matches.get_flag("partly") {
            true => Disposition::Partly,
            false => Disposition::Adopted,
        };
        let outcome = Outcome {
            happened: "answered",
            on: typed(matches, "on"),
            words: vec![
                ("disposition", Some(decision.code())),
                ("answer", typed(matches, "answer")),
            ],
            owner: typed(matches, "owner"),
            due: typed(matches, "due"),
        };
        decide(matches, session, &outcome)
    },
};

/// `bina forum done`.
pub static DONE: Verb = Verb {
    subject: NAME,
    name: "done",
    alias: "selesai",
    about: Phrase {
        id: "Mencatat bahwa tindak lanjut usul selesai, dan hasilnya.",
        en: "Records that the follow-up of a suggestion is done, and its result.",
    },
    build: |command, lang| {
        let result = Phrase {
            id: "Hasilnya",
            en: "What came of it",
        };
        command
            .args(said(lang))
            .args([
                option("result", "TEXT", result, lang).required(true),
                on(lang),
                dry_run(lang),
            ])
            .after_help(
                "bina forum done 2026-11/forum-warga/s1 --result \"Dua kali dibuka, 61 warga dilayani\"",
            )
    },
    run: |matches, session| {
        let outcome = Outcome {
            happened: "done",
            on: typed(matches, "on"),
            words: vec![("result", typed(matches, "result"))],
            ..Outcome::default()
        };
        decide(matches, session, &outcome)
    },
};

fn forum_id(lang: Lang) -> Arg {
    let help = Phrase {
        id: "Id forum: 2026-11/slug",
        en: "The id of the forum: 2026-11/slug",
    };
    place("forum", "FORUM", help, lang)
}

/// A suggestion: its printed id, or the forum and the key in its document.
fn said(lang: Lang) -> [Arg; 2] {
    let forum = Phrase {
        id: "Id usul, 2026-11/slug/kunci, seperti dicetak forum suggest dan forum list --suggestions; atau id forumnya",
        en: "The id of the suggestion, 2026-11/slug/key, as forum suggest and forum list --suggestions print it; or of the forum",
    };
    let key = Phrase {
        id: "Kunci usul, bila yang ditulis id forumnya",
        en: "The key of the suggestion, behind the id of a forum",
    };
    let key = Arg::new("key").value_name("KEY").help(key.get(lang));
    [place("forum", "SUGGESTION", forum, lang), key]
}

fn answer(lang: Lang) -> Arg {
    let help = Phrase {
        id: "Jawaban yang diberikan",
        en: "The answer given",
    };
    option("answer", "TEXT", help, lang)
}

fn add(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let id = typed(matches, "forum").unwrap_or_default();
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let names = ["title", "kind", "date", "place", "topic", "regulation", "staff"];
    let plain = names.into_iter().filter_map(|name| {
        Some(Typed {
            path: vec![name],
            argument: format!("--{name}"),
            given: GivenValue::One(typed(matches, name)?.to_owned()),
        })
    });
    let groups = matches.get_many::<String>("attendance").into_iter().flatten();
    let groups: Vec<_> = groups.map(|text| group(text)).collect();
    let attendance = (!groups.is_empty()).then(|| Typed {
        path: vec!["attendance"],
        argument: "--attendance".to_owned(),
        given: GivenValue::Elements(groups),
    });
    let all: Vec<Typed> = plain.chain(attendance).collect();
    forum::add(&mut draft, id, &all);
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[id.to_owned()])
}

/// `warga:14:kel-terjun` as fields.
fn group(text: &str) -> Vec<(&'static str, String)> {
    let names = ["group", "count", "from"];
    let parts = names.into_iter().zip(text.splitn(3, ':'));
    parts.map(|(name, part)| (name, part.to_owned())).collect()
}

fn suggest(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let mut ids = Vec::new();
    if let Some(opened) = forum::open(&mut draft, typed(matches, "forum").unwrap_or_default()) {
        let names = ["key", "text", "kind", "unit", "service"];
        let given = names.into_iter().filter_map(|name| {
            let text = typed(matches, name).or((name == "kind").then_some(SuggestionKind::Suggestion.code()));
            Some((name, text?.to_owned()))
        });
        let key = forum::suggest(&mut draft, &opened, given.collect());
        ids.push(format!("{}/{key}", opened.id));
    }
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &ids)
}

fn decide(matches: &ArgMatches, session: &mut Session<'_>, outcome: &Outcome<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let forum = typed(matches, "forum").unwrap_or_default();
    if let Some((opened, number)) = forum::open_said(&mut draft, forum, typed(matches, "key")) {
        forum::decide(&mut draft, (&opened, number), outcome, session.today);
    }
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[])
}
