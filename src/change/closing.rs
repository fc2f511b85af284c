//! A month is closed, corrected or opened again: lines are added to its ledger.

use super::{Draft, evidence};
use crate::files::quoting::written;
use crate::records::closing::{Figures, MonthLedger, Moved, WHOLE_MONTH, closed};
use crate::records::time::Day;
use crate::words::change::{Hint, Slip};

/// The SHA-256 of figures, a line each: `address,value`.
pub fn digest(figures: &Figures) -> String {
    let lines = figures
        .iter()
        .map(|(address, value)| written(&[address, value]) + "\n");
    evidence::sha256(lines.collect::<String>().as_bytes())
}

/// Closes a month with the figures that it has now, on a day. One that is closed stays so; where its figures are others
/// by now, that needs a reason, with which they are corrected.
pub fn close(draft: &mut Draft<'_>, ledger: &MonthLedger, now: &Figures, (on, reason): (Day, Option<&str>)) {
    let (month, is_closed) = (ledger.month.to_string(), ledger.closed_on().is_some());
    let differs = ledger.moved(now);
    if is_closed && differs.is_empty() {
        draft.nothing = Some(Hint::IsClosed { month });
        return;
    }
    if is_closed && reason.is_none() {
        let (count, told) = (differs.len(), told(&differs));
        draft.refuse("", Slip::ClosedOtherwise { month, count, told });
        return;
    }
    // What made the month be opened again made these figures others.
    let opened = ledger.seal().map(|seal| seal.reason.clone());
    let reason = reason.map(str::to_owned).or(opened).unwrap_or_default();
    let lines: Vec<(String, String)> = match ledger.lines.is_empty() {
        true => now.clone().into_iter().collect(),
        false => differs.into_iter().map(|one| (one.address, one.after)).collect(),
    };
    let mut holding = ledger.figures();
    holding.extend(lines.iter().cloned());
    let (count, seal) = (lines.len(), (WHOLE_MONTH.to_owned(), digest(&holding)));
    append(
        draft,
        ledger,
        lines.into_iter().chain([seal]).collect(),
        (on, &reason),
    );
    draft.note(match is_closed {
        true => Hint::MonthCorrected { month, count },
        false => Hint::MonthClosed { month, count },
    });
}

/// Opens a month that is closed again, for a reason.
pub fn reopen(draft: &mut Draft<'_>, ledger: &MonthLedger, (on, reason): (Day, &str)) {
    let month = ledger.month.to_string();
    if ledger.closed_on().is_none() {
        draft.refuse("", Slip::NotClosed { month });
        return;
    }
    let seal = (WHOLE_MONTH.to_owned(), String::new());
    append(draft, ledger, vec![seal], (on, reason));
    draft.note(Hint::MonthOpened { month });
}

fn append(
    draft: &mut Draft<'_>,
    ledger: &MonthLedger,
    lines: Vec<(String, String)>,
    (on, reason): (Day, &str),
) {
    let (file, on) = (closed.file(&ledger.month.to_string()), on.to_string());
    let mut text = draft.text(&file).unwrap_or_else(|| closed.header() + "\n");
    for (figure, value) in lines {
        text += &written(&[&figure, &value, &on, reason]);
        text.push('\n');
    }
    draft.put(&file, Some(text.into_bytes()));
}

/// Figures that are others, in a few words: the first of them with their values.
pub fn told(differs: &[Moved]) -> String {
    /// So many are told with their values.
    const TOLD: usize = 8;
    let one = |one: &Moved| {
        let [before, after] = [&one.before, &one.after].map(|value| match value.is_empty() {
            true => "–",
            false => value,
        });
        format!("{} {before} → {after}", one.address)
    };
    let more = (differs.len() > TOLD).then(|| "…".to_owned());
    let told: Vec<String> = differs.iter().take(TOLD).map(one).chain(more).collect();
    told.join("; ")
}
