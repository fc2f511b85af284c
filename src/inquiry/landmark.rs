//! An earlier state of the records, as one types it: a day, a commit, the closing of a month, the last printing of a
//! report, a printed report itself, or the last merge.

use super::earlier::Earlier;
use super::manifest::{BESIDE_REPORT, Manifest};
use super::printed::{Kept, Sought};
use super::{Inquiry, Kind};
use crate::change::closing::is_whole;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::files::input;
use crate::files::output::{PRIVATE, REPORTS};
use crate::git::{Git, Search};
use crate::load;
use crate::records::closing::{MonthLedger, Moved, closed, moved};
use crate::records::time::{Day, Period};
use crate::records::word::Code;
use crate::report::statement::statement;
use crate::words::Lang;
use crate::words::screen::Screen;
use std::path::Path;

/// The states that have a name.
const NAMED: &[Code] = &[
    Code::new("closed", "ditutup", "closed"),
    Code::new("report", "laporan", "report"),
    Code::new("merge", "gabungan", "merge"),
];

/// The report whose earlier state is asked for.
#[derive(Clone, Copy)]
pub struct Whose<'a> {
    /// The report.
    pub kind: &'static Kind,
    /// The time that it is about.
    pub period: Period,
    /// The programme or person that it is about.
    pub subject: Option<&'a str>,
    /// The language of refusals.
    pub lang: Lang,
}

/// The figures that were written down in a state.
enum Written {
    /// When the month was closed.
    Closing(MonthLedger),
    /// In a printed report.
    Printing(Box<Manifest>),
}

/// An earlier state of the records.
pub struct Landmark {
    /// What it is called: a day, a commit, or the file of a printed report.
    pub told: String,
    kept: Kept,
    /// The day of it, where it is known.
    day: Option<Day>,
    written: Option<Written>,
}

impl Landmark {
    /// The state that was typed.
    ///
    /// # Errors
    /// What is said where there is no such state.
    pub fn find(
        when: &str,
        whose: Whose<'_>,
        directory: &Directory,
        here: &Path,
    ) -> Result<Landmark, Screen> {
        let git = Git::at(directory.root());
        let landmark = |told: &str, kept| Landmark {
            told: told.to_owned(),
            kept,
            day: None,
            written: None,
        };
        match Code::meant(NAMED, when) {
            "closed" => Landmark::closing(whose, directory, &git),
            "report" => Landmark::last_printing(whose, directory, &git),
            "merge" => match git.before_merge() {
                Some(commit) => Ok(landmark(
                    commit.get(..8).unwrap_or_default(),
                    Kept::In(commit.clone()),
                )),
                None => Err(Screen::NoMerge),
            },
            when => {
                let at_end = Day::parse(when).map(|day| format!("{day} 23:59:59"));
                if let Some(commit) = git.commit(at_end.as_deref().unwrap_or(when), at_end.is_some()) {
                    return Ok(landmark(when, Kept::In(commit)));
                }
                let beside = input::bytes(&here.join(format!("{when}{BESIDE_REPORT}"))).ok();
                let bytes = input::bytes(&here.join(when)).unwrap_or_default();
                match Manifest::opened(&bytes, beside.as_deref()) {
                    Some((page, manifest)) if !manifest.is_of(&page) => Err(Screen::PageUntrue {
                        name: when.to_owned(),
                    }),
                    Some((_, manifest)) => {
                        let (manifest, git) = (&manifest, &git);
                        Ok(Landmark::printing(
                            (when, &bytes),
                            Sought {
                                manifest,
                                directory,
                                git,
                            },
                        ))
                    }
                    None => Err(Screen::NoSuchState {
                        when: when.to_owned(),
                    }),
                }
            }
        }
    }

    fn closing(whose: Whose<'_>, directory: &Directory, git: &Git) -> Result<Landmark, Screen> {
        let month = whose.period.in_one_month().filter(|_| whose.kind.is_closed());
        let ledger = month.map(|month| load::ledger(directory, month, &mut Findings::new()));
        let broken = ledger.as_ref().filter(|own| !is_whole(own, &mut Findings::new()));
        if let Some(broken) = broken {
            let month = broken.month.to_string();
            return Err(Screen::ClosingUntrue { month });
        }
        let Some((day, ledger)) = ledger.and_then(|ledger| Some((ledger.closed_on()?, ledger))) else {
            let (name, period) = (whose.kind.named(whose.lang).to_owned(), whose.period.to_string());
            return Err(Screen::NotClosed { name, period });
        };
        let file = closed.file(&ledger.month.to_string());
        let commit = git.commits_of(&[&file], 1).pop();
        let kept = commit.filter(|commit| git.has_so(commit, &file));
        Ok(Landmark {
            told: day.to_string(),
            kept: kept.map_or(Kept::Nowhere, Kept::In),
            day: Some(day),
            written: Some(Written::Closing(ledger)),
        })
    }

