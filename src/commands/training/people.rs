//! `bina training enroll|attend|score|complete|cancel`: whole lists of people at once.

use super::{NAME, Verb, id, training};
use crate::change::taking_part::{Chosen, Completion, Scored};
use crate::change::{Draft, programme, taking_part};
use crate::clerk;
use crate::commands::arguments::{dry_run, typed};
use crate::session::{Exit, Session};
use crate::words::change::Slip;
use crate::words::{Lang, Phrase};
use clap::{Arg, ArgAction, ArgMatches, Command};

/// `bina training enroll`.
pub static ENROLL: Verb = Verb {
    subject: NAME,
    name: "enroll",
    alias: "daftarkan",
    about: Phrase {
        id: "Mendaftarkan peserta, menurut id, NIP, atau nama; tanpa nama: satu per baris dari masukan baku.",
        en: "Enrols people by id, NIP or name; without names one a line from standard input.",
    },
    build: |command, lang| {
        let status = Phrase {
            id: "Keadaan: invited (bila tidak ditulis), confirmed, attending, …",
            en: "The status: invited (when absent), confirmed, attending, …",
        };
        let initiative = Phrase {
            id: "Atas inisiatif siapa: self atau assigned",
            en: "Whose idea it was: self or assigned",
        };
        with_people(command.arg(training(lang)), lang)
            .arg(Arg::new("status").long("status").value_name("CODE").help(status.get(lang)))
            .arg(Arg::new("initiative").long("initiative").value_name("CODE").help(initiative.get(lang)))
            .after_help("bina training enroll 2026-10/bimtek-kearsipan 198609262015051001 \"Siti Aminah\" --initiative assigned")
    },
    run: enroll,
};

/// `bina training attend`.
pub static ATTEND: Verb = Verb {
    subject: NAME,
    name: "attend",
    alias: "hadir",
    about: Phrase {
        id: "Mencatat kehadiran di satu sesi: yang disebut, atau semua kecuali yang disebut.",
        en: "Records presence at a session: those named, or everybody but those named.",
    },
    build: |command, lang| {
        let session = Phrase {
            id: "Kunci sesi di dokumen pelatihan",
            en: "Key of the session in the training document",
        };
        let minutes = Phrase {
            id: "Berapa menit; bila tidak ditulis: lamanya sesi",
            en: "For how many minutes; the length of the session when absent",
        };
        let command = command.arg(training(lang)).arg(
            Arg::new("session")
                .value_name("SESSION")
                .required(true)
                .help(session.get(lang)),
        );
        with_all(with_people(command, lang), lang)
            .arg(
                Arg::new("minutes")
                    .long("minutes")
                    .value_name("N")
                    .help(minutes.get(lang)),
            )
            .after_help("bina training attend 2026-10/bimtek-kearsipan s1 --all --except \"Budi,Rina\"")
    },
    run: attend,
};

/// `bina training score`.
pub static SCORE: Verb = Verb {
    subject: NAME,
    name: "score",
    alias: "nilai",
    about: Phrase {
        id: "Mencatat nilai tes: ORANG=AWAL:AKHIR, atau baris ORANG,AWAL,AKHIR dari masukan baku. Yang kosong tidak diubah.",
        en: "Records test scores: PERSON=PRE:POST, or lines PERSON,PRE,POST from standard input. An empty one is not touched.",
    },
    build: |command, lang| {
        with_people(command.arg(training(lang)), lang)
            .mut_arg("people", |arg| arg.value_name("PERSON=PRE:POST"))
            .after_help("bina training score 2026-10/bimtek-kearsipan Budi=61:79 \"Siti Aminah=:85\"")
    },
    run: score,
};

