//! A workbook that leaves: sheets with a frozen heading, real numbers and days, and text that nothing calculates.
//!
//! A number or a day is real only where it comes back as the same text, so that nothing is lost on the way.

use super::Listing;
use super::listing::CellForm;
use crate::sheets::guard::guarded;
use crate::words::trouble::Trouble;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};
use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{self, Write};

/// The longest name of a sheet.
const LONGEST_NAME: usize = 31;

/// How wide a column may be, in digits.
const WIDTHS: (usize, usize) = (8, 60);

/// How wide a sheet of lines is.
const PAGE: f64 = 110.0;

/// How many rows say how wide a column is.
const LOOKED_AT: usize = 200;

/// The first year whose days every program counts alike.
const FIRST_YEAR: u16 = 1901;

/// A workbook in the making.
pub struct Book {
    workbook: Workbook,
    names: HashSet<String>,
    heading: Format,
    title: Format,
    day: Format,
    text: Format,
    line: Format,
}

/// A failure of the writer in the words of the system.
pub(super) fn failed(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        error => io::Error::other(error.to_string()),
    }
}

/// Why a cell does not go into a sheet, counted from 0, where it holds too much.
fn overfull(error: XlsxError, sheet: &str, (row, column): (u32, &str)) -> io::Error {
    let (sheet, column) = (sheet.to_owned(), column.to_owned());
    io::Error::other(match error {
        XlsxError::MaxStringLengthExceeded => Trouble::CellFull {
            sheet,
            row: row + 1,
            column,
        },
        XlsxError::RowColumnLimitError => Trouble::SheetFull { sheet },
        error => return failed(error),
    })
}

impl Book {
    /// One without a sheet.
    ///
    /// # Errors
    /// When the day of its making cannot be written.
    pub fn new() -> io::Result<Book> {
        let mut workbook = Workbook::new();
        // The same records give the same bytes.
        let made = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
        Ok(Book {
            workbook,
            names: HashSet::new(),
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(0x00DD_E6F0)),
            title: Format::new().set_bold(),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            text: Format::new().set_num_format("@"),
            line: Format::new().set_num_format("@").set_text_wrap(),
        })
    }

    /// A sheet for each listing.
    ///
    /// # Errors
    /// When one holds more than a sheet can.
    pub fn of(listings: &[(String, Listing)]) -> io::Result<Book> {
        let mut book = Book::new()?;
        for (name, listing) in listings {
            book.listing(name, listing)?;
        }
        Ok(book)
    }

    /// Adds a sheet with the rows of a listing.
    ///
    /// # Errors
    /// When they are more than a sheet can hold.
    pub fn listing(&mut self, name: &str, listing: &Listing) -> io::Result<()> {
        let kinds: Vec<CellForm> = (0..listing.names.len())
            .map(|column| listing.kind(column))
            .collect();
        let rows = listing.rows.iter().map(|row| {
            let cells = row.into_iter().map(Cow::from);
            cells.zip(kinds.iter().copied()).collect()
        });
        self.sheet(name, &[], &listing.names, rows)
    }

    /// Adds a sheet: lines above the heading, the heading, and rows of texts with what each is.
    ///
    /// # Errors
    /// When they are more than a sheet can hold.
    pub fn sheet<'c>(
        &mut self,
        wanted: &str,
        above: &[String],
        names: &[String],
        rows: impl Iterator<Item = Vec<(Cow<'c, str>, CellForm)>>,
    ) -> io::Result<()> {
        let name = self.name(wanted);
        let mut sheet = Worksheet::new();
        sheet.set_name(name).map_err(failed)?;
        for (text, row) in above.iter().zip(0..) {
            sheet
                .write_string_with_format(row, 0, guarded(text), &self.title)
                .map_err(failed)?;
        }
        let heading = above.len() as u32;
        for (name, column) in names.iter().zip(0..) {
            sheet
                .write_string_with_format(heading, column, guarded(name), &self.heading)
                .map_err(failed)?;
        }
        let mut widths: Vec<usize> = names.iter().map(|name| name.chars().count()).collect();
        for (cells, row) in rows.zip(heading + 1..) {
            for ((text, kind), column) in cells.iter().zip(0..) {
                self.put(&mut sheet, (row, column), (text, *kind), names.is_empty())
                    .map_err(|error| {
                        let column = names.get(usize::from(column)).map_or("", String::as_str);
                        overfull(error, wanted, (row, column))
                    })?;
                if row <= heading + LOOKED_AT as u32
                    && let Some(width) = widths.get_mut(usize::from(column))
                {
                    *width = (*width).max(text.chars().count());
                }
            }
        }
        for (width, column) in widths.iter().zip(0..) {
            let width = (width + 2).clamp(WIDTHS.0, WIDTHS.1) as f64;
            sheet.set_column_width(column, width).map_err(failed)?;
        }
        if names.is_empty() {
            sheet.set_column_width(0, PAGE).map_err(failed)?;
            sheet.set_column_format(0, &self.line).map_err(failed)?;
        } else {
            sheet.set_freeze_panes(heading + 1, 0).map_err(failed)?;
            sheet.set_repeat_rows(heading, heading).map_err(failed)?;
        }
        // A page as wide as the sheet.
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        self.workbook.push_worksheet(sheet);
        Ok(())
    }

    /// Writes a cell as what it is; nothing where it is empty.
    fn put(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        (text, kind): (&str, CellForm),
        is_prose: bool,
    ) -> Result<(), XlsxError> {
        if text.is_empty() {
            return Ok(());
        }
        let written = match kind {
            CellForm::Number => number(text).map(|number| sheet.write_number(row, column, number).map(drop)),
            CellForm::Day => day(text).map(|day| {
                let written = sheet.write_datetime_with_format(row, column, &day, &self.day);
                written.map(drop)
            }),
            CellForm::Text => None,
        };
        written.unwrap_or_else(|| {
            let form = if is_prose { &self.line } else { &self.text };
            let written = sheet.write_string_with_format(row, column, guarded(text), form);
            written.map(drop)
        })
    }

    /// Adds a sheet that is made already.
    pub(super) fn push(&mut self, sheet: Worksheet) {
        self.workbook.push_worksheet(sheet);
    }

    /// A name that no other sheet has, without what programs do not take.
    fn name(&mut self, wanted: &str) -> String {
        let plain: String = wanted
            .chars()
            .map(|letter| if "[]:*?/\\'".contains(letter) { ' ' } else { letter })
            .collect();
        let plain = match plain.trim() {
            "" => "-",
            plain => plain,
        };
        let cut = |end: &str| {
            let room = LONGEST_NAME - end.chars().count();
            let start: String = plain.chars().take(room).collect();
            start.trim_end().to_owned() + end
        };
        let mut name = cut("");
        let mut number = 1;
        while !self.names.insert(name.to_lowercase()) {
            number += 1;
            name = cut(&format!(" {number}"));
        }
        name
    }

    /// Writes it.
    ///
    /// # Errors
    /// When a sheet holds more than programs take, or `out` cannot be written.
    pub fn write(mut self, out: &mut dyn Write) -> io::Result<()> {
        let bytes = self.workbook.save_to_buffer().map_err(failed)?;
        out.write_all(&bytes)
    }
}

