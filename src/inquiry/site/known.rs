//! What an office has that gets a page: months, programmes, people.

use super::SiteOrder;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::gather::reading::{Archive, Reading, names};
use crate::load::{self, Office};
use crate::measure::month::MonthRules;
use crate::measure::trace::Trace;
use crate::records::TABLES;
use crate::records::table::Cut;
use crate::records::time::{Day, Month, Period};
use crate::report::model::Edition;

/// The folders of documents that lie by month.
const BY_MONTH: [&str; 2] = ["trainings", "forums"];

/// What has a page of its own; for everybody nobody and nothing has.
#[derive(Default)]
pub(super) struct Known {
    /// The programmes that have begun.
    pub(super) programmes: Vec<KnownProgramme>,
    /// Who works here on the last day, in the order of units and names.
    pub(super) people: Vec<KnownPerson>,
    /// The code and the name of each unit, in the order of the tree.
    pub(super) units: Vec<(String, String)>,
}

/// A programme.
pub(super) struct KnownProgramme {
    pub(super) id: String,
    pub(super) title: String,
    /// The month in which it ends.
    pub(super) month: Month,
}

/// Somebody who works here.
pub(super) struct KnownPerson {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) unit: Option<u32>,
}

/// The months of which something is recorded and that are over, from the first of which the records tell and for which
/// there are rules; `None` where there is none.
pub fn months(directory: &Directory, office: &Office, today: Day) -> Option<(Month, Month)> {
    let unheard = &mut Findings::new();
    let mut recorded: Vec<Month> = Vec::new();
    for folder in BY_MONTH {
        recorded.extend(load::months(directory, folder, None, unheard));
    }
    for table in TABLES.iter().filter(|table| table.cut == Cut::Month) {
        let names = load::names(directory, &table.path, ".csv", unheard);
        recorded.extend(names.iter().filter_map(|name| Month::parse(name)));
    }
    let since = office
        .settings
        .records_since
        .as_ref()
        .map(|since| since.value.month());
    let first = since.or_else(|| recorded.iter().min().copied())?;
    let over = match today.month().last() == today {
        true => today.month(),
        false => today.month().plus(-1),
    };
    let last = recorded.into_iter().max()?.min(over);
    // Of what lies before the first edition of a rule there is no report. Where the last month has none, it says so itself.
    let mut ruled = first
        .to(last)
        .filter(|month| MonthRules::on(&office.rules, month.last(), |_| {}).is_some());
    (first <= last).then(|| (ruled.next().unwrap_or(last), last))
}

impl Known {
    /// What an office has; `None` where its people cannot be read, which is told.
    pub(super) fn of(order: &SiteOrder<'_>, findings: &mut Findings) -> Option<Known> {
        if order.edition == Edition::Public {
            return Some(Known::default());
        }
        let (_, last) = order.months;
        let archive = Archive::new(order.directory, order.office, Period::month(last));
        let mut reading = Reading::new(&archive, Trace::silent());
        let roster = reading.roster();
        let people = &roster.people;
        let counting = people
            .list
            .iter()
            .enumerate()
            .filter(|(_, person)| person.counts());
        let numbers: Vec<u32> = counting.map(|(number, _)| number as u32).collect();
        let names = names(order.directory, &numbers);
        let known = |number: &u32| {
            let name = names.get(number)?;
            let unit = people.list[*number as usize].unit();
            let own = KnownPerson {
                id: people.id(*number),
                name: name.text.clone(),
                unit,
            };
            Some(((unit.unwrap_or(u32::MAX), name.bare.to_lowercase(), *number), own))
        };
        let mut all: Vec<_> = numbers.iter().filter_map(known).collect();
        all.sort_by(|(one, _), (other, _)| one.cmp(other));
        let units = roster.units.codes.iter().zip(&roster.units.names);
        let units = units.map(|(code, name)| (code.clone(), name.clone())).collect();
        findings.append(reading.findings);
        Some(Known {
            programmes: programmes(order.directory, last, findings),
            people: all.into_iter().map(|(_, person)| person).collect(),
            units,
        })
    }
}

/// The programmes that have begun by the end of a month, the newest first.
fn programmes(directory: &Directory, last: Month, findings: &mut Findings) -> Vec<KnownProgramme> {
    let mut all = Vec::new();
    for month in load::months(directory, "trainings", None, findings) {
        for slug in load::names(directory, &format!("trainings/{month}"), ".toml", findings) {
            let id = format!("{month}/{slug}");
            let Some(training) = load::training(directory, &id, findings) else {
                continue;
            };
            let Some(training) = training
                .on(last.last())
                .filter(|own| own.start.value <= last.last())
            else {
                continue;
            };
            all.push(KnownProgramme {
                id,
                title: training.title.clone(),
                month: training.end.value.month(),
            });
        }
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.month));
    all
}
