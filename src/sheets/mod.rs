//! Tables that other programs keep: csv of every kind, xlsx, xls and ods, read to cells that know where they stand.
//!
//! It takes bytes and gives texts; what a column means is for others to say. What a file may cost is bounded before it is
//! paid: how much is unpacked, and what its cells hold together.
//!
//! ```text
//! read ── text            encoding, delimiter, rows
//!      ├─ package         what a zipped workbook unpacks to
//!      ├─ workbook        xlsx and xls: numbers and days as their program shows them
//!      │    ├─ biff       how far the sheets of an xls reach, and its shares
//!      │    └─ beside     what an xlsx says of rows, columns, merged cells and shares
//!      ├─ opendocument    ods
//!      └─ rows            the rows of a sheet, within bounds
//! heading                 which row of a sheet names its columns
//! exact                   what this program wrote itself, cell for cell
//! guard                   the apostrophe before what a program would calculate
//! ```

mod beside;
mod biff;
pub mod exact;
pub mod guard;
pub mod heading;
mod opendocument;
mod package;
mod rows;
mod stacked;
mod text;
mod workbook;

use crate::words::import::{Spot, Unread};
use package::Package;
pub use rows::SheetRow;
use std::sync::Arc;

/// What a program keeps of a cell beside its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Written {
    /// Text, as it was typed.
    #[default]
    Text,
    /// A number, with a point before its decimals.
    Number,
    /// A day, as `YYYY-MM-DD`.
    Day,
}

/// What stands for a formula whose value its program did not keep: what it gives is not known, and so it is not blank.
pub const VALUELESS: &str = "#FORMULA";

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetCell {
    /// What stands in it, without blanks around and without the apostrophe that makes a program keep text.
    pub text: String,
    /// What its program keeps it as.
    pub written: Written,
}

impl SheetCell {
    /// A number as its program keeps it: with the fifteen digits that are exact. A longer one stays as the program shows
    /// it, so that nobody takes the digits that it lost for true.
    fn number(number: f64) -> SheetCell {
        /// From here on a program no longer keeps every digit.
        const EXACT: f64 = 1e15;
        let text = match number {
            _ if number.abs() >= EXACT => format!("{number:.14E}"),
            _ if number.fract() == 0.0 => format!("{number:.0}"),
            _ => format!("{number:.14e}")
                .parse::<f64>()
                .map_or_else(|_| number.to_string(), |kept| kept.to_string()),
        };
        SheetCell {
            text,
            written: Written::Number,
        }
    }

    /// A share of a whole as its program shows it: 0.6 is 60%.
    fn percent(share: f64) -> SheetCell {
        let mut cell = SheetCell::number(share * 100.0);
        cell.text.push('%');
        cell
    }

    /// Whether a program turned a long number into one of fifteen digits, and the rest of it is lost: `2.02611E+17`.
    pub fn is_cut(&self) -> bool {
        let Some((digits, power)) = self.text.split_once(['E', 'e']) else {
            return false;
        };
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let mantissa = digits.split_once(['.', ',']);
        let whole = mantissa.map_or(digits, |(whole, _)| whole);
        whole.len() == 1
            && is_number(whole)
            && mantissa.is_none_or(|(_, places)| is_number(places))
            && is_number(power.strip_prefix('+').unwrap_or(power))
            // `2E3` may be the number of a room.
            && (power.starts_with('+') || mantissa.is_some())
    }

    /// Yes or no.
    fn truth(is: bool) -> SheetCell {
        SheetCell::text(if is { "yes" } else { "no" })
    }

    /// A day; what follows it in `text`, as the time of day, is left out.
    fn day(text: &str) -> SheetCell {
        SheetCell {
            text: text.chars().take(10).collect(),
            written: Written::Day,
        }
    }

    /// A text, as it was typed.
    pub fn text(text: &str) -> SheetCell {
        let text = text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
        SheetCell {
            text: guard::unguarded(text).trim().to_owned(),
            written: Written::Text,
        }
    }
}

/// How rows are laid out as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// What parts the cells.
    pub delimiter: u8,
    /// Whether a mark of its encoding stands before it.
    pub has_mark: bool,
}

