//! What a printed report carries of itself, so that it can be made again and compared: how it was asked for, its figures,
//! and the files that it was made of.
//!
//! It lies inside of pages, JSON, workbooks and pdf, behind everything else, and beside the forms that have no place for it.

use super::{Inquiry, KINDS, Kind, inside};
use crate::change::closing::digest;
use crate::change::evidence::sha256;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::files::quoting::written;
use crate::load::Office;
use crate::measure::trace::Trace;
use crate::records::closing::{Figures, closed};
use crate::records::time::{Day, Month, Period};
use crate::render::{FOR_EXCEL, Format, Options};
use crate::report;
use crate::report::model::{Edition, Report};
use crate::report::statement::statement;
use crate::words::Lang;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io;

/// What stands before it in a page, and behind it.
const IN_PAGE: [&str; 2] = ["\n<!-- bina ", " -->\n"];

/// The same in JSON.
const IN_JSON: [&str; 2] = [",\n  \"manifest\": ", "\n}\n"];

/// How the name of its file ends where it lies beside a report.
pub const BESIDE_REPORT: &str = ".manifest.json";

/// How a report was asked for, as far as that changes what is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The name of the report.
    pub report: String,
    /// The id of the programme, person or unit that it is about.
    pub about: Option<String>,
    /// The first and the last month.
    pub months: [String; 2],
    /// Whether the time stands alone.
    pub alone: bool,
    /// Up to which day the records count: the last of the time, or the day of printing where that comes before it.
    pub as_of: String,
    /// The code of its language.
    pub lang: String,
    /// For whom it is.
    pub edition: String,
    /// The name of its form.
    pub format: String,
    /// Whether that is the csv of a desk.
    pub excel: bool,
    /// The one table that was asked for.
    pub table: Option<String>,
    /// Whether everything was printed.
    pub full: bool,
    /// How wide text is.
    pub width: usize,
    /// Which printing of the month it is: one more wherever figures moved.
    pub printing: u32,
    /// How many figures moved with it.
    pub moved: usize,
}

impl Order {
    /// The report.
    pub fn kind(&self) -> Option<&'static Kind> {
        KINDS.iter().find(|kind| kind.name == self.report)
    }

    /// The time that it is about.
    pub fn period(&self) -> Option<Period> {
        let [first, last] = self.months.each_ref().map(|month| Month::parse(month));
        Period::between(first?, last?)
    }

    /// The form.
    pub fn form(&self) -> Option<&'static Format> {
        match self.excel {
            true => Some(&FOR_EXCEL),
            false => Format::of(&self.format),
        }
    }

    /// The report as it is today, in the extent that was asked for; `None` where it cannot be made, which is told.
    pub fn make(
        &self,
        records: (&Directory, &Office),
        today: Day,
        findings: &mut Findings,
    ) -> Option<Report> {
        let mut made = self.whole(records, today, findings)?;
        self.shorten(&mut made);
        Some(made)
    }

    /// The report with everything that it holds.
    pub(super) fn whole(
        &self,
        (directory, office): (&Directory, &Office),
        today: Day,
        findings: &mut Findings,
    ) -> Option<Report> {
        let (kind, period, form) = (self.kind()?, self.period()?, self.form()?);
        let (lang, edition) = (Lang::of(&self.lang)?, Edition::of(&self.edition)?);
        let as_of = Day::parse(&self.as_of)?;
        let is_running = as_of < period.last_day();
        let asked = Inquiry {
            directory,
            office,
            period,
            is_alone: self.alone,
            today: if is_running { as_of } else { today },
            lang,
            subject: self.about.as_deref(),
            is_whole: form.is_data || self.full || edition == Edition::Public,
        };
        let made = asked.make(kind, findings, &mut Trace::silent())?;
        let mut made = asked.in_edition(made, edition, findings)?;
        if is_running {
            report::mark_unfinished(&mut made, as_of, lang);
        }
        Some(made)
    }

    /// Leaves of a report what was asked for.
    pub(super) fn shorten(&self, made: &mut Report) {
        match (self.form().is_some_and(|form| form.is_data), self.full) {
            (true, _) => {}
            (false, true) => report::full(made),
            (false, false) => report::short(made),
        }
        self.mark(made);
    }

    /// Says on a page that it takes the place of an earlier printing.
    pub(super) fn mark(&self, report: &mut Report) {
        if self.printing > 1 {
            report::mark_printing(report, (self.printing, self.moved));
        }
    }

    /// A report in its form.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn page(&self, report: &Report) -> io::Result<Vec<u8>> {
        let mut page = Vec::new();
        let options = Options {
            width: self.width,
            table: self.table.clone(),
            ..Options::default()
        };
        if let Some(form) = self.form() {
            (form.report)(report, &options, &mut page)?;
        }
        Ok(page)
    }
}

/// What a printed report carries of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the program.
    pub bina: String,
    /// How the report was asked for.
    pub order: Order,
    /// The SHA-256 of the report without this.
    pub page: String,
    /// The SHA-256 of the figures.
    pub digest: String,
    /// The figures by their addresses.
    pub figures: Figures,
    /// The SHA-256 of each file that it was made of; for the public of all together, so that nobody tries what may
    /// stand in a small one.
    pub files: BTreeMap<String, String>,
}

