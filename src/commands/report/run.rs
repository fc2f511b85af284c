//! `bina run monthly`: what is printed every month, all of it or nothing.

use super::asking::{endings, refuse_unbuilt};
use super::period::{self, month_arg, refuse_untold};
use super::{Inquiry, KINDS, Kind, edition, tell_errors};
use crate::change::Draft;
use crate::check;
use crate::clerk;
use crate::commands::verb::{Act, Argument, argument, verbs};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::files::output::{PRIVATE, REPORTS};
use crate::load::{self, Office};
use crate::measure::trace::Trace;
use crate::records::document::At;
use crate::records::settings::MonthlySettings;
use crate::records::time::{Month, Period};
use crate::render::moved::{Moved, moved};
use crate::render::{FORMATS, Format, Options};
use crate::report::{self, model::Edition};
use crate::session::{Exit, Session};
use crate::words::change::Hint;
use crate::words::problem::Problem;
use crate::words::screen::Screen;
use clap::ArgMatches;

const DRY_RUN: Argument = argument!(Flag "dry-run", id "Sebutkan berkas yang akan ditulis, tanpa menulis apa pun", en "Name the files that would be written, and write nothing");

verbs! {
    "run" "monthly" "bulanan", id "Memeriksa catatan, lalu mencetak laporan sebulan di bawah reports/, semua atau tidak sama sekali; yang tidak berubah tidak ditulis lagi", en "Checks the records, then prints the reports of a month below reports/, all of them or none; what has not changed is not written again" {
        [Made(month_arg) "month"]
        [DRY_RUN]
    } Act::Run(run), "bina run monthly --month 2026-10";
}

/// A report that is printed every month.
struct Printout {
    kind: &'static Kind,
    format: &'static Format,
    edition: Edition,
    /// Its file, relative to the record directory.
    file: String,
}

/// The files of a month, with the names that the settings have for them, and for whom they are.
pub(super) fn wanted(monthly: &MonthlySettings, month: Month) -> Vec<(Edition, &At<String>, String)> {
    let named = |edition, folder: &'static str, names| {
        let names: &Option<Vec<At<String>>> = names;
        let file = move |name: &At<String>| format!("{folder}/{month}/{}", name.value);
        names
            .iter()
            .flatten()
            .map(move |name| (edition, name, file(name)))
    };
    let office = named(Edition::Office, PRIVATE, &monthly.office);
    office
        .chain(named(Edition::Public, REPORTS, &monthly.public))
        .collect()
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let month = finished(matches, session)?;
    let dry_run = matches.get_flag(DRY_RUN.name);
    let root = session.root()?;
    let turn = clerk::take_turn(&root, session, dry_run)?;
    let directory = session.of_this_format(session.opened(&root, turn.as_ref())?)?;
    let mut draft = Draft::new(&directory);
    check::all(&directory, session.today, &mut draft.findings);
    clerk::remind_of_lost(&clerk::lost(&directory), session)?;
    let office = load::office(&directory, &mut draft.findings);
    refuse_untold(Period::month(month), office.as_ref(), session)?;
    if let Some(office) = office {
        print(&mut draft, (&office, month), session)?;
    }
    draft.findings.tell_once();
    clerk::refuse(&draft, session)?;

    if let Some(keeping) = &mut session.keeping {
        keeping.about = Some(month.to_string());
    }
    let news = second(&draft);
    match turn {
        None => draft
            .changed()
            .try_for_each(|(name, _, _)| writeln!(session.out, "{name}"))?,
        Some(turn) => clerk::commit(&draft, session, turn)?,
    }
    for one in news {
        session.tell(&one)?;
    }
    match (dry_run, draft.changed().count()) {
        (true, _) => {}
        (false, 0) => session.reassure(&Hint::Nothing)?,
        (false, count) => session.reassure(&Screen::Printed { count })?,
    }
    Ok(Exit::Done)
}

/// The month that was asked for, which must be over.
fn finished(matches: &ArgMatches, session: &Session<'_>) -> anyhow::Result<Month> {
    let month = period::asked(matches, None, session)?.last_month();
    match month.last() > session.today {
        true => {
            let (month, today) = (month.to_string(), session.today.to_string());
            Err(session.usage(&Screen::MonthRuns { month, today }))
        }
        false => Ok(month),
    }
}

