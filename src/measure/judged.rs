//! What people say of a thing, and the guard that opens it: nobody is told what fewer than the least group said.
//!
//! Anonymity is a type here. A mean, an index or a share of answers is [`Judged`] with the people behind it, and there is
//! no way to its figure but a [`Guard`].

use super::Mean;
use crate::records::number::Ratio;
use crate::rules::Privacy;

/// What people said of one thing: a mean and the people behind it, which only answers can change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Poll {
    people: u64,
    /// How many of these are more than there are to answer, so that nobody stands behind them.
    over: u64,
    mean: Mean,
}

impl Poll {
    /// Takes what one more person said, which may be several values. Who said nothing is nobody.
    #[inline]
    pub(super) fn person(&mut self, values: impl IntoIterator<Item = i64>) {
        let before = self.mean.n;
        self.more(values);
        self.people += u64::from(self.mean.n > before);
    }

    /// Takes more that was said by somebody who counts already.
    #[inline]
    pub(super) fn more(&mut self, values: impl IntoIterator<Item = i64>) {
        values.into_iter().for_each(|value| self.mean.add(value));
    }

    /// Takes what other people said.
    pub(super) fn merge(&mut self, others: Poll) {
        self.people += others.people;
        self.over += others.over;
        self.mean.merge(others.mean);
    }

    /// Knows that no more than so many could say something.
    pub(super) fn at_most(&mut self, people: u64) {
        self.over = self.people.saturating_sub(people);
    }

    /// How many people said something.
    pub fn people(&self) -> u64 {
        self.people
    }

    /// The mean of what they said.
    pub fn judged(self) -> Judged {
        Judged {
            figure: self.mean.ratio(),
            people: self.people,
            over: self.over,
            values: self.mean.n,
        }
    }
}

/// A figure about what people said, with how many they were; both from the same answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    figure: Option<Ratio>,
    people: u64,
    over: u64,
    values: u64,
}

impl Judged {
    /// What follows from the sum of the means of several things; nothing where nobody judged one of them. No more
    /// people are behind it than judged the least judged of them.
    pub(super) fn of_all(parts: &[Poll], follow: impl FnOnce(Ratio) -> Option<Ratio>) -> Judged {
        let means: Option<Vec<Ratio>> = parts.iter().map(|part| part.mean.ratio()).collect();
        let sum = means.and_then(|means| means.into_iter().try_fold(Ratio::ZERO, Ratio::plus));
        let said = parts.iter().filter(|part| part.people > 0);
        Judged {
            figure: sum.and_then(follow),
            people: said.clone().map(|part| part.people).min().unwrap_or(0),
            over: said.clone().map(|part| part.over).max().unwrap_or(0),
            values: said.map(|part| part.mean.n).min().unwrap_or(0),
        }
    }

    /// How many answers are behind it, one of each person.
    pub fn people(&self) -> u64 {
        self.people
    }

    /// About how many people it tells: of answers that are more than the people who could give them, of no more than
    /// these; one, where none of them is known.
    pub fn told(&self) -> u64 {
        match self.people {
            0 => 0,
            people => people.saturating_sub(self.over).max(1),
        }
    }

    /// Of how many values it is taken: what was left unanswered is no value.
    pub fn values(&self) -> u64 {
        self.values
    }

    /// From the same people, with another figure that follows from it; nothing follows from what is not known.
    pub(super) fn then(self, follow: impl FnOnce(Ratio) -> Option<Ratio>) -> Judged {
        let figure = self.figure.and_then(follow);
        Judged { figure, ..self }
    }
}

/// What a guard lets be seen of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disclosure {
    /// The figure.
    Open(Ratio),
    /// Nothing: it would tell who answered.
    Withheld,
    /// Nothing: nobody could judge it.
    Unknown,
}

impl Disclosure {
    /// The figure, where it may be seen and there is one.
    pub fn figure(self) -> Option<Ratio> {
        match self {
            Disclosure::Open(figure) => Some(figure),
            Disclosure::Withheld | Disclosure::Unknown => None,
        }
    }

    /// Whether there is something that may not be seen.
    pub fn is_withheld(self) -> bool {
        self == Disclosure::Withheld
    }
}