impl Manifest {
    /// Of a report that was made of some files, and the page that it became.
    pub fn of(order: Order, report: &Report, page: &[u8], files: BTreeMap<String, String>) -> Manifest {
        let figures = statement(report);
        Manifest {
            bina: env!("CARGO_PKG_VERSION").to_owned(),
            order,
            page: sha256(page),
            digest: digest(&figures),
            figures,
            files,
        }
    }

    /// A page with this inside; where its form has no place for it, both apart.
    pub fn carried(&self, page: Vec<u8>) -> (Vec<u8>, Option<Vec<u8>>) {
        // It is made of texts and numbers, which always have a form.
        let own = serde_json::to_string(self).unwrap_or_default();
        let inside = match &*self.order.format {
            "xlsx" => inside::into_workbook(&page, &own),
            "pdf" => inside::into_pdf(&page, &own),
            _ => None,
        };
        if let Some(whole) = inside {
            return (whole, None);
        }
        let text = match String::from_utf8(page) {
            Ok(text) => text,
            Err(bytes) => return (bytes.into_bytes(), Some((own + "\n").into_bytes())),
        };
        let whole = match (&*self.order.format, text.strip_suffix(IN_JSON[1])) {
            // A remark of HTML ends at two hyphens and a bracket, and nothing in it is markup.
            ("html" | "md", _) => {
                let own = own
                    .replace("--", "-\\u002d")
                    .replace('<', "\\u003c")
                    .replace('>', "\\u003e");
                format!("{text}{}{own}{}", IN_PAGE[0], IN_PAGE[1])
            }
            ("json", Some(begin)) => format!("{begin}{}{own}{}", IN_JSON[0], IN_JSON[1]),
            _ => return (text.into_bytes(), Some((own + "\n").into_bytes())),
        };
        (whole.into_bytes(), None)
    }

    /// The SHA-256 of a file that a report was made of. Line ends are no part of it: git gives them to a clone as the system
    /// there has them.
    pub fn digest_of(bytes: &[u8]) -> String {
        match std::str::from_utf8(bytes) {
            Ok(text) if text.contains("\r\n") => sha256(text.replace("\r\n", "\n").as_bytes()),
            _ => sha256(bytes),
        }
    }

    /// Whether it is that of a page, and says of its figures what it said when both were made.
    pub fn is_of(&self, page: &[u8]) -> bool {
        sha256(page) == self.page && digest(&self.figures) == self.digest
    }

    /// Whether the report is for the office, and withholds nothing but what is small.
    pub fn is_open(&self) -> bool {
        Edition::of(&self.order.edition) == Some(Edition::Office)
    }

    /// Whether it says all that another does but of which files it was made, and by which version.
    pub fn says(&self, other: &Manifest) -> bool {
        let own = (&self.order, &self.page, &self.figures);
        own == (&other.order, &other.page, &other.figures)
    }

    /// The page of a printed report and its manifest, which it carries, or which lies `beside` it. That an editor or git made
    /// other line ends of it changes nothing.
    pub fn opened(file: &[u8], beside: Option<&[u8]>) -> Option<(Vec<u8>, Manifest)> {
        let whole = |file: &[u8]| {
            let aside = || Some((file.to_vec(), serde_json::from_slice(beside?).ok()?));
            Manifest::apart(file).or_else(aside)
        };
        let is_as_printed = |(page, manifest): &(Vec<u8>, Manifest)| sha256(page) == manifest.page;
        let found = whole(file);
        if found.as_ref().is_some_and(is_as_printed) {
            return found;
        }
        let plain = std::str::from_utf8(file)
            .ok()
            .filter(|text| text.contains("\r\n"));
        let plain = plain.and_then(|text| whole(text.replace("\r\n", "\n").as_bytes()));
        match found {
            None => plain,
            Some(_) => plain.filter(is_as_printed).or(found),
        }
    }

    fn apart(file: &[u8]) -> Option<(Vec<u8>, Manifest)> {
        let inside = inside::out_of_workbook(file).or_else(|| inside::out_of_pdf(file));
        if let Some((page, own)) = inside {
            return Some((page, serde_json::from_str(&own).ok()?));
        }
        let text = std::str::from_utf8(file).ok()?;
        [IN_PAGE, IN_JSON].iter().find_map(|[begin, end]| {
            let (page, own) = text.strip_suffix(end)?.rsplit_once(begin)?;
            let tail = if *begin == IN_JSON[0] { IN_JSON[1] } else { "" };
            Some((
                format!("{page}{tail}").into_bytes(),
                serde_json::from_str(own).ok()?,
            ))
        })
    }

    /// The files that were read and are there, with the SHA-256 of each, as they go with an edition. What a closing says in
    /// a report are its corrections, each a figure: that a month was closed since changes none.
    pub fn files(directory: &Directory, edition: Edition) -> BTreeMap<String, String> {
        let names = directory
            .read_names()
            .into_iter()
            .filter(|name| !name.ends_with('/') && !name.starts_with(&*closed.path));
        let each = names.filter_map(|name| {
            let bytes = directory.bytes(&name).ok()??;
            Some((name, Manifest::digest_of(&bytes)))
        });
        let each: BTreeMap<String, String> = each.collect();
        match edition {
            Edition::Office => each,
            Edition::Public => {
                let lines = each.iter().map(|(name, digest)| written(&[name, digest]) + "\n");
                let all = sha256(lines.collect::<String>().as_bytes());
                [("*".to_owned(), all)].into()
            }
        }
    }
}
