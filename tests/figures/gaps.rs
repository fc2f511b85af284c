//! Competency gaps: what a post requires, and what its holder was assessed to hold.

use crate::files::{Reading, cell, day, figure, number, rounded, tables, text, whole};
use crate::hours::each_unit;
use crate::people::{Person, people};
use crate::table::{Counted, Table, counted, mean, row};
use serde_json::json;
use std::collections::BTreeMap;

pub(crate) const TABLES: &[Counted] = &[
    counted(&["plan"], "gaps_by_unit", by_unit),
    counted(&["plan"], "gaps_by_competency", by_competency).chosen(),
    counted(&["plan"], "gaps_by_person", by_person).chosen(),
];

/// What a person's post requires: per competency the level required, and the level held where it was assessed.
pub(crate) struct Match {
    pub(crate) person: Person,
    pub(crate) levels: BTreeMap<String, (i64, Option<i64>)>,
}

impl Match {
    pub(crate) fn assessed(&self) -> usize {
        self.levels.values().filter(|(_, held)| held.is_some()).count()
    }

    fn lacks(&self) -> bool {
        self.levels
            .values()
            .any(|(required, held)| held.is_some_and(|held| held < *required))
    }

    /// Level held over level required in percent, of what was assessed; more than required counts as required.
    fn percent(&self) -> Option<f64> {
        let judged = || {
            self.levels
                .values()
                .filter_map(|(required, held)| Some((*required, (*held)?)))
        };
        let required: i64 = judged().map(|(required, _)| required).sum();
        let held: i64 = judged().map(|(required, held)| held.min(required)).sum();
        (required > 0).then(|| 100.0 * held as f64 / required as f64)
    }
}

/// The level held by the latest assessment known on the last day.
pub(crate) fn held(reading: &Reading, person: &str, competency: &str) -> Option<i64> {
    let assessments = reading.rows("assessments.csv");
    let own = assessments.iter().filter(|row| {
        cell(row, "staff") == person
            && cell(row, "competency") == competency
            && day(row, "date").unwrap() <= reading.on()
    });
    let latest = own.max_by_key(|row| day(row, "date"))?;
    number(latest, "level").map(|level| level as i64)
}

pub(crate) fn matches(reading: &Reading) -> Vec<Match> {
    let rule = reading.rule("gap");
    assert_eq!(rule["cap_over_fulfilment"].as_bool(), Some(true));
    let standards = reading.rows("standards.csv");
    let of = |person: Person| {
        let own = standards
            .iter()
            .filter(|row| cell(row, "position") == person.position);
        let level = |competency: &str| held(reading, &person.id, competency);
        let levels = own.map(|row| {
            let competency = cell(row, "competency");
            (
                competency.to_owned(),
                (number(row, "level").unwrap() as i64, level(competency)),
            )
        });
        Match {
            levels: levels.collect(),
            person: person.clone(),
        }
    };
    people(reading)
        .into_iter()
        .map(of)
        .filter(|one| !one.levels.is_empty())
        .collect()
}

fn band(reading: &Reading, percent: Option<f64>) -> Option<String> {
    let rule = reading.rule("gap");
    let percent = rounded(percent?, whole(&rule, "decimals") as i32);
    let mut bands = tables(&rule, "band").into_iter();
    let is_in = |band: &&toml::Table| {
        figure(band, "from_percent").unwrap() <= percent && percent <= figure(band, "to_percent").unwrap()
    };
    bands.find(is_in).map(|band| text(band, "code").to_owned())
}

fn by_unit(reading: &Reading) -> Table {
    let all = matches(reading);
    each_unit(reading, &people(reading), |people| {
        let is_own = |one: &&Match| people.iter().any(|person| person.id == one.person.id);
        let own = || all.iter().filter(is_own);
        let percents: Vec<f64> = own().filter_map(Match::percent).collect();
        BTreeMap::from([
            ("with_standard", json!(own().count())),
            ("assessed", json!(own().filter(|one| one.assessed() > 0).count())),
            ("lacking", json!(own().filter(|one| one.lacks()).count())),
            ("staff", json!(people.len())),
            (
                "unassessed",
                json!(people.len() - own().filter(|one| one.assessed() > 0).count()),
            ),
            ("match_mean", json!(mean(&percents))),
            ("band", json!(band(reading, mean(&percents)))),
        ])
    })
}

fn by_competency(reading: &Reading) -> Table {
    let mut levels: BTreeMap<String, Vec<(i64, Option<i64>)>> = BTreeMap::new();
    for one in matches(reading) {
        one.levels
            .into_iter()
            .for_each(|(competency, level)| levels.entry(competency).or_default().push(level));
    }
    let line = |(competency, levels): (String, Vec<(i64, Option<i64>)>)| {
        let lacking = || {
            levels
                .iter()
                .filter_map(|(required, held)| Some(required - (*held)?))
                .filter(|lack| *lack > 0)
        };
        row(
            competency,
            [
                ("required", json!(levels.len())),
                (
                    "assessed",
                    json!(levels.iter().filter(|(_, held)| held.is_some()).count()),
                ),
                ("lacking", json!(lacking().count())),
                ("levels", json!(lacking().sum::<i64>())),
            ],
        )
    };
    levels.into_iter().map(line).collect()
}

fn by_person(reading: &Reading) -> Table {
    let line = |one: Match| {
        row(
            &*one.person.name,
            [
                ("assessed", json!(one.assessed())),
                ("match", json!(one.percent())),
                ("band", json!(band(reading, one.percent()))),
            ],
        )
    };
    matches(reading).into_iter().map(line).collect()
}
