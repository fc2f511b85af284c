//! The yearly plan against what was done.

use crate::complaints::{Complaint, complaints_on};
use crate::files::{Month, Reading, Row, cell, date, day, figure, number, tables, text, texts};
use crate::forum::is_within;
use crate::people::{Person, everybody, people};
use crate::table::{Counted, Table, counted, mean, over, row, share};
use crate::training::is_open;
use crate::{mentoring, overview, participation, predicates};
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

pub(crate) const TABLES: &[Counted] = &[
    counted(&["plan"], "plan_items", items),
    counted(&["monthly"], "plan_items", of_month),
    counted(&["plan"], "plan_goals", goals),
    counted(&["performance-agreement"], "plan_goals", agreed),
    counted(&["monthly", "plan"], "plan_sums", sums),
];

/// An item of the plan, and what was done of it by the last day.
#[derive(Default)]
struct Item {
    key: String,
    goal: String,
    month: Option<Month>,
    is_dropped: bool,
    participants_planned: Option<f64>,
    jp_planned: Option<f64>,
    budget: Option<f64>,
    programmes: usize,
    programmes_done: usize,
    /// Pairs, certificates, studies and forums that answer to it.
    others: usize,
    /// Whether one of them, or a programme, still runs.
    is_running: bool,
    /// Whether the plan itself says that it was done.
    is_noted: bool,
    participants: usize,
    jp: f64,
    cost: f64,
    is_late: bool,
}

impl Item {
    /// Whether nothing was done of it, and nothing runs.
    fn is_idle(&self) -> bool {
        self.programmes_done + self.others + self.participants == 0 && !self.is_noted && !self.is_running
    }

    /// Whether it was done: what runs is not yet.
    fn is_done(&self) -> bool {
        !self.is_dropped && (self.programmes_done > 0 || self.is_noted || self.others > 0 && !self.is_running)
    }
}

/// Whether a programme is over by the last day, and nobody's place is open.
fn is_over(reading: &Reading, (id, document): (&str, &toml::Table)) -> bool {
    let rows = reading.rows("participation");
    let has_open = |row: &Row| cell(row, "training") == id && is_open(reading.on(), row);
    text(document, "status") == "done"
        && date(document, "end").unwrap() <= reading.on()
        && !rows.iter().any(has_open)
}

fn item(reading: &Reading, plan: &toml::Table, documents: &[(String, Rc<toml::Table>)]) -> Item {
    let key = text(plan, "key");
    let mut out = Item {
        key: key.to_owned(),
        goal: text(plan, "goal").to_owned(),
        month: Some(text(plan, "month"))
            .filter(|month| !month.is_empty())
            .map(Month::parse),
        is_dropped: text(plan, "status") == "dropped",
        participants_planned: figure(plan, "participants"),
        jp_planned: figure(plan, "participants")
            .zip(figure(plan, "jp"))
            .map(|(people, jp)| people * jp),
        budget: figure(plan, "cost"),
        is_noted: date(plan, "done").is_some_and(|done| done <= reading.on()),
        ..Item::default()
    };
    let rows = reading.rows("participation");
    for (id, document) in documents {
        let is_of_year = id.starts_with(&reading.month.year.to_string());
        if text(document, "plan_item") != key || text(document, "status") == "cancelled" || !is_of_year {
            continue;
        }
        out.programmes += 1;
        let days = date(document, "start").unwrap()..=date(document, "end").unwrap();
        out.is_running |= !is_over(reading, (id, document)) && days.contains(&reading.on());
        let completed = rows.iter().filter(|row| {
            cell(row, "training") == id
                && cell(row, "status") == "completed"
                && day(row, "completed").is_none_or(|day| day <= reading.on())
        });
        out.participants += completed.clone().count();
        out.jp += completed.filter_map(|row| number(row, "jp")).sum::<f64>();
        if is_over(reading, (id, document)) {
            out.programmes_done += 1;
            out.cost += figure(document, "cost").unwrap_or(0.0);
        }
    }
    out
}

/// A record of the year that may answer to an item: a pair, a certificate, a study, a forum.
struct Other {
    kind: String,
    competency: String,
    /// Whom it is about; nobody, of a forum.
    staff: Option<String>,
    on: NaiveDate,
    is_running: bool,
}

