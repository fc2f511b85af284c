//! The yearly plan against what was done.
//!
//! What answers to an item of the plan of a year:
//! - a programme whose id has a month of the year and whose `plan_item` is the item's key. It is done when its status
//!   is done and its last day is not after the day; participants are its completions, JP those on their certificates,
//!   cost its own;
//! - for items that no programme carries out, the office's other records of the year: mentoring and coaching pairs
//!   begun, certificates issued, further education begun, forums held. A record goes to the items of its kind, of its
//!   competency where the item names one, and of the persons or units (with those below) that the item names; among
//!   several to the latest that was due by then, else to the first;
//! - its own day `done`.
//!
//! An item is late when its month is over and nothing of it was done. Budget used = cost of programmes done / budget.

mod figures;
mod report;

pub use figures::{GoalFigures, ItemFigures, PlanFigures, PlanSums};
pub use report::{Competence, NAMED, PlanReport};

use super::trace::{Figure, Omission, Trace};
use crate::diagnostic::Origin;
use crate::records::code::{ParticipationStatus, PlanItemKind, PlanItemStatus, TrainingStatus};
use crate::records::plan::{Goal, Plan, PlanItem};
use crate::records::taking_part::Participation;
use crate::records::time::{Day, Month};
use crate::records::training::Training;

/// How an item stands on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Something of it was done.
    Done,
    /// Something of it runs, and its month is not over.
    Running,
    /// Its month is over and nothing of it was done.
    Late,
    /// Its month is not over.
    Ahead,
    /// It was dropped.
    Dropped,
}

impl State {
    /// The code in data formats.
    pub fn code(self) -> &'static str {
        match self {
            State::Done => "done",
            State::Running => "running",
            State::Late => "late",
            State::Ahead => "ahead",
            State::Dropped => "dropped",
        }
    }
}

/// What was done of an item, or of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Actual {
    /// Programmes that name it and are not cancelled.
    pub programmes: u64,
    /// Of these, programmes done.
    pub done: u64,
    /// Other records that answer to it: pairs, certificates, studies, forums.
    pub others: u64,
    /// People who completed its programmes, or take part in the other records.
    pub participants: u64,
    /// JP on the certificates of the completions, in 1/10,000.
    pub jp: i128,
    /// Cost of the programmes done, in rupiah.
    pub cost: i128,
    /// Programmes done whose cost is not recorded.
    pub without_cost: u64,
    /// Whether something runs.
    pub is_running: bool,
}

impl Actual {
    fn merge(&mut self, other: &Actual) {
        self.programmes += other.programmes;
        self.done += other.done;
        self.others += other.others;
        self.participants += other.participants;
        self.jp += other.jp;
        self.cost += other.cost;
        self.without_cost += other.without_cost;
    }
}

/// What a programme or another record of the year tells of an item.
#[derive(Clone, Copy, Debug)]
pub struct Event<'e> {
    /// The kind of item that it can answer to.
    pub kind: PlanItemKind,
    /// Its competency.
    pub competency: Option<&'e str>,
    /// The id of whom it is about; `None` for a forum.
    pub staff: Option<&'e str>,
    /// The day on which it began.
    pub day: Day,
    /// Whether it is not over yet.
    pub is_running: bool,
    /// Where it stands.
    pub origin: Origin,
}

/// Whether a unit of the plan holds a person of that id.
pub type Within<'w> = &'w dyn Fn(&str, &str) -> bool;

/// Measures a plan as of a day.
#[derive(Debug)]
pub struct PlanMeasure {
    plan: Plan,
    year: i32,
    as_of: Day,
    actual: Vec<Actual>,
    unplanned: Actual,
}

/// The number of what no item plans.
const UNPLANNED: u32 = u32::MAX - 1;

/// The report's tables of items and of goals.
const TABLE: &str = "plan_items";
const GOALS: &str = "plan_goals";

