//! The register of complaints, with who was trained to handle them.

use super::people::load_calendar;
use super::reading::Reading;
use super::{complaints, completions, unrolled};
use crate::load;
use crate::measure::docket::{Docket, DocketFigures, Prepared};
use crate::measure::unrolled::Unrolled;
use crate::records::taking_part::participation;
use crate::records::time::Month;
use crate::records::training::Training;
use crate::rules::Complaints as Rule;

/// Gathers the report as of the last day; `None` when the rules do not allow it.
pub fn report(reading: &mut Reading<'_>) -> Option<DocketFigures> {
    let (figures, unrolled) = read(reading)?;
    // Who took part in any other programme changes nothing here.
    reading.unrolled = Some(unrolled);
    Some(figures)
}

/// The same for other reports, with the programmes that train for it and have nobody on record.
pub(super) fn read(reading: &mut Reading<'_>) -> Option<(DocketFigures, Vec<Unrolled>)> {
    let archive = reading.archive;
    let (directory, office) = (archive.directory, archive.office);
    let rule = reading.edition(&office.rules.complaints)?;
    let (roster, month) = (reading.roster(), reading.month());
    let prepared = prepared(rule, reading);
    let is_about = |one: &Unrolled| {
        let mut topics = rule.handler_topics.iter();
        topics.any(|topic| one.topics.contains(&topic.0))
    };
    // Where nobody is trained by rule, nobody reads who was.
    let unrolled: Vec<Unrolled> = unrolled::of_all_read(reading)
        .into_iter()
        .filter(is_about)
        .collect();

    let findings = &mut reading.findings;
    let months = complaints::months(directory, month, findings);
    let from = months.first().copied().unwrap_or(month).first();
    // A deadline of sixty working days lies within half a year.
    let to = month.plus(6).last();
    let calendar = load_calendar(
        directory,
        &office.settings,
        (from, to),
        archive.period.last_day(),
        findings,
    );
    let lists = [&*office.settings.channel, &*office.settings.category];
    let people = (roster.people.list.len(), roster.units.len(), &prepared);
    let mut docket = Docket::new(&office.rules.complaints, &calendar, archive.period, lists, people);
    for received in months {
        let known = (&roster.people, &*roster.units);
        let Reading { findings, trace, .. } = reading;
        complaints::read(archive, known, received, findings, |course| {
            docket.add(course, trace)
        });
    }
    let figures = DocketFigures {
        unrolled: unrolled.len() as u64,
        ..docket.figures()
    };
    Some((figures, unrolled))
}

/// Who completed a programme on a topic that the rule names, and when.
fn prepared(rule: &Rule, reading: &mut Reading<'_>) -> Prepared {
    let mut out = Prepared::new();
    if rule.handler_topics.is_empty() {
        return out;
    }
    let names = load::names(
        reading.archive.directory,
        &participation.path,
        ".csv",
        &mut reading.findings,
    );
    let months = names.iter().filter_map(|name| Month::parse(name));
    for held in months.filter(|held| *held <= reading.month()).collect::<Vec<_>>() {
        let is_named = |training: &Training| {
            training
                .topics
                .iter()
                .any(|topic| rule.handler_topics.contains(topic))
        };
        completions::each(held, reading, is_named, |is_named, (person, day, _), _| {
            if *is_named {
                let (first, last) = out.entry(person).or_insert((day, day));
                (*first, *last) = ((*first).min(day), (*last).max(day));
            }
        });
    }
    out
}
