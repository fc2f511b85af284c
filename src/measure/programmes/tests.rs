//! Which programmes are of a period, and what their rows come to.

use super::*;
use crate::diagnostic::Findings;
use crate::measure::sample::{feedback, form, row};
use crate::records::document;

fn tally(period: &str) -> Tally {
    let mut tally = Tally::default();
    let rows = [
        ("a", "completed", "", "2026-06-30", "60", "70"),
        ("b", "completed", "", "2026-07-01", "50", "80"),
        ("c", "completed", "", "2026-08-31", "50", "90"),
        ("d", "completed", "", "2026-09-15", "", "90"),
        ("e", "completed", "", "2026-10-01", "40", "90"),
        ("f", "absent", "sick", "", "", ""),
        ("g", "attending", "", "", "40", ""),
    ];
    for (staff, status, reason, completed, pre, post) in rows {
        let read: Participation<'_> = row(&[
            "2026-06/x",
            staff,
            status,
            reason,
            "",
            "",
            completed,
            "8",
            "",
            pre,
            post,
        ]);
        let period = Period::parse(period).unwrap();
        tally.row(&read, Origin::NOWHERE, 0, period, &mut Trace::silent());
    }
    tally
}

#[test]
fn a_quarter_completes_what_its_months_complete() {
    let quarter = tally("2026-Q3").in_period;
    let months = ["2026-07", "2026-08", "2026-09"].map(|month| tally(month).in_period);
    let came = [Of::completed, Of::asked, Of::jp_total];
    let tests = [Of::pairs, Of::pre_mean, Of::post_mean];
    for column in came.into_iter().chain(tests) {
        let sum: i64 = months.iter().map(|month| month.of(column)).sum();
        assert_eq!(quarter.of(column), sum, "{column:?}");
    }
    assert_eq!(quarter.count(Of::completed), 3);
    assert_eq!(quarter.figure(Of::post_mean), Some(Ratio::int(85)));
}

#[test]
fn a_later_completion_is_an_open_place() {
    let tally = tally("2026-Q3");
    let all = [Of::invited, Of::completed, Of::absent, Of::other].map(|column| tally.all.count(column));
    assert_eq!(all, [7, 4, 1, 2]);
    assert!(tally.is_open() && tally.has_earlier && tally.may_end_in_period());
    assert_eq!(
        (
            tally.all.count(Of::absent),
            tally.absent[AbsenceReason::Sick as usize]
        ),
        (1, 1)
    );
    // Who completed later wrote no post-test yet, so there are three pairs.
    assert_eq!(tally.all.count(Of::pairs), 3);
    let gain = |least| tally.all.gain(Dec::int(100), least);
    assert_eq!((gain(3), gain(4)), (Ratio::new(80, 140), None));
}

/// A tally of one row.
fn of_one(status: &str, completed: &str) -> Tally {
    of(&[(status, completed)])
}

/// A tally of rows.
fn of(rows: &[(&str, &str)]) -> Tally {
    let mut tally = Tally::default();
    let period = Period::parse("2026-Q3").unwrap();
    for (status, completed) in rows {
        let read: Participation<'_> = row(&["2026-06/x", "a", status, "", "", "", completed, "8"]);
        tally.row(&read, Origin::NOWHERE, 0, period, &mut Trace::silent());
    }
    tally
}

/// The programme numbered 7 of four people, with so many answers to each of its forms.
fn programme(mode: &str, answers: &[usize]) -> Programme {
    let dates = "start=2026-07-01\nend=2026-07-01\njp=8\nstatus='done'";
    let text = format!("title='t'\nmethod='KL10'\nmode='{mode}'\n{dates}");
    Programme {
        id: "2026-06/x".to_owned(),
        number: 7,
        training: document::read(&text, 0, &mut Findings::new()).unwrap(),
        tally: of(&[("completed", "2026-07-01"); 4]),
        feedback: answers
            .iter()
            .map(|count| feedback(&form(), &vec![4; *count]))
            .collect(),
        guard: Guard::default(),
    }
}

#[test]
fn a_rate_is_known_of_one_form_that_no_more_answered_than_were_asked() {
    let answered = [&[0][..], &[4], &[5], &[3, 0], &[1, 1]];
    let rates = answered.map(|answers| programme("classroom", answers).has_rate());
    assert_eq!(rates, [true, true, false, true, false]);
}

#[test]
fn answers_about_a_programme_whose_people_are_not_on_record_are_all_of_people() {
    let tally = Tally::default();
    let mut all = [Programme {
        tally,
        ..programme("classroom", &[6])
    }];
    let guard = Guard::new(5);
    withhold(&mut all, &[Form { guard, ..form() }]);
    assert!(!all[0].is_withheld());
}

#[test]
fn the_figures_of_a_self_paced_programme_are_those_of_the_period() {
    let figure = |mode| programme(mode, &[]).figure();
    assert_eq!([figure("classroom"), figure("self-paced")], [7, 7 | OF_PERIOD]);
}

#[test]
fn a_programme_that_everybody_completed_before_does_not_end_in_the_period() {
    let before = of_one("completed", "2026-06-30");
    assert!(!before.is_open() && !before.may_end_in_period());
    let within = of_one("completed", "2026-07-01");
    assert!(!within.is_open() && within.may_end_in_period());
    assert!(of_one("attending", "").is_open());
    // Who never came completed nothing before.
    let absent = of_one("absent", "");
    assert!(!absent.is_open() && !absent.has_earlier && absent.may_end_in_period());
    let both = of(&[("completed", "2026-06-30"), ("completed", "2026-07-01")]);
    assert!(!both.is_open() && both.has_earlier && both.may_end_in_period());
}