/// The least group whose figures are shown. Of two guards the greater is the stricter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Guard {
    least: u64,
}

impl From<&Privacy> for Guard {
    fn from(rule: &Privacy) -> Guard {
        Guard::new(rule.min_group)
    }
}

impl Guard {
    /// Of answers that carry the names of those who gave them: there is nobody to protect.
    pub const OF_NAMED: Guard = Guard { least: 1 };

    /// Of a group whose figures are all withheld.
    const SHUT: Guard = Guard { least: u64::MAX };

    /// The guard of a least group, as a rule or a questionnaire writes it.
    pub fn new(least: i64) -> Guard {
        Guard {
            least: least.max(1) as u64,
        }
    }

    /// The least group, for the words that say what a star means.
    pub fn least(self) -> u64 {
        self.least
    }

    /// Whether so many people are too few to be told about. Nobody is not too few: there is nothing to hide.
    pub fn hides(self, people: u64) -> bool {
        people > 0 && people < self.least
    }

    /// Whether so many people are enough to be told about.
    pub fn is_enough(self, people: u64) -> bool {
        people >= self.least
    }

    /// Opens a figure that stands alone.
    pub fn open(self, judged: Judged) -> Disclosure {
        match judged.figure {
            _ if self.hides(judged.told()) => Disclosure::Withheld,
            Some(figure) => Disclosure::Open(figure),
            None => Disclosure::Unknown,
        }
    }

    /// What changed from one figure to another, where both may be seen.
    pub fn change(self, before: Judged, after: Judged) -> Disclosure {
        match (self.open(before), self.open(after)) {
            (Disclosure::Open(before), Disclosure::Open(after)) => {
                let change = after.minus(before);
                change.map_or(Disclosure::Unknown, Disclosure::Open)
            }
            (before, after) if before.is_withheld() || after.is_withheld() => Disclosure::Withheld,
            _ => Disclosure::Unknown,
        }
    }

    /// The guards of groups by their sizes, where no total is shown: a group that would be hidden alone takes the next
    /// smallest with it, because it could be told from what all say elsewhere.
    pub fn apart(self, sizes: &[u64]) -> Vec<Guard> {
        self.each(&self.hidden(sizes))
    }

    /// The guards of groups that part the same people, by their sizes, where the total is shown and so many of its people
    /// stand in no group.
    pub fn parting(self, sizes: &[u64], rest: u64) -> Vec<Guard> {
        self.each(&self.hidden_of_total(sizes, rest))
    }

    fn each(self, is_hidden: &[bool]) -> Vec<Guard> {
        let guard = |&is_hidden: &bool| if is_hidden { Guard::SHUT } else { self };
        is_hidden.iter().map(guard).collect()
    }

    /// Which groups are hidden: those below the least; where that is exactly one, the next smallest too. Groups without
    /// any answer hide nothing.
    fn hidden(self, sizes: &[u64]) -> Vec<bool> {
        let mut hidden: Vec<bool> = sizes.iter().map(|&people| self.hides(people)).collect();
        if hidden.iter().filter(|&&is| is).count() == 1
            && let Some(next) = smallest_shown(sizes, &hidden)
        {
            hidden[next] = true;
        }
        hidden
    }

    /// Which groups are hidden where the total of the same figure is shown, of whose people so many stand in no group.
    pub fn hidden_of_total(self, sizes: &[u64], rest: u64) -> Vec<bool> {
        let mut hidden = vec![false; sizes.len()];
        self.hide(&mut hidden, sizes, Together::Parted { rest });
        hidden
    }

