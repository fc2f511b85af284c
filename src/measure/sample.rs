//! Rows and people for the tests of measures.

use super::feedback::{Answer, Feedback, Form, ScaleItem};
use super::trace::{Heard, Keeps, Query, Trace};
use crate::diagnostic::{Findings, Origin};
use crate::records::document::Field;
use crate::records::organisation::{Posting, Staff};
use crate::records::people::People;
use crate::records::table::{Binding, Cells, Row};
use crate::records::time::{Day, Month};
use crate::rules::Enactment;
use crate::rules::editions::Editions;

/// The day of a text.
pub(super) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// A row from its cells in declared order; cells left off are empty. It lives as long as the tests run.
pub(super) fn row<T: Row<'static>>(cells: &[&str]) -> T {
    let columns = &T::table().columns;
    let header: Vec<&str> = columns.iter().map(|column| &*column.name).collect();
    let binding = Box::leak(Box::new(Binding::new(T::table(), &header).0));
    let text: &'static str = Box::leak(cells.concat().into_boxed_str());
    let mut end = 0;
    let spans: Vec<(u32, u32)> = cells
        .iter()
        .map(|cell| {
            let from = end;
            end += cell.len() as u32;
            (from, end)
        })
        .collect();
    let read = T::read(Cells::new(text, Vec::leak(spans), binding));
    read.ok().unwrap()
}

/// The editions of a rule from the fields of each, by the day from which it is in force.
pub(super) fn editions<T: Enactment + Field>(list: &[(&str, &str)]) -> Editions<T> {
    let edition = |(from, fields): &(&str, &str)| {
        format!("[[edition]]\nbasis = \"B\"\nin_force_from = {from}\nverified = \"text\"\n{fields}\n")
    };
    let mut findings = Findings::new();
    let rules = Editions::read(&list.iter().map(edition).collect::<String>(), 0, &mut findings);
    assert_eq!(findings.errors(), 0);
    rules
}

/// PNS with their unit and first posting, as of the last day of a month.
pub(super) fn people(month: Month, list: &[(&str, u32, &str)]) -> People {
    let mut people = People::new(month.last(), month.plus(-1).last());
    for (number, (id, unit, since)) in list.iter().enumerate() {
        people.add(id, Some(&row::<Staff>(&[id, "", "", "N", "", "pns"])));
        people.post(number as u32, &row::<Posting>(&[id, since]), Some(*unit));
    }
    people
}

/// Everything that enters a figure and is left out of it, in all rows of its table.
pub(super) fn heard(table: &'static str, column: &'static str, tell: impl FnOnce(&mut Trace)) -> Heard {
    let query = Query {
        table,
        rows: None,
        column,
        keeps: Keeps::Each,
        is_by_row: false,
    };
    let mut trace = Trace::listening(vec![query.clone()]);
    tell(&mut trace);
    trace.heard().unwrap().answer(&query).unwrap()
}

/// A question from 1 to 5.
pub(super) fn scale_item(is_lower_better: bool) -> ScaleItem {
    ScaleItem {
        column: 0,
        key: String::new(),
        text: String::new(),
        text_en: String::new(),
        aspect: None,
        low: 1,
        high: 5,
        is_lower_better,
    }
}

/// A form with one question from 1 to 5.
pub(super) fn form() -> Form {
    Form {
        items: vec![scale_item(false)],
        ..Form::default()
    }
}

/// What people say who answer its question with these scores.
pub(super) fn feedback(form: &Form, scores: &[i64]) -> Feedback {
    let mut feedback = Feedback::default();
    for score in scores {
        let answer = Answer {
            origin: Origin::NOWHERE,
            scores: &[Some(*score)],
            instructor: "",
            words: &[],
            chosen: &[],
        };
        feedback.add(form, &answer);
    }
    feedback
}
