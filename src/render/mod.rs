//! How a report looks: as text, as Markdown, as a page, on paper, as CSV, as JSON, as a workbook; and rows of records likewise.
//!
//! It knows only the report: not the records, not the files, not the clock. Every format is a small sibling with its
//! declaration: it writes the same bytes for the same report to a writer that it is handed, and ends with exactly one
//! line end.

mod columns;
mod csv;
mod escape;
pub mod form;
mod grid;
mod html;
mod ics;
pub mod json;
pub mod listing;
pub mod mail;
mod markdown;
mod marks;
mod page;
mod pdf;
mod shown;
mod table;
pub mod workbook;
mod wrap;
mod xlsx;

#[cfg(test)]
mod sample;

pub use self::csv::FOR_EXCEL;
pub use self::html::site;
pub use self::ics::ICS;
pub use self::json::JSON;
pub use self::listing::{Listing, ListingRows};
pub use self::markdown::MARKDOWN;

use self::csv::CSV;
use self::html::HTML;
use self::pdf::PDF;
use self::table::TABLE;
use self::xlsx::XLSX;
use crate::report::model::Report;
use crate::words::change::Hint;
use std::io::{self, Write};

/// Every format, in the order in which help lists them; the first is that of a report of which nothing else is said.
pub static FORMATS: &[&Format] = &[&TABLE, &MARKDOWN, &HTML, &PDF, &CSV, &XLSX, &JSON];

/// A form in which a report can be written, and perhaps a listing.
pub struct Format {
    /// Its name in arguments.
    pub name: &'static str,
    /// The endings of its files, without the point; the first is the one that is told.
    pub endings: &'static [&'static str],
    /// What a server or a letter calls it.
    pub media: &'static str,
    /// Whether it is text, which a terminal can show.
    pub is_text: bool,
    /// Whether it is data for programs, with keys and every row; else people read it, in words.
    pub is_data: bool,
    /// Whether this program can write it; a feature of the build brings it, where not.
    pub is_built: bool,
    /// Whether it can hold one table of the report alone, beside the whole report.
    pub takes_table: bool,
    /// Writes a report.
    pub report: fn(&Report, &Options, &mut dyn Write) -> io::Result<()>,
    /// Writes a listing; `None` where listings do not take the format.
    pub listing: Option<WriteListing>,
}

/// Writes a listing in a width, and gives what the reader should know of columns without room.
pub type WriteListing = fn(&Listing, usize, &mut dyn Write) -> io::Result<Option<Hint>>;

impl PartialEq for Format {
    fn eq(&self, other: &Format) -> bool {
        self.name == other.name
    }
}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl Format {
    /// The format with that name, or `None`.
    pub fn of(name: &str) -> Option<&'static Format> {
        FORMATS.iter().find(|format| format.name == name).copied()
    }

    /// Whether listings on the screen take it.
    pub fn is_listed(&self) -> bool {
        self.listing.is_some() && self.is_text
    }

    /// Whether it can hold every row of a table, to be kept.
    pub fn is_kept(&self) -> bool {
        self.listing.is_some() && self.is_data
    }

    /// Those formats that are meant, in their order.
    pub fn those(is_meant: impl Fn(&Format) -> bool) -> Vec<&'static Format> {
        let all = FORMATS.iter().copied();
        all.filter(|format| is_meant(format)).collect()
    }
}

/// What the reader's side decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The columns of the terminal or page. Only text looks at it; below 24 nothing can be laid out, so 24 is the least.
    pub width: usize,
    /// Whether text may emphasise with colour.
    pub color: bool,
    /// For CSV: the id of the one table to write as itself. With an id that the report does not have nothing is
    /// written, so the caller asks [`Report::tables`] before.
    pub table: Option<String>,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            width: 100,
            color: false,
            table: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::Value;

    #[test]
    fn formats_are_told_apart_by_name_and_by_ending() {
        for format in FORMATS {
            assert_eq!(Format::of(format.name), Some(*format));
            assert!(format.media.contains('/') && !format.endings.is_empty());
        }
        assert_eq!(Format::of("docx"), None);
        let mut endings: Vec<&str> = FORMATS
            .iter()
            .flat_map(|format| format.endings)
            .copied()
            .collect();
        endings.sort_unstable();
        assert!(endings.windows(2).all(|two| two[0] != two[1]), "{endings:?}");
    }

    #[test]
    fn every_text_ends_with_one_line_end_and_repeats_itself() {
        let options = Options::default();
        for report in [sample::calm(), sample::nasty(), sample::bare()] {
            for format in FORMATS.iter().filter(|format| format.is_text) {
                let text = sample::written(format, &report, &options);
                assert!(
                    text.ends_with('\n') && !text.ends_with("\n\n"),
                    "{format:?}: {text:?}"
                );
                assert_eq!(text, sample::written(format, &report, &options));
            }
        }
    }

    #[test]
    fn what_text_spares_the_reader_is_in_the_data() {
        let mut report = sample::small();
        let table = &mut report.sections[0].tables[0];
        table.quiet.rows = [1].into();
        table.quiet.said = "1 unit tanpa catatan tidak ditampilkan.".into();
        for format in FORMATS.iter().filter(|format| format.is_text) {
            let text = sample::written(format, &report, &Options::default());
            assert_eq!(text.contains("tidak ditampilkan"), !format.is_data, "{format:?}");
            assert_eq!(
                text.to_lowercase().contains("labuhan"),
                format.is_data,
                "{format:?}"
            );
            assert!(text.to_lowercase().contains("terjun"), "{format:?}");
        }
    }

    #[test]
    fn a_blank_says_something_in_text_and_nothing_in_data() {
        let mut report = sample::small();
        report.sections[0].tables[0].rows[1][1] = Value::Blank("belum dihitung".into());
        for format in FORMATS.iter().filter(|format| format.is_text) {
            let text = sample::written(format, &report, &Options::default());
            assert_eq!(text.contains("belum dihitung"), !format.is_data, "{format:?}");
        }
        let json = sample::written(&JSON, &report, &Options::default());
        assert!(json.contains("[\"labuhan\", null, 9.75, null]"), "{json}");
    }

    /// A writer that has had enough.
    struct Closed;

    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_the_writer_says_is_passed_on() {
        let listing = Listing {
            names: vec!["id".to_owned()],
            rows: ListingRows::from_iter([["a"]]),
            ..Listing::default()
        };
        for format in FORMATS.iter().filter(|format| format.is_built) {
            let written = (format.report)(&sample::calm(), &Options::default(), &mut Closed);
            assert_eq!(
                written.unwrap_err().kind(),
                io::ErrorKind::BrokenPipe,
                "{format:?}"
            );
            let listed = listing.write(format, 80, &mut Closed);
            assert_eq!(
                listed.unwrap_err().kind(),
                io::ErrorKind::BrokenPipe,
                "{format:?}"
            );
        }
    }
}
