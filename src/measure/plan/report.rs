//! What the report `plan` is built from.

use super::PlanFigures;
use crate::measure::gaps::GapFigures;
use crate::measure::needs::NeedFigures;
use crate::measure::study::Study;
use crate::records::code::CompetencyKind;
use crate::records::people::Catalogue;
use crate::records::posts::CareerMove;
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

/// Needs, studies and careers of a year.
#[derive(Debug)]
pub struct Development {
    /// The needs that were named, with what became of them.
    pub needs: NeedFigures,
    /// Further education that ran in the year.
    pub studies: Vec<Study>,
    /// What changed in the postings of the year: position, unit or grade.
    pub steps: Vec<CareerMove>,
    /// The positions that the steps name by number.
    pub positions: Vec<String>,
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
    /// Needs, studies and careers of the year; `None` where only the plan is asked about.
    pub development: Option<Development>,
}
