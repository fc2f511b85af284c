//! How what people said is written: the figure, a star where it would tell who they were, nothing where nobody judged.

use super::figure::Pen;
use super::model::Value;
use crate::measure::judged::{Disclosure, Guard, Judged};
use crate::records::number::Ratio;
use crate::rules::{Gain, Satisfaction};
use crate::words::report::Text;

impl Pen {
    /// A figure about what people said, as far as the guard opens it.
    pub(super) fn judged(self, guard: Guard, judged: Judged, places: u32) -> Value {
        self.disclosed(guard.open(judged), |figure| self.ratio(Some(figure), places))
    }

    /// What is written of a figure that may be seen.
    pub(super) fn disclosed(self, disclosure: Disclosure, write: impl FnOnce(Ratio) -> Value) -> Value {
        match disclosure {
            Disclosure::Open(figure) => write(figure),
            Disclosure::Withheld => Value::Withheld,
            Disclosure::Unknown => Value::Missing,
        }
    }

    /// A gain, in as many decimals as tell its band.
    pub(super) fn gain(self, gain: Option<Ratio>, rule: &Gain) -> Value {
        self.ratio(gain, gain.map_or(0, |gain| rule.places(gain)))
    }

    /// The index of the public's satisfaction, and its quality.
    pub(super) fn index(self, guard: Guard, index: Judged, rule: &Satisfaction) -> [Value; 2] {
        let quality = |index| {
            rule.band(index).map_or(Value::Missing, |band| Value::Key {
                key: band.letter.clone(),
                label: format!("{} ({})", band.letter, band.quality),
            })
        };
        [
            self.judged(guard, index, rule.decimals as u32),
            self.disclosed(guard.open(index), quality),
        ]
    }

    /// What is known of complaints, beside how many have no class and so no deadline.
    pub(super) fn without_class(self, known: Value, count: u64) -> Value {
        self.beside(known, count, Text::WithoutClass { count })
    }

    /// What is known, beside the words for how many of whom it is not.
    pub(super) fn beside(self, known: Value, count: u64, unknown: Text) -> Value {
        if count == 0 {
            return known;
        }
        let unknown = self.say(unknown);
        match known {
            Value::Count(known) => Value::Number {
                exact: known.to_string(),
                shown: format!("{known}; {unknown}"),
            },
            Value::Number { exact, shown } => Value::Number {
                exact,
                shown: format!("{shown}; {unknown}"),
            },
            _ => Value::Blank(unknown),
        }
    }
}
