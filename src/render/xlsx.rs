//! The report as a workbook: a first sheet with its head and what is said beside the figures, then a sheet a table.

use super::listing::CellForm;
use super::workbook::Book;
use super::{Format, Listing, Options};
use crate::report::model::{Report, Section, Table, Value};
use crate::words::change::Hint;
use std::borrow::Cow;
use std::io::{self, Write};

/// The declaration of the format.
pub(super) static XLSX: Format = Format {
    name: "xlsx",
    endings: &["xlsx"],
    media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    is_text: false,
    is_data: true,
    is_built: true,
    takes_table: true,
    report,
    listing: Some(listing),
};

fn listing(listing: &Listing, _: usize, out: &mut dyn Write) -> io::Result<Option<Hint>> {
    let mut book = Book::new()?;
    book.listing("data", listing)?;
    book.write(out)?;
    Ok(None)
}

fn report(report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut book = Book::new()?;
    if options.table.is_none() {
        book.sheet(report.name, &[], &[], head(report))?;
    }
    for section in &report.sections {
        for table in &section.tables {
            if options.table.as_deref().is_none_or(|id| id == table.id) {
                sheet(&mut book, report, section, table)?;
            }
        }
    }
    book.write(out)
}

/// The lines of the head, and the notes of each section below its heading.
fn head(report: &Report) -> impl Iterator<Item = Vec<(Cow<'_, str>, CellForm)>> {
    let above = report.draft.iter().chain(&report.heading);
    let above = above.chain(&report.since).chain(&report.heading_below);
    let sections = report.sections.iter().flat_map(|section| {
        let notes = section.notes.iter().map(|note| &note.text);
        let title = (!section.notes.is_empty()).then_some(&section.title);
        title.into_iter().chain(notes)
    });
    let lines = above.chain(sections).chain(&report.closing);
    lines.map(|line| vec![(line.into(), CellForm::Text)])
}

/// The sheet of a table: all its rows and every column that a reader needs.
fn sheet(book: &mut Book, report: &Report, section: &Section, table: &Table) -> io::Result<()> {
    let named = [&table.title, &section.title]
        .into_iter()
        .chain(report.heading.last());
    let title = named
        .map(String::as_str)
        .find(|title| !title.is_empty())
        .unwrap_or_default();
    let mut above: Vec<String> = report.draft.iter().cloned().collect();
    above.push(title.to_owned());
    let shown: Vec<usize> = (0..table.columns.len())
        .filter(|&at| !table.columns[at].is_hidden)
        .collect();
    let names: Vec<String> = shown
        .iter()
        .map(|&at| match (&table.columns[at].title, &table.columns[at].unit) {
            (title, unit) if unit.is_empty() || title.contains(unit.as_str()) => title.clone(),
            (title, unit) => format!("{title} ({unit})"),
        })
        .collect();
    let rows = table
        .rows
        .iter()
        .map(|row| shown.iter().map(|&at| cell(&row[at])).collect());
    book.sheet(title, &above, &names, rows)
}

/// What stands in the cell of a value.
fn cell(value: &Value) -> (Cow<'_, str>, CellForm) {
    match value {
        // A program that adds it up would take it for the whole.
        Value::Partial(own) if own.unknown.is_some() => (own.shown.as_str().into(), CellForm::Text),
        Value::Partial(own) => cell(&own.known),
        Value::Count(_) | Value::Number { .. } => (value.data(), CellForm::Number),
        Value::Key { key, .. } if super::workbook::is_day(key) => (key.into(), CellForm::Day),
        Value::Key { key, label } if label.is_empty() => (key.into(), CellForm::Text),
        Value::Withheld => (value.data(), CellForm::Text),
        _ => (value.label().into(), CellForm::Text),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::report::model::{Partial, Unjudged};
    use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
    use std::io::Cursor;

    fn bytes(report: &Report) -> Vec<u8> {
        let mut bytes = Vec::new();
        (XLSX.report)(report, &Options::default(), &mut bytes).unwrap();
        bytes
    }

    #[test]
    fn a_sheet_a_table_with_real_numbers() {
        let report = sample::small();
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes(&report))).unwrap();
        let sheets = book.sheet_names();
        assert_eq!(sheets.len(), 1 + report.tables().count());
        let range = book.worksheet_range(&sheets[1]).unwrap();
        let cells: Vec<&Data> = range.rows().flatten().collect();
        for number in [12.0, 14.2, 9.75] {
            assert!(cells.contains(&&Data::Float(number)), "{number}: {cells:?}");
        }
        assert!(cells.contains(&&Data::String("*".to_owned())), "what is withheld");
    }

    #[test]
    fn a_figure_beside_something_unknown_is_no_number() {
        let part = |own: Partial| {
            let value = Value::Partial(Box::new(own));
            let (text, form) = cell(&value);
            (text.into_owned(), form)
        };
        let unknown = Some((3, Unjudged::Record));
        let shown = || "12/20; 3 not known".to_owned();
        let known = || Partial::from(Value::Count(12));
        assert_eq!(
            part(Partial {
                unknown,
                shown: shown(),
                ..known()
            }),
            (shown(), CellForm::Text)
        );
        assert_eq!(
            part(Partial {
                of: Some(20),
                ..known()
            }),
            ("12".to_owned(), CellForm::Number)
        );
    }

    #[test]
    fn nothing_calculates_and_the_same_report_gives_the_same_bytes() {
        let report = sample::nasty();
        let written = bytes(&report);
        assert_eq!(written, bytes(&report));
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(written)).unwrap();
        for name in book.sheet_names() {
            for cell in book.worksheet_range(&name).unwrap().rows().flatten() {
                let is_formula = |text: &String| text.starts_with(['=', '+', '-', '@']);
                assert!(
                    !matches!(cell, Data::String(text) if is_formula(text)),
                    "{cell:?}"
                );
            }
        }
    }
}
