//! A questionnaire as it is measured: its questions on a scale, those with choices, and where answers stand in a row.

use super::judged::Guard;
use crate::records::code::ItemKind;
use crate::records::questionnaire::{Item, Questionnaire};
use crate::records::table::Schema;

/// What is asked on a scale, in the order of the questionnaire.
#[derive(Clone, Debug)]
pub struct ScaleItem {
    /// The declared column of the responses table.
    pub column: usize,
    /// Its key in the questionnaire.
    pub key: String,
    /// The question.
    pub text: String,
    /// The question in English.
    pub text_en: String,
    /// The aspect that it belongs to, by its number in the form; `None` where it belongs to none.
    pub aspect: Option<usize>,
    /// Lowest answer.
    pub low: i64,
    /// Highest answer.
    pub high: i64,
    /// Whether a lower answer is better: it is turned round, so that every mean points the same way.
    pub is_lower_better: bool,
}

/// What is asked with words to choose from.
#[derive(Clone, Debug)]
pub struct ChoiceItem {
    /// The declared column of the responses table.
    pub column: usize,
    /// Its key in the questionnaire.
    pub key: String,
    /// The question, in Indonesian and English.
    pub text: [String; 2],
    /// The words.
    pub choices: Vec<String>,
}

/// The questions with choices of a questionnaire.
fn choices(questionnaire: &Questionnaire, table: &Schema) -> Vec<ChoiceItem> {
    let items = questionnaire.item.iter();
    let items = items.filter(|item| item.kind == ItemKind::Choice);
    let asked = items.filter_map(|item| {
        let english = item.text_en.as_ref().unwrap_or(&item.text);
        Some(ChoiceItem {
            column: table.column(&item.key.value)?,
            key: item.key.value.to_string(),
            text: [item.text.clone(), english.clone()],
            choices: item.choices.clone(),
        })
    });
    asked.collect()
}

/// A questionnaire about programmes, ready to be measured.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// Its code.
    pub code: String,
    /// Its scale items.
    pub items: Vec<ScaleItem>,
    /// The aspects that its items belong to, by name.
    pub aspects: Vec<String>,
    /// Whose answers may be told about.
    pub guard: Guard,
    /// The columns in which people write in words.
    pub words: Vec<usize>,
    /// Its questions with choices.
    pub choices: Vec<ChoiceItem>,
    /// The column of the instructor; absent in questionnaires about something else.
    pub instructor: Option<usize>,
    /// The column of the training.
    pub subject: usize,
}

impl Form {
    /// Prepares a questionnaire with the table of its responses.
    pub fn new(code: &str, questionnaire: &Questionnaire, table: &Schema, guard: Guard) -> Form {
        let group = |item: &Item| item.group.as_ref().map(|group| group.0.clone());
        let mut aspects: Vec<String> = questionnaire.item.iter().filter_map(group).collect();
        aspects.sort_unstable();
        aspects.dedup();
        let items = questionnaire.item.iter().filter_map(|item| {
            let (low, high) = item.scale_ends()?;
            Some(ScaleItem {
                column: table.column(&item.key.value)?,
                key: item.key.value.to_string(),
                text: item.text.clone(),
                text_en: item.text_en.clone().unwrap_or_else(|| item.text.clone()),
                aspect: group(item).and_then(|group| aspects.binary_search(&group).ok()),
                low,
                high,
                is_lower_better: item.is_lower_better(),
            })
        });
        Form {
            code: code.to_owned(),
            items: items.collect(),
            aspects,
            guard: questionnaire.min_group.map_or(guard, Guard::new),
            words: questionnaire.words(table),
            choices: choices(questionnaire, table),
            instructor: table.column("instructor"),
            subject: Questionnaire::ABOUT,
        }
    }

    /// The scale that all items share; `None` when they differ, so that no common mean makes sense.
    pub fn scale(&self) -> Option<(i64, i64)> {
        let first = self.items.first().map(|item| (item.low, item.high))?;
        self.items
            .iter()
            .all(|item| (item.low, item.high) == first)
            .then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Findings;
    use crate::records::document;

    #[test]
    fn what_is_asked_with_words_to_choose_from_is_in_the_form() {
        let text = "title='T'\nabout='training'\nanswered_by=['participant']\nanonymous=true\n\
            [[item]]\nkey='a'\ntext='A'\nkind='scale'\nscale=[1, 5]\n\
            [[item]]\nkey='b'\ntext='B'\nkind='choice'\nchoices=['x', 'y']\n";
        let mut findings = Findings::new();
        let asked: Questionnaire = document::read(text, 0, &mut findings).unwrap();
        let form = Form::new("t", &asked, &asked.table("t"), Guard::default());
        let choices = form.choices.iter().map(|one| (&*one.key, one.choices.len()));
        assert_eq!(choices.collect::<Vec<_>>(), [("b", 2)]);
        assert_eq!((form.choices[0].text[1].as_str(), form.items.len()), ("B", 1));
    }
}
