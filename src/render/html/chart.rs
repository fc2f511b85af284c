//! The charts of a page: marks are drawn, and every word and figure beside them is text that wraps, prints and is heard.
//!
//! Marks stand in a box of a hundred by a hundred that is stretched to the room there is, on paper as on a phone.

use super::super::shown;
use crate::diagnostic::visible;
use crate::report::chart::{Chart, Drawing};
use crate::report::model::{Table, Value};
use crate::report::series::{Series, series};
use crate::words::{Lang, Say};
use maud::{Markup, html};

/// The figure of a chart of a table; nothing where the table lacks a column of it or nothing can be drawn.
pub(super) fn figure(chart: &Chart, table: &Table, lang: Lang) -> Markup {
    let drawn = series(chart, table).filter(|drawn| greatest(drawn).is_some());
    html! {
        @if let Some(drawn) = drawn {
            figure id={ "c-" (chart.id) } {
                @if !chart.title.is_empty() { figcaption { (visible(&chart.title)) } }
                @match &chart.shape {
                    Drawing::Line { .. } => (line(&drawn)),
                    shape => (rows(shape, &drawn, lang)),
                }
            }
        }
    }
}

/// What a figure amounts to; `None` where it is no figure, missing or withheld.
fn amount(value: &Value) -> Option<f64> {
    match value.known() {
        Value::Count(count) => count.to_string().parse().ok(),
        Value::Number { exact, .. } => exact.parse().ok(),
        _ => None,
    }
}

