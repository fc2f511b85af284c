//! What the participants of one programme learned: pairs of tests, the gain of the class and of each, the mean
//! difference with its interval.
//!
//! Source: the rules `gain` (normalised gain and its bands) and `effect` (confidence, least number of pairs).

use super::Mean;
use crate::records::number::{Dec, Ratio};
use crate::rules::Effect;
use statrs::distribution::{ContinuousCDF, StudentsT};
use statrs::statistics::Statistics;

/// The tests of one programme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learning {
    /// Pre-test and post-test of those who sat both.
    pub pairs: Vec<(Dec, Dec)>,
    /// Who sat the pre-test only: drop-outs of the comparison.
    pub pre_only: u64,
    /// Who sat the post-test only.
    pub post_only: u64,
}

impl Learning {
    /// Takes the tests of one participant.
    pub fn add(&mut self, pre: Option<Dec>, post: Option<Dec>) {
        match (pre, post) {
            (Some(pre), Some(post)) => self.pairs.push((pre, post)),
            (Some(_), None) => self.pre_only += 1,
            (None, Some(_)) => self.post_only += 1,
            (None, None) => {}
        }
    }

    /// The mean pre-test of the pairs.
    pub fn pre(&self) -> Option<Ratio> {
        self.mean_of(|(pre, _)| pre.0)
    }

    /// The mean post-test of the pairs.
    pub fn post(&self) -> Option<Ratio> {
        self.mean_of(|(_, post)| post.0)
    }

    /// The mean paired difference, post less pre.
    pub fn difference(&self) -> Option<Ratio> {
        self.mean_of(|(pre, post)| post.0 - pre.0)
    }

    fn mean_of(&self, of: impl Fn(&(Dec, Dec)) -> i64) -> Option<Ratio> {
        let mut mean = Mean::default();
        self.pairs.iter().for_each(|pair| mean.add(of(pair)));
        mean.decimal()
    }

    /// The normalised gain of the class, (mean post − mean pre) / (max − mean pre); `None` below the least number
    /// of pairs, or when the class was at the maximum before.
    pub fn class_gain(&self, max: Dec, min_pairs: i64) -> Option<Ratio> {
        if (self.pairs.len() as i64) < min_pairs {
            return None;
        }
        let pre = self.pre()?;
        self.post()?.minus(pre)?.over(Ratio::from(max).minus(pre)?)
    }

    /// The mean of the individual gains (post − pre) / (max − pre), and of how many: who was at the maximum before
    /// has none. A gain can be negative. `None` below the least number of pairs or when nobody has a gain.
    pub fn mean_of_gains(&self, max: Dec, min_pairs: i64) -> (Option<Ratio>, u64) {
        let gain =
            |&(pre, post): &(Dec, Dec)| Ratio::new(i128::from(post.0 - pre.0), i128::from(max.0 - pre.0));
        let gains: Vec<Ratio> = self.pairs.iter().filter_map(gain).collect();
        let n = gains.len() as u64;
        if (self.pairs.len() as i64) < min_pairs {
            return (None, n);
        }
        (mean(&gains), n)
    }

    /// The confidence interval of the mean paired difference, d ± t(n−1) · s/√n, to a billionth of a point. `None`
    /// below the least number of pairs, by a confidence that is none, and where all differ alike, so that there is no
    /// spread to tell it from.
    pub fn interval(&self, rule: &Effect) -> Option<(Ratio, Ratio)> {
        let n = self.pairs.len();
        if (n as i64) < rule.min_pairs.max(2) || !rule.is_sound() {
            return None;
        }
        let one = crate::records::number::ONE as f64;
        let differences: Vec<f64> = self
            .pairs
            .iter()
            .map(|(pre, post)| (post.0 - pre.0) as f64 / one)
            .collect();
        let confidence = rule.confidence.0 as f64 / one;
        let quantile = StudentsT::new(0.0, 1.0, n as f64 - 1.0).ok()?;
        let t = quantile.inverse_cdf(0.5 + confidence / 2.0);
        let half = t * differences.iter().std_dev() / (n as f64).sqrt();
        let half = Ratio::new((half * NINE as f64).round() as i128, NINE)?;
        let middle = self.difference()?;
        (half.num() > 0)
            .then(|| Some((middle.minus(half)?, middle.plus(half)?)))
            .flatten()
    }
}

