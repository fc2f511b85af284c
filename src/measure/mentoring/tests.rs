//! Pairs on hard cases: silence, what was not yet known, newcomers.

use super::super::sample::{day, people, row};
use super::*;

fn rule() -> MentoringRule {
    MentoringRule {
        origin: Origin::NOWHERE,
        basis: None,
        in_force_from: Day::FIRST,
        in_force_to: None,
        verified: crate::rules::Verified::Text,
        note: None,
        quiet_after_days: 45,
        newcomer_months: 12,
        most_pairs: None,
        most_suggestions: None,
    }
}

fn pair(id: &str, status: &str, start: &str, end: &str, alone: &str) -> Mentoring<'static> {
    row(&[
        id,
        "senior",
        "junior",
        "mentoring",
        "",
        "G",
        start,
        end,
        status,
        "P",
        alone,
    ])
}

fn session(id: &str, date: &str, minutes: &str) -> Session<'static> {
    row(&[id, date, minutes])
}

/// The figures of one mentee, who joined on a day, as of October 2026.
fn figures(rows: &[Mentoring<'_>], sessions: &[Session<'_>], joined: &str) -> MentoringFigures {
    figures_of("2026-10", rows, sessions, joined)
}

/// The same of a period.
fn figures_of(
    period: &str,
    rows: &[Mentoring<'_>],
    sessions: &[Session<'_>],
    joined: &str,
) -> MentoringFigures {
    let period = Period::parse(period).unwrap();
    let rule = rule();
    let people = people(
        period.last_month(),
        &[("senior", 0, "2010-01-01"), ("junior", 0, joined)],
    );
    let mut pairs = Pairs::new(&rule, period);
    rows.iter()
        .for_each(|row| pairs.pair(row, Origin::NOWHERE, &people, (0, 1), None));
    for session in sessions {
        assert!(pairs.session(session, Origin::NOWHERE, &mut Trace::silent()));
    }
    let post = |joined| Tenure {
        joined: Some(day(joined)),
        position: None,
    };
    pairs.figures(&people, &[post("2010-01-01"), post(joined)], &mut Trace::silent())
}

#[test]
fn a_pair_is_quiet_after_the_days_of_the_rule_and_not_on_the_last_of_them() {
    let running = pair("m-1", "running", "2026-03-02", "", "");
    for (last, quiet) in [("2026-09-16", 0), ("2026-09-15", 1)] {
        let figures = figures(&[running], &[session("m-1", last, "60")], "2020-01-01");
        assert_eq!(figures.total.quiet, quiet, "{last}");
    }
    // Without any session the start counts; a session after the month is not known.
    let late = session("m-1", "2026-11-02", "60");
    assert_eq!(figures(&[running], &[late], "2020-01-01").total.quiet, 1);
    let new = pair("m-1", "running", "2026-10-01", "", "");
    assert_eq!(figures(&[new], &[], "2020-01-01").total.quiet, 0);
}

#[test]
fn whether_pairs_are_quiet_is_unknown_where_several_ran_and_nobody_is_on_record_as_meeting() {
    let pairs = ["m-1", "m-2", "m-3"].map(|id| pair(id, "running", "2026-03-02", "", ""));
    let (october, earlier) = (
        session("m-2", "2026-10-20", "60"),
        session("m-1", "2026-08-10", "60"),
    );
    let counted = |pairs: &[Mentoring<'_>], sessions: &[Session<'_>]| {
        let figures = figures(pairs, sessions, "2020-01-01");
        (figures.total.quiet, figures.total.unheard)
    };
    // Of September, in the days of the rule, nothing is on record.
    assert_eq!(counted(&pairs, &[earlier, october]), (0, 2));
    assert_eq!(counted(&pairs, &[]), (0, 3));
    let september = session("m-2", "2026-09-01", "60");
    assert_eq!(counted(&pairs, &[earlier, september, october]), (2, 0));
    // Two pairs stop by themselves, and so do three of which one has just begun.
    assert_eq!(counted(&pairs[..2], &[]), (2, 0));
    let new = pair("m-3", "running", "2026-10-02", "", "");
    assert_eq!(
        counted(&[pairs[0], pairs[1], new], &[session("m-3", "2026-09-02", "60")]),
        (2, 0)
    );
}

#[test]
fn a_pair_that_ends_later_still_runs_and_nothing_came_of_it_yet() {
    let later = pair("m-1", "closed", "2026-09-20", "2026-11-10", "A");
    let figures = figures(&[later], &[], "2026-06-01");
    assert_eq!((figures.total.running, figures.pairs[0].alone.clone()), (1, None));
    assert_eq!(figures.newcomers[0].guided, Stage::Running);
    assert_eq!(figures.newcomers[0].days, 152);
}

#[test]
fn a_newcomer_works_alone_from_the_end_of_the_pair_that_says_so() {
    let closed = pair("m-1", "closed", "2026-06-05", "2026-09-01", "A");
    let silent = pair("m-2", "closed", "2026-06-05", "2026-08-01", "");
    let figures = |rows: &[Mentoring<'_>], joined| figures(rows, &[], joined).newcomers;
    let both = figures(&[silent, closed], "2026-06-01");
    assert_eq!(
        (both[0].guided, both[0].days_until_alone),
        (Stage::Alone, Some(92))
    );
    // The days since joining go on, whether somebody works alone or not.
    assert_eq!(both[0].days, 152);
    let closed = figures(&[silent], "2026-06-01")[0];
    assert_eq!((closed.guided, closed.days_until_alone), (Stage::Closed, None));
    let stopped = pair("m-3", "stopped", "2026-06-05", "2026-07-01", "");
    assert_eq!(figures(&[stopped], "2026-06-01")[0].guided, Stage::Nobody);
    // Twelve months to the day: no newcomer any more.
    assert!(figures(&[], "2025-10-31").is_empty());
    assert_eq!(figures(&[], "2025-11-01").len(), 1);
    // Who joined on the last day is one.
    assert_eq!(figures(&[], "2026-10-31").len(), 1);
}

#[test]
fn minutes_that_are_not_recorded_are_not_zero() {
    let running = pair("m-1", "running", "2026-03-02", "", "");
    let held = |sessions: &[Session<'_>]| figures(&[running], sessions, "2020-01-01").total.held;
    let none = held(&[session("m-1", "2026-10-05", "")]);
    assert_eq!((none.period.sessions, none.period.known_minutes()), (1, None));
    let some = held(&[
        session("m-1", "2026-10-05", ""),
        session("m-1", "2026-09-05", "90"),
    ]);
    assert_eq!(
        (some.all.known_minutes(), some.period.known_minutes()),
        (Some(90), None)
    );
}

#[test]
fn a_quarter_gives_what_its_months_give() {
    let rows = [
        pair("m-1", "running", "2026-07-20", "", ""),
        pair("m-2", "stopped", "2026-02-02", "2026-08-31", ""),
        pair("m-3", "closed", "2026-09-01", "2026-09-30", "A"),
    ];
    let sessions = [
        session("m-1", "2026-07-31", "60"),
        session("m-2", "2026-06-30", "30"),
        session("m-2", "2026-08-03", ""),
        session("m-3", "2026-09-30", "45"),
    ];
    let sums = |period: &str| {
        let total = figures_of(period, &rows, &sessions, "2010-01-01").total;
        let Time {
            sessions,
            minutes,
            without,
        } = total.held.period;
        [
            total.begun as i64,
            total.ended as i64,
            sessions as i64,
            minutes,
            without as i64,
        ]
    };
    let months = ["2026-07", "2026-08", "2026-09"].map(sums);
    let added: Vec<i64> = (0..5).map(|n| months.iter().map(|sums| sums[n]).sum()).collect();
    assert_eq!(sums("2026-Q3").to_vec(), added);
    assert_eq!(added, [2, 2, 3, 105, 1]);
}

#[test]
fn a_pair_whose_mentor_left_is_stopped_on_that_day() {
    let month = Month::parse("2026-10").unwrap();
    let who = [("senior", 0, "2010-01-01"), ("junior", 0, "2026-03-02")];
    let left = |on: &str| {
        let mut people = people(month, &who);
        people.post(0, &row(&["senior", on, "", "", "", "", "left"]), None);
        let running = pair("m", "running", "2026-04-01", "", "");
        let phase = Phase::on(&running, &people, (Some(0), Some(1)));
        (phase.status, phase.end.map(|end| end.to_string()))
    };
    let stopped = |on: &str| (MentoringStatus::Stopped, Some(on.to_owned()));
    assert_eq!(left("2026-08-03"), stopped("2026-08-03"));
    // Who left before it began never met, and who leaves later is still there.
    assert_eq!(left("2026-03-01"), stopped("2026-04-01"));
    assert_eq!(left("2026-11-01"), (MentoringStatus::Running, None));
    // What was closed before stays closed.
    let mut people = people(month, &who);
    people.post(0, &row(&["senior", "2026-08-03", "", "", "", "", "left"]), None);
    let closed = pair("m", "closed", "2026-04-01", "2026-06-30", "Sendiri");
    let phase = Phase::on(&closed, &people, (Some(0), Some(1)));
    assert_eq!(
        (phase.status, phase.end),
        (MentoringStatus::Closed, Some(day("2026-06-30")))
    );
}

#[test]
fn a_pair_that_starts_on_the_last_day_has_begun() {
    for (start, begun) in [("2026-10-31", 1), ("2026-11-01", 0)] {
        let figures = figures(&[pair("m-1", "running", start, "", "")], &[], "2020-01-01");
        assert_eq!(
            (figures.total.begun, figures.pairs.len()),
            (begun, begun as usize),
            "{start}"
        );
    }
}

#[test]
fn who_was_in_a_pair_within_twelve_months_may_have_answered() {
    let within = |status, end| {
        let rows = [pair("a", status, "2025-01-06", end, "")];
        figures(&rows, &[], "2010-01-01").within_year
    };
    assert_eq!(within("running", ""), [1, 1]);
    assert_eq!(within("closed", "2025-11-01"), [1, 1]);
    assert_eq!(within("closed", "2025-10-31"), [0, 0]);
}
