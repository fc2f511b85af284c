//! A month is closed, corrected or opened again: lines are added to its ledger.

use super::{Draft, evidence};
use crate::diagnostic::{Findings, Origin};
use crate::files::quoting::written;
use crate::files::splitter::Splitter;
use crate::records::closing::{Figures, MonthLedger, Moved, Posted, WHOLE_MONTH, closed};
use crate::records::time::{Day, Month};
use crate::words::change::{Hint, Slip};
use crate::words::problem::Problem;
use std::collections::BTreeSet;

/// The SHA-256 of figures, a line each: `address,value`.
pub fn digest(figures: &Figures) -> String {
    let lines = figures
        .iter()
        .map(|(address, value)| written(&[address, value]) + "\n");
    evidence::sha256(lines.collect::<String>().as_bytes())
}

/// What seals a month: the SHA-256 of its name, of every line before the seal, and of the day and the reason of the seal
/// itself, so that none of them becomes another without a trace.
fn seal(month: Month, before: &str, (on, reason): (&str, &str)) -> String {
    let own = written(&[WHOLE_MONTH, "", on, reason]);
    evidence::sha256(format!("{month}\n{before}{own}\n").as_bytes())
}

/// The ledger of a month that two closed or corrected on two branches: what each added to the common beginning, the earlier
/// first, each with its reason, and the seals made anew. What has none, because the other closed the month too, has a `reason`
/// by the day of its closing. It is the same whoever joins them. `None` where one of them is no
/// ledger that only grew.
pub fn joined(
    month: Month,
    [base, here, there]: [&str; 3],
    joined_with: impl Fn(&str) -> String,
) -> Option<String> {
    let rows = |text: &str| text.lines().skip(1).map(row).collect::<Option<Vec<_>>>();
    let [base, here, there] = [rows(base)?, rows(here)?, rows(there)?];
    let mut added = [here.strip_prefix(&base[..])?, there.strip_prefix(&base[..])?];
    added.sort_by_key(|rows| (rows.first().map(|row| row[2].clone()), rows.to_vec()));
    let (mut text, mut known) = (String::new(), Figures::new());
    let count = base.len() + added[0].len();
    let all = base.iter().chain(added[0]).chain(added[1]).enumerate();
    for (at, [figure, value, on, reason]) in all {
        let value = match (figure == WHOLE_MONTH, value.is_empty()) {
            (true, false) => seal(month, &text, (on, reason)),
            _ => value.clone(),
        };
        let before = known.insert(figure.clone(), value.clone());
        // What the first has said already is no correction.
        if at < count || figure == WHOLE_MONTH || before.as_ref() != Some(&value) {
            let is_bare = at >= count && figure != WHOLE_MONTH && reason.is_empty();
            let own = is_bare.then(|| joined_with(on));
            text += &(written(&[figure, &value, on, own.as_ref().unwrap_or(reason)]) + "\n");
        }
    }
    Some(format!("{}\n{text}", closed.header()))
}

/// Whether a ledger has everything that an earlier state of it has: every figure with its value, and every day and reason of
/// the month itself. Where two were put together, their seals are made anew, and what both say stands once.
pub fn holds(now: &[u8], then: &[u8]) -> bool {
    let lines = |text: &[u8]| {
        let text = String::from_utf8_lossy(text).into_owned();
        let rows = text.lines().skip(1).filter_map(row);
        let said = rows.map(|[figure, value, on, reason]| match figure == WHOLE_MONTH {
            true => [figure, on, reason],
            false => [figure, value, String::new()],
        });
        said.collect::<BTreeSet<_>>()
    };
    now == then || lines(then).is_subset(&lines(now))
}

/// The cells of a line of a ledger.
fn row(line: &str) -> Option<[String; 4]> {
    let mut splitter = Splitter::default();
    let (length, _) = splitter.split(line, true)?;
    let cells = splitter.cells(&line[..length]).into_iter().map(str::to_owned);
    cells.collect::<Vec<_>>().try_into().ok()
}

/// A line as it stands in its file.
fn line(posted: &Posted) -> String {
    written(&[
        &posted.figure,
        &posted.value,
        &posted.on.to_string(),
        &posted.reason,
    ]) + "\n"
}

