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
    /// Of how many the counts are, where they say it.
    of: Option<u64>,
    /// Of how many nobody can tell, and the words for them.
    unknown: Option<(u64, String)>,
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
            of: None,
            unknown: None,
            is_withheld: false,
        }
    }

    /// Takes what entered the figure of an office, and how that is written: where nothing is known of it, nothing entered.
    pub(super) fn take(&mut self, heard: Vec<Heard>, value: &Value, lang: &str) {
        self.how.pool(&mut self.heard, heard);
        self.see(value, lang);
        if let Some((count, words)) = unknown_of(value) {
            let before = self.unknown.take().map_or(0, |(count, _)| count);
            self.unknown = Some((before + count, words.to_owned()));
        }
    }

    /// Sees how an office's figure is written.
    fn see(&mut self, value: &Value, lang: &str) {
        self.is_withheld |= *value == Value::Withheld;
        let Value::Number { shown, .. } = value else {
            return;
        };
        let shown = shown.split("; ").next().unwrap_or_default();
        let of = shown.split_once('/').filter(|_| !shown.contains('('));
        if let Some(of) = of.and_then(|(_, of)| whole(of)) {
            self.of = Some(self.of.unwrap_or(0) + of);
        }
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

    /// The figure of all offices, written like those of each, beside what is not known of them.
    pub(super) fn total(&self, rules: &Rules, as_of: &str, pen: Pen) -> Value {
        let known = self.known(rules, as_of, pen);
        match &self.unknown {
            Some((count, words)) => Pen::with_unknown(known, format!("{count} {words}")),
            None => known,
        }
    }

    fn known(&self, rules: &Rules, as_of: &str, pen: Pen) -> Value {
        let figure = Day::parse(as_of).filter(|_| self.how.is_pooled() && !self.heard.is_empty());
        let figure = figure.and_then(|day| self.how.again(&self.heard, rules, day));
        let Some(figure) = figure else {
            return Value::Missing;
        };
        let sum = |part: usize| self.heard.get(part).map_or(0, Heard::sum);
        let count = |part: usize| u64::try_from(sum(part)).unwrap_or(0);
        match self.how {
            How::Sum(Part { unit: 1, .. }) | How::Different(_) => match self.of {
                Some(of) => pen.count_of(u64::try_from(figure.num()).unwrap_or(0), of),
                None => pen.whole(figure.num()),
            },
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

/// Of how many a cell says beside its figure, or in its place, that they are not known, and in which words.
pub(super) fn unknown_of(value: &Value) -> Option<(u64, &str)> {
    let beside = match value {
        Value::Blank(words) => words,
        Value::Number { shown, .. } => shown.split_once("; ")?.1,
        _ => return None,
    };
    let (count, words) = beside.split_once(' ')?;
    Some((whole(count)?, words))
}

/// A whole number as readers see it.
fn whole(shown: &str) -> Option<u64> {
    let digits: String = shown.chars().filter(|letter| !".,".contains(*letter)).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::meaning::whole;
    use crate::measure::trace::Source;

    /// The total of figures as the offices write them.
    fn total(figures: &[(Option<i64>, Value)]) -> String {
        let mut pooled = Pooled::new(How::Sum(whole("overdue")));
        for (amount, value) in figures {
            let heard = amount.map(|amount| Heard {
                taken: vec![(Source::Person(0), amount)],
                ..Heard::default()
            });
            pooled.take(heard.into_iter().collect(), value, "id");
        }
        match pooled.total(&Rules::default(), "2026-10-31", Pen::of(Lang::Id)) {
            Value::Number { shown, .. } | Value::Blank(shown) => shown,
            other => other.data().into_owned(),
        }
    }

    fn number(exact: i64, shown: &str) -> (Option<i64>, Value) {
        let value = Value::Number {
            exact: exact.to_string(),
            shown: shown.to_owned(),
        };
        (Some(exact), value)
    }

    #[test]
    fn what_one_office_does_not_know_stays_beside_the_total() {
        let unknown = |words: &str| (None, Value::Blank(words.to_owned()));
        let none = || (Some(0), Value::Count(0));
        assert_eq!(total(&[unknown("3 tanpa kelas"), none()]), "0; 3 tanpa kelas");
        assert_eq!(
            total(&[number(2, "2; 1 tanpa kelas"), unknown("1.200 tanpa kelas")]),
            "2; 1201 tanpa kelas"
        );
        assert_eq!(
            total(&[unknown("3 tanpa kelas"), unknown("4 tanpa kelas")]),
            "7 tanpa kelas"
        );
        // Words that count nothing are no unknown number.
        assert_eq!(total(&[unknown("tanpa batas"), none()]), "0");
    }

    #[test]
    fn a_count_of_some_keeps_what_it_is_counted_of() {
        assert_eq!(total(&[number(13, "13/62"), number(43, "43/43")]), "56/105");
        assert_eq!(
            total(&[number(13, "13/62; 2 belum diketahui"), (None, Value::Missing)]),
            "13/62; 2 belum diketahui"
        );
    }
}
