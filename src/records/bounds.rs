//! The least and the greatest number that a column takes: what lies outside cannot be read, so that no figure is made
//! of it.

use super::cell::Refusal;
use super::number::Dec;
use super::time::Day;
use crate::words::problem::Problem;

/// A number in a cell, or none.
pub trait Number {
    /// It in units of a [`Dec`]; `None` where the cell is empty.
    fn units(&self) -> Option<i128>;
}

impl Number for i64 {
    fn units(&self) -> Option<i128> {
        Some(i128::from(*self) * i128::from(super::number::ONE))
    }
}

impl Number for Dec {
    fn units(&self) -> Option<i128> {
        Some(i128::from(self.0))
    }
}

impl<T: Number> Number for Option<T> {
    fn units(&self) -> Option<i128> {
        self.as_ref().and_then(T::units)
    }
}

/// Whether what begins and ends on these days ends before it begins; where a day is not known, nobody says so.
#[inline]
pub fn is_reversed(first: impl Into<Option<Day>>, last: impl Into<Option<Day>>) -> bool {
    matches!((first.into(), last.into()), (Some(first), Some(last)) if last < first)
}

/// The value itself where it lies from `low` to `high`.
///
/// # Errors
/// Where it lies outside, with the text of its cell.
#[inline]
pub fn within<T: Number>(value: T, text: &str, (low, high): (i64, i64)) -> Result<T, Refusal> {
    let is_outside =
        |units: i128| units < low.units().unwrap_or(units) || units > high.units().unwrap_or(units);
    match value.units().is_some_and(is_outside) {
        false => Ok(value),
        true => Err(Box::new(Problem::NumberOutside {
            text: text.to_owned(),
            low,
            high,
        })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_are_taken_and_what_is_empty_is_not_known() {
        for good in ["0", "2000", "0.5", ""] {
            let value = (!good.is_empty()).then(|| Dec::parse(good).unwrap());
            assert_eq!(within(value, good, (0, 2000)), Ok(value), "{good}");
        }
        for bad in ["-0.0001", "2000.0001", "99999999999999"] {
            let refused = within(Dec::parse(bad).unwrap(), bad, (0, 2000));
            assert_eq!(refused.unwrap_err().code(), "number-outside", "{bad}");
        }
    }
}
