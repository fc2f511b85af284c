//! Competency certificates, and the topics that are to be refreshed.

use crate::files::{Reading, Row, cell, day, tables, text, texts, whole};
use crate::people::{Person, people};
use crate::table::{Counted, Table, counted, row};
use chrono::{Months, NaiveDate};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

const REPORTS: &[&str] = &["monthly", "certificates"];

pub(crate) const TABLES: &[Counted] = &[
    counted(REPORTS, "certificates_by_scheme", by_scheme),
    counted(REPORTS, "certificates_by_state", by_state),
    counted(REPORTS, "certificates_due", due),
    counted(&["certificates"], "certificates", renewals),
    counted(&["certificates"], "refreshers", refreshers),
    counted(&["certificates"], "refreshers_due", refreshers_due).by(4),
];

/// A certificate of somebody who counts, as known on the last day.
struct Certificate {
    row: Row,
    state: &'static str,
    /// By when it is to be renewed; `None` when it has no end.
    due: Option<NaiveDate>,
}

impl Certificate {
    fn is_current(&self) -> bool {
        ["valid", "expiring"].contains(&self.state)
    }
}

/// So many months later on the same day of the month, or on the month's last.
fn later(day: NaiveDate, months: i64) -> NaiveDate {
    day.checked_add_months(Months::new(months as u32)).unwrap()
}

fn certificates(reading: &Reading) -> Vec<Certificate> {
    let counting: BTreeSet<String> = people(reading).into_iter().map(|person| person.id).collect();
    let all = reading.rows("certificates.csv");
    let known =
        |row: &&Row| day(row, "issued").unwrap() <= reading.on() && counting.contains(cell(row, "staff"));
    let known: Vec<&Row> = all.iter().filter(known).collect();
    let renewed: BTreeSet<&str> = known.iter().map(|row| cell(row, "renews")).collect();
    let certificate = |row: &&Row| {
        let issued = day(row, "issued").unwrap();
        let rule = reading
            .rule_on("certificates", issued)
            .unwrap_or_else(|| reading.rule("certificates"));
        assert_eq!(
            text(&rule, "renewal"),
            "months",
            "no window in any of the offices"
        );
        let months = rule.get("months").and_then(toml::Value::as_integer);
        let due = day(row, "valid_until").or(months.map(|months| later(issued, months)));
        let left = due.map(|due| (due - reading.on()).num_days());
        let state = match left {
            _ if renewed.contains(cell(row, "id")) => "renewed",
            Some(..0) => "expired",
            Some(left) if left <= whole(&rule, "warn_days") => "expiring",
            _ => "valid",
        };
        Certificate {
            row: (*row).clone(),
            state,
            due,
        }
    };
    known.iter().map(certificate).collect()
}

fn holders(certificates: &[&Certificate]) -> usize {
    let people: BTreeSet<&str> = certificates.iter().map(|one| cell(&one.row, "staff")).collect();
    people.len()
}

fn by_scheme(reading: &Reading) -> Table {
    let all = certificates(reading);
    let line = |key: &str, own: Vec<&Certificate>| {
        let of = |state: &str| json!(own.iter().filter(|one| one.state == state).count());
        let current: Vec<&Certificate> = own.iter().copied().filter(|one| one.is_current()).collect();
        let with = |column: &str| {
            let own = current.iter().filter(|one| !cell(&one.row, column).is_empty());
            // Of nothing there is nothing to tell.
            json!((!current.is_empty()).then(|| own.count()))
        };
        row(
            key,
            [
                ("holders", json!(holders(&current))),
                ("valid", of("valid")),
                ("expiring", of("expiring")),
                ("expired", of("expired")),
                ("renewed", of("renewed")),
                ("recognised", with("recognition")),
                ("applied", with("applied")),
            ],
        )
    };
    let schemes: BTreeSet<&str> = all.iter().map(|one| cell(&one.row, "scheme")).collect();
    let of = |scheme: &str| {
        all.iter()
            .filter(|one| cell(&one.row, "scheme") == scheme)
            .collect()
    };
    let mut out: Table = schemes.iter().map(|scheme| line(scheme, of(scheme))).collect();
    if !all.is_empty() {
        out.push(line("*", all.iter().collect()));
    }
    out
}

