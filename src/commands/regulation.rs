//! `bina regulation brief`: which programme briefs on a regulation.

use super::Verb;
use super::arguments::{dry_run, place, typed};
use crate::change::{Draft, regulation};
use crate::clerk;
use crate::session::{Exit, Session};
use crate::words::Phrase;
use clap::ArgMatches;

/// `bina regulation brief`.
pub static BRIEF: Verb = Verb {
    subject: "regulation",
    name: "brief",
    alias: "jelaskan",
    about: Phrase {
        id: "Mencatat pelatihan yang menjelaskan sebuah peraturan; pesertanya yang selesai dihitung sudah mendapat penjelasan.",
        en: "Records the programme that briefs on a regulation; who completes it counts as briefed.",
    },
    build: |command, lang| {
        let regulation = Phrase {
            id: "Id peraturan; lihat verba list",
            en: "The id of the regulation; see the verb list",
        };
        let training = Phrase {
            id: "Id pelatihan penjelasannya",
            en: "The id of the programme that briefs",
        };
        command
            .args([
                place("regulation", "REGULATION", regulation, lang),
                place("training", "TRAINING", training, lang),
                dry_run(lang),
            ])
            .after_help("bina regulation brief perwal-2026-31 2026-11/sosialisasi-sktm")
    },
    run,
};

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let text = |name| typed(matches, name).unwrap_or_default();
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    regulation::brief(&mut draft, text("regulation"), text("training"));
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[])
}
