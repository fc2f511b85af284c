//! `bina complaint respond|resolve|reopen`: what becomes of a complaint.

use super::Verb;
use super::arguments::{coded, dry_run, on, option, place, typed};
use crate::change::Draft;
use crate::change::complaint::{self, Resolution, Response};
use crate::clerk;
use crate::records::code::{ComplainantView, ComplaintOutcome};
use crate::session::{Exit, Session};
use crate::words::{Lang, Phrase};
use clap::{Arg, ArgMatches};

/// The subject.
const NAME: &str = "complaint";

/// `bina complaint respond`.
pub static RESPOND: Verb = Verb {
    subject: NAME,
    name: "respond",
    alias: "tanggapi",
    about: Phrase {
        id: "Mencatat tanggapan pertama atas pengaduan.",
        en: "Records the first response to a complaint.",
    },
    build: |command, lang| {
        let handler = Phrase {
            id: "Yang menangani: id, NIP, atau bagian nama",
            en: "Who handles it: id, NIP or a part of the name",
        };
        command
            .args([
                id(lang),
                on(lang),
                option("handler", "PERSON", handler, lang),
                dry_run(lang),
            ])
            .after_help("bina complaint respond 2026-10-k7f3q --on 2026-10-06 --handler \"Siti Aminah\"")
    },
    run: respond,
};

/// `bina complaint resolve`.
pub static RESOLVE: Verb = Verb {
    subject: NAME,
    name: "resolve",
    alias: "selesaikan",
    about: Phrase {
        id: "Menutup pengaduan dengan hasilnya. Ditutup belum tentu selesai.",
        en: "Closes a complaint with its outcome. Closed is not resolved.",
    },
    build: |command, lang| {
        let outcome = Phrase {
            id: "Hasil penanganan",
            en: "What became of it",
        };
        let view = Phrase {
            id: "Pendapat pengadu tentang penanganannya",
            en: "The complainant's own view of the handling",
        };
        command
            .args([
                id(lang),
                coded("outcome", ComplaintOutcome::CODES, outcome, lang).required(true),
                on(lang),
                coded("view", ComplainantView::CODES, view, lang),
                dry_run(lang),
            ])
            .after_help(
                "bina complaint resolve 2026-10-k7f3q --outcome resolved --on 2026-10-12 --view satisfied",
            )
    },
    run: resolve,
};

/// `bina complaint reopen`.
pub static REOPEN: Verb = Verb {
    subject: NAME,
    name: "reopen",
    alias: "buka-kembali",
    about: Phrase {
        id: "Membuka kembali pengaduan yang ditutup; hitungan hari dimulai ulang.",
        en: "Opens a closed complaint again; its clock starts anew.",
    },
    build: |command, lang| {
        command
            .args([id(lang), on(lang), dry_run(lang)])
            .after_help("bina complaint reopen 2026-10-k7f3q --on 2026-10-20")
    },
    run: reopen,
};

fn id(lang: Lang) -> Arg {
    let help = Phrase {
        id: "Id pengaduan; lihat: bina complaint list",
        en: "Id of the complaint; see: bina complaint list",
    };
    place("id", "ID", help, lang)
}

fn respond(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let response = Response {
        on: typed(matches, "on"),
        handler: typed(matches, "handler"),
    };
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    complaint::respond(&mut draft, named(matches), &response, session.today);
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[])
}

fn resolve(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let resolution = Resolution {
        on: typed(matches, "on"),
        outcome: typed(matches, "outcome").unwrap_or_default(),
        view: typed(matches, "view"),
    };
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    complaint::resolve(&mut draft, named(matches), &resolution, session.today);
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[])
}

fn reopen(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    complaint::reopen(&mut draft, named(matches), typed(matches, "on"), session.today);
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[])
}

fn named(matches: &ArgMatches) -> &str {
    typed(matches, "id").unwrap_or_default()
}