/// A number that comes back as the same text.
fn number(text: &str) -> Option<f64> {
    let number: f64 = text.parse().ok()?;
    (number.is_finite() && number.to_string() == text && text.len() <= 15).then_some(number)
}

/// Whether a text is a day that every program counts alike.
pub(super) fn is_day(text: &str) -> bool {
    day(text).is_some()
}

/// A day that every program counts alike.
fn day(text: &str) -> Option<ExcelDateTime> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let is_plain = (year.len(), month.len(), day.len()) == (4, 2, 2) && parts.next().is_none();
    let year: u16 = year.parse().ok().filter(|year| is_plain && *year >= FIRST_YEAR)?;
    ExcelDateTime::from_ymd(year, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_comes_back_is_a_number_or_a_day() {
        for text in ["12", "-3", "85.5", "0"] {
            assert!(number(text).is_some(), "{text}");
        }
        for text in ["012", "85.50", "1e3", "NaN", "198607142010012003", "", "+5"] {
            assert!(number(text).is_none(), "{text}");
        }
        assert!(day("2026-10-31").is_some());
        for text in [
            "2026-13-31",
            "2026-10",
            "26-10-31",
            "1899-12-31",
            "2026-2-1",
            "2026-10-31-1",
        ] {
            assert!(day(text).is_none(), "{text}");
        }
    }

    #[test]
    fn no_two_sheets_have_one_name() {
        let mut book = Book::new().unwrap();
        let long = "Pelatihan menurut unit dan menurut bulan";
        for (wanted, expected) in [
            (long, "Pelatihan menurut unit dan menu"),
            (long, "Pelatihan menurut unit dan me 2"),
            ("a/b:c", "a b c"),
            ("A B C", "A B C 2"),
            ("", "-"),
        ] {
            assert_eq!(book.name(wanted), expected);
        }
    }
}
