//! The sheets of an OpenDocument, read as it is unpacked: a cell or row that stands for a million takes no more room than
//! what is in it.

use super::beside::told;
use super::package;
use super::rows::{MOST_COLUMNS, MOST_LETTERS, Rows};
use super::{Concealed, OfText, SheetCell, VALUELESS, Worksheet};
use crate::words::import::Unread;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;
use std::io::{BufRead, BufReader, Cursor};
use zip::ZipArchive;

/// The tags that a table is made of.
const TABLE: &str = "table:table";
const ROW: &str = "table:table-row";
const COLUMN: &str = "table:table-column";
const CELLS: [&str; 2] = ["table:table-cell", "table:covered-table-cell"];

/// Reads the sheets that can be seen; `of_text` makes the cells of texts.
pub(super) fn read(file: &str, bytes: &[u8], of_text: OfText) -> Result<Vec<Worksheet>, Unread> {
    let damaged = || Unread::Damaged {
        name: file.to_owned(),
    };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let encrypted = archive.by_name("META-INF/manifest.xml").ok().and_then(|part| {
        let manifest = std::io::read_to_string(part).ok()?;
        manifest.contains("manifest:encryption-data").then_some(())
    });
    if encrypted.is_some() {
        let name = file.to_owned();
        return Err(Unread::Protected { name });
    }
    let content = package::content(&mut archive).map_err(|_| damaged())?;
    let mut xml = Reader::from_reader(BufReader::new(content));
    xml.config_mut().expand_empty_elements = true;
    let mut document = Document {
        file,
        of_text,
        xml,
        buffer: Vec::new(),
    };
    document.sheets()
}

/// A document that is being read.
struct Document<'f, R> {
    file: &'f str,
    of_text: OfText,
    xml: Reader<R>,
    buffer: Vec<u8>,
}

/// A tag as it comes.
enum Tag {
    Opens(BytesStart<'static>),
    Closes(String),
    Text(String),
    End,
}

/// Whether a row or column does not show.
fn is_concealed(tag: &BytesStart<'_>) -> bool {
    told(tag, "table:visibility").is_some_and(|how| how == "collapse" || how == "filter")
}

/// How often something stands there.
fn times(tag: &BytesStart<'_>, name: &str) -> usize {
    told(tag, name).and_then(|text| text.parse().ok()).unwrap_or(1)
}

impl<R: BufRead> Document<'_, R> {
    fn next(&mut self) -> Result<Tag, Unread> {
        loop {
            self.buffer.clear();
            let event = self.xml.read_event_into(&mut self.buffer);
            return Ok(match event {
                Ok(Event::Start(tag)) => Tag::Opens(tag.into_owned()),
                Ok(Event::End(tag)) => Tag::Closes(tag.name().as_ref().to_owned()),
                Ok(Event::Text(text)) => Tag::Text(text.xml10_content().into_owned()),
                Ok(Event::CData(text)) => Tag::Text(text.xml10_content().into_owned()),
                Ok(Event::GeneralRef(entity)) => {
                    let letter = entity.resolve_char_ref().ok().flatten().map(String::from);
                    let named = || resolve_predefined_entity(&entity.into_inner()).map(str::to_owned);
                    Tag::Text(letter.or_else(named).unwrap_or_default())
                }
                Ok(Event::Eof) => Tag::End,
                Ok(_) => continue,
                Err(_) => {
                    let name = self.file.to_owned();
                    return Err(Unread::Damaged { name });
                }
            });
        }
    }

    /// Passes over what stands in a tag that was opened.
    fn skip(&mut self) -> Result<(), Unread> {
        let mut depth = 1;
        while depth > 0 {
            match self.next()? {
                Tag::Opens(_) => depth += 1,
                Tag::Closes(_) => depth -= 1,
                Tag::Text(_) => {}
                Tag::End => return Ok(()),
            }
        }
        Ok(())
    }

    fn sheets(&mut self) -> Result<Vec<Worksheet>, Unread> {
        let (mut hidden, mut style) = (HashSet::new(), None);
        let (mut sheets, mut held) = (Vec::new(), 0);
        loop {
            let tag = match self.next()? {
                Tag::Opens(tag) => tag,
                Tag::End => return Ok(sheets),
                _ => continue,
            };
            match tag.name().as_ref() {
                "style:style" => style = told(&tag, "style:name"),
                "style:table-properties" if told(&tag, "table:display").as_deref() == Some("false") => {
                    hidden.extend(style.take());
                }
                TABLE if told(&tag, "table:style-name").is_some_and(|style| hidden.contains(&style)) => {
                    sheets.push(Worksheet::unseen(&told(&tag, "table:name").unwrap_or_default()));
                    self.skip()?;
                }
                TABLE => {
                    let name = told(&tag, "table:name").unwrap_or_default();
                    let rows = Rows::of(self.file, Some(&name), &mut held);
                    sheets.push(self.table(rows)?);
                }
                _ => {}
            }
        }
    }

