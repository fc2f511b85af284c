//! A table as text: its encoding and its delimiter are told from the text itself.

use super::rows::{MOST_COLUMNS, Rows};
use super::{Layout, SheetCell, Worksheet};
use crate::words::import::Unread;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// What may part cells, the likeliest of an Indonesian spreadsheet program first.
const DELIMITERS: [u8; 4] = *b";\t,|";

/// How many lines tell the delimiter.
const LOOKED_AT: usize = 50;

/// Reads a text as a sheet.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Worksheet, Unread> {
    let text = decoded(bytes);
    // No text that people write holds it, in whatever encoding.
    if text.contains('\0') {
        let name = file.to_owned();
        return Err(Unread::NoWorkbook { name });
    }
    if is_web_page(&text) {
        let name = file.to_owned();
        return Err(Unread::WebPage { name });
    }
    // A first line that names the delimiter, as some programs write it.
    let (delimiter, body) = match text.get(..5).map(|line| line.as_bytes()) {
        Some([b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', named]) => (*named, text.get(5..).unwrap_or("")),
        _ => (delimiter(&text), &*text),
    };
    if let Some(row) = too_wide(&text, delimiter) {
        let name = file.to_owned();
        return Err(Unread::TooManyColumns { name, row });
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(body.as_bytes());
    let skipped = text.len() - body.len();
    let mut held = 0;
    let mut rows = Rows::of(file, None, &mut held);
    let (mut line, mut at) = (1, 0);
    let mut record = csv::StringRecord::new();
    // A text in memory does not fail, and rows of any width are taken.
    while reader.read_record(&mut record).unwrap_or(false) {
        let start = record.position().map_or(0, |position| position.byte() as usize) + skipped;
        line += lines(&text.as_bytes()[at..start]);
        at = start;
        // The reader goes on behind blank lines, which stand before the row.
        let blank = text.as_bytes()[start..]
            .iter()
            .take_while(|byte| matches!(byte, b'\r' | b'\n'))
            .count();
        let empty = lines(&text.as_bytes()[start..start + blank]);
        let number = line + empty;
        rows.begin(number)?;
        if empty > rest_of_line(text.as_bytes(), start) {
            rows.part();
        }
        for (column, cell) in record.iter().enumerate() {
            rows.put(number, column, SheetCell::text(cell))?;
        }
    }
    let laid_out = Layout {
        delimiter,
        has_mark: Encoding::for_bom(bytes).is_some(),
    };
    Ok(Worksheet {
        laid_out,
        ..rows.finish()?
    })
}

/// Whether a text is a page of the web, as some programs write it under the name of a workbook.
fn is_web_page(text: &str) -> bool {
    let begin = text.trim_start();
    let starts = |tag: &&str| {
        begin
            .get(..tag.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(tag))
    };
    ["<html", "<table", "<!doctype", "<?xml"].iter().any(starts)
}

/// The line from which on a row has more columns than any program keeps, as behind a quotation mark that nobody closed.
fn too_wide(text: &str, delimiter: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut columns, mut quoted, mut line) = (0, false, 1);
    for at in memchr::memchr3_iter(b'"', b'\n', delimiter, bytes) {
        let begins = || {
            at.checked_sub(1)
                .is_none_or(|before| matches!(bytes[before], b'\n' | b'"') || bytes[before] == delimiter)
        };
        match bytes[at] {
            // Inside a cell that is not quoted it is a letter.
            b'"' => quoted = !quoted && begins(),
            b'\n' => {
                line += 1;
                columns = if quoted { columns } else { 0 };
            }
            _ if !quoted => columns += 1,
            _ => {}
        }
        if columns >= MOST_COLUMNS {
            return Some(line);
        }
    }
    None
}

/// How many line ends at a place are none of their own: the end of the line before may have two letters, of which the
/// second is left.
fn rest_of_line(text: &[u8], at: usize) -> usize {
    usize::from(at.checked_sub(1).is_some_and(|before| text[before] == b'\r'))
}

/// How many lines end in some bytes.
fn lines(bytes: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', bytes).count()
}

/// The text of some bytes, by their mark or by their look: UTF-8, UTF-16, else the code page of Windows.
pub(super) fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => guessed(bytes),
    };
    encoding.decode(bytes).0
}