/// Nine decimals, where no exact figure can be had: far more than any that is told.
const NINE: i128 = 1_000_000_000;

/// The exact mean of ratios; where their common denominator does not fit, of each rounded to nine decimals.
fn mean(values: &[Ratio]) -> Option<Ratio> {
    let n = Ratio::int(values.len() as i128);
    let exact = values.iter().try_fold(Ratio::ZERO, |sum, value| sum.plus(*value));
    let rounded = || Ratio::new(values.iter().map(|value| value.rounded(9)).sum(), NINE);
    exact.or_else(rounded)?.over(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learning(pairs: &[(i64, i64)]) -> Learning {
        let mut out = Learning::default();
        pairs
            .iter()
            .for_each(|&(pre, post)| out.add(Some(Dec::int(pre)), Some(Dec::int(post))));
        out
    }

    fn effect(min_pairs: i64) -> Effect {
        let text = format!(
            "[[edition]]\nbasis = \"x\"\nin_force_from = 2017-01-01\nverified = \"text\"\n\
             confidence = 0.95\nmin_pairs = {min_pairs}\n"
        );
        let mut rules = crate::rules::Rules::default();
        let mut findings = crate::diagnostic::Findings::new();
        assert!(rules.read("effect", &text, 0, &mut findings) && findings.is_empty());
        rules.effect.all()[0].clone()
    }

    #[test]
    fn by_a_confidence_that_is_none_there_is_no_interval() {
        let pairs = learning(&[(40, 70), (80, 100), (50, 60)]);
        assert!(pairs.interval(&effect(2)).is_some());
        for confidence in [Dec::int(0), Dec::int(1), Dec::int(95)] {
            let rule = Effect {
                confidence,
                ..effect(2)
            };
            assert_eq!(pairs.interval(&rule), None);
        }
    }

    #[test]
    fn two_gains_of_the_same_pairs_differ() {
        let both = learning(&[(40, 70), (80, 100)]);
        // The class: (85 - 60) / (100 - 60); each: 1/2 and 1.
        assert_eq!(both.class_gain(Dec::int(100), 2), Ratio::new(5, 8));
        assert_eq!(both.mean_of_gains(Dec::int(100), 2), (Ratio::new(3, 4), 2));
        assert_eq!(both.class_gain(Dec::int(100), 3), None);
    }

    #[test]
    fn who_was_at_the_maximum_has_no_gain_and_gains_can_be_negative() {
        let some = learning(&[(100, 90), (50, 25)]);
        assert_eq!(some.mean_of_gains(Dec::int(100), 1), (Ratio::new(-1, 2), 1));
        let all = learning(&[(100, 100)]);
        assert_eq!(all.mean_of_gains(Dec::int(100), 1), (None, 0));
        assert_eq!(all.class_gain(Dec::int(100), 1), None);
    }

    #[test]
    fn a_missing_test_is_no_zero() {
        let mut some = learning(&[(40, 60)]);
        some.add(Some(Dec::int(90)), None);
        some.add(None, Some(Dec::int(90)));
        some.add(None, None);
        assert_eq!((some.pre_only, some.post_only), (1, 1));
        assert_eq!(some.difference(), Some(Ratio::int(20)));
    }

    #[test]
    fn the_interval_is_that_of_the_textbook() {
        // Differences 1 to 10: mean 5.5, s = 3.02765, t(9) = 2.262157, half width 2.165848.
        let pairs: Vec<(i64, i64)> = (1..=10).map(|d| (50, 50 + d)).collect();
        let (low, high) = learning(&pairs).interval(&effect(10)).unwrap();
        assert_eq!((low.fixed(3), high.fixed(3)), ("3.334".into(), "7.666".into()));
        assert_eq!(learning(&pairs[1..]).interval(&effect(10)), None);
        // All differ alike: nothing to tell an interval from.
        assert_eq!(learning(&[(50, 60); 10]).interval(&effect(10)), None);
    }
}
