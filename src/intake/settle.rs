//! Decides on every row of a list: those whose rows of tables are refused, by what is recorded or by the checks of the
//! records, are rejected whole, and stop no other.

use super::form::ListForm;
use super::ledger::{Fate, TableEntry};
use super::row::ListRow;
use super::subject::{Faults, Transcription, Whom, is_about_people};
use super::told::{Account, Detail, Outcome, RowFate};
use crate::change::{Draft, Reason};
use crate::check;
use crate::diagnostic::{Findings, Severity};
use crate::files::Directory;
use crate::files::csv;
use crate::records::code::ParticipationStatus;
use crate::records::table::Schema;
use crate::records::taking_part::{Participation, participation};
use crate::words::change::Slip;
use crate::words::import::Unfit;
use crate::words::problem::Problem;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How often rows that the checks refuse are taken out before the rest is given up.
const ROUNDS: usize = 5;

/// A row of the list with what it would record.
pub(super) struct Transcript {
    pub(super) who: Option<Whom>,
    pub(super) entries: Result<Vec<TableEntry>, Faults>,
}

/// The rows of the list that mean a row of a table, by its file and key.
type Seen<'p> = HashMap<(&'p str, &'p [String]), usize>;

/// What the checks refuse of a row.
#[derive(PartialEq)]
struct Wrong {
    file: String,
    key: Vec<String>,
    /// The column whose cell it is about; `None` for the row.
    column: Option<usize>,
    problem: Problem,
}

