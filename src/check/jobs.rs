//! The work of a check in parts, so that several threads can share it.

use super::partition::{is_within, partitions, programme_months};
use super::register::Register;
use crate::diagnostic::Findings;
use crate::load::Survey;
use crate::queue;
use crate::records::TABLES;
use crate::records::complaint::{complaints, handling};
use crate::records::organisation::{contracts, postings, staff};
use crate::records::table::{Cut, Schema};
use crate::records::taking_part::{attendance, participation};
use crate::records::time::Month;
use std::collections::BTreeSet;

/// The tables whose rows are judged by what others say of the same person: where one of those changes, they are read.
static JUDGED_BY: [(&Schema, &[&Schema]); 3] = [
    (&staff, &[&postings, &contracts]),
    (&postings, &[&staff]),
    (&contracts, &[&staff, &postings]),
];

/// From how many files on a second thread pays.
const MANY: usize = 32;

/// A part of the work that needs nothing of the others.
#[derive(Clone, Debug)]
pub(super) enum Job<'c> {
    /// One file of a table.
    File(&'static Schema, String),
    /// The programmes of a month, with who took part and was present.
    Programmes(String),
    /// The complaints of a month, with what was done about them.
    Complaints(String),
    /// The forums and consultations of a month.
    Forums(String),
    /// The plan of a year.
    Plan(i32),
    /// The answers of a month to a questionnaire.
    Answers(&'c Survey, String),
}

impl Job<'_> {
    /// What the names of the files that it reads begin with.
    pub(super) fn reads(&self) -> Vec<String> {
        match self {
            Job::File(table, partition) => {
                let judged_by = JUDGED_BY.iter().filter(|(judged, _)| judged.name == table.name);
                let others = judged_by.flat_map(|(_, others)| others.iter().map(|other| other.file("")));
                std::iter::once(table.file(partition)).chain(others).collect()
            }
            Job::Programmes(month) => vec![
                format!("trainings/{month}/"),
                participation.file(month),
                attendance.file(month),
            ],
            Job::Complaints(month) => vec![complaints.file(month), handling.file(month)],
            Job::Forums(month) => vec![format!("forums/{month}/")],
            Job::Plan(year) => vec![format!("plans/{year}.toml")],
            Job::Answers(survey, month) => vec![survey.table.file(month)],
        }
    }
}

/// Everything there is to read, in the order of the format page.
pub(super) fn jobs<'c>(
    register: &'c Register<'c>,
    months: Option<(Month, Month)>,
    findings: &mut Findings,
) -> Vec<Job<'c>> {
    let directory = register.directory;
    let within = |partition: &String| is_within(partition, months);
    let mut jobs = Vec::new();
    let apart = [&participation, &attendance, &complaints, &handling];
    let apart = apart.map(|table| &*table.name);
    for table in TABLES.iter().filter(|table| !apart.contains(&&*table.name)) {
        match table.cut {
            Cut::Whole => jobs.push(Job::File(table, String::new())),
            Cut::Month | Cut::Period => {
                let list = partitions(directory, &table.path, ".csv", table.cut, findings).into_iter();
                jobs.extend(list.filter(within).map(|partition| Job::File(table, partition)));
            }
        }
    }
    let programmes = programme_months(directory, findings).into_iter();
    jobs.extend(programmes.filter(within).map(Job::Programmes));
    let received: BTreeSet<String> = [&complaints, &handling]
        .iter()
        .flat_map(|table| partitions(directory, &table.path, ".csv", table.cut, findings))
        .collect();
    jobs.extend(received.into_iter().filter(within).map(Job::Complaints));
    let forums = partitions(directory, "forums", "/", Cut::Month, findings).into_iter();
    jobs.extend(forums.filter(within).map(Job::Forums));
    jobs.extend(register.plans.keys().map(|year| Job::Plan(*year)));
    for survey in &register.surveys {
        let list = partitions(directory, &survey.table.path, ".csv", Cut::Month, findings).into_iter();
        jobs.extend(list.filter(within).map(|month| Job::Answers(survey, month)));
    }
    jobs
}

/// Does every job, in several threads where there are many; the results come in the order of the jobs.
pub(super) fn share<J: Sync, R: Send>(jobs: &[J], work: impl Fn(&J) -> R + Sync) -> Vec<R> {
    let threads = queue::threads(jobs.len() >= MANY);
    queue::run(threads, jobs.len(), |number| work(&jobs[number]))
}
