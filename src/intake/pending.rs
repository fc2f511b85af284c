//! What a list waits for somebody to decide: each word that is no choice of its column and each value that rows do not tell,
//! once, with how often and where.

use super::form::ListForm;
use super::kind::places;
use super::row::ListRow;
use super::told::{Account, outcome, value, word};
use crate::records;
use crate::records::code::ComplaintOutcome;
use crate::records::word::Code;
use crate::words::Lang;
use crate::words::import::{Spot, Unfit};
use std::collections::BTreeMap;

/// A column of more other words than this is more likely another column.
const WORDS: usize = 15;

/// What rows wait for.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Question {
    /// A word that is no choice of the column of a heading.
    Word {
        heading: String,
        text: String,
        choices: String,
    },
    /// A value that nothing tells, with what it may be.
    Value { column: String, choices: String },
    /// How that ended which has a day of its end, in a list without such a column.
    Outcome { column: String },
}

/// What may stand in a column of which several columns of the records are read: presence, and why somebody was not there. None
/// where it is one.
fn choices_at(form: &ListForm, row: &ListRow<'_>, at: usize, lang: Lang) -> Option<String> {
    let mut all: Vec<String> = Vec::new();
    let (mut last, mut count) = (None, 0);
    for (_, index) in row.bound.pairs.iter().filter(|(own, _)| *own == at) {
        let to = form.columns[*index].to.as_ref()?;
        let column = records::table(&to.0).and_then(|table| Some(&table.columns[table.column(&to.1)?]));
        let codes = column
            .map(|column| column.kind.codes())
            .filter(|codes| !codes.is_empty());
        if let Some(codes) = codes.filter(|_| last != Some(to)) {
            (last, count) = (Some(to), count + 1);
            all.push(Code::list(codes, lang));
        }
    }
    (count > 1).then(|| all.join(", "))
}

/// What the rejected rows of a list wait for, each once.
pub(super) fn of_rows(form: &ListForm, rows: &[ListRow<'_>], account: &Account, lang: Lang) -> Vec<Unfit> {
    let mut all: BTreeMap<Question, Vec<Spot>> = BTreeMap::new();
    for (row, fate) in rows.iter().zip(&account.rows) {
        for (spot, reason) in fate.refused() {
            let heading = |at: usize| row.region.titles.get(at).filter(|title| !title.is_empty());
            let heading = || spot.column.and_then(heading).cloned();
            let of_word = word(reason, lang).map(|(text, choices)| Question::Word {
                heading: heading().or(spot.cell()).unwrap_or_default(),
                text,
                choices: spot
                    .column
                    .and_then(|at| choices_at(form, row, at, lang))
                    .unwrap_or(choices),
            });
            let of_value = value(reason).map(|(column, choices)| Question::Value { column, choices });
            let of_outcome = outcome(reason).map(|column| Question::Outcome {
                column: column.to_owned(),
            });
            if let Some(question) = of_word.or(of_value).or(of_outcome) {
                all.entry(question).or_default().push(spot.clone());
            }
        }
    }
    told(all, lang)
}

/// What is asked, with the words of a column together where they are too many to be words.
fn told(all: BTreeMap<Question, Vec<Spot>>, lang: Lang) -> Vec<Unfit> {
    let mut words: BTreeMap<String, usize> = BTreeMap::new();
    for question in all.keys() {
        if let Question::Word { heading, .. } = question {
            *words.entry(heading.clone()).or_default() += 1;
        }
    }
    let many = |heading: &String| words.get(heading).is_some_and(|count| *count > WORDS);
    let mut told: Vec<Unfit> = words
        .iter()
        .filter(|(heading, _)| many(heading))
        .map(|(heading, count)| Unfit::WordsMany {
            heading: heading.clone(),
            count: *count,
        })
        .collect();
    for (question, spots) in all {
        let (count, places) = (spots.len(), places(&spots, lang));
        told.push(match question {
            Question::Word { heading, .. } if many(&heading) => continue,
            Question::Word {
                heading,
                text,
                choices,
            } => Unfit::WordUnknown {
                heading,
                text,
                count,
                places: places.into(),
                choices: choices.into(),
            },
            Question::Value { column, choices } => Unfit::ValueUntold {
                column,
                choices,
                count,
                places,
            },
            Question::Outcome { column } => {
                let resolved = ComplaintOutcome::Resolved.phrase().get(lang);
                let typed = format!("--with {column}={resolved}");
                Unfit::OutcomesUntold { count, places, typed }
            }
        });
    }
    told
}
