//! Which unit lies below which: the tree that `units.csv` makes by `parent`.

/// The units above each unit, by number.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    parents: Vec<Option<u32>>,
}

impl Tree {
    /// A tree of so many units, none below another yet.
    pub fn new(units: usize) -> Tree {
        Tree {
            parents: vec![None; units],
        }
    }

    /// Puts a unit below another.
    pub fn put(&mut self, unit: u32, parent: u32) {
        if let Some(slot) = self.parents.get_mut(unit as usize) {
            *slot = Some(parent);
        }
    }

    /// Whether `unit` is `top` or lies below it. A ring, which `check` tells, ends the search.
    pub fn is_within(&self, unit: u32, top: u32) -> bool {
        let mut at = Some(unit);
        for _ in 0..=self.parents.len() {
            match at {
                Some(found) if found == top => return true,
                Some(found) => at = self.parents.get(found as usize).copied().flatten(),
                None => return false,
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_lies_below_all_above_it_and_a_ring_ends() {
        let mut tree = Tree::new(4);
        tree.put(1, 0);
        tree.put(2, 1);
        assert!(tree.is_within(2, 0) && tree.is_within(2, 2));
        assert!(!tree.is_within(0, 2) && !tree.is_within(3, 0));
        tree.put(0, 2);
        assert!(!tree.is_within(0, 3));
    }
}
