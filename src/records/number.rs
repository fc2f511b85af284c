//! Exact numbers: decimals of the records, and the ratios that measures make of them.
//!
//! Nothing is rounded before output, and then once, half up.

use std::fmt;

/// A decimal with at most four places, held as an integer of 1/10,000.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dec(pub i64);

/// How many units of a [`Dec`] make one.
pub const ONE: i64 = 10_000;

impl Dec {
    /// A whole number.
    pub const fn int(value: i64) -> Dec {
        Dec(value * ONE)
    }

    /// Reads `12`, `-0.5` or `82.4125`; `None` for anything else, also for five places, `1,5` or `1e3`.
    pub fn parse(text: &str) -> Option<Dec> {
        let bytes = text.as_bytes();
        let (negative, digits) = match bytes {
            [b'-', rest @ ..] => (true, rest),
            _ => (false, bytes),
        };
        // Fourteen digits before the point keep every sum of a nation's rows inside an i128, each value in an i64.
        let point = digits.iter().position(|&b| b == b'.').unwrap_or(digits.len());
        if point == 0 || point > 14 {
            return None;
        }
        let mut value: i64 = 0;
        for &b in &digits[..point] {
            value = value * 10 + i64::from(digit(b)?);
        }
        let mut unit = ONE;
        value *= ONE;
        if point < digits.len() {
            let places = &digits[point + 1..];
            if places.is_empty() || places.len() > 4 {
                return None;
            }
            for &b in places {
                unit /= 10;
                value += i64::from(digit(b)?) * unit;
            }
        }
        Some(Dec(if negative { -value } else { value }))
    }
}

/// The value of an ASCII digit.
pub(crate) fn digit(byte: u8) -> Option<u8> {
    let value = byte.wrapping_sub(b'0');
    (value < 10).then_some(value)
}

impl fmt::Display for Dec {
    /// As written in a file: no trailing zeros, a point only where it is needed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (
            self.0.unsigned_abs() / ONE as u64,
            self.0.unsigned_abs() % ONE as u64,
        );
        let sign = if self.0 < 0 { "-" } else { "" };
        if rest == 0 {
            return write!(f, "{sign}{whole}");
        }
        let places = format!("{rest:04}");
        write!(f, "{sign}{whole}.{}", places.trim_end_matches('0'))
    }
}

/// A quotient in lowest terms, its denominator positive. It is exact up to a denominator of fifteen digits; a finer
/// one, such as the sum of means over many thousands of people, is rounded half up to fifteen decimals. What does not
/// fit 128 bits even so has no ratio (`None`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    num: i128,
    den: i128,
}

impl Ratio {
    /// The decimals of a quotient that is too fine to be kept exactly.
    const PLACES: u32 = 15;
    /// The largest denominator: the product of two leaves room for the numerators.
    const FINEST: i128 = 10i128.pow(Ratio::PLACES);

    /// Nothing.
    pub const ZERO: Ratio = Ratio { num: 0, den: 1 };

    /// `num / den`; `None` when the denominator is zero.
    pub fn new(num: i128, den: i128) -> Option<Ratio> {
        if den == 0 {
            return None;
        }
        let divisor = gcd(num.unsigned_abs(), den.unsigned_abs()).max(1) as i128;
        let sign = if den < 0 { -1 } else { 1 };
        let (num, den) = (sign * num / divisor, sign * den / divisor);
        if den <= Ratio::FINEST {
            return Some(Ratio { num, den });
        }
        let (mut units, mut rest) = (num.div_euclid(den), num.rem_euclid(den));
        for _ in 0..Ratio::PLACES {
            rest = rest.checked_mul(10)?;
            units = units.checked_mul(10)?.checked_add(rest / den)?;
            rest %= den;
        }
        Ratio::new(units + i128::from(rest >= den - rest), Ratio::FINEST)
    }

    /// A whole number.
    pub fn int(value: i128) -> Ratio {
        Ratio { num: value, den: 1 }
    }

    /// A decimal with a point or none, as [`Ratio::shortest`] writes it; `None` of anything else.
    pub fn decimal(text: &str) -> Option<Ratio> {
        let places = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let one = 10i128.checked_pow(places.try_into().ok()?)?;
        Ratio::new(text.replacen('.', "", 1).parse().ok()?, one)
    }

    /// Numerator in lowest terms.
    pub fn num(self) -> i128 {
        self.num
    }

    /// Denominator in lowest terms, positive.
    pub fn den(self) -> i128 {
        self.den
    }

    /// The sum of both.
    pub fn plus(self, other: Ratio) -> Option<Ratio> {
        let left = self.num.checked_mul(other.den)?;
        let right = other.num.checked_mul(self.den)?;
        Ratio::new(left.checked_add(right)?, self.den.checked_mul(other.den)?)
    }

    /// The difference.
    pub fn minus(self, other: Ratio) -> Option<Ratio> {
        self.plus(Ratio {
            num: -other.num,
            den: other.den,
        })
    }

    /// The product.
    pub fn times(self, other: Ratio) -> Option<Ratio> {
        // Reducing crosswise first keeps the intermediate products small.
        let a = Ratio::new(self.num, other.den)?;
        let b = Ratio::new(other.num, self.den)?;
        Ratio::new(a.num.checked_mul(b.num)?, a.den.checked_mul(b.den)?)
    }

