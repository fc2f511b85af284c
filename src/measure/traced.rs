//! What measures tell a trace: which rows and people enter a figure, and where they stand.

use super::calendar::Calendar;
use super::complaints::Complaints;
use super::evaluation;
use super::hours::Hours;
use super::mentoring::Pairs;
use super::performance::Performance;
use super::plan::PlanMeasure;
use super::predicates::{Obligation, PersonStands};
use super::sample::{day, editions, heard, people, row};
use super::trace::{Figure, Keeps, Query, Source, Trace, part, whole_of};
use crate::diagnostic::{Findings, Origin};
use crate::records::code::{ComplaintOutcome, HandlingStep, Predicate};
use crate::records::complaint::Complaint;
use crate::records::course::{Course, Step};
use crate::records::document;
use crate::records::people::Tenure;
use crate::records::taking_part::Participation;
use crate::records::time::{Month, Period};
use crate::rules::{Complaints as ComplaintRule, Hours as HoursRule, MentoringRule};

/// The place of the row with that number.
fn at(number: u64) -> Origin {
    Origin::new(0, number)
}

const HOURS: &str = "pns_floor = 20\npppk_ceiling = 24\nminutes_per_jp = 45\ncounted = \"certificate\"";

#[test]
fn the_parts_of_a_row_have_numbers_of_their_own_and_tell_the_row() {
    assert_eq!([whole_of(part(7, 3)), whole_of(part(8, 3))], [7, 8]);
    assert!(part(7, 3) != part(7, 4) && part(7, 3) != part(8, 3));
}

#[test]
fn only_the_rows_asked_for_are_heard_and_each_edition_once() {
    let rules = editions::<HoursRule>(&[("2018-01-01", HOURS), ("2026-01-01", HOURS)]);
    let mut trace = Trace::listening(vec![Query {
        table: "hours_by_unit",
        rows: Some(vec![1]),
        column: "jp_total",
        keeps: Keeps::Each,
        is_by_row: false,
    }]);
    for unit in [0, 1, 2u32] {
        let figure = Figure::of_unit("hours_by_unit", Some(unit), "jp_total");
        trace.uses(figure, at(unit.into()), 1);
        if unit > 0 {
            trace.rule(figure, &rules.all()[0]);
        }
    }
    let figure = Figure::of_unit("hours_by_unit", Some(1), "jp_total");
    (0..2).for_each(|_| trace.rule(figure, &rules.all()[1]));
    let collected = trace.heard().unwrap();
    assert_eq!(collected.heard[0].taken, [(Source::Row(at(1)), 1)]);
    let from: Vec<_> = collected.rules.iter().map(|head| head.from.to_string()).collect();
    assert_eq!(from, ["2018-01-01", "2026-01-01"]);
}

#[test]
fn what_was_kept_by_row_answers_for_some_rows_and_all_in_the_way_it_was_kept() {
    let query = |rows, keeps, is_by_row| Query {
        table: "hours_by_unit",
        rows,
        column: "jp_total",
        keeps,
        is_by_row,
    };
    let heard = |asked: Query| {
        let mut trace = Trace::listening(vec![asked]);
        for unit in 0..3 {
            let figure = Figure::of_unit("hours_by_unit", Some(unit), "jp_total");
            trace.uses(figure, at(unit.into()), 1);
        }
        trace.heard().unwrap()
    };
    let by_row = heard(query(None, Keeps::Sum, true));
    let sum = |rows, keeps| by_row.answer(&query(rows, keeps, false)).map(|heard| heard.sum());
    let sums = [
        sum(None, Keeps::Sum),
        sum(Some(vec![0, 2]), Keeps::Sum),
        sum(None, Keeps::Each),
    ];
    assert_eq!(sums, [Some(3), Some(2), None]);
    let whole = heard(query(None, Keeps::Sum, false));
    assert!(whole.answer(&query(Some(vec![0]), Keeps::Sum, false)).is_none());
}

#[test]
fn hours_are_told_where_somebody_listens() {
    let (month, rules) = (
        Month::parse("2026-10").unwrap(),
        editions::<HoursRule>(&[("2018-01-01", HOURS)]),
    );
    let people = people(month, &[("a", 0, "2010-01-01")]);
    let completed: Participation<'_> = row(&["2026-05/x", "a", "completed", "", "", "", "2026-05-04", "6"]);
    let total = heard("hours_by_unit", "jp_total", |trace| {
        assert!(trace.listens() && !Trace::silent().listens());
        Hours::new(&people, &rules.all()[0], None).row(&completed, at(1), 0, Some(0), trace);
    });
    assert_eq!(total.taken, [(Source::Row(at(1)), 60_000)]);
}

