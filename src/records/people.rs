//! The people of an office as they stood on two days: what measures rely on after reading staff and postings.

use super::code::{Employment, PostingStatus};
use super::index::IdIndex;
use super::organisation::{Contract, Posting, Staff};
use super::time::Day;
pub use super::unit_list::{UnitRow, Units};
use std::sync::Arc;

/// The posting in force on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its first day.
    pub since: Day,
    /// The number of the unit.
    pub unit: Option<u32>,
    /// Whether and how the person works in it.
    pub status: PostingStatus,
}

/// One person.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    /// In which relation the person stands to the office on the last day of the period.
    pub employment: Employment,
    /// The same on the last day of the month before.
    pub employment_before: Employment,
    /// From which day each of the two holds; `None` when since joining.
    employed: (Option<Day>, Option<Day>),
    /// Whether a NIP is recorded.
    pub has_nip: bool,
    /// The day on which the person joined, where it is recorded.
    joined: Option<Day>,
    /// Whether that was by the last day of the period.
    has_joined: bool,
    /// The first day of the first posting.
    pub first_posted: Option<Day>,
    /// The posting in force on the last day of the period.
    pub now: Option<Place>,
    /// The posting in force on the last day of the month before.
    pub before: Option<Place>,
    /// The first day of the contract in force on the last day of the period.
    pub contract: Option<Day>,
    /// The last contract on record: its first day, and its last where that is known.
    last_contract: Option<(Day, Option<Day>)>,
}

impl Person {
    /// Where the person counts in the measures of the period: ASN, posted, and not gone.
    pub fn counting(&self) -> Option<Place> {
        self.now
            .filter(|place| self.employment.is_asn() && !place.status.has_left())
    }

    /// Whether nobody knows where the person works: ASN, joined, and without a posting on record. Such a person counts
    /// nowhere.
    pub fn is_unplaced(&self) -> bool {
        self.now.is_none() && self.has_joined && self.employment.is_asn()
    }

    /// Whether the person joins only after the last day of the period.
    pub fn is_still_to_come(&self) -> bool {
        self.joined.is_some() && !self.has_joined
    }

    /// Whether the first posting only says where the person was when the records began: it is of that day, and she is
    /// not known to have joined on it.
    pub fn was_there(&self, since: Option<Day>) -> bool {
        since.is_some() && self.first_posted == since && self.joined != since
    }

    /// The first day in the office, as far as it is known by records that tell what happened since a day, or all.
    pub fn arrived(&self, since: Option<Day>) -> Option<Day> {
        let posted = self.first_posted.filter(|_| !self.was_there(since));
        self.joined.or(posted)
    }

    /// Where the person counted in the month before.
    pub fn counting_before(&self) -> Option<Place> {
        self.before
            .filter(|place| self.employment_before.is_asn() && !place.status.has_left())
    }

    /// Whether the person counts in the measures of the period.
    pub fn counts(&self) -> bool {
        self.counting().is_some()
    }

    /// The unit in which the person counts.
    pub fn unit(&self) -> Option<u32> {
        self.now.and_then(|place| place.unit)
    }

    /// The day on which the person left the office; `None` who is in it or was never posted.
    pub fn left(&self) -> Option<Day> {
        self.now
            .filter(|place| place.status.has_left())
            .map(|place| place.since)
    }

    /// The day after which the person has no contract any more: the end of the last one on record, of a PPPK who is
    /// in the office. A contract is concluded before it begins, so one that begins later is known.
    pub fn contract_ends(&self) -> Option<Day> {
        let (_, until) = self.last_contract?;
        until.filter(|_| self.counts() && self.employment.is_pppk())
    }

    /// Whether and where the person counts.
    pub fn standing(&self) -> Standing {
        match (self.counts(), self.unit()) {
            (false, _) => Standing::AWAY,
            (true, None) => Standing::WITHOUT_UNIT,
            (true, Some(unit)) => Standing(unit),
        }
    }
}

/// Whether and where a person counts, in four bytes: most rows ask nothing else, and they name half a million people in
/// no order, so it matters that what is asked of all of them stays in the processor's cache.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing(u32);

impl Standing {
    const AWAY: Standing = Standing(u32::MAX);
    const WITHOUT_UNIT: Standing = Standing(u32::MAX - 1);