/// The encoding of a text without a mark: in UTF-16 every second byte of what people write here is zero.
fn guessed(bytes: &[u8]) -> &'static Encoding {
    let head = &bytes[..bytes.len().min(2000)];
    let zeros = |first: usize| {
        head.iter()
            .skip(first)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    match (zeros(0), zeros(1)) {
        (_, odd) if odd * 4 > head.len() => UTF_16LE,
        (even, _) if even * 4 > head.len() => UTF_16BE,
        _ if std::str::from_utf8(bytes).is_ok() => UTF_8,
        _ => WINDOWS_1252,
    }
}

/// What parts the cells: that which stands equally often in the most lines.
fn delimiter(text: &str) -> u8 {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(LOOKED_AT)
        .collect();
    let score = |delimiter: u8| {
        let counts: Vec<usize> = lines.iter().map(|line| outside_quotes(line, delimiter)).collect();
        let usual = counts.iter().copied().filter(|count| *count > 0);
        let usual = usual.max_by_key(|count| (counts.iter().filter(|other| *other == count).count(), *count));
        let agree = usual.map_or(0, |usual| counts.iter().filter(|count| **count == usual).count());
        (agree, usual)
    };
    // Of equal ones the first.
    let best = DELIMITERS.iter().rev().max_by_key(|delimiter| score(**delimiter));
    match best {
        Some(best) if score(*best).0 > 0 => *best,
        _ => b',',
    }
}

/// How often a delimiter stands in a line outside quotes.
fn outside_quotes(line: &str, delimiter: u8) -> usize {
    let mut is_quoted = false;
    let mut count = 0;
    for byte in line.bytes() {
        is_quoted ^= byte == b'"';
        count += usize::from(byte == delimiter && !is_quoted);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<(usize, Vec<String>)> {
        let sheet = read("daftar.csv", bytes).unwrap();
        let rows = sheet.rows.into_iter();
        rows.map(|row| (row.number, row.texts().map(str::to_owned).collect()))
            .collect()
    }

    fn row(number: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (number, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn the_encoding_is_told_from_the_bytes() {
        let expected = [row(1, &["Nama", "Nilai"]), row(2, &["René", "1"])];
        let text = "Nama,Nilai\nRené,1\n";
        let utf16 = |swap: bool, mark: bool| {
            let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
            let bytes = units.flat_map(|unit| {
                if swap {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            });
            bytes.collect::<Vec<u8>>()
        };
        let windows = text.chars().map(|letter| letter as u8).collect();
        for bytes in [
            text.as_bytes().to_vec(),
            [&[0xef, 0xbb, 0xbf], text.as_bytes()].concat(),
            utf16(false, true),
            utf16(true, true),
            utf16(false, false),
            windows,
        ] {
            assert_eq!(cells(&bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn the_delimiter_is_told_from_the_lines() {
        let expected = [
            row(1, &["Nama", "Awal", "Akhir"]),
            row(2, &["Siti Aminah, S.E.", "61,5", "79,0"]),
        ];
        for text in [
            "Nama;Awal;Akhir\nSiti Aminah, S.E.;61,5;79,0\n",
            "Nama\tAwal\tAkhir\r\nSiti Aminah, S.E.\t61,5\t79,0\r\n",
            "Nama,Awal,Akhir\n\"Siti Aminah, S.E.\",\"61,5\",\"79,0\"\n",
            "sep=;\nNama;Awal;Akhir\nSiti Aminah, S.E.;61,5;79,0",
        ] {
            let found: Vec<_> = cells(text.as_bytes())
                .into_iter()
                .map(|(_, cells)| cells)
                .collect();
            let expected: Vec<_> = expected.iter().map(|(_, cells)| cells.clone()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_row_has_the_number_of_its_line() {
        let text = "DAFTAR\r\n\r\nNama;NIP\r\n\"Siti\nAminah\";1\r\nBudi;2\r\n";
        let numbers: Vec<usize> = cells(text.as_bytes())
            .into_iter()
            .map(|(number, _)| number)
            .collect();
        assert_eq!(numbers, [1, 2, 3, 4, 6]);
    }
}
