//! What a busy reader is told in text, and what only who asks for everything. Data formats always hold everything.

use super::figure::Pen;
use super::model::{Column, Edition, Quiet, Report, Section, Table, Value, View};
use crate::words::Lang;
use crate::words::report::Text;

/// The report with everything that it holds.
pub fn full(report: &mut Report) {
    for table in report.sections.iter_mut().flat_map(|section| &mut section.tables) {
        table.quiet = Quiet::default();
        (table.crossed, table.folded) = (None, None);
        table.views.retain(|view| !view.is_short);
    }
}

/// The report as a busy reader holds it: without details, without empty tables beside others, and what is left in
/// fewer columns. A report for everybody is read by who likes to, so it is whole; what hangs on a wall has nothing to spare.
pub fn short(report: &mut Report) {
    if report.is_for_wall {
        return;
    }
    if report.edition == Edition::Public {
        return full(report);
    }
    let pen = Pen::of(Lang::of(report.lang).unwrap_or_default());
    let mut is_less = false;
    report.sections.retain_mut(|section| {
        let had_tables = !section.tables.is_empty();
        is_less |= shorten(section);
        !had_tables || !section.tables.is_empty()
    });
    let mut spoken = report
        .sections
        .iter_mut()
        .rev()
        .filter(|section| !section.is_silent());
    if let Some(last) = spoken.next().filter(|_| is_less) {
        last.notes.push(pen.note("full", Text::NoteFull));
    }
}

/// Leaves of a section what a busy reader needs; whether anything was left out.
fn shorten(section: &mut Section) -> bool {
    let before = (section.tables.len(), section.notes.len());
    section
        .tables
        .retain(|table| !table.is_detail && !is_blank(table));
    section.notes.retain(|note| !note.is_detail);
    let is_less = before != (section.tables.len(), section.notes.len());
    if section.tables.iter().any(|table| !table.rows.is_empty()) {
        section.tables.retain(|table| !table.rows.is_empty());
    }
    section.tables.iter_mut().for_each(narrow);
    is_less
}

/// Whether none of its figures is known, or all are zero and so is their sum. A row of more words than two keys tells
/// something by itself.
fn is_blank(table: &Table) -> bool {
    let is_seen = |column: &Column| {
        let is_in = |view: &View| view.columns.contains(&column.id);
        !column.is_hidden && (table.views.is_empty() || table.views.iter().any(is_in))
    };
    let columns = table.columns.iter().enumerate();
    let figures = columns.filter(|(_, column)| !column.meanings.is_empty() && is_seen(column));
    let figures: Vec<usize> = figures.map(|(number, _)| number).collect();
    let is_worded = |number: usize| {
        let column = &table.columns[number];
        let holds_words = |row: &Vec<Value>| row[number].is_words();
        column.meanings.is_empty() && is_seen(column) && table.rows.iter().any(holds_words)
    };
    let words = (0..table.columns.len()).filter(|&number| is_worded(number));
    if words.count() > 2 {
        return false;
    }
    let is_summed = table.rows.last().is_some_and(|row| Table::is_total(row));
    let mut cells = table
        .rows
        .iter()
        .flat_map(|row| figures.iter().map(|&number| &row[number]));
    !table.rows.is_empty()
        && !figures.is_empty()
        && cells.all(|cell| *cell == Value::Missing || is_summed && cell.is_idle())
}

/// Leaves of a table the columns that a busy reader needs.
fn narrow(table: &mut Table) {
    if table.views.iter().any(|view| view.is_short) {
        table.views.retain(|view| view.is_short);
    }
    if let Some((across, value)) = table.crossed.take()
        && let [Some(across), Some(value)] = [across, value].map(|id| table.column(id))
    {
        cross(table, across, value);
    }
    if let Some(value) = table.folded.take().and_then(|id| table.column(id)) {
        fold(table, value);
    }
}

/// One row for those that agree in all but a column, whose words stand in it side by side; the first column that is shown
/// says nothing twice.
fn fold(table: &mut Table, value: usize) {
    let mut rows: Vec<Vec<Value>> = Vec::new();
    for row in std::mem::take(&mut table.rows) {
        let is_same = |last: &Vec<Value>| {
            let mut columns = (0..row.len()).filter(|column| *column != value);
            columns.all(|column| last[column] == row[column])
        };
        match rows.last_mut().filter(|last| is_same(last)) {
            Some(last) => {
                let words = [last[value].label(), row[value].label()].join("; ");
                last[value] = Value::Text(words);
            }
            None => rows.push(row),
        }
    }
    // What leads is read once.
    let leads = table
        .views
        .first()
        .and_then(|view| table.column(view.columns.first()?));
    let leads = leads.unwrap_or_default();
    for at in (1..rows.len()).rev() {
        if rows[at][leads] == rows[at - 1][leads] {
            rows[at][leads] = Value::Text(String::new());
        }
    }
    table.rows = rows;
}

