//! A zipped workbook: which kind it is, and that what it unpacks to is bounded, whatever its directory says.

use crate::words::import::Unread;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{self, BufReader, Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// What a package may unpack to: all that is read of it, and of that what is held whole, as the texts that cells share.
const MOST: Bounds = Bounds {
    all: 1 << 30,
    held: 128 << 20,
};

/// How much may be unpacked, in bytes.
#[derive(Clone, Copy)]
struct Bounds {
    all: u64,
    held: u64,
}

/// The kinds of zipped workbooks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Package {
    /// `.xlsx` and `.xlsm`.
    Excel,
    /// `.ods`.
    OpenDocument,
}

/// The part that holds the sheets of an OpenDocument.
const CONTENT: &str = "content.xml";

/// Which kind of workbook some bytes are, once it is known that they can be unpacked.
///
/// # Errors
/// When they are no workbook, or unpack to too much.
pub(super) fn kind(file: &str, bytes: &[u8]) -> Result<Package, Unread> {
    kind_within(file, bytes, MOST)
}

fn kind_within(file: &str, bytes: &[u8], most: Bounds) -> Result<Package, Unread> {
    let name = || file.to_owned();
    let damaged = || Unread::Damaged { name: name() };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let mut kind = None;
    let (mut all, mut held) = (0, 0);
    for at in 0..archive.len() {
        let part = archive.name_for_index(at).and_then(Result::ok);
        let part = part.unwrap_or_default().to_lowercase();
        // Pictures and the like are not read.
        let is_read = part.ends_with(".xml") || part.ends_with(".rels") || part == "mimetype";
        if !is_read {
            continue;
        }
        match &*part {
            CONTENT => kind = Some(Package::OpenDocument),
            "xl/workbook.xml" => kind = Some(Package::Excel),
            _ => {}
        }
        // A sheet is read as it is unpacked; the rest is taken in whole.
        let is_held = !part.contains("/worksheets/") && part != CONTENT;
        let most_of_it = if is_held { most.held - held } else { most.all - all };
        let size = unpacked(&mut archive, at, most_of_it).map_err(|_| damaged())?;
        if size > most_of_it {
            let megabytes = (if is_held { most.held } else { most.all }) >> 20;
            return Err(Unread::UnpacksToTooMuch {
                name: name(),
                part,
                megabytes,
            });
        }
        (all, held) = (all + size, held + if is_held { size } else { 0 });
        if part.ends_with("sharedstrings.xml") && told_texts(&mut archive, at) > size {
            return Err(damaged());
        }
    }
    kind.ok_or_else(|| Unread::NoWorkbook { name: name() })
}

/// To how much a part unpacks, up to a bound and a byte more; one that says more itself is not unpacked.
fn unpacked(archive: &mut ZipArchive<Cursor<&[u8]>>, at: usize, most: u64) -> Result<u64, ZipError> {
    let part = archive.by_index(at)?;
    match part.size() {
        size if size > most => Ok(size),
        _ => Ok(io::copy(&mut part.take(most + 1), &mut io::sink())?),
    }
}

/// How many shared texts a part says that it holds: who reads it makes room for them all. Each takes more than a byte.
fn told_texts(archive: &mut ZipArchive<Cursor<&[u8]>>, at: usize) -> u64 {
    let Ok(entry) = archive.by_index(at) else {
        return 0;
    };
    let mut xml = Reader::from_reader(BufReader::new(entry));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) if tag.local_name().as_ref() == "sst" => {
                let told = tag.try_get_attribute("uniqueCount").ok().flatten();
                return told.and_then(|told| told.value.trim().parse().ok()).unwrap_or(0);
            }
            Ok(Event::Eof) | Err(_) => return 0,
            Ok(_) => {}
        }
    }
}

/// Opens the part of an OpenDocument that holds its sheets.
pub(super) fn content<'b>(archive: &'b mut ZipArchive<Cursor<&'b [u8]>>) -> Result<impl Read + 'b, ZipError> {
    archive.by_name(CONTENT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::{SimpleFileOptions, ZipWriter};

    fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn told(bytes: &[u8]) -> Result<Package, String> {
        let most = Bounds {
            all: 3000,
            held: 1000,
        };
        kind_within("x.xlsx", bytes, most).map_err(|unread| unread.code())
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused_whatever_the_directory_says() {
        let book: (&str, &[u8]) = ("xl/workbook.xml", b"<workbook/>");
        assert_eq!(told(&packed(&[book])), Ok(Package::Excel));
        assert_eq!(told(&packed(&[("content.xml", b"")])), Ok(Package::OpenDocument));
        assert_eq!(
            told(&packed(&[("word/document.xml", b"")])),
            Err("no-workbook".to_owned())
        );
        let large = [b' '; 1001];
        let picture: (&str, &[u8]) = ("xl/media/a.png", &[0; 9000]);
        let sheet: (&str, &[u8]) = ("xl/worksheets/sheet1.xml", &large);
        assert_eq!(told(&packed(&[book, picture, sheet])), Ok(Package::Excel));
        let texts: (&str, &[u8]) = ("xl/sharedStrings.xml", &large);
        let many = [
            book,
            sheet,
            ("xl/worksheets/2.xml", &large),
            ("xl/worksheets/3.xml", &large),
        ];
        for parts in [&[book, texts][..], &many] {
            let mut bytes = packed(parts);
            assert_eq!(told(&bytes), Err("unpacks-to-too-much".to_owned()));
            // In the directory and before each part the size is told: 1001 becomes 1.
            let size = 1001_u32.to_le_bytes();
            while let Some(at) = bytes.windows(4).position(|bytes| *bytes == size) {
                bytes[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
            }
            assert!(told(&bytes).is_err());
        }
    }

    #[test]
    fn nobody_makes_room_for_texts_that_are_only_told() {
        let book: (&str, &[u8]) = ("xl/workbook.xml", b"<workbook/>");
        for (count, expected) in [
            ("9", Ok(Package::Excel)),
            ("99999999999999", Err("damaged".to_owned())),
        ] {
            let texts = format!("<?xml version='1.0'?><sst uniqueCount='{count}'/>");
            let parts = [book, ("xl/sharedStrings.xml", texts.as_bytes())];
            assert_eq!(told(&packed(&parts)), expected);
        }
    }
}
