//! What is printed every month, as `[monthly]` of `bina.toml` names it.

use super::manifest::{BESIDE_REPORT, Manifest, Order};
use super::{KINDS, Kind, Times};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::files::output::{PRIVATE, REPORTS};
use crate::gather::reading::{Archive, Reading};
use crate::load::{self, Office};
use crate::measure::trace::Trace;
use crate::records::closing::{Moved, moved};
use crate::records::document::At;
use crate::records::settings::Settings;
use crate::records::time::{Day, Month, Period};
use crate::render::{FORMATS, Format, Options};
use crate::report::model::Edition;
use crate::report::statement::statement;
use crate::words::problem::Problem;
use crate::words::screen::Screen;
use crate::words::{Lang, Say};
use std::collections::BTreeMap;
use std::io;

/// What stands behind the name of a report that is about the year up to the month, in either language.
const OF_YEAR: [&str; 2] = ["-tahun-ini", "-this-year"];

/// A report that is printed every month.
#[derive(Clone)]
pub struct Printout {
    /// The report.
    pub kind: &'static Kind,
    /// Its form.
    pub format: &'static Format,
    /// For whom it is.
    pub edition: Edition,
    /// Whether it is about the year up to the month, and of that alone.
    is_of_year: bool,
    /// Its file, relative to the record directory; of one that is made for each, the name of the folder of all.
    pub file: String,
    /// The person or unit that it is about, where it is made for each.
    about: Option<String>,
}

/// A printing that is made: what becomes of its files, and what has moved in it since it was printed before.
pub struct Printed {
    /// The files and their bytes; `None` of one that goes.
    pub files: Vec<(String, Option<Vec<u8>>)>,
    /// The figures that were printed before and are others now.
    pub moved: Vec<Moved>,
}

/// What was printed anew because figures moved.
#[derive(Default)]
pub struct Reissue {
    /// The files.
    pub files: Vec<String>,
    moved: BTreeMap<String, Moved>,
}

