//! Which record directories are meant by a path: the one that it names, or all that lie in a folder.

use super::directory::MARKER;
use std::fs;
use std::path::{Path, PathBuf};

/// The record directory at a path; of a folder that is none, those that lie in it, by name. Where there is none at all,
/// the path itself: whoever opens it says so.
pub fn record_directories(path: &Path) -> Vec<PathBuf> {
    let is_one = |path: &PathBuf| path.join(MARKER).is_file();
    if is_one(&path.to_owned()) {
        return vec![path.to_owned()];
    }
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    let mut within: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_one).collect();
    within.sort();
    match within.is_empty() {
        true => vec![path.to_owned()],
        false => within,
    }
}

/// The path without links, by which two names of one directory are the same.
pub fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}
