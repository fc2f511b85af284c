//! `check` over the office in `data/`, and over that office broken by hand.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use bina::check::{self, CodeCount};
use bina::diagnostic::{Findings, Origin, Severity};
use bina::files::Directory;
use bina::records::time::{Day, Month};
use bina::words::{Lang, Say, problem::Problem};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The day on which the office in `data/` is checked.
const AS_OF: &str = "2026-11-05";

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn all(root: &Path) -> Findings {
    let mut findings = Findings::new();
    check::all(&Directory::open(root).unwrap(), day(AS_OF), &mut findings);
    findings
}

/// Each finding on a line: where, and its code.
fn told(root: &Path) -> Vec<String> {
    let directory = Directory::open(root).unwrap();
    let mut findings = Findings::new();
    check::all(&directory, day(AS_OF), &mut findings);
    let located = directory.locate(&findings);
    let line = |one: &bina::diagnostic::Located| {
        let place = one.place.as_ref().map_or("-".to_owned(), ToString::to_string);
        format!("{place} {}", one.problem.code())
    };
    located.iter().map(line).collect()
}

/// A copy of `data/` to be broken.
fn copy(name: &str) -> PathBuf {
    fn lay(from: &Path, to: &Path) {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
            match entry.path().is_dir() {
                true => lay(&entry.path(), &to.join(entry.file_name())),
                false => drop(fs::copy(entry.path(), to.join(entry.file_name())).unwrap()),
            }
        }
    }
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check").join(name);
    let _ = fs::remove_dir_all(&target);
    lay(&data(), &target);
    target
}

