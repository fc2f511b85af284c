//! What is asked of everybody, and who meets it.

use crate::certificates::all_refreshers;
use crate::files::{Reading, cell, number, tables, text, whole};
use crate::gaps::held;
use crate::hours::each_unit;
use crate::people::{Person, people};
use crate::table::{Counted, Table, counted, row, share};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const TABLES: &[Counted] = &[
    counted(&["matrix"], "matrix_by_demand", by_demand),
    counted(&["matrix"], "matrix_by_unit", by_unit),
    counted(&["matrix"], "matrix_bottlenecks", bottlenecks),
    counted(&["matrix"], "matrix_open", open).chosen(),
];

/// Something asked of somebody: what, and how it stands.
struct Asked {
    person: Person,
    demand: String,
    state: &'static str,
}

impl Asked {
    /// Of a competency that was never assessed nobody knows whether it is met.
    fn is_known(&self) -> bool {
        self.state != "never" || self.demand.starts_with("topic:")
    }

    fn is_met(&self) -> bool {
        ["valid", "expiring"].contains(&self.state)
    }
}

fn all(reading: &Reading) -> Vec<Asked> {
    let (standards, refreshers) = (reading.rows("standards.csv"), all_refreshers(reading));
    let rule = reading.rule("certificates");
    let warn = whole(&rule, "warn_days");
    let mut out = Vec::new();
    for person in people(reading) {
        for standard in standards
            .iter()
            .filter(|row| cell(row, "position") == person.position)
        {
            let required = number(standard, "level").unwrap() as i64;
            let state = match held(reading, &person.id, cell(standard, "competency")) {
                None => "never",
                Some(level) if level < required => "below",
                Some(_) => "valid",
            };
            out.push(Asked {
                person: person.clone(),
                demand: cell(standard, "competency").to_owned(),
                state,
            });
        }
        for topic in tables(&rule, "refresh") {
            let topic = text(topic, "topic");
            let mut own = refreshers
                .iter()
                .filter(|one| one.topic == topic && one.person.id == person.id);
            let state = match own.next().map(|one| one.left) {
                None => "never",
                Some(..0) => "expired",
                Some(left) if left <= warn => "expiring",
                Some(_) => "valid",
            };
            out.push(Asked {
                person: person.clone(),
                demand: format!("topic:{topic}"),
                state,
            });
        }
    }
    out
}

fn by_demand(reading: &Reading) -> Table {
    let all = all(reading);
    let demands: BTreeSet<&str> = all.iter().map(|one| &*one.demand).collect();
    let line = |demand: &str| {
        let own = || all.iter().filter(|one| one.demand == demand);
        let count = |state: &str| json!(own().filter(|one| one.state == state).count());
        let met = own().filter(|one| one.is_met()).count();
        row(
            demand,
            [
                ("asked", json!(own().count())),
                ("valid", count("valid")),
                ("expiring", count("expiring")),
                ("expired", count("expired")),
                ("below", count("below")),
                ("never", count("never")),
                ("unknown", json!(0)),
                ("covered", share(met, own().filter(|one| one.is_known()).count())),
            ],
        )
    };
    demands.into_iter().map(line).collect()
}

fn by_unit(reading: &Reading) -> Table {
    let all = all(reading);
    each_unit(reading, &people(reading), |people| {
        let is_own = |one: &&Asked| people.iter().any(|person| person.id == one.person.id);
        let own: Vec<&Asked> = all.iter().filter(is_own).collect();
        let met = own.iter().filter(|one| one.is_met()).count();
        let known = own.iter().filter(|one| one.is_known()).count();
        BTreeMap::from([
            ("asked", json!(own.len())),
            ("unknown", json!(0)),
            ("covered", share(met, known)),
        ])
    })
}

/// Demands that at most one person of the office meets, at the lowest level that is asked of anybody.
fn bottlenecks(reading: &Reading) -> Table {
    let (all, standards) = (all(reading), reading.rows("standards.csv"));
    let demands: BTreeSet<&str> = all.iter().map(|one| &*one.demand).collect();
    let positions: BTreeSet<String> = people(reading).into_iter().map(|one| one.position).collect();
    let able = |demand: &str| match demand.strip_prefix("topic:") {
        Some(_) => all
            .iter()
            .filter(|one| one.demand == demand && one.is_met())
            .count(),
        None => {
            let own = standards
                .iter()
                .filter(|row| cell(row, "competency") == demand && positions.contains(cell(row, "position")));
            let least = own.map(|row| number(row, "level").unwrap() as i64).min();
            let everybody = people(reading).into_iter();
            everybody
                .filter(|person| held(reading, &person.id, demand) >= least)
                .count()
        }
    };
    let asked = |demand: &str| all.iter().filter(|one| one.demand == demand).count();
    let rare = demands.into_iter().filter(|demand| able(demand) < 2);
    rare.map(|demand| row(demand, [("asked", json!(asked(demand)))]))
        .collect()
}

fn open(reading: &Reading) -> Table {
    let all = all(reading);
    let line = |person: Person| {
        let own = || all.iter().filter(|one| one.person.id == person.id);
        let met = own().filter(|one| one.is_met()).count();
        let unknown = own().filter(|one| !one.is_known()).count();
        let known = own().count() - unknown;
        let met = match unknown {
            0 => json!(met),
            _ => json!({"of": known, "unknown": unknown, "value": met}),
        };
        row(&*person.id, [("met", met)])
    };
    people(reading).into_iter().map(line).collect()
}
