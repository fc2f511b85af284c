//! Source files as the tests of the house see them: lines of code with their numbers, without remarks.

use std::fs;
use std::path::PathBuf;

/// The project's root.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the project.
pub(crate) struct Source {
    /// Its path from the root, with forward slashes.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
}

/// A line of code.
#[derive(Clone, Copy)]
pub(crate) struct Line<'s> {
    /// Its number.
    pub(crate) number: usize,
    /// What stands in front of a remark.
    pub(crate) code: &'s str,
    /// Whether it belongs to the tests at the file's end.
    pub(crate) is_test: bool,
}

impl Source {
    /// A file below the root.
    pub(crate) fn read(path: &str) -> Source {
        let text = fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        Source {
            path: path.to_owned(),
            text,
        }
    }

    /// The lines of code.
    pub(crate) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let mut is_test = false;
        self.text.lines().enumerate().map(move |(index, line)| {
            is_test |= line.starts_with("#[cfg(test)]");
            Line {
                number: index + 1,
                code: without_remark(line),
                is_test,
            }
        })
    }

    /// The modules that lead to what stands in this file: `src/report/monthly/hours.rs` is `report`, `monthly`,
    /// `hours`.
    pub(crate) fn modules(&self) -> Vec<&str> {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let inside = inside.trim_end_matches(".rs").trim_end_matches("/mod");
        inside.split('/').collect()
    }

    /// The place of a line, as compilers write it.
    pub(crate) fn at(&self, line: Line<'_>) -> String {
        format!("{}:{}", self.path, line.number)
    }
}

/// What stands before `//` or `///`; an address such as `https://` is no remark.
fn without_remark(line: &str) -> &str {
    let is_remark = |&at: &usize| at == 0 || !line[..at].ends_with(':');
    match line.match_indices("//").map(|(at, _)| at).find(is_remark) {
        Some(at) => &line[..at],
        None => line,
    }
}

/// All Rust files below a folder of the root, sorted.
pub(crate) fn rust_files(folder: &str) -> Vec<Source> {
    let mut out: Vec<Source> = files(folder)
        .iter()
        .filter(|path| path.ends_with(".rs"))
        .map(|path| Source::read(path))
        .collect();
    out.sort_by(|a, b| a.path.cmp(&b.path));
    out
}

/// The paths of all files below a folder of the root.
pub(crate) fn files(folder: &str) -> Vec<String> {
    let mut out = Vec::new();
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        match entry.file_type().unwrap().is_dir() {
            true => out.extend(files(&path)),
            false => out.push(path),
        }
    }
    out
}

/// Fails with all that is wrong, one a line.
pub(crate) fn none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// The name at the start of a text.
pub(crate) fn name(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(text.len());
    &text[..end]
}
