//! The charts of a page: marks are drawn, and every word and figure beside them is text that wraps, prints and is heard.
//!
//! Marks stand in a box of a hundred by a hundred that is stretched to the room there is, on paper as on a phone.

use super::super::marks::{Drawn, DrawnRow, Point, Shade, Stroke, drawn};
use crate::diagnostic::visible;
use crate::report::chart::Chart;
use crate::report::model::Table;
use crate::words::Lang;
use maud::{Markup, html};

/// The figure of a chart of a table; nothing where nothing can be drawn.
pub(super) fn figure(chart: &Chart, table: &Table, lang: Lang) -> Markup {
    html! {
        @if let Some(drawn) = drawn(chart, table, lang) {
            figure id={ "c-" (chart.id) } {
                @if !chart.title.is_empty() { figcaption { (visible(&chart.title)) } }
                @match drawn {
                    Drawn::Line { band, runs, ticks } => (line(&band, &runs, &ticks)),
                    Drawn::Rows { legend, rows } => {
                        @if !legend.is_empty() { (shades(&legend)) }
                        div.rows { @for row in rows { (self::row(&row)) } }
                    }
                }
            }
        }
    }
}

/// A place in the box.
pub(super) fn at(share: f64) -> String {
    format!("{share:.1}")
}

/// The words for the shades of a chart with several parts.
fn shades(legend: &[String]) -> Markup {
    html! {
        p.legend { @for (part, words) in legend.iter().enumerate() {
            span {
                svg viewBox="0 0 100 100" aria-hidden="true" { rect class={ "p" (part) } width="100" height="100" {} }
                " " (words)
            } " "
        } }
    }
}

/// A row: its words, its marks, its figures.
fn row(row: &DrawnRow) -> Markup {
    html! {
        span.key { (row.key) }
        svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" {
            @for each in &row.marks { (stroke(*each)) }
        }
        span.n { (row.told) }
    }
}

fn stroke(stroke: Stroke) -> Markup {
    match stroke {
        Stroke::Rail => html! { line.rail x1="0" x2="100" y1="50" y2="50" {} },
        Stroke::Way { from, to } => html! { line.way x1=(at(from)) x2=(at(to)) y1="50" y2="50" {} },
        Stroke::Floor { at: x } => html! { line.floor x1=(at(x)) x2=(at(x)) y1="0" y2="100" {} },
        Stroke::Dot { at: x, shade } => dot(shade, (&at(x), "50")),
        Stroke::Bar {
            from,
            width,
            top,
            height,
            part,
        } => {
            let x = (from > 0.0).then(|| at(from));
            html! { rect class={ "p" (part) } x=[x] y=(top) height=(height) width=(at(width)) {} }
        }
        Stroke::Planned { width } => html! { rect.planned y="10" height="80" width=(at(width)) {} },
    }
}

/// A dot, as a line of no length: its ends stay round when the box is stretched.
fn dot(shade: Shade, (x, y): (&str, &str)) -> Markup {
    let class = match shade {
        Shade::Before => "before",
        Shade::After => "after",
        Shade::Short => "short",
    };
    html! { line.dot.(class) x1=(x) x2=(x) y1=(y) y2=(y) {} }
}

/// A line over the rows, and the band behind it.
fn line(band: &[Point], runs: &[Vec<Point>], ticks: &[[String; 2]]) -> Markup {
    let path = |points: &[Point]| {
        let points = points.iter().map(|[x, y]| format!("{},{}", at(*x), at(*y)));
        points.collect::<Vec<_>>().join(" ")
    };
    html! {
        div.line {
            svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" {
                @if !band.is_empty() { polygon.band points=(path(band)) {} }
                @for run in runs {
                    polyline points=(path(run)) {}
                    @for [x, y] in run { (dot(Shade::After, (&at(*x), &at(*y)))) }
                }
            }
            ol.ticks { @for [key, value] in ticks {
                li { span.key { (key) } " " b { (value) } }
            } }
        }
    }
}
