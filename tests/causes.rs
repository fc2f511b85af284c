//! What is gone or broken is named first, and once; a report refuses where it relies on it, and no other.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod office;

use office::Office;
use std::fs;
use std::path::Path;

/// How a file is broken.
enum Broken {
    /// It is deleted.
    Gone,
    /// The first place of a text becomes another.
    Has(&'static str, &'static str),
    /// A spreadsheet saved it as "Unicode text".
    Utf16,
    /// It is a workbook that was only given another name.
    Workbook,
}
use Broken::{Gone, Has, Utf16, Workbook};

/// A file of `data/`, how it is broken, the code of the one error, the reports that refuse, and one that does not.
type Case = (&'static str, Broken, &'static str, &'static str, &'static str);

/// Beside those that stand here, the same was seen of every file of `data/`.
const CASES: &[Case] = &[
    ("staff.csv", Gone, "file-missing", "brief forum", ""),
    ("staff.csv", Utf16, "utf16", "brief forum", ""),
    ("units.csv", Workbook, "is-workbook", "brief forum", ""),
    // Nobody names the rows of these.
    (
        "guidance.csv",
        Gone,
        "file-missing",
        "monthly participation",
        "complaints",
    ),
    ("actions.csv", Gone, "file-missing", "brief", "regulation"),
    (
        "certificates.csv",
        Gone,
        "file-missing",
        "certificates",
        "complaints",
    ),
    ("postings.csv", Gone, "file-missing", "monthly participation", ""),
    ("contracts.csv", Gone, "file-missing", "brief", ""),
    ("holidays.csv", Gone, "file-missing", "complaints", "regulation"),
    (
        "handling/2026-09.csv",
        Gone,
        "file-missing",
        "brief complaints",
        "mentoring",
    ),
    (
        "competencies.csv",
        Gone,
        "file-missing",
        "brief plan mentoring",
        "complaints",
    ),
    (
        "competencies.csv",
        Has("code,", "kode,"),
        "column-unknown",
        "brief plan",
        "complaints",
    ),
    (
        "mentoring.csv",
        Gone,
        "file-missing",
        "brief mentoring",
        "complaints",
    ),
    (
        "complaints/2026-10.csv",
        Gone,
        "file-missing",
        "brief complaints",
        "mentoring",
    ),
    (
        "complaints/2026-10.csv",
        Has("channel", "kanal"),
        "column-unknown",
        "brief complaints",
        "mentoring",
    ),
    (
        "participation/2026-10.csv",
        Gone,
        "file-missing",
        "brief participation",
        "forum",
    ),
    (
        "evaluations/2026-Q3.csv",
        Gone,
        "file-missing",
        "brief evaluation",
        "complaints",
    ),
    (
        "evaluations/2026-Q3.csv",
        Has("result", "hasil"),
        "column-unknown",
        "brief evaluation",
        "complaints",
    ),
    (
        "plans/2026.toml",
        Gone,
        "file-missing",
        "monthly plan",
        "complaints",
    ),
    (
        "plans/2026.toml",
        Has("title =", "titel ="),
        "field-unknown",
        "monthly plan",
        "forum",
    ),
    (
        "questionnaires/skm-2025.toml",
        Gone,
        "file-missing",
        "brief",
        "complaints",
    ),
    (
        "questionnaires/umpan-balik-2025.toml",
        Gone,
        "file-missing",
        "brief",
        "forum",
    ),
    (
        "questionnaires/umpan-balik-2025.toml",
        Has("title =", "titel ="),
        "field-unknown",
        "brief",
        "forum",
    ),
    (
        "trainings/2026-10/bimtek-kearsipan.toml",
        Gone,
        "training-missing",
        "brief participation",
        "forum",
    ),
    (
        "trainings/2026-10/bimtek-kearsipan.toml",
        Has("title =", "titel ="),
        "field-unknown",
        "brief",
        "forum",
    ),
    (
        "trainings/2026-10/bimtek-kearsipan.toml",
        Has("method = \"", "method = \"X"),
        "code-unknown",
        "brief",
        "forum",
    ),
    (
        "forums/2026-05/forum-konsultasi-publik.toml",
        Gone,
        "file-missing",
        "brief forum",
        "complaints",
    ),
    (
        "rules/hours.toml",
        Has("basis =", "basi ="),
        "field-unknown",
        "brief",
        "",
    ),
    (
        "bina.toml",
        Has(
            "[calendar]\nweekend = [",
            "[calendar]\nweekend = [\"monday\", \"tuesday\", \"wednesday\", \"thursday\", \"friday\", ",
        ),
        "weekend-whole",
        "brief complaints",
        "",
    ),
];

/// What is written in place of the bytes of a file; `None` where it is deleted.
fn breaks(broken: &Broken, bytes: &[u8]) -> Option<Vec<u8>> {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    match broken {
        Gone => None,
        Workbook => Some([b"PK\x03\x04".as_slice(), bytes].concat()),
        Utf16 => {
            let units = format!("\u{feff}{text}");
            Some(units.encode_utf16().flat_map(u16::to_le_bytes).collect())
        }
        Has(from, to) => {
            assert!(text.contains(from), "{from}");
            Some(text.replacen(from, to, 1).into_bytes())
        }
    }
}

