//! The one subject of gathering: an office as its directory tells it up to the end of a period, with what is wrong with
//! the records read on the way, and what the trace heard.

use super::editions::{edition, tell_missing};
use super::people::{load_grades, load_history, load_names, load_people, load_units};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load::{self, Office, Survey};
use crate::measure::month::MonthRules;
use crate::measure::trace::Trace;
use crate::measure::unrolled::Unrolled;
use crate::records::document::Field;
use crate::records::full_name::FullName;
use crate::records::people::{Roster, Units};
use crate::records::posts::Posts;
use crate::records::time::{Day, Month, Period};
use crate::rules::Enactment;
use crate::rules::editions::Editions;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// What a report is made from. What several measures need of it is read when the first asks, and once.
pub struct Archive<'a> {
    /// The record directory.
    pub directory: &'a Directory,
    /// Settings and rules.
    pub office: &'a Office,
    /// The period; events after its last day are not known.
    pub period: Period,
    /// Whether it stands alone: what looks back further over a month is of it only.
    pub is_alone: bool,
    /// The last day of what is told ahead: that of the month after the period, unless another is asked for.
    pub horizon: Day,
    units: OnceLock<Arc<Units>>,
    roster: OnceLock<Roster>,
    history: OnceLock<Posts>,
    surveys: OnceLock<Vec<Survey>>,
}

impl<'a> Archive<'a> {
    /// The archive of an office for reports about a period; nothing is read yet.
    pub fn new(directory: &'a Directory, office: &'a Office, period: Period) -> Archive<'a> {
        Archive {
            directory,
            office,
            period,
            is_alone: false,
            horizon: period.last_month().plus(1).last(),
            units: OnceLock::new(),
            roster: OnceLock::new(),
            history: OnceLock::new(),
            surveys: OnceLock::new(),
        }
    }
}

impl Archive<'_> {
    /// The same, whose period stands alone or does not.
    pub fn alone(self, is_alone: bool) -> Self {
        Archive { is_alone, ..self }
    }

    /// The same, of which more or less is told ahead: up to a day.
    pub fn ahead_to(self, horizon: Day) -> Self {
        Archive { horizon, ..self }
    }

    /// Where the people of its roster were posted at any time.
    pub(super) fn history_of(&self, roster: &Roster) -> &Posts {
        let load = || load_history(self.directory, &roster.people, &roster.units);
        self.history.get_or_init(load)
    }

    /// The people and units, where somebody read them.
    pub fn into_roster(self) -> Option<Roster> {
        self.roster.into_inner()
    }
}

/// The names with titles of some people, whose numbers are given in rising order. Names are kept in no memory, because
/// a report names few of many.
pub fn names(directory: &Directory, people: &[u32]) -> HashMap<u32, FullName> {
    load_names(directory, people)
}

/// Adds the grades on a day of some of the people who are named.
pub fn grades(directory: &Directory, people: &[u32], day: Day, names: &mut HashMap<u32, FullName>) {
    if !people.is_empty() {
        load_grades(directory, people, day, names);
    }
}

/// A reading of an archive.
pub struct Reading<'a> {
    /// What is read.
    pub archive: &'a Archive<'a>,
    /// What is wrong with it.
    pub findings: Findings,
    /// What entered the figures that somebody asked for.
    pub trace: Trace,
    /// The programmes that have begun and have nobody on record, where whoever read who takes part has noted them.
    pub(super) unrolled: Option<Vec<Unrolled>>,
}

impl<'a> Reading<'a> {
    /// A reading that has found nothing yet.
    pub fn new(archive: &'a Archive<'a>, trace: Trace) -> Reading<'a> {
        Reading {
            archive,
            findings: Findings::new(),
            trace,
            unrolled: None,
        }
    }

    /// The last day whose events are known.
    pub fn as_of(&self) -> Day {
        self.archive.period.last_day()
    }

    /// The day from which the records tell what happened, where there is one.
    pub fn since(&self) -> Option<Day> {
        let since = self.archive.office.settings.records_since.as_ref();
        since.map(|since| since.value)
    }

    /// Whether the records tell what happened from a day on: before, nothing is known, which is not none.
    pub fn tells_from(&self, first: Day) -> bool {
        self.archive.office.settings.untold_after(first).is_none()
    }

    /// The time of which a figure tells that looks back so many months over a month: a period that stands alone is told
    /// of alone.
    pub fn window(&self, months: u8) -> Period {
        match self.archive.is_alone {
            true => self.archive.period,
            false => self.archive.period.look_back(months),
        }
    }

    /// The month of that day.
    pub fn month(&self) -> Month {
        self.archive.period.last_month()
    }

    /// The edition of a rule in force on the last day; that there is none is told.
    pub fn edition<T: Enactment + Field>(&mut self, editions: &'a Editions<T>) -> Option<&'a T> {
        edition(editions, self.as_of(), &mut self.findings)
    }

    /// The editions that the figures of a month follow; every one that is missing is told.
    pub fn month_rules(&mut self) -> Option<MonthRules<'a>> {
        let (rules, day) = (&self.archive.office.rules, self.as_of());
        MonthRules::on(rules, day, |rule| tell_missing(rule, day, &mut self.findings))
    }

    /// A reading of the same archive beside this one, which has found and heard nothing yet.
    pub fn fork(&self) -> Reading<'a> {
        Reading::new(self.archive, self.trace.fork())
    }

    /// Takes over what a reading beside this one found and heard.
    pub fn join(&mut self, other: Reading<'a>) {
        self.findings.append(other.findings);
        self.trace.join(other.trace);
    }

    /// The units.
    pub fn units(&mut self) -> &'a Arc<Units> {
        let archive = self.archive;
        let load = || {
            Arc::new(load_units(
                archive.directory,
                archive.period.last_day(),
                &mut self.findings,
            ))
        };
        archive.units.get_or_init(load)
    }

    /// The people and units, as of the last day.
    pub fn roster(&mut self) -> &'a Roster {
        let (archive, units) = (self.archive, self.units());
        let findings = &mut self.findings;
        archive.roster.get_or_init(|| {
            let people = load_people(archive.directory, units, archive.period, findings);
            let units = Arc::clone(units);
            Roster { people, units }
        })
    }

    /// Where everybody was posted at any time.
    pub fn history(&mut self) -> &'a Posts {
        let roster = self.roster();
        self.archive.history_of(roster)
    }

    /// The questionnaires.
    pub fn surveys(&mut self) -> &'a [Survey] {
        let archive = self.archive;
        archive
            .surveys
            .get_or_init(|| load::surveys(archive.directory, &mut self.findings))
    }
}
