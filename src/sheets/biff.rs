//! What an xls says beside its cells: how far its sheets reach, since who reads them makes room for every cell up to the last,
//! and which cells show their number as a share of a hundred.

use crate::words::import::Unread;
use std::collections::HashSet;

/// The most cells, filled and empty, that the sheets of a file may have up to their last ones.
const MOST: u64 = 8 << 20;

/// The kinds of records that are looked at.
const DIMENSIONS: u16 = 0x0200;
const SHEET: u16 = 0x0085;
const END: u16 = 0x000a;
const FORMAT: u16 = 0x041e;
const STYLE: u16 = 0x00e0;
const MANY_NUMBERS: u16 = 0x00bd;
const CELLS: [u16; 9] = [
    0x0006,
    0x00d6,
    0x00fd,
    0x0203,
    0x0204,
    0x0205,
    0x0207,
    0x027e,
    MANY_NUMBERS,
];

/// Refuses a file whose sheets reach too far, or whose parts lead in a circle.
pub(super) fn bounded(file: &str, bytes: &[u8]) -> Result<(), Unread> {
    let name = || file.to_owned();
    let damaged = || Unread::Damaged { name: name() };
    let stream = Compound::of(bytes).and_then(|compound| compound.workbook());
    let stream = stream.ok_or_else(damaged)?;
    let sheets = records(&stream, 0).filter(|(kind, _)| *kind == SHEET);
    let mut reach = 0;
    for (_, data) in sheets {
        let from = long(data, 0).ok_or_else(damaged)? as usize;
        reach += reach_of(&stream, from);
        if reach > MOST {
            return Err(Unread::ReachesTooFar { name: name() });
        }
    }
    Ok(())
}

/// How many cells a sheet has up to its last ones, or says that it has.
fn reach_of(stream: &[u8], from: usize) -> u64 {
    let (mut told, mut first, mut last) = (0, (u64::MAX, u64::MAX), (0, 0));
    for (kind, data) in records(stream, from) {
        if kind == DIMENSIONS {
            let (rows, columns) = match data.len() {
                10 => (
                    (short(data, 0).map(u32::from), short(data, 2).map(u32::from)),
                    short(data, 6),
                ),
                _ => ((long(data, 0), long(data, 4)), short(data, 10)),
            };
            let rows = match rows {
                // Who reads it counts from the first to the last.
                (Some(first), Some(last)) if last > 0 && first >= last => u64::MAX,
                (_, last) => last.map_or(0, u64::from),
            };
            told = told.max(rows.saturating_mul(columns.map_or(0, u64::from)));
        }
        let place = (short(data, 0).map(u64::from), short(data, 2).map(u64::from));
        if let (true, (Some(row), Some(column))) = (CELLS.contains(&kind), place) {
            let end = data.len().checked_sub(2).filter(|_| kind == MANY_NUMBERS);
            let end = end.and_then(|at| short(data, at)).map_or(column, u64::from);
            first = (first.0.min(row), first.1.min(column));
            last = (last.0.max(row), last.1.max(column).max(end));
        }
    }
    let length = |first: u64, last: u64| (last + 1).saturating_sub(first);
    told.max(length(first.0, last.0) * length(first.1, last.1))
}

/// The places, counted from 0, of the cells of each sheet that show a share of a hundred; of an xls that was found bounded.
pub(super) fn percents(bytes: &[u8]) -> Vec<HashSet<(u32, u32)>> {
    let Some(stream) = Compound::of(bytes).and_then(|compound| compound.workbook()) else {
        return Vec::new();
    };
    // What every program knows: `0%` and `0.00%`.
    let (mut formats, mut styles, mut sheets) = (HashSet::from([9, 10]), Vec::new(), Vec::new());
    for (kind, data) in records(&stream, 0) {
        match kind {
            FORMAT if data.get(2..).is_some_and(|text| text.contains(&b'%')) => {
                formats.extend(short(data, 0))
            }
            STYLE => styles.push(short(data, 2).unwrap_or_default()),
            SHEET => sheets.push(long(data, 0).unwrap_or_default() as usize),
            _ => {}
        }
    }
    let is_share = |style: u16| {
        let format = styles.get(usize::from(style));
        format.is_some_and(|format| formats.contains(format))
    };
    let of_sheet = |from: usize| {
        let cells = records(&stream, from).filter(|(kind, _)| CELLS.contains(kind));
        let styled = cells.flat_map(|(kind, data)| {
            let (row, first) = (
                short(data, 0).unwrap_or_default(),
                short(data, 2).unwrap_or_default(),
            );
            // Of many each has a style and a number behind the place of the first.
            let many = (data.len().saturating_sub(6)) / 6;
            let count = if kind == MANY_NUMBERS { many } else { 1 };
            (0..count).filter_map(move |at| {
                let style = short(data, 4 + 6 * at)?;
                Some((style, (u32::from(row), u32::from(first) + at as u32)))
            })
        });
        let shares = styled.filter(|(style, _)| is_share(*style));
        shares.map(|(_, place)| place).collect()
    };
    sheets.into_iter().map(of_sheet).collect()
}

