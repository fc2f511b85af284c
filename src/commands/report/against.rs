//! `bina report NAME --against WHEN`: what has changed in a report since an earlier state, and by which records.

use super::asking::Asking;
use super::period::refuse_untold;
use super::{ASK_FURTHER, told};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::inquiry::{Kind, Landmark, Lexicon, Whose};
use crate::load::{self, Office};
use crate::measure::trace::Trace;
use crate::records::closing::moved;
use crate::report;
use crate::report::explanation::{Opening, compared};
use crate::report::model::Report;
use crate::report::statement::statement;
use crate::session::{Exit, Session};
use crate::words::screen::Screen;
use crate::words::{Lang, Phrase, value_form};
use clap::Arg;
use std::collections::BTreeSet;

/// `--against`.
pub(super) fn against_arg(lang: Lang) -> Arg {
    let help = Phrase {
        id: "Bandingkan dengan keadaan ini: ditutup (penutupan bulan itu), laporan (cetakan terakhirnya), gabungan (sebelum penggabungan terakhir), sebuah hari (YYYY-MM-DD), sebuah commit git, atau berkas laporan yang tercetak",
        en: "Hold it against this state: closed (the closing of the month), report (its last printing), merge (before the last merge), a day (YYYY-MM-DD), a commit of git, or the file of a printed report",
    };
    Arg::new("against")
        .long("against")
        .value_name(value_form(lang, "WHEN"))
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
        let whose = Whose {
            kind: self.kind,
            period: asking.period,
            subject: self.subject,
            lang: session.lang,
        };
        let landmark = Landmark::find(self.when, whose, directory, &session.here);
        let landmark = landmark.map_err(|refusal| session.usage(&refusal))?;
        let asked = asking.about(directory, &office, self.subject, session);
        let written = landmark.moved(&asked);
        let mut altered = None;
        let mut recorded = Vec::new();
        if let Some(then) = landmark.records(directory) {
            let (_, before, read_then) = self.made(asking, &then.directory, session)?;
            recorded = moved(&statement(&before), &statement(&report));
            let mut all = then.altered(directory, &Lexicon::of(directory));
            all.retain(|(name, _)| read.contains(name) || read_then.contains(name));
            altered = Some(all);
        }
        let figures = written.unwrap_or(recorded);
        let mut page = compared(&opening, landmark.told, &figures, altered.as_deref());
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
}
