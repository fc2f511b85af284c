//! A list of answers to a questionnaire: a batch a month, of which only what is not there yet is added.

use super::cells::ListCells;
use super::copied;
use super::dated;
use super::day;
use super::form::ListForm;
use super::kind::CodeKind;
use super::origin::BatchOrigin;
use super::profile::Profiles;
use super::row::ListRow;
use super::sign;
use super::subject::Faults;
use super::told::{Outcome, RowFate, read_as, refusals};
use super::value::Understanding;
use crate::change::{Draft, Reason, Request, answers, filled, row};
use crate::load::Survey;
use crate::records::{questionnaire::Questionnaire, table::Check, time::Month};
use crate::words::import::{Intake, Spot, Unfit};
use crate::words::problem::Problem;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// An answer that can be recorded.
struct Answered {
    /// Its place among the rows of the list.
    number: usize,
    month: Month,
    cells: Vec<String>,
}

/// The answers of a batch and month beside those that are recorded.
struct Meeting {
    batch: String,
    month: Month,
    /// Those that are recorded.
    same: Vec<Answered>,
    /// Those that are not.
    new: Vec<Answered>,
    /// What is recorded of the batch and not in the list, each with its count.
    left: HashMap<Vec<String>, usize>,
    /// The other batches of the month.
    others: BTreeMap<String, HashMap<Vec<String>, usize>>,
    is_known: bool,
}

/// What became of a list of answers.
pub(super) struct Recorded {
    pub(super) fates: Vec<RowFate>,
    pub(super) notes: Vec<Intake>,
    /// To which batch each row belongs, with how many of it are recorded: whoever mends a rejected row brings it along.
    pub(super) batches: Vec<String>,
}

