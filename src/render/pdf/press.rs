//! Typst, with nothing around it: its template, the data, and fonts that come with it. It sees no file, no clock.

use super::super::Options;
use super::paper::{LOGO, paper};
use crate::report::model::Report;
use serde_json::Value as Json;
use std::io::{self, Write};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// How it looks on paper.
const LOOK: &str = include_str!("page.typ");

/// What stands for a letter of which no font knows how it looks: an archive takes no page with a hole.
const UNKNOWN: char = '\u{25a1}';

/// PDF/A-2a for the archive, PDF/UA-1 for who hears the page.
const STANDARDS: [PdfStandard; 2] = [PdfStandard::A_2a, PdfStandard::Ua_1];

/// All that the template can see.
struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    look: Source,
    /// The report, and the logo where it has one.
    files: Vec<(FileId, Bytes)>,
}

pub(super) fn report(report: &Report, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    let fonts: Vec<Font> = typst_assets::fonts()
        .flat_map(|bytes| Font::iter(Bytes::new(bytes)))
        .collect();
    let mut data = paper(report);
    printable(&mut data, &fonts);
    let mut files = vec![(file("report.json")?, Bytes::from_string(data.to_string()))];
    if let Some(logo) = report.letterhead.as_ref().and_then(|own| own.logo.as_ref()) {
        files.push((file(LOGO)?, Bytes::new(logo.bytes.clone())));
    }
    let press = Press {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        look: Source::new(file("page.typ")?, LOOK.to_owned()),
        files,
    };
    let document = typst::compile::<PagedDocument>(&press).output.map_err(failed)?;
    let standards = PdfStandards::new(&STANDARDS).map_err(|error| failed_to(error.message()))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{} {} {}", report.name, report.period.0, report.agency)),
        creator: Smart::Custom(Some("bina".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(failed)?;
    out.write_all(&bytes)
}

/// Puts a sign where no font knows a letter.
fn printable(data: &mut Json, fonts: &[Font]) {
    let is_known = |letter: char| {
        let knows = |font: &Font| font.info().coverage.contains(u32::from(letter));
        letter.is_ascii() || fonts.iter().any(knows)
    };
    match data {
        Json::String(text) if !text.chars().all(is_known) => {
            let known = text
                .chars()
                .map(|letter| if is_known(letter) { letter } else { UNKNOWN });
            *text = known.collect();
        }
        Json::Array(all) => all.iter_mut().for_each(|each| printable(each, fonts)),
        Json::Object(all) => all.values_mut().for_each(|each| printable(each, fonts)),
        _ => {}
    }
}

fn file(name: &str) -> io::Result<FileId> {
    let path = VirtualPath::new(name).map_err(|error| failed_to(&error.to_string()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn failed(errors: impl IntoIterator<Item = SourceDiagnostic>) -> io::Error {
    let messages: Vec<String> = errors
        .into_iter()
        .map(|error| error.message.to_string())
        .collect();
    failed_to(&messages.join("; "))
}

fn failed_to(message: &str) -> io::Error {
    io::Error::other(format!("pdf: {message}"))
}

impl World for Press {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.look.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        match id == self.look.id() {
            true => Ok(self.look.clone()),
            false => Err(FileError::AccessDenied),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.files.iter().find(|(own, _)| *own == id);
        found
            .map(|(_, bytes)| bytes.clone())
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::sample;
    use super::super::PDF;
    use super::*;

    fn bytes(report: &Report) -> Vec<u8> {
        let mut bytes = Vec::new();
        (PDF.report)(report, &Options::default(), &mut bytes).unwrap();
        bytes
    }

    #[test]
    fn any_text_is_printed_and_the_same_report_has_the_same_bytes() {
        let mut report = sample::nasty();
        report.as_of = "2026-10-31".into();
        report
            .heading
            .push("\u{4e2d} #read(\"page.typ\") $x$ \\ <b>".into());
        let written = bytes(&report);
        assert!(written.starts_with(b"%PDF-"));
        assert_eq!(written, bytes(&report));
    }

    #[test]
    fn a_letter_that_no_font_has_is_seen_to_be_missing() {
        let mut data = serde_json::json!({"title": ["a\u{4e2d}b", "\u{e9}"]});
        let fonts: Vec<Font> = typst_assets::fonts()
            .flat_map(|bytes| Font::iter(Bytes::new(bytes)))
            .collect();
        printable(&mut data, &fonts);
        assert_eq!(data, serde_json::json!({"title": ["a\u{25a1}b", "\u{e9}"]}));
    }
}
