//! The plan of a year: a new document, or items added to one.

use super::document::Typed;
use super::paper::{self, Columns, Opened, Paper};
use super::{Draft, Reason};
use crate::records::code::PlanItemKind;
use crate::records::document;
use crate::records::plan::{Plan, PlanItem};
use crate::records::time::Month;
use crate::words::change::Slip;

/// The fields of an item as they are typed.
pub type Item = Vec<(&'static str, String)>;

impl Paper for Plan {
    const LABEL: &'static str = "YEAR";
    const FOLDER: &'static str = "plans";
    const COLUMNS: Columns<Self> = &[
        ("year", |one, _| one.id.clone()),
        ("goals", |one, _| one.content.goal.len().to_string()),
        ("items", |one, _| one.content.item.len().to_string()),
        ("title", |one, _| one.content.title.clone()),
        ("decree", |one, _| one.content.decree.clone().unwrap_or_default()),
    ];

    fn check(id: &str) -> Result<(), Reason> {
        match of(id) {
            Some(_) => Ok(()),
            None => Err(Slip::YearForm { text: id.to_owned() }.into()),
        }
    }

    fn missing(_: &mut Draft<'_>, id: &str) -> Reason {
        let year = of(id).unwrap_or_default();
        Slip::PlanNone { year }.into()
    }

    fn taken(id: &str) -> Slip {
        let year = of(id).unwrap_or_default();
        Slip::PlanExists { year }
    }
}

/// The year that an id says.
fn of(id: &str) -> Option<i32> {
    Month::parse(&format!("{id}-01")).map(Month::year)
}

/// The year that was typed.
pub fn year(draft: &mut Draft<'_>, text: &str) -> Option<i32> {
    draft.accept(Plan::LABEL, Plan::check(text))?;
    of(text)
}

/// Writes the plan of a year that has none.
pub fn add(draft: &mut Draft<'_>, year: i32, title: &str, items: Vec<Item>) -> Option<()> {
    let items = dated(draft, year, items);
    let typed = [Typed::one("title", title), Typed::elements("item", items)];
    paper::create::<Plan>(draft, &year.to_string(), &typed)
}

/// Items with the day on which they come into the plan, once its year has begun: before, no report looks at them.
fn dated(draft: &Draft<'_>, year: i32, mut items: Vec<Item>) -> Vec<Item> {
    if let Some(today) = draft.today.filter(|today| today.year() >= year) {
        items
            .iter_mut()
            .for_each(|item| item.push(("added", today.to_string())));
    }
    items
}

/// Refuses to carry on from a year without a plan.
pub fn open_to_carry(draft: &mut Draft<'_>, year: i32) -> Option<Opened<Plan>> {
    let id = year.to_string();
    if !draft.exists(&paper::file::<Plan>(&id)) {
        let next = year + 1;
        draft.refuse(Plan::LABEL, Slip::PlanCarryNone { year, next });
    }
    paper::found(draft, &id)
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
    let next: Option<Opened<Plan>> = paper::found(draft, &(year + 1).to_string());
    let plan = next.as_ref().map(|next| &next.content);
    let known = plan.map_or(&[][..], |plan| &plan.item);
    let goals = plan.map_or(&[][..], |plan| &plan.goal);
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
    if !added.is_empty() {
        match next {
            Some(next) => {
                let added = dated(draft, year + 1, added);
                next.put(draft, &[Typed::elements("item", added)])
            }
            None => add(draft, year + 1, title, added),
        };
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