/// The errors among some lines.
fn errors(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.contains(": error[")).collect()
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test breaks its own copy")]
fn the_cause_is_told_once_and_only_who_relies_on_it_refuses() {
    let mut office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    let mut wrong = Vec::new();
    for (file, broken, code, refuse, allow) in CASES {
        let path = office.root().join(file);
        let bytes = fs::read(&path).unwrap();
        match breaks(broken, &bytes) {
            None => fs::remove_file(&path).unwrap(),
            Some(bytes) => fs::write(&path, bytes).unwrap(),
        }
        let is_cause = |told: &[&str]| match told {
            [one] => one.contains(file) && one.contains(&format!("error[{code}]")),
            _ => false,
        };
        let said = office.run(&["--lang", "en", "check"], "");
        if !is_cause(&errors(&said.stdout)) {
            wrong.push(format!("{file} {code}: check told {:#?}", errors(&said.stdout)));
        }
        for report in refuse.split_whitespace() {
            let said = office.run(&["--lang", "en", "report", report, "--month", "2026-10"], "");
            if said.status != 3 || !is_cause(&errors(&said.stderr)) {
                let told = errors(&said.stderr);
                wrong.push(format!(
                    "{file} {code}: {report} exits {} and told {told:#?}",
                    said.status
                ));
            }
        }
        for report in allow.split_whitespace() {
            let said = office.run(&["--lang", "en", "report", report, "--month", "2026-10"], "");
            if said.status != 0 {
                wrong.push(format!(
                    "{file} {code}: {report} exits {}: {}",
                    said.status, said.stderr
                ));
            }
        }
        fs::write(&path, bytes).unwrap();
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A name with a slip of the hand is no missing file.
#[test]
fn what_one_row_names_is_told_at_that_row() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery/base");
    let mut office = Office::of(&folder);
    let action = [
        "action",
        "add",
        "--what",
        "Menambah loket",
        "--opened",
        "2026-10-20",
    ];
    let said = office.run(
        &[&action[..], &["--source", "complaint:2062-10-abcde"]].concat(),
        "",
    );
    assert_eq!(said.status, 2, "{}", said.stderr);
    assert!(said.stderr.contains("2062-10-abcde"), "{}", said.stderr);
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test loses files")]
fn a_folder_that_is_gone_is_the_cause_of_what_is_named_in_it() {
    let mut office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    fs::remove_dir_all(office.root().join("complaints")).unwrap();
    let report = ["--lang", "en", "report", "participation", "--month", "2026-10"];
    let said = office.run(&report, "");
    let told = errors(&said.stderr);
    assert_eq!(said.status, 3, "{told:#?}");
    assert!(
        !told.is_empty() && told.iter().all(|one| one.contains("file-missing")),
        "{told:#?}"
    );
    let checked = office.run(&["--lang", "en", "check"], "");
    let checked = errors(&checked.stdout);
    assert!(
        told.iter().all(|one| checked.contains(one)),
        "{told:#?} {checked:#?}"
    );
}

/// Nobody knows what stood in a list that is gone: no command goes on as if it were empty, and what makes an empty one
/// says so.
#[test]
#[allow(clippy::disallowed_methods, reason = "a test loses a file")]
fn a_list_that_is_gone_is_not_begun_anew_by_the_way() {
    let mut office = Office::new(&[]);
    let add = [
        "regulation",
        "add",
        "--title",
        "Perubahan",
        "--number",
        "1",
        "--in-force",
        "2026-11-02",
    ];
    let said = office.run(&add, "");
    assert_eq!(said.status, 0, "{}", said.stderr);
    let file = office.root().join("regulations.csv");
    fs::remove_file(&file).unwrap();
    for command in [
        &["regulation", "list"][..],
        &add,
        &["export", "regulations", "-o", "x.csv"],
        &["export", "sql", "--dialect", "duckdb"],
        &["check"],
    ] {
        let said = office.run(&[&["--lang", "en"], command].concat(), "");
        let told = said.stdout + &said.stderr;
        assert_ne!(said.status, 0, "{command:?}: {told}");
        assert!(
            told.contains("regulations.csv: error[file-missing]"),
            "{command:?}: {told}"
        );
        assert!(told.contains("bina format --missing"), "{told}");
    }
    assert_eq!(office.run(&["format"], "").status, 0);
    assert!(!file.exists());
    assert_eq!(office.run(&["format", "--missing"], "").status, 0);
    assert!(file.exists());
    assert_eq!(office.run(&["check"], "").status, 0);
}

/// The steps of a month are missed beside its complaints, and made with them.
#[test]
#[allow(clippy::disallowed_methods, reason = "a test loses a file")]
fn the_handling_of_a_month_begins_with_its_complaints() {
    let mut office = Office::new(&[]);
    let add = [
        "complaint",
        "add",
        "--received",
        "2026-11-03",
        "--kind",
        "complaint",
    ];
    let said = office.run(&add, "");
    assert_eq!(said.status, 0, "{}", said.stderr);
    let file = office.root().join("handling/2026-11.csv");
    assert!(file.exists());
    fs::remove_file(&file).unwrap();
    let said = office.run(
        &["--lang", "en", "report", "complaints", "--month", "2026-11"],
        "",
    );
    assert!(
        said.stderr.contains("handling/2026-11.csv: error[file-missing]"),
        "{}",
        said.stderr
    );
    assert_eq!(office.run(&["format", "--missing"], "").status, 0);
    assert!(file.exists());
}
