//! What does it come to? Pure functions from records to figures, exact until output.
//!
//! A measure is fed rows one by one and gives its figures at the end; it knows nothing of files or output. Each is
//! written once and tells a [`trace::Trace`] what enters each figure: that of a report is silent, that of an
//! explanation collects the rows behind one figure. The explanation is thus the same computation.

pub mod actions;
pub mod behaviour;
#[cfg(test)]
mod boundaries;
pub mod calendar;
pub mod certificates;
pub mod complaints;
pub mod completeness;
pub mod docket;
pub mod due;
pub mod evaluation;
pub mod fairness;
pub mod feedback;
pub mod follow_up;
mod form;
pub mod forum;
pub mod gaps;
pub mod hours;
pub mod impact;
pub mod incentive;
pub mod judged;
pub mod learning;
pub mod matrix;
pub mod meaning;
pub mod mentoring;
pub mod month;
pub mod movement;
pub mod needs;
pub mod notice;
pub mod paper;
pub mod performance;
pub mod plan;
pub mod predicates;
pub mod programmes;
pub mod proposal;
pub mod ratings;
pub mod reach;
pub mod refresh;
pub mod regulation;
pub mod respondents;
pub mod roster;
#[cfg(test)]
mod sample;
pub mod satisfaction;
pub mod sheet;
pub mod staff;
pub mod study;
pub mod suggestion;
pub mod trace;
#[cfg(test)]
mod traced;
pub mod training;
pub mod unit;
pub mod unrolled;

use crate::records::number::Ratio;

/// A mean with its number of values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mean {
    /// The sum, in units of 1/10,000 for decimals, in ones for whole numbers.
    pub sum: i128,
    /// How many values.
    pub n: u64,
}

impl Mean {
    /// Takes one value.
    #[inline]
    pub fn add(&mut self, value: i64) {
        self.sum += i128::from(value);
        self.n += 1;
    }

    /// Takes all values of another mean.
    pub fn merge(&mut self, other: Mean) {
        self.sum += other.sum;
        self.n += other.n;
    }

    /// The exact mean of whole numbers; `None` without values.
    pub fn ratio(&self) -> Option<Ratio> {
        Ratio::new(self.sum, i128::from(self.n))
    }

    /// The exact mean of decimals held in 1/10,000; `None` without values.
    pub fn decimal(&self) -> Option<Ratio> {
        Ratio::new(
            self.sum,
            i128::from(self.n) * i128::from(crate::records::number::ONE),
        )
    }
}

/// The median of whole numbers, exactly; `None` without values.
pub fn median(values: &mut [i64]) -> Option<Ratio> {
    values.sort_unstable();
    let middle = values.len() / 2;
    match values.len() {
        0 => None,
        n if n % 2 == 1 => Some(Ratio::int(i128::from(values[middle]))),
        _ => Ratio::new(i128::from(values[middle - 1]) + i128::from(values[middle]), 2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_and_medians_are_exact() {
        let mut mean = Mean::default();
        [1, 2, 2].into_iter().for_each(|v| mean.add(v));
        assert_eq!(mean.ratio(), Ratio::new(5, 3));
        assert_eq!(Mean::default().ratio(), None);
        assert_eq!(median(&mut [3, 1, 2]), Some(Ratio::int(2)));
        assert_eq!(median(&mut [4, 1, 2, 3]), Ratio::new(5, 2));
        assert_eq!(median(&mut []), None);
    }
}
