//! The yearly questionnaire about the climate of learning, unit by unit.

use super::super::figure::table;
use super::super::model::{Section, Table, Value};
use super::Context;
use crate::measure::Mean;
use crate::measure::fairness::{Climate, by};
use crate::measure::feedback::Feedback;
use crate::measure::satisfaction::hidden_of_total;
use crate::measure::trace::ALL;
use crate::words::Lang;
use crate::words::report_participation::ParticipationText as Text;

/// To how many decimals means are shown.
const PLACES: u32 = 2;

/// The section: by unit, then by question; small units are hidden.
pub(super) fn section(context: &Context<'_>) -> Section {
    let pen = context.pen;
    let mut out = pen.section("climate", Text::Climate);
    let Some(climate) = &context.figures.climate else {
        let columns = vec![pen.column("unit", Text::Unit)];
        let empty = pen.say(Text::NoClimate);
        out.tables
            .push(table("climate", String::new(), columns, Vec::new(), empty));
        return out;
    };
    let least = context.privacy.min_group.max(1) as u64;
    let minimum = climate.form.min_group.max(least);
    out.tables = vec![units(context, climate, minimum), items(context, climate, minimum)];
    out.notes
        .push(pen.note("climate", Text::NoteClimate { minimum }).public());
    out
}

/// The mean of all items, where they share a scale.
fn mean(climate: &Climate, feedback: &Feedback) -> Mean {
    let mut all = Mean::default();
    if climate.form.scale().is_some() {
        feedback.items.iter().for_each(|mean| all.merge(*mean));
    }
    all
}

fn units(context: &Context<'_>, climate: &Climate, minimum: u64) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let sizes: Vec<u64> = climate.units.iter().map(Feedback::responses).collect();
    let all: u64 = sizes.iter().sum();
    let staff = by(&figures.members, &figures.fairness.taken, |member| member.unit);
    let value = |mean: Mean, is_hidden: bool| match is_hidden {
        true => Value::Withheld,
        false => pen.ratio(mean.ratio(), PLACES),
    };
    let mut total = Mean::default();
    let (mut rows, mut numbers) = (Vec::new(), Vec::new());
    for (number, is_hidden) in hidden_of_total(&sizes, minimum).into_iter().enumerate() {
        let (own, n) = (mean(climate, &climate.units[number]), sizes[number]);
        total.merge(own);
        let people = staff.get(&Some(number as u32)).map_or(0, |count| count.people);
        if n > 0 || people > 0 {
            let unit = pen.unit_of_list(&figures.units, number as u32);
            numbers.push(number as u64);
            rows.push(vec![
                unit,
                pen.count(n),
                pen.share(n, people),
                value(own, is_hidden),
            ]);
        }
    }
    let people = figures.members.len() as u64;
    let is_hidden = all < minimum;
    rows.push(vec![
        pen.total(),
        pen.count(all),
        pen.share(all, people),
        value(total, is_hidden),
    ]);
    let columns = vec![
        pen.column("unit", Text::Unit),
        pen.column("n", Text::N),
        pen.column("response_rate", Text::Rate),
        pen.column("mean", Text::Mean),
    ];
    let (id, en) = &climate.title;
    let title = Text::ClimateByUnit {
        title: if pen.lang == Lang::En { en } else { id }.clone(),
        month: pen.month(climate.month),
    };
    // Who works in no unit could answer about none, and enters the total alone.
    numbers.push(ALL);
    Table {
        numbers,
        ..table("climate", pen.say(title), columns, rows, String::new())
    }
}

/// The questions over the whole office, where enough answered.
fn items(context: &Context<'_>, climate: &Climate, minimum: u64) -> Table {
    let pen = context.pen;
    let all: u64 = climate.units.iter().map(Feedback::responses).sum();
    let items = climate.form.items.iter().enumerate().filter(|_| all >= minimum);
    let rows = items.map(|(number, item)| {
        let mut mean = Mean::default();
        let answers = climate.units.iter().filter_map(|unit| unit.items.get(number));
        answers.for_each(|one| mean.merge(*one));
        vec![
            pen.question(item),
            pen.count(mean.n),
            pen.ratio(mean.ratio(), PLACES),
        ]
    });
    let columns = vec![
        pen.column("question", Text::Question).public(),
        pen.column("n", Text::N).public(),
        pen.column("mean", Text::Mean).public(),
    ];
    let title = pen.say(Text::ClimateItems);
    // There are rows only when enough answered.
    table("climate_items", title, columns, rows.collect(), String::new()).of_work()
}