/// `bina training complete`.
pub static COMPLETE: Verb = Verb {
    subject: NAME,
    name: "complete",
    alias: "selesai",
    about: Phrase {
        id: "Menutup: yang disebut selesai, atau semua selesai kecuali yang disebut beserta alasannya.",
        en: "Closes: those named completed, or everybody but those named with their reason.",
    },
    build: |command, lang| {
        let on = Phrase {
            id: "Hari selesai; bila tidak ditulis: hari terakhir pelatihan",
            en: "The day of completion; the last day of the training when absent",
        };
        let jp = Phrase {
            id: "JP tiap orang; bila tidak ditulis: JP pelatihan",
            en: "JP of each person; those of the training when absent",
        };
        let failed = Phrase {
            id: "Yang mengikuti tetapi tidak lulus: \"Budi,Rina\"",
            en: "Who took part and failed: \"Budi,Rina\"",
        };
        with_all(with_people(command.arg(training(lang)), lang), lang)
            .arg(
                Arg::new("on")
                    .long("on")
                    .value_name("YYYY-MM-DD")
                    .help(on.get(lang)),
            )
            .arg(Arg::new("jp").long("jp").value_name("JP").help(jp.get(lang)))
            .arg(
                Arg::new("failed")
                    .long("failed")
                    .value_name("NAMES")
                    .help(failed.get(lang)),
            )
            .after_help(
                "bina training complete 2026-10/bimtek-kearsipan --all --except \"Budi:sick,Rina:duty\"",
            )
    },
    run: complete,
};

/// `bina training cancel`.
pub static CANCEL: Verb = Verb {
    subject: NAME,
    name: "cancel",
    alias: "batal",
    about: Phrase {
        id: "Membatalkan pelatihan yang belum diselesaikan siapa pun.",
        en: "Cancels a training that nobody has completed.",
    },
    build: |command, lang| {
        let reason = Phrase {
            id: "Alasannya; ditulis di dokumen sebagai x_cancelled",
            en: "Why; written into the document as x_cancelled",
        };
        let reason = Arg::new("reason")
            .long("reason")
            .value_name("TEXT")
            .required(true)
            .help(reason.get(lang));
        let command = command.arg(training(lang)).arg(reason).arg(dry_run(lang));
        command.after_help("bina training cancel 2026-11/pelayanan-prima --reason \"Narasumber berhalangan\"")
    },
    run: cancel,
};

/// The people, and `--dry-run`.
fn with_people(command: Command, lang: Lang) -> Command {
    let help = Phrase {
        id: "Orang: id, NIP, atau bagian nama",
        en: "People: id, NIP or a part of the name",
    };
    let people = Arg::new("people")
        .value_name("PERSON")
        .num_args(0..)
        .help(help.get(lang));
    command.arg(people).arg(dry_run(lang))
}

/// `--all` and `--except`.
fn with_all(command: Command, lang: Lang) -> Command {
    let all = Phrase {
        id: "Semua peserta yang masih terbuka",
        en: "Every participant who is still open",
    };
    let except = Phrase {
        id: "Kecuali mereka: \"Budi:sick,Rina:duty\" (duty, sick, leave, declined, no-word, replaced)",
        en: "But not these: \"Budi:sick,Rina:duty\" (duty, sick, leave, declined, no-word, replaced)",
    };
    command
        .arg(
            Arg::new("all")
                .long("all")
                .action(ArgAction::SetTrue)
                .help(all.get(lang)),
        )
        .arg(
            Arg::new("except")
                .long("except")
                .value_name("NAMES")
                .help(except.get(lang)),
        )
}