impl PlanMeasure {
    /// Measures the plan of a year as of a day. Items stand in the order of their months.
    pub fn new(mut plan: Plan, year: i32, as_of: Day) -> PlanMeasure {
        plan.item.sort_by_key(|item| item.month.value);
        PlanMeasure {
            actual: vec![Actual::default(); plan.item.len()],
            unplanned: Actual::default(),
            plan,
            year,
            as_of,
        }
    }

    /// The year of the plan.
    pub fn year(&self) -> i32 {
        self.year
    }

    /// Takes a programme of the year. Gives the number under which its rows are taken when it is done.
    pub fn programme(&mut self, training: &Training, trace: &mut Trace) -> Option<u32> {
        let item = training.plan_item.as_deref().and_then(|key| self.item(key));
        let is_cancelled = training.status.value == TrainingStatus::Cancelled;
        let is_done = training.status.value == TrainingStatus::Done && training.end.value <= self.as_of;
        if let Some(item) = item.and_then(|item| self.plan.item.get(item as usize)) {
            self.tell(item, training, (is_cancelled, is_done), trace);
        }
        if is_cancelled {
            return None;
        }
        let actual = match item {
            Some(item) => &mut self.actual[item as usize],
            None => &mut self.unplanned,
        };
        actual.programmes += 1;
        if is_done {
            actual.done += 1;
            actual.cost += i128::from(training.cost.map_or(0, |cost| cost.value));
            actual.without_cost += u64::from(training.cost.is_none());
        } else {
            actual.is_running |= training.start.value <= self.as_of;
        }
        is_done.then_some(item.unwrap_or(UNPLANNED))
    }

    /// Takes a row of a programme under the number that it was given.
    pub fn row(&mut self, number: u32, row: &Participation<'_>, origin: Origin, trace: &mut Trace) {
        if row.status != ParticipationStatus::Completed {
            return;
        }
        let item = self.plan.item.get(number as usize).map(|item| item.origin);
        let figure = |column| Figure::new(TABLE, item.unwrap_or(Origin::NOWHERE), column);
        if row.completed.is_some_and(|day| day > self.as_of) {
            return trace.omits(figure("participants"), origin, Omission::LaterThanPeriod);
        }
        let actual = match self.actual.get_mut(number as usize) {
            Some(actual) => actual,
            None => &mut self.unplanned,
        };
        actual.participants += 1;
        trace.uses(figure("participants"), origin, 1);
        match row.jp {
            Some(jp) => {
                actual.jp += i128::from(jp.0);
                trace.uses(figure("jp"), origin, jp.0);
            }
            None => trace.omits(figure("jp"), origin, Omission::NoJp),
        }
    }

    /// Tells what a programme comes to among what was done of its item.
    fn tell(
        &self,
        item: &PlanItem,
        training: &Training,
        (is_cancelled, is_done): (bool, bool),
        trace: &mut Trace,
    ) {
        let own = |column| Figure::new(TABLE, item.origin, column);
        let status = training.status.origin;
        if is_cancelled {
            return trace.omits(own("programmes"), status, Omission::Cancelled);
        }
        trace.uses(own("programmes"), status, 1);
        if !is_done {
            return trace.omits(own("programmes_done"), status, Omission::NotDone);
        }
        trace.uses(own("programmes_done"), status, 1);
        let goal = number_of_goal(&self.plan.goal, item);
        for figure in [own("cost"), Figure::new(GOALS, goal, "cost")] {
            match training.cost {
                Some(cost) => trace.uses(figure, cost.origin, cost.value),
                None => trace.omits(figure, training.origin, Omission::NoCost),
            }
        }
    }
}

/// The number of the goal that an item serves; items without a goal come after all goals.
fn number_of_goal(goals: &[Goal], item: &PlanItem) -> u64 {
    let named = item.goal.as_ref();
    let found = named.and_then(|named| goals.iter().position(|goal| *goal.key.value == *named.value));
    found.unwrap_or(goals.len()) as u64
}

