//! Decides on every row of a list: those whose rows of tables are refused, by what is recorded or by the checks of the
//! records, are rejected whole, and stop no other.

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
use std::collections::{BTreeSet, HashMap};

/// How often rows that the checks refuse are taken out before the rest is given up.
const ROUNDS: usize = 5;

/// A row of the list with what it would record.
struct Prepared {
    who: Option<Whom>,
    entries: Result<Vec<TableEntry>, Faults>,
}

/// The rows of the list that mean a row of a table, by its file and key.
type Seen<'p> = HashMap<(&'p str, &'p [String]), usize>;

/// What the checks refuse: the file, the key of the row, and why.
type Wrong = (String, Vec<String>, Problem);

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
        let is_used = |code: &str| accepted().any(|entry| entry.values.iter().any(|(_, text)| text == code));
        reading.ledger.write(draft);
        notes = reading.understanding.codes.write(draft, is_used);
        account.is_attended = accepted().any(attends);
        let mut is_settled = true;
        for (file, key, problem) in wrong(draft, &reading) {
            let has = |one: &Prepared| {
                let mut entries = one.entries.iter().flatten();
                entries.any(|entry| entry.file == file && entry.key == key)
            };
            if let Some(number) = prepared.iter().position(has) {
                is_settled = false;
                let spot = rows[number].spot();
                prepared[number].entries = Err(vec![(spot, Reason::Cell(problem))]);
            }
        }
        if is_settled {
            break;
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

/// Whether an entry says of somebody that he or she attends a programme that is not closed.
fn attends(entry: &TableEntry) -> bool {
    let status = (
        Participation::status,
        ParticipationStatus::Attending.code().to_owned(),
    );
    entry.table.name == participation.name && entry.values.contains(&status)
}

/// Whom each row means, and then what it would record: a row may name somebody whom a later one adds.
fn prepare(
    draft: &mut Draft<'_>,
    reading: &mut Transcription<'_, '_>,
    rows: &[ListRow<'_>],
) -> Vec<Prepared> {
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
        Prepared { who, entries }
    });
    prepared.collect()
}

/// What becomes of a row; what is accepted is taken in.
fn judge<'p>(
    draft: &mut Draft<'_>,
    reading: &mut Transcription<'_, '_>,
    (one, number): (&'p Prepared, usize),
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
            return refused(vec![(spot.clone(), Unfit::KeyTwiceHere { place }.into())]);
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
            Err(Reason::Slip(Slip::RecordedOtherwise { differences })) if corrects => {
                let person = one.who.as_ref().map_or("", |who| &*who.name).to_owned();
                let reason = Unfit::NameAlone { person, differences };
                return refused(vec![(spot.clone(), reason.into())]);
            }
            Err(reason) => return refused(vec![(spot.clone(), in_words(reason, entry, reading))]),
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
    let needed = reading.form.needed(entry.table, &names, reading.request.today);
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
        let key = key_at(directory, (table, &file), finding.origin.byte())?;
        Some((file, key, finding.problem.clone()))
    });
    rows.collect()
}

/// The key of the row that holds a byte of a file.
fn key_at(directory: &Directory, (table, file): (&Schema, &str), byte: u64) -> Option<Vec<String>> {
    let bytes = directory.bytes(file).ok()??;
    let mut key = None;
    // Transcription from memory does not fail, and what is wrong was told.
    let _ = csv::scan(
        &bytes[..],
        directory.number(file),
        table,
        &mut Findings::new(),
        |row, _| {
            if row.origin.byte() <= byte {
                key = Some(
                    (0..table.keys())
                        .map(|column| row.cells.get(column).to_owned())
                        .collect(),
                );
            }
        },
    );
    key
}