/// The greatest amount of all series; `None` where none is known or all are zero.
fn greatest(drawn: &[Series<'_>]) -> Option<f64> {
    let points = drawn.iter().flat_map(|series| &series.points);
    let amounts = points.filter_map(|(_, value)| amount(value));
    amounts.max_by(f64::total_cmp).filter(|most| *most > 0.0)
}

/// A share of the width, in hundredths with one decimal.
fn at(part: f64, whole: f64) -> String {
    format!("{:.1}", (part / whole * 100.0).clamp(0.0, 100.0))
}

/// A row for each key: its words, its marks, its figures.
fn rows(shape: &Drawing, drawn: &[Series<'_>], lang: Lang) -> Markup {
    let parts = |row: usize| drawn.iter().map(move |series| series.points[row].1);
    let count = drawn.first().map_or(0, |series| series.points.len());
    let sum = |row: usize| parts(row).filter_map(amount).sum::<f64>();
    let is_told = |row: &usize| parts(*row).any(Value::is_figure);
    let most = match shape {
        Drawing::Stacked(_) => (0..count).map(sum).max_by(f64::total_cmp).unwrap_or(1.0),
        _ => greatest(drawn).unwrap_or(1.0),
    };
    html! {
        @if let Drawing::Stacked(_) | Drawing::Bars(_) = shape {
            @if drawn.len() > 1 { (legend(drawn)) }
        }
        div.rows {
            @for row in (0..count).filter(is_told) {
                @let values: Vec<&Value> = parts(row).collect();
                span.key { (shown::cell(drawn[0].points[row].0)) }
                svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" {
                    (marks(shape, &values, most))
                }
                span.n { (told(shape, &values, lang)) }
            }
        }
    }
}

/// The words for the shades of a chart with several parts.
fn legend(drawn: &[Series<'_>]) -> Markup {
    html! {
        p.legend { @for (part, series) in drawn.iter().enumerate() {
            span {
                svg viewBox="0 0 100 100" aria-hidden="true" { rect class={ "p" (part) } width="100" height="100" {} }
                " " (shown::heading(series.column))
            } " "
        } }
    }
}

/// The marks of a row.
fn marks(shape: &Drawing, values: &[&Value], most: f64) -> Markup {
    let known: Vec<Option<f64>> = values.iter().map(|value| amount(value)).collect();
    match (shape, &known[..]) {
        (Drawing::Dumbbell { .. }, [before, after]) => html! {
            line.rail x1="0" x2="100" y1="50" y2="50" {}
            @if let (Some(before), Some(after)) = (before, after) {
                line.way x1=(at(*before, most)) x2=(at(*after, most)) y1="50" y2="50" {}
            }
            @if let Some(before) = before { (dot("before", at(*before, most))) }
            @if let Some(after) = after { (dot("after", at(*after, most))) }
        },
        (Drawing::Dots { .. }, [value, floor]) => html! {
            line.rail x1="0" x2="100" y1="50" y2="50" {}
            @if let Some(floor) = floor {
                line.floor x1=(at(*floor, most)) x2=(at(*floor, most)) y1="0" y2="100" {}
            }
            @if let Some(value) = value {
                @let is_short = floor.is_some_and(|floor| *value < floor);
                (dot(if is_short { "short" } else { "after" }, at(*value, most)))
            }
        },
        (Drawing::Progress { .. }, [planned, actual]) => html! {
            @if let Some(planned) = planned { rect.planned y="10" height="80" width=(at(*planned, most)) {} }
            @if let Some(actual) = actual { rect.p0 y="30" height="40" width=(at(*actual, most)) {} }
        },
        (Drawing::Stacked(_), _) => {
            let mut begin = 0.0;
            let pieces = known.iter().enumerate().map(|(part, value)| {
                let from = begin;
                begin += value.unwrap_or_default();
                (part, from, value.unwrap_or_default())
            });
            let pieces: Vec<(usize, f64, f64)> = pieces.filter(|(_, _, value)| *value > 0.0).collect();
            html! { @for (part, from, value) in pieces {
                rect class={ "p" (part) } x=(at(from, most)) y="10" height="80" width=(at(value, most)) {}
            } }
        }
        _ => {
            let high = 80 / known.len().max(1);
            html! { @for (part, value) in known.iter().enumerate() {
                @if let Some(value) = value {
                    rect class={ "p" (part) } y=(10 + part * high) height=(high) width=(at(*value, most)) {}
                }
            } }
        }
    }
}

/// A dot, as a line of no length: its ends stay round when the box is stretched.
fn dot(class: &str, x: String) -> Markup {
    html! { line.dot.(class) x1=(x) x2=(x) y1="50" y2="50" {} }
}

/// The figures of a row in words.
fn told(shape: &Drawing, values: &[&Value], lang: Lang) -> Markup {
    let cells: Vec<_> = values.iter().map(|value| shown::cell(value)).collect();
    let between = match shape {
        Drawing::Dumbbell { .. } => " → ".to_owned(),
        Drawing::Dots { .. } => format!(" {} ", ("dari", "of").text(lang)),
        Drawing::Progress { .. } => return html! { (cells[1]) " / " (cells[0]) },
        _ => " · ".to_owned(),
    };
    html! { (cells.join(&between)) }
}

/// A line over the rows, and the band behind it.
fn line(drawn: &[Series<'_>]) -> Markup {
    let values = drawn.iter().flat_map(|series| &series.points);
    let amounts: Vec<f64> = values.filter_map(|(_, value)| amount(value)).collect();
    let least = amounts.iter().copied().fold(f64::INFINITY, f64::min);
    let most = amounts.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let room = (most - least).max(1.0) * 0.15;
    let (low, high) = (least - room, most + room);
    let own = &drawn[0].points;
    let across = |row: usize| at(row as f64 + 0.5, own.len() as f64);
    let up = |value: f64| at(high - value, high - low);
    let path = |series: &Series<'_>| {
        let points = series.points.iter().enumerate();
        let known = points.filter_map(|(row, (_, value))| Some((row, amount(value)?)));
        known
            .map(|(row, value)| format!("{},{}", across(row), up(value)))
            .collect::<Vec<_>>()
    };
    let runs = runs(own);
    html! {
        div.line {
            svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" {
                @if let [_, lower, upper] = drawn {
                    @let mut edge = path(upper);
                    @let back: Vec<String> = path(lower).into_iter().rev().collect();
                    polygon.band points={ (edge.drain(..).chain(back).collect::<Vec<_>>().join(" ")) } {}
                }
                @for run in runs {
                    polyline points=(run.iter().map(|(row, value)| format!("{},{}", across(*row), up(*value))).collect::<Vec<_>>().join(" ")) {}
                    @for (row, value) in run { line.dot.after x1=(across(row)) x2=(across(row)) y1=(up(value)) y2=(up(value)) {} }
                }
            }
            ol.ticks { @for (key, value) in own {
                li { span.key { (shown::cell(key)) } " " b { (shown::cell(value)) } }
            } }
        }
    }
}

/// The stretches of a line: what is not known breaks it.
fn runs(points: &[(&Value, &Value)]) -> Vec<Vec<(usize, f64)>> {
    let known: Vec<Option<f64>> = points.iter().map(|(_, value)| amount(value)).collect();
    let numbered: Vec<(usize, Option<f64>)> = known.into_iter().enumerate().collect();
    let stretches = numbered.split(|(_, value)| value.is_none());
    let stretches = stretches.filter(|stretch| !stretch.is_empty());
    let known = |stretch: &[(usize, Option<f64>)]| {
        let points = stretch.iter().filter_map(|(row, value)| Some((*row, (*value)?)));
        points.collect()
    };
    stretches.map(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::NumberStyle;

    fn number(exact: &str) -> Value {
        Value::number(exact, exact.replace('.', ","), NumberStyle::Plain)
    }

    #[test]
    fn what_is_withheld_or_missing_is_not_drawn() {
        let shape = Drawing::Bars(vec!["a"]);
        let drawn = |value: &Value| marks(&shape, &[value], 4.0).into_string();
        assert!(drawn(&Value::Count(1)).contains("width=\"25.0\""));
        assert!(drawn(&number("3.5")).contains("width=\"87.5\""));
        assert!(drawn(&Value::Withheld).is_empty() && drawn(&Value::Missing).is_empty());
        assert!(told(&shape, &[&Value::Withheld], Lang::Id).into_string() == "*");
    }

    #[test]
    fn parts_stand_behind_each_other() {
        let (two, one) = (Value::Count(2), Value::Count(1));
        let drawn = marks(
            &Drawing::Stacked(vec!["a", "b", "c"]),
            &[&two, &Value::Count(0), &one],
            4.0,
        );
        assert_eq!(
            drawn.into_string(),
            r#"<rect class="p0" x="0.0" y="10" height="80" width="50.0"></rect><rect class="p2" x="50.0" y="10" height="80" width="25.0"></rect>"#
        );
    }

    #[test]
    fn a_month_that_is_not_known_breaks_the_line() {
        let key = Value::Text("m".into());
        let (a, b) = (Value::Count(1), Value::Count(2));
        let points = [(&key, &a), (&key, &Value::Missing), (&key, &b), (&key, &a)];
        assert_eq!(runs(&points), [vec![(0, 1.0)], vec![(2, 2.0), (3, 1.0)]]);
    }

    #[test]
    fn who_has_less_than_the_least_is_marked() {
        let shape = Drawing::Dots {
            value: "jp",
            floor: "least",
        };
        let drawn = |jp| marks(&shape, &[&Value::Count(jp), &Value::Count(20)], 40.0).into_string();
        assert!(drawn(19).contains("dot short") && drawn(20).contains("dot after"));
    }
}
