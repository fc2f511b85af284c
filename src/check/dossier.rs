//! What a rule is shown: a cell, a document, an answer, and the scene around it.

use super::career::Career;
use super::lookup::Topic;
use super::programme::{Programmes, Rolls};
use super::register::Register;
use crate::diagnostic::Origin;
use crate::files::csv::RawRow;
use crate::load::Survey;
use crate::records::cell::Id;
use crate::records::forum::Forum;
use crate::records::plan::Plan;
use crate::records::questionnaire::Questionnaire;
use crate::records::table::{Attribute, Schema};
use crate::records::training::Training;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// One file of a table.
#[derive(Clone, Debug)]
pub(super) struct TableFile<'f> {
    pub(super) table: &'f Schema,
    /// Its month or period; empty when the table has one file.
    pub(super) partition: &'f str,
    pub(super) name: String,
}

/// What is around a row: the office, the file, and the programmes and participants of the month.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dossier<'s> {
    pub(super) register: &'s Register<'s>,
    pub(super) file: &'s TableFile<'s>,
    pub(super) programmes: &'s Programmes<'s>,
    pub(super) rolls: &'s Rolls,
}

impl<'s> Dossier<'s> {
    /// The person with that id.
    pub(super) fn career(&self, id: Id<'_>) -> Option<&'s Career> {
        self.register.people.get(id.text())
    }
}

/// One cell that is filled.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowCell<'c> {
    pub(super) table: &'c Schema,
    pub(super) column: &'c Attribute,
    pub(super) text: &'c str,
    row: &'c RawRow<'c>,
}

impl<'c> RowCell<'c> {
    /// The cell of the column at `index`, when it is filled.
    pub(super) fn of(table: &'c Schema, index: usize, row: &'c RawRow<'c>) -> Option<RowCell<'c>> {
        let text = row.cells.get(index);
        (!text.is_empty()).then(|| RowCell {
            table,
            column: &table.columns[index],
            text,
            row,
        })
    }

    /// Whether the cell is what its column declares; when not, that was told while reading.
    pub(super) fn is_good(&self) -> bool {
        self.column.check.run(self.text).is_ok()
    }

    /// Another cell of the row, by column.
    pub(super) fn other(&self, column: &str) -> &'c str {
        self.table
            .column(column)
            .map_or("", |index| self.row.cells.get(index))
    }
}

/// A training document that could be read, with its text, in which patterns are looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct TrainingDocument<'p> {
    pub(super) id: &'p str,
    pub(super) training: &'p Training,
    /// Its text, as it stands.
    pub(super) text: &'p str,
    pub(super) file: u32,
}

/// The document of one forum or consultation, under its id.
#[derive(Clone, Copy, Debug)]
pub(super) struct ForumDocument<'s> {
    pub(super) id: &'s str,
    pub(super) forum: &'s Forum,
}

/// A development plan, under the year of its file.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlanDocument<'y> {
    pub(super) year: i32,
    pub(super) plan: &'y Plan,
}

/// One row of answers, with the questionnaire that says what its columns ask.
#[derive(Clone, Copy, Debug)]
pub(super) struct AnswerRow<'a> {
    pub(super) survey: &'a Survey,
    pub(super) row: &'a RawRow<'a>,
}

impl<'a> AnswerRow<'a> {
    /// The cell of one of the fixed columns, which stand first; empty when the questionnaire has no such column.
    pub(super) fn cell(&self, column: &str) -> &'a str {
        let fixed = &self.survey.table.columns[..self.survey.questionnaire.fixed()];
        let index = fixed.iter().position(|known| known.name == column);
        index.map_or("", |index| self.row.cells.get(index))
    }

    /// A number for what it says, without its month and its batch.
    fn content(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        let says = Questionnaire::ABOUT..self.survey.table.columns.len();
        says.for_each(|column| self.row.cells.get(column).hash(&mut hasher));
        hasher.finish()
    }

    /// Whether no item is answered and nothing is said.
    pub(super) fn is_empty(&self) -> bool {
        let first = self.survey.questionnaire.fixed() + self.survey.questionnaire.profile.len();
        (first..self.survey.table.columns.len()).all(|index| self.row.cells.get(index).is_empty())
    }
}

/// All answers of one month to a questionnaire.
#[derive(Debug)]
pub(super) struct AnswerBatches<'a> {
    pub(super) survey: &'a Survey,
    /// How many answers each batch brought, with the first of them.
    pub(super) batches: BTreeMap<String, (usize, Origin)>,
    /// What the answers of each batch say, whatever their order, without their month and its name.
    pub(super) contents: BTreeMap<String, u64>,
    /// How many of participants that say something are about each programme, instructor and wave, with the first of
    /// them.
    pub(super) subjects: BTreeMap<Topic, (usize, Origin)>,
    /// How many of those about the climate of learning are about each unit, with the first of them.
    pub(super) units: BTreeMap<String, (usize, Origin)>,
}

impl<'a> AnswerBatches<'a> {
    /// None yet to that questionnaire.
    pub(super) fn new(survey: &'a Survey) -> AnswerBatches<'a> {
        AnswerBatches {
            survey,
            batches: BTreeMap::new(),
            contents: BTreeMap::new(),
            subjects: BTreeMap::new(),
            units: BTreeMap::new(),
        }
    }

    /// Counts an answer to its batch, and to what it is about.
    pub(super) fn count(&mut self, answer: &AnswerRow<'_>) {
        let first = answer.row.origin;
        one_more(&mut self.batches, answer.cell("batch"), first);
        let content = self.contents.entry(answer.cell("batch").to_owned()).or_default();
        *content = content.wrapping_add(answer.content());
        if self.survey.questionnaire.is_climate() && !answer.is_empty() {
            one_more(&mut self.units, answer.cell("unit"), first);
        }
        if self.survey.questionnaire.is_participant_feedback() && !answer.is_empty() {
            let [training, instructor, wave] =
                ["training", "instructor", "wave"].map(|column| answer.cell(column).to_owned());
            let about = [self.survey.code.clone(), training, instructor, wave];
            self.subjects
                .entry(about)
                .and_modify(|(count, _)| *count += 1)
                .or_insert((1, first));
        }
    }
}

/// Counts one more with that name; of the first its place is kept.
fn one_more(counts: &mut BTreeMap<String, (usize, Origin)>, name: &str, first: Origin) {
    match counts.get_mut(name) {
        Some((count, _)) => *count += 1,
        None => drop(counts.insert(name.to_owned(), (1, first))),
    }
}
