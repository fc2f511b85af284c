//! Conditions on their edges.

use super::super::sample::{day, people, row};
use super::*;
use crate::diagnostic::Findings;
use crate::records::organisation::{Contract, Posting, Staff};
use crate::rules::editions::Editions;
use crate::rules::{EvaluationRhythm, GuidanceRule, PredicateRule};

/// The shipped edition of a rule.
macro_rules! shipped {
    ($name:literal) => {
        Editions::read(
            include_str!(concat!("../../../data/rules/", $name, ".toml")),
            0,
            &mut Findings::new(),
        )
    };
}

const CRITERION: &str = "[[edition]]\nbasis = \"B\"\nin_force_from = 2025-01-01\nverified = \"text\"\nmonths = 12\n\
    [[edition.criterion]]\ncode = \"c\"\nname = \"C\"\nreward = \"R\"\npredicate = \"baik\"\nperiods = 2\n\
    hours_met = true\nmost_refusals = 0\nleast_own = 1\n";

/// How one PNS stands at the end of October 2026: evaluations by period, and participation as
/// (programme's month, status, reason, initiative, completed, JP).
fn judged(evaluations: &[(&str, &str)], rows: &[[&str; 6]]) -> Candidate {
    let month = Month::parse("2026-10").unwrap();
    judged_of(&people(month, &[("p1", 0, "2010-01-01")]), evaluations, rows)
}

/// The same of somebody else.
fn judged_of(people: &People, evaluations: &[(&str, &str)], rows: &[[&str; 6]]) -> Candidate {
    let month = Month::parse("2026-10").unwrap();
    let (matrix, rhythm): (Editions<PredicateRule>, Editions<EvaluationRhythm>) =
        (shipped!("predicate"), shipped!("evaluation"));
    let (guidance, hours_rule): (Editions<GuidanceRule>, Editions<HoursRule>) =
        (shipped!("guidance"), shipped!("hours"));
    let rule: Editions<Incentive> = Editions::read(CRITERION, 0, &mut Findings::new());
    let (rule, hours_rule) = (&rule.all()[0], &hours_rule.all()[0]);
    let mut follow_ups = FollowUps::new(1, &guidance, &matrix.all()[0], &rhythm.all()[0], month.last());
    for (period, level) in evaluations {
        let cells = ["p1", period, level, level];
        follow_ups.evaluation(&row(&cells), Origin::NOWHERE, 0);
    }
    let hours = Hours::new(people, hours_rule, None);
    let mut activity = Activity::new(1, rule, day("2026-10-31"), None);
    for [of, status, reason, initiative, completed, jp] in rows {
        let training = format!("{of}/x");
        let cells = [&training, "p1", status, reason, "", initiative, completed, jp];
        let read = row(&cells);
        hours.row(&read, Origin::NOWHERE, 0, Some(0), &mut Trace::silent());
        activity.row(
            &read,
            Origin::NOWHERE,
            0,
            Month::parse(of).unwrap(),
            &mut Trace::silent(),
        );
    }
    let judge = Judge {
        rule,
        hours_rule,
        hours: &hours,
        evaluations: &follow_ups,
        activity: &activity,
    };
    judge.judge(0, &rule.criterion[0], 0, people)
}

const GOOD: [(&str, &str); 2] = [("2026-Q2", "meets"), ("2026-Q3", "above")];
const OWN: [&str; 6] = ["2026-05", "completed", "", "self", "2026-05-20", "20"];

#[test]
fn every_condition_named_must_hold() {
    let met = judged(&GOOD, &[OWN]);
    assert_eq!((met.holds, met.is_met()), ([Some(Fulfilment::Met); 4], true));
    // Just below the floor; a completion after the month is not yet known.
    let below = judged(
        &GOOD,
        &[["2026-05", "completed", "", "self", "2026-05-20", "19.9999"]],
    );
    assert_eq!(
        below.holds,
        [
            Some(Fulfilment::Met),
            Some(Fulfilment::Lacking),
            Some(Fulfilment::Met),
            Some(Fulfilment::Met)
        ]
    );
    assert_eq!(
        judged(&GOOD, &[["2026-11", "completed", "", "self", "2026-11-02", "20"]])
            .active
            .own,
        0
    );
}

#[test]
fn a_period_without_evaluation_is_not_a_good_one() {
    for evaluations in [
        &[("2026-Q3", "above")][..],
        &[("2026-Q1", "above"), ("2026-Q2", "above")],
    ] {
        assert_eq!(judged(evaluations, &[OWN]).periods, (1, 2));
    }
    assert_eq!(
        judged(&[("2026-Q2", "below"), ("2026-Q3", "meets")], &[OWN]).periods,
        (1, 2)
    );
}

