//! Questions with choices: how often each answer was chosen, where enough people answered.

use super::figure::Pen;
use super::model::{Table, Value};
use crate::measure::feedback::{Feedback, Form};
use crate::measure::trace::part;
use crate::words::Lang;
use crate::words::report::Text;

/// A form with the answers to it, and its number where several are told about.
pub(super) type Polled<'f> = (Option<usize>, &'f Form, &'f Feedback);

impl Pen {
    /// The table of the answers chosen; `None` where no form has such a question, or too few answered.
    pub(super) fn choices<'f>(
        self,
        id: &'static str,
        answered: impl IntoIterator<Item = Polled<'f>>,
    ) -> Option<Table> {
        let mut rows = Vec::new();
        let enough = answered
            .into_iter()
            .filter(|(_, form, feedback)| feedback.is_enough(form));
        for (number, form, feedback) in enough {
            for (place, item) in form.choices.iter().enumerate() {
                let question = number.map_or(place as u64, |number| part(number as u64, place));
                let text = &item.text[usize::from(self.lang == Lang::En)];
                let each = item.choices.iter().enumerate().map(|(choice, words)| {
                    // Text says the question once; data say it in every row.
                    let label = if choice == 0 { text.clone() } else { String::new() };
                    let key = Value::Key {
                        key: item.key.clone(),
                        label,
                    };
                    (
                        part(question, choice),
                        key,
                        words,
                        feedback.chosen((place, choice)),
                    )
                });
                rows.extend(each);
            }
        }
        let list = self
            .list(id, rows)
            .titled(("Pertanyaan pilihan", "Questions with choices"))
            .numbered(|(number, ..)| *number)
            .col("question", ("Pertanyaan", "Question"), |(_, key, ..)| key.clone())
            .col("answer", ("Jawaban", "Answer"), |(_, _, words, _)| {
                Value::Text((*words).clone())
            })
            .col("n", Text::Count, |(.., chosen)| self.count(*chosen))
            .counted(
                "Berapa kali jawaban ini dipilih.",
                "How often the answer was chosen.",
            );
        let table = list.table();
        (!table.rows.is_empty()).then_some(table)
    }
}