    /// The rows of a table that was opened.
    fn table(&mut self, mut rows: Rows<'_>) -> Result<Worksheet, Unread> {
        let mut number = 1_usize;
        let (mut concealed, mut columns) = (Concealed::default(), 0_usize);
        let finish = |rows: Rows<'_>, concealed: Concealed| {
            Ok(Worksheet {
                concealed,
                ..rows.finish()?
            })
        };
        loop {
            match self.next()? {
                Tag::Opens(tag) if tag.name().as_ref() == COLUMN => {
                    let repeated = times(&tag, "table:number-columns-repeated").min(MOST_COLUMNS);
                    let next = (columns + repeated).min(MOST_COLUMNS);
                    concealed
                        .columns
                        .extend((columns..next).filter(|_| is_concealed(&tag)));
                    columns = next;
                }
                Tag::Opens(tag) if tag.name().as_ref() == ROW => {
                    let cells = self.row()?;
                    let repeated = times(&tag, "table:number-rows-repeated");
                    let filled = if cells.is_empty() { 0 } else { repeated };
                    let hidden = (number..).take(filled.min(MOST_COLUMNS));
                    concealed.rows.extend(hidden.filter(|_| is_concealed(&tag)));
                    for number in (number..).take(filled) {
                        for (column, times, cell) in &cells {
                            for column in (*column..).take(*times) {
                                rows.put(number, column, cell.clone())?;
                            }
                        }
                    }
                    // No program has more rows.
                    number = number.saturating_add(repeated).min(1 << 24);
                }
                // Drawings may hold tables of their own.
                Tag::Opens(tag) if tag.name().as_ref() == "table:shapes" => self.skip()?,
                Tag::Closes(name) if name == TABLE => return finish(rows, concealed),
                Tag::End => return finish(rows, concealed),
                _ => {}
            }
        }
    }

    /// The filled cells of a row that was opened: the column of each, how often it stands there, what it holds.
    fn row(&mut self) -> Result<Vec<(usize, usize, SheetCell)>, Unread> {
        let (mut cells, mut column) = (Vec::new(), 0_usize);
        loop {
            match self.next()? {
                Tag::Opens(tag) if CELLS.contains(&tag.name().as_ref()) => {
                    let repeated = times(&tag, "table:number-columns-repeated");
                    let cell = self.cell(&tag)?;
                    if !cell.text.is_empty() {
                        cells.push((column, repeated, cell));
                    }
                    column = column.saturating_add(repeated);
                }
                Tag::Opens(_) => self.skip()?,
                Tag::Closes(name) if name == ROW => return Ok(cells),
                Tag::End => return Ok(cells),
                _ => {}
            }
        }
    }

    /// The cell whose tag was opened: its value where it has one, else its text.
    fn cell(&mut self, tag: &BytesStart<'_>) -> Result<SheetCell, Unread> {
        let shown = self.shown()?;
        let number = |text: String| text.parse().ok().map(SheetCell::number);
        let is_fault = told(tag, "calcext:value-type").as_deref() == Some("error");
        let kind = told(tag, "office:value-type").filter(|_| !is_fault);
        let value = match kind.as_deref() {
            Some("float" | "currency") => told(tag, "office:value").and_then(number),
            Some("percentage") => {
                told(tag, "office:value").and_then(|text| text.parse().ok().map(SheetCell::percent))
            }
            Some("date") => told(tag, "office:date-value").map(|day| SheetCell::day(&day)),
            Some("boolean") => told(tag, "office:boolean-value").map(|is| SheetCell::truth(is == "true")),
            Some("string") => told(tag, "office:string-value").map(|text| (self.of_text)(&text)),
            None if !is_fault && shown.is_empty() && told(tag, "table:formula").is_some() => {
                Some(SheetCell::text(VALUELESS))
            }
            _ => None,
        };
        Ok(value.unwrap_or_else(|| (self.of_text)(&shown)))
    }

    /// The text of the cell that was opened, without what is noted beside it.
    fn shown(&mut self) -> Result<String, Unread> {
        let (mut text, mut depth, mut is_begun) = (String::new(), 0, false);
        loop {
            match self.next()? {
                Tag::Opens(tag) => match tag.name().as_ref() {
                    "office:annotation" => self.skip()?,
                    name => {
                        match name {
                            "text:p" if is_begun => text.push('\n'),
                            "text:p" => is_begun = true,
                            "text:line-break" => text.push('\n'),
                            "text:s" => {
                                text.extend(std::iter::repeat_n(' ', times(&tag, "text:c").min(MOST_LETTERS)))
                            }
                            "text:tab" => text.push('\t'),
                            _ => {}
                        }
                        depth += 1;
                    }
                },
                Tag::Text(more) if depth > 0 => text.push_str(&more),
                Tag::Text(_) => {}
                Tag::Closes(_) if depth > 0 => depth -= 1,
                Tag::Closes(_) | Tag::End => return Ok(text),
            }
        }
    }
}
