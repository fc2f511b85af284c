//! Pairs and their sessions, and what suggests new ones.

use super::editions::edition;
use super::people::person;
use super::posts::{competency, load_competencies, load_posts, load_roster};
use crate::diagnostic::{Findings, Origin};
use crate::files::Directory;
use crate::load::Office;
use crate::measure::mentoring::{MentoringFigures, Pairs};
use crate::measure::suggestion::{Levels, MentoringReport, suggest};
use crate::measure::trace::Trace;
use crate::records::competence::{
    Assessment, Mentoring, Session, Standard, assessments, mentoring, sessions, standards,
};
use crate::records::people::{Catalogue, People, Post};
use crate::records::time::Month;
use crate::words::problem::Problem;

/// Gathers the mentoring report about a month; `None` when the rules do not allow it.
pub fn report(
    directory: &Directory,
    office: &Office,
    month: Month,
    findings: &mut Findings,
    trace: &mut Trace,
) -> Option<MentoringReport> {
    let rule = edition(&office.rules.mentoring, month.last(), findings)?;
    let roster = load_roster(directory, month, findings);
    let posts = load_posts(directory, &roster.people);
    let competencies = load_competencies(directory, findings);
    let known = Known {
        people: &roster.people,
        competencies: &competencies,
    };
    let mut pairs = Pairs::new(rule, month);
    known.pairs(directory, &mut pairs, month, findings, trace);
    let figures = pairs.figures(&roster.people, &posts, trace);
    let levels = known.levels(directory, findings);
    let suggestions = suggest(rule, &roster.people, &posts, &levels, &figures, trace);
    Some(MentoringReport {
        month,
        roster,
        competencies,
        figures,
        suggestions,
    })
}

/// The figures for the monthly report; `None` when the office keeps no pairs.
pub(super) fn of_month(
    directory: &Directory,
    office: &Office,
    people: &People,
    month: Month,
    findings: &mut Findings,
    trace: &mut Trace,
) -> Option<MentoringFigures> {
    directory.open_file(&mentoring.path).ok().flatten()?;
    let rule = edition(&office.rules.mentoring, month.last(), findings)?;
    let competencies = load_competencies(directory, findings);
    let mut pairs = Pairs::new(rule, month);
    let known = Known {
        people,
        competencies: &competencies,
    };
    known.pairs(directory, &mut pairs, month, findings, trace);
    let posts: Vec<Post> = load_posts(directory, people);
    Some(pairs.figures(people, &posts, trace))
}

/// What rows are read with.
struct Known<'k> {
    people: &'k People,
    competencies: &'k Catalogue,
}

impl Known<'_> {
    /// Reads the pairs, and the sessions of the months that they need.
    fn pairs(
        &self,
        directory: &Directory,
        pairs: &mut Pairs<'_>,
        month: Month,
        findings: &mut Findings,
        trace: &mut Trace,
    ) {
        directory.scan(&mentoring, &mentoring.path, findings, |row, findings| {
            let read = row.read::<Mentoring>(findings).and_then(|read| {
                let mentor = person(self.people, row, Mentoring::mentor, &mut 0, findings)?;
                let mentee = person(self.people, row, Mentoring::mentee, &mut 0, findings)?;
                let about = competency(self.competencies, row, Mentoring::competency, findings);
                Some((read, mentor, mentee, about))
            });
            match read {
                Some((read, mentor, mentee, about)) => pairs.pair(&read, row.origin, (mentor, mentee), about),
                None => pairs.reject(row.cells.get(Mentoring::id)),
            }
        });
        let Some(first) = pairs.earliest() else {
            return;
        };
        for held in first.to(month) {
            read_sessions(directory, pairs, held, findings, trace);
        }
    }

    /// Reads the levels that posts require and that people hold.
    fn levels(&self, directory: &Directory, findings: &mut Findings) -> Levels {
        let mut levels = Levels::default();
        directory.scan(&standards, &standards.path, findings, |row, findings| {
            let Some(read) = row.read::<Standard>(findings) else {
                return;
            };
            if let Some(about) = competency(self.competencies, row, Standard::competency, findings) {
                levels.require(read.position, about, read.level, row.origin);
            }
        });
        let mut near = 0;
        directory.scan(&assessments, &assessments.path, findings, |row, findings| {
            let Some(read) = row.read::<Assessment>(findings) else {
                return;
            };
            let who = person(self.people, row, Assessment::staff, &mut near, findings);
            let about = competency(self.competencies, row, Assessment::competency, findings);
            if let (Some(who), Some(about)) = (who, about) {
                let assessed = (read.date, read.level, row.origin);
                levels.assess(who, about, assessed, self.people.as_of);
            }
        });
        levels
    }
}

/// Reads the sessions of one month.
fn read_sessions(
    directory: &Directory,
    pairs: &mut Pairs<'_>,
    month: Month,
    findings: &mut Findings,
    trace: &mut Trace,
) {
    let name = sessions.file(&month.to_string());
    directory.scan(&sessions, &name, findings, |row, findings| {
        let Some(read) = row.read::<Session>(findings) else {
            return;
        };
        if read.date.month() != month {
            let problem = Problem::PartitionWrong {
                value: read.date.to_string(),
                file: name.clone(),
            };
            return findings.error(row.cell_origin(Session::date), problem);
        }
        if !pairs.session(&read, row.origin, trace) {
            unknown_pair(
                findings,
                row.cell_origin(Session::mentoring),
                read.mentoring.text(),
            );
        }
    });
}

/// Tells a session of a pair that is not there.
#[cold]
fn unknown_pair(findings: &mut Findings, origin: Origin, id: &str) {
    let problem = Problem::ReferenceUnknown {
        table: mentoring.path.to_string(),
        id: id.to_owned(),
    };
    findings.error(origin, problem);
}
