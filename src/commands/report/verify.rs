//! `bina verify FILE|CODE`: whether a printed report is still what the records say.

use super::told;
use crate::clerk;
use crate::commands::arguments::typed;
use crate::commands::verb::{Act, verbs};
use crate::diagnostic::Findings;
use crate::files::input;
use crate::git::Signature;
use crate::inquiry::{BESIDE_REPORT, Manifest, page_of, signings, stands, unsigned};
use crate::load;
use crate::records::closing::{Moved, month_of, moved};
use crate::records::seal::Seal;
use crate::records::time::Month;
use crate::render::{FORMATS, Options};
use crate::report;
use crate::report::explanation::as_printed;
use crate::report::model::Edition;
use crate::report::statement::statement;
use crate::session::{Exit, Session};
use crate::words::Say;
use crate::words::screen::Screen;
use clap::ArgMatches;
use std::collections::BTreeMap;

verbs! {
    "" "verify" "cocokkan", id "Membuat lagi laporan yang sudah dicetak, atau halaman dengan kode ini, dari catatan sekarang, dan menyebut yang berbeda; keluar dengan 1 bila ada", en "Makes a printed report, or the page with a code, again from the records as they are, and tells what differs; exit 1 when anything does" {
        [PlaceOfFile "file" "FILE", id "Laporan yang ditulis dengan -o, atau oleh run monthly; kode di kaki transkrip atau sertifikat; atau penutupan sebuah bulan: closed/2026-10.csv", en "A report that was written with -o, or by run monthly; the code at the foot of a transcript or a certificate; or the closing of a month: closed/2026-10.csv"]
    } Act::Run(run), "bina verify laporan.html";
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let name = typed(matches, "file").unwrap_or_default().to_owned();
    if let Some(seal) = Seal::typed(&name).filter(|_| !session.here.join(&name).exists()) {
        return code(&name, seal, session);
    }
    if let Some(month) = month_of(&name) {
        return closing(month, session);
    }
    let (page, manifest) = opened(&name, session)?;
    let order = &manifest.order;
    let directory = session.directory()?;
    let mut findings = Findings::new();
    let office = load::office(&directory, &mut findings);
    let made = office.and_then(|office| order.make((&directory, &office), session.today, &mut findings));
    let edition = Edition::of(&order.edition).unwrap_or_default();
    let files = Manifest::files(&directory, edition);
    let errors = told(&directory, &mut findings, session)?;
    let Some(report) = made.filter(|_| errors == 0) else {
        return Err(session.fail(Exit::Broken, &Screen::Refused { errors }));
    };
    let (figures, changed) = (statement(&report), changed(&manifest.files, &files));
    let differs = moved(&manifest.figures, &figures);
    let told = |one: &Moved| figure(one, as_printed(&report, one, session.lang));
    let mut wrong: Vec<Screen> = differs.iter().map(told).collect();
    if !manifest.is_of(&page) {
        wrong.insert(0, Screen::PageEdited { name });
    } else if wrong.is_empty() && order.page(&report)? != page {
        let (then, now) = (manifest.bina.clone(), env!("CARGO_PKG_VERSION").to_owned());
        wrong.push(match then == now {
            true if changed.is_empty() => Screen::PageForged { name },
            true => Screen::WordsMoved,
            false => Screen::WordsDiffer { then, now },
        });
    }
    for one in &wrong {
        writeln!(session.out, "{}", one.text(session.lang))?;
    }
    let (report, count) = (manifest.order.report.clone(), manifest.figures.len());
    if wrong.is_empty() {
        let period = order
            .period()
            .map(|period| period.to_string())
            .unwrap_or_default();
        session.tell(&Screen::StillTrue {
            report,
            period,
            count,
        })?;
    }
    tell_changed(&changed, edition, session)?;
    Ok(if wrong.is_empty() {
        Exit::Done
    } else {
        Exit::Findings
    })
}

/// Says which files are others since it was printed; for the public only that some are.
fn tell_changed(changed: &[String], edition: Edition, session: &mut Session<'_>) -> anyhow::Result<()> {
    match (changed, edition) {
        ([], _) => Ok(()),
        (_, Edition::Public) => session.tell(&Screen::RecordsSince),
        (changed, Edition::Office) => {
            let files = changed.join(", ");
            session.tell(&Screen::FilesSince { files })
        }
    }
}

