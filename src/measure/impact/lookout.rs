//! Which of many measures need a row, so that each row is shown to few.

use super::{Impact, NeededRows};
use crate::records::time::Month;
use std::collections::HashMap;

/// Which measures need the rows of a month.
#[derive(Debug, Default)]
pub struct Lookout {
    /// Those of every unit.
    everywhere: Vec<usize>,
    /// Those about a unit.
    by_unit: HashMap<u32, Vec<usize>>,
}

impl Lookout {
    /// Those whose windows, or what lies between them, hold the month.
    pub fn at(month: Month, measures: &[Impact<'_>]) -> Lookout {
        let mut lookout = Lookout::default();
        for (place, measure) in measures.iter().enumerate() {
            match measure.needs(month) {
                None => {}
                Some(NeededRows::All) => lookout.everywhere.push(place),
                Some(NeededRows::OfUnits(units)) => units
                    .iter()
                    .for_each(|unit| lookout.by_unit.entry(*unit).or_default().push(place)),
            }
        }
        lookout
    }

    /// Hands each measure that needs a row about a unit to `tell`.
    pub fn each<'r>(
        &self,
        unit: Option<u32>,
        measures: &mut [Impact<'r>],
        mut tell: impl FnMut(&mut Impact<'r>),
    ) {
        let of_unit = unit.and_then(|unit| self.by_unit.get(&unit));
        for place in self.everywhere.iter().chain(of_unit.into_iter().flatten()) {
            tell(&mut measures[*place]);
        }
    }
}
