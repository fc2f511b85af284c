//! What is drawn of a chart: each mark as shares of the room that it has, so that every format puts down the same ones.

use super::shown;
use crate::report::chart::{Chart, Drawing};
use crate::report::model::{Table, Value};
use crate::report::series::{Series, series};
use crate::words::{Lang, Say};
use serde::Serialize;

/// A chart, laid out.
#[derive(Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum Drawn {
    /// A row for each key.
    Rows {
        /// The words for the shades of the parts; empty where there is but one.
        legend: Vec<String>,
        /// The rows of which something is told.
        rows: Vec<DrawnRow>,
    },
    /// A line over the rows.
    Line {
        /// The edge of the band behind it, from point to point; empty where nothing is expected.
        band: Vec<Point>,
        /// The stretches of the line: what is not known breaks it.
        runs: Vec<Vec<Point>>,
        /// The words and the figure of each row, along the axis.
        ticks: Vec<[String; 2]>,
    },
}

/// A point: how far along, and how far down, in percent.
pub(super) type Point = [f64; 2];

/// A row of a chart.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct DrawnRow {
    /// Its words.
    pub(super) key: String,
    /// Its figures in words.
    pub(super) told: String,
    /// Its marks, from the back to the front.
    pub(super) marks: Vec<Stroke>,
}

/// A mark; all places are percent of the width, heights percent of the row.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "mark", rename_all = "lowercase")]
pub(super) enum Stroke {
    /// A thin line along the row.
    Rail,
    /// The way between two dots.
    Way { from: f64, to: f64 },
    /// An upright line: what is the least.
    Floor { at: f64 },
    /// A dot.
    Dot { at: f64, shade: Shade },
    /// A bar; its part of the whole is told by its shade.
    Bar {
        from: f64,
        width: f64,
        top: usize,
        height: usize,
        part: usize,
    },
    /// The outline of what was planned.
    Planned { width: f64 },
}

/// What a dot means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Shade {
    /// Where it was.
    Before,
    /// Where it is.
    After,
    /// Less than the least.
    Short,
}

/// The chart of a table; `None` where the table lacks a column of it or nothing can be drawn.
pub(super) fn drawn(chart: &Chart, table: &Table, lang: Lang) -> Option<Drawn> {
    let own = series(chart, table)?;
    let most = greatest(&own)?;
    Some(match &chart.shape {
        Drawing::Line { .. } => line(&own),
        shape => rows(shape, &own, most, lang),
    })
}

/// What a figure amounts to; `None` where it is no figure, missing or withheld.
pub(super) fn amount(value: &Value) -> Option<f64> {
    match value.known() {
        Value::Count(count) => count.to_string().parse().ok(),
        Value::Number { exact, .. } => exact.parse().ok(),
        _ => None,
    }
}

/// How high a figure stands among its like of other months: a count that says of how many it is, by its share in percent.
pub(super) fn level(value: &Value) -> Option<f64> {
    let amount = amount(value)?;
    match value.partial().and_then(|partial| partial.of) {
        Some(0) => None,
        Some(of) => Some(amount * 100.0 / of as f64),
        None => Some(amount),
    }
}