#[test]
fn refusals_count_in_the_month_of_their_programme() {
    let refused = |month: &str, reason: &str| {
        judged(&GOOD, &[OWN, [month, "absent", reason, "", "", ""]])
            .active
            .refused
    };
    assert_eq!(refused("2026-10", "declined"), 1);
    assert_eq!(refused("2025-11", "declined"), 1);
    // Twelve months reach from November to October.
    assert_eq!(refused("2025-10", "declined"), 0);
    assert_eq!(refused("2026-11", "declined"), 0);
    assert_eq!(refused("2026-10", "sick"), 0);
}

#[test]
fn a_pppk_meets_the_hours_up_to_the_ceiling_however_few_they_are() {
    let month = Month::parse("2026-10").unwrap();
    let mut people = People::new(month.last(), month.plus(-1).last());
    people.add("p1", Some(&row::<Staff>(&["p1", "", "", "N", "", "pppk"])));
    people.post(0, &row::<Posting>(&["p1", "2024-01-01"]), Some(0));
    people.contract(0, &row::<Contract>(&["p1", "2024-01-01", "2027-01-01"]));
    let hours = |jp: &str| {
        let judged = judged_of(
            &people,
            &GOOD,
            &[["2026-05", "completed", "", "self", "2026-05-20", jp]],
        );
        judged.holds[Condition::Hours as usize]
    };
    assert_eq!(hours("9"), Some(Fulfilment::Met));
    assert_eq!(hours("24"), Some(Fulfilment::Met));
    assert_eq!(hours("24.0001"), Some(Fulfilment::Lacking));
}

#[test]
fn one_refusal_too_many_or_one_programme_too_few_is_near_and_two_are_not() {
    let rule: Editions<Incentive> = Editions::read(CRITERION, 0, &mut Findings::new());
    let criterion = &rule.all()[0].criterion[0];
    let refused = ["2026-10", "absent", "declined", "", "", ""];
    assert!(judged(&GOOD, &[OWN, refused]).is_near(criterion));
    assert!(!judged(&GOOD, &[OWN, refused, refused]).is_near(criterion));
    // Assigned, not on own initiative: one too few.
    let assigned = ["2026-05", "completed", "", "assigned", "2026-05-20", "20"];
    assert!(judged(&GOOD, &[assigned]).is_near(criterion));
    assert!(!judged(&GOOD, &[assigned, refused]).is_near(criterion));
}

#[test]
fn who_came_on_the_last_day_of_a_period_may_have_been_evaluated_for_it() {
    let month = Month::parse("2026-10").unwrap();
    let all = |came: &str| {
        let people = people(month, &[("p1", 0, came)]);
        judged_of(&people, &[("2026-Q3", "above")], &[OWN]).holds[Condition::Predicates as usize]
    };
    assert_eq!(all("2026-06-30"), Some(Fulfilment::Unknown));
    assert_eq!(all("2026-07-01"), Some(Fulfilment::Lacking));
}

#[test]
fn an_award_counts_from_the_first_day_of_the_months_of_the_rule() {
    let rule: Editions<Incentive> = Editions::read(CRITERION, 0, &mut Findings::new());
    let one = judged(&GOOD, &[OWN]);
    let is_rewarded = |day_of: &str, criterion: &str| {
        let read = row(&["a-1", "p1", day_of, "Piagam", criterion]);
        let award = Recognition::on(&read, 0, day("2026-10-31")).unwrap();
        rewarded(&rule.all()[0], &[award], &one, day("2026-10-31")).is_some()
    };
    assert!(is_rewarded("2025-11-01", "c"));
    assert!(!is_rewarded("2025-10-31", "c") && !is_rewarded("2025-11-01", "another"));
}

#[test]
fn records_that_begin_with_the_months_of_the_rule_tell_of_all_of_them() {
    let rule: Editions<Incentive> = Editions::read(CRITERION, 0, &mut Findings::new());
    let told = |since: &str| Activity::new(1, &rule.all()[0], day("2026-10-31"), Some(day(since))).is_told;
    assert!(told("2025-11-01") && !told("2025-11-02"));
}

#[test]
fn a_criterion_has_the_conditions_that_it_names() {
    let text = "[[edition]]\nbasis = \"B\"\nin_force_from = 2025-01-01\nverified = \"text\"\nmonths = 12\n\
        [[edition.criterion]]\ncode = \"c\"\nname = \"C\"\nreward = \"R\"\nhours_met = true\n";
    let rule: Editions<Incentive> = Editions::read(text, 0, &mut Findings::new());
    let named = Condition::ALL.map(|condition| condition.is_of(&rule.all()[0].criterion[0]));
    assert_eq!(named, [false, true, false, false]);
}
