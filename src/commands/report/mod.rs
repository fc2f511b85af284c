//! `bina report NAME`: prints a report about a month, most also about a longer time.

mod asking;
pub mod due;
mod edition;
pub mod explain;
pub mod export;
mod kinds;
pub mod paper;
mod period;
pub mod rollup;
pub mod run;

pub use kinds::KINDS;

use super::arguments::typed;
use super::verb::{Act, verbs};
use crate::change::Reason;
use crate::check;
use crate::clerk;
use crate::diagnostic::{Findings, Located, Origin, Severity};
use crate::files::Directory;
use crate::gather::reading::{Archive, Reading, names};
use crate::load::{self, Office};
use crate::measure::trace::Trace;
use crate::records::table::nearest_called;
use crate::records::time::{Day, Period};
use crate::render::{FORMATS, Format};
use crate::report::{self, Page, model::Edition, model::Report};
use crate::session::{Exit, Session};
use crate::words::problem::Problem;
use crate::words::screen::Screen;
use crate::words::{Lang, Phrase, Say, value_form};
use asking::{Asking, with_form};
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, ArgMatches, Command};
use period::refuse_untold;

verbs! {
    "" "report" "laporan", id "Mencetak laporan", en "Prints a report" {
    } Act::Built(build, run), "";
}

/// What a report is asked about.
pub struct Inquiry<'a> {
    /// The record directory.
    pub directory: &'a Directory,
    /// Settings and rules.
    pub office: &'a Office,
    /// The time that it is about; events after its last day are not known.
    pub period: Period,
    /// Whether the time stands alone: figures that look back further over a month are of it only.
    pub is_alone: bool,
    /// The day on which it is asked.
    pub today: Day,
    /// The language of the report.
    pub lang: Lang,
    /// The id of the programme or person that the report is about, where it is about one.
    pub subject: Option<&'a str>,
    /// Whether lists have all their rows; else those that text shows.
    pub is_whole: bool,
}

impl Inquiry<'_> {
    /// The report, telling a trace what entered each figure; where there is none, somebody has told why.
    pub fn make(&self, kind: &Kind, findings: &mut Findings, trace: &mut Trace) -> Option<Report> {
        let mut report = self.unnamed(kind, findings, trace)?;
        let people = report.people();
        report.name(&names(self.directory, &people));
        Some(report)
    }

    /// The report in which people are still numbers.
    fn unnamed(&self, kind: &Kind, findings: &mut Findings, trace: &mut Trace) -> Option<Report> {
        let archive = Archive::new(self.directory, self.office, self.period).alone(self.is_alone);
        let mut reading = Reading::new(&archive, std::mem::take(trace));
        if !kind.is_frequent {
            reading.findings.doubt();
        }
        let mut report = (kind.make)(&mut reading, self);
        if let Some(report) = &mut report {
            self.page(&mut reading).leave_out_later(report);
            if self.period.in_one_month().is_none() {
                report::speak_of_period(report);
            }
        }
        *trace = reading.trace;
        findings.append(reading.findings);
        if report.is_none() && findings.errors() == 0 {
            self.tell_missing_rules(findings);
        }
        report
    }

    /// The page that the report is written on.
    fn page<'p>(&'p self, reading: &mut Reading<'p>) -> Page<'p> {
        let law = (&self.office.settings, &self.office.rules);
        let page = Page::new(reading.roster(), law, reading.archive.period, self.lang);
        let page = page.alone(self.is_alone).made_on(self.today);
        match self.is_whole {
            true => page,
            false => page.brief(),
        }
    }

    /// Tells the rules without which no report of the time can be made.
    fn tell_missing_rules(&self, findings: &mut Findings) {
        let day = self.period.last_day();
        for (rule, _) in self.office.rules.missing_on(day) {
            let (rule, day) = (rule.to_owned(), day.to_string());
            findings.error(Origin::NOWHERE, Problem::RuleMissing { rule, day });
        }
    }
}

