//! A list of answers to a questionnaire: a batch a month, of which only what is not there yet is added.

use super::codes::CodeKind;
use super::day;
use super::form::ListForm;
use super::row::ListRow;
use super::subject::Faults;
use super::told::{Outcome, RowFate, refusals};
use super::value::{ListCells, Understanding};
use crate::change::{Draft, Reason, Request, answers, evidence, filled};
use crate::load::Survey;
use crate::records::questionnaire::Questionnaire;
use crate::records::table::Check;
use crate::records::time::Month;
use crate::words::import::{Intake, Spot, Unfit};
use crate::words::problem::Problem;
use std::collections::{BTreeMap, HashMap, HashSet};

/// An answer that can be recorded.
struct Answered {
    /// Its place among the rows of the list.
    number: usize,
    month: Month,
    cells: Vec<String>,
}

/// What became of each row of a list of answers, the rows that are recorded drafted.
pub(super) fn draft(
    draft: &mut Draft<'_>,
    form: &ListForm,
    rows: &[ListRow<'_>],
    understanding: &mut Understanding,
    request: &Request<'_>,
) -> (Vec<RowFate>, Vec<Intake>) {
    let Some(survey) = &form.survey else {
        return Default::default();
    };
    let mut notes = Vec::new();
    let mut fates: Vec<RowFate> = Vec::new();
    let mut answered = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let (spot, fields) = (row.spot(), row.fields(form));
        let mut fate = RowFate {
            place: spot.clone(),
            outcome: Outcome::Rejected,
            person: "".into(),
            matched: None,
            details: Box::default(),
        };
        let unread = Some(row.faults()).filter(|faults| !faults.is_empty());
        let answer = match unread {
            Some(faults) => Err(faults),
            None => answer(draft, survey, &fields, &spot, understanding),
        };
        match answer {
            Ok((month, cells)) => answered.push(Answered { number, month, cells }),
            Err(faults) => fate.details = refusals(faults),
        }
        fates.push(fate);
    }
    // An answer that is rejected this time may be one of those that are recorded.
    let is_whole = answered.len() == rows.len();
    let mut months: BTreeMap<(String, Month), Vec<Answered>> = BTreeMap::new();
    for mut one in answered {
        let batch = batch(request, &rows[one.number]);
        one.cells[Questionnaire::BATCH].clone_from(&batch);
        months.entry((batch, one.month)).or_default().push(one);
    }
    for ((batch, month), answers) in months {
        let named = codes(survey, &answers);
        let (is_taken, note) = record(draft, survey, (batch, month), answers, (&mut fates, request));
        understanding
            .codes
            .note_used(named.into_iter().filter(|_| is_taken));
        notes.extend(note.filter(|_| is_whole));
    }
    notes.extend(understanding.codes.write(draft));
    (fates, notes)
}

/// The batch of a row: as typed, else that of its file and sheet.
fn batch(request: &Request<'_>, row: &ListRow<'_>) -> String {
    if let Some(batch) = request.get("batch") {
        return batch.to_owned();
    }
    let source = row.spot();
    let file = source.file.rsplit(['/', '\\']).next().unwrap_or_default();
    let source = format!("{file}\n{}", source.sheet.as_deref().unwrap_or_default());
    format!("b{}", &evidence::sha256(source.as_bytes())[..7])
}

/// The codes of lists that answers name.
fn codes(survey: &Survey, answers: &[Answered]) -> HashSet<(CodeKind, String)> {
    let columns = survey.table.columns.iter().enumerate();
    let columns = columns.filter_map(|(at, column)| Some((CodeKind::of(column)?, at)));
    let of = |(kind, at): (CodeKind, usize)| answers.iter().map(move |one| (kind, one.cells[at].clone()));
    columns.flat_map(of).collect()
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
    for (index, column) in survey.table.columns.iter().enumerate() {
        let Some(field) = fields.get("responses", &column.name) else {
            continue;
        };
        let plain = match index {
            Questionnaire::DATE => day::month(&field.cell, understanding.dates).and_then(|found| {
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
        None if faults.is_empty() => Err(vec![(
            row.clone(),
            Unfit::ValueNeeded {
                columns: "date".to_owned(),
            }
            .into(),
        )]),
        None => Err(faults),
    }
}

/// Records the answers of a month that the batch does not have yet: whether they may be recorded, and how many of it the
/// list no longer has.
fn record(
    draft: &mut Draft<'_>,
    survey: &Survey,
    (batch, month): (String, Month),
    answers: Vec<Answered>,
    (fates, request): (&mut [RowFate], &Request<'_>),
) -> (bool, Option<Intake>) {
    let file = survey.table.file(&month.to_string());
    let mut known: BTreeMap<String, HashMap<Vec<String>, usize>> = BTreeMap::new();
    for row in draft.rows(&survey.table, &file) {
        let rows = known.entry(row.cells[Questionnaire::BATCH].clone()).or_default();
        *rows.entry(row.cells).or_default() += 1;
    }
    let is_own = known.contains_key(&batch);
    let mut own = known.remove(&batch).unwrap_or_default();
    let count = own.values().sum::<usize>().max(answers.len());
    let is_there = |one: &Answered| {
        let count = own.get_mut(&one.cells).filter(|count| **count > 0);
        count.map(|count| *count -= 1).is_some()
    };
    let (same, new): (Vec<Answered>, Vec<Answered>) = answers.into_iter().partition(is_there);
    if is_own || !request.has("batch") {
        refuse_alike(draft, &known, &new, (month, Some(&*batch).filter(|_| is_own)));
    }
    let least = if request.has("rest") || !survey.questionnaire.anonymous {
        0
    } else {
        answers::least(draft, survey, request.today)
    };
    if count < least {
        refuse_few(fates, same.iter().chain(&new), (count, least, month));
        return (false, None);
    }
    same.iter()
        .for_each(|one| fates[one.number].outcome = Outcome::Same);
    new.iter()
        .for_each(|one| fates[one.number].outcome = Outcome::New);
    draft.edit(&survey.table, &file, |sheet| {
        for one in &new {
            let cells: Vec<&str> = one.cells.iter().map(String::as_str).collect();
            // A bag takes every row.
            let _ = sheet.insert(&cells);
        }
    });
    let (count, month) = (own.values().sum(), month.to_string());
    let kept = (count > 0).then_some(Intake::BatchKept { batch, month, count });
    (true, kept)
}

/// Refuses the answers of a month that are fewer than hide each other.
fn refuse_few<'a>(
    fates: &mut [RowFate],
    answers: impl Iterator<Item = &'a Answered>,
    (found, minimum, month): (usize, usize, Month),
) {
    for one in answers {
        let month = month.to_string();
        let reason = Unfit::FewOfMonth {
            found,
            minimum,
            month,
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
