//! The brief is one sheet of paper: A4 upright, with margins of 12 mm and a fixed-width letter of 8.5 pt, holds 75
//! lines of 100 letters.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::process::Command;

const LINES: usize = 75;
const LETTERS: usize = 100;

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
            let out = Command::new(env!("CARGO_BIN_EXE_bina"))
                .arg("-C")
                .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(office))
                .args(["--as-of", "2026-12-01", "--lang", lang, "--width", "100"])
                .args(["report", "brief", "--month", month])
                .output()
                .unwrap();
            assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
            let page = String::from_utf8(out.stdout).unwrap();
            let lines: Vec<&str> = page.lines().collect();
            assert!(lines.len() <= LINES, "{office} {month}: {} lines", lines.len());
            let widest = lines.iter().map(|line| line.chars().count()).max().unwrap();
            assert!(widest <= LETTERS, "{office} {month}: a line of {widest} letters");
        }
    }
}
