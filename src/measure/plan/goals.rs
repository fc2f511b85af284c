//! The goals of a plan: their items, and the value that their service figure has reached.

use super::{GOALS, PlanSums};
use crate::diagnostic::Origin;
use crate::measure::Mean;
use crate::measure::judged::Judged;
use crate::measure::trace::{Figure, Trace};
use crate::records::cell::Cell;
use crate::records::code::GoalMeasure;
use crate::records::number::{Dec, Ratio};
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
    /// What the records of the office tell of it; `None` where they tell nothing, or nobody asked.
    pub counted: Option<Reached>,
    /// Its items.
    pub sums: PlanSums,
}

impl GoalFigures {
    /// What it is measured by, where the records tell it.
    pub fn measure(&self) -> Option<GoalMeasure> {
        GoalMeasure::parse(self.indicator.as_deref()?).ok()
    }
}

/// What the records tell of a goal: the figure that stands in the reports of the month.
#[derive(Clone, Copy, Debug)]
pub enum Reached {
    /// So many of so many.
    Share(u64, u64),
    /// So many.
    Count(u64),
    /// A mean, shown with so many decimals.
    Mean(Ratio, u32),
    /// What people said.
    Told(Judged),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Findings;
    use crate::measure::sample::day;
    use crate::records::document;
    use crate::records::plan::Plan;

    #[test]
    fn only_values_of_the_year_up_to_the_day_tell_what_a_goal_reached() {
        let text = "title='R'\n[[goal]]\nkey='g'\ntext='G'\nindicator='x'\n[[goal]]\nkey='h'\ntext='H'\nindicator='y'\n";
        let plan: Plan = document::read(text, 0, &mut Findings::new()).unwrap();
        let actual = |months: &[&str]| {
            let mut values = GoalValues::new(&plan.goal);
            for month in months {
                let month = Month::parse(month).unwrap();
                let value = (Origin::NOWHERE, Dec::int(3));
                values.add(&plan.goal, ("x", month), value, day("2026-10-31"));
            }
            let of = |goal| {
                values
                    .actual(goal, &mut Trace::silent())
                    .map(|one| one.month.to_string())
            };
            [of(0), of(1)]
        };
        assert_eq!(actual(&["2025-10", "2026-11"]), [None, None]);
        let all = ["2026-09", "2026-10", "2026-11"];
        assert_eq!(actual(&all), [Some("2026-10".to_owned()), None]);
    }
}
