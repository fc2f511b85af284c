//! Hours by unit, and the people below the floor and over the ceiling.

use crate::files::{Reading, Row, amount, cell, date, day, figure, number, text};
use crate::people::{Person, people};
use crate::table::{Counted, Table, counted, over, row};
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::rc::Rc;

pub(crate) const TABLES: &[Counted] = &[
    counted(&["monthly"], "hours_by_unit", by_unit),
    counted(&["hours"], "hours", list),
    counted(&["monthly"], "under_floor", under_floor),
    counted(&["monthly"], "over_ceiling", over_ceiling),
];

/// A row for each unit, and one for everybody.
pub(crate) fn each_unit(
    reading: &Reading,
    people: &[Person],
    count: impl Fn(&[&Person]) -> BTreeMap<&'static str, Value>,
) -> Table {
    let of = |unit: &str| -> Vec<&Person> { people.iter().filter(|person| person.unit == unit).collect() };
    let units = reading.units().into_iter();
    let mut out: Table = units.map(|unit| (unit.clone(), count(&of(&unit)))).collect();
    out.push(("*".to_owned(), count(&people.iter().collect::<Vec<_>>())));
    out
}

/// What a person completed between two days.
pub(crate) fn completed<'r>(
    rows: &'r [Row],
    person: &str,
    from: NaiveDate,
    to: NaiveDate,
) -> impl Iterator<Item = &'r Row> {
    let own = rows.iter().filter(move |row| cell(row, "staff") == person);
    own.filter(move |row| {
        cell(row, "status") == "completed"
            && day(row, "completed").is_some_and(|day| from <= day && day <= to)
    })
}

/// The JP of rows, as on certificates.
pub(crate) fn jp<'r>(rows: impl Iterator<Item = &'r Row>) -> f64 {
    rows.filter_map(|row| number(row, "jp")).sum()
}

/// The first day of the contract year in force, when a contract is.
fn contract_year(contracts: &[Row], person: &str, on: NaiveDate) -> Option<NaiveDate> {
    let in_force = contracts.iter().filter(|row| {
        cell(row, "staff") == person
            && day(row, "since").unwrap() <= on
            && day(row, "until").is_none_or(|until| on <= until)
    });
    let since = in_force.filter_map(|row| day(row, "since")).max()?;
    let mut start = since;
    while let Some(next) = start.with_year(start.year() + 1).filter(|next| *next <= on) {
        start = next;
    }
    Some(start)
}

/// Everybody, with the JP of the year by the form of the programme.
fn list(reading: &Reading) -> Table {
    let hours = Hours::new(reading);
    let forms: BTreeMap<String, char> = reading
        .documents("trainings")
        .into_iter()
        .map(|(id, document)| (id, text(&document, "method").chars().next().unwrap()))
        .collect();
    let line = |person: &Person| {
        let sum = |form: Option<char>| {
            let own = hours.of_year(person);
            jp(own.filter(|row| forms.get(cell(row, "training")).copied() == form)) + 0.0
        };
        // What is nothing is not known where the records begin later.
        let told = |jp: f64| json!((jp != 0.0 || !hours.begin_later).then_some(jp));
        let lacks = |row: &&Row| number(row, "jp").is_some() && number(row, "jp_recognised").is_none();
        let known = hours.is_assessed(person).then(|| hours.recognised(person) + 0.0);
        let recognised = match hours.of_year(person).filter(lacks).count() {
            0 => told(hours.recognised(person) + 0.0),
            count => json!({"value": known, "unknown": count}),
        };
        row(
            person.id.clone(),
            [
                ("classroom", told(sum(Some('K')))),
                ("non_classroom", told(sum(Some('N')))),
                ("unrecorded", told(sum(None))),
                (
                    "jp",
                    match (hours.claimed(person) + 0.0, hours.unknown(person)) {
                        (jp, 0) => told(jp),
                        (jp, unknown) => json!({"value": (jp > 0.0).then_some(jp), "unknown": unknown}),
                    },
                ),
                ("recognised", recognised),
                ("verified", told(hours.verified(person) + 0.0)),
            ],
        )
    };
    people(reading).iter().map(line).collect()
}

