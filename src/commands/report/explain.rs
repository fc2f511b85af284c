//! `bina explain ADDRESS`: where a figure comes from.
//!
//! The report is made twice: once to find the figure, once with a trace that listens to it. So the explanation is the
//! same computation as the report.

use super::ASK_FURTHER as ASK;
use super::against::against_arg;
use super::asking::{Asking, with_form};
use super::period::refuse_untold;
use crate::commands::arguments::typed;
use crate::commands::verb::{Act, verbs};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::git::Git;
use crate::inquiry::{Drift, Inquiry, Kind, Landmark, Lexicon, Whose};
use crate::load;
use crate::measure::meaning::How;
use crate::measure::trace::Trace;
use crate::render::FORMATS;
use crate::report::explanation::{self, Footing, Meant, Revised, Since};
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
    with_form(command, FORMATS, lang).arg(against_arg(lang))
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let kind = super::named(typed(matches, "report").unwrap_or_default(), session)?;
    let mut asking = Asking::of(matches, Some(kind), FORMATS, session)?;
    let directory = session.directory()?;
    let subject = super::subject(kind, (COMMAND, typed(matches, "subject")), &directory, session)?;
    let mut findings = Findings::new();
    let office = load::office(&directory, &mut findings);
    refuse_untold(asking.period, office.as_ref(), session)?;
    let against = state(matches, &directory, session)?;
    let mut page = None;
    if let Some(office) = &office {
        let address = typed(matches, "address").unwrap_or_default();
        let address = address.trim().trim_end_matches('/');
        let mut asked = asking.about(&directory, office, subject.as_deref(), session);
        // The state is one of the report that holds the figure, also of one of the month before.
        let (own, own_address) = (asked.period, address.to_owned());
        let back = |asked: &Inquiry<'_>| {
            let asked = Inquiry {
                period: own,
                ..*asked
            };
            against
                .map(|when| back(when, (kind, &asked), session))
                .transpose()
        };
        page = answer(
            kind,
            &asked,
            (address, (&own_address, false)),
            &back,
            &mut findings,
        );
        if let Some(Answer::MonthBefore(address)) = &page {
            asked.period = asked.period.previous();
            asking.period = asked.period;
            let mut told = Findings::new();
            page = answer(kind, &asked, (address, (&own_address, true)), &back, &mut told);
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
        Some(Answer::Page(page)) if errors == 0 => {
            asking.warn(session)?;
            asking.print(&page, session, false, None)?;
            Ok(Exit::Done)
        }
        Some(Answer::Refused(refusal)) if errors == 0 => Err(session.usage(&refusal)),
        Some(Answer::NoSuchState(refusal)) if errors == 0 => Err(session.usage(&refusal)),
        _ => Err(session.fail(Exit::Broken, &Screen::Broken { errors })),
    }
}

/// The earlier state that is asked about; a clone that begins in the middle may not have it.
fn state<'m>(
    matches: &'m ArgMatches,
    directory: &Directory,
    session: &mut Session<'_>,
) -> anyhow::Result<Option<&'m str>> {
    let against = typed(matches, "against");
    if against.is_some() && Git::at(directory.root()).is_shallow() {
        session.tell(&Screen::HistoryShallow)?;
    }
    Ok(against)
}

/// What an address leads to.
enum Answer {
    /// A page.
    Page(Box<Report>),
    /// The figure of this address, a month earlier.
    MonthBefore(String),
    /// There is no such figure.
    Refused(AddressText),
    /// There is no such earlier state.
    NoSuchState(Screen),
}

fn page_of(report: Report) -> Answer {
    Answer::Page(Box::new(report))
}

/// Answers what was typed, under which address a report holds it, and whether it is asked for as the figure of the month
/// before; `None` when no report can be
/// made, which is told.
fn answer(
    kind: &Kind,
    asked: &Inquiry<'_>,
    (typed, (written, is_before)): (&str, (&str, bool)),
    back: &dyn Fn(&Inquiry<'_>) -> Result<Option<Landmark>, Screen>,
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
        Ok(Meant::Under(figures)) => {
            return Some(match back(asked) {
                Ok(None) => page_of(explanation::addresses(&page, &figures)),
                Ok(Some(landmark)) => moved_under(kind, (asked, &page), typed, &landmark),
                Err(refusal) => Answer::NoSuchState(refusal),
            });
        }
        Ok(Meant::Figure(found)) => found,
        Err(refusal) => {
            let landmark = back(asked).ok().flatten();
            let gone = landmark.and_then(|landmark| gone(kind, (asked, &page), (typed, written), &landmark));
            return Some(gone.unwrap_or(Answer::Refused(refusal)));
        }
    };
    let Some(question) = found.question() else {
        let (address, command) = (found.address(), ASK.to_owned());
        return Some(Answer::Refused(AddressText::NoFigure { address, command }));
    };
    if let How::MonthBefore(column) = question.meaning.how {
        return Some(Answer::MonthBefore(found.beside(column)));
    }
    let told = asked.explain(kind, question, findings)?;
    let landmark = match back(asked) {
        Ok(None) => return Some(page_of(explanation::explanation(&page, found, &told))),
        Ok(Some(landmark)) => landmark,
        Err(refusal) => return Some(Answer::NoSuchState(refusal)),
    };
    let (address, now) = (found.address(), Footing::of(found, Some(told.clone())));
    let moved = match landmark.course(kind, asked, (&address, &now)) {
        Ok(moved) => moved,
        Err(refusal) => return Some(Answer::NoSuchState(refusal)),
    };
    let by = said(&moved, asked.lang);
    let since = Since {
        written: landmark.figure(if is_before { written } else { &address }),
        ..since(&landmark, &moved, &by)
    };
    Some(page_of(explanation::since(&page, found, &told, &since)))
}

