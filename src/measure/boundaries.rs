//! Days on the boundary: each figure on the last day that counts and on the first that does not.

mod known;

use super::actions::{Action, Actions};
use super::calendar::Calendar;
use super::complaints::{ComplaintColumn, Complaints};
use super::docket::{Docket, DocketFigures, Preparation, Prepared};
use super::hours::Hours;
use super::impact::{Audience, Impact, Windows};
use super::plan::PlanMeasure;
use super::predicates::{Obligation, Predicates, owed_period, periods_ending};
use super::programmes::status_on;
use super::refresh::{Refresh, TopicColumn};
use super::sample::{day, editions, heard, people, row};
use super::trace::Trace;
use crate::diagnostic::{Findings, Origin};
use crate::records::code::{Employment, HandlingStep, ParticipationStatus};
use crate::records::complaint::Complaint;
use crate::records::course::{Course, Step};
use crate::records::document;
use crate::records::number::Dec;
use crate::records::organisation::{Posting, Staff};
use crate::records::people::{People, Person};
use crate::records::taking_part::Participation;
use crate::records::time::{Month, Period};
use crate::records::training::Training;
use crate::rules::editions::Editions;
use crate::rules::{CertificateRule, Complaints as ComplaintRule, Enactment, Hours as HoursRule};
use crate::rules::{EvaluationRhythm, PredicateRule};

const HOURS: &str = "pns_floor = 20\npppk_ceiling = 24\nminutes_per_jp = 45\ncounted = \"certificate\"";

#[test]
fn a_place_is_planned_only_when_the_programme_ends_after_the_period_and_in_its_year() {
    let month = Month::parse("2026-10").unwrap();
    let (people, rules) = (
        people(month, &[("a", 0, "2010-01-01")]),
        editions::<HoursRule>(&[("2018-01-01", HOURS)]),
    );
    for (end, planned) in [
        ("2026-10-31", 0),
        ("2026-11-01", 60_000),
        ("2026-12-31", 60_000),
        ("2027-01-01", 0),
    ] {
        let hours = Hours::new(&people, &rules.all()[0], None);
        let place = (Dec(60_000), Origin::NOWHERE);
        hours.plan(0, place, day(end), &mut Trace::silent());
        assert_eq!(hours.of_person(0).planned, Dec(planned), "{end}");
    }
}

#[test]
fn hours_that_the_participant_verified_are_not_verified() {
    let month = Month::parse("2026-10").unwrap();
    let (people, rules) = (
        people(month, &[("a", 0, "2010-01-01")]),
        editions::<HoursRule>(&[("2018-01-01", HOURS)]),
    );
    for (by, verified) in [("", 0), ("a", 0), ("b", 60_000)] {
        let hours = Hours::new(&people, &rules.all()[0], None);
        let cells = [
            "2026-05/x",
            "a",
            "completed",
            "",
            "",
            "",
            "2026-05-04",
            "6",
            "",
            "",
            "",
            "",
            "",
            "",
            by,
        ];
        let completed: Participation<'_> = row(&cells);
        hours.row(&completed, Origin::NOWHERE, 0, Some(0), &mut Trace::silent());
        let of_person = hours.of_person(0);
        assert_eq!(
            (of_person.claimed, of_person.verified),
            (Dec(60_000), Dec(verified)),
            "by {by:?}"
        );
    }
}