    /// Hides groups that are too small, and the next smallest as long as the total less the groups shown would tell of
    /// one hidden group alone, or of fewer than the least together.
    pub fn hide(self, hidden: &mut [bool], sizes: &[u64], together: Together) {
        for (is, &people) in hidden.iter_mut().zip(sizes) {
            *is |= self.hides(people);
        }
        // Who stands in no group is told like a hidden group, and cannot be hidden any better.
        let rest = together.rest().filter(|&rest| self.hides(rest));
        loop {
            let groups = sizes.iter().zip(&*hidden);
            let groups = groups.filter(|(people, is)| **is && **people > 0);
            let groups = groups.map(|(people, _)| *people).chain(rest);
            let people = match together {
                Together::Parted { .. } => groups.clone().sum(),
                Together::Crossing => groups.clone().max().unwrap_or(0),
            };
            let is_told = groups.count() == 1 || self.hides(people);
            match smallest_shown(sizes, hidden) {
                Some(next) if is_told => hidden[next] = true,
                _ => return,
            }
        }
    }
}

/// How groups stand to the people of whom a total is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Together {
    /// Each person stands in one of them, or in none.
    Parted {
        /// How many stand in none.
        rest: u64,
    },
    /// A person may stand in several.
    Crossing,
}

impl Together {
    fn rest(self) -> Option<u64> {
        match self {
            Together::Parted { rest } => Some(rest),
            Together::Crossing => None,
        }
    }
}

/// About how few people it tells that people are parted so: the smallest part in which there is anybody.
pub fn fewest(parts: impl IntoIterator<Item = u64>) -> u64 {
    let told = parts.into_iter().filter(|people| *people > 0);
    told.min().unwrap_or(0)
}