    /// The quotient; `None` when dividing by nothing.
    pub fn over(self, other: Ratio) -> Option<Ratio> {
        self.times(Ratio::new(other.den, other.num)?)
    }

    /// Rounded half up to `places` decimals, as an integer of that last place: `2/3` with 2 is `67`.
    pub fn rounded(self, places: u32) -> i128 {
        let scale = 10i128.pow(places);
        // floor(x * scale + 1/2), with integers: floor((2 * num * scale + den) / (2 * den)). Whole part and rest
        // are scaled apart, so that a large ratio does not overflow.
        let (whole, rest) = (self.num.div_euclid(self.den), self.num.rem_euclid(self.den));
        whole * scale + (2 * rest * scale + self.den).div_euclid(2 * self.den)
    }

    /// Written with exactly `places` decimals and a point, rounded half up.
    pub fn fixed(self, places: u32) -> String {
        let units = self.rounded(places);
        let places = places as usize;
        let mut text = units.unsigned_abs().to_string();
        // At least one digit stands before the point.
        while text.len() <= places {
            text.insert(0, '0');
        }
        if units < 0 {
            text.insert(0, '-');
        }
        if places > 0 {
            text.insert(text.len() - places, '.');
        }
        text
    }

    /// Rounded half up to at most `places` decimals, without trailing zeros.
    pub fn shortest(self, places: u32) -> String {
        if self.den == 1 {
            return self.num.to_string();
        }
        let mut text = self.fixed(places);
        if places > 0 {
            text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
        }
        text
    }
}

impl From<Dec> for Ratio {
    fn from(value: Dec) -> Ratio {
        // The denominator is a constant, so there always is a ratio.
        Ratio::new(i128::from(value.0), i128::from(ONE)).unwrap_or(Ratio::ZERO)
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Ratio) -> std::cmp::Ordering {
        // Whole parts first: no denominator has more than fifteen digits, so the products of the rests fit.
        let whole = self
            .num
            .div_euclid(self.den)
            .cmp(&other.num.div_euclid(other.den));
        whole.then_with(|| {
            let (a, b) = (self.num.rem_euclid(self.den), other.num.rem_euclid(other.den));
            (a * other.den).cmp(&(b * self.den))
        })
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_and_written_exactly() {
        for (text, units) in [
            ("0", 0),
            ("20", 200_000),
            ("7.5", 75_000),
            ("-0.0001", -1),
            ("82.4125", 824_125),
        ] {
            assert_eq!(Dec::parse(text), Some(Dec(units)), "{text}");
            assert_eq!(Dec(units).to_string(), text);
        }
        for text in [
            "",
            "-",
            ".5",
            "5.",
            "1,5",
            "1e3",
            "0.00001",
            "+1",
            "٣",
            "1 000",
            "123456789012345",
        ] {
            assert_eq!(Dec::parse(text), None, "{text}");
        }
    }

    #[test]
    fn rounding_is_half_up_and_once() {
        let ratio = |n, d| Ratio::new(n, d).unwrap();
        assert_eq!(ratio(2, 3).fixed(2), "0.67");
        assert_eq!(ratio(1, 8).fixed(2), "0.13");
        assert_eq!(ratio(-1, 8).fixed(2), "-0.12");
        assert_eq!(ratio(-1, 3).fixed(2), "-0.33");
        assert_eq!(ratio(765_849, 10_000).fixed(2), "76.58");
        assert_eq!(ratio(76_605, 1_000).fixed(2), "76.61");
        assert_eq!(ratio(5, 2).shortest(6), "2.5");
        assert_eq!(Ratio::int(10).shortest(2), "10");
    }

    #[test]
    fn a_sum_of_means_over_many_people_is_known_and_rounded_right() {
        let few = [4967, 4969, 4973, 4987, 4993, 4999, 4957, 4951, 4943];
        let many = [
            29_686, 29_725, 29_683, 29_710, 29_705, 29_692, 29_701, 29_717, 29_723,
        ];
        let ninth = Ratio::new(25, 9).unwrap();
        for (answers, index) in [(few, "75.005029"), (many, "75.000842")] {
            let means = answers.map(|n| Ratio::new(3 * n + 1, n).unwrap());
            let sum = means.into_iter().try_fold(Ratio::ZERO, Ratio::plus).unwrap();
            let found = sum.times(ninth).unwrap();
            assert_eq!(found.fixed(6), index);
            assert!(Ratio::int(75) < found && found < Ratio::new(150_101, 2_000).unwrap());
        }
    }

    #[test]
    fn ratios_compare_and_calculate_exactly() {
        let third = Ratio::new(1, 3).unwrap();
        assert_eq!(third.plus(third).unwrap().plus(third), Some(Ratio::int(1)));
        assert_eq!(third.minus(third), Some(Ratio::ZERO));
        assert_eq!(Ratio::int(1).over(third), Some(Ratio::int(3)));
        assert_eq!(Ratio::int(1).over(Ratio::ZERO), None);
        assert!(third > Ratio::new(3333, 10_000).unwrap());
        assert!(Ratio::new(-1, 3).unwrap() < Ratio::ZERO);
    }
}
