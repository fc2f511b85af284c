//! The place of what a report carries of itself inside of forms that are no text: a part of a workbook that nothing refers
//! to, and remarks before the end of a pdf. What is put in and taken out again leaves the same bytes.

/// The name of the part of a workbook.
const PART: &[u8] = b"docProps/bina.xml";

/// What stands around it there.
const AROUND: [&str; 2] = [
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<manifest xmlns=\"urn:bina:manifest\">",
    "</manifest>\n",
];

/// A record of a workbook, which is a ZIP: what it begins with, and how long it is without names.
type Header = (&'static [u8; 4], usize);

/// The end of the whole.
const END: Header = (b"PK\x05\x06", 22);

/// What stands before a part.
const LOCAL: Header = (b"PK\x03\x04", 30);

/// The line of a part in the list of all.
const ENTRY: Header = (b"PK\x01\x02", 46);

/// 1 January 1980, as ZIP has it: the same report gives the same bytes.
const DAY: u16 = 0x21;

/// What a remark in a pdf begins with.
const REMARK: &[u8] = b"%bina ";

/// How many bytes a remark holds.
const LINE: usize = 120;

/// How many parts a workbook has, how long their list is, and where it begins; `None` where it is no workbook of here.
fn end_of(zip: &[u8]) -> Option<[usize; 3]> {
    let end = zip.get(zip.len().checked_sub(END.1)?..)?;
    let number = |at: usize, length: usize| {
        let bytes = end[at..at + length].iter().rev();
        bytes.fold(0, |number, byte| number << 8 | usize::from(*byte))
    };
    let found = [number(10, 2), number(12, 4), number(16, 4)];
    let is_whole = found[1] + found[2] + END.1 == zip.len() && found[0] < usize::from(u16::MAX);
    (end.starts_with(END.0) && is_whole).then_some(found)
}

/// A workbook whose parts end before `list`, with that list and the number of its entries.
fn closed(parts: &[u8], list: &[u8], count: usize) -> Option<Vec<u8>> {
    let count = u16::try_from(count).ok()?.to_le_bytes();
    let [length, place] = [list.len(), parts.len()].map(u32::try_from);
    let [length, place] = [length.ok()?.to_le_bytes(), place.ok()?.to_le_bytes()];
    let end = [&END.0[..], &[0; 4], &count, &count, &length, &place, &[0; 2]].concat();
    Some([parts, list, &end].concat())
}

/// The check sum of ZIP.
fn check_sum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| {
        if sum & 1 == 1 {
            sum >> 1 ^ 0xEDB8_8320
        } else {
            sum >> 1
        }
    };
    !bytes
        .iter()
        .fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

/// A workbook with a text inside; `None` where there is no place for it.
pub(super) fn into_workbook(page: &[u8], own: &str) -> Option<Vec<u8>> {
    let [count, _, place] = end_of(page)?;
    // In a JSON these stand in texts only.
    let escape = |text: &str, sign: char| text.replace(sign, &format!("\\u{:04x}", u32::from(sign)));
    let own = ['&', '<', '>']
        .into_iter()
        .fold(own.to_owned(), |own, sign| escape(&own, sign));
    let content = [AROUND[0], &own, AROUND[1]].concat().into_bytes();
    let length = u32::try_from(content.len()).ok()?.to_le_bytes();
    let name = u16::try_from(PART.len()).ok()?.to_le_bytes();
    let sum = check_sum(&content).to_le_bytes();
    // Version, marks, no packing, time, day, check sum, both lengths, that of the name, and of nothing behind it.
    let told = [
        &[20, 0, 0, 0, 0, 0, 0, 0][..],
        &DAY.to_le_bytes(),
        &sum,
        &length,
        &length,
        &name,
        &[0; 2],
    ]
    .concat();
    let offset = u32::try_from(place).ok()?.to_le_bytes();
    let entry = [&ENTRY.0[..], &[20, 0], &told, &[0; 10], &offset, PART].concat();
    let parts = [&page[..place], LOCAL.0, &told, PART, &content].concat();
    let list = &page[place..page.len() - END.1];
    closed(&parts, &[list, &entry].concat(), count + 1)
}

/// A workbook without the text inside, and the text.
pub(super) fn out_of_workbook(file: &[u8]) -> Option<(Vec<u8>, String)> {
    let [count, length, place] = end_of(file)?;
    let list = file.get(place..place + length)?;
    let (rest, entry) = list.split_at_checked(list.len().checked_sub(ENTRY.1 + PART.len())?)?;
    (entry.starts_with(ENTRY.0) && entry.ends_with(PART)).then_some(())?;
    let begin = entry[42..ENTRY.1]
        .iter()
        .rev()
        .fold(0, |at, byte| at << 8 | usize::from(*byte));
    let own = file.get(begin..place)?;
    let content = own
        .get(LOCAL.1 + PART.len()..)
        .filter(|_| own.starts_with(LOCAL.0))?;
    let text = std::str::from_utf8(content).ok()?;
    let text = text.strip_prefix(AROUND[0])?.strip_suffix(AROUND[1])?.to_owned();
    Some((closed(&file[..begin], rest, count.checked_sub(1)?)?, text))
}

/// Where the last lines of a pdf begin.
fn tail_of(pdf: &[u8]) -> Option<usize> {
    memchr::memmem::rfind(pdf, b"startxref").filter(|_| pdf.starts_with(b"%PDF-"))
}

/// A pdf with a text inside; `None` where there is no place for it.
pub(super) fn into_pdf(page: &[u8], own: &str) -> Option<Vec<u8>> {
    let (before, tail) = page.split_at(tail_of(page)?);
    let lines = own.as_bytes().chunks(LINE).flat_map(|line| [REMARK, line, b"\n"]);
    let lines: Vec<u8> = lines.flatten().copied().collect();
    Some([before, &lines, tail].concat())
}

/// A pdf without the text inside, and the text.
pub(super) fn out_of_pdf(file: &[u8]) -> Option<(Vec<u8>, String)> {
    let (mut before, tail) = file.split_at(tail_of(file)?);
    let mut lines = Vec::new();
    while let Some(line) = before.strip_suffix(b"\n") {
        let begin = memchr::memrchr(b'\n', line).map_or(0, |at| at + 1);
        let Some(remark) = line[begin..].strip_prefix(REMARK) else {
            break;
        };
        lines.push(remark);
        before = &before[..begin];
    }
    lines.reverse();
    let text = String::from_utf8(lines.concat())
        .ok()
        .filter(|text| !text.is_empty())?;
    Some(([before, tail].concat(), text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read};

    const OWN: &str = "{\"a\": \"Sie \u{df} & <b> %bina\", \"figures\": [1, 2, 3]}";

    #[test]
    fn a_workbook_holds_it_as_a_part_and_gives_it_back() {
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().write(0, 0, "JP").unwrap();
        let page = book.save_to_buffer().unwrap();
        let whole = into_workbook(&page, OWN).unwrap();
        let (apart, text) = out_of_workbook(&whole).unwrap();
        assert_eq!(apart, page);
        let same = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(same(&text), same(OWN));
        // Whoever reads a ZIP finds it, with the right check sum, beside all that was there.
        let mut zip = zip::ZipArchive::new(Cursor::new(&whole)).unwrap();
        let mut content = String::new();
        zip.by_name("docProps/bina.xml")
            .unwrap()
            .read_to_string(&mut content)
            .unwrap();
        assert!(content.contains(&text));
        let mut sheet = String::new();
        let name = "xl/worksheets/sheet1.xml";
        zip.by_name(name).unwrap().read_to_string(&mut sheet).unwrap();
        assert_eq!(out_of_workbook(&page), None);
        for end in 0..whole.len() {
            assert_eq!(out_of_workbook(&whole[..end]), None, "{end}");
        }
    }

    #[test]
    fn a_pdf_holds_it_as_remarks_before_its_end() {
        let page = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n33\n%%EOF\n";
        let long = OWN.repeat(9);
        for own in [OWN, &long] {
            let whole = into_pdf(page, own).unwrap();
            assert!(whole.starts_with(&page[..47]) && whole.ends_with(b"\nstartxref\n33\n%%EOF\n"));
            assert_eq!(out_of_pdf(&whole), Some((page.to_vec(), own.to_owned())));
        }
        assert_eq!(out_of_pdf(page), None);
        assert_eq!(into_pdf(b"startxref", OWN), None);
    }
}
