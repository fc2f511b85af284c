//! `bina run monthly`: what is printed every month, all of it or nothing.

use super::close::{self, SIGN};
use super::period::{finished, month_arg, refuse_untold};
use crate::change::{Draft, closing};
use crate::check;
use crate::clerk;
use crate::commands::verb::{Act, Argument, argument, verbs};
use crate::diagnostic::Findings;
use crate::files::output::{REPORTS, is_private};
use crate::git::Repository;
use crate::inquiry::{Inquiry, Printout, Reissue, printouts, stands};
use crate::intake::whole::is_record;
use crate::load::{self, Office};
use crate::queue;
use crate::records::closing::closed;
use crate::records::time::{Month, Period};
use crate::session::{Exit, Session};
use crate::words::change::Hint;
use crate::words::screen::Screen;
use clap::ArgMatches;

const DRY_RUN: Argument = argument!(Flag "dry-run", id "Sebutkan berkas yang akan ditulis, tanpa menulis apa pun", en "Name the files that would be written, and write nothing");

/// `--close`.
const CLOSE: Argument = argument!(Flag "close", id "Tutup juga bulan itu, seperti bina close", en "Close the month too, as bina close does");

verbs! {
    "run" "monthly" "bulanan", id "Memeriksa catatan, lalu mencetak laporan sebulan di bawah reports/, semua atau tidak sama sekali; yang tidak berubah tidak ditulis lagi; keluar dengan 1 bila bulan itu sudah ditutup dan angkanya kini lain", en "Checks the records, then prints the reports of a month below reports/, all of them or none; what has not changed is not written again; exit 1 when the month is closed and its figures are others now" {
        [Made(month_arg) "month"]
        [CLOSE]
        [SIGN]
        [DRY_RUN]
    } Act::Run(run), "bina run monthly --month 2026-10";
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let month = finished(matches, session)?;
    let dry_run = matches.get_flag(DRY_RUN.name);
    close::sign(matches, session)?;
    let root = session.root()?;
    let turn = clerk::take_turn(&root, session, dry_run)?;
    let directory = session.of_this_format(session.opened(&root, turn.as_ref())?)?;
    let mut draft = Draft::new(&directory);
    check::all(&directory, session.today, &mut draft.findings);
    clerk::remind_of_lost(&clerk::lost(&directory), session)?;
    let office = load::office(&directory, &mut draft.findings);
    refuse_untold(Period::month(month), office.as_ref(), session)?;
    let ledger = load::ledger(&directory, month, &mut draft.findings);
    stands(&directory, &ledger, &mut draft.findings);
    let mut is_moved = false;
    let (made, news) = match office {
        Some(office) => {
            let (mut made, news) = print(&mut draft, (&office, month), session)?;
            if matches.get_flag(CLOSE.name) && draft.is_good() {
                close::close(&mut draft, (&office, month), None, session);
                made.push(closed.file(&month.to_string()));
            } else if draft.is_good() {
                let asked = Inquiry::of_month(&directory, &office, month, session.today);
                is_moved = close::tell_moved(&asked, session)?;
            }
            (made, news)
        }
        None => Default::default(),
    };
    draft.findings.tell_once();
    clerk::refuse(&draft, session)?;

    if let Some(keeping) = &mut session.keeping {
        keeping.about = Some(month.to_string());
        keeping.made = made;
    }
    match turn {
        None => draft
            .changed()
            .try_for_each(|(name, _, _)| writeln!(session.out, "{name}"))?,
        Some(turn) => clerk::commit(&draft, session, turn)?,
    }
    for one in told(news).into_iter().chain(unkept(month, session)?) {
        session.tell(&one)?;
    }
    match (dry_run, draft.changed().count()) {
        (true, _) => {}
        (false, 0) => session.reassure(&Hint::Nothing)?,
        (false, count) => session.reassure(&Screen::Printed { count })?,
    }
    Ok(if is_moved { Exit::Findings } else { Exit::Done })
}

/// Puts every report of the month into the draft; what keeps one from being made is told of all of them. The files that
/// they become, and what has moved in those that were there.
fn print(
    draft: &mut Draft<'_>,
    (office, month): (&Office, Month),
    session: &mut Session<'_>,
) -> anyhow::Result<(Vec<String>, Reissue)> {
    let printouts = printouts(&office.settings, month, &mut draft.findings);
    let (lang, mut news) = (session.language_of(Some(&office.settings)), Reissue::default());
    // What is wrong with the records is told once, by the check.
    if !draft.is_good() {
        return Ok((Vec::new(), news));
    }
    let (directory, today) = (draft.directory, session.today);
    let printouts = printouts.iter();
    let printouts: Vec<Printout> = printouts
        .flat_map(|printout| printout.each(directory, office, month))
        .collect();
    let made = queue::run(queue::threads(true), printouts.len(), |number| {
        let mut findings = Findings::new();
        let printed = printouts[number].print(directory, month, (today, lang), &mut findings);
        (printed, findings)
    });
    for (printout, (printed, told)) in printouts.iter().zip(made) {
        draft.findings.append(told);
        let printed = printed?;
        news.take(printout, printed.moved);
        for (name, bytes) in printed.files {
            draft.put(&name, bytes);
        }
    }
    let files = printouts.iter().flat_map(Printout::files).collect();
    Ok((files, news))
}

/// Where what is printed is committed: the printings of other months, and the closings, that no commit has, and the records
/// that none has.
fn unkept(month: Month, session: &Session<'_>) -> anyhow::Result<Vec<Screen>> {
    if session.keeping.is_none() {
        return Ok(Vec::new());
    }
    let repository = Repository::around(&session.root()?).ok();
    let unkept = repository.and_then(|repository| repository.unkept().ok());
    let own = format!("{REPORTS}/{month}/");
    let mut files = unkept.unwrap_or_default();
    files.retain(|file| !is_private(file) && !file.starts_with(&own));
    let is_made = |file: &String| file.starts_with(&*closed.path) || file.starts_with(REPORTS);
    let (made, mut records): (Vec<String>, Vec<String>) = files.into_iter().partition(is_made);
    records.retain(|file| is_record(file));
    let told = [made, records].map(|files| files.join(", "));
    let [made, records] = told.map(|files| (!files.is_empty()).then_some(files));
    let made = made.map(|files| Screen::PrintedUnkept { files });
    let records = records.map(|files| Screen::PrintedLoose { files });
    Ok(made.into_iter().chain(records).collect())
}

/// What has moved in figures that were printed before.
fn told(news: Reissue) -> Option<Screen> {
    let name = news.files.join(", ");
    let all = news.moved();
    let (count, told) = (all.len(), closing::told(&all));
    (count > 0).then_some(Screen::Reprinted { name, count, told })
}
