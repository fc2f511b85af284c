//! Both windows and what changed between them, group by group.

use super::super::figure::table;
use super::super::model::{Table, Value, View};
use super::{Scene, group, training};
use crate::measure::complaints::ComplaintColumn as Of;
use crate::measure::impact::{Cell, Change, Group, ProgrammeImpact, number_of_cell};
use crate::measure::judged::Guard;
use crate::measure::trace::part;
use crate::records::number::Ratio;
use crate::words::report_impact::ImpactText as Text;

/// Three rows a group: before, after, and the change.
pub(super) fn before_after(scene: &Scene<'_>) -> Table {
    let pen = scene.pen;
    let columns = vec![
        pen.hidden("key", Text::Key),
        pen.column("training", Text::Training),
        pen.column("group", Text::Group),
        pen.column("window", Text::Window),
        pen.column("received", Text::Received),
        pen.hidden("resolvable", Text::Resolvable),
        pen.hidden("resolved", Text::Resolved),
        pen.column("resolution_rate", Text::Resolved),
        pen.column("on_time", Text::OnTime),
        pen.column("median_workdays", Text::Median),
        pen.column("reopened", Text::Reopened),
        pen.column("satisfied", Text::Satisfied),
    ];
    let list = scene.list.iter();
    let rows = list
        .enumerate()
        .flat_map(|programme| rows(scene, programme, &Group::ALL, &complaints));
    let (numbers, rows) = rows.unzip();
    let mut out = table("before_after", String::new(), columns, rows, String::new());
    out.numbers = numbers;
    out.views = views(scene);
    out
}

/// What a reader of text sees: of one programme its title stands above, of several the complainants' views are left
/// to the data.
fn views(scene: &Scene<'_>) -> Vec<View> {
    let mut columns = vec!["group", "window", "received", "resolution_rate", "on_time"];
    columns.extend(["median_workdays", "reopened"]);
    let title = match scene.list {
        [only] => {
            columns.push("satisfied");
            only.title.clone()
        }
        _ => {
            columns.insert(0, "training");
            scene.pen.say(Text::Complaints)
        }
    };
    vec![View { title, columns }]
}

/// The index of the same windows, of the groups that are units.
pub(super) fn index_before_after(scene: &Scene<'_>) -> Table {
    let pen = scene.pen;
    let columns = vec![
        pen.hidden("key", Text::Key),
        pen.column("training", Text::Training),
        pen.column("group", Text::Group),
        pen.column("window", Text::Window),
        pen.column("n", Text::Respondents),
        pen.column("ikm", Text::Ikm),
        pen.column("quality", Text::Quality),
    ];
    let groups = [Group::Participating, Group::Comparison];
    let list = scene.list.iter();
    let rows = list
        .enumerate()
        .flat_map(|programme| rows(scene, programme, &groups, &answers));
    let (numbers, rows) = rows.unzip();
    let title = pen.say(Text::IndexBeforeAfter);
    let mut out = table("ikm_before_after", title, columns, rows, String::new());
    out.numbers = numbers;
    if scene.list.len() == 1 {
        out.columns[1].is_hidden = true;
    }
    out
}

/// The values of a row behind its key: of one window, or of the change between both.
type Figures = dyn Fn(&Scene<'_>, Shown<'_>) -> Option<Vec<Value>>;

/// What a row shows.
#[derive(Clone, Copy)]
enum Shown<'c> {
    One(&'c Cell),
    Change(&'c Cell, &'c Cell),
}

/// The rows of a programme by its place in the list, each with its number.
fn rows(
    scene: &Scene<'_>,
    (number, programme): (usize, &ProgrammeImpact),
    groups: &[Group],
    of: &Figures,
) -> Vec<(u64, Vec<Value>)> {
    let mut rows = Vec::new();
    for (kind, [before, after]) in Group::ALL.into_iter().zip(&programme.figures.cells) {
        let is_idle = before.complaints.count(Of::received) == 0 && after.complaints.count(Of::received) == 0;
        let is_left_out = match kind {
            Group::Participating => false,
            Group::Comparison => programme.figures.audience.comparison.is_empty(),
            Group::Handled => is_idle,
        };
        if is_left_out {
            continue;
        }
        let lines = [
            ("before", Text::Before, Shown::One(before)),
            ("after", Text::After, Shown::One(after)),
            ("change", Text::Change, Shown::Change(before, after)),
        ];
        for (place, (window, words, shown)) in lines.into_iter().enumerate() {
            let Some(figures) = of(scene, shown).filter(|_| groups.contains(&kind)) else {
                continue;
            };
            // Text says the programme and the group once; data say them in every row.
            let is_first = rows.is_empty();
            let starts = window == "before";
            let label = |first: bool, value: Value| match value {
                Value::Key { key, .. } if !first => Value::Key {
                    key,
                    label: String::new(),
                },
                value => value,
            };
            let mut row = vec![
                Value::Text(format!("{}/{}/{window}", programme.id, kind.code())),
                label(is_first, training(programme)),
                label(starts, scene.pen.key(kind.code(), group(kind))),
                scene.pen.key(window, words),
            ];
            row.extend(figures);
            rows.push((number_of_cell(number as u64, kind, place), row));
        }
    }
    rows
}

