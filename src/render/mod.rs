//! How a report looks: as text, as Markdown, as JSON, as CSV.
//!
//! It knows only the report: not the records, not the files, not the clock. Every format is a small sibling that gives
//! the same text for the same report, and ends with exactly one line end.

pub(crate) mod columns;
mod csv;
mod escape;
mod grid;
mod json;
mod markdown;
mod page;
mod shown;
mod table;
pub(crate) mod wrap;

#[cfg(test)]
mod sample;

use crate::report::model::Report;

/// A form in which a report can be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Text for a terminal or a plain file.
    #[default]
    Table,
    /// Text with pipe tables, for a git host.
    Markdown,
    /// The contract for programs, with a version.
    Json,
    /// One long table of all figures, or one table of the report as itself.
    Csv,
}

impl Format {
    /// All formats, in the order in which help lists them.
    pub const ALL: [Format; 4] = [Format::Table, Format::Markdown, Format::Json, Format::Csv];

    /// Its name in arguments.
    pub fn code(self) -> &'static str {
        match self {
            Format::Table => "table",
            Format::Markdown => "md",
            Format::Json => "json",
            Format::Csv => "csv",
        }
    }

    /// The ending of its files, without the point.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Table => "txt",
            other => other.code(),
        }
    }

    /// The format with that name, or `None`.
    pub fn of(code: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.code() == code)
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

/// The report in a format.
pub fn render(report: &Report, format: Format, options: &Options) -> String {
    match format {
        Format::Table => table::text(report, options),
        Format::Markdown => markdown::text(report),
        Format::Json => json::text(report),
        Format::Csv => csv::text(report, options.table.as_deref()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::Value;

    #[test]
    fn a_format_is_found_by_its_name() {
        for format in Format::ALL {
            assert_eq!(Format::of(format.code()), Some(format));
        }
        assert_eq!(Format::of("docx"), None);
    }

    #[test]
    fn every_format_ends_with_one_line_end_and_repeats_itself() {
        let options = Options::default();
        for report in [sample::calm(), sample::nasty(), sample::bare()] {
            for format in Format::ALL {
                let text = render(&report, format, &options);
                assert!(
                    text.ends_with('\n') && !text.ends_with("\n\n"),
                    "{format:?}: {text:?}"
                );
                assert_eq!(text, render(&report, format, &options));
            }
        }
    }

    #[test]
    fn what_text_spares_the_reader_is_in_the_data() {
        let mut report = sample::small();
        let table = &mut report.sections[0].tables[0];
        table.quiet.rows = [1].into();
        table.quiet.said = "1 unit tanpa catatan tidak ditampilkan.".into();
        for format in Format::ALL {
            let text = render(&report, format, &Options::default());
            let is_text = matches!(format, Format::Table | Format::Markdown);
            assert_eq!(text.contains("tidak ditampilkan"), is_text, "{format:?}");
            assert_eq!(text.to_lowercase().contains("labuhan"), !is_text, "{format:?}");
            assert!(text.to_lowercase().contains("terjun"), "{format:?}");
        }
    }

    #[test]
    fn a_blank_says_something_in_text_and_nothing_in_data() {
        let mut report = sample::small();
        report.sections[0].tables[0].rows[1][1] = Value::Blank("belum dihitung".into());
        for format in Format::ALL {
            let text = render(&report, format, &Options::default());
            let is_text = matches!(format, Format::Table | Format::Markdown);
            assert_eq!(text.contains("belum dihitung"), is_text, "{format:?}");
        }
        let json = render(&report, Format::Json, &Options::default());
        assert!(json.contains("[\"labuhan\", null, 9.75, null]"), "{json}");
    }
}
