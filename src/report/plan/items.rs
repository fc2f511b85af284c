//! The items of the plan beside what was done of them.

use super::super::figure::{NAMED, Pen, table};
use super::super::model::{Note, Section, Table, Value, View};
use super::super::who::Who;
use super::sums;
use crate::measure::plan::{Actual, GoalFigures, ItemFigures, PlanFigures, PlanSums, State};
use crate::records::document::At;
use crate::records::settings::Settings;
use crate::records::time::Month;
use crate::words;
use crate::words::report::Text;
use crate::words::report_plan::PlanText;

/// The section of the report: every item, then late, dropped and carried ones, then the goals.
pub(super) fn section(pen: Pen, plan: &PlanFigures, who: Who<'_>, settings: &Settings) -> Section {
    let mut out = pen.section("plan", PlanText::Section { year: plan.year });
    out.tables = vec![
        sums::of_year(pen, &plan.total),
        items(pen, plan.items.iter(), Some(&plan.total), plan.title.clone()),
        late(pen, plan, who),
        dropped(pen, plan),
        carried(pen, plan),
        goals(pen, &plan.goals, settings),
    ];
    out.tables.retain(|table| {
        ["plan_sums", "plan_items", "plan_late"].contains(&table.id) || !table.rows.is_empty()
    });
    out.notes = notes(pen, plan);
    out
}

/// The section of the monthly report: the items of the month, all that are late with their reason, and the sums in
/// words.
pub(in super::super) fn of_month(pen: Pen, plan: &PlanFigures, who: Who<'_>, month: Month) -> Section {
    let mut out = pen.section("plan", PlanText::Section { year: plan.year });
    let of_month = plan
        .items
        .iter()
        .filter(|figures| figures.item.month.value == month);
    let mut table = items(pen, of_month, None, pen.say(PlanText::ItemsOfMonth));
    table.empty = pen.say(Text::Nothing);
    // What JP and money came to stands in the report of the plan.
    table.views.truncate(1);
    table.views.iter_mut().for_each(|view| view.title.clear());
    out.tables.push(sums::of_year(pen, &plan.total));
    out.tables.push(table);
    if plan.in_state(State::Late).next().is_some() {
        out.tables.push(late(pen, plan, who));
    }
    out.notes = notes(pen, plan);
    out
}

/// The words of a state.
fn state(pen: Pen, state: State) -> Value {
    let words = match state {
        State::Done => PlanText::Done,
        State::Running => PlanText::Running,
        State::Late => PlanText::Late,
        State::Ahead => PlanText::Ahead,
        State::Dropped => PlanText::Dropped,
    };
    Value::Key {
        key: state.code().to_owned(),
        label: pen.say(words),
    }
}

/// A month: data formats see `2026-10`, text its short name.
fn month(pen: Pen, month: Month) -> Value {
    Value::Key {
        key: month.to_string(),
        label: words::month_name(pen.lang, month.number()).to_owned(),
    }
}

/// An item: its key for data formats, its title for text.
fn item(figures: &ItemFigures) -> Value {
    Value::Key {
        key: figures.item.key.value.to_string(),
        label: figures.item.title.clone(),
    }
}

fn items<'p>(
    pen: Pen,
    chosen: impl Iterator<Item = &'p ItemFigures>,
    total: Option<&PlanSums>,
    caption: String,
) -> Table {
    let columns = vec![
        pen.column("item", PlanText::Item),
        pen.column("kind", PlanText::Kind),
        pen.column("month", PlanText::Month),
        pen.column("state", PlanText::State),
        pen.column("programmes_done", PlanText::Programmes),
        pen.hidden("programmes", PlanText::Programmes),
        pen.hidden("other_records", PlanText::Others),
        pen.column("participants_planned", PlanText::ParticipantsPlanned),
        pen.column("participants", PlanText::Participants),
        pen.column("jp_planned", PlanText::JpPlanned),
        pen.column("jp", PlanText::Jp),
        pen.column("budget", PlanText::Cost),
        pen.column("cost", PlanText::CostDone),
        pen.column("budget_used", PlanText::Used),
    ];
    let chosen: Vec<&ItemFigures> = chosen.collect();
    let mut rows: Vec<Vec<Value>> = chosen.iter().map(|figures| line(pen, figures)).collect();
    if let Some(total) = total.filter(|_| !rows.is_empty()) {
        rows.push(total_line(pen, total));
    }
    let mut out = table("plan_items", caption, columns, rows, pen.say(Text::Nothing));
    out.numbers = chosen.iter().map(|figures| figures.item.origin.into()).collect();
    let view = |title: PlanText, columns: &[&'static str]| View {
        title: pen.say(title),
        columns: columns.to_vec(),
    };
    out.views = vec![
        view(
            PlanText::ViewDoing,
            &[
                "item",
                "kind",
                "month",
                "state",
                "programmes_done",
                "participants_planned",
                "participants",
            ],
        ),
        view(
            PlanText::ViewMeans,
            &["item", "jp_planned", "jp", "budget", "cost", "budget_used"],
        ),
    ];
    out
}

