//! What a plan comes to: items, sums, goals.

use super::{Actual, GOALS, PlanMeasure, State, TABLE, number_of_goal};
use crate::measure::trace::{Figure, Omission, Trace};
use crate::records::code::PlanItemStatus;
use crate::records::plan::PlanItem;
use crate::records::time::Day;

/// An item with what was done of it.
#[derive(Clone, Debug)]
pub struct ItemFigures {
    /// What was planned.
    pub item: PlanItem,
    /// How it stands.
    pub state: State,
    /// What was done.
    pub actual: Actual,
}

impl ItemFigures {
    /// The JP planned: participants × JP each, in 1/10,000; `None` when one of them is not written.
    pub fn jp_planned(&self) -> Option<i128> {
        let participants = self.item.participants?.value;
        Some(i128::from(participants) * i128::from(self.item.jp?.value.0))
    }

    /// Tells what was planned: in its own row, and in the total and its goal, by number, as far as it still stands.
    fn tell(&self, goal: u64, trace: &mut Trace) {
        let (item, stands) = (&self.item, self.state != State::Dropped);
        let own = |column| Figure::new(TABLE, item.origin, column);
        let of_goal = |column| Figure::new(GOALS, goal, column);
        if let Some(participants) = item.participants {
            trace.uses(
                own("participants_planned"),
                participants.origin,
                participants.value,
            );
            if stands {
                trace.uses(
                    own("participants_standing"),
                    participants.origin,
                    participants.value,
                );
            }
        }
        if let (Some(jp), Some(at)) = (self.jp_planned(), item.jp) {
            let jp = i64::try_from(jp).unwrap_or(i64::MAX);
            trace.uses(own("jp_planned"), at.origin, jp);
            if stands {
                trace.uses(own("jp_standing"), at.origin, jp);
            }
        }
        if let Some(cost) = item.cost {
            trace.uses(own("budget"), cost.origin, cost.value);
            if stands {
                trace.uses(own("budget_standing"), cost.origin, cost.value);
                trace.uses(of_goal("budget"), cost.origin, cost.value);
            }
        }
        if !stands {
            return trace.omits(of_goal("items"), item.origin, Omission::Dropped);
        }
        trace.uses(of_goal("items"), item.origin, 1);
        match self.state {
            State::Done => trace.uses(of_goal("done"), item.origin, 1),
            State::Late => trace.uses(of_goal("late"), item.origin, 1),
            _ => {}
        }
    }
}

/// Sums over items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlanSums {
    /// Items that still stand.
    pub items: u64,
    /// Of these, items done.
    pub done: u64,
    /// Of these, items that are late.
    pub late: u64,
    /// Items dropped.
    pub dropped: u64,
    /// Items whose month is over, dropped ones apart.
    pub due: u64,
    /// Participants planned.
    pub participants: i128,
    /// JP planned, in 1/10,000.
    pub jp: i128,
    /// Budget, in rupiah.
    pub cost: i128,
    /// What was done.
    pub actual: Actual,
}

impl PlanSums {
    fn add(&mut self, figures: &ItemFigures, day: Day) {
        self.actual.merge(&figures.actual);
        if figures.state == State::Dropped {
            self.dropped += 1;
            return;
        }
        self.items += 1;
        self.done += u64::from(figures.state == State::Done);
        self.late += u64::from(figures.state == State::Late);
        self.due += u64::from(figures.item.month.value.last() <= day);
        self.participants += i128::from(figures.item.participants.map_or(0, |n| n.value));
        self.jp += figures.jp_planned().unwrap_or(0);
        self.cost += i128::from(figures.item.cost.map_or(0, |cost| cost.value));
    }
}

/// A goal with its items.
#[derive(Clone, Debug)]
pub struct GoalFigures {
    /// Its key; empty for items that serve no goal.
    pub key: String,
    /// What is to be reached.
    pub text: String,
    /// How it is measured, and the value to be reached.
    pub indicator: Option<String>,
    /// The value to be reached.
    pub target: Option<String>,
    /// Its items.
    pub sums: PlanSums,
}

/// A plan against what was done.
#[derive(Clone, Debug)]
pub struct PlanFigures {
    /// The year.
    pub year: i32,
    /// The plan's title.
    pub title: String,
    /// The decree that adopts it.
    pub decree: Option<String>,
    /// Its items, by month.
    pub items: Vec<ItemFigures>,
    /// All items.
    pub total: PlanSums,
    /// By goal, in the order of the plan; items without a goal last.
    pub goals: Vec<GoalFigures>,
    /// Programmes of the year that no item plans.
    pub unplanned: Actual,
}

impl PlanFigures {
    /// The items in a state.
    pub fn in_state(&self, state: State) -> impl Iterator<Item = &ItemFigures> {
        self.items.iter().filter(move |figures| figures.state == state)
    }
}

impl PlanMeasure {
    /// Adds up.
    pub fn figures(self, trace: &mut Trace) -> PlanFigures {
        let (as_of, year) = (self.as_of, self.year);
        let items: Vec<ItemFigures> = self
            .plan
            .item
            .into_iter()
            .zip(self.actual)
            .map(|(item, actual)| ItemFigures {
                state: state(&item, &actual, as_of),
                item,
                actual,
            })
            .collect();
        for figures in &items {
            figures.tell(number_of_goal(&self.plan.goal, &figures.item), trace);
        }
        let sums = |of: &dyn Fn(&PlanItem) -> bool| {
            let mut sums = PlanSums::default();
            let chosen = items.iter().filter(|figures| of(&figures.item));
            chosen.for_each(|figures| sums.add(figures, as_of));
            sums
        };
        let serves = |item: &PlanItem, key: &str| item.goal.as_ref().is_some_and(|goal| &*goal.value == key);
        let known = self.plan.goal.iter().map(|goal| GoalFigures {
            key: goal.key.value.to_string(),
            text: goal.text.clone(),
            indicator: goal.indicator.clone(),
            target: goal.target.clone(),
            sums: sums(&|item| serves(item, &goal.key.value)),
        });
        let mut goals: Vec<GoalFigures> = known.collect();
        let rest = sums(&|item| self.plan.goal.iter().all(|goal| !serves(item, &goal.key.value)));
        if rest != PlanSums::default() && !goals.is_empty() {
            goals.push(GoalFigures {
                key: String::new(),
                text: String::new(),
                indicator: None,
                target: None,
                sums: rest,
            });
        }
        PlanFigures {
            year,
            title: self.plan.title,
            decree: self.plan.decree,
            total: sums(&|_| true),
            goals,
            items,
            unplanned: self.unplanned,
        }
    }
}

/// How an item stands on a day. Of what no programme carries out, to have begun is to be done.
fn state(item: &PlanItem, actual: &Actual, day: Day) -> State {
    let is_done = actual.done > 0 || item.done.is_some_and(|done| done <= day);
    let is_over = item.month.value.last() <= day;
    match item.status {
        Some(PlanItemStatus::Dropped) => State::Dropped,
        _ if is_done => State::Done,
        _ if actual.others > 0 && actual.is_running => State::Running,
        _ if actual.others > 0 => State::Done,
        _ if is_over => State::Late,
        _ if actual.is_running => State::Running,
        _ => State::Ahead,
    }
}
