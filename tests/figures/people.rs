//! Who works in the office, and where.

use crate::files::{Reading, Row, cell, day};
use chrono::NaiveDate;

/// A person who counts on a day.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) id: String,
    /// As printed, with titles.
    pub(crate) name: String,
    pub(crate) employment: String,
    pub(crate) has_nip: bool,
    pub(crate) unit: String,
    pub(crate) position: String,
    pub(crate) status: String,
    pub(crate) grade: String,
    pub(crate) sex: String,
    pub(crate) first_posted: NaiveDate,
}

impl Person {
    pub(crate) fn is_pns(&self) -> bool {
        self.employment == "pns"
    }

    pub(crate) fn is_pppk(&self) -> bool {
        self.employment.starts_with("pppk")
    }
}

/// A name with its titles.
pub(crate) fn full_name(staff: &Row) -> String {
    let name = [cell(staff, "title_before"), cell(staff, "name")];
    let name = name
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(" ");
    match cell(staff, "title_after") {
        "" => name,
        after => format!("{name}, {after}"),
    }
}

/// Everybody who is or was posted, as of a day; who left is there with that status.
pub(crate) fn everybody(reading: &Reading, on: NaiveDate) -> Vec<Person> {
    let postings = reading.rows("postings.csv");
    let mut out = Vec::new();
    for staff in reading.rows("staff.csv").iter() {
        let own = || {
            postings
                .iter()
                .filter(|row| cell(row, "staff") == cell(staff, "id"))
        };
        let known = own().filter(|row| day(row, "since").unwrap() <= on);
        let named = known.clone().filter(|row| !cell(row, "employment").is_empty());
        let appointed = named.max_by_key(|row| day(row, "since"));
        let Some(latest) = known.max_by_key(|row| day(row, "since")) else {
            continue;
        };
        out.push(Person {
            id: cell(staff, "id").to_owned(),
            name: full_name(staff),
            employment: appointed
                .map_or(cell(staff, "employment"), |row| cell(row, "employment"))
                .to_owned(),
            has_nip: !cell(staff, "nip").is_empty(),
            unit: cell(latest, "unit").to_owned(),
            position: cell(latest, "position").to_owned(),
            status: cell(latest, "status").to_owned(),
            grade: cell(latest, "grade").to_owned(),
            sex: sex(staff).to_owned(),
            first_posted: own().filter_map(|row| day(row, "since")).min().unwrap(),
        });
    }
    out
}

/// The sex on record, else that of the NIP: its fifteenth figure, 1 for men and 2 for women.
fn sex(staff: &Row) -> &str {
    match (cell(staff, "sex"), cell(staff, "nip").get(14..15)) {
        ("", Some("1")) => "m",
        ("", Some("2")) => "f",
        (known, _) => known,
    }
}

/// The people who count on a day: ASN whose latest posting does not say that they left.
pub(crate) fn people_on(reading: &Reading, on: NaiveDate) -> Vec<Person> {
    let mut people = everybody(reading, on);
    people.retain(|person| {
        let is_asn = ["cpns", "pns", "pppk", "pppk-part-time"].contains(&&*person.employment);
        is_asn && !["moved", "retired", "left"].contains(&&*person.status)
    });
    people
}

/// The people who count on the month's last day.
pub(crate) fn people(reading: &Reading) -> Vec<Person> {
    people_on(reading, reading.on())
}

/// How many ASN had joined by the month's last day and have no posting.
pub(crate) fn unplaced(reading: &Reading) -> usize {
    let placed = everybody(reading, reading.on());
    let staff = reading.rows("staff.csv");
    let unplaced = staff.iter().filter(|row| {
        let is_asn = ["cpns", "pns", "pppk", "pppk-part-time"].contains(&cell(row, "employment"));
        let has_joined = day(row, "joined").is_some_and(|joined| joined <= reading.on());
        is_asn && has_joined && !placed.iter().any(|person| person.id == cell(row, "id"))
    });
    unplaced.count()
}