    /// Whether the person counts.
    #[inline]
    pub fn counts(self) -> bool {
        self != Standing::AWAY
    }

    /// The unit in which the person counts.
    #[inline]
    pub fn unit(self) -> Option<u32> {
        (self.0 < Standing::WITHOUT_UNIT.0).then_some(self.0)
    }
}

/// All people, by number in the order of `staff.csv`.
#[derive(Debug)]
pub struct People {
    index: IdIndex,
    /// By number.
    pub list: Vec<Person>,
    /// The last day of the period.
    pub as_of: Day,
    /// The last day of the month before.
    pub before: Day,
}

impl People {
    /// Nobody yet, as of two days.
    pub fn new(as_of: Day, before: Day) -> People {
        People {
            index: IdIndex::default(),
            list: Vec::new(),
            as_of,
            before,
        }
    }

    /// Adds a row of `staff.csv`. A row that could not be read leaves its id behind (`None`), so that references to
    /// it are no second finding.
    pub fn add(&mut self, id: &str, staff: Option<&Staff<'_>>) {
        let employment = staff.map_or(Employment::External, |staff| staff.employment);
        let joined = staff.and_then(|staff| staff.joined);
        if self.index.add(id).1 {
            self.list.push(Person {
                employment,
                employment_before: employment,
                employed: (None, None),
                has_nip: staff.is_some_and(|staff| staff.nip.is_some()),
                joined,
                has_joined: joined.is_some_and(|joined| joined <= self.as_of),
                first_posted: None,
                now: None,
                before: None,
                contract: None,
                last_contract: None,
            });
        }
    }

    /// The number of a person.
    #[inline]
    pub fn find(&self, id: &str) -> Option<u32> {
        self.index.find(id)
    }

    /// The id of a person.
    pub fn id(&self, number: u32) -> String {
        self.index.text(number)
    }

    /// The number of a person, tried first at `guess`.
    #[inline]
    pub fn find_near(&self, id: &str, guess: u32) -> Option<u32> {
        self.index.find_near(id, guess)
    }

    /// Takes a posting of person `number` in unit `unit`.
    pub fn post(&mut self, number: u32, posting: &Posting<'_>, unit: Option<u32>) {
        let place = Place {
            since: posting.since,
            unit,
            status: posting.status.unwrap_or(PostingStatus::Active),
        };
        let (as_of, before) = (self.as_of, self.before);
        let person = &mut self.list[number as usize];
        let later = |known: Option<Place>| known.is_none_or(|known| known.since < place.since);
        if place.since <= as_of && later(person.now) {
            person.now = Some(place);
        }
        if place.since <= before && later(person.before) {
            person.before = Some(place);
        }
        if let Some(employment) = posting.employment {
            // Of several changes up to a day the latest holds; `None` lies before every day.
            let since = Some(place.since);
            if place.since <= as_of && person.employed.0 < since {
                (person.employment, person.employed.0) = (employment, since);
            }
            if place.since <= before && person.employed.1 < since {
                (person.employment_before, person.employed.1) = (employment, since);
            }
        }
        person.first_posted = Some(
            person
                .first_posted
                .map_or(place.since, |day| day.min(place.since)),
        );
    }

    /// Whose contract ends after the last day of the period, and by another, with its last day.
    pub fn contracts_ending(&self, horizon: Day) -> impl Iterator<Item = (u32, Day)> {
        let list = self.list.iter().enumerate();
        list.filter_map(move |(number, person)| {
            let until = person
                .contract_ends()
                .filter(|until| self.as_of < *until && *until <= horizon)?;
            Some((number as u32, until))
        })
    }

    /// Takes a contract of person `number`: kept when it is in force on the last day of the period. An end that is
    /// not known leaves the contract open.
    pub fn contract(&mut self, number: u32, contract: &Contract<'_>) {
        let in_force = contract.since <= self.as_of && contract.until.is_none_or(|until| self.as_of <= until);
        let person = &mut self.list[number as usize];
        if in_force && person.contract.is_none_or(|known| known < contract.since) {
            person.contract = Some(contract.since);
        }
        if person
            .last_contract
            .is_none_or(|(since, _)| since < contract.since)
        {
            person.last_contract = Some((contract.since, contract.until));
        }
    }
}

