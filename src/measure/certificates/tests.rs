//! Both rules of renewal, chains, and what was not yet known.

use super::super::sample::{day, people, row};
use super::*;
use crate::diagnostic::Findings;

/// Rules from the text of their fields, in force since 2025.
fn rules(fields: &str) -> Editions<CertificateRule> {
    let text =
        format!("[[edition]]\nbasis = \"B\"\nin_force_from = 2025-01-01\nverified = \"text\"\n{fields}\n");
    let mut findings = Findings::new();
    let rules = Editions::read(&text, 0, &mut findings);
    assert_eq!(findings.errors(), 0, "{fields}");
    rules
}

const MONTHS: &str = "renewal = \"months\"\nmonths = 36\nwarn_days = 90";
const WINDOW: &str = "renewal = \"window\"\nwindow_from = 1\nwindow_to = 3\nwarn_days = 90";
const WINTER: &str = "renewal = \"window\"\nwindow_from = 11\nwindow_to = 2\nmonths = 24\nwarn_days = 30";

/// Certificates of one person as of the end of October 2026: id, issue, end, what they renew.
fn figures(rule: &str, list: &[[&str; 4]]) -> CertificateFigures {
    let month = Month::parse("2026-10").unwrap();
    let people = people(month, &[("p1", 0, "2010-01-01")]);
    let rules = rules(rule);
    let mut certificates = Certificates::new(&rules, month.last());
    for [id, issued, until, renews] in list {
        let cells = [id, "p1", "S", "", "", "", issued, until, "", renews];
        certificates.row(&row(&cells), Origin::NOWHERE, 0, &people, &mut Trace::silent());
    }
    certificates.figures(&mut Trace::silent())
}

fn standings(figures: &CertificateFigures) -> Vec<(&str, Validity, u32)> {
    let list = figures.list.iter();
    list.map(|one| (&*one.id, one.standing, one.renewals)).collect()
}

#[test]
fn the_last_day_is_the_one_written_else_by_the_rule() {
    use Validity::*;
    for (issued, until, expected) in [
        // Valid on the last day itself; issued before the rule was in force.
        ("2023-10-31", "", Expiring),
        ("2023-10-30", "", Expired),
        ("2024-01-29", "", Expiring),
        ("2024-01-30", "", Valid),
        ("2025-06-01", "2026-10-15", Expired),
        ("2020-01-01", "2030-01-01", Valid),
    ] {
        let figures = figures(MONTHS, &[["c1", issued, until, ""]]);
        let one = &figures.list[0];
        let expected = (expected, until.is_empty());
        assert_eq!((one.standing, one.is_by_rule), expected, "{issued} {until}");
    }
}

#[test]
fn a_rule_without_months_gives_no_end() {
    let figures = figures(
        "renewal = \"months\"\nwarn_days = 90",
        &[["c1", "1999-01-01", "", ""]],
    );
    assert_eq!(figures.list[0].standing, Validity::Valid);
    assert_eq!(figures.list[0].valid_until, None);
    assert!(!figures.list[0].is_by_rule);
}

#[test]
fn its_use_at_work_is_known_from_the_day_on_which_it_was_told() {
    let rules = rules(MONTHS);
    let applied = |told| {
        let mut cells = vec!["c1", "p1", "S", "", "", "", "2026-01-01", "", "", "", "Arsip"];
        cells.extend(["", "", told]);
        let held = Credential::of(&row(&cells), Origin::NOWHERE, 0, &rules, day("2026-10-31"));
        held.and_then(|held| held.applied).is_some()
    };
    assert_eq!(["", "2026-10-31", "2026-11-01"].map(applied), [true, true, false]);
}

