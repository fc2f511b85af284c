//! Complaints by unit, channel, category and handler, other voices by kind, and what is open or past its deadline.

use crate::files::{Month, Reading, Row, cell, day, tables, text, texts, whole};
use crate::table::{Counted, Table, counted, median, row};
use chrono::{Datelike, NaiveDate, Weekday};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const TABLES: &[Counted] = &[
    counted(&["monthly"], "complaints_by_unit", by_unit),
    counted(&["monthly"], "complaints_overdue", overdue),
    counted(&["complaints"], "complaints_by_channel", by_channel),
    counted(&["complaints"], "complaints_by_category", by_category),
    counted(&["complaints"], "complaints_by_training", by_training),
    counted(&["complaints"], "complaints_by_handler", by_handler),
    counted(&["complaints"], "requests_by_kind", requests),
    counted(&["complaints"], "complaints_open", open),
];

/// The days on which the office works.
pub(crate) struct Calendar {
    weekend: Vec<Weekday>,
    holidays: BTreeSet<NaiveDate>,
}

impl Calendar {
    pub(crate) fn new(reading: &Reading) -> Calendar {
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
    pub(crate) fn deadline(&self, after: NaiveDate, allowed: i64) -> NaiveDate {
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
    /// From when its clock runs.
    pub(crate) clock: NaiveDate,
    /// The working days that its class allows.
    pub(crate) allowed: Option<i64>,
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
    pub(crate) kind: String,
    channel: String,
    category: String,
    /// Whether the first response came in time; `None` where nobody can tell yet.
    is_answered_in_time: Option<bool>,
    /// Whether nobody will be able to tell.
    is_answer_unknown: bool,
    is_unanswered: bool,
    /// Whether it was not answered, and it is known by when it should be; `None` where it was.
    is_answer_due: Option<bool>,
}

impl Complaint {
    pub(crate) fn is_open(&self) -> bool {
        self.outcome.is_empty()
    }

    /// Whether it lies in the office's power: not outside its competence, not unclear, not withdrawn.
    pub(crate) fn is_resolvable(&self) -> bool {
        ["", "resolved", "unresolved"].contains(&&*self.outcome)
    }

    /// Whether it is open and nobody can tell its deadline.
    pub(crate) fn is_unclassed(&self) -> bool {
        self.is_open() && self.deadline.is_none()
    }

    pub(crate) fn is_overdue(&self) -> bool {
        self.is_open() && self.is_late == Some(true)
    }
}

/// How what was received stood on a day; `None` of what repeats another one or came later.
pub(crate) fn voice(
    reading: &Reading,
    calendar: &Calendar,
    (row, handling): (&Row, &[Row]),
    on: NaiveDate,
) -> Option<Complaint> {
    let received = day(row, "received").unwrap();
    let is_marked = day(row, "marked").is_none_or(|marked| marked <= on);
    if !cell(row, "duplicate_of").is_empty() && is_marked || received > on {
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
    let mut classes = rule.iter().flat_map(|rule| tables(rule, "class"));
    let known = classes.find(|known| text(known, "code") == class);
    let allowed = known.map(|known| whole(known, "resolve_within"));
    let answer_by = known
        .and_then(|known| known.get("respond_within"))
        .map(|within| calendar.deadline(received, within.as_integer().unwrap()));
    let answers = steps().filter(|step| cell(step, "step") == "responded");
    let answered = answers.map(|step| day(step, "date").unwrap()).min();
    let is_late = answer_by.is_some_and(|by| on > by);
    let is_unanswered = answered.is_none() && closed.is_none() && is_late;
    let is_answered_in_time = match (answered, answer_by) {
        (Some(answered), Some(by)) => Some(answered <= by),
        _ => is_unanswered.then_some(false),
    };
    let (clock, end) = (reopened.unwrap_or(received), closed.unwrap_or(on));
    let took = calendar.between(clock, end);
    let deadline = allowed.map(|allowed| calendar.deadline(clock, allowed));
    Some(Complaint {
        id: cell(row, "id").to_owned(),
        unit: cell(row, "unit").to_owned(),
        received,
        outcome: outcome.to_owned(),
        clock,
        allowed,
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
        kind: cell(row, "kind").to_owned(),
        channel: cell(row, "channel").to_owned(),
        category: cell(row, "category").to_owned(),
        is_answered_in_time,
        is_answer_unknown: answer_by.is_none() || answered.is_none() && closed.is_some(),
        is_unanswered,
        is_answer_due: answered.is_none().then_some(answer_by.is_some()),
    })
}

/// Whatever was received, as known on a day.
pub(crate) fn voices_on(reading: &Reading, on: NaiveDate) -> Vec<Complaint> {
    let calendar = Calendar::new(reading);
    let (rows, handling) = (reading.rows("complaints"), reading.rows("handling"));
    rows.iter()
        .filter_map(|row| voice(reading, &calendar, (row, &handling), on))
        .collect()
}

/// The complaints as known on a day.
pub(crate) fn complaints_on(reading: &Reading, on: NaiveDate) -> Vec<Complaint> {
    let mut all = voices_on(reading, on);
    all.retain(|one| one.kind == "complaint");
    all
}

/// The figures of some complaints: of those received in the time, and of what is open of all.
fn figures(reading: &Reading, complaints: &[&Complaint]) -> BTreeMap<&'static str, Value> {
    let cohort = || {
        complaints
            .iter()
            .filter(|one| reading.holds(Month::of(one.received)))
    };
    let count = |is: &dyn Fn(&Complaint) -> bool| json!(cohort().filter(|one| is(one)).count());
    let open = |is: &dyn Fn(&Complaint) -> bool| json!(complaints.iter().filter(|one| is(one)).count());
    // Of nothing that can be judged nobody can tell how many.
    let of = |part: &dyn Fn(&Complaint) -> Option<bool>| {
        let judged: Vec<bool> = cohort().filter_map(|one| part(one)).collect();
        json!((!judged.is_empty()).then(|| judged.iter().filter(|is| **is).count()))
    };
    let resolved = |one: &Complaint| one.outcome == "resolved";
    BTreeMap::from([
        ("received", count(&|_| true)),
        ("resolved", count(&resolved)),
        ("unresolved", count(&|one| one.outcome == "unresolved")),
        (
            "on_time",
            of(&|one| one.is_late.filter(|_| resolved(one)).map(|is_late| !is_late)),
        ),
        // Where none of those open has a class nobody can tell.
        ("overdue", overdue_of(complaints)),
        ("unclassed", open(&Complaint::is_unclassed)),
        ("untimed", count(&|one| resolved(one) && one.is_late.is_none())),
        (
            "median_workdays",
            median(cohort().filter(|one| resolved(one)).map(|one| one.took).collect()),
        ),
        ("not_competent", count(&|one| one.outcome == "not-competent")),
        (
            "dropped",
            count(&|one| ["unclear", "withdrawn"].contains(&&*one.outcome)),
        ),
        ("open", count(&Complaint::is_open)),
        ("reopened", count(&|one| one.is_reopened)),
        ("responded", of(&|one| one.is_answered_in_time)),
        ("response_unknown", count(&|one| one.is_answer_unknown)),
        // Where nobody can tell when a response to any of those open was due, nobody can tell.
        ("unanswered", {
            let due: Vec<bool> = complaints
                .iter()
                .filter(|one| one.is_open())
                .filter_map(|one| one.is_answer_due)
                .collect();
            match due.is_empty() || due.contains(&true) {
                true => open(&|one| one.is_unanswered),
                false => Value::Null,
            }
        }),
        (
            "satisfied",
            of(&|one| match &*one.view {
                "satisfied" => Some(true),
                "not" => Some(false),
                _ => None,
            }),
        ),
    ])
}

/// The figures by some keys, with the total of all.
fn grouped<'k>(
    reading: &Reading,
    all: &[Complaint],
    keys: impl IntoIterator<Item = &'k str>,
    key_of: impl Fn(&Complaint) -> &str,
) -> Table {
    let of = |key: &str| {
        let own: Vec<&Complaint> = all.iter().filter(|one| key_of(one) == key).collect();
        figures(reading, &own)
    };
    let mut out: Table = keys.into_iter().map(|key| (key.to_owned(), of(key))).collect();
    let all: Vec<&Complaint> = all.iter().collect();
    out.push(("*".to_owned(), figures(reading, &all)));
    out
}

/// How many of some complaints are past their deadline; nothing where some are open and none of them has a deadline.
pub(crate) fn overdue_of(complaints: &[&Complaint]) -> Value {
    let open = || complaints.iter().filter(|one| one.is_open());
    let is_known = open().next().is_none() || open().any(|one| !one.is_unclassed());
    json!(is_known.then(|| open().filter(|one| one.is_overdue()).count()))
}

pub(crate) fn by_unit(reading: &Reading) -> Table {
    let all = complaints_on(reading, reading.on());
    let units = reading.units();
    grouped(reading, &all, units.iter().map(String::as_str), |one| &one.unit)
}

/// By the codes of a list in the settings; what names none has a dash.
fn by_code(reading: &Reading, list: &str, code_of: impl Fn(&Complaint) -> &str) -> Table {
    let settings = reading.document("bina.toml");
    let codes = tables(&settings, list);
    let codes = codes.iter().map(|one| text(one, "code")).chain(["-"]);
    let all = complaints_on(reading, reading.on());
    grouped(reading, &all, codes, |one| match code_of(one) {
        "" => "-",
        code => code,
    })
}

fn by_channel(reading: &Reading) -> Table {
    by_code(reading, "channel", |one| &one.channel)
}

fn by_category(reading: &Reading) -> Table {
    by_code(reading, "category", |one| &one.category)
}

fn requests(reading: &Reading) -> Table {
    let mut all = voices_on(reading, reading.on());
    all.retain(|one| one.kind != "complaint");
    grouped(reading, &all, ["aspiration", "information"], |one| &one.kind)
}

/// The first day on which people completed a programme on a topic that prepares for handling complaints.
fn prepared(reading: &Reading) -> BTreeMap<String, NaiveDate> {
    let rule = reading.rule("complaints");
    let wanted = texts(&rule, "handler_topics");
    let documents: BTreeMap<_, _> = reading.documents("trainings").into_iter().collect();
    let mut out = BTreeMap::new();
    for row in reading.rows("participation").iter() {
        let document = documents.get(cell(row, "training"));
        let is_wanted =
            |document: &toml::Table| texts(document, "topics").iter().any(|one| wanted.contains(one));
        let is_done =
            cell(row, "status") == "completed" && document.is_some_and(|document| is_wanted(document));
        if let Some(day) = day(row, "completed").filter(|day| is_done && *day <= reading.on()) {
            let first = out.entry(cell(row, "staff").to_owned()).or_insert(day);
            *first = day.min(*first);
        }
    }
    out
}

fn by_training(reading: &Reading) -> Table {
    let prepared = prepared(reading);
    let all = complaints_on(reading, reading.on());
    let keys = ["trained", "untrained", "nobody"];
    grouped(reading, &all, keys, |one| match prepared.get(&one.handler) {
        _ if one.handler.is_empty() => "nobody",
        Some(first) if *first < one.received => "trained",
        _ => "untrained",
    })
}

fn by_handler(reading: &Reading) -> Table {
    let all = complaints_on(reading, reading.on());
    let is_told = |one: &&Complaint| {
        let is_overdue = one.is_overdue() || one.is_unanswered || one.is_open() && !one.has_class;
        reading.holds(Month::of(one.received)) || is_overdue
    };
    let handlers: BTreeSet<&str> = all.iter().filter(is_told).map(|one| &*one.handler).collect();
    let mut out = grouped(reading, &all, handlers, |one| &one.handler);
    out.retain(|(key, _)| !["*", ""].contains(&&**key));
    out
}

fn open(reading: &Reading) -> Table {
    let all = voices_on(reading, reading.on());
    let open = all.into_iter().filter(Complaint::is_open);
    open.map(|one| row(&*one.id, [("past", json!(one.past))]))
        .collect()
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
