//! What is printed every month, as `[monthly]` of `bina.toml` names it.

use super::manifest::{BESIDE_REPORT, Manifest, Order};
use super::{KINDS, Kind};
use crate::change::Draft;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::files::output::{PRIVATE, REPORTS};
use crate::load;
use crate::records::closing::{Moved, moved};
use crate::records::document::At;
use crate::records::settings::Settings;
use crate::records::time::{Day, Month};
use crate::render::{FORMATS, Format, Options};
use crate::report::model::Edition;
use crate::report::statement::statement;
use crate::words::Lang;
use crate::words::problem::Problem;
use std::collections::BTreeMap;
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

/// What was printed anew because figures moved.
#[derive(Default)]
pub struct Reissue {
    /// The files.
    pub files: Vec<String>,
    moved: BTreeMap<String, Moved>,
}

impl Reissue {
    /// Takes what has moved in a file.
    pub fn take(&mut self, file: &str, moved: Vec<Moved>) {
        if !moved.is_empty() {
            self.files.push(file.to_owned());
        }
        for one in moved {
            self.moved.entry(one.address.clone()).or_insert(one);
        }
    }

    /// What has moved, by its address: each figure once, however many files hold it.
    pub fn moved(self) -> Vec<Moved> {
        self.moved.into_values().collect()
    }
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
    /// Its file, and the one beside it of a form that cannot carry how it was made.
    pub fn files(&self) -> [String; 2] {
        let beside = format!("{}{BESIDE_REPORT}", self.file);
        [self.file.clone(), beside]
    }

    /// Puts it into a draft; one that says the same as what was printed of the month before, and that nobody changed since,
    /// stays as it is. What has moved
    /// in figures that were printed before makes it a new printing, which says so. What keeps it from being made is told.
    ///
    /// # Errors
    /// When its form cannot be written.
    pub fn print(
        &self,
        draft: &mut Draft<'_>,
        month: Month,
        (today, lang): (Day, Lang),
    ) -> io::Result<Vec<Moved>> {
        // It knows the files of this report alone.
        let directory = Directory::open(draft.directory.root())?;
        let office = load::office(&directory, &mut Findings::new());
        let mut order = self.order(month, lang);
        let made = office.and_then(|office| order.make((&directory, &office), today, &mut draft.findings));
        let Some(mut report) = made else {
            return Ok(Vec::new());
        };
        let old = self.printed(draft);
        let differs = old
            .as_ref()
            .map(|(_, old)| moved(&old.figures, &statement(&report)));
        let differs = differs.unwrap_or_default();
        if let Some((_, old)) = &old {
            (order.printing, order.moved) = match differs.len() {
                0 => (old.order.printing, old.order.moved),
                count => (old.order.printing + 1, count),
            };
            order.mark(&mut report);
        }
        let page = order.page(&report)?;
        let files = Manifest::files(&directory, self.edition);
        let manifest = Manifest::of(order, &report, &page, files);
        if old.is_some_and(|(text, old)| text == page && old.says(&manifest)) {
            return Ok(Vec::new());
        }
        let ([file, aside], (page, beside)) = (self.files(), manifest.carried(page));
        draft.put(&file, Some(page));
        // What lies beside an earlier printing is not of this one.
        if beside.is_some() || draft.bytes(&aside).is_some() {
            draft.put(&aside, beside);
        }
        Ok(differs)
    }

    /// What was printed before as it lies there, and what it carries of itself.
    fn printed(&self, draft: &mut Draft<'_>) -> Option<(Vec<u8>, Manifest)> {
        let [file, aside] = self.files().map(|name| draft.bytes(&name));
        Manifest::opened(&file?, aside.as_deref())
    }

    fn order(&self, month: Month, lang: Lang) -> Order {
        Order {
            report: self.kind.name.to_owned(),
            about: None,
            months: [month.to_string(), month.to_string()],
            alone: false,
            as_of: month.last().to_string(),
            lang: lang.code().to_owned(),
            edition: self.edition.code().to_owned(),
            format: self.format.name.to_owned(),
            excel: false,
            table: None,
            full: false,
            width: Options::default().width,
            printing: 1,
            moved: 0,
        }
    }
}
