//! What the report `plan` is built from.

use super::PlanFigures;
use crate::measure::gaps::GapFigures;
use crate::records::code::CompetencyKind;
use crate::records::people::Catalogue;
use crate::records::time::Day;

/// What is known of competencies, and the gaps that follow.
#[derive(Debug)]
pub struct Competence {
    /// The catalogue.
    pub catalogue: Catalogue,
    /// Their kinds, by number.
    pub kinds: Vec<Option<CompetencyKind>>,
    /// The positions by number of the person.
    pub positions: Vec<Option<String>>,
    /// The gaps.
    pub gaps: GapFigures,
}

/// The figures of the report `plan`.
#[derive(Debug)]
pub struct PlanReport {
    /// The year of the plan.
    pub year: i32,
    /// The day up to which everything is known.
    pub as_of: Day,
    /// The plan of the month's year; `None` when there is none.
    pub plan: Option<PlanFigures>,
    /// Competencies and their gaps; `None` where only the plan is asked about.
    pub competence: Option<Competence>,
}
