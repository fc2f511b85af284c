//! Paper: every report of an office as PDF, the brief on one sheet, the same bytes each time, and nothing on it that the
//! page for a browser does not say. Run with the feature `pdf`; without it, that the program says how to get there.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::process::{Command, Output};

fn bina(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_bina"))
        .arg("-C")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
        .args(["--as-of", "2026-12-01"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

#[cfg(not(feature = "pdf"))]
#[test]
fn without_paper_the_program_says_how_to_print() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [["-o", "brief.pdf"], ["-O", "pdf"]] {
        let typed = [&["report", "brief", "--month", "2026-10"][..], &arguments].concat();
        let out = bina(folder.path(), &typed);
        let said = String::from_utf8(out.stderr).unwrap();
        assert_eq!(out.status.code(), Some(2), "{said}");
        assert!(
            said.contains("-o BERKAS.html") && said.contains("--features pdf"),
            "{said}"
        );
        assert!(!folder.path().join("brief.pdf").exists());
    }
}

#[cfg(feature = "pdf")]
mod paper {
    use super::bina;
    use std::fs;

    /// What was written for some arguments.
    fn written(arguments: &[&str]) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let out = bina(folder.path(), &[arguments, &["-o", "paper.pdf"]].concat());
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        fs::read(folder.path().join("paper.pdf")).unwrap()
    }

    /// The number that stands between two marks of the description of a document, which is never packed.
    fn told<'p>(paper: &'p [u8], begin: &str, end: &str) -> &'p str {
        let at = |mark: &str, from: usize| {
            let mut places = paper[from..].windows(mark.len());
            let place = places.position(|window| window == mark.as_bytes());
            from + place.unwrap_or_else(|| panic!("{mark}"))
        };
        let from = at(begin, 0) + begin.len();
        std::str::from_utf8(&paper[from..at(end, from)]).unwrap()
    }

    #[test]
    fn the_brief_is_one_sheet_for_the_archive_and_the_same_each_time() {
        let brief = ["report", "brief", "--month", "2026-10"];
        let paper = written(&brief);
        assert!(paper.starts_with(b"%PDF-1.7"));
        assert_eq!(told(&paper, "<xmpTPg:NPages>", "</xmpTPg:NPages>"), "1");
        assert_eq!(told(&paper, "<pdfaid:part>", "</pdfaid:part>"), "2");
        assert_eq!(told(&paper, "<pdfaid:conformance>", "</pdfaid:conformance>"), "A");
        assert_eq!(told(&paper, "<pdfuaid:part>", "</pdfuaid:part>"), "1");
        assert_eq!(paper, written(&brief));
    }

    #[test]
    fn long_tables_charts_persons_and_both_editions_come_on_paper() {
        for arguments in [
            &["report", "plan", "--month", "2026-10", "--lang", "en", "--full"][..],
            &["report", "monthly", "--month", "2026-10", "--edition", "public"],
            &["report", "staff", "Sugianto", "--month", "2026-10"],
        ] {
            let paper = written(arguments);
            let pages: usize = told(&paper, "<xmpTPg:NPages>", "</xmpTPg:NPages>")
                .parse()
                .unwrap();
            assert!((1..20).contains(&pages), "{arguments:?}: {pages}");
        }
    }
}
