//! Everything that one person completed, as far back as the records tell.

use super::Dossier;
use crate::gather::reading::Reading;
use crate::load;
use crate::measure::hours::Hours;
use crate::measure::predicates::period_of;
use crate::measure::staff::{Portrait, TranscriptFigures};
use crate::records::people::Roster;
use crate::records::taking_part::participation;
use crate::records::time::{Month, Period};

/// Gathers the transcript of the person with that id as of the last day; `None` when there is nobody or a rule is missing,
/// which is told.
pub fn transcript(reading: &mut Reading<'_>, id: &str) -> Option<TranscriptFigures> {
    let rules = reading.month_rules()?;
    let Roster { people, .. } = reading.roster();
    let person = people.find(id)?;
    let (directory, day) = (reading.archive.directory, reading.as_of());
    let months = load::names(directory, &participation.path, ".csv", &mut reading.findings);
    let months = months.iter().filter_map(|name| Month::parse(name));
    let filed = load::names(directory, "evaluations", ".csv", &mut reading.findings);
    let filed = filed
        .iter()
        .filter_map(|name| Some(Period::parse(name)?.first_month()));
    let earliest = months.chain(filed).chain([day.month()]).min()?;
    let dossier = Dossier {
        directory,
        id,
        first: earliest.first(),
        day,
    };
    let hours = Hours::new(people, rules.hours, reading.since());
    let Reading { findings, trace, .. } = reading;
    let (attended, ..) = dossier.programmes(earliest, &hours, person, findings, trace);
    let rhythm = |month: Month| period_of(rules.evaluation, month);
    let mut evaluations = dossier.evaluations(rhythm, rules.predicate, people, findings);
    evaluations.retain(|one| one.predicate.is_some());
    let (pairs, _) = dossier.pairs(people, findings);
    let certificates = dossier.certificates(&reading.archive.office.rules.certificates, person, findings);
    let portrait = Portrait {
        unit: people.list[person as usize].unit(),
        employment: people.list[person as usize].employment,
        ..dossier.portrait(person, findings)?
    };
    let posts = reading.history();
    let post = posts.on(person, day);
    Some(TranscriptFigures {
        portrait: Portrait {
            position: post.and_then(|post| Some(posts.position_of(post)?.to_owned())),
            ..portrait
        },
        first: earliest.first(),
        years: TranscriptFigures::by_year(&attended, &mut reading.trace),
        attended,
        evaluations,
        pairs,
        certificates,
    })
}
