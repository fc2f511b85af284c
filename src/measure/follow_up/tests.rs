//! What answers an evaluation, and what does not.

use super::super::sample::{people, row};
use super::super::trace::Trace;
use super::*;
use crate::diagnostic::Findings;
use crate::records::time::Month;
use crate::rules::Enactment;
use crate::rules::editions::Editions;

fn rules<T: Enactment + crate::records::document::Field>(fields: &str) -> Editions<T> {
    let text =
        format!("[[edition]]\nbasis = \"B\"\nin_force_from = 2025-01-01\nverified = \"text\"\n{fields}\n");
    Editions::read(&text, 0, &mut Findings::new())
}

const RHYTHM: &str = "rhythm = \"quarter\"\nlate_after_days = 10\nmin_days_in_post = 30\nexempt = []";
const GUIDANCE: &str = "guidance_within_days = 30\nfollow_up_within_days = 90\nrecognition_after_periods = 3";

/// What is open and ahead of one person at the end of October 2026: evaluations (period, predicate by its cell,
/// day), guidance (day, cause, due, follow-up, result), awards (day, evaluation).
fn figures(evaluations: &[[&str; 4]], guidance: &[[&str; 5]], awards: &[[&str; 2]]) -> FollowUpFigures {
    figures_since(None, evaluations, guidance, awards)
}

/// The same of records that begin on a day.
fn figures_since(
    since: Option<&str>,
    evaluations: &[[&str; 4]],
    guidance: &[[&str; 5]],
    awards: &[[&str; 2]],
) -> FollowUpFigures {
    let month = Month::parse("2026-10").unwrap();
    let people = people(month, &[("p1", 0, "2010-01-01")]);
    let matrix = include_str!("../../../data/rules/predicate.toml");
    let matrix: Editions<PredicateRule> = Editions::read(matrix, 0, &mut Findings::new());
    let (rhythm, rule) = (rules::<EvaluationRhythm>(RHYTHM), rules(GUIDANCE));
    let mut measure = FollowUps::new(1, &rule, &matrix.all()[0], &rhythm.all()[0], month.last())
        .known_since(since.and_then(Day::parse));
    for [period, result, behaviour, date] in evaluations {
        measure.evaluation(
            &row(&["p1", period, result, behaviour, "", "", date]),
            Origin::NOWHERE,
            0,
        );
    }
    for [date, cause, due, followed_up, result] in guidance {
        measure.guidance(
            &row(&["g-1", "p1", date, cause, "", "G", due, followed_up, result]),
            Origin::NOWHERE,
            0,
        );
    }
    for [date, evaluation] in awards {
        measure.award(&row(&["a-1", "p1", date, "Piagam", "", evaluation]), 0);
    }
    measure.figures(&people, &mut Trace::silent())
}

fn open(figures: &FollowUpFigures) -> Vec<(Lacking, String)> {
    let open = figures.open.iter();
    open.map(|one| (one.lacking, one.due.to_string())).collect()
}

const LOW: [&str; 4] = ["2026-Q2", "below", "meets", "2026-07-10"];

#[test]
fn a_low_predicate_is_open_until_guidance_answers_it() {
    assert_eq!(
        open(&figures(&[LOW], &[], &[])),
        [(Lacking::Guidance, "2026-08-09".to_owned())]
    );
    let answered = |guidance: [&str; 5]| open(&figures(&[LOW], &[guidance], &[])).is_empty();
    // Late guidance answers it as well; done with a result, nothing is open.
    assert!(answered([
        "2026-10-20",
        "evaluation:p1/2026-Q2",
        "",
        "2026-10-25",
        "R"
    ]));
    assert!(answered(["2026-08-01", "", "", "2026-10-25", "R"]));
    // Guidance for another reason, before the evaluation, or after the month does not.
    assert!(!answered([
        "2026-08-01",
        "complaint:2026-07-k1",
        "",
        "2026-08-25",
        "R"
    ]));
    assert!(!answered(["2026-06-01", "", "", "2026-06-25", "R"]));
    assert!(!answered(["2026-11-02", "evaluation:p1/2026-Q2", "", "", ""]));
    // Before the evaluation only guidance that names it does.
    assert!(answered([
        "2026-07-01",
        "evaluation:p1/2026-Q2",
        "",
        "2026-10-25",
        "R"
    ]));
    assert!(!answered([
        "2026-07-01",
        "evaluation:p1/2026-Q1",
        "",
        "2026-10-25",
        "R"
    ]));
}

