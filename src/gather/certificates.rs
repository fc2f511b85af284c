//! Competency certificates, and the last training on the topics that are to be refreshed.

use super::people::person;
use super::reading::{Archive, Reading};
use crate::load;
use crate::measure::certificates::{CertificateFigures, CertificateReport, Certificates};
use crate::measure::hours::completed_by;
use crate::measure::refresh::Refresh;
use crate::records::competence::{Certificate, certificates};
use crate::records::taking_part::{Participation, participation};
use crate::records::time::Month;
use std::collections::HashMap;

/// Gathers the report on certificates as of the last day; `None` when the rules do not allow it.
pub fn report(reading: &mut Reading<'_>) -> Option<CertificateReport> {
    let rule = reading.edition(&reading.archive.office.rules.certificates)?;
    let figures = read(reading);
    let mut refresh = Refresh::new(rule, reading.as_of());
    let (months, month) = (refresh.months(), reading.month());
    if months > 0 {
        for held in month.plus(-months).to(month) {
            completions(&mut refresh, held, reading);
        }
    }
    let refresh = refresh.figures(&reading.roster().people, &mut reading.trace);
    Some(CertificateReport { figures, refresh })
}

/// The figures for the monthly report; `None` when the office keeps no certificates.
pub(super) fn of_month(reading: &mut Reading<'_>) -> Option<CertificateFigures> {
    let Archive {
        directory, office, ..
    } = *reading.archive;
    directory.open_file(&certificates.path).ok().flatten()?;
    reading.edition(&office.rules.certificates)?;
    Some(read(reading))
}

fn read(reading: &mut Reading<'_>) -> CertificateFigures {
    let (archive, people) = (reading.archive, &reading.roster().people);
    let Reading { findings, trace, .. } = reading;
    let mut measure = Certificates::new(&archive.office.rules.certificates, people.as_of);
    archive
        .directory
        .scan(&certificates, &certificates.path, findings, |row, findings| {
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
fn completions(refresh: &mut Refresh<'_>, month: Month, reading: &mut Reading<'_>) {
    let (directory, people) = (reading.archive.directory, &reading.roster().people);
    let Reading { findings, trace, .. } = reading;
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