    /// Of the printings of the report that lie there, the one that was made of the newest records; one for the public, which
    /// withholds figures, only where there is no other.
    fn last_printing(whose: Whose<'_>, directory: &Directory, git: &Git) -> Result<Landmark, Screen> {
        let month = whose.period.last_month();
        let folders = [
            format!("{PRIVATE}/{month}"),
            format!("{REPORTS}/{month}"),
            PRIVATE.to_owned(),
            REPORTS.to_owned(),
        ];
        let files = folders.iter().flat_map(|folder| {
            let names = directory.list(folder).unwrap_or_default().into_iter();
            let names = names.filter(|name| !name.ends_with('/') && !name.ends_with(BESIDE_REPORT));
            names.map(move |name| format!("{folder}/{name}"))
        });
        let bytes = |name: &str| directory.bytes(name).ok().flatten();
        let printings = files.filter_map(|file| {
            let beside = bytes(&format!("{file}{BESIDE_REPORT}"));
            let printed = bytes(&file)?;
            let (page, manifest) = Manifest::opened(&printed, beside.as_deref())?;
            if !manifest.is_of(&page) {
                return None;
            }
            let order = &manifest.order;
            let is_it = order.report == whose.kind.name
                && order.period() == Some(whose.period)
                && order.about.as_deref() == whose.subject;
            is_it.then_some((file, printed, manifest))
        });
        let (open, withheld): (Vec<_>, Vec<_>) = printings.partition(|(_, _, manifest)| manifest.is_open());
        let printings = if open.is_empty() { withheld } else { open };
        let printings = printings.iter().map(|(file, bytes, manifest)| {
            Landmark::printing(
                (file, bytes),
                Sought {
                    manifest,
                    directory,
                    git,
                },
            )
        });
        let is_newer = |one: &Landmark, than: &Landmark| match (&one.kept, &than.kept) {
            (Kept::In(one), Kept::In(than)) => {
                one != than && git.does(&["merge-base", "--is-ancestor", than, one])
            }
            (Kept::Here, Kept::In(_) | Kept::Nowhere) | (Kept::In(_), Kept::Nowhere) => true,
            _ => false,
        };
        let last = printings.reduce(|last, one| if is_newer(&one, &last) { one } else { last });
        last.ok_or_else(|| Screen::NeverPrinted {
            name: whose.kind.named(whose.lang).to_owned(),
            period: whose.period.to_string(),
        })
    }

    /// The state of the records of which a report was printed: those whose files were as it says.
    fn printing((file, bytes): (&str, &[u8]), sought: Sought<'_>) -> Landmark {
        Landmark {
            told: file.to_owned(),
            kept: sought.kept(bytes),
            day: None,
            written: Some(Written::Printing(Box::new(sought.manifest.clone()))),
        }
    }

    /// The records of then; `None` where no commit has them.
    pub fn records(&self, now: &Directory) -> Option<Earlier> {
        match &self.kept {
            Kept::In(commit) => Some(Earlier::of(now, &Git::at(now.root()), commit)),
            Kept::Here => Some(Earlier::same(now)),
            Kept::Nowhere => None,
        }
    }

    /// The figures of a report that are others than they were written down; `None` where none were.
    pub fn moved(&self, asked: &Inquiry<'_>) -> Option<Vec<Moved>> {
        // What is wrong with the records is told with the report.
        let unheard = &mut Findings::new();
        match self.written.as_ref()? {
            Written::Closing(ledger) => Some(ledger.moved(&asked.figures(unheard)?)),
            Written::Printing(manifest) => {
                let office = (asked.directory, asked.office);
                let now = manifest.order.make(office, asked.today, unheard)?;
                Some(moved(&manifest.figures, &statement(&now)))
            }
        }
    }

    /// A figure as it was written down; for the public some are withheld.
    pub fn figure(&self, address: &str) -> Option<String> {
        match self.written.as_ref()? {
            Written::Closing(ledger) => ledger.figures().remove(address),
            Written::Printing(manifest) => manifest
                .figures
                .get(address)
                .filter(|_| manifest.is_open())
                .cloned(),
        }
    }

    /// The commits since then; `None` where nothing has changed.
    ///
    /// # Errors
    /// What is said where nobody knows which they are.
    pub fn search(&self) -> Result<Option<Search>, Screen> {
        let (after, since) = match (&self.kept, self.day) {
            (Kept::In(commit), _) => (Some(commit.clone()), None),
            (Kept::Here, _) => return Ok(None),
            (Kept::Nowhere, Some(day)) => (None, Some(day.to_string())),
            (Kept::Nowhere, None) => {
                return Err(Screen::StateUnkept {
                    when: self.told.clone(),
                });
            }
        };
        Ok(Some(Search {
            since,
            after,
            ..Search::default()
        }))
    }
}
