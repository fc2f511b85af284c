//! The public's satisfaction: NRR of nine elements and the IKM, for units, services and the office.
//!
//! Source: the rule `satisfaction` (PermenPANRB 14/2017).

use super::Mean;
use super::judged::Judged;
use super::meaning::{How, INDEX_PARTS, Meaning, whole};
use super::trace::{Figure, Omission, Trace};
use crate::diagnostic::Origin;
use crate::records::number::Ratio;
use crate::rules::Satisfaction as Rule;

/// How many elements there are at most; the rule names nine.
pub const ELEMENTS: usize = INDEX_PARTS.len();

/// The answers of one group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    people: u64,
    /// By element, in the order of the rule.
    elements: [Mean; ELEMENTS],
}

impl Answers {
    /// Takes one respondent; `None` is an element not answered.
    #[inline]
    pub fn add(&mut self, scores: &[Option<i64>]) {
        self.people += 1;
        for (mean, score) in self.elements.iter_mut().zip(scores) {
            if let Some(score) = score {
                mean.add(*score);
            }
        }
    }

    /// Takes all answers of another group.
    pub fn merge(&mut self, other: &Answers) {
        self.people += other.people;
        for (mean, other) in self.elements.iter_mut().zip(&other.elements) {
            mean.merge(*other);
        }
    }

    /// How many answered.
    pub fn people(&self) -> u64 {
        self.people
    }

    /// The NRR of each element of the rule.
    pub fn elements<'r>(&self, rule: &'r Rule) -> impl Iterator<Item = (&'r str, Judged)> {
        let (people, means) = (self.people, self.elements);
        let each = rule.elements.iter().zip(means);
        each.map(move |(key, mean)| (&*key.0, Judged::mean(mean, people)))
    }

    /// The mean of the elements' means, each weighing the same. It is missing where an element has no answer: a missing
    /// element is missing, not zero.
    pub fn mean(&self, rule: &Rule) -> Judged {
        self.all(rule, |sum| sum.over(Ratio::int(rule.elements.len() as i128)))
    }

    /// The IKM, exactly: the factor times the weighted sum of the elements' means.
    pub fn index(&self, rule: &Rule) -> Judged {
        let factor = Ratio::int(i128::from(rule.factor));
        self.all(rule, |sum| sum.times(rule.weight()?)?.times(factor))
    }

    /// What follows from the sum of the elements' means, of as many values as the least answered element has.
    fn all(&self, rule: &Rule, follow: impl Fn(Ratio) -> Option<Ratio>) -> Judged {
        let elements = self.elements.iter().take(rule.elements.len());
        let values = elements.clone().map(|mean| mean.n).min();
        let means: Option<Vec<Ratio>> = elements.map(Mean::ratio).collect();
        let sum = means.and_then(|means| means.into_iter().try_fold(Ratio::ZERO, Ratio::plus));
        Judged::new(sum.and_then(follow), self.people, values.unwrap_or(0))
    }
}

/// How many answered, over the months of the rule.
pub const RESPONDENTS: Meaning = Meaning::new(
    How::Sum(whole("n")),
    "Jumlah responden dalam masa yang dihitung.",
    "How many respondents there are in the months that count.",
)
.by("satisfaction");

/// What an index means.
pub const OF_INDEX: Meaning = Meaning::new(
    How::Index,
    "Rata-rata tiap unsur dijumlahkan, dikalikan bobot dan faktor menurut ketentuan.",
    "The sum of the elements' means times the weight and the factor of the rule.",
)
.by("satisfaction");

/// What the quality beside an index means.
pub const OF_QUALITY: Meaning = Meaning::new(
    How::From(&["ikm"]),
    "Mutu menurut golongan nilai dalam ketentuan, sesudah nilai dibulatkan.",
    "The quality by the bands of the rule, after rounding the index.",
)
.by("satisfaction");

