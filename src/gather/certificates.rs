//! Competency certificates, and the last training on the topics that are to be refreshed.

use super::completions;
use super::people::person;
use super::reading::{Archive, Reading};
use super::unrolled;
use crate::measure::certificates::{CertificateFigures, CertificateReport, Certificates};
use crate::measure::refresh::{Refresh, RefreshFigures};
use crate::measure::unrolled::Unrolled;
use crate::records::competence::{Certificate, certificates};
use crate::records::training::Training;
use crate::rules::CertificateRule;

/// Gathers the report on certificates as of the last day; `None` when the rules do not allow it.
pub fn report(reading: &mut Reading<'_>) -> Option<CertificateReport> {
    let rule = reading.edition(&reading.archive.office.rules.certificates)?;
    let figures = read(reading);
    let refresh = refreshed(rule, reading);
    // Who took part in a programme that refreshes nothing changes nothing here.
    let mut unrolled = unrolled::of_what_was_read(reading);
    let is_refreshed = |topic: &String| rule.refresh.iter().any(|one| one.topic.0 == *topic);
    unrolled.retain(|one| one.topics.iter().any(is_refreshed));
    reading.unrolled = Some(unrolled);
    Some(CertificateReport { figures, refresh })
}

/// The last training of everybody on the topics of a rule.
pub(super) fn refreshed(rule: &CertificateRule, reading: &mut Reading<'_>) -> RefreshFigures {
    let (mut refresh, month) = (Refresh::new(rule, reading.as_of()), reading.month());
    let months = refresh.months();
    if months > 0 {
        for held in month.plus(-months).to(month) {
            let topics = |training: &Training| training.topics.clone();
            completions::each(held, reading, topics, |topics, (person, day, origin), trace| {
                let topics = refresh.topics(topics.iter().map(|topic| &*topic.0));
                refresh.completed(&topics, person, day, origin, trace);
            });
        }
    }
    let is_about = |one: &Unrolled| !refresh.topics(one.topics.iter().map(String::as_str)).is_empty();
    let is_rolled = !unrolled::of_all_read(reading).iter().any(is_about);
    let is_told = is_rolled && reading.tells_from(month.plus(-months).first());
    let refresh = refresh.told(is_told);
    refresh.figures(&reading.roster().people, &mut reading.trace)
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
