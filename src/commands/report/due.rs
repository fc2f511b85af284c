//! `bina due`: everything that has a day or is owed, as of today.

use super::asking::{Asking, with_output};
use super::{left_out, told};
use crate::commands::arguments::typed;
use crate::commands::verb::{Act, verbs};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::gather;
use crate::gather::reading::{Archive, Reading, names};
use crate::inquiry::printouts;
use crate::load::{self, Office};
use crate::measure::due::DueFigures;
use crate::measure::trace::Trace;
use crate::records::time::{Day, Month, Period};
use crate::render::{FORMATS, Format, ICS};
use crate::report::{self, Page};
use crate::session::{Exit, Session};
use crate::words::screen::Screen;
use crate::words::{Lang, Phrase, value_form};
use clap::{Arg, ArgAction, ArgMatches, Command};

verbs! {
    "" "due" "tenggat", id "Mencetak semua yang terlambat, menunggu, atau akan jatuh tempo, dan perintah yang menyelesaikannya", en "Prints everything that is late, waits or falls due, and the command that settles it" {
    } Act::Built(build, run), "";
}

/// How many days ahead are told at the most.
const MOST: i32 = 3650;

/// Those of every report, and the calendar.
fn formats() -> Vec<&'static Format> {
    FORMATS.iter().copied().chain([&ICS]).collect()
}

fn build(command: Command, lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en }.get(lang);
    let command = command
        .after_help(say(
            "Contoh: bina due --within 14d\n\
             Yang terlambat paling atas. Sebagai kalender: -o reports/private/tenggat.ics",
            "Example: bina due --within 14d\n\
             What is late comes first. As a calendar: -o reports/private/due.ics",
        ))
        .arg(
            Arg::new("within")
                .long("within")
                .value_name(value_form(lang, "DAYS"))
                .default_value("30d")
                .help(say(
                    "Berapa hari ke depan yang disebut: 7d, 30d",
                    "How many days ahead are told: 7d, 30d",
                )),
        )
        .arg(Arg::new("fail").long("fail").action(ArgAction::SetTrue).help(say(
            "Berakhir dengan kode 1 bila ada yang terlambat, untuk cron",
            "Exit with code 1 when something is late, for cron",
        )));
    with_output(command, &formats(), lang)
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let asking = Asking::of(matches, None, &formats(), session)?.of_one("due");
    let within = days(typed(matches, "within").unwrap_or_default(), session)?;
    let directory = session.directory()?;
    let mut findings = Findings::new();
    let office = load::office(&directory, &mut findings);
    let made = office.and_then(|office| {
        let known = (&directory, &office);
        let lang = session.language_of(Some(&office.settings));
        let (mut report, late) = of_today(known, within, session, &mut findings, |page, gathered| {
            let (mut report, late) = report::due(page, gathered)?;
            page.tell_of_none(&mut report);
            Some((report, late))
        })?;
        let people = report.people();
        report.name(&names(&directory, &people));
        Some((report::office(report), late, lang))
    });
    let errors = told(&directory, &mut findings, session)?;
    let Some((mut report, late, lang)) = made else {
        return Err(session.fail(Exit::Broken, &Screen::Broken { errors }));
    };
    // One bad record hides what it says, not all that is due.
    if errors > 0 {
        report::mark_draft(&mut report, &left_out(&directory, &findings, lang), lang);
    }
    asking.print(&report, session, false, None)?;
    match (errors, late > 0 && matches.get_flag("fail")) {
        (1.., _) => Err(session.fail(Exit::Broken, &Screen::DueInPart { errors })),
        (0, true) => Ok(Exit::Findings),
        (0, false) => Ok(Exit::Done),
    }
}

/// What is written of everything that is due today and so many days ahead.
pub(super) fn of_today<T>(
    (directory, office): (&Directory, &Office),
    within: i32,
    session: &Session<'_>,
    findings: &mut Findings,
    write: impl FnOnce(&Page<'_>, &DueFigures) -> Option<T>,
) -> Option<T> {
    let today = session.today;
    let archive = Archive::new(directory, office, Period::until(today)).ahead_to(today.plus(within));
    let mut reading = Reading::new(&archive, Trace::silent());
    reading.findings.doubt();
    let unprinted = unprinted(directory, office, today);
    let unclosed = unclosed(directory, office, today, findings);
    let gathered = gather::due::due(&mut reading, unprinted, unclosed);
    let lang = session.language_of(Some(&office.settings));
    let law = (&office.settings, &office.rules);
    let page = Page::new(reading.roster(), law, archive.period, lang);
    findings.append(reading.findings);
    write(&page, &gathered?)
}

/// The last month that is over, and how many of its files are not there; none of a month of which nothing is known.
fn unprinted(directory: &Directory, office: &Office, today: Day) -> (Month, usize) {
    let month = today.month().plus(-1);
    if office.settings.untold_after(month.last()).is_some() {
        return (month, 0);
    }
    let files = printouts(&office.settings, month, &mut Findings::new());
    let is_there = |file: &str| matches!(directory.open_file(file), Ok(Some(_)));
    let files = files
        .iter()
        .flat_map(|printout| printout.each(directory, office, month));
    let gone = files.filter(|printout| !is_there(&printout.file));
    (month, gone.count())
}

/// The months that are over and not closed, since the first that was ever closed; none in an office that closes none.
fn unclosed(directory: &Directory, office: &Office, today: Day, findings: &mut Findings) -> Vec<Month> {
    let ledgers = load::ledgers(directory, findings);
    let Some(first) = ledgers.iter().map(|ledger| ledger.month).min() else {
        return Vec::new();
    };
    let is_closed = |month: &Month| {
        let own = ledgers.iter().find(|ledger| ledger.month == *month);
        own.is_some_and(|ledger| ledger.closed_on().is_some())
    };
    let is_known = |month: &Month| office.settings.untold_after(month.last()).is_none();
    let months = std::iter::successors(Some(first), |month| Some(month.plus(1)));
    let over = months.take_while(|month| month.last() < today);
    over.filter(|month| is_known(month) && !is_closed(month))
        .collect()
}

/// So many days as were typed: `30d` or `30`.
pub(super) fn days(text: &str, session: &Session<'_>) -> anyhow::Result<i32> {
    let number = text.strip_suffix('d').unwrap_or(text).parse::<u16>();
    let days = number.ok().map(i32::from).filter(|days| *days <= MOST);
    days.ok_or_else(|| {
        let text = text.to_owned();
        session.usage(&Screen::BadWithin { text })
    })
}
