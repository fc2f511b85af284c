//! The plan of a year: a new document, or items added to one.

use super::Draft;
use super::document::{GivenValue, Typed, put, store, values};
use crate::diagnostic::Findings;
use crate::records::code::PlanItemKind;
use crate::records::document::{self, Document};
use crate::records::plan::{Plan, PlanItem};
use crate::records::time::Month;
use crate::words::change::Slip;

/// The fields of an item as they are typed.
pub type Item = Vec<(&'static str, String)>;

/// The year that was typed.
pub fn year(draft: &mut Draft<'_>, text: &str) -> Option<i32> {
    let january = Month::parse(&format!("{text}-01"));
    let slip = || Slip::YearForm {
        text: text.to_owned(),
    };
    draft.accept("YEAR", january.map(Month::year).ok_or_else(slip))
}

/// The file of a year's plan.
pub fn file(year: i32) -> String {
    format!("plans/{year}.toml")
}

/// Writes the plan of a year that has none.
pub fn add(draft: &mut Draft<'_>, year: i32, title: &str, items: Vec<Item>) {
    if refuse_existing(draft, year) {
        return;
    }
    let title = Typed {
        path: vec!["title"],
        argument: String::new(),
        given: GivenValue::One(title.to_owned()),
    };
    write(draft, year, "", vec![title, of_items(items)]);
}

/// Refuses to write a plan over another. Returns whether there is one.
pub fn refuse_existing(draft: &mut Draft<'_>, year: i32) -> bool {
    let exists = draft.exists(&file(year));
    if exists {
        draft.refuse("YEAR", Slip::PlanExists { year });
    }
    exists
}

/// Refuses to carry on from a year without a plan.
pub fn open_to_carry(draft: &mut Draft<'_>, year: i32) {
    if draft.exists(&file(year)) {
        open(draft, year);
    } else {
        let next = year + 1;
        draft.refuse("YEAR", Slip::PlanCarryNone { year, next });
    }
}

/// Reads the plan of a year; refuses when there is none.
pub fn open(draft: &mut Draft<'_>, year: i32) -> Option<Plan> {
    let name = file(year);
    let Some(text) = draft.text(&name) else {
        draft.refuse("YEAR", Slip::PlanNone { year });
        return None;
    };
    document::read(&text, draft.directory.number(&name), &mut draft.findings)
}

/// An item that goes on in the next year.
#[derive(Clone, Debug)]
pub struct Carried {
    /// Its key there.
    pub key: String,
    /// Its month there.
    pub month: Month,
    /// Whether that is earlier in the year than it was.
    pub is_early: bool,
}

/// The month in which an item goes on: the same of the next year. A certification that is late has a certificate that
/// ran out, or soon does; it goes on at once.
fn month(item: &PlanItem) -> Month {
    let same = item.month.value.plus(12);
    match item.kind {
        PlanItemKind::Certification => Month::of(same.year(), 1).unwrap_or(same),
        _ => same,
    }
}

/// Adds to the plan of the next year what was not done of `items` and does not stand there yet; one that has no plan
/// gets one with that title. Returns what was added.
pub fn carry(draft: &mut Draft<'_>, year: i32, title: &str, items: &[&PlanItem]) -> Vec<Carried> {
    let name = file(year + 1);
    let text = draft.text(&name);
    let number = draft.directory.number(&name);
    let mut findings = Findings::new();
    let next: Option<Plan> = text
        .as_ref()
        .and_then(|text| document::read(text, number, &mut findings));
    draft.findings.append(findings);
    let known = next.as_ref().map_or(&[][..], |plan| &plan.item);
    let goals = next.as_ref().map_or(&[][..], |plan| &plan.goal);
    let mut taken: Vec<String> = known.iter().map(|item| item.key.value.to_string()).collect();
    let (mut added, mut carried) = (Vec::new(), Vec::new());
    for item in items {
        let from = format!("{year}/{}", item.key.value.0);
        if known.iter().any(|one| one.carried_from.as_ref() == Some(&from)) {
            continue;
        }
        let key = free(&item.key.value, &taken);
        taken.push(key.clone());
        let goal = item.goal.as_ref().map(|goal| &*goal.value);
        let goal = goal.filter(|goal| goals.iter().any(|one| *one.key.value == **goal));
        let month = month(item);
        carried.push(Carried {
            key: key.clone(),
            month,
            is_early: month < item.month.value.plus(12),
        });
        added.push(fields(item, key, goal, from));
    }
    match text {
        _ if added.is_empty() => {}
        Some(text) => write(draft, year + 1, &text, vec![of_items(added)]),
        None => add(draft, year + 1, title, added),
    }
    carried
}

/// The key itself, or with the first number that makes it free.
fn free(key: &str, taken: &[String]) -> String {
    let numbered = (2..).map(|number| format!("{key}-{number}"));
    let mut keys = std::iter::once(key.to_owned()).chain(numbered);
    keys.find(|key| !taken.contains(key))
        .unwrap_or_else(|| key.to_owned())
}

/// An item as it goes on in the next year.
fn fields(item: &PlanItem, key: String, goal: Option<&str>, from: String) -> Item {
    let ids = |list: &[document::At<document::IdText>]| {
        let ids: Vec<&str> = list.iter().map(|id| &*id.value.0).collect();
        ids.join(",")
    };
    let id = |one: &Option<document::At<document::IdText>>| one.as_ref().map(|id| id.value.to_string());
    let number = |one: Option<document::At<i64>>| one.map(|number| number.value.to_string());
    let fields = [
        ("key", Some(key)),
        ("title", Some(item.title.clone())),
        ("goal", goal.map(str::to_owned)),
        ("kind", Some(item.kind.code().to_owned())),
        ("competency", id(&item.competency)),
        ("units", Some(ids(&item.units))),
        ("staff", Some(ids(&item.staff))),
        ("month", Some(month(item).to_string())),
        ("participants", number(item.participants)),
        ("jp", item.jp.map(|jp| jp.value.to_string())),
        ("cost", number(item.cost)),
        ("owner", id(&item.owner)),
        ("reason", item.reason.clone()),
        ("carried_from", Some(from)),
    ];
    let fields = fields.into_iter();
    fields.filter_map(|(name, text)| Some((name, text?))).collect()
}

fn of_items(items: Vec<Item>) -> Typed {
    Typed {
        path: vec!["item"],
        argument: String::new(),
        given: GivenValue::Elements(items),
    }
}

/// Puts what was typed into the text of a plan.
fn write(draft: &mut Draft<'_>, year: i32, text: &str, typed: Vec<Typed>) {
    let Some(placed) = values(draft, Plan::fields(), &typed) else {
        return;
    };
    match put(text, Plan::fields(), &placed) {
        Some(text) => store::<Plan>(draft, &file(year), text),
        None => draft.refuse("", Slip::ByHand { file: file(year) }),
    }
}
