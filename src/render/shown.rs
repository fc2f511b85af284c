//! What a reader of text sees of cells, columns and notes, in a terminal as well as on a page.

use crate::diagnostic::visible;
use crate::report::model::{Column, Note, Partial, Report, Section, Table, Value, View};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Some columns of a table, by number, to be shown as one grid.
pub(super) struct Picture<'a> {
    /// May be empty.
    pub(super) caption: &'a str,
    pub(super) columns: Vec<usize>,
}

/// The words of a cell, with nothing in them that could command a terminal.
pub(super) fn cell(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Missing => "–".into(),
        Value::Withheld => "*".into(),
        Value::Text(text) | Value::Blank(text) => visible(text),
        Value::Key { label, .. } => visible(label),
        Value::Count(count) => count.to_string().into(),
        Value::Number { shown, .. } => visible(shown),
        Value::Partial(own) => visible(&own.shown),
    }
}

/// A figure, and apart from it of how many it is not known; `None` where it is one or the other.
pub(super) fn beside(own: &Partial) -> Option<(Cow<'_, str>, Cow<'_, str>)> {
    own.unknown.filter(|_| own.known.is_figure())?;
    let (figure, words) = own.shown.split_once("; ")?;
    Some((visible(figure), visible(words)))
}

/// The heading of a column: its title, and its unit unless the title already says it.
pub(super) fn heading(column: &Column) -> String {
    let (title, unit) = (visible(&column.title), visible(&column.unit));
    let says_unit = title
        .split([' ', '(', ')'])
        .any(|word| word.eq_ignore_ascii_case(&unit));
    match (title.is_empty(), unit.is_empty() || says_unit) {
        (_, true) => title.into_owned(),
        (true, false) => unit.into_owned(),
        (false, false) => format!("{title} ({unit})"),
    }
}

/// Whether a column is read as figures and so stands at the right: figures are at least as many as words. A column
/// with neither is one of figures when it has a unit.
pub(super) fn is_figures(table: &Table, column: usize) -> bool {
    let (mut figures, mut words) = (0, 0);
    for value in table.rows.iter().filter_map(|row| row.get(column)) {
        match value.known() {
            Value::Count(_) | Value::Number { .. } => figures += 1,
            Value::Text(text) if text.is_empty() => {}
            Value::Text(_) | Value::Key { .. } => words += 1,
            Value::Missing | Value::Blank(_) | Value::Withheld | Value::Partial(_) => {}
        }
    }
    let has_unit = table
        .columns
        .get(column)
        .is_some_and(|column| !column.unit.is_empty());
    figures >= words && (figures > 0 || has_unit)
}

/// The sections in which something is said, of the page itself or attached to it behind the signature.
pub(super) fn spoken_sections(report: &Report, is_attached: bool) -> impl Iterator<Item = &Section> {
    let sections = report.sections.iter();
    sections.filter(move |section| !section.is_silent() && section.is_attached == is_attached)
}

/// A table as text shows it: without its quiet rows.
pub(super) fn spoken(table: &Table) -> Cow<'_, Table> {
    if table.quiet.rows.is_empty() {
        return Cow::Borrowed(table);
    }
    let rows = table.rows.iter().enumerate();
    let rows = rows.filter(|(row, _)| !table.quiet.rows.contains(row));
    Cow::Owned(Table {
        id: table.id,
        style: table.style,
        columns: table.columns.clone(),
        rows: rows.map(|(_, row)| row.clone()).collect(),
        views: table.views.clone(),
        ..Table::default()
    })
}

/// What is said of the quiet rows of a table; `None` when there is nothing to say.
pub(super) fn quiet(table: &Table) -> Option<Cow<'_, str>> {
    let said = &table.quiet.said;
    (!said.is_empty()).then(|| visible(said))
}

/// The pictures of a table: its views, or all its shown columns at once. One without a shown column is none.
pub(super) fn pictures(table: &Table) -> Vec<Picture<'_>> {
    let is_shown = |index: &usize| !table.columns[*index].is_hidden;
    let view = |view: &'_ View| -> Vec<usize> {
        let numbers = view.columns.iter().filter_map(|id| table.column(id));
        numbers.filter(is_shown).collect()
    };
    let mut pictures: Vec<Picture<'_>> = Vec::new();
    if table.views.is_empty() {
        let columns = (0..table.columns.len()).filter(is_shown).collect();
        pictures.push(Picture { caption: "", columns });
    }
    pictures.extend(table.views.iter().map(|each| Picture {
        caption: &each.title,
        columns: view(each),
    }));
    pictures.retain(|picture| !picture.columns.is_empty());
    pictures
}

/// The rows of a table as sentences: the words of their shown cells, apart by a dot in the middle.
pub(super) fn sentences(table: &Table) -> Vec<String> {
    let sentence = |row: &Vec<Value>| -> String {
        let cells = table.columns.iter().zip(row);
        let cells = cells.filter(|(column, value)| !column.is_hidden && **value != Value::Missing);
        let words: Vec<_> = cells
            .map(|(_, value)| cell(value))
            .filter(|words| !words.is_empty())
            .collect();
        words.join(" · ")
    };
    table.rows.iter().map(sentence).collect()
}

/// A row as a sheet: of each shown cell that holds something the id of its column, the heading and the words.
pub(super) type SheetCells<'t> = Vec<(&'static str, String, Cow<'t, str>)>;

/// The rows of a table as sheets.
pub(super) fn sheets(table: &Table) -> Vec<SheetCells<'_>> {
    fn sheet<'t>(table: &Table, row: &'t [Value]) -> SheetCells<'t> {
        let cells = table.columns.iter().zip(row);
        let cells = cells.filter(|(column, value)| !column.is_hidden && **value != Value::Missing);
        cells
            .map(|(column, value)| (column.id, heading(column), cell(value)))
            .collect()
    }
    table.rows.iter().map(|row| sheet(table, row)).collect()
}

/// The notes that were already said: a note that stands in several sections is read once, at the first of them.
#[derive(Default)]
pub(super) struct Said<'a>(BTreeSet<(&'a str, &'a str)>);

impl<'a> Said<'a> {
    /// The sentences of those notes that were not said before.
    pub(super) fn fresh(&mut self, notes: &'a [Note]) -> Vec<Cow<'a, str>> {
        let is_new = |note: &&'a Note| self.0.insert((&note.code, &note.text));
        notes
            .iter()
            .filter(is_new)
            .map(|note| visible(&note.text))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::NumberStyle;

    fn column(title: &str, unit: &str) -> Column {
        Column {
            title: title.into(),
            unit: unit.into(),
            ..Column::default()
        }
    }

    #[test]
    fn a_heading_says_its_unit_once() {
        assert_eq!(heading(&column("Tepat waktu", "%")), "Tepat waktu (%)");
        assert_eq!(heading(&column("JP per PNS", "JP")), "JP per PNS");
        assert_eq!(heading(&column("Capaian (%)", "%")), "Capaian (%)");
        assert_eq!(heading(&column("", "JP")), "JP");
        assert_eq!(heading(&column("Unit kerja", "")), "Unit kerja");
    }

    #[test]
    fn figures_are_told_from_words() {
        let number = Value::number("1", "1", NumberStyle::Plain);
        let mut table = Table {
            columns: vec![column("a", ""), column("b", "JP")],
            rows: vec![vec![number, Value::Missing]],
            ..Table::default()
        };
        assert!(is_figures(&table, 0) && is_figures(&table, 1));
        table
            .rows
            .push(vec![Value::Text("x".into()), Value::Text("y".into())]);
        assert!(is_figures(&table, 0) && !is_figures(&table, 1));
    }
}
