//! What a list of answers says of who answered: words that are none of the choices of the questionnaire, and words that stand
//! for everything else.

use super::bound::typed as typed_heading;
use super::cells::ListCells;
use super::form::ListForm;
use super::row::ListRow;
use super::value;
use crate::change::Draft;
use crate::load::Survey;
use crate::records::table::Check;
use crate::records::text::folded;
use crate::words::import::{Intake, Unfit};
use std::collections::{BTreeMap, BTreeSet};

/// What the rows of a list say of who answered, by the columns of the questionnaire.
#[derive(Default)]
pub(super) struct Profiles {
    /// What is no choice, each with whether the answers beside it are taken.
    unfit: BTreeMap<usize, Vec<(String, bool)>>,
    /// The headings of the columns on the sheet.
    headings: BTreeMap<usize, String>,
    /// The columns in which something is a choice.
    fitting: BTreeSet<usize>,
    /// The words that are read as the choice for everything else.
    others: BTreeMap<usize, BTreeSet<String>>,
}

/// Whether a text is the choice for everything else.
fn is_rest(text: &str) -> bool {
    let text = folded(text);
    ["lain", "yang lain", "other"]
        .iter()
        .any(|rest| text.starts_with(rest))
}

/// Texts, each once and as they are written.
fn quoted<'t>(texts: impl Iterator<Item = &'t String>) -> String {
    let once: BTreeSet<&String> = texts.collect();
    let told = once.into_iter().map(|text| format!("`{text}`"));
    told.collect::<Vec<_>>().join(", ")
}

impl Profiles {
    /// Notes what a row says, the answers of which are taken or not.
    pub(super) fn note(
        &mut self,
        survey: &Survey,
        (row, fields): (&ListRow<'_>, &ListCells),
        is_taken: bool,
    ) {
        for (index, column) in survey.table.columns.iter().enumerate() {
            let (Check::OneOf(choices), Some(field)) = (&column.check, fields.get("responses", &column.name))
            else {
                continue;
            };
            let text = field.cell.text.trim();
            let meant = value::one_of(text, choices);
            if text.is_empty() {
                continue;
            }
            let title = field.spot.column.and_then(|at| row.region.titles.get(at));
            if let Some(title) = title.filter(|_| !self.headings.contains_key(&index)) {
                self.headings.insert(index, title.clone());
            }
            if !choices.contains(&meant) {
                let unfit = self.unfit.entry(index).or_default();
                unfit.push((text.to_owned(), is_taken));
                continue;
            }
            self.fitting.insert(index);
            let told = field.spot.column.map_or("", |at| row.row.get(at)).trim();
            if is_rest(&meant) && !is_rest(told) && !told.is_empty() {
                self.others.entry(index).or_default().insert(told.to_owned());
            }
        }
    }

    /// Refuses columns in which nothing is a choice: they are of another questionnaire.
    pub(super) fn refuse(&self, draft: &mut Draft<'_>, form: &ListForm, survey: &Survey) {
        let is_other =
            |(column, texts): &(&usize, &Vec<_>)| texts.len() > 1 && !self.fitting.contains(column);
        for (column, texts) in self.unfit.iter().filter(is_other) {
            let Check::OneOf(choices) = &survey.table.columns[*column].check else {
                continue;
            };
            let once: BTreeSet<&String> = texts.iter().map(|(text, _)| text).collect();
            let typed = once.into_iter().map(|text| format!("--means \"{text}=…\""));
            let (typed, choices) = (typed.collect::<Vec<_>>().join(" "), choices.join(", "));
            let own = || form.heading(&survey.table, *column);
            let heading = self
                .headings
                .get(column)
                .map_or_else(own, |title| typed_heading(title));
            draft.refuse(
                "",
                Unfit::ProfileUnread {
                    heading,
                    choices,
                    typed,
                },
            );
        }
    }

    /// What is told of the answers that are taken.
    pub(super) fn told(&self, form: &ListForm, survey: &Survey) -> Vec<Intake> {
        let heading = |column: &usize| form.heading(&survey.table, *column);
        let unfit = self.unfit.iter().filter_map(|(column, texts)| {
            let taken = || {
                texts
                    .iter()
                    .filter(|(_, is_taken)| *is_taken)
                    .map(|(text, _)| text)
            };
            let (count, texts) = (taken().count(), quoted(taken()));
            let column = heading(column);
            (count > 0).then_some(Intake::ProfileUnfit { column, texts, count })
        });
        let others = self.others.iter().map(|(column, texts)| Intake::OthersRead {
            column: heading(column),
            texts: quoted(texts.iter()),
        });
        unfit.chain(others).collect()
    }
}
