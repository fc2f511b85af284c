//! `bina paper NAME TRAINING`: a sheet about a programme, for the table or the file.

use super::asking::{Asking, with_output};
use super::told;
use crate::commands::arguments::typed;
use crate::commands::verb::{Act, verbs};
use crate::diagnostic::Findings;
use crate::gather;
use crate::inquiry::{Focus, Inquiry, Kind, Times};
use crate::load;
use crate::measure::trace::Trace;
use crate::records::time::Period;
use crate::render::FORMATS;
use crate::report;
use crate::session::{Exit, Session};
use crate::words::screen::Screen;
use crate::words::{Lang, Phrase, value_form};
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgMatches, Command};

verbs! {
    "" "paper" "cetakan", id "Mencetak lembar tentang satu pelatihan: daftar hadir untuk ditandatangani, rekapitulasi peserta", en "Prints a sheet about a programme: a list to sign, a summary of its participants" {
    } Act::Built(build, run), "";
}

/// The sheets, in the order of the help.
static PAPERS: [Kind; 2] = [
    Kind {
        name: "attendance",
        alias: "daftar-hadir",
        about: Phrase {
            id: "daftar hadir bernomor dengan kolom tanda tangan tiap sesi",
            en: "a numbered list with a column of signatures for each session",
        },
        subject: Some(Focus::TRAINING),
        has_public: false,
        is_about_public: false,
        is_frequent: true,
        times: Times::Month,
        make: |reading, asked| {
            let gathered = gather::paper::report(reading, asked.subject.unwrap_or_default())?;
            Some(report::attendance(&asked.page(reading), &gathered))
        },
    },
    Kind {
        name: "recap",
        alias: "rekapitulasi",
        about: Phrase {
            id: "hasil setiap peserta dengan JP dan nilai tes, untuk ditandatangani pimpinan",
            en: "what became of every participant, with JP and tests, to be signed by the office",
        },
        subject: Some(Focus::TRAINING),
        has_public: false,
        is_about_public: false,
        is_frequent: true,
        times: Times::Month,
        make: |reading, asked| {
            let gathered = gather::paper::report(reading, asked.subject.unwrap_or_default())?;
            Some(report::recap(&asked.page(reading), &gathered))
        },
    },
];

fn build(command: Command, lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en }.get(lang);
    let names = PAPERS
        .iter()
        .map(|kind| format!("  {} ({})  {}", kind.name, kind.alias, kind.about.get(lang)));
    let names: Vec<String> = names.collect();
    let example = say("Contoh", "Example");
    let values = PAPERS
        .iter()
        .map(|kind| PossibleValue::new(kind.named(lang)).aliases([kind.name, kind.alias]));
    let command = command
        .after_help(format!(
            "{}\n{example}: bina paper attendance 2026-11/arsip-digital -o reports/private/hadir.html",
            names.join("\n")
        ))
        .arg(
            Arg::new("name")
                .required(true)
                .value_name(value_form(lang, "NAME"))
                .value_parser(PossibleValuesParser::new(values))
                .hide_possible_values(true)
                .help(say("Nama lembarnya", "The name of the sheet")),
        )
        .arg(
            Arg::new("subject")
                .value_name(value_form(lang, "TRAINING"))
                .help(say("Pelatihannya", "The programme")),
        );
    with_output(command, FORMATS, lang)
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let name = typed(matches, "name").unwrap_or_default();
    let of_name = |kind: &&Kind| [kind.name, kind.alias].contains(&name);
    let kind = PAPERS.iter().find(of_name).unwrap_or(&PAPERS[0]);
    let asking = Asking::of(matches, None, FORMATS, session)?;
    let directory = session.directory()?;
    let typed = ("bina paper {name}", typed(matches, "subject"));
    let id = super::subject(kind, typed, &directory, session)?.unwrap_or_default();
    let mut findings = Findings::new();
    let office = load::office(&directory, &mut findings);
    let programme = load::training(&directory, &id, &mut findings);
    let made = office.zip(programme).and_then(|(office, programme)| {
        let period = Period::month(programme.end.value.month());
        let asked = Inquiry {
            period,
            ..asking.about(&directory, &office, Some(&id), session)
        };
        asked.make(kind, &mut findings, &mut Trace::silent())
    });
    let errors = told(&directory, &mut findings, session)?;
    match made.filter(|_| errors == 0) {
        Some(sheet) => asking.print(&report::office(sheet), session, false, None)?,
        None => return Err(session.fail(Exit::Broken, &Screen::Refused { errors })),
    }
    Ok(Exit::Done)
}
