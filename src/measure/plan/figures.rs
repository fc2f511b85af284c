//! What a plan comes to: items, sums, goals.

use super::{GOALS, GoalFigures, PlanColumn as Of, PlanMeasure, PlanSums, State, enter, number_of_goal};
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
    /// What was planned and done.
    pub sums: PlanSums,
}

impl ItemFigures {
    /// Adds how the item stands and what was planned of it; its goal and the total leave out what was dropped.
    fn add(&mut self, goal: u64, trace: &mut Trace) {
        let (item, stands) = (&self.item, self.state != State::Dropped);
        let mut enter = |column, source, amount| {
            enter(
                &mut self.sums,
                (item.origin, goal),
                column,
                (source, amount),
                trace,
            );
        };
        let mut plan = |planned, standing, source, amount| {
            enter(planned, source, amount);
            if stands {
                enter(standing, source, amount);
            }
        };
        if let Some(participants) = item.participants {
            let (source, amount) = (participants.origin, participants.value);
            plan(
                Of::participants_planned,
                Of::participants_standing,
                source,
                amount,
            );
        }
        if let (Some(jp), Some(at)) = (jp_planned(item), item.jp) {
            plan(Of::jp_planned, Of::jp_standing, at.origin, jp);
        }
        if let Some(cost) = item.cost {
            plan(Of::budget, Of::budget_standing, cost.origin, cost.value);
        }
        if !stands {
            self.sums.add(Of::dropped, 1);
            return trace.omits(Figure::new(GOALS, goal, "items"), item.origin, Omission::Dropped);
        }
        enter(Of::items, item.origin, 1);
        if let Some(cost) = item.cost {
            enter(Of::budgeted, cost.origin, 1);
        }
        match self.state {
            State::Done => enter(Of::done, item.origin, 1),
            State::Late => enter(Of::late, item.origin, 1),
            _ => {}
        }
    }
}

/// The JP planned: participants × JP each, in 1/10,000; `None` when one of them is not written.
fn jp_planned(item: &PlanItem) -> Option<i64> {
    let participants = item.participants?.value;
    Some(participants.saturating_mul(item.jp?.value.0))
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
    /// How many people took part; who took part several times is counted once.
    pub people: u64,
    /// By goal, in the order of the plan; items without a goal last.
    pub goals: Vec<GoalFigures>,
    /// Programmes of the year that no item plans.
    pub unplanned: PlanSums,
}

impl PlanFigures {
    /// The items in a state.
    pub fn in_state(&self, state: State) -> impl Iterator<Item = &ItemFigures> {
        self.items.iter().filter(move |figures| figures.state == state)
    }
}

impl PlanMeasure {
    /// Takes that nobody is on record in a programme under the number that it was given.
    pub fn unrolled(&mut self, number: u32) {
        if let Some(done) = self.done.get_mut(number as usize) {
            done.sums.add(Of::unrolled, 1);
        }
    }

    /// Of records that tell what happened since a day, or all.
    pub fn known_since(self, since: Option<Day>) -> PlanMeasure {
        let since = since.unwrap_or(Day::FIRST);
        PlanMeasure { since, ..self }
    }

    /// Adds up.
    pub fn figures(self, trace: &mut Trace) -> PlanFigures {
        let goals = self.plan.goal;
        let mut total = PlanSums::default();
        let mut of_goals = vec![PlanSums::default(); goals.len() + 1];
        let done = self.plan.item.into_iter().zip(self.done);
        let items = done.map(|(item, done)| {
            let goal = number_of_goal(&goals, &item);
            let mut figures = ItemFigures {
                state: state(&item, (&done.sums, done.is_running), (self.since, self.as_of)),
                item,
                sums: done.sums,
            };
            figures.add(goal, trace);
            total.merge(&figures.sums);
            of_goals[goal as usize].merge(&figures.sums);
            figures
        });
        let items: Vec<ItemFigures> = items.collect();
        let rest = of_goals.pop().filter(|rest| *rest != PlanSums::default());
        let known = goals.iter().zip(of_goals).enumerate();
        let known = known.map(|(number, (goal, sums))| GoalFigures {
            key: goal.key.value.to_string(),
            text: goal.text.clone(),
            indicator: goal.indicator.clone(),
            target: goal.target.clone(),
            actual: self.reached.actual(number, trace),
            counted: None,
            sums,
        });
        let rest = rest.filter(|_| !goals.is_empty()).map(|sums| GoalFigures {
            key: String::new(),
            text: String::new(),
            indicator: None,
            target: None,
            actual: None,
            counted: None,
            sums,
        });
        PlanFigures {
            year: self.year,
            title: self.plan.title,
            decree: self.plan.decree,
            goals: known.chain(rest).collect(),
            total,
            people: self.people.len() as u64,
            items,
            unplanned: self.unplanned,
        }
    }
}

/// How an item stands on a day. Of what no programme carries out, to have begun is to be done. What runs, or what
/// somebody completed already, is not late.
fn state(item: &PlanItem, (sums, is_running): (&PlanSums, bool), (since, day): (Day, Day)) -> State {
    let is_done = sums.of(Of::programmes_done) > 0 || item.done.is_some_and(|done| done <= day);
    let is_over = item.month.value.last() <= day;
    let has_others = sums.of(Of::other_records) > 0;
    match item.status {
        Some(PlanItemStatus::Dropped) => State::Dropped,
        _ if is_done => State::Done,
        _ if has_others && is_running => State::Running,
        _ if has_others => State::Done,
        _ if is_running || sums.of(Of::participants) > 0 => State::Running,
        _ if is_over && item.month.value.last() < since => State::Unknown,
        _ if is_over => State::Late,
        _ => State::Ahead,
    }
}
