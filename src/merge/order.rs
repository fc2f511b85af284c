//! Where things go that two people put into one sequence: as they stand where both agree, what is new behind its
//! neighbour.

use super::Versions;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::hash::Hash;

/// The sequence of all that is kept. What is common to both sides stands in their order; where only one of them moved it,
/// in its order. What only one side has stands behind what stands before it there; where both have something in one
/// place, `compare` says which comes first, so that the result is the same from either side.
pub(super) fn merged<K: Eq + Hash + Clone>(
    sides: &Versions<Vec<K>>,
    is_kept: &dyn Fn(&K) -> bool,
    compare: impl Fn(&K, &K) -> Ordering,
) -> Vec<K> {
    let common = common(sides, is_kept, &compare);
    let runs = [&sides.here, &sides.there].map(|side| runs(side, &common, is_kept));
    let none = Vec::new();
    let mut out = Vec::new();
    for place in std::iter::once(None).chain(common.iter().map(Some)) {
        out.extend(place.cloned());
        let [here, there] = [&runs[0], &runs[1]].map(|runs| runs.get(&place).unwrap_or(&none));
        join(here, there, &compare, &mut out);
    }
    out
}

/// What both sides have and keep, in order.
fn common<K: Eq + Hash + Clone>(
    sides: &Versions<Vec<K>>,
    is_kept: &dyn Fn(&K) -> bool,
    compare: &impl Fn(&K, &K) -> Ordering,
) -> Vec<K> {
    let is_common = |one: &&K| is_kept(one) && sides.here.contains(one) && sides.there.contains(one);
    let orders = sides.map(|side| side.iter().filter(is_common).collect::<Vec<_>>());
    let of_base = |order: &[&K]| -> Vec<K> {
        let old = order.iter().filter(|one| sides.base.contains(one));
        old.map(|one| (*one).clone()).collect()
    };
    let base = of_base(&orders.base);
    let chosen = match () {
        () if of_base(&orders.there) == base => orders.here,
        () if of_base(&orders.here) == base => orders.there,
        // Both moved things: either order is as good, and it is the same from both sides.
        () => {
            let pairs = orders.here.iter().zip(&orders.there);
            let first = pairs
                .map(|(one, other)| compare(one, other))
                .find(|order| order.is_ne());
            match first {
                Some(Ordering::Greater) => orders.there,
                _ => orders.here,
            }
        }
    };
    chosen.into_iter().cloned().collect()
}

/// What only one side has, by what stands before it.
fn runs<'k, K: Eq + Hash>(
    side: &'k [K],
    common: &'k [K],
    is_kept: &dyn Fn(&K) -> bool,
) -> HashMap<Option<&'k K>, Vec<&'k K>> {
    let mut runs: HashMap<Option<&K>, Vec<&K>> = HashMap::new();
    let mut before = None;
    for one in side.iter().filter(|one| is_kept(one)) {
        match common.contains(one) {
            true => before = Some(one),
            false => runs.entry(before).or_default().push(one),
        }
    }
    runs
}

/// Joins two runs, each of which keeps its own order.
fn join<K: Clone>(here: &[&K], there: &[&K], compare: &impl Fn(&K, &K) -> Ordering, out: &mut Vec<K>) {
    let (mut here, mut there) = (here.iter().peekable(), there.iter().peekable());
    while let (Some(one), Some(other)) = (here.peek(), there.peek()) {
        let next = match compare(one, other) {
            Ordering::Greater => there.next(),
            _ => here.next(),
        };
        out.extend(next.map(|next| (*next).clone()));
    }
    out.extend(here.chain(there).map(|one| (*one).clone()));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(base: &str, here: &str, there: &str) -> String {
        let sides = Versions { base, here, there };
        let letters = |text: &&str| text.chars().collect::<Vec<char>>();
        let one = Versions {
            base: letters(&sides.base),
            here: letters(&sides.here),
            there: letters(&sides.there),
        };
        let other = Versions {
            base: one.base.clone(),
            here: one.there.clone(),
            there: one.here.clone(),
        };
        let merged = |sides: &Versions<Vec<char>>| -> String {
            let is_kept = |letter: &char| {
                let stands = sides.map(|side| side.contains(letter));
                *stands.agreed().unwrap()
            };
            super::merged(sides, &is_kept, char::cmp).into_iter().collect()
        };
        assert_eq!(merged(&one), merged(&other), "it is the same from either side");
        merged(&one)
    }

    #[test]
    fn what_is_new_stands_behind_its_neighbour() {
        assert_eq!(order("abc", "axbc", "abyc"), "axbyc");
        assert_eq!(order("abc", "abcz", "xabc"), "xabcz");
        assert_eq!(order("abc", "abcy", "abcx"), "abcxy");
        assert_eq!(order("", "b", "a"), "ab");
    }

    #[test]
    fn what_one_side_took_out_or_moved_is_so() {
        assert_eq!(order("abc", "ac", "abxc"), "axc");
        assert_eq!(order("abc", "cab", "abxc"), "cabx");
        assert_eq!(order("abc", "ab", "bc"), "b");
        assert_eq!(order("abc", "bac", "acb"), "acb");
    }
}
