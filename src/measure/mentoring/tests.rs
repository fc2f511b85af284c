//! Pairs on hard cases: silence, what was not yet known, newcomers.

use super::super::sample::{day, people, row};
use super::*;

fn rule() -> MentoringRule {
    MentoringRule {
        origin: Origin::NOWHERE,
        basis: String::new(),
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
    let month = Month::parse("2026-10").unwrap();
    let rule = rule();
    let mut pairs = Pairs::new(&rule, month);
    rows.iter()
        .for_each(|row| pairs.pair(row, Origin::NOWHERE, (0, 1), None));
    for session in sessions {
        assert!(pairs.session(session, Origin::NOWHERE, &mut Trace::silent()));
    }
    let people = people(month, &[("senior", 0, "2010-01-01"), ("junior", 0, joined)]);
    let post = |joined| Post {
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
fn a_pair_that_ends_later_still_runs_and_nothing_came_of_it_yet() {
    let later = pair("m-1", "closed", "2026-09-20", "2026-11-10", "A");
    let figures = figures(&[later], &[], "2026-06-01");
    assert_eq!((figures.total.running, figures.pairs[0].alone.clone()), (1, None));
    assert_eq!(figures.newcomers[0].guided, Guided::Running);
    assert_eq!(figures.newcomers[0].days, 152);
}

#[test]
fn a_newcomer_works_alone_from_the_end_of_the_pair_that_says_so() {
    let closed = pair("m-1", "closed", "2026-06-05", "2026-09-01", "A");
    let silent = pair("m-2", "closed", "2026-06-05", "2026-08-01", "");
    let figures = |rows: &[Mentoring<'_>], joined| figures(rows, &[], joined).newcomers;
    let both = figures(&[silent, closed], "2026-06-01");
    assert_eq!((both[0].guided, both[0].days), (Guided::Alone, 92));
    assert_eq!(figures(&[silent], "2026-06-01")[0].guided, Guided::Closed);
    let stopped = pair("m-3", "stopped", "2026-06-05", "2026-07-01", "");
    assert_eq!(figures(&[stopped], "2026-06-01")[0].guided, Guided::Nobody);
    // Twelve months to the day: no newcomer any more.
    assert!(figures(&[], "2025-10-31").is_empty());
    assert_eq!(figures(&[], "2025-11-01").len(), 1);
}

#[test]
fn minutes_that_are_not_recorded_are_not_zero() {
    let running = pair("m-1", "running", "2026-03-02", "", "");
    let held = |sessions: &[Session<'_>]| figures(&[running], sessions, "2020-01-01").total.held;
    let none = held(&[session("m-1", "2026-10-05", "")]);
    assert_eq!((none.month.sessions, none.month.known_minutes()), (1, None));
    let some = held(&[
        session("m-1", "2026-10-05", ""),
        session("m-1", "2026-09-05", "90"),
    ]);
    assert_eq!(
        (some.all.known_minutes(), some.month.known_minutes()),
        (Some(90), None)
    );
}
