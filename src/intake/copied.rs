//! Lists of answers that come once more under another name: a copy is the batch that it is a copy of, also where it has grown.

use crate::change::Draft;
use crate::load::Survey;
use crate::records::questionnaire::Questionnaire;
use crate::records::time::Month;
use crate::words::import::Intake;
use std::collections::{BTreeMap, HashMap};

/// Answers without their batch, each with its count.
type Counted = HashMap<Vec<String>, usize>;

/// The batch of a month that a list under a new name is a copy of: it holds all of its answers, each as often, and no others;
/// or, where these are not all alike, others too. Of several the largest. What is told of it.
pub(super) fn original<'a>(
    draft: &mut Draft<'_>,
    survey: &Survey,
    (batch, month): (&str, Month),
    answers: impl Iterator<Item = &'a [String]>,
) -> Option<(String, Intake)> {
    let mut own = Counted::new();
    answers.for_each(|cells| *own.entry(without_batch(cells)).or_default() += 1);
    let mut batches: BTreeMap<String, Counted> = BTreeMap::new();
    for row in draft.rows(&survey.table, &survey.table.file(&month.to_string())) {
        let answers = batches
            .entry(row.cells[Questionnaire::BATCH].clone())
            .or_default();
        *answers.entry(without_batch(&row.cells)).or_default() += 1;
    }
    let total = |answers: &Counted| answers.values().sum::<usize>();
    let is_within = |known: &Counted| {
        let mut all = known.iter();
        all.all(|(cells, count)| own.get(cells).is_some_and(|own| own >= count))
    };
    // By chance a list may hold a few answers that are all alike.
    let is_it =
        |known: &Counted| is_within(known) && (*known == own || known.len() * 2 > total(known).max(2));
    if batches.contains_key(batch) {
        return None;
    }
    let found = batches.into_iter().filter(|(_, known)| is_it(known));
    let (other, known) = found.max_by_key(|(_, known)| total(known))?;
    let (count, more) = (total(&known), total(&own) - total(&known));
    let (batch, month) = (other.clone(), month.to_string());
    let note = match more {
        0 => Intake::BatchCopied { batch, month, count },
        more => Intake::BatchGrown {
            batch,
            month,
            count,
            more,
        },
    };
    Some((other, note))
}

fn without_batch(cells: &[String]) -> Vec<String> {
    let mut cells = cells.to_vec();
    cells[Questionnaire::BATCH].clear();
    cells
}
