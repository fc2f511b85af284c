//! `bina report NAME --against WHEN`: what has changed in a report since an earlier state, and by which records.

use super::asking::Asking;
use super::period::refuse_untold;
use super::{ASK_FURTHER, told};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::git::Git;
use crate::inquiry::{Earlier, Kind, Lexicon};
use crate::load::{self, Office};
use crate::measure::trace::Trace;
use crate::records::closing::{Moved, moved};
use crate::records::time::Day;
use crate::records::word::Code;
use crate::report;
use crate::report::explanation::{Opening, compared};
use crate::report::model::Report;
use crate::report::statement::statement;
use crate::session::{Exit, Session};
use crate::words::screen::Screen;
use crate::words::{Lang, Phrase, value_form};
use clap::Arg;
use std::collections::BTreeSet;

/// The closing of the month.
const CLOSED: &[Code] = &[Code::new("closed", "ditutup", "closed")];

/// `--against`.
pub(super) fn against_arg(lang: Lang) -> Arg {
    let help = Phrase {
        id: "Sebutkan hanya yang berubah sejak keadaan ini: ditutup (penutupan bulan itu), sebuah hari (YYYY-MM-DD), atau sebuah commit git",
        en: "Tell only what has changed since this state: closed (the closing of the month), a day (YYYY-MM-DD), or a commit of git",
    };
    Arg::new("against")
        .long("against")
        .value_name(value_form(lang, "WHEN"))
        .conflicts_with_all(["edition", "draft", "full"])
        .help(help.get(lang))
}

/// What is asked: the report, about whom, and since when.
pub(super) struct Against<'a> {
    pub(super) kind: &'static Kind,
    pub(super) subject: Option<&'a str>,
    pub(super) when: &'a str,
}

impl Against<'_> {
    /// Prints what has changed.
    pub(super) fn print(
        &self,
        asking: &Asking<'_>,
        directory: &Directory,
        session: &mut Session<'_>,
    ) -> anyhow::Result<Exit> {
        let (office, report, read) = self.made(asking, directory, session)?;
        let opening = Opening {
            report: &report,
            settings: Some(&office.settings),
            command: ASK_FURTHER,
            period: asking.period,
            is_before: false,
            lang: session.language_of(Some(&office.settings)),
        };
        let mut page = match Code::meant(CLOSED, self.when) {
            "closed" => {
                let (on, figures) = self.since_closing(asking, (directory, &office), session)?;
                compared(&opening, on, &figures, None)
            }
            when => {
                let git = Git::at(directory.root());
                let commit = git.commit(when, Day::parse(when).is_some()).ok_or_else(|| {
                    let when = when.to_owned();
                    session.usage(&Screen::NoSuchState { when })
                })?;
                let then = Earlier::of(directory, &git, &commit);
                let (_, before, read_then) = self.made(asking, &then.directory, session)?;
                let figures = moved(&statement(&before), &statement(&report));
                let mut altered = then.altered(directory, &Lexicon::of(directory));
                altered.retain(|(name, _)| read.contains(name) || read_then.contains(name));
                compared(&opening, when.to_owned(), &figures, Some(&altered))
            }
        };
        asking.shape(&mut page);
        asking.print(&page, session, false, None)?;
        Ok(Exit::Done)
    }

    /// The report from the records of a state, and the files that it read; what keeps it from being made is told.
    fn made(
        &self,
        asking: &Asking<'_>,
        directory: &Directory,
        session: &mut Session<'_>,
    ) -> anyhow::Result<(Office, Report, BTreeSet<String>)> {
        let mut findings = Findings::new();
        let office = load::office(directory, &mut findings);
        refuse_untold(asking.period, office.as_ref(), session)?;
        let made = office.and_then(|office| {
            let asked = asking.about(directory, &office, self.subject, session);
            let report = asked.make(self.kind, &mut findings, &mut Trace::silent())?;
            Some((office, report::office(report), directory.read_names()))
        });
        let errors = told(directory, &mut findings, session)?;
        made.filter(|_| errors == 0)
            .ok_or_else(|| session.fail(Exit::Broken, &Screen::Refused { errors }))
    }

    /// The day of the closing, and the figures that are others since then and were not corrected.
    fn since_closing(
        &self,
        asking: &Asking<'_>,
        (directory, office): (&Directory, &Office),
        session: &Session<'_>,
    ) -> anyhow::Result<(String, Vec<Moved>)> {
        let unheard = &mut Findings::new();
        let month = asking.period.in_one_month();
        let month = month.filter(|_| self.kind.is_closed());
        let ledger = month.map(|month| load::ledger(directory, month, unheard));
        let closed = ledger.and_then(|ledger| Some((ledger.closed_on()?, ledger)));
        let Some((on, ledger)) = closed else {
            let (name, period) = (
                self.kind.named(session.lang).to_owned(),
                asking.period.to_string(),
            );
            return Err(session.usage(&Screen::NotClosed { name, period }));
        };
        let asked = asking.about(directory, office, None, session);
        let figures = asked.figures(unheard).unwrap_or_default();
        Ok((on.to_string(), ledger.moved(&figures)))
    }
}