/// What the mean of an element means.
pub const OF_ELEMENT: Meaning = Meaning::new(
    How::Mean(whole("nrr")),
    "Jumlah nilai unsur dibagi jumlah yang menjawabnya.",
    "The sum of the scores of the element over those who answered it.",
)
.by("satisfaction");

/// What the mean of all elements means.
pub const OF_ELEMENTS: Meaning = Meaning::new(
    How::Elements,
    "Rata-rata dari nilai semua unsur.",
    "The mean of the means of all elements.",
)
.by("satisfaction");

/// Tells which figures of a group one respondent enters.
pub(super) fn tell(
    figure: impl Fn(&'static str) -> Figure,
    scores: &[Option<i64>],
    origin: Origin,
    trace: &mut Trace,
) {
    trace.uses(figure("n"), origin, 1);
    for (part, score) in INDEX_PARTS.into_iter().zip(scores) {
        match score {
            Some(score) => trace.uses(figure(part), origin, *score),
            None => trace.omits(figure(part), origin, Omission::NotAnswered),
        }
    }
}

/// Measures the survey of the public over the months of the rule.
#[derive(Debug)]
pub struct Satisfaction {
    /// By number of the unit.
    pub units: Vec<Answers>,
    /// Answers without a unit.
    elsewhere: Answers,
    /// By number of the service.
    pub services: Vec<Answers>,
    /// The office over the same number of months up to the month before.
    pub before: Answers,
}

impl Satisfaction {
    /// Measures for so many units and services.
    pub fn new(units: usize, services: usize) -> Satisfaction {
        Satisfaction {
            units: vec![Answers::default(); units],
            elsewhere: Answers::default(),
            services: vec![Answers::default(); services],
            before: Answers::default(),
        }
    }

    /// Takes one respondent of the months that count.
    #[inline]
    pub fn row(
        &mut self,
        scores: &[Option<i64>],
        origin: Origin,
        unit: Option<u32>,
        service: Option<usize>,
        trace: &mut Trace,
    ) {
        if trace.listens() {
            tell_all(scores, origin, (unit, service), trace);
        }
        match unit {
            Some(unit) => self.units[unit as usize].add(scores),
            None => self.elsewhere.add(scores),
        }
        if let Some(service) = service {
            self.services[service].add(scores);
        }
    }

    /// The answers of the whole office.
    pub fn total(&self) -> Answers {
        let mut total = self.elsewhere;
        self.units.iter().for_each(|unit| total.merge(unit));
        total
    }
}

/// Tells in which figures a respondent is.
fn tell_all(
    scores: &[Option<i64>],
    origin: Origin,
    (unit, service): (Option<u32>, Option<usize>),
    trace: &mut Trace,
) {
    tell(
        |column| Figure::of_unit("ikm_by_unit", unit, column),
        scores,
        origin,
        trace,
    );
    if let Some(service) = service {
        tell(
            |column| Figure::new("ikm_by_service", service as u64, column),
            scores,
            origin,
            trace,
        );
    }
    for (element, score) in scores.iter().enumerate() {
        let figure = |column| Figure::new("ikm_elements", element as u64, column);
        match score {
            Some(score) => {
                trace.uses(figure("n"), origin, 1);
                trace.uses(figure("nrr"), origin, *score);
            }
            None => trace.omits(figure("nrr"), origin, Omission::NotAnswered),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_gives_what_its_months_give_together() {
        let months: [&[[Option<i64>; 2]]; 3] = [
            &[[Some(4), Some(2)], [Some(3), None]],
            &[],
            &[[None, Some(1)], [Some(1), Some(4)]],
        ];
        let read = |answers: &[[Option<i64>; 2]]| {
            let mut all = Answers::default();
            answers.iter().for_each(|scores| all.add(scores));
            all
        };
        let mut quarter = Answers::default();
        months.iter().for_each(|month| quarter.merge(&read(month)));
        assert_eq!(quarter, read(&months.concat()));
        assert_eq!(quarter.people(), 4);
    }
}
