//! `bina close MONTH`: what a month's report says is held to from then on.

use super::period::{finished, refuse_untold};
use crate::change::{Draft, closing};
use crate::check;
use crate::clerk;
use crate::commands::arguments::typed;
use crate::commands::verb::{Act, Argument, DRY_RUN, argument, verbs};
use crate::diagnostic::Findings;
use crate::inquiry::{Inquiry, stands};
use crate::load::{self, Office};
use crate::records::closing::closed;
use crate::records::time::{Month, Period};
use crate::session::{Exit, Session};
use crate::words::screen::Screen;
use clap::ArgMatches;

/// `--sign`.
pub(super) const SIGN: Argument = argument!(Flag "sign", id "Tanda tangani commit penutupan itu dengan kunci menurut pengaturan git; perlu --commit", en "Sign the commit of the closing with the key that the settings of git name; needs --commit");

verbs! {
    "" "close" "tutup", id "Menutup bulan: angkanya disimpan, dan angka yang kemudian lain menjadi kesalahan sampai dikoreksi dengan alasan", en "Closes a month: its figures are kept, and one that is another later is an error until it is corrected with a reason" {
        [Place "month" "MONTH", id "Bulannya: 2026-10, atau bulan-lalu", en "The month: 2026-10, or last-month"]
        ["reason" "TEXT", id "Mengapa angkanya kini lain, atau mengapa dibuka lagi: mengoreksi angka bulan yang sudah ditutup", en "Why figures are others by now, or why it is opened again: corrects the figures of a month that is closed"]
        [Flag "reopen", id "Buka lagi bulan itu; perlu --reason", en "Open the month again; needs --reason"]
        [SIGN]
        [DRY_RUN]
    } Act::Run(run), "bina close 2026-10";
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let month = finished(matches, session)?;
    let reason = typed(matches, "reason").map(str::trim);
    let reason = reason.filter(|reason| !reason.is_empty());
    let opens = matches.get_flag("reopen");
    if opens && reason.is_none() {
        return Err(session.usage(&Screen::ReasonMissing));
    }
    sign(matches, session)?;
    let root = session.root()?;
    let turn = clerk::take_turn(&root, session, matches.get_flag(DRY_RUN.name))?;
    let directory = session.of_this_format(session.opened(&root, turn.as_ref())?)?;
    let mut draft = Draft::new(&directory);
    check::all(&directory, session.today, &mut draft.findings);
    let office = load::office(&directory, &mut draft.findings);
    refuse_untold(Period::month(month), office.as_ref(), session)?;
    if let Some(keeping) = &mut session.keeping {
        keeping.about = Some(month.to_string());
        // An earlier closing that could not be committed belongs into it.
        keeping.made = vec![closed.file(&month.to_string())];
    }
    match (office, reason) {
        (Some(_), Some(reason)) if opens => {
            let ledger = load::ledger(&directory, month, &mut draft.findings);
            if stands(&directory, &ledger, &mut draft.findings) {
                closing::reopen(&mut draft, &ledger, (session.today, reason));
            }
        }
        (Some(office), reason) => close(&mut draft, (&office, month), reason, session),
        (None, _) => {}
    }
    draft.findings.tell_once();
    clerk::finish(&draft, session, turn)
}

/// Has the commit of a closing signed, where that was typed; a closing that is no commit can have no signature.
pub(super) fn sign(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let is_signed = matches.get_flag(SIGN.name);
    if let Some(keeping) = &mut session.keeping {
        keeping.is_signed = is_signed;
    } else if is_signed {
        return Err(session.usage(&Screen::SignUnkept));
    }
    Ok(())
}

/// Closes a month in a draft that nothing stands against.
pub(super) fn close(
    draft: &mut Draft<'_>,
    (office, month): (&Office, Month),
    reason: Option<&str>,
    session: &Session<'_>,
) {
    let directory = draft.directory;
    let ledger = load::ledger(directory, month, &mut draft.findings);
    if !stands(directory, &ledger, &mut draft.findings) || !draft.is_good() {
        return;
    }
    let asked = Inquiry::of_month(directory, office, month, session.today);
    if let Some(figures) = asked.figures(&mut draft.findings) {
        closing::close(draft, &ledger, &figures, (session.today, reason));
    }
}

/// Says of a month that is closed which of its figures are others by now, or that its closing was changed by hand; whether
/// there was anything to say.
pub(super) fn tell_moved(asked: &Inquiry<'_>, session: &mut Session<'_>) -> anyhow::Result<bool> {
    // What is wrong with the records was told with the report.
    let unheard = &mut Findings::new();
    let Some(month) = asked.period.in_one_month() else {
        return Ok(false);
    };
    let ledger = load::ledger(asked.directory, month, unheard);
    let broken = &mut Findings::new();
    if !stands(asked.directory, &ledger, broken) {
        clerk::print(&asked.directory.locate(broken), session)?;
        return Ok(true);
    }
    let Some(on) = ledger.closed_on() else {
        return Ok(false);
    };
    let differs = asked.figures(unheard).map(|now| ledger.moved(&now));
    match differs.filter(|differs| !differs.is_empty()) {
        Some(differs) => {
            session.tell(&Screen::ClosedMoved {
                month: month.to_string(),
                on: on.to_string(),
                count: differs.len(),
                told: closing::told(&differs),
            })?;
            Ok(true)
        }
        None => Ok(false),
    }
}
