//! The figure of several offices, counted from what entered it in each.

use super::{How, Part};
use crate::measure::trace::{Heard, Keeps};
use std::collections::BTreeSet;
use std::mem;

/// How many different records or people of one office entered a part.
pub(super) fn different(heard: &Heard) -> usize {
    let sources = heard.taken.iter().map(|(source, _)| source);
    sources.collect::<BTreeSet<_>>().len()
}

/// The parts that are chosen by comparing the people of one office: those of all are others.
const CHOSEN: [&str; 1] = ["top_jp"];

impl How {
    /// Whether the figure of several offices follows from what entered it in each. A gain or an interval is that of one
    /// test, and what comes from other figures is found in those.
    pub fn is_pooled(self) -> bool {
        let is_chosen = |part: &Part| CHOSEN.contains(&part.column);
        !self.parts().iter().any(is_chosen)
            && !matches!(
                self,
                How::Gain
                    | How::MeanGain
                    | How::Interval(_)
                    | How::MeanPercent(..)
                    | How::From(_)
                    | How::Change(_)
                    | How::MonthBefore(_)
            )
    }

    /// How many units of its amounts make one of a figure that is a sum: that of several offices is the sum of theirs, and
    /// nothing else must be known of it. `None` of every other figure.
    pub fn summed(self) -> Option<i64> {
        match self {
            How::Sum(part) | How::Among(part, _) => Some(part.unit),
            How::Different(_) => Some(1),
            _ => None,
        }
    }

    /// What must be kept of what enters a figure to count that of several offices.
    pub fn keeps(self) -> Keeps {
        match self {
            How::Median(_) => Keeps::Each,
            _ => Keeps::Sum,
        }
    }

    /// Takes what was heard in one office to what was heard in others. Of that no more is kept than the figure of all
    /// needs: of a median each amount, of everything else how many entered and their sum. Ids stay apart, so people of
    /// two offices are different people.
    pub fn pool(self, all: &mut Vec<Heard>, office: Vec<Heard>) {
        all.resize_with(all.len().max(office.len()), Heard::default);
        for (all, mut heard) in all.iter_mut().zip(office) {
            let sum = heard.sum();
            let entries = match self {
                How::Median(_) => {
                    all.taken.extend(mem::take(&mut heard.taken));
                    continue;
                }
                How::Different(_) => different(&heard) + heard.summed.0,
                _ => heard.entries(),
            };
            all.summed.0 += entries;
            all.summed.1 += sum;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{decimal, whole};
    use super::*;
    use crate::measure::trace::Source;
    use crate::records::number::Ratio;
    use crate::records::time::Day;
    use crate::rules::Rules;

    /// What two offices tell of the same people by number, counted together.
    fn together(how: How, offices: [&[&[(u32, i64)]]; 2]) -> Option<Ratio> {
        let heard = |part: &&[(u32, i64)]| Heard {
            taken: part
                .iter()
                .map(|&(who, amount)| (Source::Person(who), amount))
                .collect(),
            ..Heard::default()
        };
        let mut all = Vec::new();
        for office in offices {
            how.pool(&mut all, office.iter().map(heard).collect());
        }
        let kept: usize = all.iter().map(|heard| heard.taken.len()).sum();
        assert_eq!(
            kept > 0,
            matches!(how, How::Median(_)),
            "no row is held without need"
        );
        how.again(&all, &Rules::default(), Day::of(2026, 10, 31).unwrap())
    }

    #[test]
    fn a_share_is_counted_from_its_parts_and_never_averaged() {
        // 1 of 1 and 1 of 3 are 2 of 4, and not the mean of 100 % and 33 %.
        let over = How::Over(whole("part"), whole("of"));
        let offices: [&[&[(u32, i64)]]; 2] =
            [&[&[(0, 1)], &[(0, 1)]], &[&[(0, 1)], &[(0, 1), (1, 1), (2, 1)]]];
        assert_eq!(together(over, offices), Ratio::new(1, 2));
        let mean = How::Mean(decimal("jp"));
        assert_eq!(
            together(mean, [&[&[(0, 100_000)]], &[&[(0, 10_000), (1, 10_000)]]]),
            Some(Ratio::int(4))
        );
    }

    #[test]
    fn a_median_is_that_of_all_and_people_of_two_offices_are_two() {
        let offices: [&[&[(u32, i64)]]; 2] = [&[&[(0, 1), (1, 2)]], &[&[(0, 9), (0, 9), (0, 9)]]];
        assert_eq!(together(How::Median(whole("days")), offices), Some(Ratio::int(9)));
        assert_eq!(
            together(How::Different(whole("people")), offices),
            Some(Ratio::int(3))
        );
        assert_eq!(together(How::Sum(whole("days")), offices), Some(Ratio::int(30)));
        let chosen = How::Over(decimal("top_jp"), decimal("jp"));
        assert!(
            [How::Gain, How::From(&[]), chosen]
                .iter()
                .all(|how| !how.is_pooled())
        );
    }
}