fn others(reading: &Reading) -> Vec<Other> {
    let mut out = Vec::new();
    let mut add = |row: &Row, kind: &str, staff: &str, on: &str, is_running: bool| {
        out.push(Other {
            kind: kind.to_owned(),
            competency: cell(row, "competency").to_owned(),
            staff: Some(cell(row, staff).to_owned()),
            on: day(row, on).unwrap(),
            is_running,
        });
    };
    let runs = |row: &Row, ended: &str| day(row, ended).is_none_or(|end| end > reading.on());
    for row in reading.rows("mentoring.csv").iter() {
        add(row, cell(row, "kind"), "mentee", "start", runs(row, "end"));
    }
    reading
        .rows("certificates.csv")
        .iter()
        .for_each(|row| add(row, "certification", "staff", "issued", false));
    for row in reading.rows("education.csv").iter() {
        add(
            row,
            "education",
            "staff",
            "start",
            cell(row, "status") == "running" || runs(row, "end"),
        );
    }
    out.extend(reading.documents("forums").iter().map(|(_, forum)| Other {
        kind: "forum".to_owned(),
        competency: String::new(),
        staff: None,
        on: date(forum, "date").unwrap(),
        is_running: false,
    }));
    out.retain(|one| one.on <= reading.on() && one.on.year() == reading.month.year);
    out
}

/// Whether a record answers to an item of the plan: of its kind, about one of its people or units, and where it is a
/// pair, for its competency.
fn fits(reading: &Reading, everybody: &[Person], plan: &toml::Table, one: &Other) -> bool {
    let is_pair = ["mentoring", "coaching"].contains(&&*one.kind);
    let is_for = !is_pair
        || [text(plan, "competency"), ""].contains(&&*one.competency)
        || text(plan, "competency").is_empty();
    let (staff, units) = (texts(plan, "staff"), texts(plan, "units"));
    let is_about = one.staff.as_ref().is_none_or(|id| {
        let unit = || {
            everybody
                .iter()
                .find(|person| person.id == *id)
                .map(|one| &*one.unit)
        };
        let is_within = |unit: &str| units.iter().any(|top| is_within(reading, unit, top));
        staff.is_empty() && units.is_empty() || staff.contains(&&**id) || unit().is_some_and(is_within)
    });
    text(plan, "kind") == one.kind && text(plan, "status") != "dropped" && is_for && is_about
}

/// Lets every other record answer to one item: the last that fits and whose month has come, else the first that fits.
fn answer(reading: &Reading, plan: &toml::Table, items: &mut [Item]) {
    let (plans, everybody) = (tables(plan, "item"), everybody(reading, reading.on()));
    for one in others(reading) {
        let mut fitting: Vec<usize> = (0..plans.len())
            .filter(|at| fits(reading, &everybody, plans[*at], &one))
            .collect();
        fitting.sort_by_key(|at| items[*at].month);
        let due = fitting
            .iter()
            .rfind(|at| items[**at].month <= Some(Month::of(one.on)));
        if let Some(at) = due.or(fitting.first()) {
            items[*at].others += 1;
            items[*at].participants += usize::from(one.staff.is_some());
            items[*at].is_running |= one.is_running;
        }
    }
}

fn all(reading: &Reading) -> Vec<Item> {
    let name = format!("plans/{}.toml", reading.month.year);
    if !reading.names("plans").contains(&name) {
        return Vec::new();
    }
    let (plan, documents) = (reading.document(&name), reading.documents("trainings"));
    let mut items: Vec<Item> = tables(&plan, "item")
        .iter()
        .map(|one| item(reading, one, &documents))
        .collect();
    answer(reading, &plan, &mut items);
    for item in &mut items {
        let is_past = item.month.is_some_and(|month| month <= reading.month);
        item.is_late = !item.is_dropped && is_past && item.is_idle();
    }
    items
}

fn sum(items: &[&Item], of: impl Fn(&Item) -> f64) -> f64 {
    items.iter().map(|item| of(item)).sum::<f64>() + 0.0
}

/// What some items may cost together; nothing where none says it.
fn planned_cost(items: &[&Item]) -> Value {
    let is_written = items.iter().any(|item| item.budget.is_some());
    json!(is_written.then(|| sum(items, |item| item.budget.unwrap_or(0.0))))
}

