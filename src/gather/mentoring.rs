//! Pairs and their sessions, and what suggests new ones.

use super::people::person;
use super::posts::{competency, load_competencies, load_posts};
use super::reading::{Archive, Reading};
use super::voices::{chosen, read_answers, score};
use crate::diagnostic::{Findings, Origin};
use crate::files::Directory;
use crate::measure::feedback::{Answer, Form};
use crate::measure::judged::Guard;
use crate::measure::mentoring::{MentoringFigures, Pairs};
use crate::measure::ratings::MentoringRatings;
use crate::measure::suggestion::{Levels, MentoringReport, suggest};
use crate::measure::trace::Trace;
use crate::records::cell::Cell;
use crate::records::code::{Role, Subject};
use crate::records::competence::{
    Assessment, Mentoring, Session, Standard, assessments, mentoring, sessions, standards,
};
use crate::records::people::{Catalogue, People, Tenure};
use crate::records::time::{Month, Period};
use crate::rules::MentoringRule;
use crate::words::problem::Problem;

/// Gathers the mentoring report; `None` when the rules do not allow it.
pub fn report(reading: &mut Reading<'_>) -> Option<MentoringReport> {
    let rule = reading.edition(&reading.archive.office.rules.mentoring)?;
    let known = Known::of(reading);
    let posts = load_posts(known.directory, known.people);
    let figures = known.figures(rule, &posts, reading);
    let levels = known.levels(&mut reading.findings);
    let mut ratings = ratings(reading)?;
    ratings
        .iter_mut()
        .for_each(|one| one.at_most(figures.within_year));
    let suggestions = suggest(rule, known.people, &posts, &levels, &figures, &mut reading.trace);
    Some(MentoringReport {
        competencies: known.competencies,
        figures,
        ratings,
        suggestions,
        is_unknown: levels.is_unknown(),
    })
}

/// What mentors and mentees said within twelve months.
fn ratings(reading: &mut Reading<'_>) -> Option<Vec<MentoringRatings>> {
    let privacy = reading.edition(&reading.archive.office.rules.privacy)?;
    let (directory, period) = (reading.archive.directory, reading.window(12));
    let mut out = Vec::new();
    let asked = reading.surveys().iter();
    for survey in asked.filter(|survey| survey.questionnaire.about == Subject::Mentoring) {
        let asked = &survey.questionnaire;
        let guard = if asked.anonymous {
            privacy.into()
        } else {
            Guard::OF_NAMED
        };
        let form = Form::new(&survey.code, asked, &survey.table, guard);
        let english = asked.title_en.as_ref().unwrap_or(&asked.title);
        let title = [asked.title.clone(), english.clone()];
        let mut ratings = MentoringRatings::new(out.len(), title, form);
        let role = survey.table.column("role");
        let Reading { findings, trace, .. } = &mut *reading;
        for answered in period.all_months() {
            read_answers(directory, &survey.table, answered, findings, |row, _| {
                let form = &ratings.form;
                let scores: Vec<Option<i64>> = form
                    .items
                    .iter()
                    .map(|item| score(row, Some(item.column)))
                    .collect();
                let words: Vec<&str> = form.words.iter().map(|column| row.cells.get(*column)).collect();
                let chosen = chosen(row, form);
                let answer = Answer {
                    origin: row.origin,
                    scores: &scores,
                    instructor: "",
                    words: &words,
                    chosen: &chosen,
                };
                let role = role.and_then(|column| Role::parse(row.cells.get(column)).ok());
                ratings.add(role, &answer, trace);
            });
        }
        out.push(ratings);
    }
    Some(out)
}

/// The figures for the monthly report; `None` when the office keeps no pairs.
pub(super) fn of_month(reading: &mut Reading<'_>) -> Option<MentoringFigures> {
    let Archive {
        directory, office, ..
    } = *reading.archive;
    directory.open_file(&mentoring.path).ok().flatten()?;
    let rule = reading.edition(&office.rules.mentoring)?;
    let known = Known::of(reading);
    Some(known.figures(rule, &load_posts(directory, known.people), reading))
}

/// What rows are read with.
struct Known<'k> {
    directory: &'k Directory,
    people: &'k People,
    competencies: Catalogue,
}

impl<'k> Known<'k> {
    fn of(reading: &mut Reading<'k>) -> Known<'k> {
        let directory = reading.archive.directory;
        Known {
            directory,
            people: &reading.roster().people,
            competencies: load_competencies(directory, &mut reading.findings),
        }
    }

    /// What the pairs of the period come to.
    fn figures(&self, rule: &MentoringRule, posts: &[Tenure], reading: &mut Reading<'_>) -> MentoringFigures {
        let (period, Reading { findings, trace, .. }) = (reading.archive.period, reading);
        let mut pairs = Pairs::new(rule, period);
        self.pairs(&mut pairs, period, findings, trace);
        pairs.figures(self.people, posts, trace)
    }

    /// Reads the pairs, and the sessions of the months that they need.
    fn pairs(&self, pairs: &mut Pairs<'_>, period: Period, findings: &mut Findings, trace: &mut Trace) {
        let directory = self.directory;
        directory.scan(&mentoring, &mentoring.path, findings, |row, findings| {
            let read = row.read::<Mentoring>(findings).and_then(|read| {
                let mentor = person(self.people, row, Mentoring::mentor, &mut 0, findings)?;
                let mentee = person(self.people, row, Mentoring::mentee, &mut 0, findings)?;
                let about = competency(&self.competencies, row, Mentoring::competency, findings);
                Some((read, mentor, mentee, about))
            });
            match read {
                Some((read, mentor, mentee, about)) => {
                    pairs.pair(&read, row.origin, self.people, (mentor, mentee), about)
                }
                None => pairs.reject(row.cells.get(Mentoring::id)),
            }
        });
        let Some(first) = pairs.earliest() else {
            return;
        };
        for month in first.to(period.last_month()) {
            read_sessions(directory, pairs, month, findings, trace);
        }
    }

    /// Reads the levels that posts require and that people hold.
    fn levels(&self, findings: &mut Findings) -> Levels {
        let (directory, mut levels) = (self.directory, Levels::default());
        directory.scan(&standards, &standards.path, findings, |row, findings| {
            let Some(read) = row.read::<Standard>(findings) else {
                return;
            };
            let about = competency(&self.competencies, row, Standard::competency, findings);
            if let Some(about) = about.filter(|_| read.holds_on(self.people.as_of)) {
                levels.require(read.position, about, read.level, row.origin);
            }
        });
        let mut near = 0;
        directory.scan(&assessments, &assessments.path, findings, |row, findings| {
            let Some(read) = row.read::<Assessment>(findings) else {
                return;
            };
            let who = person(self.people, row, Assessment::staff, &mut near, findings);
            let about = competency(&self.competencies, row, Assessment::competency, findings);
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
