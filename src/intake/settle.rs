//! Decides on every row of a list: those whose rows of tables are refused, by what is recorded or by the checks of the
//! records, are rejected whole, and stop no other.

use super::bound::typed;
use super::checked::{located, wrong};
use super::form::ListForm;
use super::ledger::{Fate, TableEntry};
use super::row::ListRow;
use super::subject::{Faults, Transcription, Whom, field, is_about_people};
use super::told::{Account, Detail, Outcome, RowFate, read_as, refusals};
use crate::change::{Draft, Reason};
use crate::records::cell::{Cell, Nip};
use crate::records::code::{ComplaintOutcome, ParticipationStatus};
use crate::records::complaint::{Handling, handling};
use crate::records::organisation::{Posting, Staff, postings, staff};
use crate::records::performance::{Evaluation, evaluations};
use crate::records::taking_part::{Participation, participation};
use crate::records::text::folded;
use crate::words::Say;
use crate::words::change::Slip;
use crate::words::import::{Intake, Spot, Unfit, letters};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How often rows that the checks refuse are taken out before the rest is given up.
const ROUNDS: usize = 5;

/// A row of the list with what it would record.
pub(super) struct Transcript {
    pub(super) who: Option<Whom>,
    pub(super) entries: Result<Vec<TableEntry>, Faults>,
}

