//! The figure of a report, counted again from what entered it.

use super::{How, Page, Ratio, Text, Value};
use crate::report::model::NumberStyle;
use crate::words;

impl Page<'_> {
    /// The figure, counted again from what entered it, beside that of the report.
    pub(super) fn again(&self, is_withheld: bool) -> Value {
        let pen = self.pen;
        if is_withheld {
            return pen.key("", Text::Hidden);
        }
        if *self.figure.value() == Value::Missing {
            return pen.key("", Text::NothingYet);
        }
        let Some(again) = self.told.again else {
            return pen.key("", Text::NotCounted);
        };
        let exact = again.shortest(6);
        let number = |ratio: Ratio| words::number(pen.lang, &ratio.shortest(4));
        let of = self.of_again();
        let is_same = *self.figure.value().data() == exact && of.is_none_or(|(said, of)| said == of);
        let value = match of {
            Some((_, of)) => format!("{}/{}", number(again), number(of)),
            None => number(again),
        };
        let text = match is_same {
            true => Text::Same { value },
            false => Text::Differs { value },
        };
        Value::number(exact, pen.say(text), NumberStyle::Plain)
    }

    /// Of how many a figure is, as the report says and counted again, where both are there.
    fn of_again(&self) -> Option<(Ratio, Ratio)> {
        match (self.figure.value(), self.told.question.meaning.how) {
            (Value::Partial(own), How::Among(..)) => {
                let (_, again) = self.told.parts.get(1)?;
                Some((Ratio::new(own.of?.into(), 1)?, (*again)?))
            }
            _ => None,
        }
    }
}
