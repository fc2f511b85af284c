//! Workbooks of Excel: every sheet that can be seen, its numbers and days as the program shows them.

use super::biff;
use super::rows::Rows;
use super::{OfText, SheetCell, VALUELESS, Worksheet, beside};
use crate::words::import::Unread;
use calamine::{Data, DataRef, ExcelDateTime, Reader, Sheet, SheetType, SheetVisible, Xls, Xlsx};
use std::collections::{HashMap, HashSet};
use std::fmt::Display;
use std::io::Cursor;

/// Reads the sheets of an xlsx, cell after cell; `of_text` makes the cells of texts.
pub(super) fn xlsx(file: &str, bytes: &[u8], of_text: OfText) -> Result<Vec<Worksheet>, Unread> {
    let unread = |error: calamine::XlsxError| unread(file, &error);
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(unread)?;
    let mut beside = beside::of(bytes);
    let (mut sheets, mut held) = (Vec::new(), 0);
    for name in seen(book.sheets_metadata()) {
        let mut rows = Rows::of(file, Some(&name), &mut held);
        let mut cells = book.worksheet_cells_reader(&name).map_err(unread)?;
        let beside = beside.remove(&name).unwrap_or_default();
        while let Some(found) = cells.next_cell_with_formula_metadata().map_err(unread)? {
            let value = match found.value {
                DataRef::Empty if found.formula.is_some() => DataRef::SharedString(VALUELESS),
                value => value,
            };
            match value {
                DataRef::Float(share) if beside.percents.contains(&found.pos) => {
                    let (row, column) = found.pos;
                    rows.put(row as usize + 1, column as usize, SheetCell::percent(share))?;
                }
                value => put(&mut rows, found.pos, &value, of_text)?,
            }
        }
        sheets.push(Worksheet {
            concealed: beside.concealed,
            ..rows.finish_merged(&beside.merged)?
        });
    }
    sheets.extend(unseen(book.sheets_metadata()));
    Ok(sheets)
}

/// Reads the sheets of an xls, once it is known how far they reach.
pub(super) fn xls(file: &str, bytes: &[u8], of_text: OfText) -> Result<Vec<Worksheet>, Unread> {
    biff::bounded(file, bytes)?;
    let unread = |error: calamine::XlsError| unread(file, &error);
    let mut book = Xls::new(Cursor::new(bytes)).map_err(unread)?;
    let (mut sheets, mut held) = (Vec::new(), 0);
    let names: Vec<String> = book.sheet_names();
    let percents: HashMap<String, HashSet<(u32, u32)>> =
        names.into_iter().zip(biff::percents(bytes)).collect();
    for name in seen(book.sheets_metadata()) {
        let mut rows = Rows::of(file, Some(&name), &mut held);
        let range = book.worksheet_range(&name).map_err(unread)?;
        let is_share = |place: &(u32, u32)| percents.get(&name).is_some_and(|shares| shares.contains(place));
        let (row, column) = range.start().unwrap_or_default();
        for (below, right, value) in range.used_cells() {
            let position = (row + below as u32, column + right as u32);
            match value {
                Data::Float(share) if is_share(&position) => {
                    rows.put(
                        position.0 as usize + 1,
                        position.1 as usize,
                        SheetCell::percent(*share),
                    )?;
                }
                Data::Int(share) if is_share(&position) => {
                    let cell = SheetCell::percent(*share as f64);
                    rows.put(position.0 as usize + 1, position.1 as usize, cell)?;
                }
                value => put(&mut rows, position, &shown(value), of_text)?,
            }
        }
        sheets.push(rows.finish()?);
    }
    sheets.extend(unseen(book.sheets_metadata()));
    Ok(sheets)
}

/// A value of an xls as that of an xlsx.
fn shown(value: &Data) -> DataRef<'_> {
    match value {
        Data::Empty => DataRef::Empty,
        Data::String(text) => DataRef::SharedString(text),
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::Bool(is) => DataRef::Bool(*is),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
    }
}

/// The names of the sheets that hold cells and can be seen.
fn seen(sheets: &[Sheet]) -> Vec<String> {
    let seen = holding_cells(sheets).filter(|sheet| sheet.visible == SheetVisible::Visible);
    seen.map(|sheet| sheet.name.clone()).collect()
}

/// Those that cannot.
fn unseen(sheets: &[Sheet]) -> Vec<Worksheet> {
    let unseen = holding_cells(sheets).filter(|sheet| sheet.visible != SheetVisible::Visible);
    unseen.map(|sheet| Worksheet::unseen(&sheet.name)).collect()
}

fn holding_cells(sheets: &[Sheet]) -> impl Iterator<Item = &Sheet> {
    sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet)
}

/// Why a workbook is not read.
fn unread(file: &str, error: &dyn Display) -> Unread {
    let name = file.to_owned();
    match error.to_string().to_lowercase().contains("password") {
        true => Unread::Protected { name },
        false => Unread::Damaged { name },
    }
}

/// Puts a value in, at its place counted from 0.
fn put(
    rows: &mut Rows<'_>,
    (row, column): (u32, u32),
    value: &DataRef<'_>,
    of_text: OfText,
) -> Result<(), Unread> {
    let cell = match value {
        DataRef::Empty => return Ok(()),
        DataRef::String(text) | DataRef::DurationIso(text) => of_text(text),
        DataRef::SharedString(text) => of_text(text),
        DataRef::Int(number) => SheetCell::number(*number as f64),
        DataRef::Float(number) => SheetCell::number(*number),
        DataRef::Bool(is) => SheetCell::truth(*is),
        DataRef::DateTime(moment) => day(moment),
        DataRef::DateTimeIso(text) => SheetCell::day(text),
        DataRef::Error(error) => SheetCell::text(&error.to_string()),
    };
    match cell.text.is_empty() {
        true => Ok(()),
        false => rows.put(row as usize + 1, column as usize, cell),
    }
}

/// A moment as its day; a time of no day stays a number.
fn day(moment: &ExcelDateTime) -> SheetCell {
    if !moment.is_datetime() || moment.as_f64() < 1.0 {
        return SheetCell::number(moment.as_f64());
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    SheetCell::day(&format!("{year:04}-{month:02}-{day:02}"))
}