/// Drafts the rows that can be recorded and tells what became of each. What a row would record is held in the ledger
/// alone: where the checks refuse rows, all others are read again.
pub(super) fn settle(
    draft: &mut Draft<'_>,
    mut reading: Transcription<'_, '_>,
    rows: &[ListRow<'_>],
    account: &mut Account,
) {
    note_listed(&mut reading, rows);
    let mut members = members(&mut reading, rows);
    note_posts(&mut reading, rows, &members);
    let mut refusals = Refusals::default();
    let mut notes = Vec::new();
    for _ in 0..ROUNDS {
        reading.begin(draft);
        account.is_attended = false;
        account.rows = take(draft, &mut reading, rows, (&members, &refusals), account);
        reading.ledger.write(draft);
        notes = reading.understanding.codes.write(draft);
        let faults = located(wrong(draft, &reading), &reading, rows);
        let is_recognised = reading.recognise(draft);
        let has_forgotten = refusals.forget(draft, &mut reading, rows, (&mut members, &account.rows));
        if faults.is_empty() && !is_recognised && !has_forgotten {
            break;
        }
        for (number, found) in faults {
            refusals.by_checks.entry(number).or_default().extend(found);
        }
    }
    account.notes.extend(notes);
    account.notes.extend(reading.named_beside(draft));
    let count = reading.by_number;
    account
        .notes
        .extend((count > 0).then_some(Intake::EmploymentByNumber { count }));
    let count = reading.promotions;
    account
        .notes
        .extend((count > 0).then_some(Intake::Promotions { count }));
    if let Some(text) = reading.by_post.first().cloned() {
        let count = reading.by_post.len();
        account.notes.push(Intake::EmploymentByPost { count, text });
    }
    account.notes.extend(reading.statuses.told(reading.request.lang));
    let texts = read_as(&reading.statuses.read);
    account
        .notes
        .extend((!texts.is_empty()).then_some(Intake::StatusesRead { texts }));
    let texts = read_as(&reading.predicates);
    account
        .notes
        .extend((!texts.is_empty()).then_some(Intake::PredicatesRead { texts }));
    let missing = reading.understanding.codes.missing();
    account.note_unknown(missing, reading.request.lang);
}

/// Notes the names of those whom a list is about, of whom none is from outside; guests are on lists of participants.
fn note_listed(reading: &mut Transcription<'_, '_>, rows: &[ListRow<'_>]) {
    let table = &reading.form.table().name;
    if *table == staff.name || *table == participation.name {
        return;
    }
    let named = rows.iter().filter_map(|row| {
        let fields = row.fields(reading.form);
        field(&fields, &staff, Staff::name).map(|name| name.cell.text.clone())
    });
    let names: Vec<String> = named.collect();
    let people = &mut reading.understanding.people;
    people.note_listed(names.iter().map(String::as_str));
}

/// Notes who holds which post, as a list of staff tells it: a superior may be named by it.
fn note_posts(reading: &mut Transcription<'_, '_>, rows: &[ListRow<'_>], members: &[Result<Whom, Faults>]) {
    let posts = rows.iter().zip(members).filter_map(|(row, member)| {
        let fields = row.fields(reading.form);
        let post = field(&fields, &postings, Posting::position)?;
        Some((post.cell.text.clone(), member.as_ref().ok()?.id.clone()))
    });
    let posts: Vec<(String, Rc<str>)> = posts.collect();
    reading.understanding.people.note_posts(posts.into_iter());
}

/// The rows that are rejected before they are read.
#[derive(Default)]
struct Refusals {
    /// What the checks refuse.
    by_checks: BTreeMap<usize, Faults>,
    /// What became of the rows of a list of staff that were rejected and would have added somebody.
    of_nobody: BTreeMap<usize, RowFate>,
}

impl Refusals {
    /// Forgets whom rejected rows would have added, so that no other row means somebody who is nobody, and reads anew whom
    /// the others mean. Whether there was somebody.
    fn forget(
        &mut self,
        draft: &mut Draft<'_>,
        reading: &mut Transcription<'_, '_>,
        rows: &[ListRow<'_>],
        (members, fates): (&mut [Result<Whom, Faults>], &[RowFate]),
    ) -> bool {
        let before = self.of_nobody.len();
        for (number, (member, fate)) in members.iter().zip(fates).enumerate() {
            let adds = member.as_ref().is_ok_and(|who| who.is_added);
            if adds && [Outcome::Rejected, Outcome::Skipped].contains(&fate.outcome) {
                self.of_nobody.entry(number).or_insert_with(|| fate.clone());
            }
        }
        if self.of_nobody.len() == before {
            return false;
        }
        reading.begin(draft);
        reading.forget(draft);
        for (number, member) in members.iter_mut().enumerate() {
            if !self.of_nobody.contains_key(&number) {
                let row = &rows[number];
                *member = reading.who(&row.spot(), &row.fields(reading.form));
            }
        }
        note_posts(reading, rows, members);
        true
    }
}

/// Takes in the rows that can be recorded, one after the other; what becomes of each.
fn take(
    draft: &mut Draft<'_>,
    reading: &mut Transcription<'_, '_>,
    rows: &[ListRow<'_>],
    (members, refusals): (&[Result<Whom, Faults>], &Refusals),
    account: &mut Account,
) -> Vec<RowFate> {
    let mut fates = Vec::with_capacity(rows.len());
    let has_numbers = rows.iter().any(|row| row.tells(reading.form, Staff::nip));
    draft.progress.begin(rows.len());
    for number in 0..rows.len() {
        draft.progress.step();
        let mut one = transcribe(draft, reading, (rows, number), members);
        if let Some(fate) = refusals.of_nobody.get(&number) {
            fates.push(fate.clone());
            continue;
        }
        if let Some(faults) = refusals.by_checks.get(&number) {
            one.entries = Err(faults.clone());
        }
        let mut fate = match skipped(reading.form, (&rows[number], has_numbers), &one) {
            Some(why) => why,
            None => judge(draft, reading, (&one, number), rows),
        };
        fate.share(fates.last());
        if ![Outcome::Rejected, Outcome::Skipped].contains(&fate.outcome) {
            note_status(reading, &rows[number], &one);
            for entry in one.entries.iter().flatten() {
                let codes = &mut reading.understanding.codes;
                let named = codes.made().filter(|(kind, code)| entry.names(*kind, code));
                let named: Vec<_> = named.map(|(kind, code)| (kind, code.to_owned())).collect();
                codes.note_used(named, entry.day());
                account.is_attended |= attends(entry);
            }
        }
        fates.push(fate);
    }
    fates
}

/// Notes the word of a list that is read as an outcome of another name.
fn note_status(reading: &mut Transcription<'_, '_>, row: &ListRow<'_>, one: &Transcript) {
    let of_end = |entry: &TableEntry| {
        let mut values = entry.values.iter().filter(|_| entry.table.name == handling.name);
        let outcome = values.find(|(column, _)| *column == Handling::outcome);
        outcome.and_then(|(_, text)| ComplaintOutcome::parse(text).ok())
    };
    let Some(outcome) = one.entries.iter().flatten().find_map(of_end) else {
        return;
    };
    let name = outcome.phrase();
    let text = row.read_otherwise(reading.form, (&handling, Handling::outcome));
    let own = [outcome.code(), name.id, name.en].map(folded);
    if let Some(text) = text.filter(|text| !own.contains(&folded(text))) {
        let name = name.get(reading.request.lang).to_owned();
        reading.statuses.read.insert(text, name);
    }
}

/// What becomes of a row that the list has for another reason than to record it: of staff, the post is vacant, or its table
/// has no column of numbers, as others of the list have, and does not say in which relation to the office its people stand;
/// of evaluations, the predicate is why there is none.
fn skipped(form: &ListForm, (row, has_numbers): (&ListRow<'_>, bool), one: &Transcript) -> Option<RowFate> {
    let has_number = row.tells(form, Staff::nip);
    let is_untold = || field(&row.fields(form), &staff, Staff::employment).is_none();
    let reason = match &*form.table().name {
        name if name == staff.name => match row.vacancy(form) {
            Some(text) => Unfit::PostVacant { text },
            None if has_numbers && !has_number && is_untold() => Unfit::NoAsn,
            None => return None,
        },
        name if name == evaluations.name && one.entries.as_ref().is_ok_and(Vec::is_empty) => {
            let text = row.unsaid(form, (&evaluations, Evaluation::predicate))?;
            Unfit::NotEvaluated { text }
        }
        _ => return None,
    };
    Some(RowFate {
        place: row.spot(),
        outcome: Outcome::Skipped,
        person: one.who.as_ref().map(|who| who.name.clone()).unwrap_or_default(),
        matched: None,
        details: refusals(vec![(row.spot(), reason.into())]),
    })
}

/// Whether an entry says of somebody that he or she attends a programme that is not closed.
fn attends(entry: &TableEntry) -> bool {
    let status = (
        Participation::status,
        ParticipationStatus::Attending.code().to_owned(),
    );
    entry.table.name == participation.name && entry.values.contains(&status)
}

/// Whom each row of a list of staff means, before any is read: a row may name somebody whom a later one adds. None for
/// other lists.
pub(super) fn members(
    reading: &mut Transcription<'_, '_>,
    rows: &[ListRow<'_>],
) -> Vec<Result<Whom, Faults>> {
    let is_staff = reading.form.table().name == staff.name && is_about_people(reading.form);
    let rows = rows.iter().filter(|_| is_staff);
    rows.map(|row| reading.who(&row.spot(), &row.fields(reading.form)))
        .collect()
}

/// Whom a row means, and what it would record.
pub(super) fn transcribe(
    draft: &mut Draft<'_>,
    reading: &mut Transcription<'_, '_>,
    (rows, number): (&[ListRow<'_>], usize),
    members: &[Result<Whom, Faults>],
) -> Transcript {
    let row = &rows[number];
    let (spot, mut fields) = (row.spot(), row.fields(reading.form));
    let who = match members.get(number) {
        Some(known) => Some(known.clone()),
        None => is_about_people(reading.form).then(|| reading.who(&spot, &fields)),
    };
    let (who, fault) = match who {
        None => (None, None),
        Some(Ok(who)) => (Some(who), None),
        Some(Err(mut faults)) => {
            // What else the row says in words of its own is asked at once; a predicate has a rule of its own.
            let predicate = &evaluations.columns[Evaluation::predicate].name;
            fields.leave_out(&evaluations.name, predicate);
            let table = *reading.form.tables.first().unwrap_or(&&staff);
            let cells = reading.cells(draft, table, &fields, &[]);
            let more = cells.err().into_iter().flatten();
            let more: Faults = more
                .filter(|(at, _)| faults.iter().all(|(told, _)| told != at))
                .collect();
            faults.extend(more);
            (None, Some(faults))
        }
    };
    let unread = Some(row.faults(reading.form)).filter(|faults| !faults.is_empty());
    let entries = match unread.or(fault) {
        Some(faults) => Err(faults),
        None => reading.entries(draft, &spot, &fields, who.as_ref()),
    };
    let entries = entries.map_err(|faults| {
        faults
            .into_iter()
            .map(|fault| unread_outcome(fault, reading.form, row))
            .collect()
    });
    Transcript { who, entries }
}

/// A fault; of an outcome for which the list has no column with the heading that may be it, and without one as what is asked
/// once of all rows.
fn unread_outcome((spot, reason): (Spot, Reason), form: &ListForm, row: &ListRow<'_>) -> (Spot, Reason) {
    let is_it = matches!(reason, Reason::Unfit(Unfit::DayWithoutOutcome));
    if !is_it || row.bound.feeds(&form.columns, &handling, Handling::outcome) {
        return (spot, reason);
    }
    let unknown = row
        .bound
        .unknown
        .iter()
        .filter(|(at, title)| *title != letters(*at));
    let titles: Vec<&str> = unknown.map(|(_, title)| title.as_str()).collect();
    let says_so = |title: &&&str| {
        let words = folded(title);
        ["status", "hasil", "ket"].iter().any(|word| words.contains(word))
    };
    let unfit = match titles.iter().find(says_so) {
        Some(heading) => Unfit::OutcomeUnread {
            heading: typed(heading),
            unread: titles.join(", "),
        },
        None => Unfit::OutcomeNeeded {
            column: form.heading(&handling, Handling::outcome),
        },
    };
    (spot, unfit.into())
}

/// What becomes of a row; what is accepted is taken in.
fn judge(
    draft: &mut Draft<'_>,
    reading: &mut Transcription<'_, '_>,
    (one, number): (&Transcript, usize),
    rows: &[ListRow<'_>],
) -> RowFate {
    let row = &rows[number];
    let fate = |outcome: Outcome, details: Rc<[Detail]>| RowFate {
        place: row.spot(),
        outcome,
        person: one.who.as_ref().map(|who| who.name.clone()).unwrap_or_default(),
        matched: one.who.as_ref().and_then(|who| who.how.clone()),
        details,
    };
    let refused = |faults: Faults| fate(Outcome::Rejected, refusals(faults));
    let mut entries = match &one.entries {
        Ok(entries) => Cow::from(entries),
        Err(faults) => return refused(faults.clone()),
    };
    if let Some(main) = entries.first()
        && let Err(first) = reading.ledger.claim(draft, main, number)
    {
        let is_more = reading.programme.is_some() && row.continues(&rows[first], reading.form);
        if is_more && reading.ledger.holds(main) {
            // What it does not tell was told before.
            for entry in entries.to_mut() {
                let (columns, table) = (&reading.form.columns, entry.table);
                entry
                    .values
                    .retain(|(column, _)| row.bound.feeds(columns, table, *column));
            }
        } else if !is_more {
            // What a form sent twice says nothing more.
            if reading.programme.is_some() && row.is_like(&rows[first]) {
                return fate(Outcome::Same, Rc::default());
            }
            let place = rows[first].spot().text(reading.request.lang);
            let at = row.place_of(reading.form, (main.table, &main.key), main.key.len() - 1);
            return refused(vec![(at, Unfit::KeyTwiceHere { place }.into())]);
        }
    }
    let is_sure = one.who.as_ref().is_none_or(|who| who.is_sure);
    let corrects = reading.request.has("correct");
    let mut fates: Vec<(&'static str, Fate)> = Vec::new();
    let mut taken = Vec::new();
    for entry in &*entries {
        match reading.ledger.fate(draft, entry, corrects && is_sure) {
            Ok((found, cells)) => {
                fates.push((&entry.table.name, found));
                taken.push((entry, cells));
            }
            Err(objection) => return refused(vec![objected(*objection, (row, one, entry), reading)]),
        }
    }
    for (entry, cells) in taken {
        reading.ledger.take(draft, entry, &cells, number);
    }
    let outcome = Outcome::of(&fates);
    fate(outcome, Detail::of(fates))
}

/// Why the ledger does not take an entry of a row, and the cell.
fn objected(
    (reason, column): (Reason, Option<usize>),
    (row, one, entry): (&ListRow<'_>, &Transcript, &TableEntry),
    reading: &Transcription<'_, '_>,
) -> (Spot, Reason) {
    let at = column.map(|column| match reason {
        // What is not filled in stands nowhere else.
        Reason::Unfit(Unfit::ValueNeeded { .. }) => row.place(
            reading.form,
            &[(&*entry.table.name, &*entry.table.columns[column].name)],
        ),
        _ => row.place_of(reading.form, (entry.table, &entry.key), column),
    });
    let reason = match reason {
        Reason::Slip(Slip::RecordedOtherwise { .. }) if is_outside(reading, entry) => {
            let person = one.who.as_ref().map_or("", |who| &*who.name).to_owned();
            let nip = entry.values.iter().find(|(column, _)| *column == Staff::nip);
            let nip = nip.map(|(_, nip)| nip.clone()).unwrap_or_default();
            Unfit::OutsiderRecorded { person, nip }.into()
        }
        Reason::Slip(Slip::RecordedOtherwise { differences }) if reading.request.has("correct") => {
            let person = one.who.as_ref().map_or("", |who| &*who.name).to_owned();
            Unfit::NameAlone { person, differences }.into()
        }
        Reason::Slip(Slip::RecordedOtherwise { differences }) if entry.table.name == postings.name => {
            let person = entry.key[Posting::staff].clone();
            Unfit::PostingOther { person, differences }.into()
        }
        Reason::Slip(Slip::RecordedOtherwise { differences }) if entry.is_unnumbered() => {
            let complaint = entry.key.concat();
            Unfit::ComplaintOther {
                complaint,
                differences,
            }
            .into()
        }
        reason => in_words(reason, (row, entry), reading),
    };
    (at.unwrap_or_else(|| row.spot()), reason)
}

/// Whether an entry tells staff of somebody who is recorded as one from outside.
fn is_outside(reading: &Transcription<'_, '_>, entry: &TableEntry) -> bool {
    let person = entry
        .key
        .first()
        .and_then(|id| reading.understanding.people.by_id(id));
    entry.table.name == staff.name && person.is_some_and(|person| person.is_outside)
}

/// A refusal that names columns as who fills the list in knows them.
fn in_words(
    reason: Reason,
    (row, entry): (&ListRow<'_>, &TableEntry),
    reading: &Transcription<'_, '_>,
) -> Reason {
    let Reason::Unfit(Unfit::ValueNeeded { columns }) = reason else {
        return reason;
    };
    let names: Vec<&str> = columns.split(", ").collect();
    match reading.needed(entry.table, &names) {
        Unfit::DayNeeded { column } => {
            row.bound
                .lacks_day(entry.table, (&names, column), &reading.form.columns)
        }
        Unfit::ColumnNeeded { column, .. } if is_open(entry, &names) => Unfit::EmploymentNeeded { column },
        needed => needed,
    }
    .into()
}

/// Whether what is lacking is the employment of a civil servant who may still be a candidate.
fn is_open(entry: &TableEntry, names: &[&str]) -> bool {
    let nip = entry.values.iter().find(|(column, _)| *column == Staff::nip);
    let is_civil = nip.is_some_and(|(_, nip)| Nip::parse(nip).is_ok_and(|nip| nip.is_pns()));
    entry.table.name == staff.name && *names == [&*staff.columns[Staff::employment].name] && is_civil
}
