//! Workbooks of spreadsheet programs: every sheet that can be seen, its numbers and days as the program shows them.

use super::{SheetCell, SheetRow, Worksheet, Written};
use crate::words::import::Unread;
use calamine::{Data, ExcelDateTime, Range, Reader, SheetType, SheetVisible, open_workbook_auto_from_rs};
use std::io::Cursor;

/// From here on a program no longer keeps every digit of a number.
const EXACT: f64 = 1e15;

/// Reads the sheets of a workbook.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Vec<Worksheet>, Unread> {
    let unread = |reason: String| {
        let name = file.to_owned();
        match reason.to_lowercase().contains("password") {
            true => Unread::Protected { name },
            false => Unread::Damaged { name, reason },
        }
    };
    let mut book =
        open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| unread(error.to_string()))?;
    let seen = book.sheets_metadata().iter();
    let seen =
        seen.filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = seen.map(|sheet| sheet.name.clone()).collect();
    let mut sheets = Vec::new();
    for name in names {
        let range = book
            .worksheet_range(&name)
            .map_err(|error| unread(error.to_string()))?;
        sheets.push(Worksheet {
            rows: rows(&range),
            name: Some(name.into()),
            ..Worksheet::default()
        });
    }
    Ok(sheets)
}

/// The rows of a sheet, with the columns before its first.
fn rows(range: &Range<Data>) -> Vec<SheetRow> {
    let (first, before) = range.start().unwrap_or_default();
    let numbered = range.rows().zip(first as usize + 1..);
    let rows = numbered.map(|(cells, number)| {
        let before = std::iter::repeat_n(SheetCell::default(), before as usize);
        SheetRow {
            number,
            cells: before.chain(cells.iter().map(cell)).collect(),
        }
    });
    rows.collect()
}

fn cell(data: &Data) -> SheetCell {
    let of = |text: String, written: Written| SheetCell { text, written };
    match data {
        Data::Empty => SheetCell::default(),
        Data::String(text) => SheetCell::text(text),
        Data::Int(number) => of(number_text(*number as f64), Written::Number),
        Data::Float(number) => of(number_text(*number), Written::Number),
        Data::Bool(is) => of(if *is { "yes" } else { "no" }.to_owned(), Written::Text),
        Data::DateTime(moment) => day(moment),
        Data::DateTimeIso(text) => of(text.chars().take(10).collect(), Written::Day),
        Data::DurationIso(text) => SheetCell::text(text),
        Data::Error(error) => SheetCell::text(&error.to_string()),
    }
}

/// A moment as its day; a time of no day stays a number.
fn day(moment: &ExcelDateTime) -> SheetCell {
    if !moment.is_datetime() || moment.as_f64() < 1.0 {
        return SheetCell {
            text: number_text(moment.as_f64()),
            written: Written::Number,
        };
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    SheetCell {
        text: format!("{year:04}-{month:02}-{day:02}"),
        written: Written::Day,
    }
}

/// A number with the fifteen digits that its program keeps; a longer one as the program shows it, so that nobody takes
/// the digits that it lost for true.
fn number_text(number: f64) -> String {
    match number {
        _ if number.abs() >= EXACT => format!("{number:.14E}"),
        _ if number.fract() == 0.0 => format!("{number:.0}"),
        _ => format!("{number:.14e}")
            .parse::<f64>()
            .map_or_else(|_| number.to_string(), |kept| kept.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_what_its_program_shows() {
        for (number, expected) in [
            (61.0, "61"),
            (79.5, "79.5"),
            (0.1 + 0.2, "0.3"),
            (-3.25, "-3.25"),
            (198_609_262_015_051_001.0, "1.98609262015051E17"),
        ] {
            assert_eq!(number_text(number), expected);
        }
    }
}