/// Puts every report of the month into the draft; what keeps one from being made is told of all of them.
fn print(
    draft: &mut Draft<'_>,
    (office, month): (&Office, Month),
    session: &mut Session<'_>,
) -> anyhow::Result<()> {
    let monthly = office.settings.monthly();
    let mut misnamed = Findings::new();
    let wanted = wanted(&monthly, month).into_iter();
    let printouts = wanted.filter_map(|(edition, name, file)| {
        let (kind, format) = known(name, edition, &mut misnamed)?;
        Some(Printout {
            kind,
            format,
            edition,
            file,
        })
    });
    let printouts: Vec<Printout> = printouts.collect();
    if misnamed.errors() > 0 {
        tell_errors(draft.directory, &misnamed, session)?;
        return Err(session.fail(Exit::Broken, &Screen::PrintoutsUnknown));
    }
    for printout in &printouts {
        refuse_unbuilt(printout.format, session)?;
    }
    // What is wrong with the records is told once, by the check.
    if draft.is_good() {
        for printout in printouts {
            let directory = draft.directory;
            let bytes = printout.bytes(directory, (office, month), session, &mut draft.findings)?;
            if let Some(bytes) = bytes {
                draft.put(&printout.file, Some(bytes));
            }
        }
    }
    Ok(())
}

/// The report and the form that a name of the settings means; another one is told, with those that there are.
fn known(
    name: &At<String>,
    edition: Edition,
    findings: &mut Findings,
) -> Option<(&'static Kind, &'static Format)> {
    let kinds = KINDS
        .iter()
        .filter(|kind| !kind.needs_subject() && (kind.has_public || edition == Edition::Office));
    let found = name.value.rsplit_once('.').and_then(|(stem, ending)| {
        let kind = kinds
            .clone()
            .find(|kind| [kind.name, kind.alias].contains(&stem))?;
        let format = FORMATS.iter().find(|format| format.endings.contains(&ending))?;
        Some((kind, *format))
    });
    if found.is_none() {
        let endings = endings(FORMATS).join(" ");
        let list = |names: Vec<&str>| format!("{} + {endings}", names.join(", "));
        let problem = Problem::CodeUnknown {
            text: name.value.clone(),
            allowed: list(kinds.clone().map(|kind| kind.name).collect()),
            words: list(kinds.map(|kind| kind.alias).collect()),
        };
        findings.error(name.origin, problem);
    }
    found
}

impl Printout {
    /// Its bytes; `None` where it cannot be made, which is told.
    fn bytes(
        &self,
        directory: &Directory,
        (office, month): (&Office, Month),
        session: &Session<'_>,
        findings: &mut Findings,
    ) -> anyhow::Result<Option<Vec<u8>>> {
        let asked = Inquiry {
            directory,
            office,
            period: Period::month(month),
            is_alone: false,
            today: session.today,
            lang: session.language_of(Some(&office.settings)),
            subject: None,
            is_whole: self.format.is_data || self.edition == Edition::Public,
        };
        let made = asked.make(self.kind, findings, &mut Trace::silent());
        let made = made.and_then(|report| edition::of(report, self.edition, &asked, findings));
        let Some(mut report) = made else {
            return Ok(None);
        };
        if !self.format.is_data {
            report::short(&mut report);
        }
        let mut bytes = Vec::new();
        (self.format.report)(&report, &Options::default(), &mut bytes)?;
        Ok(Some(bytes))
    }
}

/// What has moved in figures that were printed before: a line for each printing that can be compared.
fn second(draft: &Draft<'_>) -> Vec<Screen> {
    /// So many are told with their values.
    const TOLD: usize = 8;
    let told = |one: &Moved| {
        let [before, after] = [&one.before, &one.after].map(|value| match value.is_empty() {
            true => "–",
            false => value,
        });
        format!("{} {before} → {after}", one.address)
    };
    let pairs = draft.changed().filter(|(name, ..)| name.ends_with(".csv"));
    let pairs = pairs.filter_map(|(name, before, after)| {
        let moved = moved(before?, after?);
        let more = (moved.len() > TOLD).then(|| "…".to_owned());
        let told: Vec<String> = moved.iter().take(TOLD).map(told).chain(more).collect();
        (!moved.is_empty()).then(|| Screen::Reprinted {
            name: name.to_owned(),
            count: moved.len(),
            told: told.join("; "),
        })
    });
    pairs.collect()
}