/// Drafts the rows that can be recorded and tells what became of each.
pub(super) fn settle(
    draft: &mut Draft<'_>,
    mut reading: Transcription<'_, '_>,
    rows: &[ListRow<'_>],
    account: &mut Account,
) {
    let mut prepared = prepare(draft, &mut reading, rows);
    let corrects = reading.request.has("correct");
    let mut notes = Vec::new();
    for _ in 0..ROUNDS {
        reading.ledger.clear(draft);
        reading.understanding.codes.clear(draft);
        account.rows.clear();
        let mut seen: Seen<'_> = HashMap::new();
        for (number, one) in prepared.iter().enumerate() {
            let fate = judge(draft, &mut reading, (one, number), rows, (&mut seen, corrects));
            account.rows.push(fate);
        }
        drop(seen);
        let accepted = || {
            let all = prepared.iter().zip(&account.rows);
            let accepted = all.filter(|(_, fate)| fate.outcome != Outcome::Rejected);
            accepted.flat_map(|(one, _)| one.entries.iter().flatten())
        };
        let is_used = |kind, code: &str| accepted().any(|entry| entry.names(kind, code));
        reading.ledger.write(draft);
        notes = reading.understanding.codes.write(draft, is_used);
        account.is_attended = accepted().any(attends);
        let faults = located(wrong(draft, &reading), &prepared, (rows, reading.form));
        if faults.is_empty() {
            break;
        }
        for (number, faults) in faults {
            prepared[number].entries = Err(faults);
        }
    }
    account.notes.extend(notes);
    account.missing.extend(
        reading
            .understanding
            .codes
            .missing()
            .into_iter()
            .map(Reason::from),
    );
}

/// What the checks refuse, by the row of the list and the cell that say it.
fn located(
    wrong: Vec<Wrong>,
    prepared: &[Transcript],
    (rows, form): (&[ListRow<'_>], &ListForm),
) -> BTreeMap<usize, Faults> {
    let mut faults: BTreeMap<usize, Faults> = BTreeMap::new();
    for one in wrong {
        let is_it = |entry: &&TableEntry| entry.file == one.file && entry.key == one.key;
        let said = prepared.iter().enumerate().find_map(|(number, prepared)| {
            let entry = prepared.entries.iter().flatten().find(is_it)?;
            Some((number, entry))
        });
        if let Some((number, entry)) = said {
            let row = &rows[number];
            let place = one.column.map(|column| row.place_of(form, entry, column));
            let fault = (place.unwrap_or_else(|| row.spot()), Reason::Cell(one.problem));
            faults.entry(number).or_default().push(fault);
        }
    }
    faults
}

/// Whether an entry says of somebody that he or she attends a programme that is not closed.
fn attends(entry: &TableEntry) -> bool {
    let status = (
        Participation::status,
        ParticipationStatus::Attending.code().to_owned(),
    );
    entry.table.name == participation.name && entry.values.contains(&status)
}

/// Whom each row means, and then what it would record: a row may name somebody whom a later one adds.
pub(super) fn prepare(
    draft: &mut Draft<'_>,
    reading: &mut Transcription<'_, '_>,
    rows: &[ListRow<'_>],
) -> Vec<Transcript> {
    let is_about_people = is_about_people(reading.form);
    let whom: Vec<Option<Result<Whom, Faults>>> = rows
        .iter()
        .map(|row| is_about_people.then(|| reading.who(&row.spot(), &row.fields(reading.form))))
        .collect();
    let prepared = rows.iter().zip(whom).map(|(row, who)| {
        let (spot, fields) = (row.spot(), row.fields(reading.form));
        let (who, fault) = match who {
            None => (None, None),
            Some(Ok(who)) => (Some(who), None),
            Some(Err(faults)) => (None, Some(faults)),
        };
        let unread = Some(row.faults()).filter(|faults| !faults.is_empty());
        let entries = match unread.or(fault) {
            Some(faults) => Err(faults),
            None => reading.entries(draft, &spot, &fields, who.as_ref()),
        };
        Transcript { who, entries }
    });
    prepared.collect()
}

/// What becomes of a row; what is accepted is taken in.
fn judge<'p>(
    draft: &mut Draft<'_>,
    reading: &mut Transcription<'_, '_>,
    (one, number): (&'p Transcript, usize),
    rows: &[ListRow<'_>],
    (seen, corrects): (&mut Seen<'p>, bool),
) -> RowFate {
    let spot = rows[number].spot();
    let fate = |outcome: Outcome, details: Vec<Detail>| RowFate {
        place: spot.clone(),
        outcome,
        person: one.who.as_ref().map(|who| who.name.clone()).unwrap_or_default(),
        matched: one.who.as_ref().and_then(|who| who.how.clone()),
        details,
    };
    let refused = |faults: Faults| {
        fate(
            Outcome::Rejected,
            faults
                .into_iter()
                .map(|(spot, reason)| Detail::refused(spot, reason))
                .collect(),
        )
    };
    let entries = match &one.entries {
        Ok(entries) => entries,
        Err(faults) => return refused(faults.clone()),
    };
    if let Some(main) = entries.first() {
        let key = (&*main.file, &main.key[..]);
        if let Some(first) = seen.get(&key) {
            let place = crate::words::Say::text(&rows[*first].spot(), reading.request.lang);
            let at = rows[number].place_of(reading.form, main, main.key.len() - 1);
            return refused(vec![(at, Unfit::KeyTwiceHere { place }.into())]);
        }
        seen.insert(key, number);
    }
    let is_sure = one.who.as_ref().is_none_or(|who| who.is_sure);
    let mut fates: Vec<(String, Fate)> = Vec::new();
    let mut taken = Vec::new();
    for entry in entries {
        match reading.ledger.fate(draft, entry, corrects && is_sure) {
            Ok((found, cells)) => {
                fates.push((entry.table.name.to_string(), found));
                taken.push((entry, cells));
            }
            Err(objection) => {
                let (reason, column) = *objection;
                let row = &rows[number];
                let at = column.map(|column| match reason {
                    // What is not filled in stands nowhere else.
                    Reason::Unfit(Unfit::ValueNeeded { .. }) => row.place(
                        reading.form,
                        &[(&*entry.table.name, &*entry.table.columns[column].name)],
                    ),
                    _ => row.place_of(reading.form, entry, column),
                });
                let reason = match reason {
                    Reason::Slip(Slip::RecordedOtherwise { differences }) if corrects => {
                        let person = one.who.as_ref().map_or("", |who| &*who.name).to_owned();
                        Unfit::NameAlone { person, differences }.into()
                    }
                    reason => in_words(reason, entry, reading),
                };
                return refused(vec![(at.unwrap_or_else(|| spot.clone()), reason)]);
            }
        }
    }
    for (entry, cells) in taken {
        reading.ledger.take(draft, entry, cells);
    }
    let outcome = Outcome::of(&fates);
    fate(outcome, Detail::of(fates))
}

/// A refusal that names columns as who fills the list in knows them.
fn in_words(reason: Reason, entry: &TableEntry, reading: &Transcription<'_, '_>) -> Reason {
    let Reason::Unfit(Unfit::ValueNeeded { columns }) = reason else {
        return reason;
    };
    let names: Vec<&str> = columns.split(", ").collect();
    let needed = reading.needed(entry.table, &names);
    needed.into()
}

/// What the checks say of the records as they would be, beyond what they say of them now.
fn wrong(draft: &Draft<'_>, reading: &Transcription<'_, '_>) -> Vec<Wrong> {
    let names: BTreeSet<String> = draft.changed().map(|(name, _, _)| name.to_owned()).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let outcome = draft.outcome();
    let mut new = errors(&outcome, &names, reading);
    if !new.is_empty() {
        for known in errors(draft.directory, &names, reading) {
            let same = new.iter().position(|one| *one == known);
            same.map(|at| new.remove(at));
        }
    }
    new
}

/// The errors of some files that stand in a row.
fn errors(directory: &Directory, names: &BTreeSet<String>, reading: &Transcription<'_, '_>) -> Vec<Wrong> {
    let mut findings = Findings::new();
    check::files(directory, reading.request.today, names, &mut findings);
    let errors = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    let rows = errors.filter_map(|finding| {
        let file = directory.name(finding.origin.file())?;
        let table = reading.ledger.table(&file)?;
        let (key, at) = row_at(directory, (table, &file), finding.origin.byte())?;
        let named = finding.column.as_deref().and_then(|name| table.column(name));
        let column = named.or(at);
        let problem = finding.problem.clone();
        Some(Wrong {
            file,
            key,
            column,
            problem,
        })
    });
    rows.collect()
}

/// The key of the row that holds a byte of a file, and the column whose cell begins there, if it is not the first.
fn row_at(
    directory: &Directory,
    (table, file): (&Schema, &str),
    byte: u64,
) -> Option<(Vec<String>, Option<usize>)> {
    let bytes = directory.bytes(file).ok()??;
    let mut found = None;
    // Transcription from memory does not fail, and what is wrong was told.
    let _ = csv::scan(
        &bytes[..],
        directory.number(file),
        table,
        &mut Findings::new(),
        |row, _| {
            if row.origin.byte() <= byte {
                let key = (0..table.keys()).map(|column| row.cells.get(column).to_owned());
                let begins = |column: &usize| row.cell_origin(*column).byte() == byte;
                let column = (0..table.columns.len()).find(begins);
                found = Some((key.collect(), column.filter(|_| row.origin.byte() != byte)));
            }
        },
    );
    found
}
