//! What one unit has, with those below it.

use super::reading::Reading;
use super::tree::load_tree;
use super::{docket, month, roster};
use crate::measure::unit::UnitFigures;

/// Gathers the figures of the unit with that code, as of the last day; `None` when there is none or a rule is missing,
/// which is told.
pub fn report<'a>(reading: &mut Reading<'a>, code: &str) -> Option<UnitFigures<'a>> {
    let units = reading.units();
    let unit = units.find(code)?;
    let tree = load_tree(reading.archive.directory, units);
    let within = (0..units.len()).map(|number| tree.is_within(number as u32, unit));
    let figures = UnitFigures {
        unit,
        within: within.collect(),
        month: month::month(reading)?,
        roster: roster::report(reading),
        docket: docket::read(reading)?.0,
    };
    Some(figures.narrow())
}
