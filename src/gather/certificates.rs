//! Competency certificates, and the last training on the topics that are to be refreshed.

use super::editions::edition;
use super::people::person;
use super::reading::{Archive, Reading};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load::{self, Office};
use crate::measure::certificates::{CertificateFigures, CertificateReport, Certificates};
use crate::measure::hours::completed_by;
use crate::measure::refresh::Refresh;
use crate::measure::trace::Trace;
use crate::records::competence::{Certificate, certificates};
use crate::records::people::People;
use crate::records::taking_part::{Participation, participation};
use crate::records::time::Month;
use std::collections::HashMap;

/// Gathers the report on certificates as of the last day; `None` when the rules do not allow it.
pub fn report(reading: &mut Reading<'_>) -> Option<CertificateReport> {
    let Archive {
        directory, office, ..
    } = *reading.archive;
    let rule = reading.edition(&office.rules.certificates)?;
    let (people, as_of, month) = (&reading.roster().people, reading.as_of(), reading.month());
    let Reading { findings, trace, .. } = reading;
    let figures = read(directory, office, people, findings, trace);
    let mut refresh = Refresh::new(rule, as_of);
    let months = refresh.months();
    if months > 0 {
        for held in month.plus(-months).to(month) {
            completions(directory, people, &mut refresh, held, findings, trace);
        }
    }
    let refresh = refresh.figures(people, trace);
    Some(CertificateReport { figures, refresh })
}

/// The figures for the monthly report; `None` when the office keeps no certificates.
pub(super) fn of_month(
    directory: &Directory,
    office: &Office,
    people: &People,
    findings: &mut Findings,
    trace: &mut Trace,
) -> Option<CertificateFigures> {
    directory.open_file(&certificates.path).ok().flatten()?;
    edition(&office.rules.certificates, people.as_of, findings)?;
    Some(read(directory, office, people, findings, trace))
}

fn read(
    directory: &Directory,
    office: &Office,
    people: &People,
    findings: &mut Findings,
    trace: &mut Trace,
) -> CertificateFigures {
    let mut measure = Certificates::new(&office.rules.certificates, people.as_of);
    directory.scan(&certificates, &certificates.path, findings, |row, findings| {
        let Some(read) = row.read::<Certificate>(findings) else {
            return;
        };
        if let Some(holder) = person(people, row, Certificate::staff, &mut 0, findings) {
            measure.row(&read, row.origin, holder, people, trace);
        }
    });
    measure.figures(trace)
}

/// Reads the completions of one month's programmes, with the topics of their documents.
fn completions(
    directory: &Directory,
    people: &People,
    refresh: &mut Refresh<'_>,
    month: Month,
    findings: &mut Findings,
    trace: &mut Trace,
) {
    let name = participation.file(&month.to_string());
    let mut topics: HashMap<String, Vec<usize>> = HashMap::new();
    let mut near = 0;
    directory.scan(&participation, &name, findings, |row, findings| {
        let Some(read) = row.read::<Participation>(findings) else {
            return;
        };
        let (Some(day), Some(_)) = (completed_by(&read, people.as_of), read.training.month()) else {
            return;
        };
        let Some(number) = person(people, row, Participation::staff, &mut near, findings) else {
            return;
        };
        let of_programme = topics.entry(read.training.text().to_owned()).or_insert_with(|| {
            let training = load::training(directory, read.training.text(), findings);
            training.map_or(Vec::new(), |training| {
                refresh.topics(training.topics.iter().map(|topic| &*topic.0))
            })
        });
        refresh.completed(of_programme, number, day, row.origin, trace);
    });
}
