//! What an xlsx says of its sheets beside their cells: which rows and columns do not show, and which cells are merged.

use super::Concealed;
use super::rows::{MOST_COLUMNS, Merged};
use memchr::memmem;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::HashMap;
use std::io::{BufReader, Cursor, Read};
use zip::ZipArchive;

/// A package that is being read.
type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// So many hidden rows, and merged cells, of a sheet are noted.
const MOST: usize = 1 << 16;

/// What is said of one sheet.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// What does not show.
    pub(super) concealed: Concealed,
    /// The cells that are merged over rows.
    pub(super) merged: Vec<Merged>,
}

/// What is said of each sheet, by its name. What cannot be read is told by who reads the cells.
pub(super) fn of(bytes: &[u8]) -> HashMap<String, Beside> {
    let mut found = HashMap::new();
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return found;
    };
    let mut sheets = Vec::new();
    each_tag(&mut archive, "xl/workbook.xml", |tag| {
        if tag.local_name().as_ref() == "sheet" {
            sheets.extend(told(tag, "name").zip(told(tag, "r:id")));
        }
    });
    let mut parts = HashMap::new();
    each_tag(&mut archive, "xl/_rels/workbook.xml.rels", |tag| {
        parts.extend(told(tag, "Id").zip(told(tag, "Target")));
    });
    for (name, id) in sheets {
        let part = parts.get(&id).map(|target| match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => format!("xl/{target}"),
        });
        if let Some(part) = part.filter(|part| says_any(&mut archive, part)) {
            found.insert(name, of_sheet(&mut archive, &part));
        }
    }
    found
}

/// Whether a part says any of it: looked for as plain bytes, because few sheets do.
fn says_any(archive: &mut Archive<'_>, part: &str) -> bool {
    const WORDS: [&[u8]; 2] = [b"hidden=", b"mergeCell "];
    const LONGEST: usize = WORDS[1].len();
    let Ok(mut part) = archive.by_name(part) else {
        return false;
    };
    let (mut bytes, mut kept) = (vec![0; 1 << 16], 0);
    while let Ok(read @ 1..) = part.read(&mut bytes[kept..]) {
        let filled = kept + read;
        if WORDS
            .iter()
            .any(|word| memmem::find(&bytes[..filled], word).is_some())
        {
            return true;
        }
        kept = filled.min(LONGEST);
        bytes.copy_within(filled - kept..filled, 0);
    }
    false
}

fn of_sheet(archive: &mut Archive<'_>, part: &str) -> Beside {
    let (mut beside, mut row) = (Beside::default(), 0);
    each_tag(archive, part, |tag| {
        let number = |name: &str| told(tag, name).and_then(|text| text.parse::<usize>().ok());
        let is_hidden = || told(tag, "hidden").is_some_and(|is| is == "1" || is == "true");
        match tag.local_name().as_ref() {
            "col" if is_hidden() => {
                let (first, last) = (number("min").unwrap_or(1).max(1), number("max").unwrap_or(0));
                let columns = &mut beside.concealed.columns;
                columns.extend(first - 1..last.min(MOST_COLUMNS));
            }
            "row" => {
                row = number("r").unwrap_or(row + 1);
                let rows = &mut beside.concealed.rows;
                rows.extend((rows.len() < MOST && is_hidden()).then_some(row));
            }
            "mergeCell" if beside.merged.len() < MOST => {
                let merged = told(tag, "ref").and_then(|area| over_rows(&area));
                beside.merged.extend(merged);
            }
            _ => {}
        }
    });
    beside
}

/// A merged area, `A5:C7`, where it has several rows.
fn over_rows(area: &str) -> Option<Merged> {
    let place = |text: &str| {
        let digits = text.find(|letter: char| letter.is_ascii_digit())?;
        let (letters, row) = text.split_at(digits);
        let column = letters.bytes().try_fold(0_usize, |column, letter| {
            let letter = letter
                .is_ascii_uppercase()
                .then(|| usize::from(letter - b'A') + 1)?;
            Some(column.checked_mul(26)? + letter)
        });
        Some((column?.checked_sub(1)?, row.parse::<usize>().ok()?))
    };
    let (start, end) = area.split_once(':')?;
    let ((column, first), (_, last)) = (place(start)?, place(end)?);
    (last > first).then_some(Merged { column, first, last })
}

/// What an attribute says.
pub(super) fn told(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    let value = attribute.normalized_value(XmlVersion::Implicit1_0);
    Some(value.ok()?.into_owned())
}

/// Hands every tag that a part opens to `each`, as far as it can be read.
fn each_tag(archive: &mut Archive<'_>, part: &str, mut each: impl FnMut(&BytesStart<'_>)) {
    let Ok(part) = archive.by_name(part) else {
        return;
    };
    let mut xml = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => each(&tag),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_over_rows_is_of_its_first_column() {
        let of = |area: &str| over_rows(area).map(|one| (one.column, one.first, one.last));
        assert_eq!(of("B5:D7"), Some((1, 5, 7)));
        assert_eq!(of("AA1:AA2"), Some((26, 1, 2)));
        for area in ["B5:D5", "B5", "5:7", "", "ZZZZZZZZZZZZZZZZ1:A2"] {
            assert_eq!(of(area), None, "{area}");
        }
    }
}