/// The first day of the year.
pub(crate) fn january(on: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(on.year(), 1, 1).unwrap()
}

/// The hours of the year so far, held against floor and ceiling.
pub(crate) struct Hours {
    rows: Rc<Vec<Row>>,
    contracts: Rc<Vec<Row>>,
    /// The end of each programme and its JP.
    programmes: BTreeMap<String, (NaiveDate, f64)>,
    on: NaiveDate,
    /// Whether the records begin after January.
    begin_later: bool,
    pub(crate) floor: f64,
    pub(crate) ceiling: f64,
}

impl Hours {
    pub(crate) fn new(reading: &Reading) -> Hours {
        let rule = reading.rule("hours");
        assert_eq!(text(&rule, "counted"), "certificate");
        let programme = |(id, document): (String, Rc<toml::Table>)| {
            (text(&document, "status") != "cancelled").then(|| {
                (
                    id,
                    (date(&document, "end").unwrap(), figure(&document, "jp").unwrap()),
                )
            })
        };
        Hours {
            rows: reading.rows("participation"),
            contracts: reading.rows("contracts.csv"),
            programmes: reading
                .documents("trainings")
                .into_iter()
                .filter_map(programme)
                .collect(),
            on: reading.on(),
            begin_later: date(&reading.document("bina.toml"), "records_since")
                .is_some_and(|since| since > january(reading.on())),
            floor: amount(&rule["pns_floor"]),
            ceiling: amount(&rule["pppk_ceiling"]),
        }
    }

    fn of_year(&self, person: &Person) -> impl Iterator<Item = &Row> {
        completed(&self.rows, &person.id, january(self.on), self.on)
    }

    /// How many completions there are since January of which the JP or the day is not on record.
    fn unknown(&self, person: &Person) -> usize {
        let own = self.rows.iter().filter(|row| cell(row, "staff") == person.id);
        let lacking = own.filter(|row| {
            let is_lacking = number(row, "jp").is_none() || day(row, "completed").is_none();
            let month =
                || NaiveDate::parse_from_str(&format!("{}-01", &cell(row, "training")[..7]), "%Y-%m-%d");
            // What has no day may be of any since the month of its programme began.
            let since = day(row, "completed").or_else(|| month().ok()).unwrap_or(self.on);
            cell(row, "status") == "completed" && is_lacking && january(self.on) <= since && since <= self.on
        });
        lacking.count()
    }

    /// On certificates, since January.
    pub(crate) fn claimed(&self, person: &Person) -> f64 {
        jp(self.of_year(person))
    }

    fn recognised(&self, person: &Person) -> f64 {
        self.of_year(person)
            .filter_map(|row| number(row, "jp_recognised"))
            .sum()
    }

    /// Whether some JP of the year were assessed for recognition.
    fn is_assessed(&self, person: &Person) -> bool {
        self.of_year(person)
            .any(|row| number(row, "jp").is_some_and(|jp| jp > 0.0) && number(row, "jp_recognised").is_some())
    }

    /// On certificates that somebody else verified.
    fn verified(&self, person: &Person) -> f64 {
        jp(self
            .of_year(person)
            .filter(|row| !["", &*person.id].contains(&cell(row, "verified_by"))))
    }

    pub(crate) fn contract_year(&self, person: &Person) -> Option<NaiveDate> {
        contract_year(&self.contracts, &person.id, self.on)
    }

    /// Within the contract year; `None` where no contract is known.
    pub(crate) fn of_contract(&self, person: &Person) -> Option<f64> {
        let start = self.contract_year(person)?;
        Some(jp(completed(&self.rows, &person.id, start, self.on)))
    }

