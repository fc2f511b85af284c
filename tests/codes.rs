//! The code at the foot of a page covers all that the page says, and tells nothing that it does not say.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::disallowed_methods, reason = "a test changes records by hand")]

mod office;

use office::Office;
use std::fs;
use std::path::Path;

const COACHING: &str = "2026-10/coaching-pelayanan-terjun";

fn example() -> Office {
    Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
}

/// Replaces a text that stands in a file.
fn change(office: &Office, file: &str, (from, to): (&str, &str)) {
    let path = office.root().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file}: {from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

/// The codes that stand in what a command prints.
fn codes(office: &mut Office, line: &[&str]) -> Vec<String> {
    let said = office.run(line, "");
    assert_eq!(said.status, 0, "{}", said.stderr);
    let words = said
        .stdout
        .split([' ', '\n'])
        .map(|word| word.trim_end_matches('.'));
    let is_code = |word: &&str| word.len() == 19 && word.matches('-').count() == 3;
    words.filter(is_code).map(str::to_owned).collect()
}

fn transcript(office: &mut Office, more: &[&str]) -> String {
    let line = ["report", "transcript", "p0hmwgrw", "--month", "2026-10"];
    codes(office, &[&line, more].concat()).swap_remove(0)
}

#[test]
fn a_code_is_that_of_its_page_and_the_page_is_printed_to_be_held_against_the_paper() {
    let mut office = example();
    let certificates = codes(&mut office, &["paper", "certificate", COACHING]);
    let code = transcript(&mut office, &[]);
    assert_eq!(code, transcript(&mut office, &["--full", "--lang", "en"]));
    for code in certificates.iter().chain([&code]) {
        let said = office.run(&["verify", code], "");
        assert_eq!(said.status, 0, "{said:?}");
    }
    let said = office.run(&["verify", &code, "--width", "400"], "").stdout;
    for row in [
        "Legiman, S.AP.",
        "Komunitas Belajar Petugas Pelayanan",
        "0463/KMM/2026",
    ] {
        assert!(said.contains(row), "{row}: {said}");
    }
    assert!(!said.contains("bina "), "{said}");
    let mut others: Vec<&str> = certificates.iter().map(|code| &code[8..]).collect();
    others.sort_unstable();
    others.dedup();
    assert_eq!(
        others.len(),
        certificates.len(),
        "two people have the same digest"
    );
}

#[test]
fn evaluations_do_not_enter() {
    let mut office = example();
    let code = transcript(&mut office, &[]);
    change(
        &office,
        "evaluations/2026-Q3.csv",
        ("p0hmwgrw,2026-Q3,meets,meets", "p0hmwgrw,2026-Q3,below,below"),
    );
    assert_eq!(code, transcript(&mut office, &[]));
}

#[test]
fn whatever_the_page_says_and_is_changed_is_seen() {
    for (file, change_of) in [
        ("staff.csv", ("Yulia Rahmadani", "Yuliana Rahmadani")),
        ("staff.csv", ("199306012019032964", "199306012019032965")),
        ("staff.csv", ("Yulia Rahmadani,A.Md.", "Yulia Rahmadani,S.T.")),
        ("participation/2026-10.csv", ("0531/KMM/2026", "0532/KMM/2026")),
        (
            "trainings/2026-10/coaching-pelayanan-terjun.toml",
            ("Coaching Loket", "Coaching Lokett"),
        ),
        (
            "trainings/2026-10/coaching-pelayanan-terjun.toml",
            ("Kantor Lurah Terjun", "Aula"),
        ),
    ] {
        let mut office = example();
        change(&office, file, change_of);
        let said = office.run(&["verify", "SA1C-XTY7-AM57-9ADN"], "");
        assert_eq!(said.status, 1, "{file} {change_of:?}: {said:?}");
        assert!(said.stdout.contains("tidak pernah dicetak begitu"), "{said:?}");
    }
}

#[test]
fn a_certificate_of_another_provider_is_refused() {
    let mut office = example();
    let said = office.run(&["paper", "certificate", "2026-10/bimtek-kearsipan"], "");
    assert_eq!((said.status, &*said.stdout), (2, ""));
    assert!(
        said.stderr.contains("participation set 2026-10/bimtek-kearsipan"),
        "{said:?}"
    );
}

#[test]
fn the_blank_questionnaire_says_what_its_figures_mean_and_may_lie_where_git_takes_it() {
    let mut office = example();
    let said = office.run(&["paper", "questionnaire", "skm-2025"], "");
    let text = said.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains("1 = tidak baik, 2 = kurang baik, 3 = baik, 4 = sangat baik"),
        "{said:?}"
    );
    let file = "catatan/reports/kuesioner.html";
    let said = office.run(&["paper", "questionnaire", "skm-2025", "-o", file], "");
    assert_eq!((said.status, &*said.stderr), (0, ""));
    // Words of as many answers as there are not say nothing.
    let words = (r#""tidak baik", "kurang baik", "baik""#, r#""buruk""#);
    change(&office, "questionnaires/skm-2025.toml", words);
    let said = office.run(&["paper", "questionnaire", "skm-2025"], "");
    assert!(said.status == 0 && !said.stdout.contains("buruk"), "{said:?}");
    // What names people stays where git does not look.
    let said = office.run(&["paper", "certificate", COACHING, "-o", file], "");
    assert_eq!(said.status, 2, "{said:?}");
}
