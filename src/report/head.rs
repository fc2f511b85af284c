//! The few lines at the head of a long report: what is late, and what waits for a decision.

use super::figure::{Pen, table};
use super::model::{Column, Section, Style, Table, Value};
use crate::words::report::Text;

/// The section of those sentences.
pub(super) fn head(pen: Pen, lines: Vec<String>) -> Section {
    let rows = lines.into_iter().map(|line| vec![Value::Text(line)]).collect();
    let columns = vec![Column {
        id: "text",
        title: pen.say(Text::Sentences),
        ..Column::default()
    }];
    let mut out = pen.section("summary", Text::Summary);
    out.tables = vec![Table {
        style: Style::List,
        ..table("summary", String::new(), columns, rows, String::new())
    }];
    out
}