/// Changes one file of a copy.
#[allow(clippy::disallowed_methods, reason = "a test breaks its own copy")]
fn change(root: &Path, file: &str, from: &str, to: &str) {
    let path = root.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} has {from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

/// What is told of a copy beyond what is told of `data/`.
fn news(root: &Path) -> Vec<String> {
    let usual = told(&data());
    told(root)
        .into_iter()
        .filter(|line| !usual.contains(line))
        .collect()
}

fn count(severity: Severity, code: &str, count: usize) -> CodeCount {
    CodeCount {
        severity,
        code: code.to_owned(),
        count,
    }
}

#[test]
fn the_office_in_data_has_the_warnings_that_it_should_have() {
    use Severity::Warning;
    assert_eq!(
        check::summary(&all(&data())),
        [
            count(Warning, "batch-too-small", 1),
            count(Warning, "contract-missing", 2),
            count(Warning, "nip-absent", 1),
            count(Warning, "still-open-after-close", 2),
            count(Warning, "verification-pending", 15),
        ]
    );
}

/// What a report is refused for are errors, of its files and of what is not there: warnings are told by `check`.
#[test]
fn a_report_is_told_errors_only_also_of_what_is_not_there() {
    let root = copy("gone");
    let enrolled = root.join("participation/2026-10.csv");
    let text = fs::read_to_string(&enrolled).unwrap();
    let kept = text
        .split_inclusive('\n')
        .filter(|line| !line.starts_with("2026-10/bimtek-kearsipan,"));
    #[allow(clippy::disallowed_methods, reason = "a test breaks its own copy")]
    fs::write(&enrolled, kept.collect::<String>()).unwrap();
    change(&root, "complaints/2026-10.csv", ",complaint,", ",keluhan,");
    let codes: Vec<String> = check::summary(&all(&root))
        .into_iter()
        .map(|one| one.code)
        .collect();
    assert!(
        codes.contains(&"answers-without-participants".to_owned()),
        "{codes:?}"
    );

    let directory = Directory::open(&root).unwrap();
    for file in [
        "complaints/2026-10.csv",
        "participation/2026-10.csv",
        "responses/umpan-balik-2025/2026-10.csv",
        "trainings/2026-10/bimtek-kearsipan.toml",
    ] {
        assert!(directory.bytes(file).unwrap().is_some(), "{file}");
    }
    let mut findings = Findings::new();
    findings.doubt();
    check::read(&directory, day(AS_OF), &mut findings);
    assert!(findings.errors() > 0);
    assert_eq!(findings.warnings(), 0, "{:?}", check::summary(&findings));
}

#[test]
fn a_check_of_some_months_reads_only_those() {
    let root = copy("within");
    change(&root, "complaints/2026-03.csv", "2026-03-", "2026-04-");
    change(&root, "complaints/2026-09.csv", "2026-09-", "2026-08-");
    let directory = Directory::open(&root).unwrap();
    let mut findings = Findings::new();
    check::within(
        &directory,
        day(AS_OF),
        (month("2026-08"), month("2026-10")),
        &mut findings,
    );
    let errors = check::summary(&findings)
        .into_iter()
        .filter(|count| count.severity == Severity::Error);
    assert_eq!(
        errors.collect::<Vec<_>>(),
        [
            count(Severity::Error, "partition-wrong", 1),
            // What was done about the complaint names it as it was.
            count(Severity::Error, "reference-unknown", 2)
        ]
    );
}

/// What a check of one file tells, each code once.
fn of_file(root: &Path, file: &str) -> BTreeSet<String> {
    let names = BTreeSet::from([file.to_owned()]);
    let mut findings = Findings::new();
    check::files(&Directory::open(root).unwrap(), day(AS_OF), &names, &mut findings);
    let told = check::summary(&findings).into_iter();
    told.map(|count| count.code).collect()
}

#[test]
fn a_check_of_one_file_reads_whatever_it_judges() {
    let root = copy("files");
    change(
        &root,
        "plans/2026.toml",
        "competency = \"adminduk\"",
        "competency = \"tiada\"",
    );
    // Contracts are missed at the people who lack them, whose rows nobody changed.
    assert!(of_file(&root, "contracts.csv").contains("contract-missing"));
    assert!(!of_file(&root, "needs.csv").contains("contract-missing"));
    assert!(of_file(&root, "plans/2026.toml").contains("reference-unknown"));
    assert!(!of_file(&root, "needs.csv").contains("reference-unknown"));
}

#[test]
fn a_row_that_is_rejected_leaves_its_id_behind() {
    let root = copy("rejected");
    change(
        &root,
        "staff.csv",
        "p0hmwgrw,197602042007011971",
        "p0hmwgrw,1,97602E+17",
    );
    change(
        &root,
        "postings.csv",
        "p16fdnbm,2023-07-01",
        "p16fdnbm,1 Juli 2023",
    );
    change(&root, "contracts.csv", "2026-10-01,2031-09-30", "2026-10-01,2031");
    change(
        &root,
        "units.csv",
        "sek,Sekretariat Kecamatan,kec,no",
        "sek,Sekretariat Kecamatan,kec,maybe",
    );
    assert_eq!(
        news(&root),
        [
            "contracts.csv:7:21 day-form",
            "postings.csv:5:10 day-form",
            "staff.csv:2:1 ragged",
            "units.csv:8:31 code-unknown"
        ]
    );
}

#[test]
fn a_report_keeps_only_what_it_alone_can_tell_beside_what_check_tells() {
    let root = copy("read");
    change(
        &root,
        "units.csv",
        "sek,Sekretariat Kecamatan,kec,no",
        // The quotes are a warning, which no report tells.
        "sek,\"Sekretariat Kecamatan\",kec,maybe",
    );
    let directory = Directory::open(&root).unwrap();
    let lacking = |rule: &str| Problem::RuleMissing {
        rule: rule.to_owned(),
        day: "2017-01-31".to_owned(),
    };
    let mut findings = Findings::new();
    findings.error(Origin::NOWHERE, lacking("hours"));
    findings.error(Origin::whole(directory.number("units.csv")), lacking("gap"));
    check::read(&directory, day(AS_OF), &mut findings);
    let kept = findings.iter().find(|finding| finding.origin == Origin::NOWHERE);
    assert_eq!(kept.map(|finding| &finding.problem), Some(&lacking("hours")));
    assert_eq!(
        check::summary(&findings),
        [
            count(Severity::Error, "code-unknown", 1),
            count(Severity::Error, "rule-missing", 1)
        ]
    );
}

#[test]
fn a_report_tells_no_warnings_and_no_errors_of_what_it_did_not_read() {
    let root = copy("read-beside");
    change(
        &root,
        "units.csv",
        "sek,Sekretariat Kecamatan,",
        "sek,\"Sekretariat Kecamatan\",",
    );
    change(&root, "awards.csv", ",2026-", ",2026/");
    let directory = Directory::open(&root).unwrap();
    let problem = Problem::RuleMissing {
        rule: "gap".to_owned(),
        day: "2017-01-31".to_owned(),
    };
    let mut findings = Findings::new();
    findings.error(Origin::whole(directory.number("units.csv")), problem.clone());
    check::read(&directory, day(AS_OF), &mut findings);
    let left: Vec<_> = findings.iter().map(|finding| &finding.problem).collect();
    assert_eq!(left, [&problem]);

    // The same is wrong in what it read and in what it did not: the former is told.
    let all = all(&root);
    let wrong = all.iter().find(|finding| finding.severity == Severity::Error);
    let wrong = &wrong.unwrap().problem;
    let directory = Directory::open(&root).unwrap();
    let own = Origin::whole(directory.number("units.csv"));
    let mut findings = Findings::new();
    findings.error(own, wrong.clone());
    check::read(&directory, day(AS_OF), &mut findings);
    let left: Vec<_> = findings
        .iter()
        .map(|finding| (finding.origin, &finding.problem))
        .collect();
    assert_eq!(left, [(own, wrong)]);
}

#[test]
fn the_rest_of_a_month_is_told_until_the_month_is_over() {
    let root = copy("rest");
    change(
        &root,
        "responses/umpan-balik-2025/2026-10.csv",
        ",2a39856a,",
        ",1a39856a,",
    );
    let directory = Directory::open(&root).unwrap();
    let small = |as_of: &str| {
        let mut findings = Findings::new();
        check::all(&directory, day(as_of), &mut findings);
        let located = directory.locate(&findings).into_iter();
        let small = located.filter(|one| one.problem.code() == "batch-too-small");
        let files = small.filter_map(|one| Some(one.place?.path));
        files.filter(|file| file.contains("2026-10")).count()
    };
    assert_eq!(["2026-10-31", "2026-11-01"].map(small), [1, 0]);
}

#[test]
fn rows_that_an_open_quote_swallows_are_not_called_missing() {
    let root = copy("quote");
    change(&root, "staff.csv", ",,Sugianto,", ",,\"Sugianto,");
    assert_eq!(news(&root), ["staff.csv:3:30 quote-open"]);
}

#[test]
fn a_check_as_of_an_earlier_day_tells_each_column_once() {
    let directory = Directory::open(&data()).unwrap();
    let mut findings = Findings::new();
    check::all(&directory, day("2026-10-15"), &mut findings);
    let ahead = check::summary(&findings)
        .into_iter()
        .find(|count| count.code == "in-future");
    assert!(ahead.is_some_and(|ahead| ahead.count < 30));
    assert_eq!(findings.errors(), 0);
}

/// Its words are the operating system's, so only the code is compared.
#[test]
fn a_folder_in_the_place_of_a_file_cannot_be_read() {
    let root = copy("unreadable");
    fs::remove_file(root.join("holidays.csv")).unwrap();
    fs::create_dir(root.join("holidays.csv")).unwrap();
    assert!(
        news(&root).iter().any(|line| line.ends_with(" unreadable")),
        "{:?}",
        news(&root)
    );
}

#[test]
fn every_rule_says_what_it_is_about() {
    let listed: Vec<String> = check::rules()
        .map(|rule| {
            format!(
                "{} ({}): {}",
                rule.name,
                rule.about().join(", "),
                rule.meaning(Lang::En)
            )
        })
        .collect();
    assert!(listed.contains(&"nip-born (staff): The birth date is that of the NIP.".to_owned()));
}

/// What `check` prints of a copy in whose file `bytes` were written behind, with how many errors it counts.
#[allow(clippy::disallowed_methods, reason = "a test breaks its own copy")]
fn printed(name: &str, file: &str, bytes: &[u8]) -> (String, usize) {
    let root = copy(name);
    let mut all = fs::read(root.join(file)).unwrap_or_default();
    all.extend_from_slice(bytes);
    fs::write(root.join(file), all).unwrap();
    let directory = Directory::open(&root).unwrap();
    let mut findings = Findings::new();
    check::all(&directory, day(AS_OF), &mut findings);
    let (mut out, mut memory) = (String::new(), 0);
    let located = directory.locate(&findings);
    for (at, one) in located.iter().enumerate() {
        one.write(Lang::En, &mut out).unwrap();
        let source = one.place.as_ref().map(|place| &place.source);
        let before = at.checked_sub(1).and_then(|at| located[at].place.as_ref());
        let is_same = before.is_some_and(|before| {
            source.is_some_and(|source| std::sync::Arc::ptr_eq(source, &before.source))
        });
        memory += if is_same {
            0
        } else {
            source.map_or(0, |source| source.len())
        };
    }
    assert!(memory < 4 * bytes.len() + 1_000_000, "{memory} bytes of lines");
    (out, findings.errors())
}

#[test]
fn what_is_no_text_is_told_once() {
    let file = "participation/2026-10.csv";
    let (out, errors) = printed("no-text", file, &vec![0xff; 100_000]);
    assert_eq!(out.matches("error[not-utf8]").count(), 1);
    assert_eq!(errors, 2, "the bytes, and the cells of their row: {out}");
    assert!(out.len() < 20_000, "{} bytes", out.len());
}

#[test]
fn many_findings_alike_are_counted_and_some_are_shown() {
    let columns: String = (0..20_000).map(|number| format!(",kolom{number}")).collect();
    let root = copy("wide");
    let text = fs::read_to_string(root.join("awards.csv")).unwrap();
    let heading = text.lines().next().unwrap();
    change(&root, "awards.csv", heading, &format!("{heading}{columns}"));
    let directory = Directory::open(&root).unwrap();
    let mut findings = Findings::new();
    check::all(&directory, day(AS_OF), &mut findings);
    assert_eq!(findings.errors(), 20_000);
    let located = directory.locate(&findings);
    let of = |code: &str| located.iter().filter(|one| one.problem.code() == code).count();
    assert_eq!((of("column-unknown"), of("and-more")), (500, 1));
    let all = count(Severity::Error, "column-unknown", 20_000);
    assert!(check::summary(&findings).contains(&all));
    let last = located
        .iter()
        .rfind(|one| one.severity == Severity::Error)
        .unwrap();
    assert!(last.problem.text(Lang::En).starts_with("19500 more findings"));
}

#[test]
fn a_row_without_end_and_a_document_too_large_are_not_read_on() {
    let (out, errors) = printed("endless", "awards.csv", &vec![b'x'; 40_000_000]);
    assert!(out.contains("error[row-endless]"), "{out}");
    assert_eq!(errors, 1);
    let (out, errors) = printed("too-large", "rules/hours.toml", &vec![b'#'; 17_000_000]);
    assert!(out.contains("rules/hours.toml: error[too-large]"), "{out}");
    assert!(errors >= 1 && out.len() < 20_000);
}
