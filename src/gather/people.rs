//! Units, people, postings, contracts and the calendar.

use crate::diagnostic::{Findings, Origin};
use crate::files::Directory;
use crate::files::csv::RawRow;
use crate::measure::calendar::Calendar;
use crate::records::code::WeekdayCode;
use crate::records::full_name::FullName;
use crate::records::organisation::{Contract, Posting, Staff, Unit, postings};
use crate::records::people::{People, UnitRow, Units};
use crate::records::posts::Posts;
use crate::records::service::Holiday;
use crate::records::settings::Settings;
use crate::records::table::Row;
use crate::records::time::{Day, Period};
use crate::words::problem::Problem;
use std::collections::HashMap;

/// Loads the units.
pub(super) fn load_units(directory: &Directory, day: Day, findings: &mut Findings) -> Units {
    let mut rows = Vec::new();
    directory.scan(Unit::table(), "units.csv", findings, |row, findings| {
        let read = row.read::<Unit>(findings);
        // A rejected row leaves its id behind, so that references to it are no second finding.
        rows.push(UnitRow {
            code: row.cells.get(Unit::code).to_owned(),
            name: read.as_ref().map_or("", |unit| unit.name).to_owned(),
            parent: read
                .as_ref()
                .and_then(|unit| unit.parent.map(|code| code.text().to_owned())),
            is_public: read.as_ref().and_then(|unit| unit.public_service),
            since: read.and_then(|unit| unit.since),
            origin: row.origin,
        });
    });
    Units::of_tree(&rows, day)
}

/// Loads people, postings and contracts, as of the last day of a period and the day before it.
pub(super) fn load_people(
    directory: &Directory,
    units_known: &Units,
    period: Period,
    findings: &mut Findings,
) -> People {
    let mut people = People::new(period.last_day(), period.first_day().plus(-1));
    directory.scan(Staff::table(), "staff.csv", findings, |row, findings| {
        let read = row.read::<Staff>(findings);
        people.add(row.cells.get(Staff::id), read.as_ref());
    });
    let (mut near, mut above) = (0, 0);
    directory.scan(Posting::table(), "postings.csv", findings, |row, findings| {
        let Some(posting) = row.read::<Posting>(findings) else {
            return;
        };
        let Some(number) = person(&people, row, Posting::staff, &mut near, findings) else {
            return;
        };
        let unit = unit(units_known, row, Posting::unit, findings);
        person(&people, row, Posting::supervisor, &mut above, findings);
        people.post(number, &posting, unit);
    });
    directory.scan(Contract::table(), "contracts.csv", findings, |row, findings| {
        let Some(contract) = row.read::<Contract>(findings) else {
            return;
        };
        let Some(number) = person(&people, row, Contract::staff, &mut near, findings) else {
            return;
        };
        people.contract(number, &contract);
    });
    people
}

/// Loads the whole history of postings. What is wrong with them was told by [`load_people`].
pub(super) fn load_history(directory: &Directory, people: &People, units: &Units) -> Posts {
    let mut posts = Posts::new(people.list.len());
    let mut told = Findings::new();
    let mut near = 0;
    directory.scan(Posting::table(), "postings.csv", &mut told, |row, told| {
        let Some(posting) = row.read::<Posting>(told) else {
            return;
        };
        let Some(number) = people.find_near(posting.staff.text(), near) else {
            return;
        };
        near = number;
        let unit = posting.unit.and_then(|code| units.find(code.text()));
        let supervisor = posting.supervisor.and_then(|id| people.find(id.text()));
        posts.add(number, &posting, unit, supervisor);
    });
    posts
}

/// The number of the person whom a cell names, tried first beside the one before; an unknown one is told.
#[inline(always)]
pub(super) fn person(
    people: &People,
    row: &RawRow<'_>,
    column: usize,
    near: &mut u32,
    findings: &mut Findings,
) -> Option<u32> {
    named(row, column, findings, "staff.csv", |id| {
        // Sorted rows name the same person again or the next one.
        let found = people.find_near(id, *near);
        *near = found.unwrap_or(*near);
        found
    })
}

/// The number of the unit that a cell names; an unknown one is told.
#[inline]
pub(super) fn unit(units: &Units, row: &RawRow<'_>, column: usize, findings: &mut Findings) -> Option<u32> {
    named(row, column, findings, "units.csv", |code| units.find(code))
}

/// What `find` finds under the text of a cell. An empty cell names nothing; what is not found is told as missing in
/// `table`.
#[inline(always)]
pub(super) fn named(
    row: &RawRow<'_>,
    column: usize,
    findings: &mut Findings,
    table: &str,
    find: impl FnOnce(&str) -> Option<u32>,
) -> Option<u32> {
    let id = row.cells.get(column);
    if id.is_empty() {
        return None;
    }
    let found = find(id);
    if found.is_none() {
        unknown(findings, row.cell_origin(column), table, id);
    }
    found
}

