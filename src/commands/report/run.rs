//! `bina run monthly`: what is printed every month, all of it or nothing.

use super::asking::refuse_unbuilt;
use super::period::{self, month_arg, refuse_untold};
use crate::change::Draft;
use crate::check;
use crate::clerk;
use crate::commands::verb::{Act, Argument, argument, verbs};
use crate::files::output::{REPORTS, is_private};
use crate::git::Repository;
use crate::inquiry::{Inquiry, printouts};
use crate::load::{self, Office};
use crate::records::time::{Month, Period};
use crate::render::moved::{Moved, moved};
use crate::session::{Exit, Session};
use crate::words::change::Hint;
use crate::words::screen::Screen;
use clap::ArgMatches;

const DRY_RUN: Argument = argument!(Flag "dry-run", id "Sebutkan berkas yang akan ditulis, tanpa menulis apa pun", en "Name the files that would be written, and write nothing");

verbs! {
    "run" "monthly" "bulanan", id "Memeriksa catatan, lalu mencetak laporan sebulan di bawah reports/, semua atau tidak sama sekali; yang tidak berubah tidak ditulis lagi", en "Checks the records, then prints the reports of a month below reports/, all of them or none; what has not changed is not written again" {
        [Made(month_arg) "month"]
        [DRY_RUN]
    } Act::Run(run), "bina run monthly --month 2026-10";
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let month = finished(matches, session)?;
    let dry_run = matches.get_flag(DRY_RUN.name);
    let root = session.root()?;
    let turn = clerk::take_turn(&root, session, dry_run)?;
    let directory = session.of_this_format(session.opened(&root, turn.as_ref())?)?;
    let mut draft = Draft::new(&directory);
    check::all(&directory, session.today, &mut draft.findings);
    let office = load::office(&directory, &mut draft.findings);
    refuse_untold(Period::month(month), office.as_ref(), session)?;
    let made = match office {
        Some(office) => print(&mut draft, (&office, month), session)?,
        None => Vec::new(),
    };
    draft.findings.tell_once();
    clerk::refuse(&draft, session)?;

    if let Some(keeping) = &mut session.keeping {
        keeping.about = Some(month.to_string());
        keeping.made = made;
    }
    let news = second(&draft);
    match turn {
        None => draft
            .changed()
            .try_for_each(|(name, _, _)| writeln!(session.out, "{name}"))?,
        Some(turn) => clerk::commit(&draft, session, turn)?,
    }
    for one in news.into_iter().chain(unkept(month, session)?) {
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

/// Puts every report of the month into the draft; what keeps one from being made is told of all of them. The files that
/// they become.
fn print(
    draft: &mut Draft<'_>,
    (office, month): (&Office, Month),
    session: &mut Session<'_>,
) -> anyhow::Result<Vec<String>> {
    let printouts = printouts(&office.settings, month, &mut draft.findings);
    for printout in &printouts {
        refuse_unbuilt(printout.format, session)?;
    }
    // What is wrong with the records is told once, by the check.
    if draft.is_good() {
        for printout in &printouts {
            let asked = Inquiry {
                directory: draft.directory,
                office,
                period: Period::month(month),
                is_alone: false,
                today: session.today,
                lang: session.language_of(Some(&office.settings)),
                subject: None,
                is_whole: printout.is_whole(),
            };
            if let Some(bytes) = printout.bytes(&asked, &mut draft.findings)? {
                draft.put(&printout.file, Some(bytes));
            }
        }
    }
    Ok(printouts.into_iter().map(|printout| printout.file).collect())
}

/// The printings of other months that no commit has, where what is printed is committed.
fn unkept(month: Month, session: &Session<'_>) -> anyhow::Result<Option<Screen>> {
    if session.keeping.is_none() {
        return Ok(None);
    }
    let repository = Repository::around(&session.root()?).ok();
    let unkept = repository.and_then(|repository| repository.unkept().ok());
    let own = format!("{REPORTS}/{month}/");
    let mut files = unkept.unwrap_or_default();
    files.retain(|file| file.starts_with(REPORTS) && !is_private(file) && !file.starts_with(&own));
    let files = files.join(", ");
    Ok((!files.is_empty()).then_some(Screen::PrintedUnkept { files }))
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
