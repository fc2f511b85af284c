//! `bina plan compare`: the plan of a year beside what was done of it.

use super::until;
use crate::change::{Draft, yearly};
use crate::check;
use crate::clerk;
use crate::commands::arguments::{form, format_named, names, typed};
use crate::diagnostic::Findings;
use crate::gather;
use crate::gather::reading::{self, Archive, Reading};
use crate::load;
use crate::measure::trace::Trace;
use crate::records::time::Period;
use crate::render::{Format, Options};
use crate::report::{self, Page};
use crate::session::{Exit, Session};
use crate::words::{Lang, value_form};
use clap::{Arg, ArgMatches};

/// `-O`.
pub(super) fn format(lang: Lang) -> Arg {
    let help = form(&names(&formats()), lang);
    let arg = Arg::new("format").short('O').long("format");
    arg.value_name(value_form(lang, "FORMAT")).help(help)
}

/// The formats in which a plan is printed on the screen.
fn formats() -> Vec<&'static Format> {
    Format::those(|format| format.is_text)
}

/// Prints the plan of a year beside what was done.
pub(super) fn compare(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let (mut draft, id) = (Draft::new(&directory), typed(matches, "year").unwrap_or_default());
    let year = yearly::year(&mut draft, id);
    clerk::refuse(&draft, session)?;
    let year = year.unwrap_or_default();
    let formats = formats();
    let format = match typed(matches, "format") {
        Some(name) => format_named(name, &formats, session)?,
        None => formats[0],
    };
    let mut findings = Findings::new();
    let as_of = until(year, session.today);
    let report = load::office(&directory, &mut findings).and_then(|office| {
        let lang = session.language_of(Some(&office.settings));
        let period = Period::month(as_of.month());
        let archive = Archive::new(&directory, &office, period);
        let mut read = Reading::new(&archive, Trace::silent());
        let gathered = gather::plan::compared(&mut read, (year, as_of));
        let law = (&office.settings, &office.rules);
        let page = Page::new(read.roster(), law, period, lang);
        findings.append(read.findings);
        let mut report = report::plan(&page, &gathered).map(report::office)?;
        let people = report.people();
        report.name(&reading::names(&directory, &people));
        Some(report)
    });
    check::read(&directory, session.today, &mut findings);
    let Some(report) = report.filter(|_| findings.errors() == 0) else {
        return Err(clerk::broken(&directory, &findings, session)?);
    };
    let options = Options {
        width: session.terminal_width.unwrap_or(100),
        color: session.color,
        table: None,
    };
    (format.report)(&report, &options, session.out)?;
    Ok(Exit::Done)
}