#[test]
fn a_window_ends_before_the_certificate_does() {
    let (yearly, winter) = (rules(WINDOW), rules(WINTER));
    let (yearly, winter) = (&yearly.all()[0], &winter.all()[0]);
    let due = |rule, issued, until: Option<&str>| {
        renew_by(rule, day(issued), until.map(day)).map(|d| d.to_string())
    };
    assert_eq!(
        due(yearly, "2023-05-10", Some("2026-05-10")).unwrap(),
        "2026-03-31"
    );
    assert_eq!(
        due(yearly, "2023-05-10", Some("2026-03-30")).unwrap(),
        "2025-03-31"
    );
    // Issued within a window and valid for less than a year: no whole window lies between.
    assert_eq!(
        due(yearly, "2026-02-10", Some("2026-12-31")).unwrap(),
        "2026-12-31"
    );
    // Without an end the next window counts, and not the one in which it was issued.
    assert_eq!(due(yearly, "2026-02-10", None).unwrap(), "2027-03-31");
    assert_eq!(due(yearly, "2025-11-10", None).unwrap(), "2026-03-31");
    // A window over the turn of the year.
    assert_eq!(
        due(winter, "2024-05-01", Some("2026-05-01")).unwrap(),
        "2026-02-28"
    );
    assert_eq!(
        due(winter, "2024-05-01", Some("2026-01-31")).unwrap(),
        "2025-02-28"
    );
    // A window that ends with the certificate lies within it.
    assert_eq!(
        due(winter, "2024-05-01", Some("2026-02-28")).unwrap(),
        "2026-02-28"
    );
    assert_eq!(
        due(winter, "2024-05-01", Some("2026-02-27")).unwrap(),
        "2025-02-28"
    );
}

#[test]
fn a_missed_window_lapses_what_has_no_end_of_its_own() {
    let figures = figures(
        WINDOW,
        &[["c1", "2025-05-01", "", ""], ["c2", "2026-02-01", "", ""]],
    );
    let expected = [("c1", Validity::Expired, 0), ("c2", Validity::Valid, 0)];
    assert_eq!(standings(&figures), expected);
}

#[test]
fn a_renewal_counts_from_its_own_issue_and_chains_may_be_long() {
    let chain = [
        ["c1", "2019-01-01", "2022-01-01", ""],
        ["c2", "2022-01-01", "2025-01-01", "c1"],
        ["c3", "2025-01-01", "2028-01-01", "c2"],
    ];
    let expected = [
        ("c1", Validity::Renewed, 0),
        ("c2", Validity::Renewed, 1),
        ("c3", Validity::Valid, 2),
    ];
    let all = figures(MONTHS, &chain);
    assert_eq!(standings(&all), expected);
    assert_eq!((all.total.of(Of::holders), all.total.of(Of::current)), (1, 1));
    // A renewal after the month is not yet known, so the old one is expired.
    let later = ["c4", "2026-11-02", "2029-11-02", "c5"];
    let late = figures(MONTHS, &[["c5", "2023-01-01", "", ""], later]);
    assert_eq!(standings(&late), [("c5", Validity::Expired, 0)]);
}

#[test]
fn a_circle_of_renewals_ends() {
    let circle = [
        ["c1", "2025-01-01", "", "c2"],
        ["c2", "2025-02-01", "", "c1"],
        ["c3", "2025-03-01", "", "c3"],
    ];
    let figures = figures(MONTHS, &circle);
    let standings: Vec<Validity> = figures.list.iter().map(|one| one.standing).collect();
    assert_eq!(standings, [Validity::Renewed, Validity::Renewed, Validity::Valid]);
}

#[test]
fn a_window_that_begins_on_the_day_of_issue_is_not_the_next_one() {
    let spring = "renewal = \"window\"\nwindow_from = 3\nwindow_to = 3\nwarn_days = 90";
    let (yearly, spring) = (rules(WINDOW), rules(spring));
    let due = |rules: &Editions<CertificateRule>, issued, until: Option<&str>| {
        let due = renew_by(&rules.all()[0], day(issued), until.map(day));
        due.map(|day| day.to_string())
    };
    for (issued, until, expected) in [
        ("2025-12-31", None, "2026-03-31"),
        ("2026-01-01", None, "2027-03-31"),
        ("2025-12-31", Some("2026-12-31"), "2026-03-31"),
        ("2026-01-01", Some("2026-12-31"), "2026-12-31"),
    ] {
        assert_eq!(due(&yearly, issued, until).unwrap(), expected, "{issued}");
    }
    // A window of one month ends in it.
    assert_eq!(due(&spring, "2026-02-10", None).unwrap(), "2026-03-31");
}
