//! The goals of the plan: how they are measured, what is reached, and how their items stand.

use super::super::figure::Pen;
use super::super::list::List;
use super::super::model::{NumberStyle, Table, Value};
use super::super::page::Page;
use super::month;
use crate::measure::meaning::{How, Meaning, decimal};
use crate::measure::plan::{GoalFigures, PlanColumn as Of, Reached};
use crate::words;
use crate::words::report_plan::PlanText;

/// The table.
pub(super) fn table(page: &Page<'_>, goals: &[GoalFigures]) -> Table {
    list(page, goals).table()
}

/// The table, to which more can be added.
pub(in crate::report) fn list<'g>(page: &Page<'_>, goals: &'g [GoalFigures]) -> List<&'g GoalFigures> {
    let pen = page.pen;
    let list = pen
        .list("plan_goals", goals)
        .titled(("Menurut tujuan", "By goal"))
        .col("goal", ("Tujuan", "Goal"), |goal| match goal.key.is_empty() {
            true => pen.key("none", ("tanpa tujuan", "without a goal")),
            false => Value::Key {
                key: goal.key.clone(),
                label: goal.text.clone(),
            },
        })
        .col("target", ("Ukuran dan target", "Measure and target"), |goal| {
            target(goal, page)
        })
        .col("reached", ("Dicapai", "Reached"), |goal| reached(goal, page))
        .col("actual", ("Angka pelayanan", "Service figure"), |goal| {
            actual(goal, page)
        })
        .hidden()
        .means(ACTUAL)
        .col("counted", ("Dihitung dari catatan", "Counted from the records"), |goal| {
            counted(goal, page)
        })
        .hidden()
        .from(
            &[],
            "Angka yang sama dalam laporan bulan ini: pokok (bina explain key_figures), keikutsertaan, mentoring, \
             atau forum; pengaduan dari Januari sampai bulan ini.",
            "The same figure of the reports of the month: its key figures (bina explain key_figures), participation, \
             mentoring or forums; complaints from January to the month.",
        )
        .col("actual_month", ("Bulan capaian", "Month reached"), |goal| {
            goal.actual
                .map_or(Value::Missing, |actual| month(pen, actual.month))
        })
        .hidden()
        .col("done", ("Terlaksana", "Done"), |goal| {
            pen.count_of(goal.sums.count(Of::done), goal.sums.count(Of::items))
        })
        .counted_of(
            "items",
            "Jumlah butir tujuan ini yang terlaksana; sesudah garis miring: semua butirnya.",
            "How many items of the goal were done; behind the stroke: all of them.",
        )
        .col("items", ("Butir", "Items"), |goal| {
            pen.count(goal.sums.count(Of::items))
        })
        .hidden()
        .counted(
            "Jumlah butir yang melayani tujuan ini, tanpa yang dibatalkan.",
            "How many items serve the goal, without dropped ones.",
        )
        .col("late", ("Terlambat", "Late"), |goal| {
            pen.count(goal.sums.count(Of::late))
        })
        .counted(
            "Jumlah butir yang bulannya lewat dan belum terlaksana.",
            "How many items have their month behind them and nothing done.",
        );
    with_costs(pen, list)
}

/// With what is planned to be spent, and what was.
fn with_costs(pen: Pen, list: List<&GoalFigures>) -> List<&GoalFigures> {
    list.col("budget", PlanText::Cost, |goal| {
        let budget = goal.sums.budget();
        budget.map_or(Value::Missing, |budget| pen.whole(budget.into()))
    })
    .counted(
        "Jumlah anggaran butir tujuan ini yang tidak dibatalkan.",
        "The budget of the items of the goal that were not dropped.",
    )
    .col("cost", PlanText::CostDone, |goal| {
        pen.whole(goal.sums.of(Of::cost).into())
    })
    .counted(
        "Jumlah biaya pelatihan yang selesai dari butir tujuan ini.",
        "The cost of the programmes done of the items of the goal.",
    )
}

const ACTUAL: Meaning = Meaning::new(
    How::Mean(decimal("actual")),
    "Rata-rata angka pelayanan tujuan ini dari semua unit, pada bulan terakhir tahun ini yang tercatat.",
    "The mean of the goal's service figure over all units, in the last month of the year that has one.",
);

/// What is reached, by whichever tells it, for readers.
fn reached(goal: &GoalFigures, page: &Page<'_>) -> Value {
    let told = match actual(goal, page) {
        Value::Missing => counted(goal, page),
        told => told,
    };
    match &told {
        Value::Count(_) | Value::Number { .. } => Value::Key {
            key: told.data().into_owned(),
            label: match told {
                Value::Number { shown, .. } => shown.into(),
                other => other.data().into_owned(),
            },
        },
        _ => told,
    }
}

/// What the records tell of it.
fn counted(goal: &GoalFigures, page: &Page<'_>) -> Value {
    let (pen, rules, day) = (page.pen, page.rules, page.as_of());
    let Some(counted) = goal.counted else {
        return Value::Missing;
    };
    match counted {
        Reached::Share(part, of) => pen.fraction(part, of),
        Reached::Count(count) => pen.count(count),
        Reached::Mean(mean, places) => pen.ratio(Some(mean), places),
        Reached::Told(judged) => match (rules.privacy.on(day), rules.satisfaction.on(day)) {
            (Some(privacy), Some(rule)) => pen.judged(privacy.into(), judged, rule.decimals as u32),
            _ => Value::Missing,
        },
    }
}

/// The value reached, in text with its unit of measure and its month.
fn actual(goal: &GoalFigures, page: &Page<'_>) -> Value {
    let pen = page.pen;
    let mean = goal
        .actual
        .and_then(|actual| Some((actual.month, actual.values.decimal()?)));
    let Some((month, mean)) = mean else {
        return Value::Missing;
    };
    let mut known = page.settings.indicator.iter();
    let known = known.find(|known| goal.indicator.as_ref() == Some(&known.code.value.0));
    let unit = known.and_then(|known| known.unit.clone()).unwrap_or_default();
    let value = words::number(pen.lang, &mean.shortest(2));
    let month = pen.month(month);
    let shown = pen.say(PlanText::Reached { value, unit, month });
    Value::number(mean.shortest(6), shown, NumberStyle::Plain)
}

/// The value to be reached, with how it is measured in text: a service figure of the settings by its name.
fn target(goal: &GoalFigures, page: &Page<'_>) -> Value {
    let name = |measure: &String| {
        let mut known = page.settings.indicator.iter();
        let found = known.find(|known| *known.code.value.0 == **measure);
        let counted = goal
            .measure()
            .map(|measure| measure.phrase().get(page.pen.lang).to_owned());
        found
            .map(|known| known.name.clone())
            .or(counted)
            .unwrap_or_else(|| measure.clone())
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