/// The complaints of a row.
fn complaints(scene: &Scene<'_>, shown: Shown<'_>) -> Option<Vec<Value>> {
    let pen = scene.pen;
    let cell = match shown {
        Shown::Change(before, after) => return Some(complaints_changed(scene, before, after)),
        Shown::One(cell) => cell,
    };
    let c = &cell.complaints;
    Some(vec![
        pen.count(c.count(Of::received)),
        pen.count(c.count(Of::resolvable)),
        pen.count(c.count(Of::resolved)),
        pen.fraction(c.count(Of::resolved), c.count(Of::resolvable)),
        pen.fraction(c.count(Of::on_time), c.count(Of::timed)),
        pen.ratio(c.figure(Of::median_workdays), 1),
        pen.count(c.count(Of::reopened)),
        pen.fraction(cell.satisfied, cell.viewed),
    ])
}

/// What changed: counts as differences, shares in points.
fn complaints_changed(scene: &Scene<'_>, before: &Cell, after: &Cell) -> Vec<Value> {
    let count = |of: &dyn Fn(&Cell) -> u64| {
        let difference = i128::from(of(after)) - i128::from(of(before));
        scene.pen.signed(Some(Ratio::int(difference)), 0)
    };
    let less = |of: &dyn Fn(&Cell) -> Option<Ratio>| of(after)?.minus(of(before)?);
    let points = |of: &dyn Fn(&Cell) -> Option<Ratio>| scene.pen.points(of(before), of(after));
    let satisfied = |cell: &Cell| Ratio::new(cell.satisfied.into(), cell.viewed.into());
    vec![
        count(&|cell| cell.complaints.count(Of::received)),
        count(&|cell| cell.complaints.count(Of::resolvable)),
        count(&|cell| cell.complaints.count(Of::resolved)),
        points(&Cell::resolution_rate),
        points(&Cell::on_time_rate),
        scene
            .pen
            .signed(less(&|cell| cell.complaints.figure(Of::median_workdays)), 1),
        count(&|cell| cell.complaints.count(Of::reopened)),
        points(&satisfied),
    ]
}

/// The answers of the public in a row: below the least group nothing is shown but how many there were.
fn answers(scene: &Scene<'_>, shown: Shown<'_>) -> Option<Vec<Value>> {
    let (pen, rule, guard) = (scene.pen, scene.satisfaction, Guard::from(scene.privacy));
    let index = |cell: &Cell| cell.answers.index(rule);
    let (n, [index, quality]) = match shown {
        Shown::One(cell) => (
            pen.count(cell.answers.people()),
            pen.index(guard, index(cell), rule),
        ),
        Shown::Change(before, after) => {
            let change = guard.change(index(before), index(after)).figure()?;
            let change = pen.signed(Some(change), rule.decimals as u32);
            (Value::Missing, [change, Value::Missing])
        }
    };
    Some(vec![n, index, quality])
}

/// The service figures of the units with participants: the mean of the monthly values in each window.
pub(super) fn service_figures(scene: &Scene<'_>) -> Table {
    let pen = scene.pen;
    let columns = vec![
        pen.hidden("key", Text::Key),
        pen.column("training", Text::Training),
        pen.column("indicator", Text::Indicator),
        pen.column("unit", Text::Unit),
        pen.column("direction", Text::Direction),
        pen.column("before", Text::Before),
        pen.column("before_n", Text::Values),
        pen.column("after", Text::After),
        pen.column("after_n", Text::Values),
        pen.column("change", Text::Change),
    ];
    let rows = scene
        .list
        .iter()
        .enumerate()
        .flat_map(|(number, programme)| indicator_rows(scene, number as u64, programme));
    let (numbers, rows) = rows.unzip();
    let title = pen.say(Text::ServiceFigures);
    let mut out = table("service_figures", title, columns, rows, String::new());
    out.numbers = numbers;
    if scene.list.len() == 1 {
        let shown = out.columns.iter().map(|column| column.id);
        let columns = shown.filter(|id| *id != "training" && *id != "key").collect();
        let title = String::new();
        out.views = vec![View { title, columns }];
    }
    out
}

/// The rows of programme `programme` with its number, each with its own.
fn indicator_rows(scene: &Scene<'_>, number: u64, programme: &ProgrammeImpact) -> Vec<(u64, Vec<Value>)> {
    let pen = scene.pen;
    let known = scene.settings.indicator.iter();
    let measured = known.zip(&programme.figures.service_figures);
    measured
        .enumerate()
        .filter(|(_, (_, figure))| figure.windows.iter().any(|window| window.n > 0))
        .map(|(place, (indicator, figure))| {
            let direction = indicator.direction;
            let [before, after] = figure.windows;
            let row = vec![
                Value::Text(format!("{}/{}", programme.id, indicator.code.value.0)),
                training(programme),
                Value::Key {
                    key: indicator.code.value.0.clone(),
                    label: indicator.name.clone(),
                },
                pen.text(indicator.unit.as_deref()),
                pen.code(direction.code(), direction.phrase()),
                pen.ratio(before.decimal(), 2),
                pen.count(before.n),
                pen.ratio(after.decimal(), 2),
                pen.count(after.n),
                changed(scene, figure.change(direction)),
            ];
            (part(number, place), row)
        })
        .collect()
}

fn changed(scene: &Scene<'_>, change: Option<Change>) -> Value {
    match change {
        None => Value::Missing,
        Some(Change::Better) => scene.pen.key("better", Text::Better),
        Some(Change::Same) => scene.pen.key("same", Text::Same),
        Some(Change::Worse) => scene.pen.key("worse", Text::Worse),
    }
}
