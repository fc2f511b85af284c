//! Complaints by unit, and those past their deadline.

use crate::files::{Month, Reading, Row, cell, day, tables, text, texts, whole};
use crate::table::{Counted, Table, counted, median, row};
use chrono::{Datelike, NaiveDate, Weekday};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const TABLES: &[Counted] = &[
    counted(&["monthly"], "complaints_by_unit", by_unit),
    counted(&["monthly"], "complaints_overdue", overdue),
];

/// The days on which the office works.
struct Calendar {
    weekend: Vec<Weekday>,
    holidays: BTreeSet<NaiveDate>,
}

impl Calendar {
    fn new(reading: &Reading) -> Calendar {
        let settings = reading.document("bina.toml");
        let weekend = texts(settings["calendar"].as_table().unwrap(), "weekend");
        Calendar {
            weekend: weekend.into_iter().map(|day| day.parse().unwrap()).collect(),
            holidays: reading
                .rows("holidays.csv")
                .iter()
                .filter_map(|row| day(row, "date"))
                .collect(),
        }
    }

    /// The working days after one day up to and including another; less than none where it comes before.
    fn between(&self, after: NaiveDate, to: NaiveDate) -> i64 {
        if to < after {
            return -self.between(to, after);
        }
        self.working_days(after).take_while(|day| *day <= to).count() as i64
    }

    /// The working days after a day.
    fn working_days(&self, after: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        let is_free = |day: &NaiveDate| self.weekend.contains(&day.weekday()) || self.holidays.contains(day);
        after.iter_days().skip(1).filter(move |day| !is_free(day))
    }

    /// The day on which so many working days are used up.
    fn deadline(&self, after: NaiveDate, allowed: i64) -> NaiveDate {
        self.working_days(after).nth(allowed as usize - 1).unwrap()
    }
}

/// A complaint as it stood on a day.
#[derive(Clone)]
pub(crate) struct Complaint {
    pub(crate) id: String,
    pub(crate) unit: String,
    pub(crate) received: NaiveDate,
    /// Empty while it is open.
    pub(crate) outcome: String,
    /// Working days from the start of the clock to the end, or to the day looked at.
    pub(crate) took: i64,
    /// The last day allowed; `None` when its class is not known.
    pub(crate) deadline: Option<NaiveDate>,
    /// Working days past those allowed.
    past: Option<i64>,
    /// Whether the last day allowed was before the end.
    pub(crate) is_late: Option<bool>,
    pub(crate) is_reopened: bool,
    pub(crate) has_class: bool,
    pub(crate) view: String,
    pub(crate) service: String,
    pub(crate) handler: String,
}

impl Complaint {
    pub(crate) fn is_open(&self) -> bool {
        self.outcome.is_empty()
    }

    /// Whether it lies in the office's power: not outside its competence, not unclear, not withdrawn.
    pub(crate) fn is_resolvable(&self) -> bool {
        ["", "resolved", "unresolved"].contains(&&*self.outcome)
    }

    pub(crate) fn is_overdue(&self) -> bool {
        self.is_open() && self.is_late == Some(true)
    }
}

/// How a complaint stood on a day; `None` of what is none, repeats another one or came later.
fn complaint(
    reading: &Reading,
    calendar: &Calendar,
    (row, handling): (&Row, &[Row]),
    on: NaiveDate,
) -> Option<Complaint> {
    let received = day(row, "received").unwrap();
    if cell(row, "kind") != "complaint" || !cell(row, "duplicate_of").is_empty() || received > on {
        return None;
    }
    let steps = || {
        let own = handling.iter();
        own.filter(|step| cell(step, "complaint") == cell(row, "id") && day(step, "date").unwrap() <= on)
    };
    let last = |name: &str| {
        let of_kind = steps().filter(|step| cell(step, "step") == name);
        of_kind.max_by_key(|step| day(step, "date"))
    };
    let on_day = |step: &&Row| day(step, "date").unwrap();
    let reopened = last("reopened");
    // No office closes and reopens on one day, so the later of the two decides.
    let closing = last("closed")
        .filter(|closing| reopened.is_none_or(|reopened| on_day(closing) > on_day(&reopened)))
        .filter(|closing| !cell(closing, "outcome").is_empty());
    let (closed, reopened) = (closing.as_ref().map(on_day), reopened.as_ref().map(on_day));
    let outcome = closing.map_or("", |closing| cell(closing, "outcome"));
    let latest = |column: &str| {
        let given = steps().filter(|step| !cell(step, column).is_empty());
        let given = given.max_by_key(|step| day(step, "date"));
        given
            .map_or(cell(row, column), |step| cell(step, column))
            .to_owned()
    };
    let class = latest("class");
    let rule = reading.rule_on("complaints", received);
    let classes = rule.iter().flat_map(|rule| tables(rule, "class"));
    let allowed = classes
        .filter(|known| text(known, "code") == class)
        .map(|known| whole(known, "resolve_within"))
        .next();
    let (clock, end) = (reopened.unwrap_or(received), closed.unwrap_or(on));
    let took = calendar.between(clock, end);
    let deadline = allowed.map(|allowed| calendar.deadline(clock, allowed));
    Some(Complaint {
        id: cell(row, "id").to_owned(),
        unit: cell(row, "unit").to_owned(),
        received,
        outcome: outcome.to_owned(),
        took,
        deadline,
        past: allowed.map(|allowed| took - allowed),
        is_late: deadline.map(|deadline| end > deadline),
        is_reopened: reopened.is_some(),
        has_class: !class.is_empty(),
        view: closing
            .map_or("", |closing| cell(closing, "complainant_view"))
            .to_owned(),
        service: cell(row, "service").to_owned(),
        handler: latest("handler"),
    })
}

