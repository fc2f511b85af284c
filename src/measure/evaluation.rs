//! Everything of the report on evaluations.

use super::follow_up::{FollowUpFigures, Rating};
use super::incentive::IncentiveFigures;
use super::predicates::{Obligation, PersonStands, PredicateFigures, column_of};
use super::trace::{Figure, Trace};
use crate::records::code::Predicate;
use crate::records::time::Period;

/// The columns of the last owed periods in the report's table of units, the latest last.
pub const PERIOD_COLUMNS: [&str; 4] = ["period_4", "period_3", "period_2", "period_1"];

/// Tells how somebody stands in the owed period of row `number` of the trend.
pub fn tell(number: usize, stands: PersonStands, graded: Option<&Rating>, trace: &mut Trace) {
    let figure = |column| Figure::new("trend", number as u64, column);
    if stands.state == Obligation::Missing {
        trace.counts(figure("missing"), stands.person, 1);
    }
    let Some(graded) = graded else { return };
    trace.uses(figure(column_of(graded.predicate)), graded.origin, 1);
    if graded.predicate <= Predicate::Baik {
        let of_unit = Figure::of_unit("trend_by_unit", stands.unit, PERIOD_COLUMNS[number]);
        trace.uses(figure("good"), graded.origin, 1);
        trace.uses(of_unit, graded.origin, 1);
    }
}

/// The figures of the report on evaluations.
#[derive(Debug)]
pub struct EvaluationReport {
    /// Predicates of the last owed periods, the oldest first.
    pub trend: Vec<(Period, PredicateFigures)>,
    /// Predicates that are current on the last day.
    pub current: PredicateFigures,
    /// The last evaluation of those without a current one, in their order.
    pub last: Vec<Option<Rating>>,
    /// What evaluations led to.
    pub follow_ups: FollowUpFigures,
    /// Who earns an incentive; `None` when the office has no criterion.
    pub incentives: Option<IncentiveFigures>,
}
