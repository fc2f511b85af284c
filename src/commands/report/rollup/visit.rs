//! One office of several: its report is made, what that tells of the whole office is kept, all else is let go.

use super::super::errors;
use super::place::OfficeRoot;
use crate::check;
use crate::diagnostic::{Findings, Severity};
use crate::files::directory::MARKER;
use crate::files::{Directory, Moment};
use crate::gather::explanation::explain;
use crate::gather::rollup::{Provision, Provisions, nips};
use crate::inquiry::{Inquiry, Kind};
use crate::load::{self, Office};
use crate::measure::judged::Guard;
use crate::measure::meaning::Explanation;
use crate::measure::trace::{Heard, Query, Trace};
use crate::records::time::{Day, Period};
use crate::report::model::{Edition, Report};
use crate::report::rollup::{OfficeLine, OfficeName};
use crate::session::TRIES;
use crate::words::report_rollup::Discord;
use crate::words::screen::Screen;
use crate::words::trouble::Trouble;
use crate::words::{Lang, Say};
use std::collections::{BTreeSet, HashSet};
use std::io;

/// What is asked of each office.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) kind: &'static Kind,
    pub(super) period: Period,
    pub(super) is_alone: bool,
    pub(super) edition: Edition,
    /// The language of the report.
    pub(super) lang: Lang,
    /// The language of messages.
    pub(super) told_in: Lang,
    pub(super) today: Day,
    /// Whether offices may follow other rules than the first.
    pub(super) may_differ: bool,
    /// What the rules met so far say.
    pub(super) provisions: &'a Provisions,
}

/// What is kept of an office.
pub(super) struct Visit {
    pub(super) name: OfficeName,
    pub(super) report: Report,
    pub(super) lines: Vec<OfficeLine>,
    /// What was listened for.
    pub(super) asked: HashSet<Query>,
    pub(super) nips: Vec<u64>,
    pub(super) provisions: Vec<Provision>,
}

/// The tables that an edition keeps from its reader, as [`OfficeName::withheld`] says.
type Kept = Option<BTreeSet<&'static str>>;

/// Why an office cannot be rolled up.
pub(super) struct Refused {
    /// Everything that is wrong with it, as it is printed.
    pub(super) text: String,
    /// The same in short: the place, and what is wrong there.
    pub(super) why: Vec<(String, String)>,
}

/// What was heard of some parts; `None` where nobody listened for one of them.
fn answers(parts: &[Query], trace: Trace) -> Option<Vec<Heard>> {
    match trace.heard() {
        Some(heard) => parts.iter().map(|part| heard.answer(part)).collect(),
        None => parts.is_empty().then(Vec::new),
    }
}

