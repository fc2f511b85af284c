//! Who works in the office: by unit, by what people have in common, and one by one.

use crate::files::{Reading, cell, day};
use crate::hours::each_unit;
use crate::people::{Person, people};
use crate::table::{Counted, Table, counted, row, share};
use chrono::{Datelike, NaiveDate};
use serde_json::json;
use std::collections::BTreeMap;

pub(crate) const TABLES: &[Counted] = &[
    counted(&["roster"], "roster_by_unit", by_unit),
    counted(&["roster"], "composition", composition).by(2),
    counted(&["roster"], "roster", list),
];

fn by_unit(reading: &Reading) -> Table {
    let people = people(reading);
    each_unit(reading, &people, |own| {
        let count = |is: &dyn Fn(&Person) -> bool| json!(own.iter().filter(|person| is(person)).count());
        BTreeMap::from([
            ("staff", json!(own.len())),
            ("pns", count(&|person| person.is_pns())),
            ("cpns", count(&|person| person.employment == "cpns")),
            ("pppk", count(&|person| person.is_pppk())),
            ("women", count(&|person| person.sex == "f")),
            ("men", count(&|person| person.sex == "m")),
            ("sex_unknown", count(&|person| person.sex.is_empty())),
        ])
    })
}

/// How many years somebody is old: born on the day that the NIP begins with, or else that is on record.
fn age(reading: &Reading, id: &str) -> Option<i32> {
    let staff = reading.rows("staff.csv");
    let own = staff.iter().find(|row| cell(row, "id") == id)?;
    let nip = cell(own, "nip");
    let born = match nip.get(..8) {
        Some(date) => NaiveDate::parse_from_str(date, "%Y%m%d").ok(),
        None => day(own, "born"),
    };
    let (born, on) = (born?, reading.on());
    let had_birthday = (on.month(), on.day()) >= (born.month(), born.day());
    Some(on.year() - born.year() - i32::from(!had_birthday))
}

fn list(reading: &Reading) -> Table {
    let people = people(reading).into_iter();
    people
        .map(|person| row(person.id.clone(), [("age", json!(age(reading, &person.id)))]))
        .collect()
}

/// The kind of the position that somebody holds.
fn kind(reading: &Reading, id: &str) -> String {
    let rows = reading.rows("postings.csv");
    let own = rows.iter().filter(|row| cell(row, "staff") == id);
    let known = own.filter(|row| day(row, "since").unwrap() <= reading.on());
    let latest = known.max_by_key(|row| day(row, "since")).unwrap();
    cell(latest, "position_kind").to_owned()
}

/// The band of a grade: the Roman number of PNS, four grades of PPPK each.
fn band(grade: &str) -> String {
    let romans = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
        "XVII",
    ];
    match (grade.split_once('/'), romans.iter().position(|own| *own == grade)) {
        (Some((roman, _)), _) => format!("pns-{roman}"),
        (None, Some(at)) => format!(
            "pppk-{}",
            ["I–IV", "V–VIII", "IX–XII", "XIII–XVII"][(at / 4).min(3)]
        ),
        (None, None) => String::new(),
    }
}

fn composition(reading: &Reading) -> Table {
    let people = people(reading);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for person in &people {
        let decade = age(reading, &person.id).map(|age| age / 10 * 10);
        let decade = decade.map(|from| format!("{from}-{}", from + 9));
        for (property, value) in [
            ("employment", person.employment.clone()),
            ("kind", kind(reading, &person.id)),
            ("grade", band(&person.grade)),
            ("sex", person.sex.clone()),
            ("age", decade.unwrap_or_default()),
        ] {
            let value = if value.is_empty() { "unknown" } else { &value };
            *counts.entry(format!("{property}/{value}")).or_default() += 1;
        }
    }
    let line = |(key, n): (String, usize)| {
        let cells = [("people", json!(n)), ("share", share(n, people.len()))];
        row(key, cells)
    };
    counts.into_iter().map(line).collect()
}
