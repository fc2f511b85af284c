//! The report as JSON: the contract for programs. Each row stands on one line, so that a change of one row is one line
//! in git.

use super::{Format, Listing, Options};
use crate::diagnostic::visible;
use crate::report::model::{BESIDE, Column, Note, Partial, Report, Section, Table, Value};
use crate::words::change;
use std::borrow::Cow;
use std::io::{self, BufWriter, Write};

/// The declaration of the format.
pub static JSON: Format = Format {
    name: "json",
    endings: &["json"],
    media: "application/json",
    is_text: true,
    is_data: true,
    is_built: true,
    takes_table: false,
    report,
    listing: Some(listing),
};

fn report(report: &Report, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page {
        out: BufWriter::with_capacity(BUFFER, out),
        depth: 0,
        is_empty: true,
    };
    page.report(report)?;
    page.plain("\n")?;
    page.out.flush()
}

/// An object with the rows of several listings by their names.
///
/// # Errors
/// When `out` cannot be written.
pub fn of(listings: &[(String, Listing)], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{{")?;
    for (index, (name, rows)) in listings.iter().enumerate() {
        write!(out, "{}: ", serde_json::Value::from(name.as_str()))?;
        listing(rows, 0, out)?;
        let comma = if index + 1 < listings.len() { "," } else { "" };
        writeln!(out, "{comma}")?;
    }
    writeln!(out, "}}")
}

/// An array of objects, one a line: the text as in the file, `null` where it is not known.
fn listing(listing: &Listing, _: usize, out: &mut dyn Write) -> io::Result<Option<change::Hint>> {
    let text = |text: &str| serde_json::Value::from(text);
    let field = |(name, cell): (&String, &str)| match cell {
        "" => format!("{}: null", text(name)),
        cell => format!("{}: {}", text(name), text(cell)),
    };
    writeln!(out, "[")?;
    for (index, row) in listing.rows.iter().enumerate() {
        let comma = if index + 1 < listing.rows.len() { "," } else { "" };
        let fields: Vec<String> = listing.names.iter().zip(row).map(field).collect();
        writeln!(out, "  {{{}}}{comma}", fields.join(", "))?;
    }
    writeln!(out, "]")?;
    Ok(None)
}

/// A large report has a million cells, which do not each go to the writer.
const BUFFER: usize = 1 << 16;

/// The document while it is written.
struct Page<'w> {
    out: BufWriter<&'w mut dyn Write>,
    depth: usize,
    /// Whether nothing stands yet between the brackets opened last.
    is_empty: bool,
}

impl Page<'_> {
    fn report(&mut self, report: &Report) -> io::Result<()> {
        let (from, to) = &report.period;
        self.enclose(["{", "}"], |page| {
            page.member("report")?.string(report.name)?;
            page.member("version")?.count(i64::from(report.version))?;
            page.member("edition")?.string(report.edition.code())?;
            page.member("agency")?.string(&report.agency)?;
            page.member("period")?.line(&[("from", from), ("to", to)])?;
            match report.month.as_deref() {
                None => page.member("month")?.plain("null")?,
                Some(month) => page.member("month")?.string(month)?,
            }
            page.member("as_of")?.string(&report.as_of)?;
            page.member("lang")?.string(report.lang)?;
            if let Some(mark) = report.draft.as_deref() {
                page.member("draft")?.string(mark)?;
            }
            page.member("sections")?.array(&report.sections, Page::section)
        })
    }

    fn section(&mut self, section: &Section) -> io::Result<()> {
        self.enclose(["{", "}"], |page| {
            page.member("id")?.string(section.id)?;
            page.member("title")?.string(&section.title)?;
            page.member("tables")?.array(&section.tables, Page::table)?;
            page.member("notes")?.array(&section.notes, Page::note)
        })
    }

    fn table(&mut self, table: &Table) -> io::Result<()> {
        self.enclose(["{", "}"], |page| {
            page.member("id")?.string(table.id)?;
            page.member("title")?.string(&table.title)?;
            page.member("columns")?.array(&table.columns, Page::column)?;
            page.member("rows")?.array(&table.rows, |page, row| page.row(row))
        })
    }

    fn column(&mut self, column: &Column) -> io::Result<()> {
        self.line(&[
            ("id", column.id),
            ("title", &column.title),
            ("unit", &column.unit),
        ])
    }

    fn note(&mut self, note: &Note) -> io::Result<()> {
        self.line(&[("code", &note.code), ("text", &note.text)])
    }

    /// A row on one line.
    fn row(&mut self, row: &[Value]) -> io::Result<()> {
        self.plain("[")?;
        for (at, value) in row.iter().enumerate() {
            self.plain(if at > 0 { ", " } else { "" })?;
            self.cell(value)?;
        }
        self.plain("]")
    }

    fn cell(&mut self, value: &Value) -> io::Result<()> {
        match value {
            Value::Missing | Value::Blank(_) => self.plain("null"),
            // Apart from what is not known.
            Value::Withheld => self.string("*"),
            Value::Text(text) => self.string(text),
            Value::Key { key, .. } => self.string(key),
            Value::Count(count) => self.count(*count),
            Value::Number { exact, .. } if is_number(exact) => self.plain(exact),
            // A document that nobody can read would be worse.
            Value::Number { exact, .. } => self.string(exact),
            Value::Partial(own) if own.is_in_part() => self.in_part(own),
            Value::Partial(own) => self.cell(&own.known),
        }
    }

    /// A figure that is not the whole: an object, so that nobody takes it for a number.
    fn in_part(&mut self, own: &Partial) -> io::Result<()> {
        self.plain("{\"value\": ")?;
        self.cell(&own.known)?;
        for (name, count) in BESIDE.iter().zip(own.beside()) {
            if let Some(count) = count {
                write!(self.out, ", \"{name}\": {count}")?;
            }
        }
        self.plain("}")
    }

    /// An object on one line.
    fn line(&mut self, members: &[(&str, &str)]) -> io::Result<()> {
        self.plain("{")?;
        for (at, (name, text)) in members.iter().enumerate() {
            self.plain(if at > 0 { ", " } else { "" })?;
            self.string(name)?;
            self.plain(": ")?;
            self.string(text)?;
        }
        self.plain("}")
    }

    /// An array with one element a line.
    fn array<T>(&mut self, items: &[T], write: impl Fn(&mut Self, &T) -> io::Result<()>) -> io::Result<()> {
        self.enclose(["[", "]"], |page| {
            items.iter().try_for_each(|item| {
                page.item()?;
                write(page, item)
            })
        })
    }

    /// The name of a member, on a line of its own.
    fn member(&mut self, name: &str) -> io::Result<&mut Self> {
        self.item()?;
        self.string(name)?;
        self.plain(": ")?;
        Ok(self)
    }

    /// What `write` writes, in brackets.
    fn enclose(
        &mut self,
        [open, close]: [&str; 2],
        write: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.plain(open)?;
        self.depth += 1;
        self.is_empty = true;
        write(self)?;
        self.depth -= 1;
        if !self.is_empty {
            self.indent()?;
        }
        self.is_empty = false;
        self.plain(close)
    }

    /// Begins the line of an item.
    fn item(&mut self) -> io::Result<()> {
        self.plain(if self.is_empty { "" } else { "," })?;
        self.is_empty = false;
        self.indent()
    }

    fn indent(&mut self) -> io::Result<()> {
        self.plain("\n")?;
        (0..self.depth).try_for_each(|_| self.plain("  "))
    }

    fn plain(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    fn count(&mut self, count: i64) -> io::Result<()> {
        match u8::try_from(count) {
            // Most counts of a large report.
            Ok(digit @ 0..=9) => self.out.write_all(&[b'0' + digit]),
            _ => write!(self.out, "{count}"),
        }
    }

    /// The text in quotes.
    fn string(&mut self, text: &str) -> io::Result<()> {
        let is_plain = |byte: u8| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\';
        match text.bytes().all(is_plain) {
            true => {
                self.plain("\"")?;
                self.plain(text)?;
                self.plain("\"")
            }
            false => self.plain(&escaped(text)),
        }
    }
}

/// The text in quotes. Letters that change the direction of text are escaped like control characters: a program reads
/// the same, and a person is not deceived.
fn escaped(text: &str) -> String {
    let plain = serde_json::Value::from(text).to_string();
    let mut out = String::with_capacity(plain.len());
    for letter in plain.chars() {
        match visible(letter.encode_utf8(&mut [0; 4])) {
            Cow::Borrowed(_) => out.push(letter),
            Cow::Owned(_) => out.push_str(&format!("\\u{:04x}", u32::from(letter))),
        }
    }
    out
}

/// Whether JSON takes the text for a number as it is, so that no digit is lost.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    all_digits(whole) && all_digits(fraction) && (whole.len() == 1 || !whole.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use serde_json::Value as Json;

    fn text(report: &Report) -> String {
        sample::written(&JSON, report, &Options::default())
    }

    #[test]
    fn nasty_text_comes_back_as_it_was() {
        let report = sample::nasty();
        let text = text(&report);
        let parsed: Json = serde_json::from_str(&text).unwrap();
        let tables = report.tables().count();
        assert!(!text.contains('\u{202e}') && tables > 0);
        let rows = &parsed["sections"][0]["tables"][0]["rows"];
        for (row, line) in report.sections[0].tables[0]
            .rows
            .iter()
            .zip(rows.as_array().unwrap())
        {
            for (value, cell) in row.iter().zip(line.as_array().unwrap()) {
                match value {
                    Value::Text(text) | Value::Key { key: text, .. } => {
                        assert_eq!(cell.as_str(), Some(&**text))
                    }
                    Value::Missing | Value::Blank(_) | Value::Partial(_) => assert!(cell.is_null()),
                    Value::Withheld => assert_eq!(cell, "*"),
                    Value::Count(count) => assert_eq!(cell.to_string(), count.to_string()),
                    Value::Number { exact, .. } => assert_eq!(cell.to_string(), **exact),
                }
            }
        }
    }

    #[test]
    fn a_figure_that_is_not_the_whole_is_no_number() {
        let mut report = sample::small();
        let cell = &mut report.sections[0].tables[0].rows[0][1];
        *cell = sample::in_part(cell.clone());
        assert!(text(&report).contains(
            "[\"terjun\", {\"value\": 12, \"of\": 20, \"unknown\": 3, \"without_offices\": 2}, 14.2, 75]"
        ));
    }

    #[test]
    fn only_a_draft_says_that_it_is_one() {
        assert!(text(&sample::nasty()).contains("\n  \"draft\": \"DRAFT"));
        assert!(!text(&sample::calm()).contains("draft"));
    }

    #[test]
    fn digits_are_kept() {
        for (text, expected) in [
            ("82.410000", true),
            ("-0.5", true),
            ("0", true),
            ("1,5", false),
            ("05", false),
            ("-", false),
            ("5.", false),
        ] {
            assert_eq!(is_number(text), expected, "{text}");
        }
    }

    #[test]
    fn the_look() {
        assert_eq!(
            text(&sample::small()),
            r#"{
  "report": "brief",
  "version": 1,
  "edition": "office",
  "agency": "Kecamatan Medan Marelan",
  "period": {"from": "2026-10-01", "to": "2026-10-31"},
  "month": "2026-10",
  "as_of": "2026-10-31",
  "lang": "id",
  "sections": [
    {
      "id": "hours",
      "title": "Jam pelajaran",
      "tables": [
        {
          "id": "units",
          "title": "",
          "columns": [
            {"id": "unit", "title": "Unit kerja", "unit": ""},
            {"id": "staff", "title": "Pegawai", "unit": ""},
            {"id": "hours", "title": "Rata-rata", "unit": "JP"},
            {"id": "reached", "title": "Sudah memenuhi 20 JP", "unit": "%"}
          ],
          "rows": [
            ["terjun", 12, 14.2, 75],
            ["labuhan", 9, 9.75, null],
            ["camat", 4, 21, "*"],
            ["*", 25, 13.6, 72]
          ]
        }
      ],
      "notes": [
        {"code": "hours-minimum", "text": "PNS: sedikitnya 20 JP setahun."}
      ]
    }
  ]
}
"#
        );
    }
}
