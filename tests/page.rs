//! The brief is one sheet of paper: A4 upright, with margins of 12 mm and a fixed-width letter of 8.5 pt, holds 75
//! lines of 100 letters. The monthly report tells on its first page, of 60 such lines, what a busy reader must know.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::process::Command;

const LINES: usize = 76;
const LETTERS: usize = 100;

/// What the first page of the monthly report tells, in its order, and what stands behind it.
const TOLD: [&str; 6] = [
    "RINGKASAN",
    "YANG TERJADI",
    "YANG TERLAMBAT",
    "MOHON KEPUTUSAN",
    "ANGKA POKOK",
    "YANG PERLU DIPERHATIKAN BULAN DEPAN",
];
const BEHIND: &str = "PELATIHAN BULAN INI";

#[test]
fn the_monthly_report_is_read_by_a_busy_reader() {
    let page = printed(
        "data",
        ["report", "monthly", "--month", "2026-10", "--lang", "id"],
    );
    let lines: Vec<&str> = page.lines().collect();
    assert!(lines.len() < 250, "{} lines", lines.len());
    let behind = lines.iter().position(|line| line.starts_with(BEHIND)).unwrap();
    assert!(behind <= 60, "the first page has {behind} lines");
    let told: Vec<&str> = lines[..behind]
        .iter()
        .filter_map(|line| TOLD.into_iter().find(|told| line.starts_with(told)))
        .collect();
    assert_eq!(told, TOLD);
}

