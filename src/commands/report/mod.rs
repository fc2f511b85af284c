//! `bina report NAME`: prints a report about a month, most also about a longer time.

mod against;
mod asking;
pub mod close;
pub mod due;
mod edition;
pub mod explain;
pub mod export;
mod folder;
pub mod history;
pub mod mail;
pub mod paper;
mod period;
pub mod rollup;
pub mod run;
pub mod site;
pub mod verify;

use super::arguments::typed;
use super::verb::{Act, verbs};
use crate::check;
use crate::clerk;
use crate::diagnostic::{Findings, Located, Severity};
use crate::files::Directory;
use crate::inquiry::{KINDS, Kind, Manifest};
use crate::load;
use crate::records::table::nearest_called;
use crate::render::{FORMATS, Format};
use crate::report::{self, model::Edition};
use crate::session::{Exit, Session};
use crate::words::problem::Problem;
use crate::words::screen::Screen;
use crate::words::{Lang, Phrase, Say, value_form};
use against::{Against, against_arg};
use asking::{Asking, with_form};
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, ArgMatches, Command};
use period::refuse_untold;

verbs! {
    "" "report" "laporan", id "Mencetak laporan", en "Prints a report" {
    } Act::Built(build, run), "";
}

/// What is typed before an address.
const ASK_FURTHER: &str = "bina explain";

fn build(command: Command, lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en }.get(lang);
    let names = KINDS
        .iter()
        .map(|kind| format!("  {} ({})  {}", kind.name, kind.alias, kind.about.get(lang)));
    let names: Vec<String> = names.collect();
    let example = say("Contoh", "Example");
    let command = command
        .after_help(format!(
            "{}\n{example}: bina report monthly --month 2026-10 -o laporan.md",
            names.join("\n")
        ))
        .arg(
            Arg::new("name")
                .required(true)
                .value_name(value_form(lang, "NAME"))
                .help(say("Nama laporan", "The report's name")),
        );
    with_edition(command, FORMATS, lang)
        .arg(against_arg(lang).conflicts_with_all(["edition", "draft", "full"]))
}

/// Adds everything that is typed behind the name of a report.
fn with_edition(command: Command, formats: &[&'static Format], lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en }.get(lang);
    let command = command.arg(
        Arg::new("subject")
            .value_name(value_form(lang, "SUBJECT"))
            .help(say(
                "Pelatihan, orang, atau unit yang dilaporkan, bila laporannya tentang satu",
                "The programme, person or unit, where the report is about one",
            )),
    );
    with_readers(with_form(command, formats, lang), lang)
}

/// Adds what is typed about who reads a report: a busy reader, somebody who mends the records, everybody.
fn with_readers(command: Command, lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en }.get(lang);
    command
        .arg(Arg::new("full").long("full").action(ArgAction::SetTrue).help(say(
            "Cetak semuanya, juga rincian, cara menghitung, dan dasar hukum; csv, xlsx, dan json selalu utuh",
            "Print everything, also details, how it is counted and by which law; csv, xlsx and json always do",
        )))
        .arg(
            Arg::new("draft")
                .long("draft")
                .action(ArgAction::SetTrue)
                .help(say(
                    "Cetak konsep walau catatan mengandung kesalahan",
                    "Print a draft although the records hold errors",
                )),
        )
        .arg(edition_arg(lang))
}

/// `--edition`.
fn edition_arg(lang: Lang) -> Arg {
    let say = |id: &'static str, en: &'static str| Phrase { id, en }.get(lang);
    Arg::new("edition")
        .long("edition")
        .value_name(value_form(lang, "EDITION"))
        .value_parser(PossibleValuesParser::new(Edition::CODES.iter().map(|code| {
            let spellings = [Lang::Id, Lang::En].map(|lang| code.typed(lang));
            PossibleValue::new(code.typed(lang)).aliases(spellings)
        })))
        .default_value(Edition::CODES[0].typed(lang))
        .help(say(
            "Untuk siapa: kantor, dengan nama; atau umum, tanpa data pribadi",
            "For whom: office with names, or public without personal data",
        ))
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    written(matches, FORMATS, session)
}