fn line(pen: Pen, figures: &ItemFigures) -> Vec<Value> {
    let planned = &figures.item;
    let whole = |value: Option<At<i64>>| value.map_or(Value::Missing, |n| pen.whole(i128::from(n.value)));
    let mut row = vec![
        item(figures),
        pen.code(planned.kind.code(), planned.kind.phrase()),
        month(pen, planned.month.value),
        state(pen, figures.state),
    ];
    row.extend(actual(
        pen,
        &figures.actual,
        whole(planned.participants),
        figures.jp_planned(),
        planned.cost.map(|cost| i128::from(cost.value)),
    ));
    row
}

fn total_line(pen: Pen, total: &PlanSums) -> Vec<Value> {
    let mut row = vec![pen.total()];
    row.extend([const { Value::Missing }; 3]);
    row.extend(actual(
        pen,
        &total.actual,
        pen.whole(total.participants),
        Some(total.jp),
        Some(total.cost),
    ));
    row
}

/// The columns from the programmes on.
fn actual(
    pen: Pen,
    actual: &Actual,
    participants: Value,
    jp: Option<i128>,
    cost: Option<i128>,
) -> Vec<Value> {
    vec![
        pen.count_of(actual.done, actual.programmes),
        pen.count(actual.programmes),
        pen.count(actual.others),
        participants,
        pen.count(actual.participants),
        jp.map_or(Value::Missing, |jp| pen.sum(jp)),
        pen.sum(actual.jp),
        cost.map_or(Value::Missing, |cost| pen.whole(cost)),
        pen.whole(actual.cost),
        used(pen, actual.cost, cost),
    ]
}

/// The budget used, in percent.
fn used(pen: Pen, cost: i128, budget: Option<i128>) -> Value {
    let part = |amount: i128| u64::try_from(amount).unwrap_or(0);
    budget.map_or(Value::Missing, |budget| pen.share(part(cost), part(budget)))
}

fn late(pen: Pen, plan: &PlanFigures, who: Who<'_>) -> Table {
    let columns = vec![
        pen.column("item", PlanText::Item),
        pen.column("month", PlanText::Month),
        pen.column("owner", PlanText::Owner),
        pen.column("reason", PlanText::Reason),
    ];
    let rows = plan.in_state(State::Late).take(NAMED).map(|figures| {
        vec![
            item(figures),
            month(pen, figures.item.month.value),
            who.owner(figures.item.owner.as_ref()),
            reason(pen, figures),
        ]
    });
    table(
        "plan_late",
        pen.say(PlanText::LateItems),
        columns,
        rows.collect(),
        pen.say(PlanText::NoLate),
    )
}

/// Why an item is late or was dropped.
fn reason(pen: Pen, figures: &ItemFigures) -> Value {
    let reason = figures.item.late_reason.clone();
    reason.map_or_else(|| pen.blank(PlanText::NoReason), Value::Text)
}

fn dropped(pen: Pen, plan: &PlanFigures) -> Table {
    let columns = vec![
        pen.column("item", PlanText::Item),
        pen.column("month", PlanText::Month),
        pen.column("reason", PlanText::Reason),
    ];
    let rows = plan.in_state(State::Dropped).map(|figures| {
        vec![
            item(figures),
            month(pen, figures.item.month.value),
            reason(pen, figures),
        ]
    });
    table(
        "plan_dropped",
        pen.say(PlanText::DroppedItems),
        columns,
        rows.collect(),
        String::new(),
    )
}