/// The greatest amount of all series; `None` where none is known or all are zero.
fn greatest(own: &[Series<'_>]) -> Option<f64> {
    let points = own.iter().flat_map(|series| &series.points);
    let amounts = points.filter_map(|(_, value)| amount(value));
    amounts.max_by(f64::total_cmp).filter(|most| *most > 0.0)
}

/// A share of a whole in percent, with one decimal.
fn share(part: f64, whole: f64) -> f64 {
    ((part / whole * 100.0).clamp(0.0, 100.0) * 10.0).round() / 10.0
}

fn rows(shape: &Drawing, own: &[Series<'_>], greatest: f64, lang: Lang) -> Drawn {
    let parts = |row: usize| own.iter().map(move |series| series.points[row].1);
    let count = own.first().map_or(0, |series| series.points.len());
    let sum = |row: usize| parts(row).filter_map(amount).sum::<f64>();
    let most = match shape {
        Drawing::Stacked(_) => (0..count).map(sum).max_by(f64::total_cmp).unwrap_or(1.0),
        _ => greatest,
    };
    let has_parts = matches!(shape, Drawing::Stacked(_) | Drawing::Bars(_)) && own.len() > 1;
    let named = own.iter().filter(|_| has_parts);
    let told_of = (0..count).filter(|row| parts(*row).any(Value::is_figure));
    let row = |row: usize| {
        let values: Vec<&Value> = parts(row).collect();
        DrawnRow {
            key: shown::cell(own[0].points[row].0).into_owned(),
            told: told(shape, &values, lang),
            marks: marks(shape, &values, most),
        }
    };
    Drawn::Rows {
        legend: named.map(|series| shown::heading(series.column)).collect(),
        rows: told_of.map(row).collect(),
    }
}

/// The marks of a row.
fn marks(shape: &Drawing, values: &[&Value], most: f64) -> Vec<Stroke> {
    let known: Vec<Option<f64>> = values.iter().map(|value| amount(value)).collect();
    let at = |value: f64| share(value, most);
    let dot = |value: Option<f64>, shade| value.map(|value| Stroke::Dot { at: at(value), shade });
    let bar = |from: f64, value: f64, (top, height): (usize, usize), part| Stroke::Bar {
        from: at(from),
        width: at(value),
        top,
        height,
        part,
    };
    match (shape, &known[..]) {
        (Drawing::Dumbbell { .. }, &[before, after]) => {
            let way = before.zip(after).map(|(before, after)| Stroke::Way {
                from: at(before),
                to: at(after),
            });
            let dots = [dot(before, Shade::Before), dot(after, Shade::After)];
            [Stroke::Rail]
                .into_iter()
                .chain(way)
                .chain(dots.into_iter().flatten())
                .collect()
        }
        (Drawing::Dots { .. }, &[value, floor]) => {
            let is_short = value.zip(floor).is_some_and(|(value, floor)| value < floor);
            let shade = if is_short { Shade::Short } else { Shade::After };
            let least = floor.map(|floor| Stroke::Floor { at: at(floor) });
            [Stroke::Rail]
                .into_iter()
                .chain(least)
                .chain(dot(value, shade))
                .collect()
        }
        (Drawing::Progress { .. }, &[planned, actual]) => {
            let planned = planned.map(|planned| Stroke::Planned { width: at(planned) });
            let actual = actual.map(|actual| bar(0.0, actual, (30, 40), 0));
            planned.into_iter().chain(actual).collect()
        }
        (Drawing::Stacked(_), _) => {
            let mut begin = 0.0;
            let pieces = known.iter().enumerate().map(|(part, value)| {
                let (from, value) = (begin, value.unwrap_or_default());
                begin += value;
                (from, value, part)
            });
            let pieces = pieces.filter(|(_, value, _)| *value > 0.0);
            pieces
                .map(|(from, value, part)| bar(from, value, (10, 80), part))
                .collect()
        }
        _ => {
            let high = 80 / known.len().max(1);
            let bars = known.iter().enumerate();
            bars.filter_map(|(part, value)| Some(bar(0.0, (*value)?, (10 + part * high, high), part)))
                .collect()
        }
    }
}

/// The figures of a row in words.
fn told(shape: &Drawing, values: &[&Value], lang: Lang) -> String {
    let cells: Vec<_> = values.iter().map(|value| shown::cell(value)).collect();
    match shape {
        Drawing::Dumbbell { .. } => cells.join(" → "),
        Drawing::Dots { .. } => cells.join(&format!(" {} ", ("dari", "of").text(lang))),
        Drawing::Progress { .. } => format!("{} / {}", cells[1], cells[0]),
        _ => cells.join(" · "),
    }
}

/// What a line over some rows is drawn in: from its least to its greatest amount, with room above and below.
struct Room {
    low: f64,
    high: f64,
    count: f64,
}

impl Room {
    fn around<'v>(values: impl Iterator<Item = &'v Value>, count: usize) -> Room {
        let amounts: Vec<f64> = values.filter_map(level).collect();
        let least = amounts.iter().copied().fold(f64::INFINITY, f64::min);
        let most = amounts.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let room = (most - least).max(1.0) * 0.15;
        Room {
            low: least - room,
            high: most + room,
            count: count as f64,
        }
    }

    /// Where each figure stands; `None` where it is not known.
    fn places<'v>(&self, values: impl Iterator<Item = &'v Value>) -> Vec<Option<Point>> {
        let place = |(row, value): (usize, &Value)| {
            let along = share(row as f64 + 0.5, self.count);
            Some([along, share(self.high - level(value)?, self.high - self.low)])
        };
        values.enumerate().map(place).collect()
    }
}