#[test]
fn of_periods_with_equal_ends_the_longer_counts() {
    let names = |first, last| {
        let periods = periods_ending(day(first), day(last));
        periods.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(names("2025-12-31", "2025-12-31"), ["2025", "2025-Q4", "2025-12"]);
    assert_eq!(
        names("2025-11-30", "2026-01-30"),
        ["2025", "2025-Q4", "2025-12", "2025-11"]
    );
}

#[test]
fn an_edition_is_in_force_from_its_first_day_to_its_last() {
    let to = format!("in_force_to = 2026-06-30\n{HOURS}");
    let rules = editions::<HoursRule>(&[("2018-01-01", HOURS), ("2026-01-01", &to)]);
    let from = |on| rules.on(day(on)).map(|edition| edition.head().from.to_string());
    for (on, expected) in [
        ("2017-12-31", None),
        ("2018-01-01", Some("2018-01-01")),
        ("2025-12-31", Some("2018-01-01")),
        ("2026-01-01", Some("2026-01-01")),
        ("2026-06-30", Some("2026-01-01")),
    ] {
        assert_eq!(from(on).as_deref(), expected, "{on}");
    }
    let changed = |first, last| rules.changes_within(day(first), day(last)).len();
    assert_eq!(changed("2026-01-01", "2026-01-31"), 1);
    assert_eq!(changed("2025-12-01", "2026-01-01"), 1);
    assert_eq!(changed("2026-01-02", "2026-01-31"), 0);
}

#[test]
fn an_action_is_ahead_in_the_month_in_which_it_is_due() {
    let due = |due: &str| Action {
        id: due.to_owned(),
        opened: day("2026-09-01"),
        source: None,
        what: String::new(),
        owner: None,
        holder: None,
        due: Some(day(due)),
        done: None,
        result: None,
    };
    let days = ["2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01"];
    let actions = Actions::new(days.map(due).to_vec(), day("2026-10-31"));
    let ahead = actions.due_in(Period::parse("2026-11").unwrap());
    assert_eq!(ahead.map(|action| &*action.id).collect::<Vec<_>>(), days[1..3]);
}

#[test]
fn a_refresher_is_due_soon_from_as_many_days_ahead_as_the_rule_warns() {
    let fields = "renewal = \"months\"\nwarn_days = 30\n[[edition.refresh]]\ntopic = \"etika\"\nname = \"E\"\nmonths = 12";
    let rules = editions::<CertificateRule>(&[("2025-01-01", fields)]);
    let month = Month::parse("2026-10").unwrap();
    let people = people(month, &[("a", 0, "2010-01-01")]);
    for (completed, expected) in [
        ("2025-10-30", [1, 0, 0]),
        ("2025-10-31", [0, 1, 0]),
        ("2025-11-30", [0, 1, 0]),
        ("2025-12-01", [0, 0, 1]),
        ("2026-10-31", [0, 0, 1]),
        ("2026-11-01", [0, 0, 0]),
    ] {
        let mut refresh = Refresh::new(&rules.all()[0], month.last());
        refresh.completed(&[0], 0, day(completed), Origin::NOWHERE, &mut Trace::silent());
        let figures = refresh.figures(&people, &mut Trace::silent());
        let columns = [TopicColumn::overdue, TopicColumn::soon, TopicColumn::fresh];
        let counted = columns.map(|column| figures.topics[0].of(column));
        assert_eq!(counted, expected, "{completed}");
        assert_eq!(figures.due.len() as i64, counted[0] + counted[1], "{completed}");
    }
}

#[test]
fn a_class_given_later_was_not_known_before() {
    let step = |date: &str, class: &str| Step {
        date: day(date),
        kind: HandlingStep::Classified,
        class: Some(class.to_owned()),
        handler: None,
        outcome: None,
        view: None,
        origin: Origin::NOWHERE,
    };
    let complaint: Complaint<'_> = row(&["2026-10-aaaaa", "2026-10-01", "", "", "complaint"]);
    let course = Course {
        complaint: &complaint,
        origin: Origin::NOWHERE,
        unit: None,
        first_handler: None,
        steps: &[step("2026-10-05", "light"), step("2026-11-05", "heavy")],
    };
    for (as_of, class) in [
        ("2026-10-04", None),
        ("2026-10-05", Some("light")),
        ("2026-11-04", Some("light")),
        ("2026-11-05", Some("heavy")),
    ] {
        assert_eq!(course.class(day(as_of)), class, "{as_of}");
    }
}

#[test]
fn an_appointment_holds_from_its_day_on() {
    for (month, employment, before) in [
        ("2026-09", Employment::Cpns, Employment::Cpns),
        ("2026-10", Employment::Pns, Employment::Cpns),
        ("2026-11", Employment::Pns, Employment::Pns),
    ] {
        let month = Month::parse(month).unwrap();
        let mut people = People::new(month.last(), month.plus(-1).last());
        let staff: Staff<'_> = row(&["a", "", "", "A", "", "cpns"]);
        people.add("a", Some(&staff));
        // In whatever order they stand; a posting that says nothing changes nothing.
        for cells in [
            ["a", "2026-10-31", "", "", "", "", "", "pns"],
            ["a", "2025-06-02", "", "", "", "", "", ""],
            ["a", "2026-11-15", "", "", "", "", "", ""],
        ] {
            people.post(0, &row::<Posting<'_>>(&cells), None);
        }
        let found = (people.list[0].employment, people.list[0].employment_before);
        assert_eq!(found, (employment, before), "{month}");
    }
}

#[test]
fn hours_count_from_the_first_day_of_the_year_to_the_last_of_the_month() {
    let month = Month::parse("2026-10").unwrap();
    let (people, rules) = (
        people(month, &[("a", 0, "2010-01-01")]),
        editions::<HoursRule>(&[("2018-01-01", HOURS)]),
    );
    for (on, year, before) in [
        ("2025-12-31", 0, 0),
        ("2026-01-01", 60_000, 60_000),
        ("2026-09-30", 60_000, 60_000),
        ("2026-10-01", 60_000, 0),
        ("2026-10-31", 60_000, 0),
        ("2026-11-01", 0, 0),
    ] {
        let completed: Participation<'_> = row(&["2026-05/x", "a", "completed", "", "", "", on, "6"]);
        let hours = Hours::new(&people, &rules.all()[0], None);
        hours.row(&completed, Origin::NOWHERE, 0, Some(0), &mut Trace::silent());
        let found = hours.of_person(0);
        assert_eq!((found.claimed, found.before), (Dec(year), Dec(before)), "{on}");
        // Of who does not count the row is told as left out of the year to which it belongs.
        let hours = Hours::new(&people, &rules.all()[0], None);
        let total = heard("hours_by_unit", "jp_total", |trace| {
            hours.leaves_out(&completed, Origin::NOWHERE, (0, Some(0)), trace);
        });
        assert_eq!(
            (total.left.len(), hours.of_person(0).before),
            (usize::from(year > 0), Dec(before)),
            "{on}"
        );
    }
}

/// A first response within one working day, an end within three.
const LIGHT: &str =
    "min_n = 5\n[[edition.class]]\ncode = \"light\"\nname = \"x\"\nrespond_within = 1\nresolve_within = 3";

/// Every day is a working day.
fn every_day() -> Calendar {
    Calendar::new(day("2026-01-01"), day("2027-12-31"), |_| false, &[])
}

/// What was received on a day: a kind, and what it repeats. It is of the class above, and nothing was done about it.
fn received(on: &str, kind: &str, repeats: &str) -> Complaint<'static> {
    row(&[
        "2026-10-aaaaa",
        on,
        "",
        "",
        kind,
        "",
        "",
        "",
        "light",
        "",
        repeats,
    ])
}

/// Of the first unit, and of the first person.
fn course<'c>(complaint: &'c Complaint<'c>) -> Course<'c> {
    Course {
        complaint,
        origin: Origin::NOWHERE,
        unit: Some(0),
        first_handler: Some(0),
        steps: &[],
    }
}

#[test]
fn a_complaint_of_the_last_day_is_open_on_it() {
    let (rules, calendar) = (editions::<ComplaintRule>(&[("2025-01-01", LIGHT)]), every_day());
    for (on, open) in [("2026-10-31", 1), ("2026-11-01", 0)] {
        let october = Period::parse("2026-10").unwrap();
        let mut measure = Complaints::new(&rules, &calendar, october, 1, day("2026-11-30"));
        let complaint = received(on, "complaint", "");
        assert_eq!(
            measure.add(&course(&complaint), &mut Trace::silent()),
            open == 1,
            "{on}"
        );
        let figures = measure.figures();
        let dated = figures.total.of(ComplaintColumn::dated);
        assert_eq!((dated, figures.open.len()), (open, open as usize), "{on}");
    }
}

#[test]
fn a_complaint_that_falls_due_on_the_horizon_is_kept_by_name() {
    let (rules, calendar) = (editions::<ComplaintRule>(&[("2025-01-01", LIGHT)]), every_day());
    let complaint = received("2026-10-30", "complaint", "");
    let october = Period::parse("2026-10").unwrap();
    let kept = |horizon| {
        let mut measure = Complaints::new(&rules, &calendar, october, 1, day(horizon));
        measure.add(&course(&complaint), &mut Trace::silent());
        measure.open.len()
    };
    assert_eq!((kept("2026-11-01"), kept("2026-11-02")), (0, 1));
}

#[test]
fn the_year_of_the_ceiling_begins_on_the_day_of_the_contract() {
    let month = Month::parse("2026-10").unwrap();
    let mut people = People::new(month.last(), month.plus(-1).last());
    people.add("a", Some(&row::<Staff<'_>>(&["a", "", "", "A", "", "pppk"])));
    people.contract(0, &row(&["a", "2024-03-01", "2029-02-28"]));
    let rules = editions::<HoursRule>(&[("2018-01-01", HOURS)]);
    for (on, jp) in [("2026-02-28", 0), ("2026-03-01", 60_000)] {
        let completed: Participation<'_> = row(&["2026-02/x", "a", "completed", "", "", "", on, "6"]);
        let hours = Hours::new(&people, &rules.all()[0], None);
        for table in ["hours_of_person", "over_ceiling"] {
            let heard = heard(table, "jp", |trace| {
                hours.row(&completed, Origin::NOWHERE, 0, Some(0), trace);
            });
            assert_eq!(heard.sum(), i128::from(jp), "{table} {on}");
        }
        assert_eq!(hours.of_person(0).contract, Dec(2 * jp), "{on}");
    }
}

#[test]
fn an_evaluation_is_owed_from_the_day_after_its_grace_and_of_who_was_there_long_enough() {
    let fields = "rhythm = \"quarter\"\nlate_after_days = 10\nmin_days_in_post = 30\nexempt = []";
    let rhythm = editions::<EvaluationRhythm>(&[("2025-01-01", fields)]);
    let owed = |on| owed_period(&rhythm.all()[0], day(on)).to_string();
    assert_eq!([owed("2026-10-09"), owed("2026-10-10")], ["2026-Q2", "2026-Q3"]);
    let matrix = include_str!("../../data/rules/predicate.toml");
    let matrix: Editions<PredicateRule> = Editions::read(matrix, 0, &mut Findings::new());
    let month = Month::parse("2026-10").unwrap();
    for (since, state) in [
        ("2026-08-31", Obligation::Missing),
        ("2026-09-01", Obligation::Exempt),
    ] {
        let people = people(month, &[("a", 0, since)]);
        let mut measure = Predicates::new(1, &matrix.all()[0], &rhythm.all()[0], month.last());
        measure.hear(measure.owed().last_day(), None);
        let stands: Vec<_> = measure.standings(&people, Person::counting).collect();
        assert_eq!(stands[0].state, state, "{since}");
    }
}

#[test]
fn what_happens_on_the_last_day_has_happened() {
    let last = day("2026-10-31");
    let status = |on| {
        let completed: Participation<'_> = row(&["2026-10/x", "a", "completed", "", "", "", on, "6"]);
        status_on(&completed, last)
    };
    use ParticipationStatus::{Completed, Confirmed};
    assert_eq!(
        [status("2026-10-31"), status("2026-11-01")],
        [Completed, Confirmed]
    );
    let plan = PlanMeasure::new(
        document::read("title='R'", 0, &mut Findings::new()).unwrap(),
        2026,
        last,
    );
    let begins = |on: &str| {
        let dates = format!("start={on}\nend=2026-11-03\njp=8\nstatus='running'");
        let text = format!("title='t'\nmethod='KL10'\nmode='classroom'\n{dates}");
        let training: Training = document::read(&text, 0, &mut Findings::new()).unwrap();
        plan.number(&training).is_some()
    };
    assert_eq!([begins("2026-10-31"), begins("2026-11-01")], [true, false]);
}

#[test]
fn a_thousand_open_complaints_are_kept_by_name_and_all_are_counted() {
    let (rules, calendar) = (editions::<ComplaintRule>(&[("2025-01-01", LIGHT)]), every_day());
    let october = Period::parse("2026-10").unwrap();
    let mut measure = Complaints::new(&rules, &calendar, october, 1, day("2026-11-30"));
    let complaint = received("2026-10-05", "complaint", "");
    for _ in 0..1001 {
        measure.add(&course(&complaint), &mut Trace::silent());
    }
    let figures = measure.figures();
    let dated = figures.total.of(ComplaintColumn::dated);
    assert_eq!((figures.open.len(), dated), (1000, 1001));
}

/// The register of October 2026 with one voice, whose handler was trained on a day.
fn register(voice: &Complaint<'_>, trained: &str) -> DocketFigures {
    let (rules, calendar) = (editions::<ComplaintRule>(&[("2025-01-01", LIGHT)]), every_day());
    let prepared = Prepared::from([(0, (day(trained), day(trained)))]);
    let october = Period::parse("2026-10").unwrap();
    let mut docket = Docket::new(&rules, &calendar, october, [&[], &[]], (1, 1, &prepared));
    docket.add(&course(voice), &mut Trace::silent());
    docket.figures()
}

#[test]
fn a_handler_is_trained_who_completed_before_the_day_of_receipt() {
    for (trained, expected) in [
        ("2026-10-04", Preparation::Trained),
        ("2026-10-05", Preparation::Untrained),
    ] {
        let figures = register(&received("2026-10-05", "complaint", ""), trained);
        let counted =
            Preparation::ALL.map(|one| figures.training.units[one as usize].of(ComplaintColumn::received));
        let expected = Preparation::ALL.map(|one| i64::from(one == expected));
        assert_eq!(counted, expected, "{trained}");
    }
}

#[test]
fn a_request_that_repeats_another_is_not_counted() {
    for (repeats, expected) in [("", 1), ("2026-10-bbbbb", 0)] {
        let figures = register(&received("2026-10-05", "aspiration", repeats), "2026-01-05");
        let counted = figures.requests.total.of(ComplaintColumn::received);
        assert_eq!(
            (counted, figures.pending.len() as i64),
            (expected, expected),
            "{repeats}"
        );
    }
}

#[test]
fn what_waits_is_past_when_one_of_its_deadlines_is_over() {
    for (on, past) in [
        ("2026-10-27", true),
        // The first response was due the day before, the end is due the day after.
        ("2026-10-29", true),
        ("2026-10-30", false),
    ] {
        let pending = register(&received(on, "complaint", ""), "2026-01-05").pending;
        assert_eq!(pending[0].is_past, past, "{on}");
    }
}

#[test]
fn a_comparison_takes_complaints_from_its_first_day_to_the_last_of_the_report() {
    let (rules, calendar) = (editions::<ComplaintRule>(&[("2025-01-01", LIGHT)]), every_day());
    let month = |text| Month::parse(text).unwrap();
    for (on, counted, open) in [
        ("2026-03-31", [0, 0], 0),
        ("2026-04-01", [1, 0], 1),
        ("2026-04-30", [1, 0], 1),
        ("2026-09-15", [0, 1], 1),
        ("2026-09-16", [0, 0], 0),
    ] {
        let windows = Windows {
            before: (month("2026-04"), month("2026-06")),
            after: (month("2026-08"), month("2026-10")),
        };
        let audience = Audience {
            participating: vec![0],
            ..Audience::default()
        };
        let mut impact = Impact::new(&rules, &calendar, day("2026-09-15"), 0, windows, audience);
        impact.complaint(&course(&received(on, "complaint", "")), &mut Trace::silent());
        let figures = impact.figures(5, None);
        let found = figures.cells[0]
            .each_ref()
            .map(|cell| cell.complaints.of(ComplaintColumn::received));
        assert_eq!(
            (found, figures.open.of(ComplaintColumn::dated)),
            (counted, open),
            "{on}"
        );
    }
}
