//! The yearly plan against what was done.
//!
//! What answers to an item of the plan of a year:
//! - a programme whose id has a month of the year and whose `plan_item` is the item's key. It is done when its status
//!   is done and its last day is not after the day; participants are its completions, JP those on their certificates,
//!   also while it runs; cost its own, when it is done;
//! - for items that no programme carries out, the office's other records of the year: mentoring and coaching pairs
//!   begun, certificates issued, further education begun, forums held. A record goes to the items of its kind, of its
//!   competency where the item names one, and of the persons or units (with those below) that the item names; among
//!   several to the latest that was due by then, else to the first;
//! - its own day `done`.
//!
//! An item is late when its month is over, nothing of it was done and nothing of it runs; where its month lies before
//! the records begin, that is not known. Budget used = cost of programmes done / budget.

mod figures;
mod goals;
mod report;
mod state;

pub use figures::{ItemFigures, PlanFigures};
pub use goals::{Actual, GoalFigures, Reached};
pub use report::{Competence, Development, PlanReport};
pub use state::State;

use super::sheet::sheet;
use super::trace::{Figure, Omission, Trace};
use crate::diagnostic::Origin;
use crate::records::code::{ParticipationStatus, PlanItemKind, PlanItemStatus, TrainingStatus};
use crate::records::index::IdIndex;
use crate::records::number::Dec;
use crate::records::plan::{Goal, Plan, PlanItem};
use crate::records::taking_part::Participation;
use crate::records::time::{Day, Month};
use crate::records::training::Training;
use goals::GoalValues;

sheet! {
    /// What was planned and done of an item, of the items of a goal, or of all; JP in 1/10,000, money in rupiah.
    pub PlanSums of PlanColumn: "plan_items" {
        items: part();
        done: part();
        late: part();
        dropped: part();
        programmes: part();
        programmes_done: part();
        unrolled: part();
        without_cost: part();
        other_records: part();
        participants: part();
        participants_planned: part();
        participants_standing: part();
        jp: decimal_part();
        jp_unknown: part();
        jp_planned: decimal_part();
        jp_standing: decimal_part();
        cost: part();
        budget: part();
        budget_standing: part();
        budgeted: part();
    }
}
use PlanColumn as Of;

impl PlanColumn {
    /// The column of the table of goals that it enters: a goal leaves out what was planned and dropped.
    fn of_goal(self) -> Option<&'static str> {
        match self {
            Of::items | Of::done | Of::late | Of::cost => Some(self.id()),
            Of::budget_standing => Some("budget"),
            _ => None,
        }
    }
}

impl PlanSums {
    /// What was planned to be spent; `None` where no item that stands says it.
    pub fn budget(&self) -> Option<i64> {
        (self.of(Of::budgeted) > 0).then(|| self.of(Of::budget_standing))
    }
}

/// Adds to a column of an item, and tells the figures of the item and of its goal, by number.
fn enter(
    sums: &mut PlanSums,
    (item, goal): (Origin, u64),
    column: PlanColumn,
    (source, amount): (Origin, i64),
    trace: &mut Trace,
) {
    sums.enter(column, item, source, amount, trace);
    if let Some(column) = column.of_goal() {
        trace.uses(Figure::new(GOALS, goal, column), source, amount);
    }
}

/// What was done of an item.
#[derive(Clone, Debug, Default)]
struct Done {
    sums: PlanSums,
    is_running: bool,
}