/// The smallest group that is shown, the first of equal ones.
fn smallest_shown(sizes: &[u64], hidden: &[bool]) -> Option<usize> {
    let groups = sizes.iter().enumerate();
    let shown = groups.filter(|&(at, &people)| people > 0 && !hidden[at]);
    shown.min_by_key(|&(_, people)| people).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(people: u64) -> Judged {
        let mut said = Poll::default();
        (0..people).for_each(|_| said.person([80]));
        said.judged()
    }

    #[test]
    fn who_says_nothing_is_nobody_and_a_mean_has_the_people_who_gave_it() {
        let mut said = Poll::default();
        said.person([]);
        assert_eq!(said.judged(), Judged::default());
        said.person([3, 4]);
        said.more([5]);
        let judged = said.judged();
        assert_eq!(
            (judged.people(), judged.values(), judged.figure),
            (1, 3, Some(Ratio::int(4)))
        );
        // Behind a sum of means are no more people than behind the least of them, and none makes it unknown.
        let all = [said, Poll { people: 9, ..said }];
        assert_eq!(Judged::of_all(&all, Some).people(), 1);
        let one_missing = Judged::of_all(&[said, Poll::default()], Some);
        assert_eq!((one_missing.people(), one_missing.figure), (1, None));
    }

    #[test]
    fn more_answers_than_people_tell_of_the_people() {
        let mut said = Poll::default();
        (0..6).for_each(|_| said.person([80]));
        said.at_most(4);
        let (judged, mut both) = (said.judged(), said);
        assert_eq!((judged.people(), judged.told()), (6, 4));
        assert_eq!(Guard::new(5).open(judged), Disclosure::Withheld);
        // Beside others, those over do not make up for them.
        both.merge(said);
        assert_eq!((both.judged().people(), both.judged().told()), (12, 8));
        said.at_most(6);
        assert_eq!(
            Guard::new(5).open(said.judged()),
            Disclosure::Open(Ratio::int(80))
        );
        said.at_most(0);
        assert_eq!(said.judged().told(), 1);
    }

    #[test]
    fn below_the_least_group_nothing_is_opened() {
        let guard = Guard::new(5);
        assert_eq!(guard.open(of(4)), Disclosure::Withheld);
        assert_eq!(guard.open(of(5)), Disclosure::Open(Ratio::int(80)));
        // Too few stay hidden though no figure follows: that it does not tells about them too.
        assert_eq!(guard.open(of(4).then(|_| None)), Disclosure::Withheld);
        assert_eq!(guard.open(of(5).then(|_| None)), Disclosure::Unknown);
        assert_eq!(guard.open(Judged::default()), Disclosure::Unknown);
        assert_eq!(
            [guard.open(of(4)).figure(), guard.open(of(5)).figure()],
            [None, Some(Ratio::int(80))]
        );
        assert_eq!([guard.is_enough(4), guard.is_enough(5)], [false, true]);
    }

    #[test]
    fn a_change_is_withheld_where_either_figure_is() {
        let (guard, unknown) = (Guard::new(5), Judged::default());
        for (before, after, expected) in [
            (of(5), of(6), Disclosure::Open(Ratio::int(0))),
            (of(4), of(5), Disclosure::Withheld),
            (of(5), of(4), Disclosure::Withheld),
            (of(4), unknown, Disclosure::Withheld),
            (unknown, of(4), Disclosure::Withheld),
            (unknown, of(5), Disclosure::Unknown),
        ] {
            assert_eq!(guard.change(before, after), expected);
        }
    }

    #[test]
    fn a_count_tells_as_well_about_those_who_are_not_counted() {
        assert_eq!(
            [fewest([3, 49]), fewest([49, 3]), fewest([0, 52]), fewest([0, 0])],
            [3, 3, 52, 0]
        );
    }

    #[test]
    fn a_least_group_of_nothing_is_one() {
        assert_eq!([Guard::new(0), Guard::new(-3)], [Guard::OF_NAMED; 2]);
        assert!(!Guard::OF_NAMED.hides(1));
        assert!(Guard::new(10) > Guard::new(5));
    }

    #[test]
    fn one_hidden_group_hides_the_next_smallest() {
        let hidden = |sizes: &[u64]| Guard::new(5).hidden(sizes);
        assert_eq!(hidden(&[3, 20, 17, 0]), [true, false, true, false]);
        assert_eq!(hidden(&[3, 4, 17]), [true, true, false]);
        assert_eq!(hidden(&[9, 20]), [false, false]);
        assert_eq!(hidden(&[4]), [true]);
    }

    #[test]
    fn what_the_total_would_tell_is_about_enough() {
        let hidden = |sizes: &[u64]| Guard::new(5).hidden_of_total(sizes, 0);
        assert_eq!(hidden(&[1, 2, 17, 20]), [true, true, true, false]);
        assert_eq!(hidden(&[1, 4, 17, 20]), [true, true, false, false]);
        assert_eq!(hidden(&[3, 20, 17, 0]), [true, false, true, false]);
        assert_eq!(hidden(&[1, 2]), [true, true]);
    }

    #[test]
    fn who_stands_in_no_group_is_told_by_the_total_less_the_groups() {
        let hidden = |rest| Guard::new(5).hidden_of_total(&[9, 7], rest);
        assert_eq!([hidden(0), hidden(5)], [[false, false], [false, false]]);
        assert_eq!(hidden(2), [false, true]);
    }

    #[test]
    fn groups_that_share_people_may_be_no_more_than_the_greatest_of_them() {
        let hidden = |together| {
            let mut hidden = vec![false; 3];
            Guard::new(5).hide(&mut hidden, &[3, 4, 9], together);
            hidden
        };
        assert_eq!(hidden(Together::Parted { rest: 0 }), [true, true, false]);
        assert_eq!(hidden(Together::Crossing), [true, true, true]);
    }

    #[test]
    fn what_another_grouping_hid_is_not_told_alone() {
        let mut hidden = vec![true, false, false];
        Guard::new(5).hide(&mut hidden, &[6, 7, 9], Together::Parted { rest: 0 });
        assert_eq!(hidden, [true, true, false]);
        // Nobody of the hidden group is in this part of the people.
        let mut hidden = vec![true, false, false];
        Guard::new(5).hide(&mut hidden, &[0, 7, 9], Together::Parted { rest: 0 });
        assert_eq!(hidden, [true, false, false]);
    }

    #[test]
    fn a_group_hidden_with_another_opens_nothing() {
        let sizes = [3, 20, 17, 0];
        let opened = |guards: Vec<Guard>| {
            let each = guards.into_iter().zip(sizes);
            each.map(|(guard, people)| guard.open(of(people)).is_withheld())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            opened(Guard::new(5).parting(&sizes, 0)),
            [true, false, true, false]
        );
        assert_eq!(opened(Guard::new(5).apart(&sizes)), [true, false, true, false]);
        // The total itself may be too few.
        assert!(Guard::new(50).open(of(40)).is_withheld());
    }
}
