//! `bina staff transfer-out|transfer-in`: the history of a person moves between offices as one file.

use super::Verb;
use super::arguments::{attached, coded, dry_run, option, place, typed};
use crate::change::Draft;
use crate::change::transfer::{self, Arrival, Bundle, Departure};
use crate::clerk;
use crate::files::output;
use crate::records::code::PositionKind;
use crate::session::{Exit, Session};
use crate::words::change::{Note, Slip};
use crate::words::screen::Trouble;
use crate::words::{Lang, Phrase, Say};
use clap::{Arg, ArgMatches, Command};

/// The subject.
const NAME: &str = "staff";

/// `bina staff transfer-out`.
pub static OUT: Verb = Verb {
    subject: NAME,
    name: "transfer-out",
    alias: "pindah-keluar",
    about: Phrase {
        id: "Melepas pegawai yang pindah: seluruh riwayatnya menjadi satu berkas, penempatannya berakhir di sini.",
        en: "Lets a person go who moves: the whole history becomes one file, the posting here ends.",
    },
    build: build_out,
    run: out,
};

/// `bina staff transfer-in`.
pub static IN: Verb = Verb {
    subject: NAME,
    name: "transfer-in",
    alias: "pindah-masuk",
    about: Phrase {
        id: "Menerima pegawai yang pindah ke sini beserta riwayatnya. Idnya dicetak; dijalankan lagi tidak mengubah apa pun.",
        en: "Takes in a person who moves here, with the whole history. The id is printed; run again it changes nothing.",
    },
    build: build_in,
    run: take_in,
};

fn build_out(command: Command, lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en };
    let person = say(
        "Orangnya: id, NIP, atau bagian nama",
        "The person: id, NIP or a part of the name",
    );
    let on = say(
        "Hari pertama ia tidak lagi di sini",
        "The first day on which the person is no longer here",
    );
    let output = say(
        "Berkas tujuan; bila tidak ditulis: keluaran baku",
        "The file to write; standard output when absent",
    );
    command
        .args([
            place("person", "PERSON", person, lang),
            option("on", "YYYY-MM-DD", on, lang).required(true),
            option("output", "FILE", output, lang).short('o'),
            dry_run(lang),
        ])
        .after_help("bina staff transfer-out \"Joko Lestari\" --on 2026-12-01 -o pindah-joko.toml")
}

fn build_in(command: Command, lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en };
    let file = say("Berkas dari kantor asal", "The file of the old office");
    let unit = say("Unitnya di sini", "The unit here");
    let since = say(
        "Hari pertama di sini; bila tidak ditulis: hari ia meninggalkan kantor asal",
        "The first day here; the day of leaving the old office when absent",
    );
    let position = say("Jabatannya di sini", "The position here");
    let kind = say("Jenis jabatan", "The kind of position");
    let supervisor = say("Atasan langsung di sini", "The direct supervisor here");
    let decree = say("Nomor SK", "Number of the decree");
    let file: Arg = place("file", "FILE", file, lang);
    command
        .args([
            file,
            option("unit", "UNIT", unit, lang).required(true),
            option("since", "YYYY-MM-DD", since, lang),
            option("position", "TEXT", position, lang),
            coded("position-kind", PositionKind::CODES, kind, lang),
            option("supervisor", "PERSON", supervisor, lang),
            option("decree", "NO", decree, lang),
            dry_run(lang),
        ])
        .after_help("bina staff transfer-in pindah-joko.toml --unit sek --position \"Pengelola Data\"")
}

fn out(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let departure = Departure {
        person: typed(matches, "person").unwrap_or_default(),
        on: typed(matches, "on").unwrap_or_default(),
    };
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let bundle = transfer::out(&mut draft, &departure);
    let is_dry = matches.get_flag("dry-run");
    clerk::judge(&draft, session)?;
    if let Some(bundle) = bundle.filter(|_| !is_dry) {
        // Before the posting ends: a file too many does no harm, a history that is nowhere does.
        let text = transfer::write(&bundle, session.lang);
        deliver(&mut draft, &text, typed(matches, "output"), session)?;
    }
    clerk::finish(&draft, session, is_dry, &[])
}

/// Writes the file, or prints it.
fn deliver(
    draft: &mut Draft<'_>,
    text: &str,
    file: Option<&str>,
    session: &mut Session<'_>,
) -> anyhow::Result<()> {
    let Some(file) = file.filter(|file| *file != "-") else {
        session.out.write_all(text.as_bytes())?;
        return Ok(());
    };
    let name = file.to_owned();
    let written = output::replace(&session.here.join(file), text.as_bytes());
    written.map_err(|error| session.unwritten(file, &error))?;
    draft.note(Note::PersonalFile { file: name });
    Ok(())
}

fn take_in(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let arrival = Arrival {
        unit: typed(matches, "unit").unwrap_or_default(),
        since: typed(matches, "since"),
        position: typed(matches, "position"),
        position_kind: typed(matches, "position-kind"),
        supervisor: typed(matches, "supervisor"),
        decree: typed(matches, "decree"),
    };
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let id = opened(&mut draft, matches, session).and_then(|(name, bundle)| {
        let mut random = |length| session.mint(length);
        transfer::into(&mut draft, &name, &bundle, &arrival, &mut random)
    });
    clerk::finish(&draft, session, matches.get_flag("dry-run"), id.as_slice())
}

/// The file that was named, read.
fn opened(draft: &mut Draft<'_>, matches: &ArgMatches, session: &Session<'_>) -> Option<(String, Bundle)> {
    let (name, bytes) = attached(draft, "FILE", typed(matches, "file"), session)?;
    match String::from_utf8(bytes) {
        Ok(text) => transfer::read(draft, &name, &text).map(|bundle| (name, bundle)),
        Err(_) => {
            let reason = Trouble::NoText.text(session.lang);
            draft.refuse("FILE", Slip::FileUnreadable { name, reason });
            None
        }
    }
}