/// What a programme or another record of the year tells of an item.
#[derive(Clone, Copy, Debug)]
pub struct Occurrence<'e> {
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
    /// From which day on the records tell what was done: [`Day::FIRST`] where they tell all.
    since: Day,
    /// By number of the item.
    done: Vec<Done>,
    unplanned: PlanSums,
    /// The ids of those who took part in something that an item plans.
    people: IdIndex,
    reached: GoalValues,
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
            done: vec![Done::default(); plan.item.len()],
            unplanned: PlanSums::default(),
            people: IdIndex::default(),
            reached: GoalValues::new(&plan.goal),
            plan,
            year,
            as_of,
            since: Day::FIRST,
        }
    }

    /// The year of the plan.
    pub fn year(&self) -> i32 {
        self.year
    }

    /// The day as of which it is measured.
    pub fn as_of(&self) -> Day {
        self.as_of
    }

    /// Takes the value of a service figure of one unit in a month.
    pub fn service_figure(&mut self, code: &str, month: Month, value: (Origin, Dec)) {
        self.reached
            .add(&self.plan.goal, (code, month), value, self.as_of);
    }

    /// The number under which the rows of a programme are taken; `None` before it begins.
    pub fn number(&self, training: &Training) -> Option<u32> {
        let has_begun =
            training.status.value != TrainingStatus::Cancelled && training.start.value <= self.as_of;
        let item = training.plan_item.as_deref().and_then(|key| self.item(key));
        has_begun.then_some(item.unwrap_or(UNPLANNED))
    }

    /// Takes a programme of the year, as known on the day; `has_open`: whether the place of somebody in it was open.
    pub fn programme(&mut self, training: &Training, has_open: bool, trace: &mut Trace) {
        let item = training.plan_item.as_deref().and_then(|key| self.item(key));
        let is_cancelled = training.status.value == TrainingStatus::Cancelled;
        let is_done = training.is_closed(has_open) && training.end.value <= self.as_of;
        match item {
            Some(item) => self.carry_out(item as usize, training, (is_cancelled, is_done), trace),
            None if is_cancelled => {}
            None => {
                self.unplanned.add(Of::programmes, 1);
                self.unplanned.add(Of::programmes_done, is_done.into());
                let cost = training.cost.filter(|_| is_done);
                self.unplanned.add(Of::cost, cost.map_or(0, |cost| cost.value));
                let without_cost = is_done && training.cost.is_none();
                self.unplanned.add(Of::without_cost, without_cost.into());
            }
        }
    }

    /// Takes a programme that carries out an item.
    fn carry_out(
        &mut self,
        at: usize,
        training: &Training,
        (is_cancelled, is_done): (bool, bool),
        trace: &mut Trace,
    ) {
        let (item, done) = (&self.plan.item[at], &mut self.done[at]);
        let own = |column: PlanColumn| Figure::new(TABLE, item.origin, column.id());
        let goal = number_of_goal(&self.plan.goal, item);
        let status = training.status.origin;
        if is_cancelled {
            return trace.omits(own(Of::programmes), status, Omission::Cancelled);
        }
        let mut enter = |column, source, amount| {
            enter(
                &mut done.sums,
                (item.origin, goal),
                column,
                (source, amount),
                trace,
            );
        };
        enter(Of::programmes, status, 1);
        if !is_done {
            let days = training.start.value..=training.end.value;
            done.is_running |= days.contains(&self.as_of);
            return trace.omits(own(Of::programmes_done), status, Omission::NotDone);
        }
        enter(Of::programmes_done, status, 1);
        match training.cost {
            Some(cost) => enter(Of::cost, cost.origin, cost.value),
            None => {
                done.sums.add(Of::without_cost, 1);
                for figure in [own(Of::cost), Figure::new(GOALS, goal, "cost")] {
                    trace.omits(figure, training.origin, Omission::NoCost);
                }
            }
        }
    }

    /// Takes a row of a programme under the number that it was given.
    pub fn row(&mut self, number: u32, row: &Participation<'_>, origin: Origin, trace: &mut Trace) {
        if row.status != ParticipationStatus::Completed {
            return;
        }
        let at = number as usize;
        // No figure shows who takes part in what no item plans.
        let Some((item, done)) = self.plan.item.get(at).zip(self.done.get_mut(at)) else {
            return;
        };
        let figure = |column: PlanColumn| Figure::new(TABLE, item.origin, column.id());
        if row.completed.is_some_and(|day| day > self.as_of) {
            return trace.omits(figure(Of::participants), origin, Omission::LaterThanPeriod);
        }
        self.people.add(row.staff.text());
        done.sums.enter(Of::participants, item.origin, origin, 1, trace);
        match row.jp {
            Some(jp) => done.sums.enter(Of::jp, item.origin, origin, jp.0, trace),
            None => {
                done.sums.add(Of::jp_unknown, 1);
                trace.omits(figure(Of::jp), origin, Omission::NoJp);
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
    pub fn event(&mut self, event: Occurrence<'_>, within: Within<'_>, trace: &mut Trace) {
        if event.day > self.as_of || event.day.year() != self.year {
            return;
        }
        let fitting = (0..self.plan.item.len()).filter(|&at| fits(&self.plan.item[at], event, within));
        let fitting: Vec<usize> = fitting.collect();
        let due = fitting
            .iter()
            .rfind(|&&at| self.plan.item[at].month.value <= event.day.month());
        if let Some(&at) = due.or(fitting.first()) {
            let (item, done) = (self.plan.item[at].origin, &mut self.done[at]);
            done.is_running |= event.is_running;
            done.sums.enter(Of::other_records, item, event.origin, 1, trace);
            if let Some(staff) = event.staff {
                self.people.add(staff);
                done.sums.enter(Of::participants, item, event.origin, 1, trace);
            }
        }
    }

    /// The number of the item with that key.
    fn item(&self, key: &str) -> Option<u32> {
        let at = self.plan.item.iter().position(|item| &*item.key.value == key)?;
        u32::try_from(at).ok()
    }
}

/// Whether an item is meant for a person: it names the person or the unit, or nobody.
pub fn is_meant_for(item: &PlanItem, staff: &str, within: Within<'_>) -> bool {
    let names_nobody = item.staff.is_empty() && item.units.is_empty();
    let of_person = || item.staff.iter().any(|meant| &*meant.value == staff);
    let of_unit = || item.units.iter().any(|unit| within(staff, &unit.value));
    names_nobody || of_person() || of_unit()
}

/// Whether a record answers to an item.
fn fits(item: &PlanItem, event: Occurrence<'_>, within: Within<'_>) -> bool {
    let of_competency = match (&item.competency, event.kind) {
        (Some(wanted), PlanItemKind::Mentoring | PlanItemKind::Coaching) => {
            event.competency == Some(&*wanted.value)
        }
        _ => true,
    };
    let is_meant = event.staff.is_none_or(|staff| is_meant_for(item, staff, within));
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
            false,
            &mut Trace::silent(),
        );
        measure.programme(
            &training("cancelled", "2026-03-10", "plan_item='a'", ""),
            false,
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
        let mut take = |status: &str, end: &str, item: &str, cost: &str, has_open: bool| {
            let training = training(status, end, item, cost);
            measure.programme(&training, has_open, &mut Trace::silent());
            measure.number(&training)
        };
        assert!(take("done", "2026-09-20", "plan_item='b'", "cost=4000000", false).is_some());
        take("done", "2026-09-20", "plan_item='b'", "", false);
        // Where somebody's place was still open, it was not done yet.
        take("done", "2026-09-20", "plan_item='b'", "cost=5", true);
        assert_eq!(
            take("running", "2026-10-20", "plan_item='a'", "cost=7", false),
            None
        );
        // A key that no item has is told by check, and counts as unplanned.
        let unplanned = take("done", "2026-05-20", "plan_item='x'", "cost=300", false);
        assert_eq!(unplanned, Some(UNPLANNED));
        let figures = measure.figures(&mut Trace::silent());
        let total = |column| figures.total.of(column);
        assert_eq!([Of::budget_standing, Of::cost].map(total), [6_000_000, 4_000_000]);
        assert_eq!(
            [Of::without_cost, Of::items, Of::dropped, Of::done].map(total),
            [1, 4, 1, 1]
        );
        let unplanned = |column| figures.unplanned.of(column);
        assert_eq!([Of::programmes_done, Of::cost].map(unplanned), [1, 300]);
        assert_eq!(total(Of::jp_standing), 80 * 10_000);
        assert_eq!(figures.goals.len(), 2);
        let items = figures.goals.iter().map(|goal| goal.sums.of(Of::items));
        assert_eq!(items.collect::<Vec<_>>(), [1, 3]);
    }

    #[test]
    fn another_record_goes_to_the_latest_item_due_that_it_fits() {
        let mut measure = PlanMeasure::new(plan(PLAN), 2026, day("2026-12-31"));
        let within = |staff: &str, unit: &str| staff == "p1" && unit == "kel";
        let pair = |staff, competency, on, is_running| Occurrence {
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
        // The last day counts, the day after does not.
        let on = |day_of: &'static str| {
            let mut measure = PlanMeasure::new(plan(PLAN), 2026, day("2026-09-05"));
            let event = pair("p2", "arsip", day_of, false);
            measure.event(event, &within, &mut Trace::silent());
            states(measure)[2].1
        };
        assert_eq!((on("2026-09-05"), on("2026-09-06")), ("done", "late"));
    }

    #[test]
    fn what_is_done_on_the_day_is_done() {
        let text = PLAN.replace("month='2026-03'", "month='2026-03'\ndone=2026-09-30");
        let on = |on| states(PlanMeasure::new(plan(&text), 2026, day(on)))[1].1;
        assert_eq!((on("2026-09-29"), on("2026-09-30")), ("late", "done"));
        let mut measure = PlanMeasure::new(plan(PLAN), 2026, day("2026-09-30"));
        for (staff, completed) in [("p1", "2026-09-30"), ("p2", "2026-10-01")] {
            let cells = ["2026-09/t", staff, "completed", "", "", "", completed, "8"];
            measure.row(
                0,
                &super::super::sample::row(&cells),
                Origin::NOWHERE,
                &mut Trace::silent(),
            );
        }
        let total = measure.figures(&mut Trace::silent()).total;
        assert_eq!(total.of(Of::participants), 1);
    }
}