/// The people typed, or one a line from standard input when none is and it is no terminal.
fn listed(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Vec<String>> {
    let typed: Vec<String> = matches
        .get_many::<String>("people")
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    if !typed.is_empty() || session.input_is_terminal {
        return Ok(typed);
    }
    let mut text = String::new();
    session.input.read_to_string(&mut text)?;
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    Ok(lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect())
}

/// Those chosen: named, or all but those named.
fn chosen(draft: &mut Draft<'_>, matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Chosen> {
    let except = typed(matches, "except").unwrap_or_default();
    if matches.get_flag("all") {
        if matches.get_many::<String>("people").is_some() {
            draft.refuse("--all", Slip::AllOrNames);
        }
        return Ok(Chosen::AllExcept(parts(except).map(exception).collect()));
    }
    if !except.is_empty() {
        draft.refuse("--except", Slip::ExceptAlone);
    }
    Ok(Chosen::Named(named(draft, matches, session)?))
}

/// The people typed, several of them also between commas. A name with its titles holds commas of its own.
fn named(
    draft: &mut Draft<'_>,
    matches: &ArgMatches,
    session: &mut Session<'_>,
) -> anyhow::Result<Vec<String>> {
    let people = draft.people();
    let listed = listed(matches, session)?;
    let apart = listed.iter().flat_map(|text| match people.find(text) {
        Ok(_) => vec![text.as_str()],
        Err(_) => parts(text).collect(),
    });
    Ok(apart.map(str::to_owned).collect())
}

/// The names between commas.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// `Budi:sick` as name and reason.
fn exception(text: &str) -> (String, String) {
    let (name, reason) = text.rsplit_once(':').unwrap_or((text, ""));
    (name.trim().to_owned(), reason.trim().to_owned())
}

fn enroll(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let people = named(&mut draft, matches, session)?;
    if people.is_empty() {
        draft.refuse("", Slip::PeopleMissing);
    }
    if let Some(known) = programme::open(&mut draft, id(matches)) {
        let initiative = typed(matches, "initiative").unwrap_or_default();
        taking_part::enroll(&mut draft, &known, &people, typed(matches, "status"), initiative);
    }
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[])
}

fn attend(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let chosen = chosen(&mut draft, matches, session)?;
    refuse_nobody(&mut draft, &chosen);
    if let Some(known) = programme::open(&mut draft, id(matches)) {
        let key = typed(matches, "session").unwrap_or_default();
        taking_part::attend(&mut draft, &known, key, &chosen, typed(matches, "minutes"));
    }
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[])
}

fn score(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let is_argument = matches.get_many::<String>("people").is_some();
    let (read, form): (fn(&str) -> Option<Scored>, _) = match is_argument {
        true => (Scored::of_argument, "Budi=61:79"),
        false => (Scored::of_line, "Budi,61,79"),
    };
    let mut scored = Vec::new();
    for text in listed(matches, session)? {
        match read(&text) {
            Some(one) => scored.push(one),
            None => draft.refuse(
                "",
                Slip::PairForm {
                    text,
                    form: form.to_owned(),
                },
            ),
        }
    }
    if scored.is_empty() && draft.is_good() {
        draft.refuse("", Slip::PeopleMissing);
    }
    if let Some(known) = programme::open(&mut draft, id(matches)) {
        taking_part::score(&mut draft, &known, &scored);
    }
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[])
}

fn complete(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let failed: Vec<String> = parts(typed(matches, "failed").unwrap_or_default())
        .map(str::to_owned)
        .collect();
    let chosen = chosen(&mut draft, matches, session)?;
    if failed.is_empty() {
        refuse_nobody(&mut draft, &chosen);
    }
    let completion = Completion {
        on: typed(matches, "on").map(str::to_owned),
        jp: typed(matches, "jp").map(str::to_owned),
        failed,
    };
    if let Some(known) = programme::open(&mut draft, id(matches)) {
        taking_part::complete(&mut draft, &known, &chosen, &completion);
    }
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[])
}

/// Refuses a command that names nobody.
fn refuse_nobody(draft: &mut Draft<'_>, chosen: &Chosen) {
    if matches!(chosen, Chosen::Named(names) if names.is_empty()) && draft.is_good() {
        draft.refuse("", Slip::PeopleMissing);
    }
}

fn cancel(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    if let Some(known) = programme::open(&mut draft, id(matches)) {
        taking_part::cancel(&mut draft, &known, typed(matches, "reason").unwrap_or_default());
    }
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[])
}