/// The complaints as known on a day.
pub(crate) fn complaints_on(reading: &Reading, on: NaiveDate) -> Vec<Complaint> {
    let calendar = Calendar::new(reading);
    let (rows, handling) = (reading.rows("complaints"), reading.rows("handling"));
    rows.iter()
        .filter_map(|row| complaint(reading, &calendar, (row, &handling), on))
        .collect()
}

pub(crate) fn by_unit(reading: &Reading) -> Table {
    let all = complaints_on(reading, reading.on());
    let count = |complaints: Vec<&Complaint>| {
        let cohort = || {
            complaints
                .iter()
                .filter(|one| Month::of(one.received) == reading.month)
        };
        let count = |is: &dyn Fn(&Complaint) -> bool| json!(cohort().filter(|one| is(one)).count());
        let resolved = || cohort().filter(|one| one.outcome == "resolved");
        BTreeMap::from([
            ("received", count(&|_| true)),
            ("resolved", json!(resolved().count())),
            ("unresolved", count(&|one| one.outcome == "unresolved")),
            (
                "on_time",
                // Where no class is known nobody can tell.
                json!(
                    resolved()
                        .any(|one| one.is_late.is_some())
                        .then(|| { resolved().filter(|one| one.is_late == Some(false)).count() })
                ),
            ),
            (
                "overdue",
                json!(complaints.iter().filter(|one| one.is_overdue()).count()),
            ),
            (
                "median_workdays",
                median(resolved().map(|one| one.took).collect()),
            ),
            ("not_competent", count(&|one| one.outcome == "not-competent")),
            (
                "dropped",
                count(&|one| ["unclear", "withdrawn"].contains(&&*one.outcome)),
            ),
            ("open", count(&Complaint::is_open)),
            ("reopened", count(&|one| one.is_reopened)),
        ])
    };
    let of = |unit: &str| all.iter().filter(|one| one.unit == unit).collect();
    let units = reading.units().into_iter();
    let mut out: Table = units.map(|unit| (unit.clone(), count(of(&unit)))).collect();
    out.push(("*".to_owned(), count(all.iter().collect())));
    out
}

fn overdue(reading: &Reading) -> Table {
    let all = complaints_on(reading, reading.on());
    let all = all.into_iter().filter(Complaint::is_overdue);
    let line = |one: Complaint| {
        let deadline = one.deadline.map(|day| day.to_string());
        let unit = (!one.unit.is_empty()).then_some(one.unit);
        row(
            &*one.id,
            [
                ("unit", json!(unit)),
                ("deadline", json!(deadline)),
                ("past", json!(one.past)),
            ],
        )
    };
    all.map(line).collect()
}

#[test]
fn a_deadline_skips_weekends_and_holidays() {
    let friday = NaiveDate::from_ymd_opt(2026, 8, 14).unwrap();
    let calendar = Calendar {
        weekend: vec![Weekday::Sat, Weekday::Sun],
        holidays: BTreeSet::from([friday + chrono::Days::new(3)]),
    };
    // The weekend and Independence Day lie between.
    assert_eq!(calendar.between(friday, friday + chrono::Days::new(4)), 1);
    assert_eq!(calendar.deadline(friday, 1), friday + chrono::Days::new(4));
}