impl PlanMeasure {
    /// Takes another record; events of another year or later than the day answer to nothing.
    pub fn event(&mut self, event: Event<'_>, within: Within<'_>, trace: &mut Trace) {
        if event.day > self.as_of || event.day.year() != self.year {
            return;
        }
        let fitting = (0..self.plan.item.len()).filter(|&at| fits(&self.plan.item[at], event, within));
        let fitting: Vec<usize> = fitting.collect();
        let due = fitting
            .iter()
            .rfind(|&&at| self.plan.item[at].month.value <= event.day.month());
        if let Some(&at) = due.or(fitting.first()) {
            let actual = &mut self.actual[at];
            actual.others += 1;
            actual.participants += u64::from(event.staff.is_some());
            actual.is_running |= event.is_running;
            let own = |column| Figure::new(TABLE, self.plan.item[at].origin, column);
            trace.uses(own("other_records"), event.origin, 1);
            if event.staff.is_some() {
                trace.uses(own("participants"), event.origin, 1);
            }
        }
    }

    /// The number of the item with that key.
    fn item(&self, key: &str) -> Option<u32> {
        let at = self.plan.item.iter().position(|item| &*item.key.value == key)?;
        u32::try_from(at).ok()
    }
}

/// Whether a record answers to an item.
fn fits(item: &PlanItem, event: Event<'_>, within: Within<'_>) -> bool {
    let of_competency = match (&item.competency, event.kind) {
        (Some(wanted), PlanItemKind::Mentoring | PlanItemKind::Coaching) => {
            event.competency == Some(&*wanted.value)
        }
        _ => true,
    };
    let is_meant = match event.staff {
        None => true,
        Some(_) if item.staff.is_empty() && item.units.is_empty() => true,
        Some(staff) => {
            item.staff.iter().any(|meant| &*meant.value == staff)
                || item.units.iter().any(|unit| within(staff, &unit.value))
        }
    };
    item.status != Some(PlanItemStatus::Dropped) && item.kind == event.kind && of_competency && is_meant
}

