//! Which rows and columns of an xlsx its program does not show: they are read like others, and it is told that they were.

use super::Concealed;
use super::rows::MOST_COLUMNS;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::HashMap;
use std::io::{BufReader, Cursor, Read};
use zip::ZipArchive;

/// A package that is being read.
type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// So many hidden rows of a sheet are noted.
const MOST_ROWS: usize = 1 << 16;

/// What does not show, by the name of the sheet. What cannot be read is told by who reads the cells.
pub(super) fn of(bytes: &[u8]) -> HashMap<String, Concealed> {
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
        if let Some(part) = part.filter(|part| may_conceal(&mut archive, part)) {
            found.insert(name, of_sheet(&mut archive, &part));
        }
    }
    found
}

/// Whether a part says of anything that it is hidden: looked for as plain bytes, because few sheets hide something.
fn may_conceal(archive: &mut Archive<'_>, part: &str) -> bool {
    const WORD: &[u8] = b"hidden=";
    let Ok(mut part) = archive.by_name(part) else {
        return false;
    };
    let (mut bytes, mut kept) = (vec![0; 1 << 16], 0);
    while let Ok(read @ 1..) = part.read(&mut bytes[kept..]) {
        let filled = kept + read;
        if memchr::memmem::find(&bytes[..filled], WORD).is_some() {
            return true;
        }
        kept = filled.min(WORD.len());
        bytes.copy_within(filled - kept..filled, 0);
    }
    false
}

fn of_sheet(archive: &mut Archive<'_>, part: &str) -> Concealed {
    let (mut concealed, mut row) = (Concealed::default(), 0);
    each_tag(archive, part, |tag| {
        let number = |name: &str| told(tag, name).and_then(|text| text.parse::<usize>().ok());
        let is_hidden = || told(tag, "hidden").is_some_and(|is| is == "1" || is == "true");
        match tag.local_name().as_ref() {
            "col" if is_hidden() => {
                let (first, last) = (number("min").unwrap_or(1).max(1), number("max").unwrap_or(0));
                concealed.columns.extend(first - 1..last.min(MOST_COLUMNS));
            }
            "row" => {
                row = number("r").unwrap_or(row + 1);
                let is_noted = concealed.rows.len() < MOST_ROWS && is_hidden();
                concealed.rows.extend(is_noted.then_some(row));
            }
            _ => {}
        }
    });
    concealed
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