/// Rows of a workbook as a spreadsheet program in Indonesian opens them.
impl Default for Layout {
    fn default() -> Layout {
        Layout {
            delimiter: b';',
            has_mark: true,
        }
    }
}

/// A sheet with its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worksheet {
    /// The file, as it was named; `-` is standard input.
    pub file: Arc<str>,
    /// Its own name, where the file holds several.
    pub name: Option<Arc<str>>,
    /// How its rows were laid out, where it was a text.
    pub laid_out: Layout,
    /// Its rows; none are read of a sheet that does not show.
    pub rows: Vec<SheetRow>,
    /// What of it does not show, though it may be read.
    pub concealed: Concealed,
}

/// What of a sheet its program does not show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concealed {
    /// Whether nothing of it shows.
    pub whole: bool,
    /// The numbers of rows, as by a filter.
    pub rows: Vec<usize>,
    /// Columns, from 0.
    pub columns: Vec<usize>,
}

impl Worksheet {
    /// A sheet that does not show: only its name is known.
    fn unseen(name: &str) -> Worksheet {
        let concealed = Concealed {
            whole: true,
            ..Concealed::default()
        };
        Worksheet {
            name: Some(name.into()),
            concealed,
            ..Worksheet::default()
        }
    }

    /// The place of a cell, or of a row as a whole.
    pub fn spot(&self, row: usize, column: Option<usize>) -> Spot {
        Spot {
            file: self.file.clone(),
            sheet: self.name.clone(),
            column,
            row,
        }
    }
}

/// The text of some bytes in whatever encoding, for who reads lines and no cells.
pub fn text(bytes: &[u8]) -> String {
    text::decoded(bytes).into_owned()
}

/// Reads every sheet that can be seen of a file, and names those that cannot.
///
/// # Errors
/// When it is no table, when it holds more than any program keeps, or when its program protects it.
pub fn read(file: &str, bytes: &[u8]) -> Result<Vec<Worksheet>, Unread> {
    if let Some(sheets) = book(file, bytes, SheetCell::text)? {
        return Ok(sheets);
    }
    let mut sheet = text::read(file, bytes)?;
    sheet.file = file.into();
    Ok(vec![sheet])
}

/// Makes a cell of a text.
type OfText = fn(&str) -> SheetCell;

/// Reads the sheets of a workbook of any kind; `of_text` makes the cells of texts. `None` of what is no workbook.
fn book(file: &str, bytes: &[u8], of_text: OfText) -> Result<Option<Vec<Worksheet>>, Unread> {
    let mut sheets = match bytes {
        [b'P', b'K', 3, 4, ..] => match package::kind(file, bytes)? {
            Package::Excel => workbook::xlsx(file, bytes, of_text)?,
            Package::OpenDocument => opendocument::read(file, bytes, of_text)?,
        },
        [0xd0, 0xcf, 0x11, 0xe0, ..] => workbook::xls(file, bytes, of_text)?,
        _ => return Ok(None),
    };
    for sheet in &mut sheets {
        sheet.file = file.into();
    }
    Ok(Some(sheets))
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
            assert_eq!(SheetCell::number(number).text, expected);
        }
    }

    #[test]
    fn a_number_that_was_cut_is_known() {
        for text in ["2.02611021234568E17", "2,02611E+17", "2E+17"] {
            assert!(SheetCell::text(text).is_cut(), "{text}");
        }
        for text in [
            "202611021234567801",
            "2E3",
            "E+17",
            "12.5E+3",
            "Ruang 2.1E+1",
            "2.02E",
        ] {
            assert!(!SheetCell::text(text).is_cut(), "{text}");
        }
    }

    #[test]
    fn the_apostrophe_before_a_text_goes() {
        for (text, expected) in [
            ("'198609262015051001", "198609262015051001"),
            ("'=1+1", "=1+1"),
            ("'t Hart", "'t Hart"),
            (" Nur'aini ", "Nur'aini"),
        ] {
            assert_eq!(SheetCell::text(text).text, expected);
        }
    }
}