#[test]
fn what_became_of_a_complaint_stands_in_the_step_that_closed_it() {
    let class = "min_n = 5\n[[edition.class]]\ncode = \"light\"\nname = \"x\"\nrespond_within = 1\nresolve_within = 3";
    let rules = editions::<ComplaintRule>(&[("2025-01-01", class)]);
    let calendar = Calendar::new(day("2026-01-01"), day("2026-12-31"), |_| false, &[]);
    let cells = [
        "2026-10-aaaaa",
        "2026-10-05",
        "",
        "",
        "complaint",
        "",
        "",
        "",
        "light",
    ];
    let complaint: Complaint<'_> = row(&cells);
    let closed = Step {
        date: day("2026-10-06"),
        kind: HandlingStep::Closed,
        class: None,
        handler: None,
        outcome: Some(ComplaintOutcome::Resolved),
        view: None,
        origin: at(2),
    };
    let course = Course {
        complaint: &complaint,
        origin: at(1),
        unit: Some(0),
        first_handler: None,
        steps: &[closed],
    };
    for (column, row) in [("received", 1), ("resolved", 2), ("on_time", 2)] {
        let heard = heard("complaints_by_unit", column, |trace| {
            let october = Period::parse("2026-10").unwrap();
            Complaints::new(&rules, &calendar, october, 1, day("2026-11-30")).add(&course, trace);
        });
        assert_eq!(heard.taken, [(Source::Row(at(row)), 1)], "{column}");
    }
}

#[test]
fn who_owes_an_evaluation_and_has_none_enters_the_missing_of_the_trend() {
    let missing = |state| {
        let stands = PersonStands {
            person: 3,
            unit: None,
            state,
        };
        heard("trend", "missing", |trace| {
            evaluation::tell(0, stands, None, trace)
        })
        .taken
    };
    assert_eq!(missing(Obligation::Missing), [(Source::Person(3), 1)]);
    assert_eq!(
        [missing(Obligation::Exempt), missing(Obligation::Unknown)],
        [[]; 2]
    );
}

#[test]
fn only_who_has_a_better_predicate_afterwards_enters_the_better() {
    let mut performance = Performance::of(0..4);
    let sides = [
        (0, Predicate::Kurang, Predicate::Baik),
        (1, Predicate::Baik, Predicate::Baik),
        (2, Predicate::Baik, Predicate::Kurang),
    ];
    for (person, before, after) in sides {
        performance.add(person, 0, before);
        performance.add(person, 1, after);
    }
    let better = heard("moves", "better", |trace| performance.tell(trace));
    assert_eq!(better.taken, [(Source::Person(0), 1)]);
}

#[test]
fn the_silence_of_a_pair_that_met_on_its_first_day_is_told_by_that_session() {
    let rules = editions::<MentoringRule>(&[("2025-01-01", "quiet_after_days = 45\nnewcomer_months = 12")]);
    let month = Month::parse("2026-10").unwrap();
    let people = people(month, &[("a", 0, "2010-01-01"), ("b", 0, "2012-01-01")]);
    let days = heard("mentoring_quiet", "days", |trace| {
        let mut pairs = Pairs::new(&rules.all()[0], Period::month(month));
        let pair = row(&["m-1", "a", "b", "mentoring", "", "G", "2026-03-02", "", "running"]);
        pairs.pair(&pair, at(1), &people, (0, 1), None);
        pairs.session(&row(&["m-1", "2026-03-02", "60"]), at(2), trace);
        // Another pair met lately, so that silence is known.
        let other = row(&["m-2", "b", "a", "mentoring", "", "G", "2026-03-02", "", "running"]);
        pairs.pair(&other, at(3), &people, (1, 0), None);
        pairs.session(&row(&["m-2", "2026-10-10", "60"]), at(4), trace);
        pairs.figures(&people, &[Tenure::default(), Tenure::default()], trace);
    });
    assert_eq!(days.taken, [(Source::Row(at(2)), 243)]);
}

#[test]
fn what_is_done_of_an_item_enters_its_goal() {
    let text = "title='R'\n[[goal]]\nkey='g'\ntext='G'\n[[item]]\nkey='a'\ntitle='A'\nkind='training'\nmonth='2026-11'\n\
        participants=2\ncost=700\ngoal='g'\n";
    let of_goal = |column| {
        let plan = document::read(text, 0, &mut Findings::new()).unwrap();
        heard("plan_goals", column, |trace| {
            PlanMeasure::new(plan, 2026, day("2026-10-31")).figures(trace);
        })
    };
    let sums = ["items", "budget", "participants_planned"].map(|column| of_goal(column).sum());
    assert_eq!(sums, [1, 700, 0]);
}
