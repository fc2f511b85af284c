//! The report as pages of paper: A4, tagged, archivable, the same bytes for the same report.
//!
//! It is drawn by Typst after `page.typ`, which gets the report as data. That takes minutes to build, and so it is there
//! only with the feature `pdf`.

#[cfg(feature = "pdf")]
mod paper;
#[cfg(feature = "pdf")]
mod press;

use super::Format;
#[cfg(not(feature = "pdf"))]
use super::Options;
#[cfg(not(feature = "pdf"))]
use crate::report::model::Report;
#[cfg(feature = "pdf")]
use press::report;
#[cfg(not(feature = "pdf"))]
use std::io::{self, Write};

/// The declaration of the format.
pub(super) static PDF: Format = Format {
    name: "pdf",
    endings: &["pdf"],
    media: "application/pdf",
    is_text: false,
    is_data: false,
    is_built: cfg!(feature = "pdf"),
    takes_table: false,
    report,
    listing: None,
};

#[cfg(not(feature = "pdf"))]
fn report(_: &Report, _: &Options, _: &mut dyn Write) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