fn line(item: &Item) -> (String, BTreeMap<&'static str, Value>) {
    row(
        &*item.key,
        [
            // Of no programme there is nothing to tell.
            (
                "programmes_done",
                json!((item.programmes > 0).then_some(item.programmes_done)),
            ),
            ("programmes", json!(item.programmes)),
            ("other_records", json!(item.others)),
            ("participants_planned", json!(item.participants_planned)),
            ("participants", json!(item.participants)),
            ("jp_planned", json!(item.jp_planned)),
            ("jp", json!(item.jp)),
            ("budget", json!(item.budget)),
            ("cost", json!(item.cost)),
            ("budget_used", over(item.cost, item.budget.unwrap_or(0.0))),
        ],
    )
}

fn items(reading: &Reading) -> Table {
    let all = all(reading);
    let mut out: Table = all.iter().map(line).collect();
    if !all.is_empty() {
        out.push(total(&all));
    }
    out
}

fn total(all: &[Item]) -> (String, BTreeMap<&'static str, Value>) {
    let every: Vec<&Item> = all.iter().collect();
    let standing: Vec<&Item> = all.iter().filter(|item| !item.is_dropped).collect();
    let budget = sum(&standing, |item| item.budget.unwrap_or(0.0));
    let cost = sum(&every, |item| item.cost);
    row(
        "*",
        [
            (
                "programmes_done",
                json!(
                    every
                        .iter()
                        .any(|item| item.programmes > 0)
                        .then(|| sum(&every, |item| item.programmes_done as f64))
                ),
            ),
            ("programmes", json!(sum(&every, |item| item.programmes as f64))),
            ("other_records", json!(sum(&every, |item| item.others as f64))),
            (
                "participants_planned",
                json!(
                    Some(sum(&standing, |item| item.participants_planned.unwrap_or(0.0)))
                        .filter(|sum| *sum != 0.0)
                ),
            ),
            (
                "participants",
                json!(sum(&every, |item| item.participants as f64)),
            ),
            (
                "jp_planned",
                json!(Some(sum(&standing, |item| item.jp_planned.unwrap_or(0.0))).filter(|sum| *sum != 0.0)),
            ),
            ("jp", json!(sum(&every, |item| item.jp))),
            ("budget", planned_cost(&standing)),
            ("cost", json!(cost)),
            ("budget_used", over(cost, budget)),
        ],
    )
}

fn of_month(reading: &Reading) -> Table {
    let all = all(reading);
    all.iter()
        .filter(|item| item.month.is_some_and(|month| reading.holds(month)))
        .map(line)
        .collect()
}

/// The keys of the items that are done.
pub(crate) fn done(reading: &Reading) -> BTreeSet<String> {
    let done = all(reading).into_iter().filter(Item::is_done);
    done.map(|item| item.key).collect()
}

/// The mean of a service figure over the units, in the last month of the year that has one.
fn reached(reading: &Reading, code: &str) -> Option<f64> {
    let rows = reading.rows("indicators.csv");
    let own = rows.iter().filter(|row| cell(row, "code") == code);
    let known = own.filter(|row| {
        let month = Month::parse(cell(row, "month"));
        month.year == reading.month.year && month <= reading.month
    });
    let last = known.clone().map(|row| cell(row, "month")).max()?;
    let values = known.filter(|row| cell(row, "month") == last);
    let values: Vec<f64> = values.filter_map(|row| number(row, "value")).collect();
    mean(&values)
}

/// What the records tell of what a goal is measured by.
fn counted_of(reading: &Reading, code: &str) -> Value {
    let figures = || overview::figures(reading);
    let number = |key: &str| figures()[key].as_f64().unwrap_or(0.0);
    let pns = || people(reading).into_iter().filter(Person::is_pns).count() as f64;
    let of_year = |is_part: &dyn Fn(&Complaint) -> bool, is_of: &dyn Fn(&Complaint) -> bool| {
        let all = complaints_on(reading, reading.on());
        let year = all.iter().filter(|one| one.received.year() == reading.month.year);
        let of = year.filter(|one| is_of(one));
        share(of.clone().filter(|one| is_part(one)).count(), of.count())
    };
    match code {
        "jp-per-pns" => figures()["jp_per_pns"].clone(),
        "pns-below-jp" => over(number("under_floor"), pns()),
        "pns-with-jp" => over(pns() - number("under_floor"), pns()),
        "never-trained" => participation::never_trained(reading),
        "evaluations-missing" => {
            let (_, total) = predicates::by_unit(reading).pop().unwrap();
            over(
                number("evaluations_missing"),
                total.values().filter_map(Value::as_f64).sum(),
            )
        }
        "complaints-resolved" => of_year(&|one| one.outcome == "resolved", &Complaint::is_resolvable),
        "complaints-on-time" => {
            let is_timed = |one: &Complaint| one.outcome == "resolved" && one.is_late.is_some();
            of_year(&|one| one.is_late == Some(false), &is_timed)
        }
        "satisfaction" => figures()["ikm"].clone(),
        "days-until-alone" => mentoring::days_until_alone(reading),
        "forums-held" => {
            let forums = reading.documents("forums");
            let days = forums.iter().map(|(_, forum)| date(forum, "date").unwrap());
            let year = days.filter(|day| day.year() == reading.month.year && *day <= reading.on());
            json!(year.count())
        }
        _ => Value::Null,
    }
}