/// A row for each key of the first column; its values stand under the words of the column `across`. Of the other
/// columns those stay that are alike in all rows of a key.
fn cross(table: &mut Table, across: usize, value: usize) {
    let is_alike = |column: &usize| {
        let mut pairs = table.rows.windows(2);
        pairs.all(|pair| pair[0][0] != pair[1][0] || pair[0][*column] == pair[1][*column])
    };
    let others = (1..table.columns.len()).filter(|column| ![across, value].contains(column));
    let kept: Vec<usize> = std::iter::once(0).chain(others.filter(is_alike)).collect();
    let mut headings: Vec<&Value> = Vec::new();
    let mut rows: Vec<Vec<Value>> = Vec::new();
    for row in &table.rows {
        let heading = headings.iter().position(|known| **known == row[across]);
        let heading = heading.unwrap_or_else(|| {
            headings.push(&row[across]);
            headings.len() - 1
        });
        if rows.last().is_none_or(|last| last[0] != row[0]) {
            rows.push(kept.iter().map(|&column| row[column].clone()).collect());
        }
        if let Some(last) = rows.last_mut() {
            let at = kept.len() + heading;
            last.resize(last.len().max(at + 1), Value::Missing);
            last[at] = row[value].clone();
        }
    }
    let width = kept.len() + headings.len();
    rows.iter_mut().for_each(|row| row.resize(width, Value::Missing));
    let named = headings.iter().map(|heading| Column {
        id: table.columns[value].id,
        title: heading.label().to_owned(),
        ..Column::default()
    });
    let kept = kept.iter().map(|&column| table.columns[column].clone());
    let columns = kept.chain(named).collect();
    table.columns = columns;
    table.rows = rows;
    table.views.clear();
    table.quiet = Quiet::default();
}

#[cfg(test)]
mod tests {
    use super::super::figure::table;
    use super::*;

    fn text(words: &str) -> Value {
        Value::Text(words.to_owned())
    }

    /// A table of two programmes with an aspect that one of them lacks.
    fn aspects() -> Table {
        let pen = Pen::of(Lang::Id);
        let columns = ["training", "aspect", "n", "mean"].map(|id| pen.column(id, (id, id)));
        let row =
            |training, aspect, mean| vec![text(training), text(aspect), Value::Count(9), Value::Count(mean)];
        let rows = vec![
            row("a", "materi", 4),
            row("b", "sarana", 3),
            row("b", "materi", 5),
        ];
        Table {
            crossed: Some(("aspect", "mean")),
            ..table("aspects", String::new(), columns.into(), rows, String::new())
        }
    }

    fn report(tables: Vec<Table>) -> Report {
        let sections = vec![Section {
            tables,
            ..Section::default()
        }];
        Report {
            sections,
            ..Report::default()
        }
    }

    #[test]
    fn a_busy_reader_sees_aspects_side_by_side() {
        let mut report = report(vec![aspects()]);
        short(&mut report);
        let table = &report.sections[0].tables[0];
        let headings: Vec<&str> = table.columns.iter().map(|column| &*column.title).collect();
        assert_eq!(headings, ["training", "n", "materi", "sarana"]);
        let count = Value::Count;
        assert_eq!(table.rows[0], [text("a"), count(9), count(4), Value::Missing]);
        assert_eq!(table.rows[1], [text("b"), count(9), count(5), count(3)]);
        assert!(report.sections[0].notes.is_empty());
    }

    #[test]
    fn a_table_of_dashes_is_no_table_and_a_zero_is_a_figure() {
        let mut dashes = aspects();
        dashes.columns[3] = dashes.columns[3].clone().counted("n", "n");
        dashes.rows.iter_mut().for_each(|row| row[3] = Value::Missing);
        assert!(is_blank(&dashes));
        dashes.rows[0][3] = Value::Count(0);
        assert!(!is_blank(&dashes));
        // That there is nobody is something to say.
        dashes.rows.clear();
        assert!(!is_blank(&dashes));
    }

    #[test]
    fn details_are_for_who_asks_for_everything() {
        let mut busy = report(vec![aspects(), aspects().detail(), Table::default()]);
        let mut all = busy.clone();
        short(&mut busy);
        assert_eq!(busy.sections[0].tables.len(), 1);
        assert_eq!(busy.sections[0].notes.len(), 1);
        full(&mut all);
        assert_eq!(all.sections[0].tables.len(), 3);
        assert_eq!(all.sections[0].tables[0].rows.len(), 3);
        let mut public = all.clone();
        public.edition = Edition::Public;
        short(&mut public);
        assert_eq!(public.sections, all.sections);
    }

    #[test]
    fn rows_that_agree_in_all_else_are_one_row_and_a_row_of_words_is_no_dash() {
        let pen = Pen::of(Lang::Id);
        let columns = ["name", "unit", "about"].map(|id| pen.column(id, (id, id)));
        let rows = [("Ani", "loket"), ("Budi", "loket"), ("Cici", "data")];
        let rows = rows.map(|(name, unit)| vec![text(name), text(unit), text("perwal")]);
        let mut list = Table {
            folded: Some("name"),
            views: vec![View::untitled(&["about", "unit", "name"])],
            ..table("list", String::new(), columns.into(), rows.into(), String::new())
        };
        narrow(&mut list);
        let shown = |column: usize| list.rows.iter().map(move |row| row[column].label());
        assert_eq!(shown(0).collect::<Vec<_>>(), ["Ani; Budi", "Cici"]);
        assert_eq!(shown(2).collect::<Vec<_>>(), ["perwal", ""]);
        list.columns
            .push(pen.column("days", ("days", "days")).counted("n", "n"));
        list.rows.iter_mut().for_each(|row| row.push(Value::Missing));
        assert!(!is_blank(&list));
    }
}
