//! What is printed every month, as `[monthly]` of `bina.toml` names it.

use super::{Inquiry, KINDS, Kind};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::files::output::{PRIVATE, REPORTS};
use crate::load;
use crate::measure::trace::Trace;
use crate::records::document::At;
use crate::records::settings::Settings;
use crate::records::time::{Day, Month};
use crate::render::{FORMATS, Format, Options};
use crate::report::{self, model::Edition};
use crate::words::problem::Problem;
use std::io;

/// A report that is printed every month.
pub struct Printout {
    /// The report.
    pub kind: &'static Kind,
    /// Its form.
    pub format: &'static Format,
    /// For whom it is.
    pub edition: Edition,
    /// Its file, relative to the record directory.
    pub file: String,
}

/// What is printed of a month; a name that means no printing is told, with those that there are.
pub fn printouts(settings: &Settings, month: Month, findings: &mut Findings) -> Vec<Printout> {
    let monthly = settings.monthly();
    let named = [
        (Edition::Office, PRIVATE, monthly.office),
        (Edition::Public, REPORTS, monthly.public),
    ];
    let mut all = Vec::new();
    for (edition, folder, names) in named {
        for name in names.iter().flatten() {
            if let Some((kind, format)) = known(name, edition, findings) {
                let file = format!("{folder}/{month}/{}", name.value);
                all.push(Printout {
                    kind,
                    format,
                    edition,
                    file,
                });
            }
        }
    }
    all
}

/// Tells every name in `[monthly]` that means no printing. Settings that cannot be read are told by their reading.
pub fn judge_printouts(directory: &Directory, today: Day, findings: &mut Findings) {
    if let Some(settings) = load::settings(directory, &mut Findings::new()) {
        printouts(&settings, today.month(), findings);
    }
}

/// The report and the form that a name of the settings means.
fn known(
    name: &At<String>,
    edition: Edition,
    findings: &mut Findings,
) -> Option<(&'static Kind, &'static Format)> {
    let kinds = KINDS
        .iter()
        .filter(|kind| !kind.needs_subject() && (kind.has_public || edition == Edition::Office));
    let found = name.value.rsplit_once('.').and_then(|(stem, ending)| {
        let kind = kinds
            .clone()
            .find(|kind| [kind.name, kind.alias].contains(&stem))?;
        let format = FORMATS.iter().find(|format| format.endings.contains(&ending))?;
        Some((kind, *format))
    });
    if found.is_none() {
        let endings = FORMATS.iter().flat_map(|format| format.endings.first());
        let endings: Vec<String> = endings.map(|ending| format!(".{ending}")).collect();
        let list = |names: Vec<&str>| format!("{} + {}", names.join(", "), endings.join(" "));
        let problem = Problem::CodeUnknown {
            text: name.value.clone(),
            allowed: list(kinds.clone().map(|kind| kind.name).collect()),
            words: list(kinds.map(|kind| kind.alias).collect()),
        };
        findings.error(name.origin, problem);
    }
    found
}

impl Printout {
    /// Whether it is made of all rows.
    pub fn is_whole(&self) -> bool {
        self.format.is_data || self.edition == Edition::Public
    }

    /// Its bytes; `None` where it cannot be made, which is told.
    ///
    /// # Errors
    /// When its form cannot be written.
    pub fn bytes(&self, asked: &Inquiry<'_>, findings: &mut Findings) -> io::Result<Option<Vec<u8>>> {
        let made = asked.make(self.kind, findings, &mut Trace::silent());
        let made = made.and_then(|report| asked.in_edition(report, self.edition, findings));
        let Some(mut report) = made else {
            return Ok(None);
        };
        if !self.format.is_data {
            report::short(&mut report);
        }
        let mut bytes = Vec::new();
        (self.format.report)(&report, &Options::default(), &mut bytes)?;
        Ok(Some(bytes))
    }
}
