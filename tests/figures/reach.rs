//! For whom a programme was meant, who came, and which levels they reached.

use crate::files::{Reading, Row, cell, date, day, number, tables, text, texts};
use crate::forum::is_within;
use crate::people::{Person, everybody, full_name};
use crate::table::{Table, row};
use crate::training::{status, subject};
use chrono::NaiveDate;
use serde_json::{Value, json};

/// The level held by the latest assessment of some days.
fn held(
    reading: &Reading,
    person: &str,
    competency: &str,
    is_asked: impl Fn(NaiveDate) -> bool,
) -> Option<i64> {
    let rows = reading.rows("assessments.csv");
    let own = rows
        .iter()
        .filter(|row| cell(row, "staff") == person && cell(row, "competency") == competency);
    let known = own.filter(|row| is_asked(day(row, "date").unwrap()));
    let last = known.max_by_key(|row| day(row, "date"))?;
    number(last, "level").map(|level| level as i64)
}

/// A programme that is reported on, with its days.
struct Course {
    document: std::rc::Rc<toml::Table>,
    rows: Vec<Row>,
    first: NaiveDate,
    last: NaiveDate,
}

impl Course {
    fn of(reading: &Reading) -> Course {
        let one = subject(reading);
        Course {
            first: date(&one.document, "start").unwrap(),
            last: date(&one.document, "end").unwrap(),
            document: one.document.clone(),
            rows: one.rows.to_vec(),
        }
    }

    fn aims(&self) -> Vec<(String, Option<i64>)> {
        let aim = |target: &toml::Table| {
            let level = target.get("level").and_then(toml::Value::as_integer);
            (text(target, "code").to_owned(), level)
        };
        tables(&self.document, "competency")
            .into_iter()
            .map(aim)
            .collect()
    }

    fn seat(&self, person: &str) -> Option<&Row> {
        self.rows.iter().find(|row| cell(row, "staff") == person)
    }

    fn has_completed(&self, reading: &Reading, person: &str) -> bool {
        self.seat(person)
            .is_some_and(|row| status(reading.on(), row) == "completed")
    }

    /// The level that the post held on the last day requires.
    fn required(&self, reading: &Reading, person: &Person, competency: &str) -> Option<i64> {
        let standards = reading.rows("standards.csv");
        let own = standards
            .iter()
            .find(|row| cell(row, "position") == person.position && cell(row, "competency") == competency);
        own.and_then(|row| number(row, "level")).map(|level| level as i64)
    }

    fn before(&self, reading: &Reading, person: &str, competency: &str) -> Option<i64> {
        held(reading, person, competency, |day| day < self.first)
    }

    fn after(&self, reading: &Reading, person: &str, competency: &str) -> Option<i64> {
        held(reading, person, competency, |day| {
            (self.last..=reading.on()).contains(&day)
        })
    }

    /// Everybody as of the last day.
    fn people(&self, reading: &Reading) -> Vec<Person> {
        everybody(reading, self.last.min(reading.on()))
    }

    fn is_meant(&self, reading: &Reading, person: &Person) -> bool {
        let Some(audience) = self.document.get("audience").and_then(toml::Value::as_table) else {
            return false;
        };
        let has_left = ["moved", "retired", "left"].contains(&&*person.status);
        let in_unit = |top: &&str| !has_left && is_within(reading, &person.unit, top);
        texts(audience, "staff").contains(&&*person.id)
            || texts(audience, "positions").contains(&&*person.position)
            || texts(audience, "units").iter().any(in_unit)
    }
}

/// ASN who worked in the office on the programme's last day; those who took part also when they did not.
fn is_here(person: &Person) -> bool {
    let is_asn = ["cpns", "pns", "pppk", "pppk-part-time"].contains(&&*person.employment);
    is_asn && !["moved", "retired", "left"].contains(&&*person.status) && !person.unit.is_empty()
}

