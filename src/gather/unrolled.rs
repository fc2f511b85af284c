//! What a report counts and of which nothing is on record though it must have been: programmes that have begun and have no
//! participants, and periods of which nobody's evaluation is there.

use super::reading::Reading;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load;
use crate::measure::predicates::{owed_period, periods_ending};
use crate::measure::unrolled::Unrolled;
use crate::records::performance::{Evaluation, evaluations};
use crate::records::taking_part::{Participation, participation};
use crate::records::time::{Day, Month, Period};
use std::collections::BTreeSet;

/// Those of a month among the programmes named, which have a document and nobody on record; what is wrong with a document
/// is told where it is read for its own sake.
pub(super) fn of_month(
    directory: &Directory,
    month: Month,
    slugs: impl IntoIterator<Item = String>,
    as_of: Day,
) -> Vec<Unrolled> {
    if month > as_of.month() {
        return Vec::new();
    }
    let mut unheard = Findings::new();
    let ids = slugs.into_iter().map(|slug| format!("{month}/{slug}"));
    ids.filter_map(|id| {
        let training = load::training(directory, &id, &mut unheard)?;
        Unrolled::of(&id, training, as_of)
    })
    .collect()
}

/// Those among the programmes of the time that a report counts: where whoever read who takes part has not noted them, those
/// of every month whose participants were asked for.
pub fn counted(reading: &mut Reading<'_>) -> Vec<Unrolled> {
    match reading.unrolled.take() {
        Some(known) => known,
        None => of_what_was_read(reading),
    }
}

/// Those of the time of which whoever asks has read who took part, in the order of their ids.
pub(super) fn of_what_was_read(reading: &Reading<'_>) -> Vec<Unrolled> {
    of_time(reading, of_all_read(reading))
}

/// Those of every month of which whoever asks has read who took part.
pub(super) fn of_all_read(reading: &Reading<'_>) -> Vec<Unrolled> {
    read(reading.archive.directory, reading.as_of())
}

/// Keeps those of the time that a report counts for whoever asks a reading about them.
pub(super) fn keep(reading: &mut Reading<'_>, all: Vec<Unrolled>) -> Vec<Unrolled> {
    let kept = of_time(reading, all);
    reading.unrolled = Some(kept.clone());
    kept
}

/// From which day on a report about this period counts: of the year and of the months that it looks back at, since the
/// records begin.
fn first_day(reading: &Reading<'_>) -> Day {
    let year = Period::year(reading.month()).first_day();
    let first = year.min(reading.window(12).first_day());
    reading.since().map_or(first, |since| first.max(since))
}

/// Those of the time that a report about this period counts.
fn of_time(reading: &Reading<'_>, mut all: Vec<Unrolled>) -> Vec<Unrolled> {
    let first = first_day(reading);
    all.retain(|one| one.end >= first);
    all.sort();
    all
}

/// The periods that a report asked about, of the last twelve months or the year, whose evaluations are overdue and of which
/// none is on record.
pub fn unevaluated(reading: &Reading<'_>) -> Vec<Period> {
    let (directory, as_of) = (reading.archive.directory, reading.as_of());
    let Some(rule) = reading.archive.office.rules.evaluation.on(as_of) else {
        return Vec::new();
    };
    let first = first_day(reading);
    let asked = directory.read_names();
    // What was made later was not there yet.
    let is_known = |period: &Period| {
        let (file, mut is_known) = (evaluations.file(&period.to_string()), false);
        directory.scan(&evaluations, &file, &mut Findings::new(), |row, unheard| {
            if !is_known {
                let read = row.read::<Evaluation<'_>>(unheard);
                is_known = read.is_some_and(|read| read.known_on(as_of).is_some());
            }
        });
        is_known
    };
    // An evaluation of a month or a year that ends with it is one of the period.
    let has_none = |period: &Period| {
        let last = period.last_day();
        asked.contains(&evaluations.file(&period.to_string()))
            && !periods_ending(last, last).iter().any(is_known)
    };
    let mut period = owed_period(rule, as_of);
    let mut all = Vec::new();
    while period.last_day() >= first {
        all.extend(Some(period).filter(has_none));
        period = period.previous();
    }
    all.reverse();
    all
}

/// Those of every month whose participants were asked for.
fn read(directory: &Directory, as_of: Day) -> Vec<Unrolled> {
    let asked = directory.read_names();
    // Who lists the files asks for every month.
    let listed = match asked.contains(&format!("{}/", participation.path)) {
        true => load::months(directory, "trainings", None, &mut Findings::new()),
        false => Vec::new(),
    };
    let months = asked.iter().filter_map(|file| {
        let name = file.strip_prefix(&*participation.path)?.strip_prefix('/')?;
        Month::parse(name.strip_suffix(".csv")?)
    });
    let months: BTreeSet<Month> = months.chain(listed).collect();
    let each = months.into_iter().flat_map(|month| {
        let mut slugs = slugs(directory, month);
        if !slugs.is_empty() {
            take_away(directory, month, as_of, &mut slugs);
        }
        of_month(directory, month, slugs, as_of)
    });
    each.collect()
}

/// The programmes of a month that have a document.
fn slugs(directory: &Directory, month: Month) -> BTreeSet<String> {
    let folder = format!("trainings/{month}");
    load::names(directory, &folder, ".toml", &mut Findings::new())
        .into_iter()
        .collect()
}

/// Takes away those in which somebody was on record on a day.
fn take_away(directory: &Directory, month: Month, as_of: Day, slugs: &mut BTreeSet<String>) {
    let file = participation.file(&month.to_string());
    let mut unheard = Findings::new();
    directory.scan(&participation, &file, &mut unheard, |row, unheard| {
        let read = row.read::<Participation<'_>>(unheard);
        if let Some(read) = read.and_then(|read| read.on(as_of)) {
            slugs.remove(read.training.slug());
        }
    });
}
