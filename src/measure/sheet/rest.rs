//! What a total has beyond the rows of its table.

use super::{SheetName, Sums};
use std::collections::BTreeMap;

impl<C: SheetName, const N: usize> Sums<C, N> {
    /// What of these sums is in none of their parts; `None` where nothing is.
    pub fn without(&self, parts: &[Sums<C, N>]) -> Option<Sums<C, N>> {
        let mut rest = self.clone();
        let mut listed = BTreeMap::<i64, usize>::new();
        for part in parts {
            rest.sums
                .iter_mut()
                .zip(part.sums)
                .for_each(|(sum, own)| *sum -= own);
            part.listed
                .iter()
                .for_each(|one| *listed.entry(*one).or_default() += 1);
        }
        // Of equal ones as many go as the parts have.
        rest.listed.retain(|one| match listed.get_mut(one) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        });
        let is_any = rest.sums.iter().any(|sum| *sum != 0) || !rest.listed.is_empty();
        is_any.then_some(rest)
    }
}