impl Asked<'_> {
    /// Visits an office.
    /// What others were asked is listened for already while the report is made; only where that is not enough it is
    /// made once more.
    pub(super) fn visit(&self, place: &OfficeRoot, known: &HashSet<Query>) -> Result<Visit, Refused> {
        self.steadily(place, |directory| {
            let mut findings = Findings::new();
            let office = self.office(place, directory, &mut findings)?;
            let mut trace = match known.is_empty() {
                true => Trace::silent(),
                false => Trace::listening(known.iter().cloned().collect()),
            };
            let (mut report, mut lines, withheld) =
                self.lines(place, directory, &office, (&mut findings, &mut trace))?;
            let parts = OfficeLine::queries(&lines);
            let asked: HashSet<Query> = parts.iter().cloned().map(Query::of_any_office).collect();
            let heard = answers(&parts, trace).unwrap_or_else(|| {
                let mut trace = Trace::listening(asked.iter().cloned().collect());
                let inquiry = self.inquiry(directory, &office);
                let _ = inquiry.unnamed(self.kind, &mut findings, &mut trace);
                answers(&parts, trace).unwrap_or_default()
            });
            OfficeLine::hear(&mut lines, heard);
            report.sections.clear();
            let agency = &office.settings.agency;
            Ok(Visit {
                name: OfficeName {
                    key: place.key.clone(),
                    name: agency.name.clone(),
                    government: agency.government.clone(),
                    directory: place.typed.clone(),
                    withheld,
                },
                report,
                lines,
                asked,
                nips: nips(directory),
                provisions: self.provisions.of(directory, &office, self.period.last_month()),
            })
        })
    }

    /// Where a figure of an office comes from, and what entered it; `None` where the office has no such figure.
    pub(super) fn explain(
        &self,
        place: &OfficeRoot,
        figure: (&str, &str, &str),
    ) -> Result<Option<(Explanation, Vec<Heard>)>, Refused> {
        self.steadily(place, |directory| {
            let mut findings = Findings::new();
            let office = self.office(place, directory, &mut findings)?;
            let told = (&mut findings, &mut Trace::silent());
            let (_, lines, _) = self.lines(place, directory, &office, told)?;
            let figure = OfficeLine::figure(&lines, figure);
            let Some(question) = figure.and_then(|figure| figure.question.clone()) else {
                return Ok(None);
            };
            let mut trace = Trace::listening(question.parts.clone());
            let _ = self
                .inquiry(directory, &office)
                .unnamed(self.kind, &mut findings, &mut trace);
            let Some(collected) = trace.heard() else {
                return Ok(None);
            };
            let mut told = explain(directory, &office, self.period, question, &collected);
            let taken = told.taken.iter_mut().map(|(cited, _)| cited);
            for cited in taken.chain(told.left.iter_mut().map(|(cited, _)| cited)) {
                cited.directory.clone_from(&place.typed);
            }
            Ok(Some((told, collected.heard)))
        })
    }

    /// Reads an office on one state of its records.
    fn steadily<T>(
        &self,
        place: &OfficeRoot,
        read: impl Fn(&Directory) -> Result<T, Refused>,
    ) -> Result<T, Refused> {
        let unreadable = |error: io::Error| {
            let reason = Trouble::of(&error).text(self.told_in);
            self.refuse(place, &Discord::OfficeUnreadable { reason })
        };
        for _ in 0..TRIES {
            let directory = Directory::open(&place.root).map_err(unreadable)?;
            let seen = read(&directory);
            if Moment::of(&place.root).is_ok_and(|now| now == *directory.moment()) {
                return seen;
            }
        }
        let reason = Screen::NeverSteady.text(self.told_in);
        Err(self.refuse(place, &Discord::OfficeUnreadable { reason }))
    }

    fn refuse(&self, place: &OfficeRoot, discord: &Discord) -> Refused {
        Refused {
            text: place.says("", discord, Severity::Error, self.told_in),
            why: vec![(place.typed.clone(), discord.text(self.lang))],
        }
    }

    /// Settings and rules of an office that knows the month.
    fn office(
        &self,
        place: &OfficeRoot,
        directory: &Directory,
        findings: &mut Findings,
    ) -> Result<Office, Refused> {
        if !place.root.join(MARKER).is_file() {
            return Err(self.refuse(place, &Discord::NoRecords));
        }
        // Settings that cannot be read are told with everything else that is wrong.
        let (found, format) = (load::format(directory).unwrap_or(load::FORMAT), load::FORMAT);
        if found != format {
            return Err(self.refuse(place, &Discord::OtherFormat { found, format }));
        }
        let Some(office) = load::office(directory, findings) else {
            return Err(self.broken(place, directory, findings));
        };
        match office.settings.untold_after(self.period.last_day()) {
            Some(since) => {
                let (month, since) = (self.period.to_string(), since.to_string());
                Err(self.refuse(place, &Discord::BeginsLater { month, since }))
            }
            None => Ok(office),
        }
    }

    /// What is asked; of a list all rows are made, since those that text leaves out count too.
    fn inquiry<'a>(&self, directory: &'a Directory, office: &'a Office) -> Inquiry<'a> {
        Inquiry {
            directory,
            office,
            period: self.period,
            is_alone: self.is_alone,
            today: self.today,
            lang: self.lang,
            subject: None,
            is_whole: true,
        }
    }

    /// The report of an office, what it tells of the whole office, and what its edition keeps from the reader.
    fn lines(
        &self,
        place: &OfficeRoot,
        directory: &Directory,
        office: &Office,
        (findings, trace): (&mut Findings, &mut Trace),
    ) -> Result<(Report, Vec<OfficeLine>, Kept), Refused> {
        let inquiry = self.inquiry(directory, office);
        let report = inquiry.unnamed(self.kind, findings, trace);
        let (mut all, mut is_few) = (BTreeSet::new(), false);
        if let (Some(report), Edition::Public) = (&report, self.edition) {
            all = OfficeLine::tables(report);
            let rule = office.rules.privacy.on(self.period.last_day());
            is_few = rule.is_some_and(|rule| Guard::from(rule).hides(report.staff));
        }
        let report = report.and_then(|report| inquiry.in_edition(report, self.edition, findings));
        check::read(directory, self.today, findings);
        match report {
            Some(report) if findings.errors() == 0 => {
                let lines = OfficeLine::all(&report);
                all.retain(|table| lines.iter().all(|line| line.table() != *table));
                Ok((report, lines, (!is_few).then_some(all)))
            }
            _ => Err(self.broken(place, directory, findings)),
        }
    }

    /// Everything that is wrong with the records of an office.
    fn broken(&self, place: &OfficeRoot, directory: &Directory, findings: &mut Findings) -> Refused {
        findings.tell_once();
        let (mut text, mut why) = (String::new(), Vec::new());
        for mut located in errors(directory, findings) {
            let own = located.place.get_or_insert_default();
            own.path = match &*own.path {
                "" => place.typed.clone(),
                path => format!("{}/{path}", place.typed),
            };
            why.push((own.to_string(), located.problem.text(self.lang)));
            // Writing into a String cannot fail.
            let _ = located.write(self.told_in, &mut text);
        }
        Refused { text, why }
    }
}
