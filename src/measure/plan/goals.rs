//! The goals of a plan: their items, and the value that their service figure has reached.

use super::{GOALS, PlanSums};
use crate::diagnostic::Origin;
use crate::measure::Mean;
use crate::measure::trace::{Figure, Trace};
use crate::records::number::Dec;
use crate::records::plan::Goal;
use crate::records::time::{Day, Month};
use std::collections::BTreeMap;

/// A goal with its items.
#[derive(Clone, Debug)]
pub struct GoalFigures {
    /// Its key; empty for items that serve no goal.
    pub key: String,
    /// What is to be reached.
    pub text: String,
    /// How it is measured.
    pub indicator: Option<String>,
    /// The value to be reached.
    pub target: Option<String>,
    /// The value reached; `None` where no value of its service figure is recorded.
    pub actual: Option<Actual>,
    /// Its items.
    pub sums: PlanSums,
}

/// The value that a service figure had in the last month of the year with one, over the units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actual {
    /// That month.
    pub month: Month,
    /// The values of its units.
    pub values: Mean,
}

/// The values of service figures in the year of a plan, by number of the goal that they measure.
#[derive(Debug)]
pub(super) struct GoalValues {
    by_goal: Vec<BTreeMap<Month, Vec<(Origin, Dec)>>>,
}

impl GoalValues {
    pub(super) fn new(goals: &[Goal]) -> GoalValues {
        let by_goal = vec![BTreeMap::new(); goals.len()];
        GoalValues { by_goal }
    }

    /// Takes the value of a service figure of one unit in a month; those of other years and of later months tell nothing.
    pub(super) fn add(
        &mut self,
        goals: &[Goal],
        (code, month): (&str, Month),
        (origin, value): (Origin, Dec),
        as_of: Day,
    ) {
        if month.year() != as_of.year() || month.last() > as_of {
            return;
        }
        for (goal, values) in goals.iter().zip(&mut self.by_goal) {
            if goal.indicator.as_deref() == Some(code) {
                values.entry(month).or_default().push((origin, value));
            }
        }
    }

    /// The value of a goal, by its number.
    pub(super) fn actual(&self, goal: usize, trace: &mut Trace) -> Option<Actual> {
        let (month, reached) = self.by_goal.get(goal)?.last_key_value()?;
        let mut values = Mean::default();
        for (origin, value) in reached {
            values.add(value.0);
            trace.uses(Figure::new(GOALS, goal as u64, "actual"), *origin, value.0);
        }
        let month = *month;
        Some(Actual { month, values })
    }
}
