//! What an xlsx says of its sheets beside their cells: which rows and columns do not show, which cells are merged, and which
//! show their number as a share of a hundred.

use super::Concealed;
use super::rows::{MOST_COLUMNS, Merged};
use memchr::memmem;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::{HashMap, HashSet};
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
    /// The places, counted from 0, of the cells that show a share of a hundred.
    pub(super) percents: HashSet<(u32, u32)>,
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
    let percents = percents(&mut archive);
    for (name, id) in sheets {
        let part = parts.get(&id).map(|target| match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => format!("xl/{target}"),
        });
        if let Some(part) = part.filter(|part| !percents.is_empty() || says_any(&mut archive, part)) {
            found.insert(name, of_sheet(&mut archive, &part, &percents));
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

/// The styles of cells, by their places, that show a share of a hundred.
fn percents(archive: &mut Archive<'_>) -> HashSet<String> {
    // What every program knows: `0%` and `0.00%`.
    let mut formats: HashSet<String> = ["9", "10"].map(str::to_owned).into();
    let (mut styles, mut within, mut at) = (HashSet::new(), false, 0);
    each_tag(archive, "xl/styles.xml", |tag| match tag.local_name().as_ref() {
        "numFmt" if told(tag, "formatCode").is_some_and(|code| code.contains('%')) => {
            formats.extend(told(tag, "numFmtId"));
        }
        "cellXfs" => within = true,
        "cellStyles" | "dxfs" => within = false,
        "xf" if within => {
            let format = told(tag, "numFmtId");
            styles.extend(
                format
                    .filter(|format| formats.contains(format))
                    .map(|_| at.to_string()),
            );
            at += 1;
        }
        _ => {}
    });
    styles
}

/// The place of a cell, counted from 0: `B3`.
fn place(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = letter
            .is_ascii_uppercase()
            .then(|| u32::from(letter - b'A') + 1)?;
        column.checked_mul(26)?.checked_add(letter)
    });
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column?.checked_sub(1)?))
}

fn of_sheet(archive: &mut Archive<'_>, part: &str, percents: &HashSet<String>) -> Beside {
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
            "c" if beside.percents.len() < MOST
                && told(tag, "s").is_some_and(|style| percents.contains(&style)) =>
            {
                beside
                    .percents
                    .extend(told(tag, "r").and_then(|name| place(&name)));
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
    let (start, end) = area.split_once(':')?;
    let ((first, column), (last, _)) = (place(start)?, place(end)?);
    let [column, first, last] = [column, first + 1, last + 1].map(|number| number as usize);
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
