//! What is typed about any report: its time, its form, and where it goes.

use super::period::{self, with_period};
use crate::commands::arguments::{form, format_named, names, one_of, typed};
use crate::files::Directory;
use crate::files::access::Access;
use crate::inquiry::{BESIDE_REPORT, Inquiry, Kind, Manifest, Order};
use crate::load::Office;
use crate::records::time::Period;
use crate::records::word::spelling;
use crate::render::{FOR_EXCEL, Format, Options};
use crate::report;
use crate::report::model::{Edition, Report, Table};
use crate::session::Session;
use crate::words::screen::Screen;
use crate::words::{Lang, Phrase, value_form};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::collections::BTreeMap;
use std::path::Path;

/// Adds what is typed about any report of some time that is written in one of some formats.
pub(super) fn with_form(command: Command, formats: &[&'static Format], lang: Lang) -> Command {
    with_output(with_period(command, lang), formats, lang)
}

/// Adds what is typed about the form of a report and where it goes.
pub(super) fn with_output(command: Command, formats: &[&'static Format], lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en }.get(lang);
    let all = names(formats);
    let endings = endings(formats);
    let endings: Vec<&str> = endings.iter().map(String::as_str).collect();
    command
        .arg(
            Arg::new("format")
                .short('O')
                .value_name(value_form(lang, "FORMAT"))
                .help(format!(
                    "{}; {} {}",
                    form(&all, lang),
                    say(
                        "bila tidak ditulis: menurut akhiran berkas -o, atau",
                        "else by the ending of -o, else",
                    ),
                    all[0]
                )),
        )
        .arg(
            Arg::new("output")
                .short('o')
                .value_name(value_form(lang, "FILE"))
                .help(format!(
                    "{} ({}); {}",
                    say("Tulis ke berkas ini", "Write to this file"),
                    one_of(&endings, lang),
                    say("- berarti keluaran standar", "- is standard output")
                )),
        )
        .arg(Arg::new("table").long("table").value_name("ID").help(format!(
            "{} {}",
            say("Hanya tabel ini, sebagai", "Only this table, as"),
            one_of(&names(&of_tables(formats)), lang)
        )))
        .arg(
            Arg::new("for-excel")
                .long("for-excel")
                .action(ArgAction::SetTrue)
                .help(say(
                    "csv yang langsung terbuka di Excel: titik koma, tanda UTF-8, koma desimal",
                    "csv that Excel opens with a click: semicolons, a mark of UTF-8, commas before decimals",
                )),
        )
}

/// Those of some formats that can hold one table alone.
fn of_tables(formats: &[&'static Format]) -> Vec<&'static Format> {
    let formats = formats.iter().copied();
    formats.filter(|format| format.takes_table).collect()
}

/// The endings of formats that are told, with their point.
pub(super) fn endings(formats: &[&Format]) -> Vec<String> {
    let told = formats.iter().filter_map(|format| format.endings.first());
    told.map(|ending| format!(".{ending}")).collect()
}

/// What is typed about any report: the time, the form, the file.
pub(super) struct Asking<'m> {
    pub(super) period: Period,
    /// Whether the time stands alone: figures that look back further over a month are of it only.
    pub(super) is_alone: bool,
    pub(super) format: &'static Format,
    output: Option<&'m String>,
    table: Option<&'m str>,
    /// Whether everything was asked for; `None` where the page holds nothing that could be left out.
    is_full: Option<bool>,
}

impl<'m> Asking<'m> {
    /// What was typed about a report, where it is one of the list.
    pub(super) fn of(
        matches: &'m ArgMatches,
        kind: Option<&Kind>,
        formats: &[&'static Format],
        session: &Session<'_>,
    ) -> anyhow::Result<Asking<'m>> {
        Ok(Asking {
            period: period::asked(matches, kind, session)?,
            is_alone: period::is_alone(matches, kind),
            format: format(matches, formats, session)?,
            output: matches.get_one::<String>("output").filter(|file| *file != "-"),
            table: typed(matches, "table"),
            is_full: matches.try_get_one("full").ok().flatten().copied(),
        })
    }

    /// Of a report with one table, which csv holds as itself.
    pub(super) fn of_one(self, table: &'m str) -> Asking<'m> {
        let is_alone = self.format.name == FOR_EXCEL.name;
        Asking {
            table: self.table.or(is_alone.then_some(table)),
            ..self
        }
    }

    pub(super) fn about<'a>(
        &self,
        directory: &'a Directory,
        office: &'a Office,
        subject: Option<&'a str>,
        session: &Session<'_>,
    ) -> Inquiry<'a> {
        Inquiry {
            directory,
            office,
            period: self.period,
            is_alone: self.is_alone,
            today: session.today,
            lang: session.language_of(Some(&office.settings)),
            subject,
            is_whole: true,
        }
    }

    /// Tells that the time is not over.
    pub(super) fn warn(&self, session: &mut Session<'_>) -> anyhow::Result<()> {
        if self.period.last_day() > session.today {
            let (period, today) = (self.period.to_string(), session.today.to_string());
            session.tell(&Screen::PeriodRuns { period, today })?;
        }
        Ok(())
    }
}

/// The form that was asked for, or that of the file's ending; only some can print one table alone.
pub(super) fn format(
    matches: &ArgMatches,
    formats: &[&'static Format],
    session: &Session<'_>,
) -> anyhow::Result<&'static Format> {
    let format = match typed(matches, "format") {
        None => format_of_file(matches, formats, session)?,
        Some(name) => format_named(name, formats, session)?,
    };
    refuse_unbuilt(format, session)?;
    if matches.contains_id("table") && !format.takes_table {
        return Err(session.usage(&Screen::WholeOnly {
            text: format.name.to_owned(),
            all: names(&of_tables(formats)).join(", "),
        }));
    }
    let is_typed = matches.contains_id("format") || matches.contains_id("output");
    match matches.get_flag("for-excel") {
        true if format.name == FOR_EXCEL.name || !is_typed => Ok(&FOR_EXCEL),
        true => Err(session.usage(&Screen::CsvOnly)),
        false => Ok(format),
    }
}

/// Refuses a form that this program was built without.
fn refuse_unbuilt(format: &Format, session: &Session<'_>) -> anyhow::Result<()> {
    match format.is_built {
        true => Ok(()),
        false => {
            let name = format.name.to_owned();
            Err(session.usage(&Screen::NotBuilt { name }))
        }
    }
}

/// The form that the ending of the file tells: a file must be what its name says.
fn format_of_file(
    matches: &ArgMatches,
    formats: &[&'static Format],
    session: &Session<'_>,
) -> anyhow::Result<&'static Format> {
    let allowed: Vec<&'static Format> = match matches.contains_id("table") {
        true => of_tables(formats),
        false => formats.to_vec(),
    };
    let file = matches.get_one::<String>("output").map(Path::new);
    let Some(ending) = file.and_then(Path::extension) else {
        return Ok(allowed[0]);
    };
    let ending = ending.to_string_lossy().to_lowercase();
    let found = allowed.iter().find(|format| format.endings.contains(&&*ending));
    found.copied().ok_or_else(|| {
        let all = endings(&allowed).join(", ");
        session.usage(&Screen::BadEnding { ending, all })
    })
}

/// Refuses to show on a terminal what is no text.
///
/// # Errors
/// When that is asked for.
pub(super) fn refuse_terminal(format: &Format, session: &Session<'_>) -> anyhow::Result<()> {
    match format.is_text || session.terminal_width.is_none() {
        true => Ok(()),
        false => Err(session.usage(&Screen::NoText {
            text: format.name.to_owned(),
        })),
    }
}

impl Asking<'_> {
    /// Leaves of a report what was asked for.
    pub(super) fn shape(&self, report: &mut Report) {
        match (self.format.is_data, self.is_full) {
            (true, _) | (false, None) => {}
            (false, Some(true)) => report::full(report),
            (false, Some(false)) => report::short(report),
        }
    }

    /// Prints the report, or writes it to the file asked for.
    pub(super) fn print(
        &self,
        report: &Report,
        session: &mut Session<'_>,
        is_draft: bool,
        files: Option<&Files>,
    ) -> anyhow::Result<()> {
        let table = self.table.map(|typed| table_meant(report, typed, session));
        let options = Options {
            width: session.terminal_width.unwrap_or(100),
            color: session.color && self.output.is_none(),
            table: table.transpose()?,
        };
        let write = self.format.report;
        let Some(file) = self.output else {
            refuse_terminal(self.format, session)?;
            return Ok(write(report, &options, session.out)?);
        };
        // What is for the office may hold names.
        let access = match report.edition {
            Edition::Public => Access::LikeFolder,
            Edition::Office => Access::OwnerOnly,
        };
        let outlet = session.outlet(file, access)?;
        if is_draft && outlet.is_within() {
            return Err(session.usage(&Screen::DraftPlace));
        }
        if !session.is_steady() {
            return Ok(());
        }
        let unwritten = |error| session.unwritten(file, &error);
        let mut bytes = Vec::new();
        write(report, &options, &mut bytes).map_err(unwritten)?;
        let Some((order, files)) = files.filter(|_| !is_draft && !outlet.is_stream()) else {
            return outlet.write(&bytes).map_err(unwritten);
        };
        let order = Order {
            table: options.table,
            width: options.width,
            ..order.clone()
        };
        let manifest = Manifest::of(order, report, &bytes, files.clone());
        let (bytes, beside) = manifest.carried(bytes);
        outlet.write(&bytes).map_err(unwritten)?;
        beside.map_or(Ok(()), |beside| {
            let file = format!("{file}{BESIDE_REPORT}");
            let written = session.outlet(&file, access)?.write(&beside);
            written.map_err(|error| session.unwritten(&file, &error))
        })
    }

    /// How a report was asked for, in an edition.
    pub(super) fn order(
        &self,
        (kind, edition): (&Kind, Edition),
        (subject, lang): (Option<&str>, Lang),
        session: &Session<'_>,
    ) -> Order {
        let (first, last) = (self.period.first_month(), self.period.last_month());
        Order {
            report: kind.name.to_owned(),
            about: subject.map(str::to_owned),
            months: [first, last].map(|month| month.to_string()),
            alone: self.is_alone,
            as_of: self.period.last_day().min(session.today).to_string(),
            lang: lang.code().to_owned(),
            edition: edition.code().to_owned(),
            format: self.format.name.to_owned(),
            excel: *self.format == FOR_EXCEL && std::ptr::eq(self.format, &FOR_EXCEL),
            table: None,
            full: self.is_full == Some(true),
            width: Options::default().width,
            printing: 1,
            moved: 0,
        }
    }

    /// Whether the report is written to a file, which then carries how it was made.
    pub(super) fn is_filed(&self) -> bool {
        self.output.is_some()
    }
}

/// How a report was asked for, and the files that it was made of.
pub(super) type Files = (Order, BTreeMap<String, String>);

/// The id of the table that was typed, by its id or by its caption.
fn table_meant(report: &Report, typed: &str, session: &Session<'_>) -> anyhow::Result<String> {
    let caption = spelling(typed);
    let mut tables = report.tables();
    let is_it =
        |table: &&Table| table.id == typed || (!caption.is_empty() && spelling(&table.title) == caption);
    let found = tables.find(is_it);
    found.map(|table| table.id.to_owned()).ok_or_else(|| {
        let all: Vec<&str> = report.tables().map(|table| table.id).collect();
        let (name, all) = (typed.to_owned(), all.join(", "));
        session.usage(&Screen::BadTable { name, all })
    })
}
