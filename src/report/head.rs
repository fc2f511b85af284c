//! Sections of sentences: the few lines at the head of a report say what is late and what waits for a decision.

use super::figure::Pen;
use super::model::{Section, Style, Table, Value};
use super::page::Page;
use crate::records::time::Day;
use crate::words::Say;
use crate::words::report::Text;

/// How many lines of each kind stand on the page.
const LINES: usize = 5;

/// Where a reader finds what a list leaves out.
#[derive(Clone, Copy, Debug)]
pub(super) enum Rest {
    /// In the monthly report.
    Elsewhere,
    /// Further down: this is the monthly report, whose first page has little room.
    Below,
}

impl Rest {
    /// How many lines of each kind stand on the page.
    pub(super) fn lines(self) -> usize {
        match self {
            Rest::Elsewhere => LINES,
            Rest::Below => LINES - 1,
        }
    }
}

/// The head of a long report: sentences, each with the first day of the time that it tells of.
pub(super) fn head<S: Say>(page: &Page<'_>, lines: Vec<(Day, S)>) -> Section {
    let pen = page.pen;
    let lines = lines.into_iter();
    let lines = lines
        .map(|(first, line)| page.told_from(first, pen.say(line)))
        .collect();
    section(pen, ("summary", Text::Summary, Style::List), lines, String::new())
}

/// A section of sentences: text shows a few, then how many more there are.
pub(super) fn list(
    pen: Pen,
    id: &'static str,
    title: impl Say,
    style: Style,
    lines: Vec<String>,
    rest: Rest,
) -> Section {
    let quiet = pen.quiet(rest.lines()..lines.len(), |count| match rest {
        Rest::Elsewhere => Text::AndMore { count },
        Rest::Below => Text::AndMoreBelow { count },
    });
    let mut out = section(pen, (id, title, style), lines, pen.say(Text::Nothing));
    out.tables
        .iter_mut()
        .for_each(|table| table.quiet = quiet.clone());
    out
}

/// Lines of several kinds, each kind by its own order: one of every kind, then the second of every kind, and so on.
pub(super) fn in_turn(kinds: Vec<Vec<String>>) -> Vec<String> {
    let mut lines: Vec<(usize, String)> = kinds
        .into_iter()
        .flat_map(|kind| kind.into_iter().enumerate())
        .collect();
    // The sort is stable, so kinds keep their order within a turn.
    lines.sort_by_key(|(turn, _)| *turn);
    lines.into_iter().map(|(_, line)| line).collect()
}

/// A section of one table of sentences, both with that id.
fn section(
    pen: Pen,
    (id, title, style): (&'static str, impl Say, Style),
    lines: Vec<String>,
    empty: String,
) -> Section {
    let mut out = pen.section(id, title);
    out.tables = vec![Table {
        empty,
        ..sentences(pen, id, style, lines)
    }];
    out
}

/// A table of sentences. Data formats see the number of each before it: its words are those of the language.
pub(super) fn sentences(pen: Pen, id: &'static str, style: Style, lines: Vec<String>) -> Table {
    let list = pen
        .list(id, lines.into_iter().enumerate())
        .col("line", Text::Line, |(at, _)| line_number(*at))
        .hidden()
        .col("text", Text::Sentences, |(_, line)| Value::Text(line.clone()));
    Table {
        style,
        ..list.table()
    }
}

/// The key of a row that has no other: its number in the table, from 1.
pub(super) fn line_number(at: usize) -> Value {
    Value::Text((at + 1).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_line_before_any_has_its_second() {
        let kinds = [&["a1", "a2", "a3"][..], &[], &["c1"], &["d1", "d2"]];
        let kinds = kinds.map(|kind| kind.iter().map(|&line| line.to_owned()).collect());
        assert_eq!(in_turn(kinds.into()), ["a1", "c1", "d1", "a2", "d2", "a3"]);
    }
}
