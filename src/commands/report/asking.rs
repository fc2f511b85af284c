//! What is typed about any report: its month, its form, and where it goes.

use super::Asked;
use crate::commands::arguments::month;
use crate::files::{Directory, output};
use crate::load::Office;
use crate::records::time::Month;
use crate::render::{Format, Options, render};
use crate::report::model::Report;
use crate::session::Session;
use crate::words::screen::Screen;
use crate::words::{Lang, Phrase};
use clap::{Arg, ArgMatches, Command};
use std::path::Path;

/// Adds what is typed about any report.
pub(super) fn with_form(command: Command, lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en }.get(lang);
    command
        .arg(
            Arg::new("month")
                .long("month")
                .value_name("YYYY-MM")
                .default_value("last-month")
                .help(say(
                    "Bulan laporan: 2026-10, last-month, atau this-month",
                    "The month: 2026-10, last-month or this-month",
                )),
        )
        .arg(Arg::new("format").short('O').value_name("FORMAT").help(say(
            "Bentuk: table, md, json, atau csv; bila tidak ditulis: menurut akhiran berkas -o, atau table",
            "The form: table, md, json or csv; else by the ending of -o, else table",
        )))
        .arg(Arg::new("output").short('o').value_name("FILE").help(say(
            "Tulis ke berkas ini (.txt, .md, .json, atau .csv); - berarti keluaran standar",
            "Write to this file (.txt, .md, .json or .csv); - is standard output",
        )))
        .arg(
            Arg::new("table")
                .long("table")
                .value_name("ID")
                .help(say("Hanya tabel ini, sebagai csv", "Only this table, as csv")),
        )
}

/// What is typed about any report: the month, the form, the file.
pub(super) struct Asking<'m> {
    pub(super) month: Month,
    format: Format,
    output: Option<&'m String>,
    table: Option<&'m String>,
}

impl<'m> Asking<'m> {
    pub(super) fn of(matches: &'m ArgMatches, session: &Session<'_>) -> anyhow::Result<Asking<'m>> {
        Ok(Asking {
            // Nothing typed is the month that is over.
            month: month(matches, session)?.unwrap_or_else(|| session.today.month().plus(-1)),
            format: format(matches, session)?,
            output: matches.get_one::<String>("output").filter(|file| *file != "-"),
            table: matches.get_one::<String>("table"),
        })
    }

    pub(super) fn about<'a>(
        &self,
        directory: &'a Directory,
        office: &'a Office,
        subject: Option<&'a str>,
        session: &Session<'_>,
    ) -> Asked<'a> {
        Asked {
            directory,
            office,
            month: self.month,
            lang: session.asked_lang.unwrap_or_else(|| office.settings.lang()),
            subject,
        }
    }

    /// Tells that the month is not over.
    pub(super) fn warn(&self, session: &mut Session<'_>) -> anyhow::Result<()> {
        if self.month.last() > session.today {
            let (month, today) = (self.month.to_string(), session.today.to_string());
            session.tell(&Screen::FutureMonth { month, today })?;
        }
        Ok(())
    }
}

/// The form that was asked for, or that of the file's ending.
fn format(matches: &ArgMatches, session: &Session<'_>) -> anyhow::Result<Format> {
    let Some(code) = matches.get_one::<String>("format") else {
        return format_of_file(matches, session);
    };
    Format::of(code).ok_or_else(|| {
        let all = Format::ALL.map(Format::code).join(", ");
        session.usage(&Screen::BadFormat {
            text: code.to_owned(),
            all,
        })
    })
}

/// The form that the ending of the file tells: a file must be what its name says.
fn format_of_file(matches: &ArgMatches, session: &Session<'_>) -> anyhow::Result<Format> {
    // One table alone is written as CSV only.
    let allowed = match matches.contains_id("table") {
        true => &[Format::Csv][..],
        false => &Format::ALL,
    };
    let file = matches.get_one::<String>("output").map(Path::new);
    let Some(ending) = file.and_then(Path::extension) else {
        return Ok(allowed[0]);
    };
    let ending = ending.to_string_lossy().to_lowercase();
    let found = allowed.iter().find(|format| format.ending() == ending);
    found.copied().ok_or_else(|| {
        let all: Vec<String> = allowed
            .iter()
            .map(|format| format!(".{}", format.ending()))
            .collect();
        let all = all.join(", ");
        session.usage(&Screen::BadEnding { ending, all })
    })
}

impl Asking<'_> {
    /// Prints the report, or writes it to the file asked for.
    pub(super) fn print(
        &self,
        report: &Report,
        session: &mut Session<'_>,
        is_draft: bool,
    ) -> anyhow::Result<()> {
        if let Some(id) = self.table
            && report.tables().all(|table| table.id != id)
        {
            let all: Vec<&str> = report.tables().map(|table| table.id).collect();
            return Err(session.usage(&Screen::BadTable {
                name: id.clone(),
                all: all.join(", "),
            }));
        }
        let options = Options {
            width: session.terminal_width.unwrap_or(100),
            color: session.color && self.output.is_none(),
            table: self.table.cloned(),
        };
        let text = render(report, self.format, &options);
        let Some(file) = self.output else {
            session.out.write_all(text.as_bytes())?;
            return Ok(());
        };
        if is_draft
            && Path::new(file)
                .components()
                .any(|part| part.as_os_str() == "reports")
        {
            return Err(session.usage(&Screen::DraftPlace));
        }
        output::replace(&session.here.join(file), text.as_bytes())
            .map_err(|error| session.unwritten(file, &error))
    }
}