/// Makes the report that was named, and writes it in one of some formats.
fn written(
    matches: &ArgMatches,
    formats: &[&'static Format],
    session: &mut Session<'_>,
) -> anyhow::Result<Exit> {
    let kind = named(typed(matches, "name").unwrap_or_default(), session)?;
    let asking = Asking::of(matches, Some(kind), formats, session)?;
    let edition = edition::asked(matches, kind, &asking, session)?;
    let directory = session.directory()?;
    let about = typed(matches, "subject");
    let subject = subject(kind, ("bina report {name}", about), &directory, session)?;
    if let Ok(Some(when)) = matches.try_get_one::<String>("against") {
        let subject = subject.as_deref();
        return Against { kind, subject, when }.print(&asking, &directory, session);
    }
    let mut findings = Findings::new();
    let office = load::office(&directory, &mut findings);
    refuse_untold(asking.period, office.as_ref(), session)?;
    let made = office.as_ref().and_then(|office| {
        let lang = session.language_of(Some(&office.settings));
        let order = asking.order((kind, edition), (subject.as_deref(), lang), session);
        let report = order.make((&directory, office), session.today, &mut findings)?;
        Some((order, report, lang))
    });
    // Of what is read from here on, nothing is in the report.
    let files = asking.is_filed().then(|| Manifest::files(&directory, edition));
    let errors = told(&directory, &mut findings, session)?;
    let (order, mut report, lang) = match made {
        Some(made) if errors == 0 || matches.get_flag("draft") => made,
        _ => return Err(session.fail(Exit::Broken, &Screen::Refused { errors })),
    };
    if errors > 0 {
        report::mark_draft(&mut report, &left_out(&directory, &findings, lang), lang);
    }
    asking.warn(session)?;
    let files = files.map(|files| (order, files));
    asking.print(&report, session, errors > 0, files.as_ref())?;
    if let Some(office) = office.filter(|_| kind.is_closed() && errors == 0) {
        close::tell_moved(&asking.about(&directory, &office, None, session), session)?;
    }
    // The process ends here: to give back a million cells one by one would only take time.
    std::mem::forget(report);
    Ok(if errors > 0 { Exit::Broken } else { Exit::Done })
}

/// The id of the programme, person or unit that a report is about; `command` is what is typed before it, with `{name}` for
/// the report.
fn subject(
    kind: &Kind,
    (command, typed): (&str, Option<&str>),
    directory: &Directory,
    session: &mut Session<'_>,
) -> anyhow::Result<Option<String>> {
    let name = kind.named(session.lang).to_owned();
    match (typed, &kind.subject) {
        (None, Some(asked)) if !asked.is_optional => {
            let what = asked.what.get(session.lang).to_owned();
            let command = command.replace("{name}", &name);
            Err(session.usage(&Screen::SubjectMissing { name, what, command }))
        }
        (Some(typed), None) => {
            let typed = typed.to_owned();
            Err(session.usage(&Screen::SubjectUnwanted { name, typed }))
        }
        (Some(typed), Some(asked)) => match (asked.find)(directory, typed) {
            Ok(id) => Ok(Some(id)),
            Err(reason) => Err(clerk::slipped(&[("SUBJECT".to_owned(), reason)], session)?),
        },
        (None, _) => Ok(None),
    }
}

/// Tells every error, once, and where a file may have been cut; how many errors there are.
fn told(directory: &Directory, findings: &mut Findings, session: &mut Session<'_>) -> anyhow::Result<usize> {
    // The check asks for more than the report.
    let lost = clerk::lost(directory);
    check::read(directory, session.today, findings);
    findings.tell_once();
    tell_errors(directory, findings, session)?;
    clerk::remind_of_lost(&lost, session)?;
    Ok(findings.errors())
}

/// The report that was named, by either name.
fn named(name: &str, session: &Session<'_>) -> anyhow::Result<&'static Kind> {
    let found = KINDS.iter().find(|kind| kind.name == name || kind.alias == name);
    found.ok_or_else(|| {
        let names = KINDS
            .iter()
            .map(|kind| (kind.named(session.lang), [kind.name, kind.alias]));
        let names: Vec<_> = names.collect();
        let all: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
        session.usage(&Screen::BadReport {
            name: name.to_owned(),
            nearest: nearest_called(name, &names).to_owned(),
            all: all.join(", "),
        })
    })
}

/// Prints every error to standard error, and that a last line has no end.
fn tell_errors(directory: &Directory, findings: &Findings, session: &mut Session<'_>) -> anyhow::Result<()> {
    let is_told = |one: &Located| one.severity == Severity::Error || one.problem == Problem::LineOpen;
    let mut text = String::new();
    for located in directory.locate(findings).iter().filter(|one| is_told(one)) {
        located.write(session.lang, &mut text)?;
    }
    session.err.write_all(text.as_bytes())?;
    Ok(())
}

fn errors(directory: &Directory, findings: &Findings) -> Vec<Located> {
    let mut located = directory.locate(findings);
    located.retain(|located| located.severity == Severity::Error);
    located
}

/// What a draft leaves out: the place, and why.
fn left_out(directory: &Directory, findings: &Findings, lang: Lang) -> Vec<(String, String)> {
    let place = |located: &Located| {
        located
            .place
            .as_ref()
            .map_or(String::new(), |place| place.to_string())
    };
    errors(directory, findings)
        .iter()
        .map(|located| (place(located), located.problem.text(lang)))
        .collect()
}