#[test]
fn what_followed_before_the_records_begin_is_unknown() {
    let of = |since: &str, evaluations: &[[&str; 4]], guidance: &[[&str; 5]]| {
        let all = figures_since(Some(since), evaluations, guidance, &[]);
        (open(&all).len(), all.untold)
    };
    assert_eq!(of("2026-07-10", &[LOW], &[]), (1, 0), "made on the first day");
    assert_eq!(of("2026-07-11", &[LOW], &[]), (0, 1), "made the day before");
    // Guidance that is on record answers it, and is open itself whenever it was given.
    let late = ["2026-07-12", "evaluation:p1/2026-Q2", "2026-08-01", "", ""];
    assert_eq!(of("2026-08-01", &[LOW], &[late]), (1, 0));
    // A run of three periods: recognition may have been given from the day after the first of them on.
    let best =
        ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"].map(|period| [period, "above", "above", "2026-10-05"]);
    assert_eq!(of("2026-04-01", &best, &[]), (1, 0));
    assert_eq!(of("2026-04-02", &best, &[]), (0, 1));
}

#[test]
fn what_happens_on_the_last_day_is_known() {
    let figures = |day: &str| {
        let guided = [day, "", "", "", ""];
        let all = figures(&[], &[guided], &[[day, ""]]);
        let since = Day::parse(day).unwrap();
        (all.guided.len(), all.awarded.len(), all.named(since).count())
    };
    // The open guidance, the guidance of that day and the award.
    assert_eq!(figures("2026-10-31"), (1, 1, 3));
    assert_eq!(figures("2026-11-01"), (0, 0, 0));
}

#[test]
fn a_follow_up_is_known_from_its_day_on() {
    let lacking = |on| {
        let all = figures(&[], &[["2026-05-01", "", "2026-09-01", on, ""]], &[]);
        all.open.iter().map(|one| one.lacking).collect::<Vec<_>>()
    };
    // Its result is not late on the day itself.
    assert_eq!(lacking("2026-10-31"), []);
    assert_eq!(lacking("2026-11-01"), [Lacking::FollowUp]);
}

#[test]
fn what_is_not_yet_due_lies_ahead() {
    let late = ["2026-Q3", "below", "meets", "2026-10-09"];
    let both = figures(&[late], &[["2026-08-20", "complaint:x", "", "", ""]], &[]);
    assert!(both.open.is_empty());
    let due: Vec<String> = both.ahead.iter().map(|one| one.due.to_string()).collect();
    assert_eq!(due, ["2026-11-08", "2026-11-18"]);
    // On its last day nothing is late.
    let ahead = figures(&[], &[["2026-08-01", "", "2026-10-31", "", ""]], &[]);
    assert_eq!((ahead.open.len(), ahead.ahead.len()), (0, 1));
}

#[test]
fn guidance_is_open_until_its_follow_up_has_a_result() {
    let state = |guidance: [&str; 5]| open(&figures(&[], &[guidance], &[]));
    let due = |text: &str| text.to_owned();
    assert_eq!(
        state(["2026-05-01", "", "2026-09-01", "", ""]),
        [(Lacking::FollowUp, due("2026-09-01"))]
    );
    assert_eq!(
        state(["2026-05-01", "", "", "", ""]),
        [(Lacking::FollowUp, due("2026-07-30"))]
    );
    assert_eq!(
        state(["2026-05-01", "", "", "2026-08-20", ""]),
        [(Lacking::Result, due("2026-08-20"))]
    );
    // Followed up only after the month: its result was not known either.
    let later = ["2026-05-01", "", "2026-09-01", "2026-11-05", "R"];
    assert_eq!(state(later), [(Lacking::FollowUp, due("2026-09-01"))]);
    assert!(state(["2026-05-01", "", "", "", "R"]).is_empty());
}

