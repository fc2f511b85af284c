//! `bina certificate renew`: a renewal is a new line that names the old one.

use super::Verb;
use super::arguments::{attached, dry_run, option, place, typed};
use crate::change::Draft;
use crate::change::certificate::{Renewal, renew};
use crate::clerk;
use crate::session::{Exit, Session};
use crate::words::{Lang, Phrase};
use clap::{ArgMatches, Command};

/// `bina certificate renew`.
pub static RENEW: Verb = Verb {
    subject: "certificate",
    name: "renew",
    alias: "perpanjang",
    about: Phrase {
        id: "Mencatat perpanjangan sertifikat sebagai baris baru; baris lama tetap. Idnya dicetak.",
        en: "Records the renewal of a certificate as a new row; the old one stays. Its id is printed.",
    },
    build,
    run,
};

fn build(command: Command, lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en };
    let id = say(
        "Id sertifikat yang diperpanjang; lihat: bina certificate list",
        "Id of the certificate that is renewed; see: bina certificate list",
    );
    let number = say("Nomor yang baru", "The new number");
    let issued = say("Hari terbit", "The day of issue");
    let until = say(
        "Hari terakhir berlaku; bila tidak ditulis: menurut aturan certificates, dan tanpa batas bila aturan itu tidak menyebut bulan",
        "The last day on which it is valid; by the rule certificates when absent, and without end where that has no months",
    );
    let issuer = say(
        "Penerbit; bila tidak ditulis: sama",
        "Who issued it; the same when absent",
    );
    let recognition = say(
        "Pengakuan; bila tidak ditulis: sama",
        "By whom it is recognised; the same when absent",
    );
    let file = say(
        "Sertifikat sebagai berkas; disalin ke evidence/",
        "The certificate as a file; copied into evidence/",
    );
    command
        .args([
            place("id", "ID", id, lang),
            option("number", "NO", number, lang).required(true),
            option("issued", "YYYY-MM-DD", issued, lang).required(true),
            option("until", "YYYY-MM-DD", until, lang),
            option("issuer", "TEXT", issuer, lang),
            option("recognition", "TEXT", recognition, lang),
            option("file", "PATH", file, lang),
            dry_run(lang),
        ])
        .after_help("bina certificate renew 2023-10-k7f3q --number 7411/2026 --issued 2026-10-05 --until 2029-10-04 --file sertifikat.pdf")
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let text = |name| typed(matches, name).unwrap_or_default();
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let renewal = Renewal {
        number: text("number"),
        issued: text("issued"),
        until: typed(matches, "until"),
        issuer: typed(matches, "issuer"),
        recognition: typed(matches, "recognition"),
        file: attached(&mut draft, "--file", typed(matches, "file"), session),
    };
    let today = session.today;
    let id = renew(&mut draft, text("id"), &renewal, today, &mut |length| {
        session.mint(length)
    });
    clerk::finish(&draft, session, matches.get_flag("dry-run"), id.as_slice())
}