/// Whether the closing of a month is whole, and what git says of its signatures.
fn closing(month: Month, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut findings = Findings::new();
    let ledger = load::ledger(&directory, month, &mut findings);
    let is_whole = stands(&directory, &ledger, &mut findings);
    clerk::print(&directory.locate(&findings), session)?;
    if ledger.seal().is_none() {
        return match is_whole {
            true => Err(session.usage(&Screen::ClosingNone {
                month: month.to_string(),
            })),
            false => Ok(Exit::Findings),
        };
    }
    let signings = signings(&directory, Some(month));
    let is_held = !signings.iter().any(|one| one.signature == Signature::Broken);
    let named = || month.to_string();
    let mut told: Vec<Screen> = is_whole
        .then(|| Screen::ClosingStands { month: named() })
        .into_iter()
        .collect();
    told.extend(signings.iter().map(|one| {
        let (month, commit) = (named(), one.commit.clone());
        match &one.signature {
            Signature::Holds(by) => Screen::ClosingSigned {
                month,
                commit,
                by: by.clone(),
            },
            Signature::Untried => Screen::ClosingUntried { month, commit },
            Signature::Broken => Screen::ClosingForged { month, commit },
        }
    }));
    let unsigned = unsigned(&directory, month);
    told.extend(unsigned.iter().map(|[day, commit]| match day.is_empty() {
        true => Screen::ClosingUnkept { month: named() },
        false => Screen::ClosingLater {
            month: named(),
            day: day.clone(),
            commit: commit.clone(),
        },
    }));
    if signings.is_empty() {
        told.push(Screen::ClosingUnsigned { month: named() });
    }
    for one in &told {
        writeln!(session.out, "{}", one.text(session.lang))?;
    }
    Ok(if is_whole && is_held && unsigned.is_empty() {
        Exit::Done
    } else {
        Exit::Findings
    })
}

/// Whether the page of a code is still what the records say.
fn code(typed: &str, seal: Seal, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let code = typed.to_owned();
    if seal.page().is_none() {
        return Err(session.usage(&Screen::CodeMistyped { code }));
    }
    let directory = session.directory()?;
    let mut findings = Findings::new();
    let found = load::office(&directory, &mut findings).and_then(|office| {
        let lang = session.language_of(Some(&office.settings));
        page_of(seal, (&directory, &office), (session.today, lang), &mut findings)
    });
    let errors = told(&directory, &mut findings, session)?;
    if errors > 0 {
        return Err(session.fail(Exit::Broken, &Screen::Refused { errors }));
    }
    let Some(now) = found else {
        writeln!(session.out, "{}", Screen::CodeUnknown { code }.text(session.lang))?;
        return Ok(Exit::Findings);
    };
    let options = Options {
        width: session.terminal_width.unwrap_or(100),
        color: session.color,
        table: None,
    };
    let mut page = report::office(now.report);
    page.sections
        .iter_mut()
        .for_each(|section| section.tables.retain(|table| !table.is_detail));
    page.sections
        .retain(|section| !(section.is_silent() || section.tables.is_empty() && section.notes.is_empty()));
    page.closing.clear();
    (FORMATS[0].report)(&page, &options, session.out)?;
    let (says, exit) = match now.is_same {
        true => (Screen::CodeSame, Exit::Done),
        false => (Screen::CodeDiffers, Exit::Findings),
    };
    writeln!(session.out, "{}", says.text(session.lang))?;
    Ok(exit)
}

/// The page of a printed report and what it carries of itself, or what lies beside it.
fn opened(name: &str, session: &Session<'_>) -> anyhow::Result<(Vec<u8>, Manifest)> {
    let path = session.here.join(name);
    let bytes = input::bytes(&path).map_err(|error| session.unreadable(&path, &error))?;
    let beside = input::bytes(&session.here.join(format!("{name}{BESIDE_REPORT}"))).ok();
    Manifest::opened(&bytes, beside.as_deref()).ok_or_else(|| {
        let name = name.to_owned();
        session.usage(&Screen::NoManifest { name })
    })
}

/// A figure that is another, as it is printed.
fn figure(one: &Moved, printed: [String; 2]) -> Screen {
    let [before, after] = printed.map(|value| match value.is_empty() {
        true => "–".to_owned(),
        false => value,
    });
    Screen::FigureDiffers {
        address: one.address.clone(),
        before,
        after,
    }
}

/// The files that are not as they were: others, gone or new.
fn changed(then: &BTreeMap<String, String>, now: &BTreeMap<String, String>) -> Vec<String> {
    let gone = then.keys().filter(|name| !now.contains_key(*name));
    let others = now
        .iter()
        .filter(|(name, digest)| then.get(*name) != Some(digest));
    others.map(|(name, _)| name).chain(gone).cloned().collect()
}