#[test]
fn sangat_baik_running_asks_for_recognition_since_the_run_began() {
    let quarter = |period| [period, "above", "above", ""];
    let run = [quarter("2026-Q1"), quarter("2026-Q2"), quarter("2026-Q3")];
    let due = [(Lacking::Recognition, "2026-09-30".to_owned())];
    assert_eq!(open(&figures(&run, &[], &[])), due);
    // Not yet evaluated in the latest: the run before it counts.
    let earlier = [quarter("2025-Q4"), quarter("2026-Q1"), quarter("2026-Q2")];
    assert_eq!(open(&figures(&earlier, &[], &[])).len(), 1);
    // Of a quarter that was evaluated by its last month, or again in a later one, that counts.
    let by_month = [quarter("2026-Q1"), quarter("2026-Q2"), quarter("2026-09")];
    assert_eq!(open(&figures(&by_month, &[], &[])).len(), 1);
    let lowered = [&run[..], &[["2026-08", "meets", "above", ""]]].concat();
    assert!(open(&figures(&lowered, &[], &[])).is_empty());
    // A gap, or a lower predicate, breaks it.
    assert!(
        open(&figures(
            &[quarter("2025-Q4"), quarter("2026-Q1"), quarter("2026-Q3")],
            &[],
            &[]
        ))
        .is_empty()
    );
    let lower = [
        quarter("2026-Q1"),
        ["2026-Q2", "meets", "above", ""],
        quarter("2026-Q3"),
    ];
    assert!(open(&figures(&lower, &[], &[])).is_empty());
    // An award after the first of them ended, or one that names one of them, answers it; an older one does not.
    assert!(open(&figures(&run, &[], &[["2026-04-01", ""]])).is_empty());
    assert!(open(&figures(&run, &[], &[["2026-03-31", "evaluation:p1/2026-Q1"]])).is_empty());
    assert_eq!(open(&figures(&run, &[], &[["2026-03-31", ""]])), due);
    assert_eq!(
        open(&figures(&run, &[], &[["2026-11-01", "evaluation:p1/2026-Q3"]])),
        due
    );
}

#[test]
fn as_many_periods_are_read_as_a_run_needs_and_one_more() {
    let month = Month::parse("2026-10").unwrap();
    let matrix = include_str!("../../../data/rules/predicate.toml");
    let matrix: Editions<PredicateRule> = Editions::read(matrix, 0, &mut Findings::new());
    let rhythm = rules::<EvaluationRhythm>(RHYTHM);
    for (run, periods) in [(1, 4), (3, 4), (4, 5), (6, 7)] {
        let rule = GUIDANCE.replace("after_periods = 3", &format!("after_periods = {run}"));
        let rule = rules(&rule);
        let measure = FollowUps::new(1, &rule, &matrix.all()[0], &rhythm.all()[0], month.last());
        assert_eq!(measure.owed().len(), periods, "{run}");
    }
}

#[test]
fn an_award_names_what_is_unknown_where_nobody_has_the_evaluation() {
    let month = Month::parse("2026-10").unwrap();
    let matrix = include_str!("../../../data/rules/predicate.toml");
    let matrix: Editions<PredicateRule> = Editions::read(matrix, 0, &mut Findings::new());
    let (rhythm, rule) = (rules::<EvaluationRhythm>(RHYTHM), rules(GUIDANCE));
    // Of 2020 nothing was read, of the second quarter of 2026 everything.
    for (evaluation, is_there, expected) in [
        ("evaluation:p1/2020-Q1", true, false),
        ("evaluation:p1/2020-Q1", false, true),
        ("evaluation:p1/2026-Q2", true, false),
        ("evaluation:p1/2026-Q3", true, true),
    ] {
        let mut measure = FollowUps::new(1, &rule, &matrix.all()[0], &rhythm.all()[0], month.last());
        let graded = row(&["p1", "2026-Q2", "above", "above", "", "", ""]);
        measure.evaluation(&graded, Origin::NOWHERE, 0);
        measure.award(&row(&["a-1", "p1", "2026-10-05", "Piagam", "", evaluation]), 0);
        assert_eq!(
            measure.names_unknown(|_| is_there),
            expected,
            "{evaluation} {is_there}"
        );
    }
}

#[test]
fn an_evaluation_is_of_the_period_with_which_it_ends_and_of_no_earlier_one() {
    let month = Month::parse("2026-11").unwrap();
    let matrix = include_str!("../../../data/rules/predicate.toml");
    let matrix: Editions<PredicateRule> = Editions::read(matrix, 0, &mut Findings::new());
    let (rhythm, rule) = (rules::<EvaluationRhythm>(RHYTHM), rules(GUIDANCE));
    let mut measure = FollowUps::new(1, &rule, &matrix.all()[0], &rhythm.all()[0], month.last());
    let owed = measure.owed()[0];
    assert_eq!(owed.to_string(), "2026-Q3");
    for (period, counting) in [
        ("2026-10", None),
        ("2026-08", None),
        ("2026-09", Some("2026-09")),
        ("2026-Q3", Some("2026-Q3")),
    ] {
        let graded = row(&["p1", period, "above", "above", "", "", ""]);
        measure.evaluation(&graded, Origin::NOWHERE, 0);
        let own = measure.ending_with(0, owed);
        let own = own.map(|graded| graded.period.to_string());
        assert_eq!(own.as_deref(), counting, "{period}");
    }
}