fn goals(reading: &Reading) -> Table {
    let all = all(reading);
    let name = format!("plans/{}.toml", reading.month.year);
    if all.is_empty() {
        return Table::new();
    }
    let line = |goal: &toml::Table| {
        let key = text(goal, "key");
        let own: Vec<&Item> = all
            .iter()
            .filter(|item| item.goal == key && !item.is_dropped)
            .collect();
        row(
            key,
            [
                ("actual", json!(reached(reading, text(goal, "indicator")))),
                ("counted", counted_of(reading, text(goal, "indicator"))),
                ("done", json!(own.iter().filter(|item| item.is_done()).count())),
                ("items", json!(own.len())),
                ("late", json!(own.iter().filter(|item| item.is_late).count())),
                ("budget", planned_cost(&own)),
                ("cost", json!(sum(&own, |item| item.cost))),
            ],
        )
    };
    tables(&reading.document(&name), "goal")
        .into_iter()
        .map(line)
        .collect()
}

/// The same with how much of the target is reached in percent, where it is a number and higher is better.
fn agreed(reading: &Reading) -> Table {
    let goals = goals(reading);
    if goals.is_empty() {
        return goals;
    }
    let name = format!("plans/{}.toml", reading.month.year);
    let document = reading.document(&name);
    let settings = reading.document("bina.toml");
    let percent = |goal: &toml::Table, own: &BTreeMap<&'static str, Value>| -> Option<f64> {
        let code = text(goal, "indicator");
        let digits = |letter: char| letter.is_ascii_digit();
        let words = text(goal, "target").split_whitespace();
        let [target] = words.filter(|word| word.contains(digits)).collect::<Vec<_>>()[..] else {
            return None;
        };
        let target: f64 = target
            .replace(',', ".")
            .parse()
            .ok()
            .filter(|target| *target > 0.0)?;
        let service = tables(&settings, "indicator");
        let service = service.into_iter().find(|known| text(known, "code") == code);
        let times = match code {
            "complaints-on-time" | "complaints-resolved" | "pns-with-jp" => 100.0,
            "jp-per-pns" | "satisfaction" | "forums-held" => 1.0,
            _ if service.is_some_and(|known| text(known, "direction") == "higher") => 1.0,
            _ => return None,
        };
        let reached = own["actual"].as_f64().or(own["counted"].as_f64())?;
        Some(reached * times / target * 100.0)
    };
    let each = tables(&document, "goal").into_iter().zip(goals);
    each.map(|(goal, (key, mut own))| {
        own.insert("percent", json!(percent(goal, &own)));
        (key, own)
    })
    .collect()
}

/// For the public: what was planned for the year, and what was done of it.
fn sums(reading: &Reading) -> Table {
    let all = all(reading);
    if all.is_empty() {
        return Table::new();
    }
    let (_, total) = total(&all);
    let count = |is: &dyn Fn(&&Item) -> bool| json!(all.iter().filter(is).count());
    let line = |key: &str, planned: &str, done: &str| {
        row(
            key,
            [("planned", total[planned].clone()), ("done", total[done].clone())],
        )
    };
    vec![
        row(
            "items",
            [
                ("planned", count(&|item| !item.is_dropped)),
                ("done", count(&|item| item.is_done())),
            ],
        ),
        row("late", [("done", count(&|item| item.is_late))]),
        line("participants", "participants_planned", "participants"),
        line("jp", "jp_planned", "jp"),
        line("cost", "budget", "cost"),
    ]
}
