//! `bina paper NAME TRAINING`: a sheet about a programme, for the table or the file.

use super::asking::{Asking, with_output};
use super::told;
use crate::change::Draft;
use crate::clerk;
use crate::commands::arguments::typed;
use crate::commands::verb::{Act, verbs};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::inquiry::{Inquiry, Kind, PAPERS};
use crate::load;
use crate::measure::trace::Trace;
use crate::records::text::folded;
use crate::records::time::Period;
use crate::render::FORMATS;
use crate::report;
use crate::session::{Exit, Session};
use crate::words::screen::Screen;
use crate::words::{Lang, Phrase, value_form};
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, ArgMatches, Command};

verbs! {
    "" "paper" "cetakan", id "Mencetak lembar kosong atau resmi: daftar hadir, rekapitulasi, undangan, dan sertifikat satu pelatihan, atau kuesioner", en "Prints a sheet: the list to sign, summary, invitation and certificates of a programme, or a blank questionnaire" {
    } Act::Built(build, run), "";
}

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
                .help(say(
                    "Pelatihannya, atau kode kuesionernya",
                    "The programme, or the code of the questionnaire",
                )),
        );
    let command = command.arg(
        Arg::new("person")
            .long("person")
            .value_name(value_form(lang, "PERSON"))
            .action(ArgAction::Append)
            .help(say(
                "Hanya lembar orang ini; boleh diulang (sertifikat)",
                "Only the sheet of this person; may be repeated (certificate)",
            )),
    );
    with_output(command, FORMATS, lang)
}

/// The ids of the people whose sheets alone are asked for.
fn people(
    matches: &ArgMatches,
    directory: &Directory,
    session: &mut Session<'_>,
) -> anyhow::Result<Vec<String>> {
    let typed = matches.get_many::<String>("person").into_iter().flatten();
    let people = Draft::new(directory).people();
    let (mut ids, mut slips) = (Vec::new(), Vec::new());
    for typed in typed {
        match people.find(typed) {
            Ok(person) => ids.push(person.id.clone()),
            Err(reason) => slips.push((typed.clone(), reason)),
        }
    }
    match slips.is_empty() {
        true => Ok(ids),
        false => Err(clerk::slipped(&slips, session)?),
    }
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let name = typed(matches, "name").unwrap_or_default();
    let of_name = |kind: &&Kind| [kind.name, kind.alias].contains(&name);
    let kind = PAPERS.iter().find(of_name).unwrap_or(&PAPERS[0]);
    let asking = Asking::of(matches, None, FORMATS, session)?;
    let directory = session.directory()?;
    let typed = ("bina paper {name}", typed(matches, "subject"));
    let id = super::subject(kind, typed, &directory, session)?.unwrap_or_default();
    let only = people(matches, &directory, session)?;
    let mut findings = Findings::new();
    let office = load::office(&directory, &mut findings);
    if let (Some(office), "certificate") = (&office, kind.name) {
        let office = &office.settings.agency.name;
        let training = load::training(&directory, &id, &mut Findings::new());
        let provider = training
            .and_then(|training| training.provider)
            .map(|named| named.value.0);
        if let Some(provider) = provider.filter(|provider| folded(provider) != folded(office)) {
            let (office, training) = (office.clone(), id);
            return Err(session.usage(&Screen::CertificateOfOther {
                provider,
                office,
                training,
            }));
        }
    }
    let made = office.and_then(|office| {
        // What is about a programme is as of its end.
        let day = match id.contains('/') {
            true => load::training(&directory, &id, &mut findings)?.end.value,
            false => session.today,
        };
        let asked = Inquiry {
            period: Period::month(day.month()),
            ..asking.about(&directory, &office, Some(&id), session)
        };
        asked.make(kind, &mut findings, &mut Trace::silent())
    });
    let errors = told(&directory, &mut findings, session)?;
    match made.filter(|_| errors == 0) {
        Some(mut sheet) => {
            if let Some(id) = report::without_sheet(&mut sheet, &only) {
                let (name, sheet) = (kind.named(session.lang).to_owned(), id.to_owned());
                return Err(session.usage(&Screen::NoSheet { name, person: sheet }));
            }
            asking.print(&report::office(sheet), session, false, None)?;
        }
        None => return Err(session.fail(Exit::Broken, &Screen::Refused { errors })),
    }
    Ok(Exit::Done)
}