/// What a few reports ask of a person beyond [`Person`]: kept apart, because most need none of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tenure {
    /// The first day in the office.
    pub joined: Option<Day>,
    /// The position, in words, of the posting in force on the last day of the period.
    pub position: Option<String>,
}

/// The people and units of a report.
#[derive(Debug)]
pub struct Roster {
    /// The people.
    pub people: People,
    /// The units, which may be read by before the people are known.
    pub units: Arc<Units>,
}

/// Codes with their names, by number in the order of their file: the competencies.
#[derive(Debug, Default)]
pub struct Catalogue {
    index: IdIndex,
    /// Codes by number.
    pub codes: Vec<String>,
    /// Names by number.
    pub names: Vec<String>,
}

impl Catalogue {
    /// Adds a code; one that is already there keeps its first row.
    pub fn add(&mut self, code: &str, name: &str) {
        if self.index.add(code).1 {
            self.codes.push(code.to_owned());
            self.names.push(name.to_owned());
        }
    }

    /// The number of a code.
    pub fn find(&self, code: &str) -> Option<u32> {
        self.index.find(code)
    }

    /// The name of a code; an unknown code stands for itself.
    pub fn name<'n>(&'n self, code: &'n str) -> &'n str {
        self.find(code)
            .map_or(code, |number| &self.names[number as usize])
    }
}

/// The first day of the contract year in force on a day: the latest anniversary of the contract's first day. A
/// contract of 29 February has its anniversary on 1 March of the other years.
pub fn contract_year_start(since: Day, on: Day) -> Day {
    let in_year = |year: i32| {
        let date = since.date();
        use chrono::Datelike;
        Day::of(year, date.month(), date.day())
            .or_else(|| Day::of(year, 3, 1))
            .unwrap_or(since)
    };
    let this_year = in_year(on.year());
    if this_year <= on {
        this_year.max(since)
    } else {
        in_year(on.year() - 1).max(since)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Origin;

    #[test]
    fn units_stand_below_the_unit_above_them() {
        let row = |code: &str, parent: &str| UnitRow {
            code: code.to_owned(),
            name: code.to_owned(),
            parent: Some(parent.to_owned()).filter(|parent| !parent.is_empty()),
            is_public: Some(false),
            since: None,
            origin: Origin::NOWHERE,
        };
        let rows = [
            row("ring", "round"),
            row("round", "ring"),
            row("seksi", "kec"),
            row("kec", ""),
            row("sub", "sek"),
            row("sek", "kec"),
            row("aneh", "tiada"),
        ];
        let units = Units::of_tree(&rows, Day::FIRST);
        assert_eq!(
            units.codes,
            ["kec", "seksi", "sek", "sub", "aneh", "ring", "round"]
        );
        assert_eq!(units.is_above, [true, false, true, false, false, true, true]);
    }

    #[test]
    fn a_unit_has_others_below_it_from_the_day_on_which_they_are_known() {
        let row = |code: &str, parent: Option<&str>, since| UnitRow {
            code: code.to_owned(),
            name: code.to_owned(),
            parent: parent.map(str::to_owned),
            is_public: None,
            since: Day::parse(since),
            origin: Origin::NOWHERE,
        };
        let rows = [row("kec", None, ""), row("seksi", Some("kec"), "2026-11-02")];
        for (day, is_above) in [("2026-11-01", false), ("2026-11-02", true)] {
            let units = Units::of_tree(&rows, Day::parse(day).unwrap());
            assert_eq!(units.is_above, [is_above, false], "{day}");
        }
    }

    #[test]
    fn the_contract_year_runs_by_anniversaries() {
        let day = |text| Day::parse(text).unwrap();
        for (since, on, expected) in [
            ("2024-03-01", "2026-10-31", "2026-03-01"),
            ("2024-11-01", "2026-10-31", "2025-11-01"),
            ("2026-10-31", "2026-10-31", "2026-10-31"),
            ("2024-02-29", "2026-10-31", "2026-03-01"),
            ("2024-02-29", "2024-12-31", "2024-02-29"),
        ] {
            assert_eq!(
                contract_year_start(day(since), day(on)),
                day(expected),
                "{since} on {on}"
            );
        }
    }
}
