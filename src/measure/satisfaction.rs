//! The public's satisfaction: NRR of nine elements and the IKM, for units, services and the office.
//!
//! Source: the rule `satisfaction` (PermenPANRB 14/2017).

use super::Mean;
use super::trace::{Figure, Omission, Trace};
use crate::diagnostic::Origin;
use crate::records::number::Ratio;
use crate::rules::Satisfaction as Rule;

/// How many elements there are at most; the rule names nine.
pub const ELEMENTS: usize = 9;

/// The answers of one group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Respondents.
    pub n: u64,
    /// By element, in the order of the rule.
    pub elements: [Mean; ELEMENTS],
}

impl Answers {
    /// Takes one respondent; `None` is an element not answered.
    #[inline]
    pub fn add(&mut self, scores: &[Option<i64>]) {
        self.n += 1;
        for (mean, score) in self.elements.iter_mut().zip(scores) {
            if let Some(score) = score {
                mean.add(*score);
            }
        }
    }

    /// Takes all answers of another group.
    pub fn merge(&mut self, other: &Answers) {
        self.n += other.n;
        for (mean, other) in self.elements.iter_mut().zip(&other.elements) {
            mean.merge(*other);
        }
    }

    /// The IKM, exactly: the factor times the weighted sum of the elements' means. `None` when an element has no
    /// answer: a missing element is missing, not zero.
    pub fn index(&self, rule: &Rule) -> Option<Ratio> {
        let weight = rule.weight()?;
        let mut sum = Ratio::ZERO;
        for mean in self.elements.iter().take(rule.elements.len()) {
            sum = sum.plus(mean.ratio()?)?;
        }
        sum.times(weight)?.times(Ratio::int(i128::from(rule.factor)))
    }
}

/// The parts of an index: the scores of each element, by its number in the rule.
pub const PARTS: [&str; ELEMENTS] = [
    "element_1",
    "element_2",
    "element_3",
    "element_4",
    "element_5",
    "element_6",
    "element_7",
    "element_8",
    "element_9",
];

/// Tells which figures of a group one respondent enters.
pub(super) fn tell(
    figure: impl Fn(&'static str) -> Figure,
    scores: &[Option<i64>],
    origin: Origin,
    trace: &mut Trace,
) {
    trace.uses(figure("n"), origin, 1);
    for (part, score) in PARTS.into_iter().zip(scores) {
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

/// Which groups of a table are hidden: those below the minimum; where that is exactly one, the next smallest too,
/// because it could be told from the total. Groups without any answer hide nothing.
pub fn hidden(sizes: &[u64], minimum: u64) -> Vec<bool> {
    let mut hidden: Vec<bool> = sizes.iter().map(|&n| n > 0 && n < minimum).collect();
    if hidden.iter().filter(|&&is| is).count() == 1 {
        let shown = sizes.iter().enumerate().filter(|&(i, &n)| n > 0 && !hidden[i]);
        if let Some((next, _)) = shown.min_by_key(|&(_, n)| n) {
            hidden[next] = true;
        }
    }
    hidden
}

/// Which groups are hidden where the total of the same figure is shown: also the next smallest as long as the hidden ones
/// are together below the minimum, because the total less the groups shown would tell about them.
pub fn hidden_of_total(sizes: &[u64], minimum: u64) -> Vec<bool> {
    let mut out = hidden(sizes, minimum);
    loop {
        let together: u64 = sizes
            .iter()
            .zip(&out)
            .filter(|(_, is)| **is)
            .map(|(n, _)| n)
            .sum();
        let shown = sizes.iter().enumerate().filter(|&(at, &n)| n > 0 && !out[at]);
        match shown.min_by_key(|&(_, n)| n) {
            Some((next, _)) if together > 0 && together < minimum => out[next] = true,
            _ => return out,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_hidden_group_hides_the_next_smallest() {
        assert_eq!(hidden(&[3, 20, 17, 0], 5), [true, false, true, false]);
        assert_eq!(hidden(&[3, 4, 17], 5), [true, true, false]);
        assert_eq!(hidden(&[9, 20], 5), [false, false]);
        assert_eq!(hidden(&[4], 5), [true]);
    }

    #[test]
    fn what_the_total_would_tell_is_about_enough() {
        assert_eq!(hidden_of_total(&[1, 2, 17, 20], 5), [true, true, true, false]);
        assert_eq!(hidden_of_total(&[1, 4, 17, 20], 5), [true, true, false, false]);
        assert_eq!(hidden_of_total(&[3, 20, 17, 0], 5), hidden(&[3, 20, 17, 0], 5));
        assert_eq!(hidden_of_total(&[1, 2], 5), [true, true]);
    }
}
