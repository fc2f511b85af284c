//! What alumni and supervisors see at work: apart, then together.

use super::super::figure::table;
use super::super::model::{Section, Table, Value};
use super::Context;
use crate::measure::Mean;
use crate::measure::behaviour::{ROLES, difference};
use crate::measure::trace::part;
use crate::measure::training::Application;
use crate::words::report_training::TrainingText as Text;

/// The section.
pub(super) fn section(context: &Context<'_>) -> Section {
    let pen = context.pen;
    let mut out = pen.section("behaviour", Text::Behaviour);
    out.tables = vec![totals(context), items(context)];
    out.tables
        .retain(|table| !table.rows.is_empty() || table.id == "behaviour");
    if !context.figures.application.is_empty() {
        let percent = pen.dec(context.feedback.min_response_percent);
        out.notes = vec![
            pen.note("together", Text::NoteTogether),
            pen.note("response-rate", Text::NoteRate { percent }),
        ];
    }
    out
}

/// A line: whose answers, how many were asked and answered in each wave, and their means.
struct Line {
    role: Value,
    asked: u64,
    raters: [u64; 2],
    means: [Mean; 2],
}

/// Each role, then both together.
fn lines(context: &Context<'_>, application: &Application) -> Vec<Line> {
    let (pen, behaviour) = (context.pen, &application.behaviour);
    let mut lines: Vec<Line> = ROLES
        .iter()
        .zip(&behaviour.answers)
        .zip(behaviour.asked)
        .map(|((role, waves), asked)| Line {
            role: pen.code(role.code(), role.phrase()),
            asked,
            raters: [0, 1].map(|wave: usize| waves[wave].raters.len() as u64),
            means: [0, 1].map(|wave: usize| waves[wave].mean()),
        })
        .collect();
    lines.push(Line {
        role: pen.key("together", Text::Together),
        asked: behaviour.asked.iter().sum(),
        raters: [0, 1].map(|wave| behaviour.raters(wave)),
        means: [0, 1].map(|wave| behaviour.together(wave)),
    });
    lines
}

fn totals(context: &Context<'_>) -> Table {
    let pen = context.pen;
    let places = context.places();
    let applications = context.figures.application.iter().enumerate();
    let rows = applications.flat_map(|(number, application)| {
        let row = |(place, line): (usize, Line)| {
            let [before, after] = line.means;
            let scale = application.form.scale();
            let band = after.ratio().zip(scale);
            let band = band.and_then(|(mean, scale)| context.feedback.band(mean, scale));
            // Means over several scales mean nothing.
            let mean = |mean: Mean| pen.ratio(mean.ratio().filter(|_| scale.is_some()), places);
            let row = vec![
                line.role,
                pen.count(line.asked),
                pen.count(line.raters[0]),
                mean(before),
                pen.count(line.raters[1]),
                mean(after),
                pen.signed(difference(before, after).filter(|_| scale.is_some()), places),
                pen.share(line.raters[1], line.asked),
                context.band(band, line.raters[1], line.asked),
            ];
            (part(number as u64, place), row)
        };
        let lines = lines(context, application).into_iter().enumerate();
        lines.map(row).collect::<Vec<_>>()
    });
    let (numbers, rows) = rows.unzip();
    let columns = vec![
        pen.column("role", Text::Role),
        pen.column("asked", Text::Asked),
        pen.column("before_n", Text::BeforeN),
        pen.column("before", Text::Before),
        pen.column("after_n", Text::AfterN),
        pen.column("after", Text::After),
        pen.column("change", Text::Change),
        pen.column("response_rate", Text::Rate),
        pen.column("band", Text::BehaviourBand),
    ];
    let title = pen.say(Text::BehaviourTotals);
    let empty = pen.say(Text::NoBehaviour);
    Table {
        numbers,
        ..table("behaviour", title, columns, rows, empty)
    }
}

/// Each question: alumni and supervisors, before and after.
fn items(context: &Context<'_>) -> Table {
    let (pen, places) = (context.pen, context.places());
    let applications = context.figures.application.iter().enumerate();
    let rows = applications.flat_map(|(form, application)| {
        let numbered = application.form.items.iter().enumerate();
        numbered.map(move |(number, item)| {
            let mut row = vec![pen.question(item)];
            for waves in &application.behaviour.answers {
                let means = waves.iter().map(|answered| answered.item(number).ratio());
                row.extend(means.map(|mean| pen.ratio(mean, places)));
            }
            (part(form as u64, number), row)
        })
    });
    let (numbers, rows) = rows.unzip();
    let column = |id, role: usize, wave: Text| {
        let mut column = pen.column(id, wave);
        column.title = format!(
            "{}: {}",
            pen.phrase(ROLES[role].phrase()),
            column.title.to_lowercase()
        );
        column
    };
    let columns = vec![
        pen.column("question", Text::Question),
        column("alumni_before", 0, Text::Before),
        column("alumni_after", 0, Text::After),
        column("supervisor_before", 1, Text::Before),
        column("supervisor_after", 1, Text::After),
    ];
    let title = pen.say(Text::BehaviourItems);
    Table {
        numbers,
        ..table("behaviour_items", title, columns, rows, String::new())
    }
}