/// Tells a reference to nothing.
#[cold]
pub(super) fn unknown(findings: &mut Findings, origin: Origin, table: &str, id: &str) {
    findings.error(
        origin,
        Problem::ReferenceUnknown {
            table: table.to_owned(),
            id: id.to_owned(),
        },
    );
}

/// Loads the working days from `first` to `last`, as known on a day.
pub(super) fn load_calendar(
    directory: &Directory,
    settings: &Settings,
    (first, last): (Day, Day),
    as_of: Day,
    findings: &mut Findings,
) -> Calendar {
    let mut days = Vec::new();
    directory.scan(Holiday::table(), "holidays.csv", findings, |row, findings| {
        let holiday = row.read::<Holiday>(findings);
        if let Some(holiday) = holiday.filter(|one| one.since.is_none_or(|since| since <= as_of)) {
            days.push(holiday.date);
        }
    });
    let weekend = settings
        .calendar
        .as_ref()
        .map_or(&[][..], |calendar| &calendar.weekend);
    let is_weekend = |day: Day| {
        let number = day.weekday().num_days_from_monday() as usize;
        WeekdayCode::ALL
            .get(number)
            .is_some_and(|code| weekend.contains(code))
    };
    Calendar::new(first, last, is_weekend, &days)
}

/// The names with titles of the people whose numbers are wanted, in rising order, from a second look at `staff.csv`: names are kept
/// in no memory, because a report names few of many.
pub(super) fn load_names(directory: &Directory, wanted: &[u32]) -> HashMap<u32, FullName> {
    let mut names = HashMap::new();
    each_person(directory, wanted, |number, _, name| {
        names.insert(number, name);
    });
    names
}

/// Hands the people whose numbers are wanted, in rising order, to `each`: the number, the row and the name.
pub(super) fn each_person(
    directory: &Directory,
    wanted: &[u32],
    mut each: impl FnMut(u32, Origin, FullName),
) {
    if wanted.is_empty() {
        return;
    }
    // People are numbered in the order of the file, so counting rows tells who it is. Everything wrong was told at
    // the first look.
    let (mut number, mut next) = (0, 0);
    let mut told = Findings::new();
    directory.scan(Staff::table(), "staff.csv", &mut told, |row, told| {
        if wanted.get(next) == Some(&number) {
            next += 1;
            if let Some(staff) = row.read::<Staff>(told) {
                each(number, row.origin, full_name(&staff));
            }
        }
        number += 1;
    });
}

/// Adds the grades on a day of those among some people whose numbers are given: that of the last posting with one.
pub(super) fn load_grades(
    directory: &Directory,
    wanted: &[u32],
    day: Day,
    names: &mut HashMap<u32, FullName>,
) {
    let mut held: HashMap<String, (Day, &'static str)> = HashMap::new();
    let is_wanted = |id: &str| {
        wanted
            .iter()
            .filter_map(|number| names.get(number))
            .any(|name| name.id == id)
    };
    let mut told = Findings::new();
    directory.scan(&postings, &postings.path, &mut told, |row, told| {
        let id = row.cells.get(Posting::staff);
        if !is_wanted(id) {
            return;
        }
        let read = row.read::<Posting>(told).filter(|posting| posting.since <= day);
        if let Some((since, grade)) = read.and_then(|posting| Some((posting.since, posting.grade?))) {
            let latest = held.entry(id.to_owned()).or_insert((since, grade.code()));
            if since >= latest.0 {
                *latest = (since, grade.code());
            }
        }
    });
    for number in wanted {
        if let Some(name) = names.get_mut(number) {
            name.grade = held.get(&name.id).map(|(_, grade)| *grade);
        }
    }
}

/// The names of everybody in `staff.csv`, by id. Everything wrong was told at the first look.
pub(super) fn load_all_names(directory: &Directory) -> HashMap<String, String> {
    let (mut out, mut told) = (HashMap::new(), Findings::new());
    directory.scan(Staff::table(), "staff.csv", &mut told, |row, told| {
        if let Some(staff) = row.read::<Staff>(told) {
            out.insert(staff.id.text().to_owned(), full_name(&staff).text);
        }
    });
    out
}

/// What a person is called.
pub(super) fn full_name(staff: &Staff<'_>) -> FullName {
    let before = staff
        .title_before
        .map_or(String::new(), |title| format!("{title} "));
    let after = staff
        .title_after
        .map_or(String::new(), |title| format!(", {title}"));
    FullName {
        id: staff.id.text().to_owned(),
        grade: None,
        text: format!("{before}{}{after}", staff.name),
        bare: staff.name.to_owned(),
        nip: staff.nip.map_or_else(String::new, |nip| nip.text().to_owned()),
        email: staff.email.map(str::to_owned),
    }
}