impl Reissue {
    /// Takes what has moved in a printing. Pages that are made for each are told by their folder, and their figures by whom
    /// they are about: they have the same addresses on every page.
    pub fn take(&mut self, printout: &Printout, moved: Vec<Moved>) {
        let named = printout.named();
        if !moved.is_empty() && !self.files.contains(&named) {
            self.files.push(named);
        }
        for mut one in moved {
            if let Some(about) = &printout.about {
                one.address = format!("{about}: {}", one.address);
            }
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
            if let Some((kind, format, is_of_year)) = known(name, edition, findings) {
                let file = format!("{folder}/{month}/{}", name.value);
                all.push(Printout {
                    kind,
                    format,
                    edition,
                    is_of_year,
                    file,
                    about: None,
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

/// The report, the form and whether it is of the year, as a name of the settings means them.
fn known(
    name: &At<String>,
    edition: Edition,
    findings: &mut Findings,
) -> Option<(&'static Kind, &'static Format, bool)> {
    let is_office = edition == Edition::Office;
    let kinds = KINDS
        .iter()
        .filter(|kind| kind.is_printed() && (kind.has_public || is_office));
    let found = name.value.rsplit_once('.').and_then(|(stem, ending)| {
        let of_year = OF_YEAR.iter().find_map(|behind| stem.strip_suffix(behind));
        let kind = kinds
            .clone()
            .find(|kind| [kind.name, kind.alias].contains(&of_year.unwrap_or(stem)))?;
        // What a longer time tells the public of few people, less what its months tell, is what a month hides.
        let can_be = of_year.is_none() || (is_office && kind.times == Times::Any);
        let format = FORMATS.iter().find(|format| format.endings.contains(&ending))?;
        can_be.then_some((kind, *format, of_year.is_some()))
    });
    if let Some((kind, format, is_of_year)) = found
        && format.is_built
    {
        return Some((kind, format, is_of_year));
    }
    let stem = name.value.rsplit_once('.').map_or("", |(stem, _)| stem);
    let built = FORMATS.iter().filter(|format| format.is_built);
    let endings: Vec<&str> = built.flat_map(|format| format.endings.first()).copied().collect();
    let list = |names: Vec<&str>, lang| match &found {
        // The report is there, and its form is not.
        Some((_, format, _)) => {
            let name = format.name.to_owned();
            let others = endings.iter().map(|ending| format!("{stem}.{ending}"));
            let others: Vec<String> = others.collect();
            format!("{}. {}", others.join(", "), Screen::NotBuilt { name }.text(lang))
        }
        None => format!("{} + .{}", names.join(", "), endings.join(" .")),
    };
    let problem = Problem::CodeUnknown {
        text: name.value.clone(),
        allowed: list(kinds.clone().map(|kind| kind.name).collect(), Lang::En),
        words: list(kinds.map(|kind| kind.alias).collect(), Lang::Id),
    };
    findings.error(name.origin, problem);
    None
}

impl Printout {
    /// Its file, and the one beside it of a form that cannot carry how it was made.
    pub fn files(&self) -> [String; 2] {
        let beside = format!("{}{BESIDE_REPORT}", self.file);
        [self.file.clone(), beside]
    }

    /// What it is called where many are told: its file, or the folder of those that are made for each.
    fn named(&self) -> String {
        match (&self.about, self.file.rsplit_once('/')) {
            (Some(_), Some((folder, _))) => format!("{folder}/"),
            _ => self.file.clone(),
        }
    }

    /// Itself, or one for each person or unit that it is made for.
    pub fn each(&self, directory: &Directory, office: &Office, month: Month) -> Vec<Printout> {
        let Some(each) = self.kind.subject.as_ref().and_then(|subject| subject.each) else {
            return vec![self.clone()];
        };
        let archive = Archive::new(directory, office, Period::month(month));
        // What is wrong with the records is told by the check.
        let all = each(&mut Reading::new(&archive, Trace::silent())).into_iter();
        let (folder, ending) = self.file.rsplit_once('.').unwrap_or((&self.file, ""));
        let one = |id: String| Printout {
            file: format!("{folder}/{id}.{ending}"),
            about: Some(id),
            ..self.clone()
        };
        all.map(one).collect()
    }

    /// Makes it; one that says the same as what was printed of the month before, and that nobody changed since, has no files.
    /// What has moved in figures that were printed before makes it a new printing, which says so. What keeps it from being
    /// made is told.
    ///
    /// # Errors
    /// When its form cannot be written.
    pub fn print(
        &self,
        root: &Directory,
        month: Month,
        (today, lang): (Day, Lang),
        findings: &mut Findings,
    ) -> io::Result<Printed> {
        let mut printed = Printed {
            files: Vec::new(),
            moved: Vec::new(),
        };
        // It knows the files of this report alone.
        let directory = Directory::open(root.root())?;
        let office = load::office(&directory, &mut Findings::new());
        let mut order = self.order(month, lang);
        let made = office.and_then(|office| order.make((&directory, &office), today, findings));
        let Some(mut report) = made else {
            return Ok(printed);
        };
        let [file, aside] = self.files();
        // One that cannot be read is told when it is written.
        let [old_file, old_aside] = [&file, &aside].map(|name| root.bytes(name).ok().flatten());
        let has_aside = old_aside.is_some();
        let old = old_file.and_then(|file| Manifest::opened(&file, old_aside.as_deref()));
        if let Some((_, old)) = &old {
            printed.moved = moved(&old.figures, &statement(&report));
            (order.printing, order.moved) = match printed.moved.len() {
                0 => (old.order.printing, old.order.moved),
                count => (old.order.printing + 1, count),
            };
            order.mark(&mut report);
        }
        let page = order.page(&report)?;
        let names = Manifest::files(&directory, self.edition);
        let manifest = Manifest::of(order, &report, &page, names);
        if old.is_some_and(|(text, old)| text == page && old.says(&manifest)) {
            printed.moved.clear();
            return Ok(printed);
        }
        let (page, beside) = manifest.carried(page);
        printed.files.push((file, Some(page)));
        // What lies beside an earlier printing is not of this one.
        if beside.is_some() || has_aside {
            printed.files.push((aside, beside));
        }
        Ok(printed)
    }

    fn order(&self, month: Month, lang: Lang) -> Order {
        let first = match self.is_of_year {
            true => Period::year(month).first_month(),
            false => month,
        };
        Order {
            report: self.kind.name.to_owned(),
            about: self.about.clone(),
            months: [first, month].map(|month| month.to_string()),
            alone: self.is_of_year,
            as_of: month.last().to_string(),
            lang: lang.code().to_owned(),
            edition: self.edition.code().to_owned(),
            format: self.format.name.to_owned(),
            excel: false,
            table: None,
            // The page for the head of the office and a person's own are short, and name what the others tell in full.
            full: self.kind.name != "brief" && self.about.is_none(),
            width: Options::default().width,
            printing: 1,
            moved: 0,
        }
    }
}