/// The stretches of a line through points: what is not known breaks it.
fn stretches(points: &[Option<Point>]) -> Vec<Vec<Point>> {
    let runs = points.split(Option::is_none).filter(|run| !run.is_empty());
    runs.map(|run| run.iter().copied().flatten().collect()).collect()
}

/// The stretches of a line through figures.
pub(super) fn spark(values: &[Value]) -> Vec<Vec<Point>> {
    let room = Room::around(values.iter(), values.len());
    stretches(&room.places(values.iter()))
}

fn line(own: &[Series<'_>]) -> Drawn {
    let values = own.iter().flat_map(|series| &series.points);
    let room = Room::around(values.map(|(_, value)| *value), own[0].points.len());
    let known = |series: &Series<'_>| room.places(series.points.iter().map(|(_, value)| *value));
    let band = match own {
        [_, lower, upper] => {
            let there = known(upper).into_iter().flatten();
            there.chain(known(lower).into_iter().rev().flatten()).collect()
        }
        _ => Vec::new(),
    };
    let ticks = own[0]
        .points
        .iter()
        .map(|(key, value)| [key, value].map(|cell| shown::cell(cell).into_owned()));
    Drawn::Line {
        band,
        runs: stretches(&known(&own[0])),
        ticks: ticks.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::NumberStyle;

    fn number(exact: &str) -> Value {
        Value::number(exact, exact.replace('.', ","), NumberStyle::Plain)
    }

    fn widths(marks: &[Stroke]) -> Vec<f64> {
        let bars = marks.iter().filter_map(|mark| match mark {
            Stroke::Bar { width, .. } => Some(*width),
            _ => None,
        });
        bars.collect()
    }

    #[test]
    fn what_is_withheld_or_missing_is_not_drawn() {
        let shape = Drawing::Bars(vec!["a"]);
        let drawn = |value: &Value| marks(&shape, &[value], 4.0);
        assert_eq!(widths(&drawn(&Value::Count(1))), [25.0]);
        assert_eq!(widths(&drawn(&number("3.5"))), [87.5]);
        assert!(drawn(&Value::Withheld).is_empty() && drawn(&Value::Missing).is_empty());
        assert_eq!(told(&shape, &[&Value::Withheld], Lang::Id), "*");
    }

    #[test]
    fn parts_stand_behind_each_other() {
        let (two, one) = (Value::Count(2), Value::Count(1));
        let values = [&two, &Value::Count(0), &one];
        let drawn = marks(&Drawing::Stacked(vec!["a", "b", "c"]), &values, 4.0);
        let bar = |from, width, part| Stroke::Bar {
            from,
            width,
            top: 10,
            height: 80,
            part,
        };
        assert_eq!(drawn, [bar(0.0, 50.0, 0), bar(50.0, 25.0, 2)]);
    }

    #[test]
    fn a_month_that_is_not_known_breaks_the_line() {
        let key = Value::Text("m".into());
        let (a, b) = (Value::Count(1), Value::Count(2));
        let column = crate::report::model::Column::default();
        let points = vec![(&key, &a), (&key, &Value::Missing), (&key, &b), (&key, &a)];
        let own = Series {
            column: &column,
            points,
        };
        let Drawn::Line { runs, ticks, .. } = line(&[own]) else {
            panic!("a line");
        };
        let along: Vec<Vec<f64>> = runs
            .iter()
            .map(|run| run.iter().map(|point| point[0]).collect())
            .collect();
        assert_eq!(along, [vec![12.5], vec![62.5, 87.5]]);
        assert_eq!(ticks.len(), 4);
    }

    #[test]
    fn who_has_less_than_the_least_is_marked() {
        let shape = Drawing::Dots {
            value: "jp",
            floor: "least",
        };
        let shade = |jp| {
            let values = [&Value::Count(jp), &Value::Count(20)];
            marks(&shape, &values, 40.0).last().copied()
        };
        let dot = |at, shade| Some(Stroke::Dot { at, shade });
        assert_eq!(shade(19), dot(47.5, Shade::Short));
        assert_eq!(shade(20), dot(50.0, Shade::After));
    }
}
