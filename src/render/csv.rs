//! The report as CSV: all its figures in one long table, or one of its tables as itself.
//!
//! A line of the long table is one cell: the id of its table, the address of its row, the id of its column, its value, and
//! what stands beside it: of how many it is, of how many it is not known, and without how many offices.
//! No cell is a formula to the program that opens the file.

use super::listing::CellForm;
use super::{Format, Listing, Options};
use crate::report::model::{BESIDE, Partial, Report, Table, Value};
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
    is_built: true,
    takes_table: true,
    report: |report, options, out| told(report, options, &PLAIN, out),
    listing: Some(|listing, _, out| listed(listing, &PLAIN, out)),
};

/// The same for the spreadsheet program of an Indonesian desk, which opens it with a click: semicolons, a mark of its
/// encoding, commas before decimals, and an apostrophe before digits that are no number.
pub static FOR_EXCEL: Format = Format {
    report: |report, options, out| told(report, options, &DESK, out),
    listing: Some(|listing, _, out| listed(listing, &DESK, out)),
    ..CSV
};

/// How lines are written.
struct Manner {
    mark: &'static str,
    delimiter: u8,
    is_local: bool,
}

const PLAIN: Manner = Manner {
    mark: "",
    delimiter: b',',
    is_local: false,
};

const DESK: Manner = Manner {
    mark: "\u{feff}",
    delimiter: b';',
    is_local: true,
};

/// How many digits of a number such a program shows as they are.
const SHOWN: usize = 11;

/// All figures of the report, or the one table asked for.
fn told(report: &Report, options: &Options, manner: &'static Manner, out: &mut dyn Write) -> io::Result<()> {
    written(out, manner, |lines| match options.table.as_deref() {
        None => long(report, lines),
        Some(id) => report
            .tables()
            .find(|table| table.id == id)
            .map_or(Ok(()), |table| alone(table, lines)),
    })
}

/// One line of headings, then the rows.
fn listed(listing: &Listing, manner: &'static Manner, out: &mut dyn Write) -> io::Result<Option<Hint>> {
    written(out, manner, |lines| {
        lines.writer.write_record(&listing.names)?;
        listing.rows.iter().try_for_each(|row| {
            let kinds = (0..row.len()).map(|column| listing.kind(column));
            lines.line(row.into_iter().map(Cow::from).zip(kinds))
        })
    })?;
    Ok(None)
}

/// Lines while they are written.
struct Lines<'w> {
    writer: Writer<&'w mut dyn Write>,
    manner: &'static Manner,
}

impl Lines<'_> {
    /// A line of cells, each guarded.
    fn line<'c>(&mut self, cells: impl Iterator<Item = (Cow<'c, str>, CellForm)>) -> ::csv::Result<()> {
        for (cell, kind) in cells {
            let cell = match (self.manner.is_local, kind) {
                (true, CellForm::Text) if is_digits(&cell) => format!("'{cell}"),
                (true, CellForm::Number) => guarded(&cell.replacen('.', ",", 1)).into_owned(),
                _ => guarded(&cell).into_owned(),
            };
            self.writer.write_field(cell.as_bytes())?;
        }
        // Ends the line.
        self.writer.write_record(None::<&[u8]>)
    }
}

