//! A report by its name, of a time: what `bina report` prints, and what is printed every month.

mod closing;
mod earlier;
mod figure;
mod history;
mod inside;
mod kinds;
mod landmark;
mod manifest;
mod papers;
mod printed;
mod printout;
mod renamed;
mod sealed;
pub mod site;

pub use closing::{judge_closings, signings, stands, unsigned};
pub use earlier::{Earlier, Lexicon};
pub use figure::Drift;
pub use history::{Chronicle, Revision, Scope, Under};
pub use kinds::{KINDS, MONTHLY};
pub use landmark::{Landmark, Whose};
pub use manifest::{BESIDE_REPORT, Manifest, Order};
pub use papers::PAPERS;
pub use printout::{Printout, Reissue, judge_printouts, printouts};
pub use renamed::{Successor, successors};
pub use sealed::{SealedNow, page_of};

use crate::change::paper::Paper;
use crate::change::{Draft, Reason, candidates};
use crate::check;
use crate::diagnostic::{Findings, Origin};
use crate::files::Directory;
use crate::gather;
use crate::gather::reading::{Archive, Reading, grades, names};
use crate::load::{self, Office};
use crate::measure::trace::Trace;
use crate::records::questionnaire::Questionnaire;
use crate::records::time::{Day, Month, Period};
use crate::report::model::{Edition, Report};
use crate::report::{self, Page};
use crate::words::problem::Problem;
use crate::words::{Lang, Phrase};

/// Everything that is wrong with the records, with what was printed of them and with the months that are closed.
pub fn judge(directory: &Directory, today: Day, findings: &mut Findings) {
    check::all(directory, today, findings);
    judge_printouts(directory, today, findings);
    judge_closings(directory, today, findings);
}

/// What a report is asked about.
pub struct Inquiry<'a> {
    /// The record directory.
    pub directory: &'a Directory,
    /// Settings and rules.
    pub office: &'a Office,
    /// The time that it is about; events after its last day are not known.
    pub period: Period,
    /// Whether the time stands alone: figures that look back further over a month are of it only.
    pub is_alone: bool,
    /// The day on which it is asked.
    pub today: Day,
    /// The language of the report.
    pub lang: Lang,
    /// The id of the programme, person or unit that the report is about, where it is about one.
    pub subject: Option<&'a str>,
    /// Whether lists have all their rows; else those that text shows.
    pub is_whole: bool,
}

impl<'a> Inquiry<'a> {
    /// All that an office has about a month, in its own language.
    pub fn of_month(directory: &'a Directory, office: &'a Office, month: Month, today: Day) -> Inquiry<'a> {
        Inquiry {
            directory,
            office,
            period: Period::month(month),
            is_alone: false,
            today,
            lang: office.settings.lang(),
            subject: None,
            is_whole: true,
        }
    }
}

impl Inquiry<'_> {
    /// The report, telling a trace what entered each figure; where there is none, somebody has told why.
    pub fn make(&self, kind: &Kind, findings: &mut Findings, trace: &mut Trace) -> Option<Report> {
        let mut report = self.unnamed(kind, findings, trace)?;
        let people = report.people();
        let mut named = names(self.directory, &people);
        grades(
            self.directory,
            &report.graded(),
            self.period.last_day(),
            &mut named,
        );
        report.name(&named);
        Some(report)
    }

    /// The report in an edition; `None` when no rule says how small a group may be, which is told.
    pub fn in_edition(&self, report: Report, edition: Edition, findings: &mut Findings) -> Option<Report> {
        if edition == Edition::Office {
            return Some(report::office(report));
        }
        let Some(rule) = self.office.rules.privacy.on(self.period.last_day()) else {
            self.tell_missing_rules(findings);
            return None;
        };
        Some(report::public(report, rule.into()))
    }

    /// The report in which people are still numbers.
    pub fn unnamed(&self, kind: &Kind, findings: &mut Findings, trace: &mut Trace) -> Option<Report> {
        let archive = Archive::new(self.directory, self.office, self.period).alone(self.is_alone);
        let mut reading = Reading::new(&archive, std::mem::take(trace));
        if !kind.is_frequent {
            reading.findings.doubt();
        }
        let mut report = (kind.make)(&mut reading, self);
        if let Some(report) = &mut report {
            let unrolled = gather::unrolled::counted(&mut reading);
            let unevaluated = gather::unrolled::unevaluated(&reading);
            if let Some(letterhead) = &mut report.letterhead {
                letterhead.logo = load::logo(self.directory, &self.office.settings, &mut reading.findings);
            }
            let page = self.page(&mut reading);
            page.leave_out_later(report);
            page.tell_of_none(report);
            page.tell_unrolled(report, &unrolled, self.subject);
            // A person's page says of each period how he or she was evaluated.
            if self.subject.is_none() {
                page.tell_unevaluated(report, &unevaluated);
            }
            if self.period.in_one_month().is_none() {
                report::speak_of_period(report);
            }
        }
        *trace = reading.trace;
        findings.append(reading.findings);
        if report.is_none() && findings.errors() == 0 {
            self.tell_missing_rules(findings);
        }
        report
    }

    /// The page that the report is written on.
    pub fn page<'p>(&'p self, reading: &mut Reading<'p>) -> Page<'p> {
        let law = (&self.office.settings, &self.office.rules);
        let page = Page::new(reading.roster(), law, reading.archive.period, self.lang);
        let page = page.alone(self.is_alone).made_on(self.today);
        match self.is_whole {
            true => page,
            false => page.brief(),
        }
    }

    /// Tells the rules without which no report of the time can be made.
    fn tell_missing_rules(&self, findings: &mut Findings) {
        let day = self.period.last_day();
        for (rule, _) in self.office.rules.missing_on(day) {
            let (rule, day) = (rule.to_owned(), day.to_string());
            findings.error(Origin::NOWHERE, Problem::RuleMissing { rule, day });
        }
    }
}