/// The records from a place on, up to the end of their part: kind and content.
fn records(stream: &[u8], from: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at = from;
    let next = move || {
        let (kind, length) = (short(stream, at)?, short(stream, at + 2)?);
        let data = stream.get(at + 4..at + 4 + usize::from(length))?;
        at += 4 + data.len();
        (kind != END).then_some((kind, data))
    };
    std::iter::from_fn(next)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(two.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

/// From here on a number of a sector is a mark.
const MARKS: u32 = 0xffff_fff0;

/// What is shorter lies in small sectors.
const SMALL: usize = 4096;

/// A file of files, in sectors that are linked to chains.
struct Compound<'b> {
    bytes: &'b [u8],
    sector: usize,
    /// The sector that follows each.
    links: Vec<u32>,
}

impl<'b> Compound<'b> {
    fn of(bytes: &'b [u8]) -> Option<Compound<'b>> {
        let sector = match short(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut compound = Compound {
            bytes,
            sector,
            links: Vec::new(),
        };
        let mut tables: Vec<u32> = (0..109).filter_map(|at| long(bytes, 76 + 4 * at)).collect();
        let (mut next, mut left) = (long(bytes, 68)?, bytes.len() / sector);
        while next < MARKS {
            left = left.checked_sub(1)?;
            let more: Vec<u32> = longs(compound.at(next)?).collect();
            let (last, more) = more.split_last()?;
            tables.extend(more);
            next = *last;
        }
        for table in tables.into_iter().filter(|table| *table < MARKS) {
            let links: Vec<u32> = longs(compound.at(table)?).collect();
            compound.links.extend(links);
        }
        Some(compound)
    }

    /// A sector; the last of a file may be cut.
    fn at(&self, sector: u32) -> Option<&'b [u8]> {
        let from = (sector as usize + 1).checked_mul(self.sector)?;
        self.bytes.get(from..self.bytes.len().min(from + self.sector))
    }

    /// The bytes of a chain; `None` when it leads in a circle or nowhere.
    fn chain(&self, first: u32) -> Option<Vec<u8>> {
        let (mut out, mut next) = (Vec::new(), first);
        while next < MARKS {
            out.extend_from_slice(self.at(next)?);
            if out.len() > self.bytes.len() {
                return None;
            }
            next = *self.links.get(next as usize)?;
        }
        Some(out)
    }

    /// The stream that holds the sheets.
    fn workbook(&self) -> Option<Vec<u8>> {
        let folder = self.chain(long(self.bytes, 48)?)?;
        let entries: Vec<&[u8]> = folder.chunks_exact(128).collect();
        let name = |entry: &[u8]| -> String {
            let units = entry[..64].chunks_exact(2).map(|unit| char::from(unit[0]));
            units.take_while(|letter| *letter != '\0').collect()
        };
        let named = |wanted: &str| {
            entries
                .iter()
                .find(|entry| name(entry).eq_ignore_ascii_case(wanted))
        };
        let entry = named("Workbook").or_else(|| named("Book"))?;
        let (first, length) = (long(entry, 116)?, long(entry, 120)? as usize);
        // Small sectors lie in a chain of their own, with their links in another.
        let (small, links) = match long(self.bytes, 64)? {
            0 => (Vec::new(), Vec::new()),
            _ => (
                self.chain(long(entries.first()?, 116)?)?,
                longs(&self.chain(long(self.bytes, 60)?)?).collect(),
            ),
        };
        if length >= SMALL {
            let mut whole = self.chain(first)?;
            whole.truncate(length);
            return Some(whole);
        }
        let (mut out, mut next) = (Vec::new(), first);
        while next < MARKS && out.len() < length {
            let from = next as usize * 64;
            out.extend_from_slice(small.get(from..from + 64)?);
            next = *links.get(next as usize)?;
        }
        Some(out)
    }
}

/// The numbers that some bytes hold.
fn longs(bytes: &[u8]) -> impl Iterator<Item = u32> {
    (0..bytes.len() / 4).filter_map(|at| long(bytes, 4 * at))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sector of numbers, filled up with the mark of what is free.
    fn sector(numbers: &[u32]) -> Vec<u8> {
        let filled = numbers.iter().copied().chain(std::iter::repeat(u32::MAX));
        filled.take(128).flat_map(u32::to_le_bytes).collect()
    }

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = data.len() as u16;
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    }

    /// An xls of one sheet whose records are those.
    fn xls(sheet: &[u8]) -> Vec<u8> {
        book(&[], sheet)
    }

    /// The same with records of the whole book.
    fn book(whole: &[u8], sheet: &[u8]) -> Vec<u8> {
        let end = record(END, &[]);
        let from = (4 + 4 + whole.len() + end.len()) as u32;
        let stream = [&record(SHEET, &from.to_le_bytes())[..], whole, &end, sheet, &end].concat();
        let mut header = vec![0; 512];
        header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
        header[30] = 9;
        // Links in sector 0, the folder in 1, the stream from 2 on.
        for (at, number) in [(48, 1), (60, u32::MAX), (68, u32::MAX), (76, 0)] {
            header[at..at + 4].copy_from_slice(&u32::to_le_bytes(number));
        }
        header[80..].fill(0xff);
        let long = SMALL.max(stream.len());
        let sectors = long.div_ceil(512) as u32;
        let mut links = vec![MARKS + 13, MARKS + 14];
        links.extend((3..2 + sectors).chain([MARKS + 14]));
        let mut folder = vec![0; 512];
        folder[116..120].copy_from_slice(&u32::MAX.to_le_bytes());
        for (at, letter) in "Workbook".bytes().enumerate() {
            folder[128 + 2 * at] = letter;
        }
        folder[128 + 116..][..4].copy_from_slice(&2_u32.to_le_bytes());
        folder[128 + 120..][..4].copy_from_slice(&(long as u32).to_le_bytes());
        let mut bytes = [header, sector(&links), folder, stream].concat();
        bytes.resize(512 * (3 + sectors as usize), 0);
        bytes
    }

    fn told(sheet: &[u8]) -> Result<(), String> {
        bounded("x.xls", &xls(sheet)).map_err(|unread| unread.code())
    }

    #[test]
    fn a_sheet_that_reaches_too_far_is_refused_before_room_is_made() {
        let cell = |row: u16, column: u16| {
            let place = [row.to_le_bytes(), column.to_le_bytes()].concat();
            record(0x0203, &[&place[..], &[0; 10]].concat())
        };
        assert_eq!(told(&cell(4, 2)), Ok(()));
        assert_eq!(told(&[cell(0, 0), cell(u16::MAX, 100)].concat()), Ok(()));
        let far = Err("reaches-too-far".to_owned());
        assert_eq!(told(&[cell(0, 0), cell(u16::MAX, 255)].concat()), far);
        let mut dimensions = [0; 14];
        dimensions[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
        dimensions[10] = 200;
        assert_eq!(told(&record(DIMENSIONS, &dimensions)), far);
    }

    #[test]
    fn shares_are_told_by_the_style_of_their_cells() {
        let shorts = |numbers: &[u16]| {
            numbers
                .iter()
                .copied()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<u8>>()
        };
        // A format of its own, and three styles: none, that format, and `0%`.
        let format = record(FORMAT, &[&shorts(&[164, 4])[..], b"\x000.0%"].concat());
        let styles = [0, 164, 9].map(|format| record(STYLE, &shorts(&[0, format])));
        let cell = |row: u16, column: u16, style: u16| {
            record(0x0203, &[&shorts(&[row, column, style])[..], &[0; 8]].concat())
        };
        // Two numbers in one record: the first plain, the second a share.
        let many = record(MANY_NUMBERS, &shorts(&[3, 1, 0, 0, 0, 2, 0, 0, 2]));
        let sheet = [cell(1, 0, 0), cell(1, 1, 1), cell(2, 1, 2), many].concat();
        let bytes = book(&[format, styles.concat()].concat(), &sheet);
        let expected = HashSet::from([(1, 1), (2, 1), (3, 2)]);
        assert_eq!(percents(&bytes), [expected]);
    }

    #[test]
    fn sectors_in_a_circle_are_no_workbook() {
        let mut bytes = xls(&[]);
        // The folder follows itself.
        bytes[512 + 4..512 + 8].copy_from_slice(&1_u32.to_le_bytes());
        let told = bounded("x.xls", &bytes).map_err(|unread| unread.code());
        assert_eq!(told, Err("damaged".to_owned()));
        assert!(bounded("x.xls", &[0; 600]).is_err());
    }
}