/// Whether such a program would take digits for a number and show another one.
fn is_digits(cell: &str) -> bool {
    let is_changed = cell.len() > SHOWN || (cell.len() > 1 && cell.starts_with('0'));
    is_changed && cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a program keeps a value as.
fn kind(value: &Value) -> CellForm {
    match value.known() {
        Value::Count(_) | Value::Number { .. } => CellForm::Number,
        _ => CellForm::Text,
    }
}

/// Writes lines, to the last.
fn written(
    out: &mut dyn Write,
    manner: &'static Manner,
    write: impl FnOnce(&mut Lines<'_>) -> ::csv::Result<()>,
) -> io::Result<()> {
    out.write_all(manner.mark.as_bytes())?;
    let mut builder = WriterBuilder::new();
    let writer = builder
        .flexible(true)
        .delimiter(manner.delimiter)
        .from_writer(out);
    let mut lines = Lines { writer, manner };
    write(&mut lines).map_err(|error| match error.into_kind() {
        // As it was, because a reader who has seen enough is no failure.
        ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("{kind:?}")),
    })?;
    lines.writer.flush()
}

fn long(report: &Report, lines: &mut Lines<'_>) -> ::csv::Result<()> {
    let heading = ["table", "row", "column", "value"];
    lines.writer.write_record(heading.iter().chain(&BESIDE))?;
    if let Some(mark) = &report.draft {
        // So that figures of a draft cannot pass for others once they stand in a spreadsheet.
        lines.writer.write_record(["draft", "", "", mark, "", "", ""])?;
    }
    for table in report.tables() {
        for (row, address) in table.rows.iter().zip(table.addresses()) {
            for (column, value) in table.columns.iter().zip(row) {
                let place = [table.id, &address, column.id].map(|id| (id.into(), CellForm::Text));
                let cells = place.into_iter().chain([(value.data(), kind(value))]);
                lines.line(cells.chain((0..BESIDE.len()).map(|which| beside(value, which))))?;
            }
        }
    }
    Ok(())
}

/// What stands beside a figure, by its number; nothing where nothing does.
fn beside(value: &Value, which: usize) -> (Cow<'_, str>, CellForm) {
    let count = value.partial().and_then(|own| own.beside()[which]);
    let cell = count.map_or(Cow::Borrowed(""), |count| count.to_string().into());
    (cell, CellForm::Number)
}

/// The table with a column for each of its own, and behind it one for whatever stands beside its figures.
fn alone(table: &Table, lines: &mut Lines<'_>) -> ::csv::Result<()> {
    let (mut names, mut columns) = (Vec::new(), Vec::new());
    for (at, column) in table.columns.iter().enumerate() {
        names.push(column.id.to_owned());
        columns.push((at, None));
        for (which, name) in BESIDE.iter().enumerate() {
            let mut told = table.rows.iter().filter_map(|row| row[at].partial());
            if told.any(|own: &Partial| own.beside()[which].is_some()) {
                names.push(format!("{}/{name}", column.id));
                columns.push((at, Some(which)));
            }
        }
    }
    lines.writer.write_record(&names)?;
    for row in &table.rows {
        lines.line(columns.iter().map(|&(at, which)| match which {
            None => (row[at].data(), kind(&row[at])),
            Some(which) => beside(&row[at], which),
        }))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::ListingRows;
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
table,row,column,value,of,unknown,without_offices
units,terjun,unit,terjun,,,
units,terjun,staff,12,,,
units,terjun,hours,14.2,,,
units,terjun,reached,75,,,
units,labuhan,unit,labuhan,,,
units,labuhan,staff,9,,,
units,labuhan,hours,9.75,,,
units,labuhan,reached,,,,
units,camat,unit,camat,,,
units,camat,staff,4,,,
units,camat,hours,21,,,
units,camat,reached,*,,,
units,*,unit,*,,,
units,*,staff,25,,,
units,*,hours,13.6,,,
units,*,reached,72,,,
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
    fn the_desk_opens_it_with_a_click() {
        let listing = Listing {
            names: ["nip", "jp", "since", "note"].map(str::to_owned).to_vec(),
            kinds: vec![CellForm::Text, CellForm::Number, CellForm::Day],
            rows: ListingRows::from_iter([
                ["198607142010012003", "12.5", "2026-10-31", "a;b"],
                ["007", "-3", "", "=1+1"],
            ]),
            ..Listing::default()
        };
        let mut out = Vec::new();
        listing.write(&FOR_EXCEL, 80, &mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "\u{feff}nip;jp;since;note\n'198607142010012003;12,5;2026-10-31;\"a;b\"\n'007;-3;;'=1+1\n"
        );
    }

    #[test]
    fn what_stands_beside_a_figure_has_cells_of_its_own() {
        let mut report = sample::small();
        let cell = &mut report.sections[0].tables[0].rows[0][1];
        *cell = sample::in_part(cell.clone());
        assert!(text(&report, None).contains("\nunits,terjun,staff,12,20,3,2\nunits,terjun,hours,14.2,,,\n"));
        let alone = text(&report, Some("units"));
        let expected = "unit,staff,staff/of,staff/unknown,staff/without_offices,hours,reached\nterjun,12,20,3,2,14.2,75\n";
        assert!(
            alone.starts_with(expected) && alone.contains("\nlabuhan,9,,,,9.75,\n"),
            "{alone}"
        );
    }

    #[test]
    fn a_table_that_is_not_there_gives_nothing() {
        assert_eq!(text(&sample::calm(), Some("nothing")), "");
    }
}