/// What `bina` prints about an office.
fn printed(office: &str, arguments: impl IntoIterator<Item = &'static str>) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_bina"))
        .arg("-C")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(office))
        .args(["--as-of", "2026-12-01", "--width", "100"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn the_brief_of_every_office_is_one_sheet() {
    for office in [
        "data",
        "examples/medan",
        "examples/aceh",
        "examples/mamuju",
        "examples/belawan",
    ] {
        for (month, lang) in [
            ("2026-10", "id"),
            ("2026-10", "en"),
            ("2026-07", "id"),
            ("2026-01", "id"),
        ] {
            let page = printed(office, ["report", "brief", "--month", month, "--lang", lang]);
            let lines: Vec<&str> = page.lines().collect();
            assert!(lines.len() <= LINES, "{office} {month}: {} lines", lines.len());
            let widest = lines.iter().map(|line| line.chars().count()).max().unwrap();
            assert!(widest <= LETTERS, "{office} {month}: a line of {widest} letters");
        }
    }
}

/// How high a brief stands on its printed page, in tenths of a point, by the sizes that the style sheet gives it there: a
/// line of text holds 112 letters. A browser printed one of 806 points with 25 to spare.
fn height(page: &str) -> usize {
    let (_, body) = page.split_once("<body").unwrap();
    let (mut sum, mut letters, mut lines) = (0, 0, 0);
    for part in body.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        let name = tag.split(' ').next().unwrap_or_default();
        match name {
            "p" | "li" | "tr" | "h1" | "h2" | "h3" | "footer" => (letters, lines) = (0, 0),
            "br" => (letters, lines) = (0, lines + 1 + letters / 112),
            "/p" | "/li" | "/footer" => sum += 102 * (lines + 1 + letters / 112),
            "/h1" | "/h2" => sum += 200,
            "/h3" => sum += 140,
            "/tr" => sum += 110,
            _ => {}
        }
        letters += text.chars().count();
    }
    // The signature begins beside the last lines.
    sum - 260
}

#[test]
fn the_printed_page_of_every_brief_is_one_sheet() {
    for office in [
        "data",
        "examples/medan",
        "examples/aceh",
        "examples/mamuju",
        "examples/belawan",
    ] {
        for month in ["2026-02", "2026-07", "2026-09", "2026-10"] {
            let page = printed(office, ["report", "brief", "--month", month, "-O", "html"]);
            let points = height(&page) / 10;
            assert!((400..=820).contains(&points), "{office} {month}: {points} points");
            assert!(page.contains(" sheet\">"), "it is set close");
        }
    }
}

/// Offices of different kinds, and reports about a whole office.
const OFFICES: [&str; 2] = ["data", "examples/aceh"];
const REPORTS: [&str; 13] = [
    "monthly",
    "brief",
    "plan",
    "forum",
    "regulation",
    "notice",
    "satisfaction",
    "mentoring",
    "impact",
    "certificates",
    "evaluation",
    "participation",
    "roster",
];

/// Whether a word is the id of a row, such as `2026-10-k7f3q`.
fn is_id(word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    let is_number =
        |part: &str, digits| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(parts[..], [year, month, tail] if is_number(year, 4) && is_number(month, 2) && tail.len() == 5)
}

#[test]
fn a_report_to_the_head_of_an_office_holds_no_ids_and_no_commands() {
    let mut wrong = Vec::new();
    for (office, report) in OFFICES
        .iter()
        .flat_map(|office| REPORTS.map(|report| (office, report)))
    {
        let page = printed(office, ["report", report, "--month", "2026-10", "--lang", "id"]);
        let is_wrong = |line: &&str| {
            let mut words = line.split([' ', '(', ')', ',', ':']);
            line.contains("bina ") || words.any(is_id)
        };
        let told = page.lines().filter(is_wrong);
        wrong.extend(told.map(|line| format!("{office} {report}: {line}")));
    }
    assert_eq!(wrong, [""; 0]);
}

/// What an element of a page must not be: each would fetch something or run.
const FOREIGN: [&str; 8] = [
    "<script", "<link", "<img", "<iframe", "<object", "src=", "http:", "https:",
];

/// The names of the tags of a page in their order, with a slash before those that close.
fn tags(page: &str) -> Vec<&str> {
    let opened = page.split('<').skip(1);
    let names = opened.filter_map(|rest| rest.split([' ', '>', '\n']).next());
    names.filter(|name| !name.starts_with('!')).collect()
}

#[test]
fn a_page_is_whole_and_fetches_nothing() {
    const ALONE: [&str; 2] = ["meta", "br"];
    for office in OFFICES {
        for report in REPORTS {
            let page = printed(
                office,
                ["report", report, "--month", "2026-10", "--full", "-O", "html"],
            );
            for foreign in FOREIGN {
                assert!(!page.contains(foreign), "{office} {report}: {foreign}");
            }
            let mut open: Vec<&str> = Vec::new();
            for tag in tags(&page) {
                match tag.strip_prefix('/') {
                    Some(closed) => assert_eq!(open.pop(), Some(closed), "{office} {report}"),
                    None if ALONE.contains(&tag) => {}
                    None => open.push(tag),
                }
            }
            assert!(open.is_empty(), "{office} {report}: {open:?}");
            assert_eq!(page.matches("<h1>").count(), 1, "{office} {report}");
            assert_eq!(
                page.matches("<th").count(),
                page.matches("<th scope=").count() + page.matches("<thead").count(),
                "{office} {report}: each heading says of what it is one"
            );
        }
    }
}

#[test]
fn a_page_says_what_the_text_says() {
    let words = |page: &str| {
        let parts = page
            .split('<')
            .map(|part| part.split_once('>').map_or(part, |(_, text)| text));
        parts
            .collect::<Vec<_>>()
            .join(" ")
            .replace("&amp;", "&")
            .replace("&quot;", "\"")
    };
    for (office, report) in OFFICES
        .iter()
        .flat_map(|office| REPORTS.map(|report| (office, report)))
    {
        let arguments = |format| ["report", report, "--month", "2026-10", "-O", format];
        let page = words(&printed(office, arguments("html")));
        let told: std::collections::BTreeSet<&str> = page.split_whitespace().collect();
        // Markdown escapes and emphasises; what is left of a word must stand on the page.
        let text = printed(office, arguments("md"))
            .replace('\\', "")
            .replace("<!-- -->", "");
        for word in text.split_whitespace().map(|word| word.trim_matches('*')) {
            let is_mark = word.chars().all(|letter| !letter.is_alphanumeric());
            let is_number = word
                .strip_suffix('.')
                .is_some_and(|number| number.parse::<u8>().is_ok());
            let found = is_mark || is_number || told.contains(word);
            assert!(found, "{office} {report}: `{word}` is not on the page");
        }
    }
}
