//! Months of which nothing is on record of what the office has on record in most: whether there was none is not known.

use super::reading::Reading;
use super::unrolled::first_day;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load::Survey;
use crate::measure::unrolled::{Kept, Silence};
use crate::records::complaint::{Handling, complaints, handling};
use crate::records::table::Schema;
use crate::records::time::{Day, Month};
use std::collections::BTreeSet;

/// From so many bytes on a file of handling is taken to hold a step.
const HEADING: u64 = 4096;

/// Of what the report asked about nothing is on record of some months that are over, of the last twelve or the year.
pub fn silent(reading: &Reading<'_>) -> Vec<Silence> {
    let (directory, as_of, surveys) = (
        reading.archive.directory,
        reading.as_of(),
        reading.known_surveys(),
    );
    let (asked, period) = (directory.read_names(), reading.archive.period);
    let months: Vec<Month> = first_day(reading).month().to(as_of.month()).collect();
    let months: Vec<Month> = months.into_iter().filter(|month| month.last() <= as_of).collect();
    let is_there = |table: &Schema, month: &Month| directory.size(&table.file(&month.to_string())) > 0;
    let asks = |is_of: fn(&Survey) -> bool| surveys.iter().filter(move |survey| is_of(survey));
    let tables = [
        (Kept::Complaints, vec![&complaints]),
        (
            Kept::Satisfaction,
            asks(|survey| survey.questionnaire.is_satisfaction())
                .map(|survey| &survey.table)
                .collect(),
        ),
        (
            Kept::Feedback,
            asks(|survey| survey.questionnaire.is_participant_feedback())
                .map(|survey| &survey.table)
                .collect(),
        ),
    ];
    let mut out: Vec<Silence> = Vec::new();
    for (kept, tables) in tables {
        let is_asked = |month: &&Month| tables.iter().any(|table| is_asked(&asked, table, month));
        let of: Vec<Month> = months.iter().filter(is_asked).copied().collect();
        let has = |month: &Month| tables.iter().any(|table| is_there(table, month));
        let silence = Silence::of(kept, of, has).map(|mut silence| {
            // What participants say enters the programmes of the period, and nothing that looks back further.
            let is_told = |month: &Month| kept != Kept::Feedback || period.holds(month.first());
            silence.months.retain(is_told);
            silence
        });
        out.extend(silence.filter(|silence| !silence.months.is_empty()));
    }
    let unhandled = months.iter().filter(|month| {
        let file = handling.file(&month.to_string());
        asked.contains(&file) && is_there(&complaints, month) && has_no_step(directory, &file, as_of)
    });
    let unhandled: Vec<Month> = unhandled.copied().collect();
    out.extend((!unhandled.is_empty()).then(|| Silence {
        kept: Kept::Handling,
        of: months.len(),
        months: unhandled,
    }));
    out
}

/// Whether the file of a month was asked for, or the folder in which it lies.
fn is_asked(asked: &BTreeSet<String>, table: &Schema, month: &Month) -> bool {
    asked.contains(&table.file(&month.to_string())) || asked.contains(&format!("{}/", table.path))
}

/// Whether no step of a month's complaints is on record by a day.
fn has_no_step(directory: &Directory, file: &str, as_of: Day) -> bool {
    let mut has_none = directory.size(file) < HEADING;
    if has_none {
        directory.scan(&handling, file, &mut Findings::new(), |row, unheard| {
            let read = row.read::<Handling<'_>>(unheard);
            has_none &= read.is_none_or(|step| step.date > as_of);
        });
    }
    has_none
}
