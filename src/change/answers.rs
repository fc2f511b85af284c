//! Answers to a questionnaire as a batch: checked, and added to the bag of their month so that the same batch entered
//! again changes nothing.

use super::{Draft, evidence, row};
use crate::load::Survey;
use crate::records::questionnaire::{Item, Questionnaire};
use crate::records::table::{Check, nearest};
use crate::records::time::Month;
use crate::words::change::Slip;
use crate::words::problem::Problem;
use std::collections::BTreeMap;

/// The letters that stand for an item that was not answered.
const UNANSWERED: [char; 3] = ['.', '-', '_'];

/// The values of one respondent, by column name.
pub type Answer = Vec<(String, String)>;

/// The answer that a group of digits means: one digit an item of a scale, in order.
pub fn group(draft: &mut Draft<'_>, survey: &Survey, text: &str) -> Option<Answer> {
    let items: Vec<&Item> = survey
        .questionnaire
        .item
        .iter()
        .filter(|item| item.scale_ends().is_some())
        .collect();
    if let Some(wide) = items
        .iter()
        .find(|item| item.scale_ends().is_some_and(|(low, high)| low < 0 || high > 9))
    {
        let item = wide.key.value.to_string();
        draft.refuse(text, Slip::GroupWide { item });
        return None;
    }
    let (found, expected) = (text.chars().count(), items.len());
    if found != expected {
        let text = text.to_owned();
        draft.refuse(
            "",
            Slip::GroupLength {
                text,
                found,
                expected,
            },
        );
        return None;
    }
    let given = items
        .iter()
        .zip(text.chars())
        .filter(|(_, letter)| !UNANSWERED.contains(letter));
    Some(
        given
            .map(|(item, letter)| (item.key.value.to_string(), letter.to_string()))
            .collect(),
    )
}

/// How a batch is entered.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The month, or the day where the questionnaire is not anonymous.
    pub date: String,
    /// The values that all answers share, each with the argument that it was typed behind.
    pub shared: Vec<(String, String, String)>,
    /// The answers.
    pub answers: Vec<Answer>,
    /// The least batch of an anonymous questionnaire; `None` for the rest at the end of a month.
    pub least: Option<usize>,
}

/// Adds a batch to the answers of its month.
pub fn add(draft: &mut Draft<'_>, survey: &Survey, batch: &Batch) {
    let found = batch.answers.len();
    if found == 0 && draft.is_good() {
        draft.refuse("", Slip::AnswersMissing);
    }
    if let Some(minimum) = batch
        .least
        .filter(|least| survey.questionnaire.anonymous && found < *least)
        && found > 0
    {
        draft.refuse("", Slip::GroupSmall { found, minimum });
    }
    let Some(month) = month(draft, survey, &batch.date) else {
        return;
    };
    let mut rows: Vec<Vec<String>> = batch
        .answers
        .iter()
        .map(|answer| cells(draft, survey, batch, answer))
        .collect();
    if !draft.is_good() {
        return;
    }
    rows.sort();
    let content: Vec<String> = rows.iter().map(|row| row.join("\u{1f}")).collect();
    let digest = evidence::sha256(content.join("\n").as_bytes());
    rows.iter_mut()
        .for_each(|row| row[Questionnaire::BATCH] = digest[..8].to_owned());
    let file = survey.table.file(&month.to_string());
    insert(draft, survey, &file, rows);
}

/// The month of a date; refuses a day where the questionnaire is anonymous.
fn month(draft: &mut Draft<'_>, survey: &Survey, date: &str) -> Option<Month> {
    if let Err(problem) = survey.table.columns[Questionnaire::DATE].check.run(date) {
        draft.refuse("--date", problem);
        return None;
    }
    if survey.questionnaire.anonymous && Month::parse(date).is_none() {
        let text = date.to_owned();
        draft.refuse("--date", Slip::DayGiven { text });
        return None;
    }
    date.get(..7).and_then(Month::parse)
}

/// The cells of one answer, each checked by its column.
fn cells(draft: &mut Draft<'_>, survey: &Survey, batch: &Batch, answer: &Answer) -> Vec<String> {
    let table = &survey.table;
    let mut cells = vec![String::new(); table.columns.len()];
    cells[Questionnaire::DATE].clone_from(&batch.date);
    let own = answer.iter().map(|(name, text)| (name.clone(), name, text));
    let shared = batch
        .shared
        .iter()
        .map(|(argument, name, text)| (argument.clone(), name, text));
    // What an answer says itself comes last, and so wins.
    for (argument, name, text) in shared.chain(own).filter(|(_, _, text)| !text.trim().is_empty()) {
        match table.column(name) {
            Some(column) => match row::plain(draft, table, &table.columns[column], text) {
                Ok(text) => cells[column] = text,
                Err(reason) => draft.refuse(argument, reason),
            },
            None => {
                let column = name.clone();
                let nearest = nearest(name, table.columns.iter().map(|column| &*column.name)).to_owned();
                draft.refuse(argument, Slip::ColumnNone { column, nearest });
            }
        }
    }
    let is_answer = |check: &Check| matches!(check, Check::Scale(..));
    let is_empty = table
        .columns
        .iter()
        .zip(&cells)
        .all(|(column, cell)| !is_answer(&column.check) || cell.is_empty());
    if is_empty && table.columns.iter().any(|column| is_answer(&column.check)) {
        draft.refuse("", super::Reason::Cell(Problem::NobodyAnswered));
    }
    cells
}

/// Adds rows to a bag: per distinct row the larger of the count there and the count here.
fn insert(draft: &mut Draft<'_>, survey: &Survey, file: &str, rows: Vec<Vec<String>>) {
    let mut wanted: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for row in rows {
        *wanted.entry(row).or_default() += 1;
    }
    for known in draft.rows(&survey.table, file) {
        if let Some(count) = wanted.get_mut(&known.cells) {
            *count = count.saturating_sub(1);
        }
    }
    for (row, count) in wanted {
        for _ in 0..count {
            draft.insert(&survey.table, file, row.clone());
        }
    }
}
