//! What is known on a day, and of whom nothing is counted.

use super::super::hours::{Hours, HoursColumn, HoursList, is_verified};
use super::super::movement::{MovementColumn, Movements};
use super::super::plan::{PlanMeasure, PlanSums};
use super::super::predicates::{Obligation, Predicates, predicate_on};
use super::super::sample::{day, editions, heard, people, row};
use super::super::trace::Trace;
use super::{HOURS, LIGHT, course, every_day, received, register};
use crate::diagnostic::{Findings, Origin};
use crate::records::code::{ComplaintOutcome, Employment, HandlingStep, PostingStatus};
use crate::records::course::{Course, Step};
use crate::records::document;
use crate::records::people::Person;
use crate::records::performance::Evaluation;
use crate::records::taking_part::Participation;
use crate::records::time::{Month, Period};
use crate::rules::editions::Editions;
use crate::rules::{Complaints as ComplaintRule, EvaluationRhythm, Hours as HoursRule, PredicateRule};

fn october() -> Month {
    Month::parse("2026-10").unwrap()
}

fn matrix() -> Editions<PredicateRule> {
    Editions::read(
        include_str!("../../../data/rules/predicate.toml"),
        0,
        &mut Findings::new(),
    )
}

#[test]
fn what_was_received_on_the_last_day_is_open_and_waits() {
    for (on, open) in [("2026-10-31", 1), ("2026-11-01", 0)] {
        let figures = register(&received(on, "complaint", ""), "2026-01-05");
        let moved = figures.movements[0].total.of(MovementColumn::open);
        assert_eq!((figures.pending.len() as i64, moved), (open, open), "{on}");
    }
}

#[test]
fn a_complaint_of_the_first_day_was_not_received_before() {
    let (rules, calendar) = (editions::<ComplaintRule>(&[("2025-01-01", LIGHT)]), every_day());
    let closed = Step {
        date: day("2026-10-02"),
        kind: HandlingStep::Closed,
        class: None,
        handler: None,
        outcome: Some(ComplaintOutcome::Resolved),
        view: None,
        origin: Origin::NOWHERE,
    };
    for (on, earlier) in [("2026-09-30", 1), ("2026-10-01", 0)] {
        let complaint = received(on, "complaint", "");
        let mut measure = Movements::new(&rules, &calendar, Period::month(october()), 1);
        let steps = std::slice::from_ref(&closed);
        let course = Course {
            steps,
            ..course(&complaint)
        };
        measure.add(&course, &mut Trace::silent());
        let total = measure.figures().total;
        let columns = [
            MovementColumn::closed,
            MovementColumn::earlier,
            MovementColumn::opening,
            MovementColumn::received,
        ];
        let counted = columns.map(|column| total.of(column));
        assert_eq!(counted, [1, earlier, earlier, 1 - earlier], "{on}");
    }
}

#[test]
fn who_has_no_jp_earns_none_and_who_is_no_pns_enters_none_of_theirs() {
    let rules = editions::<HoursRule>(&[("2018-01-01", HOURS)]);
    let mut people = people(october(), &[("a", 0, "2010-01-01"), ("b", 0, "2010-01-01")]);
    people.list[1].employment = Employment::Pppk;
    let hours = Hours::new(&people, &rules.all()[0], None);
    let figures = hours.figures(&people, 1, &mut Trace::silent());
    let counted = [
        HoursColumn::staff,
        HoursColumn::pns,
        HoursColumn::earning,
        HoursColumn::pns_earning,
    ];
    assert_eq!(counted.map(|column| figures.total.of(column)), [2, 1, 0, 0]);
    let before = [HoursColumn::pns, HoursColumn::pns_earning];
    assert_eq!(before.map(|column| figures.before.of(column)), [2, 0]);
    for (column, entered) in [("staff", 2), ("earning", 0), ("pns", 1), ("pns_jp", 1)] {
        let heard = heard("hours_by_unit", column, |trace| {
            drop(hours.figures(&people, 1, trace))
        });
        assert_eq!(heard.taken.len(), entered, "{column}");
    }
}

#[test]
fn a_row_earns_from_the_first_day_of_the_year_on_where_it_has_jp() {
    let rules = editions::<HoursRule>(&[("2018-01-01", HOURS)]);
    let people = people(october(), &[("a", 0, "2010-01-01")]);
    let list = HoursList::new(&people, &rules.all()[0], None);
    let earns = |on, jp| {
        let completed: Participation<'_> = row(&["2026-01/x", "a", "completed", "", "", "", on, jp]);
        list.earns(&completed)
    };
    assert_eq!(
        [earns("2025-12-31", "6"), earns("2026-01-01", "6")],
        [false, true]
    );
    assert!(!earns("2026-05-04", ""));
}