fn carried(pen: Pen, plan: &PlanFigures) -> Table {
    let columns = vec![
        pen.column("item", PlanText::Item),
        pen.column("from", PlanText::From),
        pen.column("state", PlanText::State),
    ];
    let rows = plan.items.iter().filter_map(|figures| {
        let from = figures.item.carried_from.as_deref()?;
        Some(vec![
            item(figures),
            Value::Text(from.to_owned()),
            state(pen, figures.state),
        ])
    });
    table(
        "plan_carried",
        pen.say(PlanText::CarriedItems),
        columns,
        rows.collect(),
        String::new(),
    )
}

fn goals(pen: Pen, goals: &[GoalFigures], settings: &Settings) -> Table {
    let columns = vec![
        pen.column("goal", PlanText::Goal),
        pen.column("target", PlanText::Target),
        pen.column("done", PlanText::GoalDone),
        pen.hidden("items", PlanText::ItemsCount),
        pen.column("late", PlanText::GoalLate),
        pen.column("budget", PlanText::Cost),
        pen.column("cost", PlanText::CostDone),
    ];
    let rows = goals.iter().map(|goal| {
        let key = match goal.key.is_empty() {
            true => pen.key("none", PlanText::NoGoal),
            false => Value::Key {
                key: goal.key.clone(),
                label: goal.text.clone(),
            },
        };
        vec![
            key,
            target(goal, settings),
            pen.count_of(goal.sums.done, goal.sums.items),
            pen.count(goal.sums.items),
            pen.count(goal.sums.late),
            pen.whole(goal.sums.cost),
            pen.whole(goal.sums.actual.cost),
        ]
    });
    table(
        "plan_goals",
        pen.say(PlanText::Goals),
        columns,
        rows.collect(),
        String::new(),
    )
}

/// The value to be reached, with how it is measured in text: a service figure of the settings by its name.
fn target(goal: &GoalFigures, settings: &Settings) -> Value {
    let name = |measure: &String| {
        let mut known = settings.indicator.iter();
        let found = known.find(|known| *known.code.value.0 == **measure);
        found.map_or_else(|| measure.clone(), |known| known.name.clone())
    };
    match (goal.indicator.as_ref().map(name), &goal.target) {
        (Some(indicator), Some(target)) => Value::Key {
            key: target.clone(),
            label: format!("{indicator}: {target}"),
        },
        (None, Some(target)) => Value::Text(target.clone()),
        (Some(indicator), None) => Value::Text(indicator),
        (None, None) => Value::Missing,
    }
}

fn notes(pen: Pen, plan: &PlanFigures) -> Vec<Note> {
    let total = &plan.total;
    let mut notes = vec![pen.note(
        "plan-summary",
        PlanText::NoteSummary {
            done: total.done,
            items: total.items,
            late: total.late,
            dropped: total.dropped,
        },
    )];
    if total.cost > 0 {
        let rupiah = |amount: i128| words::number(pen.lang, &amount.to_string());
        let part = |amount: i128| u64::try_from(amount).unwrap_or(0);
        notes.push(pen.note(
            "plan-budget",
            PlanText::NoteBudget {
                budget: rupiah(total.cost),
                cost: rupiah(total.actual.cost),
                percent: pen.percent(part(total.actual.cost), part(total.cost)),
            },
        ));
    }
    notes.push(match &plan.decree {
        Some(decree) => pen.note(
            "plan-decree",
            PlanText::NoteDecree {
                decree: decree.clone(),
            },
        ),
        None => pen.note("plan-draft", PlanText::NoteDraft),
    });
    notes.push(pen.note("plan", PlanText::NotePlan).public());
    if plan.unplanned.done > 0 {
        let cost = words::number(pen.lang, &plan.unplanned.cost.to_string());
        let count = plan.unplanned.done;
        notes.push(pen.note("plan-outside", PlanText::NoteUnplanned { count, cost }));
    }
    let count = total.actual.without_cost + plan.unplanned.without_cost;
    if count > 0 {
        notes.push(pen.note("plan-no-cost", PlanText::NoteNoCost { count }));
    }
    notes
}
