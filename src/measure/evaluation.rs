//! Everything of the report on evaluations.

use super::follow_up::{FollowUpFigures, Graded};
use super::incentive::IncentiveFigures;
use super::predicates::PredicateFigures;
use crate::records::people::Roster;
use crate::records::time::{Month, Period};

/// The figures of the report on evaluations.
#[derive(Debug)]
pub struct EvaluationReport {
    /// The month.
    pub month: Month,
    /// The people.
    pub roster: Roster,
    /// Predicates of the last owed periods, the oldest first.
    pub trend: Vec<(Period, PredicateFigures)>,
    /// Predicates that are current on the last day.
    pub current: PredicateFigures,
    /// The last evaluation of those without a current one, in their order.
    pub last: Vec<Option<Graded>>,
    /// What evaluations led to.
    pub follow_ups: FollowUpFigures,
    /// Who earns an incentive; `None` when the office has no criterion.
    pub incentives: Option<IncentiveFigures>,
}
