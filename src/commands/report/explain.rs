//! `bina explain ADDRESS`: where a figure comes from.
//!
//! The report is made twice: once to find the figure, once with a trace that listens to it. So the explanation is the
//! same computation as the report.

use super::ASK_FURTHER as ASK;
use super::asking::{Asking, with_form};
use super::period::refuse_untold;
use crate::commands::arguments::typed;
use crate::commands::verb::{Act, verbs};
use crate::diagnostic::Findings;
use crate::gather;
use crate::inquiry::{Inquiry, Kind};
use crate::load;
use crate::measure::meaning::How;
use crate::measure::trace::Trace;
use crate::render::FORMATS;
use crate::report::explanation::{self, Meant};
use crate::report::model::Report;
use crate::session::{Exit, Session};
use crate::words::report_explanation::AddressText;
use crate::words::screen::Screen;
use crate::words::{Lang, Phrase, value_form};
use clap::{Arg, ArgMatches, Command};

verbs! {
    "" "explain" "jelaskan", id "Menunjukkan dari mana sebuah angka berasal", en "Shows where a figure comes from" {
    } Act::Built(build, run), "";
}

/// What is typed before the programme, person or unit that a report is about.
const COMMAND: &str = "bina explain --report {name} --about";

fn build(command: Command, lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en }.get(lang);
    let command = command
        .after_help(say(
            "Alamat sebuah angka: tabel/baris/kolom, seperti dalam csv laporan; baris jumlah: total.\n\
             Tanpa alamat, atau dengan tabel saja: semua alamat di bawahnya dengan nilainya.\n\
             Contoh: bina explain hours_by_unit/total/jp_verified --month 2026-10",
            "The address of a figure: table/row/column, as in the csv of the report; the total row: total.\n\
             Without an address, or with a table alone: all addresses below it with their values.\n\
             Example: bina explain hours_by_unit/total/jp_verified --month 2026-10",
        ))
        .arg(
            Arg::new("address")
                .value_name(value_form(lang, "ADDRESS"))
                .help(say(
                    "Alamat angka, atau awalnya",
                    "The address of the figure, or its beginning",
                )),
        )
        .arg(
            Arg::new("report")
                .long("report")
                .value_name(value_form(lang, "NAME"))
                .default_value("monthly")
                .help(say(
                    "Laporan yang memuat angka itu",
                    "The report that the figure stands in",
                )),
        )
        .arg(
            Arg::new("subject")
                .long("about")
                .value_name(value_form(lang, "SUBJECT"))
                .help(say(
                    "Pelatihan, orang, atau unit yang dilaporkan, bila laporannya tentang satu",
                    "The programme, person or unit, where the report is about one",
                )),
        );
    with_form(command, FORMATS, lang)
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let kind = super::named(typed(matches, "report").unwrap_or_default(), session)?;
    let mut asking = Asking::of(matches, Some(kind), FORMATS, session)?;
    let directory = session.directory()?;
    let subject = super::subject(kind, (COMMAND, typed(matches, "subject")), &directory, session)?;
    let mut findings = Findings::new();
    let office = load::office(&directory, &mut findings);
    refuse_untold(asking.period, office.as_ref(), session)?;
    let mut page = None;
    if let Some(office) = &office {
        let address = typed(matches, "address")
            .unwrap_or_default()
            .trim()
            .trim_end_matches('/');
        let mut asked = asking.about(&directory, office, subject.as_deref(), session);
        page = answer(kind, &asked, (address, false), &mut findings);
        if let Some(Answer::MonthBefore(address)) = &page {
            asked.period = asked.period.previous();
            asking.period = asked.period;
            let mut told = Findings::new();
            page = answer(kind, &asked, (address, true), &mut told);
            if page.is_none() && !office.rules.missing_on(asked.period.last_day()).is_empty() {
                let period = asked.period.to_string();
                page = Some(Answer::Refused(match asked.period.in_one_month() {
                    Some(_) => AddressText::NoMonthBefore { month: period },
                    None => AddressText::NoPeriodBefore { period },
                }));
            } else {
                findings.append(told);
            }
        }
    }
    let errors = super::told(&directory, &mut findings, session)?;
    match page {
        Some(Answer::Page(mut page)) if errors == 0 => {
            asking.warn(session)?;
            asking.print(&mut page, session, false, None)?;
            Ok(Exit::Done)
        }
        Some(Answer::Refused(refusal)) if errors == 0 => Err(session.usage(&refusal)),
        _ => Err(session.fail(Exit::Broken, &Screen::Broken { errors })),
    }
}

/// What an address leads to.
enum Answer {
    /// A page.
    Page(Box<Report>),
    /// The figure of this address, a month earlier.
    MonthBefore(String),
    /// There is no such figure.
    Refused(AddressText),
}

fn page_of(report: Report) -> Answer {
    Answer::Page(Box::new(report))
}

/// Answers what was typed, and whether it is asked for as the figure of the month before; `None` when no report can be
/// made, which is told.
fn answer(
    kind: &Kind,
    asked: &Inquiry<'_>,
    (typed, is_before): (&str, bool),
    findings: &mut Findings,
) -> Option<Answer> {
    let report = asked.make(kind, findings, &mut Trace::silent())?;
    let page = explanation::Opening {
        report: &report,
        settings: Some(&asked.office.settings),
        command: ASK,
        period: asked.period,
        is_before,
        lang: asked.lang,
    };
    let found = match explanation::look_up(&report, typed, ASK) {
        Ok(Meant::Under(figures)) => return Some(page_of(explanation::addresses(&page, &figures))),
        Ok(Meant::Figure(found)) => found,
        Err(refusal) => return Some(Answer::Refused(refusal)),
    };
    let Some(question) = found.question() else {
        let (address, command) = (found.address(), ASK.to_owned());
        return Some(Answer::Refused(AddressText::NoFigure { address, command }));
    };
    if let How::MonthBefore(column) = question.meaning.how {
        return Some(Answer::MonthBefore(found.beside(column)));
    }
    let mut trace = Trace::listening(question.parts.clone());
    asked.make(kind, findings, &mut trace)?;
    let collected = trace.heard()?;
    let told =
        gather::explanation::explain(asked.directory, asked.office, asked.period, question, &collected);
    Some(page_of(explanation::explanation(&page, found, &told)))
}