    /// Of the programmes still to end in the year in which a place is confirmed: also one that was completed later.
    fn planned(&self, person: &Person) -> f64 {
        let own = self.rows.iter().filter(|row| cell(row, "staff") == person.id);
        let confirmed = own.filter(|row| match cell(row, "status") {
            "confirmed" | "attending" | "awaiting-certificate" => true,
            "completed" => day(row, "completed").is_some_and(|day| day > self.on),
            _ => false,
        });
        let programmes = confirmed.filter_map(|row| self.programmes.get(cell(row, "training")));
        let in_time = programmes.filter(|(end, _)| *end > self.on && end.year() == self.on.year());
        in_time.map(|(_, jp)| jp).sum::<f64>() + 0.0
    }

    pub(crate) fn is_under(&self, person: &Person) -> bool {
        person.is_pns() && self.claimed(person) < self.floor && self.unknown(person) == 0
    }
}

pub(crate) fn by_unit(reading: &Reading) -> Table {
    let hours = Hours::new(reading);
    each_unit(reading, &people(reading), |people| {
        let count = |is: &dyn Fn(&Person) -> bool| json!(people.iter().filter(|person| is(person)).count());
        let sum = |of: &dyn Fn(&Person) -> f64| people.iter().map(|person| of(person)).sum::<f64>();
        let total = sum(&|person| hours.claimed(person));
        let contract = |person: &Person| person.is_pppk().then(|| hours.of_contract(person));
        BTreeMap::from([
            ("staff", json!(people.len())),
            ("jp_unknown", count(&|person| hours.unknown(person) > 0)),
            ("earning", count(&|person| hours.claimed(person) > 0.0)),
            ("jp_total", json!(total)),
            ("jp_mean", over(total, people.len() as f64)),
            ("pns", count(&Person::is_pns)),
            ("under_floor", count(&|person| hours.is_under(person))),
            // Who seems to be below may have more where the records begin after January.
            (
                "floor_unknown",
                count(&|person| {
                    let is_unknown = hours.begin_later || hours.unknown(person) > 0;
                    person.is_pns() && hours.claimed(person) < hours.floor && is_unknown
                }),
            ),
            ("pppk", count(&Person::is_pppk)),
            (
                "over_ceiling",
                // Where no contract is known nobody can tell.
                match people
                    .iter()
                    .filter_map(|person| contract(person))
                    .all(|jp| jp.is_none())
                    && people.iter().any(|person| person.is_pppk())
                {
                    true => Value::Null,
                    false => count(&|person| contract(person).flatten().is_some_and(|jp| jp > hours.ceiling)),
                },
            ),
            (
                "jp_recognised",
                // Where nothing was assessed nobody can tell.
                match total > 0.0 && !people.iter().any(|person| hours.is_assessed(person)) {
                    true => Value::Null,
                    false => json!(sum(&|person| hours.recognised(person))),
                },
            ),
            ("jp_verified", json!(sum(&|person| hours.verified(person)))),
            (
                "under_floor_forecast",
                count(&|person| {
                    let jp = hours.claimed(person) + hours.planned(person);
                    person.is_pns() && jp < hours.floor && hours.unknown(person) == 0
                }),
            ),
            (
                "without_contract",
                count(&|person| contract(person) == Some(None)),
            ),
        ])
    })
}

fn under_floor(reading: &Reading) -> Table {
    let hours = Hours::new(reading);
    let under = people(reading)
        .into_iter()
        .filter(|person| hours.is_under(person));
    let line = |person: Person| {
        let jp = hours.claimed(&person);
        row(
            &*person.name,
            [
                ("unit", json!(person.unit)),
                ("jp", json!(jp)),
                ("short", json!(hours.floor - jp)),
                ("planned", json!(hours.planned(&person))),
            ],
        )
    };
    under.map(line).collect()
}

fn over_ceiling(reading: &Reading) -> Table {
    let hours = Hours::new(reading);
    let line = |person: Person| {
        let jp = hours.of_contract(&person).filter(|jp| *jp > hours.ceiling)?;
        let year = hours.contract_year(&person).map(|day| day.to_string());
        Some(row(
            &*person.name,
            [
                ("unit", json!(person.unit)),
                ("jp", json!(jp)),
                ("contract_year", json!(year)),
            ],
        ))
    };
    let pppk = people(reading).into_iter().filter(Person::is_pppk);
    pppk.filter_map(line).collect()
}