#[test]
fn a_verification_holds_from_its_day_on() {
    let verified = |on| {
        let mut cells = vec!["2026-05/x", "a", "completed", "", "", "", "2026-05-04", "6"];
        cells.extend(["", "", "", "", "", "", "b", "", "", "", "", on]);
        let completed: Participation<'_> = row(&cells);
        is_verified(&completed, day("2026-10-31"))
    };
    assert_eq!(
        ["", "2026-10-31", "2026-11-01"].map(verified),
        [true, true, false]
    );
}

#[test]
fn an_item_of_a_month_before_the_records_begin_is_unknown_and_no_budget_is_not_nothing() {
    let text = "title='R'\n[[item]]\nkey='a'\ntitle='A'\nkind='training'\nmonth='2026-03'\n";
    let state = |since| {
        let plan = document::read(text, 0, &mut Findings::new()).unwrap();
        let measure = PlanMeasure::new(plan, 2026, october().last()).known_since(Some(day(since)));
        let figures = measure.figures(&mut Trace::silent());
        (figures.items[0].state.code(), figures.total.budget())
    };
    assert_eq!(
        [state("2026-03-31"), state("2026-04-01")],
        [("late", None), ("unknown", None)]
    );
    assert_eq!(PlanSums::default().budget(), None);
}

#[test]
fn an_evaluation_is_known_from_its_day_on_and_later_only_of_a_later_period() {
    let (matrix, fields) = (
        matrix(),
        "rhythm = \"quarter\"\nlate_after_days = 10\nmin_days_in_post = 30\nexempt = []",
    );
    let rhythm = editions::<EvaluationRhythm>(&[("2025-01-01", fields)]);
    let people = people(october(), &[("a", 0, "2010-01-01")]);
    let evaluation = |period, on| row::<Evaluation<'_>>(&["a", period, "meets", "meets", "", "", on]);
    let known = |on| predicate_on(&evaluation("2026-Q3", on), &matrix.all()[0], october().last()).is_some();
    assert_eq!(["2026-10-31", "2026-11-01"].map(known), [true, false]);
    let later = |period| {
        let mut measure = Predicates::new(1, &matrix.all()[0], &rhythm.all()[0], october().last());
        let row = evaluation(period, "2026-10-31");
        measure.row(&row, Origin::NOWHERE, 0, Some(0), &mut Trace::silent());
        let figures = measure.figures(&people, 1, Person::counting, &mut Trace::silent());
        figures.has_later
    };
    assert_eq!(["2026-Q3", "2026-10"].map(later), [false, true]);
}

#[test]
fn who_is_away_or_new_owes_no_evaluation_and_who_was_there_when_the_records_begin_may_owe_one() {
    let (matrix, fields) = (
        matrix(),
        "rhythm = \"quarter\"\nlate_after_days = 10\nmin_days_in_post = 30\nexempt = [\"study\"]",
    );
    let rhythm = editions::<EvaluationRhythm>(&[("2025-01-01", fields)]);
    for (first, status, since, expected) in [
        ("2010-01-01", PostingStatus::Active, None, Obligation::Missing),
        ("2010-01-01", PostingStatus::Leave, None, Obligation::Missing),
        ("2010-01-01", PostingStatus::Study, None, Obligation::Exempt),
        ("2026-09-15", PostingStatus::Active, None, Obligation::Exempt),
        (
            "2026-09-15",
            PostingStatus::Active,
            Some("2026-01-01"),
            Obligation::Exempt,
        ),
        (
            "2026-09-15",
            PostingStatus::Active,
            Some("2026-09-15"),
            Obligation::Unknown,
        ),
    ] {
        let mut people = people(october(), &[("a", 0, first)]);
        people.list[0].now.as_mut().unwrap().status = status;
        let measure = Predicates::new(1, &matrix.all()[0], &rhythm.all()[0], october().last());
        let mut measure = measure.known_since(since.map(day));
        measure.hear(measure.owed().last_day(), None);
        let stands: Vec<_> = measure.standings(&people, Person::counting).collect();
        assert_eq!(stands[0].state, expected, "{first} {status:?} {since:?}");
    }
}
