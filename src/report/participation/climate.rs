//! The yearly questionnaire about the climate of learning, unit by unit.

use super::super::figure::{Pen, table};
use super::super::model::{Section, Table};
use super::super::page::Page;
use crate::measure::fairness::{Climate, FairnessFigures, GroupColumn, MemberGroup};
use crate::measure::feedback::{Feedback, satisfaction};
use crate::measure::judged::Guard;
use crate::measure::trace::ALL;
use crate::rules::Privacy;
use crate::words::Lang;
use crate::words::report_participation::ParticipationText as Text;

/// To how many decimals means are shown.
const PLACES: u32 = 2;

/// The section: by unit, then by question; small units are hidden.
pub(super) fn section(page: &Page<'_>, figures: &FairnessFigures, privacy: &Privacy) -> Section {
    let pen = page.pen;
    let mut out = pen.section("climate", Text::Climate);
    let Some(climate) = &figures.climate else {
        let columns = vec![pen.column("unit", Text::Unit)];
        let empty = pen.say(Text::NoClimate);
        out.tables
            .push(table("climate", String::new(), columns, Vec::new(), empty));
        return out;
    };
    let guard = climate.form.guard.max(privacy.into());
    let minimum = guard.least();
    out.tables = vec![units(page, figures, climate, guard), items(pen, climate, guard)];
    out.notes
        .push(pen.note("climate", Text::NoteClimate { minimum }).public());
    out
}

fn units(page: &Page<'_>, figures: &FairnessFigures, climate: &Climate, guard: Guard) -> Table {
    let pen = page.pen;
    let sizes: Vec<u64> = climate.units.iter().map(Feedback::responses).collect();
    let all: u64 = sizes.iter().sum();
    let groups = &figures.fairness.groups;
    let value = |feedback: &Feedback, guard: Guard| {
        let (mean, _) = satisfaction(std::iter::once((&climate.form, feedback)));
        pen.judged(guard, mean, PLACES)
    };
    let (mut rows, mut numbers) = (Vec::new(), Vec::new());
    for (number, guard) in guard.parting(&sizes).into_iter().enumerate() {
        let n = sizes[number];
        let staff = groups.get(&MemberGroup::Unit(number as u32));
        let people = staff.map_or(0, |sums| sums.count(GroupColumn::people));
        if n > 0 || people > 0 {
            let unit = page.who.unit(number as u32);
            numbers.push(number as u64);
            rows.push(vec![
                unit,
                pen.count(n),
                pen.share(n, people),
                value(&climate.units[number], guard),
            ]);
        }
    }
    let people = figures.fairness.members.len() as u64;
    rows.push(vec![
        pen.total(),
        pen.count(all),
        pen.share(all, people),
        value(&Feedback::together(&climate.units), guard),
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
fn items(pen: Pen, climate: &Climate, guard: Guard) -> Table {
    let all = Feedback::together(&climate.units);
    let items = climate.form.items.iter().enumerate();
    let items = items.map(|(number, item)| (item, all.item(number)));
    let shown = items.filter(|(_, mean)| !guard.open(*mean).is_withheld());
    let rows = shown.map(|(item, mean)| {
        vec![
            pen.question(item),
            pen.count(mean.values()),
            pen.judged(guard, mean, PLACES),
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
