//! A figure of several offices: what entered it in each, and how it is written.

use super::super::figure::Pen;
use super::super::model::{NumberStyle, Unjudged, Value};
use crate::measure::meaning::{How, Part};
use crate::measure::trace::Heard;
use crate::records::number::{ONE, Ratio};
use crate::records::time::Day;
use crate::rules::Rules;

/// What entered a figure in all offices so far, and how the figures of the offices are written, and so that of all.
pub(super) struct Pooled {
    how: How,
    heard: Vec<Heard>,
    written: NumberStyle,
    /// Of how many the counts are, where they say it.
    of: Option<u64>,
    /// Of how many nobody can tell, and why.
    unknown: Option<(u64, Unjudged)>,
    /// Whether that of an office is withheld.
    pub(super) is_withheld: bool,
}

impl Pooled {
    /// Of no office yet.
    pub(super) fn new(how: How) -> Pooled {
        Pooled {
            how,
            heard: Vec::new(),
            written: NumberStyle::Plain,
            of: None,
            unknown: None,
            is_withheld: false,
        }
    }

    /// Takes what entered the figure of an office, and how that is written: where nothing is known of it, nothing entered.
    pub(super) fn take(&mut self, heard: Vec<Heard>, value: &Value) {
        self.how.pool(&mut self.heard, heard);
        self.is_withheld |= *value == Value::Withheld;
        if let Value::Number { written, .. } = value.known() {
            self.written = self.written.max(*written);
        }
        let Some(own) = value.partial() else {
            return;
        };
        self.of = own.of.map(|of| self.of.unwrap_or(0) + of).or(self.of);
        if let Some((count, lack)) = own.unknown {
            let before = self.unknown.map_or(0, |(count, _)| count);
            self.unknown = Some((before + count, lack));
        }
    }

    /// The figure of all offices, written like those of each, beside what is not known of them.
    pub(super) fn total(&self, rules: &Rules, as_of: &str, pen: Pen) -> Value {
        let known = self.known(rules, as_of, pen);
        match self.unknown {
            Some((count, lack)) => pen.beside(known, count, lack),
            None => known,
        }
    }

    /// The quality of an index of all offices, by the rule.
    pub(super) fn quality(&self, rules: &Rules, as_of: &str, pen: Pen) -> Value {
        let rule = Day::parse(as_of).and_then(|day| rules.satisfaction.on(day));
        let index = self.figure(rules, as_of).filter(|_| self.how == How::Index);
        let both = index.zip(rule);
        both.map_or(Value::Missing, |(index, rule)| pen.quality(index, rule))
    }

    fn figure(&self, rules: &Rules, as_of: &str) -> Option<Ratio> {
        let day = Day::parse(as_of).filter(|_| self.how.is_pooled() && !self.heard.is_empty());
        self.how.again(&self.heard, rules, day?)
    }

    fn known(&self, rules: &Rules, as_of: &str, pen: Pen) -> Value {
        let Some(figure) = self.figure(rules, as_of) else {
            return Value::Missing;
        };
        let sum = |part: usize| self.heard.get(part).map_or(0, Heard::sum);
        let count = |part: usize| u64::try_from(sum(part)).unwrap_or(0);
        match self.how {
            How::Sum(Part { unit: 1, .. }) | How::Among(..) | How::Different(_) => match self.of {
                Some(of) => pen.count_of(u64::try_from(figure.num()).unwrap_or(0), of),
                None => pen.whole(figure.num()),
            },
            How::Sum(Part { unit: ONE, .. }) => pen.sum(sum(0)),
            How::Over(of, over) | How::Rate(of, over)
                if self.written >= NumberStyle::Percent && of.unit == over.unit =>
            {
                match self.written == NumberStyle::Fraction && of.unit == 1 {
                    true => pen.fraction(count(0), count(1)),
                    false => pen.share(count(0), count(1)),
                }
            }
            _ => match self.written {
                NumberStyle::Places(places) => pen.ratio(Some(figure), places.into()),
                _ => pen.ratio(Some(figure), 0),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::meaning::whole;
    use crate::measure::trace::Source;
    use crate::words::Lang;

    const PEN: fn() -> Pen = || Pen::of(Lang::Id);

    /// The total of figures of offices: what entered, and what stands in the cell.
    fn total(figures: &[(Option<i64>, Value)]) -> Value {
        let mut pooled = Pooled::new(How::Sum(whole("overdue")));
        for (amount, value) in figures {
            let heard = amount.map(|amount| Heard {
                taken: vec![(Source::Person(0), amount)],
                ..Heard::default()
            });
            pooled.take(heard.into_iter().collect(), value);
        }
        pooled.total(&Rules::default(), "2026-10-31", PEN())
    }

    #[test]
    fn what_one_office_does_not_know_stays_beside_the_total() {
        let unknown = |count| (None, PEN().beside(Value::Missing, count, Unjudged::Class));
        let none = || (Some(0), Value::Count(0));
        let beside = |known, count| PEN().beside(known, count, Unjudged::Class);
        assert_eq!(total(&[unknown(3), none()]), beside(Value::Count(0), 3));
        let two = (Some(2), beside(Value::Count(2), 1));
        assert_eq!(total(&[two, unknown(1_200)]), beside(Value::Count(2), 1_201));
        assert_eq!(total(&[unknown(3), unknown(4)]), beside(Value::Missing, 7));
        // Words that count nothing are no unknown number.
        let words = (None, Value::Blank("3 tahun tanpa batas".to_owned()));
        assert_eq!(total(&[words, none()]), Value::Count(0));
    }

    #[test]
    fn a_count_of_some_keeps_what_it_is_counted_of() {
        let of = |part: i64, of| (Some(part), PEN().count_of(part.unsigned_abs(), of));
        assert_eq!(total(&[of(13, 62), of(43, 43)]), PEN().count_of(56, 105));
        let beside = |value| PEN().beside(value, 2, Unjudged::Record);
        assert_eq!(
            total(&[(Some(13), beside(of(13, 62).1)), (None, Value::Missing)]),
            beside(PEN().count_of(13, 62))
        );
    }

    #[test]
    fn a_median_is_written_with_the_decimals_of_the_offices() {
        let mut pooled = Pooled::new(How::Median(whole("days")));
        for days in [3, 4] {
            let taken = vec![(Source::Person(0), days)];
            let heard = Heard {
                taken,
                ..Heard::default()
            };
            pooled.take(vec![heard], &PEN().ratio(Ratio::new(days.into(), 1), 1));
        }
        let total = pooled.total(&Rules::default(), "2026-10-31", PEN());
        assert_eq!(total, PEN().ratio(Ratio::new(7, 2), 1));
    }
}