/// What became of each row of a list of answers, the rows that are recorded drafted.
pub(super) fn draft(
    draft: &mut Draft<'_>,
    (form, survey): (&ListForm, &Survey),
    rows: &[ListRow<'_>],
    understanding: &mut Understanding,
    request: &Request<'_>,
) -> Recorded {
    let (fates, answered, mut origins, mut notes) = read(draft, (form, survey), rows, understanding, request);
    // An answer that is rejected this time may be one of those that are recorded.
    let is_whole = answered.len() == rows.len() && origins.iter().all(|origin| origin.beside.is_none());
    let (corrects, count) = (request.has("correct"), answered.len());
    if corrects && !is_whole {
        draft.refuse("--correct", Unfit::CorrectInPart);
    }
    let mut months: BTreeMap<(String, Month), Vec<Answered>> = BTreeMap::new();
    for mut one in answered {
        let batch = origins[one.number].batch.clone();
        one.cells[Questionnaire::BATCH].clone_from(&batch);
        months.entry((batch, one.month)).or_default().push(one);
    }
    if is_whole_batch(&origins, request) {
        notes.extend(take_copies(draft, survey, &mut months, &mut origins));
    }
    let meetings = months.into_iter();
    let mut meetings: Vec<Meeting> = meetings
        .map(|((batch, month), answers)| meet(draft, survey, (batch, month), answers))
        .collect();
    // What of a batch is not in its list may stand among the rejected rows, or in the list that those come from.
    let is_part = origins.iter().any(|origin| origin.beside.is_some());
    let unsure = if is_part { usize::MAX } else { rows.len() - count };
    let counted = is_part || !is_whole || corrects;
    let mut totals = totals(draft, survey, counted);
    apart(draft, &mut meetings, &origins, &totals);
    let mut recorded = Recorded {
        fates,
        notes,
        batches: Vec::new(),
    };
    if corrects && draft.is_good() {
        recorded.notes.extend(forget(draft, survey, &meetings));
    }
    for one in meetings {
        let (named, batch, count) = (codes(survey, &one), one.batch.clone(), one.new.len());
        // Rejected rows that come back bring only themselves.
        if !is_part {
            refuse_mended(draft, &one, request);
        }
        if record(draft, survey, one, (&mut recorded, request), unsure) {
            understanding.codes.note_used(named.0, Some(&named.1));
            *totals.entry(batch).or_default() += count;
        }
    }
    let marks = origins.iter().map(|origin| {
        let count = totals.get(&origin.batch).copied().unwrap_or_default();
        origin.mark(count)
    });
    recorded.batches = marks.collect();
    recorded.notes.extend(understanding.codes.write(draft));
    recorded
}

/// Whether a list is what somebody collected, under the name of its file.
fn is_whole_batch(origins: &[BatchOrigin], request: &Request<'_>) -> bool {
    !request.has("batch") && origins.iter().all(|origin| origin.beside.is_none())
}

/// Gives the answers of lists that are copies of recorded ones the batch of these.
fn take_copies(
    draft: &mut Draft<'_>,
    survey: &Survey,
    months: &mut BTreeMap<(String, Month), Vec<Answered>>,
    origins: &mut [BatchOrigin],
) -> Vec<Intake> {
    let mut notes = Vec::new();
    for ((batch, month), mut answers) in std::mem::take(months) {
        let cells = answers.iter().map(|one| &*one.cells);
        let original = copied::original(draft, survey, (&batch, month), cells);
        let (batch, note) = original.map_or((batch, None), |(batch, note)| (batch, Some(note)));
        for one in answers.iter_mut().filter(|_| note.is_some()) {
            one.cells[Questionnaire::BATCH].clone_from(&batch);
            origins[one.number].batch.clone_from(&batch);
        }
        notes.extend(note);
        months.entry((batch, month)).or_default().extend(answers);
    }
    notes
}

/// Every row as an answer, or rejected; the answers; and to which batch each row belongs.
fn read(
    draft: &mut Draft<'_>,
    (form, survey): (&ListForm, &Survey),
    rows: &[ListRow<'_>],
    understanding: &mut Understanding,
    request: &Request<'_>,
) -> (Vec<RowFate>, Vec<Answered>, Vec<BatchOrigin>, Vec<Intake>) {
    let mut fates: Vec<RowFate> = Vec::new();
    let (mut answered, mut origins) = (Vec::new(), Vec::new());
    let mut profiles = Profiles::default();
    for (number, row) in rows.iter().enumerate() {
        let (spot, fields) = (row.spot(), row.fields(form));
        let mut fate = RowFate {
            place: spot.clone(),
            outcome: Outcome::Rejected,
            person: "".into(),
            matched: None,
            details: Default::default(),
        };
        let unread = Some(row.faults(form)).filter(|faults| !faults.is_empty());
        let answer = match unread {
            Some(faults) => Err(faults),
            None => answer(draft, survey, &fields, &spot, understanding),
        };
        profiles.note(survey, (row, &fields), answer.is_ok());
        sign::note_words(survey, (row, &fields), &mut understanding.answers);
        match answer {
            Ok((month, cells)) => answered.push(Answered { number, month, cells }),
            Err(faults) => fate.details = refusals(faults),
        }
        origins.push(BatchOrigin::of(request, row, &fields));
        fates.push(fate);
    }
    let texts = read_as(&understanding.answers);
    let in_words = (!texts.is_empty()).then_some(Intake::AnswersInWords { texts });
    profiles.refuse(draft, form, survey);
    sign::refuse_beyond(draft, form.asking(), rows, request.lang);
    let notes = profiles.told(form, survey);
    let notes = notes.into_iter().chain(in_words);
    (fates, answered, origins, notes.collect())
}

/// How many answers each batch has, over all months; of none where nobody counts.
fn totals(draft: &mut Draft<'_>, survey: &Survey, counted: bool) -> BTreeMap<String, usize> {
    let mut totals = BTreeMap::new();
    let files = row::files(draft, &survey.table);
    for file in files.into_iter().filter(|_| counted) {
        for row in draft.rows(&survey.table, &file) {
            *totals.entry(row.cells[Questionnaire::BATCH].clone()).or_default() += 1;
        }
    }
    totals
}

/// Parts mended rows from what was recorded beside them: they were not among it, though another answer may be like one of
/// them. Where some of them may have come in since, nobody can tell which, and the whole list must say.
fn apart(
    draft: &mut Draft<'_>,
    meetings: &mut [Meeting],
    origins: &[BatchOrigin],
    totals: &BTreeMap<String, usize>,
) {
    let mended = origins
        .iter()
        .filter_map(|origin| Some((origin.batch.as_str(), origin.beside?)));
    for (batch, beside) in mended.collect::<BTreeSet<_>>() {
        let total = totals.get(batch).copied().unwrap_or_default();
        let own = || meetings.iter().filter(|one| one.batch == batch);
        let same: usize = own().map(|one| one.same.len()).sum();
        let since = total.checked_sub(beside);
        if total == 0 || since == Some(0) {
            let own = meetings.iter_mut().filter(|one| one.batch == batch);
            own.for_each(|one| one.new.append(&mut one.same));
        } else if since.is_none_or(|since| same > since) {
            let batch = batch.to_owned();
            draft.refuse("", Unfit::MendedUnclear { batch });
        }
    }
}

/// Takes out what batches hold and their list does not.
fn forget(draft: &mut Draft<'_>, survey: &Survey, meetings: &[Meeting]) -> Vec<Intake> {
    let mut removed: BTreeMap<(String, String), usize> = BTreeMap::new();
    for file in row::files(draft, &survey.table) {
        let of_file = |one: &&Meeting| survey.table.file(&one.month.to_string()) == file;
        let mut left: HashMap<Vec<String>, usize> = HashMap::new();
        meetings
            .iter()
            .filter(of_file)
            .for_each(|one| left.extend(one.left.clone()));
        let listed: Vec<&str> = meetings.iter().filter(of_file).map(|one| &*one.batch).collect();
        draft.edit(&survey.table, &file, |sheet| {
            for at in (0..sheet.len()).rev() {
                let cells = sheet.cells(at);
                let batch = cells[Questionnaire::BATCH].clone();
                let is_left = left.get_mut(&cells).filter(|count| **count > 0);
                let is_gone = match is_left {
                    Some(count) => {
                        *count -= 1;
                        true
                    }
                    None => !listed.contains(&&*batch) && meetings.iter().any(|one| one.batch == batch),
                };
                if is_gone {
                    let month = cells[Questionnaire::DATE].get(..7).unwrap_or_default().to_owned();
                    *removed.entry((batch, month)).or_default() += 1;
                    sheet.remove(at);
                }
            }
        });
    }
    let told = removed.into_iter();
    told.map(|((batch, month), count)| Intake::BatchCorrected { batch, month, count })
        .collect()
}

/// The codes of lists that answers name, and the first day of their month.
fn codes(survey: &Survey, meeting: &Meeting) -> (HashSet<(CodeKind, String)>, String) {
    let columns = survey.table.columns.iter().enumerate();
    let columns = columns.filter_map(|(at, column)| Some((CodeKind::of(column)?, at)));
    let answers = || meeting.same.iter().chain(&meeting.new);
    let of = |(kind, at): (CodeKind, usize)| answers().map(move |one| (kind, one.cells[at].clone()));
    (columns.flat_map(of).collect(), meeting.month.first().to_string())
}

/// The month and the cells of an answer.
fn answer(
    draft: &mut Draft<'_>,
    survey: &Survey,
    fields: &ListCells,
    row: &Spot,
    understanding: &mut Understanding,
) -> Result<(Month, Vec<String>), Faults> {
    let mut cells = filled(&survey.table, &[]);
    let (mut faults, mut month) = (Vec::new(), None);
    let columns = survey.table.columns.iter().enumerate();
    for (index, column) in columns.filter(|(index, _)| *index != Questionnaire::BATCH) {
        let Some(field) = fields.get("responses", &column.name) else {
            continue;
        };
        let plain = match index {
            Questionnaire::DATE => dated::month(&field.cell, understanding.dates).and_then(|found| {
                month = Some(found);
                let told = day::day(&field.cell, understanding.dates);
                draft.has_come(column, &told.unwrap_or_else(|_| found.to_string()))?;
                match survey.questionnaire.anonymous {
                    true => Ok(found.to_string()),
                    false => day::day(&field.cell, understanding.dates),
                }
            }),
            _ => understanding.plain(draft, column, field),
        };
        match plain {
            Ok(text) => cells[index] = text,
            // What is none of the choices does not take the answers with it.
            Err(Reason::Cell(_)) if matches!(column.check, Check::OneOf(_)) => {}
            Err(reason) => faults.push((field.spot.clone(), reason)),
        }
    }
    let is_answer = |check: &Check| matches!(check, Check::Scale(..));
    let columns = || {
        survey
            .table
            .columns
            .iter()
            .zip(&cells)
            .filter(|(column, _)| is_answer(&column.check))
    };
    if faults.is_empty() && columns().next().is_some() && columns().all(|(_, cell)| cell.is_empty()) {
        faults.push((row.clone(), Reason::Cell(Problem::NobodyAnswered)));
    }
    match month.filter(|_| faults.is_empty()) {
        Some(month) => Ok((month, cells)),
        None if faults.is_empty() => {
            let needed = Unfit::ValueNeeded {
                columns: "date".to_owned(),
            };
            Err(vec![(row.clone(), needed.into())])
        }
        None => Err(faults),
    }
}

/// Holds the answers of a batch and month beside what is recorded.
fn meet(
    draft: &mut Draft<'_>,
    survey: &Survey,
    (batch, month): (String, Month),
    answers: Vec<Answered>,
) -> Meeting {
    let file = survey.table.file(&month.to_string());
    let mut others: BTreeMap<String, HashMap<Vec<String>, usize>> = BTreeMap::new();
    for row in draft.rows(&survey.table, &file) {
        let rows = others.entry(row.cells[Questionnaire::BATCH].clone()).or_default();
        *rows.entry(row.cells).or_default() += 1;
    }
    let is_known = others.contains_key(&batch);
    let mut left = others.remove(&batch).unwrap_or_default();
    let is_there = |one: &Answered| {
        let count = left.get_mut(&one.cells).filter(|count| **count > 0);
        count.map(|count| *count -= 1).is_some()
    };
    let (same, new) = answers.into_iter().partition(is_there);
    Meeting {
        batch,
        month,
        same,
        new,
        left,
        others,
        is_known,
    }
}

/// Records the answers of a month that the batch does not have yet. Whether they may be recorded.
fn record(
    draft: &mut Draft<'_>,
    survey: &Survey,
    one: Meeting,
    (recorded, request): (&mut Recorded, &Request<'_>),
    unsure: usize,
) -> bool {
    let corrects = request.has("correct");
    let left: usize = if corrects { 0 } else { one.left.values().sum() };
    if one.is_known || !request.has("batch") {
        let batch = Some(&*one.batch).filter(|_| one.is_known);
        refuse_alike(draft, &one.others, &one.new, (one.month, batch));
    }
    let least = if request.has("rest") || !survey.questionnaire.anonymous {
        0
    } else {
        answers::least(draft, survey, request.today)
    };
    let count = left + one.same.len() + one.new.len();
    if count < least {
        let answers = one.same.iter().chain(&one.new);
        // Where rows are rejected, these wait for them and not for a month's end.
        let is_part = (1..usize::MAX).contains(&unsure);
        refuse_few(&mut recorded.fates, answers, (count, least, one.month), is_part);
        return false;
    }
    let mut fated = |answers: &[Answered], outcome: Outcome| {
        let numbers = answers.iter().map(|one| one.number);
        numbers.for_each(|number| recorded.fates[number].outcome = outcome);
    };
    fated(&one.same, Outcome::Same);
    fated(&one.new, Outcome::New);
    draft.edit(
        &survey.table,
        &survey.table.file(&one.month.to_string()),
        |sheet| {
            for one in &one.new {
                let cells: Vec<&str> = one.cells.iter().map(String::as_str).collect();
                // A bag takes every row.
                let _ = sheet.insert(&cells);
            }
        },
    );
    let (batch, month, count) = (one.batch, one.month.to_string(), left.saturating_sub(unsure));
    let kept = (count > 0).then_some(Intake::BatchKept { batch, month, count });
    recorded.notes.extend(kept);
    true
}

/// Refuses a list that has lost answers of its own batch and brings others: mended ones would stand there twice.
fn refuse_mended(draft: &mut Draft<'_>, one: &Meeting, request: &Request<'_>) {
    let (left, new): (usize, usize) = (one.left.values().sum(), one.new.len());
    if left > 0 && new > 0 && !["correct", "batch"].iter().any(|name| request.has(name)) {
        let (batch, month) = (one.batch.clone(), one.month.to_string());
        let refusal = Unfit::BatchMended {
            batch,
            month,
            new,
            left,
        };
        draft.refuse("", refusal);
    }
}

/// Refuses the answers of a month that are fewer than hide each other.
fn refuse_few<'a>(
    fates: &mut [RowFate],
    answers: impl Iterator<Item = &'a Answered>,
    (found, minimum, month): (usize, usize, Month),
    is_part: bool,
) {
    for one in answers {
        let month = month.to_string();
        let reason = match is_part {
            true => Unfit::FewBeside { found, month },
            false => Unfit::FewOfMonth {
                found,
                minimum,
                month,
            },
        };
        let fate = &mut fates[one.number];
        fate.details = refusals(vec![(fate.place.clone(), reason.into())]);
    }
}

/// Refuses a list under a new name that has half of a batch, or of which a batch has half: it may be that batch, grown,
/// mended or cut, or another. Answers name nobody, so that only who collected them can tell. Where the list is a batch
/// that is known, the same goes for those of its answers that the batch does not have yet.
fn refuse_alike(
    draft: &mut Draft<'_>,
    known: &BTreeMap<String, HashMap<Vec<String>, usize>>,
    answers: &[Answered],
    (month, batch): (Month, Option<&str>),
) {
    let without = |cells: &[String]| {
        let mut cells = cells.to_vec();
        cells[Questionnaire::BATCH].clear();
        cells
    };
    let mut own: HashMap<Vec<String>, usize> = HashMap::new();
    for one in answers {
        *own.entry(without(&one.cells)).or_default() += 1;
    }
    for (other, rows) in known {
        let is_there =
            |(cells, count): (&Vec<String>, &usize)| own.get(&without(cells)).map(|own| *own.min(count));
        let shared: usize = rows.iter().filter_map(is_there).sum();
        let count: usize = rows.values().sum();
        let (other, month) = (other.clone(), month.to_string());
        // One answer that is like another may be so by chance.
        let is_alike = shared * 2 >= count.min(answers.len());
        let refusal = match batch {
            None if is_alike => Unfit::BatchKnown {
                batch: other,
                count,
                shared,
                month,
            },
            Some(batch) if is_alike && shared > 1 => Unfit::BatchElsewhere {
                batch: batch.to_owned(),
                other,
                shared,
                month,
            },
            _ => continue,
        };
        draft.refuse("", refusal);
    }
}