/// The programme, person or unit that a report is about.
pub struct Focus {
    /// What is typed.
    pub what: Phrase,
    /// Whether it may be left out.
    pub is_optional: bool,
    /// The id of what was typed, or why it means none.
    pub find: fn(&Directory, &str) -> Result<String, Reason>,
    /// The ids of all that get a page of their own every month; `None` where nobody asks for all of them.
    pub each: Option<for<'r> fn(&mut Reading<'r>) -> Vec<String>>,
}

impl Focus {
    /// A programme, which must be named.
    pub const TRAINING: Focus = Focus {
        what: Phrase {
            id: "id pelatihan, misalnya 2026-10/pelayanan-prima",
            en: "the id of the programme, such as 2026-10/pelayanan-prima",
        },
        is_optional: false,
        find: |directory, typed| candidates::training(&mut Draft::new(directory), typed),
        each: None,
    };

    /// A person, who must be named.
    pub const STAFF: Focus = Focus {
        what: Phrase {
            id: "id, NIP, atau bagian nama seorang pegawai",
            en: "the id, the NIP or part of the name of a person",
        },
        is_optional: false,
        find: |directory, typed| {
            let people = Draft::new(directory).people();
            people.find(typed).map(|person| person.id.clone())
        },
        each: Some(|reading| {
            let people = &reading.roster().people;
            let counting = (0..).zip(&people.list).filter(|(_, person)| person.counts());
            counting.map(|(number, _)| people.id(number)).collect()
        }),
    };

    /// A questionnaire, which must be named.
    pub const QUESTIONNAIRE: Focus = Focus {
        what: Phrase {
            id: "kode kuesioner, misalnya skm-2025",
            en: "the code of the questionnaire, such as skm-2025",
        },
        is_optional: false,
        find: |directory, typed| {
            let (mut draft, code) = (Draft::new(directory), typed.trim());
            match Questionnaire::exists(&mut draft, code) {
                true => Ok(code.to_owned()),
                false => Err(Questionnaire::missing(&mut draft, code)),
            }
        },
        each: None,
    };

    /// A unit, which must be named.
    pub const UNIT: Focus = Focus {
        what: Phrase {
            id: "kode atau bagian nama sebuah unit kerja",
            en: "the code or part of the name of a unit",
        },
        is_optional: false,
        find: |directory, typed| candidates::unit(&mut Draft::new(directory), typed),
        each: Some(|reading| reading.roster().units.codes.clone()),
    };
}

/// A report of the command.
pub struct Kind {
    /// Its name.
    pub name: &'static str,
    /// Its Indonesian alias.
    pub alias: &'static str,
    /// What it is.
    pub about: Phrase,
    /// What it is asked about beside the time; `None` when it is always about the whole office.
    pub subject: Option<Focus>,
    /// Whether it has an edition for the public.
    pub has_public: bool,
    /// Whether that edition tells of nobody of the office but in words: then it can be of any time. Others are of a month
    /// alone, because what a longer time tells of few people, less what its months tell, is what a month hides.
    pub is_about_public: bool,
    /// Whether it is made so often that it must be cheap: its reading doubts, row by row, what `check` may call wrong. Every
    /// other report asks `check` about all that it read.
    pub is_frequent: bool,
    /// The times that it can be made of.
    pub times: Times,
    /// Gathers and builds it; `None` when it cannot be built, and what is wrong is told.
    pub make: for<'r> fn(&mut Reading<'r>, &'r Inquiry<'r>) -> Option<Report>,
}

/// The times that a report can be made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Times {
    /// A month: it tells how things stand on its last day.
    Month,
    /// A month, or what begins with its year: it tells of the year up to its last month.
    YearSoFar,
    /// Any months that follow each other.
    Any,
}

impl Kind {
    /// Its name in a language.
    pub fn named(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.alias,
            Lang::En => self.name,
        }
    }

    /// Whether it can be printed every month: about the whole office, or for each that it can be about.
    fn is_printed(&self) -> bool {
        let subject = self.subject.as_ref();
        subject.is_none_or(|subject| subject.is_optional || subject.each.is_some())
    }

    /// Whether it cannot be made without naming a programme or a person.
    pub fn needs_subject(&self) -> bool {
        self.subject.as_ref().is_some_and(|subject| !subject.is_optional)
    }
}
