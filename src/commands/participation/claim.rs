//! `bina participation claim`: one command for a certificate that arrives.

use crate::change::Draft;
use crate::change::claim::{Claim, claim};
use crate::clerk;
use crate::commands::Verb;
use crate::commands::arguments::{Suggested, attached, dry_run, typed};
use crate::records::code::{Initiative, Method, Mode};
use crate::session::{Exit, Session};
use crate::words::{Lang, Phrase};
use clap::{Arg, ArgAction, ArgMatches, Command};

/// `bina participation claim`.
pub static CLAIM: Verb = Verb {
    subject: "participation",
    name: "claim",
    alias: "klaim",
    about: Phrase {
        id: "Mencatat sertifikat yang datang: pelatihan, keikutsertaan, dan bukti sekaligus.",
        en: "Records a certificate that arrives: training, participation and evidence at once.",
    },
    build,
    run,
};

fn build(command: Command, lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en }.get(lang);
    let option = |name: &'static str, form: &'static str| Arg::new(name).long(name).value_name(form);
    let code = |name: &'static str, codes| {
        option(name, "CODE")
            .value_parser(Suggested(codes))
            .hide_possible_values(true)
    };
    command
        .arg(Arg::new("person").value_name("PERSON").required(true).help(say("Orang: id, NIP, atau bagian nama", "A person: id, NIP or a part of the name")))
        .arg(option("title", "TEXT").help(say("Judul; program bulan itu dengan judul ini dipakai, atau dibuat", "The title; the programme of that month and title is used, or made")))
        .arg(option("training", "TRAINING").help(say("Id pelatihan yang sudah ada", "The id of a training that exists")))
        .arg(Arg::new("external").long("external").action(ArgAction::SetTrue).help(say("Kegiatan kantor lain, tanpa dokumen di sini", "A programme of another office, without a document here")))
        .arg(option("completed", "YYYY-MM-DD").required(true).help(say("Hari selesai", "The day of completion")))
        .arg(option("jp", "JP").required(true).help(say("JP menurut sertifikat", "JP as on the certificate")))
        .arg(option("provider", "TEXT").help(say("Penyelenggara program baru", "Who provided a new programme")))
        .arg(code("method", Method::CODES).help(say("Bentuk program baru: KL01 … NKL13", "The method of a new programme: KL01 … NKL13")))
        .arg(code("mode", Mode::CODES).help(say("Moda program baru: classroom, online, webinar, hybrid, self-paced, discussion", "The mode of a new programme: classroom, online, webinar, hybrid, self-paced, discussion")))
        .arg(code("initiative", Initiative::CODES).help(say("Atas inisiatif siapa: self atau assigned", "Whose idea it was: self or assigned")))
        .arg(option("certificate", "NO").help(say("Nomor sertifikat", "Number of the certificate")))
        .arg(option("file", "PATH").help(say("Sertifikat sebagai berkas; disalin ke evidence/", "The certificate as a file; copied into evidence/")))
        .arg(dry_run(lang))
        .after_help("bina participation claim \"Siti Aminah\" --title \"Webinar Siaga Bencana\" --external --completed 2026-10-24 --jp 3 --certificate 99085/2026 --file sertifikat.pdf")
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let text = |name: &str| matches.get_one::<String>(name).cloned().unwrap_or_default();
    let file = attached(&mut draft, "--file", typed(matches, "file"), session);
    let known = Claim {
        person: text("person"),
        title: text("title"),
        training: text("training"),
        external: matches.get_flag("external"),
        completed: text("completed"),
        jp: text("jp"),
        provider: text("provider"),
        method: text("method"),
        mode: text("mode"),
        certificate: text("certificate"),
        initiative: text("initiative"),
        file,
    };
    let id = claim(&mut draft, &known);
    clerk::finish(&draft, session, matches.get_flag("dry-run"), id.as_slice())
}
