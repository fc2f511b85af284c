//! The further evaluation that a comparison asks for: the actions there are, or the command that opens one.

use super::super::figure::{Pen, table};
use super::super::model::{Style, Table, Value};
use super::{Scene, training};
use crate::measure::actions::Action;
use crate::measure::impact::ProgrammeImpact;
use crate::words::Lang;
use crate::words::Say;
use crate::words::report_impact::ImpactText as Text;

/// How the further evaluation of a programme stands.
pub(super) fn state(pen: Pen, programme: &ProgrammeImpact) -> Value {
    let actions = &programme.actions;
    match programme.figures.is_evaluation_due() {
        _ if actions.iter().any(|action| action.done.is_none()) => pen.key("open", Text::IsOpen),
        _ if !actions.is_empty() => pen.key("done", Text::IsDone),
        true => pen.key("due", Text::Due0),
        false => pen.key("not-due", Text::NotDue),
    }
}

/// Whether a further evaluation is due and nobody opened one.
fn lacks(programme: &ProgrammeImpact) -> bool {
    programme.figures.is_evaluation_due() && programme.actions.is_empty()
}

/// The actions, the complaints that are overdue, and the commands; what is empty is left out.
pub(super) fn tables(scene: &Scene<'_>) -> Vec<Table> {
    let mut tables = vec![actions(scene), overdue(scene), commands(scene)];
    let has_any = tables.iter().any(|table| !table.rows.is_empty());
    tables.retain(|table| !table.rows.is_empty() || (!has_any && table.id == "actions"));
    tables
}

fn actions(scene: &Scene<'_>) -> Table {
    let pen = scene.pen;
    let columns = vec![
        pen.hidden("action", Text::Action),
        pen.column("training", Text::Training),
        pen.column("what", Text::What),
        pen.column("owner", Text::Owner),
        pen.column("due", Text::Due),
        pen.column("done", Text::Done),
    ];
    let rows = scene.list.iter().flat_map(|programme| {
        let row = |action: &Action| {
            vec![
                Value::Text(action.id.clone()),
                training(programme),
                Value::Text(action.what.clone()),
                pen.person_or_not(action.owner),
                action.due.map_or(Value::Missing, |day| pen.date(day)),
                action.done.map_or(Value::Missing, |day| pen.date(day)),
            ]
        };
        programme.actions.iter().map(row).collect::<Vec<_>>()
    });
    let empty = pen.say(Text::NoFollowUp);
    table("actions", pen.say(Text::Actions), columns, rows.collect(), empty)
}

fn overdue(scene: &Scene<'_>) -> Table {
    let pen = scene.pen;
    let all = scene.list.iter().enumerate();
    let with = all.filter(|(_, programme)| !programme.figures.overdue.is_empty());
    let rows = with.map(|(number, programme)| {
        let overdue = &programme.figures.overdue;
        let ids = Value::Text(overdue.join(", "));
        let row = vec![training(programme), pen.count(overdue.len() as u64), ids];
        (number as u64, row)
    });
    let (numbers, rows): (Vec<u64>, Vec<Vec<Value>>) = rows.unzip();
    let columns = vec![
        pen.column("training", Text::Training),
        pen.column("count", Text::OverdueCount),
        pen.hidden("complaints", Text::OverdueIds),
    ];
    Table {
        numbers,
        ..table("overdue", String::new(), columns, rows, String::new())
    }
}

fn commands(scene: &Scene<'_>) -> Table {
    let pen = scene.pen;
    let lacking = scene.list.iter().filter(|programme| lacks(programme));
    let rows = lacking.map(|programme| {
        let key = Value::Text(programme.id.clone());
        vec![key, Value::Text(command(scene, programme))]
    });
    let columns = vec![
        pen.hidden("training", Text::Training),
        pen.column("command", Text::Command),
    ];
    let title = pen.say(Text::Commands);
    let mut out = table("commands", title, columns, rows.collect(), String::new());
    out.style = Style::List;
    out
}

/// The command that opens the further evaluation, due at the end of the next month.
fn command(scene: &Scene<'_>, programme: &ProgrammeImpact) -> String {
    let title = programme.title.replace(['"', '\\', '$', '`'], "");
    // The records speak the office's language, whatever that of the report.
    let what = Text::EvaluationWhat { title }.text(Lang::Id);
    format!(
        "bina action add --opened {} --source impact:{} --what \"{what}\" --due {}",
        scene.month.last(),
        programme.id,
        scene.month.plus(1).last()
    )
}