/// Who did each of the revisions.
fn said(moved: &Drift, lang: Lang) -> Vec<String> {
    moved.revisions.iter().map(|one| one.by(lang)).collect()
}

/// What is said of what became of a figure, but for what was written down of it.
fn since<'d>(landmark: &Landmark, moved: &'d Drift, by: &'d [String]) -> Since<'d> {
    let revised = moved.revisions.iter().zip(by).map(|(one, by)| Revised {
        day: &one.day,
        by,
        commit: &one.commit,
        file: &one.file,
        what: &one.what,
    });
    Since {
        when: landmark.told.clone(),
        written: None,
        then: moved.then.as_ref(),
        revised: revised.collect(),
        is_wide: moved.under.is_wide,
        is_gone: false,
    }
}

/// The figures of a list, a table or a row of it that are others now, with the rows that came or went, and the records that
/// have changed since of those that the report reads.
fn moved_under(
    kind: &Kind,
    (asked, page): (&Inquiry<'_>, &explanation::Opening<'_>),
    typed: &str,
    landmark: &Landmark,
) -> Answer {
    let Some(earlier) = landmark.records(asked.directory) else {
        let when = landmark.told.clone();
        return Answer::NoSuchState(Screen::StateUnkept { when });
    };
    let (directory, findings) = (&earlier.directory, &mut Findings::new());
    let then = load::office(directory, findings).and_then(|office| {
        let office = &office;
        let then = Inquiry {
            directory,
            office,
            ..*asked
        };
        then.make(kind, findings, &mut Trace::silent())
    });
    let Some(then) = then else {
        let (when, errors) = (landmark.told.clone(), findings.errors());
        return Answer::NoSuchState(Screen::ThenBroken { when, errors });
    };
    let figures = explanation::moved_under([&then, page.report], typed);
    let read = [asked.directory, directory].map(Directory::read_names);
    let mut altered = earlier.altered(asked.directory, &Lexicon::of(asked.directory));
    altered.retain(|(name, _)| read.iter().any(|read| read.contains(name)));
    let when = landmark.told.clone();
    page_of(explanation::compared(page, when, &figures, Some(&altered)))
}

/// A figure that the report of then had and that of now has no more: what it rested on, and what became of that. `None`
/// where then had none either, or nobody has its records.
fn gone(
    kind: &Kind,
    (asked, page): (&Inquiry<'_>, &explanation::Opening<'_>),
    (typed, written): (&str, &str),
    landmark: &Landmark,
) -> Option<Answer> {
    let earlier = landmark.records(asked.directory)?;
    // What is wrong with the records of then is said where they are asked about what is there.
    let unheard = &mut Findings::new();
    let office = load::office(&earlier.directory, unheard)?;
    let then = Inquiry {
        directory: &earlier.directory,
        office: &office,
        ..*asked
    };
    let report = then.make(kind, unheard, &mut Trace::silent())?;
    let Ok(Meant::Figure(found)) = explanation::look_up(&report, typed, ASK) else {
        return None;
    };
    let told = then.explain(kind, found.question()?, unheard)?;
    let address = found.address();
    let moved = landmark
        .course(kind, asked, (&address, &Footing::default()))
        .ok()?;
    let by = said(&moved, asked.lang);
    let since = Since {
        written: landmark.figure(written),
        is_gone: true,
        ..since(landmark, &moved, &by)
    };
    let page = explanation::Opening {
        report: &report,
        settings: Some(&office.settings),
        ..*page
    };
    Some(page_of(explanation::since(&page, found, &told, &since)))
}

/// The earlier state that was typed, of the report and its time.
fn back(
    when: &str,
    (kind, asked): (&'static Kind, &Inquiry<'_>),
    session: &Session<'_>,
) -> Result<Landmark, Screen> {
    let whose = Whose {
        kind,
        period: asked.period,
        subject: asked.subject,
        lang: session.lang,
    };
    Landmark::find(when, whose, asked.directory, &session.here)
}
