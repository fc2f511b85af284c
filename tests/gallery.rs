//! A folder for each code that `check` can tell: the offending files and the exact output in both languages.
//!
//! `tests/gallery/base/` is a small office without findings; the files of a folder replace its files or stand beside
//! them, and the rules are those of `data/rules/`. Adding a folder adds a test. `BINA_BLESS=1 cargo test --test
//! gallery` writes the expected files anew, to be read before they are committed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use bina::check;
use bina::diagnostic::{Findings, Located};
use bina::files::Directory;
use bina::records::time::Day;
use bina::words::{Lang, problem::Problem};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The day on which the folders are checked.
const AS_OF: &str = "2026-11-05";

/// Codes without a folder, and why.
const ELSEWHERE: &[(&str, &str)] = &[
    (
        "directory-missing",
        "raised by the search for a directory, not by a reading of it",
    ),
    (
        "and-more",
        "it stands for more findings than a folder should hold; tests/check.rs has it",
    ),
    (
        "closed-month-changed",
        "told by the report of the month, not by a reading of the records; tests/closing.rs has it",
    ),
    ("closing-broken", "the same"),
    ("closing-cut", "it takes commits; tests/undoing shows it"),
    ("closing-forged", "it takes a commit whose signature is false"),
    ("closing-gone", "it takes commits; tests/undoing shows it"),
    (
        "row-endless",
        "its file is too large for a folder; tests/check.rs has it",
    ),
    (
        "too-large",
        "its file is too large for a folder; tests/check.rs has it",
    ),
    (
        "unreadable",
        "its sentence ends with the operating system's own words; tests/check.rs has it",
    ),
];

/// The folders of the gallery, by name.
fn folders() -> Vec<PathBuf> {
    let root = root().join("tests/gallery");
    let entries = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries
        .filter(|path| path.is_dir() && !path.ends_with("base"))
        .collect();
    folders.sort();
    folders
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn name(folder: &Path) -> String {
    folder.file_name().unwrap().to_string_lossy().into_owned()
}

/// Lays the files of `from` over `to`.
fn lay(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        match path.is_dir() {
            true => lay(&path, &target),
            false if name(&path).starts_with("expected.") => {}
            false => drop(fs::copy(&path, &target).unwrap()),
        }
    }
}

/// What `check` says of a folder laid over the base.
fn findings(folder: Option<&Path>) -> Vec<Located> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("gallery")
        .join(folder.map_or("base".into(), name));
    let _ = fs::remove_dir_all(&target);
    lay(&root().join("data/rules"), &target.join("rules"));
    lay(&root().join("tests/gallery/base"), &target);
    if let Some(folder) = folder {
        lay(folder, &target);
    }
    let directory = Directory::open(&target).unwrap();
    let mut findings = Findings::new();
    check::all(&directory, Day::parse(AS_OF).unwrap(), &mut findings);
    directory.locate(&findings)
}

fn written(located: &[Located], lang: Lang) -> String {
    let mut out = String::new();
    located.iter().for_each(|one| one.write(lang, &mut out).unwrap());
    out
}

#[test]
fn the_base_has_no_findings() {
    assert_eq!(written(&findings(None), Lang::En), "");
}

#[test]
#[allow(
    clippy::disallowed_methods,
    reason = "a test may write its expected files and look at its environment"
)]
fn every_folder_says_exactly_what_is_expected() {
    let is_blessing = std::env::var("BINA_BLESS").is_ok();
    let mut wrong = String::new();
    for folder in folders() {
        let located = findings(Some(&folder));
        for lang in [Lang::Id, Lang::En] {
            let path = folder.join(format!("expected.{}.txt", lang.code()));
            let found = written(&located, lang);
            if is_blessing {
                fs::write(&path, &found).unwrap();
            }
            let expected = fs::read_to_string(&path).unwrap_or_default();
            if found != expected {
                wrong += &format!(
                    "== {}\n-- expected\n{expected}-- found\n{found}\n",
                    path.display()
                );
            }
        }
        wrong += &misfits(&located);
        if located.iter().all(|one| one.problem.code() != name(&folder)) {
            wrong += &format!("== {} does not tell its code\n", folder.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The findings that no rule of the list tells with that severity: the list is true.
fn misfits(located: &[Located]) -> String {
    let tells = |one: &Located| {
        let code = one.problem.code();
        check::rules().any(|rule| rule.severity == one.severity && rule.codes().contains(&&*code))
    };
    let misfits = located.iter().filter(|one| !tells(one));
    misfits
        .map(|one| format!("== no rule tells {} so\n", one.problem.code()))
        .collect()
}

#[test]
fn every_code_has_a_folder() {
    let folders: BTreeSet<String> = folders().iter().map(|folder| name(folder)).collect();
    let elsewhere: BTreeMap<&str, &str> = ELSEWHERE.iter().copied().collect();
    let codes: BTreeSet<String> = Problem::codes()
        .filter(|code| !elsewhere.contains_key(&**code))
        .collect();
    assert_eq!(folders, codes, "left: the folders, right: the codes");
}
