//! What one unit has, with those below it: the figures of the office, of which the sums are those of these units.

use super::docket::DocketFigures;
use super::month::MonthFigures;
use super::roster::RosterFigures;
use super::sheet::{SheetName, Sums};

/// The figures of a unit.
#[derive(Debug)]
pub struct UnitFigures<'r> {
    /// The number of the unit.
    pub unit: u32,
    /// Whether each unit, by number, is it or lies below it.
    pub within: Vec<bool>,
    /// The figures of the month.
    pub month: MonthFigures,
    /// Who works in the office.
    pub roster: RosterFigures<'r>,
    /// The register of complaints.
    pub docket: DocketFigures,
}

impl UnitFigures<'_> {
    /// Makes the sums those of the unit and of those below it.
    pub fn narrow(mut self) -> Self {
        let within = &self.within;
        self.month.hours.total = sum(&self.month.hours.units, within);
        self.month.complaints.total = sum(&self.month.complaints.units, within);
        self.roster.total = sum(&self.roster.units, within);
        self
    }
}

/// The sums of some units.
fn sum<C: SheetName, const N: usize>(units: &[Sums<C, N>], within: &[bool]) -> Sums<C, N>
where
    Sums<C, N>: Default,
{
    let mut total = Sums::default();
    let own = units.iter().zip(within).filter(|(_, is_within)| **is_within);
    own.for_each(|(unit, _)| total.merge(unit));
    total
}