/// The months of a plan's year.
pub fn months(year: i32) -> impl Iterator<Item = Month> {
    (1..=12).filter_map(move |month| Month::of(year, month))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Findings;
    use crate::records::document;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn plan(text: &str) -> Plan {
        let mut findings = Findings::new();
        let read = document::read(text, 0, &mut findings);
        assert_eq!(findings.errors(), 0, "{findings:?}");
        read.unwrap()
    }

    fn training(status: &str, end: &str, item: &str, cost: &str) -> Training {
        let text = format!(
            "title='t'\nmethod='KL10'\nmode='classroom'\nstart={end}\nend={end}\njp=8\nstatus='{status}'\n{item}\n{cost}\n"
        );
        let mut findings = Findings::new();
        document::read(&text, 0, &mut findings).unwrap()
    }

    const PLAN: &str = "title='R'\n[[goal]]\nkey='g'\ntext='G'\n\
        [[item]]\nkey='b'\ntitle='B'\nkind='training'\nmonth='2026-09'\nparticipants=10\njp=8\ncost=5000000\ngoal='g'\n\
        [[item]]\nkey='a'\ntitle='A'\nkind='training'\nmonth='2026-03'\nparticipants=20\ncost=1000000\n\
        [[item]]\nkey='d'\ntitle='D'\nkind='training'\nmonth='2026-02'\nstatus='dropped'\ncost=900\n\
        [[item]]\nkey='m1'\ntitle='M'\nkind='mentoring'\nmonth='2026-04'\ncompetency='arsip'\n\
        [[item]]\nkey='m2'\ntitle='M'\nkind='mentoring'\nmonth='2026-08'\ncompetency='arsip'\nunits=['kel']\n";

    fn states(measure: PlanMeasure) -> Vec<(String, &'static str)> {
        let figures = measure.figures(&mut Trace::silent());
        figures
            .items
            .iter()
            .map(|figures| (figures.item.key.value.to_string(), figures.state.code()))
            .collect()
    }

    #[test]
    fn an_item_is_late_when_its_month_is_over_and_nothing_was_done() {
        let mut measure = PlanMeasure::new(plan(PLAN), 2026, day("2026-09-29"));
        // Done after the day is not yet done; cancelled is nothing.
        measure.programme(
            &training("done", "2026-09-30", "plan_item='b'", ""),
            &mut Trace::silent(),
        );
        measure.programme(
            &training("cancelled", "2026-03-10", "plan_item='a'", ""),
            &mut Trace::silent(),
        );
        let found = states(measure);
        let expected = [
            ("d", "dropped"),
            ("a", "late"),
            ("m1", "late"),
            ("m2", "late"),
            ("b", "ahead"),
        ];
        assert_eq!(found, expected.map(|(key, state)| (key.to_owned(), state)));
        let at_end = PlanMeasure::new(plan(PLAN), 2026, day("2026-09-30"));
        assert_eq!(states(at_end)[4], ("b".to_owned(), "late"));
    }

    #[test]
    fn budget_counts_programmes_done_and_items_that_stand() {
        let mut measure = PlanMeasure::new(plan(PLAN), 2026, day("2026-09-30"));
        let number = measure.programme(
            &training("done", "2026-09-20", "plan_item='b'", "cost=4000000"),
            &mut Trace::silent(),
        );
        assert!(number.is_some());
        measure.programme(
            &training("done", "2026-09-20", "plan_item='b'", ""),
            &mut Trace::silent(),
        );
        assert_eq!(
            measure.programme(
                &training("running", "2026-09-20", "plan_item='a'", "cost=7"),
                &mut Trace::silent()
            ),
            None
        );
        // A key that no item has is told by check, and counts as unplanned.
        assert_eq!(
            measure.programme(
                &training("done", "2026-05-20", "plan_item='x'", "cost=300"),
                &mut Trace::silent()
            ),
            Some(UNPLANNED)
        );
        let figures = measure.figures(&mut Trace::silent());
        assert_eq!(
            (figures.total.cost, figures.total.actual.cost),
            (6_000_000, 4_000_000)
        );
        assert_eq!(figures.total.actual.without_cost, 1);
        assert_eq!(
            (figures.total.items, figures.total.dropped, figures.total.done),
            (4, 1, 1)
        );
        assert_eq!((figures.unplanned.done, figures.unplanned.cost), (1, 300));
        assert_eq!(figures.total.jp, 80 * 10_000);
        assert_eq!(figures.goals.len(), 2);
        assert_eq!((figures.goals[0].sums.items, figures.goals[1].sums.items), (1, 3));
    }

    #[test]
    fn another_record_goes_to_the_latest_item_due_that_it_fits() {
        let mut measure = PlanMeasure::new(plan(PLAN), 2026, day("2026-12-31"));
        let within = |staff: &str, unit: &str| staff == "p1" && unit == "kel";
        let pair = |staff, competency, on, is_running| Event {
            kind: PlanItemKind::Mentoring,
            competency: Some(competency),
            staff: Some(staff),
            day: day(on),
            is_running,
            origin: Origin::NOWHERE,
        };
        measure.event(
            pair("p1", "arsip", "2026-08-05", true),
            &within,
            &mut Trace::silent(),
        );
        measure.event(
            pair("p2", "arsip", "2026-09-05", false),
            &within,
            &mut Trace::silent(),
        );
        measure.event(
            pair("p1", "lain", "2026-09-05", false),
            &within,
            &mut Trace::silent(),
        );
        measure.event(
            pair("p1", "arsip", "2025-09-05", false),
            &within,
            &mut Trace::silent(),
        );
        let found = states(measure);
        assert_eq!(found[2], ("m1".to_owned(), "done"));
        assert_eq!(found[3], ("m2".to_owned(), "running"));
    }
}
