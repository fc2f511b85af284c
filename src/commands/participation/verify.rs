//! `bina participation verify`: evidence was seen by somebody else.

use crate::change::Draft;
use crate::change::verify::{Whose, verify};
use crate::clerk;
use crate::commands::Verb;
use crate::commands::arguments::dry_run;
use crate::session::{Exit, Session};
use crate::words::change::Slip;
use crate::words::{Lang, Phrase};
use clap::{Arg, ArgAction, ArgMatches, Command};

/// `bina participation verify`.
pub static VERIFY: Verb = Verb {
    subject: "participation",
    name: "verify",
    alias: "verifikasi",
    about: Phrase {
        id: "Mencatat bahwa bukti peserta sudah dilihat orang lain.",
        en: "Records that the evidence of participants was seen by somebody else.",
    },
    build,
    run,
};

fn build(command: Command, lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en }.get(lang);
    command
        .arg(
            Arg::new("training")
                .value_name("TRAINING")
                .required(true)
                .help(say("Id pelatihan", "Id of the training")),
        )
        .arg(Arg::new("people").value_name("PERSON").num_args(0..).help(say(
            "Peserta: id, NIP, atau bagian nama",
            "Participants: id, NIP or a part of the name",
        )))
        .arg(Arg::new("all").long("all").action(ArgAction::SetTrue).help(say(
            "Semua yang punya bukti dan belum diverifikasi",
            "Everybody with evidence that is not yet verified",
        )))
        .arg(
            Arg::new("by")
                .long("by")
                .value_name("PERSON")
                .required(true)
                .help(say(
                    "Yang melihatnya; bukan peserta itu sendiri",
                    "Who saw it; not the participant",
                )),
        )
        .arg(dry_run(lang))
        .after_help("bina participation verify 2026-10/bimtek-kearsipan Budi \"Siti Aminah\" --by Nurhayati")
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let text = |name: &str| {
        matches
            .get_one::<String>(name)
            .map(String::as_str)
            .unwrap_or_default()
    };
    let people: Vec<String> = matches
        .get_many::<String>("people")
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    let whose = match (matches.get_flag("all"), people.is_empty()) {
        (true, true) => Whose::All,
        (false, false) => Whose::Named(people),
        (true, false) => {
            draft.refuse("--all", Slip::AllOrNames);
            Whose::All
        }
        (false, true) => {
            draft.refuse("", Slip::PeopleMissing);
            Whose::Named(Vec::new())
        }
    };
    verify(&mut draft, text("training"), &whose, text("by"));
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[])
}
