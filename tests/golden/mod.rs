//! Files with what is expected, and how they are written anew.

#![allow(dead_code, reason = "each test uses its own part")]

use std::fs;
use std::path::{Path, PathBuf};

/// A folder of the tests.
pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// Whether the expected files are to be written anew.
#[allow(
    clippy::disallowed_methods,
    reason = "blessing is asked for by the environment"
)]
fn is_blessing() -> bool {
    std::env::var_os("BINA_BLESS").is_some()
}

/// Compares what was seen with the file; tells the first line that differs. Writes the file when `BINA_BLESS` is set.
#[allow(
    clippy::disallowed_methods,
    reason = "an expected file is written by no command"
)]
pub(crate) fn compare(file: &Path, seen: &str) -> Option<String> {
    let expected = fs::read_to_string(file).unwrap_or_default();
    if expected == seen {
        return None;
    }
    if is_blessing() {
        fs::create_dir_all(file.parent()?).expect("a folder");
        fs::write(file, seen).expect("an expected file");
        return None;
    }
    Some(difference(file, &expected, seen))
}

fn difference(file: &Path, expected: &str, seen: &str) -> String {
    let (mut before, mut after) = (expected.split('\n'), seen.split('\n'));
    let mut number = 0;
    loop {
        number += 1;
        let (old, new) = (before.next(), after.next());
        if old != new {
            let (file, end) = (file.display(), "the end");
            let (old, new) = (old.unwrap_or(end), new.unwrap_or(end));
            return format!("{file}:{number}\n  expected: {old}\n  seen:     {new}");
        }
    }
}

/// The files below a folder, sorted.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => out.extend(files(&path)),
            false => out.push(path),
        }
    }
    out.sort();
    out
}

/// Fails with all that is wrong.
pub(crate) fn none(wrong: &[String]) {
    let wrong = wrong.join("\n");
    assert!(
        wrong.is_empty(),
        "\n{wrong}\nwrite anew with BINA_BLESS=1, and read the difference\n"
    );
}