pub(crate) fn audience(reading: &Reading) -> Table {
    let course = Course::of(reading);
    let aims = course.aims();
    let (mut counts, mut known) = ([[0usize; 3]; 4], Vec::new());
    for person in course.people(reading) {
        let seat = course.seat(&person.id);
        known.push(person.id.clone());
        if seat.is_none() && !is_here(&person) {
            continue;
        }
        let required = |code: &str| course.required(reading, &person, code);
        let is_meant = course.is_meant(reading, &person);
        let for_post = aims.iter().any(|(code, _)| required(code).is_some());
        let lacks = aims.iter().any(|(code, _)| {
            let both = required(code).zip(course.before(reading, &person.id, code));
            both.is_some_and(|(required, held)| held < required)
        });
        let is_other = seat.is_some() && !is_meant && !for_post;
        for (is_in, count) in [is_meant, for_post, lacks, is_other].into_iter().zip(&mut counts) {
            let has_completed = course.has_completed(reading, &person.id);
            let adds = [true, seat.is_some(), has_completed];
            let adds = adds.map(|is| usize::from(is && is_in));
            count.iter_mut().zip(adds).for_each(|(sum, add)| *sum += add);
        }
    }
    // Who was never posted has no post that requires anything.
    for seat in course
        .rows
        .iter()
        .filter(|row| !known.iter().any(|id| id == cell(row, "staff")))
    {
        let has_completed = status(reading.on(), seat) == "completed";
        [1, 1, usize::from(has_completed)]
            .into_iter()
            .zip(&mut counts[3])
            .for_each(|(add, sum)| *sum += add);
    }
    let has_audience = course.document.contains_key("audience");
    let is_told = [
        has_audience,
        !aims.is_empty(),
        !aims.is_empty(),
        has_audience || !aims.is_empty(),
    ];
    let keys = ["meant", "post", "lacking", "others"];
    let lines = keys
        .into_iter()
        .zip(counts)
        .zip(is_told)
        .filter(|(_, is_told)| *is_told);
    let line = |((key, [people, invited, completed]), _): ((&str, [usize; 3]), bool)| {
        row(
            key,
            [
                ("people", json!(people)),
                ("invited", json!(invited)),
                ("completed", json!(completed)),
            ],
        )
    };
    lines.map(line).collect()
}

pub(crate) fn attainment(reading: &Reading) -> Table {
    let course = Course::of(reading);
    let people = course.people(reading);
    let done: Vec<&Row> = course
        .rows
        .iter()
        .filter(|row| status(reading.on(), row) == "completed")
        .collect();
    let line = |(code, aimed): (String, Option<i64>)| {
        let required = |id: &str| {
            let person = people.iter().find(|person| person.id == id)?;
            course.required(reading, person, &code)
        };
        let ids = || done.iter().map(|row| cell(row, "staff"));
        let assessed = || ids().filter_map(|id| Some((id, course.after(reading, id, &code)?)));
        let reached = assessed().filter(|(id, level)| {
            let goal = aimed.or_else(|| required(id));
            goal.is_some_and(|goal| *level >= goal)
        });
        row(
            &*code,
            [
                ("completed", json!(done.len())),
                (
                    "for_post",
                    json!(ids().filter(|id| required(id).is_some()).count()),
                ),
                ("assessed", json!(assessed().count())),
                ("reached", json!(reached.count())),
            ],
        )
    };
    course.aims().into_iter().map(line).collect()
}

pub(crate) fn levels(reading: &Reading) -> Table {
    let course = Course::of(reading);
    let people = course.people(reading);
    let mut out = Table::new();
    for seat in course
        .rows
        .iter()
        .filter(|row| status(reading.on(), row) == "completed")
    {
        let id = cell(seat, "staff");
        let person = people.iter().find(|person| person.id == id);
        for (code, aimed) in course.aims() {
            let required = person.and_then(|person| course.required(reading, person, &code));
            let cells = [
                ("before", json!(course.before(reading, id, &code))),
                ("required", json!(required)),
                ("aimed", json!(aimed)),
                ("after", json!(course.after(reading, id, &code))),
            ];
            out.push(row(format!("{id}/{code}"), cells));
        }
    }
    out
}

pub(crate) fn participants(reading: &Reading) -> Table {
    let staff = reading.rows("staff.csv");
    let name = |id: &str| {
        staff
            .iter()
            .find(|row| cell(row, "id") == id)
            .map(full_name)
            .unwrap()
    };
    let line = |seat: &Row| {
        let is_later = day(seat, "completed").is_some_and(|day| day > reading.on());
        let has_jp = status(reading.on(), seat) == "completed" && day(seat, "completed").is_some();
        let known = |column: &str, is: bool| match is {
            true => json!(number(seat, column)),
            false => Value::Null,
        };
        row(
            name(cell(seat, "staff")),
            [
                ("pre", known("pre", true)),
                ("post", known("post", !is_later)),
                ("jp", known("jp", has_jp)),
            ],
        )
    };
    Course::of(reading).rows.iter().map(line).collect()
}