/// The programme or person that a report is about.
pub struct Focus {
    /// What is typed.
    pub what: Phrase,
    /// Whether it may be left out.
    pub is_optional: bool,
    /// The id of what was typed, or why it means none.
    pub find: fn(&Directory, &str) -> Result<String, Reason>,
}

/// A report of the command.
pub struct Kind {
    /// Its name.
    pub name: &'static str,
    /// Its Indonesian alias.
    pub alias: &'static str,
    /// What it is.
    pub about: Phrase,
    /// What it is asked about beside the time; `None` when it is always about the whole office.
    pub subject: Option<Focus>,
    /// Whether it has an edition for the public.
    pub has_public: bool,
    /// Whether that edition tells of nobody of the office but in words: then it can be of any time. Others are of a month
    /// alone, because what a longer time tells of few people, less what its months tell, is what a month hides.
    pub is_about_public: bool,
    /// Whether it is made so often that it must be cheap: its reading doubts, row by row, what `check` may call wrong. Every
    /// other report asks `check` about all that it read.
    pub is_frequent: bool,
    /// The times that it can be made of.
    pub times: Times,
    /// Gathers and builds it; `None` when it cannot be built, and what is wrong is told.
    pub make: for<'r> fn(&mut Reading<'r>, &'r Inquiry<'r>) -> Option<Report>,
}

/// The times that a report can be made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Times {
    /// A month: it tells how things stand on its last day.
    Month,
    /// A month, or what begins with its year: it tells of the year up to its last month.
    YearSoFar,
    /// Any months that follow each other.
    Any,
}

impl Kind {
    /// Its name in a language.
    pub fn named(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.alias,
            Lang::En => self.name,
        }
    }

    /// Whether it cannot be made without naming a programme or a person.
    pub fn needs_subject(&self) -> bool {
        self.subject.as_ref().is_some_and(|subject| !subject.is_optional)
    }
}

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
}

/// Adds everything that is typed behind the name of a report.
fn with_edition(command: Command, formats: &[&'static Format], lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en }.get(lang);
    let command = command.arg(
        Arg::new("subject")
            .value_name(value_form(lang, "SUBJECT"))
            .help(say(
                "Pelatihan atau orang yang dilaporkan, bila laporannya tentang satu",
                "The programme or person, where the report is about one",
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
        .arg(
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
                )),
        )
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
    let edition = edition::asked(matches, (kind, asking.is_alone), session)?;
    let directory = session.directory()?;
    let about = typed(matches, "subject");
    let subject = subject(kind, ("bina report {name}", about), &directory, session)?;
    let mut findings = Findings::new();
    let office = load::office(&directory, &mut findings);
    refuse_untold(asking.period, office.as_ref(), session)?;
    let made = office.and_then(|office| {
        let mut asked = asking.about(&directory, &office, subject.as_deref(), session);
        // What everybody may see of a list is judged by all its rows.
        asked.is_whole = asking.is_whole() || edition == Edition::Public;
        let report = asked.make(kind, &mut findings, &mut Trace::silent())?;
        edition::of(report, edition, &asked, &mut findings)
    });
    let errors = told(&directory, &mut findings, session)?;
    let mut report = match made {
        Some(report) if errors == 0 || matches.get_flag("draft") => report,
        _ => return Err(session.fail(Exit::Broken, &Screen::Refused { errors })),
    };
    if errors > 0 {
        let lang = Lang::of(report.lang).unwrap_or_default();
        report::mark_draft(&mut report, &left_out(&directory, &findings, lang), lang);
    }
    asking.warn(session)?;
    if asking.period.last_day() > session.today {
        let lang = Lang::of(report.lang).unwrap_or_default();
        report::mark_unfinished(&mut report, session.today, lang);
    }
    asking.print(&mut report, session, errors > 0)?;
    // The process ends here: to give back a million cells one by one would only take time.
    std::mem::forget(report);
    Ok(if errors > 0 { Exit::Broken } else { Exit::Done })
}

/// The id of the programme or person that a report is about; `command` is what is typed before it, with `{name}` for
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
    check::read(directory, session.today, findings);
    findings.tell_once();
    tell_errors(directory, findings, session)?;
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