/// For the public: certificates by state.
fn by_state(reading: &Reading) -> Table {
    let all = certificates(reading);
    let of = |state: &str| all.iter().filter(|one| one.state == state).count();
    let line = |state| row(state, [("certificates", json!(of(state)))]);
    match all.is_empty() {
        true => Table::new(),
        false => ["valid", "expiring", "expired", "renewed"].map(line).into(),
    }
}

fn due(reading: &Reading) -> Table {
    let all = certificates(reading)
        .into_iter()
        .filter(|one| ["expired", "expiring"].contains(&one.state));
    let line = |one: Certificate| {
        let due = one.due.unwrap();
        row(
            cell(&one.row, "id"),
            [
                ("renew_by", json!(due.to_string())),
                ("state", json!(one.state)),
                ("days", json!((due - reading.on()).num_days())),
            ],
        )
    };
    all.map(line).collect()
}

/// How many certificates each one follows.
fn renewals(reading: &Reading) -> Table {
    let all = certificates(reading);
    let renews: BTreeMap<&str, &str> = all
        .iter()
        .map(|one| (cell(&one.row, "id"), cell(&one.row, "renews")))
        .collect();
    let chain = |id: &str| {
        let mut before = renews[id];
        let mut count = 0;
        while let Some(next) = renews.get(before) {
            (count, before) = (count + 1, next);
        }
        count
    };
    let line = |one: &Certificate| {
        let id = cell(&one.row, "id");
        row(id, [("state", json!(one.state)), ("renewals", json!(chain(id)))])
    };
    all.iter().map(line).collect()
}

/// The last training of one person on one topic.
pub(crate) struct Refresher {
    pub(crate) person: Person,
    pub(crate) topic: String,
    last: NaiveDate,
    due: NaiveDate,
    pub(crate) left: i64,
}

pub(crate) fn all_refreshers(reading: &Reading) -> Vec<Refresher> {
    let rule = reading.rule("certificates");
    let (documents, rows) = (reading.documents("trainings"), reading.rows("participation"));
    let mut out = Vec::new();
    for topic in tables(&rule, "refresh") {
        let name = text(topic, "topic");
        let programmes: Vec<&String> = documents
            .iter()
            .filter(|(_, document)| texts(document, "topics").contains(&name))
            .map(|(id, _)| id)
            .collect();
        for person in people(reading) {
            let own = rows
                .iter()
                .filter(|row| cell(row, "staff") == person.id && cell(row, "status") == "completed");
            let of_topic = own.filter(|row| programmes.iter().any(|id| *id == cell(row, "training")));
            let days = of_topic
                .filter_map(|row| day(row, "completed"))
                .filter(|day| *day <= reading.on());
            let Some(last) = days.max() else { continue };
            let due = later(last, whole(topic, "months"));
            let left = (due - reading.on()).num_days();
            out.push(Refresher {
                person,
                topic: name.to_owned(),
                last,
                due,
                left,
            });
        }
    }
    out
}

fn refreshers(reading: &Reading) -> Table {
    let rule = reading.rule("certificates");
    let (all, warn) = (all_refreshers(reading), whole(&rule, "warn_days"));
    let line = |topic: &toml::Table| {
        let own = || all.iter().filter(|one| one.topic == text(topic, "topic"));
        row(
            text(topic, "topic"),
            [
                ("every", json!(whole(topic, "months"))),
                ("trained", json!(own().count())),
                ("fresh", json!(own().filter(|one| one.left > warn).count())),
                (
                    "soon",
                    json!(own().filter(|one| (0..=warn).contains(&one.left)).count()),
                ),
                ("overdue", json!(own().filter(|one| one.left < 0).count())),
                ("never", json!(people(reading).len() - own().count())),
            ],
        )
    };
    tables(&rule, "refresh").into_iter().map(line).collect()
}

fn refreshers_due(reading: &Reading) -> Table {
    let warn = whole(&reading.rule("certificates"), "warn_days");
    let near = all_refreshers(reading).into_iter().filter(|one| one.left <= warn);
    let line = |one: Refresher| {
        row(
            format!(
                "{}/{}/{}/{}",
                one.person.id, one.person.name, one.person.unit, one.topic
            ),
            [
                ("last", json!(one.last.to_string())),
                ("due", json!(one.due.to_string())),
                ("days", json!(one.left)),
            ],
        )
    };
    near.map(line).collect()
}