/// Whether nobody changed a ledger by hand: every seal fits what stands before it, and behind the last one stands nothing.
/// That it is not so is told.
pub fn is_whole(ledger: &MonthLedger, findings: &mut Findings) -> bool {
    let mut before = String::new();
    let misfit = ledger.lines.iter().find(|own| {
        let is_closing = own.is_seal() && !own.value.is_empty();
        let fits =
            !is_closing || own.value == seal(ledger.month, &before, (&own.on.to_string(), &own.reason));
        before += &line(own);
        !fits
    });
    let loose = ledger.lines.last().filter(|last| !last.is_seal());
    let amiss = misfit.or(loose);
    if let Some(amiss) = amiss {
        let month = ledger.month.to_string();
        findings.error(amiss.origin, Problem::ClosingBroken { month });
    }
    amiss.is_none()
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
        let origin = ledger.seal().map_or(Origin::NOWHERE, |seal| seal.origin);
        let problem = Problem::ClosedMonthChanged { month, count, told };
        draft.findings.error(origin, problem);
        return;
    }
    // What made the month be opened again made these figures others.
    let opened = ledger.seal().map(|seal| seal.reason.clone());
    let reason = reason.map(str::to_owned).or(opened).unwrap_or_default();
    let lines: Vec<(String, String)> = match ledger.lines.is_empty() {
        true => now.clone().into_iter().collect(),
        false => differs.into_iter().map(|one| (one.address, one.after)).collect(),
    };
    let count = lines.len();
    append(draft, ledger, Some(lines), (on, &reason));
    draft.note(match is_closed {
        true => Hint::MonthCorrected { month, count },
        false => {
            let count = now.len();
            Hint::MonthClosed { month, count }
        }
    });
}

/// Opens a month that is closed again, for a reason.
pub fn reopen(draft: &mut Draft<'_>, ledger: &MonthLedger, (on, reason): (Day, &str)) {
    let month = ledger.month.to_string();
    let is_opened_so = |seal: &Posted| seal.value.is_empty() && seal.on == on && seal.reason == reason;
    if ledger.seal().is_some_and(is_opened_so) {
        // Typed again, because it ended before it was done.
        draft.nothing = Some(Hint::MonthOpened { month });
        return;
    }
    if ledger.closed_on().is_none() {
        draft.refuse("", Slip::NotClosed { month });
        return;
    }
    append(draft, ledger, None, (on, reason));
    draft.note(Hint::MonthOpened { month });
}

/// Adds figures and their seal to a ledger; without figures, that the month is open again.
fn append(
    draft: &mut Draft<'_>,
    ledger: &MonthLedger,
    figures: Option<Vec<(String, String)>>,
    (on, reason): (Day, &str),
) {
    let (file, on) = (closed.file(&ledger.month.to_string()), on.to_string());
    let post = |(figure, value): &(String, String)| written(&[figure, value, &on, reason]) + "\n";
    let new: String = figures.iter().flatten().map(post).collect();
    let before = ledger.lines.iter().map(line).collect::<String>() + &new;
    let value = figures.map(|_| seal(ledger.month, &before, (&on, reason)));
    let own = post(&(WHOLE_MONTH.to_owned(), value.unwrap_or_default()));
    let mut text = draft.text(&file).unwrap_or_else(|| closed.header());
    if !text.ends_with('\n') {
        text.push('\n');
    }
    draft.put(&file, Some((text + &new + &own).into_bytes()));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_corrections_of_a_month_stand_one_after_the_other_whoever_joins_them() {
        let month = Month::parse("2026-10").expect("a month");
        let ledger = |groups: &[(&str, &str)]| {
            let mut text = String::new();
            for (value, reason) in groups {
                text += &format!("a/b/c,{value},2026-11-20,{reason}\nd/e/f,1,2026-11-20,{reason}\n");
                let seal = seal(month, &text, ("2026-11-20", reason));
                text += &format!("*,{seal},2026-11-20,{reason}\n");
            }
            format!("{}\n{text}", closed.header())
        };
        let (base, here, there) = (
            ledger(&[("7", "")]),
            ledger(&[("7", ""), ("8", "Rina")]),
            ledger(&[("7", ""), ("9", "Sarah")]),
        );
        let joined = |texts| joined(month, texts, |day| format!("joined with {day}"));
        let both = joined([&base, &here, &there]);
        assert_eq!(both, joined([&base, &there, &here]));
        let both = both.expect("a ledger");
        // The figure that stands already is no correction of the second.
        let repeated = "d/e/f,1,2026-11-20,Sarah\n";
        let rest: Vec<&str> = both.lines().filter(|line| line.starts_with('*')).collect();
        assert!(
            both.starts_with(&here) && !both.contains(repeated) && rest.len() == 3,
            "{both}"
        );
        let before = &both[closed.header().len() + 1..both.rfind("*,").expect("a seal")];
        assert!(
            rest[2].contains(&seal(month, before, ("2026-11-20", "Sarah"))),
            "{both}"
        );
        // What was taken out of the common beginning is nobody's correction.
        assert_eq!(joined([&there, &here, &base]), None);
        // Who closed a month that the other had closed gave no reason.
        let (nothing, [early, late]) = (ledger(&[]), [("7", ""), ("9", "")].map(|one| ledger(&[one])));
        let both = joined([&nothing, &early, &late]).expect("a ledger");
        assert!(
            both.contains("a/b/c,9,2026-11-20,joined with 2026-11-20\n"),
            "{both}"
        );
        assert!(
            super::holds(both.as_bytes(), late.as_bytes()) && super::holds(both.as_bytes(), early.as_bytes())
        );
    }
}
