//! Follow-up actions from any source, tracked until done.

use super::forum::Voice;
use crate::records::time::{Day, Period};

/// An action as known on the last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Its id.
    pub id: String,
    /// The day on which it was opened.
    pub opened: Day,
    /// What it comes from: the kind, and the id of that kind.
    pub source: Option<(String, String)>,
    /// What is to be done.
    pub what: String,
    /// The number of the person responsible.
    pub owner: Option<u32>,
    /// Who has it now: the owner, or, once the owner has left, the nearest superior who is there.
    pub holder: Option<u32>,
    /// By when.
    pub due: Option<Day>,
    /// The day on which it was done.
    pub done: Option<Day>,
    /// What came of it.
    pub result: Option<String>,
}

/// The actions opened up to a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actions {
    /// As of which day they are known.
    pub as_of: Day,
    /// By the day by which they are due, those without one last.
    pub list: Vec<Action>,
}

impl Action {
    /// Whether it comes from something, by its kind and id.
    pub fn is_from(&self, kind: &str, id: &str) -> bool {
        let source = self.source.as_ref();
        source.is_some_and(|(own, of)| own == kind && of == id)
    }
}

impl Actions {
    /// Whether an open action was begun because of what was heard at a forum.
    pub fn answers(&self, heard: &Voice) -> bool {
        let id = heard.id();
        self.open().any(|one| one.is_from("forum", &id))
    }

    /// The actions as of a day, in order.
    pub fn new(mut list: Vec<Action>, as_of: Day) -> Actions {
        list.sort_by(|a, b| {
            (a.due.is_none(), a.due, a.opened, &a.id).cmp(&(b.due.is_none(), b.due, b.opened, &b.id))
        });
        Actions { as_of, list }
    }

    /// Those not done.
    pub fn open(&self) -> impl Iterator<Item = &Action> {
        self.list.iter().filter(|action| action.done.is_none())
    }

    /// Those not done and past their day.
    pub fn overdue(&self) -> impl Iterator<Item = &Action> {
        self.open()
            .filter(|action| action.due.is_some_and(|due| due < self.as_of))
    }

    /// Those not done that fall due in a period and are not over.
    pub fn due_in(&self, period: Period) -> impl Iterator<Item = &Action> {
        self.open().filter(move |action| {
            action
                .due
                .is_some_and(|due| period.holds(due) && due >= self.as_of)
        })
    }

    /// Those done in a period.
    pub fn done_in(&self, period: Period) -> impl Iterator<Item = &Action> {
        self.list
            .iter()
            .filter(move |action| action.done.is_some_and(|day| period.holds(day)))
    }

    /// Those that come from something, by its kind and id, in the order of opening.
    pub fn from(&self, kind: &str, id: &str) -> Vec<Action> {
        let from = self.list.iter().filter(|action| action.is_from(kind, id));
        let mut found: Vec<Action> = from.cloned().collect();
        found.sort_by_key(|action| action.opened);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::day;
    use super::*;

    fn action(id: &str, due: Option<&str>, done: Option<&str>) -> Action {
        Action {
            id: id.to_owned(),
            opened: day("2026-09-01"),
            source: Some(("impact".to_owned(), "2026-04/x".to_owned())),
            what: String::new(),
            owner: None,
            holder: None,
            due: due.map(day),
            done: done.map(day),
            result: None,
        }
    }

    #[test]
    fn an_action_is_late_from_the_day_after_its_last() {
        let list = vec![
            action("none", None, None),
            action("today", Some("2026-10-31"), None),
            action("late", Some("2026-10-30"), None),
            action("done", Some("2026-10-01"), Some("2026-10-20")),
            action("next", Some("2026-11-30"), None),
        ];
        let actions = Actions::new(list, day("2026-10-31"));
        let ids = |list: Vec<&Action>| {
            list.iter()
                .map(|one| one.id.clone())
                .collect::<Vec<_>>()
                .join(" ")
        };
        let month = |text| Period::parse(text).unwrap();
        assert_eq!(ids(actions.overdue().collect()), "late");
        assert_eq!(ids(actions.due_in(month("2026-10")).collect()), "today");
        assert_eq!(ids(actions.due_in(month("2026-11")).collect()), "next");
        assert_eq!(ids(actions.done_in(month("2026-10")).collect()), "done");
        // A quarter has what its months have.
        assert_eq!(ids(actions.due_in(month("2026-Q4")).collect()), "today next");
        assert_eq!(ids(actions.done_in(month("2026-Q4")).collect()), "done");
        assert_eq!(ids(actions.open().collect()), "late today next none");
        assert_eq!(actions.from("impact", "2026-04/x").len(), 5);
    }
}
