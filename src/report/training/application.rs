//! What alumni and supervisors see at work: apart, then together.

use super::super::figure::table;
use super::super::model::{Section, Table, Value};
use super::Context;
use crate::measure::behaviour::ROLES;
use crate::measure::judged::{Guard, Judged};
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

/// What changed from before to after.
pub(super) fn change(context: &Context<'_>, [before, after]: [Judged; 2]) -> Value {
    let (pen, places) = (context.pen, context.places());
    let change = Guard::OF_NAMED.change(before, after);
    pen.disclosed(change, |change| pen.signed(Some(change), places))
}

/// The band of a mean.
pub(super) fn band(context: &Context<'_>, application: &Application, mean: Judged, asked: u64) -> Value {
    let figure = Guard::OF_NAMED.open(mean).figure();
    let both = figure.zip(application.form.scale());
    let band = both.and_then(|(mean, scale)| context.feedback.band(mean, scale));
    context.band(band, mean.people(), asked)
}

fn totals(context: &Context<'_>) -> Table {
    let pen = context.pen;
    let roles = ROLES.map(|role| pen.code(role.code(), role.phrase()));
    let lines = [roles.into(), vec![pen.key("together", Text::Together)]].concat();
    let applications = context.figures.application.iter().enumerate();
    let rows = applications.flat_map(|(number, application)| {
        let behaviour = &application.behaviour;
        let row = |(place, role): (usize, &Value)| {
            let means = behaviour.means(&application.form, place);
            let [before, after] = means;
            let together = behaviour.asked.iter().sum();
            let asked = behaviour.asked.get(place).copied().unwrap_or(together);
            let mean = |mean| pen.judged(Guard::OF_NAMED, mean, context.places());
            let row = vec![
                role.clone(),
                pen.count(asked),
                pen.count(before.people()),
                mean(before),
                pen.count(after.people()),
                mean(after),
                change(context, means),
                pen.share(after.people(), asked),
                band(context, application, after, asked),
            ];
            (part(number as u64, place), row)
        };
        lines.iter().enumerate().map(row).collect::<Vec<_>>()
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
                let means = waves.iter().map(|answered| answered.item(number));
                row.extend(means.map(|mean| pen.judged(Guard::OF_NAMED, mean, places)));
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
