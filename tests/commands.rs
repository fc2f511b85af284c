//! Commands as their users type them, one folder a case: adding a folder adds a test.
//!
//! ```text
//! tests/cmd/<case>/cmd      the commands, one a line; a line that begins with # is a remark
//!                  in/      files over those of tests/cmd.office
//!                  stdin    what the last command reads
//!                  stdout   what they print; nothing when absent
//!                  stderr   what else they say; nothing when absent
//!                  status   how the last one ends; 0 when absent
//!                  changes  the lines that change; nothing may when absent
//! ```
//!
//! After a case `check` finds no error that it did not find before. `BINA_BLESS=1 cargo test --test commands` writes
//! what was seen: read the difference before committing it.

mod office;

use office::{Office, Said, changes, tree, words};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// What one case is compared by: the file, and what was seen.
fn seen(case: &Path) -> (Vec<(&'static str, String)>, String) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let read = |name: &str| fs::read_to_string(case.join(name)).unwrap_or_default();
    let mut office = Office::new(&[&here.join("cmd.office"), &case.join("in")]);
    let (before, errors) = (office.tree(), office.errors());

    let (lines, stdin) = (read("cmd"), read("stdin"));
    let lines: Vec<&str> = lines.lines().filter(|line| !line.starts_with('#')).collect();
    let mut all = Said::default();
    for (index, line) in lines.iter().enumerate() {
        let args = words(line.strip_prefix("bina").expect("a command begins with bina"));
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let is_last = index + 1 == lines.len();
        let said = office.run(&args, if is_last { &stdin } else { "" });
        all.stdout += &said.stdout;
        all.stderr += &said.stderr;
        all.status = said.status;
        if !is_last && said.status != 0 {
            let _ = writeln!(all.stderr, "[{line}: {}]", said.status);
        }
    }
    let status = if all.status == 0 {
        String::new()
    } else {
        format!("{}\n", all.status)
    };
    let changes = changes(&before, &office.tree());
    let mut broken = String::new();
    for (code, line) in office.errors().difference(&errors) {
        let _ = writeln!(broken, "new error {code}: {line}");
    }
    let seen = vec![
        ("stdout", all.stdout),
        ("stderr", all.stderr),
        ("status", status),
        ("changes", changes),
    ];
    (seen, broken)
}

/// All cases, sorted.
fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd");
    let entries = fs::read_dir(folder).expect("tests/cmd");
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.expect("a case").path()).collect();
    cases.sort();
    cases
}

#[test]
#[allow(
    clippy::disallowed_methods,
    reason = "blessing is asked for by the environment"
)]
fn every_case_says_and_changes_what_is_expected() {
    let is_blessing = std::env::var_os("BINA_BLESS").is_some();
    let mut wrong = String::new();
    for case in cases() {
        let name = case
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let (seen, broken) = seen(&case);
        if !broken.is_empty() {
            let _ = writeln!(wrong, "== {name}: {broken}");
        }
        for (file, text) in seen {
            let path = case.join(file);
            let expected = fs::read_to_string(&path).unwrap_or_default();
            match (expected == text, is_blessing) {
                (true, _) => {}
                (false, true) if text.is_empty() => fs::remove_file(&path).expect("a golden file"),
                (false, true) => fs::write(&path, &text).expect("a golden file"),
                (false, false) => {
                    let _ = writeln!(wrong, "== {name}/{file}: expected\n{expected}== seen\n{text}");
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn no_folder_is_empty() {
    for case in cases() {
        assert!(case.join("cmd").is_file(), "{} has no cmd", case.display());
        let known = ["cmd", "stdin", "stdout", "stderr", "status", "changes"];
        for file in tree(&case).keys() {
            assert!(
                known.contains(&file.as_str()) || file.starts_with("in/"),
                "{file} is not read"
            );
        }
    }
}

#[test]
fn the_format_page_of_data_is_what_the_program_prints() {
    let page =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/README.md")).expect("the page");
    let said = Office::new(&[]).run(&["--lang", "id", "schema", "-O", "md"], "");
    assert!(
        page == said.stdout,
        "write it anew: bina --lang id schema -O md > data/README.md"
    );
}

#[test]
fn a_new_directory_has_no_error_in_either_language() {
    for lang in ["id", "en"] {
        let mut office = Office::new(&[]);
        let said = office.run(
            &[
                "init",
                "lain",
                "--name",
                "Office \"X\" 'Y'",
                "--lang",
                lang,
                "--quiet",
            ],
            "",
        );
        assert_eq!(said, Said::default());
        let said = office.run(&["-C", "lain", "check", "--strict", "-O", "json"], "");
        assert_eq!(said, Said::default());
    }
}

#[test]
fn the_ending_of_a_file_tells_its_form() {
    let mut office = Office::new(&[&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd.office")]);
    std::fs::create_dir_all(office.root().join("reports/private")).expect("a folder");
    for (file, form) in [
        ("a", "table"),
        ("a.txt", "table"),
        ("a.MD", "md"),
        ("a.json", "json"),
        ("a.csv", "csv"),
    ] {
        let asked = ["report", "monthly", "--month", "2026-10"];
        let printed = office.run(&[&asked[..], &["-O", form]].concat(), "");
        let place = format!("catatan/reports/private/{file}");
        let written = office.run(&[&asked[..], &["-o", &place]].concat(), "");
        assert_eq!(written.status, 0, "{}", written.stderr);
        // Behind it stands how it was made.
        let page = printed.stdout.trim_end_matches("\n}\n").as_bytes();
        let tree = office.tree();
        assert!(
            tree[&format!("reports/private/{file}")].starts_with(page),
            "{file}"
        );
    }
}

#[test]
fn every_subject_and_verb_has_help_in_both_languages() {
    let mut office = Office::new(&[]);
    for lang in ["id", "en"] {
        for command in bina::commands::tree(bina::words::Lang::Id, None) {
            let said = office.run(&[command.get_name(), "--help", "--lang", lang], "");
            assert_eq!(
                (said.status, said.stderr.as_str()),
                (0, ""),
                "{}",
                command.get_name()
            );
            for verb in command.get_subcommands() {
                let said = office.run(
                    &[command.get_name(), verb.get_name(), "--help", "--lang", lang],
                    "",
                );
                assert_eq!(said.status, 0, "{} {}", command.get_name(), verb.get_name());
                assert!(said.stdout.contains("--directory"));
            }
        }
    }
}
