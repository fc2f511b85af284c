//! The report as CSV: all its figures in one long table, or one of its tables as itself.
//!
//! A line of the long table is one cell: the id of its table, the address of its row, the id of its column, its value.
//! No cell is a formula to the program that opens the file.

use super::{Format, Listing, Options};
use crate::report::model::{Report, Table, Value};
use crate::sheets::guard::guarded;
use crate::words::change::Hint;
use ::csv::{ErrorKind, Writer, WriterBuilder};
use std::borrow::Cow;
use std::io::{self, Write};

/// The declaration of the format.
pub(super) static CSV: Format = Format {
    name: "csv",
    endings: &["csv"],
    media: "text/csv",
    is_text: true,
    is_data: true,
    takes_table: true,
    report,
    listing: Some(listing),
};

/// All figures of the report, or the one table asked for.
fn report(report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    written(out, |writer| match options.table.as_deref() {
        None => long(report, writer),
        Some(id) => report
            .tables()
            .find(|table| table.id == id)
            .map_or(Ok(()), |table| alone(table, writer)),
    })
}

/// One line of headings, then the rows.
fn listing(listing: &Listing, _: usize, out: &mut dyn Write) -> io::Result<Option<Hint>> {
    written(out, |writer| {
        writer.write_record(&listing.names)?;
        let mut rows = listing.rows.iter();
        rows.try_for_each(|row| line(writer, row.iter().map(|cell| cell.as_str().into())))
    })?;
    Ok(None)
}

type Lines<'w> = Writer<&'w mut dyn Write>;

/// Writes lines, to the last.
fn written(out: &mut dyn Write, write: impl FnOnce(&mut Lines<'_>) -> ::csv::Result<()>) -> io::Result<()> {
    let mut writer = WriterBuilder::new().flexible(true).from_writer(out);
    write(&mut writer).map_err(|error| match error.into_kind() {
        // As it was, because a reader who has seen enough is no failure.
        ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("{kind:?}")),
    })?;
    writer.flush()
}

/// A line of cells, each guarded.
fn line<'c>(writer: &mut Lines<'_>, cells: impl Iterator<Item = Cow<'c, str>>) -> ::csv::Result<()> {
    for cell in cells {
        writer.write_field(guarded(&cell).as_bytes())?;
    }
    // Ends the line.
    writer.write_record(None::<&[u8]>)
}

fn long(report: &Report, writer: &mut Lines<'_>) -> ::csv::Result<()> {
    writer.write_record(["table", "row", "column", "value"])?;
    if let Some(mark) = &report.draft {
        // So that figures of a draft cannot pass for others once they stand in a spreadsheet.
        writer.write_record(["draft", "", "", mark])?;
    }
    for table in report.tables() {
        for (row, address) in table.rows.iter().zip(table.addresses()) {
            for (column, value) in table.columns.iter().zip(row) {
                let cells = [
                    table.id.into(),
                    (&*address).into(),
                    column.id.into(),
                    value.data(),
                ];
                line(writer, cells.into_iter())?;
            }
        }
    }
    Ok(())
}

fn alone(table: &Table, writer: &mut Lines<'_>) -> ::csv::Result<()> {
    writer.write_record(table.columns.iter().map(|column| column.id))?;
    for row in &table.rows {
        line(writer, row.iter().map(Value::data))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::sheets::guard::unguarded;

    fn text(report: &Report, table: Option<&str>) -> String {
        let table = table.map(str::to_owned);
        let options = Options {
            table,
            ..Options::default()
        };
        sample::written(&CSV, report, &options)
    }

    fn parsed(text: &str) -> Vec<Vec<String>> {
        let mut reader = ::csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        let records = reader.records().map(|record| record.unwrap());
        records
            .map(|record| record.iter().map(str::to_owned).collect())
            .collect()
    }

    #[test]
    fn the_look() {
        assert_eq!(
            text(&sample::small(), None),
            "\
table,row,column,value
units,terjun,unit,terjun
units,terjun,staff,12
units,terjun,hours,14.2
units,terjun,reached,75
units,labuhan,unit,labuhan
units,labuhan,staff,9
units,labuhan,hours,9.75
units,labuhan,reached,
units,camat,unit,camat
units,camat,staff,4
units,camat,hours,21
units,camat,reached,*
units,*,unit,*
units,*,staff,25
units,*,hours,13.6
units,*,reached,72
"
        );
        assert_eq!(
            text(&sample::small(), Some("units")),
            "\
unit,staff,hours,reached
terjun,12,14.2,75
labuhan,9,9.75,
camat,4,21,*
*,25,13.6,72
"
        );
    }

    #[test]
    fn nasty_text_comes_back_as_it_was() {
        let report = sample::nasty();
        let table = &report.sections[0].tables[0];
        let lines = parsed(&text(&report, Some(table.id)));
        assert_eq!(
            lines[0],
            table.columns.iter().map(|column| column.id).collect::<Vec<_>>()
        );
        for (row, line) in table.rows.iter().zip(&lines[1..]) {
            let guarded: Vec<_> = row
                .iter()
                .map(|value| guarded(&value.data()).into_owned())
                .collect();
            assert_eq!(*line, guarded);
            let texts: Vec<&str> = line.iter().map(|cell| unguarded(cell)).collect();
            assert_eq!(texts, row.iter().map(Value::data).collect::<Vec<_>>());
        }
        let cells: usize = report.tables().flat_map(|table| &table.rows).map(Vec::len).sum();
        // The heading, and the mark of the draft.
        assert_eq!(parsed(&text(&report, None)).len(), cells + 2);
    }

    #[test]
    fn a_table_that_is_not_there_gives_nothing() {
        assert_eq!(text(&sample::calm(), Some("nothing")), "");
    }
}
