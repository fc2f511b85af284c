//! A figure of several offices: what entered it in each, and how it is written.

use super::super::figure::Pen;
use super::super::model::Value;
use crate::measure::meaning::{How, Part};
use crate::measure::trace::Heard;
use crate::records::number::ONE;
use crate::records::time::Day;
use crate::rules::Rules;
use crate::words::Lang;

/// What entered a figure in all offices so far, and how the figures of the offices are written, and so that of all.
pub(super) struct Pooled {
    how: How,
    heard: Vec<Heard>,
    /// How many decimals readers see.
    places: u32,
    is_percent: bool,
    /// Whether a share is written with its counts.
    has_counts: bool,
    /// Whether that of an office is withheld.
    pub(super) is_withheld: bool,
}

impl Pooled {
    /// Of no office yet.
    pub(super) fn new(how: How) -> Pooled {
        Pooled {
            how,
            heard: Vec::new(),
            places: 0,
            is_percent: false,
            has_counts: false,
            is_withheld: false,
        }
    }

    /// Takes what entered the figure of an office, and how that is written.
    pub(super) fn take(&mut self, heard: Vec<Heard>, value: &Value, lang: &str) {
        self.how.pool(&mut self.heard, heard);
        self.see(value, lang);
    }

    /// Sees how an office's figure is written.
    fn see(&mut self, value: &Value, lang: &str) {
        self.is_withheld |= *value == Value::Withheld;
        let Value::Number { shown, .. } = value else {
            return;
        };
        let point = if lang == Lang::En.code() { '.' } else { ',' };
        let start = shown.find(|letter: char| letter.is_ascii_digit()).unwrap_or(0);
        let number = &shown[start..];
        let end = number.find(|letter: char| !letter.is_ascii_digit() && !".,".contains(letter));
        let number = &number[..end.unwrap_or(number.len())];
        let places = number
            .rsplit_once(point)
            .map_or(0, |(_, decimals)| decimals.len());
        self.places = self.places.max(places as u32);
        self.is_percent |= shown.contains('%');
        self.has_counts |= shown.contains('(');
    }

    /// The figure of all offices, written like those of each.
    pub(super) fn total(&self, rules: &Rules, as_of: &str, pen: Pen) -> Value {
        let figure = Day::parse(as_of).filter(|_| self.how.is_pooled());
        let figure = figure.and_then(|day| self.how.again(&self.heard, rules, day));
        let Some(figure) = figure else {
            return Value::Missing;
        };
        let sum = |part: usize| self.heard.get(part).map_or(0, Heard::sum);
        let count = |part: usize| u64::try_from(sum(part)).unwrap_or(0);
        match self.how {
            How::Sum(Part { unit: 1, .. }) | How::Different(_) => pen.whole(figure.num()),
            How::Sum(Part { unit: ONE, .. }) => pen.sum(sum(0)),
            How::Over(of, over) | How::Rate(of, over) if self.is_percent && of.unit == over.unit => {
                match self.has_counts && of.unit == 1 {
                    true => pen.fraction(count(0), count(1)),
                    false => pen.share(count(0), count(1)),
                }
            }
            _ => pen.ratio(Some(figure), self.places),
        }
    }
}
